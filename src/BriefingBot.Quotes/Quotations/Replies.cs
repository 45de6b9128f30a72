namespace BriefingBot.Quotes.Quotations;

/// <summary>
/// Sentences in quotation marks that no verb of saying gives to anybody, within a paragraph: the answer to a question of the narrator's (“Had she
/// been paid? “My fare.””), and the words behind a gesture (“Keller shrugs. “Nobody asked.””). Layout and grammar alone tell these.
/// </summary>
internal static class Replies
{
    private const double Score = 0.7;

    /// <summary>In tokens: what is longer tells more than a gesture.</summary>
    private const int LongestGesture = 30;

    private const WordTraits Person = WordTraits.Role | WordTraits.Male | WordTraits.Female;

    /// <summary>What was chosen, with such sentences in text order among it. Linear.</summary>
    public static List<Attribution> AddTo(Reading text, List<Attribution> chosen)
    {
        var claimed = new bool[text.Count];
        chosen.ForEach(attribution => attribution.Contents.ForEach(run => Array.Fill(claimed, true, run.First, run.End - run.First)));
        var spoke = SpokeIn(text, chosen);

        var found = new List<Attribution>();
        for (var stretch = 0; stretch < text.Stretches; stretch++)
        {
            var run = text.StretchRun(stretch);
            if (!IsSentence(text, run) || claimed.AsSpan(run.First, run.End - run.First).Contains(true) || text.Paragraph(run.First - 1) != text.Paragraph(run.First)
                || Speaker(text, text.Sentence(run.First - 1), spoke) is not { Mention.IsEmpty: false } speaker)
            {
                continue;
            }

            found.Add(Of(run, speaker.Mention, speaker.Place));
            Note(text, spoke, found[^1]);
        }

        return Merged(chosen, found);
    }

    /// <summary>By sentence: the mention of whoever spoke in it last; null where nobody did.</summary>
    public static TokenRun?[] SpokeIn(Reading text, List<Attribution> chosen)
    {
        var spoke = new TokenRun?[text.Text.Sentences.Count];
        chosen.ForEach(attribution => Note(text, spoke, attribution));
        return spoke;
    }

    /// <summary>Words without a cue, by whom <paramref name="mention"/> means.</summary>
    public static Attribution Of(TokenRun words, TokenRun mention, TalkPlace place) => new()
    {
        Frame = Frame.Quote,
        Contents = [words],
        Mention = mention,
        Rule = MentionRule.CarriedOn,
        Score = Score,
        Place = place,
    };

    /// <summary>Both in text order: mentions are resolved in the order of the list.</summary>
    public static List<Attribution> Merged(List<Attribution> chosen, List<Attribution> added)
    {
        if (added.Count == 0)
        {
            return chosen;
        }

        var all = new List<Attribution>(chosen.Count + added.Count);
        var next = 0;
        foreach (var attribution in chosen)
        {
            while (next < added.Count && added[next].First < Math.Max(attribution.First, attribution.Cue?.Verb ?? 0))
            {
                all.Add(added[next++]);
            }

            all.Add(attribution);
        }

        all.AddRange(added.Skip(next));
        return all;
    }

    /// <summary>Whoever answers a question that the token ends, in the narrator's words: the “she” of “Had she known?”, else whoever spoke just before it.</summary>
    public static TokenRun Answerer(Reading text, int last, Func<int, TokenRun?> spoke)
    {
        var sentence = text.SentenceRun(text.Sentence(last));
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (text.Stretch(i) < 0 && text.Is(i, WordClass.Auxiliary | WordClass.Be) && text.Text.Word(i + 1) is "he" or "she")
            {
                return new TokenRun(i + 1, i + 2);
            }
        }

