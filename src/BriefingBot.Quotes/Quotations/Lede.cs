namespace BriefingBot.Quotes.Quotations;

/// <summary>
/// Somebody whom an article's first sentence brings in without a name, and the next paragraph names: “A dinner lady accused …” – “Ada Moreau, 61,
/// claimed …”. An age, or no word of who that is, tells that the name is hers: anybody else is introduced.
/// </summary>
/// <param name="text">The article.</param>
/// <param name="words">What the word lists say about its tokens.</param>
internal sealed class Lede(ArticleText text, ArticleWords words)
{
    /// <summary>In tokens, from the determiner to the noun.</summary>
    private const int LongestPhrase = 9;

    private readonly HashSet<CastMember> _named = [];
    private bool _isRead;
    private int _determiner = -1;
    private int _noun;
    private int _paragraph;

    /// <summary>Notes a name; called in text order. Where it is the name of the one whom the first sentence brings in, it is added to <paramref name="introduced"/>.</summary>
    public void Read(NameMention name, CastMember member, Dictionary<int, CastMember> introduced)
    {
        if (!_isRead)
        {
            Find();
        }

        var isNew = _determiner >= 0 && _named.Add(member);
        if (_determiner < 0 || ParagraphOf(name.First) <= _paragraph)
        {
            return;
        }

        if (isNew && ParagraphOf(name.First) == _paragraph + 1 && IsIdentified(name, member) && !introduced.ContainsKey(_determiner))
        {
            introduced[_determiner] = member;
            member.Holds(Roles.Fold(text.Word(_noun).ToString()));
        }

        _determiner = -1;
    }

    private int ParagraphOf(int token) => text.Sentences[text.Tokens[token].Sentence].Paragraph;

    /// <summary>The noun of a person in the first paragraph that is a sentence, where “a” or “the” opens it.</summary>
    private void Find()
    {
        _isRead = true;
        for (var sentence = 0; sentence < text.Sentences.Length; sentence++)
        {
            var (first, end) = text.TokensOf(sentence);
            if (end - first < LongestPhrase || text.Word(end - 1) is not ("." or "?" or "!" or "”" or "\"") || words.InHeadline(first))
            {
                continue;
            }

            var opens = text.Word(first) is "A" or "An" or "The" or "AN" or "THE";
            first = opens ? first : SourceBehind(first, end);
            for (var i = first + 1; first >= 0 && i < Math.Min(end, first + LongestPhrase) && !EndsPhrase(i); i++)
            {
                _noun = words.Has(i, WordTraits.Role | WordTraits.Male | WordTraits.Female) && !(words.Has(i, WordTraits.Title) && words.IsCapital(i)) && !words.IsPossessive(i + 1) ? i : _noun;
                // Whoever claims something is somebody, whatever the noun.
                _noun = !opens && EndsPhrase(i + 1) ? i : _noun;
            }

            (_determiner, _paragraph) = (first >= 0 && _noun > first && !words.Has(_noun, WordTraits.Group) ? first : -1, text.Sentences[sentence].Paragraph);
            return;
        }
    }

    /// <summary>“The captain was on the phone, | a sacked deckhand | claimed last night.”: the article behind the last comma, before a verb of speech; -1 where there is none.</summary>
    private int SourceBehind(int first, int end)
    {
        for (var i = end - 3; i > first; i--)
        {
            if (text.Word(i) is ",")
            {
                var last = Math.Min(end, i + LongestPhrase);
                var verb = i + 2;
                while (verb < last && !EndsPhrase(verb))
                {
                    verb++;
                }

                return text.Word(i + 1) is "a" or "an" && verb < last && words.Has(verb, WordTraits.Speech) ? i + 1 : -1;
            }
        }

        return -1;
    }

    private bool EndsPhrase(int token) => text.Tokens[token].Kind is TokenKind.Punctuation or TokenKind.QuotationMark || words.Has(token, WordTraits.Preposition | WordTraits.Auxiliary)
        || (words.Has(token, WordTraits.Speech) && !words.IsCapital(token)) || text.Word(token) is "who" or "that" or "and";

    /// <summary>“Ada Moreau, 61, …”, “Ada Moreau told …”: in full, in the paragraph's first sentence, and with no other word of who she is.</summary>
    private bool IsIdentified(NameMention name, CastMember member)
    {
        var gender = words.Has(_noun, WordTraits.Male) ? 1 : words.Has(_noun, WordTraits.Female) ? -1 : 0;
        // “The minister, Ada Moreau, 61, said”: somebody else comes in.
        if (member.Kind is not NameKind.Person || name.Words < 2 || (name.Lead > 0 && text.Word(name.Lead - 1) is ",") || member.Gender * gender < 0
            || (text.Tokens[name.First].Sentence > 0 && text.Sentences[text.Tokens[name.First].Sentence - 1].Paragraph == ParagraphOf(name.First)) || words.IsPossessive(name.End))
        {
            return false;
        }

        var next = name.End;
        if (Descriptions.AgeBehind(text, next) > 0)
        {
            return true;
        }

        // “…,” Ada Moreau told the hall: of the sentence's head in marks as well.
        var opens = name.Lead == text.TokensOf(text.Tokens[name.First].Sentence).First || (text.Tokens[name.Lead - 1].Kind == TokenKind.QuotationMark && text.Word(_determiner) is "The" or "THE");
        return opens && name.Lead == name.First && next < text.Tokens.Length && text.Tokens[next].Kind == TokenKind.Word && words.Has(next, WordTraits.Speech | WordTraits.Auxiliary);
    }
}
