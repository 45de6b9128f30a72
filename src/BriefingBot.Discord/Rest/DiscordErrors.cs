using System.Net;
using System.Text;
using System.Text.Json;
using BriefingBot.Discord.Model;

namespace BriefingBot.Discord.Rest;

/// <summary>Words what went wrong: route with placeholders, Discord's number and words, and who can mend it.</summary>
internal static class DiscordErrors
{
    private const int LongestWords = 200;
    private const int MostFields = 5;
    private const int DeepestField = 20;

    public static DiscordApiException Refused(Route route, in RateLimitNotice notice, ErrorBody? body)
    {
        var code = body?.Code ?? 0;
        var words = body?.Message is { Length: > 0 } said ? $": {OneLine(said)}" : "";
        var number = code == 0 ? "" : $", error {code}";
        var advice = Advice(route, code) is { } known ? $" {known}" : "";
        return new($"{route} was refused ({(int)notice.Status}{number}){words}{Fields(body)}.{advice}", notice.Status, code)
        {
            RetryAfter = notice.IsLimited ? notice.RetryAfter : null,
            MayHaveArrived = (int)notice.Status >= 500,
            IsOfDiscord = body is not null,
        };
    }

    public static DiscordApiException NotAnswered(Route route, Ending ending, HttpStatusCode? status, Exception? inner) => new(
        ending switch
        {
            Ending.NotSent => $"{route} could not be sent: no connection to Discord came about.",
            Ending.TimedOut => $"{route} was not answered in time.",
            Ending.Unreadable => $"{route} was answered, but the answer broke off or cannot be read.",
            _ => $"{route} was not answered: the connection broke.",
        },
        status,
        inner: inner)
    { MayHaveArrived = ending != Ending.NotSent };

    public static DiscordApiException LimitedFor(Route route, TimeSpan wait) => new(
        $"{route} is not asked now: Discord's rate limit holds it up for another {wait.TotalSeconds:F0} seconds.", HttpStatusCode.TooManyRequests)
    {
        RetryAfter = wait,
    };

    public static DiscordApiException Guarded(Route route, TimeSpan wait) => new(
        $"{route} is not asked now: Discord refused too many requests within ten minutes, and bans addresses that go on. " +
        $"In {wait.TotalSeconds:F0} seconds at the latest it is; the log names what was refused.", HttpStatusCode.TooManyRequests)
    {
        RetryAfter = wait,
    };

    public static DiscordApiException TokenRefused() => new(
        "Discord does not accept the bot's token (Discord:Token): nothing more is asked with it. Copy it anew from the application's page “Bot” and start again.",
        HttpStatusCode.Unauthorized, 40001);

    public static DiscordApiException Spent(Route route, int code) => new(
        $"{route} is not asked again: Discord has refused this interaction before.{(DiscordError.Of(code) is { } known ? $" {known.Advice}" : "")}",
        HttpStatusCode.NotFound, code);

    /// <summary>What is to be done; a server that the bot cannot see is another matter than a channel.</summary>
    private static string? Advice(Route route, int code) => code is 50001 or 10004 && route.Endpoint.IsOfServersCommands
        ? "The bot is not in that server, or was invited without applications.commands: invite it again with it."
        : DiscordError.Of(code)?.Advice;

    /// <summary>
    /// Which fields Discord found wrong, and how, as in “components.0.content BASE_TYPE_MAX_LENGTH”: names and numbers only, never what was in them.
    /// </summary>
    private static string Fields(ErrorBody? body)
    {
        if (body?.Errors is not { ValueKind: JsonValueKind.Object } errors)
        {
            return "";
        }

        var found = new List<string>();
        Collect(errors, "", 0, found);
        return found.Count == 0 ? "" : $" ({string.Join("; ", found)})";
    }

    private static void Collect(JsonElement node, string path, int depth, List<string> found)
    {
        foreach (var member in node.EnumerateObject())
        {
            if (found.Count >= MostFields || depth >= DeepestField)
            {
                return;
            }

            if (member.Name == "_errors" && member.Value.ValueKind == JsonValueKind.Array)
            {
                found.AddRange(member.Value.EnumerateArray().Select(error => OneLine($"{path} {CodeOf(error)}".Trim())).Take(MostFields - found.Count));
            }
            else if (member.Value.ValueKind == JsonValueKind.Object)
            {
                Collect(member.Value, path.Length == 0 ? member.Name : $"{path}.{member.Name}", depth + 1, found);
            }
        }
    }

    private static string CodeOf(JsonElement error) =>
        error.ValueKind == JsonValueKind.Object && error.TryGetProperty("code", out var code) && code.ValueKind == JsonValueKind.String ? code.GetString()! : "";

    /// <summary>What Discord wrote, without what would break a line of the log.</summary>
    private static string OneLine(string words)
    {
        var line = new StringBuilder(Math.Min(words.Length, LongestWords));
        foreach (var rune in words.EnumerateRunes())
        {
            if (line.Length + rune.Utf16SequenceLength > LongestWords)
            {
                break;
            }

            line.Append(Rune.IsControl(rune) ? " " : rune.ToString());
        }

        return line.ToString().TrimEnd('.', ' ');
    }
}
