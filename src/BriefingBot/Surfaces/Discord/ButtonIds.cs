using System.Globalization;
using BriefingBot.Discord.Model;

namespace BriefingBot.Surfaces.Discord;

/// <summary>What a button does.</summary>
internal enum ButtonAction
{
    PreviousPage,

    /// <summary>Shows which page this is; it cannot be pressed.</summary>
    ThisPage,

    NextPage,

    Context,

    Why,
}

/// <summary>A button of a message.</summary>
/// <param name="Action">What it does.</param>
/// <param name="Number">Which of the message's passages, from 1; 0 for the pages.</param>
/// <param name="Passage">The passage's identity: hexadecimal digits.</param>
/// <param name="Reading">How the passage read when it was shown: see <see cref="ButtonIds.ReadingOf"/>.</param>
internal sealed record ButtonId(ButtonAction Action, int Number = 0, string Passage = "", string Reading = "");

/// <summary>
/// Custom ids, which hold all that a button needs, so that it works whoever presses it and whatever process answers. One has 100 characters,
/// a request up to 400: where it fits, a button carries the whole request; where it fits nowhere, the message's buttons carry a piece each, and
/// Discord gives them all back with the message that was pressed.
/// </summary>
/// <remarks>
/// <c>1</c> (the version), the action's letter, what it is about, <c>:</c>, then nothing, <c>*</c> and the whole request, or number and count
/// of the piece (a digit to base 36 each) and the piece; <c>;</c>, so that no end of a piece is taken for white space to be trimmed.
/// </remarks>
internal static class ButtonIds
{
    /// <summary>UTF-16 code units, which are never fewer than code points.</summary>
    public const int Longest = 100;

    private const char Version = '1';
    private const char End = ';';
    private const char Whole = '*';
    private const string Letters = "pincw";
    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";

    /// <summary>What a passage's text and place are told by: differs when the article has changed there.</summary>
    public static string ReadingOf(string text, int sentence)
    {
        var hash = 2166136261;
        foreach (var character in text)
        {
            hash = (hash ^ character) * 16777619;
        }

        return ((hash ^ (uint)sentence) * 16777619).ToString("x8", CultureInfo.InvariantCulture)[..6];
    }

    /// <summary>The buttons' custom ids, in order, and whether they carry the request.</summary>
    /// <param name="buttons">All of one message.</param>
    /// <param name="request">As <see cref="RequestText"/> writes it; null for none.</param>
    public static (IReadOnlyList<string> Ids, bool Carried) Of(IReadOnlyList<ButtonId> buttons, string? request)
    {
        var heads = buttons.Select(Head).ToList();
        if (request is null)
        {
            return ([.. heads.Select(head => head + End)], false);
        }

        if (heads.Any(head => FitsWhole(head, request)))
        {
            return ([.. heads.Select(head => FitsWhole(head, request) ? $"{head}{Whole}{request}{End}" : head + End)], true);
        }

        var pieces = Pieces(heads, request);
        return pieces is null
            ? ([.. heads.Select(head => head + End)], false)
            : ([.. heads.Select((head, i) => i < pieces.Count ? $"{head}{Digits[i]}{Digits[pieces.Count]}{pieces[i]}{End}" : head + End)], true);
    }

    /// <summary>What the button of this custom id does; null when it is none of ours, or another version's.</summary>
    public static ButtonId? Read(string customId)
    {
        if (Payload(customId) is null)
        {
            return null;
        }

        var action = Letters.IndexOf(customId[1], StringComparison.Ordinal);
        var about = customId[2..customId.IndexOf(':', StringComparison.Ordinal)].Split('-');
        return (action, about) switch
        {
            ( >= 0 and <= (int)ButtonAction.NextPage, [""]) => new ButtonId((ButtonAction)action),
            ( >= (int)ButtonAction.Context, [var number, var passage, var reading])
                when int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var place) && IsHexadecimal(passage) && IsHexadecimal(reading) =>
                new ButtonId((ButtonAction)action, place, passage, reading),
            _ => null,
        };
    }

    /// <summary>The request that the message's buttons carry; null when they carry none, or not all of it.</summary>
    /// <param name="pressed">The custom id of the button that was pressed.</param>
    /// <param name="message">The message that it stands on, as Discord gave it.</param>
    public static string? RequestIn(string pressed, Message? message)
    {
        var payloads = new List<string>();
        if (Payload(pressed) is { } own)
        {
            payloads.Add(own);
        }

        Collect(message?.Components, payloads, 0);
        if (payloads.FirstOrDefault(payload => payload.StartsWith(Whole)) is { } whole)
        {
            return whole[1..];
        }

        var pieces = payloads.Where(payload => payload.Length > 2).DistinctBy(payload => payload[0]).OrderBy(payload => Digits.IndexOf(payload[0], StringComparison.Ordinal)).ToList();
        var complete = pieces.Count > 0 && Digits.IndexOf(pieces[0][1], StringComparison.Ordinal) == pieces.Count
            && pieces.Select((piece, i) => piece[0] == Digits[i] && piece[1] == pieces[0][1]).All(fits => fits);
        return complete ? string.Concat(pieces.Select(piece => piece[2..])) : null;
    }

    private static string Head(ButtonId button) => button.Number == 0
        ? $"{Version}{Letters[(int)button.Action]}:"
        : $"{Version}{Letters[(int)button.Action]}{button.Number}-{button.Passage}-{button.Reading}:";

    private static bool FitsWhole(string head, string request) => head.Length + request.Length + 2 <= Longest;

    private static List<string>? Pieces(List<string> heads, string request)
    {
        var pieces = new List<string>();
        var start = 0;
        foreach (var head in heads)
        {
            var end = Math.Min(request.Length, start + Math.Max(0, Longest - head.Length - 3));
            end = end < request.Length && char.IsHighSurrogate(request[end - 1]) ? end - 1 : end;
            pieces.Add(request[start..end]);
            start = end;
            if (start == request.Length)
            {
                return pieces;
            }
        }

        return null;
    }

    /// <summary>What a custom id carries beside its own button; null when it is none of ours.</summary>
    private static string? Payload(string customId)
    {
        var colon = customId.IndexOf(':', StringComparison.Ordinal);
        return customId.Length is > 3 and <= Longest && customId[0] == Version && customId[^1] == End && colon > 1 ? customId[(colon + 1)..^1] : null;
    }

    private static void Collect(IReadOnlyList<Component>? components, List<string> payloads, int depth)
    {
        const int deepest = 4;
        foreach (var component in depth > deepest ? [] : components ?? [])
        {
            switch (component)
            {
                case Button { CustomId: { } id } when Payload(id) is { } payload:
                    payloads.Add(payload);
                    break;
                case ActionRow row:
                    Collect(row.Components, payloads, depth + 1);
                    break;
                case Container container:
                    Collect(container.Components, payloads, depth + 1);
                    break;
            }
        }
    }

    private static bool IsHexadecimal(string text) => text.Length is > 0 and <= 16 && text.All(char.IsAsciiHexDigitLower);
}
