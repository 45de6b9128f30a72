using BriefingBot.Search.Words;

namespace BriefingBot.Search.Claims;

/// <summary>A statement where it stands, and what its words tell of claims and answers.</summary>
internal sealed record StatementPlace(StoryStatement Statement, IReadOnlySet<string> Words, string Article, int Sentence, int Start)
{
    private static readonly string[] Denials =
        ["deny", "deni", "reject", "dismiss", "refut", "disput", "rebut", "rebuff", "contradict", "repudiat", "disavow"];

    private static readonly string[] Replies = ["repl", "respon", "retort", "answer", "counter"];

    /// <summary>Who is accused, and accuses in turn, answers.</summary>
    private static readonly string[] Accusations = ["accus", "blam", "charg"];

    /// <summary>What a denial says of a claim.</summary>
    private static readonly HashSet<string> Untrue = new(
        ["baseless", "groundless", "unfounded", "untrue", "fabricated", "fabrication", "fabrications", "nonsense", "absurd", "false"], StringComparer.Ordinal);

    /// <summary>Words that only point at what was said.</summary>
    private static readonly HashSet<string> Pointing = [.. WordReader.Read(
        "allegation accusation charge claim denial critic criticism report statement remark assertion suggestion such those these any all").Select(word => word.Stem)];

    private readonly IReadOnlyList<Word> _said = WordReader.Read(Statement.Passage.Quotation!.Text);

    /// <summary>The statement's own identity.</summary>
    public string Id => Statement.Passage.Id;

    public DateOnly? Day => Statement.Passage.Article.Published;

    public bool IsAnswer => Denies || Accuses || Begins(Replies);

    public bool Denies => Begins(Denials) || _said.Any(word => Untrue.Contains(word.Form));

    /// <summary>Whoever is accused and accuses in turn.</summary>
    public bool Accuses => Begins(Accusations);

    /// <summary>Whether nothing but a pointer is said to be denied: “that”, “the allegations”.</summary>
    public bool Points => (Begins(Denials) || Begins(Replies)) && Words.All(Pointing.Contains);

    private QuotedStatement Quotation => Statement.Passage.Quotation!;

    /// <summary>All places of a statement that quotes somebody.</summary>
    public static IEnumerable<StatementPlace> Of(StoryStatement statement)
    {
        var passage = statement.Passage;
        var words = WordReader.Read(passage.Quotation!.Text).Where(word => !word.Is(WordTraits.Stop)).Select(word => word.Stem).ToHashSet(StringComparer.Ordinal);
        var place = new StatementPlace(statement, words, passage.Article.Id, passage.Sentence, passage.Quotation.Spans[0].Start);
        return passage.Occurrences.Select(other => place with { Article = other.Article.Id, Sentence = other.Sentence, Start = other.Span.Start }).Prepend(place);
    }

    public int Shares(StatementPlace other) => Words.Count(other.Words.Contains);

    /// <summary>Whether this claim is about the speaker of <paramref name="other"/>.</summary>
    public bool Names(StatementPlace other) => other.Quotation.Speakers.Any(name => Quotation.Text.Contains(name, StringComparison.Ordinal));

    /// <summary>Who is not known may be anybody.</summary>
    public bool IsOthersThan(StatementPlace other) =>
        Quotation.Speakers is { Count: > 0 } own && other.Quotation.Speakers is { Count: > 0 } others && !own.Intersect(others).Any();

    private bool Begins(string[] stems) => Quotation.Cue is { } cue
        && cue.Split(' ').Any(word => stems.Any(stem => word.StartsWith(stem, StringComparison.OrdinalIgnoreCase)));
}