        return sentence.First == 0 ? TokenRun.None : spoke(text.Sentence(sentence.First - 1)) ?? TokenRun.None;
    }

    /// <summary>Whether the token is the question mark of the narrator's own sentence.</summary>
    public static bool EndsQuestion(Reading text, int last) => last >= 0 && text.Stretch(last) < 0 && text.Is(last, WordClass.Stop) && text.FirstChar(last) == '?';

    /// <summary>Marks around whole sentences that close before anything else is said.</summary>
    private static bool IsSentence(Reading text, TokenRun run) => !run.IsEmpty && run.First > 0 && ContentEnds.ClosesStatement(text, run.End) && text.HasWords(run, 1)
        && text.SentenceRun(text.Sentence(run.First)).First == run.First && (run.End == text.Count || text.Sentence(run.End) != text.Sentence(run.End - 1) || EndsWithNo(text, run.End - 2));

    /// <summary>“No.” Does he …: no abbreviation of “number” before its mark.</summary>
    private static bool EndsWithNo(Reading text, int stop) => text.IsWord(stop - 1, "No") || text.IsWord(stop, "No.");

    private static void Note(Reading text, TokenRun?[] spoke, Attribution attribution)
    {
        spoke[text.Sentence(attribution.End - 1)] = attribution.Mention;
        if (attribution.Cue is { } cue)
        {
            spoke[text.Sentence(cue.Verb)] = attribution.Mention;
        }
    }

    private static (TokenRun Mention, TalkPlace Place) Speaker(Reading text, int before, TokenRun?[] spoke)
    {
        var sentence = text.SentenceRun(before);
        if (EndsQuestion(text, sentence.End - 1))
        {
            return (Answerer(text, sentence.End - 1, i => text.Text.Sentences[i].Paragraph == text.Text.Sentences[before].Paragraph ? Acted(text, i, spoke) : null), TalkPlace.Answer);
        }

        return (Acted(text, before, spoke), TalkPlace.None);
    }

    /// <summary>Whoever spoke in the sentence, else its subject, when that is somebody who does something.</summary>
    private static TokenRun Acted(Reading text, int before, TokenRun?[] spoke)
    {
        if (spoke[before] is { } speaker)
        {
            return speaker;
        }

        return Actor(text, before);
    }

    /// <summary>The subject of a short sentence that tells what somebody does; empty where it is nobody's.</summary>
    public static TokenRun Actor(Reading text, int before)
    {
        var sentence = text.SentenceRun(before);
        var subject = sentence.End - sentence.First > LongestGesture ? TokenRun.None : Subjects.OfSentence(text, sentence, -1);
        if (subject.IsEmpty || text.Stretch(subject.First) >= 0)
        {
            return TokenRun.None;
        }

        if (CarriedOn.IsHeOrShe(text, subject))
        {
            return subject;
        }

        // “Keller shrugs”, “One of the women shrugs”: a verb that no list knows looks like the phrase's noun.
        for (var i = subject.First; i < subject.End; i++)
        {
            if (IsSomebody(text, subject.First, i) && !text.Is(i + 1, WordClass.Genitive) && (i + 1 == subject.End || IsDeed(text, i + 1)))
            {
                return new TokenRun(subject.First, i + 1);
            }
        }

        return TokenRun.None;
    }

    /// <summary>Whether the phrase can be somebody if it ends with the token: a name, or a noun of people; “somebody” is nobody.</summary>
    private static bool IsSomebody(Reading text, int first, int last) => Has(text, last, Person) || text.Text.Word(last) is "men" or "women"
        || (text.Is(last, WordClass.Capital) && !text.Is(last, WordClass.Determiner | WordClass.Subject | WordClass.Time | WordClass.Possessive) && !Has(text, last, WordTraits.Function)
            && (last > first || !Has(text, last, WordTraits.Common)));

    private static bool IsDeed(Reading text, int token)
    {
        var word = text.Text.Word(token);
        return text.Tokens[token].Kind == TokenKind.Word && char.IsLower(word[0]) && (word[^1] == 's' || word.EndsWith("ed") || text.Verb(token) is not null);
    }

    private static bool Has(Reading text, int token, WordTraits any) => ((text.Text.Listed[token]?.Traits ?? 0) & any) != 0;
}
