using BriefingBot.Quotes.Articles;
using BriefingBot.Quotes.Quotations;
using BriefingBot.Search.Index;
using BriefingBot.Search.Ranking;
using BriefingBot.Search.Suggestions;
using Lucene.Net.Index;

namespace BriefingBot.Search;

/// <summary>
/// The story's index: one Lucene document for each sentence and quotation, replaced a file at a time. Safe for any number of threads.
/// Derived from the articles: deleting it loses nothing. No method throws because files are damaged: it answers as if it held nothing and
/// <see cref="Damaged"/> turns true, until <see cref="Recreate"/>. What the machine refuses (a full disk) is thrown by the method that met it;
/// what was not committed is then gone from <see cref="Files"/>, so that it is read again.
/// </summary>
public sealed class SentenceIndex : IDisposable
{
    private readonly IndexLife _life;
    private readonly TimeProvider _time;
    private long _changed;

    private SentenceIndex(IndexLife life, TimeProvider time) => (_life, _time) = (life, time);

    /// <summary>False when another process writes this index: then this one only reads along, until <see cref="TryTakeOver"/>.</summary>
    public bool CanWrite => _life.CanWrite;

    /// <summary>Whether another process writes this index.</summary>
    public bool IsWrittenElsewhere() => _life.IsWrittenElsewhere();

    /// <summary>Where this process reads along: false while there is nothing to read, as where the index is another story's or another version's.</summary>
    public bool IsReadable => _life.IsReadable;

    /// <summary>True once reading or writing met files that are damaged: the index is to be made anew.</summary>
    public bool Damaged => Damage is not null;

    /// <summary>What reading or writing met, for the log; null while all is well.</summary>
    public Exception? Damage => _life.Damage;

    /// <summary>
    /// Opens or creates the index in <paramref name="folder"/>. One that is damaged, or made by another schema or from other articles
    /// (<paramref name="origin"/>), is emptied, so that the caller finds nothing in <see cref="Files"/> and indexes everything again.
    /// </summary>
    /// <param name="folder">Made when missing. <c>FOLDER.lock</c> beside it decides which process writes.</param>
    /// <param name="origin">What the index is made from; an index of another origin is of no use.</param>
    /// <param name="time">For <see cref="StoryFacts.LastIndexed"/>.</param>
    /// <param name="write">False to look only: nothing in the folder is changed, and no other process is kept from writing.</param>
    public static SentenceIndex Open(string folder, string origin, TimeProvider time, bool write = true) =>
        new(IndexLife.Open(folder, origin, time, write), time);

    /// <summary>In a process that reads along: begins to write once the process that wrote has ended. Whether this process writes now.</summary>
    public bool TryTakeOver() => _life.TryTakeOver();

    /// <summary>Whether a file of this name may be an index's own.</summary>
    public static bool IsIndexFile(string name) => IndexDirectory.IsOwn(name);

    /// <summary>Every file that is indexed or known to be unreadable, by path.</summary>
    public IReadOnlyDictionary<string, IndexedFile> Files => CanWrite
        ? _life.Files.ToDictionary(f => f.Key, f => new IndexedFile(f.Key, f.Value.Fingerprint), StringComparer.Ordinal)
        : Read(s => s.Files.ToDictionary(f => f.Path, f => new IndexedFile(f.Path, f.Fingerprint), StringComparer.Ordinal), []);

    /// <summary>Replaces all that came from <paramref name="file"/>, in one step: a reader sees the old articles or the new ones.</summary>
    public void Replace(IndexedFile file, IReadOnlyList<(Article Article, ArticleAnalysis Analysis)> articles) =>
        Write(new FileRecord(file.Path, file.Fingerprint, null, Now()), articles);

    /// <summary>Takes out what came from the file, and remembers why it cannot be read.</summary>
    public void MarkUnreadable(UnreadableFile file) => Write(new FileRecord(file.Path, file.Fingerprint, file.Reason, Now()), []);

    /// <summary>Takes out all that came from the file at <paramref name="path"/>.</summary>
    public void Remove(string path) => _life.Write((writer, files) =>
    {
        writer.DeleteDocuments(new Term(SentenceFields.File, path));
        files.TryRemove(path, out _);
        _changed = Now();
    });

    /// <summary>Makes what was written so far visible to answers, at once and without a commit; in a process that reads along, what the other committed.</summary>
    public void Refresh() => _life.Refresh();

    /// <summary>Makes what was written so far survive the process.</summary>
    public void Commit() => _life.Commit();

