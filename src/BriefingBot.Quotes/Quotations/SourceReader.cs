using BriefingBot.Quotes.Articles;

namespace BriefingBot.Quotes.Quotations;

/// <summary>
/// Reads a source's words – a name, an explained office, a pronoun, an office alone – and brings them to members of the cast, in text
/// order: it remembers who spoke last.
/// </summary>
internal sealed class SourceReader(
    ArticleText text, ArticleWords words, Cast cast, SourcePhrases phrases, Antecedents antecedents, Kinship kinship, Offices offices)
{
    /// <summary>From this confidence on a pronoun tells the gender of a name of neither.</summary>
    private const double TellsGender = 0.75;

    private const int LongestOffice = 5;

    private readonly SourceNames _names = new(text, words, cast, phrases);
    private readonly TalkLabels _talk = new(text, cast, antecedents);
    private readonly Descriptions _descriptions = new(text, offices, antecedents);
    private CastMember? _lastPerson;
    private TextSpan _lastContent;
    private CastMember? _lastBody;
    private int _lastBodySentence = -100;
    private ResolvedSource? _lastSeveral;
    private int _lastSeveralSentence;

    private readonly NamelessSource _nameless = new(text, words, cast);

    /// <summary>1 for “he”, −1 for “she”, 0 for every other word.</summary>
    public static int GenderOf(ReadOnlySpan<char> word) => word switch
    {
        "he" or "He" or "his" or "His" or "him" or "himself" => 1,
        "she" or "She" or "her" or "Her" or "herself" => -1,
        _ => 0,
    };

    public ResolvedSource Resolve(TextSpan mention, TextSpan content)
    {
        var resolved = Read(mention, content);
        _lastContent = content;
        return resolved;
    }

    private ResolvedSource Read(TextSpan mention, TextSpan content)
    {
        var (first, end) = text.TokensOf(mention);
        antecedents.ReadTo(first, _lastPerson);
        while (end > first && text.Word(end - 1) is ",")
        {
            end--;
        }

        if (first >= end)
        {
            return Open(mention, "names nobody");
        }

        if (end - first == 1 || (end - first == 2 && words.IsPossessive(first + 1)))
        {
            var one = ReadWord(first, mention, content);
            if (one is not null)
            {
                return one;
            }
        }

        return ReadPhrase(first, end, mention, content);
    }

    /// <summary><paramref name="member"/> as the source of an answer in an interview; null where the pronoun is of the other sex.</summary>
    public ResolvedSource? Interviewed(CastMember member, TextSpan mention)
    {
        var first = text.TokensOf(mention).First;
        antecedents.ReadTo(first, _lastPerson);
        if (member.Gender * GenderOf(text.Word(first)) < 0)
        {
            return null;
        }

        antecedents.Settle(first, member);
        return Settle(member, mention, 0.85, GenderOf(text.Word(first)) == 0 ? $"{member.Name} is interviewed" : $"“{mention.In(text.Text)}” is taken for {member.Name}, who is interviewed");
    }

    private ResolvedSource? ReadWord(int token, TextSpan mention, TextSpan content)
    {
        var word = text.Word(token);
        if (GenderOf(word) is var gender && gender != 0)
        {
            return ReadHeOrShe(token, gender, mention, content);
        }

        return word switch
        {
            "it" or "It" or "its" or "Its" => ReadIt(token, mention, content),
            "they" or "They" => ReadThey(token, mention),
            "who" or "which" or "that" or "whom" => ReadRelative(token, mention),
            _ when _talk.Answers(token) => ReadAnswer(token, mention),
            _ when _talk.Asks(token) && cast.Author is { } asker => Settle(asker, mention, 0.7, $"“{mention.In(text.Text)}” asks in an interview by {asker.Name}"),
            "I" or "me" or "my" or "My" when !text.Tokens[token].Quoted && cast.Author is { } author => Settle(author, mention, 0.85, $"“{mention.In(text.Text)}” is {author.Name}, whose text this is"),
            "I" or "we" or "We" or "you" or "You" => Open(mention, "is whoever speaks there"),
            _ => null,
        };
    }

    private ResolvedSource ReadHeOrShe(int token, int gender, TextSpan mention, TextSpan content)
    {
        var noun = gender > 0 ? WordTraits.Male : WordTraits.Female;
        if ((_nameless.Is(noun, token) || _nameless.IsSomebody(token, gender)) && !phrases.IsOwnedBySame(_nameless.Noun - 1, noun))
        {
            antecedents.Settle(token, null);
            return Nameless(mention, _nameless.First, _nameless.Noun);
        }

        if (phrases.RelativeBefore(token, noun) is { } relative)
        {
            antecedents.Settle(token, null);
            return Nameless(mention, relative, relative);
        }

        var (member, confidence) = antecedents.Find(token, gender, content, _lastPerson);
        if (member is { Gender: 0 } && confidence >= TellsGender)
        {
            member.SupposedGender = gender;
        }

        if (member is not null)
        {
            antecedents.Settle(token, member);
        }

        return member is null ? Open(mention, "stands for nobody named before")
            : Settle(member, mention, confidence, member == _lastPerson
                ? $"“{mention.In(text.Text)}” is taken for {member.Name}, who spoke last"
                : $"“{mention.In(text.Text)}” is taken for {member.Name}, the one named before it whom it fits best");
    }

    private ResolvedSource ReadIt(int token, TextSpan mention, TextSpan content)
    {
        if (_nameless.Is(WordTraits.BodyNoun | WordTraits.OrgWord | WordTraits.Document, token))
        {
            return Nameless(mention, _nameless.First, _nameless.Noun);
        }

        if (_nameless.BodyBefore(token, _lastBodySentence) is { } nameless)
        {
            return Nameless(mention, nameless.First, nameless.Noun);
        }

        if (_lastBody is { } body && text.Tokens[token].Sentence - _lastBodySentence <= 3)
        {
            return Settle(body, mention, 0.8, $"“{mention.In(text.Text)}” is taken for {body.Name}, the last body that spoke");
        }

        var (member, confidence) = antecedents.Find(token, Antecedents.Body, content, null);
        return member is null ? Open(mention, "stands for no body named before")
            : Settle(member, mention, confidence - 0.1, $"“{mention.In(text.Text)}” is taken for {member.Name}, the last body named");
    }

    private ResolvedSource Nameless(TextSpan mention, int first, int noun) =>
        Open(mention, $"stands for “{TextSpan.Between(text.Tokens[first].Start, text.Tokens[noun].End).In(text.Text)}”, who is not named") with { Confidence = 0.6 };

    private ResolvedSource ReadThey(int token, TextSpan mention) =>
        _lastSeveral is { } several && text.Tokens[token].Sentence - _lastSeveralSentence is >= 0 and <= 2
            ? several with { Confidence = 0.5, Why = $"“{mention.In(text.Text)}” is taken for {several.Name}, who spoke together last" }
            : Open(mention, "stands for nobody named");

    private ResolvedSource ReadAnswer(int token, TextSpan mention) => _talk.Interviewed(token) is not { } interviewed ? Open(mention, "answers in an interview with nobody named")
        : Settle(interviewed, mention, 0.8, $"“{mention.In(text.Text)}” is taken for {interviewed.Name}, of whom the words before the interview speak most");

    /// <summary>“Jens Stoltenberg, the alliance's secretary-general, who said …”: the name before the relative clause.</summary>
    private ResolvedSource ReadRelative(int token, TextSpan mention)
    {
        return _names.BeforeRelative(token) is { } found ? Settle(found, mention, 0.8, $"“{mention.In(text.Text)}” stands after {found.Name}")
            : ReadRelativeOfOffice(token, mention) ?? Open(mention, "stands for nobody named in its sentence");
    }

    /// <summary>“the councilman, who accused her”: whoever the office means.</summary>
    private ResolvedSource? ReadRelativeOfOffice(int token, TextSpan mention)
    {
        var head = token > 0 && text.Word(token - 1) is "," ? token - 2 : token - 1;
        var first = head;
        while (first > 0 && head - first < LongestOffice && text.Tokens[first].Sentence == text.Tokens[token].Sentence && text.Word(first) is not ("the" or "The"))
        {
            first--;
        }

        return first >= 0 && first < head && text.Word(first) is "the" or "The" && words.Has(head, WordTraits.Role) ? ReadDefinite(first, head, head + 1, mention, default) : null;
    }

    private ResolvedSource ReadPhrase(int first, int end, TextSpan mention, TextSpan content)
    {
        if (ReadNames(first, end, mention) is { } named)
        {
            return named;
        }

        if (end - first - (words.IsPossessive(end - 1) ? 1 : 0) == 1 && cast.BearerAt(first) is { } bearer)
        {
            return Settle(bearer, mention, 0.85, $"“{mention.In(text.Text)}” is taken for {bearer.Name}, who bears the name");
        }

        // In a headline the ordinary words of a name are taken for the headline's: “Alder Home Products”.
        if (words.InHeadline(first) && cast.Named(mention.In(text.Text)) is { } written)
        {
            return Settle(written, mention, 0.8, $"the heading names {written.Name}");
        }

        return (phrases.ExplainedBehind(first, end) ?? phrases.CalledBehind(first, end)) is { } explained
            ? Settle(explained, mention, 0.9, $"{explained.Name} is named in explanation of “{mention.In(text.Text)}”") : ReadOffice(first, end, mention, content);
    }

    /// <summary>The name that the source has itself; null when it has none.</summary>
    private ResolvedSource? ReadNames(int first, int end, TextSpan mention)
    {
        if (_names.In(first, end) is not { } found)
        {
            return null;
        }

        if (found.Name is { } name && phrases.Together(name, end) is { } several)
        {
            return Settle(several, mention);
        }

        return found.Explains ? Settle(found.Member, mention, found.Name is null ? 0.9 : 0.92, $"{found.Member.Name} is named in explanation of “{mention.In(text.Text)}”")
            : Settle(found.Member, mention, 0.95, $"the source names {found.Member.Name}");
    }

    /// <summary>“a spokesman for …”, “the senator”, “the ministry”, “both generals”.</summary>
    private ResolvedSource ReadOffice(int first, int end, TextSpan mention, TextSpan content)
    {
        if (offices.IntroducedAt(first) is { } later)
        {
            antecedents.MeantAt(first, later);
            return Settle(later, mention, 0.8, $"“{mention.In(text.Text)}” is named further on as {later.Name}");
        }

        var head = phrases.EndOfPart(first, end) - 1;
        if (words.IsPossessive(head))
        {
            head--;
        }

        if (phrases.AuthorOf(first, head) is { } author)
        {
            return Settle(author, mention, 0.8, $"“{mention.In(text.Text)}” is of {author.Name}");
        }

        antecedents.ReadTo(first + 1, _lastPerson);
        if (kinship.Find(first, head) is { } relative)
        {
            antecedents.MeantAt(head, relative.Member, always: true);
            return Settle(relative.Member, mention, relative.Confidence, $"“{mention.In(text.Text)}” is taken for {relative.Member.Name}, by what the article says of who belongs to whom");
        }

        _nameless.Was(first, head);
        if (head < first || text.Word(first) is "a" or "an" or "A" or "An" or "another" or "one" || words.Has(head, WordTraits.Group | WordTraits.Document))
        {
            return Open(mention, "is not named");
        }

        if (phrases.IsPair(first, head) && phrases.PairBefore(first) is { } pair)
        {
            return Settle(pair, mention) with { Confidence = 0.7, Why = $"“{mention.In(text.Text)}” is taken for the two who were last named together" };
        }

        return offices.IsDefinite(first, head) ? ReadDefinite(first, head, end, mention, content) : Open(mention, "names nobody");
    }

    private ResolvedSource ReadDefinite(int first, int head, int end, TextSpan mention, TextSpan content)
    {
        CastMember? found = null;
        if (words.Has(head, WordTraits.Role))
        {
            found = offices.HolderOf(head) ?? offices.HeadOf(first, head);
        }
        else if (words.Has(head, WordTraits.Alliance | WordTraits.BodyNoun | WordTraits.OrgWord))
        {
            found = offices.BodyOf(head);
        }

        if (found is null)
        {
            var (member, sure) = _descriptions.Meant(first, head, end, content.Length > 0 && content.End <= mention.Start ? content : _lastContent, _lastPerson);
            return member is null ? Open(mention, "is not brought to a name")
                : Settle(member, mention, sure, $"“{mention.In(text.Text)}” is taken for {member.Name}, the one named before it whom it fits best");
        }

        antecedents.MeantAt(first, found);
        return Settle(found, mention, 0.65, $"“{mention.In(text.Text)}” is taken for {found.Name}, the last one of whom the article says so");
    }

    private ResolvedSource Settle(CastMember member, TextSpan mention, double confidence, string why)
    {
        _nameless.WasNamed();
        if (member.IsPerson)
        {
            _lastPerson = member;
        }
        else
        {
            (_lastBody, _lastBodySentence) = (member, text.Tokens[text.TokensOf(mention).First].Sentence);
        }

        member.Mentioned(mention);
        member.Speaks = true;
        return new ResolvedSource([member.Speaker], member.Name, confidence, why);
    }

    private ResolvedSource Settle(List<CastMember> several, TextSpan mention)
    {
        var names = several.Select(member => member.Name).ToArray();
        var name = string.Join(", ", names[..^1]) + " and " + names[^1];
        foreach (var member in several)
        {
            member.Mentioned(mention);
            member.Speaks = true;
        }

        _lastSeveralSentence = text.Tokens[text.TokensOf(mention).First].Sentence;
        return _lastSeveral = new ResolvedSource(
            several.Select(member => member.Speaker).ToArray(), name, 0.92, $"the source names {name} together");
    }

    private ResolvedSource Open(TextSpan mention, string reason) => new([], null, 0.5, $"“{mention.In(text.Text)}” {reason}");
}
