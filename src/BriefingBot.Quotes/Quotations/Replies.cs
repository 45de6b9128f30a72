namespace BriefingBot.Quotes.Quotations;

/// <summary>
/// Sentences in quotation marks that no verb of saying gives to anybody, within a paragraph: the answer to a question of the narrator's (“Had she
/// been paid? “My fare.””), and the words behind a gesture (“Keller shrugs. “Nobody asked.””). Layout and grammar alone tell these.
/// </summary>
internal static class Replies
{
    private const double Score = 0.7;

    /// <summary>In tokens.</summary>
    private const int LongestVoice = 30;

    /// <summary>In tokens: a sentence so short with one “her” in it tells of her.</summary>
    private const int ShortestTale = 8;

    /// <summary>So many sentences before a question in marks are looked at.</summary>
    private const int LongestTalk = 5;

    /// <summary>What was chosen, with such sentences in text order among it. Linear.</summary>
    public static List<Attribution> AddTo(Reading text, List<Attribution> chosen, Interview? interview)
    {
        var claimed = new bool[text.Count];
        // “It fell. “Nobody asked.””: the rule for gestures took what is nobody for the speaker. They stand unless somebody is found.
        var given = chosen.FindAll(attribution => !IsOfNobody(text, attribution));
        given.ForEach(attribution => attribution.Contents.ForEach(run => Array.Fill(claimed, true, run.First, run.End - run.First)));
        var spoke = SpokeIn(text, given);
        var found = new List<Attribution>();
        var replaced = new HashSet<int>();
        for (var stretch = 0; stretch < text.Stretches; stretch++)
        {
            var run = text.StretchRun(stretch);
            if (run.IsEmpty || run.First == 0 || claimed.AsSpan(run.First, run.End - run.First).Contains(true) || text.Paragraph(run.First - 1) != text.Paragraph(run.First)
                || (CameVoice(text, run) ?? Speaker(text, run, spoke, interview)) is not { } reply)
            {
                continue;
            }

            found.Add(reply);
            replaced.Add(run.First);
            Note(text, spoke, found[^1]);
        }

        return Merged(chosen.FindAll(attribution => !(IsOfNobody(text, attribution) && replaced.Contains(attribution.First))), found);
    }

    private static bool IsOfNobody(Reading text, Attribution attribution) => attribution is { Rule: MentionRule.CarriedOn, Cue: null, Mention.IsEmpty: false, Contents.Count: 1 }
        && CarriedOn.IsNobody(text, attribution.Mention);

