namespace BriefingBot.Quotes.Articles;

/// <summary>One article of the story, as its file gives it. Immutable.</summary>
/// <param name="Id">Path below the articles folder without the ending, with <c>/</c>; <c>path#2</c> for the second of a JSON array.</param>
/// <param name="Title">The title that the file gives, else its first line.</param>
/// <param name="Text">What all offsets count: exactly the words of the file after any front matter.</param>
public sealed record Article(string Id, string Title, string Text)
{
    /// <summary>Who published it, if the file says so.</summary>
    public string? Source { get; init; }

    /// <summary>An absolute http or https address, if the file gives one.</summary>
    public string? Url { get; init; }

    public string? Author { get; init; }

    /// <summary>The day of publication as the file gives it; null when it does not.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>The moment of publication, where the file gives a time as well.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>The file's own date: shown as “added” where no publication date is known.</summary>
    public DateTimeOffset Added { get; init; }
}
