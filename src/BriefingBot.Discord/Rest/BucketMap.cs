namespace BriefingBot.Discord.Rest;

/// <summary>
/// Finds the bucket of a route. Discord names buckets in its answers only: until then a route has one of its own, and afterwards shares one with
/// the routes of the same name and the same channel, server or interaction. Buckets that hold nothing worth knowing are forgotten, so that
/// interactions without end take no memory. Guarded by its <see cref="RateLimiter"/>.
/// </summary>
internal sealed class BucketMap : IDisposable
{
    private const int FirstSweep = 256;

    private readonly Dictionary<(Endpoint, string Major), Bucket> _byRoute = [];
    private readonly Dictionary<(string Hash, string Major), Bucket> _byHash = [];
    private readonly Dictionary<Endpoint, string> _hashes = [];
    private int _sweepAt = FirstSweep;

    public int Count => _byRoute.Count;

    public IEnumerable<Bucket> All => _byRoute.Values.Concat(_byHash.Values).Distinct();

    public Bucket Of(Route route, TimeSpan now)
    {
        if (_byRoute.TryGetValue((route.Endpoint, route.Major), out var bucket))
        {
            return bucket;
        }

        if (_byRoute.Count >= _sweepAt)
        {
            Sweep(now);
        }

        bucket = _hashes.TryGetValue(route.Endpoint, out var hash) ? Named(hash, route.Major) : new Bucket(route.Major);
        _byRoute.Add((route.Endpoint, route.Major), bucket);
        return bucket;
    }

    /// <summary>The bucket that an answer on <paramref name="route"/> belongs to, once Discord named it.</summary>
    /// <param name="route">What was asked.</param>
    /// <param name="bucket">Where the request was counted.</param>
    /// <param name="hash">The name; null when the answer has none.</param>
    public Bucket Learnt(Route route, Bucket bucket, string? hash)
    {
        if (hash is null || hash == bucket.Hash)
        {
            return bucket;
        }

        _hashes[route.Endpoint] = hash;
        if (bucket.Hash is null && !_byHash.ContainsKey((hash, bucket.Major)))
        {
            bucket.Hash = hash;
            _byHash.Add((hash, bucket.Major), bucket);
            return bucket;
        }

        var named = Named(hash, bucket.Major);
        _byRoute[(route.Endpoint, route.Major)] = named;
        if (bucket.Hash is null)
        {
            Move(bucket, named);
        }

        return named;
    }

    public void Dispose()
    {
        foreach (var bucket in All)
        {
            bucket.Timer?.Dispose();
        }
    }

    private Bucket Named(string hash, string major)
    {
        if (!_byHash.TryGetValue((hash, major), out var bucket))
        {
            bucket = new Bucket(major) { Hash = hash };
            _byHash.Add((hash, major), bucket);
        }

        return bucket;
    }

    private static void Move(Bucket from, Bucket to)
    {
        foreach (var waiter in from.Queue)
        {
            waiter.Bucket = to;
            to.Queue.Add(waiter);
        }

        from.Queue.Clear();
        from.Timer?.Dispose();
        from.Timer = null;
    }

    /// <summary>Goes through all only when there are twice as many as the last time left: what one new bucket costs stays the same.</summary>
    private void Sweep(TimeSpan now)
    {
        foreach (var (key, bucket) in _byRoute.Where(entry => entry.Value.IsIdle(now)).ToList())
        {
            _byRoute.Remove(key);
            bucket.Timer?.Dispose();
            bucket.Timer = null;
        }

        foreach (var key in _byHash.Where(entry => entry.Value.IsIdle(now)).Select(entry => entry.Key).ToList())
        {
            _byHash.Remove(key);
        }

        _sweepAt = Math.Max(FirstSweep, _byRoute.Count * 2);
    }
}
