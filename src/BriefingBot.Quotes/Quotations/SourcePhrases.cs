namespace BriefingBot.Quotes.Quotations;

/// <summary>How the words of a source are put together: where a part of them ends, and which names stand side by side. Lookups only.</summary>
internal sealed class SourcePhrases(ArticleText text, ArticleWords words, Cast cast)
{
    /// <summary>Where the part that begins at <paramref name="start"/> ends: before a comma, a preposition, a verb, or “and”.</summary>
    public int EndOfPart(int start, int end)
    {
        var stop = start + 1;
        while (stop < end && !EndsPart(stop))
        {
            stop++;
        }

        return stop;
    }

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

    /// <summary>“both generals”, “the two leaders”.</summary>
    public bool IsPair(int first, int head) => text.Word(head).EndsWith("s", StringComparison.Ordinal)
        && (text.Word(first) is "both" or "Both" || (text.Word(first) is "the" or "The" && text.Word(first + 1) is "two"));

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
        && !(text.Word(token) is "of" or "for" or "and" or "the" && IsLeadOf(token)) && EndsPhrase(token);

    private bool EndsPhrase(int token) =>
        text.Tokens[token].Kind is TokenKind.Punctuation && !words.IsPossessive(token) || words.Has(token, WordTraits.Preposition)
            || (words.Has(token, WordTraits.Speech | WordTraits.Auxiliary) && !words.IsCapital(token))
            || text.Word(token) is "who" or "which" or "that" or "and" or "whose";

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
