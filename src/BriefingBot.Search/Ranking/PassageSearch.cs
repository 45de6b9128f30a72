using BriefingBot.Search.Index;
using BriefingBot.Search.Speakers;
using BriefingBot.Search.Words;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace BriefingBot.Search.Ranking;

/// <summary>
/// Answers queries on one state of the index: Lucene finds candidates by statement, the best of them are scored again from their words,
/// nearly equal ones folded, weak ones refused, and only what is shown is read.
/// </summary>
internal sealed class PassageSearch(StorySearcher searcher)
{
    /// <summary>Of more candidates, the rest comes after these.</summary>
    private const int Rescored = 200;

    /// <summary>In orders by date, where scores decide nothing but what is an answer.</summary>
    private const int ByDate = 1000;

    /// <summary>What does not answer is not looked at as closely.</summary>
    private const int RescoredForClosest = 50;

    private const int Closest = 5;

    private const int FewStatements = 3;

    /// <summary>What the score of words counts whose speaker was not understood, and where they are the asked phrase.</summary>
    private const double Nobodys = 0.6, NobodysPhrase = 0.8;

    /// <summary>Looking for near spellings of a long word is slow, and nobody types such a word nearly right.</summary>
    private const int LongestMended = 20, MostMended = 4;

    public PassageAnswer Answer(PassageQuery query)
    {
        var read = query.Scope == PassageScope.Quotations ? QueryReader.Read(query.Words) : new ReadQuery(query.Words);
        var asked = AskedWords.Of(searcher, read.Phrases.Prepend(read.Words), WordsOf(query.Scope));
        var listing = asked.Words.Count == 0;
        if (listing && !HasFilter(query, read))
        {
            return new PassageAnswer(false, 0, [], []);
        }

        var order = listing && query.Order == PassageOrder.Relevance ? PassageOrder.NewestFirst : query.Order;
        var hits = Rank(query, asked, new Candidates(searcher, query, read, asked, order), order, out var total);
        var wordings = new Wordings(searcher, new QuotationRanking(searcher, asked).Score);
        hits = order == PassageOrder.Relevance ? WithStatements(hits, query, ref total) : OnTheirDays(hits.ConvertAll(wordings.Choose), order);
        if (query.WithUnattributed && order == PassageOrder.Relevance && !listing && !HasFilter(query, read))
        {
            hits = WithUnattributed(hits, query, read, asked, ref total);
        }

        var reader = new PassageReader(searcher, AskedText(read));
        if (hits.Count == 0)
        {
            return new PassageAnswer(false, 0, [], Nearest(query, read));
        }

        // By date each stands where it is shown already.
        var page = hits.Skip(Math.Max(0, query.Skip)).Take(Math.Max(0, query.Take));
        page = order == PassageOrder.Relevance ? page.Select(wordings.Choose) : page;
        return new PassageAnswer(true, total, [.. page.Select(reader.Read)], []);
    }

    /// <summary>
    /// Words in marks that are given to nobody and hold what was asked for stand among the statements, with a part of their score: somebody's are
    /// worth more, unless these are much nearer to what was asked.
    /// </summary>
    private List<Scored> WithUnattributed(List<Scored> hits, PassageQuery query, ReadQuery read, AskedWords asked, ref int total)
    {
        var marked = query with { Scope = PassageScope.Unattributed };
        var others = Rank(marked, asked, new Candidates(searcher, marked, read, asked, PassageOrder.Relevance), PassageOrder.Relevance, out _)
            .FindAll(scored => !scored.OnlyBeside).ConvertAll(scored => scored with { Score = Math.Round((scored.Exact && asked.IsPhrase ? NobodysPhrase : Nobodys) * scored.Score, 6) });
        total = Math.Min(total + others.Count, PassageAnswer.MostCounted);
        return [.. hits.Concat(others).OrderByDescending(scored => scored.Score)];
    }

    /// <summary>A statement stands on the day of the place where it is shown.</summary>
    private List<Scored> OnTheirDays(List<Scored> hits, PassageOrder order)
    {
        var places = new Places(searcher, order);
        hits.Sort((a, b) => places.Compare((a.Hit.Leaf, a.Hit.Document), (b.Hit.Leaf, b.Hit.Document)));
        return hits;
    }

