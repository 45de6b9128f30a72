using System.Text.Json;
using BriefingBot.Tests.Fakes;

namespace BriefingBot.Tests.EndToEnd;

/// <summary>The program as a user starts it, over a folder of its own.</summary>
public sealed class ProgramTests : IDisposable
{
    private readonly StoryOnDisk _disk = new();

    public void Dispose() => _disk.Dispose();

    [Fact]
    public async Task Index_brings_the_index_up_to_date_and_counts()
    {
        _disk.Write("a.txt", "“The herring is blue,” said Anna Keller. She left.");
        _disk.Write("b.json", "{}");

        var (exit, output, error) = await Run("index");
        Assert.Equal(0, exit);
        Assert.StartsWith("1 article, 2 sentences, 1 quotation, 1 unreadable file.", output, StringComparison.Ordinal);
        Assert.Contains("b.json: It is JSON of another schema", output, StringComparison.Ordinal);
        Assert.Contains("Reading 2 files", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Status_needs_attention_when_a_file_cannot_be_read()
    {
        _disk.Write("a.txt", "“The herring is blue,” said Anna Keller.");
        await Run("index");
        Assert.Equal(0, (await Run("status")).Exit);

        _disk.Write("b.txt", "");
        await Run("index");
        var (exit, output, _) = await Run("status", "--format", "json");
        using var status = JsonDocument.Parse(output);
        Assert.Equal(1, exit);
        Assert.False(status.RootElement.GetProperty("ok").GetBoolean());
        Assert.StartsWith("b.txt cannot be read. It is empty", status.RootElement.GetProperty("attention")[0].GetString(), StringComparison.Ordinal);
        Assert.Equal(1, status.RootElement.GetProperty("index").GetProperty("articles").GetInt32());
        Assert.Empty(status.RootElement.GetProperty("subscriptions").EnumerateArray());
    }

    [Fact]
    public async Task An_index_made_from_another_folder_is_made_anew()
    {
        _disk.Write("a.txt", "“The herring is blue,” said Anna Keller.");
        await Run("index");
        Directory.CreateDirectory(Path.Combine(_disk.Root, "other"));

        var (_, output, _) = await Run("index", $"--Story:ArticlesPath={Path.Combine(_disk.Root, "other")}");
        Assert.StartsWith("0 articles", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.txt", "---\ntitle: T\n---\r\n  One.\r\n", "a", "  One.\r\n")]
    [InlineData("sub/b.json", """[{"@type":"Article","articleBody":"x"},{"@type":"Article","articleBody":"é "}]""", "sub/b#2", "é ")]
    public async Task Text_prints_exactly_what_offsets_count(string file, string content, string id, string text)
    {
        _disk.Write(file, content);
        Assert.Equal((0, text), (await Run("text", id)) is var run ? (run.Exit, run.Output) : default);
    }

    [Theory]
    [InlineData("nothing", "There is no article “nothing”")]
    [InlineData("a#7", "a.txt has no article “a#7”; it has a.")]
    [InlineData("empty", "empty.txt cannot be read. It is empty")]
    public async Task Text_of_what_is_no_article_is_one_sentence(string id, string says)
    {
        _disk.Write("a.txt", "Text.");
        _disk.Write("empty.txt", "");
        var (exit, output, error) = await Run("text", id);
        Assert.Equal((1, ""), (exit, output));
        Assert.StartsWith(says, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("text")]
    [InlineData("text a b")]
    [InlineData("status --format xml")]
    [InlineData("index --wrong")]
    [InlineData("--wrong")]
    [InlineData("status @file")]
    [InlineData("chat --wrong x")]
    [InlineData("chat --format xml story")]
    public async Task Wrong_usage_ends_with_2(string line)
    {
        var (exit, output, error) = await Run(line.Split(' '));
        Assert.Equal((2, ""), (exit, output));
        Assert.Contains("--help", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("run --help")]
    [InlineData("health --help")]
    [InlineData("doctor --help")]
    [InlineData("index --help")]
    [InlineData("status --help")]
    [InlineData("text --help")]
    [InlineData("chat --help")]
    [InlineData("quotes --help")]
    public async Task Every_verb_has_help_whatever_the_configuration(string line) =>
        Assert.Equal(0, (await Run([.. line.Split(' '), "--Story:MaxArticleBytes=wrong"])).Exit);

    [Fact]
    public async Task Wrong_configuration_ends_with_1_and_one_line_each()
    {
        var (exit, _, error) = await Run("status", "--Story:MaxArticleBytes=wrong", "--Story:PollInterval=never");
        Assert.Equal(1, exit);
        Assert.Equal(2, error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task Unknown_configuration_is_one_warning_and_stops_nothing()
    {
        var (exit, _, error) = await Run("status", "--Story:Unknown=1", "--Discord:Unknown=2");
        Assert.Equal(0, exit);
        Assert.Contains("Discord:Unknown, Story:Unknown.", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData()]
    [InlineData("run")]
    public async Task Without_discord_the_bot_says_how_to_try_it(params string[] line)
    {
        var (exit, output, error) = await Run(line);
        Assert.Equal((1, ""), (exit, output));
        Assert.Contains("no Discord:Token", error, StringComparison.Ordinal);
        Assert.Contains("chat", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Run:Roles: with Feeds alone there is nothing to do, since Story:Feeds names no feed; name one, or other roles.", "--Run:Roles=Feeds")]
    [InlineData("Discord:PublicKey: nothing is set; with Discord:Transport Http", "--Discord:Transport=Http")]
    public async Task What_a_start_needs_and_lacks_is_one_line(string says, string key)
    {
        var (exit, output, error) = await Run("run", "--Discord:Token=a-secret-word", key);
        Assert.Equal((1, ""), (exit, output));
        Assert.StartsWith(says, Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_articles_folder_is_made_and_somebody_told()
    {
        Directory.Delete(_disk.Articles);
        var (exit, _, error) = await Run("index");
        Assert.Equal(0, exit);
        Assert.True(Directory.Exists(_disk.Articles));
        Assert.Contains("To add an article", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--Story:ArticlesPath")]
    [InlineData("--Story:IndexPath")]
    public async Task A_folder_that_cannot_be_made_is_named_with_the_user(string key)
    {
        // Below a file no folder can be made, by root neither.
        _disk.Write("file.txt", "Text.");
        var (exit, _, error) = await Run("index", $"{key}={_disk.PathOf("file.txt/below")}");
        Assert.Equal(1, exit);
        Assert.Contains("file.txt/below", error, StringComparison.Ordinal);
        Assert.Contains("user id ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_index_is_never_made_where_other_files_lie()
    {
        _disk.Write("a.txt", "Text.");
        var (exit, _, error) = await Run("index", $"--Story:IndexPath={_disk.Articles}");
        Assert.Equal(1, exit);
        Assert.Contains("holds files that are no index (a.txt)", error, StringComparison.Ordinal);
        Assert.True(File.Exists(_disk.PathOf("a.txt")));
    }

    [Fact]
    public async Task A_thousand_identical_sentences_are_one_article()
    {
        _disk.Write("a.txt", string.Concat(Enumerable.Repeat("“The herring is blue,” said Anna Keller.\n", 1000)));
        Assert.StartsWith("1 article, 1,000 sentences", (await Run("index")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_of_a_megabyte_is_an_article()
    {
        _disk.Write("a.txt", string.Concat(Enumerable.Repeat("herring ", 131_072)));
        Assert.StartsWith("1 article", (await Run("index")).Output, StringComparison.Ordinal);
    }

    private async Task<(int Exit, string Output, string Error)> Run(params string[] line)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        // What is said last wins: a test may point elsewhere.
        var exit = await Program.RunAsync([.. _disk.Arguments, .. line], output, error, CancellationToken.None);
        return (exit, output.ToString(), error.ToString());
    }
}
