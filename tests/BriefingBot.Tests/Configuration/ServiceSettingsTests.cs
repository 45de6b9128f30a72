using System.Net;
using BriefingBot.Briefings;
using BriefingBot.Configuration;
using BriefingBot.Discord.Model;
using BriefingBot.Feeds;
using Microsoft.Extensions.Configuration;

namespace BriefingBot.Tests.Configuration;

/// <summary>What the running bot is told: Discord, Run, Flood and Http.</summary>
public sealed class ServiceSettingsTests
{
    private const string Key = "e7a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f";

    [Fact]
    public void Every_default_is_in_the_code()
    {
        var settings = Read();
        Assert.Equal(new DiscordOptions(), settings.Discord);
        Assert.Equal("https://discord.com/api/v10", settings.Discord.ApiBaseUrl.ToString());
        Assert.Equal([RunRole.Commands, RunRole.Briefings, RunRole.Feeds], settings.Run.Roles);
        Assert.False(settings.Run.OnlyFeeds);
        Assert.Equal(new FeedOptions().Interval, settings.Feeds.Interval);
        Assert.Equal((0, 0, 0), (settings.Feeds.Addresses.Count, settings.Feeds.Keywords.Count, settings.Feeds.Networks.Count));
        Assert.Equal((20, TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(1)), (settings.Flood.Commands, settings.Flood.Window, settings.Flood.Silence));
        Assert.Equal(new IPEndPoint(IPAddress.Loopback, 8080), settings.Http.Listen);
    }

    [Fact]
    public void Every_value_is_taken()
    {
        var settings = Read(
            ("Discord:Token", "a.token"), ("Discord:ApiBaseUrl", "http://127.0.0.1:9000/api/v10/"), ("Discord:ApplicationId", "42"),
            ("Discord:Transport", "http"), ("Discord:PublicKey", Key), ("Discord:Shards", "2-3/8"), ("Discord:GuildId", "43"),
            ("Run:Roles", "commands"), ("Flood:Commands", "0"), ("Flood:Window", "00:01:00"), ("Flood:Silence", "00:05:00"), ("Http:Url", "http://+:80"));
        Assert.Equal(
            new DiscordOptions
            {
                Token = "a.token",
                ApiBaseUrl = new Uri("http://127.0.0.1:9000/api/v10"),
                ApplicationId = new Snowflake(42),
                Transport = DiscordTransport.Http,
                PublicKey = Key,
                Shards = new ShardRange(2, 3, 8),
                GuildId = new Snowflake(43),
            },
            settings.Discord);
        Assert.Equal([RunRole.Commands], settings.Run.Roles);
        Assert.Equal((0, 1, 5), (settings.Flood.Commands, settings.Flood.Window.TotalMinutes, settings.Flood.Silence.TotalMinutes));
        Assert.Equal(80, settings.Http.Listen.Port);
    }

