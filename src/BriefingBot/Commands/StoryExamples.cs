using BriefingBot.Search;

namespace BriefingBot.Commands;

/// <summary>
/// Commands that the story in hand answers, made from its own words and speakers. Options are named, so that a line works wherever it is
/// typed: a terminal would take the words alone, Discord would not.
/// </summary>
internal static class StoryExamples
{
    private const int Looked = 12;

    /// <summary>“called” and “before” are said in every story.</summary>
    private const int TellingWord = 8;

    /// <summary>One example a command, each tried before it is offered; none when the story quotes nobody.</summary>
    public static IReadOnlyList<string> From(SentenceIndex index)
    {
        var quoted = index
            .Search(new PassageQuery { Order = PassageOrder.NewestFirst, RefuseWeak = false, Take = Looked }).Passages
            .Select(passage => (passage.Quotation?.Speaker, Word: Word(passage)))
            .Where(candidate => candidate is { Speaker: not null, Word: not null })
            .Select(candidate => (Speaker: candidate.Speaker!, Word: candidate.Word!))
            .OrderByDescending(candidate => candidate.Word.Length >= TellingWord)
            .ToList();
        if (quoted.FirstOrDefault(candidate => Answers(index, candidate.Word)) is not { Word: { } word, Speaker: { } speaker })
        {
            return [];
        }

        var other = index.Story().Speakers.FirstOrDefault(member => member.Statements > 0)?.Name ?? speaker;
        var question = $"What did {speaker} say about “{word}”?";
        List<string> examples = [$"/who-said words:{word}", $"/quotes keyword:{word} speaker:{speaker}"];
        if (question.Length <= CommandCatalog.LongestText
            && index.Search(new PassageQuery { Words = question, Scope = PassageScope.Sentences, Take = 1 }).Found)
        {
            examples.Add($"/ask question:{question}");
        }

        examples.AddRange([$"/speaker name:{other}", $"/timeline speaker:{other}", "/story"]);
        return examples;
    }

    private static bool Answers(SentenceIndex index, string word) => index.Search(new PassageQuery { Words = word, Take = 1 }).Found;

    /// <summary>The longest word of lower case letters between quotation marks, which is likely to be a telling one.</summary>
    private static string? Word(Passage passage)
    {
        var text = passage.Quotation!.Text;
        var open = text.IndexOfAny(['“', '"', '«', '„']);
        if (open < 0)
        {
            return null;
        }

        var close = text.IndexOfAny(['”', '"', '»', '“'], open + 1);
        var words = text[(open + 1)..(close < 0 ? text.Length : close)]
            .Split([' ', '\n', ',', '.', ';', ':', '?', '!', '—', '–'], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word.Length is >= 6 and <= 24 && word.All(char.IsAsciiLetterLower));
        return words.MaxBy(word => word.Length);
    }
}
