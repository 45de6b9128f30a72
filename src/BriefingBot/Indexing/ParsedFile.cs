using BriefingBot.Quotes.Articles;

namespace BriefingBot.Indexing;

/// <summary>What a file of the articles folder turned out to be: its articles, or why there are none.</summary>
/// <param name="Articles">At least one, or none when <paramref name="Reason"/> is there.</param>
/// <param name="Reason">One sentence that says what is wrong and how to mend it; null when the file could be read.</param>
internal sealed record ParsedFile(IReadOnlyList<Article> Articles, string? Reason)
{
    public static ParsedFile Unreadable(string reason) => new([], reason);
}
