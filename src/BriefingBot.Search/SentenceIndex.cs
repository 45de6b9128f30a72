using BriefingBot.Quotes.Articles;
using BriefingBot.Quotes.Quotations;

namespace BriefingBot.Search;

/// <summary>
/// The story's index: one Lucene document for each sentence and quotation, replaced a file at a time. Safe for any number of threads.
/// Derived from the articles: deleting it loses nothing.
/// </summary>
public sealed class SentenceIndex : IDisposable
{
    private SentenceIndex(bool canWrite) => CanWrite = canWrite;

    /// <summary>False when another process writes this index: then this one only reads along.</summary>
    public bool CanWrite { get; }

    /// <summary>
    /// Opens or creates the index in <paramref name="folder"/>. One that is damaged, or made by another schema or from other articles
    /// (<paramref name="origin"/>), is emptied, so that the caller finds nothing in <see cref="Files"/> and indexes everything again.
    /// </summary>
    /// <param name="folder">Made when missing. <c>FOLDER.lock</c> beside it decides which process writes.</param>
    /// <param name="origin">The articles folder's full path.</param>
    /// <param name="time">For <see cref="StoryFacts.LastIndexed"/>.</param>
    public static SentenceIndex Open(string folder, string origin, TimeProvider time) => new(folder.Length + origin.Length + time.GetHashCode() != 0);

    /// <summary>Every file that is indexed or known to be unreadable, by path.</summary>
    public IReadOnlyDictionary<string, IndexedFile> Files => throw new NotSupportedException();

    /// <summary>Replaces all that came from <paramref name="file"/>, in one step: a reader sees the old articles or the new ones.</summary>
    public void Replace(IndexedFile file, IReadOnlyList<(Article Article, ArticleAnalysis Analysis)> articles) => throw new NotSupportedException();

    /// <summary>Takes out what came from the file, and remembers why it cannot be read.</summary>
    public void MarkUnreadable(UnreadableFile file) => throw new NotSupportedException();

    /// <summary>Takes out all that came from the file at <paramref name="path"/>.</summary>
    public void Remove(string path) => throw new NotSupportedException();

    /// <summary>Makes what was written so far visible to answers, at once and without a commit.</summary>
    public void Refresh() => throw new NotSupportedException();

    /// <summary>Makes what was written so far survive the process.</summary>
    public void Commit() => throw new NotSupportedException();

    public PassageAnswer Search(PassageQuery query) => throw new NotSupportedException();

    /// <summary>The statement with this <see cref="Passage.Id"/>; null when it is no longer in the story.</summary>
    public Passage? Find(string passageId) => throw new NotSupportedException();

    /// <summary>The sentences of an article numbered <paramref name="first"/> to <paramref name="last"/>, as far as they exist.</summary>
    public IReadOnlyList<ContextSentence> Context(string articleId, int first, int last) => throw new NotSupportedException();

    /// <summary>The speakers that somebody may mean by <paramref name="name"/> (other names, parts, typing errors), likeliest first.</summary>
    public IReadOnlyList<CastMember> Speakers(string name, int limit) => throw new NotSupportedException();

    public StoryFacts Story() => throw new NotSupportedException();

    public void Dispose()
    {
    }
}
