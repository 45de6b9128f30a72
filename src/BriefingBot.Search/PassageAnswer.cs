namespace BriefingBot.Search;

/// <summary>What the index answers to a <see cref="PassageQuery"/>.</summary>
/// <param name="Found">False when nothing answers; then <paramref name="Passages"/> is empty.</param>
/// <param name="Total">The number of passages that answer, on all pages; a statement made twice counts once. <see cref="MostCounted"/> stands for any
/// number from there.</param>
/// <param name="Passages">This page's, best first.</param>
/// <param name="Closest">When nothing answers: the closest statements, which are no answer.</param>
public sealed record PassageAnswer(
    bool Found, int Total, IReadOnlyList<Passage> Passages, IReadOnlyList<Passage> Closest)
{
    /// <summary>Counting a hundred thousand hits of a common word takes longer than finding the best, and tells a reader nothing.</summary>
    public const int MostCounted = 10_000;
}

/// <summary>A statement with all the identities that it goes by: one said again in nearly the same words is the same statement.</summary>
/// <param name="Passage">Where it stands, or one of the places.</param>
/// <param name="Identities">Each <see cref="Passage.Id"/> of it, the passage's own first; none twice.</param>
public sealed record StoryStatement(Passage Passage, IReadOnlyList<string> Identities)
{
    /// <summary>In which words it stands in which articles; no identity twice of one article.</summary>
    public IReadOnlyList<StatementVersion> Versions { get; init; } = [new(Passage.Id, Passage.Article.Id, Passage.Quotation?.Text ?? Passage.Text)];
}

/// <summary>A statement as one article words it.</summary>
/// <param name="Identity">The <see cref="Passage.Id"/> of its place there.</param>
/// <param name="Article">The article's id.</param>
/// <param name="Text">From the first word that is said to the last.</param>
public sealed record StatementVersion(string Identity, string Article, string Text);
