using BriefingBot.Quotes.Quotations;

namespace BriefingBot.Quotes.Learning;

/// <summary>“accuses Moscow of violating the treaty”: people mark who is accused as a part of what is said (66 of 75 in annotated news), and labellings leave them out now and then.</summary>
internal static class Accusations
{
    /// <summary>So many tokens name the accused.</summary>
    private const int Longest = 12;

    /// <summary>The attributions, those of accusations with whom they accuse.</summary>
    public static List<Attribution> Whole(Reading text, List<Attribution> chosen) => [.. chosen.Select((attribution, at) => WithAccused(text, chosen, attribution, at))];

    private static Attribution WithAccused(Reading text, List<Attribution> chosen, Attribution attribution, int at)
    {
        if (attribution.Cue is not { } cue || text.Verb(cue.Verb) is not { Lemma: "accuse" } || attribution.First <= cue.Verb + 1
            || attribution.First - cue.Verb > Longest || CueFinder.IsPassive(text, cue.Verb, out _)
            || !(text.IsWord(attribution.First, "of") || text.IsWord(attribution.First - 1, "of")))
        {
            return attribution;
        }

        var accused = new TokenRun(cue.Verb + 1, attribution.First);
        for (var i = accused.First; i < accused.End; i++)
        {
            if (text.Is(i, WordClass.Comma | WordClass.Mark | WordClass.Stop | WordClass.Dash))
            {
                return attribution;
            }
        }

        var near = chosen.GetRange(Math.Max(0, at - Longest), Math.Min(chosen.Count, at + Longest) - Math.Max(0, at - Longest));
        return near.Exists(other => other.Contents.Exists(run => run.First < accused.End && accused.First < run.End)) ? attribution
            : attribution with { Contents = [new TokenRun(accused.First, attribution.Contents[0].End), .. attribution.Contents.Skip(1)] };
    }
}
