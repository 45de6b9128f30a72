using BriefingBot.Commands;
using BriefingBot.Quotes.Quotations;
using BriefingBot.Tests.Search;
using Microsoft.Extensions.Logging.Abstractions;

namespace BriefingBot.Tests.Commands;

/// <summary>A story of two articles in a real index, and somebody in the terminal who asks of it, a line at a time.</summary>
internal sealed class AskedStory : IDisposable
{
    public static readonly Speaker Anna = Said.Person("Anna Berg", "mayor of Northtown");

    public static readonly Speaker Otto = Said.Person("Otto Lund");

    public AskedStory()
    {
        Story.Add(
            "bridge",
            "The bridge was closed on Monday.\nAnna Berg called it “a danger to everybody” and left.\nOtto Lund said “repairs begin tomorrow”.\nNobody asked further.",
            "2019-03-04",
            new Said("“a danger to everybody”", Anna) { Mention = "Anna Berg" },
            new Said("“repairs begin tomorrow”", Otto) { Mention = "Otto Lund" });
        Story.Add(
            "market",
            "The market was full.\nAnna Berg said “the market stays open”.",
            "2019-03-06",
            new Said("“the market stays open”", Anna) { Mention = "Anna Berg" });
        Conversation = Talk(Story);
    }

    public TemporaryStory Story { get; } = new();

    public Conversation Conversation { get; }

    public static Conversation Talk(TemporaryStory story) => new(
        new CommandLineReader(words => StoryNames.NameSomebody(story.Index, words)),
        new CommandRouter(story.Index, null, TimeZoneInfo.Utc, NullLogger<CommandRouter>.Instance));

    public Reply Ask(string line) => Conversation.Answer(line).Reply!;

    public void Dispose() => Story.Dispose();
}
