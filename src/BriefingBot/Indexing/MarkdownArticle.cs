using BriefingBot.Quotes.Articles;
using Markdig;

namespace BriefingBot.Indexing;

/// <summary>Markdown, as the text that a reader sees.</summary>
internal static class MarkdownArticle
{
    // No typographic extensions: an article's quotation marks stay as its author typed them.
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseEmphasisExtras().Build();

    /// <summary>
    /// For each opened link the library reads on to the end (measured: 10,000 take about a second, the time grows with the square).
    /// </summary>
    private const int MaxLinks = 10_000;

    /// <exception cref="UnreadableArticleException">The front matter is broken, or the Markdown nests too deeply or has too many
    /// parts.</exception>
    public static Article Read(string id, string content)
    {
        var front = FrontMatter.Read(content);
        if (content.AsSpan().Count("](") > MaxLinks)
        {
            throw new UnreadableArticleException($"It has more than {MaxLinks} links; split it.");
        }

        string page;
        try
        {
            page = Markdown.ToHtml(content[front.TextStart..], Pipeline);
        }
        catch (ArgumentException)
        {
            // How the library reports its limit of 128 levels.
            throw new UnreadableArticleException("Its lists, quotations or emphases nest too deeply; make them flatter.");
        }

        var text = ReadableText.Of(PageParser.Parse(page).Body!);
        return TextArticle.With(front, id, text);
    }
}