    /// <summary>
    /// What somebody said is answered with their statements first; where none holds what it is to be about, with their newest few, if sentences
    /// answer at all: “He is a liar” says it with a pronoun.
    /// </summary>
    private List<Scored> WithStatements(List<Scored> hits, PassageQuery query, ref int total)
    {
        if (query.Scope != PassageScope.Sentences || SaidQuestion.Read(query.Words) is not { } said || !new QueryFilters(searcher).IsCalled(said.Speaker))
        {
            return hits;
        }

        var statements = Said(said.About);
        statements = statements.Count == 0 && hits.Count > 0 ? [.. Said("").Take(FewStatements)] : statements;
        var taken = statements.SelectMany(statement => searcher.RowOf(statement.Hit) is var row
            ? Enumerable.Range(statement.Hit.Document - row.Back, row.Sentences).Select(document => (statement.Hit.Leaf, document)) : []).ToHashSet();
        var others = hits.FindAll(hit => !taken.Contains((hit.Hit.Leaf, hit.Hit.Document)));
        total = Math.Min(total - hits.Count + others.Count + statements.Count, PassageAnswer.MostCounted);
        return [.. statements, .. others];

        List<Scored> Said(string about)
        {
            var asked = AskedWords.Of(searcher, [about], SentenceFields.QuotationWords);
            var order = asked.Words.Count == 0 ? PassageOrder.NewestFirst : PassageOrder.Relevance;
            var statements = query with { Words = about, Scope = PassageScope.Quotations, Speaker = said.Speaker, Order = order };
            return Rank(statements, asked, new Candidates(searcher, statements, new ReadQuery(about), asked, order), order, out _);
        }
    }

    /// <summary>What answers, without what is only close.</summary>
    public IReadOnlyList<StoryStatement> Statements(PassageQuery query)
    {
        var read = QueryReader.Read(query.Words);
        var asked = AskedWords.Of(searcher, read.Phrases.Prepend(read.Words), SentenceFields.QuotationWords);
        if (asked.Words.Count == 0 && !HasFilter(query, read))
        {
            return [];
        }

        var hits = Rank(query, asked, new Candidates(searcher, query, read, asked, query.Order), query.Order, out _);
        var reader = new PassageReader(searcher, AskedText(read));
        return [.. hits.Skip(query.Skip).Take(query.Take).Select(reader.ReadWithIdentities)];
    }

    /// <summary>All sentences of one article, best first, as <c>/ask</c> ranks them.</summary>
    public IReadOnlyList<int> RankSentences(string articleId, string question, bool neighbours)
    {
        if (searcher.First(SentenceFields.Article, articleId) is not { } place)
        {
            return [];
        }

        var count = searcher.ArticleOf(new Hit(place.Leaf, place.Document, 0)).Sentences;
        var scored = Score(Enumerable.Range(1, count).Select(n => new Hit(place.Leaf, place.Document + n, 0)), Ranking(question, neighbours));
        return [.. scored.Select(s => s.Hit.Document - place.Document)];
    }

    private SentenceRanking Ranking(string question, bool neighbours) => new(
        searcher, AskedWords.Of(searcher, [question], SentenceFields.SentenceWords), Question.TypeOf(WordReader.Read(question)), neighbours);

    /// <summary>
    /// Candidates are taken in runs of one size whatever page is asked for: a later page continues the order of the earlier ones, and the
    /// total, of which the first run counts what nearly repeats itself or is no answer, stays the same.
    /// </summary>
    private List<Scored> Rank(PassageQuery query, AskedWords asked, Candidates candidates, PassageOrder order, out int total, int run = Rescored)
    {
        // By date, what is no answer must not take an answer's place: longer runs are looked at.
        run = order == PassageOrder.Relevance ? run : ByDate;
        var best = candidates.First(Math.Max(run, query.Skip + query.Take));
        Func<Hit, Scored> score = query.Scope == PassageScope.Sentences
            ? new SentenceRanking(searcher, asked, Question.TypeOf(WordReader.Read(query.Words))).Score
            : new QuotationRanking(searcher, asked).Score;
        var answers = new List<Scored>();
        var passages = new SamePassages(searcher);
        total = 0;
        for (var begin = 0; begin < best.Count; begin += run)
        {
            var scored = best.GetRange(begin, Math.Min(run, best.Count - begin)).ConvertAll(hit => score(hit));
            if (order == PassageOrder.Relevance)
            {
                Sort(scored);
            }

            var enough = query.RefuseWeak && asked.Words.Count > 0 ? scored.FindAll(s => s.Answers) : scored;
            var kept = passages.Thin(enough);
            answers.AddRange(kept);
            if (begin == 0)
            {
                total = SameStatements.Fold(searcher, kept).Count + (enough.Count == scored.Count && best.Count >= run ? Beyond(scored.Count) : 0);
            }
        }

        total = Math.Min(total, PassageAnswer.MostCounted);
        return SameStatements.Fold(searcher, answers);

        // What nearly repeats itself among the first is not known among the others, and only a part of the whole.
        int Beyond(int looked) => candidates.CountStatements(PassageAnswer.MostCounted + looked) - looked;
    }

