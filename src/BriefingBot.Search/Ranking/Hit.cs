namespace BriefingBot.Search.Ranking;

/// <summary>A document that was found, by the segment it lies in. Documents of one statement are folded into one hit.</summary>
internal readonly record struct Hit(int Leaf, int Document, double Score)
{
    /// <summary>The same statement's other documents.</summary>
    public IReadOnlyList<(int Leaf, int Document)> Others { get; init; } = [];
}
