using BriefingBot.Quotes.Sentences;

namespace BriefingBot.Evaluation;

/// <summary>Splits texts into sentences, for a scorer that compares their ends.</summary>
internal static class SentencesVerb
{
    public static void Run(string path, TextWriter output)
    {
        foreach (var item in JsonLines.Read<Item>(path))
        {
            var sentences = SentenceSplitter.Split(item.Input).Select(sentence => sentence.Span.Of(item.Input));
            JsonLines.Write(output, new Split(item.Id, [.. sentences]));
        }
    }

    private sealed record Item(string Id, string Input);

    private sealed record Split(string Id, IReadOnlyList<string> Sentences);
}
