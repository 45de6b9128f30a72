using System.Reflection;
using System.Text.RegularExpressions;
using BriefingBot.Configuration;
using BriefingBot.Indexing;
using BriefingBot.Tests.Fakes;
using Microsoft.Extensions.Configuration;

namespace BriefingBot.Tests.Configuration;

public sealed class SettingsTests : IDisposable
{
    private readonly StoryOnDisk _disk = new();

    public void Dispose() => _disk.Dispose();

    [Fact]
    public void Nothing_needs_to_be_configured()
    {
        var settings = Read();
        Assert.Equal(Path.GetFullPath("index-data/articles"), settings.Story.ArticlesPath);
        Assert.Equal(Path.GetFullPath("index-data/lucene"), settings.Story.IndexPath);
        Assert.Equal(4194304, settings.Story.MaxArticleBytes);
        Assert.False(settings.HasToken);
    }

    [Fact]
    public void The_shipped_file_holds_every_setting_with_its_default()
    {
        var shipped = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "appsettings.json"));
        var everything = Path.Combine(_disk.Root, "everything.json");
        File.WriteAllText(everything, Regex.Replace(shipped, """^( *)// (?=")""", "$1", RegexOptions.Multiline));
        var settings = Settings.Read(new ConfigurationBuilder().AddJsonFile(everything));

        Assert.Empty(settings.Unknown);
        Assert.NotNull(settings.Story.Name);
        Assert.NotNull(settings.All["Discord:Token"]);
        Assert.Equal(Read().Story, settings.Story with { Name = null });
        Assert.Equal(
            typeof(StoryOptions).GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => property.Name)
                .Except([nameof(StoryOptions.ModelPath)]).Concat(["Feeds", "Keywords", "FeedInterval", "FeedNetworks"]).Order(),
            settings.All.GetSection("Story").GetChildren().Select(child => child.Key).Order());
        Assert.Equal(
            typeof(DiscordOptions).GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => property.Name).Order(),
            settings.All.GetSection("Discord").GetChildren().Select(child => child.Key).Order());
        Assert.Equal(Read().Discord, settings.Discord);
        Assert.Equal(Read().Run.Roles, settings.Run.Roles);
        Assert.Equal(Read().Feeds.Interval, settings.Feeds.Interval);
        Assert.Equal(Read().Flood, settings.Flood);
        Assert.Equal(Read().Http, settings.Http);
    }

    [Theory]
    [InlineData("Story:MaxArticleBytes", "0")]
    [InlineData("Story:MaxArticleBytes", "four")]
    [InlineData("Story:MaxArticleBytes", "99999999999")]
    [InlineData("Story:PollInterval", "1")]
    [InlineData("Story:PollInterval", "-00:00:01")]
    [InlineData("Story:PollInterval", "02:00:00")]
    public void A_wrong_value_is_named_with_its_key_and_what_is_allowed(string key, string value)
    {
        var problem = Assert.Single(Assert.Throws<ConfigurationException>(() => Read(new Dictionary<string, string?> { [key] = value })).Problems);
        Assert.StartsWith($"{key}: “{value}” is not allowed; ", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void All_wrong_values_are_named_at_once() =>
        Assert.Equal(2, Assert.Throws<ConfigurationException>(
            () => Read(new Dictionary<string, string?> { ["Story:MaxArticleBytes"] = "x", ["Story:PollInterval"] = "y" })).Problems.Count);

    [Fact]
    public void Unknown_keys_are_named_and_keys_of_later_versions_are_not()
    {
        var settings = Read(new Dictionary<string, string?>
        {
            ["Story:ArticlePath"] = "x",
            ["story:Nmae"] = "x",
            ["Discord:Shards"] = "auto",
            ["Story:Feeds:0"] = "https://example.org/feed",
            ["Discord:GuildIdFile"] = "",
            ["Elsewhere:Key"] = "x",
            ["Logging:LogLevel:Default"] = "Debug",
        });
        Assert.Equal(["Story:ArticlePath", "Story:Nmae"], settings.Unknown);
    }

    [Fact]
    public void A_value_may_come_from_a_file_and_whichever_is_said_last_wins()
    {
        var file = Path.Combine(_disk.Root, "name");
        File.WriteAllText(file, "From a file\n");

        Assert.Equal("From a file", Read(new Dictionary<string, string?> { ["Story:Name"] = "Before" }, new Dictionary<string, string?> { ["Story:NameFile"] = file }).Story.Name);
        Assert.Equal("After", Read(new Dictionary<string, string?> { ["Story:NameFile"] = file }, new Dictionary<string, string?> { ["Story:Name"] = "After" }).Story.Name);
        File.WriteAllText(file, "a.token\r\n");
        Assert.Equal("a.token", Read(new Dictionary<string, string?> { ["Discord:TokenFile"] = file }).Discord.Token);
    }

    [Fact]
    public void A_file_that_is_not_there_is_named() =>
        Assert.StartsWith("Discord:TokenFile: “/nowhere/token” cannot be read", Assert.Single(Assert.Throws<ConfigurationException>(
            () => Read(new Dictionary<string, string?> { ["Discord:TokenFile"] = "/nowhere/token" })).Problems), StringComparison.Ordinal);

    [Theory]
    [InlineData("status --Story:Name=a=b --format json", "status|--format|json", "a=b")]
    [InlineData("--Story:Name x status", "status", "x")]
    [InlineData("chat --format json who-said --Story:Name=x", "chat|--format|json|who-said|--Story:Name=x", null)]
    [InlineData("chat --Story:Name=x -- --help", "chat|--|--help", "x")]
    [InlineData("text --Story:Name", "text|--Story:Name", null)]
    public void Configuration_is_told_from_the_words_of_a_verb(string line, string words, string? name)
    {
        var split = CommandLineSplit.Of(line.Split(' '), FreeText.HasBegun);
        Assert.Equal(words.Split('|'), split.Words);
        Assert.Equal(name, split.Keys.GetValueOrDefault("story:name"));
    }

    [Theory]
    [InlineData("chat --as me who-said --help", "chat --as me -- who-said --help")]
    [InlineData("chat --format=json help", "chat --format=json -- help")]
    [InlineData("chat --help", "chat --help")]
    [InlineData("chat", "chat")]
    [InlineData("status --format json", "status --format json")]
    public void What_follows_the_first_word_in_chat_is_no_option(string words, string marked) =>
        Assert.Equal(marked.Split(' '), FreeText.Marked(words.Split(' ')));

    private static Settings Read(params Dictionary<string, string?>[] sources) =>
        Settings.Read(sources.Aggregate((IConfigurationBuilder)new ConfigurationBuilder(), (builder, source) => builder.AddInMemoryCollection(source)));
}
