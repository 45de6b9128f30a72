using BriefingBot.Quotes.Quotations;

namespace BriefingBot.Quotes.Learning;

/// <summary>The features by which a token is taken for the cue of an attribution, or not.</summary>
internal sealed class CueFeatures(Reading text, TokenFeatures tokens, RuleHints rules)
{
    public const int Most = 80;

    private readonly SentenceContext _context = new(text, rules);

    /// <summary>
    /// Whether the token can be a cue at all: outside quotation marks a verb, a noun, an adjective, a colon, or what the rules take for one.
    /// </summary>
    public bool CanBeCue(int i) => text.Stretch(i) < 0
        && (PartsOfSpeech.CanBeCue(tokens.Tag(i)) || rules.IsCue(i) || rules.Candidate(i) is not null);

    public void Read(int i, ref FeatureList into)
    {
        var (stem, tag) = (tokens.Stem(i), tokens.Tag(i));
        into.Add(1, 0);
        into.Add(2, tokens.Word(i));
        into.Add(3, stem);
        into.Add(4, tag);
        into.Add(5, stem, tag);
        into.Add(6, tokens.Suffix(i), tag);
        into.Add(7, tokens.Word(i - 1));
        into.Add(8, tokens.Word(i + 1));
        into.Add(9, tokens.Word(i - 2));
        into.Add(10, tokens.Word(i + 2));
        into.Add(11, tokens.Tag(i - 1), tag);
        into.Add(12, tag, tokens.Tag(i + 1));
        into.Add(13, tokens.Tag(i - 2), tokens.Tag(i - 1), tag);
        into.Add(14, tag, tokens.Tag(i + 1), tokens.Tag(i + 2));
        into.Add(15, tokens.Tag(i - 1), tag, tokens.Tag(i + 1));
        into.Add(16, stem, tokens.Word(i + 1));
        into.Add(17, stem, tokens.Word(i - 1));
        into.Add(18, stem, tokens.Tag(i + 1));
        into.Add(19, stem, tokens.Tag(i - 1));
        into.Add(20, stem, tokens.Tag(i + 1), tokens.Tag(i + 2));
        into.Add(21, tag, tokens.Word(i + 1));
        into.Add(22, tag, tokens.Word(i + 2));
        into.Add(23, tokens.Word(i + 1), tokens.Word(i + 2));
        into.Add(24, tag, tokens.Word(i - 1));
        into.Add(25, tokens.Class(i - 1), tokens.Class(i + 1), tag);
        into.Add(26, tokens.Tag(i + 3), tokens.Tag(i + 2), tag);
        into.Add(27, tokens.Tag(i - 3), tokens.Tag(i - 2), tag);
        into.Add(28, tokens.Shape(i), tag);
        into.Add(29, tokens.Stem(i - 1), tag);
        into.Add(30, tokens.Word(i - 1), tokens.Word(i + 1), tag);
        ReadRules(i, stem, tag, ref into);
        ReadSentence(i, stem, tag, ref into);
    }

    private void ReadRules(int i, uint stem, uint tag, ref FeatureList into)
    {
        var candidate = rules.Candidate(i);
        var told = (rules.IsCue(i) ? 1u : 0) | (candidate is null ? 0 : 2u) | (rules.IsChosen(i) ? 4u : 0) | (rules.IsWithin(i) ? 8u : 0);
        into.Add(40, told);
        into.Add(41, told, stem);
        into.Add(42, told, tag);
        if (candidate is not null)
        {
            var score = (uint)(candidate.Score * 10);
            into.Add(43, (uint)candidate.Frame, score);
            into.Add(44, (uint)candidate.Frame, stem);
            into.Add(45, (uint)candidate.Rule, (uint)candidate.Frame);
            into.Add(46, told, score);
            into.Add(47, (uint)candidate.Rule, told);
            into.Add(48, (uint)candidate.Frame, Buckets.Of(candidate.End - candidate.First));
        }
    }

    /// <summary>What stands in the sentence before and after: marks, other cues, words that open clauses.</summary>
    private void ReadSentence(int i, uint stem, uint tag, ref FeatureList into)
    {
        var sentence = text.SentenceRun(text.Sentence(i));
        var (before, after) = (_context.Before(i), _context.After(i));
        into.Add(60, before.Kinds, after.Kinds, tag);
        into.Add(61, before.Cues, after.Cues);
        into.Add(62, before.Cues, tag);
        into.Add(63, Buckets.Of(i - sentence.First), tag);
        into.Add(64, Buckets.Of(sentence.End - i), tag);
        into.Add(65, before.HasMarks ? 1u : 0, after.HasMarks ? 1u : 0, stem);
        into.Add(66, text.Stretch(i - 1) >= 0 ? 1u : 0, text.Stretch(i + 1) >= 0 ? 1u : 0, stem);
        into.Add(67, before.Verbs, tag);
        into.Add(68, text.FirstChar(sentence.End - 1), tag);
        into.Add(69, tokens.Word(sentence.First), tag);
        into.Add(70, rules.IsWithin(i) ? 1u : 0, before.Kinds, stem);
    }
}
