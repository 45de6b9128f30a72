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
    /// <summary>In so many words the thing that was said is named, if it is.</summary>
    private const int NamedWithin = 9;

    /// <summary>Fewer words of matter repeat nothing.</summary>
    private const int LeastRepeated = 2;

    /// <summary>What it repeats of the claim, as stems.</summary>
    public IReadOnlySet<string> Matter { get; private init; } = new HashSet<string>();

    /// <summary>Whether the claim stands in the same sentence: “…, an allegation rejected by Washington”.</summary>
    public bool IsInSentence { get; private init; }

    /// <summary>Whose claim it says it is, as words of a name; empty where it does not say.</summary>
    public IReadOnlyList<string> Owner { get; private init; } = [];

    /// <summary>Null for a statement that answers nothing.</summary>
    public static AnswerReading? Of(QuotedStatement said)
    {
        var cue = WordReader.Read(said.Cue ?? "");
        var words = WordReader.Read(said.Text);
        return !IsDone(cue) || words.Count == 0 ? null
            : Begins(cue, SpeechWords.Denials) ? Denial(cue, words)
            : IsReply(cue) ? Reply(said, words)
            : Begins(cue, SpeechWords.Accusations) ? new AnswerReading(AnswerTo.Accuser, false)
            : Begins(cue, SpeechWords.Naming) ? Naming(words)
            : IsQuoted(said.Text) && SaysUntrue(said.Text, words) ? new AnswerReading(AnswerTo.Last, true) : null;
    }

    /// <summary>Whether somebody is told to have said something, and not that they did not, might or should.</summary>
    public static bool IsSaid(QuotedStatement said) => WordReader.Read(said.Cue ?? "") is var cue && IsDone(cue)
        && !cue.Exists(word => word.Form == "according" || SpeechWords.Thought.Contains(word.Stem));

    private static bool IsDone(List<Word> cue)
    {
        var notDone = cue.Exists(word => SpeechWords.NotDone.Contains(word.Form)) && !cue.Exists(word => SpeechWords.DoneAllTheSame.Contains(word.Form));
        var passive = cue.Exists(word => SpeechWords.Being.Contains(word.Form)) && cue.Exists(word => word.Form.EndsWith("ed", StringComparison.Ordinal));
        return !notDone && (!passive || cue[^1].Form == "by");
    }

    private static AnswerReading? Denial(List<Word> cue, List<Word> words)
    {
        var reading = new AnswerReading(AnswerTo.Pointed, true) { IsInSentence = cue[^1].Form == "by" };
        if (words.TrueForAll(word => word.Is(WordTraits.Stop)))
        {
            return reading;
        }

        if (Named(words, SpeechWords.Said, SpeechWords.Offered) is >= 0 and var named)
        {
            return reading.About(words, named);
        }

        if (!Begins(cue, SpeechWords.DenialsOfClauses))
        {
            return null;
        }

        var isWrong = words.Take(4).Any(word => SpeechWords.Wrongs.Contains(word.Stem)) && words[0].Form != "that";
        var isClause = words[0].Is(WordTraits.Stop) && words[0].Form is not ("the" or "a" or "an") || words[0].Form.EndsWith("ing", StringComparison.Ordinal);
        return isWrong ? new AnswerReading(AnswerTo.Accused, true) : isClause ? reading.About(words, -1) : null;
    }

    private static AnswerReading? Reply(QuotedStatement said, List<Word> words)
    {
        if (IsQuoted(said.Text) || said.Kind == QuotationKind.Direct || SpeechWords.Answering.Contains(words[0].Form))
        {
            return new AnswerReading(AnswerTo.Last, SaysUntrue(said.Text, words));
        }

        var reading = Named(words, SpeechWords.Said, SpeechWords.Asked) is >= 0 and var named ? new AnswerReading(AnswerTo.Pointed, false).About(words, named) : null;
        return reading?.Owner.Count > 0 || words[0].Form is "to" or "on" ? reading : null;
    }

    /// <summary>“Called the allegations baseless”.</summary>
    private static AnswerReading? Naming(List<Word> words)
    {
        var untrue = words.FindIndex(word => SpeechWords.Untrue.Contains(word.Form));
        if (untrue < 1)
        {
            return null;
        }

        var what = words[..untrue];
        return what.TrueForAll(word => word.Is(WordTraits.Stop)) ? new AnswerReading(AnswerTo.Pointed, true)
            : Named(what, SpeechWords.Said, SpeechWords.Offered) is >= 0 and var named ? new AnswerReading(AnswerTo.Pointed, true).About(what, named) : null;
    }

    /// <summary>Where the thing that was said is named; -1 when it is not.</summary>
    private static int Named(List<Word> words, HashSet<string> said, HashSet<string> offered)
    {
        for (var i = 0; i < Math.Min(words.Count, NamedWithin); i++)
        {
            if (said.Contains(words[i].Stem) || offered.Contains(words[i].Stem))
            {
                return i;
            }

            // “That” of “that claim” begins no clause.
            if (SpeechWords.Clause.Contains(words[i].Form) && !(i + 1 < words.Count && said.Contains(words[i + 1].Stem)))
            {
                return -1;
            }
        }

        return -1;
    }

    /// <summary>Adds what is told of the thing at <paramref name="named"/>: whose it is, and what it says.</summary>
    private AnswerReading About(List<Word> words, int named)
    {
        var owner = words.Take(Math.Max(0, named)).Where(IsName).Select(word => word.Form).ToList();
        var rest = words[(named + 1)..];
        if (owner.Count == 0 && named >= 0 && rest.FindIndex(0, Math.Min(2, rest.Count), word => SpeechWords.BeforeOwner.Contains(word.Form)) is >= 0 and var before)
        {
            var whose = rest.Skip(before + 1).TakeWhile(word => !SpeechWords.Clause.Contains(word.Form) && word.Form != "about").Take(NamedWithin).ToList();
            owner = [.. (whose.Exists(IsName) || rest[before].Form == "in" ? whose.Where(IsName) : whose.Where(word => !word.Is(WordTraits.Stop))).Select(word => word.Form)];
            rest = rest[(before + 1)..];
        }

        var matter = rest.TakeWhile(word => !SpeechWords.Beside.Contains(word.Form)).Where(word => !word.Is(WordTraits.Stop) && !owner.Contains(word.Form))
            .Select(word => word.Stem).Where(stem => !SpeechWords.Said.Contains(stem)).ToHashSet(StringComparer.Ordinal);
        var isAgainst = To == AnswerTo.Pointed && owner.Count == 0 && named >= 0 && SpeechWords.Against.Contains(words[named].Stem);
        return this with
        {
            Owner = owner,
            Matter = matter,
            To = matter.Count >= (named < 0 ? 1 : LeastRepeated) ? AnswerTo.Repeated : isAgainst && !IsInSentence ? AnswerTo.Accused : To,
        };
    }

    private static bool IsName(Word word) => word.Is(WordTraits.Capital) && !word.Is(WordTraits.Stop) && !word.Is(WordTraits.Time);

    private static bool IsReply(List<Word> cue) => Begins(cue, SpeechWords.Replies)
        || (cue.Count > 1 && cue[^1].Form == "back" && SpeechWords.BeforeBack.Contains(cue[^2].Form));

    private static bool IsQuoted(string text) => text.Length > 0 && text[0] is '“' or '"' or '‘' or '\'' or '«' or '„';

    /// <summary>“That’s not true.”, “No, …”</summary>
    private static bool SaysUntrue(string text, List<Word> words)
    {
        if (words[0].Form is ("no" or "nonsense") && EndsClause(text, words[0]))
        {
            return true;
        }

        var (i, not) = (words[0].Form is "absolutely" or "not" ? 0 : 1, false);
        for (; i < Math.Min(words.Count, 6) && (words[i].Is(WordTraits.Stop) || words[i].Form.EndsWith("ly", StringComparison.Ordinal)); i++)
        {
            not |= words[i].Form is "not" or "isn't" or "wasn't" or "aren't";
            if (not && words[0].Form == "absolutely" && EndsClause(text, words[i]))
            {
                return true;
            }
        }

        var points = words[0].Form is "absolutely" or "not" or "that" or "that's" or "this" or "it" or "it's" or "they" or "these" or "those";
        return points && i < words.Count && EndsClause(text, words[i])
            && (SpeechWords.Untrue.Contains(words[i].Form) || (not && words[i].Form is ("true" or "case")));
    }

    private static bool EndsClause(string text, Word word) => word.Span.End >= text.Length || text[word.Span.End] is not ' ' || text[word.Span.End..].TrimStart() is ['@' or '–' or '—' or '-', ..];

    private static bool Begins(List<Word> cue, string[] stems) => cue.Exists(word => stems.Any(stem => word.Form.StartsWith(stem, StringComparison.Ordinal)));
}
