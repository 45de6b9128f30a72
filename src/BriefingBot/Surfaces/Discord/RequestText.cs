using System.Globalization;
using System.Text;
using BriefingBot.Commands;

namespace BriefingBot.Surfaces.Discord;

/// <summary>A request and its page as one line of text, and back: what buttons carry.</summary>
/// <remarks>
/// <c>COMMAND|PAGE|NAME:LENGTH=VALUE…</c>: lengths instead of marks around the values, so that nothing in them needs escaping and the
/// longest request has a known length. Whether the answer is private is the message's own.
/// </remarks>
internal static class RequestText
{
    private const string Unsaid = "private";

    /// <param name="request">Which.</param>
    /// <param name="page">From 0.</param>
    /// <param name="most">Code units of a value: the rest of a longer one is left out.</param>
    public static string Of(CommandRequest request, int page, int most = int.MaxValue)
    {
        var text = new StringBuilder().Append(request.Command.Name).Append('|').Append(page).Append('|');
        foreach (var option in request.Command.Options)
        {
            if (option.Name != Unsaid && request[option.Name] is { } value)
            {
                var carried = Carried(value.Length > most ? value[..most] : value);
                text.Append(option.Name).Append(':').Append(carried.Length).Append('=').Append(carried);
            }
        }

        return text.ToString();
    }

    /// <summary>As long, without what JSON or Discord might not give back: halves of surrogate pairs and control characters.</summary>
    private static string Carried(string value)
    {
        var carried = new StringBuilder(value.Length);
        foreach (var rune in value.EnumerateRunes())
        {
            carried.Append(Rune.IsControl(rune) ? " " : rune.ToString());
        }

        return carried.ToString();
    }

    /// <summary>The request, checked like any other; null when the text is no such thing.</summary>
    public static CommandRequest? Read(string text)
    {
        if (text.Split('|', 3) is not [var name, var number, var rest]
            || CommandCatalog.Find(name) is not { } command
            || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var page))
        {
            return null;
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        while (rest.Length > 0)
        {
            var colon = rest.IndexOf(':', StringComparison.Ordinal);
            var equals = rest.IndexOf('=', StringComparison.Ordinal);
            if (colon < 0 || equals < colon
                || !int.TryParse(rest.AsSpan(colon + 1, equals - colon - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var length)
                || length > rest.Length - equals - 1
                || command.Option(rest[..colon]) is not { } option
                || !values.TryAdd(option.Name, rest.Substring(equals + 1, length)))
            {
                return null;
            }

            rest = rest[(equals + 1 + length)..];
        }

        return CommandRequest.Check(command, values).Request is { } request ? request with { Page = page } : null;
    }
}
