namespace BriefingBot.Briefings;

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
    private readonly SortedSet<string> _replacing = new(StringComparer.Ordinal);
    private DateTimeOffset _latest = DateTimeOffset.MinValue;
    private StoryHistory _unkept = StoryHistory.Empty;

    /// <summary>Forgets with the process: for what is shown only once.</summary>
    public static StoryLog InMemory() => new(() => StoryHistory.Empty, _ => true);

    /// <summary>Compares the story as it is with what is known of it.</summary>
    /// <param name="articles">All of it: id, title and a hash of its sentences.</param>
    /// <param name="statements">All of it, as each article words it.</param>
    /// <param name="isThere">Whether an identity is in the story though it is not among <paramref name="statements"/>.</param>
    /// <param name="now">When it is so.</param>
    public void Note(
        IEnumerable<(string Id, string Title, string Text)> articles,
        IEnumerable<NotedStatement> statements,
        Func<string, bool> isThere,
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
            var noted = statements.Where(statement => present.ContainsKey(statement.Article)).ToList();
            var edited = EditedNow(present, noted);
            var changes = new StoryHistory(
                [.. _unkept.Articles, .. NoteArticles(present, noted.ToLookup(statement => statement.Article, statement => statement.Identity), since, now)],
                [.. _unkept.Statements, .. NoteStatements(noted, present, isThere, since, now), .. NoteReplaced(edited, noted, now)]);
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

    /// <summary>
    /// The statements of the story that came, when their articles were edited, in the place of one of <paramref name="identities"/>, or of one
    /// that had come in such a one's place; each with all that it replaced.
    /// </summary>
    public IReadOnlyList<(LoggedStatement Statement, IReadOnlyList<string> Replaced)> Replacing(IReadOnlySet<string> identities)
    {
        lock (_noting)
        {
            Load();
            return [.. _replacing.Select(identity => _statements[identity]).Where(statement => statement.Gone is null && !identities.Contains(statement.Identity))
                .Select(statement => (statement, Replaced(statement))).Where(found => found.Item2.Any(identities.Contains))];
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
            _replacing.UnionWith(history.Statements.Where(statement => statement.Replaces is not null).Select(statement => statement.Identity));
            _articles = history.Articles.ToDictionary(article => article.Id, StringComparer.Ordinal);
        }
    }

    private List<LoggedArticle> NoteArticles(
        Dictionary<string, (string Id, string Title, string Text)> present, ILookup<string, string> statements, DateTimeOffset since, DateTimeOffset now)
    {
        var changes = new List<LoggedArticle>();
        var missed = _articles!.Values.Where(article => article.Gone is null && !present.ContainsKey(article.Id)).ToList();
        var moved = missed.DistinctBy(article => article.Text).ToDictionary(article => article.Text, StringComparer.Ordinal);
        foreach (var (id, title, text) in present.Values)
        {
            var known = _articles!.GetValueOrDefault(id);
            IReadOnlyList<string> held = [.. statements[id].Distinct().Order(StringComparer.Ordinal)];
            if (known is { Gone: null } && known.Text == text && known.Title == title && known.Statements.SequenceEqual(held))
            {
                continue;
            }

            // A file that was only renamed is no news.
            var same = known ?? (moved.TryGetValue(text, out var elsewhere) ? elsewhere with { Id = id } : null);
            changes.Add(same is null
                ? new LoggedArticle(id, title, text, since) { Statements = held }
                : same with { Title = title, Text = text, Statements = held, Gone = null, Changed = same.Text == text && same.Gone is null ? same.Changed : now });
        }

        var stillThere = changes.Select(article => article.Text).ToHashSet(StringComparer.Ordinal);
        changes.AddRange(missed.Select(article => stillThere.Contains(article.Text) ? article with { Gone = DateTimeOffset.MinValue } : article with { Gone = now }));
        changes.ForEach(article => _articles![article.Id] = article);
        return changes;
    }

    private List<LoggedStatement> NoteStatements(
        List<NotedStatement> statements,
        Dictionary<string, (string Id, string Title, string Text)> articles,
        Func<string, bool> isThere,
        DateTimeOffset since,
        DateTimeOffset now)
    {
        var changes = new List<LoggedStatement>();
        var present = new HashSet<string>(StringComparer.Ordinal);
        foreach (var places in statements.GroupBy(statement => statement.Identity, StringComparer.Ordinal))
        {
            present.Add(places.Key);
            var (before, statement) = (_statements.GetValueOrDefault(places.Key), places.First());
            if (before is { Gone: null } && !before.Words.IsUnknown && places.Any(place => place.Article == before.Article))
            {
                continue;
            }

            var isNew = before is null || now - before.Gone > Remembered;
            var title = articles[statement.Article].Title;
            changes.Add(new LoggedStatement(statement.Identity, statement.Article, title, statement.Speaker, isNew ? since : before!.Since)
            {
                Words = WordSketch.Of(statement.Text),
                Replaces = before?.Replaces,
            });
            _latest = isNew && since > _latest ? since : _latest;
        }

        changes.AddRange(_statements.Values.Where(statement => statement.Gone is null && !present.Contains(statement.Identity) && !isThere(statement.Identity))
            .Select(statement => statement with { Gone = now }));
        changes.ForEach(statement => _statements[statement.Identity] = statement);
        return changes;
    }

    /// <summary>Articles that read otherwise than they did, with what was in them and no longer is.</summary>
    private List<(string Article, List<string> Gone)> EditedNow(
        Dictionary<string, (string Id, string Title, string Text)> present, List<NotedStatement> statements)
    {
        var held = statements.ToLookup(statement => statement.Article, statement => statement.Identity);
        return [.. present.Values.Where(article => _articles!.GetValueOrDefault(article.Id) is { Gone: null } known && known.Text != article.Text)
            .Select(article => (article.Id, _articles![article.Id].Statements.Except(held[article.Id]).ToList()))];
    }

    private List<LoggedStatement> NoteReplaced(List<(string Article, List<string> Gone)> edited, List<NotedStatement> statements, DateTimeOffset now)
    {
        var changes = new List<LoggedStatement>();
        foreach (var (article, gone) in edited)
        {
            var come = statements.Where(statement => statement.Article == article).Select(statement => _statements[statement.Identity])
                .Where(statement => statement.Since == now && statement.Replaces is null).Distinct().ToList();
            changes.AddRange(EditedStatements.Pairs([.. gone.Where(_statements.ContainsKey).Select(identity => _statements[identity])], come)
                .Select(pair => pair.New with { Replaces = pair.Old.Identity }));
        }

        changes.ForEach(statement => _statements[statement.Identity] = statement);
        _replacing.UnionWith(changes.Select(statement => statement.Identity));
        return changes;
    }

    /// <summary>What a statement replaced, and what that had replaced.</summary>
    private List<string> Replaced(LoggedStatement statement)
    {
        var replaced = new List<string>();
        for (var before = statement.Replaces; before is not null && !replaced.Contains(before); before = _statements.GetValueOrDefault(before)?.Replaces)
        {
            replaced.Add(before);
        }

        return replaced;
    }
}
