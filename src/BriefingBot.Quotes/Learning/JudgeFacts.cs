using BriefingBot.Quotes.Quotations;

namespace BriefingBot.Quotes.Learning;

/// <summary>What the judge's trees are told of a proposal, as numbers: what the stages before found, what stands against it, how it is built.</summary>
internal static class JudgeFacts
{
    public const int Count = 48;

    /// <summary>A place that is none: far from every other.</summary>
    private const float Nowhere = -99;

    public static void Read(Reading text, TokenFeatures tokens, RuleHints rules, Tallies tallies, Rivals rivals, Proposal p, ref FactList into)
    {
        ReadScores(rules, rivals, p, ref into);
        ReadContents(text, tallies, p.Attribution, ref into);
        ReadPlaces(text, tokens, p, ref into);
    }

    private static void ReadScores(RuleHints rules, Rivals rivals, Proposal p, ref FactList into)
    {
        var verb = p.Attribution.Cue?.Verb ?? -1;
        var logit = p.FirstLogit;
        var (ofCue, ofWords, ofCueWord) = (rivals.OfCue(p), rivals.OfWords(p), rivals.OfCueWord(p));
        into.Add(logit);
        into.Add(p.CueScore);
        into.Add(p.SpeechScore);
        into.Add(p.SpanScore);
        into.Add(p.Agreement);
        into.Add(p.Behind);
        into.Add(p.Rank);
        into.Add(p.Outer);
        into.Add(p.Inner);
        into.Add(p.Outer - p.CueScore);
        into.Add(p.Inner - p.CueScore);
        into.Add((int)p.Origin);
        into.Add(rules.Told(verb));
        into.Add((float)(rules.Candidate(verb)?.Score ?? -1));
        into.Add(rivals.Count(p));
        into.Add(ofCue);
        into.Add(logit - ofCue);
        into.Add(ofWords);
        into.Add(logit - ofWords);
        into.Add(ofCueWord);
        into.Add(logit - ofCueWord);
    }

    private static void ReadContents(Reading text, Tallies tallies, Attribution a, ref FactList into)
    {
        var length = a.Contents.Sum(run => run.End - run.First);
        var inside = tallies.Of(a.Contents);
        var sentence = text.SentenceRun(text.Sentence(a.End - 1));
        var left = tallies.Behind(text, a);
        into.Add(inside.Marked == 0 ? 0 : inside.Marked == length ? 2 : 1);
        into.Add(inside.Marked / (float)length);
        into.Add((int)a.Frame);
        into.Add((int)a.Rule);
        into.Add(length);
        into.Add(a.Contents.Count);
        into.Add(inside.Verbs);
        into.Add(inside.Commas);
        into.Add(inside.Stretches);
        into.Add(left.Verbs);
        into.Add(left.Marked > 0);
        into.Add(text.Sentence(a.End - 1) - text.Sentence(a.First));
        into.Add(sentence.End - a.End);
        into.Add(text.Stretch(a.End - 1) >= 0);
        into.Add(text.Paragraph(a.First));
        into.Add(sentence.End - sentence.First);
    }

    private static void ReadPlaces(Reading text, TokenFeatures tokens, Proposal p, ref FactList into)
    {
        var (a, mention) = (p.Attribution, p.Attribution.Mention);
        var verb = a.Cue?.Verb ?? -1;
        into.Add(verb < 0 ? Nowhere : a.First > verb ? a.First - verb : a.End - verb);
        into.Add(p.Rival is null ? 0 : a.First - p.Rival.First);
        into.Add(p.Rival is null ? 0 : a.End - p.Rival.End);
        into.Add(p.Rival is not null);
        into.Add(tokens.Tag(a.End));
        into.Add(tokens.Tag(a.End + 1));
        into.Add(tokens.Tag(verb));
        into.Add(tokens.Tag(a.First));
        into.Add(mention.End - mention.First);
        into.Add(mention.IsEmpty || verb < 0 ? Nowhere : mention.First - verb);
        into.Add(mention.IsEmpty ? Nowhere : tokens.Tag(mention.End - 1));
    }
}
