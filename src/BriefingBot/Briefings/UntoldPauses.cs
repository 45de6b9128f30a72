using BriefingBot.Storage;

namespace BriefingBot.Briefings;

/// <summary>
/// For people whose briefing had to be paused and whom no direct message reached: their next command tells them. Who they are is kept in memory,
/// read again after subscriptions have changed, so that the commands of everybody else ask no database. Safe for any number of threads.
/// </summary>
internal sealed class UntoldPauses
{
    private readonly SubscriptionStore _store;
    private volatile HashSet<string>? _people;

    public UntoldPauses(SubscriptionStore store)
    {
        _store = store;
        store.Changed += () => _people = null;
    }

    /// <summary>What this person is to be told, a sentence each, once.</summary>
    public IReadOnlyList<string> Take(string person)
    {
        var people = _people;
        if (people is null)
        {
            // Forgotten again by a change that happens meanwhile: then the next command reads once more.
            _people = people = _store.IsEmpty ? [] : [.. _store.Untold()];
        }

        if (!people.Contains(person))
        {
            return [];
        }

        var paused = _store.TakeUntold(person);
        _people = null;
        return [.. paused.Where(subscription => subscription.Pause is not null).Select(Sentence)];
    }

    private static string Sentence(Subscription subscription) =>
        $"Your daily briefing {subscription.Id} is paused: {Reason(subscription.Pause!)} It is tried again every day and goes on by itself; "
        + $"/briefing resume id:{subscription.Id} makes it go on at once.";

    /// <summary>Why it is paused, as a sentence.</summary>
    public static string Reason(Pause pause) => pause.Reason switch
    {
        PauseReason.ByPerson => "somebody paused it.",
        PauseReason.DirectMessagesClosed => "no direct message reached you.",
        PauseReason.ChannelGone => "its channel is gone.",
        PauseReason.LeftServer => "the bot is no longer in the server.",
        _ => "the bot may not write in its channel.",
    };
}
