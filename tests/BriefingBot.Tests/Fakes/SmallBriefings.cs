using BriefingBot.Briefings;
using BriefingBot.Commands;
using BriefingBot.Discord.Model;

namespace BriefingBot.Tests.Fakes;

/// <summary>Briefings of a few words: as many messages as are wanted, each with its mark as a real one has it.</summary>
internal sealed class SmallBriefings
{
    /// <summary>Messages of a briefing.</summary>
    public int Parts { get; set; } = 1;

    /// <summary>What the next one says; null for nothing to say.</summary>
    public Func<BriefingOrder, ComposedBriefing?> Next { get; set; } = order => Of($"of {order.Now:yyyy-MM-dd}", $"passage {order.Shown.Count + 1}");

    /// <summary>All that was asked for, in order.</summary>
    public List<BriefingOrder> Orders { get; } = [];

    public static ComposedBriefing Of(string heading, params string[] shown) =>
        new(new Reply { Command = "briefing", Heading = heading }, shown, SaysAllShown: false, StartsOver: false);

    public ComposedBriefing? Compose(Subscription subscription, BriefingOrder order)
    {
        lock (Orders)
        {
            Orders.Add(order);
        }

        return Next(order);
    }

    public IReadOnlyList<MessageBody> Render(Reply reply, Subscription? subscription, DateOnly slot) => [.. Enumerable.Range(0, Parts).Select(part => new MessageBody
    {
        Flags = MessageFlags.ComponentsV2,
        Components =
        [
            new TextDisplay($"{reply.Heading}, part {part}"),
            new ActionRow([new Button(ButtonStyle.Secondary) { Label = "Stop", CustomId = $"1s:{BriefingMark.Of(subscription?.Id ?? 0, slot, part)}" }]),
        ],
    })];
}
