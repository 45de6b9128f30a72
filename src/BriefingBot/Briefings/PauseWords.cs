using BriefingBot.Commands;

namespace BriefingBot.Briefings;

/// <summary>What whoever set briefings up is told when the bot had to pause them: which, why, and what to do.</summary>
internal static class PauseWords
{
    /// <summary>What is said of a server that the bot has left, to those who are still there.</summary>
    public const string LeftServer = "The bot is not in this server any more: invite it again.";

    private const int Listed = 10;

    /// <summary>In a sentence a few are enough.</summary>
    private const int Named = 4;

    /// <summary>Why one is paused, as a sentence.</summary>
    public static string Reason(PauseReason reason) => reason switch
    {
        PauseReason.ByPerson => "somebody paused it.",
        PauseReason.DirectMessagesClosed => "no direct message reached you.",
        PauseReason.ChannelGone => "its channel is gone.",
        PauseReason.LeftServer => "the bot is no longer in the server.",
        _ => "the bot may not write in its channel.",
    };

    /// <summary>A message to one person.</summary>
    /// <param name="story">How the story is called; null where it has no name.</param>
    /// <param name="paused">At least one; several are of one server.</param>
    /// <param name="reason">What for.</param>
    /// <param name="why">The same in one sentence that says how to mend it.</param>
    public static Reply Notice(string? story, IReadOnlyList<Subscription> paused, PauseReason reason, string why)
    {
        var of = story is null ? "" : $" of {Wording.Quoted(Wording.OnOneLine(story))}";
        var lines = paused.Take(Listed).Select(each => new ReplyLine($"{each.Id}", SubscriptionWords.HourAndPlace(each)) { Channel = each.Place.Channel }).ToList();
        if (paused.Count > Listed)
        {
            lines.Add(new ReplyLine(null, $"and {paused.Count - Listed} more"));
        }

        return new Reply
        {
            Command = "briefing",
            Heading = paused.Count == 1 ? $"A daily briefing{of} that you set up is paused" : $"{paused.Count} daily briefings{of} that you set up are paused",
            Sections = [new(null, lines)],
            Notes = [reason == PauseReason.LeftServer ? Wording.Sentence(Reason(reason)) : why, WhatToDo(paused, reason)],
        };
    }

    /// <summary>The same in one sentence or two, for whoever uses a command.</summary>
    /// <param name="paused">At least one, all paused by the bot and for one reason; several are of one server.</param>
    /// <param name="at">Where it is told.</param>
    public static string Sentence(IReadOnlyList<Subscription> paused, AskedAt? at)
    {
        var reason = paused[0].Pause!.Reason;
        var named = paused.Take(Named).Select(each => $"{each.Id} ({SubscriptionWords.HourAndPlace(each, at)})").ToList();
        if (paused.Count > Named)
        {
            named.Add($"{paused.Count - Named} more");
        }

        return $"Your daily {(paused.Count == 1 ? "briefing" : "briefings")} {Wording.All(named)} {(paused.Count == 1 ? "is" : "are")} paused: "
            + $"{(paused.Count == 1 ? Reason(reason) : Reasons(reason))} {WhatToDo(paused, reason)}";
    }

    private static string Reasons(PauseReason reason) => reason switch
    {
        PauseReason.ChannelGone => "their channels are gone.",
        PauseReason.NoAccess => "the bot may not write in their channels.",
        _ => Reason(reason),
    };

    private static string WhatToDo(IReadOnlyList<Subscription> paused, PauseReason reason)
    {
        var (resume, end, subscribe) = ($"/{CommandCatalog.BriefingResume.Name}", $"/{CommandCatalog.BriefingUnsubscribe.Name}", $"/{CommandCatalog.BriefingSubscribe.Name}");
        var id = $"id:{paused[0].Id}";
        return (reason, paused.Count == 1) switch
        {
            (PauseReason.LeftServer, true) => $"Invite the bot again, and it goes on by itself; after 30 days it is forgotten. {end} {id} ends it.",
            (PauseReason.LeftServer, false) => $"Invite the bot again, and they go on by themselves; after 30 days they are forgotten. {end} {id} or another ends one.",
            (PauseReason.ChannelGone, true) => $"{subscribe} sets one up in another channel; {end} {id} ends this one.",
            (PauseReason.ChannelGone, false) => $"{subscribe} sets one up in another channel; {end} {id} or another ends one of these.",
            (_, true) => $"It is tried again every day at its time, and goes on by itself; {resume} {id} makes it go on at once, {end} {id} ends it.",
            _ => $"They are tried again every day at their times, and go on by themselves; {resume} {id} or another makes one go on at once, {end} ends one.",
        };
    }
}
