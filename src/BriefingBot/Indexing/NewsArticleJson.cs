using System.Text.Json;
using BriefingBot.Quotes.Articles;

namespace BriefingBot.Indexing;

/// <summary>
/// schema.org's <c>NewsArticle</c> and its kin as JSON-LD (https://schema.org/NewsArticle): one object, an array, or a <c>@graph</c>.
/// </summary>
internal static class NewsArticleJson
{
    private static readonly HashSet<string> Types = new(StringComparer.Ordinal)
    {
        "Article", "AdvertiserContentArticle", "AnalysisNewsArticle", "AskPublicNewsArticle", "BackgroundNewsArticle", "BlogPosting",
        "LiveBlogPosting", "NewsArticle", "OpinionNewsArticle", "Report", "ReportageNewsArticle", "ReviewNewsArticle", "SatiricalArticle",
        "ScholarlyArticle", "SocialMediaPosting", "TechArticle",
    };

    /// <summary>The articles of a JSON file; those of an array are numbered by their place in it: <c>id#1</c>, <c>id#2</c>, …</summary>
    /// <exception cref="UnreadableArticleException">Not JSON, another schema, or an article without its text.</exception>
    public static IReadOnlyList<Article> Read(string id, string content)
    {
        try
        {
            using var json = JsonDocument.Parse(content);
            var found = new List<Article>();
            foreach (var (number, element) in ArticlesIn(json.RootElement))
            {
                found.Add(ReadArticle(number is { } n ? $"{id}#{n}" : id, element));
            }

            return found.Count > 0 ? found : throw new UnreadableArticleException(
                "It is JSON of another schema; an article is a schema.org NewsArticle with headline and articleBody, or an array of them.");
        }
        catch (JsonException bad)
        {
            throw new UnreadableArticleException(
                $"It is not valid JSON, or nested more than 64 levels deep (see line {bad.LineNumber + 1}); correct it there.");
        }
        catch (InvalidOperationException)
        {
            // A \u escape that is half of a character: such a string cannot be read.
            throw new UnreadableArticleException("One of its \\u escapes is half of a surrogate pair; write the character out.");
        }
    }

    /// <summary>
    /// The first object that says when it was published, of a page's JSON-LD; null when there is none or the JSON is bad.
    /// </summary>
    public static NewsArticleFacts? FactsIn(string content)
    {
        try
        {
            using var json = JsonDocument.Parse(content);
            foreach (var (_, element) in ArticlesIn(json.RootElement))
            {
                return FactsOf(element);
            }
        }
        catch (Exception bad) when (bad is JsonException or InvalidOperationException)
        {
            // A page's own metadata is a help, not a condition.
        }

        return null;
    }

    private static IEnumerable<(int? Number, JsonElement Element)> ArticlesIn(JsonElement root)
    {
        if (root.ValueKind == JsonValueKind.Array)
        {
            return root.EnumerateArray().Select((element, index) => ((int?)index + 1, element)).Where(each => IsArticle(each.element));
        }

        if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("@graph", out var graph) && graph.ValueKind == JsonValueKind.Array)
        {
            var articles = graph.EnumerateArray().Where(IsArticle).ToList();
            return articles.Select((element, index) => (articles.Count == 1 ? null : (int?)index + 1, element));
        }

        return IsArticle(root) ? [(null, root)] : [];
    }

    private static bool IsArticle(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return false;
        }

        if (!element.TryGetProperty("@type", out var type))
        {
            return element.TryGetProperty("articleBody", out _);
        }

        return type.ValueKind switch
        {
            JsonValueKind.String => IsArticleType(type.GetString()!),
            JsonValueKind.Array => type.EnumerateArray().Any(each => each.ValueKind == JsonValueKind.String && IsArticleType(each.GetString()!)),
            _ => false,
        };
    }

    /// <summary>Types are written bare, with a prefix (<c>schema:NewsArticle</c>) or as an address.</summary>
    private static bool IsArticleType(string type) => Types.Contains(type[(type.LastIndexOfAny(['/', ':', '#']) + 1)..]);

    private static Article ReadArticle(string id, JsonElement element)
    {
        var text = Words(element, "articleBody", "\n\n");
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new UnreadableArticleException(
                id.Contains('#', StringComparison.Ordinal)
                ? $"Its article number {id[(id.LastIndexOf('#') + 1)..]} has no articleBody; add the text there."
                : "It has no articleBody; add the article's text there.");
        }

        var facts = FactsOf(element);
        return new Article(id, facts.Title ?? "", text)
        {
            Source = facts.Source,
            Author = facts.Author,
            Url = facts.Url,
            Published = facts.Published?.Day,
            PublishedAt = facts.Published?.Moment,
        };
    }

    private static NewsArticleFacts FactsOf(JsonElement element) => new(
        Words(element, "headline") ?? Words(element, "title") ?? Words(element, "name"),
        Words(element, "publisher") ?? Words(element, "source"),
        Words(element, "author"),
        ArticleAddress.Read(Words(element, "url")) ?? ArticleAddress.Read(Words(element, "mainEntityOfPage")),
        ArticleDates.Read(Words(element, "datePublished") ?? Words(element, "published") ?? ""));

    /// <summary>A property's words: of a string, of an object's name, or of several of these; null when there are none.</summary>
    private static string? Words(JsonElement element, string property, string between = ", ")
    {
        if (!element.TryGetProperty(property, out var value))
        {
            return null;
        }

        var words = value.ValueKind == JsonValueKind.Array
            ? string.Join(between, value.EnumerateArray().Select(WordsOf).Where(each => each is not null))
            : WordsOf(value);
        return string.IsNullOrWhiteSpace(words) ? null : words;
    }

    private static string? WordsOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Object when value.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String => name.GetString(),
        JsonValueKind.Object when value.TryGetProperty("@id", out var name) && name.ValueKind == JsonValueKind.String => name.GetString(),
        _ => null,
    };
}

/// <summary>What JSON-LD says about an article, its text apart.</summary>
internal sealed record NewsArticleFacts(string? Title, string? Source, string? Author, string? Url, PublicationDate? Published);
