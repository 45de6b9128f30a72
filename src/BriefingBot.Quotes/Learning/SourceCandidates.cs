using BriefingBot.Quotes.Quotations;

namespace BriefingBot.Quotes.Learning;

/// <summary>
/// What may be the source of an attribution: what was found for its cue, the subjects near it, and what the cues around it have. How each
/// candidate came to be is told as facts.
/// </summary>
internal sealed class SourceCandidates
{
    /// <summary>In 840 articles no attribution has more than eleven; “he said that he said that …” has hundreds.</summary>
    private const int Most = 16;

    /// <summary>So many tokens around the cue are looked at: a sentence may be without end.</summary>
    private const int Reach = 60;

    /// <summary>A preposition leads to a source that stands near: “criticism from rivals that …”.</summary>
    private const int NearReach = 12;

    private readonly Reading _text;
    private readonly CueSources?[] _sources;
    private readonly TokenRun _around;
    private readonly List<TokenRun> _all = [TokenRun.None];

    /// <summary>The likeliest source of each cue around, and how likely that is a cue.</summary>
    private readonly List<(TokenRun Mention, float CueScore)> _others = [];

    /// <param name="text">The article.</param>
    /// <param name="sources">What was found for each cue, at its token.</param>
    /// <param name="attribution">What was chosen.</param>
    /// <param name="cue">Its cue.</param>
    public SourceCandidates(Reading text, CueSources?[] sources, Attribution attribution, Cue cue)
    {
        (_text, _sources, Attribution, Verb, Kind) = (text, sources, attribution, cue.Verb, attribution.KindIn(text));
        Own = sources[Verb];
        Sentence = text.SentenceRun(text.Sentence(Verb));
        _around = new TokenRun(Math.Max(Sentence.First, Verb - Reach), Math.Min(Sentence.End, Verb + Reach));
        Before = Subjects.Before(text, cue.Group.First, Sentence.First, out _).OrNone;
        OfSentence = Subjects.OfSentence(text, Sentence, Verb).OrNone;
        After = Subjects.After(text, Math.Max(cue.Group.End, text.VerbEnd(Verb)), Sentence.End).OrNone;
        AddFound();
        AddAround();
    }

    public Attribution Attribution { get; }

    /// <summary>The cue's token.</summary>
    public int Verb { get; }

    /// <summary>How much of the words stands in quotation marks.</summary>
    public QuotationKind Kind { get; }

    public TokenRun Sentence { get; }

    /// <summary>What was found for the cue; null for one that only the rules have.</summary>
    public CueSources? Own { get; }

    /// <summary>The noun phrases right before and right after the cue, and the first of its sentence; empty where there is none.</summary>
    public TokenRun Before { get; }

    public TokenRun After { get; }

    public TokenRun OfSentence { get; }

    /// <summary>The candidates, each once; the first is that there is no source.</summary>
    public IReadOnlyList<TokenRun> All => _all;

    /// <summary>How many cues around have the candidate as their likeliest source, and how likely the best of them is a cue; −20 for none.</summary>
    public (int Count, float Best) Shared(TokenRun candidate)
    {
        var (count, best) = (0, -20f);
        foreach (var (mention, cueScore) in _others)
        {
            (count, best) = mention == candidate ? (count + 1, Math.Max(best, cueScore)) : (count, best);
        }

        return (count, best);
    }

    private void AddFound()
    {
        Add(Attribution.Mention);
        foreach (var labelled in Own?.Labelled ?? [])
        {
            Add(labelled.Mention);
        }

        Add(Own?.Rule?.Mention ?? TokenRun.None);
        Add(Before);
        Add(OfSentence);
        Add(After);
    }

    private void AddAround()
    {
        for (var i = _around.First; i < _around.End; i++)
        {
            if (i != Verb && _sources[i] is { } other)
            {
                if (other.Labelled is [var likeliest, ..])
                {
                    Add(likeliest.Mention);
                    _others.Add((likeliest.Mention, other.CueScore));
                }

                Add(other.Rule?.Mention ?? TokenRun.None);
            }
            else if (Math.Abs(i - Verb) < NearReach && _text.Text.Word(i) is "by" or "from" or "to" or "of" or "for" or "By" or "From" or "To" or "For")
            {
                Add(NounPhrases.StartingAt(_text, i + 1, Sentence.End));
            }
        }
    }

    private void Add(TokenRun mention)
    {
        mention = Subjects.WithoutDateline(_text, mention);
        if (!mention.IsEmpty && _all.Count < Most && !_all.Contains(mention))
        {
            _all.Add(mention);
        }
    }
}
