namespace BriefingBot.Briefings;

/// <summary>A statement as an article of the story words it now.</summary>
/// <param name="Identity">Its place's passage identity.</param>
/// <param name="Article">The article's id.</param>
/// <param name="Speaker">Null when nobody is named.</param>
/// <param name="Text">What is said.</param>
internal sealed record NotedStatement(string Identity, string Article, string? Speaker, string Text);

/// <summary>A statement of the story, and since when.</summary>
/// <param name="Identity">A passage's identity.</param>
/// <param name="Article">The id of an article that holds it.</param>
/// <param name="Title">That article's.</param>
/// <param name="Speaker">Null when nobody is named.</param>
/// <param name="Since">When it was first seen; the beginning of time for what was there from the first.</param>
/// <param name="Gone">When it was first missed; null while it is there.</param>
internal sealed record LoggedStatement(string Identity, string Article, string Title, string? Speaker, DateTimeOffset Since, DateTimeOffset? Gone = null)
{
    /// <summary>What is known of its words.</summary>
    public WordSketch Words { get; init; } = WordSketch.Unknown;

    /// <summary>The identity of the statement in whose place it came when its article was edited; null for every other.</summary>
    public string? Replaces { get; init; }
}

/// <summary>An article of the story, and since when.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Text">A hash of its sentences.</param>
/// <param name="Since">When it was first seen.</param>
/// <param name="Changed">When it was first seen to read otherwise than before.</param>
/// <param name="Gone">When it was first missed.</param>
internal sealed record LoggedArticle(string Id, string Title, string Text, DateTimeOffset Since, DateTimeOffset? Changed = null, DateTimeOffset? Gone = null)
{
    /// <summary>Identities of the statements in it, in ordinal order.</summary>
    public IReadOnlyList<string> Statements { get; init; } = [];
}

/// <summary>All that is known of how the story grew; the index, which can be made anew at any time, cannot tell.</summary>
internal sealed record StoryHistory(IReadOnlyList<LoggedArticle> Articles, IReadOnlyList<LoggedStatement> Statements)
{
    public static readonly StoryHistory Empty = new([], []);
}
