namespace BriefingBot.Quotes.Quotations;

/// <summary>Mends where contents begin and end, whether rules or the model found them.</summary>
internal static class ContentEdges
{
    /// <summary>The attribution without stray single marks at its edges, whom it is said to, and what its outer sentence says behind its marks.</summary>
    public static Attribution Mended(Reading text, Attribution attribution)
    {
        if (attribution.IsTurn)
        {
            return attribution;
        }

        var contents = attribution.Contents;
        for (var i = 0; i < contents.Count; i++)
        {
            var run = attribution.Frame is Frame.Before ? contents[i] : UpToOuterVerb(text, contents[i]);
            run = Trimmed(text, i == 0 && attribution.Cue is { } cue ? BehindAddressee(text, cue, run) : run);
            if (run != contents[i] && !run.IsEmpty)
            {
                contents = ReferenceEquals(contents, attribution.Contents) ? [.. contents] : contents;
                contents[i] = run;
            }
        }

        var mention = attribution.Mention.IsEmpty ? attribution.Mention : Trimmed(text, attribution.Mention);
        mention = mention.IsEmpty ? attribution.Mention : mention;
        return ReferenceEquals(contents, attribution.Contents) && mention == attribution.Mention ? attribution : attribution with { Contents = contents, Mention = mention };
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

    /// <summary>“the deal “a fire sale”, is therefore wrong” ends with its marks.</summary>
    private static TokenRun UpToOuterVerb(Reading text, TokenRun run)
    {
        for (var i = run.First; i + 1 < run.End; i++)
        {
            if (text.Stretch(i) < 0 && text.Is(i, WordClass.Comma | WordClass.Dash))
            {
                return i > run.First && text.Is(i - 1, WordClass.Mark) && ContentEnds.OuterVerbFollows(text, run.First, i) ? run with { End = i } : run;
            }
        }

        return run;
    }

    /// <summary>Without the marks of “star 'refuses' new deal”, which hold no stretch.</summary>
    private static TokenRun Trimmed(Reading text, TokenRun run)
    {
        var (first, end) = (run.First, run.End);
        while (first < end && IsStray(text, first))
        {
            first++;
        }

        // One that touches the word before it may be “the members’”.
        while (end - 1 > first && IsStray(text, end - 1) && text.Tokens[end - 1].Start > text.Tokens[end - 2].End)
        {
            end--;
        }

        return new TokenRun(first, end);
    }

    private static bool IsStray(Reading text, int token) => text.Tokens[token].Length == 1 && text.Is(token, WordClass.Sign | WordClass.Genitive)
        && text.FirstChar(token) is '\'' or '‘' or '’';
}
