using System.Globalization;
using System.Text.RegularExpressions;
using BriefingBot.Quotes.Articles;
using BriefingBot.Quotes.Quotations;

namespace BriefingBot.Evaluation.Stories;

/// <summary>
/// Reads an article of a story: front matter as in the product's own articles (<c>title</c>, <c>source</c>, <c>published</c>),
/// the marked text, and after a third <c>---</c> a line for each attribution: <c>1 direct Ada Byron</c>,
/// <c>2 mixed Royal Society (organization)</c>, <c>3 indirect -</c>, <c>4 thought Ada Byron</c>. The kind is said and checked
/// against the text, so that a quotation mark in the wrong place is noticed.
/// </summary>
internal static partial class ArticleSource
{
    private const string Fence = "---";

    /// <exception cref="FormatException">Something is broken; the message names file and line.</exception>
    public static GoldArticle Read(string path, string id)
    {
        var source = new StorySource(path);
        var fences = Enumerable.Range(0, source.Lines.Count).Where(line => source.Lines[line] == Fence).ToArray();
        if (fences.Length != 3 || fences[0] != 0)
        {
            throw source.Error(fences.Length > 3 ? fences[3] : 0, $"three lines {Fence} are needed, the first of them at the very start");
        }

        var (title, publisher, date) = FrontMatter(source, fences[1]);
        var marked = MarkedText.Read(source, fences[1] + 1, fences[2]);
        var words = new QuotedWords(marked.Text);
        GoldRules.Check(source, marked, words);
        var marks = marked.Marks.ToLookup(mark => mark.Number);
        var attributions = new Dictionary<int, GoldAttribution>();
        for (var line = fences[2] + 1; line < source.Lines.Count; line++)
        {
            if (source.Lines[line].Length > 0)
            {
                var attribution = Attribution(source, line, marks, words);
                if (!attributions.TryAdd(attribution.Number, attribution))
                {
                    throw source.Error(line, $"attribution {attribution.Number} has two lines");
                }
            }
        }

        if (marked.Marks.FirstOrDefault(mark => !attributions.ContainsKey(mark.Number)) is { } lone)
        {
            throw source.Error(lone.Line, $"attribution {lone.Number} has marks but no line at the end");
        }

        return new GoldArticle(id, publisher, date, title, marked.Text, [.. attributions.Values.OrderBy(one => one.Content[0])]);
    }

    private static (string Title, string Publisher, DateOnly Date) FrontMatter(StorySource source, int end)
    {
        const string Needed = "“title: …”, “source: …” and “published: yyyy-MM-dd” are needed, each once";
        var values = new Dictionary<string, string>();
        for (var line = 1; line < end; line++)
        {
            var parts = source.Lines[line].Split(": ", 2);
            if (parts is not [("title" or "source" or "published") and var key, var value] || !values.TryAdd(key, value.Trim()))
            {
                throw source.Error(line, Needed);
            }
        }

        if (values.Count < 3
            || !DateOnly.TryParseExact(values["published"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            throw source.Error(end, Needed);
        }

        return (Unquoted(values["title"]), values["source"], date);
    }

    /// <summary>A title with a colon stands in double quotation marks where the file is also to be YAML.</summary>
    private static string Unquoted(string title) => title is ['"', .. var inner, '"'] ? inner : title;

    private static GoldAttribution Attribution(StorySource source, int line, ILookup<int, Mark> marks, QuotedWords words)
    {
        var said = AttributionLine().Match(source.Lines[line]);
        if (!said.Success)
        {
            throw source.Error(line, "a number, “direct”, “mixed”, “indirect” or “thought”, and a speaker or “-” are needed");
        }

        var number = int.Parse(said.Groups["number"].ValueSpan, CultureInfo.InvariantCulture);
        var content = Spans(marks[number], MarkRole.Content);
        if (content.Count == 0)
        {
            throw source.Error(line, $"attribution {number} has no content: no mark {{q{number}:…}}");
        }

        var (kind, speech) = KindOf(said.Groups["kind"].Value);
        if (words.KindOf(content) is var found && found != kind)
        {
            var told = said.Groups["kind"].Value;
            throw source.Error(line, $"attribution {number} is said to be {told}, but by its quotation marks it is {NameOf(found)}");
        }

        var speaker = said.Groups["speaker"].Success ? said.Groups["speaker"].Value : null;
        var sources = Spans(marks[number], MarkRole.Source);
        if (speaker is not null && sources.Count == 0)
        {
            throw source.Error(line, $"attribution {number} has a speaker but no source: no mark {{s{number}:…}}");
        }

        var type = speaker is null ? null : said.Groups["organization"].Success ? "organization" : "person";
        return new GoldAttribution(number, kind, speech, speaker, type, sources, Spans(marks[number], MarkRole.Cue), content);
    }

    private static IReadOnlyList<TextSpan> Spans(IEnumerable<Mark> marks, MarkRole role) =>
        [.. marks.Where(mark => mark.Role == role).Select(mark => mark.Span).Order()];

    /// <summary>What a kind is that the evaluation sets or the stories call so, and whether it is uttered.</summary>
    public static (QuotationKind Kind, bool Speech) KindOf(string said) => said switch
    {
        "direct" => (QuotationKind.Direct, true),
        "mixed" => (QuotationKind.Partly, true),
        "indirect" => (QuotationKind.Paraphrase, true),
        _ => (QuotationKind.Paraphrase, false),
    };

    /// <summary>What the evaluation sets call a kind.</summary>
    public static string NameOf(QuotationKind kind) => kind switch
    {
        QuotationKind.Direct => "direct",
        QuotationKind.Partly => "mixed",
        _ => "indirect",
    };

    [GeneratedRegex(
        @"^(?<number>[0-9]{1,4}) (?<kind>direct|mixed|indirect|thought) " +
        @"(?:-|(?<speaker>[^\s()-][^()]*[^\s()])(?<organization> \(organization\))?)$")]
    private static partial Regex AttributionLine();
}
