using System.Collections.Frozen;
using BriefingBot.Search.Words;

namespace BriefingBot.Search.Speakers;

/// <summary>The words that stand before a name and are none of it: “Mr”, “Prof.”, “Det Insp”, “Sister”; all in the form of <see cref="SpeakerNames.Parts"/>.</summary>
internal static class Titles
{
    /// <summary>Beside <see cref="StopWords.Titles"/>: ranks and forms of address.</summary>
    private static readonly FrozenSet<string> More = Words("""
        mx doctor dame sister brother father mother reverend rev rabbi imam ayatollah cardinal archbishop bishop pastor vicar deacon canon
        monsignor sheikh sheriff capt col gen maj major lt sgt cpl corporal cmdr commander adm admiral marshal brigadier constable insp
        inspector det detective supt superintendent pc sen rep gov pres premier chancellor councillor councilor cllr councilman
        councilwoman alderman congressman congresswoman baroness baron viscount countess count duke duchess earl emperor empress emir sultan
        frau herr madame mme mlle monsieur senor senora don hon deputy special agent attorney mp mep former ex late acting speaker the
        """);

    private static readonly FrozenSet<string> Male = Words("""
        mr sir lord king prince duke earl baron viscount emperor herr monsieur senor don father brother monsignor councilman congressman
        """);

    private static readonly FrozenSet<string> Female = Words("""
        mrs ms miss dame lady queen princess duchess baroness countess viscountess empress frau madame mme mlle senora sister mother
        councilwoman congresswoman
        """);

    private static readonly FrozenSet<string> MaleRoles = Words("""
        son husband widower father brother uncle nephew grandfather grandson stepfather stepson spokesman chairman businessman statesman actor
        policeman fireman headmaster landlord
        """);

    private static readonly FrozenSet<string> FemaleRoles = Words("""
        daughter wife widow mother sister aunt niece grandmother granddaughter stepmother stepdaughter spokeswoman chairwoman businesswoman
        actress policewoman headmistress landlady midwife
        """);

    /// <summary>How a mention tells whether a man or a woman is meant.</summary>
    public static IReadOnlyList<string> MaleMentions { get; } = ["he", "mr", "sir", "lord"];

    public static IReadOnlyList<string> FemaleMentions { get; } = ["she", "mrs", "ms", "miss", "dame", "lady"];

    /// <summary>How many of the words at the beginning are titles, one word at least left for the name.</summary>
    public static int Leading(string[] parts)
    {
        var titles = 0;
        while (titles < parts.Length && (StopWords.Titles.Contains(parts[titles]) || More.Contains(parts[titles])))
        {
            titles++;
        }

        return titles < parts.Length ? titles : Math.Max(0, parts.Length - 1);
    }

    /// <summary>1 for a man's title, -1 for a woman's, 0 where it tells nothing.</summary>
    public static int Gender(ReadOnlySpan<string> titles) => Gender(titles, Male, Female);

    /// <summary>The same for the words of a role: “son of the dealer”, “spokeswoman”.</summary>
    public static int GenderOfRole(string[] role) => Gender(role.AsSpan(..HeadPhrase.End(role)), MaleRoles, FemaleRoles) is var told and not 0
        ? told : Gender(role.AsSpan(..HeadPhrase.End(role)));

    /// <summary>A title and the role it is short for are the same word.</summary>
    public static string Role(string title) => title switch
    {
        "prof" => "professor",
        "dr" => "doctor",
        "sen" => "senator",
        "rep" => "representative",
        "gov" => "governor",
        "gen" => "general",
        "col" => "colonel",
        "capt" => "captain",
        "lt" => "lieutenant",
        "sgt" => "sergeant",
        "adm" => "admiral",
        "rev" => "reverend",
        "insp" => "inspector",
        "det" => "detective",
        "supt" => "superintendent",
        "cllr" or "councilor" => "councillor",
        var other => other,
    };

    private static int Gender(ReadOnlySpan<string> words, FrozenSet<string> male, FrozenSet<string> female)
    {
        foreach (var word in words)
        {
            if (male.Contains(word) || female.Contains(word))
            {
                return male.Contains(word) ? 1 : -1;
            }
        }

        return 0;
    }

    private static FrozenSet<string> Words(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
