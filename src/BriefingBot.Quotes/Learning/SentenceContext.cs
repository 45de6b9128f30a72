using BriefingBot.Quotes.Quotations;

namespace BriefingBot.Quotes.Learning;

/// <summary>For each token what stands before it and after it in its sentence: marks, commas, words that open clauses, cues, verbs.</summary>
internal sealed class SentenceContext
{
    private const byte Marks = 1;
    private const byte That = 2;
    private const byte Comma = 4;
    private const byte To = 8;

    private readonly Side[] _before;
    private readonly Side[] _after;

    public SentenceContext(Reading text, RuleHints rules)
    {
        (_before, _after) = (new Side[text.Count], new Side[text.Count]);
        for (var sentence = 0; sentence < text.Text.Sentences.Length; sentence++)
        {
            var run = text.SentenceRun(sentence);
            var side = default(Side);
            for (var i = run.First; i < run.End; i++)
            {
                _before[i] = side;
                side = side.With(text, rules, i);
            }

            side = default;
            for (var i = run.End - 1; i >= run.First; i--)
            {
                _after[i] = side;
                side = side.With(text, rules, i);
            }
        }
    }

    public Side Before(int token) => _before[token];

    public Side After(int token) => _after[token];

    /// <summary>Which kinds of words stand on one side, and how many cues and verbs, up to three.</summary>
    internal readonly record struct Side(byte Kinds, byte Cues, byte Verbs)
    {
        public bool HasMarks => (Kinds & Marks) != 0;

        public Side With(Reading text, RuleHints rules, int i)
        {
            if (text.Stretch(i) >= 0)
            {
                return this with { Kinds = (byte)(Kinds | Marks) };
            }

            var kind = text.Is(i, WordClass.That) ? That : text.Is(i, WordClass.Comma) ? Comma : text.Is(i, WordClass.To) ? To : (byte)0;
            return new Side(
                (byte)(Kinds | kind),
                (byte)Math.Min(2, Cues + (rules.Candidate(i) is null ? 0 : 1)),
                (byte)Math.Min(3, Verbs + (text.Is(i, WordClass.Be | WordClass.Auxiliary | WordClass.Verb) ? 1 : 0)));
        }
    }
}
