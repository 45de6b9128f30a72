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

    /// <summary>Where whoever the mention means is named, if the layout tells it: the interviewed; else empty.</summary>
    public TokenRun Meant { get; init; } = TokenRun.None;

    public required MentionRule Rule { get; init; }

    /// <summary>How likely this reports what somebody said, 0 to 1.</summary>
    public required double Score { get; init; }

    /// <summary>Whether it reports words, and not a thought, an intention or a deed, by the trained model; null where rules alone decided.</summary>
    public bool? IsSpeech { get; init; }

    /// <summary>Whether the layout gives the words as a turn of a transcript or an interview: the speaker's own, though no marks stand around them.</summary>
    public bool IsTurn { get; init; }

    /// <summary>What the words are in a talk, where that alone tells whose they are.</summary>
    public TalkPlace Place { get; init; }

    /// <summary>Whether grammar alone tells it: such a candidate of the rules takes the place of what the model makes of its cue.</summary>
    public bool Prevails { get; init; }

    public int First => Contents[0].First;

    public int End => Contents[^1].End;

    /// <summary>How much of its words stands in quotation marks.</summary>
    public QuotationKind KindIn(Reading text)
    {
        int inside = 0, all = 0;
        foreach (var run in Contents)
        {
            for (var i = run.First; i < run.End; i++)
            {
                if (text.Tokens[i].Kind is TokenKind.Word or TokenKind.Number)
                {
                    all++;
                    inside += text.Tokens[i].Quoted ? 1 : 0;
                }
            }
        }

        return inside == 0 ? QuotationKind.Paraphrase : inside == all ? QuotationKind.Direct : QuotationKind.Partly;
    }
}

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

    /// <summary>A name alone on the line above the words.</summary>
    LineAbove,

    /// <summary>Whoever spoke or acted in the sentence before.</summary>
    CarriedOn,

    /// <summary>Whoever stands before the colon of a headline.</summary>
    Headline,
}

/// <summary>What words without a cue are in a talk.</summary>
internal enum TalkPlace : byte
{
    /// <summary>They follow what somebody said or did.</summary>
    None,

    /// <summary>They answer a question that stands before them.</summary>
    Answer,

    /// <summary>Two speak in turns.</summary>
    InTurn,

    /// <summary>They stand in an interview, by whoever is interviewed.</summary>
    Interview,
}
