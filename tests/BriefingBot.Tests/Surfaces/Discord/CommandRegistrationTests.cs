using System.Text.Json;
using BriefingBot.Discord.Interactions;
using BriefingBot.Discord.Model;
using BriefingBot.Discord.Rest;
using BriefingBot.Surfaces.Discord;
using Microsoft.Extensions.Logging.Abstractions;

namespace BriefingBot.Tests.Surfaces.Discord;

public class CommandRegistrationTests
{
    private static readonly Snowflake Application = new(11), Server = new(22), Other = new(33);

    private static readonly IReadOnlyList<CommandLanguage> Languages = CommandLocalization.Load(CommandLocalization.ShippedFolder).Languages;

    private readonly Registry _registry = new();

    [Fact]
    public async Task Commands_are_registered_once_for_all_servers_and_a_restart_writes_nothing()
    {
        Assert.Equal(new RegisteredCommands(true, false), await Registration().RegisterAsync(Application, null, default));
        Assert.Equal(["who-said", "quotes", "ask", "speaker", "timeline", "story", "help", "privacy", "briefing", "Who said this?"], _registry.Names(null));
        Assert.Equal(new RegisteredCommands(false, false), await Registration().RegisterAsync(Application, null, default));
        Assert.Equal(1, _registry.Writes);
    }

    [Theory]
    [InlineData("\"description\":\"Statements by keyword, speaker or date\"", "\"description\":\"Statements\"")]
    [InlineData("\"de\":\"wer-sagte\"", "\"de\":\"wer\"")]
    [InlineData("\"de\":\"sinngem\\u00E4\\u00DF\"", "\"de\":\"frei\"")]
    [InlineData("\"max_length\":200", "\"max_length\":100")]
    [InlineData("\"required\":true,", "")]
    [InlineData("\"autocomplete\":true,", "")]
    [InlineData("[0,1,2]", "[0]")]
    [InlineData("\"integration_types\":[0,1]", "\"integration_types\":[0]")]
    [InlineData("\"name\":\"story\"", "\"name\":\"tale\"")]
    [InlineData("\"value\":\"partly\"", "\"value\":\"mixed\"")]
    [InlineData("\"name\":\"ask\"", "\"nsfw\":true,\"name\":\"ask\"")]
    public async Task One_difference_is_one_overwrite(string is_, string was)
    {
        await Registration().RegisterAsync(Application, null, default);
        Assert.Contains(is_, _registry.Listed[0], StringComparison.Ordinal);
        _registry.Listed[0] = _registry.Listed[0].Replace(is_, was, StringComparison.Ordinal);
        Assert.True((await Registration().RegisterAsync(Application, null, default)).Globally);
        Assert.Equal(2, _registry.Writes);
        Assert.Contains(is_, _registry.Listed[0], StringComparison.Ordinal);
        await Registration().RegisterAsync(Application, null, default);
        Assert.Equal(2, _registry.Writes);
    }

    /// <summary>An application that had another program before: choices of numbers, and a shape that is none of Discord's.</summary>
    [Theory]
    [InlineData("""[{"name":"old","description":"d","options":[{"type":4,"name":"n","description":"d","choices":[{"name":"one","value":1},{"name":"half","value":0.5}]}]}]""")]
    [InlineData("""[{"name":"old","description":"d","options":{}}]""")]
    [InlineData("""[{"name":"old","description":7}]""")]
    public async Task Commands_of_another_program_are_overwritten_whatever_their_shape(string listed)
    {
        _registry.Listed[0] = listed;
        Assert.True((await Registration().RegisterAsync(Application, null, default)).Globally);
        Assert.DoesNotContain("old", _registry.Names(null));
    }

    [Fact]
    public async Task What_Discord_adds_or_spells_otherwise_is_no_difference()
    {
        await Registration().RegisterAsync(Application, null, default);
        var commands = JsonDocument.Parse(_registry.Listed[0]).RootElement.EnumerateArray().Select(each => each.GetRawText()).Reverse().ToList();
        _registry.Listed[0] = "[" + string.Join(',', commands.Select(command =>
            """{"id":"77","application_id":"11","version":"78","nsfw":false,"dm_permission":true,"default_member_permissions":null,"description":"",""" + command[1..])) + "]";
        _registry.Listed[0] = _registry.Listed[0]
            .Replace("\"type\":3,\"name\":\"words\"", "\"type\":3,\"required\":null,\"choices\":[],\"options\":null,\"name\":\"words\"", StringComparison.Ordinal)
            .Replace("[0,1,2]", "[2,1,0]", StringComparison.Ordinal)
            .Replace("\"en-US\":\"story\",", "", StringComparison.Ordinal);
        await Registration().RegisterAsync(Application, null, default);
        Assert.Equal(1, _registry.Writes);
    }

