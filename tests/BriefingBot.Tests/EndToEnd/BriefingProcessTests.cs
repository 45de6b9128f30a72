using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using BriefingBot.Storage;
using BriefingBot.Tests.Fakes;
using Microsoft.Extensions.Time.Testing;

namespace BriefingBot.Tests.EndToEnd;

/// <summary>The bot as an operator starts it for briefings alone: what was missed is in the channel, composed from the story.</summary>
public sealed class BriefingProcessTests : IAsyncLifetime, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly StoryOnDisk _disk = new();
    private readonly FakeChannels _discord = new(() => TimeProvider.System.GetUtcNow());
    private readonly DateTimeOffset _now = TimeProvider.System.GetUtcNow();
    private TemporaryDatabase _stored = null!;
    private Process? _bot;

    public Task InitializeAsync()
    {
        _disk.Write("a.txt", "“The herring is blue,” said Anna Keller. “The halibut is green,” said Jens Olsen.");
        _stored = new TemporaryDatabase(time: new FakeTimeProvider(_now.AddHours(-2)));
        _stored.Add(TemporaryDatabase.InChannel(FakeChannels.Guild, "8") with { Time = TimeOnly.FromDateTime(_now.AddHours(-1).UtcDateTime), Zone = "UTC" });
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        if (_bot is { HasExited: false })
        {
            _bot.Kill();
        }

        await _discord.DisposeAsync();
    }

    public void Dispose()
    {
        _bot?.Dispose();
        _stored.Dispose();
        _disk.Dispose();
    }

    [Fact]
    public async Task A_process_with_the_role_Briefings_delivers_what_was_missed_and_neither_connects_nor_registers()
    {
        Start();
        var error = UntilAsync("1 seen to");
        var post = await PostAsync();
        Assert.Equal("/channels/8/messages", post.Path);
        Assert.Contains("Anna Keller", post.Body, StringComparison.Ordinal);
        Assert.Contains("Jens Olsen", post.Body, StringComparison.Ordinal);
        var lines = await error;
        Assert.DoesNotContain("Keller", lines, StringComparison.Ordinal);

        var port = lines[lines.IndexOf("Listening at http://127.0.0.1:", StringComparison.Ordinal)..].Split(':')[2].Split('.')[0];
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var ready = JsonDocument.Parse(await client.GetStringAsync(new Uri($"http://127.0.0.1:{port}/readyz")));
        Assert.Equal("waiting for 1 time of day", ready.RootElement.GetProperty("conditions").GetProperty("briefings").GetProperty("says").GetString());
        Assert.False(ready.RootElement.GetProperty("conditions").TryGetProperty("gateway", out _));

        using (Process.Start("kill", ["-TERM", _bot!.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            await _bot.WaitForExitAsync().WaitAsync(Patience);
        }

        Assert.Equal(0, _bot.ExitCode);
        Assert.Equal(["/applications/@me", "/channels/8/messages"], _discord.Rest.Requests.Select(request => request.Path));
        Assert.Equal("Sent", _stored.Database.Read(connection => connection.One("SELECT state FROM delivery", row => row.GetString(0))));
        Assert.Equal(2, _stored.Store.Shown(1).Count);
    }

    [Fact]
    public async Task Without_a_subscription_neither_the_database_nor_the_scheduler_is_loaded()
    {
        _stored.Dispose();
        Start();
        var listening = await UntilAsync("Listening at http://127.0.0.1:");
        var port = listening[listening.IndexOf("Listening at http://127.0.0.1:", StringComparison.Ordinal)..].Split(':')[2].Split('.')[0];
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var limit = new CancellationTokenSource(Patience);
        while (!(await TellAsync(client, port)).Contains("\"no subscriptions\"", StringComparison.Ordinal))
        {
            limit.Token.ThrowIfCancellationRequested();
        }

        var loaded = await File.ReadAllTextAsync($"/proc/{_bot!.Id}/maps");
        Assert.Contains("BriefingBot.dll", loaded, StringComparison.Ordinal);
        Assert.DoesNotContain("Quartz", loaded, StringComparison.Ordinal);
        Assert.DoesNotContain("sqlite", loaded, StringComparison.OrdinalIgnoreCase);
        Assert.False(File.Exists(_stored.Path));
    }

    [Fact]
    public async Task A_token_that_is_refused_ends_it_with_3()
    {
        _discord.Refuse = _ => RestAnswer.Error(401, 0, "401: Unauthorized");
        Start();
        await _bot!.WaitForExitAsync().WaitAsync(Patience);
        Assert.Equal(3, _bot.ExitCode);
    }

    [Fact]
    public async Task A_database_of_a_later_program_ends_it_with_1_and_one_line()
    {
        _stored.Database.Write(connection => connection.Execute("PRAGMA user_version = 1000"));
        Start("--Logging:LogLevel:Default=None");
        var error = await _bot!.StandardError.ReadToEndAsync().WaitAsync(Patience);
        await _bot.WaitForExitAsync().WaitAsync(Patience);
        Assert.Equal(1, _bot.ExitCode);
        Assert.StartsWith("Storage:Path: ", Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    private void Start(params string[] line) => _bot = Process.Start(new ProcessStartInfo(
        "dotnet",
        [
            Path.Combine(AppContext.BaseDirectory, "BriefingBot.dll"), "run", .. _disk.Arguments, "--Run:Roles=Briefings", $"--Storage:Path={_stored.Path}",
            "--Discord:Token=a-secret-word", $"--Discord:ApiBaseUrl={_discord.Rest.BaseUrl}", "--Http:Url=http://127.0.0.1:0", .. line,
        ])
    {
        RedirectStandardError = true,
    });

    private static async Task<string> TellAsync(HttpClient client, string port)
    {
        using var answer = await client.GetAsync(new Uri($"http://127.0.0.1:{port}/readyz"));
        return await answer.Content.ReadAsStringAsync();
    }

    private async Task<RestRequest> PostAsync()
    {
        RestRequest request;
        do
        {
            request = await _discord.Rest.NextAsync();
        }
        while (request.Method != "POST");
        return request;
    }

    /// <summary>All up to the line that says so; what follows is read and forgotten.</summary>
    private async Task<string> UntilAsync(string words)
    {
        var lines = "";
        while (await _bot!.StandardError.ReadLineAsync().WaitAsync(Patience) is { } line)
        {
            lines += line + "\n";
            if (line.Contains(words, StringComparison.Ordinal))
            {
                _ = _bot.StandardError.ReadToEndAsync();
                return lines;
            }
        }

        throw new InvalidOperationException($"It ended before it said so: {lines}");
    }
}
