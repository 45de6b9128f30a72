using System.Net;
using System.Net.Sockets;

namespace BriefingBot.Benchmarks.Discord;

/// <summary>What is measured: how it starts and what it is told.</summary>
/// <param name="Name">As the table calls it.</param>
/// <param name="Command">Program and arguments.</param>
/// <param name="Environment">By the fake's port and a folder for its files.</param>
internal sealed record Bot(string Name, IReadOnlyList<string> Command, Func<int, string, IReadOnlyDictionary<string, string>> Environment)
{
    public const string Ours = "ours";

    public const string Peer = "discord.js";

    public const string Bare = "bare";

    private const string Token = "MTEwMDAwMDAwMDAwMDAwMDAwMQ.GfAkE0.bench-bench-bench-bench-bench-bench-bench";

    /// <param name="program">BriefingBot.dll, or the program published for this machine.</param>
    /// <param name="articles">The story's folder.</param>
    public static Bot OurProgram(string program, string articles) => new(
        Ours,
        [.. program.EndsWith(".dll", StringComparison.Ordinal) ? ["dotnet", program] : new[] { program }, "run"],
        (port, folder) => new Dictionary<string, string>
        {
            ["Discord__Token"] = Token,
            ["Discord__ApiBaseUrl"] = $"http://127.0.0.1:{port}/api/v10",
            ["Story__ArticlesPath"] = articles,
            ["Story__IndexPath"] = Path.Combine(folder, "lucene"),
            ["Storage__Path"] = Path.Combine(folder, "briefingbot.db"),
            ["Http__Url"] = $"http://127.0.0.1:{FreePort()}",
        });

    /// <param name="folder">bench/peers/discordjs, after npm ci.</param>
    public static Bot DiscordJs(string folder) => new(
        Peer,
        ["node", Path.Combine(folder, "bot.js")],
        (port, _) => new Dictionary<string, string> { ["DISCORD_TOKEN"] = Token, ["DISCORD_API"] = $"http://127.0.0.1:{port}/api" });

    /// <summary>No library and no answer to look for: how fast the fake Discord itself can be used.</summary>
    public static Bot BareClient() => new(
        Bare,
        ["dotnet", Path.Combine(AppContext.BaseDirectory, "BriefingBot.Benchmarks.dll"), "discord-bare"],
        (port, _) => new Dictionary<string, string> { ["BARE_PORT"] = port.ToString() });

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
