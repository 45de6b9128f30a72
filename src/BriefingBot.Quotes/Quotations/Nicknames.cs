using BriefingBot.Quotes.Articles;

namespace BriefingBot.Quotes.Quotations;

/// <summary>What somebody is called in marks within a name: “Ada “Skip” Moreau”, “Ole “the Hammer” Kern”.</summary>
internal static class Nicknames
{
    /// <summary>In tokens, with its marks.</summary>
    private const int Longest = 4;

    /// <summary>In characters, with its marks.</summary>
    private const int LongestMarked = 24;

    /// <summary>Whether what the double marks hold is one: a word with a capital, or two of them or “the” before it, between two words with a capital.</summary>
    public static bool IsOne(string text, TextSpan marked)
    {
        if (marked.Length is < 4 or > LongestMarked || marked.Start < 3 || marked.End + 2 > text.Length || text[marked.Start - 1] != ' ' || text[marked.End] != ' ' || !char.IsUpper(text[marked.End + 1]))
        {
            return false;
        }

        var first = marked.Start - 2;
        while (first > 0 && (char.IsLetter(text[first]) || text[first] is '-' or '.' or '\'' or '’'))
        {
            first--;
        }

        var before = text.AsSpan(first, marked.Start - 1 - first).TrimStart();
        var called = text.AsSpan(marked.Start + 1, marked.Length - 2);
        var last = called[(called.LastIndexOf(' ') + 1)..];
        return before.Length > 1 && char.IsUpper(before[0]) && !(before is "The" or "A" or "An" or "In" or "On" or "At" or "His" or "Her" or "Their" or "Our" or "My" or "By" or "For" or "And" or "But")
            && last.Length > 1 && char.IsUpper(last[0]) && char.IsLower(last[^1]) && called.IndexOfAnyExceptInRange('A', 'z') is var other && (other < 0 || (called[other] is ' ' && called.Count(' ') == 1));
    }

    /// <summary>The token behind the nickname that the mark at <paramref name="open"/> opens behind a given name: the surname's; <paramref name="open"/> where it opens none.</summary>
    public static int EndAt(ArticleText text, ArticleWords words, int open, int end)
    {
        if (words.Has(open - 1, WordTraits.Role | WordTraits.Title | WordTraits.OrgWord))
        {
            return open;
        }

        var close = open + (text.Word(open + 1) is "the" or "The" ? 3 : 2);
        return close + 1 < end && text.Tokens[close].Kind == TokenKind.QuotationMark && text.Tokens[close - 1].Kind == TokenKind.Word && words.IsCapital(close - 1)
            && text.Tokens[close + 1].Start == text.Tokens[close].End + 1 ? close + 1 : open;
    }

    /// <summary>The first mark within the name; -1 for a name without a nickname, as nearly all are.</summary>
    public static int MarkIn(ArticleText text, NameMention name)
    {
        for (var i = name.First + 1; i < name.End; i++)
        {
            if (text.Tokens[i].Kind == TokenKind.QuotationMark)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The name from the given names on (“Marine | John “Tig” Tiegen”), and without a mark that only closes in it.</summary>
    public static NameMention Paired(ArticleText text, ArticleWords words, NameMention name)
    {
        var open = MarkIn(text, name);
        if (open < 0)
        {
            return name;
        }

        if (MarkIn(text, name with { First = open }) < 0)
        {
            return name with { Lead = open + 1, First = open + 1 };
        }

        var first = open - 1;
        if (!words.Has(first, WordTraits.FirstName))
        {
            return name;
        }

        while (first > name.First && (words[first - 1] & words[first] & WordTraits.FirstName) != 0)
        {
            first--;
        }

        return name with { First = first };
    }

    /// <summary>“Ada Moreau” for “Ada “Skip” Moreau”; null for a name without a nickname.</summary>
    public static string? Without(ArticleText text, NameMention name)
    {
        var open = MarkIn(text, name);
        var close = open < 0 ? -1 : MarkIn(text, name with { First = open });
        if (close < 0 || close + 1 >= name.NameEnd)
        {
            return null;
        }

        var (first, behind) = (text.Tokens[name.First].Start, text.Tokens[close + 1].Start);
        return string.Concat(text.Text.AsSpan(first, text.Tokens[open - 1].End - first), " ", text.Text.AsSpan(behind, text.Tokens[name.NameEnd - 1].End - behind));
    }

    /// <summary>The mention from the given name on, and from what stands before it with a capital too, where it is the surname behind a nickname.</summary>
    public static TokenRun Whole(Reading text, TokenRun mention)
    {
        if (mention.First < 3 || text.Tokens[mention.First - 1].Kind != TokenKind.QuotationMark || !text.Is(mention.First, WordClass.Capital))
        {
            return mention;
        }

        var first = mention.First - 2;
        while (first > 0 && mention.First - first <= Longest && text.Tokens[first].Kind != TokenKind.QuotationMark)
        {
            first--;
        }

        if (text.Tokens[first].Kind != TokenKind.QuotationMark || mention.First - first > Longest || first == 0 || !text.Is(first - 1, WordClass.Capital) || text.Sentence(first - 1) != text.Sentence(mention.First))
        {
            return mention;
        }

        var sentence = text.SentenceRun(text.Sentence(first)).First;
        while (first > sentence && text.Is(first - 1, WordClass.Capital) && text.Stretch(first - 1) < 0)
        {
            first--;
        }

        return mention with { First = first };
    }
}
