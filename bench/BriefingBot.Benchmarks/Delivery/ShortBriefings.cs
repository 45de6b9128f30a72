using BriefingBot.Briefings;
using BriefingBot.Commands;
using BriefingBot.Discord.Model;

namespace BriefingBot.Benchmarks.Delivery;

/// <summary>Briefings that cost nothing to compose, with their marks where real ones have them.</summary>
internal static class ShortBriefings
{
    public static ComposedBriefing Compose(Subscription subscription, BriefingOrder order) =>
        new(new Reply { Command = "briefing", Heading = $"Briefing of {order.Now:yyyy-MM-dd}" }, [$"{order.Shown.Count}"], SaysAllShown: false, StartsOver: false);

    public static Func<Reply, Subscription?, DateOnly, IReadOnlyList<MessageBody>> Render(int parts) => (reply, subscription, slot) =>
        [.. Enumerable.Range(0, parts).Select(part => new MessageBody
        {
            Flags = MessageFlags.ComponentsV2,
            Components =
            [
                new TextDisplay(reply.Heading),
                new ActionRow([new Button(ButtonStyle.Secondary) { Label = "Stop", CustomId = $"1s:{BriefingMark.Of(subscription!.Id, slot, part)}" }]),
            ],
        })];
}
