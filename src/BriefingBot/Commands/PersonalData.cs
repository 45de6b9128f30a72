namespace BriefingBot.Commands;

/// <summary>One kind of thing that is stored about people, as <c>/privacy</c> tells and erases it.</summary>
/// <param name="What">What it is, for a heading: “Briefings by direct message”.</param>
/// <param name="About">What is stored about a person, a line each; empty for nothing. Called with <see cref="CommandRequest.Person"/>.</param>
/// <param name="Erase">Erases it; how many things that were.</param>
internal sealed record PersonalData(string What, Func<string, IReadOnlyList<string>> About, Func<string, int> Erase)
{
    /// <summary>What goes on without the person after erasing, in one sentence; null when nothing does.</summary>
    public string? Remains { get; init; }
}
