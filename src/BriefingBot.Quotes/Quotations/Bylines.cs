namespace BriefingBot.Quotes.Quotations;

/// <summary>Who wrote the article and says “I” in it: a name with “By”, or alone in its paragraph, near the beginning, or below the end as letters are signed.</summary>
internal static class Bylines
{
    /// <summary>In paragraphs: the heading, a line of what it is (“Comment”), a dateline may stand before.</summary>
    private const int Near = 6;

    /// <summary>In tokens, of a line that tells who wrote the article.</summary>
    private const int LongestLine = 12;

    /// <summary>The author; null when nobody is named so, or several are.</summary>
    /// <param name="text">The article.</param>
    /// <param name="words">What the word lists say about its tokens.</param>
    /// <param name="names">Its names, in text order.</param>
    /// <param name="members">Who is meant by each.</param>
    public static CastMember? AuthorOf(ArticleText text, ArticleWords words, List<NameMention> names, CastMember[] members)
    {
        CastMember? author = null;
        var signed = false;
        for (var i = 0; i < names.Count; i++)
        {
            if (members[i].Kind != NameKind.Person || names[i].Words < 2)
            {
                continue;
            }

            if (!(IsAlone(text, words, names[i], out var by) || IsGreeting(text, names[i])))
            {
                continue;
            }

            if (signed && !by)
            {
                continue;
            }

            var paragraph = ParagraphOf(text, names[i].First);
            var atTop = paragraph <= Near;
            if (!atTop && !by && !IsBelow(text, paragraph))
            {
                continue;
            }

            // Whoever is told of is seldom who tells.
            if (!by && IsToldOf(text, names, members, i))
            {
                continue;
            }

            if (author is not null && author != members[i] && !(by && !signed))
            {
                return null;
            }

            (author, signed) = (members[i], by);
        }

        return author;
    }

    /// <summary>The one person whom a file calls its author, without “By”; null where that is no full name: an agency, a desk, an address, several people.</summary>
    public static string? PersonIn(string? author)
    {
        var name = author?.StartsWith("By ", StringComparison.OrdinalIgnoreCase) == true ? author[3..] : author;
        var words = name?.Split(' ') ?? [];
        var isPerson = words.Length is >= 2 and <= 4 && char.IsUpper(words[^1].FirstOrDefault()) && (WordLists.Of(words[0]) & WordTraits.FirstName) != 0 && !NameParticles.Contains(words[0]) && Array.TrueForAll(words, word =>
            (char.IsUpper(word.FirstOrDefault()) || NameParticles.Contains(word)) && word.All(c => char.IsLetter(c) || c is '.' or '-' or '\'' or '’')
            && (WordLists.Of(word) & (WordTraits.OrgWord | WordTraits.OrgName | WordTraits.Role | WordTraits.Group | WordTraits.Document)) == 0);
        return isPerson ? name : null;
    }

    private static bool IsToldOf(ArticleText text, List<NameMention> names, CastMember[] members, int at)
    {
        for (var i = 0; i < names.Count; i++)
        {
            if (i != at && members[i] == members[at] && !text.Tokens[names[i].First].Quoted && ParagraphOf(text, names[i].First) > 1 && ParagraphOf(text, names[i].First) != ParagraphOf(text, names[at].First))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsAlone(ArticleText text, ArticleWords words, NameMention name, out bool by)
    {
        var first = name.Lead;
        by = first > 0 && text.Word(first - 1) is "By" or "BY" or "by";
        first -= by ? 1 : 0;
        var paragraph = ParagraphOf(text, name.First);
        if (paragraph <= Near && IsLine(text, words, name, paragraph))
        {
            // “Ada Moreau in Bern” may be a caption.
            by |= name.Lead > 0 && ParagraphOf(text, name.Lead - 1) == paragraph;
            return true;
        }

        return !words.IsLabel(name.First) && (first == 0 || ParagraphOf(text, first - 1) != paragraph)
            && (name.End >= text.Tokens.Length || ParagraphOf(text, name.End) != paragraph);
    }

    /// <summary>“Interview by Ada Moreau”, “Live from the court with Ada Moreau”, “Ada Moreau in Bern”: a line near the beginning that is no sentence.</summary>
    private static bool IsLine(ArticleText text, ArticleWords words, NameMention name, int paragraph)
    {
        var (first, end) = (name.Lead, name.End);
        while (first > 0 && name.Lead - first < LongestLine && ParagraphOf(text, first - 1) == paragraph)
        {
            first--;
        }

        while (end < text.Tokens.Length && end - name.End < LongestLine && ParagraphOf(text, end) == paragraph)
        {
            end++;
        }

        if (end - first > LongestLine || end >= text.Tokens.Length || text.Tokens[end - 1].Kind == TokenKind.Punctuation || words.InHeadline(first) || words.IsLabel(name.First))
        {
            return false;
        }

        return first == name.Lead ? end > name.End && text.Word(name.End) is "in" or "at" or "reports" && words.IsCapital(end - 1)
            : text.Word(name.Lead - 1) is "by" or "with" && end == name.End && text.Word(first) is "Interview" or "Words" or "Report" or "Reporting" or "Story" or "Text" or "Live" or "Written" or "Review" or "Analysis" or "Opinion" or "Comment";
    }

    /// <summary>“Hello. Ada Moreau here, with the only newsletter …”.</summary>
    private static bool IsGreeting(ArticleText text, NameMention name) => name.End + 1 < text.Tokens.Length && text.Word(name.End) is "here" && text.Word(name.End + 1) is "," or "."
        && ParagraphOf(text, name.First) <= Near && (name.Lead == 0 || text.Tokens[name.Lead - 1].Sentence != text.Tokens[name.Lead].Sentence);

    /// <summary>“Ada Moreau”, and no more than an office and a body below it.</summary>
    private static bool IsBelow(ArticleText text, int paragraph) => text.Sentences[^1].Paragraph - paragraph <= 2;

    private static int ParagraphOf(ArticleText text, int token) => text.Sentences[text.Tokens[token].Sentence].Paragraph;
}
