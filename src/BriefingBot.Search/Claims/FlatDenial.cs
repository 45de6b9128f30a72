using BriefingBot.Search.Words;

namespace BriefingBot.Search.Claims;

/// <summary>Words that begin by saying that it is not so: “That’s not true.”, “No, …”, “Absolutely not.”</summary>
internal static class FlatDenial
{
    /// <summary>So early the judgement is given.</summary>
    private const int Within = 6;

    private static readonly HashSet<string> Subjects = new(["that", "that's", "this", "it", "it's", "they", "these", "those"], StringComparer.Ordinal);

    /// <param name="text">What is said.</param>
    /// <param name="words">Its words; at least one.</param>
    public static bool Begins(string text, IReadOnlyList<Word> words)
    {
        var first = words[0].Form;
        if (first is "no" or "nonsense")
        {
            return EndsClause(text, words[0]);
        }

        var isSubject = Subjects.Contains(first);
        if (!isSubject && first is not ("absolutely" or "not"))
        {
            return false;
        }

        var not = false;
        for (var i = isSubject ? 1 : 0; i < Math.Min(words.Count, Within); i++)
        {
            not |= words[i].Form is "not" or "isn't" or "wasn't" or "aren't";
            if (EndsClause(text, words[i]))
            {
                return SpeechWords.Untrue.Contains(words[i].Form) || (not && (first == "absolutely" || words[i].Form is "true" or "case"));
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
