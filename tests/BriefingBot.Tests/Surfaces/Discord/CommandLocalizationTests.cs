using BriefingBot.Commands;
using BriefingBot.Surfaces.Discord;

namespace BriefingBot.Tests.Surfaces.Discord;

public sealed class CommandLocalizationTests
{
    [Fact]
    public void The_languages_that_ship_are_right_and_whole()
    {
        var (languages, problems) = CommandLocalization.Load(CommandLocalization.ShippedFolder);
        Assert.Empty(problems);
        Assert.Equal(["de", "en-US"], languages.Select(language => language.Locale));
        Assert.All(languages, language => Assert.All(CommandObjects.Of([language], global: true), command =>
        {
            Assert.True(command.NameLocalizations?.ContainsKey(language.Locale), command.Name);
            Assert.True(command.Description is null || command.DescriptionLocalizations!.ContainsKey(language.Locale), command.Name);
            Assert.All(command.Options ?? [], option =>
            {
                Assert.True(option.NameLocalizations?.ContainsKey(language.Locale) & option.DescriptionLocalizations?.ContainsKey(language.Locale), option.Name);
                Assert.All(option.Choices ?? [], choice => Assert.True(choice.NameLocalizations?.ContainsKey(language.Locale), choice.Name));
            });
        }));
    }

    [Fact]
    public void The_English_that_ships_says_what_the_catalogue_says()
    {
        var english = CommandLocalization.Load(CommandLocalization.ShippedFolder).Languages.Single(language => language.Locale == "en-US");
        Assert.Empty(CommandComparison.Differences(CommandObjects.Of([], global: true), CommandObjects.Of([english], global: true), global: true));
    }

    [Theory]
    [InlineData("de", """{"who-did": {"name": "wer"}}""", "there is no command “who-did”.")]
    [InlineData("de", """{"ask": {"options": {"answer": {"name": "a"}}}}""", "ask: there is no option “answer”.")]
    [InlineData("de", """{"quotes": {"options": {"kind": {"choices": {"loud": "laut"}}}}}""", "quotes.kind: there is no choice “loud”.")]
    [InlineData("de", """{"ask": {"name": "Fragen"}}""", "ask: name: “Fragen” is not allowed; 1 to 32 lower case letters, digits, hyphens and underscores are.")]
    [InlineData("de", """{"ask": {"name": "frag mich"}}""", "ask: name: “frag mich” is not allowed; 1 to 32 lower case letters, digits, hyphens and underscores are.")]
    [InlineData("de", """{"ask": {"name": "story"}}""", "ask: name: “story” is taken already.")]
    [InlineData("de", """{"ask": {"name": "x"}, "story": {"name": "x"}}""", "story: name: “x” is taken already.")]
    [InlineData("de", """{"ask": {"options": {"question": {"name": "private"}}}}""", "ask.question: name: “private” is taken already.")]
    [InlineData("de", """{"ask": {"description": " "}}""", "ask: description: has 1 characters; 1 to 100 are allowed.")]
    [InlineData("de", """{"ask": null}""", "ask: holds nothing.")]
    [InlineData("tlh", "{}", "“tlh” is no language of Discord's; the file's name is one of ")]
    [InlineData("de", """{"ask": {"nmae": "x"}}""", "is not as such a file is written: ")]
    [InlineData("de", "{", "is not as such a file is written: ")]
    [InlineData("de", "null", "holds no commands.")]
    public void What_is_wrong_is_named(string locale, string json, string problem)
    {
        var problems = new List<string>();
        CommandLocalization.Read(locale + ".json", json, problems);
        Assert.StartsWith($"Localization/{locale}.json: {problem}", Assert.Single(problems), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_wrong_costs_nothing_else()
    {
        var problems = new List<string>();
        var language = CommandLocalization.Read(
            "de.json",
            $$"""{"ask": {"name": "Falsch", "description": "Fragen", "options": {"question": {"description": "{{new string('x', 101)}}", "name": "frage"} } }, "nothing": { }, "story": {"name": "geschichte"},}""",
            problems);
        Assert.Equal(3, problems.Count);
        var commands = CommandObjects.Of([language!], global: true);
        var ask = commands.Single(command => command.Name == "ask");
        Assert.Null(ask.NameLocalizations);
        Assert.Equal("Fragen", ask.DescriptionLocalizations!["de"]);
        Assert.Equal("frage", ask.Options![0].NameLocalizations!["de"]);
        Assert.Null(ask.Options[0].DescriptionLocalizations);
        Assert.Equal("geschichte", commands.Single(command => command.Name == "story").NameLocalizations!["de"]);
    }

    [Fact]
    public void A_bad_file_is_named_and_the_others_are_read()
    {
        var folder = Directory.CreateTempSubdirectory("briefingbot-languages-").FullName;
        try
        {
            File.WriteAllBytes(Path.Combine(folder, "fr.json"), [0x7B, 0xC3, 0x28, 0x7D]);
            File.WriteAllText(Path.Combine(folder, "it.json"), """{"ask": {"name": "chiedi"}}""");
            var (languages, problems) = CommandLocalization.Load(folder);
            Assert.Equal("it", Assert.Single(languages).Locale);
            Assert.StartsWith("Localization/fr.json: cannot be read", Assert.Single(problems), StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        Assert.Single(CommandLocalization.Load(folder).Problems);
    }

    [Fact]
    public void Every_key_of_the_catalogue_stands_in_the_English_file() =>
        Assert.Equal(
            CommandCatalog.Commands.Select(command => command.Name).Concat(CommandCatalog.Groups.Select(group => group.Name)).Concat(CommandCatalog.MessageCommands.Select(command => command.Name)).Order(),
            CommandLocalization.Load(CommandLocalization.ShippedFolder).Languages.Single(language => language.Locale == "en-US").Commands.Keys.Order());
}
