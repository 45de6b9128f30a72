namespace BriefingBot.Quotes.Quotations;

/// <summary>“Keller puts the cost at $3 million”: what somebody says that something comes to.</summary>
internal static class Estimates
{
    private const double Score = 0.7;

    /// <summary>In tokens, on each side of the verb; beyond it hostile text goes on.</summary>
    private const int Reach = 400;

    /// <summary>In tokens, from the verb to “at”.</summary>
    private const int LongestThing = 16;

    /// <summary>Adds such statements to what the rules found, in text order behind it. Linear.</summary>
    public static void AddTo(List<Attribution> candidates, Reading text)
    {
        for (var i = 1; i < text.Count; i++)
        {
            if (text.FirstChar(i) == 'p' && text.Stretch(i) < 0 && text.Text.Word(i) is "puts" or "put" or "pegs" or "pegged" or "places" or "placed" && At(text, i) is { } found)
            {
                candidates.Add(found);
            }
        }
    }

    private static Attribution? At(Reading text, int verb)
    {
        var sentence = text.SentenceRun(text.Sentence(verb));
        sentence = new TokenRun(Math.Max(sentence.First, verb - Reach), Math.Min(sentence.End, verb + Reach));
        var group = verb - (text.Is(verb - 1, WordClass.Auxiliary) ? 1 : 0);
        var subject = Subjects.Before(text, group, sentence.First, out _);
        if (subject.IsEmpty || !text.Is(verb + 1, WordClass.Determiner | WordClass.Possessive | WordClass.Capital) || Amount(text, verb + 1, sentence.End) is not (var amount and >= 0))
        {
            return null;
        }

        var end = ContentEnds.Find(text, verb + 1, Frame.Object, sentence.End);
        return end <= amount ? null : new Attribution
        {
            Cue = new Cue(new TokenRun(group, verb + 1), verb, CueUse.Finite),
            Frame = Frame.Object,
            Contents = [new TokenRun(verb + 1, end)],
            Mention = subject,
            Rule = MentionRule.Subject,
            Score = Score,
            Prevails = true,
        };
    }

    /// <summary>The token of the number behind “at”; -1 where there is none, or it is a distance or an hour.</summary>
    private static int Amount(Reading text, int first, int end)
    {
        for (var i = first + 1; i < Math.Min(end - 1, first + LongestThing) && !text.Is(i, WordClass.Comma | WordClass.Mark | WordClass.Be | WordClass.Auxiliary | WordClass.Subject); i++)
        {
            if (!text.IsWord(i, "at"))
            {
                continue;
            }

            var number = i + 1;
            while (number < end - 1 && number - i < 5 && (text.Text.Word(number) is "about" or "around" or "almost" or "more" or "less" or "than" or "nearly" or "at" or "least" or "between" or "as" or "some" or "only" || text.Is(number, WordClass.Sign)))
            {
                number++;
            }

            var isAmount = text.Tokens[number].Kind == TokenKind.Number || text.Is(number, WordClass.Number);
            return isAmount && !(number + 1 < end && text.Text.Word(number + 1) is "metres" or "meters" or "feet" or "miles" or "km" or "a.m." or "p.m." or "o'clock" or "o’clock") ? number : -1;
        }

        return -1;
    }
}
