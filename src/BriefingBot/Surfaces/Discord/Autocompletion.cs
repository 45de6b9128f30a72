using System.Globalization;
using BriefingBot.Commands;
using BriefingBot.Discord.Model;
using BriefingBot.Search;

namespace BriefingBot.Surfaces.Discord;

/// <summary>
/// What Discord offers while a person types into an option. Names tell how often; values work when sent back. Speakers are found among the
/// story's cast, which is in memory; phrases by the postings of what was typed. Discord's document: interactions/application-commands,
/// Autocomplete.
/// </summary>
/// <param name="index">The story.</param>
/// <param name="time">For the time that it is in each zone; the system's without it.</param>
internal sealed class Autocompletion(SentenceIndex index, TimeProvider? time = null)
{
    /// <summary>Discord takes no more.</summary>
    public const int MostChoices = 25;

    /// <summary>The longest name and value of a choice, in UTF-16 code units.</summary>
    public const int LongestChoice = 100;

    /// <summary>Longer input is somebody's paste; its beginning is looked for.</summary>
    private const int LongestTyped = CommandCatalog.LongestText;

    private readonly TimeProvider _time = time ?? TimeProvider.System;

    /// <summary>The choices for an option, best first; for nothing typed yet, the most quoted. None for an option that offers nothing.</summary>
    /// <param name="option">Which.</param>
    /// <param name="typed">What stands there so far.</param>
    /// <param name="subscriptions">The daily briefings that the person may change; null for none.</param>
    public IReadOnlyList<Choice> For(OptionDescription option, string typed, Func<IReadOnlyList<Choice>>? subscriptions = null)
    {
        var text = Wording.Shortened(typed, LongestTyped);
        var choices = option.Suggests switch
        {
            Suggestion.Speakers => Speakers(text).Where(member => member.Statements > 0).Select(Choice),
            Suggestion.Names => Speakers(text).OrderByDescending(member => member.Statements > 0).Select(Choice),
            Suggestion.Phrases => index.Phrases(text, MostChoices).Select(Choice),
            Suggestion.Zones => TimeZones.Offer(text, MostChoices).Select(zone => new Choice(TimeZones.Described(zone, _time.GetUtcNow()), zone.Id)),
            Suggestion.Subscriptions => (subscriptions?.Invoke() ?? []).Where(choice => choice.Name.Contains(text.Trim(), StringComparison.OrdinalIgnoreCase)),
            _ => [],
        };
        return Distinct(choices.Where(choice => choice.Name.Length > 0 && choice.Value.Length > 0));
    }

    /// <summary>More than are offered, since some may quote nobody.</summary>
    private IReadOnlyList<CastMember> Speakers(string typed) => index.Speakers(typed, MostChoices * 4);

    private static Choice Choice(CastMember member)
    {
        var name = Wording.OnOneLine(member.Name);
        var count = member.Statements == 0 ? " · not quoted" : $" · {Wording.Count(member.Statements, "statement")}";
        var role = member.Roles.Count > 0 ? $", {Wording.OnOneLine(member.Roles[0])}" : "";
        return new Choice(
            (name + role).Length + count.Length <= LongestChoice ? name + role + count : Wording.Shortened(name, LongestChoice - count.Length) + count,
            Wording.WholeWords(name, LongestChoice));
    }

    private static Choice Choice(SaidPhrase phrase)
    {
        var times = phrase.Times == 1 ? "once" : string.Create(CultureInfo.InvariantCulture, $"{phrase.Times:#,0} times");
        return new Choice($"{phrase.Text} · {times}", phrase.Text);
    }

    /// <summary>Discord refuses two choices of one name, and two of one value would be one choice twice.</summary>
    private static List<Choice> Distinct(IEnumerable<Choice> choices)
    {
        var (names, values) = (new HashSet<string>(StringComparer.OrdinalIgnoreCase), new HashSet<string>(StringComparer.OrdinalIgnoreCase));
        return [.. choices.Where(choice => !names.Contains(choice.Name) && !values.Contains(choice.Value) && names.Add(choice.Name) && values.Add(choice.Value))
            .Take(MostChoices)];
    }
}
