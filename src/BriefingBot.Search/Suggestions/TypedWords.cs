using BriefingBot.Search.Index;
using BriefingBot.Search.Speakers;
using BriefingBot.Search.Words;
using Lucene.Net.Index;
using Lucene.Net.Util;
using Lucene.Net.Util.Automaton;

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
        return exact.Count > 0 || Spelling.Allowed(form.Length) == 0 ? exact : Best(Near(searcher, Close(form, unfinished)), form);
    }

    /// <summary>Words with a typing error. Of a word still being typed only one error is looked for: its rest is unknown already.</summary>
    private static CompiledAutomaton Close(string form, bool unfinished)
    {
        var close = new LevenshteinAutomata(form, withTranspositions: true).ToAutomaton(unfinished ? 1 : Spelling.Allowed(form.Length));
        if (!unfinished)
        {
            return new CompiledAutomaton(close, true, false);
        }

        var beginning = BasicOperations.Concatenate(close, BasicAutomata.MakeAnyString());
        beginning.Determinize();
        return new CompiledAutomaton(beginning, false, false);
    }

    private static List<string> BestOf(StorySearcher searcher, Func<TermsEnum, IEnumerable<(string, int)>> read, string form) =>
        Best(Dictionaries(searcher).SelectMany(terms => read(terms.GetEnumerator())), form);

    private static IEnumerable<(string, int)> Near(StorySearcher searcher, CompiledAutomaton close) =>
        Dictionaries(searcher).SelectMany(terms => All(terms.Intersect(close, null)));

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

    private static IEnumerable<(string, int)> All(TermsEnum terms)
    {
        while (terms.MoveNext())
        {
            yield return (terms.Term.Utf8ToString(), terms.DocFreq);
        }
    }
}
