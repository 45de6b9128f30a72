namespace BriefingBot.Indexing;

/// <summary>
/// A file that holds no article that can be read. Thrown only inside the parsing of one file; <see cref="ArticleParser"/> makes a
/// <see cref="ParsedFile"/> of it.
/// </summary>
/// <param name="reason">One sentence for the reader that says what is wrong and how to mend it; never the article's own words.</param>
internal sealed class UnreadableArticleException(string reason) : Exception(reason);
