using BriefingBot.Search.Index;
using BriefingBot.Search.Words;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace BriefingBot.Search.Ranking;

/// <summary>The Lucene query that finds what may answer; ranking scores it afterwards.</summary>
internal sealed class QueryFilters(StorySearcher searcher)
{
    /// <summary>Lucene refuses more than 1024 clauses; a word takes two.</summary>
    private const int MostWords = 500;

    /// <summary>Documents with any of the words, all of the phrases and filters, none of what is excluded.</summary>
    /// <param name="scope">What is looked for.</param>
    /// <param name="read">Phrases, and what is excluded.</param>
    /// <param name="query">The filters.</param>
    /// <param name="asked">The words.</param>
    /// <param name="telling">One of these words must stand there; the others only add to the score.</param>
    public Query Build(PassageScope scope, ReadQuery read, PassageQuery query, AskedWords asked, IReadOnlySet<string> telling)
    {
        var quotations = scope == PassageScope.Quotations;
        var all = new BooleanQuery(disableCoord: true);
        if (asked.Words.Count > 0 && read.Phrases.Count == 0)
        {
            all.Add(AnyWord(asked, telling, quotations ? [SentenceFields.QuotationWords, SentenceFields.PassageWords] : [SentenceFields.SentenceWords]), Occur.MUST);
        }
        else
        {
            all.Add(Term(SentenceFields.Type, quotations ? SentenceFields.QuotationType : SentenceFields.SentenceType), Occur.MUST);
        }

        if (quotations)
        {
            read.Phrases.Select(InQuotationOrAround).OfType<Query>().ToList().ForEach(phrase => all.Add(phrase, Occur.MUST));
            read.Without.Select(InQuotationOrAround).OfType<Query>().ToList().ForEach(phrase => all.Add(phrase, Occur.MUST_NOT));
            foreach (var speaker in read.Speakers.Append(query.Speaker).Where(name => !string.IsNullOrWhiteSpace(name)))
            {
                all.Add(SaidBy(speaker!), Occur.MUST);
            }

            if ((query.Kind ?? read.Kind) is { } kind)
            {
                all.Add(Term(SentenceFields.Kind, kind.ToString()), Occur.MUST);
            }
        }

        if (query.From is not null || query.To is not null)
        {
            all.Add(Unscored(NumericRangeQuery.NewInt32Range(SentenceFields.Day, query.From?.DayNumber, query.To?.DayNumber, true, true)), Occur.MUST);
        }

        // Alone, Lucene reads a query of words in one sweep.
        return all.Clauses is [{ Occur: Occur.MUST } only] ? only.Query : all;
    }

    private static BooleanQuery AnyWord(AskedWords asked, IReadOnlySet<string> telling, string[] fields)
    {
        var must = new BooleanQuery(disableCoord: true);
        var may = new BooleanQuery(disableCoord: true);
        foreach (var word in asked.Words.OrderByDescending(word => telling.Contains(word.Stem)).Take(MostWords))
        {
            var any = telling.Contains(word.Stem) ? must : may;
            any.Add(new TermQuery(new Term(fields[0], word.Stem)), Occur.SHOULD);
            if (fields.Length > 1)
            {
                any.Add(new TermQuery(new Term(fields[1], word.Stem)) { Boost = 0.5f }, Occur.SHOULD);
            }
        }

        if (may.Clauses.Count > 0)
        {
            may.Clauses.Insert(0, new BooleanClause(must, Occur.MUST));
        }

        return may.Clauses.Count > 0 ? may : must;
    }

    /// <summary>In a phrase every word counts, however common. Null when the text holds no word.</summary>
    private static Query? InQuotationOrAround(string text)
    {
        var words = WordReader.Read(text);
        if (words.Count == 0)
        {
            return null;
        }

        var either = new BooleanQuery(disableCoord: true);
        foreach (var field in (string[])[SentenceFields.QuotationForms, SentenceFields.PassageForms])
        {
            var phrase = new PhraseQuery();
            words.ForEach(word => phrase.Add(new Term(field, word.Form)));
            either.Add(words.Count == 1 ? new TermQuery(new Term(field, words[0].Form)) : phrase, Occur.SHOULD);
        }

        return either;
    }

    private ConstantScoreQuery SaidBy(string speaker)
    {
        var names = searcher.Cast.NamesMeantBy(speaker);
        var any = new BooleanQuery(disableCoord: true);
        foreach (var name in names.Take(BooleanQuery.MaxClauseCount - 1))
        {
            any.Add(new TermQuery(new Term(SentenceFields.Speaker, name)), Occur.SHOULD);
        }

        if (names.Count == 0)
        {
            // A source without a name may still be called so: “spokesman”, “decree”.
            var mention = new BooleanQuery(disableCoord: true);
            WordReader.Read(speaker).Where(word => !word.Is(WordTraits.Stop)).Take(64).ToList()
                .ForEach(word => mention.Add(new TermQuery(new Term(SentenceFields.Mention, word.Form)), Occur.MUST));
            any.Add(mention, Occur.SHOULD);
        }

        return Unscored(any);
    }

    private static ConstantScoreQuery Term(string field, string value) => Unscored(new TermQuery(new Term(field, value)));

    private static ConstantScoreQuery Unscored(Query query) => new(query) { Boost = 0 };
}
