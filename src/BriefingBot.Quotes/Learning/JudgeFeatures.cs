using BriefingBot.Quotes.Quotations;

namespace BriefingBot.Quotes.Learning;

/// <summary>The features by which a proposal is taken for an attribution as people would mark it, or not.</summary>
internal static class JudgeFeatures
{
    public const int Most = 120;

    public static void Read(Reading text, TokenFeatures tokens, RuleHints rules, Tallies tallies, Proposal p, ref FeatureList into)
    {
        var a = p.Attribution;
        var verb = a.Cue?.Verb ?? -1;
        var origin = (uint)p.Origin;
        var cue = Level(p.CueScore, 2);
        var speech = Level(p.SpeechScore, 1);
        var spans = p.SpanScore > 0 ? 99u : Level(p.SpanScore, 1.5f);
        var agreement = p.Agreement < 0 ? 9u : (uint)(p.Agreement * 4.99f);
        var length = Buckets.Of(a.Contents.Sum(run => run.End - run.First));
        var kind = KindOf(text, a);
        var told = rules.Told(verb);
        into.Add(400, origin);
        into.Add(401, cue);
        into.Add(402, cue, origin);
        into.Add(403, cue, kind);
        into.Add(404, spans);
        into.Add(405, spans, origin);
        into.Add(406, spans, cue);
        into.Add(407, speech, cue);
        into.Add(408, agreement, origin);
        into.Add(409, agreement, spans, origin);
        into.Add(410, length, kind);
        into.Add(411, length, origin, kind);
        into.Add(412, told, origin, kind);
        into.Add(413, told, cue, origin);
        into.Add(414, (uint)a.Frame, origin, kind);
        into.Add(415, (uint)a.Rule, origin);
        into.Add(416, a.Mention.IsEmpty ? 0u : 1, cue, kind);
        into.Add(417, tokens.Stem(verb));
        into.Add(418, tokens.Stem(verb), kind);
        into.Add(419, Level(p.Outer, 1), cue);
        into.Add(420, Level(p.Inner, 1), cue);
        into.Add(421, Level(p.Outer - p.CueScore, 1), kind);
        into.Add(422, Level(p.Inner - p.CueScore, 1), kind);
        var behind = (uint)p.Rank | ((uint)Math.Min(p.Behind * 3, 9) << 2);
        into.Add(426, behind, origin);
        into.Add(427, behind, kind);
        into.Add(428, behind, spans);
        if (rules.Candidate(verb) is { } rule)
        {
            into.Add(423, (uint)(rule.Score * 10), origin, kind);
            into.Add(424, rule.Mention == a.Mention ? 1u : 0, origin);
        }
        else if (verb < 0)
        {
            into.Add(425, (uint)a.Rule, (uint)(a.Score * 10), kind);
        }

        ReadEnds(text, tokens, a, kind, origin, ref into);
        ReadInside(text, tokens, tallies, a, kind, ref into);
        ReadContrast(text, tokens, tallies, p, kind, ref into);
    }

    /// <summary>What the content is made of, and what its sentence still has behind it.</summary>
    private static void ReadInside(Reading text, TokenFeatures tokens, Tallies tallies, Attribution a, uint kind, ref FeatureList into)
    {
        var inside = tallies.Of(a.Contents);
        var behind = tallies.Behind(text, a);
        var (verbs, commas, left) = ((uint)Math.Min(inside.Verbs, 4), (uint)Math.Min(inside.Commas, 3), (uint)Math.Min(behind.Verbs, 2));
        var marks = behind.Marked > 0 ? 1u : 0;
        into.Add(460, verbs, kind);
        into.Add(461, commas, kind);
        into.Add(462, verbs, commas, kind);
        into.Add(463, left, marks, kind);
        into.Add(464, left, verbs, kind);
        into.Add(465, (uint)Math.Min(inside.Stretches, 3), kind, marks);
        into.Add(466, tokens.Word(a.End), tokens.Tag(a.End + 1), kind);
        into.Add(467, tokens.Word(a.End), tokens.Tag(a.End + 1), tokens.Tag(a.End + 2));
        if (a.Cue is not { Verb: var verb })
        {
            return;
        }

        var gap = a.First > verb ? Buckets.Of(a.First - verb) : 100 + Buckets.Of(Math.Max(0, verb - a.End));
        into.Add(468, gap, kind);
        into.Add(469, gap, tokens.Stem(verb));
        into.Add(470, tokens.Tag(verb), tokens.Tag(a.First), kind);
        into.Add(471, tokens.Stem(verb), tokens.Tag(a.First), kind);
        if (!a.Mention.IsEmpty)
        {
            into.Add(472, a.Mention.End <= verb ? Buckets.Of(verb - a.Mention.End) : 100 + Buckets.Of(a.Mention.First - verb), kind);
        }
    }

