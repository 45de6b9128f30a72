using BriefingBot.Quotes.Articles;
using BriefingBot.Quotes.Quotations;
using BriefingBot.Search.Words;

namespace BriefingBot.Search.Claims;

/// <summary>How an answer says what it answers.</summary>
internal enum AnswerTo
{
    /// <summary>What was said last: “replied”.</summary>
    Last,

    /// <summary>What was said before, without repeating it: “denied that”, “rejected the idea”.</summary>
    Pointed,

    /// <summary>What the one who answers was accused of: “denies any wrongdoing”, “rejected the allegations”.</summary>
    Accused,

    /// <summary>What it repeats: “rejected the claim that …”.</summary>
    Repeated,

    /// <summary>The accusation of whoever it accuses in turn.</summary>
    Accuser,
}

/// <summary>What the words of a statement tell of the claim that it answers.</summary>
/// <param name="To">How the claim is to be found.</param>
/// <param name="Denies">Whether it says that the claim is not so.</param>
internal sealed record AnswerReading(AnswerTo To, bool Denies)
{
    /// <summary>In so many words the thing that was said is named, if it is; and whose it is.</summary>
    private const int NamedWithin = 9;

    /// <summary>So many characters may stand before what is denied where the sentence tells nothing else.</summary>
    private const int LongestSubject = 100;

    /// <summary>So many characters before a cue are looked at.</summary>
    private const int Just = 40;

    /// <summary>Words by which somebody is called who is agreed with.</summary>
    private const int LongestSource = 4;

    /// <summary>Words between a denial and what it denies.</summary>
    private const int LongestObject = 5;

    /// <summary>Fewer words of matter repeat nothing.</summary>
    private const int LeastRepeated = 2;

    private static readonly System.Buffers.SearchValues<char> Marks = System.Buffers.SearchValues.Create("“\"‘«");

    /// <summary>What it repeats of the claim, as stems.</summary>
    public IReadOnlySet<string> Matter { get; private init; } = new HashSet<string>();

    /// <summary>Whose claim it says it is, as words of a name; empty where it does not say.</summary>
    public IReadOnlyList<string> Owner { get; private init; } = [];

    /// <summary>Whether the claim stands in the same sentence: “…, an allegation rejected by Washington”.</summary>
    public bool IsInSentence { get; private init; }

    /// <summary>Whether it answers nothing but what was said right before.</summary>
    public bool IsNext { get; private init; }

    /// <summary>Whether it takes the other's side.</summary>
    public bool Supports { get; private init; }

    /// <summary>Why it is taken for an answer, as one sentence for the reader.</summary>
    public string Why => (To, Denies) switch
    {
        (AnswerTo.Accuser, _) => "Whoever was accused accuses in turn.",
        (AnswerTo.Accused, _) => "It denies what somebody else says of this speaker.",
        (AnswerTo.Repeated, _) => "It repeats what was said, and says that it is not so.",
        (_, true) => "It says right after what somebody else said that it is not so.",
        _ => "It replies to what somebody else said before.",
    };

    /// <summary>Null for a statement that answers nothing.</summary>
    /// <param name="passage">One that quotes somebody.</param>
    public static AnswerReading? Of(Passage passage)
    {
        var said = passage.Quotation!;
        var cue = Cue.Of(said.Cue);
        var words = WordReader.Read(said.Text);
        return words.Count == 0 ? null
            : NeitherNor(passage, said) ? new AnswerReading(AnswerTo.Pointed, false)
            : IsUndone(passage, said) ? null
            : cue.Doubts ? Denial(cue, Object(passage, said, words), IsAside(passage, said))
            : !cue.IsDone ? null
            : cue.Denies ? IsApposed(passage, said, words) ? new AnswerReading(AnswerTo.Pointed, true) { IsInSentence = true }
                : Denial(cue, Object(passage, said, words), IsAside(passage, said))
            : cue.Differs(words) ? new AnswerReading(AnswerTo.Pointed, true)
            : cue.Turns && Turning(cue, Object(passage, said, words)) is { } turned ? turned
            : cue.Replies ? said.IsAskedFor ? null : Reply(said, words)
            : cue.Accuses ? new AnswerReading(AnswerTo.Accuser, false)
            : cue.Supports && !IsQuoted(said.Text) ? Support(words, cue.IsWith)
            : (cue.Names ? Naming(said.Text, words) : null) ?? Unrecognised(words) ?? NoSuch(words) ?? OfDocument(said.Text, words) ?? (!cue.Tells && FlatDenial.Begins(said.Text, words, IsQuoted(said.Text) || said.Cue is null or ":")
                ? new AnswerReading(AnswerTo.Last, true) : null);
    }