    /// <summary>By sentence: the mention of whoever spoke in it last; null where nobody did.</summary>
    public static TokenRun?[] SpokeIn(Reading text, List<Attribution> chosen)
    {
        var spoke = new TokenRun?[text.Text.Sentences.Length];
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
    private static bool IsSentence(Reading text, TokenRun run) => !run.IsEmpty && run.First > 0 && (ContentEnds.ClosesStatement(text, run.End) || EndsWithNo(text, run.End - 2)) && text.HasWords(run, 1)
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

    /// <summary>The words, by whoever the sentence before them tells; null where they are no sentence, or nobody is told.</summary>
    private static Attribution? Speaker(Reading text, TokenRun run, TokenRun?[] spoke, Interview? interview)
    {
        if (!IsSentence(text, run))
        {
            return null;
        }

        var (mention, place) = Speaker(text, text.Sentence(run.First - 1), spoke);
        if (mention.IsEmpty && interview?.Contains(text.Paragraph(run.First)) == true)
        {
            (mention, place) = (interview.Interviewed, TalkPlace.Interview);
        }

        return mention.IsEmpty ? null : Of(run, mention, place);
    }

    private static (TokenRun Mention, TalkPlace Place) Speaker(Reading text, int before, TokenRun?[] spoke)
    {
        var sentence = text.SentenceRun(before);
        var paragraph = text.Text.Sentences[before].Paragraph;
        if (EndsQuestion(text, sentence.End - 1))
        {
            return (Possessor(text, sentence) ?? Answerer(text, sentence.End - 1, i => text.Text.Sentences[i].Paragraph == paragraph ? Acted(text, i, spoke) : null), TalkPlace.Answer);
        }

        // “Keller asked me what I knew. “Nothing.””: the narrator answers.
        if (spoke[before] is { IsEmpty: false } who && !Exchange.IsNarrator(text, who) && AsksMe(text, sentence))
        {
            return (TokenRun.None, TalkPlace.None);
        }

        if (spoke[before] is { IsEmpty: false } asker && Exchange.IsNarrator(text, asker))
        {
            return Actors.Of(text, before) is { IsEmpty: false } actor ? (actor, TalkPlace.None) : (Pronoun(text, sentence with { First = Math.Max(sentence.First, asker.End) }), TalkPlace.Answer);
        }

        if (spoke[before] is null && text.Is(sentence.First, WordClass.Mark))
        {
            // “And what did she say?” “Nothing.”: who is quoted in the question's own marks is not told, but who spoke before it is.
            for (var i = before - 1; text.FirstChar(sentence.End - 2) == '?' && i >= Math.Max(0, before - LongestTalk) && text.Text.Sentences[i].Paragraph == paragraph; i--)
            {
                if (spoke[i] is { IsEmpty: false } speaker && !CarriedOn.IsNobody(text, speaker))
                {
                    return (speaker, TalkPlace.Answer);
                }
            }

            return (TokenRun.None, TalkPlace.None);
        }

        return (Acted(text, before, spoke), TalkPlace.None);
    }

    private static bool AsksMe(Reading text, TokenRun sentence)
    {
        for (var i = sentence.First; i + 1 < sentence.End; i++)
        {
            if (text.Text.Word(i) is "asked" or "asks" && text.Text.Word(i + 1) is "me" or "us")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>“Twenty,” came her mother's voice: the voice is the speaker's; “came the answer” does not say whose, but the question before it may.</summary>
    private static Attribution? CameVoice(Reading text, TokenRun run)
    {
        var verb = run.End;
        if (!text.IsWord(verb, "came") || !text.Is(verb - 1, WordClass.Mark) || !text.Is(verb - 2, WordClass.Comma | WordClass.Stop) || text.SentenceRun(text.Sentence(run.First)).First != run.First)
        {
            return null;
        }

        var mention = Voice(text, verb + 1);
        if (mention.IsEmpty && text.IsWord(verb + 1, "the") && verb + 2 < text.Count && text.Text.Word(verb + 2) is "answer" or "reply" or "response" && EndsQuestion(text, run.First - 1))
        {
            mention = Answerer(text, run.First - 1, _ => null);
        }

        return mention.IsEmpty ? null : new Attribution
        {
            Cue = new Cue(new TokenRun(verb, verb + 1), verb, CueUse.Finite),
            Frame = Frame.Before,
            Contents = [run],
            Mention = mention,
            Rule = MentionRule.Inverted,
            Score = Score,
        };
    }

    /// <summary>“her mother's voice”: the phrase that begins with the token, where it ends with a voice.</summary>
    private static TokenRun Voice(Reading text, int first)
    {
        // “her” is an object as well.
        var noun = first + (text.Is(first, WordClass.Possessive) ? 1 : 0);
        var end = NounPhrases.StartingAt(text, noun, Math.Min(text.Count, noun + LongestVoice)).End;
        return end > noun && IsVoice(text, end - 1) ? new TokenRun(first, end) : TokenRun.None;
    }

    private static bool IsVoice(Reading text, int token) => text.Text.Word(token) is "voice" or "voices";

    /// <summary>“Her verdict?”: whose; null where the question is another.</summary>
    private static TokenRun? Possessor(Reading text, TokenRun sentence) => sentence.End - sentence.First == 3 && SourceReader.GenderOf(text.Text.Word(sentence.First)) != 0
        && SpeechNouns.Contains(text.Text.Word(sentence.First + 1)) ? sentence with { End = sentence.First + 1 } : null;

    private static TokenRun Pronoun(Reading text, TokenRun within)
    {
        for (var i = within.First; i < within.End; i++)
        {
            if (text.Stretch(i) < 0 && CarriedOn.IsHeOrShe(text, new TokenRun(i, i + 1)))
            {
                return new TokenRun(i, i + 1);
            }
        }

        return TokenRun.None;
    }

    /// <summary>Whoever spoke in the sentence, else whose voice it ends with, its subject, when that is somebody who does something, or whom it tells something of.</summary>
    private static TokenRun Acted(Reading text, int before, TokenRun?[] spoke)
    {
        if (spoke[before] is { } speaker && (speaker.IsEmpty || !CarriedOn.IsNobody(text, speaker)))
        {
            return speaker;
        }

        var sentence = text.SentenceRun(before);
        if (sentence.End - sentence.First > 2 && IsVoice(text, sentence.End - 2) && NounPhrases.EndingAt(text, sentence.End - 2, sentence.First) is { IsEmpty: false } voice)
        {
            return voice;
        }

        // “It fell from her hand.”
        return Actors.Of(text, before) is { IsEmpty: false } actor ? actor : sentence.End - sentence.First <= ShortestTale && !text.Is(sentence.First, WordClass.Sign) && !Actors.HoldsDocument(text, sentence) ? Pronoun(text, sentence) : TokenRun.None;
    }
}
