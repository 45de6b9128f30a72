using BriefingBot.Briefings;
using BriefingBot.Quotes.Quotations;
using BriefingBot.Tests.Search;

namespace BriefingBot.Tests.Briefings;

/// <summary>A story and one subscription to it, which gets its briefings day by day.</summary>
internal sealed class ComposedStory : IDisposable
{
    public static readonly Speaker Anna = Said.Person("Anna Berg", "Minister");
    public static readonly Speaker Otto = Said.Person("Otto Kern");

    private readonly HashSet<string> _shown = new(StringComparer.Ordinal);
    private DateTimeOffset? _last;
    private bool _saidAllShown;

    public ComposedStory(int most = 5) => Composer = new BriefingComposer(Story.Index, () => Story.Index.Edition, "The harbour", most, Log);

    public TemporaryStory Story { get; } = new();

    public StoryLog Log { get; } = StoryLog.InMemory();

    public BriefingComposer Composer { get; }

    public IReadOnlySet<string> Shown => _shown;

    public BriefingOrder Order(string? about = null, string? speaker = null, bool again = false) =>
        new(about, speaker, _shown, _last, _saidAllShown, again, null, Story.Time.GetUtcNow(), TimeZoneInfo.Utc);

    /// <summary>The next day's briefing, delivered.</summary>
    public ComposedBriefing? NextDay(string? about = null, string? speaker = null, bool again = false)
    {
        Story.Time.Advance(TimeSpan.FromDays(1));
        var order = Order(about, speaker, again);
        var briefing = Composer.Compose(order);
        if (briefing is not null)
        {
            if (briefing.StartsOver)
            {
                _shown.Clear();
            }

            _shown.UnionWith(briefing.Shown);
            (_last, _saidAllShown) = (order.Now, briefing.SaysAllShown);
        }

        return briefing;
    }

    public void Dispose() => Story.Dispose();
}
