using BriefingBot.Configuration;
using BriefingBot.Search;
using BriefingBot.Storage;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Briefings;

/// <summary>What commands and deliveries of one process share: who gets what, how the story grew, and what composes. Opens nothing by itself.</summary>
internal sealed class BriefingDesk
{
    private readonly Settings _settings;
    private readonly Lock _making = new();
    private BriefingComposer? _composer;

    public BriefingDesk(Settings settings, TimeProvider time, ILoggerFactory logs)
    {
        _settings = settings;
        Database = new Database(settings.StoragePath, time: time);
        Store = new SubscriptionStore(Database, settings.Briefing, time);
        Log = new StoryLogStore(Database, logs.CreateLogger<StoryLogStore>()).Log();
    }

    public Database Database { get; }

    public SubscriptionStore Store { get; }

    public StoryLog Log { get; }

    /// <summary>The composer of the process's one story.</summary>
    /// <param name="index">The story.</param>
    /// <param name="edition">The index's edition; null while articles are still being read.</param>
    public BriefingComposer Composer(SentenceIndex index, Func<object?> edition)
    {
        lock (_making)
        {
            return _composer ??= new BriefingComposer(index, edition, _settings.Story.Name, _settings.Briefing.MaxPassages, Log);
        }
    }
}
