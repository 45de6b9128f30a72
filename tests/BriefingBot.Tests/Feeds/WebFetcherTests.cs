using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using BriefingBot.Feeds;
using BriefingBot.Tests.Fakes;
using Microsoft.Extensions.Time.Testing;

namespace BriefingBot.Tests.Feeds;

/// <summary>What may be fetched, how much of it, for how long and how often.</summary>
public sealed class WebFetcherTests
{
    private static readonly IPNetwork Loopback = IPNetwork.Parse("127.0.0.0/8");

    [Theory]
    [InlineData("http://127.0.0.1:PORT/")]
    [InlineData("http://localhost:PORT/")]
    [InlineData("http://2130706433:PORT/")]
    [InlineData("http://0x7f000001:PORT/")]
    [InlineData("http://0x7f.1:PORT/")]
    [InlineData("http://0177.0.0.1:PORT/")]
    [InlineData("http://127.1:PORT/")]
    [InlineData("http://0.0.0.0:PORT/")]
    [InlineData("http://[::]:PORT/")]
    [InlineData("http://[::1]:PORT/")]
    [InlineData("http://[::ffff:127.0.0.1]:PORT/")]
    [InlineData("http://[::ffff:7f00:1]:PORT/")]
    [InlineData("http://[64:ff9b::7f00:1]:PORT/")]
    [InlineData("http://[2002:7f00:1::]:PORT/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://[fe80::1]/")]
    [InlineData("http://[fd00::1]/")]
    [InlineData("http://10.0.0.1/")]
    [InlineData("http://192.168.1.1/")]
    [InlineData("http://172.16.0.1/")]
    [InlineData("http://100.64.0.1/")]
    public async Task Addresses_that_are_not_public_are_refused_however_they_are_written(string address)
    {
        await using var site = await FakeSite.StartAsync();
        using var web = Fetcher();
        var refused = await RefusedAsync(web, new Uri(address.Replace("PORT", $"{site.Address.Port}", StringComparison.Ordinal)));
        Assert.Contains("not public", refused.Message, StringComparison.Ordinal);
        Assert.True(refused.IsFinal);
        Assert.Empty(site.Requests);
    }

