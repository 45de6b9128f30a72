namespace BriefingBot.Quotes.Quotations;

/// <summary>
/// Paragraphs wholly in quotation marks that say nothing of who speaks: they go on from the statement that the paragraph before ends with.
/// Of such paragraphs in annotated news nineteen in twenty do.
/// </summary>
internal static class NextParagraphs
{
    private const int LeastWords = 4;

    /// <summary>In tokens.</summary>
    private const int LongestIntroduction = 12;

    /// <summary>What was chosen, with such paragraphs added to the statements they go on from; in the same order. Linear.</summary>
    public static List<Attribution> AddTo(Reading text, List<Attribution> chosen)
    {
        // By paragraph: the statement that it ends with, by its index.
        var endings = new Dictionary<int, int>();
        var claimed = new bool[text.Count];
        for (var i = 0; i < chosen.Count; i++)
        {
            foreach (var run in chosen[i].Contents)
            {
                Array.Fill(claimed, true, run.First, run.End - run.First);
            }

            var paragraph = text.Paragraph(chosen[i].End - 1);
            if (EndsParagraph(text, chosen[i]) && (!endings.TryGetValue(paragraph, out var other) || chosen[other].End < chosen[i].End))
            {
                endings[paragraph] = i;
            }
        }

        var all = chosen.ToList();
        // Asked of a statement once, before paragraphs are added to it.
        var questions = new Dictionary<int, bool>();
        // Whose contents are a list of their own by now.
        var own = new HashSet<int>();
        for (var stretch = 0; stretch < text.Stretches; stretch++)
        {
            var run = text.StretchRun(stretch);
            if (run.IsEmpty || run.First == 0 || claimed[run.First] || (stretch > 0 && QuoteChain.GoesOn(text, stretch - 1))
                || QuoteChain.WholeParagraphs(text, stretch) is not { } words || claimed.AsSpan(words.First, words.End - words.First).Contains(true) || !text.HasWords(words, LeastWords))
            {
                continue;
            }

            var follows = endings.TryGetValue(text.Paragraph(words.First) - 1, out var before);
            if (follows && !questions.TryGetValue(before, out var isQuestion))
            {
                questions[before] = isQuestion = IsQuestion(text, all[before]);
            }
            else
            {
                isQuestion = follows && questions[before];
            }

            if (follows && !isQuestion)
            {
                all[before] = own.Add(before) ? all[before] with { Contents = [.. all[before].Contents] } : all[before];
                all[before].Contents.Add(words);
                endings[text.Paragraph(words.End - 1)] = before;
            }
            else if ((follows ? Asked(text, all[before]) : Introducer(text, words.First - 1)) is { IsEmpty: false } mention)
            {
                own.Add(all.Count);
                endings[text.Paragraph(words.End - 1)] = all.Count;
                all.Add(Introduced(words, mention));
            }
        }

        return all;
    }

    private static Attribution Introduced(TokenRun words, TokenRun mention) => new()
    {
        Frame = Frame.Quote,
        Contents = [words],
        Mention = mention,
        Rule = MentionRule.CarriedOn,
        Score = 0.8,
    };

    /// <summary>“I ask when she knew”: what is asked in the asker's words has its answer behind it, and nothing of its own.</summary>
    public static bool IsQuestion(Reading text, Attribution attribution) => attribution.Cue is { } cue
        && text.Verb(cue.Verb) is { Lemma: "ask" or "inquire" or "wonder" } && attribution.KindIn(text) is QuotationKind.Paraphrase;

    /// <summary>Whom the narrator asks, where the question speaks of “he” or “she”; of others than the narrator's it is not known who answers.</summary>
    private static TokenRun Asked(Reading text, Attribution question)
    {
        if (question.Mention.IsEmpty || !(text.IsWord(question.Mention.First, "I") || text.IsWord(question.Mention.First, "we")))
        {
            return TokenRun.None;
        }

        for (var i = question.Mention.End; i < question.End; i++)
        {
            if (CarriedOn.IsHeOrShe(text, new TokenRun(i, i + 1)))
            {
                return new TokenRun(i, i + 1);
            }
        }

        return TokenRun.None;
    }

    /// <summary>“Keller continued his speech.”: the subject of a short sentence that is all of its paragraph and says that somebody goes on.</summary>
    private static TokenRun Introducer(Reading text, int last)
    {
        var sentence = text.SentenceRun(text.Sentence(last));
        var alone = sentence.First == 0 || text.Paragraph(sentence.First - 1) != text.Paragraph(last);
        if (!alone || sentence.End - sentence.First > LongestIntroduction)
        {
            return TokenRun.None;
        }

        var subject = Subjects.OfSentence(text, sentence, -1);
        return !subject.IsEmpty && CarriedOn.IsSomebody(text, subject) && text.Verb(subject.End) is { } verb && verb.Lemma is "continue" or "add" or "explain" or "conclude"
            ? subject : TokenRun.None;
    }

    /// <summary>Whether nothing but the rest of its own sentence stands between what was said and the paragraph's end.</summary>
    private static bool EndsParagraph(Reading text, Attribution attribution)
    {
        if (attribution.IsSpeech == false)
        {
            return false;
        }

        var last = Math.Max(attribution.End, attribution.Cue is { } cue && text.Paragraph(cue.Verb) == text.Paragraph(attribution.End - 1) ? cue.Group.End : 0) - 1;
        var sentence = text.SentenceRun(text.Sentence(last));
        return sentence.End >= text.Count || text.Paragraph(sentence.End) != text.Paragraph(last);
    }
}
