using BriefingBot.Search.Index;
using BriefingBot.Search.Speakers;
using BriefingBot.Search.Words;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace BriefingBot.Search.Suggestions;

/// <summary>
/// What the words typed so far may stand for: the last one may be a beginning, and each may hold a typing error. Looked up in the dictionary
/// of the words that are quoted, so the cost grows with the words that fit, not with the story.
/// </summary>
internal sealed class TypedWords
{
    /// <summary>More words than this tell nothing more.</summary>
    private const int Most = 12;

    /// <summary>How many words one beginning may stand for.</summary>
    private const int Widest = 24;

    private TypedWords(IReadOnlyList<IReadOnlyList<string>> meanings) => Meanings = meanings;

    /// <summary>For each typed word that tells something: the words of the story that it may be, most quoted first; none is empty.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Meanings { get; }

    public static TypedWords Read(StorySearcher searcher, string typed)
    {
        var words = WordReader.Read(typed);
        words = words.Count > Most ? words[^Most..] : words;
        var unfinished = words.Count > 0 && words[^1].Span.End == typed.Length;
        var telling = words.Where((word, i) => !word.Is(WordTraits.Stop) || (unfinished && i == words.Count - 1)).ToList();
        telling = telling.Count > 0 ? telling : words;
        var meanings = telling
            .Select(word => Meant(searcher, word.Form, unfinished && word == words[^1]))
            .Where(meant => meant.Count > 0)
            .ToList();
        return new TypedWords(meanings);
    }

    private static List<string> Meant(StorySearcher searcher, string form, bool unfinished)
    {
        var exact = unfinished
            ? BestOf(searcher, terms => Beginning(terms, form), form)
            : BestOf(searcher, terms => terms.SeekExact(new BytesRef(form)) ? One(terms) : [], form);
        return exact.Count > 0 || Spelling.Allowed(form.Length) == 0 ? exact : BestOf(searcher, terms => Near(terms, form, unfinished), form);
    }

    private static List<string> BestOf(StorySearcher searcher, Func<TermsEnum, IEnumerable<(string, int)>> read, string form) =>
        Best(Dictionaries(searcher).SelectMany(terms => read(terms.GetEnumerator())), form);

    private static IEnumerable<Terms> Dictionaries(StorySearcher searcher) =>
        searcher.Leaves.Select(leaf => leaf.AtomicReader.GetTerms(SentenceFields.QuotationForms)).OfType<Terms>();

    /// <summary>The word itself first, then by how often they are quoted; function words only when there is nothing else.</summary>
    private static List<string> Best(IEnumerable<(string Word, int Quotations)> found, string form)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (word, quotations) in found)
        {
            counts[word] = counts.GetValueOrDefault(word) + quotations;
        }

        var telling = counts.Keys.Any(word => !StopWords.Common.Contains(word));
        return [.. counts.Where(count => count.Key == form || !telling || !StopWords.Common.Contains(count.Key))
            .OrderByDescending(count => count.Key == form).ThenByDescending(count => count.Value).ThenBy(count => count.Key, StringComparer.Ordinal)
            .Select(count => count.Key).Take(Widest)];
    }

    private static IEnumerable<(string, int)> Beginning(TermsEnum terms, string form)
    {
        var prefix = new BytesRef(form);
        for (var status = terms.SeekCeil(prefix); status != TermsEnum.SeekStatus.END && StringHelper.StartsWith(terms.Term, prefix);)
        {
            yield return (terms.Term.Utf8ToString(), terms.DocFreq);
            if (!terms.MoveNext())
            {
                yield break;
            }
        }
    }

    private static IEnumerable<(string, int)> One(TermsEnum terms) => [(terms.Term.Utf8ToString(), terms.DocFreq)];

    /// <summary>
    /// Words with a typing error, among those that begin with its first letter, or with its second where the first two may be swapped. (An
    /// automaton for “begins nearly so” would save reading those, but Lucene's takes exponentially long to make for some words.)
    /// </summary>
    private static IEnumerable<(string, int)> Near(TermsEnum terms, string form, bool unfinished) =>
        form.EnumerateRunes().Take(2).Distinct()
            .SelectMany(initial => Beginning(terms, initial.ToString()))
            .Where(term => unfinished ? BeginsNearly(term.Item1, form) : Spelling.IsClose(term.Item1, form));

    private static bool BeginsNearly(string word, string form)
    {
        for (var length = form.Length - 1; length <= Math.Min(word.Length, form.Length + 1); length++)
        {
            if (Spelling.IsClose(word[..length], form))
            {
                return true;
            }
        }

        return false;
    }
}
