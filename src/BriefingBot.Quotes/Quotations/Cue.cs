namespace BriefingBot.Quotes.Quotations;

/// <summary>Words that may say that somebody said something.</summary>
/// <param name="Group">The verb with its auxiliaries and adverbs: “has repeatedly accused”.</param>
/// <param name="Verb">The token of the verb itself.</param>
/// <param name="Use">How the verb stands in its clause.</param>
internal readonly record struct Cue(TokenRun Group, int Verb, CueUse Use);

/// <summary>How a cue's verb stands in its clause, which decides where its speaker is looked for.</summary>
internal enum CueUse : byte
{
    /// <summary>With a subject of its own: “he said”.</summary>
    Finite,

    /// <summary>“adding that”, “to announce”: the speaker is the subject of the clause around it.</summary>
    Dependent,

    /// <summary>“was asked whether”, “rejected by”: the speaker comes with “by”, or stays unnamed.</summary>
    Passive,

    /// <summary>“according to”.</summary>
    According,
}
