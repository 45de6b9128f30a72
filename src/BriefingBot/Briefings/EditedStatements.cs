namespace BriefingBot.Briefings;

/// <summary>Which statement came in the place of which other one when an article was edited.</summary>
internal static class EditedStatements
{
    /// <summary>How much of their words must be the same: of one speaker's statements, and where the speaker was corrected too.</summary>
    private const double LikeOfOne = 0.2, LikeOfTwo = 0.5;

    /// <summary>The likest first; each takes the place of one at most.</summary>
    /// <param name="gone">What the article no longer holds.</param>
    /// <param name="come">What is new in it.</param>
    public static IReadOnlyList<(LoggedStatement Old, LoggedStatement New)> Pairs(IReadOnlyList<LoggedStatement> gone, IReadOnlyList<LoggedStatement> come)
    {
        var pairs = new List<(LoggedStatement Old, LoggedStatement New)>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (old, @new, _) in gone.SelectMany(old => come.Select(@new => (Old: old, New: @new, Likeness: old.Words.Likeness(@new.Words))))
            .Where(pair => pair.Likeness >= (pair.Old.Speaker == pair.New.Speaker ? LikeOfOne : LikeOfTwo)).OrderByDescending(pair => pair.Likeness))
        {
            if (!taken.Contains(old.Identity) && !taken.Contains(@new.Identity))
            {
                taken.UnionWith([old.Identity, @new.Identity]);
                pairs.Add((old, @new));
            }
        }

        return pairs;
    }
}
