using BriefingBot.Quotes.Articles;

namespace BriefingBot.Indexing;

/// <summary>A file's bytes to its articles, by the ending of its name. Safe for any number of threads; any bytes are good input.</summary>
internal static class ArticleParser
{
    private static readonly Dictionary<string, Func<string, string, IReadOnlyList<Article>>> Formats = new(StringComparer.OrdinalIgnoreCase)
    {
        [".txt"] = (id, content) => [TextArticle.Read(id, content)],
        [".md"] = (id, content) => [MarkdownArticle.Read(id, content)],
        [".html"] = (id, content) => [WebPageArticle.Read(id, content)],
        [".htm"] = (id, content) => [WebPageArticle.Read(id, content)],
        [".json"] = NewsArticleJson.Read,
    };

    /// <summary>Whether files with this ending hold articles.</summary>
    public static bool IsArticle(string path) => Formats.ContainsKey(Path.GetExtension(path));

    /// <summary>The article's id: the path below the articles folder without the ending.</summary>
    public static string IdOf(string path) => path[..^Path.GetExtension(path).Length];

    /// <param name="path">Below the articles folder, with <c>/</c>; its ending decides the format.</param>
    /// <param name="bytes">All of the file.</param>
    /// <param name="added">The file's own date.</param>
    public static ParsedFile Parse(string path, ReadOnlySpan<byte> bytes, DateTimeOffset added)
    {
        try
        {
            var content = ArticleEncoding.Decode(bytes);
            if (string.IsNullOrWhiteSpace(content))
            {
                throw new UnreadableArticleException("It is empty; put the article's text in, or remove the file.");
            }

            var articles = Formats[Path.GetExtension(path)](IdOf(path), content);
            return new ParsedFile([.. articles.Select(article => Completed(article, path, added))], null);
        }
        catch (UnreadableArticleException unreadable)
        {
            return ParsedFile.Unreadable(unreadable.Message);
        }
    }

    private static Article Completed(Article article, string path, DateTimeOffset added)
    {
        if (article.Text.Contains('\0', StringComparison.Ordinal))
        {
            throw new UnreadableArticleException("It holds zero characters, as only binary files do; take them out.");
        }

        if (!article.Text.Any(char.IsLetterOrDigit) && !article.Text.EnumerateRunes().Any(System.Text.Rune.IsLetterOrDigit))
        {
            throw new UnreadableArticleException("It holds no words; put the article's text in, or remove the file.");
        }

        var title = ArticleTitle.Tidy(article.Title);
        return article with
        {
            Title = title.Length > 0 ? title
                : ArticleTitle.FirstLineOf(article.Text) is { Length: > 0 } first ? first : Path.GetFileName(IdOf(path)),
            Source = TidyOrNull(article.Source),
            Author = TidyOrNull(article.Author),
            Added = added,
        };
    }

    private static string? TidyOrNull(string? words) => words is null || ArticleTitle.Tidy(words) is not { Length: > 0 } tidy ? null : tidy;
}
