using System.Text.Json.Serialization;
using BriefingBot.Evaluation.Stories;
using BriefingBot.Indexing;
using BriefingBot.Quotes.Quotations;

namespace BriefingBot.Evaluation;

/// <summary>The verb <c>quotes GOLD.jsonl [--model FILE|none]</c>: extracts the quotations of each article and writes one a line.</summary>
internal static class QuotesVerb
{
    public static void Run(string path, string? model, TextWriter output)
    {
        var finder = OpenStory.FinderOf(ModelFile.Open(model));
        foreach (var article in JsonLines.Read<Article>(path))
        {
            foreach (var quotation in finder.Analyze(article.Text).Quotations)
            {
                JsonLines.Write(output, PredictionOf(article, quotation));
            }
        }
    }

    private static Prediction PredictionOf(Article article, Quotation quotation) => new(
        article.Id,
        quotation.Cover.Start,
        quotation.Cover.End,
        quotation.Cover.Of(article.Text),
        ArticleSource.NameOf(quotation.Kind),
        quotation.SpeakerName,
        quotation.Mention?.Of(article.Text),
        quotation.Mention?.Start,
        quotation.Mention?.End,
        quotation.Cue?.Of(article.Text),
        [.. quotation.Spans.Select(span => new[] { span.Start, span.End })],
        Math.Round(quotation.Confidence, 3),
        quotation.Why);

    /// <summary>All that is read of a line: what else stands there is the answer.</summary>
    private sealed record Article(string Id, string Text);

    private sealed record Prediction(
        string Article,
        int Start,
        int End,
        string Text,
        string Kind,
        string? Speaker,
        [property: JsonPropertyName("speaker_mention")] string? SpeakerMention,
        [property: JsonPropertyName("speaker_start")] int? SpeakerStart,
        [property: JsonPropertyName("speaker_end")] int? SpeakerEnd,
        string? Cue,
        IReadOnlyList<int[]> Spans,
        double Confidence,
        string Why);
}
