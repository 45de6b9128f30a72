namespace BriefingBot.Briefings;

/// <summary>A statement of the story, and since when.</summary>
/// <param name="Identity">A passage's identity.</param>
/// <param name="Article">The id of an article that holds it.</param>
/// <param name="Title">That article's.</param>
/// <param name="Speaker">Null when nobody is named.</param>
/// <param name="Since">When it was first seen; the beginning of time for what was there from the first.</param>
/// <param name="Gone">When it was first missed; null while it is there.</param>
internal sealed record LoggedStatement(string Identity, string Article, string Title, string? Speaker, DateTimeOffset Since, DateTimeOffset? Gone = null);

/// <summary>An article of the story, and since when.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Text">A hash of its sentences.</param>
/// <param name="Since">When it was first seen.</param>
/// <param name="Changed">When it was first seen to read otherwise than before.</param>
/// <param name="Gone">When it was first missed.</param>
internal sealed record LoggedArticle(string Id, string Title, string Text, DateTimeOffset Since, DateTimeOffset? Changed = null, DateTimeOffset? Gone = null);

/// <summary>All that is known of how the story grew; the index, which can be made anew at any time, cannot tell.</summary>
internal sealed record StoryHistory(IReadOnlyList<LoggedArticle> Articles, IReadOnlyList<LoggedStatement> Statements)
{
    public static readonly StoryHistory Empty = new([], []);
}

/// <summary>
/// What came into the story, changed and left it, and when: looked at whenever briefings are composed. Safe for any number of threads; several
/// processes may keep it in one place, since whoever sees something first is right within a moment.
/// </summary>
/// <param name="before">What is known from earlier, read when first needed.</param>
/// <param name="keep">Stores what is new in the history; false when it could not, then it is given again.</param>
internal sealed class StoryLog(Func<StoryHistory> before, Func<StoryHistory, bool> keep)
{
    /// <summary>What has been gone for longer is forgotten, and new when it comes back. Longer than briefings can be apart.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromDays(60);

    private readonly Lock _noting = new();
    private Dictionary<string, LoggedArticle>? _articles;
    private Dictionary<string, LoggedStatement> _statements = [];
    private DateTimeOffset _latest = DateTimeOffset.MinValue;
    private StoryHistory _unkept = StoryHistory.Empty;

    /// <summary>Forgets with the process: for what is shown only once.</summary>
    public static StoryLog InMemory() => new(() => StoryHistory.Empty, _ => true);

