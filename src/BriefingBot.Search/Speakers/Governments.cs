using System.Collections.Frozen;

namespace BriefingBot.Search.Speakers;

/// <summary>The capitals and buildings that stand for a country's government in a report.</summary>
internal static class Governments
{
    /// <summary>Of a row, the names of the country itself beside its first; what follows are its seats.</summary>
    private static readonly FrozenSet<string> OtherCountryNames = new[]
    {
        "usa", "us", "america", "united states of america", "russian federation", "ussr", "uk", "britain", "great britain", "england",
        "people's republic of china", "eu", "nato", "islamic republic of iran", "turkiye", "dprk", "holy see",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly string[][] Table =
    [
        ["united states", "usa", "us", "america", "united states of america", "washington", "white house", "pentagon", "capitol hill"],
        ["russia", "russian federation", "moscow", "kremlin"],
        ["soviet union", "ussr", "moscow", "kremlin"],
        ["united kingdom", "uk", "britain", "great britain", "england", "london", "downing street", "westminster", "whitehall"],
        ["france", "paris", "elysee", "elysee palace", "quai d'orsay"],
        ["germany", "berlin", "bundestag", "federal chancellery"],
        ["china", "people's republic of china", "beijing", "zhongnanhai"],
        ["ukraine", "kyiv", "kiev", "bankova"],
        ["european union", "eu", "brussels", "berlaymont"],
        ["north atlantic treaty organization", "nato", "brussels"],
        ["japan", "tokyo", "kantei"],
        ["india", "new delhi", "delhi"],
        ["iran", "islamic republic of iran", "tehran"],
        ["israel", "jerusalem", "knesset"],
        ["turkey", "turkiye", "ankara"],
        ["syria", "damascus"],
        ["iraq", "baghdad"],
        ["afghanistan", "kabul"],
        ["pakistan", "islamabad"],
        ["saudi arabia", "riyadh"],
        ["egypt", "cairo"],
        ["north korea", "dprk", "pyongyang"],
        ["south korea", "seoul", "blue house"],
        ["canada", "ottawa", "parliament hill"],
        ["mexico", "mexico city"],
        ["brazil", "brasilia", "planalto"],
        ["argentina", "buenos aires", "casa rosada"],
        ["australia", "canberra"],
        ["new zealand", "wellington", "beehive"],
        ["italy", "rome", "quirinal", "palazzo chigi"],
        ["spain", "madrid", "moncloa"],
        ["portugal", "lisbon"],
        ["poland", "warsaw"],
        ["hungary", "budapest"],
        ["austria", "vienna"],
        ["switzerland", "bern", "berne"],
        ["sweden", "stockholm"],
        ["norway", "oslo"],
        ["finland", "helsinki"],
        ["denmark", "copenhagen"],
        ["netherlands", "hague", "amsterdam"],
        ["belgium", "brussels"],
        ["ireland", "dublin"],
        ["greece", "athens"],
        ["serbia", "belgrade"],
        ["belarus", "minsk"],
        ["georgia", "tbilisi"],
        ["armenia", "yerevan"],
        ["azerbaijan", "baku"],
        ["kazakhstan", "astana", "nur-sultan"],
        ["venezuela", "caracas", "miraflores"],
        ["cuba", "havana"],
        ["south africa", "pretoria"],
        ["vatican", "holy see"],
    ];

    private static readonly FrozenDictionary<string, string[]> Seats = Table
        .SelectMany(row => Countries(row).Select(country => (country, row)))
        .GroupBy(pair => pair.country, StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.SelectMany(pair => pair.row).Select(SpeakerNames.Fold).Distinct().ToArray(), StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string[]> Names = Table
        .Select(row => row.Select(SpeakerNames.Fold).ToArray()).SelectMany(row => row.Select(name => (name, row)))
        .GroupBy(pair => pair.name, StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.SelectMany(pair => pair.row).Distinct().ToArray(), StringComparer.Ordinal);

    /// <summary>The names under which a country speaks, itself included; none for what is not a country.</summary>
    public static IReadOnlyList<string> Of(string country) => Seats.TryGetValue(SpeakerNames.Fold(country), out var names) ? names : [];

    /// <summary>All names of the governments of which this is one, folded: “Moscow” and “Russia” speak for the same; none for what is no government.</summary>
    public static IReadOnlyList<string> AllOf(string name) => Names.TryGetValue(SpeakerNames.Fold(name), out var names) ? names : [];

    /// <summary>A row begins with the country's own names; a capital asks for itself only.</summary>
    private static IEnumerable<string> Countries(string[] row) => row.TakeWhile((name, i) => i == 0 || OtherCountryNames.Contains(name)).Select(SpeakerNames.Fold);
}
