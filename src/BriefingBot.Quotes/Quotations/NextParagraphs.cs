namespace BriefingBot.Quotes.Quotations;

/// <summary>
/// Paragraphs wholly in quotation marks that say nothing of who speaks: they go on from the statement that the paragraph before ends with. Of such
/// paragraphs in annotated news nineteen in twenty do. Else they answer its question, are the other's turn of two who talk, or follow what somebody does.
/// </summary>
internal sealed class NextParagraphs
{
    private const int LeastWords = 4;

    /// <summary>In tokens.</summary>
    private const int LongestIntroduction = 12;

    private readonly Reading _text;
    private readonly List<Attribution> _chosen;
    private readonly List<Attribution> _all;
    private readonly Interview? _interview;

    /// <summary>By paragraph: the statement that it ends with, by its index.</summary>
    private readonly Dictionary<int, int> _endings = [];

    /// <summary>By sentence: the mention of whoever spoke in it last.</summary>
    private readonly TokenRun?[] _spoke;

    private readonly bool[] _claimed;

    /// <summary>Asked of a statement once, before paragraphs are added to it.</summary>
    private readonly Dictionary<int, bool> _questions = [];

    /// <summary>Whose contents are a list of their own by now.</summary>
    private readonly HashSet<int> _own = [];

    private readonly Exchange _exchange;

    private NextParagraphs(Reading text, List<Attribution> chosen, Interview? interview)
    {
        (_text, _chosen, _all, _claimed) = (text, chosen, [.. chosen], new bool[text.Count]);
        _interview = interview;
        _exchange = new Exchange(text, _all);
        _spoke = Replies.SpokeIn(text, chosen);
        for (var i = 0; i < _all.Count; i++)
        {
            EndBeforeOther(i);
            foreach (var run in _all[i].Contents)
            {
                Array.Fill(_claimed, true, run.First, run.End - run.First);
            }

            var paragraph = text.Paragraph(_all[i].End - 1);
            if (EndsParagraph(text, _all[i]) && (!_endings.TryGetValue(paragraph, out var other) || _all[other].End < _all[i].End))
            {
                _endings[paragraph] = i;
            }
        }
    }

    /// <summary>What was chosen, with such paragraphs added to the statements they go on from, or among them in text order. Linear.</summary>
    public static List<Attribution> AddTo(Reading text, List<Attribution> chosen, Interview? interview) => new NextParagraphs(text, chosen, interview).Find();

    private List<Attribution> Find()
    {
        for (var stretch = 0; stretch < _text.Stretches; stretch++)
        {
            var run = _text.StretchRun(stretch);
            if (!run.IsEmpty && run.First != 0 && !_claimed[run.First] && !(stretch > 0 && QuoteChain.GoesOn(_text, stretch - 1))
                && QuoteChain.WholeParagraphs(_text, stretch) is { } words && !_claimed.AsSpan(words.First, words.End - words.First).Contains(true))
            {
                Give(words);
            }
        }

        var all = Replies.Merged(_all[.._chosen.Count], _all[_chosen.Count..]);
        return _interview?.Mended(all) ?? all;
    }

    /// <summary>Lets a statement end before a paragraph that it takes in, where that one is the other's turn.</summary>
    private void EndBeforeOther(int statement)
    {
        var contents = _all[statement].Contents;
        for (var i = 1; i < contents.Count && !_all[statement].IsTurn && _all[statement].Cue is { }; i++)
        {
            if (_text.Paragraph(contents[i].First) != _text.Paragraph(contents[i - 1].End - 1) && _text.Is(contents[i].First, WordClass.Mark)
                && !_exchange.Other(statement, contents[i - 1], contents[i]).IsEmpty)
            {
                _all[statement] = _all[statement] with { Contents = contents[..i] };
                return;
            }
        }
    }

    /// <summary>Gives the words to whoever the paragraph before them tells.</summary>
    private void Give(TokenRun words)
    {
        var paragraph = _text.Paragraph(words.First) - 1;
        var follows = _endings.TryGetValue(paragraph, out var before);
        var isStatement = ContentEnds.ClosesStatement(_text, words.End) && _text.HasWords(words, 1);
        if (isStatement && _interview?.IsQuestion(paragraph) == true && !_interview.Interviewed.IsEmpty)
        {
            Add(words, _interview.Interviewed, TalkPlace.Interview);
        }
        else if (isStatement && follows && _exchange.Other(before, _all[before].Contents[^1], words) is { IsEmpty: false } other)
        {
            _exchange.Goes(_all.Count, _all[before].Mention);
            Add(words, other, TalkPlace.InTurn);
        }
        else if (follows && !IsQuestion(before))
        {
            if (_text.HasWords(words, LeastWords))
            {
                GoOn(before, words);
            }
        }
        else if (isStatement && !follows && Replies.EndsQuestion(_text, words.First - 1))
        {
            Add(words, Replies.Answerer(_text, words.First - 1, sentence => SpokeAt(sentence, paragraph - 1)), TalkPlace.Answer);
        }
        else if (_text.HasWords(words, LeastWords))
        {
            var mention = follows ? Asked(_text, _all[before]) : Introducer(words.First - 1);
            Add(words, mention, follows ? TalkPlace.Answer : TalkPlace.None);
        }
    }

