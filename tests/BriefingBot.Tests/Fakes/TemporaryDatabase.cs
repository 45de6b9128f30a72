using BriefingBot.Briefings;
using BriefingBot.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;

namespace BriefingBot.Tests.Fakes;

/// <summary>A database in a file of its own, with a clock that a test moves; gone with the test.</summary>
internal sealed class TemporaryDatabase : IDisposable
{
    /// <summary>What the clock shows at first.</summary>
    public static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    private readonly string _root = Directory.CreateTempSubdirectory("briefingbot-db-").FullName;

    public TemporaryDatabase(TimeSpan? patience = null, FakeTimeProvider? time = null)
    {
        Time = time ?? new FakeTimeProvider(Noon);
        Database = new Database(System.IO.Path.Combine(_root, "data", "bot.db"), patience, time: Time);
        Store = StoreWith(new BriefingOptions());
    }

    public string Path => Database.Path;

    public Database Database { get; }

    public FakeTimeProvider Time { get; }

    public SubscriptionStore Store { get; }

    public SubscriptionStore StoreWith(BriefingOptions options) => new(Database, options, Time);

    /// <summary>A channel of a server, at eight in Zurich.</summary>
    public static NewSubscription InChannel(string guild, string channel, string? about = null, string owner = "5") =>
        new(owner, new BriefingPlace(BriefingPlace.Discord, guild, channel), new TimeOnly(8, 0), "Europe/Zurich", about, null, Quiet: false, Again: false);

    /// <summary>A person's direct messages, at eight in Zurich.</summary>
    public static NewSubscription ByMessage(string owner, string? about = null) =>
        new(owner, new BriefingPlace(BriefingPlace.Discord, null, null), new TimeOnly(8, 0), "Europe/Zurich", about, null, Quiet: false, Again: false);

    public Subscription Add(NewSubscription wanted) => Store.Subscribe(wanted).Subscription!;

    public long Count(string table) => Database.Read(connection => connection.One($"SELECT count(*) FROM {table}", row => row.GetInt64(0)));

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        if (Directory.Exists(_root))
        {
            Directory.Delete(_root, recursive: true);
        }
    }
}
