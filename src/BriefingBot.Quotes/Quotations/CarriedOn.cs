namespace BriefingBot.Quotes.Quotations;

/// <summary>
/// Whole sentences in quotation marks that have no verb of saying: they go on from what was said in their paragraph (“He paid, he said.
/// “Nobody asked.””), from a gesture of somebody (“Alder shrugged. “Nobody asked.””), or follow a subject and a colon (“On the price: “…””),
/// where nothing tells who speaks.
/// </summary>
internal static class CarriedOn
{
    private const int LeastWords = 3;
    private const int LongestHeading = 12;

    /// <summary>So many sentences before a topic are looked at.</summary>
    private const int LongestTalk = 30;

    /// <summary>The attributions of what <paramref name="chosen"/> leaves over, in text order. Linear.</summary>
    public static List<Attribution> Find(Reading text, List<Attribution> chosen)
    {
        var claimed = new bool[text.Count];
        var mentions = new TokenRun?[text.Text.Sentences.Length];
        foreach (var attribution in chosen)
        {
            foreach (var run in attribution.Contents)
            {
                Array.Fill(claimed, true, run.First, run.End - run.First);
            }

            mentions[text.Sentence(attribution.End - 1)] = attribution.Mention;
            if (attribution.Cue is { } cue)
            {
                mentions[text.Sentence(cue.Verb)] = attribution.Mention;
            }
        }

        var found = new List<Attribution>();
        for (var stretch = 0; stretch < text.Stretches; stretch++)
        {
            if (At(text, stretch, claimed, mentions) is { } carried)
            {
                found.Add(carried);
                mentions[text.Sentence(carried.End - 1)] = carried.Mention;
            }
        }

        return found;
    }

    private static Attribution? At(Reading text, int stretch, bool[] claimed, TokenRun?[] mentions)
    {
        var run = text.StretchRun(stretch);
        if (run.IsEmpty || run.End - run.First < LeastWords + 3 || claimed[run.First] || claimed[run.End - 1] || !ContentEnds.ClosesStatement(text, run.End)
            || (run.End < text.Count && text.Sentence(run.End) == text.Sentence(run.End - 1)))
        {
            return null;
        }

        var first = text.Sentence(run.First);
        var opens = text.SentenceRun(first).First == run.First;
        if (run.First == 0 || (!opens && !IsTopic(text, run.First - 1)))
        {
            return null;
        }

        var mention = opens ? Speaker(text, run.First - 1, run.First, mentions) : OfTalk(text, first, mentions);
        return opens && mention.IsEmpty ? null : new Attribution
        {
            Frame = Frame.Quote,
            Contents = [run],
            Mention = mention,
            Rule = opens ? MentionRule.CarriedOn : MentionRule.Transcript,
            Score = 0.55,
        };
    }

    /// <summary>“On the price:”: a colon whose sentence has nobody in it.</summary>
    public static bool IsTopic(Reading text, int colon)
    {
        var sentence = text.SentenceRun(text.Sentence(colon));
        return text.Is(colon, WordClass.Colon) && colon - sentence.First <= 6 && (text.IsWord(sentence.First, "on") || text.IsWord(sentence.First, "about"));
    }

    /// <summary>“On the price: “…””, below a paragraph in which somebody said something: the talk's next topic.</summary>
    private static TokenRun OfTalk(Reading text, int sentence, TokenRun?[] mentions)
    {
        var paragraph = text.Text.Sentences[sentence].Paragraph;
        for (var i = sentence - 1; i >= Math.Max(0, sentence - LongestTalk) && text.Text.Sentences[i].Paragraph >= paragraph - 1; i--)
        {
            if (text.Text.Sentences[i].Paragraph < paragraph && mentions[i] is { IsEmpty: false } spoke && IsSomebody(text, spoke))
            {
                return spoke;
            }
        }

        return TokenRun.None;
    }

    /// <summary>Whoever spoke in the sentence before, else its subject, when that can be somebody; of the same paragraph only.</summary>
    private static TokenRun Speaker(Reading text, int before, int mark, TokenRun?[] mentions)
    {
        if (text.Paragraph(before) != text.Paragraph(mark))
        {
            return OfHeading(text, before);
        }

        var sentence = text.Sentence(before);
        if (mentions[sentence] is { } spoke)
        {
            return spoke;
        }

        var subject = Actors.HoldsDocument(text, text.SentenceRun(sentence)) ? TokenRun.None : Subjects.OfSentence(text, text.SentenceRun(sentence), -1);
        return !subject.IsEmpty && IsSomebody(text, subject) ? subject : TokenRun.None;
    }

    /// <summary>Whether the phrase can be somebody: outside marks, a pronoun of a person or a name.</summary>
    public static bool IsSomebody(Reading text, TokenRun phrase) =>
        text.Stretch(phrase.First) < 0 && (IsHeOrShe(text, phrase) || text.Is(phrase.End - 1, WordClass.Capital));

    /// <summary>“It”, “I”, “Somebody”: the subject of a sentence that tells nobody's deed but the narrator's.</summary>
    public static bool IsNobody(Reading text, TokenRun phrase) => phrase.End - phrase.First == 1
        && ((text.Is(phrase.First, WordClass.Subject) && !IsHeOrShe(text, phrase)) || text.Text.Word(phrase.First) is "Somebody" or "Someone" or "Nobody" or "Everybody" or "Everyone" or "Anyone" or "There" or "This" or "That");

    /// <summary>“Statement of the board”, “Reply from Ada Moreau” alone on the line above.</summary>
    private static TokenRun OfHeading(Reading text, int last)
    {
        var line = text.SentenceRun(text.Sentence(last));
        var isHeading = line.End - line.First <= LongestHeading && (line.First == 0 || text.Paragraph(line.First - 1) != text.Paragraph(last))
            && !text.Is(last, WordClass.Stop | WordClass.Mark) && OpensStatement(text.Text, line.First);
        return isHeading ? NounPhrases.StartingAt(text, line.First + 2, line.End) : TokenRun.None;
    }

    /// <summary>Whether a line that begins with the token says whose statement stands below it.</summary>
    public static bool OpensStatement(ArticleText text, int first) => first + 1 < text.Tokens.Length
        && (text.Word(first) is "Statement" or "Response" or "Reply" or "Message" or "Letter" or "Answer" or "Words") && (text.Word(first + 1) is "of" or "by" or "from");

    /// <summary>Whether the phrase is a pronoun that tells a man or a woman.</summary>
    public static bool IsHeOrShe(Reading text, TokenRun subject) => subject.End - subject.First == 1 && SourceReader.GenderOf(text.Text.Word(subject.First)) != 0;
}