    [Fact]
    public async Task A_network_that_is_allowed_allows_no_other()
    {
        await using var site = await FakeSite.StartAsync();
        site.Set("/a", "text");
        site.Redirect("/out", "http://10.0.0.1/");
        site.Redirect("/meta", "http://169.254.169.254/latest/");
        site.Redirect("/file", "file:///etc/passwd");
        site.Redirect("/nowhere", "gopher://127.0.0.1/");
        using var web = Fetcher(Loopback);
        Assert.Equal("text", Encoding.UTF8.GetString((await GetAsync(web, site.At("/a"))).Body));
        Assert.Contains("not public", (await RefusedAsync(web, site.At("/out"))).Message, StringComparison.Ordinal);
        Assert.Contains("not public", (await RefusedAsync(web, site.At("/meta"))).Message, StringComparison.Ordinal);
        Assert.Contains("no web address", (await RefusedAsync(web, site.At("/file"))).Message, StringComparison.Ordinal);
        Assert.Contains("no web address", (await RefusedAsync(web, site.At("/nowhere"))).Message, StringComparison.Ordinal);
        Assert.Contains("not public", (await RefusedAsync(web, new Uri($"http://[::1]:{site.Address.Port}/"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_but_what_is_needed_is_told_to_a_site()
    {
        await using var site = await FakeSite.StartAsync();
        site.Set("/a", "text", headers: ("Set-Cookie", "a=b"));
        using var web = Fetcher(Loopback);
        await web.GetAsync(site.At("/a"), "text/xml", 100, ("\"tag\"", "Mon, 02 Mar 2026 09:00:00 GMT"), default);
        await GetAsync(web, site.At("/a"));
        Assert.Equal(
            ["Accept", "Accept-Encoding", "Host", "If-Modified-Since", "If-None-Match", "User-Agent"], site.Requests[0].Headers.Select(each => each.Split(':')[0]).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(site.Requests[1].Headers, each => each.StartsWith("Cookie", StringComparison.Ordinal));
        Assert.Equal(("\"tag\"", "Mon, 02 Mar 2026 09:00:00 GMT"), (site.Requests[0].IfNoneMatch, site.Requests[0].IfModifiedSince));
    }

    [Fact]
    public async Task Five_redirects_are_followed_and_no_sixth()
    {
        await using var site = await FakeSite.StartAsync();
        for (var i = 0; i < 6; i++)
        {
            site.Redirect($"/{i}", $"{i + 1}", i % 2 == 0 ? 301 : 308);
        }

        site.Set("/6", "there");
        site.Redirect("/loop", "/loop");
        using var web = Fetcher(Loopback);
        Assert.Equal(site.At("/6"), (await GetAsync(web, site.At("/1"))).Address);
        Assert.Contains("more than 5 times", (await RefusedAsync(web, site.At("/0"))).Message, StringComparison.Ordinal);
        Assert.Contains("more than 5 times", (await RefusedAsync(web, site.At("/loop"))).Message, StringComparison.Ordinal);
        Assert.Equal(6, site.Count("/loop"));
    }

    [Fact]
    public async Task Packed_answers_are_unpacked_and_bombs_are_cut_off()
    {
        await using var site = await FakeSite.StartAsync();
        var bomb = Packed(new byte[16 * 1024 * 1024], stream => new GZipStream(stream, CompressionLevel.Fastest));
        var brotli = Packed(new byte[16 * 1024 * 1024], stream => new BrotliStream(stream, CompressionLevel.Fastest));
        Send(site, "/gzip", Packed("text"u8.ToArray(), stream => new GZipStream(stream, CompressionLevel.Fastest)), "gzip");
        Send(site, "/br", Packed("text"u8.ToArray(), stream => new BrotliStream(stream, CompressionLevel.Fastest)), "br");
        Send(site, "/bomb", bomb, "gzip");
        Send(site, "/brbomb", brotli, "br");
        Send(site, "/twice", Packed(bomb, stream => new GZipStream(stream, CompressionLevel.Fastest)), "gzip, gzip");
        Send(site, "/thrice", bomb, "gzip, gzip, gzip");
        Send(site, "/broken", "no gzip at all"u8.ToArray(), "gzip");
        Send(site, "/other", "text"u8.ToArray(), "zstd");
        using var web = Fetcher(Loopback);
        Assert.Equal("text", Encoding.UTF8.GetString((await GetAsync(web, site.At("/gzip"))).Body));
        Assert.Equal("text", Encoding.UTF8.GetString((await GetAsync(web, site.At("/br"))).Body));
        site.Set("/endless", async http =>
        {
            http.Response.Headers.ContentEncoding = "gzip";
            await using var gzip = new GZipStream(http.Response.Body, CompressionLevel.Fastest);
            while (!http.RequestAborted.IsCancellationRequested)
            {
                await gzip.WriteAsync(new byte[64 * 1024]);
            }
        });
        foreach (var path in new[] { "/bomb", "/brbomb", "/twice", "/endless" })
        {
            Assert.Contains("larger than", (await RefusedAsync(web, site.At(path))).Message, StringComparison.Ordinal);
        }

        Assert.Contains("more than twice", (await RefusedAsync(web, site.At("/thrice"))).Message, StringComparison.Ordinal);
        Assert.Contains("broken", (await RefusedAsync(web, site.At("/broken"))).Message, StringComparison.Ordinal);
        Assert.Contains("not asked for", (await RefusedAsync(web, site.At("/other"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_without_end_is_cut_off_whether_its_length_is_told_or_not()
    {
        await using var site = await FakeSite.StartAsync();
        site.Set("/told", http =>
        {
            http.Response.ContentLength = 1_000_000_000;
            return http.Response.Body.WriteAsync(new byte[1000]).AsTask();
        });
        site.Set("/untold", async http =>
        {
            while (!http.RequestAborted.IsCancellationRequested)
            {
                await http.Response.Body.WriteAsync(new byte[64 * 1024]);
            }
        });
        using var web = Fetcher(Loopback);
        Assert.Contains("larger than", (await RefusedAsync(web, site.At("/told"))).Message, StringComparison.Ordinal);
        Assert.Contains("larger than", (await RefusedAsync(web, site.At("/untold"))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Who_does_not_answer_or_stops_in_the_middle_is_given_up_after_thirty_seconds(bool begins)
    {
        await using var site = await FakeSite.StartAsync();
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        site.Set("/slow", async http =>
        {
            if (begins)
            {
                await http.Response.Body.WriteAsync("<rss>"u8.ToArray());
                await http.Response.Body.FlushAsync();
            }

            asked.TrySetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, http.RequestAborted);
        });
        var time = new FakeTimeProvider();
        using var web = new WebFetcher([Loopback], new HostPace(TimeSpan.Zero, time), time);
        var fetching = web.GetAsync(site.At("/slow"), "*/*", 1000, (null, null), default);
        await asked.Task.WaitAsync(FeedScene.Generous);
        time.Advance(WebFetcher.Limit - TimeSpan.FromMilliseconds(1));
        Assert.False(fetching.IsCompleted);
        time.Advance(TimeSpan.FromMilliseconds(1));
        var late = await Assert.ThrowsAsync<UnfetchedException>(() => fetching.WaitAsync(FeedScene.Generous));
        Assert.Contains("longer than 30 seconds", late.Message, StringComparison.Ordinal);
        Assert.False(late.IsFinal);
    }

    [Fact]
    public async Task What_is_no_http_and_who_is_not_there_is_told()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        using var web = Fetcher(Loopback);
        var fetching = RefusedAsync(web, new Uri($"http://127.0.0.1:{port}/"));
        using (var client = await listener.AcceptTcpClientAsync().WaitAsync(FeedScene.Generous))
        {
            await client.GetStream().WriteAsync("SSH-2.0-OpenSSH\r\n\r\n"u8.ToArray());
        }

        Assert.Contains("not HTTP", (await fetching).Message, StringComparison.Ordinal);
        listener.Stop();
        Assert.Contains("no connection", (await RefusedAsync(web, new Uri($"http://127.0.0.1:{port}/"))).Message, StringComparison.Ordinal);
        Assert.False((await RefusedAsync(web, new Uri($"http://127.0.0.1:{port}/"))).IsFinal);
    }

    [Fact]
    public async Task A_host_has_one_request_at_a_time_and_a_pause_after_it_and_no_host_waits_for_another()
    {
        var time = new WatchedTime();
        var pace = new HostPace(TimeSpan.FromSeconds(1), time);
        var first = await pace.EnterAsync("a.example", default);
        var second = pace.EnterAsync("A.example", default);
        (await pace.EnterAsync("b.example", default).WaitAsync(FeedScene.Generous)).Dispose();
        Assert.False(second.IsCompleted);
        first.Dispose();
        await time.WaitedForAsync(wait => wait == TimeSpan.FromSeconds(1));
        Assert.False(second.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(1));
        (await second.WaitAsync(FeedScene.Generous)).Dispose();
        using var ended = new CancellationTokenSource();
        var third = pace.EnterAsync("a.example", ended.Token);
        await ended.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => third);
        time.Advance(TimeSpan.FromSeconds(1));
        (await pace.EnterAsync("a.example", default).WaitAsync(FeedScene.Generous)).Dispose();
    }

    private static WebFetcher Fetcher(params IPNetwork[] networks) => new(networks, new HostPace(TimeSpan.Zero, TimeProvider.System), TimeProvider.System);

    private static Task<WebAnswer> GetAsync(WebFetcher web, Uri address) => web.GetAsync(address, "*/*", 1_000_000, (null, null), default).WaitAsync(FeedScene.Generous);

    private static Task<UnfetchedException> RefusedAsync(WebFetcher web, Uri address) => Assert.ThrowsAsync<UnfetchedException>(() => GetAsync(web, address));

    private static byte[] Packed(byte[] bytes, Func<Stream, Stream> pack)
    {
        using var packed = new MemoryStream();
        using (var stream = pack(packed))
        {
            stream.Write(bytes);
        }

        return packed.ToArray();
    }

    private static void Send(FakeSite site, string path, byte[] bytes, string encoding) => site.Set(path, http =>
    {
        http.Response.Headers.ContentEncoding = encoding;
        return http.Response.Body.WriteAsync(bytes).AsTask();
    });
}
