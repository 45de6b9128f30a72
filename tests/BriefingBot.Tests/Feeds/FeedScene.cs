using System.Net;
using BriefingBot.Feeds;
using BriefingBot.Storage;
using BriefingBot.Tests.Fakes;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace BriefingBot.Tests.Feeds;

/// <summary>A site on loopback, an articles folder, a database and what polls, all real but the clock.</summary>
internal sealed class FeedScene : IAsyncDisposable
{
    public static readonly TimeSpan Generous = TimeSpan.FromSeconds(30);

    private readonly List<FeedParts> _parts = [];

    private FeedScene(FakeSite site, FakeTimeProvider time) => (Site, Stored) = (site, new TemporaryDatabase(time: time));

    public FakeSite Site { get; }

    public TemporaryDatabase Stored { get; }

    public StoryOnDisk Disk { get; } = new();

    public FakeTimeProvider Time => Stored.Time;

    /// <summary>All files below the articles folder, with their names below it.</summary>
    public IReadOnlyList<string> Files => [.. Directory.EnumerateFiles(Disk.Articles, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 })
        .Select(path => Path.GetRelativePath(Disk.Articles, path)).Order(StringComparer.Ordinal)];

    public static async Task<FeedScene> BuildAsync(FakeTimeProvider? time = null) => new(await FakeSite.StartAsync(), time ?? new FakeTimeProvider(TemporaryDatabase.Noon));

    public FeedOptions Options(params string[] paths) => new() { Addresses = [.. paths.Select(Site.At)], Networks = [IPNetwork.Parse("127.0.0.0/8")] };

    /// <summary>A process; it has the lease, where it is free.</summary>
    public FeedParts Join(FeedOptions options, string process = "one", TimeSpan pause = default, long maxBytes = 4 * 1024 * 1024)
    {
        var parts = FeedParts.Join(options, new Database(Stored.Path), Disk.Articles, maxBytes, process, pause, Time, NullLoggerFactory.Instance);
        _parts.Add(parts);
        return parts;
    }

    /// <summary>Asks the one feed at <paramref name="path"/> once, with the lease.</summary>
    public async Task<FeedState> AskAsync(string path, FeedOptions? options = null)
    {
        var parts = _parts.Count == 0 || options is not null ? Join(options ?? Options(path)) : _parts[^1];
        Assert.True(parts.Store.TryHold());
        return await parts.Poll.AskAsync(Site.At(path), default).WaitAsync(Generous);
    }

    public string Read(string file) => File.ReadAllText(Disk.PathOf(file));

    public async ValueTask DisposeAsync()
    {
        _parts.ForEach(each => each.Dispose());
        await Site.DisposeAsync();
        Stored.Dispose();
        Disk.Dispose();
    }
}