    [Fact]
    public async Task Removed_commands_disappear()
    {
        _registry.Listed[0] = """[{"id":"1","type":1,"name":"old","description":"An old command","options":[{"type":4,"name":"n","description":"d","choices":[{"name":"one","value":"1"}]}]}]""";
        await Registration().RegisterAsync(Application, null, default);
        Assert.DoesNotContain("old", _registry.Names(null));
    }

    [Fact]
    public async Task A_list_that_cannot_be_read_is_overwritten()
    {
        _registry.Listed[0] = """[{"id":"1","type":1,"name":"old","description":"x","options":[{"type":4,"name":"n","description":"d","choices":[{"name":"one","value":1}]}]}]""";
        Assert.True((await Registration().RegisterAsync(Application, null, default)).Globally);
        Assert.DoesNotContain("old", _registry.Names(null));
    }

    [Fact]
    public async Task The_command_that_starts_an_activity_stays()
    {
        _registry.Listed[0] = """[{"id":"5","type":4,"name":"Launch","description":"","nsfw":true,"handler":2,"contexts":[0],"integration_types":[0]}]""";
        await Registration().RegisterAsync(Application, null, default);
        Assert.Contains("\"handler\":2", _registry.Listed[0], StringComparison.Ordinal);
        Assert.DoesNotContain("nsfw", _registry.Listed[0], StringComparison.Ordinal);
        await Registration().RegisterAsync(Application, null, default);
        Assert.Equal(1, _registry.Writes);
    }

    [Fact]
    public async Task With_a_server_commands_are_there_alone_without_contexts_and_only_what_is_there_is_taken_away()
    {
        Assert.Equal(new RegisteredCommands(false, true), await Registration().RegisterAsync(Application, Server, default));
        Assert.Equal(1, _registry.Writes);
        Assert.Equal(10, _registry.Names(Server).Count);
        Assert.DoesNotContain("contexts", _registry.Listed[Server.Value], StringComparison.Ordinal);
        Assert.DoesNotContain("integration_types", _registry.Listed[Server.Value], StringComparison.Ordinal);
        _registry.Listed[Server.Value] = _registry.Listed[Server.Value].Replace("{\"type\":1,\"name\":\"ask\"", "{\"contexts\":null,\"integration_types\":[0],\"type\":1,\"name\":\"ask\"", StringComparison.Ordinal);
        await Registration().RegisterAsync(Application, Server, default);
        Assert.Equal(1, _registry.Writes);
    }

    [Fact]
    public async Task Going_over_to_one_server_takes_the_global_commands_away_once_the_server_has_its_own()
    {
        await Registration().RegisterAsync(Application, null, default);
        await Registration().RegisterAsync(Application, Server, default);
        Assert.Empty(_registry.Names(null));
        Assert.Equal([0, Server.Value, 0UL], _registry.Order);
    }

    [Fact]
    public async Task A_server_command_that_is_left_over_gives_itself_away_and_is_taken_away()
    {
        await Registration().RegisterAsync(Application, Server, default);
        await Registration().RegisterAsync(Application, null, default);
        var used = new Interaction { Id = new(1), Type = InteractionType.Command, Data = new InteractionData { Name = "story", GuildId = Server } };
        Assert.Equal(Server, CommandRegistration.StrayServer(used, null));
        Assert.Equal(Server, CommandRegistration.StrayServer(used, Other));
        Assert.Null(CommandRegistration.StrayServer(used, Server));
        Assert.Null(CommandRegistration.StrayServer(used with { Data = new InteractionData() }, null));
        Assert.True(await Registration().ClearServerAsync(Application, Server, default));
        Assert.False(await Registration().ClearServerAsync(Application, Server, default));
        Assert.Empty(_registry.Names(Server));
        Assert.Equal(10, _registry.Names(null).Count);
    }

