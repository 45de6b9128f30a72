using BriefingBot.Search.Words;

namespace BriefingBot.Search.Claims;

/// <summary>Words that begin by saying that it is not so: “That’s not true.”, “No, …”, “Absolutely not.”</summary>
internal static class FlatDenial
{
    /// <summary>So early the judgement is given.</summary>
    private const int Within = 6;

    private static readonly HashSet<string> Subjects =
        new(["that", "that's", "this", "it", "it's", "they", "they're", "these", "those", "neither", "none"], StringComparer.Ordinal);

    /// <param name="text">What is said.</param>
    /// <param name="words">Its words; at least one.</param>
    /// <param name="isQuoted">Whether these are the speaker's own words; of a report only what leaves out what it denies is one.</param>
    public static bool Begins(string text, IReadOnlyList<Word> words, bool isQuoted) => BeginsSo(
        text, words is [{ Form: "with" }, { Form: "respect" }, _, ..] && text.AsSpan(words[1].Span.End) is [',', ..] ? [.. words.Skip(2)] : words, isQuoted);

    private static bool BeginsSo(string text, IReadOnlyList<Word> words, bool isQuoted) => LeavesOut(text, words) || NeverHappened(text, words) || SaysFalse(text, words, IsOfClaim)
        || ((isQuoted || words is [{ Form: "that" or "this" or "neither" }, { Form: "is" or "was" }, ..]) && Judges(text, words))
        || (isQuoted && (Never(text, words) || NoTruth(words)));

    /// <summary>“It does no such thing”, “he did not”, “not so”.</summary>
    private static bool LeavesOut(string text, IReadOnlyList<Word> words)
    {
        for (var i = 0; i < Math.Min(words.Count, Within); i++)
        {
            if (words[i].Form is "no" && i + 1 < words.Count && words[i + 1].Form is "such" && i > 0 && words[i - 1].Form is "do" or "does" or "did" or "done")
            {
                return true;
            }

            if (EndsClause(text, words[i]))
            {
                var before = i > 0 ? words[i - 1].Form : "";
                return (words[i].Form is "not" && before is "did" or "does" or "do" or "has" or "have" or "was" or "is" or "are" or "were" or "certainly")
                    || (i > 0 && words[i].Form is "didn't" or "doesn't" or "hasn't" or "wasn't" or "isn't" or "haven't" or "weren't")
                    || (words[i].Form is "so" && before is "not" && i == 1);
            }
        }

        return false;
    }

    /// <summary>“Never happened”, “That never happened”.</summary>
    private static bool NeverHappened(string text, IReadOnlyList<Word> words) => Enumerable.Range(0, Math.Min(words.Count, 3)).FirstOrDefault(i => words[i].Form == "happened") is >= 1 and var at
        && words[at - 1].Form == "never" && (at == 1 || Subjects.Contains(words[0].Form)) && EndsClause(text, words[at]);

    /// <summary>“I never said that.”</summary>
    private static bool Never(string text, IReadOnlyList<Word> words) =>
        words is [{ Form: "i" or "we" }, { Form: "never" }, var done, var what, ..]
        && done.Form is "said" or "did" or "called" or "told" or "asked" or "wrote" or "used" && what.Form is "that" or "this" or "it" or "so" or "him" or "her" or "them"
        && EndsClause(text, what);

    /// <summary>“There is no truth in that.”</summary>
    private static bool NoTruth(IReadOnlyList<Word> words) =>
        // “There’s” is read as “there”.
        words is [{ Form: "there" }, { Form: "is" or "was" or "no" or "zero" or "absolutely" or "not" }, ..]
        && words.Take(Within).Any(word => word.Form is "truth");

    /// <summary>“The suit is without merit.”</summary>
    public static bool OfDocument(string text, IReadOnlyList<Word> words) => SaysFalse(text, words, word => ReplyWords.Papers.Contains(word.Form));

    private static bool IsOfClaim(Word word) => SpeechWords.Said.Contains(word.Stem) || SpeechWords.Figures.Contains(word.Stem);

    /// <summary>“The allegations are untrue.”, “Those figures are not correct.”</summary>
    private static bool SaysFalse(string text, IReadOnlyList<Word> words, Func<Word, bool> isOfClaim)
    {
        var be = -1;
        for (var i = 1; i < Math.Min(words.Count, Within + 2); i++)
        {
            be = be < 0 && isOfClaim(words[i - 1]) && words[i].Form is "is" or "are" or "was" or "were" ? i : be;
            if (be > 0 && i == be + 1 && (SpeechWords.Untrue.Contains(words[i].Form) || IsFake(words, i)
                || (words[i].Form == "without" && i + 1 < words.Count && words[i + 1].Form is "merit" or "foundation" or "basis" or "substance")))
            {
                return true;
            }

            if (EndsClause(text, words[i]))
            {
                return be > 0 && i > be && (SpeechWords.Untrue.Contains(words[i].Form) || (words[i].Form is "true" or "correct" or "accurate" && words[be + 1].Form == "not"));
            }
        }

        return false;
    }

    /// <summary>“a fake”, “a crude forgery”.</summary>
    private static bool IsFake(IReadOnlyList<Word> words, int article) => words[article].Form is "a" or "an"
        && words.Skip(article + 1).Take(2).Any(word => word.Form is "fake" or "forgery" or "hoax" or "fabrication" or "lie" or "fiction" or "invention");

    private static bool Judges(string text, IReadOnlyList<Word> words)
    {
        var first = words[0].Form;
        if (first is "no" or "nonsense")
        {
            return EndsClause(text, words[0]);
        }

        var isSubject = Subjects.Contains(first);
        if (!isSubject && first is not ("absolutely" or "not" or "certainly"))
        {
            return false;
        }

        var not = false;
        for (var i = isSubject ? 1 : 0; i < Math.Min(words.Count, Within); i++)
        {
            not |= words[i].Form is "not" or "isn't" or "wasn't" or "aren't";
            if (EndsClause(text, words[i]))
            {
                return SpeechWords.Untrue.Contains(words[i].Form) || (not && (first is "absolutely" or "certainly" || words[i].Form is "true" or "case"));
            }
        }

        return false;
    }

    /// <summary>“No daylight” denies nothing.</summary>
    private static bool EndsClause(string text, Word word)
    {
        var after = text.AsSpan(word.Span.End);
        return after is [] or [not ' ', ..] || after.TrimStart() is ['@' or '–' or '—' or '-', ..];
    }
}
