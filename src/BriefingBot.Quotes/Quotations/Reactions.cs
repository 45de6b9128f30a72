namespace BriefingBot.Quotes.Quotations;

/// <summary>What an audience made of what was said: “to applause”, “drawing boos”, “which brought a groan from the third row”. The reporter says so.</summary>
internal static class Reactions
{
    /// <summary>In tokens, behind the content's last comma but one: “which brought a groan from the third row, where the mayor sat”.</summary>
    private const int Longest = 24;

    /// <summary>The content up to the comma before such words.</summary>
    public static TokenRun Without(Reading text, TokenRun run)
    {
        for (var i = run.End - 2; i > run.First && run.End - i < Longest; i--)
        {
            if (text.Is(i, WordClass.Comma) && text.Stretch(i) < 0 && Begins(text, i + 1))
            {
                return run with { End = i };
            }
        }

        return run;
    }

    /// <summary>Whether such words begin at the token.</summary>
    public static bool Begins(Reading text, int token)
    {
        var verb = text.IsWord(token, "which") ? token + 1 : token;
        return token < text.Count && ((text.IsWord(token, "to") && IsHeard(text, token + 1)) || (text.Text.Word(token) is "amid" or "amidst" && IsHeard(text, token + 1))
            || (verb < text.Count && IsDrawing(text.Text.Word(verb), verb > token) && (IsHeard(text, verb + 1) || IsHeard(text, verb + 2))));
    }

    private static bool IsDrawing(ReadOnlySpan<char> verb, bool finite) => finite
        ? verb is "drew" or "brought" or "earned" or "prompted" or "won" or "got" or "provoked" or "sparked" or "raised" or "met" or "draws" or "brings" or "earns" or "gets" or "wins" or "prompts"
        : verb is "drawing" or "earning" or "prompting" or "winning" or "getting" or "provoking" or "sparking" or "raising" or "eliciting" or "bringing";

    /// <summary>“loud applause”, “a groan”.</summary>
    private static bool IsHeard(Reading text, int first)
    {
        var noun = first;
        while (noun < text.Count && noun < first + 2 && (text.Is(noun, WordClass.Determiner) || text.Text.Word(noun) is "loud" or "some" or "more" or "a" or "scattered" or "thunderous" or "polite" or "big" or "with"))
        {
            noun++;
        }

        return noun < text.Count && text.Text.Word(noun) is "laughter" or "applause" or "cheers" or "gasps" or "jeers" or "boos" or "groans" or "murmurs" or "silence" or "shouts" or "laughs"
            or "cheer" or "gasp" or "groan" or "laugh" or "murmur" or "ovation" or "chuckles" or "whistles" or "hisses" or "howls";
    }
}
