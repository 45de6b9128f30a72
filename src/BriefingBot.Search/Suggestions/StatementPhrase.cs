using System.Text;
using System.Text.RegularExpressions;
using BriefingBot.Search.Index;
using BriefingBot.Search.Words;

namespace BriefingBot.Search.Suggestions;

/// <summary>The words of a statement that are worth offering: one sentence between its quotation marks, cut to a line of whole words.</summary>
internal static partial class StatementPhrase
{
    private const string Marks = "\"“”„‟«»〝〞〟＂";

    /// <summary>How many words are kept before the word that was typed, where a long phrase cannot begin at its beginning.</summary>
    private const int Lead = 3;

    /// <summary>
    /// The phrase that holds most of the asked words, whether it begins with one of them, and whether it stands in quotation marks; empty when
    /// the statement has no words.
    /// </summary>
    /// <param name="statement">A quotation.</param>
    /// <param name="asked">For each word asked for: the forms that it may have.</param>
    public static (string Text, bool Begins, bool Quoted) Of(StatementRecord statement, IReadOnlyList<IReadOnlyList<string>> asked)
    {
        var forms = asked.SelectMany(forms => forms).ToHashSet(StringComparer.Ordinal);
        (List<Word> Words, string Text, int Held, bool Quoted) best = ([], "", -1, false);
        foreach (var (piece, quoted) in Pieces(statement))
        {
            var words = WordReader.Read(piece);
            var held = asked.Count(meaning => words.Exists(word => meaning.Contains(word.Form)));
            // Of nothing but “it is so” one would find nothing.
            held = words.TrueForAll(word => word.Is(WordTraits.Stop)) ? -1 : held;
            best = held > best.Held ? (words, piece, held, quoted) : best;
        }

        return best.Held < 0 ? ("", false, false) : (Line(best.Text, best.Words, forms), forms.Contains(best.Words[0].Form), best.Quoted);
    }

    /// <summary>Sentences: first those in quotation marks, then of all that is attributed.</summary>
    private static IEnumerable<(string Text, bool Quoted)> Pieces(StatementRecord statement)
    {
        var content = statement.Spans.Where(statement.Span.Contains)
            .Select(span => statement.Text.Substring(span.Start - statement.Span.Start, span.Length)).ToList();
        return content.SelectMany(Quoted).SelectMany(text => SentenceEnd().Split(text)).Select(text => (text, true))
            .Concat(content.SelectMany(text => SentenceEnd().Split(text)).Select(text => (text, false)));
    }

    /// <summary>What stands between quotation marks; from the last one to the end where it is not closed.</summary>
    private static IEnumerable<string> Quoted(string text)
    {
        var parts = text.Split(Marks.ToCharArray());
        return parts.Where((part, i) => i % 2 == 1);
    }

    private static string Line(string text, List<Word> words, HashSet<string> asked)
    {
        var hit = Math.Max(0, words.FindIndex(word => asked.Contains(word.Form)));
        var first = words[hit].Span.End - words[0].Span.Start <= SaidPhrase.Longest ? 0 : Math.Max(0, hit - Lead);
        while (words[hit].Span.End - words[first].Span.Start > SaidPhrase.Longest && first < hit)
        {
            first++;
        }

        var last = first;
        while (last + 1 < words.Count && words[last + 1].Span.End - words[first].Span.Start <= SaidPhrase.Longest)
        {
            last++;
        }

        // A cut line does not end in “the”.
        while (last + 1 < words.Count && last > Math.Max(first, hit) && words[last].Is(WordTraits.Stop))
        {
            last--;
        }

        return Plain(text[words[first].Span.Start..words[last].Span.End]);
    }

    /// <summary>On one line, without what the query language would read as its own.</summary>
    private static string Plain(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (!Rune.IsWhiteSpace(rune) && !Rune.IsControl(rune) && rune != Rune.ReplacementChar && !(rune.IsBmp && Marks.Contains((char)rune.Value)))
            {
                line.Append(rune.ToString());
            }
            else if (line.Length > 0 && line[^1] != ' ')
            {
                line.Append(' ');
            }
        }

        return Operators().Replace(line.ToString(), "$1 ").Replace("  ", " ", StringComparison.Ordinal).Trim();
    }

    [GeneratedRegex("(?<=[.!?…])\\s+", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceEnd();

    /// <summary>Hyphens before a word, and a colon after the names of the language's filters.</summary>
    [GeneratedRegex("((?:^|\\s)(?=[-−])|\\b(?:speaker|kind)(?=:))[-−:]+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Operators();
}
