using System.Diagnostics;

namespace BriefingBot.Benchmarks.Discord;

/// <summary>A bot in a process of its own, and what the kernel says about it (Linux).</summary>
internal sealed class BotProcess : IDisposable
{
    /// <summary>Clock ticks a second in /proc, the same on every Linux that .NET runs on.</summary>
    private const double TicksPerSecond = 100;

    private readonly Process _process;
    private readonly string _output;

    private BotProcess(Process process, string output, long started) => (_process, _output, Started) = (process, output, started);

    /// <summary>Just before the process was started (<see cref="Stopwatch.GetTimestamp"/>).</summary>
    public long Started { get; }

    /// <param name="bot">What to start.</param>
    /// <param name="port">Of the fake Discord.</param>
    /// <param name="folder">To work in; its output goes to a file there, which no pipe can hold up.</param>
    public static BotProcess Start(Bot bot, int port, string folder)
    {
        var output = Path.Combine(folder, $"{bot.Name}.out");
        var start = new ProcessStartInfo("/bin/sh") { WorkingDirectory = folder };
        foreach (var word in (string[])["-c", """out=$1; shift; exec "$@" >"$out" 2>&1 </dev/null""", "sh", output, .. bot.Command])
        {
            start.ArgumentList.Add(word);
        }

        SingleLoop.Forget(start.Environment);
        foreach (var (name, value) in bot.Environment(port, folder))
        {
            start.Environment[name] = value;
        }

        var started = Stopwatch.GetTimestamp();
        return new BotProcess(Process.Start(start) ?? throw new IOException($"{bot.Name} does not start."), output, started);
    }

    /// <summary>VmRSS in MB (10^6 bytes).</summary>
    public double ResidentMegabytes()
    {
        var line = File.ReadLines($"/proc/{_process.Id}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        return long.Parse(line[6..].Replace("kB", "", StringComparison.Ordinal)) * 1024 / 1e6;
    }

    /// <summary>Processor time so far, of all threads, in user code and in the kernel.</summary>
    public double CpuMilliseconds() => CpuMilliseconds(_process.Id.ToString());

    /// <summary>The same of this process: of the fake Discord.</summary>
    public static double OwnCpuMilliseconds() => CpuMilliseconds("self");

    /// <summary>Waits for <paramref name="what"/>; an end of the bot or the limit ends the wait with the last lines it wrote.</summary>
    public async Task<T> WaitForAsync<T>(Task<T> what, TimeSpan limit, string name)
    {
        using var stop = new CancellationTokenSource();
        var end = _process.WaitForExitAsync(stop.Token);
        var late = Task.Delay(limit, TimeProvider.System, stop.Token);
        var first = await Task.WhenAny(what, end, late);
        await stop.CancelAsync();
        return first == what ? await what : throw new IOException($"No {name}: {(first == end ? "the bot has ended" : "time is over")}.\n{LastLines()}");
    }

    public string LastLines() => string.Join('\n', File.ReadLines(_output).TakeLast(12));

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }

    private static double CpuMilliseconds(string id)
    {
        var stat = File.ReadAllText($"/proc/{id}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return (long.Parse(fields[11]) + long.Parse(fields[12])) * 1000 / TicksPerSecond;
    }
}
