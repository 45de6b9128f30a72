using System.Globalization;
using System.Text;
using BriefingBot.Search;

namespace BriefingBot.Commands;

/// <summary>Turns of phrase that several replies share.</summary>
internal static class Wording
{
    /// <summary>Above statements that are offered where nothing answers.</summary>
    public const string Closest = "The closest statements, which are no answer:";

    /// <summary>Under a refusal that has not even near statements to offer.</summary>
    public const string NothingClose = "Nothing comes close either. /story tells what the story holds, /help how to ask.";

    /// <summary>Whether there is anything to look for: a letter or digit of any script.</summary>
    public static bool HasWords(string text) => text.EnumerateRunes().Any(Rune.IsLetterOrDigit);

    /// <summary>Instead of a refusal that would blame the story: “…” was not looked for.</summary>
    public static string NoWords(string text) => $"{Quoted(text)} holds no words to look for.";

    /// <summary>“Page 2 of 3”.</summary>
    public static string Page(ReplyPage page) => $"Page {page.Number + 1} of {page.Count}";

    /// <summary>“a”, “a or b”, “a, b or c”.</summary>
    public static string Either(IReadOnlyList<string> names) => Joined(names, "or");

    /// <summary>“a”, “a and b”, “a, b and c”.</summary>
    public static string All(IReadOnlyList<string> names) => Joined(names, "and");

    /// <summary>“1 article”, “2 articles”.</summary>
    public static string Count(int number, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:#,0} {noun}{(number == 1 ? "" : "s")}");

    /// <summary>“31 statements”, “10,000 or more statements” where they were not counted further.</summary>
    public static string Found(int total, string noun) =>
        total < PassageAnswer.MostCounted ? Count(total, noun) : Count(total, "or more " + noun);

    /// <summary>“4 March 2019”.</summary>
    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    public static string Day(DateTimeOffset moment, TimeZoneInfo zone) =>
        Day(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime));

    /// <summary>“4 March 2019, 10:30 UTC”.</summary>
    public static string Moment(DateTimeOffset moment, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(moment, zone).ToString("d MMMM yyyy, HH:mm ", CultureInfo.InvariantCulture)
        + (zone.HasSameRules(TimeZoneInfo.Utc) ? "UTC" : zone.Id);

    /// <summary>At most <paramref name="longest"/> code units, 2 or more; what is cut ends in “…”.</summary>
    public static string Shortened(string text, int longest) => text.Length <= longest ? text : Cut(text, longest - 1).TrimEnd() + "…";

    /// <summary>
    /// At most <paramref name="longest"/> code units without “…”, which would be looked for: cut after a word, or inside the first where that
    /// is longer.
    /// </summary>
    public static string WholeWords(string text, int longest)
    {
        if (text.Length <= longest)
        {
            return text;
        }

        var space = text.LastIndexOf(' ', longest);
        return space > 0 ? text[..space].TrimEnd() : Cut(text, longest);
    }

    /// <summary>With a capital at its beginning.</summary>
    public static string Sentence(string text) => text.Length > 0 && char.IsAsciiLetterLower(text[0]) ? char.ToUpperInvariant(text[0]) + text[1..] : text;

    /// <summary>In quotation marks, unless <paramref name="text"/> already stands in a pair of them.</summary>
    public static string Quoted(string text) =>
        text.Length > 1 && (text[0], text[^1]) is ('“', '”') or ('"', '"') or ('‘', '’') or ('«', '»') ? text : $"“{text}”";

    /// <summary>White space of any kind and length as one space: for text that must stay on one line.</summary>
    public static string OnOneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (!char.IsWhiteSpace(character))
            {
                line.Append(character);
            }
            else if (line.Length > 0 && line[^1] != ' ')
            {
                line.Append(' ');
            }
        }

        return line.ToString().TrimEnd();
    }

    /// <summary>Never inside what a reader takes for one character: the marks on a letter, the parts of an emoji.</summary>
    private static string Cut(string text, int longest)
    {
        var end = 0;
        while (end < text.Length && StringInfo.GetNextTextElementLength(text, end) is var length && end + length <= longest)
        {
            end += length;
        }

        // One character of a hundred marks is cut all the same, but not inside a surrogate pair.
        return end > 0 ? text[..end] : text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)];
    }

    private static string Joined(IReadOnlyList<string> names, string last) => names.Count switch
    {
        0 => "",
        1 => names[0],
        _ => $"{string.Join(", ", names.Take(names.Count - 1))} {last} {names[^1]}",
    };
}
