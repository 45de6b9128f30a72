using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using BriefingBot.Quotes.Articles;

namespace BriefingBot.Evaluation.Stories;

/// <summary>What a mark says of the words in it.</summary>
internal enum MarkRole
{
    Source,
    Cue,
    Content,
}

/// <summary>A stretch of the text that belongs to the attribution of this number; it begins in this line of the file, from 0.</summary>
internal sealed record Mark(MarkRole Role, int Number, TextSpan Span, int Line);

/// <summary>
/// Text with marks: <c>{q1:“No,”} {s1,2:she} {c1:said}</c> is <c>“No,” she said</c> with a content, a source that serves two
/// attributions, and a cue. Marks may lie in one another and run over several lines; braces stand for nothing else.
/// </summary>
internal sealed partial record MarkedText(string Text, IReadOnlyList<Mark> Marks)
{
    /// <summary>Reads lines <paramref name="first"/> up to, not including, <paramref name="end"/>.</summary>
    /// <exception cref="FormatException">A mark is broken; the message names file and line.</exception>
    public static MarkedText Read(StorySource source, int first, int end)
    {
        var text = new StringBuilder();
        var marks = new List<Mark>();
        var open = new Stack<(MarkRole Role, int[] Numbers, int Start, int Line)>();
        for (var line = first; line < end; line++)
        {
            if (line > first)
            {
                text.Append('\n');
            }

            ReadLine(source, line, text, marks, open);
        }

        if (open.TryPeek(out var left))
        {
            throw source.Error(left.Line, "a mark is not closed");
        }

        return new MarkedText(text.ToString(), marks);
    }

    private static void ReadLine(
        StorySource source, int line, StringBuilder text, List<Mark> marks, Stack<(MarkRole Role, int[] Numbers, int Start, int Line)> open)
    {
        var written = source.Lines[line];
        for (var at = 0; at < written.Length; at++)
        {
            if (written[at] == '{')
            {
                var opening = Opening().Match(written, at);
                if (!opening.Success)
                {
                    throw source.Error(line, $"a brace opens no mark such as {{q1:…}}: {Shown(written, at)}");
                }

                open.Push((RoleOf(opening.Groups[1].ValueSpan[0]), Numbers(opening.Groups[2].Value), text.Length, line));
                at += opening.Length - 1;
            }
            else if (written[at] == '}')
            {
                if (!open.TryPop(out var mark))
                {
                    throw source.Error(line, $"a brace closes no mark: {Shown(written, Math.Max(0, at - 20))}");
                }

                var span = TextSpan.Between(mark.Start, text.Length);
                if (span.Length == 0 || char.IsWhiteSpace(text[span.Start]) || char.IsWhiteSpace(text[span.End - 1]))
                {
                    var near = Shown(written, Math.Max(0, at - 20));
                    throw source.Error(line, $"a mark begins or ends with white space, or is empty: {near}");
                }

                marks.AddRange(mark.Numbers.Select(number => new Mark(mark.Role, number, span, mark.Line)));
            }
            else
            {
                text.Append(written[at]);
            }
        }
    }

    private static MarkRole RoleOf(char letter) => letter switch
    {
        's' => MarkRole.Source,
        'c' => MarkRole.Cue,
        _ => MarkRole.Content,
    };

    private static int[] Numbers(string written) =>
        [.. written.Split(',').Select(number => int.Parse(number, CultureInfo.InvariantCulture))];

    private static string Shown(string line, int at) => line.Substring(at, Math.Min(40, line.Length - at));

    [GeneratedRegex(@"\G\{([scq])([0-9]{1,4}(?:,[0-9]{1,4})*):")]
    private static partial Regex Opening();
}