    /// <summary>“The complaint was false”: what the document says.</summary>
    private static AnswerReading? OfDocument(string text, List<Word> words) =>
        FlatDenial.OfDocument(text, words) ? new AnswerReading(AnswerTo.Pointed, true) { Owner = [ReplyWords.Document] } : null;

    /// <summary>“(Rejected) the idea that …”, of which only “that …” is taken for what is said.</summary>
    private static List<Word> Object(Passage passage, QuotedStatement said, List<Word> words)
    {
        var from = said.Cue is { } cue && passage.Text.IndexOf($"{cue} ", StringComparison.Ordinal) is >= 0 and var at ? at + cue.Length : -1;
        var to = said.Spans[0].Start - passage.Span.Start;
        return from < 0 || from > to || to - from > Just || to > passage.Text.Length ? words
            : WordReader.Read(passage.Text, TextSpan.Between(from, to)) is { Count: > 0 and <= LongestObject } before
                && before.Exists(word => SpeechWords.Said.Contains(word.Stem)) ? [.. before, .. words] : words;
    }

    /// <summary>“Would neither confirm nor deny”: no denial, but an answer.</summary>
    private static bool NeitherNor(Passage passage, QuotedStatement said) => said.Cue is { } cue && cue.Contains("deny", StringComparison.Ordinal)
        && (cue.Contains("confirm nor", StringComparison.Ordinal) || cue.Contains("confirm or", StringComparison.Ordinal)
            || passage.Text.Contains($"confirm nor {cue}", StringComparison.Ordinal) || passage.Text.Contains($"confirm or {cue}", StringComparison.Ordinal));

    /// <summary>“Would neither confirm nor deny”, of which the cue is the last word alone.</summary>
    private static bool IsUndone(Passage passage, QuotedStatement said)
    {
        var at = said.Cue is { } cue ? passage.Text.IndexOf($" {cue} ", StringComparison.Ordinal) : -1;
        // What stands inside the words that are said is no cue of them.
        return at > 0 && !said.Spans.Any(span => span.Contains(new TextSpan(passage.Span.Start + at, 1)))
            && WordReader.Read(passage.Text, TextSpan.Between(Math.Max(0, at - Just), at)) is { Count: > 0 } words
            && words.TakeLast(2).Any(word => word.Form is "nor" or "neither" or "not" or "never" or "cannot" or "to" or "refused" or "declined");
    }

    /// <summary>“…, although Israel disputes this”: of what the report itself tells in the same sentence.</summary>
    private static bool IsAside(Passage passage, QuotedStatement said) =>
        said.Spans[0].Start - passage.Span.Start > LongestSubject && passage.Text.AsSpan(0, said.Spans[0].Start - passage.Span.Start).Contains(',');

    /// <summary>“…, an allegation Kern dismissed as ‘fantasy’”: the thing said stands before the denial, for what is told in the same sentence.</summary>
    private static bool IsApposed(Passage passage, QuotedStatement said, List<Word> words) =>
        (words is [{ Form: "which" }, ..] || (words is [{ Form: "a" or "an" }, ..] && Named(words, []) is 1 or 2))
        && said.Cue is { } cue && passage.Text.IndexOf($" {cue}", StringComparison.Ordinal) is >= 0 and var at && said.Spans[0].Start - passage.Span.Start < at;

    private static AnswerReading? Denial(Cue cue, List<Word> words, bool isAside)
    {
        var reading = new AnswerReading(AnswerTo.Pointed, true) { IsInSentence = cue.IsBy };
        // “Dismissed that as …”, “denied any such thing”.
        if (words.TrueForAll(word => word.Is(WordTraits.Stop)) || (words is [{ Form: "that" or "this" or "it" }, { Form: "as" or "outright" or "flatly" }, ..]))
        {
            return reading with { IsInSentence = cue.IsBy || isAside };
        }

        // “Denied that any such talks took place”: where talks were spoken of.
        if (words.FindIndex(0, Math.Min(words.Count, NamedWithin), word => word.Form == "such") is >= 0 and var such)
        {
            return words.Find(word => word.Span.Start > words[such].Span.Start && !word.Is(WordTraits.Stop)) is { Stem: { } stem }
                ? reading with { To = AnswerTo.Repeated, Matter = new HashSet<string>([stem], StringComparer.Ordinal) } : null;
        }

        if (Named(words, SpeechWords.Offered) is >= 0 and var named)
        {
            // What is turned down must have been called so.
            var about = reading.About(words, named);
            return about.To == AnswerTo.Pointed && SpeechWords.Offered.Contains(words[named].Stem) && about.Owner.Count > 0
                ? about with { To = AnswerTo.Repeated, Owner = [], Matter = new HashSet<string>([words[named].Stem], StringComparer.Ordinal) } : about;
        }

        if (!cue.DeniesClauses)
        {
            return cue.Contradicts ? Contradiction(words) : null;
        }

        var first = words[0];
        var isWrong = first.Form != "that" && words.Take(4).Any(word => SpeechWords.Wrongs.Contains(word.Stem));
        var isClause = first.Is(WordTraits.Stop) ? first.Form is not ("the" or "a" or "an") : first.Form.EndsWith("ing", StringComparison.Ordinal);
        return isWrong ? new AnswerReading(AnswerTo.Accused, true) : isClause ? reading.About(words, -1) : null;
    }

