using BriefingBot.Quotes.Quotations;

namespace BriefingBot.Quotes.Learning;

/// <summary>The features of one element of a <see cref="SpanWindow"/>: of itself, and of it beside the element before.</summary>
internal sealed class SpanFeatures(Reading text, TokenFeatures tokens, RuleHints rules)
{
    public const int Most = 140;

    /// <summary>So many has the step from one element to the next, at most.</summary>
    public const int MostOfEdge = 16;

    private const uint Quote = 200;

    private Element[] _elements = [];
    private int _count;
    private SpanWindow _window = null!;
    private uint _cueStem;
    private uint _cueBefore;
    private uint _cueAfter;
    private uint _cueTags;
    private uint _cueTag;
    private uint _frame;
    private uint _rule;

    /// <summary>What is asked of an element again and again; in place, since an article has a hundred thousand.</summary>
    private struct Element
    {
        public uint Word, Tag, Hint, Sentence, Shape;

        /// <summary>What stands between the element and the cue: how many commas, verbs, words that open clauses, stretches in marks.</summary>
        public uint Commas, Verbs, Thats, Marks;

        /// <summary>The element behind the last comma or stop, and the next one that is such.</summary>
        public int Opener, Closer;

        /// <summary>How many finite verbs and stretches in marks the sentence still has behind it.</summary>
        public uint VerbsLeft, QuotesLeft;
    }

    /// <summary>Reads the window of a cue; then each element's features can be asked for.</summary>
    public void Read(SpanWindow window)
    {
        _window = window;
        _count = window.Count;
        if (_elements.Length < _count)
        {
            _elements = new Element[2 * _count];
        }

        var verb = window[window.Cue].First;
        _cueStem = tokens.Stem(verb);
        _cueTag = tokens.Tag(verb);
        _cueBefore = tokens.Word(verb - 1);
        _cueAfter = tokens.Word(verb + 1);
        _cueTags = FeatureHash.Mix(tokens.Tag(verb - 1), _cueTag, tokens.Tag(verb + 1));
        var candidate = rules.Candidate(verb);
        _frame = candidate is null ? 99 : (uint)candidate.Frame * 2 + (rules.IsChosen(verb) ? 1u : 0);
        _rule = candidate is null ? 99 : (uint)candidate.Rule;
        var opener = 0;
        for (var i = 0; i < window.Count; i++)
        {
            var run = window[i];
            var quote = text.Stretch(run.First) >= 0;
            var shape = quote ? QuoteShape(run) | 1 : 0;
            opener = i > 0 && text.Stretch(window[i - 1].First) < 0
                && text.Is(window[i - 1].First, WordClass.Comma | WordClass.Stop | WordClass.Dash | WordClass.Colon) ? i : opener;
            _elements[i] = new Element
            {
                Word = shape != 0 ? shape : tokens.Word(run.First),
                Tag = quote ? Quote : tokens.Tag(run.First),
                Hint = Hint(candidate, run.First),
                Sentence = (uint)Math.Clamp(text.Sentence(run.First) - text.Sentence(verb) + 4, 0, 8),
                Opener = opener,
                Shape = shape,
            };
        }

        CountBetween(window.Cue, 1);
        CountBetween(window.Cue, -1);
        LookAhead();
    }

    private void CountBetween(int cue, int step)
    {
        uint commas = 0, verbs = 0, thats = 0, marks = 0;
        for (var i = cue + step; i >= 0 && i < _count; i += step)
        {
            ref var e = ref _elements[i];
            (e.Commas, e.Verbs, e.Thats, e.Marks) = (Math.Min(commas, 3), Math.Min(verbs, 2), Math.Min(thats, 2), Math.Min(marks, 2));
            var token = _window[i].First;
            if (text.Stretch(token) >= 0)
            {
                marks++;
                continue;
            }

            commas += text.Is(token, WordClass.Comma) ? 1u : 0;
            thats += text.Is(token, WordClass.That | WordClass.Wh) ? 1u : 0;
            verbs += text.Is(token, WordClass.Be | WordClass.Auxiliary | WordClass.Verb) || PartsOfSpeech.IsVerb(tokens.Tag(token)) ? 1u : 0;
        }
    }

