using System.Globalization;
using BriefingBot.Briefings;
using BriefingBot.Commands;
using BriefingBot.Discord.Interactions;
using BriefingBot.Storage;

namespace BriefingBot.Surfaces.Discord;

/// <summary>Answers the buttons of briefings, always to whoever presses alone: a channel's briefing belongs to all who read it.</summary>
internal sealed class BriefingButtons(CommandRouter router, BriefingCommands briefings, SubscriptionStore store, TimeProvider time)
{
    private const string NotYours = "That needs the permission Manage Server, since the briefing is the server’s.";

    /// <summary>The answer; null when the button is none of a briefing.</summary>
    public ButtonAnswer? Press(Interaction interaction)
    {
        if (BriefingButtonId.Read(interaction.Data?.CustomId ?? "") is not { } button)
        {
            return null;
        }

        var name = button.Action.ToString().ToLowerInvariant();
        var reply = router.Guarded(button.Action.ToString(), () => button.Action switch
        {
            BriefingAction.Context => Context(button),
            BriefingAction.More or BriefingAction.Preview or BriefingAction.Continued => Shown(button, name, interaction),
            _ => Change(button, name, interaction),
        });
        reply = reply with { Private = true };
        var message = reply.Briefing is null ? DiscordReplies.Message(reply, null) : BriefingMessages.Preview(reply, Part(button));
        return new ButtonAnswer(name, message, false, reply.Failed);
    }

    private static int Part(BriefingButtonId button) =>
        button.Action == BriefingAction.Continued && int.TryParse(button.Passage, NumberStyles.None, CultureInfo.InvariantCulture, out var part) ? part : 0;

    private Reply Context(BriefingButtonId button) => router.Details.Find(button.Passage) is { } passage
        ? router.Details.Context(passage, BriefingMessages.Reading(passage) != button.Reading)
        : PassageDetails.Gone("context");

    /// <summary>To whom the briefing is sent; of any other nobody learns that it is there.</summary>
    private Reply Shown(BriefingButtonId button, string name, Interaction interaction) =>
        button.Subscription == 0 ? briefings.Shown.Show(name, null, button.Number)
        : Find(button.Subscription) is { } subscription && IsFor(subscription, interaction) ? briefings.Shown.Show(name, subscription, button.Number)
        : Ended(name);

    private static bool IsFor(Subscription subscription, Interaction interaction) => subscription.Place.Guild is { } guild
        ? interaction.GuildId?.ToString() == guild
        : interaction.Person?.ToString() == subscription.Owner;

    private Subscription? Find(long id) => store.IsEmpty ? null : store.Find(id);

    private Reply Change(BriefingButtonId button, string name, Interaction interaction)
    {
        if (Find(button.Subscription) is not { } subscription)
        {
            return Ended(name);
        }

        var may = IsFor(subscription, interaction) && (subscription.Place.Guild is null || ServerPermissions.Manages(interaction.Member));
        return !may ? Reply.Failure(name, subscription.Place.Guild is null ? "Only whoever gets this briefing can do that." : NotYours)
            : button.Action == BriefingAction.Stop ? Stop(subscription, name)
            : Snooze(subscription, name);
    }

    private Reply Snooze(Subscription subscription, string name)
    {
        if (subscription.Pause is not null)
        {
            return Told(name, $"Daily briefing {subscription.Id} is paused already.", GoesOn(subscription));
        }

        // Pressed twice, or by two people, it still skips one.
        if (store.Next(subscription with { SnoozedUntil = null }, 1) is [var skipped])
        {
            var zone = SubscriptionWords.Zone(subscription);
            store.Snooze(subscription.Id, DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(skipped, zone).DateTime).AddDays(1));
        }

        return Told(name, $"The next briefing is skipped; daily briefing {subscription.Id} comes again after it.", TakesBack(subscription)) with
        {
            Sections = SubscribeCommand.Times(store, store.Find(subscription.Id) ?? subscription, 1, ["Next"]) is { Count: > 0 } times ? [new(null, times)] : [],
        };
    }

    private Reply Stop(Subscription subscription, string name)
    {
        if (subscription.Pause is not { Reason: PauseReason.ByPerson })
        {
            store.Pause(subscription.Id, new Pause(PauseReason.ByPerson, time.GetUtcNow(), null));
        }

        return Told(
            name, $"Daily briefing {subscription.Id} is stopped.", GoesOn(subscription), $"/{CommandCatalog.BriefingUnsubscribe.Name} id:{subscription.Id} forgets it.");
    }

    private static string GoesOn(Subscription subscription) => $"/{CommandCatalog.BriefingResume.Name} id:{subscription.Id} makes it go on at once.";

    private static string TakesBack(Subscription subscription) => $"/{CommandCatalog.BriefingResume.Name} id:{subscription.Id} takes that back.";

    private static Reply Ended(string name) => Reply.Failure(name, BriefingCommands.Ended);

    private static Reply Told(string name, string heading, params IReadOnlyList<string> notes) => new() { Command = name, Heading = heading, Notes = notes };
}
