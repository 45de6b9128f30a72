namespace BriefingBot.Quotes.Quotations;

/// <summary>What words with capitals are by their form and the words beside them: a trade, a people, a paper, a town with its state. Lookups only.</summary>
internal sealed class NameShapes(ArticleText text, ArticleWords words)
{
    /// <summary>“Huntsville, Ala.”, “Palo Alto, Calif.”.</summary>
    public bool IsBeforeState(int end) => end + 1 < text.Tokens.Length && text.Word(end) is "," && words.Has(end + 1, WordTraits.Place)
        && text.Word(end + 1) is var state && state[^1] == '.' && state is not ("U.S." or "U.K." or "E.U." or "U.S.A.");

    /// <summary>“the Dubliner, 59,”: where she is from.</summary>
    public bool IsInhabitant(int token) => token > 0 && text.Word(token - 1) is "the" or "The" && Descriptions.AgeBehind(text, token + 1) > 0 && text.Word(token) is [.., 'e', 'r'] or [.., 'a', 'n'];

    /// <summary>“MPs”, “NGOs”.</summary>
    public static bool IsSeveral(ReadOnlySpan<char> word) => word.Length > 2 && word[^1] == 's' && word[..^1].IndexOfAnyExceptInRange('A', 'Z') < 0;

    /// <summary>“Factcheck.org”.</summary>
    public static bool IsSite(ReadOnlySpan<char> word) => word.LastIndexOf('.') is var dot and > 2 && dot + 3 < word.Length && char.IsAsciiLetterLower(word[dot + 1]);

    /// <summary>“Filmmaker Ada Moreau”, “Recorder Ada Moreau”: longer than the surnames that were trades once.</summary>
    public static bool IsTrade(ReadOnlySpan<char> word) => word.Length > 7 && (word.EndsWith("er") || word.EndsWith("or") || word.EndsWith("ist") || word.EndsWith("man"));

    /// <summary>“Southern Anchor”, “Northern Rock”: the ordinary word behind it has its capital from the name.</summary>
    public bool OpensQuarter(int start) => text.Word(start) is "Southern" or "Northern" or "Eastern" or "Western"
        && words.Has(start + 1, WordTraits.Common | WordTraits.Role) && !words.Has(start + 1, WordTraits.Title | WordTraits.Group);

    /// <summary>“the Kansas City Star”, “the Plain Dealer”.</summary>
    public static bool IsPaper(ReadOnlySpan<char> word) => word is "Star" or "Dealer" or "Advocate" or "Pilot" or "Champion" or "Pioneer" or "Critic" or "Reporter" or "Defender" or "Leader" or "Examiner" or "Register" or "Recorder" or "Observer" or "Poll";

    /// <summary>“the Ohio Republican said”: who belongs to a party or a people, and nobody's name.</summary>
    public bool IsMemberOfParty(int start, int end)
    {
        var isOne = start > 0 && text.Word(start - 1) is "the" or "The" && words.Has(end - 1, WordTraits.Demonym) && !words.Has(end - 1, WordTraits.OrgWord | WordTraits.OrgName);
        for (var i = start; isOne && i < end - 1; i++)
        {
            isOne = words.Has(i, WordTraits.Place | WordTraits.Demonym);
        }

        return isOne;
    }
}
