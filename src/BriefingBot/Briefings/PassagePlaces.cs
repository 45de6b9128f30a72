using BriefingBot.Search;

namespace BriefingBot.Briefings;

/// <summary>Passages by number, and in which of them a statement stands.</summary>
internal sealed class PassagePlaces
{
    private readonly List<BriefingPassage> _passages = [];
    private readonly Dictionary<string, int> _byIdentity = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _byArticle = new(StringComparer.Ordinal);

    public PassagePlaces(IEnumerable<BriefingPassage> passages)
    {
        foreach (var passage in passages)
        {
            Add(passage);
        }
    }

    /// <summary>In the order in which they were added.</summary>
    public IReadOnlyList<BriefingPassage> Passages => _passages;

    /// <returns>The passage's number, from 0.</returns>
    public int Add(BriefingPassage passage)
    {
        var number = _passages.Count;
        _passages.Add(passage);
        foreach (var identity in passage.Identities)
        {
            _byIdentity.TryAdd(identity, number);
        }

        if (!_byArticle.TryGetValue(passage.Passage.Article.Id, out var numbers))
        {
            _byArticle[passage.Passage.Article.Id] = numbers = [];
        }

        numbers.Add(number);
        return number;
    }

    /// <summary>Its own passage, or one whose words hold it though it is counted nowhere; null when there is none.</summary>
    public int? Of(StoryStatement statement)
    {
        foreach (var identity in statement.Identities)
        {
            if (_byIdentity.TryGetValue(identity, out var number))
            {
                return number;
            }
        }

        foreach (var number in _byArticle.GetValueOrDefault(statement.Passage.Article.Id) ?? [])
        {
            if (_passages[number].Passage.Span.Contains(statement.Passage.Span))
            {
                return number;
            }
        }

        return null;
    }

    /// <summary>The passages that were shown, by the identities of statements: one of a passage's is enough.</summary>
    public HashSet<int> Of(IReadOnlySet<string> identities)
    {
        // Whichever are fewer are looked up among the others.
        return identities.Count < _byIdentity.Count
            ? [.. identities.Where(_byIdentity.ContainsKey).Select(identity => _byIdentity[identity])]
            : [.. _byIdentity.Where(entry => identities.Contains(entry.Key)).Select(entry => entry.Value)];
    }
}
