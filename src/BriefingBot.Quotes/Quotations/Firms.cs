namespace BriefingBot.Quotes.Quotations;

/// <summary>Companies, which are called by the first word of their names as well.</summary>
internal sealed class Firms(ArticleText text, ArticleWords words, WrittenNames written)
{
    /// <summary>In tokens, up to the noun that tells what a name is.</summary>
    private const int LongestApposition = 10;

    /// <summary>By first word, with the token where the name stands first.</summary>
    private readonly Dictionary<string, (CastMember Firm, int First)>.AlternateLookup<ReadOnlySpan<char>> _named =
        new Dictionary<string, (CastMember, int)>(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Notes a body's name of several words, where its last word or what follows tells a company.</summary>
    public void Add(NameMention name, CastMember body)
    {
        if (name.Words > 1 && (BodyNames.IsBusiness(text.Word(name.End - 1)) || IsToldToBeFirm(name)))
        {
            _named.TryAdd(written.Word(name.First), (body, name.First));
        }
    }

    /// <summary>
    /// “Alder” for “Alder Foods”, where nobody bears the name, or where the firm came before the people who bear it and none of them is meant:
    /// several do, or people have “Mr.” and “Ms.” in this article.
    /// </summary>
    /// <param name="name">A name of one word.</param>
    /// <param name="bearers">Those who have it for a surname; null when nobody does.</param>
    public CastMember? Of(NameMention name, Bearers? bearers)
    {
        if (name.Titled || name.Kind == NameKind.Place || !_named.TryGetValue(written.Word(name.First), out var firm))
        {
            return null;
        }

        return bearers is null || !bearers.Best.IsPerson || (firm.First < bearers.First && (bearers.Count > 1 || bearers.Titled)) ? firm.Firm : null;
    }

    /// <summary>“Alder Hearing, the second-largest maker of hearing aids, …”, where the first word is of no list.</summary>
    private bool IsToldToBeFirm(NameMention name)
    {
        var isTold = words[name.First] == WordTraits.None && !words.InHeadline(name.First) && name.End + 1 < text.Tokens.Length && text.Word(name.End) is ","
            && words.Has(name.End + 1, WordTraits.Determiner);
        for (var i = name.End + 2; isTold && i < Math.Min(text.Tokens.Length, name.End + LongestApposition) && text.Word(i) is not ("," or "." or "who"); i++)
        {
            if (BodyNames.IsKind(text.Word(i)))
            {
                return true;
            }
        }

        return false;
    }
}
