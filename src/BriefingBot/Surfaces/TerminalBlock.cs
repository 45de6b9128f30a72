using Spectre.Console;
using Spectre.Console.Rendering;

namespace BriefingBot.Surfaces;

/// <summary>A paragraph with its indent: wrapped between words to the terminal's width, its text otherwise untouched.</summary>
/// <remarks>
/// A word longer than a line (a web address) is left whole, so that it can be copied; the terminal breaks it. Where nothing limits the
/// width (a file, a pipe) every paragraph is one line.
/// </remarks>
/// <param name="label">Stands before the first line, in the indent's place.</param>
/// <param name="indent">Columns before every line.</param>
/// <param name="runs">Safe text and how it looks.</param>
internal sealed class TerminalBlock(string label, int indent, IReadOnlyList<(string Text, Style Style)> runs) : Renderable
{
    private const int NarrowestRoom = 20;

    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        var text = string.Concat(runs.Select(run => run.Text));
        var lead = label + new string(' ', Math.Max(indent - CellWidth.Of(label), 0));
        foreach (var (start, end) in Lines(text, Math.Max(maxWidth - indent - 1, NarrowestRoom)))
        {
            yield return new Segment(start == end ? lead.TrimEnd() : lead, Style.Plain);
            foreach (var (piece, style) in Pieces(start, end))
            {
                yield return new Segment(piece, style);
            }

            yield return Segment.LineBreak;
            lead = new string(' ', indent);
        }
    }

    /// <summary>Where lines begin and end; the space at which one is cut belongs to none.</summary>
    internal static List<(int Start, int End)> Lines(string text, int room)
    {
        var lines = new List<(int, int)>();
        int start = 0, width = 0, cut = 0, position = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var cells = CellWidth.Of(rune);
            if (rune.Value == '\n')
            {
                lines.Add((start, position));
                (start, width, cut) = (position + 1, 0, position + 1);
            }
            else
            {
                if (cells == 2)
                {
                    cut = position;
                }

                if (rune.Value != ' ' && width + cells > room && cut > start)
                {
                    lines.Add((start, start + text.AsSpan(start, cut - start).TrimEnd(' ').Length));
                    (start, width) = (cut, CellWidth.Of(text.AsSpan(cut, position - cut)));
                }

                width += cells;
                cut = rune.Value == ' ' || cells == 2 ? position + rune.Utf16SequenceLength : cut;
            }

            position += rune.Utf16SequenceLength;
        }

        lines.Add((start, start + text.AsSpan(start).TrimEnd(' ').Length));
        return lines;
    }

    private IEnumerable<(string Text, Style Style)> Pieces(int start, int end)
    {
        var offset = 0;
        foreach (var (text, style) in runs)
        {
            var from = Math.Max(start - offset, 0);
            var to = Math.Min(end - offset, text.Length);
            if (from < to)
            {
                yield return (text[from..to], style);
            }

            offset += text.Length;
        }
    }
}
