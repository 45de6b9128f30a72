using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace BriefingBot.Indexing;

/// <summary>HTML to its elements, within limits: where elements nest deeply the parser's work grows with their square.</summary>
internal static class PageParser
{
    /// <summary>Levels of elements; pages have some dozens. What nests deeper is put side by side.</summary>
    private const int MaxDepth = 128;

    /// <summary>Pages have some thousands; measured, the worst page of this size takes seven seconds.</summary>
    private const int MaxElements = 50_000;

    /// <exception cref="UnreadableArticleException">More elements than any article has.</exception>
    public static IHtmlDocument Parse(string content)
    {
        var elements = 0;
        var options = new HtmlParserOptions
        {
            MaximumDepth = MaxDepth,
            SkipComments = true,
            OnCreated = (_, _) =>
            {
                if (++elements > MaxElements)
                {
                    throw new UnreadableArticleException($"It has more than {MaxElements} parts; split it, or save the article's text as .txt.");
                }
            },
        };
        return new HtmlParser(options).ParseDocument(content);
    }
}
