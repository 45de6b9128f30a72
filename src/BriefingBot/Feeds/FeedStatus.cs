using BriefingBot.Commands;
using BriefingBot.Configuration;
using BriefingBot.Storage;

namespace BriefingBot.Feeds;

/// <summary>A feed as <c>status</c> tells of it.</summary>
/// <param name="Address">Without what follows the question mark.</param>
/// <param name="Articles">How many it has brought.</param>
/// <param name="LastAnswer">When it last answered as it should; null for never.</param>
/// <param name="NextAttempt">Null when it is not asked any more, or was never asked.</param>
/// <param name="Failures">How often in a row it failed.</param>
/// <param name="LastError">What was wrong; null when nothing is.</param>
/// <param name="Gone">Whether it said that it has gone for good.</param>
internal sealed record FeedStatus(
    string Address, int Articles, DateTimeOffset? LastAnswer, DateTimeOffset? NextAttempt, int Failures, string? LastError, bool Gone)
{
    /// <summary>A site that is out of reach for less is nothing that anybody can mend.</summary>
    private const int Bearable = 2;

    private const string Minute = "yyyy-MM-dd HH:mm 'UTC'";

    /// <summary>One line for whoever has to mend it; null when it goes well.</summary>
    public string? Attention => LastError is null || (Failures <= Bearable && !Gone) ? null
        : $"The feed {Address} fails: {LastError}.{(NextAttempt is { } next ? $" It is asked again at {next.UtcDateTime.ToString(Minute)}." : "")}";

    /// <summary>All that are configured, whether they have been asked or not.</summary>
    public static IReadOnlyList<FeedStatus> All(Settings settings, TimeProvider time) => All(settings.Feeds, new Database(settings.StoragePath), time);

    /// <inheritdoc cref="All(Settings, TimeProvider)"/>
    public static IReadOnlyList<FeedStatus> All(FeedOptions options, Database database, TimeProvider time)
    {
        var wanted = options.Addresses;
        if (wanted.Count == 0)
        {
            return [];
        }

        var store = new FeedStore(database, "status", time);
        var (states, articles) = (store.Feeds(), store.Articles());
        return [.. wanted.Select(feed =>
        {
            var state = states.GetValueOrDefault(feed.AbsoluteUri);
            return new FeedStatus(
                FeedAddress.Shown(feed), articles.GetValueOrDefault(feed.AbsoluteUri), state?.Polled, state is { Gone: false } ? state.Next : null,
                state?.Failures ?? 0, state?.Error, state is { Gone: true });
        })];
    }

    public override string ToString() =>
        $"{Address}  {Wording.Count(Articles, "article")}, "
        + (LastAnswer is { } last ? $"last answered {last.UtcDateTime.ToString(Minute)}" : "has not answered yet")
        + $"{(LastError is null ? "" : $"; fails: {LastError}")}{(NextAttempt is { } next ? $"; next {next.UtcDateTime.ToString(Minute)}" : "")}";
}
