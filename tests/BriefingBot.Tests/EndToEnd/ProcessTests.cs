using System.Diagnostics;
using System.Text.Json;
using BriefingBot.Tests.Fakes;

namespace BriefingBot.Tests.EndToEnd;

/// <summary>What only processes of their own can show: pipes, a second program on the same index, and an end without a farewell.</summary>
public sealed class ProcessTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly StoryOnDisk _disk = new();

    public ProcessTests() => _disk.Write("a.txt", "“The herring is blue,” said Anna Keller.");

    public void Dispose() => _disk.Dispose();

    [Fact]
    public async Task Each_line_of_a_pipe_is_answered_by_one_line_and_its_end_ends_the_program()
    {
        using var chat = Start("chat", "--format", "json");
        await chat.StandardInput.WriteAsync("/who-said herring\n\nnonsense\nwhy 1\n");
        chat.StandardInput.Close();
        var lines = (await chat.StandardOutput.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["who-said", "nonsense", "why"], lines.Select(line => CommandOf(line)));
        Assert.Equal(0, await EndOf(chat));
    }

    [Fact]
    public async Task A_second_program_reads_along_and_a_killed_one_leaves_an_index_that_opens()
    {
        using var first = Start("chat", "--format", "json");
        await AnswerOf(first, "/who-said herring");

        using (var second = Start("chat", "/who-said herring"))
        {
            Assert.Contains("Anna Keller", await second.StandardOutput.ReadToEndAsync(), StringComparison.Ordinal);
            Assert.Contains("reading along", await second.StandardError.ReadToEndAsync(), StringComparison.Ordinal);
            Assert.Equal(0, await EndOf(second));
        }

        for (var i = 0; i < 50; i++)
        {
            _disk.Write($"b{i}.txt", $"“The halibut {i} is green,” said Anna Keller.");
        }

        // Somewhere in the middle of taking them over.
        await AnswerOf(first, "/story");
        first.Kill();
        await EndOf(first);

        using var again = Start("index");
        Assert.StartsWith("51 articles, 51 sentences, 51 quotations, 0 unreadable", await again.StandardOutput.ReadToEndAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await EndOf(again));
    }

    private static async Task<string> AnswerOf(Process chat, string line)
    {
        await chat.StandardInput.WriteLineAsync(line);
        await chat.StandardInput.FlushAsync();
        return await chat.StandardOutput.ReadLineAsync().WaitAsync(Patience) ?? "";
    }

    private static string? CommandOf(string line)
    {
        using var json = JsonDocument.Parse(line);
        return json.RootElement.GetProperty("command").GetString();
    }

    private static async Task<int> EndOf(Process program)
    {
        await program.WaitForExitAsync().WaitAsync(Patience);
        return program.ExitCode;
    }

    private Process Start(params string[] line) => Process.Start(new ProcessStartInfo(
        "dotnet", [Path.Combine(AppContext.BaseDirectory, "BriefingBot.dll"), line[0], .. _disk.Arguments, .. line[1..]])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;
}