    [Theory]
    [InlineData("Briefing:Time", "8")]
    [InlineData("Briefing:Time", "24:00")]
    [InlineData("Briefing:Zone", "Mars/Olympus")]
    [InlineData("Briefing:MaxPassages", "0")]
    [InlineData("Briefing:Grace", "23:00:01")]
    [InlineData("Briefing:MaxPerPerson", "-1")]
    [InlineData("Discord:ApiBaseUrl", "discord.com")]
    [InlineData("Discord:ApiBaseUrl", "ftp://discord.com/api")]
    [InlineData("Discord:ApplicationId", "my-app")]
    [InlineData("Discord:ApplicationId", "0")]
    [InlineData("Discord:Transport", "1")]
    [InlineData("Discord:Transport", "Gateway,Http")]
    [InlineData("Discord:Transport", "Webhook")]
    [InlineData("Discord:PublicKey", "abcdef")]
    [InlineData("Discord:Shards", "0")]
    [InlineData("Discord:Shards", "-1")]
    [InlineData("Discord:Shards", "3-2/8")]
    [InlineData("Discord:Shards", "0-8/8")]
    [InlineData("Discord:Shards", "0/8")]
    [InlineData("Discord:Shards", "20000")]
    [InlineData("Discord:GuildId", "99999999999999999999999")]
    [InlineData("Story:Feeds", "news.example/rss.xml")]
    [InlineData("Story:Feeds", "file:///etc/passwd")]
    [InlineData("Story:Feeds", "https://me:secret@news.example/rss.xml")]
    [InlineData("Story:FeedInterval", "00:00:59")]
    [InlineData("Story:FeedInterval", "1.00:00:01")]
    [InlineData("Story:FeedInterval", "15")]
    [InlineData("Story:FeedNetworks", "10.0.0.1")]
    [InlineData("Story:FeedNetworks", "10.0.0.0/33")]
    [InlineData("Story:FeedNetworks", "localhost")]
    [InlineData("Run:Roles", "Everything")]
    [InlineData("Run:Roles", "0")]
    [InlineData("Flood:Commands", "-1")]
    [InlineData("Flood:Window", "30")]
    [InlineData("Flood:Window", "00:00:00")]
    [InlineData("Flood:Silence", "2.00:00:00")]
    [InlineData("Http:Url", "8080")]
    [InlineData("Http:Url", "https://127.0.0.1:8080")]
    [InlineData("Http:Url", "http://bot.example.org:8080")]
    [InlineData("Http:Url", "http://127.0.0.1:8080/path")]
    [InlineData("Http:Url", "http://127.0.0.1:99999")]
    public void A_wrong_value_is_named_with_its_key_and_what_is_allowed(string key, string value)
    {
        var problem = Assert.Single(Assert.Throws<ConfigurationException>(() => Read((key, value))).Problems);
        Assert.StartsWith($"{key}: “{value}” is not allowed; ", problem, StringComparison.Ordinal);
        Assert.EndsWith(" is.", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Bot a-secret-word")]
    [InlineData("a-secret-word\nanother")]
    [InlineData("a-secret-wörd")]
    public void A_wrong_token_is_refused_without_a_word_of_it(string token)
    {
        var problem = Assert.Single(Assert.Throws<ConfigurationException>(() => Read(("Discord:Token", token))).Problems);
        Assert.StartsWith("Discord:Token: the value ", problem, StringComparison.Ordinal);
        Assert.DoesNotContain("a-secret", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_that_prints_the_options_prints_the_token() =>
        Assert.DoesNotContain("a-secret-word", Read(("Discord:Token", "a-secret-word")).Discord.ToString(), StringComparison.Ordinal);

    [Theory]
    [InlineData("auto", 3, "0/3 1/3 2/3")]
    [InlineData("auto", 0, "0/1")]
    [InlineData("2", 5, "0/2 1/2")]
    [InlineData("1-2/4", 1, "1/4 2/4")]
    public void Shards_are_those_of_this_process(string value, int recommended, string shards) =>
        Assert.Equal(shards, string.Join(' ', Read(("Discord:Shards", value)).Discord.Shards.Of(recommended).Select(each => $"{each.Shard}/{each.Count}")));

    [Fact]
    public void What_briefings_go_by_is_taken_and_has_defaults()
    {
        Assert.Equal(new BriefingOptions(), Read().Briefing);
        Assert.Equal((new TimeOnly(8, 0), "UTC", 5, TimeSpan.FromHours(20), 25, 5), Told(new BriefingOptions()));
        Assert.Equal(Path.GetFullPath("index-data/briefingbot.db"), Read().StoragePath);
        var set = Read(
            ("Briefing:Time", "23:59"), ("Briefing:Zone", "Asia/Kathmandu"), ("Briefing:MaxPassages", "10"), ("Briefing:Grace", "23:00:00"),
            ("Briefing:MaxPerServer", "0"), ("Briefing:MaxPerPerson", "1"), ("Storage:Path", "/data/bot.db"));
        Assert.Equal((new TimeOnly(23, 59), "Asia/Kathmandu", 10, TimeSpan.FromHours(23), 0, 1), Told(set.Briefing));
        Assert.Equal("/data/bot.db", set.StoragePath);

        static (TimeOnly, string, int, TimeSpan, int, int) Told(BriefingOptions options) =>
            (options.Time, options.Zone, options.MaxPassages, options.Grace, options.MaxPerServer, options.MaxPerPerson);
    }

    [Theory]
    [InlineData("Feeds", true)]
    [InlineData("feeds,FEEDS", true)]
    [InlineData("Commands,Feeds", false)]
    [InlineData("", false)]
    public void A_process_that_only_fetches_articles_needs_nothing_of_Discord(string roles, bool only) =>
        Assert.Equal(only, Read(("Run:Roles", roles)).Run.OnlyFeeds);

    [Fact]
    public void Feeds_are_taken_by_commas_or_white_space_each_once_and_keywords_by_commas()
    {
        var settings = Read(
            ("Story:Feeds", " https://news.example/rss.xml, http://a.example/atom\n https://news.example/rss.xml#top "), ("Story:Feeds:0", "https://b.example/"),
            ("Story:Keywords", "INF Treaty, missile"), ("Story:FeedInterval", "1.00:00:00"), ("Story:FeedNetworks", "10.1.0.0/16 fd00::/8"));
        Assert.Equal(["https://news.example/rss.xml", "http://a.example/atom", "https://b.example/"], settings.Feeds.Addresses.Select(each => each.AbsoluteUri));
        Assert.Equal(["INF Treaty", "missile"], settings.Feeds.Keywords);
        Assert.Equal(TimeSpan.FromDays(1), settings.Feeds.Interval);
        Assert.Equal(["10.1.0.0/16", "fd00::/8"], settings.Feeds.Networks.Select(each => each.ToString()));
        Assert.Empty(settings.Unknown);
    }

    [Fact]
    public void Roles_may_stand_one_below_the_other() =>
        Assert.Equal([RunRole.Commands, RunRole.Feeds], Read(("Run:Roles:0", "Feeds"), ("Run:Roles:1", "Commands")).Run.Roles);

    [Theory]
    [InlineData("http://127.0.0.1:8080", "127.0.0.1", "http://127.0.0.1:8080/")]
    [InlineData("http://localhost:81", "127.0.0.1", "http://127.0.0.1:81/")]
    [InlineData("http://0.0.0.0:8080", "0.0.0.0", "http://127.0.0.1:8080/")]
    [InlineData("http://[::]:8080", "::", "http://127.0.0.1:8080/")]
    [InlineData("http://[::1]:8080", "::1", "http://[::1]:8080/")]
    [InlineData("http://10.1.2.3", "10.1.2.3", "http://10.1.2.3/")]
    public void A_bot_that_listens_everywhere_is_asked_at_the_loopback_address(string url, string listen, string ask)
    {
        var http = Read(("Http:Url", url)).Http;
        Assert.Equal((IPAddress.Parse(listen), new Uri(ask)), (http.Listen.Address, http.Ask));
    }

    [Theory]
    [InlineData("http://+:8080")]
    [InlineData("http://*:8080")]
    public void Plus_and_star_stand_for_all_addresses(string url)
    {
        var http = Read(("Http:Url", url)).Http;
        Assert.Contains(http.Listen.Address, new[] { IPAddress.Any, IPAddress.IPv6Any });
        Assert.Equal(new Uri("http://127.0.0.1:8080/"), http.Ask);
    }

    private static Settings Read(params (string Key, string Value)[] values) => Settings.Read(new ConfigurationBuilder().AddInMemoryCollection(
        values.ToDictionary(each => each.Key, each => (string?)each.Value)));
}
