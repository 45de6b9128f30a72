using BriefingBot.Quotes.Quotations;

namespace BriefingBot.Quotes.Learning;

/// <summary>How many finite verbs and commas outside quotation marks, tokens in marks and stretches any run of an article's tokens holds: two look-ups each.</summary>
internal sealed class Tallies
{
    /// <summary>So far ahead of a content its sentence is looked at.</summary>
    private const int Ahead = 40;

    private readonly Count[] _before;

    public Tallies(Reading text, TokenFeatures tokens)
    {
        _before = new Count[text.Count + 1];
        for (var i = 0; i < text.Count; i++)
        {
            var stretch = text.Stretch(i);
            var outside = stretch < 0;
            _before[i + 1] = _before[i] + new Count(
                outside && PartsOfSpeech.IsFinite(tokens.Tag(i)) ? 1 : 0,
                outside && text.Is(i, WordClass.Comma) ? 1 : 0,
                outside ? 0 : 1,
                !outside && text.StretchRun(stretch).First == i ? 1 : 0);
        }
    }

    /// <summary>The tallies of the tokens from <paramref name="first"/> to before <paramref name="end"/>; none where that is not behind it.</summary>
    public Count Of(int first, int end) => end <= first ? default : _before[end] - _before[first];

    /// <summary>Of what its last sentence still has behind a content.</summary>
    public Count Behind(Reading text, Attribution a) => Of(a.End, Math.Min(text.SentenceRun(text.Sentence(a.End - 1)).End, a.End + Ahead));

    public Count Of(List<TokenRun> runs)
    {
        var sum = default(Count);
        foreach (var run in runs)
        {
            sum += Of(run.First, run.End);
        }

        return sum;
    }

    internal readonly record struct Count(int Verbs, int Commas, int Marked, int Stretches)
    {
        public static Count operator +(Count a, Count b) => new(a.Verbs + b.Verbs, a.Commas + b.Commas, a.Marked + b.Marked, a.Stretches + b.Stretches);

        public static Count operator -(Count a, Count b) => new(a.Verbs - b.Verbs, a.Commas - b.Commas, a.Marked - b.Marked, a.Stretches - b.Stretches);
    }
}
