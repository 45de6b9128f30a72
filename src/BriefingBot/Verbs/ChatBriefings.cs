using BriefingBot.Briefings;
using BriefingBot.Commands;
using BriefingBot.Configuration;
using BriefingBot.Storage;
using BriefingBot.Surfaces;

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
        using var briefings = BriefingParts.Join(
            desk.Store,
            desk.Database,
            new DueSubscriptions(desk.Database, BriefingPlace.Terminal, person),
            $"chat-{Environment.ProcessId}-{workplace.Time.GetTimestamp()}",
            new ConsoleSink(surface.Text, Print),
            Compose,
            () => composer.IsReady,
            workplace.Settings.Briefing,
            workplace.Time,
            workplace.Logs);
        try
        {
            await briefings.Service.RunAsync(stop);
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
