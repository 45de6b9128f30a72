namespace BriefingBot.Quotes.Quotations;

/// <summary>Mends where contents begin and end, whether rules or the model found them.</summary>
internal static class ContentEdges
{
    /// <summary>So many tokens name the accused.</summary>
    private const int LongestAccused = 12;

    /// <summary>In tokens.</summary>
    private const int LeastClause = 4;

    private const int LongestClause = 60;

    /// <summary>The attribution without stray single marks at its edges, whom it is said to, and what its outer sentence says behind its marks; with whom it accuses.</summary>
    public static Attribution Mended(Reading text, Attribution attribution)
    {
        if (attribution.IsTurn)
        {
            return attribution;
        }

        var contents = attribution.Contents;
        for (var i = 0; i < contents.Count; i++)
        {
            var run = WithoutBracket(text, Reactions.Without(text, Entries.WithoutHour(text, attribution.Frame is Frame.Before ? contents[i] : UpToOuterVerb(text, contents[i]))));
            run = SingleMarks.Trimmed(text, i == 0 && attribution.Cue is { } cue ? ContentHeads.Mended(text, cue, WithAccused(text, cue, BehindAddressee(text, cue, run))) : run);
            if (run != contents[i] && !run.IsEmpty)
            {
                contents = ReferenceEquals(contents, attribution.Contents) ? [.. contents] : contents;
                contents[i] = run;
            }
        }

        if (attribution.Cue is { } verb)
        {
            contents = IsReportBehind(text, verb, contents) ? [contents[0]] : contents;
            // “Suspended,” he corrects | her |. “Because …”: whom it is said to.
            var whom = contents.FindIndex(run => run.First == verb.Group.End && run.End == run.First + 1 && text.Is(run.First, WordClass.Object));
            contents = whom > 0 && contents[0].End <= verb.Verb ? [.. contents[..whom], .. contents[(whom + 1)..]] : contents;
            if (ClauseBefore(text, verb, attribution.Mention, contents) is { IsEmpty: false } clause)
            {
                return attribution with { Frame = Frame.Before, Contents = text.Is(contents[0].First, WordClass.Conjunction) ? [clause, contents[0]] : [clause] };
            }

            if (attribution.Mention.IsEmpty && IsSubjectBefore(text, verb, contents))
            {
                return attribution with { Mention = contents[0], Rule = MentionRule.Subject, Frame = Frame.To, Contents = contents[1..] };
            }
        }

        return ReferenceEquals(contents, attribution.Contents) ? attribution : attribution with { Contents = contents };
    }

    /// <summary>“The money is there, | he told me | when I rang him”, “It was dim, | he went on, | and they laughed”: what is said stands before, and behind what goes on, or only when it was.</summary>
    private static TokenRun ClauseBefore(Reading text, Cue cue, TokenRun mention, List<TokenRun> contents)
    {
        var first = text.SentenceRun(text.Sentence(cue.Verb)).First;
        if (cue.Use is not CueUse.Finite || contents is not [var behind] || behind.First < cue.Group.End || behind.First > cue.Group.End + 1
            || !(IsWhen(text, behind.First) || (text.Is(behind.First, WordClass.Conjunction) && text.Is(cue.Group.End, WordClass.Comma)))
            || mention.End != cue.Group.First || mention.First - LeastClause < first || mention.First - first > LongestClause || !text.Is(mention.First - 1, WordClass.Comma))
        {
            return TokenRun.None;
        }

        var clause = new TokenRun(first, mention.First - 1);
        for (var i = clause.First + 1; i < clause.End; i++)
        {
            if (text.Stretch(i) >= 0 || text.Is(i, WordClass.Mark))
            {
                return TokenRun.None;
            }

            if (text.Is(i, WordClass.Be | WordClass.Auxiliary) && !text.Is(first, WordClass.Preposition | WordClass.Subordinator | WordClass.Ing))
            {
                return clause;
            }
        }

        return TokenRun.None;
    }

    private static bool IsWhen(Reading text, int token) => text.Text.Word(token) is "when" or "as" or "after" or "before" or "while" && text.Is(token + 1, WordClass.Subject | WordClass.Capital);

    /// <summary>“Moreau | expects | to publish it”: who expects is no part of what is expected, as it is in “is expected to”, “seems to” and a heading's “expected to”.</summary>
    private static bool IsSubjectBefore(Reading text, Cue cue, List<TokenRun> contents) => contents is [var subject, var behind]
        && behind.First == cue.Group.End && text.IsWord(behind.First, "to") && ((subject.End == cue.Verb && text.Text.Word(cue.Verb) is "expects" or "expect" or "hopes" or "hope" or "plans" or "plan" or "wants" or "want")
            || (subject.End == cue.Verb - 1 && text.IsWord(subject.End, "had") && text.Text.Word(cue.Verb) is "expected" or "hoped" or "planned" or "wanted"))
        && Subjects.Before(text, subject.End, text.SentenceRun(text.Sentence(cue.Verb)).First, out _) == subject;

