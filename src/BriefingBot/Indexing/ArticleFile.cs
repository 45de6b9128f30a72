namespace BriefingBot.Indexing;

/// <summary>Reads one file of the articles folder, whatever it is and whatever happens to it meanwhile.</summary>
internal static class ArticleFile
{
    /// <summary>
    /// The file's articles, or why there are none; null when it went or changed while it was read: it then comes up again.
    /// </summary>
    /// <param name="file">As the folder listed it.</param>
    public static ParsedFile? Read(StoryFile file)
    {
        if (file.Refusal is { } refusal)
        {
            return ParsedFile.Unreadable(refusal);
        }

        if (file.Length == 0)
        {
            // Never opened: a pipe has no length either, and opening it would wait for ever.
            return ParsedFile.Unreadable("It is empty, or a pipe or device; put the article's text in, or remove it.");
        }

        try
        {
            var bytes = new byte[file.Length];
            using var stream = new FileStream(file.FullPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1);
            var read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            var now = ArticleFolder.EntryAt(file.FullPath);
            return read == bytes.Length && now is not null && file.Fingerprint == ArticleFolder.FingerprintOf(now)
                ? ArticleParser.Parse(file.Path, bytes, new DateTimeOffset(now.LastWriteTimeUtc, TimeSpan.Zero))
                : null;
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (UnauthorizedAccessException)
        {
            return ParsedFile.Unreadable($"It may not be read by {ProcessUser.Name}; give it the permission to read.");
        }
        catch (IOException)
        {
            return ParsedFile.Unreadable("The disk or network reported an error while it was read; look there, then save the file again.");
        }
    }
}