    private List<Scored> Score(IEnumerable<Hit> hits, SentenceRanking ranking)
    {
        var scored = hits.Select(ranking.Score).ToList();
        Sort(scored);
        return scored;
    }

    private void Sort(List<Scored> scored)
    {
        var places = new Places(searcher);
        scored.Sort((a, b) => a.Score != b.Score
            ? b.Score.CompareTo(a.Score)
            : places.Compare((a.Hit.Leaf, a.Hit.Document), (b.Hit.Leaf, b.Hit.Document)));
    }

    /// <summary>
    /// What comes closest when nothing answers: sentences that hold the words as asked, whoever says them; then statements with any word, also
    /// nearly spelt so, without the filters if need be; then sentences.
    /// </summary>
    private List<Passage> Nearest(PassageQuery query, ReadQuery read)
    {
        var text = Corrected(AskedText(read));
        var plain = new PassageQuery { Words = "", Scope = query.Scope, RefuseWeak = false };
        var told = Nearest(PassageScope.Sentences, plain, AskedText(read), []).FindAll(passage => passage.Match == PassageMatch.Exact);
        foreach (var (scope, filters, speakers) in new[] { (query.Scope, query, read.Speakers), (query.Scope, plain, []), (PassageScope.Sentences, plain, []) })
        {
            var found = Nearest(scope, filters, text, speakers);
            if (found.Count > 0)
            {
                return [.. told.Concat(found).DistinctBy(passage => passage.Id).Take(Closest)];
            }
        }

        return told;
    }

    private List<Passage> Nearest(PassageScope scope, PassageQuery filters, string text, IReadOnlyList<string> speakers)
    {
        var asked = AskedWords.Of(searcher, [text], WordsOf(scope));
        if (asked.Words.Count == 0)
        {
            return [];
        }

        var query = filters with { Scope = scope, RefuseWeak = false, Skip = 0, Take = Closest };
        var candidates = new Candidates(searcher, query, new ReadQuery(text) { Speakers = speakers }, asked, PassageOrder.Relevance);
        var hits = Rank(query, asked, candidates, PassageOrder.Relevance, out _, RescoredForClosest);
        return hits.Take(Closest).Select(new PassageReader(searcher, text).Read).ToList();
    }

    /// <summary>Words that occur nowhere, replaced by the commonest that is spelt nearly so.</summary>
    private string Corrected(string text)
    {
        var corrected = new List<string>();
        var mended = 0;
        foreach (var word in WordReader.Read(text))
        {
            var known = searcher.IndexReader.DocFreq(new Term(SentenceFields.SentenceWords, word.Stem)) > 0;
            var mendable = !known && !word.Is(WordTraits.Stop) && word.Form.Length is >= 4 and <= LongestMended && mended++ < MostMended;
            corrected.Add(mendable ? NearSpelling(word) ?? word.Form : word.Form);
        }

        return string.Join(' ', corrected);
    }

    private string? NearSpelling(Word word)
    {
        var terms = MultiFields.GetTerms(searcher.IndexReader, SentenceFields.SentenceWords);
        if (terms is null)
        {
            return null;
        }

        var errors = Math.Max(1, Spelling.Allowed(word.Stem.Length));
        var each = new FuzzyTermsEnum(terms, new AttributeSource(), new Term(SentenceFields.SentenceWords, word.Stem), errors, 1, true);
        string? best = null;
        var bestFrequency = 0;
        while (each.MoveNext())
        {
            if (each.DocFreq > bestFrequency)
            {
                (best, bestFrequency) = (each.Term.Utf8ToString(), each.DocFreq);
            }
        }

        return best;
    }

    private static string WordsOf(PassageScope scope) => QueryFilters.Fields(scope)[0].Field;

    private static string AskedText(ReadQuery read) => string.Join(' ', read.Phrases.Prepend(read.Words));

    private static bool HasFilter(PassageQuery query, ReadQuery read) =>
        read.Speakers.Count > 0 || read.Without.Count > 0 || read.Phrases.Count > 0 || read.Kind is not null
        || !string.IsNullOrWhiteSpace(query.Speaker) || query.Kind is not null || query.From is not null || query.To is not null
        || string.IsNullOrWhiteSpace(query.Words);
}