    /// <summary>“Backed her version”, “accepted as much”, “agreed with the analysts”.</summary>
    private static AnswerReading? Support(List<Word> words, bool isWith)
    {
        var reading = new AnswerReading(AnswerTo.Pointed, false) { Supports = true };
        var whom = words.FindAll(word => !word.Is(WordTraits.Stop) && !word.Is(WordTraits.Titled));
        return isWith && words.Count <= LongestSource && whom.Count > 0 && Named(words, SpeechWords.Offered) < 0 ? reading with { Owner = [.. whom.Select(word => word.Form)] }
            : words.Count <= 4 && words.Exists(word => SpeechWords.Pointing.Contains(word.Form)) ? reading
            : Named(words, SpeechWords.Offered) is >= 0 and var named ? reading.About(words, named) with { To = AnswerTo.Pointed } : null;
    }

    private static AnswerReading? Reply(QuotedStatement said, List<Word> words)
    {
        if (IsQuoted(said.Text) || said.Kind == QuotationKind.Direct || SpeechWords.Answering.Contains(words[0].Form))
        {
            return new AnswerReading(AnswerTo.Last, FlatDenial.Begins(said.Text, words, true));
        }

        var reading = Named(words, SpeechWords.Asked) is >= 0 and var named ? new AnswerReading(AnswerTo.Pointed, false).About(words, named) : null;
        return reading?.Owner.Count > 0 || words[0].Form is "to" or "on" ? reading : null;
    }

    /// <summary>“Contradicts Berg”, “disagreed with her”: what they said.</summary>
    private static AnswerReading? Contradiction(List<Word> words)
    {
        var names = words.FindAll(word => IsName(word) && !word.Is(WordTraits.Titled));
        var reading = new AnswerReading(AnswerTo.Pointed, true) { IsNext = true };
        return words.Count > LongestSource ? null
            : names.Count > 0 && words.TrueForAll(word => IsName(word) || word.Is(WordTraits.Titled))
                ? reading with { IsNext = false, Owner = [.. names.Select(word => word.Form)] }
            : words is [{ Form: "him" or "her" or "them" }] or [{ Form: "the" }, _] && (words.Count == 1 || words[1].Is(WordTraits.Titled)) ? reading : null;
    }

    /// <summary>“Challenged the claim”, “mocked Berg’s remarks”.</summary>
    private static AnswerReading? Turning(Cue cue, List<Word> words) => Disputed(words) is >= 0 and var named
        ? new AnswerReading(AnswerTo.Pointed, cue.TurnsDown) { IsNext = true }.About(words, named)
        : cue.IsWith && cue.Contradicts ? Contradiction(words) : null;

    /// <summary>Where something that may be untrue is named right at the beginning; -1 where it is not.</summary>
    private static int Disputed(List<Word> words)
    {
        // “Called that account ‘colourful’.”
        if (words is [{ Form: "that" or "this" or "those" or "these" }, var what, ..] && SpeechWords.Said.Contains(what.Stem))
        {
            return 1;
        }

        var named = words.FindIndex(0, Math.Min(words.Count, NamedWithin), word => SpeechWords.Disputed.Contains(word.Stem));
        return named >= 0 && words.Take(named).All(word => (word.Is(WordTraits.Stop) || IsName(word)) && word.Form is not ("to" or "on" or "over" or "for")) ? named : -1;
    }

    /// <summary>“(Said) the company did not recognise the union’s figures”, “she does not accept that account”.</summary>
    private static AnswerReading? Unrecognised(List<Word> words)
    {
        var at = words.FindIndex(0, Math.Min(words.Count, NamedWithin), word => SpeechWords.Recognises.Contains(word.Form));
        return at > 0 && words.Take(at).TakeLast(2).Any(word => ReplyWords.Negations.Contains(word.Form)) && words[(at + 1)..] is var what
            && Named(what, SpeechWords.Figures) is >= 0 and <= LongestSource and var named ? new AnswerReading(AnswerTo.Pointed, true).About(what, named) : null;
    }

