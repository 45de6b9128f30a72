using BriefingBot.Commands;
using BriefingBot.Configuration;
using BriefingBot.Storage;
using Microsoft.Data.Sqlite;

namespace BriefingBot.Feeds;

/// <summary>Which feeds fail, in one line, for whoever may do something about it. Apart, so that a bot without feeds opens no database for it.</summary>
/// <param name="options">Which feeds there are.</param>
/// <param name="database">Where it is kept how asking them goes.</param>
/// <param name="time">The clock.</param>
internal sealed class FailingFeeds(FeedOptions options, Database database, TimeProvider time)
{
    private const int Named = 2;

    /// <summary>What tells of them; null where there are no feeds.</summary>
    public static Func<string?>? Told(FeedOptions options, Database database, TimeProvider time) =>
        options.Addresses.Count == 0 ? null : new FailingFeeds(options, database, time).Line;

    /// <summary>“1 of 3 feeds fails: https://news.example/world.xml, it answered with 500”; null when none does, or when that cannot be told now.</summary>
    public string? Line()
    {
        try
        {
            var failing = FeedStatus.All(options, database, time).Where(feed => feed.LastError is not null).ToList();
            var named = string.Join("; ", failing.Take(Named).Select(feed => $"{feed.Address}, {feed.LastError}"));
            return failing.Count == 0 ? null
                : $"{failing.Count} of {Wording.Count(options.Addresses.Count, "feed")} {(failing.Count == 1 ? "fails" : "fail")}: {named}"
                    + (failing.Count > Named ? $"; and {failing.Count - Named} more" : "");
        }
        catch (Exception refused) when (refused is SqliteException or ConfigurationException)
        {
            return null;
        }
    }
}
