using System.Globalization;
using System.Text;
using BriefingBot.Commands;

namespace BriefingBot.Surfaces.Discord;

/// <summary>
/// Text with emphasis that can be shown whole, or cut to a given length around what matters in it. Counted in UTF-16 code units, which are
/// never fewer than code points, so that what fits by this count fits by Discord's, whichever that is.
/// </summary>
/// <remarks>
/// It is cut between text elements only (what a reader takes for one character: surrogates, combining marks and joined emoji stay
/// together), between words where one ends nearby; the “…” stands outside the emphasis and apart from the words, since it is ours.
/// </remarks>
internal sealed class MarkedText
{
    /// <summary>More never fits: what is farther from what matters is not even looked at.</summary>
    private const int Farthest = 4200;

    /// <summary>A cut is moved to the end of a word when that is as near.</summary>
    private const int LongestWord = 24;

    private const string Gap = "…";

    private readonly string _text;
    private readonly List<Element> _elements;
    private readonly bool _cutBefore;
    private readonly bool _cutAfter;
    private readonly int _anchorStart;
    private readonly int _anchorEnd;

    private MarkedText(string text, List<Element> elements, bool cutBefore, bool cutAfter)
    {
        (_text, _elements, _cutBefore, _cutAfter) = (text, elements, cutBefore, cutAfter);
        var strongest = elements.Count == 0 ? Emphasis.None : elements.Max(element => element.Emphasis);
        if (strongest != Emphasis.None)
        {
            _anchorStart = elements.FindIndex(element => element.Emphasis == strongest);
            _anchorEnd = elements.FindIndex(_anchorStart, element => element.Emphasis != strongest);
            _anchorEnd = _anchorEnd < 0 ? elements.Count : _anchorEnd;
        }
    }

    public bool RunsRightToLeft => Markdown.RunsRightToLeft(_text);

    /// <summary>Without emphasis; when it has to be cut, its end goes.</summary>
    public static MarkedText Plain(string text) => Of([(text, Emphasis.None)]);

    /// <summary>The same on one line.</summary>
    public static MarkedText Line(string text) => Plain(Wording.OnOneLine(text));

    /// <summary>All of it in one emphasis.</summary>
    public static MarkedText Bold(string text) => Of([(Wording.OnOneLine(text), Emphasis.Statement)]);

    /// <summary>The stretches one after the other; when they have to be cut, around the first hit, else around the statement's beginning.</summary>
    public static MarkedText Of(IEnumerable<(string Text, Emphasis Emphasis)> stretches)
    {
        var list = stretches.ToList();
        var before = 0;
        var strongest = list.Count == 0 ? Emphasis.None : list.Max(stretch => stretch.Emphasis);
        foreach (var (text, emphasis) in list.TakeWhile(stretch => stretch.Emphasis != strongest))
        {
            before += text.Length;
        }

        return Read(list, Math.Max(0, before - Farthest), before + Farthest);
    }

    /// <summary>All of it as Markdown.</summary>
    /// <param name="prefix">What every line begins with, such as <c>&gt; </c>.</param>
    public string Whole(string prefix = "") => Write(0, _elements.Count, prefix);

    /// <summary>As much of it as <paramref name="room"/> code units hold, the prefixes and marks counted; at least “…”.</summary>
    public string Fit(int room, string prefix = "")
    {
        var whole = Whole(prefix);
        if (whole.Length <= room)
        {
            return whole;
        }

        // Every element takes at least one.
        int fits = 0, tooMany = Math.Min(_elements.Count, room + 1);
        while (fits + 1 < tooMany)
        {
            var middle = (fits + tooMany) / 2;
            var start = StartOf(middle);
            (fits, tooMany) = Write(start, start + middle, prefix).Length <= room ? (middle, tooMany) : (fits, middle);
        }

        if (fits == 0)
        {
            return prefix + Gap;
        }

        var (from, to) = AtWords(StartOf(fits), StartOf(fits) + fits);
        var cut = Write(from, to, prefix);
        return cut.Length <= room ? cut : Write(StartOf(fits), StartOf(fits) + fits, prefix);
    }

    /// <param name="stretches">The whole text.</param>
    /// <param name="from">What stands before is not looked at.</param>
    /// <param name="to">What stands behind is not looked at.</param>
    private static MarkedText Read(List<(string Text, Emphasis Emphasis)> stretches, int from, int to)
    {
        var whole = string.Concat(stretches.Select(stretch => stretch.Text));
        to = Math.Min(to, whole.Length);
        var text = new StringBuilder(to - from);
        var ends = new List<(int End, Emphasis Emphasis)>();
        int start = 0, end = 0;
        foreach (var (stretch, emphasis) in stretches)
        {
            end += stretch.Length;
            var (first, last) = (Unsplit(whole, Math.Clamp(start, from, to)), Unsplit(whole, Math.Clamp(end, from, to)));
            text.Append(SafeText.Of(whole[first..last]));
            ends.Add((text.Length, emphasis));
            start = end;
        }

        return new MarkedText(text.ToString(), Elements(text.ToString(), ends, from > 0, to < whole.Length), from > 0, to < whole.Length);
    }