    /// <summary>“(Said) no such letter had reached her”, “remembers no such talk”; “there is no such thing as …” is a saying.</summary>
    private static AnswerReading? NoSuch(List<Word> words)
    {
        var such = words.FindIndex(0, Math.Min(words.Count, NamedWithin), word => word.Form == "such");
        return such > 0 && such + 1 < words.Count && words[such - 1].Form == "no" && words[such + 1].Form != "thing" ? new AnswerReading(AnswerTo.Pointed, true) : null;
    }

    /// <summary>“Called the allegations baseless”.</summary>
    private static AnswerReading? Naming(string text, List<Word> words)
    {
        var untrue = words.FindIndex(word => SpeechWords.Untrue.Contains(word.Form));
        if (untrue < 1)
        {
            // “Described the allegation as regrettable.”
            return Disputed(words) is >= 0 and var thing && (text.AsSpan().ContainsAny(Marks) || words.Skip(thing).Any(word => word.Form == "as"))
                ? new AnswerReading(AnswerTo.Pointed, false) { IsNext = true }.About(words, thing) with { To = AnswerTo.Pointed } : null;
        }

        var (reading, what) = (new AnswerReading(AnswerTo.Pointed, true), words[..untrue]);
        return what.TrueForAll(word => word.Is(WordTraits.Stop)) ? reading
            : Named(what, SpeechWords.Offered) is >= 0 and var named ? reading.About(what, named) : null;
    }

    /// <summary>Where the thing that was said is named; -1 when it is not.</summary>
    /// <param name="words">What is denied or answered.</param>
    /// <param name="others">What else may be, beside what somebody said.</param>
    private static int Named(List<Word> words, HashSet<string> others)
    {
        for (var i = 0; i < Math.Min(words.Count, NamedWithin); i++)
        {
            if (SpeechWords.Said.Contains(words[i].Stem) || others.Contains(words[i].Stem))
            {
                return i;
            }

            // “That” of “that claim” begins no clause.
            if (SpeechWords.Clause.Contains(words[i].Form) && !(i + 1 < words.Count && SpeechWords.Said.Contains(words[i + 1].Stem)))
            {
                return -1;
            }
        }

        return -1;
    }

    private static bool IsName(Word word) => word.Is(WordTraits.Capital) && !word.Is(WordTraits.Stop) && !word.Is(WordTraits.Time);

    private static bool IsQuoted(string text) => text is ['“' or '"' or '‘' or '\'' or '«' or '„', ..];

    /// <summary>Adds what is told of the thing at <paramref name="named"/>, -1 for a clause: whose it is, and what it says.</summary>
    private AnswerReading About(List<Word> words, int named)
    {
        var owner = words.Take(Math.Max(0, named)).Where(IsName).ToList();
        var rest = words[(named + 1)..];
        if (owner.Count == 0 && named >= 0)
        {
            (owner, rest) = OwnerAfter(rest);
        }

        var matter = rest.TakeWhile(word => !SpeechWords.Beside.Contains(word.Form)).Where(word => !word.Is(WordTraits.Stop))
            .ExceptBy(owner.Select(word => word.Form), word => word.Form).Select(word => word.Stem).Where(stem => !SpeechWords.Said.Contains(stem))
            .ToHashSet(StringComparer.Ordinal);
        var isAgainst = To == AnswerTo.Pointed && owner.Count == 0 && !IsInSentence && named >= 0 && SpeechWords.Against.Contains(words[named].Stem);
        return this with
        {
            Owner = [.. owner.Select(word => word.Form)],
            Matter = matter,
            // “The figure of 212,000” is whatever tells of 212,000.
            To = matter.Count >= (named < 0 ? 1 : LeastRepeated) || rest.Exists(word => word.Is(WordTraits.Number) && matter.Contains(word.Stem)) ? AnswerTo.Repeated : isAgainst ? AnswerTo.Accused : To,
        };
    }

    /// <summary>“(attacks) from Jeb Bush that …”, “(remarks) made by a cook who …”: the owner, and what follows.</summary>
    private static (List<Word> Owner, List<Word> After) OwnerAfter(List<Word> words)
    {
        var before = words.FindIndex(0, Math.Min(2, words.Count), word => SpeechWords.BeforeOwner.Contains(word.Form));
        if (before < 0)
        {
            return ([], words);
        }

        var rest = words[(before + 1)..];
        var whose = rest.TakeWhile(word => !SpeechWords.Clause.Contains(word.Form) && word.Form != "about").Take(NamedWithin).ToList();
        var names = whose.FindAll(IsName);
        return (names.Count > 0 || words[before].Form == "in" ? names : whose.FindAll(word => !word.Is(WordTraits.Stop)), rest);
    }
}
