using BriefingBot.Search.Index;
using BriefingBot.Search.Speakers;
using BriefingBot.Search.Words;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace BriefingBot.Search.Ranking;

/// <summary>The Lucene query that finds what may answer; ranking scores it afterwards.</summary>
internal sealed class QueryFilters(StorySearcher searcher)
{
    /// <summary>Lucene refuses more than 1024 clauses; a word takes two.</summary>
    private const int MostWords = 500;

    private const int MostInSource = 64;

    /// <summary>The fields that hold the words of what is looked for, each with what a word in it counts.</summary>
    public static IReadOnlyList<(string Field, float Weight)> Fields(PassageScope scope) => scope switch
    {
        PassageScope.Quotations => [(SentenceFields.QuotationWords, 1), (SentenceFields.PassageWords, 0.5f)],
        PassageScope.Unattributed => [(SentenceFields.UnattributedWords, 1), (SentenceFields.UnattributedPassageWords, 0.5f)],
        _ => [(SentenceFields.SentenceWords, 1)],
    };

    private static string TypeOf(PassageScope scope) => scope switch
    {
        PassageScope.Quotations => SentenceFields.QuotationType,
        PassageScope.Unattributed => SentenceFields.UnattributedType,
        _ => SentenceFields.SentenceType,
    };

    /// <summary>Documents with any of the words <paramref name="needed"/>, all of the phrases and filters, none of what is excluded.</summary>
    public Query Build(PassageQuery query, ReadQuery read, AskedWords asked, IReadOnlySet<string> needed)
    {
        var all = new BooleanQuery(disableCoord: true);
        if (asked.Words.Count > 0 && read.Phrases.Count == 0)
        {
            all.Add(AnyWord(asked, needed, query.Scope), Occur.MUST);
        }
        else
        {
            all.Add(Term(SentenceFields.Type, TypeOf(query.Scope)), Occur.MUST);
            read.Phrases.Select(InQuotationOrAround).OfType<Query>().ToList().ForEach(phrase => all.Add(phrase, Occur.MUST));
        }

        if (Filters(query, read) is { } filters)
        {
            all.Add(filters, Occur.MUST);
        }

        return all;
    }

    /// <summary>Documents that pass the filters and hold nothing that is excluded; null where nothing is asked of them.</summary>
    public Query? Filters(PassageQuery query, ReadQuery read)
    {
        var all = new BooleanQuery(disableCoord: true);
        if (query.Scope == PassageScope.Quotations)
        {
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

        if (query.Scope == PassageScope.Quotations && read.Without.Count > 0)
        {
            all.Add(Term(SentenceFields.Type, SentenceFields.QuotationType), Occur.MUST);
            read.Without.Select(InQuotationOrAround).OfType<Query>().ToList().ForEach(phrase => all.Add(phrase, Occur.MUST_NOT));
        }

        return all.Clauses.Count > 0 ? all : null;
    }

    private static BooleanQuery AnyWord(AskedWords asked, IReadOnlySet<string> needed, PassageScope scope)
    {
        var any = new BooleanQuery(disableCoord: true);
        foreach (var word in asked.Words.Where(word => needed.Contains(word.Stem)).Take(MostWords))
        {
            foreach (var (field, weight) in Fields(scope))
            {
                any.Add(new TermQuery(new Term(field, word.Stem)) { Boost = weight }, Occur.SHOULD);
            }
        }

        return any;
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

    /// <summary>Whether somebody, or some source, is called so; one whose name is only near to it is not.</summary>
    public bool IsCalled(string speaker) => searcher.Cast.MeantBy(speaker).Sureness != Sureness.Guess || (Sources(speaker) is { } sources && HasAny(sources));

    /// <summary>
    /// Statements of those who are called so. Of a word that is nobody's name: of those whose role it is, and of sources that the text calls so
    /// (“spokesman”, “the families”); of those whose name is only near to it where there is neither.
    /// </summary>
    private ConstantScoreQuery SaidBy(string speaker)
    {
        var (names, sureness) = searcher.Cast.MeantBy(speaker);
        var sources = sureness == Sureness.Name ? null : Sources(speaker);
        var any = new BooleanQuery(disableCoord: true);
        if (sources is not null && (sureness == Sureness.Role || names.Count == 0 || HasAny(sources)))
        {
            any.Add(sources, Occur.SHOULD);
            names = sureness == Sureness.Role ? names : [];
        }

        foreach (var name in names.Take(BooleanQuery.MaxClauseCount - 1))
        {
            any.Add(new TermQuery(new Term(SentenceFields.Speaker, name)), Occur.SHOULD);
        }

        return Unscored(any);
    }

    /// <summary>Statements whose source the text calls so; a friend of somebody's is not that somebody. Null when nothing is asked for.</summary>
    private static BooleanQuery? Sources(string called)
    {
        var head = HeadPhrase.Of(called);
        if (head.Count == 0)
        {
            return null;
        }

        var all = new BooleanQuery(disableCoord: true);
        head.Take(MostInSource).ToList().ForEach(word => all.Add(new TermQuery(new Term(SentenceFields.Source, word.Stem)), Occur.MUST));
        WordReader.Read(called).Where(word => !word.Is(WordTraits.Stop) && !head.Contains(word)).Take(MostInSource).ToList()
            .ForEach(word => all.Add(new TermQuery(new Term(SentenceFields.Mention, word.Form)), Occur.MUST));
        return all;
    }

    private bool HasAny(Query query)
    {
        var found = new TotalHitCountCollector();
        searcher.Search(query, found);
        return found.TotalHits > 0;
    }

    private static ConstantScoreQuery Term(string field, string value) => Unscored(new TermQuery(new Term(field, value)));

    private static ConstantScoreQuery Unscored(Query query) => new(query) { Boost = 0 };
}
