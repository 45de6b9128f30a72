using BriefingBot.Commands;

namespace BriefingBot.Surfaces.Discord;

/// <summary>Titled lists in lines.</summary>
internal static class SectionLines
{
    /// <summary>More lines would leave too little room for each.</summary>
    private const int Most = 40;

    /// <summary>The sentences that a context is about, when not everything fits.</summary>
    private const int EmphasisedWeight = 4;

    public static IReadOnlyList<Piece> Of(IReadOnlyList<ReplySection> sections)
    {
        var lines = new List<Piece>();
        var left = Most;
        foreach (var section in sections)
        {
            var shown = Math.Min(section.Lines.Count, left);
            if (lines.Count > 0)
            {
                lines.Add(Empty);
            }

            if (section.Title is { } title)
            {
                lines.Add(new Piece("", MarkedText.Bold(title)));
            }

            lines.AddRange(section.Lines.Take(shown).Select(Line));
            if (shown < section.Lines.Count)
            {
                lines.Add(new Piece("", MarkedText.Plain($"and {Wording.Count(section.Lines.Count - shown, "more line")}")));
            }

            left -= shown;
        }

        return lines;
    }

    private static Piece Empty => new("", MarkedText.Plain(""));

    private static Piece Line(ReplyLine line)
    {
        if (line.Label is { } label && line.Moment is { } moment)
        {
            return new Piece("", MarkedText.Bold(label), $"{(label.EndsWith(':') ? "" : " ·")} {Markdown.Moment(moment, 'f')}");
        }

        // What is to be typed is set as code, in which nothing is read as Markdown.
        if (line.Label is null && line.Text.StartsWith('/') && line.Text.Length <= CommandCatalog.LongestText && !line.Text.Contains('`', StringComparison.Ordinal))
        {
            return new Piece($"`{SafeText.OnOneLine(line.Text)}`", MarkedText.Plain(""));
        }

        // Discord shows a channel by its name, to those who see it.
        if (line.Channel is { Length: > 0 } id && id.All(char.IsAsciiDigit))
        {
            return new Piece(line.Label is { } number ? $"**{Markdown.Escape(Wording.OnOneLine(number))}** · <#{id}> · " : $"<#{id}> · ", MarkedText.Plain(line.Text));
        }

        var text = line.Label is null ? MarkedText.Plain(line.Text) : MarkedText.Of(
        [
            (Wording.OnOneLine(line.Label), Emphasis.Statement),
            (line.Label.EndsWith(':') ? " " : " · ", Emphasis.None),
            (line.Text, Emphasis.None),
        ]);
        return new Piece("", text) { Prefix = line.Emphasised ? "> " : "", Weight = line.Emphasised ? EmphasisedWeight : 1 };
    }
}
