using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BriefingBot.Search;

namespace BriefingBot.Feeds;

/// <summary>
/// Articles of feeds among the others: <c>feeds/HOST/DATE-TITLE-IDENTITY.txt</c>. A file is there whole or not at all: it is written under a name that
/// nobody reads, and renamed. No name holds anything but small letters, digits, hyphens and points, whatever a feed says.
/// </summary>
/// <param name="articles">The articles folder.</param>
internal sealed class FeedFiles(string articles)
{
    public const string Folder = "feeds";

    private const string Unfinished = ".part";
    private const int LongestTitle = 60;
    private const int LongestHost = 100;
    private const int Digits = 12;

    /// <summary>A new item's file, below the articles folder.</summary>
    public static string NameOf(Uri feed, DateTimeOffset published, string title, string identity)
    {
        var words = new StringBuilder();
        foreach (var form in Keywords.FormsOf(title))
        {
            var plain = Plain(form);
            if (plain.Length > 0 && words.Length + plain.Length < LongestTitle)
            {
                words.Append(plain).Append('-');
            }
        }

        return $"{FolderOf(feed)}/{published.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}-{words}{identity[..Digits]}.txt";
    }

    /// <summary>The file that an item had before anything was known of it: of a database that is gone. Null when there is none.</summary>
    public string? Find(Uri feed, string identity)
    {
        var folder = PathOf(FolderOf(feed));
        return Directory.Exists(folder) && Directory.EnumerateFiles(folder, $"*-{identity[..Digits]}.txt").Order(StringComparer.Ordinal).FirstOrDefault() is { } file
            ? $"{FolderOf(feed)}/{Path.GetFileName(file)}" : null;
    }

    /// <summary>A hash of what stands in the file; null when it is not there.</summary>
    public string? HashAt(string file)
    {
        try
        {
            using var stream = File.OpenRead(PathOf(file));
            return Convert.ToHexStringLower(SHA256.HashData(stream));
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <inheritdoc cref="HashAt"/>
    public static string HashOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>Puts the file there, or another in its place, in one step.</summary>
    /// <exception cref="IOException">The disk is full, or something else is in the way.</exception>
    /// <exception cref="UnauthorizedAccessException">This user may not write there.</exception>
    public void Write(string file, byte[] content)
    {
        var path = PathOf(file);
        var folder = Path.GetDirectoryName(path)!;
        Directory.CreateDirectory(folder);
        var unfinished = Path.Combine(folder, $".{Environment.ProcessId}-{Path.GetFileNameWithoutExtension(file)}{Unfinished}");
        try
        {
            using (var stream = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                stream.Write(content);
                stream.Flush(flushToDisk: true);
            }

            File.Move(unfinished, path, overwrite: true);
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
    }

    /// <summary>Removes what a process that was killed left half written.</summary>
    public void Clear()
    {
        if (!Directory.Exists(PathOf(Folder)))
        {
            return;
        }

        foreach (var file in Directory.EnumerateFiles(PathOf(Folder), $".*{Unfinished}", new EnumerationOptions { AttributesToSkip = FileAttributes.None, RecurseSubdirectories = true }))
        {
            File.Delete(file);
        }
    }

    /// <summary>A host's name in ASCII; of an address in numbers the digits.</summary>
    private static string FolderOf(Uri feed)
    {
        var host = feed.IdnHost.ToLowerInvariant();
        var name = string.Concat(host.Select(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is '.' or '-' ? letter : '-')).Trim('.', '-');
        return $"{Folder}/{(name.Length == 0 ? "host" : name.Length <= LongestHost ? name : name[..LongestHost].TrimEnd('.', '-'))}";
    }

    private static string Plain(string form) => string.Concat(form.Where(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter)));

    private string PathOf(string file) => Path.Combine(articles, file.Replace('/', Path.DirectorySeparatorChar));
}