    [Fact]
    public async Task What_differs_is_told_in_words()
    {
        _registry.Listed[0] = """[{"id":"1","type":3,"name":"Old","description":""},{"id":"2","type":1,"name":"ask","description":"Asks"}]""";
        var differences = await Registration().DifferencesAsync(Application, null, default);
        Assert.Equal(10 - 1 + 1 + 1, differences.Count);
        Assert.Contains("/story is missing", differences);
        Assert.Contains("“Who said this?” is missing", differences);
        Assert.Contains("/ask is registered otherwise", differences);
        Assert.Contains("“Old” is none of this version's", differences);
        Assert.Contains("outside that server: “Old” is none of this version's", await Registration().DifferencesAsync(Application, Server, default));
        await Registration().RegisterAsync(Application, Server, default);
        Assert.Empty(await Registration().DifferencesAsync(Application, Server, default));
    }

    [Fact]
    public void All_commands_stay_within_the_limits_of_Discord()
    {
        var commands = CommandObjects.Of(Languages, global: true);
        Assert.Empty(CommandLimits.Exceeded(commands));
        Assert.All(commands.Where(command => command.Type == ApplicationCommandType.Message), command => Assert.Null(command.Description));
        Assert.All(commands.SelectMany(command => command.Options ?? []).Where(option => option.Autocomplete is true), option => Assert.Null(option.Choices));
    }

    [Fact]
    public void More_than_Discord_takes_is_named()
    {
        var option = new ApplicationCommandOption { Type = ApplicationCommandOptionType.Text, Name = "o", Description = new string('d', 79) };
        var command = new ApplicationCommand { Name = "c", Description = "d", Options = [.. Enumerable.Repeat(option with { Choices = [.. Enumerable.Repeat(new Choice("n", new string('v', 10)), 26)] }, 26)] };
        Assert.Equal(
            [
                "101 typed commands are more than the 100 that Discord takes.",
                "16 commands on messages are more than the 15 that Discord takes.",
                $"{CommandLimits.Characters(command)} characters in /c are more than the 8000 that Discord takes.",
                "26 options of /c are more than the 25 that Discord takes.",
                "26 choices of /c o are more than the 25 that Discord takes.",
            ],
            CommandLimits.Exceeded([
                .. Enumerable.Repeat(new ApplicationCommand { Name = "a" }, 100), command,
                .. Enumerable.Repeat(new ApplicationCommand { Name = "m", Type = ApplicationCommandType.Message }, 16),
            ]).Distinct());
        Assert.Equal(2 + (26 * (80 + (26 * 11))), CommandLimits.Characters(command));
        Assert.Equal(5 + 1, CommandLimits.Characters(new ApplicationCommand { Name = "c", NameLocalizations = new Dictionary<string, string> { ["de"] = "lange", ["fr"] = "x" }, Description = "d" }));
    }

    private CommandRegistration Registration() => new(_registry.ListAsync, _registry.OverwriteAsync, Languages, NullLogger<CommandRegistration>.Instance);

    /// <summary>The commands of an application as JSON, by server, 0 for all.</summary>
    private sealed class Registry
    {
        public Dictionary<ulong, string> Listed { get; } = [];

        public List<ulong> Order { get; } = [];

        public int Writes => Order.Count;

        public List<string> Names(Snowflake? server) =>
            [.. JsonDocument.Parse(Listed.GetValueOrDefault(server?.Value ?? 0, "[]")).RootElement.EnumerateArray().Select(each => each.GetProperty("name").GetString()!)];

        public Task<IReadOnlyList<ApplicationCommand>> ListAsync(Snowflake application, Snowflake? server, CancellationToken stop)
        {
            Assert.Equal(Application, application);
            try
            {
                return Task.FromResult<IReadOnlyList<ApplicationCommand>>(
                    JsonSerializer.Deserialize(Listed.GetValueOrDefault(server?.Value ?? 0, "[]"), WireJson.Wire.ListApplicationCommand)!);
            }
            catch (JsonException unreadable)
            {
                // As the client tells it.
                throw new DiscordApiException("GET was answered, but the answer cannot be read.", inner: unreadable);
            }
        }

        public Task OverwriteAsync(Snowflake application, Snowflake? server, IReadOnlyList<ApplicationCommand> commands, CancellationToken stop)
        {
            Assert.Equal(Application, application);
            Order.Add(server?.Value ?? 0);
            Listed[server?.Value ?? 0] = JsonSerializer.Serialize([.. commands], WireJson.Default.ListApplicationCommand);
            return Task.CompletedTask;
        }
    }
}
