using System.Globalization;
using System.Text;

namespace BriefingBot.Indexing;

/// <summary>Titles fit for one line of a reply.</summary>
internal static class ArticleTitle
{
    /// <summary>In UTF-16 code units; a first line may be a whole article.</summary>
    public const int MaxLength = 160;

    /// <summary>The first line of <paramref name="text"/> that is not blank.</summary>
    public static string FirstLineOf(string text)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (Tidy(line) is { Length: > 0 } title)
            {
                return title;
            }
        }

        return "";
    }

    /// <summary>
    /// One line, cut at a word. Control characters and invisible marks are left out: a right-to-left mark would turn round the reply
    /// that shows the title.
    /// </summary>
    public static string Tidy(ReadOnlySpan<char> written)
    {
        var title = new StringBuilder();
        foreach (var rune in written.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                if (title.Length > 0 && title[^1] != ' ')
                {
                    title.Append(' ');
                }
            }
            else if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format))
            {
                title.Append(rune.ToString());
            }

            if (title.Length > MaxLength + 1)
            {
                break;
            }
        }

        var line = title.ToString().TrimEnd();
        return line.Length <= MaxLength ? line : Cut(line);
    }

    private static string Cut(string line)
    {
        var end = line.LastIndexOf(' ', MaxLength - 1);
        if (end < MaxLength / 2)
        {
            end = char.IsHighSurrogate(line[MaxLength - 2]) ? MaxLength - 2 : MaxLength - 1;
        }

        return $"{line.AsSpan(0, end).TrimEnd()}…";
    }
}
