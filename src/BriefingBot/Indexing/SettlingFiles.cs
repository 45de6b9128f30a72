namespace BriefingBot.Indexing;

/// <summary>
/// Holds changes back until their file has been left alone for a moment: a file that is still being copied is not read by halves, and one
/// that an editor removes and writes anew is no removal. What the index has of it stays until then.
/// </summary>
/// <param name="rest">How long a file must have been the same.</param>
/// <param name="patience">After this it is read as it is: some files never rest.</param>
/// <param name="time">Measures both.</param>
internal sealed class SettlingFiles(TimeSpan rest, TimeSpan patience, TimeProvider time)
{
    private readonly Dictionary<string, Unrest> _waiting = new(StringComparer.Ordinal);

    /// <summary>How soon to look again; null when nothing waits.</summary>
    public TimeSpan? NextLook => _waiting.Count > 0 ? rest : null;

    /// <summary>Those of <paramref name="changes"/> (all there are now) that have come to rest.</summary>
    public IReadOnlyList<ArticleChange> Sift(IReadOnlyList<ArticleChange> changes)
    {
        var now = time.GetTimestamp();
        var settled = new List<ArticleChange>();
        var current = changes.Select(change => change.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var path in _waiting.Keys.Where(path => !current.Contains(path)).ToList())
        {
            _waiting.Remove(path);
        }

        foreach (var change in changes)
        {
            var state = change.File?.Fingerprint;
            if (!_waiting.TryGetValue(change.Path, out var unrest))
            {
                _waiting[change.Path] = new Unrest(state, now, now);
            }
            else if (time.GetElapsedTime(unrest.Noticed, now) >= patience
                || (unrest.State == state && time.GetElapsedTime(unrest.Since, now) >= rest))
            {
                settled.Add(change);
            }
            else if (unrest.State != state)
            {
                _waiting[change.Path] = unrest with { State = state, Since = now };
            }
        }

        return settled;
    }

    /// <param name="State">The fingerprint seen last; null for a file that is gone.</param>
    /// <param name="Since">When it was first seen so.</param>
    /// <param name="Noticed">When the file was first seen to differ from the index.</param>
    private sealed record Unrest(string? State, long Since, long Noticed);
}
