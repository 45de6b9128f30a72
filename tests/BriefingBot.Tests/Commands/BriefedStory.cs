using BriefingBot.Briefings;
using BriefingBot.Commands;
using BriefingBot.Storage;
using BriefingBot.Tests.Briefings;
using Microsoft.Extensions.Logging.Abstractions;

namespace BriefingBot.Tests.Commands;

/// <summary>A story, a database, and whoever asks for briefings of the one in the other.</summary>
internal sealed class BriefedStory : IDisposable
{
    private readonly ComposedStory _composed = new(most: 2);
    private readonly string _folder = Directory.CreateTempSubdirectory("briefingbot-briefed-").FullName;

    public BriefedStory()
    {
        string[] said = ["Ferries wait outside", "Trains leave tomorrow", "Pilots refuse work", "Cranes lift containers"];
        _composed.Story.Add(
            "first", string.Join('\n', said.Select(each => $"{each}, Anna Berg said.")), "2019-03-05", [.. said.Select(each => new Search.Said(each, ComposedStory.Anna))]);
        Options = new BriefingOptions { MaxPerPerson = 2, MaxPerServer = 2, MaxPassages = 2 };
        Database = new Database(Path.Combine(_folder, "state.db"));
        Store = new SubscriptionStore(Database, Options, _composed.Story.Time);
        Commands = new BriefingCommands(Store, _composed.Composer, Options, _composed.Story.Time);
        Router = new CommandRouter(_composed.Story.Index, null, TimeZoneInfo.Utc, NullLogger<CommandRouter>.Instance, briefings: Commands);
    }

    public Search.TemporaryStory Story => _composed.Story;

    public BriefingOptions Options { get; }

    public Database Database { get; }

    public SubscriptionStore Store { get; }

    public BriefingCommands Commands { get; }

    public CommandRouter Router { get; }

    public static AskedAt Channel(string id = "20", string? problem = null) =>
        new(new BriefingPlace(BriefingPlace.Discord, "1", id)) { Channel = new MeantChannel(id, "general", problem) };

    public static AskedAt Direct => new(new BriefingPlace(BriefingPlace.Discord, null, null));

    /// <summary>Somebody in the terminal, a line at a time.</summary>
    public Conversation Terminal(string person = "me") => new(
        new CommandLineReader(_ => false), Router, person, new AskedAt(new BriefingPlace(BriefingPlace.Terminal, null, null)) { Zone = TimeZoneInfo.Utc });

    public Reply Ask(CommandDescription command, AskedAt at, string person = "7", bool manages = false, params (string Name, string Value)[] values)
    {
        var reading = CommandRequest.Check(command, values.ToDictionary(each => each.Name, each => each.Value));
        Assert.Null(reading.Problem);
        return Router.Answer(reading.Request! with { At = at, Person = person, Manages = manages });
    }

    public void Dispose()
    {
        _composed.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