    /// <summary>Where the content differs from the likeliest other one of its cue, and what stands where it is cut.</summary>
    private static void ReadContrast(Reading text, TokenFeatures tokens, Tallies tallies, Proposal p, uint kind, ref FeatureList into)
    {
        if (p.Rival is not { } rival)
        {
            into.Add(480, 0);
            return;
        }

        var a = p.Attribution;
        var (first, end) = (Direction(a.First, rival.First), Direction(a.End, rival.End));
        var type = first | (end << 2) | ((uint)p.Rank << 4) | (a.Contents.Count == rival.Contents.Count ? 0 : 64u);
        into.Add(481, type);
        into.Add(482, type, kind);
        if (end != 0)
        {
            var (cut, till) = (Math.Min(a.End, rival.End), Math.Max(a.End, rival.End));
            var between = tallies.Of(cut, till);
            var holds = FeatureHash.Mix((uint)Math.Min(between.Verbs, 2), between.Marked > 0 ? 1u : 0);
            into.Add(483, end, tokens.Word(cut));
            into.Add(484, end, tokens.Word(cut), tokens.Tag(cut + 1));
            into.Add(485, end, tokens.Tag(cut), FeatureHash.Mix(tokens.Tag(cut + 1), tokens.Tag(cut - 1)));
            into.Add(486, end, tokens.Word(cut + 1), tokens.Tag(cut));
            into.Add(487, end, Buckets.Of(till - cut), holds);
            into.Add(488, end, holds, tokens.Word(cut));
            into.Add(489, end, text.Stretch(cut - 1) >= 0 ? 1u : 0, tokens.Word(cut));
            into.Add(490, end, Buckets.Of(cut - Math.Min(a.First, rival.First)), tokens.Word(cut));
        }

        if (first != 0)
        {
            var (from, cut) = (Math.Min(a.First, rival.First), Math.Max(a.First, rival.First));
            into.Add(491, first, tokens.Word(cut));
            into.Add(492, first, tokens.Word(cut - 1), tokens.Tag(cut));
            into.Add(493, first, tokens.Word(from));
            into.Add(494, first, tokens.Tag(from), tokens.Tag(cut));
            into.Add(495, first, Buckets.Of(cut - from));
        }
    }

    private static uint Direction(int own, int other) => own < other ? 1u : own > other ? 2u : 0;

    private static void ReadEnds(Reading text, TokenFeatures tokens, Attribution a, uint kind, uint origin, ref FeatureList into)
    {
        into.Add(440, tokens.Word(a.First), kind);
        into.Add(441, tokens.Tag(a.First), tokens.Tag(a.First - 1), kind);
        into.Add(442, tokens.Word(a.First - 1), origin);
        into.Add(443, tokens.Tag(a.End - 1), tokens.Tag(a.End), kind);
        into.Add(444, tokens.Word(a.End), kind);
        into.Add(445, text.SentenceRun(text.Sentence(a.First)).First == a.First ? 1u : 0, kind, origin);
        into.Add(446, (uint)a.Contents.Count, kind);
        var marked = text.Stretch(a.End - 1) >= 0 ? 1u : 0;
        into.Add(452, marked, tokens.Word(a.End), kind);
        into.Add(453, marked, tokens.Tag(a.End), FeatureHash.Mix(tokens.Tag(a.End + 1), kind));
        into.Add(454, tokens.Tag(a.End - 1), tokens.Word(a.End), kind);
        into.Add(455, tokens.Word(a.First - 1), tokens.Tag(a.First), kind);
        into.Add(447, a.End < text.Count && text.Sentence(a.End) == text.Sentence(a.End - 1) ? 1u : 0, kind, origin);
        into.Add(448, (uint)Math.Min(3, text.Sentence(a.End - 1) - text.Sentence(a.First)), kind);
        if (!a.Mention.IsEmpty)
        {
            into.Add(449, tokens.Word(a.Mention.First), kind);
            into.Add(450, tokens.Tag(a.Mention.End - 1), origin);
            into.Add(451, Buckets.Of(a.Mention.End - a.Mention.First));
        }
    }

    /// <summary>0 without marks, 1 with some, 2 all in marks: a part of the model's features, whatever the kinds' own numbers.</summary>
    private static uint KindOf(Reading text, Attribution a) => a.KindIn(text) switch
    {
        QuotationKind.Paraphrase => 0,
        QuotationKind.Partly => 1,
        _ => 2,
    };

    private static uint Level(float value, float steps) => (uint)(int)MathF.Round(Math.Clamp(value, -12, 12) * steps) + 64;
}
