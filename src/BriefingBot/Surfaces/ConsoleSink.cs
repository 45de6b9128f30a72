using BriefingBot.Briefings;
using BriefingBot.Commands;

namespace BriefingBot.Surfaces;

/// <summary>Briefings in the terminal: printed where answers are. Nobody can tell later whether something was printed, so that is not done twice.</summary>
/// <param name="render">A briefing as text.</param>
/// <param name="print">Prints it whole; answers may be printed beside.</param>
internal sealed class ConsoleSink(Func<Reply, string> render, Action<string> print) : IMessageSink
{
    public IReadOnlyList<string> Render(Reply reply, Subscription subscription, DateOnly slot) => [render(reply with { Briefing = subscription.Id })];

    public Task<SentPart?> SendAsync(
        Subscription subscription, string? conversation, string part, string mark, Func<bool> isOurs, CancellationToken stop)
    {
        if (!isOurs())
        {
            return Task.FromResult<SentPart?>(null);
        }

        print(part);
        return Task.FromResult<SentPart?>(new SentPart(null, null));
    }

    public Task<IReadOnlyDictionary<string, SentPart>?> FindAsync(
        Subscription subscription, string? conversation, IReadOnlyList<string> marks, DateTimeOffset since, CancellationToken stop) =>
        Task.FromResult<IReadOnlyDictionary<string, SentPart>?>(null);

    /// <summary>A terminal knows of no servers: those that the database names are another process's to ask for.</summary>
    public Task<bool?> IsInAsync(string guild, CancellationToken stop) => Task.FromResult<bool?>(null);

    public Task TellAsync(string person, Reply notice, CancellationToken stop)
    {
        print(render(notice));
        return Task.CompletedTask;
    }
}
