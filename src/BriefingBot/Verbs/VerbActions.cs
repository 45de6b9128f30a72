using System.CommandLine;

namespace BriefingBot.Verbs;

/// <summary>How a verb is begun.</summary>
internal static class VerbActions
{
    /// <summary>
    /// Sets what <paramref name="command"/> does. It is begun on a thread of its own: a signal to stop that comes before an action first waits would
    /// be answered by System.CommandLine with an exit code of its own.
    /// </summary>
    public static void SetVerb(this Command command, Func<ParseResult, CancellationToken, Task<int>> run) =>
        command.SetAction(async (parsed, stop) =>
        {
            await Task.Yield();
            return await run(parsed, stop);
        });
}
