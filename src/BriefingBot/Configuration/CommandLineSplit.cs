using System.Text.RegularExpressions;

namespace BriefingBot.Configuration;

/// <summary>
/// Tells configuration on the command line (<c>--Story:ArticlesPath=PATH</c>, on every verb) from the verb's own words, whose parser would
/// take it for text.
/// </summary>
internal static partial class CommandLineSplit
{
    /// <summary>The keys given, and the words that remain.</summary>
    /// <param name="arguments">As the program got them.</param>
    /// <param name="isFreeText">Whether the verb takes all words from its first one on as they are.</param>
    public static (IReadOnlyDictionary<string, string?> Keys, IReadOnlyList<string> Words) Of(
        IReadOnlyList<string> arguments, Func<IReadOnlyList<string>, bool> isFreeText)
    {
        var keys = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        var words = new List<string>();
        for (var i = 0; i < arguments.Count; i++)
        {
            var argument = arguments[i];
            if (argument == "--" || isFreeText(words))
            {
                words.AddRange(arguments.Skip(i));
                break;
            }

            if (Key().Match(argument) is not { Success: true } key)
            {
                words.Add(argument);
            }
            else if (key.Groups["value"].Success)
            {
                keys[key.Groups["key"].Value] = key.Groups["value"].Value;
            }
            else if (i + 1 < arguments.Count)
            {
                keys[key.Groups["key"].Value] = arguments[++i];
            }
            else
            {
                words.Add(argument);
            }
        }

        return (keys, words);
    }

    [GeneratedRegex(@"\A--(?<key>[A-Za-z]+(:[A-Za-z0-9*._]+)+)(=(?<value>.*))?\z", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Key();
}
