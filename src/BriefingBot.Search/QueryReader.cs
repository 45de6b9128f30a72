using System.Buffers;
using BriefingBot.Quotes.Quotations;

namespace BriefingBot.Search;

/// <summary>What a line of the small query language asks for.</summary>
/// <param name="Words">The ordinary text, in its order.</param>
public sealed record ReadQuery(string Words)
{
    /// <summary>Texts that must stand as they are; none is empty.</summary>
    public IReadOnlyList<string> Phrases { get; init; } = [];

    /// <summary>Words and phrases that must not stand there.</summary>
    public IReadOnlyList<string> Without { get; init; } = [];

    public IReadOnlyList<string> Speakers { get; init; } = [];

    public QuotationKind? Kind { get; init; }
}

/// <summary>
/// Reads the small query language: words, "a phrase" in any double quotation marks, -without, speaker:name, speaker:"two words",
/// kind:direct. Whatever else stands there is ordinary text: no input is an error.
/// </summary>
public static class QueryReader
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("\"“”„‟«»〝〞〟＂");

    public static ReadQuery Read(string text)
    {
        var reading = new Reading(text);
        reading.Run();
        return new ReadQuery(string.Join(' ', reading.Words))
        {
            Phrases = reading.Phrases,
            Without = reading.Without,
            Speakers = reading.Speakers,
            Kind = reading.Kind,
        };
    }

    private sealed class Reading(string text)
    {
        private int _position;

        public List<string> Words { get; } = [];

        public List<string> Phrases { get; } = [];

        public List<string> Without { get; } = [];

        public List<string> Speakers { get; } = [];

        public QuotationKind? Kind { get; private set; }

        public void Run()
        {
            while (_position < text.Length)
            {
                if (char.IsWhiteSpace(text[_position]))
                {
                    _position++;
                }
                else if (!Excluded() && !Speaker() && !KindOf() && !Phrase())
                {
                    Words.Add(Word());
                }
            }
        }

        private bool Excluded()
        {
            if (text[_position] is not ('-' or '−') || _position + 1 >= text.Length)
            {
                return false;
            }

            var begin = _position++;
            if (Quoted() is { } phrase)
            {
                Without.Add(phrase);
                return true;
            }

            if (char.IsLetterOrDigit(text[_position]))
            {
                Without.Add(Word());
                return true;
            }

            _position = begin;
            return false;
        }

        private bool Speaker() => Named("speaker:", Speakers.Add);

        private bool KindOf() => Named("kind:", value =>
        {
            if (!Enum.TryParse<QuotationKind>(value, ignoreCase: true, out var kind) || !char.IsLetter(value[0]))
            {
                return false;
            }

            Kind = kind;
            return true;
        });

        private bool Phrase()
        {
            if (Quoted() is not { } phrase)
            {
                return false;
            }

            Phrases.Add(phrase);
            return true;
        }

        private bool Named(string name, Action<string> take) => Named(name, value =>
        {
            take(value);
            return true;
        });

        private bool Named(string name, Func<string, bool> take)
        {
            if (!text.AsSpan(_position).StartsWith(name, StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }

            var begin = _position;
            _position += name.Length;
            if (_position < text.Length && !char.IsWhiteSpace(text[_position]) && (Quoted() ?? Word()) is var value
                && value.Any(char.IsLetterOrDigit) && take(value))
            {
                return true;
            }

            _position = begin;
            return false;
        }

        /// <summary>What stands between two quotation marks from here on; null when none begins, none ends, or nothing stands there.</summary>
        private string? Quoted()
        {
            if (!Marks.Contains(text[_position]))
            {
                return null;
            }

            var end = text.AsSpan(_position + 1).IndexOfAny(Marks);
            if (end < 0 || text.AsSpan(_position + 1, end).IsWhiteSpace())
            {
                return null;
            }

            var phrase = text.Substring(_position + 1, end).Trim();
            _position += end + 2;
            return phrase;
        }

        private string Word()
        {
            var begin = _position++;
            while (_position < text.Length && !char.IsWhiteSpace(text[_position]) && !Marks.Contains(text[_position]))
            {
                _position++;
            }

            return text[begin.._position];
        }
    }
}
