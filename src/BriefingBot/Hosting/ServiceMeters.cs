using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using BriefingBot.Search;

namespace BriefingBot.Hosting;

/// <summary>What became of an interaction.</summary>
internal enum Outcome
{
    /// <summary>The first response was the answer.</summary>
    Answered,

    /// <summary>The first response was a deferral.</summary>
    PutOff,

    /// <summary>Discord did not take the first response.</summary>
    Refused,

    /// <summary>The person floods the bot and is left without a response.</summary>
    Silence,

    /// <summary>It could not be given, through a fault here or on the way.</summary>
    Failed,

    /// <summary>The process ended before it was given.</summary>
    Abandoned,
}

/// <summary>
/// The service's figures. No label holds a word of a person's: names of commands come from the catalogue. What exports them is loaded when
/// somebody first asks for them; until then they are kept here.
/// </summary>
internal sealed class ServiceMeters : IDisposable
{
    public const string MeterName = "BriefingBot";

    /// <summary>Durations that are kept until somebody asks; more than that are only counted.</summary>
    private const int MostKept = 10_000;

    private static readonly InstrumentAdvice<double> Buckets = new()
    {
        HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 1.5, 2, 3],
    };

    private readonly Meter _meter = new(MeterName);
    private readonly Histogram<double> _durations;
    private readonly ConcurrentDictionary<(string Command, Outcome Outcome), long> _counts = new();
    private readonly ConcurrentQueue<(string Command, double Seconds)> _kept = new();

    public ServiceMeters()
    {
        _durations = _meter.CreateHistogram(
            "briefingbot.response.duration", "s", "From the receipt of an interaction until its first response was taken.", null, Buckets);
        _meter.CreateObservableCounter(
            "briefingbot.commands",
            () => _counts.Select(each => new Measurement<long>(
                each.Value, new("command", each.Key.Command), new KeyValuePair<string, object?>("outcome", NameOf(each.Key.Outcome)))),
            null,
            "Interactions by name and outcome.");
    }

    /// <summary>Counts an interaction.</summary>
    /// <param name="command">As <see cref="InteractionName"/> calls it.</param>
    /// <param name="outcome">What became of it.</param>
    /// <param name="took">From its receipt until its first response was taken.</param>
    public void Handled(string command, Outcome outcome, TimeSpan took)
    {
        _counts.AddOrUpdate((command, outcome), 1, (_, before) => before + 1);
        if (_durations.Enabled)
        {
            Record(command, took.TotalSeconds);
        }
        else if (_kept.Count < MostKept)
        {
            _kept.Enqueue((command, took.TotalSeconds));
        }
    }

    /// <summary>What is read whenever somebody asks for the figures.</summary>
    /// <param name="shards">The Gateway's connections.</param>
    /// <param name="rateLimitWaits">Since the start.</param>
    /// <param name="story">Null while the index is not open.</param>
    public void Observe(Func<IReadOnlyList<ShardHealth>> shards, Func<long> rateLimitWaits, Func<StoryFacts?> story)
    {
        _meter.CreateObservableCounter(
            "briefingbot.gateway.reconnects", () => shards().Sum(shard => shard.Reconnects), null, "Connections to the Gateway after the first.");
        _meter.CreateObservableGauge(
            "briefingbot.gateway.ready", () => shards().Count(shard => shard.Ready), null, "Shards of this process that have a session.");
        _meter.CreateObservableCounter("briefingbot.rest.rate_limit_waits", rateLimitWaits, null, "Requests that waited for a rate limit.");
        _meter.CreateObservableGauge("briefingbot.index.size", () => Sizes(story()), null, "What the index holds, by kind.");
    }

    /// <summary>Hands over what was kept while nobody listened; to be called once somebody does.</summary>
    public void Deliver()
    {
        while (_durations.Enabled && _kept.TryDequeue(out var kept))
        {
            Record(kept.Command, kept.Seconds);
        }
    }

    public void Dispose() => _meter.Dispose();

    private void Record(string command, double seconds) => _durations.Record(seconds, new KeyValuePair<string, object?>("command", command));

    private static IEnumerable<Measurement<long>> Sizes(StoryFacts? story) => story is null ? [] :
    [
        Size(story.Articles.Count, "articles"),
        Size(story.Sentences, "sentences"),
        Size(story.Quotations, "quotations"),
        Size(story.Unreadable.Count, "unreadable files"),
    ];

    private static Measurement<long> Size(long count, string kind) => new(count, new KeyValuePair<string, object?>("kind", kind));

    private static string NameOf(Outcome outcome) => outcome switch
    {
        Outcome.Answered => "answered",
        Outcome.PutOff => "deferred",
        Outcome.Refused => "refused",
        Outcome.Silence => "silence",
        Outcome.Abandoned => "abandoned",
        _ => "failed",
    };
}
