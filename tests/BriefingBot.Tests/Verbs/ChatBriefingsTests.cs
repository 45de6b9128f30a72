using System.Globalization;
using BriefingBot.Briefings;
using BriefingBot.Commands;
using BriefingBot.Configuration;
using BriefingBot.Quotes.Quotations;
using BriefingBot.Surfaces;
using BriefingBot.Tests.Search;
using BriefingBot.Verbs;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace BriefingBot.Tests.Verbs;

/// <summary>Briefings that are due while somebody talks in the terminal.</summary>
public sealed class ChatBriefingsTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly string _root = Directory.CreateTempSubdirectory("briefingbot-chat-").FullName;
    private readonly TemporaryStory _story = new();
    private readonly StringWriter _output = new(CultureInfo.InvariantCulture);
    private readonly StringWriter _error = new(CultureInfo.InvariantCulture);
    private readonly List<(string Printed, string Context)> _told = [];
    private readonly SemaphoreSlim _printed = new(0);
    private readonly Workplace _workplace;
    private readonly Conversation _conversation;
    private readonly ChatBriefings _briefings;

    public ChatBriefingsTests()
    {
        _story.Add(
            "ferry", "Anna Berg said “the ferry sank at noon”.\nIt rained.\nOtto Lund said “the harbour stays closed”.", "2019-03-04",
            new Said("“the ferry sank at noon”", Said.Person("Anna Berg")) { Kind = QuotationKind.Direct },
            new Said("“the harbour stays closed”", Said.Person("Otto Lund")) { Kind = QuotationKind.Direct });
        _workplace = new Workplace(new Dictionary<string, string?> { ["Storage:Path"] = Path.Combine(_root, "bot.db"), ["Briefing:MaxPassages"] = "1" }, _story.Time, _error);
        var desk = new BriefingDesk(_workplace.Settings, _story.Time, NullLoggerFactory.Instance);
        var composer = desk.Composer(_story.Index, () => _story.Index.Edition);
        var router = new CommandRouter(
            _story.Index, null, TimeZoneInfo.Utc, NullLogger<CommandRouter>.Instance, null, new BriefingCommands(desk.Store, composer, new BriefingOptions(), _story.Time));
        var at = new AskedAt(new BriefingPlace(BriefingPlace.Terminal, null, null)) { Zone = TimeZoneInfo.Utc };
        _conversation = new Conversation(new CommandLineReader(words => StoryNames.NameSomebody(_story.Index, words)), router, "anna", at);
        _briefings = new ChatBriefings(desk, composer, _conversation, ConsoleSurface.Text(_output, isTerminal: false, TimeZoneInfo.Utc), Interject);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _workplace.Dispose();
        _printed.Dispose();
        _output.Dispose();
        _error.Dispose();
        _story.Dispose();
        Directory.Delete(_root, recursive: true);
    }

    [Fact]
    public async Task What_is_due_is_printed_and_can_be_looked_into()
    {
        Assert.Equal("Daily briefing 1 is set up: 08:05, UTC, into this terminal, by Anna Berg", Say("/briefing subscribe 8:05 speaker:Anna Berg"));
        Assert.Equal("Daily briefing 2 is set up: 08:05, UTC, into this terminal, by Otto Lund", Say("/briefing me 8:05 speaker:Otto Lund"));
        _story.Time.Advance(TimeSpan.FromMinutes(6));
        await RunUntilPrintedAsync(2);
        foreach (var (printed, context) in _told)
        {
            Assert.Contains("Briefing, 5 March 2019", printed, StringComparison.Ordinal);
            // “context” is about the briefing that was printed last, also where two are due at once.
            Assert.Contains(printed.Contains("ferry sank", StringComparison.Ordinal) ? "sentence 1 " : "sentence 3 ", context, StringComparison.Ordinal);
        }

        Assert.Equal("", _error.ToString());
    }

    [Fact]
    public async Task More_goes_on_from_what_was_printed()
    {
        Say("/briefing me 8:05");
        _story.Time.Advance(TimeSpan.FromMinutes(6));
        await RunUntilPrintedAsync(1);
        var printed = Assert.Single(_told).Printed;
        var more = _conversation.Answer("more").Reply!;
        var passage = Assert.Single(more.Passages);
        Assert.DoesNotContain(passage.Quotation!.Text, printed, StringComparison.Ordinal);
        Assert.Equal($"Around sentence {passage.Sentence} of “Title of ferry”", Say("context"));
        Assert.Equal("There is no further page.", Say("more"));
        Assert.Equal("This is the first page.", Say("back"));
        Assert.StartsWith("2 statements", Say("/quotes from:2019-03-04"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_of_a_briefing_that_has_been_ended_says_so()
    {
        Say("/briefing me 8:05");
        _story.Time.Advance(TimeSpan.FromMinutes(6));
        await RunUntilPrintedAsync(1);
        Say("/briefing unsubscribe");
        Assert.Equal("That daily briefing has been ended.", Say("more"));
    }

    [Fact]
    public async Task What_somebody_else_subscribed_to_is_not_printed()
    {
        Say("/briefing me 8:05 speaker:Anna Berg");
        var store = new BriefingDesk(_workplace.Settings, _story.Time, NullLoggerFactory.Instance).Store;
        store.Subscribe(new NewSubscription("otto", new BriefingPlace(BriefingPlace.Terminal, null, null), new TimeOnly(8, 4), "UTC", null, null, false, false));
        _story.Time.Advance(TimeSpan.FromMinutes(6));
        await RunUntilPrintedAsync(1);
        Assert.DoesNotContain("harbour", Assert.Single(_told).Printed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/briefing subscribe 25:00", "“time” is an hour such as 08:30, not “25:00”.")]
    [InlineData("/briefing subscribe channel:123", "There are no channels in a terminal: leave “channel” out.")]
    [InlineData("/briefing pause", "There is no daily briefing that you may change. /briefing me time:08:30 zone:Europe/Zurich sets one up.")]
    public void What_cannot_be_is_said_in_one_sentence(string line, string sentence)
    {
        Assert.Equal(sentence, Say(line));
        Assert.False(File.Exists(Path.Combine(_root, "bot.db")));
    }

    [Fact]
    public async Task A_database_that_is_none_is_told_and_the_talk_goes_on()
    {
        await File.WriteAllTextAsync(Path.Combine(_root, "bot.db"), new string('x', 4096));
        using var stop = new CancellationTokenSource();
        await _briefings.RunAsync(_workplace, "anna", stop.Token).WaitAsync(Patience);
        Assert.StartsWith("Storage:Path: “", _error.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("1 statement", Say("/who-said ferry"), StringComparison.Ordinal);
    }

    private string Say(string line) => _conversation.Answer(line).Reply!.Heading;

    private async Task RunUntilPrintedAsync(int briefings)
    {
        using var stop = new CancellationTokenSource();
        var running = _briefings.RunAsync(_workplace, "anna", stop.Token);
        for (var i = 0; i < briefings; i++)
        {
            Assert.True(await _printed.WaitAsync(Patience));
        }

        await stop.CancelAsync();
        await running.WaitAsync(Patience);
    }

    /// <summary>One at a time, as the line editor does.</summary>
    private void Interject(Action print)
    {
        lock (_told)
        {
            _output.GetStringBuilder().Clear();
            print();
            _told.Add((_output.ToString(), Say("context 1")));
        }

        _printed.Release();
    }
}
