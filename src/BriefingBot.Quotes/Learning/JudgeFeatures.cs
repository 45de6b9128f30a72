using BriefingBot.Quotes.Quotations;

namespace BriefingBot.Quotes.Learning;

/// <summary>The features by which a proposal is taken for an attribution as people would mark it, or not.</summary>
internal static class JudgeFeatures
{
    public const int Most = 160;

    public static void Read(Reading text, TokenFeatures tokens, RuleHints rules, Proposal p, ref FeatureList into)
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
        var told = (rules.Candidate(verb) is null ? 0u : 1u) | (rules.IsChosen(verb) ? 2u : 0);
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
        ReadInside(text, tokens, a, kind, ref into);
        ReadContrast(text, tokens, p, kind, ref into);
        if (Environment.GetEnvironmentVariable("RC") == "1")
        {
            ReadCue(text, tokens, a, kind, ref into);
        }
    }

    internal static void ReadCue(Reading text, TokenFeatures tokens, Attribution a, uint kind, ref FeatureList into)
    {
        var sentence = text.Sentence(a.First);
        into.Add(500, text.Paragraph(a.First) == 0 ? 1u : 0, kind);
        into.Add(501, Buckets.Of(a.First - text.SentenceRun(sentence).First), kind);
        if (a.Cue is not { } cue)
        {
            return;
        }

        var verb = cue.Verb;
        var stem = tokens.Stem(verb);
        var tag = tokens.Tag(verb);
        var before = a.First < verb ? 1u : 0;
        into.Add(502, tokens.Word(verb - 1), stem);
        into.Add(503, tokens.Word(verb + 1), stem);
        into.Add(504, tokens.Tag(verb - 1), tag, tokens.Tag(verb + 1));
        into.Add(505, tokens.Word(verb - 1), tag, kind);
        into.Add(506, tokens.Word(verb + 1), tag, kind);
        into.Add(507, stem, before, kind);
        into.Add(508, tag, before, kind);
        into.Add(509, tokens.Tag(verb - 2), tokens.Tag(verb - 1), tag);
        into.Add(510, stem, tag);
        into.Add(511, text.Sentence(verb) == sentence ? 1u : 0, before, kind);
        into.Add(512, tokens.Word(a.First), stem);
        into.Add(513, tokens.Word(a.First), tokens.Tag(a.First + 1), kind);
        into.Add(514, tokens.Tag(a.First), tokens.Tag(a.First + 1), tag);
        into.Add(515, tokens.Suffix(verb), tag, kind);
        if (a.Mention.IsEmpty)
        {
            into.Add(516, tag, stem);
        }
        else
        {
            var m = a.Mention;
            into.Add(517, tokens.Tag(m.First), tokens.Tag(m.End - 1), tag);
            into.Add(518, tokens.Tag(m.End - 1), stem);
            into.Add(519, tokens.Word(m.End - 1), kind);
            into.Add(520, tokens.Tag(m.First - 1), tokens.Tag(m.End), m.First > verb ? 1u : 0);
            into.Add(521, tokens.Word(m.First - 1), m.First > verb ? 1u : 0);
        }
    }

    public static float[] Sums(Reading text, TokenFeatures tokens, RuleHints rules, Proposal p, WeightTable judge)
    {
        Span<uint> buffer = stackalloc uint[Most];
        var kind = KindOf(text, p.Attribution);
        var list = new FeatureList(buffer);
        ReadEnds(text, tokens, p.Attribution, kind, (uint)p.Origin, ref list);
        var ends = judge.Sum(list.Items);
        list = new FeatureList(buffer);
        ReadInside(text, tokens, p.Attribution, kind, ref list);
        var inside = judge.Sum(list.Items);
        list = new FeatureList(buffer);
        ReadContrast(text, tokens, p, kind, ref list);
        var contrast = judge.Sum(list.Items);
        list = new FeatureList(buffer);
        ReadCue(text, tokens, p.Attribution, kind, ref list);
        var cue = Environment.GetEnvironmentVariable("RC") == "1" ? judge.Sum(list.Items) : 0;
        return [ends, inside, contrast, cue];
    }

    internal static void ReadInside(Reading text, TokenFeatures tokens, Attribution a, uint kind, ref FeatureList into)
    {
        uint verbs = 0, commas = 0, stretches = 0, last = uint.MaxValue;
        foreach (var run in a.Contents)
        {
            for (var i = run.First; i < run.End; i++)
            {
                var stretch = text.Stretch(i);
                if (stretch >= 0)
                {
                    stretches += (uint)stretch == last ? 0u : 1;
                    last = (uint)stretch;
                    continue;
                }

                verbs += tokens.Tag(i) is 28 or 31 or 32 or 10 ? 1u : 0;
                commas += text.Is(i, WordClass.Comma) ? 1u : 0;
            }
        }

        var end = text.SentenceRun(text.Sentence(a.End - 1)).End;
        uint left = 0, marks = 0;
        for (var i = a.End; i < Math.Min(end, a.End + 40); i++)
        {
            left += tokens.Tag(i) is 28 or 31 or 32 or 10 ? 1u : 0;
            marks = text.Stretch(i) >= 0 ? 1u : marks;
        }

        (verbs, commas, left, stretches) = (Math.Min(verbs, 4), Math.Min(commas, 3), Math.Min(left, 2), Math.Min(stretches, 3));
        into.Add(460, verbs, kind);
        into.Add(461, commas, kind);
        into.Add(462, verbs, commas, kind);
        into.Add(463, left, marks, kind);
        into.Add(464, left, verbs, kind);
        into.Add(465, stretches, kind, marks);
        into.Add(466, tokens.Word(a.End), tokens.Tag(a.End + 1), kind);
        into.Add(467, tokens.Word(a.End), tokens.Tag(a.End + 1), tokens.Tag(a.End + 2));
        if (a.Cue is { } cue)
        {
            var gap = a.First > cue.Verb ? Buckets.Of(a.First - cue.Verb) : 100 + Buckets.Of(Math.Max(0, cue.Verb - a.End));
            into.Add(468, gap, kind);
            into.Add(469, gap, tokens.Stem(cue.Verb));
            into.Add(470, tokens.Tag(cue.Verb), tokens.Tag(a.First), kind);
            into.Add(471, tokens.Stem(cue.Verb), tokens.Tag(a.First), kind);
            if (!a.Mention.IsEmpty)
            {
                into.Add(472, a.Mention.End <= cue.Verb ? Buckets.Of(cue.Verb - a.Mention.End) : 100 + Buckets.Of(a.Mention.First - cue.Verb), kind);
            }
        }
    }

    internal static void ReadContrast(Reading text, TokenFeatures tokens, Proposal p, uint kind, ref FeatureList into)
    {
        if (p.Rival is not { } rival)
        {
            into.Add(480, 0);
            return;
        }

        var a = p.Attribution;
        var first = a.First < rival.First ? 1u : a.First > rival.First ? 2u : 0;
        var end = a.End < rival.End ? 1u : a.End > rival.End ? 2u : 0;
        var type = first | (end << 2) | ((uint)p.Rank << 4) | (a.Contents.Count == rival.Contents.Count ? 0 : 64u);
        into.Add(481, type);
        into.Add(482, type, kind);
        if (end != 0)
        {
            var cut = Math.Min(a.End, rival.End);
            var till = Math.Max(a.End, rival.End);
            uint verbs = 0, marks = 0;
            for (var i = cut; i < till; i++)
            {
                verbs += tokens.Tag(i) is 28 or 31 or 32 or 10 ? 1u : 0;
                marks = text.Stretch(i) >= 0 ? 1u : marks;
            }

            into.Add(483, end, tokens.Word(cut));
            into.Add(484, end, tokens.Word(cut), tokens.Tag(cut + 1));
            into.Add(485, end, tokens.Tag(cut), FeatureHash.Mix(tokens.Tag(cut + 1), tokens.Tag(cut - 1)));
            into.Add(486, end, tokens.Word(cut + 1), tokens.Tag(cut));
            into.Add(487, end, Buckets.Of(till - cut), FeatureHash.Mix(Math.Min(verbs, 2), marks));
            into.Add(488, end, FeatureHash.Mix(Math.Min(verbs, 2), marks), tokens.Word(cut));
            into.Add(489, end, text.Stretch(cut - 1) >= 0 ? 1u : 0, tokens.Word(cut));
            into.Add(490, end, Buckets.Of(cut - Math.Min(a.First, rival.First)), tokens.Word(cut));
        }

        if (first != 0)
        {
            var cut = Math.Max(a.First, rival.First);
            var from = Math.Min(a.First, rival.First);
            into.Add(491, first, tokens.Word(cut));
            into.Add(492, first, tokens.Word(cut - 1), tokens.Tag(cut));
            into.Add(493, first, tokens.Word(from));
            into.Add(494, first, tokens.Tag(from), tokens.Tag(cut));
            into.Add(495, first, Buckets.Of(cut - from));
        }
    }

    internal static void ReadEnds(Reading text, TokenFeatures tokens, Attribution a, uint kind, uint origin, ref FeatureList into)
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
    internal static uint KindOf(Reading text, Attribution a) => a.KindIn(text) switch
    {
        QuotationKind.Paraphrase => 0,
        QuotationKind.Partly => 1,
        _ => 2,
    };

    private static uint Level(float value, float steps) => (uint)(int)MathF.Round(Math.Clamp(value, -12, 12) * steps) + 64;
}
