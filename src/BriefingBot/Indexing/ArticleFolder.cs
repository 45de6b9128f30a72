using System.Globalization;
using System.Text.RegularExpressions;
using BriefingBot.Configuration;
using BriefingBot.Search;

namespace BriefingBot.Indexing;

/// <summary>
/// The folder with the story's articles. What changed is found by comparing the whole folder (names, sizes and times, no contents) with
/// the index: so nothing depends on a file event having arrived, and the same code serves start, watch and poll.
/// </summary>
internal sealed partial class ArticleFolder
{
    private readonly EnumerationOptions _each = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };

    private readonly long _maxBytes;

    /// <param name="path">Need not exist; see <see cref="Make"/>.</param>
    /// <param name="maxBytes">Larger files are not to be opened.</param>
    public ArticleFolder(string path, long maxBytes) => (Root, _maxBytes) = (Path.GetFullPath(path), maxBytes);

    /// <summary>The full path.</summary>
    public string Root { get; }

    public bool Exists => Directory.Exists(Root);

    /// <summary>Makes the folder where it is missing; true when it was.</summary>
    /// <exception cref="IOException">It cannot be made there.</exception>
    /// <exception cref="UnauthorizedAccessException">This user may not make it.</exception>
    public bool Make()
    {
        if (Exists)
        {
            return false;
        }

        Directory.CreateDirectory(Root);
        return true;
    }

    /// <summary>What is new, changed or gone against <paramref name="indexed"/>, in ordinal order of the paths.</summary>
    /// <exception cref="IOException">The folder itself cannot be listed now.</exception>
    /// <exception cref="UnauthorizedAccessException">This user may not list the folder.</exception>
    public IReadOnlyList<ArticleChange> ChangesSince(IReadOnlyDictionary<string, IndexedFile> indexed)
    {
        var files = List();
        var changes = files
            .Where(file => !indexed.TryGetValue(file.Path, out var known) || known.Fingerprint != file.Fingerprint)
            .Select(file => new ArticleChange(file.Path, file)).ToList();
        if (files.Count - changes.Count < indexed.Count)
        {
            var there = files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
            changes.AddRange(indexed.Keys.Where(path => !there.Contains(path)).Select(path => new ArticleChange(path, null)));
            changes.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        }

        return changes;
    }

    /// <summary>All articles' files in ordinal order of their paths. Hidden files and other endings are none of ours.</summary>
    /// <inheritdoc cref="ChangesSince" path="/exception"/>
    public IReadOnlyList<StoryFile> List()
    {
        var files = new List<StoryFile>();
        var open = new Stack<(string FullPath, string Below)>();
        var seen = new HashSet<string>(StringComparer.Ordinal) { Root };
        open.Push((Root, ""));
        while (open.TryPop(out var folder))
        {
            try
            {
                foreach (var entry in new DirectoryInfo(folder.FullPath).EnumerateFileSystemInfos("*", _each))
                {
                    Add(entry, folder.Below + entry.Name, files, open, seen);
                }
            }
            catch (UnauthorizedAccessException) when (folder.Below.Length > 0)
            {
                files.Add(new StoryFile(folder.Below, folder.FullPath, 0, "closed")
                {
                    Refusal = $"This folder may not be read by {ProcessUser.Name}; give it the permission to read.",
                });
            }
            catch (DirectoryNotFoundException) when (folder.Below.Length > 0)
            {
                // It went while the folder was listed.
            }
        }

        files.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        return RefuseNamesakes(files);
    }

    /// <summary>An article's file by itself, wherever it lies and whatever lies beside it; null when it is none.</summary>
    public static StoryFile? FileAt(string path, long maxBytes) =>
        EntryAt(path) is { } file && ArticleParser.IsArticle(path) ? Described(Path.GetFileName(path), Path.GetFullPath(path), file, maxBytes) : null;

    /// <summary>What stands at <paramref name="fullPath"/>, links followed; null when there is no file.</summary>
    public static FileInfo? EntryAt(string fullPath) => Followed(new FileInfo(fullPath)) is FileInfo { Exists: true } file ? file : null;

    private void Add(FileSystemInfo entry, string path, List<StoryFile> files, Stack<(string, string)> open, HashSet<string> seen)
    {
        if (entry.Name[0] is '.' or '~')
        {
            return;
        }

        var target = Followed(entry);
        if (target is DirectoryInfo folder)
        {
            // A link to a folder of the story would list it twice, or for ever.
            var isInside = target != entry && IsInside(folder.FullName);
            if (!isInside && seen.Add(folder.FullName) && !IsPageCompanion(entry))
            {
                open.Push((folder.FullName, path + "/"));
            }
        }
        else if (target is FileInfo { Exists: true } file && ArticleParser.IsArticle(path))
        {
            files.Add(Described(path, entry.FullName, file, _maxBytes));
        }
    }

    private bool IsInside(string fullPath) =>
        fullPath == Root || fullPath.StartsWith(Root + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static FileSystemInfo? Followed(FileSystemInfo entry)
    {
        try
        {
            return entry.LinkTarget is null ? entry : entry.ResolveLinkTarget(returnFinalTarget: true) is { Exists: true } target ? target : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>What browsers save beside PAGE.html: its pictures, scripts and frames in PAGE_files.</summary>
    private static bool IsPageCompanion(FileSystemInfo folder) =>
        folder.Name.EndsWith("_files", StringComparison.Ordinal)
        && (File.Exists(folder.FullName[..^6] + ".html") || File.Exists(folder.FullName[..^6] + ".htm"));

    /// <summary>Size, time of change and permissions: the last, so that a file is tried again once it may be read.</summary>
    public static string FingerprintOf(FileInfo file) =>
        string.Create(CultureInfo.InvariantCulture, $"{file.Length}:{file.LastWriteTimeUtc.Ticks}:{(int)file.UnixFileMode}");

    private static StoryFile Described(string path, string fullPath, FileInfo file, long maxBytes)
    {
        var described = new StoryFile(path, fullPath, file.Length, FingerprintOf(file)) { Refusal = RefusalOf(path) };
        return file.Length <= maxBytes ? described : described with
        {
            // With another limit, the fingerprint is another: the file is then read, or no longer.
            Fingerprint = $"{described.Fingerprint}:over {maxBytes}",
            Refusal = $"It has {file.Length} bytes and {maxBytes} are allowed; split it, or raise {ConfigurationKeys.StoryMaxArticleBytes}.",
        };
    }

    private static string? RefusalOf(string path)
    {
        if (path.Any(char.IsControl) || path.Contains('\uFFFD', StringComparison.Ordinal))
        {
            return "Its name holds control characters or is not UTF-8; rename it.";
        }

        return ElementNumber().IsMatch(ArticleParser.IdOf(path))
            ? "Its name ends in # and a number, which is how the articles of a JSON file are told apart; rename it."
            : null;
    }

    /// <summary>
    /// Files that differ only in the ending would be the same article: the first in ordinal order is it, the others are named.
    /// </summary>
    private static List<StoryFile> RefuseNamesakes(List<StoryFile> files)
    {
        var first = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < files.Count; i++)
        {
            var file = files[i];
            if (file.Path.EndsWith('/') || first.TryAdd(ArticleParser.IdOf(file.Path), file.Path))
            {
                continue;
            }

            var namesake = first[ArticleParser.IdOf(file.Path)];
            files[i] = file with
            {
                // With the other gone, the fingerprint is another: the file is then read.
                Fingerprint = $"{file.Fingerprint}:after {namesake}",
                Refusal = $"Its name differs from {Path.GetFileName(namesake)} only in the ending; rename one of the two.",
            };
        }

        return files;
    }

    [GeneratedRegex(@"#[0-9]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex ElementNumber();
}
