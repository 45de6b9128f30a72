using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace BriefingBot.Tests.Fakes;

/// <summary>What a site was asked.</summary>
internal sealed record SiteRequest(string Path, string? IfNoneMatch, string? IfModifiedSince, IReadOnlyList<string> Headers);

/// <summary>A web site on the loopback address: feeds and pages by their path, each as a test wants it; what it does not know is 404.</summary>
internal sealed class FakeSite : IAsyncDisposable
{
    private readonly WebApplication _web;
    private readonly ConcurrentDictionary<string, Func<HttpContext, Task>> _pages = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<SiteRequest> _requests = new();
    private int _now;
    private int _most;

    private FakeSite(WebApplication web) => _web = web;

    public IReadOnlyList<SiteRequest> Requests => [.. _requests];

    /// <summary>How many requests there were at once.</summary>
    public int Most => _most;

    public Uri Address { get; private set; } = null!;

    /// <param name="at">A loopback address.</param>
    public static async Task<FakeSite> StartAsync(IPAddress? at = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(at ?? IPAddress.Loopback, 0));
        var site = new FakeSite(builder.Build());
        site._web.Run(site.AnswerAsync);
        await site._web.StartAsync();
        site.Address = new Uri(site._web.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        return site;
    }

    public Uri At(string path) => new(Address, path);

    public int Count(string path) => _requests.Count(request => request.Path == path);

    public void Set(string path, Func<HttpContext, Task> answer) => _pages[path] = answer;

    public void Set(string path, string text, string type = "application/xml; charset=utf-8", int status = 200, params (string Name, string Value)[] headers) => Set(path, async http =>
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = type;
        foreach (var (name, value) in headers)
        {
            http.Response.Headers[name] = value;
        }

        await http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(text));
    });

    public void Redirect(string path, string to, int status = 302) => Set(path, http =>
    {
        http.Response.StatusCode = status;
        http.Response.Headers.Location = to;
        return Task.CompletedTask;
    });

    /// <summary>A page with an article of eight paragraphs.</summary>
    public void SetArticle(string path, string words) => Set(
        path,
        $"<html><head><title>{words}</title></head><body><nav>Menu</nav><article><h1>{words}</h1>"
        + string.Concat(Enumerable.Range(1, 8).Select(i => $"<p>Paragraph {i} of {words}. “The herring is blue and has always been so,” said Anna Keller, who knows the sea well.</p>"))
        + "</article></body></html>",
        "text/html; charset=utf-8");

    /// <summary>An RSS feed.</summary>
    /// <param name="path">Where.</param>
    /// <param name="items">Guid, title and path of the page of each.</param>
    public void SetFeed(string path, params (string Guid, string Title, string? Page)[] items) => Set(path, FeedOf(items));

    /// <inheritdoc cref="SetFeed"/>
    public string FeedOf(params (string Guid, string Title, string? Page)[] items) =>
        $"<rss version=\"2.0\"><channel><title>Example News</title>{string.Concat(items.Select(ItemOf))}</channel></rss>";

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        try
        {
            await _web.StopAsync(now.Token);
        }
        catch (OperationCanceledException)
        {
            // Connections that hang are cut.
        }

        await _web.DisposeAsync();
    }

    private string ItemOf((string Guid, string Title, string? Page) item) =>
        $"<item><guid isPermaLink=\"false\">{item.Guid}</guid><title>{item.Title}</title>"
        + (item.Page is null ? "" : $"<link>{At(item.Page)}</link>")
        + "<pubDate>Mon, 02 Mar 2026 09:00:00 GMT</pubDate></item>";

    private async Task AnswerAsync(HttpContext http)
    {
        var headers = http.Request.Headers;
        _requests.Enqueue(new SiteRequest(
            http.Request.Path, headers.IfNoneMatch.FirstOrDefault(), headers.IfModifiedSince.FirstOrDefault(),
            [.. headers.Select(header => $"{header.Key}: {header.Value}")]));
        var now = Interlocked.Increment(ref _now);
        for (var most = _most; now > most; most = _most)
        {
            Interlocked.CompareExchange(ref _most, now, most);
        }

        try
        {
            if (_pages.TryGetValue(http.Request.Path, out var answer))
            {
                await answer(http);
            }
            else
            {
                http.Response.StatusCode = 404;
            }
        }
        finally
        {
            Interlocked.Decrement(ref _now);
        }
    }
}
