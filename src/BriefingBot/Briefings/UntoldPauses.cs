using BriefingBot.Commands;
using BriefingBot.Storage;

namespace BriefingBot.Briefings;

/// <summary>
/// For people whose briefing had to be paused and whom no direct message reached: their next command tells them. Who they are is kept in memory, so
/// that the commands of everybody else ask no database: read again after subscriptions have changed, and now and then, since another process may
/// have changed them. Safe for any number of threads.
/// </summary>
internal sealed class UntoldPauses
{
    private static readonly TimeSpan Lasting = TimeSpan.FromMinutes(10);

    private readonly SubscriptionStore _store;
    private readonly TimeProvider _time;
    private volatile Known? _known;

    public UntoldPauses(SubscriptionStore store, TimeProvider time)
    {
        (_store, _time) = (store, time);
        store.Changed += () => _known = null;
    }

    /// <summary>Whether there is something for this person.</summary>
    /// <exception cref="Microsoft.Data.Sqlite.SqliteException">The database cannot be read: nobody is told until it has been asked again.</exception>
    public bool Has(string person)
    {
        var known = _known;
        if (known is null || _time.GetElapsedTime(known.ReadAt) >= Lasting)
        {
            // Forgotten again by a change that happens meanwhile: then the next command reads once more. One that fails is as good as none.
            _known = new Known([], _time.GetTimestamp());
            _known = known = new Known(_store.IsEmpty ? [] : [.. _store.Untold()], _time.GetTimestamp());
        }

        return known.People.Contains(person);
    }

    /// <summary>What this person is to be told, once: a note for all of a server, or of their own, that are paused for one reason.</summary>
    /// <param name="person">Who uses a command.</param>
    /// <param name="at">Where.</param>
    /// <inheritdoc cref="Has" path="/exception"/>
    public IReadOnlyList<string> Take(string person, AskedAt? at)
    {
        if (!Has(person))
        {
            return [];
        }

        var paused = _store.TakeUntold(person);
        _known = null;
        return [.. paused.Where(each => each.Pause is not null and not { Reason: PauseReason.ByPerson }).OrderBy(each => each.Id)
            .GroupBy(each => (each.Place.Guild, each.Pause!.Reason)).Select(group => PauseWords.Sentence([.. group], at))];
    }

    private sealed record Known(HashSet<string> People, long ReadAt);
}
