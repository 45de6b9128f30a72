namespace BriefingBot.Search.Claims;

/// <summary>What speaks for a statement's being an answer to another one, and what against it.</summary>
internal enum ReplySign
{
    /// <summary>“Responding to Berg, Kern said …”.</summary>
    AnswersThem,

    /// <summary>“Asked about the ferry, Kern said …”, where the claim is about the ferry.</summary>
    AnswersMatter,

    /// <summary>“Kern hit back, saying …”, and nobody else is named.</summary>
    Answers,

    /// <summary>“Kern sees it differently.”</summary>
    Differs,

    /// <summary>“But Kern said …”.</summary>
    Contrasts,

    /// <summary>“Kern insisted that …”.</summary>
    Holds,

    /// <summary>The claim is made against whoever answers: “Berg accused Kern of …”.</summary>
    Attacked,

    /// <summary>“Voluntarily! They were told to”: it begins with the claim's own word and throws it back, or says that it is not.</summary>
    ThrowsBack,

    /// <summary>“He’s half right.”</summary>
    Judges,

    /// <summary>“That is nonsense.”</summary>
    Untrue,

    /// <summary>The answer tells what the other said: “Berg claims …”.</summary>
    Reports,

    /// <summary>The answer speaks of whoever made the claim.</summary>
    Names,

    /// <summary>The claim speaks of whoever answers.</summary>
    Named,

    /// <summary>The claim itself answers something that whoever answers it had said.</summary>
    InTurn,

    /// <summary>Both speak of the same thing.</summary>
    Shares,

    /// <summary>Near each other both speak of the same thing, and one of them says that it is not.</summary>
    Contradicts,

    /// <summary>The answer repeats words of the claim in their order.</summary>
    Echoes,

    /// <summary>It stands in the next sentence.</summary>
    Beside,

    /// <summary>Somebody else spoke meanwhile.</summary>
    Between,

    /// <summary>Both stand far from each other.</summary>
    Far,

    /// <summary>“Meanwhile, …”.</summary>
    TurnsAway,

    /// <summary>A question claims nothing.</summary>
    Question,
}

/// <summary>The signs that were seen of one pair of statements, and what they come to.</summary>
internal sealed class ReplySigns
{
    /// <summary>A pair with less is not shown. Of pairs in political news one in three was right between 2.75 and 3, four in five above.</summary>
    private const double Enough = 3;

    /// <summary>
    /// What each counts, and how a reader is told of it; set by hand from what was read of pairs in political news. None is enough alone but that
    /// the report itself says who is answered; that two speak of one thing, one after the other, is what most statements of a report do.
    /// </summary>
    private static readonly Dictionary<ReplySign, (double Weight, string Words)> Table = new()
    {
        [ReplySign.AnswersThem] = (3, "the report says that it answers this speaker"),
        [ReplySign.AnswersMatter] = (2.5, "the report says that it answers, and on what"),
        [ReplySign.Answers] = (2, "the report says that it answers"),
        [ReplySign.Differs] = (2.5, "the report says that its speaker is of another opinion"),
        [ReplySign.Contrasts] = (1.25, "the report sets it against what was told before"),
        [ReplySign.Holds] = (1, "its speaker is said to hold against something"),
        [ReplySign.Attacked] = (1.25, "the claim is made against its speaker"),
        [ReplySign.ThrowsBack] = (2.5, "it begins with the claim’s own words"),
        [ReplySign.Judges] = (3, "it judges what was said, or who said it"),
        [ReplySign.Untrue] = (1.5, "it says that something is not so"),
        [ReplySign.Reports] = (1, "it tells what the other says"),
        [ReplySign.Names] = (1, "it names whose claim it is"),
        [ReplySign.Named] = (0.5, "the claim names its speaker"),
        [ReplySign.InTurn] = (0.75, "the claim answers its speaker"),
        [ReplySign.Shares] = (1, "both speak of the same thing"),
        [ReplySign.Contradicts] = (0.75, "one of them says that it is not so"),
        [ReplySign.Echoes] = (0.5, "it repeats the claim’s words"),
        [ReplySign.Beside] = (0.5, "it stands right after the claim"),
        [ReplySign.Between] = (-1.25, ""),
        [ReplySign.Far] = (-1, ""),
        [ReplySign.TurnsAway] = (-1.5, ""),
        [ReplySign.Question] = (-0.5, ""),
    };

    private readonly List<(ReplySign Sign, double Part)> _seen = [];

    /// <summary>Of all signs that were seen.</summary>
    public double Score => _seen.Sum(each => Table[each.Sign].Weight * each.Part);

    /// <summary>Whether the pair may be shown: only where the report or the answer says that something is answered, whatever else is seen.</summary>
    public bool AreEnough => Score >= Enough && _seen.Exists(each => each.Sign <= ReplySign.Untrue);

    /// <summary>What was seen, as one sentence for the reader.</summary>
    public string Why => $"It is taken for an answer because {string.Join("; ", _seen.Where(each => Table[each.Sign].Weight > 0).OrderBy(each => each.Sign).Select(each => Table[each.Sign].Words))}.";

    /// <param name="sign">What is looked for.</param>
    /// <param name="isSeen">Whether it is there.</param>
    /// <param name="part">How much of it, 0 to 1.</param>
    public void Add(ReplySign sign, bool isSeen, double part = 1)
    {
        if (isSeen)
        {
            _seen.Add((sign, part));
        }
    }

    public bool Has(ReplySign sign) => _seen.Exists(each => each.Sign == sign);
}