    private void LookAhead()
    {
        var closer = _count;
        uint verbs = 0, quotes = 0;
        for (var i = _count - 1; i >= 0; i--)
        {
            var token = _window[i].First;
            var last = i + 1 < _count && text.Sentence(_window[i + 1].First) != text.Sentence(token);
            (closer, verbs, quotes) = last ? (i + 1, 0, 0) : (closer, verbs, quotes);
            ref var e = ref _elements[i];
            (e.Closer, e.VerbsLeft, e.QuotesLeft) = (closer, Math.Min(verbs, 2), Math.Min(quotes, 1));
            if (text.Stretch(token) >= 0)
            {
                quotes++;
            }
            else
            {
                closer = text.Is(token, WordClass.Comma | WordClass.Stop | WordClass.Dash | WordClass.Colon) ? i : closer;
                verbs += PartsOfSpeech.IsFinite(tokens.Tag(token)) ? 1u : 0;
            }
        }
    }

    private static uint Hint(Attribution? candidate, int token)
    {
        if (candidate is null)
        {
            return 0;
        }

        foreach (var run in candidate.Contents)
        {
            if (run.Contains(token))
            {
                return 1;
            }
        }

        return candidate.Mention.Contains(token) ? 2u : candidate.Cue is { } cue && cue.Group.Contains(token) ? 3u : 4u;
    }

    private uint QuoteShape(TokenRun run)
    {
        var first = run.First + 1 < run.End ? run.First + 1 : run.First;
        var last = run.End - 2 > run.First ? run.End - 2 : run.End - 1;
        return FeatureHash.Mix(text.Is(first, WordClass.Capital) ? 1u : 0, Buckets.Of(run.End - run.First),
            text.Is(last, WordClass.Comma) ? 1u : text.Is(last, WordClass.Stop) ? 2u : text.Is(run.End - 1, WordClass.Mark) ? 3u : 4u);
    }

    private uint WordAt(int i) => i >= 0 && i < _count ? _elements[i].Word : 77;

    private uint TagAt(int i) => i >= 0 && i < _count ? _elements[i].Tag : 250;

    private uint HintAt(int i) => i >= 0 && i < _count ? _elements[i].Hint : 9;

    public void Read(int i, ref FeatureList into)
    {
        ref readonly var e = ref _elements[i];
        var cue = _window.Cue;
        var side = i < cue ? 0u : i == cue ? 1u : 2u;
        var distance = Buckets.Of(Math.Abs(i - cue)) | (side << 8);
        into.Add(100, side);
        into.Add(101, distance);
        into.Add(102, e.Word, side);
        into.Add(103, e.Tag, side);
        into.Add(104, TagAt(i - 1), e.Tag, side);
        into.Add(105, e.Tag, TagAt(i + 1), side);
        into.Add(106, TagAt(i - 1), e.Tag, FeatureHash.Mix(TagAt(i + 1), side));
        into.Add(107, WordAt(i - 1), side);
        into.Add(108, WordAt(i + 1), side);
        into.Add(109, WordAt(i - 1), e.Word, side);
        into.Add(110, e.Word, WordAt(i + 1), side);
        into.Add(111, e.Tag, distance);
        into.Add(112, e.Word, distance);
        into.Add(113, TagAt(i - 2), TagAt(i - 1), side);
        into.Add(114, TagAt(i + 1), TagAt(i + 2), side);
        into.Add(115, _cueStem, side);
        into.Add(116, _cueStem, distance);
        into.Add(117, _cueStem, e.Word, side);
        into.Add(118, _cueStem, e.Tag, side);
        into.Add(119, _cueTag, e.Tag, distance);
        into.Add(120, _cueTag, e.Word, side);
        into.Add(121, e.Sentence, side);
        into.Add(122, e.Sentence, e.Tag);
        var between = e.Commas | (e.Verbs << 2) | (e.Thats << 4) | (e.Marks << 6) | (side << 8);
        into.Add(123, between);
        into.Add(124, between, e.Tag);
        into.Add(125, e.Commas, e.Verbs, side);
        into.Add(126, e.Commas, e.Tag, FeatureHash.Mix(TagAt(i - 1), side));
        into.Add(127, e.Verbs, e.Tag, distance);
        into.Add(128, e.Commas | (e.Marks << 2), _cueStem, side);
        ReadHints(i, side, distance, ref into);
        ReadContext(i, side, ref into);
    }

