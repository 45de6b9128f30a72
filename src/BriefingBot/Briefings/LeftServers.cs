using BriefingBot.Storage;
using BriefingBot.Surfaces;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Briefings;

/// <summary>
/// Looks once a day whether the bot is still in the servers that nothing has been heard of (a story that is over sends nothing, and so nothing is
/// refused), and forgets what belongs to those that it left long ago.
/// </summary>
internal sealed partial class LeftServers(
    ServerRecords records, PauseNotices notices, IMessageSink sink, TimeProvider time, ILogger<LeftServers> log)
{
    /// <summary>A bot that was removed by mistake finds everything as it was, for so long.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>A server that nothing was heard of for so long is asked for.</summary>
    public static readonly TimeSpan Quiet = TimeSpan.FromDays(7);

    /// <summary>As many a day as a few seconds of Discord's limit allow; drawn by lot, so that each has its turn.</summary>
    private const int AtOnce = 500;

    /// <exception cref="Microsoft.Data.Sqlite.SqliteException">The database is full or locked; the next day makes up for it.</exception>
    public async Task LookAsync(CancellationToken stop)
    {
        foreach (var guild in records.Quiet(time.GetUtcNow() - Quiet, AtOnce))
        {
            if (await sink.IsInAsync(guild, stop) is false)
            {
                records.Leave(guild, time.GetUtcNow());
            }
        }

        foreach (var (guild, at) in records.Left())
        {
            var isIn = await sink.IsInAsync(guild, stop);
            if (isIn is true)
            {
                records.Return(guild);
            }
            else if (isIn is false && time.GetUtcNow() - at > Kept)
            {
                LogForgotten(records.Forget(guild));
            }
            else if (isIn is false)
            {
                // Also whom a process that died had still to tell.
                await notices.TellOfServerAsync(guild, stop);
            }
        }
    }

    [LoggerMessage(LogLevel.Information, "{Subscriptions} subscriptions of a server that the bot left more than 30 days ago are forgotten.")]
    private partial void LogForgotten(int subscriptions);
}
