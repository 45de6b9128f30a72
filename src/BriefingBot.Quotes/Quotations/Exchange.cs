namespace BriefingBot.Quotes.Quotations;

/// <summary>
/// Two who talk in turns, in paragraphs of marks alone, as before a court: “Was it mended?” – “It was not.” It begins where one asks what the other
/// answers; one speaker's words over several paragraphs are the far likelier thing in news.
/// </summary>
/// <param name="text">The article.</param>
/// <param name="statements">In text order, with what is added to them behind.</param>
internal sealed class Exchange(Reading text, List<Attribution> statements)
{
    /// <summary>So many statements before the one that a paragraph ends with are looked at for the other speaker.</summary>
    private const int Reach = 3;

    /// <summary>By statement: whose turn comes after it.</summary>
    private readonly Dictionary<int, TokenRun> _next = [];

    /// <summary>Notes that the statement is one of an exchange, and whose turn comes after it.</summary>
    public void Goes(int statement, TokenRun next) => _next[statement] = next;

    /// <summary>Whose turn the words are behind a statement that ends with <paramref name="last"/> there; empty where nothing tells of an exchange.</summary>
    public TokenRun Other(int before, TokenRun last, TokenRun words)
    {
        if (_next.TryGetValue(before, out var next))
        {
            return next;
        }

        var said = statements[before];
        if (said.Mention.IsEmpty)
        {
            return TokenRun.None;
        }

        // “How much longer must we wait?” asks nobody who is there.
        if (IsAsked(said) && IsQuestion(last) && !SpeaksOfUs(last))
        {
            return IsQuestion(words) ? TokenRun.None : Before(before, _ => true);
        }

        return IsQuestion(words) ? Before(before, Asks) : TokenRun.None;
    }

    /// <summary>Whether the mention is the narrator's “I” or “we”.</summary>
    public static bool IsNarrator(Reading text, TokenRun mention) => text.IsWord(mention.First, "I") || text.IsWord(mention.First, "we");

    /// <summary>The mention of another who spoke shortly before the statement, in its paragraph or the one before; empty where nobody did.</summary>
    private TokenRun Before(int statement, Func<Attribution, bool> fits)
    {
        var said = statements[statement];
        var paragraph = text.Paragraph(said.First);
        for (var i = statement - 1; i >= Math.Max(0, statement - Reach); i--)
        {
            var other = statements[i];
            if (other.End <= said.First && text.Paragraph(other.End - 1) >= paragraph - 1 && !other.Mention.IsEmpty && IsAnother(other.Mention, said.Mention))
            {
                return fits(other) ? other.Mention : TokenRun.None;
            }
        }

        return TokenRun.None;
    }

    private bool SpeaksOfUs(TokenRun words)
    {
        for (var i = words.First; i < words.End; i++)
        {
            if (text.Text.Word(i) is "we" or "We" or "our" or "Our" or "us")
            {
                return true;
            }
        }

        return false;
    }

    private bool IsAnother(TokenRun one, TokenRun other) => !CarriedOn.IsHeOrShe(text, one) || !CarriedOn.IsHeOrShe(text, other)
        ? !text.Span(one).In(text.Text.Text).Equals(text.Span(other).In(text.Text.Text), StringComparison.OrdinalIgnoreCase)
        : SourceReader.GenderOf(text.Text.Word(one.First)) != SourceReader.GenderOf(text.Text.Word(other.First));

    /// <summary>“She asked what it meant”, “He wanted to know whether …”, “…?”, she said.</summary>
    private bool Asks(Attribution said) => IsAsked(said) || IsQuestion(said.Contents[^1]) || text.IsWord(said.First, "whether") || text.IsWord(said.First, "if")
        || (said.Frame is not (Frame.Object or Frame.That) && said.Cue is { } cue && text.Text.Word(cue.Verb) is "puts" or "put" or "presses" or "pressed" or "challenges" or "challenged" or "suggests" or "suggested");

    private bool IsAsked(Attribution said) => said.Cue is { } cue && text.Verb(cue.Verb) is { Lemma: "ask" or "inquire" or "wonder" or "demand" };

    /// <summary>Whether the words end with a question mark within their marks.</summary>
    private bool IsQuestion(TokenRun words) => text.Is(words.End - 1, WordClass.Mark) && words.End - words.First > 2 && text.FirstChar(words.End - 2) == '?';
}
