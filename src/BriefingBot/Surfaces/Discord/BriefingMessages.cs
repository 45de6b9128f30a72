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

    private const string ContinuedLine = "continued";

    /// <summary>What the beginning of every message but the first weighs.</summary>
    private static readonly (int Text, int Components) ContinuedWeight = ("-# ".Length + ContinuedLine.Length, 1);

    /// <summary>The messages, at least one; nothing in them is over Discord's limits, whatever the articles hold.</summary>
    /// <param name="reply">The briefing.</param>
    /// <param name="subscription">Whose; null for previews, each of which is an answer of its own.</param>
    /// <param name="slot">The local day that it is of.</param>
    public static IReadOnlyList<MessageBody> Of(Reply reply, Subscription? subscription, DateOnly slot) =>
        Of(reply, subscription?.Id ?? reply.Briefing ?? 0, isPreview: subscription is null, part => BriefingMark.Of(subscription?.Id ?? 0, slot, part));

    /// <summary>One of the messages, for an answer, which is one message: a button leads from each to the next.</summary>
    /// <param name="reply">The briefing.</param>
    /// <param name="part">Which, from 0; the last where there are fewer.</param>
    public static MessageBody Preview(Reply reply, int part = 0)
    {
        var messages = Of(reply, null, DateOnly.MinValue);
        return messages[Math.Min(part, messages.Count - 1)];
    }

    private static List<MessageBody> Of(Reply reply, long subscription, bool isPreview, Func<int, string> mark)
    {
        var parts = Split(reply);
        return [.. parts.Select((passages, part) => MessageLayout.Of(
            [new Frame(Colour,
            [
                part == 0 ? Top(reply) : new Paragraph([new Piece("-# ", MarkedText.Plain(ContinuedLine))]),
                .. passages.SelectMany(index => Passage(reply, index, passages.Count, new BriefingButtonId(
                    BriefingAction.Context, index + 1, subscription, reply.Passages[index].Id, Reading(reply.Passages[index])).With(mark(part)))),
                .. part + 1 == parts.Count ? Bottom(reply, subscription, isPreview, mark(part))
                    : isPreview ? Continued(reply, subscription, part + 1, mark(part)) : [],
            ])],
            reply.Private))];
    }

    /// <summary>How the passage reads, for <see cref="BriefingAction.Context"/>.</summary>
    public static string Reading(Passage passage) => ButtonIds.ReadingOf(passage.Text, AnySentence);

    /// <summary>
    /// Passages together as long as all of them fit whole, an answer with its claim; one alone is cut where it must be.
    /// </summary>
    private static List<List<int>> Split(Reply reply)
    {
        var parts = new List<List<int>> { new() };
        var bottom = Weigh(Bottom(reply, 1, false, new string('x', BriefingMark.Longest)));
        var (text, components) = Weigh([Top(reply)]);
        var groups = Groups(reply).SelectMany(group => Fits(ContinuedWeight, WeighAll(group)) ? [group] : group.Select(index => new List<int> { index }));
        foreach (var together in groups)
        {
            var weight = WeighAll(together);
            if (parts[^1].Count > 0 && !Fits((text, components), weight))
            {
                parts.Add([]);
                (text, components) = ContinuedWeight;
            }

            parts[^1].AddRange(together);
            (text, components) = (text + weight.Text, components + weight.Components);
        }

        return parts;

        bool Fits((int Text, int Components) before, (int Text, int Components) more) => before.Text + more.Text + bottom.Text <= MessageLayout.MostText
            && 1 + before.Components + more.Components + bottom.Components <= MessageLayout.MostComponents;

        (int Text, int Components) WeighAll(List<int> passages) => Weigh(passages.SelectMany(index => Passage(reply, index, reply.Passages.Count, "x")));
    }

    /// <summary>A claim, and the answers right below it.</summary>
    private static List<List<int>> Groups(Reply reply)
    {
        var groups = new List<List<int>>();
        for (var index = 0; index < reply.Passages.Count; index++)
        {
            if (groups.Count > 0 && reply.Remark(index).Above is not null)
            {
                groups[^1].Add(index);
            }
            else
            {
                groups.Add([index]);
            }
        }

        return groups;
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
            lines.Add(new Piece("", MarkedText.Line(above)));
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

    /// <summary>Never more than <see cref="Bottom"/> of a subscription, for which every part leaves room.</summary>
    private static IEnumerable<Part> Continued(Reply reply, long subscription, int part, string mark) =>
        [new Rule(), new ButtonRow([Button(new BriefingButtonId(BriefingAction.Continued, reply.Page.Number, subscription, $"{part}").With(mark), "Continued")])];

    private static IEnumerable<Part> Bottom(Reply reply, long subscription, bool isPreview, string mark)
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
            var page = isPreview ? reply.Page.Number + 1 : 0;
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
