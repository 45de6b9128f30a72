using System.Text;
using System.Text.Json;
using BriefingBot.Briefings;
using BriefingBot.Commands;
using BriefingBot.Configuration;
using BriefingBot.Discord.Interactions;
using BriefingBot.Quotes.Quotations;
using BriefingBot.Storage;
using BriefingBot.Surfaces.Discord;
using BriefingBot.Tests.Fakes;
using BriefingBot.Tests.Search;
using Microsoft.Extensions.Logging.Abstractions;

namespace BriefingBot.Tests.Surfaces.Discord;

/// <summary>
/// A server whose people use the briefing commands and press the buttons, by interactions as Discord writes them: with a real story of eight
/// statements and a real database. Every interaction is answered by a process that knows nothing but what is stored.
/// </summary>
internal sealed class BriefedServer : IDisposable
{
    public const string Guild = "50";

    /// <summary>The channel where commands are used.</summary>
    public const string Channel = "8";

    public const string Another = "9";

    public const string Thread = "10";

    /// <summary>View Channel, Send Messages, Read Message History.</summary>
    public const string Enough = "68608";

    private const string ManageServer = "32";

    private readonly FloodGate _flood;

    public BriefedServer(BriefingOptions? options = null)
    {
        Options = options ?? new BriefingOptions { MaxPassages = 3 };
        Stored = new TemporaryDatabase(time: Story.Time);
        Store = options is null ? Stored.Store : Stored.StoreWith(Options);
        _flood = new FloodGate(new FloodOptions { Commands = 0 }, Story.Time);
        Answers = Process();
        string[] what = ["ferry sank at noon", "harbour stays closed", "crane was never tested", "mayor knew nothing", "divers found papers", "owner left town", "inquiry starts", "tug came late"];
        AddArticle("ferry", what);
    }

    public BriefingOptions Options { get; }

    public TemporaryStory Story { get; } = new();

    public TemporaryDatabase Stored { get; }

    public SubscriptionStore Store { get; }

    public StoryLog Log { get; } = StoryLog.InMemory();

    public LogLines<CommandRouter> RouterLog { get; } = new();

    public bool IsReady { get; set; } = true;

    /// <summary>What Discord says that the bot lacks in a channel, and which channels it was asked about.</summary>
    public Func<string, ChannelFinding?> Missing { get; set; } = _ => null;

    public InteractionAnswers Answers { get; private set; }

    /// <summary>As after a restart.</summary>
    public void Restart() => Answers = Process();

    public void AddArticle(string id, params string[] statements)
    {
        var sentences = statements.Select((words, i) => $"{(i % 2 == 0 ? "Anna Berg" : "Otto Lund")} said “the {words}”.").ToList();
        // What stands between keeps each statement a passage of its own.
        var text = string.Join('\n', sentences.SelectMany((sentence, i) => new[] { sentence, $"Rain fell on street {i}.", $"Wind blew from quarter {i}.", $"Lamps went out in house {i}." }));
        Story.Add(id, text, "2019-03-04", [.. sentences.Select((sentence, i) => new Said(
            sentence[15..^1], Said.Person(i % 2 == 0 ? "Anna Berg" : "Otto Lund")) { Kind = QuotationKind.Direct })]);
    }

    /// <summary>A subcommand of /briefing, used in the server.</summary>
    public Sent Use(string subcommand, ulong by = 7, bool manages = false, string permissions = Enough, string resolved = "", params (string Name, string Value)[] options) => Answer(
        $$"""
        {"id":"1","type":2,"token":"t","guild_id":"{{Guild}}","channel_id":"{{Channel}}","channel":{"id":"{{Channel}}","name":"news","type":0},
        "app_permissions":"{{permissions}}","authorizing_integration_owners":{"0":"{{Guild}}"},{{Member(by, manages)}},"data":{{Data(subcommand, resolved, options)}} }
        """);

    /// <summary>The same in a thread, or a forum's post, of <see cref="Channel"/>.</summary>
    public Sent UseInThread(string subcommand, ulong by = 7, bool manages = false) => Answer(
        $$"""
        {"id":"1","type":2,"token":"t","guild_id":"{{Guild}}","channel_id":"{{Thread}}","channel":{"id":"{{Thread}}","name":"post","type":11,"parent_id":"{{Channel}}"},
        "app_permissions":"274877975552","authorizing_integration_owners":{"0":"{{Guild}}"},{{Member(by, manages)}},"data":{{Data(subcommand, "", [])}} }
        """);

    public Sent Manage(string subcommand, params (string Name, string Value)[] options) => Use(subcommand, manages: true, options: options);

    /// <summary>The same in direct messages.</summary>
    public Sent UseAlone(string subcommand, ulong by = 7, params (string Name, string Value)[] options) => Answer(
        $$"""{"id":"1","type":2,"token":"t","channel_id":"77","user":{"id":"{{by}}"},"data":{{Data(subcommand, "", options)}} }""");

    /// <summary>A command that is no briefing's.</summary>
    public Sent Ask(string question, ulong by = 7) => Answer(
        $$"""{"id":"1","type":2,"token":"t","user":{"id":"{{by}}"},"data":{"id":"2","type":1,"name":"ask","options":[{"name":"question","type":3,"value":"{{question}}"}]} }""");

