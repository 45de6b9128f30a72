using System.Buffers;
using BriefingBot.Quotes.Articles;

namespace BriefingBot.Quotes.Sentences;

/// <summary>Goes through a text once, from one character that may end a sentence to the next.</summary>
internal ref struct SentenceReader(string text, List<Sentence> sentences)
{
    private static readonly SearchValues<char> Interesting =
        SearchValues.Create(".!?…‼⁇⁈⁉‽。！？｡•⁃◦‣▪●)\n\r\u000B\u000C\u0085\u2028\u2029");

    private readonly ReadOnlySpan<char> _text = text;
    private ParagraphEnds _paragraphs = new(text);
    private int _start;
    private int _at;
    private int _paragraph = 1;

    /// <summary>The item of a list that would come next on this line; null outside lists.</summary>
    private ListMarker? _nextItem;

    /// <summary>The bullet that the current sentence begins with.</summary>
    private char _bullet;

    public void Read()
    {
        while (_start < _text.Length && char.IsWhiteSpace(_text[_start]))
        {
            _start++;
        }

        Begin(_start, startsParagraph: true);
        while (_at < _text.Length)
        {
            var skip = _text[_at..].IndexOfAny(Interesting);
            if (skip < 0)
            {
                break;
            }

            _at += skip;
            var c = _text[_at];
            if (Characters.IsLineBreak(c))
            {
                ReadLineBreak();
            }
            else if (!ReadListItem(c))
            {
                if (Characters.IsStop(c))
                {
                    ReadStop();
                }
                else
                {
                    _at++;
                }
            }
        }

        End(_text.Length);
    }

    private void ReadLineBreak()
    {
        if (_paragraphs.EndAt(_at, _start, out var next))
        {
            End(_at);
            _paragraph++;
            Begin(next, startsParagraph: true);
        }
        else
        {
            _at = next;
        }
    }

    /// <summary>Ends the sentence where the next item of the list begins that it is an item of.</summary>
    private bool ReadListItem(char c)
    {
        if (_bullet == c && _bullet != '\0' && _at > _start && char.IsWhiteSpace(_text[_at - 1]))
        {
            End(_at);
            Begin(_at, startsParagraph: true);
            return true;
        }

        if (_nextItem is { } item && item.EndsAt(_text, _at, _start) is var start and > 0)
        {
            End(start);
            Begin(start, startsParagraph: true);
            return true;
        }

        return false;
    }

    private void ReadStop()
    {
        var stop = Stop.Read(_text, _at, _start);
        var next = stop.End;
        while (next < _text.Length && char.IsWhiteSpace(_text[next]))
        {
            if (Characters.IsLineBreak(_text[next]))
            {
                if (_paragraphs.EndAt(next, _start, out var afterLine))
                {
                    // The line break is going to end the sentence.
                    _at = next;
                    return;
                }

                next = afterLine;
            }
            else
            {
                next++;
            }
        }

        // Of “over. … But” the ellipsis belongs to what follows.
        if (next < _text.Length && stop.LeavesEllipsis(_text, next))
        {
            next = stop.First + 1;
            End(next);
            Begin(next, startsParagraph: false);
        }
        else if (next < _text.Length && stop.EndsSentence(_text, next))
        {
            End(stop.End);
            Begin(next, startsParagraph: false);
        }
        else
        {
            _at = next;
        }
    }

    private readonly void End(int end)
    {
        var length = _text[_start..end].TrimEnd().Length;
        if (length > 0)
        {
            sentences.Add(new Sentence(sentences.Count + 1, new TextSpan(_start, length), _paragraph));
        }
    }

    /// <summary>Begins a sentence, and passes over what at its beginning looks like an end: a list's number or an ellipsis.</summary>
    private void Begin(int start, bool startsParagraph)
    {
        while (start < _text.Length && char.IsWhiteSpace(_text[start]))
        {
            start++;
        }

        _start = start;
        _at = start;
        _bullet = '\0';
        if (start == _text.Length)
        {
            return;
        }

        if (startsParagraph && Timestamp.EndAt(_text, start) is var entry && entry > start)
        {
            End(entry);
            Begin(entry, startsParagraph: false);
            return;
        }

        if (Characters.IsBullet(_text[start]))
        {
            _bullet = _text[start];
            _at++;
            while (_at < _text.Length && _text[_at] is ' ' or '\t' or '\u00A0')
            {
                _at++;
            }
        }

        var marker = startsParagraph || _nextItem is not null ? ListMarker.Read(_text, _at, out _at) : null;
        _nextItem = marker?.Next ?? (startsParagraph ? null : _nextItem);
        while (_at < _text.Length && (_text[_at] is '.' or '…' || (_text[_at] == ' ' && _at + 1 < _text.Length && _text[_at + 1] == '.')))
        {
            _at++;
        }
    }
}
