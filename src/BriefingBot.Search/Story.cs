using BriefingBot.Quotes.Articles;

namespace BriefingBot.Search;

/// <summary>One person or body over the whole story, applied when answering.</summary>
/// <param name="Name">The fullest name that the story gives.</param>
public sealed record CastMember(string Name)
{
    public IReadOnlyList<string> Roles { get; init; } = [];

    public IReadOnlyList<string> OtherNames { get; init; } = [];

    /// <summary>How many different statements of theirs the story holds.</summary>
    public int Statements { get; init; }
}

/// <summary>What the index holds, for <c>/story</c> and <c>status</c>.</summary>
public sealed record StoryFacts
{
    /// <summary>All articles, newest first.</summary>
    public required IReadOnlyList<PassageSource> Articles { get; init; }

    public required int Sentences { get; init; }

    /// <summary>All quotations, repeated ones counted each time.</summary>
    public required int Quotations { get; init; }

    /// <summary>Different statements: repeated ones counted once.</summary>
    public required int Statements { get; init; }

    /// <summary>Most statements first.</summary>
    public required IReadOnlyList<CastMember> Speakers { get; init; }

    public required IReadOnlyList<UnreadableFile> Unreadable { get; init; }

    /// <summary>When the index last changed; null when it is empty.</summary>
    public DateTimeOffset? LastIndexed { get; init; }
}

/// <summary>A file of the articles folder that could not be read.</summary>
/// <param name="Path">Below the articles folder, with <c>/</c>.</param>
/// <param name="Reason">One sentence that says what is wrong and how to mend it.</param>
/// <param name="Fingerprint">Of the file's state when it was tried; see <see cref="IndexedFile"/>.</param>
public sealed record UnreadableFile(string Path, string Reason, string Fingerprint);

/// <summary>A file that the index holds, and the state it was in.</summary>
/// <param name="Path">Below the articles folder, with <c>/</c>, with its ending.</param>
/// <param name="Fingerprint">Size and time of last change; when it differs the file is read again.</param>
public sealed record IndexedFile(string Path, string Fingerprint);

/// <summary>One sentence as stored, for <em>Context</em>.</summary>
public sealed record ContextSentence(int Ordinal, TextSpan Span, string Text);
