using System.Text;
using System.Text.Json;
using BriefingBot.Commands;
using BriefingBot.Configuration;
using BriefingBot.Discord.Interactions;
using BriefingBot.Discord.Model;
using BriefingBot.Surfaces.Discord;
using BriefingBot.Tests.Search;
using Microsoft.Extensions.Logging.Abstractions;

namespace BriefingBot.Tests.Surfaces.Discord;

/// <summary>A small story whose replies become one line of text, asked by interactions as Discord writes them.</summary>
internal sealed class AnsweredStory : IDisposable
{
    private static readonly MessageFlags Components = MessageFlags.ComponentsV2;

    private readonly FloodGate _flood;

    public AnsweredStory(FloodOptions? flood = null, Func<Interaction, InteractionResponse>? press = null, Func<Reply, CommandRequest?, MessageBody>? render = null)
    {
        Story.Add(
            "bridge",
            "The bridge was closed on Monday.\nAnna Berg called it “a danger to everybody” and left.\nOtto Lund said “repairs begin tomorrow”.",
            "2019-03-04",
            new Said("“a danger to everybody”", Said.Person("Anna Berg", "mayor of Northtown")),
            new Said("“repairs begin tomorrow”", Said.Person("Otto Lund")));
        _flood = new FloodGate(flood ?? new FloodOptions { Commands = 0 }, Story.Time);
        Answers = new InteractionAnswers(
            new CommandRouter(Story.Index, null, TimeZoneInfo.Utc, NullLogger<CommandRouter>.Instance),
            new RecentAnswers(() => Story.Index.Edition),
            new Autocompletion(Story.Index),
            _flood,
            render ?? ((reply, request) =>
            {
                Asked = request;
                return new MessageBody { Flags = Components, Components = [new TextDisplay(reply.Heading)] };
            }),
            press ?? (_ => InteractionResponse.Update(new MessageBody { Flags = Components, Components = [new TextDisplay("pressed")] })),
            NullLogger<InteractionAnswers>.Instance);
    }

    public TemporaryStory Story { get; } = new();

    public InteractionAnswers Answers { get; }

    /// <summary>The request behind the message that was made last.</summary>
    public CommandRequest? Asked { get; private set; }

    public InteractionResponse? Answer(string json) => Answers.Answer(InteractionReader.Read(Encoding.UTF8.GetBytes(json))!);

    /// <summary>A command with options in JSON, used by person 7.</summary>
    public InteractionResponse? Command(string name, string options = "") =>
        Answer($$$"""{"id":"1","type":2,"token":"t","user":{"id":"7"},"data":{"id":"2","type":1,"name":{{{JsonSerializer.Serialize(name)}}},"options":[{{{options}}}] } }""");

    public InteractionResponse? OnMessage(string message) =>
        Answer($$$"""{"id":"1","type":2,"token":"t","user":{"id":"7"},"data":{"type":3,"name":"Who said this?","target_id":"5","resolved":{"messages":{"5":{{{message}}} } } } }""");

    public static string Text(InteractionResponse? response) =>
        Assert.IsType<TextDisplay>(Assert.Single(response!.Message!.Components!)).Content;

    public static void IsOnlyForThePerson(InteractionResponse? response)
    {
        Assert.Equal(InteractionResponseType.Message, response?.Type);
        Assert.Equal(MessageFlags.Ephemeral | MessageFlags.ComponentsV2, response!.Message!.Flags);
    }

    public void Dispose()
    {
        _flood.Dispose();
        Story.Dispose();
    }
}
