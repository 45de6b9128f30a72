using BriefingBot.Search.Speakers;
using BriefingBot.Search.Words;

namespace BriefingBot.Search.Claims;

/// <summary>What is read once of a statement that may be a claim, or an answer to one.</summary>
internal sealed class StatementReading
{
    private static readonly HashSet<string> Spoken = new(["said", "says"], StringComparer.Ordinal);

    /// <param name="place">The statement.</param>
    /// <param name="at">Which of its article's it is, from 0.</param>
    /// <param name="before">The statement before it; null for the first.</param>
    /// <param name="lead">The sentence before it, where that is about the same speaker.</param>
    /// <param name="title">Stems of the article's title.</param>
    public StatementReading(StatementPlace place, int at, StatementPlace? before, Frame lead, IReadOnlySet<string> title)
    {
        var said = place.Statement.Passage.Quotation!;
        (Place, At, Before, Lead, Around) = (place, at, before, lead, place.FrameAfter(before));
        Mention = WordReader.Read(said.Mention ?? "");
        Role = WordReader.Read(said.Role ?? "");
        Source = Mention.Concat(Role).Where(word => !word.Is(WordTraits.Stop)).Select(word => word.Stem).ToHashSet(StringComparer.Ordinal);
        Speaker = said.Speaker ?? SpeakerNames.Fold(said.Mention ?? "");
        (Numbers, Amounts) = (NumbersOf(place), AmountsOf(place));
        CueStems = place.CueWords.Where(word => !word.Is(WordTraits.Stop) && !Spoken.Contains(word.Form)).Select(word => word.Stem).ToHashSet(StringComparer.Ordinal);
        Quoted = QuotedIn(place);
        OfTitle = place.Matter.Count(title.Contains);
        AsClaim = ClaimFacts.Table.Read(this);
        AsAnswer = AnswerFacts.Table.Read(this);
    }

    public StatementPlace Place { get; }

    public int At { get; }

    public StatementPlace? Before { get; }

    /// <summary>What the report says around it, in its own sentences.</summary>
    public Frame Around { get; }

    /// <summary>What it says in the sentence before, where that is about the same speaker; else empty.</summary>
    public Frame Lead { get; }

    /// <summary>The words by which the text names the source.</summary>
    public IReadOnlyList<Word> Mention { get; }

    /// <summary>What the story says that whoever speaks is.</summary>
    public IReadOnlyList<Word> Role { get; }

    /// <summary>What whoever speaks is called and is said to be, as stems.</summary>
    public IReadOnlySet<string> Source { get; }

    /// <summary>Whoever speaks, as one name for all their statements; empty where there is none.</summary>
    public string Speaker { get; }

    /// <summary>The numbers in it that are no dates.</summary>
    public HashSet<string> Numbers { get; }

    /// <summary>Numbers by what they count.</summary>
    public IReadOnlyDictionary<string, string> Amounts { get; }

    /// <summary>What the cue says beside “said”, as stems.</summary>
    public HashSet<string> CueStems { get; }

    /// <summary>Words that marks inside of it begin with, as stems: called it ‘opportunistic’.</summary>
    public HashSet<string> Quoted { get; }

    /// <summary>Words that it shares with the article's title.</summary>
    public int OfTitle { get; }

    /// <summary>Its <see cref="ClaimFacts"/>.</summary>
    public float[] AsClaim { get; }

    /// <summary>Its <see cref="AnswerFacts"/>.</summary>
    public float[] AsAnswer { get; }

    public bool IsCuedBy(HashSet<string> forms) => Place.CueWords.Any(word => forms.Contains(word.Form));

    /// <summary>Whether a word of a list stands in the cue or around it.</summary>
    public bool IsToldBy(HashSet<string> forms) => IsCuedBy(forms) || Around.Words.Any(word => forms.Contains(word.Form));

    /// <summary>Whether one of its first words is of a list.</summary>
    public bool Begins(int within, HashSet<string> forms) => Place.Words.Take(within).Any(word => forms.Contains(word.Form));

    public bool Holds(HashSet<string> forms) => Place.Words.Any(word => forms.Contains(word.Form));

    /// <summary>Whether the source is called by a word of a list.</summary>
    public bool IsCalled(HashSet<string> forms) => Mention.Any(word => forms.Contains(word.Form));

    private static HashSet<string> NumbersOf(StatementPlace place) =>
        place.Words.Where(word => word.Is(WordTraits.Number) && !word.Is(WordTraits.Time)).Select(word => word.Form).ToHashSet(StringComparer.Ordinal);

    private static Dictionary<string, string> AmountsOf(StatementPlace place)
    {
        var amounts = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i + 1 < place.Words.Count; i++)
        {
            if (place.Words[i].Is(WordTraits.Number) && !place.Words[i + 1].Is(WordTraits.Number | WordTraits.Stop))
            {
                amounts.TryAdd(place.Words[i + 1].Stem, place.Words[i].Form);
            }
        }

        return amounts;
    }

    private static HashSet<string> QuotedIn(StatementPlace place)
    {
        var text = place.Statement.Passage.Quotation!.Text;
        return place.Words.Where(word => word.Span.Start > 0 && !word.Is(WordTraits.Stop) && text[word.Span.Start - 1] is '“' or '"' or '‘' or '\'')
            .Select(word => word.Stem).ToHashSet(StringComparer.Ordinal);
    }
}
