using BriefingBot.Briefings;
using BriefingBot.Commands;
using BriefingBot.Discord.Model;
using BriefingBot.Search;

namespace BriefingBot.Surfaces.Discord;

/// <summary>A reply as a message on Discord: the words are those of the terminal, the look is Discord's.</summary>
/// <remarks>
/// Components V2 and not embeds: buttons stand right under the passage that they look into, 4,000 characters are one room that passages
/// share instead of fields of 1,024, an answer and what is no answer stand in frames apart, nothing unfurls, and a server that does not let
/// the bot embed links still sees every answer. Embeds would only add a footer. Nobody is ever pinged (see
/// <see cref="MessageBody.AllowedMentions"/>), and marks of an article's text are shown, not obeyed (see <see cref="Markdown"/>).
/// </remarks>
internal static class DiscordReplies
{
    private const int Answer = 0x5865F2;
    private const int NoAnswer = 0xF0B232;
    private const int Refusal = 0xDA373C;

    /// <summary>What a page holds; no reply asks for more, and more would not fit with their buttons.</summary>
    private const int MostPassages = PassagePages.Size;

    /// <summary>The message; nothing in it is over Discord's limits, whatever the reply holds.</summary>
    /// <param name="reply">What to say.</param>
    /// <param name="request">What it answers, for the buttons to carry; null when nothing was asked by options: then there are no pages.</param>
    public static MessageBody Message(Reply reply, CommandRequest? request)
    {
        if (reply.Briefing is not null)
        {
            return BriefingMessages.Preview(reply);
        }

        var passages = reply.Passages.Take(MostPassages).ToList();
        var closest = reply.Closest.Take(MostPassages - passages.Count).ToList();
        var buttons = new MessageButtons(reply, [.. passages, .. closest], request);
        var frames = new List<Frame>
        {
            new(Colour(reply), [.. Top(reply), .. Passages(reply, passages, buttons), .. Notes(reply), .. Preview(reply), .. buttons.Pages]),
        };
        if (closest.Count > 0)
        {
            var heading = new Paragraph([new Piece("", MarkedText.Bold(Wording.Closest))]);
            frames.Add(new Frame(null, [heading, .. Passages(reply, closest, buttons)]));
        }

        return MessageLayout.Of(frames, reply.Private);
    }

    private static int Colour(Reply reply) => reply.Failed ? Refusal : reply.Found ? Answer : NoAnswer;

    private static IEnumerable<Part> Top(Reply reply)
    {
        var lines = new List<Piece> { new(reply.Failed ? "" : "### ", MarkedText.Line(reply.Heading)) };
        if (reply.Statement is { } statement)
        {
            lines.Add(new Piece("", MarkedText.Line(statement)));
        }

        yield return new Paragraph(lines);
        if (reply.Sections.Count > 0)
        {
            yield return new Paragraph(SectionLines.Of(reply.Sections));
        }
    }

    private static IEnumerable<Part> Passages(Reply reply, List<Passage> passages, MessageButtons buttons)
    {
        string? day = null;
        foreach (var passage in passages)
        {
            yield return new Rule();
            var lines = PassageLines.Of(passage, reply, passages.Count);
            if (reply.ByDay && PassageFormatter.Date(passage.Article, moment => $"{moment:yyyy-MM-dd}") is var date && date != day)
            {
                day = date;
                lines = [new Piece("", MarkedText.Plain(""), $"### {Wording.Sentence(PassageLines.Date(passage))}"), .. lines];
            }

            yield return new Paragraph(lines);
            if (buttons.Next() is { } row)
            {
                yield return row;
            }
        }
    }

    private static IEnumerable<Part> Preview(Reply reply) => reply.Preview is not { } subscription ? [] :
    [
        new ButtonRow([new Button(ButtonStyle.Secondary)
        {
            Label = "Preview",
            CustomId = new BriefingButtonId(BriefingAction.Preview, 0, subscription).With(BriefingMark.Of(0, DateOnly.MinValue, 0)),
        }]),
    ];

    /// <summary>What helps after a refusal is as plain as the refusal; beside an answer notes are small.</summary>
    private static IEnumerable<Part> Notes(Reply reply)
    {
        const int most = 6;
        var small = reply.Found && reply.Passages.Count > 0;
        return reply.Notes.Count == 0 ? [] :
            [new Paragraph([.. reply.Notes.Take(most).Select(note => new Piece(small ? "-# " : "", MarkedText.Line(note)))])];
    }
}
