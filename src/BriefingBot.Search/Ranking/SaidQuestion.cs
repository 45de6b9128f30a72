using System.Collections.Frozen;
using BriefingBot.Search.Words;

namespace BriefingBot.Search.Ranking;

/// <summary>A question for what somebody said: “What did Ada Berg say about the bridge?”</summary>
/// <param name="Speaker">As the question calls them; never blank.</param>
/// <param name="About">Empty where anything is asked for.</param>
internal sealed record SaidQuestion(string Speaker, string About)
{
    private static readonly FrozenSet<string> Asking = new[] { "did", "does", "do", "has", "have", "had" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Saying = new[]
    {
        "say", "said", "think", "thought", "tell", "told", "write", "written", "claim", "claimed", "argue", "argued", "testify", "testified", "reply", "replied",
        "answer", "answered", "announce", "announced", "warn", "warned", "comment", "commented", "state", "stated", "admit", "admitted", "promise", "promised",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Null for every other question.</summary>
    public static SaidQuestion? Read(string question)
    {
        var words = WordReader.Read(question);
        // “The State Department”: a name of such a word.
        var verb = words.FindIndex(word => Saying.Contains(word.Form) && !word.Is(WordTraits.Capital));
        if (verb < 3 || words[0].Form != "what" || !Asking.Contains(words[1].Form))
        {
            return null;
        }

        var about = verb + 1;
        while (about < words.Count && words[about].Form is "about" or "of" or "on" or "to" or "regarding" or "concerning")
        {
            about++;
        }

        return new SaidQuestion(question[words[2].Span.Start..words[verb - 1].Span.End], about < words.Count ? question[words[about].Span.Start..] : "");
    }
}