    /// <summary>A place that is in no surrogate pair and no line end.</summary>
    private static int Unsplit(string text, int place) => place > 0 && place < text.Length
        && ((char.IsHighSurrogate(text[place - 1]) && char.IsLowSurrogate(text[place])) || (text[place - 1] == '\r' && text[place] == '\n')) ? place - 1 : place;

    /// <summary>What readers take for characters; of a text cut at an end the outermost may be half of one, and is left out.</summary>
    private static List<Element> Elements(string text, List<(int End, Emphasis Emphasis)> ends, bool cutBefore, bool cutAfter)
    {
        var elements = new List<Element>(text.Length);
        var stretch = 0;
        var position = 0;
        while (position < text.Length)
        {
            while (ends[stretch].End <= position)
            {
                stretch++;
            }

            var isPlain = text[position] is >= ' ' and < '\x7F' && (position + 1 == text.Length || text[position + 1] < '\x7F');
            var length = isPlain ? 1 : StringInfo.GetNextTextElementLength(text.AsSpan(position));
            if (!(cutBefore && position == 0) && !(cutAfter && position + length == text.Length))
            {
                elements.Add(new Element(position, length, ends[stretch].Emphasis));
            }

            position += length;
        }

        return elements;
    }

    /// <summary>Where a window of so many elements begins, so that the anchor stands in it with a third of the rest before it.</summary>
    private int StartOf(int count)
    {
        var before = Math.Max(0, count - (_anchorEnd - _anchorStart)) / 3;
        return Math.Clamp(_anchorStart - before, 0, _elements.Count - count);
    }

    private (int From, int To) AtWords(int from, int to)
    {
        var (start, end) = (from, to);
        if (from > 0 && !IsSpace(from - 1))
        {
            var space = from;
            while (space < to && space - from < LongestWord && !IsSpace(space))
            {
                space++;
            }

            start = space < to && IsSpace(space) && space < _anchorStart ? space + 1 : from;
        }

        if (to < _elements.Count && !IsSpace(to))
        {
            // Of what matters nothing is left out for the sake of a word, unless it is cut itself.
            var least = _anchorEnd <= to ? _anchorEnd : _anchorStart + 1;
            var space = to - 1;
            while (space > start && to - space < LongestWord && !IsSpace(space))
            {
                space--;
            }

            end = space > start && IsSpace(space) && space >= least ? space : to;
        }

        while (start < end - 1 && start > 0 && IsSpace(start))
        {
            start++;
        }

        while (end > start + 1 && end < _elements.Count && IsSpace(end - 1))
        {
            end--;
        }

        return (start, end);
    }

    private bool IsSpace(int element) => char.IsWhiteSpace(_text[_elements[element].Start]);

    private string Write(int from, int to, string prefix)
    {
        var line = new MarkdownLine(prefix);
        if (from > 0 || _cutBefore)
        {
            line.Append(from > 0 && from < _elements.Count && IsSpace(from - 1) ? Gap + " " : Gap, Emphasis.None);
        }

        for (var i = from; i < to; i++)
        {
            var element = _elements[i];
            if (_text[element.Start] == '\n')
            {
                line.Break();
                continue;
            }

            for (var at = element.Start; at < element.Start + element.Length; at++)
            {
                line.Append(_text[at], Markdown.NeedsEscape(_text, at), element.Emphasis);
            }
        }

        if (to < _elements.Count || _cutAfter)
        {
            line.Append(to < _elements.Count && IsSpace(to) ? " " + Gap : Gap, Emphasis.None);
        }

        return line.ToString();
    }

    private readonly record struct Element(int Start, int Length, Emphasis Emphasis);

    /// <summary>Writes emphasis so that it never runs over a line's end: clients differ in whether it may.</summary>
    private sealed class MarkdownLine(string prefix)
    {
        private readonly StringBuilder _written = new(prefix);
        private bool _bold;
        private bool _underlined;

        public void Append(string ours, Emphasis emphasis)
        {
            Turn(emphasis);
            _written.Append(ours);
        }

        public void Append(char character, bool escaped, Emphasis emphasis)
        {
            Turn(emphasis);
            if (escaped)
            {
                _written.Append('\\');
            }

            _written.Append(character);
        }

        public void Break()
        {
            Turn(Emphasis.None);
            _written.Append('\n').Append(prefix);
        }

        public override string ToString()
        {
            Turn(Emphasis.None);
            return _written.ToString();
        }

        private void Turn(Emphasis emphasis)
        {
            if (_underlined && emphasis != Emphasis.Hit)
            {
                _written.Append("__");
                _underlined = false;
            }

            if (_bold != (emphasis != Emphasis.None))
            {
                _written.Append("**");
                _bold = !_bold;
            }

            if (!_underlined && emphasis == Emphasis.Hit)
            {
                _written.Append("__");
                _underlined = true;
            }
        }
    }
}
