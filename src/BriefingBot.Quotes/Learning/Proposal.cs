using BriefingBot.Quotes.Quotations;

namespace BriefingBot.Quotes.Learning;

/// <summary>Where a proposed attribution comes from.</summary>
internal enum Origin : byte
{
    /// <summary>Learned spans of a learned cue.</summary>
    Model,

    /// <summary>The rules' spans, which differ from those learned.</summary>
    Rules,

    /// <summary>Both propose the same content.</summary>
    Both,
}

/// <summary>An attribution that the judge says yes or no to.</summary>
internal sealed record Proposal(Attribution Attribution, Origin Origin)
{
    /// <summary>How likely the cue is one, as a logit; 9 where no cue is needed.</summary>
    public float CueScore { get; init; }

    /// <summary>How likely the cue is one of speech, as a logit.</summary>
    public float SpeechScore { get; init; }

    /// <summary>How likely the learned spans are, as a natural logarithm; 1 when there are none.</summary>
    public float SpanScore { get; init; }

    /// <summary>How the rules' content stands to the learned one: how much of both is common, 0 to 1; −1 where there is one alone.</summary>
    public float Agreement { get; init; } = -1;

    /// <summary>How many learned contents of the same cue are likelier.</summary>
    public int Rank { get; init; }

    /// <summary>How much less likely than the likeliest of its cue, as a natural logarithm.</summary>
    public float Behind { get; init; }

    /// <summary>The likeliest other content of the same cue; null when there is none.</summary>
    public Attribution? Rival { get; init; }

    /// <summary>The score of the best cue whose content holds this cue.</summary>
    public float Outer { get; set; } = -20;

    /// <summary>The score of the best cue inside this content.</summary>
    public float Inner { get; set; } = -20;

    /// <summary>What it is worth by itself, as a logit; the judge's first stage sets it.</summary>
    public float FirstLogit { get; set; }

    /// <summary>How likely it is an attribution as people would mark it, 0 to 1; the judge sets it.</summary>
    public double Probability { get; set; }
}
