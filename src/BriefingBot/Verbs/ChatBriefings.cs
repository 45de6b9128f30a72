using System.Collections.Concurrent;
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
    /// <summary>By their text, since several may be due at once.</summary>
    private readonly ConcurrentDictionary<string, Reply> _rendered = new(StringComparer.Ordinal);

    /// <summary>Until <paramref name="stop"/>; a database that cannot be opened is told once, and the talk goes on.</summary>
    public async Task RunAsync(Workplace workplace, string person, CancellationToken stop)
    {
        using var briefings = BriefingParts.Join(
            desk.Store,
            desk.Database,
            new DueSubscriptions(desk.Database, BriefingPlace.Terminal, person),
            $"chat-{Environment.ProcessId}-{workplace.Time.GetTimestamp()}",
            new ConsoleSink(Render, Print),
            (_, order) => composer.Compose(order),
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

    private string Render(Reply reply)
    {
        var text = surface.Text(reply);
        _rendered[text] = reply;
        return text;
    }

    private void Print(string text) => interject(() =>
    {
        surface.Print(text);
        if (_rendered.TryRemove(text, out var told))
        {
            conversation.Hear(told);
        }
    });
}
