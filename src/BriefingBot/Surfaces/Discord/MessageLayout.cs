using BriefingBot.Discord.Model;

namespace BriefingBot.Surfaces.Discord;

/// <summary>A frame of a message and what stands in it.</summary>
/// <param name="Colour">Of its edge, 0xRRGGBB; null for none.</param>
/// <param name="Parts">One below the other; a frame without any is left out.</param>
internal sealed record Frame(int? Colour, IReadOnlyList<Part> Parts);

/// <summary>What a frame holds: <see cref="Paragraph"/>, <see cref="ButtonRow"/> or <see cref="Rule"/>.</summary>
internal abstract record Part;

/// <summary>Lines that become one text.</summary>
internal sealed record Paragraph(IReadOnlyList<Piece> Lines) : Part;

/// <summary>One to five buttons.</summary>
internal sealed record ButtonRow(IReadOnlyList<Component> Buttons) : Part;

/// <summary>A line between what is told apart.</summary>
internal sealed record Rule : Part;

/// <summary>
/// Makes a message that Discord takes, whatever the texts hold. Discord's document: components/reference; the limit of all texts together is
/// told in its pull request 8562.
/// </summary>
internal static class MessageLayout
{
    /// <summary>All texts of a message together.</summary>
    public const int MostText = 4000;

    /// <summary>Components of a message, frames and rows counted.</summary>
    public const int MostComponents = 40;

    public static MessageBody Of(IReadOnlyList<Frame> frames, bool isPrivate)
    {
        var filled = Fitting([.. frames.Where(frame => frame.Parts.Count > 0)]);
        var texts = Texts([.. filled.SelectMany(frame => frame.Parts).OfType<Paragraph>()]);
        var withRules = filled.Sum(frame => 1 + frame.Parts.Sum(Components)) <= MostComponents;
        var next = 0;
        var components = filled.ConvertAll<Component>(frame => new Container(
            [.. frame.Parts.Where(part => withRules || part is not Rule).Select(part => Component(part, texts, ref next))])
        {
            AccentColor = frame.Colour,
        });
        return new MessageBody
        {
            Flags = MessageFlags.ComponentsV2 | (isPrivate ? MessageFlags.Ephemeral : MessageFlags.None),
            Components = components,
        };
    }

    /// <summary>Without as many of the lines that may be left out as must be for the others to stand there whole, the last of them first.</summary>
    private static List<Frame> Fitting(List<Frame> frames)
    {
        var lines = frames.SelectMany(frame => frame.Parts).OfType<Paragraph>().SelectMany(paragraph => paragraph.Lines).ToList();
        var over = lines.Sum(Length) - MostText;
        var dropped = new HashSet<Piece>(ReferenceEqualityComparer.Instance);
        foreach (var line in lines.Where(line => line.IsDropped).Reverse().TakeWhile(_ => over > 0))
        {
            over -= Length(line);
            dropped.Add(line);
        }

        return dropped.Count == 0 ? frames
            : frames.ConvertAll(frame => frame with
            {
                Parts = [.. frame.Parts.Select(part => part is Paragraph text ? new Paragraph([.. text.Lines.Where(line => !dropped.Contains(line))]) : part)],
            });

        static int Length(Piece piece) => piece.Fixed + piece.Text.Whole(piece.Prefix).Length + 1;
    }

    /// <summary>The paragraphs' texts, cut so that together they fit.</summary>
    private static List<string> Texts(IReadOnlyList<Paragraph> paragraphs)
    {
        var pieces = paragraphs.SelectMany(paragraph => paragraph.Lines).ToList();
        var whole = pieces.ConvertAll(piece => piece.Text.Whole(piece.Prefix));
        var ours = pieces.Sum(piece => piece.Fixed) + paragraphs.Sum(paragraph => paragraph.Lines.Count);
        var shares = FairShares.Of([.. pieces.Select((piece, i) => (whole[i].Length, piece.Weight))], MostText - ours);
        var texts = new List<string>();
        var next = 0;
        foreach (var paragraph in paragraphs)
        {
            var lines = paragraph.Lines.Select(piece =>
            {
                var i = next++;
                return piece.Around(whole[i].Length <= shares[i] ? whole[i] : piece.Text.Fit(shares[i], piece.Prefix));
            });
            var text = string.Join('\n', lines);
            texts.Add(Markdown.HasVisible(text) ? text : "…");
        }

        return texts;
    }

    private static int Components(Part part) => part is ButtonRow row ? 1 + row.Buttons.Count : 1;

    private static Component Component(Part part, List<string> texts, ref int next) => part switch
    {
        Paragraph => new TextDisplay(texts[next++]),
        ButtonRow row => new ActionRow(row.Buttons),
        _ => new Separator { Divider = true, Spacing = 1 },
    };
}
