namespace BriefingBot.Quotes.Quotations;

/// <summary>How the words of a source are put together: where a part of them ends, and which names stand side by side. Lookups only.</summary>
internal sealed class SourcePhrases(ArticleText text, ArticleWords words, Cast cast)
{
    /// <summary>No part of a source is longer; a hostile text's is.</summary>
    private const int LongestPart = 60;

    private const int NearReach = 8;

    /// <summary>Between a source without a name and what it is told to be called.</summary>
    private const int NamingReach = 20;

    private readonly NamingPhrases _naming = new(text);

    /// <summary>Where the part that begins at <paramref name="start"/> ends: before a comma, a preposition, a verb, or “and”.</summary>
    public int EndOfPart(int start, int end)
    {
        var stop = start + 1;
        end = Math.Min(end, start + LongestPart);
        while (stop < end && !EndsPart(stop))
        {
            stop++;
        }

        return stop;
    }

    /// <summary>
    /// Whose words “X's response”, “the NATO website” and “a document filed by X” give: the name that owns them, or that stands behind “by” or “from”;
    /// null when it is no such noun, or nobody's.
    /// </summary>
    /// <param name="first">The first token of the source.</param>
    /// <param name="last">The last token of its first part.</param>
    public CastMember? AuthorOf(int first, int last)
    {
        // “a document filed by …”
        var head = last > first && IsMaking(text.Word(last)) ? last - 1 : last;
        if (head < first || !(words.Has(head, WordTraits.Document) || SpeechNouns.Contains(text.Word(head)) || IsView(text.Word(head))))
        {
            return null;
        }

        var owner = words.Has(first, WordTraits.Determiner) ? first + 1 : first;
        if (cast.MentionAt(head - 1) is { Kind: NameKind.Organization } body && body.Lead >= owner)
        {
            return cast.MemberAt(body.First);
        }

        if (NameLedBy(owner) is { } possessor && possessor.End < head && words.IsPossessive(possessor.End) && !IsOwnedFurther(possessor.End + 1, head))
        {
            return cast.MemberAt(possessor.First);
        }

        var by = head + 1;
        by += by < text.Tokens.Length && IsMaking(text.Word(by)) ? 1 : 0;
        if (by + 1 >= text.Tokens.Length || text.Word(by) is not ("by" or "from"))
        {
            return null;
        }

        for (int i = by + 1, end = EndOfPart(by + 1, text.Tokens.Length); i < end; i++)
        {
            if (cast.MentionAt(i) is { } author && !words.IsPossessive(author.End))
            {
                return cast.MemberAt(i);
            }
        }

        return null;
    }

