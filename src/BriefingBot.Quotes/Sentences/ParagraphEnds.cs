namespace BriefingBot.Quotes.Sentences;

/// <summary>
/// Tells line breaks that end a paragraph from those that only wrap it. A blank line ends one. In news a line is a paragraph, so a single
/// line break ends one too, unless the lines around it are wrapped: all of them as full as their next word allows, at least one of them
/// broken off before a lower-case word. A lone line broken off before a lower-case word goes on as well, unless it begins in lower
/// case itself, as items of a list do.
/// </summary>
/// <remarks>Ask for positions in text order: a block between blank lines is measured once, so the whole text is read twice at most.</remarks>
internal struct ParagraphEnds(string text)
{
    /// <summary>Widths, in characters, between which text is wrapped by hand or program.</summary>
    private const int NarrowestWrap = 40;

    private const int WidestWrap = 120;

    private int _blockStart;
    private int _blockEnd;
    private bool _wrapped;

    /// <summary>
    /// Whether the line break at <paramref name="lineBreak"/> ends the sentence that begins at <paramref name="sentenceStart"/>;
    /// <paramref name="next"/> is the first position after it that is no white space.
    /// </summary>
    public bool EndAt(int lineBreak, int sentenceStart, out int next)
    {
        next = SkipWhiteSpace(lineBreak, out var lineBreaks);
        if (lineBreaks > 1 || next == text.Length)
        {
            return true;
        }

        if (lineBreak >= _blockEnd)
        {
            Measure(lineBreak);
        }

        return !_wrapped && !(IsBrokenOff(lineBreak, next) && !char.IsLower(text[sentenceStart]));
    }

    /// <summary>The first position from <paramref name="position"/> on that is no white space, and the lines ended on the way.</summary>
    private readonly int SkipWhiteSpace(int position, out int lineBreaks)
    {
        lineBreaks = 0;
        for (; position < text.Length && char.IsWhiteSpace(text[position]); position++)
        {
            var c = text[position];
            if (Characters.IsLineBreak(c) && !(c == '\n' && position > 0 && text[position - 1] == '\r'))
            {
                lineBreaks += c == '\u2029' ? 2 : 1;
            }
        }

        return position;
    }

    /// <summary>Finds the block that holds <paramref name="lineBreak"/> and whether its lines are wrapped.</summary>
    private void Measure(int lineBreak)
    {
        _blockStart = _blockEnd;
        // A blank line may lie between the last block and this one, and single breaks before this one were no question so far.
        _wrapped = false;
        var widest = 0;
        var brokenOff = 0;
        var position = _blockStart;
        while (true)
        {
            var lineStart = SkipWhiteSpace(position, out _);
            var lineEnd = LineEnd(lineStart);
            widest = Math.Max(widest, lineEnd - lineStart);
            var next = SkipWhiteSpace(lineEnd, out var lineBreaks);
            if (lineBreaks != 1 || next == text.Length)
            {
                _blockEnd = next;
                if (lineBreak < _blockEnd)
                {
                    break;
                }

                (_blockStart, widest, brokenOff) = (next, 0, 0);
            }
            else if (IsBrokenOff(lineEnd, next))
            {
                brokenOff++;
            }

            position = next;
        }

        _wrapped = brokenOff > 0 && widest is >= NarrowestWrap and <= WidestWrap && LinesAreFull(widest);
    }

    /// <summary>Whether no line of the block but the last had room for the next line's first word.</summary>
    private readonly bool LinesAreFull(int width)
    {
        for (var lineStart = SkipWhiteSpace(_blockStart, out _); lineStart < _blockEnd;)
        {
            var lineEnd = LineEnd(lineStart);
            var next = SkipWhiteSpace(lineEnd, out _);
            if (next >= _blockEnd)
            {
                return true;
            }

            var word = next;
            while (word < _blockEnd && !char.IsWhiteSpace(text[word]))
            {
                word++;
            }

            if (lineEnd - lineStart + 1 + (word - next) <= width)
            {
                return false;
            }

            lineStart = next;
        }

        return true;
    }

    private readonly int LineEnd(int position)
    {
        var length = text.AsSpan(position).IndexOfAny(Characters.LineBreaks);
        return length < 0 ? text.Length : position + length;
    }

    /// <summary>Whether the line that ends at <paramref name="lineEnd"/> has no stop and the next one begins with a lower-case letter.</summary>
    private readonly bool IsBrokenOff(int lineEnd, int next)
    {
        if (!char.IsLower(text[next]))
        {
            return false;
        }

        var last = lineEnd - 1;
        while (last >= 0 && !Characters.IsLineBreak(text[last])
            && (char.IsWhiteSpace(text[last]) || Characters.IsCloser(text[last])))
        {
            last--;
        }

        return last >= 0 && !Characters.IsStop(text[last]);
    }
}
