namespace BriefingBot.Quotes.Quotations;

/// <summary>Mends where two statements meet: the subject of the next verb of saying is no part of what is said before it.</summary>
internal static class NeighbourEdges
{
    /// <summary>“… of them.” | Still, she | said …”: the contents end before the next statement's subject; and no content ends at “and then”. Linear.</summary>
    public static List<Attribution> Mended(Reading text, List<Attribution> found)
    {
        var owners = new int[text.Count];
        Array.Fill(owners, -1);
        for (var i = 0; i < found.Count; i++)
        {
            foreach (var run in found[i].Contents)
            {
                Array.Fill(owners, i, run.First, run.End - run.First);
            }
        }

        var mended = found.ToList();
        for (var i = 0; i < found.Count; i++)
        {
            if (found[i].Cue is { Use: CueUse.Finite } cue && owners[cue.Verb] < 0 && found[i].First >= cue.Group.End && !found[i].IsTurn)
            {
                CutBefore(text, mended, i, cue, owners);
            }
        }

        TakeIn(text, mended);
        return mended.ConvertAll(attribution => attribution.IsTurn ? attribution : Completed(text, attribution, owners));
    }

    /// <summary>“She says | the manager, Jan Keller, | told her to write it”: what is said by whom is a part of what she says.</summary>
    private static void TakeIn(Reading text, List<Attribution> all)
    {
        for (var i = all.Count - 1; i > 0; i--)
        {
            if (all[i - 1] is { Cue: { } outer, IsTurn: false, Contents: [var whole] } && all[i] is { Cue: { } inner, IsTurn: false, Contents: [var words] } && whole.First >= outer.Group.End
                && whole.First == all[i].Mention.First && Math.Abs(whole.End - all[i].Mention.End) <= 1 && inner.Group.First >= whole.End && words.First >= inner.Group.End
                && text.Verb(outer.Verb)?.Rate(Frame.That) >= 0.5)
            {
                all[i - 1] = all[i - 1] with { Contents = [new TokenRun(whole.First, words.End)] };
                all.RemoveAt(i);
            }
        }
    }

    private static void CutBefore(Reading text, List<Attribution> all, int next, Cue cue, int[] owners)
    {
        var subject = Subjects.Before(text, cue.Group.First, text.SentenceRun(text.Sentence(cue.Verb)).First, out var start);
        start = subject.IsEmpty ? start : BehindConjunction(text, Math.Min(start, subject.First), cue.Group.First);
        if (subject.IsEmpty || owners[start] is not (var other and >= 0) || other == next || all[other].IsTurn || text.Stretch(start) >= 0
            || all[other].Cue is { } own && own.Verb > start)
        {
            return;
        }

        var contents = all[other].Contents;
        var last = contents[^1];
        if (!last.Contains(start) || last.End > cue.Group.First || Before(text, last.First, start) is not (var end and >= 0))
        {
            return;
        }

        all[other] = all[other] with { Contents = [.. contents[..^1], last with { End = end }] };
        Array.Fill(owners, -1, end, last.End - end);
        if (all[next].Mention.IsEmpty || all[next].Mention.End <= all[other].First)
        {
            all[next] = all[next] with { Mention = subject, Rule = MentionRule.Subject };
        }
    }

    /// <summary>“he liked the plan and others said”: of two phrases that “and” joins the second is the subject.</summary>
    private static int BehindConjunction(Reading text, int first, int end)
    {
        for (var i = end - 1; i > first; i--)
        {
            if (text.Is(i, WordClass.Comma))
            {
                break;
            }

            if (text.Is(i, WordClass.Conjunction))
            {
                return i + 1;
            }
        }

        return first;
    }

    /// <summary>The end of what stands before the subject and the conjunction, the comma or the sentence's end that parts them; -1 where nothing does, or nothing is left.</summary>
    private static int Before(Reading text, int first, int subject)
    {
        var end = subject;
        if (!text.Is(end - 1, WordClass.Comma | WordClass.Dash | WordClass.Conjunction | WordClass.Subordinator | WordClass.Stop | WordClass.Mark))
        {
            return -1;
        }

        while (end > first && text.Stretch(end - 1) < 0 && text.Is(end - 1, WordClass.Comma | WordClass.Dash | WordClass.Conjunction | WordClass.Subordinator | WordClass.Adverb))
        {
            end--;
        }

        while (end > first && text.Stretch(end - 1) < 0 && text.Is(end - 1, WordClass.Stop) && text.FirstChar(end - 1) is '.' or ';')
        {
            end--;
        }

        return end > first && text.HasWords(new TokenRun(first, end), 1) ? end : -1;
    }

    /// <summary>“… looted by the Nazis and then”, before a comma: goes on to where the clause ends, unless something else is said there.</summary>
    private static Attribution Completed(Reading text, Attribution attribution, int[] owners)
    {
        var last = attribution.Contents[^1];
        if (attribution.Cue is not { } cue || cue.Verb >= last.First || !text.Is(last.End, WordClass.Comma) || text.Stretch(last.End - 1) >= 0
            || !(text.Is(last.End - 1, WordClass.Conjunction) || (text.IsWord(last.End - 1, "then") && text.Is(last.End - 2, WordClass.Conjunction))))
        {
            return attribution;
        }

        var sentence = text.SentenceRun(text.Sentence(last.End - 1)).End;
        var end = ContentEnds.Find(text, last.First, Frame.That, sentence);
        if (end <= last.End || owners.AsSpan(last.End, end - last.End).ContainsAnyExcept(-1))
        {
            return attribution;
        }

        return attribution with { Contents = [.. attribution.Contents[..^1], last with { End = end }] };
    }
}
