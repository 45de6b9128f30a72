using System.Collections.Frozen;

namespace BriefingBot.Quotes.Quotations;

/// <summary>“the airline's claim that …”, “his promise to …”: nouns that report a statement of whoever possesses them.</summary>
internal static class SpeechNouns
{
    private const int Reach = 400;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Known = new[]
    {
        "claim", "claims", "statement", "assertion", "assertions", "allegation", "allegations", "accusation", "accusations", "charge", "charges",
        "suggestion", "suggestions", "argument", "arguments", "complaint", "complaints", "warning", "warnings", "promise", "promises", "pledge",
        "pledges", "vow", "announcement", "remark", "remarks", "comment", "comments", "denial", "denials", "contention", "prediction", "predictions",
        "insistence", "admission", "threat", "threats", "proposal", "declaration", "recommendation", "acknowledgment", "assurance", "assurances",
        "defence", "defense", "retort", "rejoinder", "verdict", "protestation", "protestations", "observation", "explanation", "reply", "response", "responses",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether the word is such a noun, in any case.</summary>
    public static bool Contains(ReadOnlySpan<char> word) => Known.Contains(word);

    /// <summary>A candidate for each such noun that a “that”-clause follows, or that stands behind marks.</summary>
    public static void AddTo(List<Attribution> candidates, Reading text)
    {
        for (var i = 1; i + 2 < text.Count; i++)
        {
            if (text.Is(i + 1, WordClass.That) && text.Stretch(i) < 0 && Known.Contains(text.Text.Word(i))
                && Possessor(text, i) is { IsEmpty: false } mention
                && text.Sentence(i) == text.Sentence(i + 1))
            {
                var end = Math.Min(text.SentenceRun(text.Sentence(i)).End, i + Reach);
                candidates.Add(new Attribution
                {
                    Cue = new Cue(new TokenRun(i, i + 1), i, CueUse.Finite),
                    Frame = Frame.That,
                    Contents = [new TokenRun(i + 1, ContentEnds.Find(text, i + 1, Frame.Object, end))],
                    Mention = mention,
                    Rule = MentionRule.Possessor,
                    Score = 0.6,
                });
            }
            else if (text.IsWord(i + 1, "of") && text.Stretch(i) < 0 && Known.Contains(text.Text.Word(i)) && Closing(text, i) is { } closing)
            {
                candidates.Add(closing);
            }
        }
    }

    /// <summary>“…,” was the verdict of one man: the noun stands behind what was said in marks, and its speaker behind “of”.</summary>
    private static Attribution? Closing(Reading text, int noun)
    {
        var mark = noun - 3;
        if (mark < 0 || !text.IsWord(noun - 1, "the") || !text.Is(noun - 2, WordClass.Be) || !text.IsWord(noun + 1, "of") || !text.Is(mark, WordClass.Mark)
            || text.Stretch(mark) is not (var stretch and >= 0) || text.StretchRun(stretch).End != noun - 2)
        {
            return null;
        }

        var mention = Subjects.After(text, noun + 2, text.SentenceRun(text.Sentence(noun)).End);
        return mention.IsEmpty ? null : new Attribution
        {
            Cue = new Cue(new TokenRun(noun - 2, noun + 2), noun, CueUse.Finite),
            Frame = Frame.Before,
            Contents = [text.StretchRun(stretch)],
            Mention = mention,
            Rule = MentionRule.Inverted,
            Score = 0.8,
        };
    }

    private static TokenRun Possessor(Reading text, int noun)
    {
        var floor = text.SentenceRun(text.Sentence(noun)).First;
        var i = noun - 1;
        while (i > floor && noun - i < 4
            && !text.Is(i, WordClass.Possessive | WordClass.Genitive | WordClass.Comma | WordClass.Stop | WordClass.Preposition))
        {
            i--;
        }

        return text.Is(i, WordClass.Possessive) && !text.IsWord(i, "whose") ? new TokenRun(i, i + 1)
            : text.Is(i, WordClass.Genitive) && i > floor ? NounPhrases.EndingAt(text, i - 1, floor)
            : TokenRun.None;
    }
}
