using BriefingBot.Briefings;
using BriefingBot.Commands;
using BriefingBot.Discord.Interactions;
using BriefingBot.Discord.Model;
using BriefingBot.Surfaces.Discord;
using BriefingBot.Tests.Commands;

namespace BriefingBot.Tests.Surfaces.Discord;

public sealed class BriefingButtonsTests : IDisposable
{
    private const string ManageServer = "32";

    private readonly BriefedStory _story = new();
    private readonly BriefingButtons _buttons;

    public BriefingButtonsTests()
    {
        _story.Ask(CommandCatalog.BriefingSubscribe, BriefedStory.Channel(), manages: true, values: [("time", "08:30"), ("zone", "Europe/Zurich")]);
        _story.Ask(CommandCatalog.BriefingMe, BriefedStory.Direct, person: "8");
        _buttons = new BriefingButtons(_story.Router, _story.Commands, _story.Store, _story.Story.Time);
    }

    public void Dispose() => _story.Dispose();

    [Fact]
    public void A_servers_briefing_is_skipped_and_stopped_only_by_who_has_Manage_Server()
    {
        foreach (var action in new[] { BriefingAction.Snooze, BriefingAction.Stop })
        {
            Assert.Contains("Manage Server", Text(Press(action, 1)), StringComparison.Ordinal);
            Assert.Contains("Manage Server", Text(Press(action, 1, guild: 2, permissions: ManageServer)), StringComparison.Ordinal);
        }

        Assert.Null(_story.Store.Find(1)!.SnoozedUntil);
        Assert.Null(_story.Store.Find(1)!.Pause);
        Press(BriefingAction.Stop, 1, permissions: ManageServer);
        Assert.Equal(PauseReason.ByPerson, _story.Store.Find(1)!.Pause?.Reason);
    }

    [Fact]
    public void Snooze_skips_the_next_briefing_and_no_more_however_often_it_is_pressed()
    {
        for (var i = 0; i < 3; i++)
        {
            var answer = Press(BriefingAction.Snooze, 1, permissions: ManageServer);
            Assert.Contains("The next briefing is skipped;", Text(answer), StringComparison.Ordinal);
            Assert.Contains("<t:1551943800:f>", Text(answer), StringComparison.Ordinal);
        }

        Assert.Equal(new DateOnly(2019, 3, 7), _story.Store.Find(1)!.SnoozedUntil);
    }

    [Fact]
    public void A_briefing_by_direct_message_is_its_readers()
    {
        Assert.True(Press(BriefingAction.Stop, 2, person: 9, guild: null).Failed);
        Assert.False(Press(BriefingAction.Stop, 2, person: 8, guild: null).Failed);
        Assert.NotNull(_story.Store.Find(2)!.Pause);
    }

    [Fact]
    public void Everybody_sees_more_and_the_context_alone_and_the_preview_shows_the_message()
    {
        var preview = Press(BriefingAction.Preview, 1);
        Assert.True(preview.Message.Flags!.Value.HasFlag(MessageFlags.Ephemeral));
        var sent = Sent.Of(preview.Message);
        Assert.Equal(["Context", "Context", "More", "Snooze", "Stop"], sent.Buttons.Select(button => button.Label));
        sent.AssertAcceptable();

        var more = Sent.Of(_buttons.Press(Pressed(sent.Button("More").CustomId!))!.Message);
        Assert.Equal(["Context", "Context", "Snooze", "Stop"], more.Buttons.Select(button => button.Label));
        Assert.Empty(more.Texts.Skip(2).Intersect(sent.Texts));

        var context = _buttons.Press(Pressed(sent.Button("Context").CustomId!))!;
        Assert.Contains("Around sentence", Text(context), StringComparison.Ordinal);
        Assert.DoesNotContain("has changed", Text(context), StringComparison.Ordinal);
    }

    [Fact]
    public void More_under_a_delivered_briefing_shows_what_comes_after_it()
    {
        var subscription = _story.Store.Find(1)!;
        var delivered = _story.Commands.Shown.Show("briefing", subscription, 0, TimeZoneInfo.Utc);
        var message = Sent.Of(BriefingMessages.Of(delivered, subscription, new DateOnly(2019, 3, 5))[0]);
        // Nothing of it has been noted as shown here, so the first page is still this one.
        var more = Sent.Of(_buttons.Press(Pressed(message.Button("More").CustomId!))!.Message);
        Assert.Equal(message.Texts.Skip(2), more.Texts.Skip(2));
    }

    [Fact]
    public void Buttons_of_what_is_gone_say_so()
    {
        _story.Store.Remove(1);
        Assert.Contains("has been ended", Text(Press(BriefingAction.More, 1)), StringComparison.Ordinal);
        Assert.Contains("has been ended", Text(Press(BriefingAction.Stop, 1, permissions: ManageServer)), StringComparison.Ordinal);
        Assert.Contains("no longer in this story", Text(_buttons.Press(Pressed(new BriefingButtonId(BriefingAction.Context, 1, 1, "00", "00").With("m")))!), StringComparison.Ordinal);
        Assert.Null(_buttons.Press(Pressed("1n:;")));
    }

    private ButtonAnswer Press(BriefingAction action, long subscription, ulong person = 7, ulong? guild = 1, string permissions = "0") =>
        _buttons.Press(Pressed(new BriefingButtonId(action, 0, subscription).With("0.0.0"), person, guild, permissions))!;

    private static Interaction Pressed(string id, ulong person = 7, ulong? guild = 1, string permissions = "0") => new()
    {
        Type = InteractionType.Component,
        GuildId = guild is { } server ? new Snowflake(server) : null,
        Member = guild is null ? null : new Member { User = new User { Id = new Snowflake(person) }, Permissions = permissions },
        User = guild is null ? new User { Id = new Snowflake(person) } : null,
        Data = new InteractionData { CustomId = id },
    };

    private static string Text(ButtonAnswer answer) => Sent.Of(answer.Message).Text;
}
