namespace BriefingBot.Quotes.Quotations;

/// <summary>The last source, while it has no name: whom a pronoun right after it means, the story does not name either.</summary>
internal sealed class NamelessSource(ArticleText text, ArticleWords words, Cast cast)
{
    /// <summary>In tokens: a sentence may be without end.</summary>
    private const int Reach = 60;

    /// <summary>In tokens, from a sentence's first word to its subject's noun.</summary>
    private const int LongestPhrase = 8;

    /// <summary>Whether it was “the …”, who may have a name all the same.</summary>
    private bool _isDefinite;

    /// <summary>The first token of its phrase.</summary>
    public int First { get; private set; }

    /// <summary>Its noun's token; −1 while the last source has a name.</summary>
    public int Noun { get; private set; } = -1;

    public void WasNamed() => Noun = -1;

    /// <summary>Notes a source without a name.</summary>
    /// <param name="first">The first token of its phrase.</param>
    /// <param name="noun">Its noun; before <paramref name="first"/> where it has none.</param>
    public void Was(int first, int noun) => (First, Noun, _isDefinite) = (Math.Min(first, noun), noun, text.Word(first) is "the" or "The");

    /// <summary>Whether it stands in the token's sentence or the one before, with such a noun.</summary>
    public bool Is(WordTraits noun, int token) => Noun >= 0 && words.Has(Noun, noun) && text.Tokens[token].Sentence - text.Tokens[Noun].Sentence is 0 or 1;

    /// <summary>“The city's inquiry was short. It …”: the body without a name that the token's sentence, or the one before, begins with, behind the sentence <paramref name="last"/>; null when there is none.</summary>
    public (int First, int Noun)? BodyBefore(int token, int last)
    {
        for (var sentence = text.Tokens[token].Sentence; sentence >= Math.Max(0, Math.Max(last + 1, text.Tokens[token].Sentence - 1)); sentence--)
        {
            var first = text.TokensOf(sentence).First;
            for (var i = first + 1; i < Math.Min(token, first + LongestPhrase) && words.Has(first, WordTraits.Determiner) && (text.Tokens[i].Kind == TokenKind.Word || words.IsPossessive(i)); i++)
            {
                if (words.Has(i, WordTraits.Preposition | WordTraits.Auxiliary) && !words.IsPossessive(i))
                {
                    break;
                }

                if (words.Has(i, WordTraits.BodyNoun) && !words.IsCapital(i) && cast.MentionAt(i) is null && cast.MentionAt(i + 1) is null && !words.IsPossessive(i + 1) && !words.Has(i + 1, WordTraits.BodyNoun | WordTraits.Role))
                {
                    return (first, i);
                }
            }
        }

        return null;
    }

    /// <summary>Whether it is “a friend of mine” or “Ohio’s attorney general”, and nobody whom a pronoun of this gender fits is named between.</summary>
    public bool IsSomebody(int token, int gender)
    {
        if (!Is(WordTraits.Role, token) || token - Noun > Reach || _isDefinite || words.Has(Noun, gender > 0 ? WordTraits.Female : WordTraits.Male))
        {
            return false;
        }

        for (var i = Noun + 1; i < token; i++)
        {
            if (cast.MentionAt(i) is not null && cast.MemberAt(i) is { IsPerson: true } member && member.Gender * gender >= 0)
            {
                return false;
            }
        }

        return true;
    }
}
