using System.Globalization;
using BriefingBot.Briefings;

namespace BriefingBot.Surfaces.Discord;

/// <summary>What a button of a briefing does.</summary>
internal enum BriefingAction
{
    Context,

    /// <summary>Shows what could be shown beyond this.</summary>
    More,

    Snooze,

    Stop,

    /// <summary>Shows the briefing of a subscription that was just made.</summary>
    Preview,

    /// <summary>Of a briefing that is shown and takes several messages, the next.</summary>
    Continued,
}

/// <summary>A button of a briefing: its custom id holds all that it needs.</summary>
/// <param name="Action">What it does.</param>
/// <param name="Number">Of <see cref="BriefingAction.Context"/> which passage, from 1; of <see cref="BriefingAction.More"/> and
/// <see cref="BriefingAction.Continued"/> which page, from 0.</param>
/// <param name="Subscription">Whose briefing it is; 0 for nobody's.</param>
/// <param name="Passage">The passage's identity; of <see cref="BriefingAction.Continued"/> which of the page's messages, from 1.</param>
/// <param name="Reading">How the passage read: see <see cref="ButtonIds.ReadingOf"/>.</param>
/// <remarks>
/// <c>b</c>, the action's letter, number, <c>-</c>, subscription, <c>-</c>, passage, <c>-</c>, reading, <c>:</c>, and the message's mark, by which
/// its delivery is recognised.
/// </remarks>
internal sealed record BriefingButtonId(BriefingAction Action, int Number = 0, long Subscription = 0, string Passage = "", string Reading = "")
{
    private const char Kind = 'b';
    private const string Letters = "cmzspr";

    /// <summary>The custom id; at most 100 characters.</summary>
    /// <param name="mark">A <see cref="BriefingMark"/>.</param>
    public string With(string mark) =>
        string.Create(CultureInfo.InvariantCulture, $"{Kind}{Letters[(int)Action]}{Number}-{Subscription}-{Passage}-{Reading}:{mark}");

    /// <summary>What the button of this custom id does; null when it is none of a briefing.</summary>
    public static BriefingButtonId? Read(string customId)
    {
        var colon = customId.IndexOf(':', StringComparison.Ordinal);
        return customId.Length is > 2 and <= ButtonIds.Longest && customId[0] == Kind && colon > 2
            && Letters.IndexOf(customId[1], StringComparison.Ordinal) is >= 0 and var action
            && customId[2..colon].Split('-') is [var number, var subscription, var passage, var reading]
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var place)
            && long.TryParse(subscription, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? new BriefingButtonId((BriefingAction)action, place, id, passage, reading) : null;
    }
}
