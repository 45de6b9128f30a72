using BriefingBot.Briefings;

namespace BriefingBot.Commands;

/// <summary>Where something is asked.</summary>
/// <param name="Place">The channel; without server and channel, direct messages or the terminal.</param>
internal sealed record AskedAt(BriefingPlace Place)
{
    /// <summary>Of a thread, or a forum's post: the channel that it belongs to; null for none.</summary>
    public BriefingPlace? Parent { get; init; }

    /// <summary>The zone that whoever asks goes by; null when the surface does not tell.</summary>
    public TimeZoneInfo? Zone { get; init; }

    /// <summary>Of a command that names a channel, or would write in this one: what there is to know of it.</summary>
    public MeantChannel? Channel { get; init; }

    /// <summary>What keeps a briefing from being sent to a place, as <see cref="MeantChannel.Problem"/>; null for nothing. May ask the surface.</summary>
    public Func<BriefingPlace, string?> ProblemIn { get; init; } = _ => null;

    /// <summary>Those of <paramref name="all"/> that go to this very place; where none does, to the channel that it belongs to.</summary>
    public IReadOnlyList<Subscription> Here(IReadOnlyList<Subscription> all)
    {
        var own = all.Where(each => each.Place == Place).ToList();
        return own.Count > 0 || Parent is null ? own : [.. all.Where(each => each.Place == Parent)];
    }
}

/// <summary>A channel in which a briefing may be wanted.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Without a mark; null when not known.</param>
/// <param name="Problem">One sentence for whoever wants a briefing there and cannot have one, with how to mend it; null when nothing is in the way.</param>
internal sealed record MeantChannel(string Id, string? Name, string? Problem);
