namespace BriefingBot.Indexing;

/// <summary>A file as it stands in the articles folder.</summary>
/// <param name="Path">Below the articles folder, with <c>/</c>, with its ending.</param>
/// <param name="FullPath">Where to open it.</param>
/// <param name="Length">In bytes.</param>
/// <param name="Fingerprint">Differs once the file has changed, or once it may be read at last.</param>
internal sealed record StoryFile(string Path, string FullPath, long Length, string Fingerprint)
{
    /// <summary>Why the file is not to be opened at all, as one sentence that says how to mend it; null for all others.</summary>
    public string? Refusal { get; init; }
}

/// <summary>A difference between the folder and the index.</summary>
/// <param name="Path">As in <see cref="StoryFile"/>.</param>
/// <param name="File">New or changed; null when it is no longer there.</param>
internal sealed record ArticleChange(string Path, StoryFile? File);
