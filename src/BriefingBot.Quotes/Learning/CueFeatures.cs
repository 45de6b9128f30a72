using BriefingBot.Quotes.Quotations;

namespace BriefingBot.Quotes.Learning;

/// <summary>The features by which a token is taken for the cue of an attribution, or not.</summary>
internal sealed class CueFeatures(Reading text, TokenFeatures tokens, RuleHints rules)
{
    public const int Most = 80;

    /// <summary>Whether the token can be a cue at all: no sign, and outside quotation marks.</summary>
    public bool CanBeCue(int i) => text.Stretch(i) < 0
        && (text.Tokens[i].Kind is TokenKind.Word ? !text.Is(i, WordClass.Determiner | WordClass.Genitive) : text.Is(i, WordClass.Colon));

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
        var (low, high) = (Math.Max(sentence.First, i - 60), Math.Min(sentence.End, i + 60));
        uint before = 0, after = 0, cuesBefore = 0, cuesAfter = 0, verbs = 0;
        for (var k = low; k < i; k++)
        {
            before |= text.Stretch(k) >= 0 ? 1u : text.Is(k, WordClass.That) ? 2u : text.Is(k, WordClass.Comma) ? 4u : 0;
            cuesBefore += rules.Candidate(k) is not null ? 1u : 0;
            verbs += text.Stretch(k) < 0 && text.Is(k, WordClass.Be | WordClass.Auxiliary | WordClass.Verb) ? 1u : 0;
        }

        for (var k = i + 1; k < high; k++)
        {
            after |= text.Stretch(k) >= 0 ? 1u : text.Is(k, WordClass.That) ? 2u : text.Is(k, WordClass.Comma) ? 4u
                : text.Is(k, WordClass.To) ? 8u : 0;
            cuesAfter += rules.Candidate(k) is not null ? 1u : 0;
        }

        cuesBefore = Math.Min(cuesBefore, 2);
        cuesAfter = Math.Min(cuesAfter, 2);
        into.Add(60, before, after, tag);
        into.Add(61, cuesBefore, cuesAfter);
        into.Add(62, cuesBefore, tag);
        into.Add(63, Buckets.Of(i - sentence.First), tag);
        into.Add(64, Buckets.Of(sentence.End - i), tag);
        into.Add(65, before & 1, after & 1, stem);
        into.Add(66, text.Stretch(i - 1) >= 0 ? 1u : 0, text.Stretch(i + 1) >= 0 ? 1u : 0, stem);
        into.Add(67, Math.Min(verbs, 3), tag);
        into.Add(68, (uint)text.FirstChar(sentence.End - 1), tag);
        into.Add(69, tokens.Word(sentence.First), tag);
        into.Add(70, i - low < 60 && rules.IsWithin(i) ? 1u : 0, before, stem);
    }
}
