using System.Text.Json;
using BriefingBot.Tests.Fakes;
using BriefingBot.Verbs;

namespace BriefingBot.Tests.Verbs;

/// <summary><c>chat</c> and <c>quotes</c> as a script starts them.</summary>
public sealed class ChatVerbTests : IDisposable
{
    private const string Article = "---\ntitle: Herring\npublished: 2019-03-04\n---\n“The herring is blue,” said Anna Keller. She left.";

    private readonly StoryOnDisk _disk = new();

    public ChatVerbTests() => _disk.Write("a.txt", Article);

    public void Dispose() => _disk.Dispose();

    [Theory]
    [InlineData("who-said herring", 32768, "*who-said|0|words:7=herring;")]
    [InlineData("quotes speaker:Keller", 32768, "*quotes|0|")]
    [InlineData("ask What is blue?", 32768, "*ask|0|")]
    [InlineData("speaker Keller", 32768, "*speaker|0|")]
    [InlineData("timeline", 32768, "*timeline|0|")]
    [InlineData("who-said herring private:true", 32768 + 64, "*who-said|0|words:7=herring;")]
    [InlineData("story", 32768, "<t:")]
    [InlineData("help", 32768, "/who-said")]
    [InlineData("nonsense", 32768 + 64, "There is no command")]
    public async Task Every_answer_comes_with_the_message_that_Discord_would_be_sent(string line, int flags, string holds)
    {
        var (_, output, _) = await Run(["chat", "--format", "json", .. line.Split(' ')]);
        using var json = JsonDocument.Parse(output);
        var message = json.RootElement.GetProperty("message");
        Assert.Equal(["flags", "components", "allowed_mentions"], message.EnumerateObject().Select(member => member.Name));
        Assert.Equal(flags, message.GetProperty("flags").GetInt32());
        Assert.Contains(holds, message.GetRawText(), StringComparison.Ordinal);
        Assert.Equal("{\"parse\":[]}", message.GetProperty("allowed_mentions").GetRawText());
    }

    [Fact]
    public async Task A_command_is_answered_from_an_index_that_was_not_there_before()
    {
        var (exit, output, error) = await Run("chat", "/who-said", "herring", "is", "blue", "speaker:Anna Keller");
        Assert.Equal(0, exit);
        Assert.Contains(" 1  Anna Keller · word for word\n    “The herring is blue,” said Anna Keller.\n", output, StringComparison.Ordinal);
        Assert.Contains("Herring · 4 March 2019 · sentence 1", output, StringComparison.Ordinal);
        Assert.Contains("Reading 1 file", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_that_look_like_options_of_the_program_belong_to_the_command()
    {
        var (exit, output, _) = await Run("chat", "--format", "json", "who-said", "herring", "-blue", "--format", "text", "@everyone");
        Assert.Equal(0, exit);
        using var reply = JsonDocument.Parse(output);
        Assert.False(reply.RootElement.GetProperty("found").GetBoolean());
    }

    [Fact]
    public async Task Offsets_of_JSON_point_into_the_text_that_the_text_verb_prints()
    {
        var (_, output, _) = await Run("chat", "--format=json", "/who-said herring");
        var text = (await Run("text", "a")).Output;
        using var reply = JsonDocument.Parse(output);
        var result = reply.RootElement.GetProperty("results")[0];
        foreach (var part in new[] { result.GetProperty("passage"), result.GetProperty("quotation") })
        {
            Assert.Equal(part.GetProperty("text").GetString(), text[part.GetProperty("start").GetInt32()..part.GetProperty("end").GetInt32()]);
        }
    }

    [Fact]
    public async Task A_fault_in_the_background_ends_a_talk_that_waits_for_a_line()
    {
        var waiting = new TaskCompletionSource();
        var fault = Task.FromException(new IOException("no space left"));
        await Assert.ThrowsAsync<IOException>(() => ChatVerb.UntilOneEndsAsync(waiting.Task, fault, CancellationToken.None));
    }

    [Theory]
    [InlineData(0, "chat who-said purple elephants")]
    [InlineData(0, "chat --as somebody --zone Europe/Zurich story")]
    [InlineData(2, "chat nonsense")]
    [InlineData(2, "chat who-said herring spekaer:Keller")]
    [InlineData(2, "chat --zone Nowhere story")]
    [InlineData(2, "chat --format xml story")]
    [InlineData(2, "quotes")]
    public async Task The_exit_code_tells_wrong_usage(int exit, string line) => Assert.Equal(exit, (await Run(line.Split(' '))).Exit);

    [Fact]
    public async Task Quotations_of_a_file_need_no_index()
    {
        var (exit, output, _) = await Run("quotes", _disk.PathOf("a.txt"));
        Assert.Equal(0, exit);
        Assert.StartsWith("1 quotation in a\n\n 1  Anna Keller · word for word\n", output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_disk.Index));
    }

    [Fact]
    public async Task What_lies_beside_a_file_has_no_part_in_its_quotations()
    {
        _disk.Write("a.md", "Another article.");
        var (exit, output, _) = await Run("quotes", _disk.PathOf("a.txt"));
        Assert.Equal(0, exit);
        Assert.StartsWith("1 quotation in a\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_named_and_the_others_are_served()
    {
        _disk.Write("empty.txt", "");
        var (exit, output, error) = await Run("quotes", "--format", "jsonl", _disk.PathOf("empty.txt"), _disk.PathOf("none.txt"), _disk.PathOf("a.txt"));
        Assert.Equal(1, exit);
        using var line = JsonDocument.Parse(output);
        Assert.Equal("Anna Keller", line.RootElement.GetProperty("speaker").GetString());
        Assert.False(line.RootElement.TryGetProperty("rank", out _));
        Assert.Contains("empty.txt: It is empty", error, StringComparison.Ordinal);
        Assert.Contains("none.txt: There is no such file.", error, StringComparison.Ordinal);
    }

    private async Task<(int Exit, string Output, string Error)> Run(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var exit = await Program.RunAsync([.. _disk.Arguments, .. arguments], output, error, CancellationToken.None);
        return (exit, output.ToString(), error.ToString());
    }
}
