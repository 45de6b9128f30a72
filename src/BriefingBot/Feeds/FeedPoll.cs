using System.Net;
using BriefingBot.Search;
using BriefingBot.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Feeds;

/// <summary>
/// Asks one feed and takes what it brings. Whatever is wrong with a feed is kept with it, and stops no other: it is asked again after twice as long
/// each time, up to a day, and no earlier than it asks for.
/// </summary>
/// <param name="options">Which feeds, which items, how often.</param>
/// <param name="store">What is known of feeds.</param>
/// <param name="items">Takes the items.</param>
/// <param name="web">Fetches feeds.</param>
/// <param name="time">The clock.</param>
/// <param name="log">Learns hosts and reasons.</param>
internal sealed partial class FeedPoll(
    FeedOptions options, FeedStore store, FeedItems items, WebFetcher web, TimeProvider time, ILogger<FeedPoll> log)
{
    public const long MaxBytes = 5 * 1024 * 1024;

    public static readonly TimeSpan LongestPause = TimeSpan.FromDays(1);

    /// <summary>How long a feed's items may keep others from their turn; the rest come with the next one.</summary>
    public static readonly TimeSpan LongestTurn = TimeSpan.FromMinutes(5);

    /// <summary>A site that asks for longer than this is asked once a week.</summary>
    public static readonly TimeSpan LongestAsked = TimeSpan.FromDays(7);

    private const string Accepted = "application/atom+xml, application/rss+xml, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.1";

    private readonly Keywords _keywords = new(options.Keywords);
    private readonly HashSet<string> _wanted = options.Addresses.Select(each => each.AbsoluteUri).ToHashSet(StringComparer.Ordinal);

    /// <summary>Asks once, whenever that is.</summary>
    /// <returns>How it went; stored already.</returns>
    /// <exception cref="LeaseLostException">Another process has taken over.</exception>
    /// <exception cref="SqliteException">The database is full or locked.</exception>
    public async Task<FeedState> AskAsync(Uri feed, CancellationToken stop)
    {
        var state = store.Feed(feed) ?? new FeedState(feed.AbsoluteUri, time.GetUtcNow());
        FeedState next;
        try
        {
            next = await AnsweredAsync(feed, state, stop);
        }
        catch (Exception failed) when (failed is UnfetchedException or UnreadableFeedException)
        {
            next = Failed(state, failed.Message, null);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            next = Failed(state, "its articles cannot be written to the articles folder; look there for space and permissions", null);
        }

        store.Keep(next);
        if (next.Error is { } error)
        {
            LogFailed(feed.IdnHost, error, next.Next);
        }

        return next;
    }

    /// <summary>Asks without taking anything: for whoever wants to know whether a feed works.</summary>
    /// <returns>How many items it has, and how many of them are of the story.</returns>
    /// <exception cref="UnfetchedException">It does not answer as it should.</exception>
    /// <exception cref="UnreadableFeedException">It is no feed.</exception>
    public async Task<(int Items, int OfStory)> TryAsync(Uri feed, CancellationToken stop)
    {
        var answer = await web.GetAsync(feed, Accepted, MaxBytes, (null, null), stop);
        var read = answer.IsSuccess ? Read(feed, answer) : throw new UnfetchedException($"it answered with {(int)answer.Status}", isFinal: false);
        return (read.Items.Count, read.Items.Count(IsOfStory));
    }

    private async Task<FeedState> AnsweredAsync(Uri feed, FeedState state, CancellationToken stop)
    {
        var answer = await web.GetAsync(feed, Accepted, MaxBytes, state.Complete ? (state.ETag, state.Modified) : (null, null), stop);
        if (answer.Status == HttpStatusCode.NotModified)
        {
            return Succeeded(state);
        }

        if (answer.Status == HttpStatusCode.Gone)
        {
            return state with { Gone = true, Failures = state.Failures + 1, Error = "it has gone for good (410); take it out of Story:Feeds", Next = time.GetUtcNow() + LongestAsked };
        }

        if (!answer.IsSuccess)
        {
            return Failed(state, $"it answered with {(int)answer.Status}", answer.RetryAfter);
        }

        var complete = await TakeAsync(feed, Read(feed, answer), stop);
        return Succeeded(state) with { ETag = answer.ETag, Modified = answer.LastModified, Complete = complete };
    }

    private static ReadFeed Read(Uri feed, WebAnswer answer) => FeedParser.Read(feed, WebText.OfFeed(answer.Body, answer.Charset));

    private async Task<bool> TakeAsync(Uri feed, ReadFeed read, CancellationToken stop)
    {
        var complete = true;
        var start = time.GetTimestamp();
        foreach (var item in read.Items.Where(IsOfStory))
        {
            if (time.GetElapsedTime(start) > LongestTurn)
            {
                return false;
            }

            complete &= await items.TakeAsync(feed, read.Title, item, _wanted, stop);
        }

        return complete;
    }

    /// <summary>Its words only: addresses and markup around them tell of other stories too.</summary>
    private bool IsOfStory(FeedItem item) => options.Keywords.Count == 0
        || _keywords.AreIn(item.Title) || _keywords.AreIn(item.Categories)
        || _keywords.AreIn(FeedArticle.TextOf(item.Summary) ?? "") || _keywords.AreIn(FeedArticle.TextOf(item.Content) ?? "");

    private FeedState Succeeded(FeedState state)
    {
        var now = time.GetUtcNow();
        return state with { Polled = now, Next = now + options.Interval, Failures = 0, Error = null, Gone = false };
    }

    private FeedState Failed(FeedState state, string error, TimeSpan? asked)
    {
        var doubled = Math.Min(options.Interval.Ticks * Math.Pow(2, Math.Min(state.Failures, 30) + 1), LongestPause.Ticks);
        var pause = TimeSpan.FromTicks((long)doubled);
        var wait = asked > pause ? (asked.Value < LongestAsked ? asked.Value : LongestAsked) : pause;
        return state with { Failures = state.Failures + 1, Error = error, Next = time.GetUtcNow() + wait };
    }

    [LoggerMessage(LogLevel.Warning, "The feed at {Host} fails: {Reason}. It is asked again at {Next:u}.")]
    private partial void LogFailed(string host, string reason, DateTimeOffset next);
}
