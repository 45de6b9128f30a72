using BriefingBot.Briefings;
using BriefingBot.Discord.Rest;
using BriefingBot.Storage;
using BriefingBot.Surfaces.Discord;
using BriefingBot.Tests.Fakes;
using Microsoft.Extensions.Logging.Abstractions;

namespace BriefingBot.Tests.Briefings;

/// <summary>Everything that a delivery needs, real but for Discord and the clock: several processes can be made of it.</summary>
internal sealed class DeliveryScene : IDisposable
{
    /// <summary>The day of the scene, in UTC; a briefing is due at 12:30.</summary>
    public static readonly DateOnly Today = new(2026, 3, 1);

    private readonly List<DiscordRest> _connections = [];

    public DeliveryScene(TimeSpan? patience = null)
    {
        Stored = new TemporaryDatabase(patience, Time);
        Discord = new FakeChannels(() => Time.GetUtcNow());
    }

    public WatchedTime Time { get; } = new();

    public TemporaryDatabase Stored { get; }

    public FakeChannels Discord { get; }

    public SmallBriefings Briefings { get; } = new();

    public LogLines<BriefingDelivery> Log { get; } = new();

    /// <summary>Whether the story can be told from.</summary>
    public bool IsReady { get; set; } = true;

    public LogLines<BriefingRounds> RoundsLog { get; } = new();

    public BriefingOptions Options { get; } = new();

    public static BriefingSlot Slot => new(Today, new DateTimeOffset(2026, 3, 1, 12, 30, 0, TimeSpan.Zero));

    /// <summary>A subscription made at noon; afterwards it is due.</summary>
    public Subscription Due(NewSubscription wanted)
    {
        var made = Stored.Add(wanted with { Time = new TimeOnly(12, 30), Zone = "UTC" });
        Time.Advance(Slot.Due - Time.GetUtcNow());
        return made;
    }

    public Subscription DueInChannel(string channel = "8") => Due(TemporaryDatabase.InChannel(FakeChannels.Guild, channel));

    public DeliveryLedger Ledger(string process = "one") => new(Stored.Database, process, Time);

    /// <summary>A process that delivers.</summary>
    public BriefingDelivery Process(string name = "one", DeliveryLedger? ledger = null) => Process(Sink(), ledger ?? Ledger(name));

    /// <summary>All that a running process has, to be run; messages come to <see cref="Discord"/>.</summary>
    public BriefingService Service(out BriefingRounds rounds, string name = "one")
    {
        var ledger = Ledger(name);
        var due = new DueSubscriptions(Stored.Database, BriefingPlace.Discord);
        var delivery = Process(Sink(), ledger);
        rounds = new BriefingRounds(due, ledger, delivery, () => IsReady, Options, Time, RoundsLog);
        return new BriefingService(Stored.Store, due, delivery, rounds, Left(), Time, NullLoggerFactory.Instance);
    }

    /// <summary>What looks after servers that the bot has left.</summary>
    public LeftServers Left()
    {
        var sink = Sink();
        return new LeftServers(new ServerRecords(Stored.Database), Notices(sink), sink, Time, NullLogger<LeftServers>.Instance);
    }

    private BriefingDelivery Process(DiscordSink sink, DeliveryLedger ledger) => new(ledger, Stored.Store, Briefings.Compose, sink, Notices(sink), Options, Time, Log);

    private PauseNotices Notices(DiscordSink sink) => new(Stored.Store, sink, () => "The harbour");

    private DiscordSink Sink()
    {
        var rest = new DiscordRest(new DiscordRestOptions { Token = "token", BaseUrl = Discord.Rest.BaseUrl }, Time, null, NullLogger<DiscordRest>.Instance);
        _connections.Add(rest);
        return new DiscordSink(rest, Briefings.Render);
    }

    /// <summary>What the ledger says of the slot: state, and error.</summary>
    public (string State, string? Error) Row(long subscription, DateOnly? day = null) => Stored.Database.Read(connection => connection.One(
        "SELECT state, error FROM delivery WHERE subscription = @id AND slot = @slot",
        row => (row.GetString(0), row.Text("error")), ("@id", subscription), ("@slot", Sql.Stored(day ?? Today))));

    /// <summary>Lets the minutes pass until another process may take over.</summary>
    public void PassLease()
    {
        Time.Advance(DeliveryLedger.Lease + TimeSpan.FromSeconds(1));
        Discord.ForgetNonces();
    }

    public void Dispose()
    {
        _connections.ForEach(connection => connection.Dispose());
        Discord.DisposeAsync().AsTask().GetAwaiter().GetResult();
        Stored.Dispose();
    }
}
