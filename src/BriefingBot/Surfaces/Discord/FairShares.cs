namespace BriefingBot.Surfaces.Discord;

/// <summary>Shares a limited room: what needs little gets all it needs, and what is left is divided among the rest by their weights.</summary>
internal static class FairShares
{
    /// <param name="wanted">How much each would take, and its weight of 1 or more.</param>
    /// <param name="room">What there is; may be negative, then nobody gets anything.</param>
    /// <returns>In the same order, each between 0 and what it wanted; together at most <paramref name="room"/>.</returns>
    public static int[] Of(IReadOnlyList<(int Wanted, int Weight)> wanted, int room)
    {
        var shares = new int[wanted.Count];
        var left = Math.Max(0, room);
        var weights = wanted.Sum(one => one.Weight);
        // Whoever wants least for its weight is served first: what it leaves goes to the others.
        foreach (var index in Enumerable.Range(0, wanted.Count).OrderBy(i => (double)wanted[i].Wanted / wanted[i].Weight))
        {
            var (most, weight) = wanted[index];
            shares[index] = Math.Min(most, (int)((long)left * weight / weights));
            left -= shares[index];
            weights -= weight;
        }

        return shares;
    }
}
