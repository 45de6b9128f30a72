using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using BriefingBot.Search;

namespace BriefingBot.Briefings;

/// <summary>
/// What briefings need of one state of the index, made once and shared by all that are composed while it lasts: the weight of words over all
/// articles, and for each subject and speaker what may be shown. Safe for any number of threads.
/// </summary>
internal sealed class StoryEdition
{
    /// <summary>Of an article that quotes nobody so many sentences stand for it.</summary>
    private const int OfUnquoting = 3;

    /// <summary>Subjects kept beside each other, and the passages of all of them: a hundred thousand people have few different interests.</summary>
    private const int MostSubjects = 500, MostPassages = 50_000;

    private readonly SentenceIndex _index;
    private readonly WordWeights _weights = new();
    private readonly List<Passage> _unquoting = [];
    private readonly BriefingSubject? _whole;
    private readonly ConcurrentDictionary<(string? About, string? Speaker), Lazy<BriefingSubject>> _subjects = new();
    private int _kept;

    /// <param name="index">Read here and when a subject is first asked for.</param>
    /// <param name="log">Learns what the story holds.</param>
    /// <param name="edition">The index's, read before anything else was.</param>
    /// <param name="now">When it is so.</param>
    public StoryEdition(SentenceIndex index, StoryLog log, object edition, DateTimeOffset now)
    {
        (_index, Edition) = (index, edition);
        Articles = index.Story().Articles;
        var statements = index.Statements(Query(null, null));
        var quoting = statements.SelectMany(s => s.Passage.Occurrences.Select(other => other.Article.Id).Prepend(s.Passage.Article.Id)).ToHashSet(StringComparer.Ordinal);
        var articles = new List<(string Id, string Title, string Text)>(Articles.Count);
        foreach (var article in Articles)
        {
            var sentences = index.Context(article.Id, 1, int.MaxValue);
            _weights.Add(ContentWords.Of(article.Title), sentences.Select(sentence => ContentWords.Of(sentence.Text)));
            articles.Add((article.Id, article.Title, HashOf(sentences)));
            if (!quoting.Contains(article.Id))
            {
                _unquoting.AddRange(PassageSelection.Choose(article.Title, [.. sentences.Select(sentence => sentence.Text)], OfUnquoting)
                    .Select(i => index.Sentence(article.Id, sentences[i].Ordinal)).OfType<Passage>());
            }
        }

        Pairs = index.Pairs;
        var all = _whole = Subject(null, null, statements);
        log.Note(
            articles,
            all.Passages.SelectMany(passage => passage.Statements).SelectMany(statement => statement.Versions.Select(version =>
                new NotedStatement(version.Identity, version.Article, statement.Passage.Quotation?.Speaker, version.Text))),
            identity => index.Find(identity) is not null,
            now);
        _subjects[(null, null)] = new Lazy<BriefingSubject>(all);
    }

    /// <summary>The index's own, for telling whether it has changed.</summary>
    public object Edition { get; }

    /// <summary>All articles, newest first.</summary>
    public IReadOnlyList<PassageSource> Articles { get; }

    /// <summary>Of the whole story.</summary>
    public ClaimsAndAnswers Pairs { get; }

    /// <summary>What may be shown of a subject.</summary>
    public BriefingSubject Subject(string? about, string? speaker)
    {
        if (_subjects.TryGetValue((about, speaker), out var known))
        {
            return known.Value;
        }

        if (_subjects.Count >= MostSubjects || Volatile.Read(ref _kept) >= MostPassages)
        {
            Volatile.Write(ref _kept, 0);
            _subjects.Clear();
        }

        // Composed side by side, one reads and the others wait for it.
        return _subjects.GetOrAdd((about, speaker), subject => new Lazy<BriefingSubject>(() =>
        {
            var made = Subject(subject.About, subject.Speaker, _index.Statements(Query(subject.About, subject.Speaker)));
            Interlocked.Add(ref _kept, made.Passages.Count);
            return made;
        })).Value;
    }

    /// <summary>The passages in which statements stand, those of one passage together, in text order; what is no longer there is left out.</summary>
    public IReadOnlyList<BriefingPassage> Passages(IEnumerable<string> identities) => BriefingPassage.Of(
        [.. identities.Select(_index.Find).OfType<Passage>().OrderBy(passage => passage.Article.Id, StringComparer.Ordinal).ThenBy(passage => passage.Span)
            .Select(passage => new StoryStatement(passage, [passage.Id]))]);

    private BriefingSubject Subject(string? about, string? speaker, IReadOnlyList<StoryStatement> statements)
    {
        var asked = ContentWords.Of(about ?? "");
        var others = speaker is not null ? []
            : _unquoting.Where(sentence => about is null || ContentWords.Of(sentence.Text).Stems.Any(asked.Stems.Contains));
        var passages = BriefingPassage.Of([.. statements, .. others.Select(sentence => new StoryStatement(sentence, [sentence.Id]))]);
        return new BriefingSubject(passages, _weights, Pairs, statement => _whole?.Holding(statement));
    }

    /// <summary>As many as are counted anywhere; of a larger story its newest.</summary>
    private static PassageQuery Query(string? about, string? speaker) => new()
    {
        Words = about ?? "",
        Speaker = speaker,
        Order = PassageOrder.NewestFirst,
        RefuseWeak = false,
        Take = PassageAnswer.MostCounted,
    };

    private static string HashOf(IReadOnlyList<ContextSentence> sentences)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var sentence in sentences)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(sentence.Text));
            hash.AppendData("\n"u8);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));
    }
}
