namespace BriefingBot.Quotes.Quotations;

/// <summary>A candidate: content, cue and mention as tokens, with how likely somebody is quoted here.</summary>
internal sealed record Attribution
{
    /// <summary>Null where only position tells: a transcript, a quotation that goes on.</summary>
    public Cue? Cue { get; init; }

    public required Frame Frame { get; init; }

    /// <summary>In text order, apart from each other, none empty.</summary>
    public required List<TokenRun> Contents { get; init; }

    public TokenRun Mention { get; init; } = TokenRun.None;

    public required MentionRule Rule { get; init; }

    /// <summary>How likely this reports what somebody said, 0 to 1.</summary>
    public required double Score { get; init; }

    /// <summary>What the trained model says of it; null where rules alone decided.</summary>
    public Judgement? Judgement { get; init; }

    public int First => Contents[0].First;

    public int End => Contents[^1].End;
}

/// <summary>What the trained model says of an attribution.</summary>
/// <param name="Probability">How likely people would mark it, 0 to 1.</param>
/// <param name="IsSpeech">Whether it reports words, not a thought, an intention or a deed.</param>
internal readonly record struct Judgement(double Probability, bool IsSpeech);

/// <summary>How the mention of the speaker was found.</summary>
internal enum MentionRule : byte
{
    None,

    Subject,

    Inverted,

    SharedSubject,

    MainSubject,

    Agent,

    According,

    Transcript,

    TrailingName,

    Possessor,
}
