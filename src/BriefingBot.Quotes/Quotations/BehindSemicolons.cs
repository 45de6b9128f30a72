namespace BriefingBot.Quotes.Quotations;

/// <summary>“It may be nothing, she says; | it may be more”: a paraphrase before its cue goes on behind the semicolon.</summary>
internal static class BehindSemicolons
{
    /// <summary>In tokens, from the cue to the semicolon: “he writes in a text message;”.</summary>
    private const int Reach = 8;

    private const int LeastWords = 3;

    /// <summary>The attributions with what stands there, where nothing else is said in it. Linear.</summary>
    public static List<Attribution> Mended(Reading text, List<Attribution> found)
    {
        bool[]? claimed = null;
        return found.ConvertAll(attribution =>
        {
            if (Behind(text, attribution) is not { IsEmpty: false } rest)
            {
                return attribution;
            }

            claimed ??= Claimed(text, found);
            return claimed.AsSpan(rest.First, rest.End - rest.First).Contains(true) ? attribution : attribution with { Contents = [.. attribution.Contents, rest] };
        });
    }

    /// <summary>“it might”, “on that night”: the reporter's own facts (“; in 2012, 27 percent did”) are new.</summary>
    private static bool PointsBack(Reading text, TokenRun rest) => text.Is(rest.First, WordClass.Subject | WordClass.That)
        || text.Text.Word(rest.First) is "this" or "these" or "those" or "there" or "nor" or "neither" or "rather" or "otherwise"
        || (text.Is(rest.First, WordClass.Preposition) && text.Text.Word(rest.First + 1) is "that" or "this" or "those" or "these" or "such");

    private static bool[] Claimed(Reading text, List<Attribution> found)
    {
        var claimed = new bool[text.Count];
        foreach (var attribution in found)
        {
            attribution.Contents.ForEach(run => Array.Fill(claimed, true, run.First, run.End - run.First));
            if (attribution.Cue is { } cue)
            {
                claimed[cue.Verb] = true;
            }
        }

        return claimed;
    }

    private static TokenRun Behind(Reading text, Attribution attribution)
    {
        if (attribution.IsTurn || attribution.Cue is not { Use: CueUse.Finite } cue || attribution.Contents is not [var said] || said.End > cue.Group.First || attribution.Mention.IsEmpty
            || attribution.KindIn(text) is QuotationKind.Direct || text.SentenceRun(text.Sentence(said.First)) is var sentence && !sentence.Contains(cue.Verb))
        {
            return TokenRun.None;
        }

        var first = Math.Max(cue.Group.End, attribution.Mention.End);
        for (var i = first; i < Math.Min(sentence.End, first + Reach); i++)
        {
            if (text.FirstChar(i) is ';' && text.Stretch(i) < 0)
            {
                var end = sentence.End;
                while (end > i + 1 && text.Is(end - 1, WordClass.Stop))
                {
                    end--;
                }

                var rest = new TokenRun(i + 1, end);
                return text.HasWords(rest, LeastWords) && PointsBack(text, rest) ? rest : TokenRun.None;
            }

            if (text.Is(i, WordClass.Comma | WordClass.Verb | WordClass.Be | WordClass.Auxiliary | WordClass.Mark) || text.Verb(i) is not null)
            {
                break;
            }
        }

        return TokenRun.None;
    }
}
