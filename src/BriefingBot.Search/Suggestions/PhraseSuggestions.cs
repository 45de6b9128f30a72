using System.Runtime.InteropServices;
using BriefingBot.Search.Index;
using BriefingBot.Search.Words;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace BriefingBot.Search.Suggestions;

/// <summary>
/// What people in the story said with the words typed so far. The postings of those words are read, never the story: only the few
/// statements that are offered are taken from the disk.
/// </summary>
internal sealed class PhraseSuggestions(StorySearcher searcher)
{
    /// <summary>Statements looked into for each that is offered: some hold the same phrase.</summary>
    private const int Looked = 3;

    /// <summary>Phrases for what was typed, most often said first; for nothing typed those of the whole story.</summary>
    public List<SaidPhrase> For(string typed, int limit)
    {
        var words = TypedWords.Read(searcher, typed);
        if (words.Meanings.Count == 0)
        {
            return typed.Any(char.IsLetterOrDigit) ? [] : Phrases(searcher.MostRepeated, [], limit);
        }

        var meanings = words.Meanings;
        var found = MostRepeated(Matching(meanings), limit * Looked);
        if (found.Count == 0 && meanings.Count > 1)
        {
            // The last word is not finished, and may yet become one that fits.
            meanings = [.. meanings.SkipLast(1)];
            found = MostRepeated(Matching(meanings), limit * Looked);
        }

        return Phrases(found, meanings, limit);
    }

    /// <summary>Of these quotations the statements made most often, the newest first among equals.</summary>
    public List<RepeatedStatement> MostRepeated(IEnumerable<(int Leaf, int Document)> quotations, int most)
    {
        var newest = searcher.Ranks(oldestFirst: false);
        var statements = new Dictionary<long, RepeatedStatement>();
        foreach (var (leaf, document) in quotations)
        {
            var view = searcher.View(leaf);
            var place = new RepeatedStatement(leaf, document, 1, newest[leaf][view.ArticleOf[document]]);
            ref var statement = ref CollectionsMarshal.GetValueRefOrAddDefault(statements, view.Rows[document].Statement, out var known);
            // It is shown as its newest article has it.
            statement = !known ? place : (statement.Rank <= place.Rank ? statement : place) with { Times = statement.Times + 1 };
        }

        var best = new PriorityQueue<RepeatedStatement, RepeatedStatement>(Comparer<RepeatedStatement>.Create((a, b) => -a.CompareTo(b)));
        foreach (var statement in statements.Values)
        {
            if (best.Count < most)
            {
                best.Enqueue(statement, statement);
            }
            else if (statement.CompareTo(best.Peek()) < 0)
            {
                best.DequeueEnqueue(statement, statement);
            }
        }

        return [.. best.UnorderedItems.Select(item => item.Element).Order()];
    }

    private List<SaidPhrase> Phrases(IReadOnlyList<RepeatedStatement> statements, IReadOnlyList<IReadOnlyList<string>> asked, int limit)
    {
        var phrases = new Dictionary<string, (SaidPhrase Phrase, bool First, bool Quoted)>(StringComparer.Ordinal);
        foreach (var statement in statements)
        {
            var (text, begins, quoted) = StatementPhrase.Of(searcher.Statement(statement.Leaf, statement.Document), asked);
            if (text.Length == 0)
            {
                continue;
            }

            var key = string.Join(' ', WordReader.Read(text).Select(word => word.Form));
            var times = statement.Times + (phrases.TryGetValue(key, out var known) ? known.Phrase.Times : 0);
            phrases[key] = (new SaidPhrase(known.Phrase?.Text ?? text, times), begins && asked.Count > 0, quoted || known.Quoted);
        }

        return [.. phrases.Values.OrderByDescending(phrase => phrase.First).ThenByDescending(phrase => phrase.Phrase.Times).ThenByDescending(phrase => phrase.Quoted)
            .Select(phrase => phrase.Phrase).Take(limit)];
    }

    /// <summary>The quotations that hold one meaning of each word.</summary>
    private IEnumerable<(int Leaf, int Document)> Matching(IReadOnlyList<IReadOnlyList<string>> meanings)
    {
        for (var leaf = 0; leaf < searcher.Leaves.Count; leaf++)
        {
            var reader = searcher.Leaves[leaf].AtomicReader;
            FixedBitSet? all = null;
            foreach (var meaning in meanings)
            {
                var one = Holding(reader, meaning);
                all?.And(one);
                all ??= one;
            }

            var documents = all?.GetIterator();
            while (documents is not null && documents.NextDoc() != DocIdSetIterator.NO_MORE_DOCS)
            {
                yield return (leaf, documents.DocID);
            }
        }
    }

    private static FixedBitSet Holding(AtomicReader reader, IReadOnlyList<string> meaning)
    {
        var holding = new FixedBitSet(reader.MaxDoc);
        foreach (var word in meaning)
        {
            if (reader.GetTermDocsEnum(new Term(SentenceFields.QuotationForms, word)) is { } documents)
            {
                holding.Or(documents);
            }
        }

        return holding;
    }
}

/// <summary>A statement, by one of its places, and in how many it stands. The one to offer first comes first.</summary>
/// <param name="Leaf">Where it stands.</param>
/// <param name="Document">Of the leaf.</param>
/// <param name="Times">How many places hold it.</param>
/// <param name="Rank">Its article's place in the order of all, the newest first.</param>
internal readonly record struct RepeatedStatement(int Leaf, int Document, int Times, int Rank) : IComparable<RepeatedStatement>
{
    public int CompareTo(RepeatedStatement other) => Times != other.Times ? other.Times.CompareTo(Times)
        : Rank != other.Rank ? Rank.CompareTo(other.Rank)
        : Leaf != other.Leaf ? Leaf.CompareTo(other.Leaf)
        : Document.CompareTo(other.Document);
}
