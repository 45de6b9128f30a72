using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace BriefingBot.Configuration;

/// <summary>
/// Which shards of the bot this process connects. Discord's document: events/gateway, Sharding.
/// </summary>
/// <param name="First">The first shard of this process, from 0.</param>
/// <param name="Last">The last shard of this process.</param>
/// <param name="Count">How many shards the bot has in all its processes; null to ask Discord, and to connect all of them here.</param>
internal sealed record ShardRange(int First, int Last, int? Count)
{
    /// <summary>More than the largest bots have.</summary>
    public const int Most = 16_384;

    /// <summary>As many as Discord recommends, all in this process.</summary>
    public static readonly ShardRange Auto = new(0, 0, null);

    /// <summary>Reads <c>auto</c>, a count such as <c>4</c>, or a range such as <c>0-3/16</c>.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out ShardRange? shards)
    {
        var read = text.Equals("auto", StringComparison.OrdinalIgnoreCase) ? Auto : Whole(text) is { } all ? new ShardRange(0, all - 1, all) : ReadRange(text);
        var possible = read is { Count: null } || (read is { Count: > 0 and <= Most } && read.First <= read.Last && read.Last < read.Count);
        shards = possible ? read : null;
        return shards is not null;
    }

    private static ShardRange? ReadRange(string text) =>
        text.Split('/') is [var range, var count] && range.Split('-') is [var first, var last]
            && Whole(first) is { } from && Whole(last) is { } to && Whole(count) is { } total
            ? new ShardRange(from, to, total)
            : null;

    private static int? Whole(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>This process's shards, of as many as there are.</summary>
    /// <param name="recommended">What Discord recommends, for <see cref="Auto"/>.</param>
    public IEnumerable<(int Shard, int Count)> Of(int recommended)
    {
        var count = Count ?? Math.Max(1, recommended);
        return Enumerable.Range(First, (Count is null ? count - 1 : Last) - First + 1).Select(shard => (shard, count));
    }
}
