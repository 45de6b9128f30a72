using BriefingBot.Search.Speakers;

namespace BriefingBot.Commands;

/// <summary>“Did you mean …?”: the known name that a mistyped one is nearest to.</summary>
internal static class NearestName
{
    /// <summary>The nearest of <paramref name="names"/>, or null when none is near: more than a third of its letters would have to change.</summary>
    public static string? Find(string typed, IEnumerable<string> names)
    {
        var folded = typed.ToLowerInvariant();
        if (folded.Length > 40)
        {
            return null;
        }

        var nearest = names
            .Select(name => (Name: name, Distance: Spelling.Distance(folded, name)))
            .OrderBy(candidate => candidate.Distance)
            .ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
            .FirstOrDefault();
        return nearest.Name is { } found && nearest.Distance <= Math.Max(1, Math.Max(folded.Length, found.Length) / 3) ? found : null;
    }
}
