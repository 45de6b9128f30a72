namespace BriefingBot.Search.Claims;

/// <summary>The turns of an article that is a talk, or has one: who leads it, and which turn answers which.</summary>
internal sealed class Talk
{
    /// <summary>Characters between two turns; “[Laughter]” may stand there.</summary>
    private const int Apart = 60;

    /// <summary>Of somebody's turns that end with a question: who asks more leads the talk, and claims nothing.</summary>
    private const double ShareOfQuestions = 0.25;

    /// <summary>A talk of more people is led by the first.</summary>
    private const int MostUnled = 2;

    /// <summary>A shorter turn claims nothing.</summary>
    private const int LeastWords = 3;

    /// <summary>Likeness of a turn and of one before the question that stands between them.</summary>
    private const double Alike = 0.5;

    /// <summary>Turns around the two in which one of them has spoken before, or speaks again.</summary>
    private const int Round = 2;

    private readonly List<StatementPlace> _places;
    private readonly HashSet<string> _leaders;

    /// <param name="places">Of one article, in text order.</param>
    public Talk(List<StatementPlace> places)
    {
        _places = places;
        var speakers = places.Where(place => place.IsSpokenTurn).GroupBy(Key, StringComparer.Ordinal).ToList();
        _leaders = [.. speakers.Where((turns, i) => (i == 0 && speakers.Count > MostUnled) || turns.Count(turn => turn.EndsAsking) >= ShareOfQuestions * turns.Count())
            .Select(turns => turns.Key)];
    }

    /// <summary>The pair of a turn and of the one that it answers; null where it answers none.</summary>
    /// <param name="at">Of the turn.</param>
    /// <param name="rarity">Of the story's words.</param>
    public FoundPair? For(int at, WordRarity rarity)
    {
        var turn = _places[at];
        if (!turn.IsSpokenTurn || turn.EndsAsking || Leads(turn) || Before(at) is not { } last || !last.Party.IsOthersThan(turn.Party))
        {
            return null;
        }

        if (last.EndsAsking)
        {
            return Before(at - 1) is { } other && !Leads(other) && other.Party.IsOthersThan(turn.Party) && turn.Words.Count >= LeastWords
                && (rarity.Likeness(other, turn) >= Alike || turn.Echoes(other))
                ? new FoundPair(other, turn, false, "It takes up what somebody else said in the same talk, before the question that stands between them.")
                : new FoundPair(last, turn, false, "It is what somebody else says right after the question.");
        }

        return (Leads(last) ? IsPutToThem(last) : last.Words.Count >= LeastWords && turn.Words.Count >= LeastWords && IsExchange(at))
            ? new FoundPair(last, turn, false, "It is the next turn in the same talk, by somebody else.") : null;
    }

    /// <summary>“You told the paper that …”.</summary>
    private static bool IsPutToThem(StatementPlace turn) =>
        turn.Words is [{ Form: "you" or "you've" or "you'd" or "you're" }, ..] && turn.Words.Take(LeastWords + 1).Any(word => ReplyWords.Reporting.Contains(word.Form));

    private static string Key(StatementPlace turn) => turn.Statement.Passage.Quotation!.Speaker ?? turn.Statement.Passage.Quotation.Mention ?? "";

    /// <summary>Whether the two speak to each other, as those do not who are merely listed with what they said.</summary>
    private bool IsExchange(int at)
    {
        var (turn, last) = (_places[at], _places[at - 1]);
        return _places.GetRange(Math.Max(0, at - 1 - Round), Math.Min(Round, at - 1)).Exists(place => place.IsSpokenTurn && place.Party.IsAlso(turn.Party))
            || _places.Skip(at + 1).Take(Round).Any(place => place.IsSpokenTurn && place.Party.IsAlso(last.Party));
    }

    private bool Leads(StatementPlace turn) => _leaders.Contains(Key(turn));

    private StatementPlace? Before(int at) => at > 0 && _places[at - 1] is var before && before.IsSpokenTurn && _places[at].From(before) <= Apart ? before : null;
}
