namespace BriefingBot.Search.Index;

/// <summary>The order of articles in answers that score alike, and in listings: the same in every layout of segments.</summary>
internal static class ArticleOrder
{
    /// <summary>By date, the newest first unless the oldest are asked for, those without a date last; then by id.</summary>
    public static int Compare(PassageSource a, PassageSource b, bool oldestFirst)
    {
        if (a.Published is null != b.Published is null)
        {
            return a.Published is null ? 1 : -1;
        }

        var byDate = a.Published is { } day ? day.CompareTo(b.Published!.Value) : a.Added.CompareTo(b.Added);
        return byDate == 0 ? string.CompareOrdinal(a.Id, b.Id) : oldestFirst ? byDate : -byDate;
    }

    /// <summary>By leaf and article: its place in the order of all.</summary>
    /// <param name="views">The leaves.</param>
    /// <param name="oldestFirst">As for <see cref="Compare"/>.</param>
    public static int[][] Ranks(IReadOnlyList<SegmentView> views, bool oldestFirst)
    {
        var ranks = views.Select(view => new int[view.Articles.Count]).ToArray();
        var orders = views.Select(view => oldestFirst ? view.OldestFirst : view.NewestFirst).ToArray();
        // Each leaf's own order is known: they are merged.
        var next = new PriorityQueue<(int Leaf, int Place), PassageSource>(Comparer<PassageSource>.Create((a, b) => Compare(a, b, oldestFirst)));
        for (var leaf = 0; leaf < ranks.Length; leaf++)
        {
            Enqueue(leaf, 0);
        }

        for (var rank = 0; next.TryDequeue(out var first, out _); rank++)
        {
            ranks[first.Leaf][orders[first.Leaf][first.Place]] = rank;
            Enqueue(first.Leaf, first.Place + 1);
        }

        return ranks;

        void Enqueue(int leaf, int place)
        {
            if (place < orders[leaf].Length)
            {
                next.Enqueue((leaf, place), views[leaf].Articles[orders[leaf][place]].Article.Source);
            }
        }
    }
}
