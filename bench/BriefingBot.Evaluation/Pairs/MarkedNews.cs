using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using BriefingBot.Evaluation.Stories;
using BriefingBot.Quotes.Articles;

namespace BriefingBot.Evaluation.Pairs;

/// <summary>
/// Articles of an evaluation set with the pairs that were marked in them, each a story of its own. The pairs stand in a file beside: a line with
/// an article's id, below it lines such as <c>denial 5 -> 12</c>, which count the article's attributions from 1; a question mark behind one
/// says that another reader may judge otherwise.
/// </summary>
internal static partial class MarkedNews
{
    /// <summary>Those articles that the file of pairs names.</summary>
    /// <param name="articles">One a line, with <c>id</c>, <c>date</c>, <c>title</c>, <c>text</c> and <c>attributions</c>.</param>
    /// <param name="pairs">The file of pairs.</param>
    /// <exception cref="FormatException">A line is none of these, or names what the article has not; the message names file and line.</exception>
    public static IEnumerable<GoldStory> Read(string articles, string pairs)
    {
        var marked = ReadPairs(new StorySource(pairs));
        foreach (var row in JsonLines.Read<Row>(articles).Where(row => marked.ContainsKey(row.Id)))
        {
            var attributions = row.Attributions.Select((said, i) => said.ToGold(i + 1)).ToList();
            yield return new GoldStory(
                [new GoldArticle(row.Id, row.Publisher, row.Date, row.Title, row.Text, attributions)],
                marked[row.Id].ConvertAll(mark => mark.First <= attributions.Count && mark.Second <= attributions.Count
                    ? new GoldPair(mark.Kind, new GoldPlace(row.Id, mark.First), new GoldPlace(row.Id, mark.Second)) { IsDoubtful = mark.IsDoubtful }
                    : throw new FormatException($"{pairs}: {row.Id} has no attribution {Math.Max(mark.First, mark.Second)}")));
        }
    }

    private static Dictionary<string, List<Mark>> ReadPairs(StorySource source)
    {
        var marked = new Dictionary<string, List<Mark>>(StringComparer.Ordinal);
        List<Mark>? of = null;
        for (var line = 0; line < source.Lines.Count; line++)
        {
            if (PairLine().Match(source.Lines[line]) is { Success: true, Groups: var said })
            {
                (of ?? throw source.Error(line, "an article's id is needed before its pairs")).Add(new Mark(
                    Enum.Parse<GoldPairKind>(said[1].ValueSpan, ignoreCase: true), int.Parse(said[2].ValueSpan, CultureInfo.InvariantCulture),
                    int.Parse(said[3].ValueSpan, CultureInfo.InvariantCulture), said[4].Length > 0));
            }
            else if (source.Lines[line].Contains(' ', StringComparison.Ordinal))
            {
                throw source.Error(line, "an article's id or a pair such as “denial 5 -> 12” is needed");
            }
            else if (source.Lines[line].Length > 0)
            {
                marked[source.Lines[line]] = of = [];
            }
        }

        return marked;
    }

    [GeneratedRegex(@"^(denial|answer) ([0-9]{1,4}) -> ([0-9]{1,4})( \?)?$")]
    private static partial Regex PairLine();

    private sealed record Mark(GoldPairKind Kind, int First, int Second, bool IsDoubtful);

    private sealed record Row(string Id, string Publisher, DateOnly Date, string Title, string Text, IReadOnlyList<Said> Attributions);

    private sealed record Said(
        string Kind,
        bool Speech,
        string? Speaker,
        [property: JsonPropertyName("speaker_type")] string? SpeakerType,
        IReadOnlyList<JsonElement[]> Source,
        IReadOnlyList<JsonElement[]> Cue,
        IReadOnlyList<JsonElement[]> Content)
    {
        public GoldAttribution ToGold(int number) => new(
            number,
            ArticleSource.KindOf(Kind).Kind,
            Speech, Speaker, SpeakerType, Spans(Source), Spans(Cue), Spans(Content));

        private static List<TextSpan> Spans(IReadOnlyList<JsonElement[]> spans) => [.. spans.Select(span => TextSpan.Between(span[0].GetInt32(), span[1].GetInt32()))];
    }
}
