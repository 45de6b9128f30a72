using Microsoft.Extensions.Configuration;

namespace BriefingBot.Configuration;

/// <summary>
/// Values from files: <c>Discord:TokenFile</c> names a file that holds <c>Discord:Token</c>, as container secrets come. What is
/// said later (command line over environment over file) wins, whichever of the two forms it has.
/// </summary>
internal static class FileValues
{
    /// <summary>The keys to set on top of <paramref name="configuration"/>.</summary>
    /// <param name="configuration">All sources, the strongest last.</param>
    /// <param name="problems">One line for each file that cannot be read.</param>
    public static Dictionary<string, string?> Read(IConfigurationRoot configuration, List<string> problems)
    {
        var values = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var key in ConfigurationKeys.All)
        {
            if (StrongestFile(configuration, key) is not { } path)
            {
                continue;
            }

            try
            {
                values[key] = File.ReadAllText(path).TrimEnd('\r', '\n');
            }
            catch (Exception unread) when (unread is IOException or UnauthorizedAccessException or ArgumentException)
            {
                problems.Add($"{key}File: “{path}” cannot be read; it must name a file that holds the value of {key}.");
            }
        }

        return values;
    }

    private static string? StrongestFile(IConfigurationRoot configuration, string key)
    {
        foreach (var source in configuration.Providers.Reverse())
        {
            if (source.TryGet($"{key}File", out var path) && !string.IsNullOrEmpty(path))
            {
                return path;
            }

            if (source.TryGet(key, out var value) && !string.IsNullOrEmpty(value))
            {
                return null;
            }
        }

        return null;
    }
}
