using BriefingBot.Search;

namespace BriefingBot.Commands;

/// <summary>What to say, whatever the surface: never a surface's own format, never an exception's text.</summary>
internal sealed record Reply
{
    /// <summary>The command that this answers, without a slash.</summary>
    public required string Command { get; init; }

    /// <summary>One line that says what was asked and how much answers it.</summary>
    public required string Heading { get; init; }

    /// <summary>Whether something answers; true for commands that list nothing.</summary>
    public bool Found { get; init; } = true;

    /// <summary>A sentence of its own for what people come to check: whether exactly these words were said. Null where nothing was quoted.</summary>
    public string? Statement { get; init; }

    /// <summary>How many passages answer, on all pages.</summary>
    public int Total { get; init; }

    public ReplyPage Page { get; init; } = ReplyPage.Only;

    /// <summary>This page's passages.</summary>
    public IReadOnlyList<Passage> Passages { get; init; } = [];

    /// <summary>What is told around each of <see cref="Passages"/>, in their order; empty where nothing is told around any.</summary>
    public IReadOnlyList<PassageRemark> Remarks { get; init; } = [];

    /// <summary>Which statement answers which, told below passages; empty where that is told otherwise or not at all.</summary>
    public ClaimsAndAnswers Pairs { get; init; } = ClaimsAndAnswers.None;

    /// <summary>The first ten passages, whatever the page.</summary>
    public IReadOnlyList<Passage> Leading { get; init; } = [];

    /// <summary>When nothing answers: the closest statements, to be set apart from an answer.</summary>
    public IReadOnlyList<Passage> Closest { get; init; } = [];

    /// <summary>What is told beside passages: who somebody is, what the story holds, the sentences around a passage.</summary>
    public IReadOnlyList<ReplySection> Sections { get; init; } = [];

    /// <summary>Sentences that go below the answer.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Whether the passages are to be set out under their days.</summary>
    public bool ByDay { get; init; }

    public bool Private { get; init; }

    /// <summary>The subscription of which a preview is offered; null for none.</summary>
    public long? Preview { get; init; }

    /// <summary>The subscription whose briefing this is, 0 for one that nobody has; null for every other reply.</summary>
    public long? Briefing { get; init; }

    /// <summary>What is told around the passage of this index among <see cref="Passages"/>.</summary>
    public PassageRemark Remark(int passage) => passage < Remarks.Count ? Remarks[passage] : PassageRemark.None;

    /// <summary>Whether the command could not be carried out; then <see cref="Heading"/> is the one sentence that says why.</summary>
    public bool Failed { get; init; }

    /// <summary>A reply that says in one sentence what went wrong.</summary>
    public static Reply Failure(string command, string sentence) =>
        new() { Command = command, Heading = sentence, Found = false, Failed = true, Private = true };
}

/// <summary>Where a reply stands in a longer list.</summary>
/// <param name="Number">From 0.</param>
/// <param name="Size">Passages a page.</param>
/// <param name="Count">Pages in all, at least 1.</param>
internal sealed record ReplyPage(int Number, int Size, int Count)
{
    public static readonly ReplyPage Only = new(0, int.MaxValue, 1);

    /// <summary>How many passages stand on earlier pages.</summary>
    public int Before => Number == 0 ? 0 : Number * Size;

    public bool HasNext => Number + 1 < Count;

    public bool HasPrevious => Number > 0;
}

/// <summary>What is told around a passage.</summary>
/// <param name="Heading">Above it, of it and those that follow.</param>
/// <param name="Above">Right above it: what it is to the passage before.</param>
/// <param name="Below">Below its source.</param>
internal sealed record PassageRemark(string? Heading, string? Above, string? Below)
{
    public static readonly PassageRemark None = new(null, null, null);
}

/// <summary>A titled list of lines.</summary>
internal sealed record ReplySection(string? Title, IReadOnlyList<ReplyLine> Lines);

/// <summary>One line of a section.</summary>
/// <param name="Label">What stands before it, such as a sentence's number.</param>
/// <param name="Text">May come from an article.</param>
internal sealed record ReplyLine(string? Label, string Text)
{
    public bool Emphasised { get; init; }

    /// <summary>A channel's id, for surfaces that show its name; what else there is to know of it stands in <see cref="Text"/>.</summary>
    public string? Channel { get; init; }

    /// <summary>The moment that <see cref="Text"/> tells, for surfaces that show it in each reader's own zone.</summary>
    public DateTimeOffset? Moment { get; init; }
}
