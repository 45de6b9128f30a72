using System.Collections.Frozen;

namespace BriefingBot.Quotes.Quotations;

/// <summary>How roles are compared: “Sen.” and “senator” are one office; the fuller wording says more.</summary>
internal static class Roles
{
    /// <summary>The office behind an abbreviation, in small letters.</summary>
    public static string Fold(string head) => head.ToLowerInvariant().TrimEnd('.') switch
    {
        "sen" or "sens" => "senator",
        "rep" or "reps" or "congresswoman" or "congressman" or "representative" => "representative",
        "gov" or "govs" => "governor",
        "gen" => "general",
        "col" => "colonel",
        "maj" => "major",
        "capt" => "captain",
        "lt" => "lieutenant",
        "sgt" => "sergeant",
        "adm" => "admiral",
        "prof" => "professor",
        "dr" => "doctor",
        "pres" => "president",
        "rev" => "reverend",
        "spokeswoman" or "spokesperson" => "spokesman",
        "chairwoman" or "chair" or "chairperson" => "chairman",
        "businesswoman" => "businessman",
        "skipper" => "captain",
        "headteacher" or "headmistress" => "headmaster",
        "councilor" or "cllr" => "councillor",
        "adviser" => "advisor",
        "candidate" or "contender" => "nominee",
        var other => other,
    };

    /// <summary>What a writer thinks of somebody, which is no part of an office: “shamed surgeon”.</summary>
    public static bool IsOpinion(ReadOnlySpan<char> word) => word.Length < 16 && Opinions.Contains(word);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Opinions = new[]
    {
        "shamed", "disgraced", "embattled", "beleaguered", "beloved", "controversial", "outspoken", "flamboyant", "notorious", "infamous", "celebrated", "acclaimed",
        "renowned", "legendary", "maverick", "firebrand", "disgruntled", "furious", "angry", "heartbroken", "grieving", "devastated", "distraught", "tearful", "brave",
        "heroic", "glamorous", "troubled", "scandal-hit", "under-fire", "crooked", "rogue", "evil", "twisted", "sick", "vile", "popular", "famous", "famed", "colourful",
        "colorful", "eccentric", "fiery", "formidable", "hapless", "hated", "hero", "jailed", "much-loved", "polarizing", "polarising", "proud", "stunned", "shocked",
        "veteran", "wealthy", "well-known", "prominent", "respected", "distinguished", "esteemed", "top", "leading", "influential", "powerful",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The office of whoever “chairs”, “leads” or “owns”; null for other verbs.</summary>
    public static string? OfVerb(ReadOnlySpan<char> verb) => verb switch
    {
        "chairs" or "chaired" => "chairman",
        "leads" or "led" => "leader",
        "heads" or "headed" => "head",
        "owns" or "owned" => "owner",
        "coaches" or "coached" => "coach",
        "edits" or "edited" => "editor",
        "founded" => "founder",
        "manages" or "managed" => "manager",
        "captains" or "captained" => "captain",
        "directs" or "directed" => "director",
        "presides" or "presided" => "president",
        _ => null,
    };

    /// <summary>How much a role tells: an office with its body before a bare rank.</summary>
    public static int Weight(string role)
    {
        var weight = Math.Min(role.Length, 80);
        if (role.Contains(" of ", StringComparison.Ordinal) || role.Contains(" for ", StringComparison.Ordinal))
        {
            weight += 20;
        }

        return role.Contains("Secretary", StringComparison.Ordinal) || role.Contains("President", StringComparison.Ordinal) ? weight + 5 : weight;
    }
}
