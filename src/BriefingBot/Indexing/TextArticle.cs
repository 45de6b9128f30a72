using BriefingBot.Quotes.Articles;

namespace BriefingBot.Indexing;

/// <summary>Plain text, taken verbatim after any front matter.</summary>
internal static class TextArticle
{
    /// <exception cref="UnreadableArticleException">The front matter is broken.</exception>
    public static Article Read(string id, string content)
    {
        var front = FrontMatter.Read(content);
        return With(front, id, content[front.TextStart..]);
    }

    /// <summary>An article of <paramref name="text"/> with what the front matter says; the title may have to come from the text.</summary>
    public static Article With(FrontMatter front, string id, string text) => new(id, front.Title ?? "", text)
    {
        Source = front.Source,
        Url = front.Url,
        Author = front.Author,
        Published = front.Published?.Day,
        PublishedAt = front.Published?.Moment,
    };
}
