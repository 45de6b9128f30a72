namespace BriefingBot.Quotes.Quotations;

/// <summary>
/// An interview without labels and without marks, as pages have it whose questions are printed bold: paragraphs that ask “you”, and below each what
/// somebody answers as “I”. Its last answer is one paragraph: nothing tells where the article goes on in its own words.
/// </summary>
internal static class PlainInterview
{
    private const double Score = 0.7;

    private const int LeastQuestions = 3;

    /// <summary>In tokens.</summary>
    private const int LongestQuestion = 80;

    /// <summary>In tokens, of what is put to “you” without a question mark.</summary>
    private const int LongestPrompt = 30;

    /// <summary>The answers as turns, in text order; none where the article is no such interview, or names nobody before it. Linear.</summary>
    public static List<Attribution> Of(Reading text)
    {
        var paragraphs = new List<TokenRun>();
        for (int first = 0, end; first < text.Count; first = end)
        {
            end = text.ParagraphEnd(first);
            paragraphs.Add(new TokenRun(first, end));
        }

        var asks = paragraphs.ConvertAll(paragraph => Asks(text, paragraph));
        var (from, to) = (asks.IndexOf(true), asks.LastIndexOf(true));
        if (asks.Count(asked => asked) < LeastQuestions || to + 1 >= paragraphs.Count)
        {
            return [];
        }

        var answers = Answers(text, paragraphs, asks, from, to);
        if (answers.Count < LeastQuestions || answers.Exists(answer => text.Is(answer.First, WordClass.Mark)) || 2 * answers.Count(answer => IsOwn(text, answer)) < answers.Count)
        {
            return [];
        }

        var mention = Interview.Named(text, [], [], paragraphs[from].First);
        return mention.IsEmpty ? [] : answers.ConvertAll(answer => Replies.Of(answer, mention, TalkPlace.Interview) with { IsTurn = true, Score = Score });
    }

    private static List<TokenRun> Answers(Reading text, List<TokenRun> paragraphs, List<bool> asks, int from, int to)
    {
        var answers = new List<TokenRun>();
        var start = -1;
        for (var i = from + 1; i <= to + 1; i++)
        {
            var ends = i <= to && (asks[i] || (start >= 0 && IsPrompt(text, paragraphs[i])));
            if (ends && start >= 0)
            {
                answers.Add(new TokenRun(paragraphs[start].First, paragraphs[i - 1].End));
            }

            start = ends ? -1 : start < 0 ? i : start;
        }

        answers.Add(paragraphs[to + 1]);
        return answers;
    }

    private static bool Asks(Reading text, TokenRun paragraph) => paragraph.End - paragraph.First <= LongestQuestion && !text.Is(paragraph.First, WordClass.Mark)
        && Replies.EndsQuestion(text, paragraph.End - 1) && Interview.SpeaksToYou(text, paragraph.First, paragraph.End);

    /// <summary>“So you were paid.”: short, said to “you”, and nothing of “me”.</summary>
    private static bool IsPrompt(Reading text, TokenRun paragraph) => paragraph.End - paragraph.First <= LongestPrompt && Interview.SpeaksToYou(text, paragraph.First, paragraph.End) && !IsOwn(text, paragraph);

    /// <summary>Whether somebody speaks of “me” in the run.</summary>
    private static bool IsOwn(Reading text, TokenRun run)
    {
        for (var i = run.First; i < run.End; i++)
        {
            if (text.Stretch(i) < 0 && (text.Text.Word(i) is "I" or "my" or "My" or "me" or "we" or "We" or "our" or "Our" || text.Text.Word(i) is ['I', '’' or '\'', ..]))
            {
                return true;
            }
        }

        return false;
    }
}
