using BriefingBot.Indexing;

namespace BriefingBot.Evaluation.Pairs;

/// <summary>What may follow <c>pairs FOLDER</c>.</summary>
/// <param name="Gold">Pairs among the marked statements, not among those that are extracted.</param>
/// <param name="List">Each pair before the figures.</param>
/// <param name="Model">For the extraction; null for rules alone.</param>
internal sealed record PairsOptions(bool Gold, bool List, string? Model)
{
    /// <summary>Null where a word is none of them.</summary>
    public static PairsOptions? Read(IReadOnlyList<string> words)
    {
        var options = new PairsOptions(false, false, ModelFile.ShippedPath);
        for (var i = 0; i < words.Count; i++)
        {
            switch (words[i])
            {
                case "--gold":
                    options = options with { Gold = true };
                    break;
                case "--list":
                    options = options with { List = true };
                    break;
                case "--model" when i + 1 < words.Count:
                    options = options with { Model = words[++i] is "none" ? null : words[i] };
                    break;
                default:
                    return null;
            }
        }

        return options;
    }
}
