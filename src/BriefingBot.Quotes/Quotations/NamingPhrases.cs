namespace BriefingBot.Quotes.Quotations;

/// <summary>The words that say what somebody is called: “a man called Sami”, “who goes by the single name Sami”, “who posts as rowan_88”. Lookups only.</summary>
internal sealed class NamingPhrases(ArticleText text)
{
    /// <summary>So many words stand between “by” and the name in “by the one name of Sami”.</summary>
    private const int LongestNoun = 4;

    /// <summary>Whether the words before the token say that what begins there is a name.</summary>
    public bool EndBefore(int token)
    {
        if (token < 2)
        {
            return false;
        }

        var word = text.Word(token - 1);
        return word is "called" or "named" or "nicknamed" or "dubbed" or "username" or "handle" or "pseudonym"
            || (word is "as" && IsVerbOfNames(token - 2)) || (word is "by" && text.Word(token - 2) is "goes" or "went" or "go" or "going")
            || IsNounOfNames(token - 1);
    }

    /// <summary>
    /// Whether the token is the name that somebody posts under (“rowan_88”, “marsh4”): no capital tells it, so that it has an underline or a figure and
    /// stands where a name is told.
    /// </summary>
    public bool IsUserName(int token)
    {
        var word = text.Word(token);
        return text.Tokens[token].Kind == TokenKind.Word && (word.Contains('_') || word.ContainsAnyInRange('0', '9')) && word.Length > 3
            && EndBefore(token - (token > 0 && text.Tokens[token - 1].Kind == TokenKind.QuotationMark ? 1 : 0));
    }

    private bool IsVerbOfNames(int token)
    {
        token -= text.Word(token) is "only" or "just" or "simply" or "online" && token > 0 ? 1 : 0;
        return text.Word(token) is "known" or "posts" or "posting" or "posted" or "writes" or "writing" or "tweets" or "blogs" or "performs" or "records" or "streams";
    }

    /// <summary>“by the single name”, “under the name of”.</summary>
    private bool IsNounOfNames(int noun)
    {
        noun -= text.Word(noun) is "of" ? 1 : 0;
        if (noun < 2 || text.Word(noun) is not ("name" or "alias" or "nickname" or "username" or "handle" or "pseudonym"))
        {
            return false;
        }

        for (var i = noun - 1; i >= 0 && noun - i <= LongestNoun; i--)
        {
            if (text.Word(i) is "by" or "under" or "uses" or "using" or "used")
            {
                return true;
            }
        }

        return false;
    }
}