    /// <summary>Compares the story as it is with what is known of it.</summary>
    /// <param name="articles">All of it: id, title and a hash of its sentences.</param>
    /// <param name="statements">All of it: identity, article and speaker.</param>
    /// <param name="now">When it is so.</param>
    public void Note(
        IEnumerable<(string Id, string Title, string Text)> articles,
        IEnumerable<(string Identity, string Article, string? Speaker)> statements,
        DateTimeOffset now)
    {
        // As moments are stored: a briefing composed in this very millisecond has seen it.
        now = DateTimeOffset.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds());
        lock (_noting)
        {
            Load();
            var first = _articles!.Count == 0 && _statements.Count == 0;
            var since = first ? DateTimeOffset.MinValue : now;
            var present = articles.ToDictionary(article => article.Id, StringComparer.Ordinal);
            var changes = new StoryHistory(
                [.. _unkept.Articles, .. NoteArticles(present, since, now)],
                [.. _unkept.Statements, .. NoteStatements(statements.Where(statement => present.ContainsKey(statement.Article)), present, since, now)]);
            _unkept = changes;
            KeepWhatIsNot();
        }
    }

    /// <summary>Stores what could not be stored before.</summary>
    public void Keep()
    {
        lock (_noting)
        {
            KeepWhatIsNot();
        }
    }

    /// <summary>Whether any statement came into the story after <paramref name="since"/>.</summary>
    public bool HasNews(DateTimeOffset since)
    {
        lock (_noting)
        {
            Load();
            return _latest > since;
        }
    }

    /// <summary>Whether the statement came into the story after <paramref name="since"/>.</summary>
    public bool IsNew(string identity, DateTimeOffset since) => Find(identity) is { } statement && statement.Since > since;

    /// <summary>The statement, whether it is still there or not; null when it was never seen, or too long ago.</summary>
    public LoggedStatement? Find(string identity)
    {
        lock (_noting)
        {
            Load();
            return _statements.GetValueOrDefault(identity);
        }
    }

    /// <summary>The articles that came, changed or left after <paramref name="since"/>, by title.</summary>
    public IReadOnlyList<LoggedArticle> ArticlesSince(DateTimeOffset since)
    {
        lock (_noting)
        {
            Load();
            return [.. _articles!.Values.Where(article => article.Since > since || article.Changed > since || article.Gone > since)
                .OrderBy(article => article.Title, StringComparer.Ordinal).ThenBy(article => article.Id, StringComparer.Ordinal)];
        }
    }

    private void KeepWhatIsNot() =>
        _unkept = _unkept.Articles.Count + _unkept.Statements.Count == 0 || keep(_unkept) ? StoryHistory.Empty : _unkept;

    private void Load()
    {
        if (_articles is null)
        {
            var history = before();
            _statements = history.Statements.ToDictionary(statement => statement.Identity, StringComparer.Ordinal);
            _latest = history.Statements.Select(statement => statement.Since).DefaultIfEmpty(DateTimeOffset.MinValue).Max();
            _articles = history.Articles.ToDictionary(article => article.Id, StringComparer.Ordinal);
        }
    }

    private List<LoggedArticle> NoteArticles(Dictionary<string, (string Id, string Title, string Text)> present, DateTimeOffset since, DateTimeOffset now)
    {
        var changes = new List<LoggedArticle>();
        var missed = _articles!.Values.Where(article => article.Gone is null && !present.ContainsKey(article.Id)).ToList();
        var moved = missed.DistinctBy(article => article.Text).ToDictionary(article => article.Text, StringComparer.Ordinal);
        foreach (var (id, title, text) in present.Values)
        {
            var known = _articles!.GetValueOrDefault(id);
            if (known is { Gone: null } && known.Text == text && known.Title == title)
            {
                continue;
            }

            // A file that was only renamed is no news.
            var same = known ?? (moved.TryGetValue(text, out var elsewhere) ? elsewhere with { Id = id } : null);
            changes.Add(same is null
                ? new LoggedArticle(id, title, text, since)
                : same with { Title = title, Text = text, Gone = null, Changed = same.Text == text && same.Gone is null ? same.Changed : now });
        }

        var stillThere = changes.Select(article => article.Text).ToHashSet(StringComparer.Ordinal);
        changes.AddRange(missed.Select(article => stillThere.Contains(article.Text) ? article with { Gone = DateTimeOffset.MinValue } : article with { Gone = now }));
        changes.ForEach(article => _articles![article.Id] = article);
        return changes;
    }

    private List<LoggedStatement> NoteStatements(
        IEnumerable<(string Identity, string Article, string? Speaker)> statements,
        Dictionary<string, (string Id, string Title, string Text)> articles,
        DateTimeOffset since,
        DateTimeOffset now)
    {
        var changes = new List<LoggedStatement>();
        var present = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (identity, article, speaker) in statements)
        {
            if (present.Add(identity) && (_statements.GetValueOrDefault(identity) is not { } known || known.Gone is not null || known.Article != article))
            {
                var before = _statements.GetValueOrDefault(identity);
                var isNew = before is null || now - before.Gone > Remembered;
                changes.Add(new LoggedStatement(identity, article, articles[article].Title, speaker, isNew ? since : before!.Since));
                _latest = isNew && since > _latest ? since : _latest;
            }
        }

        changes.AddRange(_statements.Values.Where(statement => statement.Gone is null && !present.Contains(statement.Identity))
            .Select(statement => statement with { Gone = now }));
        changes.ForEach(statement => _statements[statement.Identity] = statement);
        return changes;
    }
}
