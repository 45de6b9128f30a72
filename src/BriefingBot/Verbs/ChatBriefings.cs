using BriefingBot.Briefings;
using BriefingBot.Commands;
using BriefingBot.Configuration;
using BriefingBot.Storage;
using BriefingBot.Surfaces;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Verbs;

/// <summary>The daily briefings that somebody subscribed to in this terminal, printed when they are due while a talk goes on.</summary>
/// <param name="desk">Whose they are.</param>
/// <param name="composer">Composes them.</param>
/// <param name="conversation">Hears what is told, so that it can be looked into.</param>
/// <param name="surface">Where they are printed.</param>
/// <param name="interject">Prints beside a line that is being typed.</param>
internal sealed class ChatBriefings(
    BriefingDesk desk, BriefingComposer composer, Conversation conversation, ConsoleSurface surface, Action<Action> interject)
{
    private Reply? _composed;

    /// <summary>Until <paramref name="stop"/>; a database that cannot be opened is told once, and the talk goes on.</summary>
    public async Task RunAsync(Workplace workplace, string person, CancellationToken stop)
    {
        var (time, logs, options) = (workplace.Time, workplace.Logs, workplace.Settings.Briefing);
        var due = new DueSubscriptions(desk.Database, BriefingPlace.Terminal, person);
        var ledger = new DeliveryLedger(desk.Database, $"chat-{Environment.ProcessId}-{time.GetTimestamp()}", time);
        var sink = new ConsoleSink(surface.Text, Print);
        var delivery = new BriefingDelivery(ledger, desk.Store, Compose, sink, options, time, logs.CreateLogger<BriefingDelivery>());
        using var rounds = new BriefingRounds(due, ledger, delivery, options, time, logs.CreateLogger<BriefingRounds>());
        try
        {
            await new BriefingService(desk.Store, due, ledger, delivery, rounds, time, logs).RunAsync(stop);
        }
        catch (ConfigurationException unusable)
        {
            unusable.Problems.ToList().ForEach(workplace.Error.WriteLine);
        }
    }

    private ComposedBriefing? Compose(Subscription subscription, BriefingOrder order)
    {
        var composed = composer.Compose(order);
        _composed = composed?.Reply;
        return composed;
    }

    private void Print(string text) => interject(() =>
    {
        surface.Print(text);
        if (Interlocked.Exchange(ref _composed, null) is { } told)
        {
            conversation.Hear(told);
        }
    });
}
