using System.Threading.Channels;
using BriefingBot.Configuration;
using BriefingBot.Discord.Model;
using BriefingBot.Hosting;
using BriefingBot.Tests.Fakes;
using Channel = System.Threading.Channels.Channel;

namespace BriefingBot.Tests.Hosting;

/// <summary>A Discord of functions: what people do comes from a channel, and what they get goes into another.</summary>
internal sealed class FakeLink
{
    public Channel<ReceivedInteraction> People { get; } = Channel.CreateUnbounded<ReceivedInteraction>();

    public Channel<string> Sent { get; } = Channel.CreateUnbounded<string>();

    public DiscordLink Link => new()
    {
        Answers = (story, _) => interaction => Interactions.Says($"{interaction.Data?.Name}: {story.Index.Story().Articles.Count} articles"),
        Respond = (_, response, _) => Send(response.Message?.Content ?? $"{response.Type}"),
        Edit = (_, message, _) => Send($"edit {message.Content}"),
        Delete = (_, _) => Send("delete"),
        FollowUp = (_, message, _) => Send($"then {message.Content}"),
        Application = _ => Task.FromResult(new Application { Id = new Snowflake(42), Name = "Herald" }),
        Register = (application, _) => Send($"registered with {application}"),
        Differences = (_, _) => Task.FromResult<IReadOnlyList<string>>([]),
        Gateway = new GatewayLink(stop => People.Reader.ReadAllAsync(stop), () => [new ShardHealth(0, true, true, 0)]),
    };

    private Task Send(string sent) => Sent.Writer.TryWrite(sent) ? Task.CompletedTask : throw new InvalidOperationException("The channel has no bound.");

    public void Use(string command) => People.Writer.TryWrite(new ReceivedInteraction(Interactions.Command(command), TimeProvider.System.GetTimestamp()));

    /// <summary>A program's surroundings, with a story on the disk, a token, and a port that is free.</summary>
    public static Workplace Workplace(StoryOnDisk disk, TextWriter error, params (string Key, string Value)[] settings)
    {
        var keys = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["Story:ArticlesPath"] = disk.Articles,
            ["Story:IndexPath"] = disk.Index,
            ["Storage:Path"] = Path.Combine(disk.Root, "bot.db"),
            ["Discord:Token"] = "a-secret-word",
            ["Http:Url"] = "http://127.0.0.1:0",
            ["Logging:LogLevel:Default"] = "None",
        };
        foreach (var (key, value) in settings)
        {
            keys[key] = value;
        }

        return new Workplace(keys, TimeProvider.System, error);
    }
}
