using System.Text.Json;
using BriefingBot.Discord.Interactions;
using BriefingBot.Discord.Model;

namespace BriefingBot.Tests.Hosting;

/// <summary>Interactions as people cause them.</summary>
internal static class Interactions
{
    public static Interaction Command(string name = "story", bool isPrivate = false) => Of(InteractionType.Command) with
    {
        Data = new InteractionData
        {
            Name = name,
            Type = 1,
            Options = isPrivate ? [new InteractionOption { Name = "private", Type = 5, Value = JsonSerializer.SerializeToElement(true) }] : null,
        },
    };

    public static Interaction Subcommand(string group, string name) => Of(InteractionType.Command) with
    {
        Data = new InteractionData { Name = group, Type = 1, Options = [new InteractionOption { Name = name, Type = 1 }] },
    };

    public static Interaction Button(string customId = "any") => Of(InteractionType.Component) with { Data = new InteractionData { CustomId = customId } };

    public static Interaction Typing() => Of(InteractionType.Autocomplete) with { Data = new InteractionData { Name = "who-said", Type = 1 } };

    public static InteractionResponse Says(string text) => InteractionResponse.Say(new MessageBody { Content = text });

    private static Interaction Of(InteractionType type) => new()
    {
        Id = new Snowflake(1_000_000_000_000_000_001),
        ApplicationId = new Snowflake(1_000_000_000_000_000_002),
        Type = type,
        Token = "interaction-token",
        User = new User { Id = new Snowflake(3) },
    };
}