    public IReadOnlyList<string> Offered(string subcommand, ulong by, bool manages) => [.. Respond(
        $$"""
        {"id":"1","type":4,"token":"t","guild_id":"{{Guild}}","channel_id":"{{Channel}}",{{Member(by, manages)}},"data":{"id":"2","type":1,"name":"briefing",
        "options":[{"name":"{{subcommand}}","type":1,"options":[{"name":"id","type":3,"value":"","focused":true}]}]} }
        """)!.Choices.Select(choice => choice.Name)];

    public Sent Press(string customId, ulong by = 7, bool manages = false, string? guild = Guild) => Answer(
        $$"""{"id":"1","type":3,"token":"t",{{(guild is null ? $$"""{{User(by)}}""" : $$""" "guild_id":"{{guild}}","channel_id":"{{Channel}}",{{Member(by, manages)}} """)}},"data":{"component_type":2,"custom_id":{{JsonSerializer.Serialize(customId)}} } }""");

    /// <summary>A channel that was chosen, as it comes with the interaction.</summary>
    public static string Resolved(string id, string name, int type, string permissions) =>
        $$""","resolved":{"channels":{"{{id}}":{"id":"{{id}}","name":"{{name}}","type":{{type}},"permissions":"0","app_permissions":"{{permissions}}"} } }""";

    /// <summary>The briefing of a subscription as it is delivered now.</summary>
    public IReadOnlyList<Sent> Deliver(Subscription subscription) =>
        [.. BriefingMessages.Of(Composed(subscription).Reply, subscription, Today).Select(Sent.Of)];

    /// <summary>As after <see cref="Deliver"/>: what it showed counts as shown.</summary>
    public void NoteAsDelivered(Subscription subscription)
    {
        var now = Story.Time.GetUtcNow();
        var composed = Composed(subscription);
        var ledger = new DeliveryLedger(Stored.Database, "one", Story.Time);
        var claim = ledger.TryClaim(subscription, new BriefingSlot(Today, now))!;
        ledger.Sent(claim, new StoredBriefing([], composed.Shown, composed.SaysAllShown, composed.StartsOver, now), [], null);
    }

    public void Dispose()
    {
        _flood.Dispose();
        Stored.Dispose();
        Story.Dispose();
    }

    private DateOnly Today => DateOnly.FromDateTime(Story.Time.GetUtcNow().DateTime);

    private ComposedBriefing Composed(Subscription subscription)
    {
        var (shown, last, saidAll) = Store.Progress(subscription.Id);
        return Composer().Compose(new BriefingOrder(
            subscription.About, subscription.Speaker, shown, last, saidAll, subscription.Again, null, Story.Time.GetUtcNow(), TimeZoneInfo.Utc))!;
    }

    private static string User(ulong id) => $$""" "user":{"id":"{{id}}"} """;

    private static string Member(ulong id, bool manages) => $$""" "member":{"user":{"id":"{{id}}"},"permissions":"{{(manages ? ManageServer : "0")}}"} """;

    private static string Data(string subcommand, string resolved, (string Name, string Value)[] options)
    {
        var given = options.Select(option => option.Name is "quiet" or "again" or "private"
            ? $$"""{"name":"{{option.Name}}","type":5,"value":{{option.Value}} }"""
            : $$"""{"name":"{{option.Name}}","type":{{(option.Name == "channel" ? 7 : 3)}},"value":{{JsonSerializer.Serialize(option.Value)}} }""");
        return $$"""{"id":"2","type":1,"name":"briefing","options":[{"name":"{{subcommand}}","type":1,"options":[{{string.Join(',', given)}}]}]{{resolved}} }""";
    }

    private BriefingComposer Composer() => new(Story.Index, () => IsReady ? Story.Index.Edition : null, "The ferry", Options.MaxPassages, Log);

    private InteractionAnswers Process()
    {
        var briefings = new BriefingCommands(Store, Composer(), Options, Story.Time);
        var router = new CommandRouter(Story.Index, "The ferry", TimeZoneInfo.Utc, RouterLog, null, briefings);
        var replies = new ReplyButtons(router);
        var buttons = new BriefingButtons(router, briefings, Store, Story.Time);
        return new InteractionAnswers(
            router,
            new RecentAnswers(() => Story.Index.Edition),
            new Autocompletion(Story.Index, Story.Time),
            _flood,
            DiscordReplies.Message,
            pressed => (buttons.Press(pressed) ?? replies.Press(pressed.Data?.CustomId ?? "", pressed.Message, isPrivate: false, pressed.Person)).Response,
            NullLogger<InteractionAnswers>.Instance,
            briefings,
            new MeantChannels(channel => Missing(channel)));
    }

    private InteractionResponse? Respond(string json) => Answers.Answer(InteractionReader.Read(Encoding.UTF8.GetBytes(json))!);

    private Sent Answer(string json)
    {
        var sent = Sent.Of(Respond(json)!.Message!);
        sent.AssertAcceptable();
        return sent;
    }
}