    /// <summary>“Moreau's lawyer's statement” is the lawyer's.</summary>
    private bool IsOwnedFurther(int first, int head)
    {
        for (var i = first; i < head; i++)
        {
            if (words.IsPossessive(i))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What whoever is named behind “by” does with a document that is theirs; “opposed by” and “leaked by” are others' doings.</summary>
    private static bool IsMaking(ReadOnlySpan<char> word) => word is "written" or "filed" or "issued" or "released" or "published" or "signed" or "drafted" or "sent"
        or "posted" or "prepared" or "commissioned" or "conducted" or "compiled" or "produced" or "made" or "given" or "submitted";

    private static bool IsView(ReadOnlySpan<char> word) => word is "reaction" or "recollection" or "account" or "view" or "views" or "opinion" or "opinions" or "stance"
        or "position" or "posts" or "words" or "language" or "assessment" or "answer" or "answers" or "interview" or "estimate" or "estimates" or "calculations";

    /// <summary>“One pastor supporting Mr. Cruz, …”: the name is what the participle before it is about; “the acting mayor Ada Moreau” is one phrase.</summary>
    public bool IsObject(int start, NameMention name) => name.Lead - 1 > start && text.Word(name.Lead - 1) is [>= 'a' and <= 'z', .., 'i', 'n', 'g']
        && !words.Has(name.Lead - 2, WordTraits.Determiner | WordTraits.Preposition) && !words.IsPossessive(name.Lead - 2);

    /// <summary>“Washington and NATO”: all that the text joins to <paramref name="name"/>, itself first; null when it stands alone.</summary>
    public List<CastMember>? Together(NameMention name, int end)
    {
        List<CastMember>? several = null;
        var at = name.End;
        while (at + 1 < end && text.Word(at) is "and" or "," or "&")
        {
            var next = at + 1;
            while (next < end && (text.Word(next) is "and" || words.Has(next, WordTraits.Determiner)
                || (cast.MentionAt(next) is null && NameLedBy(next) is not null)))
            {
                next++;
            }

            if (next >= end || cast.MentionAt(next) is not { } other || (text.Word(at) is "," && text.Word(next - 1) is not "and" && several is null))
            {
                break;
            }

            several ??= [cast.MemberAt(name.First)];
            several.Add(cast.MemberAt(next));
            at = other.End;
        }

        return several;
    }

    /// <summary>
    /// “my wife has, and she calls them …”: the noun for somebody of that sex without a name who stands right before the token in its sentence;
    /// null when nobody does.
    /// </summary>
    public int? RelativeBefore(int token, WordTraits sex)
    {
        for (var i = token - 1; i > 0 && token - i <= NearReach && text.Tokens[i].Sentence == text.Tokens[token].Sentence; i--)
        {
            if (cast.MentionAt(i) is not null)
            {
                return null;
            }

            if (words.Has(i, sex) && !words.IsCapital(i) && text.Tokens[i].Quoted == text.Tokens[token].Quoted && !IsOwnedBySame(i - 1, sex)
                && text.Word(i - 1) is "my" or "My" or "our" or "Our" or "his" or "His" or "her" or "Her" or "a" or "A")
            {
                return cast.MentionAt(i + 1) is null && text.Word(i + 1) is not "," ? i : null;
            }
        }

        return null;
    }

    /// <summary>“a lawyer for the union, Ada Moreau, said”, where the mention ends before the name.</summary>
    public CastMember? ExplainedBehind(int first, int end) =>
        end + 1 < text.Tokens.Length && text.Word(end) is "," && words.Has(first, WordTraits.Determiner) && words.Has(EndOfPart(first, end) - 1, WordTraits.Role)
            && NameLedBy(end + 1) is { } name && cast.MemberAt(name.First) is { Kind: NameKind.Person } member
            && name.End < text.Tokens.Length && text.Word(name.End) is "," ? member : null;

    /// <summary>
    /// “a steelworker named Walter Pruitt wrote”, “her manager, a chief who goes by the name Sami, answered”: whom the words that begin at
    /// <paramref name="first"/> are told to be called, in the mention or right behind it; null when it is not told. A look at <see cref="NamingReach"/> tokens.
    /// </summary>
    public CastMember? CalledBehind(int first, int end)
    {
        if (!words.Has(first, WordTraits.Determiner) || text.Word(first) is "the" or "The" || end >= text.Tokens.Length)
        {
            return null;
        }

        var (sentence, stop) = (text.Tokens[first].Sentence, Math.Min(text.Tokens.Length, first + NamingReach));
        for (var i = first + 1; i < stop && text.Tokens[i].Sentence == sentence; i++)
        {
            if (i == end && !(text.Word(i) is "," or "who" or "named" or "called" or "known"))
            {
                return null;
            }

            if (cast.MentionAt(i) is not { } name)
            {
                continue;
            }

            // “an affable Dane named Ole Bastrup”: what he is, and no name.
            if (name.Words == 1 && name.End < stop && text.Word(name.End) is "named" or "called")
            {
                continue;
            }

            return name.First == i && _naming.EndBefore(i) && cast.MemberAt(i) is { IsPerson: true } member && !IsOfThing(first, i)
                && (name.End >= text.Tokens.Length || text.Word(name.End) is "," or "." || words.Has(name.End, WordTraits.Speech)) ? member : null;
        }

        return null;
    }

    /// <summary>“a book called …”.</summary>
    private bool IsOfThing(int first, int name) => EndOfPart(first, name) - 1 is var head
        && words.Has(head, WordTraits.Document | WordTraits.BodyNoun | WordTraits.OrgWord) && !words.Has(head, WordTraits.Role);

    /// <summary>“his father”, “her mother”: whom “he” or “she” means further on may be the one whose father it is.</summary>
    public bool IsOwnedBySame(int determiner, WordTraits sex) => determiner >= 0
        && (sex == WordTraits.Female ? text.Word(determiner) is "her" or "Her" : text.Word(determiner) is "his" or "His");

    /// <summary>“both generals”, “the two leaders”; not “the two countries’ armies”.</summary>
    public bool IsPair(int first, int head)
    {
        for (var i = first; i < head; i++)
        {
            if (words.IsPossessive(i))
            {
                return false;
            }
        }

        return text.Word(head).EndsWith("s", StringComparison.Ordinal)
            && (text.Word(first) is "both" or "Both" || (text.Word(first) is "the" or "The" && text.Word(first + 1) is "two"));
    }

    /// <summary>The two people last joined by “and” before the token; null when none are near.</summary>
    public List<CastMember>? PairBefore(int token)
    {
        for (var i = token - 1; i > 0 && token - i < 300; i--)
        {
            if (text.Word(i) is "and" && cast.MentionAt(i - 1) is not null && NameLedBy(i + 1) is { } second
                && cast.MemberAt(i - 1) is { Kind: NameKind.Person } left && cast.MemberAt(second.First) is { Kind: NameKind.Person } right && left != right)
            {
                return [left, right];
            }
        }

        return null;
    }

    private bool EndsPart(int token) => !(cast.MentionAt(token) is { } name && name.First < token)
        && !(text.Word(token) is "of" or "for" or "and" or "the" or "in" && IsLeadOf(token)) && (EndsPhrase(token) || IsTimeBehindName(token));

    /// <summary>“The State Department this week”, “Moreau Sunday night”.</summary>
    private bool IsTimeBehindName(int token) => cast.MentionAt(token - 1) is not null
        && (words.Has(token, WordTraits.Calendar) || text.Word(token) is "this" or "last" or "late" or "less" or "earlier" or "early");

    private bool EndsPhrase(int token) =>
        text.Tokens[token].Kind is TokenKind.Punctuation && !words.IsPossessive(token) || words.Has(token, WordTraits.Preposition)
            || (words.Has(token, WordTraits.Speech | WordTraits.Auxiliary) && !words.IsCapital(token))
            || text.Word(token) is "who" or "which" or "that" or "and" or "whose" or "itself" or "himself" or "herself";

    private bool IsLeadOf(int token) => cast.MentionAt(token) is null && NameLedBy(token) is { } name && name.Lead < token;

    /// <summary>The name that begins at the token or whose office the token is a part of.</summary>
    public NameMention? NameLedBy(int token)
    {
        for (var i = token; i < text.Tokens.Length && i - token < 6; i++)
        {
            if (cast.MentionAt(i) is { } name)
            {
                return name.Lead <= token ? name : null;
            }
        }

        return null;
    }
}
