using System.Text.RegularExpressions;
using BriefingBot.Commands;

namespace BriefingBot.Tests.Commands;

/// <remarks>Limits of https://discord.com/developers/docs/interactions/application-commands.</remarks>
public partial class CommandCatalogTests
{
    [Fact]
    public void Every_name_and_description_stays_within_the_limits_of_Discord()
    {
        var names = CommandCatalog.Commands.SelectMany(command => command.Options.Select(option => option.Name).Prepend(command.OwnName))
            .Concat(CommandCatalog.Groups.Select(group => group.Name));
        Assert.All(names, name => Assert.Matches(Name(), name));
        var descriptions = CommandCatalog.Commands
            .SelectMany(command => command.Options.Select(option => option.Description).Prepend(command.Description))
            .Concat(CommandCatalog.Groups.Select(group => group.Description));
        Assert.All(descriptions, description => Assert.InRange(description.Length, 1, 100));
        Assert.All(CommandCatalog.Commands, command => Assert.InRange(command.Options.Count, 0, 25));
        var choices = CommandCatalog.Commands.SelectMany(command => command.Options).SelectMany(option => option.Choices).ToList();
        Assert.All(choices, choice => Assert.InRange(choice.Value.Length, 1, 100));
        Assert.All(choices, choice => Assert.InRange(choice.Label.Length, 1, 100));
    }

    [Fact]
    public void Names_are_unique_and_required_options_come_first()
    {
        Assert.Equal(CommandCatalog.Commands.Count, CommandCatalog.Commands.Select(command => command.Name).Distinct().Count());
        Assert.All(CommandCatalog.Commands, command => Assert.True(command.Group is null || CommandCatalog.FindGroup(command.Group) is not null));
        Assert.All(CommandCatalog.Commands, command =>
        {
            Assert.Equal(command.Options.Count, command.Options.Select(option => option.Name).Distinct().Count());
            Assert.Equal(command.Options.OrderBy(option => !option.Required), command.Options);
            Assert.InRange(command.Options.Count(option => option.Type == OptionType.Text), 0, 1);
        });
    }

    [Theory]
    [InlineData("who-said", "words* speaker kind private")]
    [InlineData("quotes", "keyword speaker kind from to private")]
    [InlineData("ask", "question* private")]
    [InlineData("speaker", "name* private")]
    [InlineData("timeline", "about speaker private")]
    [InlineData("story", "private")]
    [InlineData("briefing now", "id private")]
    [InlineData("briefing subscribe", "time zone channel about speaker quiet again")]
    [InlineData("briefing me", "time zone about speaker quiet again")]
    [InlineData("briefing list", "")]
    [InlineData("briefing pause", "id")]
    [InlineData("briefing resume", "id")]
    [InlineData("briefing unsubscribe", "id")]
    public void The_commands_have_the_options_that_users_rely_on(string command, string options)
    {
        var described = CommandCatalog.Find(command);
        Assert.NotNull(described);
        Assert.Equal(options, string.Join(' ', described.Options.Select(option => option.Name + (option.Required ? "*" : ""))));
    }

    [GeneratedRegex("^[a-z][a-z-]{0,31}$")]
    private static partial Regex Name();
}
