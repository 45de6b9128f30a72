using System.Diagnostics;

namespace BriefingBot.Benchmarks.Discord;

/// <summary>Interactions with a fixed number of them unanswered: each answer brings the next one, on the thread that took the answer.</summary>
internal sealed class Load(FakeDiscord discord, BotProcess bot)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    /// <param name="count">How many in all.</param>
    /// <param name="window">How many are sent before the first answer, in one go.</param>
    /// <returns>Milliseconds from before sending to the whole callback read, of each; and of all together.</returns>
    public async Task<(double[] Latencies, double Elapsed)> RunAsync(int count, int window)
    {
        var done = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        var (sent, answered) = (new long[count], new long[count]);
        var (first, next, left) = (discord.Issued, Math.Min(count, window), count);
        var started = Stopwatch.GetTimestamp();
        lock (discord.Gate)
        {
            discord.Answered = number =>
            {
                var now = Stopwatch.GetTimestamp();
                answered[number - first] = now;
                if (next < count)
                {
                    sent[next++] = Stopwatch.GetTimestamp();
                    discord.Issue(1);
                }

                if (--left == 0)
                {
                    done.SetResult(now);
                }
            };
            Array.Fill(sent, Stopwatch.GetTimestamp(), 0, next);
            discord.Issue(next);
        }

        try
        {
            var ended = await bot.WaitForAsync(done.Task, Limit, "answer to every interaction");
            return ([.. sent.Zip(answered, (from, to) => Milliseconds(from, to))], Milliseconds(started, ended));
        }
        finally
        {
            lock (discord.Gate)
            {
                discord.Answered = null;
            }
        }
    }

    public static double Milliseconds(long from, long to) => Stopwatch.GetElapsedTime(from, to).TotalMilliseconds;
}
