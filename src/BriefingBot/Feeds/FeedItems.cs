using System.Net;
using BriefingBot.Storage;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Feeds;

/// <summary>
/// Items to files of articles, each once. What is about to be written is stored before the file, and what was written after it: so a process may be
/// killed anywhere, and whoever comes next knows its own half-done work from an operator's. A file that somebody deleted or changed stays so.
/// </summary>
/// <param name="store">What became of items.</param>
/// <param name="files">Where articles go.</param>
/// <param name="web">Fetches pages.</param>
/// <param name="maxBytes">Of a page, and of the file that is made of it.</param>
/// <param name="time">The clock.</param>
/// <param name="log">Learns hosts and reasons, never a text.</param>
internal sealed partial class FeedItems(FeedStore store, FeedFiles files, WebFetcher web, long maxBytes, TimeProvider time, ILogger<FeedItems> log)
    : IDisposable
{
    /// <summary>How often a page is asked for that could not be had; then the item's own text has to do.</summary>
    public const int MaxTries = 5;

    private const string Accepted = "text/html, application/xhtml+xml;q=0.9";

    /// <summary>The parsing of a page can take a core for seconds: of one at a time.</summary>
    private readonly SemaphoreSlim _reading = new(1, 1);

    /// <summary>Does for an item what is to be done.</summary>
    /// <returns>False when it has to be tried again.</returns>
    /// <param name="feed">The feed that it stands in.</param>
    /// <param name="source">How that feed calls itself.</param>
    /// <param name="item">Of the story.</param>
    /// <param name="wanted">The addresses of all feeds: an item belongs to the one that brought it first.</param>
    /// <param name="stop">Ends it.</param>
    public async Task<bool> TakeAsync(Uri feed, string? source, FeedItem item, IReadOnlySet<string> wanted, CancellationToken stop)
    {
        var known = store.Item(item.Identity);
        if (known is not null && ((known.Settled && known.Seen == item.Fingerprint) || (known.Feed != feed.AbsoluteUri && wanted.Contains(known.Feed))))
        {
            return true;
        }

        var state = (known ?? new FeedItemState(item.Identity, feed.AbsoluteUri, "")) with { Feed = feed.AbsoluteUri, Seen = item.Fingerprint, Settled = false };
        state = known?.Seen == item.Fingerprint ? state : state with { Tries = 0 };
        var (page, address, isLater) = await PageAsync(item, stop);
        if (isLater && state.Tries + 1 < MaxTries)
        {
            store.Keep(state with { Tries = state.Tries + 1 });
            return false;
        }

        await _reading.WaitAsync(stop);
        FeedArticle? article;
        try
        {
            article = await Task.Run(() => FeedArticle.Of(item, source, page, address, time.GetUtcNow()), stop);
        }
        finally
        {
            _reading.Release();
        }

        Settle(feed, item, state, article);
        return true;
    }

    public void Dispose() => _reading.Dispose();

    private void Settle(Uri feed, FeedItem item, FeedItemState state, FeedArticle? article)
    {
        if (article is null)
        {
            LogNoArticle(feed.IdnHost);
        }
        else if (article.Content.Length > maxBytes)
        {
            LogTooLarge(feed.IdnHost, article.Content.Length);
        }
        else if (state.File is not null || !store.IsKnown(article.Body, item.Identity))
        {
            state = Write(feed, item, state, article);
        }

        store.Keep(state with { Settled = true, Tries = 0, Writing = null });
    }

    private FeedItemState Write(Uri feed, FeedItem item, FeedItemState state, FeedArticle article)
    {
        var wanted = FeedFiles.HashOf(article.Content);
        var file = state.File ?? files.Find(feed, item.Identity);
        var there = file is null ? null : files.HashAt(file);
        if (state.File is null && there is not null)
        {
            // Of a database that is gone: whether it is as we wrote it nobody knows.
            return state with { File = file, Written = there, Body = article.Body };
        }

        // Nothing has become of what was once written: it is still so, or was deleted and the item says nothing new.
        var isSame = state.Written == wanted && state.Writing is null && (there is null || there == wanted);
        var isSomebodyElses = there is not null && there != state.Written && there != state.Writing && there != wanted;
        if (isSame || isSomebodyElses)
        {
            return state;
        }

        file ??= FeedFiles.NameOf(feed, article.Published ?? time.GetUtcNow(), item.Title, item.Identity);
        state = state with { File = file, Writing = wanted };
        store.Keep(state);
        LogWriting(feed.IdnHost);
        if (there != wanted)
        {
            files.Write(file, article.Content);
        }

        LogWritten(feed.IdnHost);
        return state with { Written = wanted, Body = article.Body };
    }

    /// <summary>The item's page; none when it has none, or none that can be read; or that it is to be asked for later.</summary>
    private async Task<(string? Page, Uri? Address, bool IsLater)> PageAsync(FeedItem item, CancellationToken stop)
    {
        if (item.Link is null)
        {
            return (null, null, false);
        }

        try
        {
            var answer = await web.GetAsync(item.Link, Accepted, maxBytes, (null, null), stop);
            if (answer.IsSuccess && answer.MediaType is null or "text/html" or "application/xhtml+xml")
            {
                return (WebText.OfPage(answer.Body, answer.Charset), answer.Address, false);
            }

            LogNoPage(item.Link.IdnHost, $"it answered with {(int)answer.Status}{(answer.IsSuccess ? " and no web page" : "")}");
            return (null, null, answer.Status is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError);
        }
        catch (UnfetchedException unfetched)
        {
            LogNoPage(item.Link.IdnHost, unfetched.Message);
            return (null, null, !unfetched.IsFinal);
        }
    }

    [LoggerMessage(LogLevel.Information, "A page at {Host} cannot be had: {Reason}.")]
    private partial void LogNoPage(string host, string reason);

    [LoggerMessage(LogLevel.Information, "An item of a feed at {Host} has neither a page with an article nor a text of its own.")]
    private partial void LogNoArticle(string host);

    [LoggerMessage(LogLevel.Warning, "An article of a feed at {Host} has {Bytes} bytes, more than Story:MaxArticleBytes allows.")]
    private partial void LogTooLarge(string host, int bytes);

    [LoggerMessage(LogLevel.Debug, "An article of a feed at {Host} is about to be written.")]
    private partial void LogWriting(string host);

    [LoggerMessage(LogLevel.Information, "A feed at {Host} brought an article.")]
    private partial void LogWritten(string host);
}
