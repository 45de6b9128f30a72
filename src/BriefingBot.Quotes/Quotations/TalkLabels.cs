namespace BriefingBot.Quotes.Quotations;

/// <summary>“Q:” and “A:” before the turns of an interview: who asks and who answers. Asked in text order.</summary>
internal sealed class TalkLabels(ArticleText text, Cast cast, Antecedents antecedents)
{
    private CastMember? _interviewed;
    private bool _isKnown;

    public bool Asks(int token) => text.Word(token) is "Q" or "Q." or "Question" or "QUESTION" or "Me" or "Interviewer" or "INTERVIEWER" && IsLabel(token);

    public bool Answers(int token) => text.Word(token) is "A" or "A." or "Answer" or "ANSWER" && IsLabel(token);

    /// <summary>Whom the words before the first answer speak of most, and who did not write them; null when they name nobody.</summary>
    public CastMember? Interviewed(int answer)
    {
        _interviewed ??= _isKnown ? null : antecedents.MostNamed(answer, cast.Author);
        _isKnown = true;
        return _interviewed;
    }

    /// <summary>Whether a colon stands behind the token, or it is a letter with its stop at a sentence's head.</summary>
    private bool IsLabel(int token) => token + 1 < text.Tokens.Length && (text.Word(token + 1) is ":"
        || (text.Word(token)[^1] == '.' && text.TokensOf(text.Tokens[token].Sentence).First == token));
}
