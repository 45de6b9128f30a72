namespace BriefingBot.Quotes.Quotations;

/// <summary>The last source, while it has no name: whom a pronoun right after it means, the story does not name either.</summary>
internal sealed class NamelessSource(ArticleText text, ArticleWords words, Cast cast)
{
    /// <summary>In tokens: a sentence may be without end.</summary>
    private const int Reach = 60;

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
