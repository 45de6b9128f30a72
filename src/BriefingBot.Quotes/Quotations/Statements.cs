namespace BriefingBot.Quotes.Quotations;

/// <summary>What is one statement, and what is none.</summary>
internal static class Statements
{
    /// <summary>“Keller said the mill was full. “Nobody had room.””: a paraphrase, and sentences word for word; two statements of one speaker.</summary>
    public static List<Attribution> Apart(Reading text, List<Attribution> found)
    {
        var apart = new List<Attribution>(found.Count);
        foreach (var attribution in found)
        {
            if (attribution.IsTurn || attribution.Cue is not { } cue || attribution.KindIn(text) is not QuotationKind.Partly || WordForWord(text, attribution, cue) is not (var mark and >= 0))
            {
                apart.Add(attribution);
                continue;
            }

            var head = Cut(text, attribution.Contents, run => run with { End = Math.Min(run.End, mark) });
            apart.Add(attribution with { Contents = head });
            apart.Add(attribution with
            {
                Cue = null,
                Frame = Frame.Quote,
                Contents = Cut(text, attribution.Contents, run => run with { First = Math.Max(run.First, mark) }),
                Rule = MentionRule.CarriedOn,
            });
        }

        return apart;
    }

    /// <summary>The mark of the first sentence in marks, where all before it is outside of marks and all behind it within; -1 where there is none.</summary>
    private static int WordForWord(Reading text, Attribution attribution, Cue cue)
    {
        var found = -1;
        foreach (var run in attribution.Contents)
        {
            for (var i = run.First; i < run.End; i++)
            {
                if (text.Stretch(i) < 0)
                {
                    // A mark that belongs to no stretch is one turned the wrong way.
                    if (text.Is(i, WordClass.Mark) || (found >= 0 && text.Tokens[i].Kind is TokenKind.Word or TokenKind.Number))
                    {
                        return -1;
                    }

                    continue;
                }

                if (found < 0)
                {
                    if (i == attribution.First || i <= cue.Verb || text.SentenceRun(text.Sentence(i)).First != i || text.StretchRun(text.Stretch(i)).First != i)
                    {
                        return -1;
                    }

                    found = i;
                }
            }
        }

        return found;
    }

    private static List<TokenRun> Cut(Reading text, List<TokenRun> runs, Func<TokenRun, TokenRun> cut)
    {
        var kept = new List<TokenRun>(runs.Count);
        foreach (var run in runs)
        {
            var part = cut(run);
            while (!part.IsEmpty && text.Stretch(part.End - 1) < 0 && text.Is(part.End - 1, WordClass.Stop) && text.FirstChar(part.End - 1) == '.')
            {
                part = part with { End = part.End - 1 };
            }

            if (!part.IsEmpty)
            {
                kept.Add(part);
            }
        }

        return kept;
    }

    /// <summary>Contents that claim nothing, behind their verb: “did not dispute it”, “issued a statement”, “answered questions”, “will not say which”.</summary>
    public static bool IsEmpty(Reading text, Attribution attribution)
    {
        if (attribution.IsTurn || attribution.Cue is not { } cue || attribution.Contents is not [var run] || run.First < cue.Group.End || text.Verb(cue.Verb) is not { } verb
            || attribution.KindIn(text) is not QuotationKind.Paraphrase)
        {
            return false;
        }

        var first = text.Text.Word(run.First);
        if (run.End == run.First + 1)
        {
            // “did not look at her”, “said little”.
            if ((first is "her" or "him" or "them" or "me" or "us" && verb.Lemma is "look" or "glance" or "stare" or "point" or "nod" or "turn" or "smile" or "focus")
                || (first is "little" or "nothing" or "more" && verb.Lemma is "say" or "tell" or "reveal" or "disclose" or "add"))
            {
                return true;
            }

            // People do mark “supported it”, “decried it”.
            return first is "it" or "them" ? verb.Lemma is "say" or "suggest" or "describe" or "caution" or "promise" or "discuss" || IsNegated(text, cue)
                : (first is "which" or "what" && verb.Lemma is "say" or "tell" or "ask") || (first is "so" && verb.Lemma is "tell");
        }

        // “nobody has asked her to”.
        if (run.End - run.First == 2 && text.IsWord(run.End - 1, "to"))
        {
            return true;
        }

        return verb.Lemma switch
        {
            "answer" => first is "question" or "questions" || (first is "any" or "no" && text.IsWord(run.First + 1, "questions")),
            "show" => first is "me" or "us",
            // “when told of the prediction”, “tells him so”.
            "tell" => (attribution.Mention.IsEmpty && text.Is(cue.Group.First - 1, WordClass.Subordinator) && (text.IsWord(cue.Group.End, "of") || text.IsWord(cue.Group.End, "about")))
                || (run.End - run.First == 2 && text.IsWord(run.End - 1, "so")),
            "consider" => first is "it" && text.Is(run.First + 1, WordClass.Preposition),
            "issue" or "release" or "make" or "give" or "publish" or "read" or "send" => run.End - run.First <= 3 && text.Text.Word(run.End - 1) is "statement" or "statements" or "letter" or "comment" or "comments"
                or "remarks" or "speech" or "interview" or "interviews",
            _ => false,
        };
    }

    private static bool IsNegated(Reading text, Cue cue)
    {
        for (var i = cue.Group.First; i < cue.Verb; i++)
        {
            if (text.Is(i, WordClass.Negation))
            {
                return true;
            }
        }

        return false;
    }
}
