using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BriefingBot.Discord.Gateway;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Hosting;

/// <summary>
/// The Gateway's sessions between a process that ends and the one that starts after it: a restart misses nothing, since Discord sends again what
/// happened meanwhile, and costs none of the day's sessions. One file a shard beside the index, readable by its owner only; it is taken once, and only
/// while Discord is sure to know the session still. Discord's document: events/gateway, Resuming.
/// </summary>
/// <param name="index">The index's path, which these files' names begin with.</param>
/// <param name="token">Whose sessions they are; only told by its hash.</param>
/// <param name="time">The wall clock, which both processes see.</param>
/// <param name="log">Learns that a file could not be used.</param>
internal sealed partial class KeptSessions(string index, string token, TimeProvider time, ILogger<KeptSessions> log)
{
    /// <summary>Discord keeps a session for a few minutes; an older one would be refused, and the start would be later by that.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(1);

    private const int Lines = 5;

    private readonly string _owner = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)))[..16];

    /// <summary>Keeps a session for the next process; that this is not possible ends nothing.</summary>
    public void Keep(int shard, int count, GatewaySession session)
    {
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using var file = new StreamWriter(PathOf(shard, count), options);
            foreach (var line in (string[])[$"{time.GetUtcNow():O}", _owner, session.Id, session.Address ?? "", session.Sequence.ToString(CultureInfo.InvariantCulture)])
            {
                file.WriteLine(line);
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            LogNotKept(shard, fault.Message);
        }
    }

    /// <summary>The session that an earlier process kept, once; null when there is none to go on with.</summary>
    public GatewaySession? Take(int shard, int count)
    {
        var path = PathOf(shard, count);
        try
        {
            if (!File.Exists(path))
            {
                return null;
            }

            // Before it is read: of two processes that start at once, one has it.
            var taken = $"{path}.{Environment.ProcessId}";
            File.Move(path, taken);
            var lines = File.ReadAllLines(taken);
            File.Delete(taken);
            return Read(lines);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            LogNotTaken(shard, fault.Message);
            return null;
        }
    }

    /// <summary>Removes what was kept by processes that shared the bot among another number of shards.</summary>
    public void ForgetOthers(int count)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(index))!;
        try
        {
            foreach (var file in Directory.EnumerateFiles(folder, $"{Path.GetFileName(Path.TrimEndingDirectorySeparator(index))}.session-*")
                .Where(file => !file.EndsWith($"-of-{count}", StringComparison.Ordinal)))
            {
                File.Delete(file);
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // They harm nobody.
        }
    }

    private GatewaySession? Read(string[] lines)
    {
        var isOurs = lines.Length == Lines && lines[1] == _owner && lines[2].Length > 0;
        return isOurs
            && DateTimeOffset.TryParse(lines[0], CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var kept)
            && time.GetUtcNow() - kept is var age && age >= TimeSpan.Zero && age < Life
            && long.TryParse(lines[4], NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
            ? new GatewaySession(lines[2], lines[3].Length == 0 ? null : lines[3], sequence)
            : null;
    }

    private string PathOf(int shard, int count) =>
        string.Create(CultureInfo.InvariantCulture, $"{Path.TrimEndingDirectorySeparator(index)}.session-{shard}-of-{count}");

    [LoggerMessage(LogLevel.Information, "The session of shard {Shard} could not be kept for the next start: {Why}")]
    private partial void LogNotKept(int shard, string why);

    [LoggerMessage(LogLevel.Information, "The session of shard {Shard} of the last process cannot be gone on with: {Why}")]
    private partial void LogNotTaken(int shard, string why);
}