    private void ReadHints(int i, uint side, uint distance, ref FeatureList into)
    {
        ref readonly var e = ref _elements[i];
        var (before, after) = (HintAt(i - 1), HintAt(i + 1));
        into.Add(140, e.Hint, before, FeatureHash.Mix(after, side));
        into.Add(141, e.Hint, before, _frame);
        into.Add(142, e.Hint, after, _frame);
        into.Add(143, e.Hint, e.Tag, _frame);
        into.Add(144, e.Hint, _cueStem);
        into.Add(145, e.Hint, _rule, before);
        into.Add(146, e.Hint, e.Word, before);
        into.Add(147, e.Hint, distance, _frame);
        into.Add(148, FeatureHash.Mix(e.Hint, before), e.Tag, TagAt(i - 1));
        into.Add(149, _frame, side);
        into.Add(150, FeatureHash.Mix(e.Hint, before), e.Word, WordAt(i - 1));
    }

    private void ReadContext(int i, uint side, ref FeatureList into)
    {
        ref readonly var e = ref _elements[i];
        var token = _window[i].First;
        into.Add(160, tokens.Shape(token), side);
        into.Add(161, tokens.Suffix(token), side);
        into.Add(162, tokens.Class(token), side);
        into.Add(163, tokens.Class(token), tokens.Class(token - 1), side);
        var opens = text.SentenceRun(text.Sentence(token)).First == token ? 1u : 0;
        into.Add(164, opens, e.Sentence);
        into.Add(165, opens, e.Sentence, e.Tag);
        into.Add(166, i + 1 == _window.Count ? 1u : 0, e.Tag);
        // The word that opened the part between the last comma and here, and the one between here and the next.
        var opener = e.Opener;
        into.Add(167, WordAt(opener), side, (uint)Math.Min(i - opener, 6));
        into.Add(168, TagAt(opener), e.Tag, side);
        into.Add(169, WordAt(opener), e.Tag, _cueTag);
        into.Add(170, rules.IsClaimed(token) ? 1u : 0, e.Hint, side);
        var after = Math.Min(e.Closer - i, 6);
        into.Add(190, (uint)after, WordAt(e.Closer), FeatureHash.Mix(WordAt(e.Closer + 1), side));
        into.Add(191, e.Tag, TagAt(e.Closer + 1), FeatureHash.Mix((uint)after, side));
        into.Add(192, e.VerbsLeft, e.Tag, side);
        into.Add(193, e.VerbsLeft, e.Hint, FeatureHash.Mix(e.Verbs, side));
        into.Add(194, e.QuotesLeft, e.Tag, side);
        into.Add(195, _cueAfter, e.Tag, side);
        into.Add(196, _cueBefore, e.Tag, side);
        into.Add(197, _cueAfter, DistanceOf(i));
        into.Add(198, _cueTags, e.Tag, side);
        into.Add(199, _cueStem, _cueAfter, side);
        into.Add(210, _cueTags, DistanceOf(i));
        into.Add(211, _cueStem, e.Hint, e.Tag);
        if (e.Shape != 0)
        {
            var chained = e.Shape;
            into.Add(180, chained, DistanceOf(i));
            into.Add(181, chained, TagAt(i - 1), TagAt(i + 1));
            into.Add(182, chained, WordAt(i - 1), side);
            into.Add(183, chained, e.Sentence);
            into.Add(184, chained, _cueStem);
            into.Add(185, WordAt(i - 1), _cueStem);
        }
    }

    private uint DistanceOf(int i) => Buckets.Of(Math.Abs(i - _window.Cue)) | (i < _window.Cue ? 256u : 0);

    /// <summary>What tells of the step from the element before to this one.</summary>
    public void ReadEdge(int i, ref FeatureList into)
    {
        ref readonly var e = ref _elements[i];
        var side = i < _window.Cue ? 0u : i == _window.Cue ? 1u : i == _window.Cue + 1 ? 2u : 3u;
        into.Add(200, side);
        into.Add(201, e.Tag, side);
        into.Add(202, TagAt(i - 1), side);
        into.Add(203, HintAt(i - 1), e.Hint, side);
        into.Add(204, e.Word);
        into.Add(205, WordAt(i - 1));
        into.Add(206, TagAt(i - 1), e.Tag);
        into.Add(207, text.SentenceRun(text.Sentence(_window[i].First)).First == _window[i].First ? 1u : 0, side);
        into.Add(208, e.Commas, side, e.Tag);
    }
}
