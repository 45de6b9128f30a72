using BriefingBot.Briefings;
using BriefingBot.Commands;
using BriefingBot.Discord.Model;
using BriefingBot.Search;

namespace BriefingBot.Surfaces.Discord;

/// <summary>
/// A briefing as messages on Discord: one, or several where its passages do not fit. Each carries its mark at the end of a button's custom id.
/// What is previewed is made here too, and so is the message itself.
/// </summary>
internal static class BriefingMessages
{
    private const int Colour = 0x5865F2;

    /// <summary>A context's button says how the passage read, wherever in its article it stands.</summary>
    private const int AnySentence = 0;

    /// <summary>The messages, at least one; nothing in them is over Discord's limits, whatever the articles hold.</summary>
    /// <param name="reply">The briefing.</param>
    /// <param name="subscription">Whose; null for a preview.</param>
    /// <param name="slot">The local day that it is of.</param>
    public static IReadOnlyList<MessageBody> Of(Reply reply, Subscription? subscription, DateOnly slot)
    {
        if (subscription is null)
        {
            return [Preview(reply)];
        }

        var parts = Split(reply);
        return [.. parts.Select((passages, part) => (passages, part, Mark: BriefingMark.Of(subscription.Id, slot, part))).Select(each => Message(reply,
        [
            each.part == 0 ? Top(reply) : new Paragraph([new Piece("-# ", MarkedText.Plain("continued"))]),
            .. Passages(reply, each.passages, subscription.Id, each.Mark),
            .. each.part + 1 < parts.Count ? [] : Bottom(reply, subscription.Id, delivered: true, each.Mark),
        ]))];
    }

    /// <summary>The briefing as an answer, which is one message: of several the first.</summary>
    public static MessageBody Preview(Reply reply)
    {
        var parts = Split(reply);
        var (subscription, mark) = (reply.Briefing ?? 0, BriefingMark.Of(0, DateOnly.MinValue, 0));
        reply = parts.Count == 1 ? reply : reply with { Notes = [.. reply.Notes, $"The briefing has {Wording.Count(parts.Count - 1, "further message")}."] };
        return Message(reply, [Top(reply), .. Passages(reply, parts[0], subscription, mark), .. Bottom(reply, subscription, delivered: false, mark)]);
    }

    private static MessageBody Message(Reply reply, IReadOnlyList<Part> parts) => MessageLayout.Of([new Frame(Colour, parts)], reply.Private);

    private static IEnumerable<Part> Passages(Reply reply, List<int> passages, long subscription, string mark) => passages.SelectMany(index => Passage(
        reply, index, passages.Count,
        new BriefingButtonId(BriefingAction.Context, index + 1, subscription, reply.Passages[index].Id, Reading(reply.Passages[index])).With(mark)));

    /// <summary>How the passage reads, for <see cref="BriefingAction.Context"/>.</summary>
    public static string Reading(Passage passage) => ButtonIds.ReadingOf(passage.Text, AnySentence);

    /// <summary>Passages together as long as all of them fit whole; one alone is cut where it must be.</summary>
    private static List<List<int>> Split(Reply reply)
    {
        var parts = new List<List<int>> { new() };
        var bottom = Weigh(Bottom(reply, 1, true, new string('x', BriefingMark.Longest)));
        var (text, components) = Weigh([Top(reply)]);
        for (var index = 0; index < reply.Passages.Count; index++)
        {
            var (moreText, moreComponents) = Weigh(Passage(reply, index, reply.Passages.Count, "x"));
            if (parts[^1].Count > 0 && (text + moreText + bottom.Text > MessageLayout.MostText || 1 + components + moreComponents + bottom.Components > MessageLayout.MostComponents))
            {
                parts.Add([]);
                (text, components) = ("-# continued".Length, 1);
            }

            parts[^1].Add(index);
            (text, components) = (text + moreText, components + moreComponents);
        }

        return parts;
    }

    private static (int Text, int Components) Weigh(IEnumerable<Part> parts)
    {
        var (text, components) = (0, 0);
        foreach (var part in parts)
        {
            components += part is ButtonRow row ? 1 + row.Buttons.Count : 1;
            text += part is Paragraph paragraph ? paragraph.Lines.Sum(line => line.Text.Whole(line.Prefix).Length + line.Fixed + 1) : 0;
        }

        return (text, components);
    }

    private static Paragraph Top(Reply reply) =>
        new([new Piece("### ", MarkedText.Line(reply.Heading)), .. SectionLines.Of(reply.Sections)]);

    private static IEnumerable<Part> Passage(Reply reply, int index, int together, string context)
    {
        var remark = reply.Remark(index);
        var lines = new List<Piece>();
        if (remark.Heading is { } heading)
        {
            lines.Add(new Piece("### ", MarkedText.Line(heading)));
        }

        if (remark.Above is { } above)
        {
            lines.Add(new Piece("↳ ", MarkedText.Line(above)));
        }

        lines.AddRange(PassageLines.Of(reply.Passages[index], reply, together));
        if (remark.Below is { } below)
        {
            lines.Add(new Piece("-# ", MarkedText.Line(below)));
        }

        // An answer belongs to the claim above it.
        IEnumerable<Part> rule = remark.Above is null ? [new Rule()] : [];
        return [.. rule, new Paragraph(lines), new ButtonRow([Button(context, "Context")])];
    }

    private static IEnumerable<Part> Bottom(Reply reply, long subscription, bool delivered, string mark)
    {
        const int mostNotes = 12;
        if (reply.Notes.Count > 0)
        {
            yield return new Rule();
            yield return new Paragraph([.. reply.Notes.Take(mostNotes).Select(note => new Piece("-# ", MarkedText.Line(note)))]);
        }

        var buttons = new List<Component>();
        if (reply.Page.HasNext)
        {
            // What a delivered one has shown is noted, so that the next page is the first of what is left.
            var page = delivered ? 0 : reply.Page.Number + 1;
            buttons.Add(Button(new BriefingButtonId(BriefingAction.More, page, subscription).With(mark), "More"));
        }

        if (subscription > 0)
        {
            buttons.Add(Button(new BriefingButtonId(BriefingAction.Snooze, 0, subscription).With(mark), "Snooze"));
            buttons.Add(Button(new BriefingButtonId(BriefingAction.Stop, 0, subscription).With(mark), "Stop"));
        }

        if (buttons.Count > 0)
        {
            yield return new Rule();
            yield return new ButtonRow(buttons);
        }
    }

    private static Button Button(string id, string label) => new(ButtonStyle.Secondary) { Label = label, CustomId = id };
}
