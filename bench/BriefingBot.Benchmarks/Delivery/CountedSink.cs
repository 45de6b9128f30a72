using BriefingBot.Briefings;
using BriefingBot.Commands;
using BriefingBot.Surfaces;

namespace BriefingBot.Benchmarks.Delivery;

/// <summary>Knows how many messages are being sent: whoever is at one waits for Discord, or for its limits.</summary>
internal sealed class CountedSink(IMessageSink sink) : IMessageSink
{
    private int _sending;

    public int Sending => Volatile.Read(ref _sending);

    public IReadOnlyList<string> Render(Reply reply, Subscription subscription, DateOnly slot) => sink.Render(reply, subscription, slot);

    public async Task<SentPart?> SendAsync(
        Subscription subscription, string? conversation, string part, string mark, Func<bool> isOurs, CancellationToken stop)
    {
        Interlocked.Increment(ref _sending);
        try
        {
            return await sink.SendAsync(subscription, conversation, part, mark, isOurs, stop);
        }
        finally
        {
            Interlocked.Decrement(ref _sending);
        }
    }

    public Task<IReadOnlyDictionary<string, SentPart>?> FindAsync(
        Subscription subscription, string? conversation, IReadOnlyList<string> marks, DateTimeOffset since, CancellationToken stop) =>
        sink.FindAsync(subscription, conversation, marks, since, stop);

    public Task<bool?> IsInAsync(string guild, CancellationToken stop) => sink.IsInAsync(guild, stop);

    public Task TellAsync(string person, Reply notice, CancellationToken stop) => sink.TellAsync(person, notice, stop);
}
