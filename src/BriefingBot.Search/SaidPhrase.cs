namespace BriefingBot.Search;

/// <summary>Words that somebody in the story said, to be offered while a person types.</summary>
/// <param name="Text">
/// One line of at most <see cref="Longest"/> code units, made of whole words as they stand in the statement; safe as words of a query:
/// nothing in it is read as an operator.
/// </param>
/// <param name="Times">In how many places the statement with these words stands, at least 1.</param>
public sealed record SaidPhrase(string Text, int Times)
{
    /// <summary>Leaves room for a count in the hundred characters of a choice.</summary>
    public const int Longest = 80;
}
