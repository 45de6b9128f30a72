namespace BriefingBot.Commands;

/// <summary>The filters of a request in words, for a heading.</summary>
internal static class Filter
{
    /// <summary>“, by Stoltenberg, word for word, from 1 March 2019”; empty without filters.</summary>
    public static string Of(CommandRequest request)
    {
        var parts = new List<string>();
        if (request.Speaker is { } speaker)
        {
            parts.Add($"by {speaker}");
        }

        if (request.Kind is { } kind)
        {
            parts.Add(PassageFormatter.Kind(kind));
        }

        if (request.From is { } day && day == request.To)
        {
            parts.Add($"of {Wording.Day(day)}");
        }
        else
        {
            parts.AddRange([.. request.From is { } from ? new[] { $"from {Wording.Day(from)}" } : [], .. request.To is { } to ? new[] { $"up to {Wording.Day(to)}" } : []]);
        }

        return parts.Count == 0 ? "" : ", " + string.Join(", ", parts);
    }
}
