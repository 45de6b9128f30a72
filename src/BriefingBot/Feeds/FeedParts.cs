using BriefingBot.Configuration;
using BriefingBot.Storage;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Feeds;

/// <summary>All that asks feeds, joined. Nothing is opened or asked before it is used.</summary>
/// <param name="Store">What is known of feeds and items.</param>
/// <param name="Poll">Asks one feed.</param>
/// <param name="Service">Asks all when they are due.</param>
/// <param name="Owned">What is to be disposed of with them.</param>
internal sealed record FeedParts(FeedStore Store, FeedPoll Poll, FeedService Service, IReadOnlyList<IDisposable> Owned) : IDisposable
{
    /// <summary>Between two requests to a host.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <param name="settings">Which feeds, where articles go, where all is kept.</param>
    /// <param name="process">What this process is told from others by.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logs">For all of them.</param>
    public static FeedParts Join(Settings settings, string process, TimeProvider time, ILoggerFactory logs) =>
        Join(settings.Feeds, new Database(settings.StoragePath, time: time), settings.Story.ArticlesPath, settings.Story.MaxArticleBytes, process, Pause, time, logs);

    /// <inheritdoc cref="Join(Settings, string, TimeProvider, ILoggerFactory)"/>
    public static FeedParts Join(
        FeedOptions options, Database database, string articles, long maxBytes, string process, TimeSpan pause, TimeProvider time, ILoggerFactory logs)
    {
        var store = new FeedStore(database, process, time);
        var files = new FeedFiles(articles);
        var web = new WebFetcher(options.Networks, new HostPace(pause, time), time);
        var items = new FeedItems(store, files, web, maxBytes, time, logs.CreateLogger<FeedItems>());
        var poll = new FeedPoll(options, store, items, web, time, logs.CreateLogger<FeedPoll>());
        return new FeedParts(store, poll, new FeedService(options, store, poll, files, time, logs), [items, web]);
    }

    public void Dispose()
    {
        foreach (var each in Owned)
        {
            each.Dispose();
        }
    }
}