    private void Add(TokenRun words, TokenRun mention, TalkPlace place)
    {
        if (mention.IsEmpty)
        {
            return;
        }

        _own.Add(_all.Count);
        _endings[_text.Paragraph(words.End - 1)] = _all.Count;
        _spoke[_text.Sentence(words.End - 1)] = mention;
        _all.Add(Replies.Of(words, mention, place));
    }

    private void GoOn(int before, TokenRun words)
    {
        _all[before] = _own.Add(before) ? _all[before] with { Contents = [.. _all[before].Contents] } : _all[before];
        _all[before].Contents.Add(words);
        _endings[_text.Paragraph(words.End - 1)] = before;
        _spoke[_text.Sentence(words.End - 1)] = _all[before].Mention;
    }

    /// <summary>Whoever spoke or acted in the sentence, where it stands in the paragraph or behind it, and is not the narrator.</summary>
    private TokenRun? SpokeAt(int sentence, int paragraph)
    {
        if (_text.Text.Sentences[sentence].Paragraph < paragraph)
        {
            return null;
        }

        var mention = _spoke[sentence] ?? Actors.Of(_text, sentence);
        return mention.IsEmpty || Exchange.IsNarrator(_text, mention) ? null : mention;
    }

    private bool IsQuestion(int statement) => _questions.TryGetValue(statement, out var known) ? known : _questions[statement] = IsQuestion(_text, _all[statement]);

    /// <summary>“I ask when she knew”: what is asked in the asker's words has its answer behind it, and nothing of its own.</summary>
    public static bool IsQuestion(Reading text, Attribution attribution) => attribution.Cue is { } cue
        && text.Verb(cue.Verb) is { Lemma: "ask" or "inquire" or "wonder" } && attribution.KindIn(text) is QuotationKind.Paraphrase;

    /// <summary>Whom the narrator asks, where the question speaks of “he” or “she”; of others than the narrator's it is not known who answers.</summary>
    private static TokenRun Asked(Reading text, Attribution question)
    {
        if (question.Mention.IsEmpty || !Exchange.IsNarrator(text, question.Mention))
        {
            return TokenRun.None;
        }

        for (var i = question.Mention.End; i < question.End; i++)
        {
            if (CarriedOn.IsHeOrShe(text, new TokenRun(i, i + 1)))
            {
                return new TokenRun(i, i + 1);
            }
        }

        return TokenRun.None;
    }

    /// <summary>“Keller continued his speech.”, “She puts her glasses back on.”: the subject of a short sentence that says that somebody goes on, or what “he” or “she” does.</summary>
    private TokenRun Introducer(int last)
    {
        var sentence = _text.SentenceRun(_text.Sentence(last));
        if (sentence.End - sentence.First > LongestIntroduction || _text.Stretch(last) >= 0 || _text.Is(sentence.First, WordClass.Mark))
        {
            return TokenRun.None;
        }

        var subject = Subjects.OfSentence(_text, sentence, -1);
        if (subject.IsEmpty || !CarriedOn.IsSomebody(_text, subject))
        {
            return TokenRun.None;
        }

        var alone = sentence.First == 0 || _text.Paragraph(sentence.First - 1) != _text.Paragraph(last);
        return (alone && _text.Verb(subject.End) is { } verb && verb.Lemma is "continue" or "add" or "explain" or "conclude") || CarriedOn.IsHeOrShe(_text, subject) ? subject : TokenRun.None;
    }

    /// <summary>Whether nothing but the rest of its own sentence stands between what was said and the paragraph's end.</summary>
    private static bool EndsParagraph(Reading text, Attribution attribution)
    {
        if (attribution.IsSpeech == false)
        {
            return false;
        }

        var last = Math.Max(attribution.End, attribution.Cue is { } cue && text.Paragraph(cue.Verb) == text.Paragraph(attribution.End - 1) ? cue.Group.End : 0) - 1;
        var sentence = text.SentenceRun(text.Sentence(last));
        return sentence.End >= text.Count || text.Paragraph(sentence.End) != text.Paragraph(last);
    }
}
