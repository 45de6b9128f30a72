using BriefingBot.Search.Speakers;

namespace BriefingBot.Commands;

/// <summary>
/// What people call time zones that no zone is named after: large cities, and the letters of news and schedules. EST and MST are the zones of the
/// clocks on the wall in New York and Denver: who types them in winter does not want their briefing an hour off in summer.
/// </summary>
internal static class ZoneNames
{
    private static readonly Dictionary<string, string> Zones = new(StringComparer.Ordinal);

    static ZoneNames()
    {
        Add("America/New_York", "EST", "EDT", "ET", "Washington", "Washington DC", "Boston", "Philadelphia", "Atlanta", "Miami");
        Add("America/Chicago", "CST", "CDT", "CT", "Houston", "Dallas", "Austin", "New Orleans", "Minneapolis");
        Add("America/Denver", "MST", "MDT", "MT", "Salt Lake City");
        Add("America/Los_Angeles", "PST", "PDT", "PT", "San Francisco", "San Diego", "Seattle", "Portland", "Las Vegas");
        Add("America/Toronto", "Montreal", "Ottawa");
        Add("America/Sao_Paulo", "Rio de Janeiro", "Brasilia");
        Add("Europe/London", "BST", "Edinburgh", "Manchester", "Glasgow", "Cardiff");
        Add("Europe/Berlin", "CEST", "MEZ", "MESZ", "Munich", "München", "Hamburg", "Frankfurt", "Cologne", "Köln", "Stuttgart");
        Add("Europe/Zurich", "Bern", "Berne", "Geneva", "Genève", "Genf", "Basel", "Lausanne");
        Add("Europe/Rome", "Milan", "Naples", "Turin", "Florence");
        Add("Europe/Madrid", "Barcelona", "Valencia", "Seville");
        Add("Europe/Paris", "Lyon", "Marseille");
        Add("Europe/Amsterdam", "Rotterdam", "The Hague");
        Add("Europe/Vienna", "Wien", "Salzburg", "Graz");
        Add("Europe/Warsaw", "Krakow");
        Add("Europe/Athens", "EEST");
        Add("Europe/Kyiv", "Kiev", "Odesa", "Kharkiv");
        Add("Europe/Moscow", "MSK", "Saint Petersburg", "St Petersburg");
        Add("Europe/Istanbul", "Ankara");
        Add("Asia/Jerusalem", "Tel Aviv");
        Add("Asia/Dubai", "Abu Dhabi");
        Add("Asia/Kolkata", "IST", "Mumbai", "Delhi", "New Delhi", "Bangalore", "Bengaluru", "Chennai", "Hyderabad");
        Add("Asia/Shanghai", "Beijing", "Peking", "Shenzhen", "Guangzhou");
        Add("Asia/Singapore", "SGT");
        Add("Asia/Hong_Kong", "HKT");
        Add("Asia/Tokyo", "JST", "Osaka", "Kyoto");
        Add("Asia/Seoul", "KST", "Busan");
        Add("Asia/Karachi", "PKT", "Lahore", "Islamabad");
        Add("Asia/Ho_Chi_Minh", "Hanoi");
        Add("Africa/Johannesburg", "SAST", "Cape Town", "Pretoria");
        Add("Africa/Lagos", "Abuja");
        Add("Australia/Sydney", "AEST", "AEDT", "Canberra");
        Add("Pacific/Auckland", "NZST", "NZDT", "Wellington");
    }

    /// <summary>The zone's IANA name; null when nothing is called so.</summary>
    public static string? Find(string typed) => Zones.GetValueOrDefault(SpeakerNames.Fold(typed.Trim()));

    /// <summary>The zones whose names here begin so, each once.</summary>
    /// <param name="folded">As <see cref="SpeakerNames.Fold"/> writes it.</param>
    public static IEnumerable<string> Beginning(string folded) =>
        Zones.Where(named => named.Key == folded || (folded.Length > 2 && named.Key.StartsWith(folded, StringComparison.Ordinal)))
            .OrderByDescending(named => named.Key == folded).ThenBy(named => named.Key, StringComparer.Ordinal).Select(named => named.Value).Distinct();

    private static void Add(string zone, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            Zones.Add(SpeakerNames.Fold(name), zone);
        }
    }
}
