using BriefingBot.Quotes.Quotations;

namespace BriefingBot.Quotes.Learning;

/// <summary>Turns the labels of a window into an attribution.</summary>
internal static class LabeledSpans
{
    /// <summary>Null when no word is content. <paramref name="rule"/> is what the rules made of the same cue.</summary>
    public static Attribution? Of(Reading text, TokenFeatures tokens, SpanWindow window, ReadOnlySpan<byte> labels, Attribution? rule)
    {
        var contents = new List<TokenRun>();
        var mention = TokenRun.None;
        for (var i = 0; i < labels.Length; i++)
        {
            var run = window[i];
            switch ((SpanLabel)labels[i])
            {
                case SpanLabel.OpensSource:
                    mention = mention.IsEmpty ? run : mention;
                    break;
                case SpanLabel.InSource:
                    mention = mention.End == run.First ? new TokenRun(mention.First, run.End) : mention;
                    break;
                case SpanLabel.OpensContent:
                    contents.Add(run);
                    break;
                case SpanLabel.InContent:
                    contents[^1] = new TokenRun(contents[^1].First, run.End);
                    break;
            }
        }

        contents.RemoveAll(run => !text.HasWords(run, 1));
        if (contents.Count > 1 && contents[0].End - contents[0].First == 1 && text.Is(contents[0].First, WordClass.Wh))
        {
            // “the treaty, which he called a cornerstone”: people mark the “which” now and then; nobody said it.
            contents.RemoveAt(0);
        }

        if (contents.Count == 0)
        {
            return null;
        }

        mention = WithoutVerb(text, tokens, Subjects.WithoutDateline(text, mention));
        if (mention.IsEmpty && rule is not null)
        {
            mention = rule.Mention;
        }

        var verb = window[window.Cue].First;
        var before = contents[0].First < verb;
        return new Attribution
        {
            Cue = rule?.Cue ?? new Cue(new TokenRun(verb, verb + 1), verb, CueUse.Finite),
            Frame = before ? Frame.Before : rule is { Frame: not Frame.Before } ? rule.Frame
                : text.Is(contents[0].First, WordClass.That) ? Frame.That : Frame.Object,
            Contents = contents,
            Mention = mention,
            Rule = CueSources.RuleOf(mention, rule),
            Score = 1,
        };
    }

    /// <summary>“Ada Moreau raised the issue and …”: the mention ends before a verb of its own; that of a relative clause may stand.</summary>
    private static TokenRun WithoutVerb(Reading text, TokenFeatures tokens, TokenRun mention)
    {
        var relative = false;
        for (var i = mention.First; i < mention.End; i++)
        {
            relative = text.Is(i, WordClass.Wh | WordClass.That) || (relative && !text.Is(i, WordClass.Comma));
            if (i > mention.First && !relative && text.Stretch(i) < 0 && !text.Is(i, WordClass.Capital) && PartsOfSpeech.IsFinite(tokens.Tag(i)))
            {
                var end = i;
                while (end > mention.First + 1 && text.Is(end - 1, WordClass.Comma | WordClass.Adverb | WordClass.Dash))
                {
                    end--;
                }

                return new TokenRun(mention.First, end);
            }
        }

        return mention;
    }
}