    /// <summary>Empties the index, whatever state it is in; the caller indexes everything again.</summary>
    public void Recreate() => _life.Recreate();

    /// <summary>The same object for as long as every answer stays the same; null while there is nothing to answer from.</summary>
    public object? Edition => Read(searcher => searcher.Edition, (object?)null);

    public PassageAnswer Search(PassageQuery query) =>
        Read(searcher => new PassageSearch(searcher).Answer(query), new PassageAnswer(false, 0, [], []));

    /// <summary>
    /// What answers <paramref name="query"/>, as <see cref="Search"/> has it, each with all identities that it goes by; none when nothing answers.
    /// </summary>
    public IReadOnlyList<StoryStatement> Statements(PassageQuery query) =>
        Read<IReadOnlyList<StoryStatement>>(searcher => new PassageSearch(searcher).Statements(query), []);

    /// <summary>
    /// Which statement answers the claim in which other one, among as many as are counted anywhere; of a larger story its newest. Worked out
    /// once for each <see cref="Edition"/>, when first asked for.
    /// </summary>
    public ClaimsAndAnswers Pairs => Read(searcher => searcher.Pairs, ClaimsAndAnswers.None);

    /// <summary>Works <see cref="Pairs"/> out beside whatever else goes on, so that the next question need not wait for it.</summary>
    public void PreparePairs() => _ = Task.Run(() => Pairs);

    /// <summary>A sentence of an article, whoever speaks in it; null when there is no such.</summary>
    public Passage? Sentence(string articleId, int number) => Read(
        searcher => searcher.First(SentenceFields.Article, articleId) is var (leaf, document)
            && number >= 1 && number <= searcher.ArticleOf(new Hit(leaf, document, 0)).Sentences
            ? new PassageReader(searcher, "").Read(new Scored(new Hit(leaf, document + number, 0), 0, false, false, default))
            : null,
        null);

    /// <summary>The statement with this <see cref="Passage.Id"/>; null when it is no longer in the story.</summary>
    public Passage? Find(string passageId) => Read(
        searcher => searcher.First(SentenceFields.Passage, passageId) is var (leaf, document)
            ? new PassageReader(searcher, "").Read(new Scored(new Hit(leaf, document, 0), 0, true, false, default))
            : null,
        null);

    /// <summary>The sentences of an article numbered <paramref name="first"/> to <paramref name="last"/>, as far as they exist.</summary>
    public IReadOnlyList<ContextSentence> Context(string articleId, int first, int last) =>
        Read<IReadOnlyList<ContextSentence>>(searcher => searcher.Sentences(articleId, first, last), []);

    /// <summary>
    /// The numbers (from 1) of all sentences of an article, best answer to <paramref name="question"/> first, ranked as <c>/ask</c> does.
    /// </summary>
    /// <remarks>Without <paramref name="neighbours"/> the sentences around each and the title tell nothing.</remarks>
    public IReadOnlyList<int> RankSentences(string articleId, string question, bool neighbours = true) =>
        Read(searcher => new PassageSearch(searcher).RankSentences(articleId, question, neighbours), []);

    /// <summary>The speakers that somebody may mean by <paramref name="name"/> (other names, parts, typing errors), likeliest first.</summary>
    public IReadOnlyList<CastMember> Speakers(string name, int limit) => Read(searcher => searcher.Cast.Named(name, limit), []);

    /// <summary>
    /// What people in the story said with the words of <paramref name="typed"/>, of which the last may be unfinished and each misspelt; with
    /// nothing typed, what is said most often.
    /// </summary>
    public IReadOnlyList<SaidPhrase> Phrases(string typed, int limit) => Read(searcher => new PhraseSuggestions(searcher).For(typed, limit), []);

    public StoryFacts Story() => Read(searcher => searcher.Facts(_changed), StorySearcher.NoFacts);

    public void Dispose() => _life.Dispose();

    private void Write(FileRecord file, IReadOnlyList<(Article, ArticleAnalysis)> articles)
    {
        // Read before the lock is taken: other writers need not wait for it, and a fault of ours in it leaves the index alone.
        var documents = ArticleDocuments.Of(file, articles).ToList();
        _life.Write((writer, files) =>
        {
            writer.UpdateDocuments(new Term(SentenceFields.File, file.Path), documents);
            files[file.Path] = file;
            _changed = file.ChangedTicks;
        });
    }

    private long Now() => _time.GetUtcNow().UtcTicks;

    internal T Read<T>(Func<StorySearcher, T> read, T nothing) => _life.Read(read, nothing);
}
