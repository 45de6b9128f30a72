using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace BriefingBot.Search.Words;

/// <summary>Words already read, as Lucene takes them in: by stem or by form, hyphenated ones also joined (“armscontrol”).</summary>
internal sealed class WordTokens : TokenStream
{
    private readonly List<Word> _words;
    private readonly bool _stems;
    private readonly ICharTermAttribute _term;
    private readonly IPositionIncrementAttribute _increment;
    private int _next;
    private string? _joined;

    public WordTokens(List<Word> words, bool stems)
    {
        _words = words;
        _stems = stems;
        _term = AddAttribute<ICharTermAttribute>();
        _increment = AddAttribute<IPositionIncrementAttribute>();
    }

    public override bool IncrementToken()
    {
        ClearAttributes();
        if (_joined is { } joined)
        {
            _joined = null;
            _increment.PositionIncrement = 0;
            _term.Append(joined);
            return true;
        }

        if (_next == _words.Count)
        {
            return false;
        }

        var word = _words[_next];
        _term.Append(_stems ? word.Stem : word.Form);
        _joined = _stems ? Join(_words, _next) : null;
        _next++;
        return true;
    }

    public override void Reset()
    {
        base.Reset();
        _next = 0;
        _joined = null;
    }

    /// <summary>The whole of a hyphenated word that begins here, without its hyphens; null when none does.</summary>
    public static string? Join(List<Word> words, int first)
    {
        if (!words[first].Hyphen || (first > 0 && words[first - 1].Hyphen) || first + 1 >= words.Count)
        {
            return null;
        }

        var joined = words[first].Form;
        for (var i = first + 1; i < words.Count && words[i - 1].Hyphen && joined.Length < WordReader.LongestWord; i++)
        {
            joined += words[i].Form;
        }

        return joined;
    }
}
