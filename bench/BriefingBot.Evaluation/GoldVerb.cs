using System.Text.Json.Serialization;
using BriefingBot.Evaluation.Stories;
using BriefingBot.Quotes.Articles;

namespace BriefingBot.Evaluation;

/// <summary>The verb <c>gold FOLDER</c>: a story's articles without their marks and what is attributed in them, or its pairs.</summary>
internal static class GoldVerb
{
    public static void Run(string folder, bool pairs, TextWriter output)
    {
        var story = GoldStory.Read(folder);
        if (pairs)
        {
            foreach (var pair in story.Pairs)
            {
                JsonLines.Write(output, new PairRow(pair.Kind.ToString().ToLowerInvariant(), RowOf(pair.First), RowOf(pair.Second)));
            }

            return;
        }

        foreach (var article in story.Articles)
        {
            var date = article.Date.ToString("yyyy-MM-dd");
            var attributions = article.Attributions.Select(said => RowOf(article.Text, said)).ToList();
            JsonLines.Write(output, new ArticleRow(article.Id, article.Publisher, date, article.Title, article.Text, attributions));
        }
    }

    private static PlaceRow RowOf(GoldPlace place) => new(place.Article, place.Attribution);

    private static AttributionRow RowOf(string text, GoldAttribution said) => new(
        said.Number,
        Rows(text, said.Source),
        Rows(text, said.Cue),
        Rows(text, said.Content),
        ArticleSource.NameOf(said.Kind),
        said.Speech,
        said.Speaker,
        said.SpeakerType);

    private static List<object[]> Rows(string text, IReadOnlyList<TextSpan> spans) =>
        [.. spans.Select(span => new object[] { span.Start, span.End, span.Of(text) })];

    private sealed record ArticleRow(
        string Id, string Publisher, string Date, string Title, string Text, IReadOnlyList<AttributionRow> Attributions);

    private sealed record AttributionRow(
        int Id,
        IReadOnlyList<object[]> Source,
        IReadOnlyList<object[]> Cue,
        IReadOnlyList<object[]> Content,
        string Kind,
        bool Speech,
        string? Speaker,
        [property: JsonPropertyName("speaker_type")] string? SpeakerType);

    private sealed record PairRow(string Kind, PlaceRow First, PlaceRow Second);

    private sealed record PlaceRow(string Article, int Attribution);
}
