using BriefingBot.Commands;
using BriefingBot.Tests.Search;
using Microsoft.Extensions.Logging.Abstractions;

namespace BriefingBot.Tests.Commands;

public sealed class PrivacyCommandTests : IDisposable
{
    private readonly TemporaryStory _story = new();
    private readonly Dictionary<string, List<string>> _stored = new() { ["7"] = ["08:00 in Bern", "09:00 in Oslo"], ["8"] = ["other"] };

    public void Dispose() => _story.Dispose();

    [Fact]
    public void Where_nothing_is_stored_it_says_so_and_only_to_the_person()
    {
        var told = Ask(null);
        Assert.Equal(("Nothing is stored about you.", true), (told.Heading, told.Private));
        var erased = Ask(null, erase: "true");
        Assert.Equal(("Nothing was stored about you, so there was nothing to erase.", true), (erased.Heading, erased.Private));
    }

    [Fact]
    public void What_is_stored_is_told_and_erased_for_the_person_alone()
    {
        var briefings = new PersonalData(
            "Briefings by direct message",
            person => _stored.GetValueOrDefault(person) ?? [],
            person => _stored.Remove(person, out var gone) ? gone.Count : 0);
        var told = Ask(briefings);
        Assert.Equal("This is stored about you:", told.Heading);
        Assert.Equal(["08:00 in Bern", "09:00 in Oslo"], Assert.Single(told.Sections).Lines.Select(line => line.Text));
        var erased = Ask(briefings, erase: "true");
        Assert.Equal("Erased is what was stored about you:", erased.Heading);
        Assert.Equal(new ReplyLine("Briefings by direct message", "2"), Assert.Single(Assert.Single(erased.Sections).Lines));
        Assert.Equal(["8"], _stored.Keys);
        Assert.Equal("Nothing is stored about you.", Ask(briefings).Heading);
    }

    [Fact]
    public void Somebody_whom_the_surface_does_not_know_has_nothing_stored() =>
        Assert.Equal("Nothing is stored about you.", Ask(new PersonalData("x", _ => ["something"], _ => 1), person: null).Heading);

    [Fact]
    public void In_the_terminal_it_is_the_one_who_talks_whose_things_are_told()
    {
        var router = new CommandRouter(
            _story.Index, null, TimeZoneInfo.Utc, NullLogger<CommandRouter>.Instance, [new PersonalData("Briefings", person => [$"those of {person}"], _ => 1)]);
        var told = new Conversation(new CommandLineReader(_ => false), router, "anna").Answer("/privacy").Reply!;
        Assert.Equal("those of anna", Assert.Single(Assert.Single(told.Sections).Lines).Text);
    }

    [Theory]
    [InlineData("/privacy", "Nothing is stored about you.")]
    [InlineData("/privacy erase:yes", "Nothing was stored about you, so there was nothing to erase.")]
    public void It_works_in_the_terminal_too(string line, string heading)
    {
        var router = new CommandRouter(_story.Index, null, TimeZoneInfo.Utc, NullLogger<CommandRouter>.Instance);
        var reply = new Conversation(new CommandLineReader(_ => false), router).Answer(line).Reply!;
        Assert.Equal((heading, true), (reply.Heading, reply.Private));
    }

    private Reply Ask(PersonalData? data, string? erase = null, string? person = "7")
    {
        var router = new CommandRouter(_story.Index, null, TimeZoneInfo.Utc, NullLogger<CommandRouter>.Instance, data is null ? [] : [data]);
        var given = erase is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["erase"] = erase };
        return router.Answer(CommandRequest.Check(CommandCatalog.Privacy, given).Request! with { Person = person });
    }
}