    /// <summary>“‘He loves us,’ she said, | and the balloons dropped”: behind words in marks the report goes on.</summary>
    private static bool IsReportBehind(Reading text, Cue cue, List<TokenRun> contents)
    {
        // “‘With a match,’ he replied, | to laughter.”
        if (contents is [var said, var heard] && said.End <= cue.Verb && heard.First > cue.Verb && text.Is(said.End - 1, WordClass.Mark) && Reactions.Begins(text, heard.First))
        {
            return true;
        }

        if (contents is not [var quoted, var behind] || quoted.End > cue.Verb || behind.First < cue.Verb || text.Stretch(quoted.First) is not (var stretch and >= 0)
            || text.StretchRun(stretch).End < quoted.End || text.Is(behind.First + 1, WordClass.That)
            || text.Is(behind.First + 1, WordClass.Subject)
            || !(text.IsWord(behind.First, "and") || text.IsWord(behind.First, "but") || text.IsWord(behind.First, "as") || text.IsWord(behind.First, "while")))
        {
            return false;
        }

        for (var i = behind.First; i < behind.End; i++)
        {
            if (text.Stretch(i) >= 0 || text.Text.Word(i) is "would" or "could" or "will" or "should" or "must")
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>“(It isn't, says Keller.)”: a bracket that opens and does not close within.</summary>
    private static TokenRun WithoutBracket(Reading text, TokenRun run)
    {
        if (run.End - run.First < 2 || text.FirstChar(run.First) is not '(')
        {
            return run;
        }

        for (var i = run.First + 1; i < run.End; i++)
        {
            if (text.FirstChar(i) is ')')
            {
                return run;
            }
        }

        return run with { First = run.First + 1 };
    }

    /// <summary>“warned | residents of the danger”, “is asked for | the hundredth time about it”: without whom, and how often.</summary>
    private static TokenRun BehindAddressee(Reading text, Cue cue, TokenRun run)
    {
        if (run.First <= cue.Verb)
        {
            return run;
        }

        var behind = cue.Verb + 1;
        while (behind < run.First && text.Is(behind, WordClass.Adverb))
        {
            behind++;
        }

        var first = Complement.EndOfTimes(text, behind, run.End);
        if (first == behind && cue.Use is not CueUse.Passive && text.Verb(cue.Verb) is { } verb && !CueFinder.IsPassive(text, cue.Verb, out _))
        {
            first = Addressees.Behind(text, verb, behind, run.End);
        }

        // Whether “of” itself is a part of it people do not agree.
        return first > run.First && first < run.End && !text.Is(run.First, WordClass.Preposition) ? run with { First = first } : run;
    }

    /// <summary>“accuses | Moscow of violating the treaty”: people mark who is accused as a part of what is said (66 of 75 in annotated news).</summary>
    private static TokenRun WithAccused(Reading text, Cue cue, TokenRun run)
    {
        var accused = new TokenRun(cue.Verb + 1, run.First);
        if (accused.IsEmpty || accused.End - accused.First >= LongestAccused || text.Verb(cue.Verb) is not { Lemma: "accuse" } || CueFinder.IsPassive(text, cue.Verb, out _)
            || !(text.IsWord(run.First, "of") || text.IsWord(run.First - 1, "of")))
        {
            return run;
        }

        for (var i = accused.First; i < accused.End; i++)
        {
            if (text.Is(i, WordClass.Comma | WordClass.Mark | WordClass.Stop | WordClass.Dash))
            {
                return run;
            }
        }

        return run with { First = accused.First };
    }

    /// <summary>“the deal “a fire sale”, is therefore wrong” ends with its marks, “the minutes, in what one rival called “a rout”” before the rival.</summary>
    private static TokenRun UpToOuterVerb(Reading text, TokenRun run)
    {
        for (var i = run.First; i + 1 < run.End; i++)
        {
            if (i > run.First && text.Stretch(i) < 0 && text.Is(i, WordClass.Comma) && OthersJudgements.IsWhatCall(text, i + 1))
            {
                return run with { End = i };
            }
        }

        for (var i = run.First; i + 1 < run.End; i++)
        {
            if (text.Stretch(i) < 0 && text.Is(i, WordClass.Comma | WordClass.Dash))
            {
                return i > run.First && text.Is(i - 1, WordClass.Mark) && ContentEnds.OuterVerbFollows(text, run.First, i) ? run with { End = i } : run;
            }
        }

        return run;
    }
}
