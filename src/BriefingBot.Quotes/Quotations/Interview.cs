namespace BriefingBot.Quotes.Quotations;

/// <summary>
/// An interview without labels: paragraphs of questions to “you”, outside of marks, and below each an answer in marks. All that answers is of the
/// one who is interviewed, whoever the question speaks of.
/// </summary>
internal sealed class Interview
{
    private const int LeastQuestions = 3;

    private readonly Reading _text;
    private readonly HashSet<int> _questions;

    private Interview(Reading text, HashSet<int> questions, TokenRun interviewed) => (_text, _questions, Interviewed) = (text, questions, interviewed);

    /// <summary>Where somebody is named before the first question, or in an answer; else empty.</summary>
    public TokenRun Interviewed { get; }

    /// <summary>The article's interview; null where it is none. Linear.</summary>
    public static Interview? Of(Reading text, List<Attribution> chosen)
    {
        var (put, others) = (new HashSet<int>(), new List<int>());
        var (asked, first, last) = (0, -1, -1);
        for (int start = 0, end; start < text.Count; start = end)
        {
            end = text.ParagraphEnd(start);
            last = EndsQuestionToYou(text, start, end) ? text.Paragraph(start) : last;
            if (end == text.Count || !text.Is(end, WordClass.Mark) || text.Is(start, WordClass.Mark) || text.Stretch(end - 1) >= 0)
            {
                continue;
            }

            if (Replies.EndsQuestion(text, end - 1) || SpeaksToYou(text, start, end))
            {
                put.Add(text.Paragraph(start));
                asked += Replies.EndsQuestion(text, end - 1) ? 1 : 0;
                first = first < 0 ? start : first;
            }
            else
            {
                others.Add(text.Paragraph(start));
            }
        }

        // A column speaks to “you” as well, but asks little.
        if (put.Count < LeastQuestions || 2 * asked < put.Count)
        {
            return null;
        }

        // “His critics say that it was cut.” between questions is put to the interviewed as well, where most of such paragraphs are questions.
        var (from, to) = (put.Min(), Math.Max(put.Max(), last));
        var between = others.FindAll(paragraph => paragraph > from && paragraph < to);
        put.UnionWith(2 * between.Count <= put.Count ? between : []);
        return new Interview(text, put, Named(text, chosen, put, first)) { First = from, Last = to + 1 };
    }

    /// <summary>The paragraph of the first question.</summary>
    private int First { get; init; }

    /// <summary>The paragraph of the last answer.</summary>
    private int Last { get; init; }

    /// <summary>Whether the paragraph stands between the first question and the last answer.</summary>
    public bool Contains(int paragraph) => paragraph >= First && paragraph <= Last;

    /// <summary>Whether the paragraph is a question that the next one answers.</summary>
    public bool IsQuestion(int paragraph) => _questions.Contains(paragraph);

    /// <summary>What was chosen, without what a question asks “you” to say, and with whoever is interviewed for the “he” of “…,” he says, in an answer that names nobody before it.</summary>
    public List<Attribution> Mended(List<Attribution> chosen)
    {
        var said = chosen.FindAll(found => !IsPutToYou(found));
        if (Interviewed.IsEmpty)
        {
            return said;
        }

        var men = said.Sum(found => IsOwn(found) ? SourceReader.GenderOf(_text.Text.Word(found.Mention.First)) : 0);
        return men == 0 ? said : said.ConvertAll(found => IsOwn(found) && SourceReader.GenderOf(_text.Text.Word(found.Mention.First)) == Math.Sign(men) ? found with { Meant = Interviewed } : found);
    }

    /// <summary>“Would you say that today?”: nobody says so.</summary>
    private bool IsPutToYou(Attribution found) => !found.Mention.IsEmpty && _text.IsWord(found.Mention.First, "you") && found.Mention.End - found.Mention.First == 1
        && Contains(_text.Paragraph(found.Mention.First)) && Replies.EndsQuestion(_text, _text.SentenceRun(_text.Sentence(found.Mention.First)).End - 1);

    /// <summary>“…,” he says, below a question: what is said opens its paragraph, and the pronoun's sentence is the first outside of it.</summary>
    private bool IsOwn(Attribution found) => !found.Mention.IsEmpty && CarriedOn.IsHeOrShe(_text, found.Mention) && found.Cue is { } && _text.Is(found.First, WordClass.Mark)
        && _text.Paragraph(found.First) is var paragraph && _questions.Contains(paragraph - 1) && _text.Paragraph(found.Mention.First) == paragraph
        && _text.Paragraph(found.First - 1) != paragraph;

    private static bool EndsQuestionToYou(Reading text, int first, int end) => Replies.EndsQuestion(text, end - 1) && !text.Is(first, WordClass.Mark) && SpeaksToYou(text, first, end);

    /// <summary>Whether the words outside of marks say “you”.</summary>
    public static bool SpeaksToYou(Reading text, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (text.Stretch(i) < 0 && text.Text.Word(i) is "you" or "You" or "your" or "Your")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whoever is named as the speaker of an answer, nobody where several are; else of the first statement before the questions, else as the first sentence's subject.</summary>
    public static TokenRun Named(Reading text, List<Attribution> chosen, HashSet<int> questions, int first)
    {
        var answers = chosen.FindAll(found => IsName(text, found.Mention) && text.Is(found.First, WordClass.Mark) && questions.Contains(text.Paragraph(found.First) - 1)
            && text.Paragraph(found.Mention.First) == text.Paragraph(found.First));
        if (answers.Exists(found => !text.Text.Word(found.Mention.End - 1).SequenceEqual(text.Text.Word(answers[0].Mention.End - 1))))
        {
            return TokenRun.None;
        }

        if ((answers.FirstOrDefault() ?? chosen.Find(found => found.First < first && found.Mention.First < first && IsName(text, found.Mention))) is { } speaker)
        {
            return speaker.Mention;
        }

        for (var sentence = 0; first > 0 && sentence < text.Sentence(first); sentence++)
        {
            var run = text.SentenceRun(sentence);
            if (Subjects.OfSentence(text, run, -1) is var subject && IsName(text, subject))
            {
                return subject;
            }

            // “Ada Moreau pours the tea”: a verb of no list.
            if (NounPhrases.StartingAt(text, run.First, run.End) is { IsEmpty: false } phrase && Names(text, phrase) is var name && IsName(text, name))
            {
                return name;
            }
        }

        return TokenRun.None;
    }

    /// <summary>The words with a capital that the phrase begins with.</summary>
    private static TokenRun Names(Reading text, TokenRun phrase)
    {
        var end = phrase.First;
        while (end < phrase.End && text.Is(end, WordClass.Capital))
        {
            end++;
        }

        return phrase with { End = end };
    }

    private static bool IsName(Reading text, TokenRun mention) => !mention.IsEmpty && text.Stretch(mention.First) < 0 && mention.End - mention.First > 1
        && text.Is(mention.First, WordClass.Capital) && text.Is(mention.End - 1, WordClass.Capital) && !text.Is(mention.First, WordClass.Determiner | WordClass.Possessive);
}
