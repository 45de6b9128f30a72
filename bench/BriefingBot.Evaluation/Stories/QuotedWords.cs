using System.Text.RegularExpressions;
using BriefingBot.Quotes.Articles;
using BriefingBot.Quotes.Quotations;

namespace BriefingBot.Evaluation.Stories;

/// <summary>
/// Which words of a text stand in double quotation marks, counted as the scorer counts: “ ”, " and '' are marks, single ones
/// are not; a mark left open runs to the end of its paragraph.
/// </summary>
internal sealed partial class QuotedWords
{
    private readonly List<(TextSpan Span, bool Quoted)> _words = [];

    public QuotedWords(string text)
    {
        Text = text;
        var quoted = QuotedCharacters(text);
        foreach (var word in Word().EnumerateMatches(text))
        {
            _words.Add((new TextSpan(word.Index, word.Length), quoted[word.Index]));
        }
    }

    public string Text { get; }

    /// <summary>The kind of a content of one or several spans; “that” before the marks makes it partly quoted.</summary>
    public QuotationKind KindOf(IReadOnlyList<TextSpan> content)
    {
        var words = _words.Where(word => content.Any(span => IsMostlyIn(word.Span, span))).ToList();
        var inside = words.Count(word => word.Quoted);
        return inside == 0 ? QuotationKind.Paraphrase : inside == words.Count ? QuotationKind.Direct : QuotationKind.Partly;
    }

    /// <summary>Whether a word would be cut if the text were cut here.</summary>
    public bool CutsWord(int position) =>
        position > 0 && position < Text.Length && char.IsLetterOrDigit(Text[position - 1]) && char.IsLetterOrDigit(Text[position]);

    private static bool IsMostlyIn(TextSpan word, TextSpan span) =>
        2 * (Math.Min(word.End, span.End) - Math.Max(word.Start, span.Start)) > word.Length;

    private static bool[] QuotedCharacters(string text)
    {
        var quoted = new bool[text.Length];
        for (var start = 0; start < text.Length;)
        {
            var line = text.IndexOf('\n', start);
            var end = line < 0 ? text.Length : line;
            MarkParagraph(text, start, end, quoted);
            start = end + 1;
        }

        return quoted;
    }

    private static void MarkParagraph(string text, int start, int end, bool[] quoted)
    {
        var opened = -1;
        foreach (var mark in QuotationMark().EnumerateMatches(text.AsSpan(start, end - start)))
        {
            var at = start + mark.Index;
            if (opened < 0)
            {
                opened = text[at] == '”' ? -1 : at;
            }
            else if (text[at] != '“')
            {
                Array.Fill(quoted, true, opened, at + mark.Length - opened);
                opened = -1;
            }
        }

        if (opened >= 0)
        {
            Array.Fill(quoted, true, opened, end - opened);
        }
    }

    [GeneratedRegex(@"\w+(?:[’'\-.]\w+)*")]
    private static partial Regex Word();

    [GeneratedRegex("[“”\"]|''")]
    private static partial Regex QuotationMark();
}
