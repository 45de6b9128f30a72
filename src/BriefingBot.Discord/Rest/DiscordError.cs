using System.Collections.Frozen;

namespace BriefingBot.Discord.Rest;

/// <summary>Who can mend an error.</summary>
public enum Mender
{
    /// <summary>Nobody needs to: what was wanted is over, or passes.</summary>
    Nobody,

    /// <summary>The person who used the bot.</summary>
    Person,

    /// <summary>Who manages the server.</summary>
    Server,

    /// <summary>Who runs the bot.</summary>
    Operator,
}

/// <summary>An error of Discord's that something is known about.</summary>
/// <param name="Code">Discord's number.</param>
/// <param name="IsFinal">Whether the same request would fail again.</param>
/// <param name="Mender">Who can change that.</param>
/// <param name="Advice">One sentence for whoever can: what happened and what to do.</param>
public sealed record DiscordError(int Code, bool IsFinal, Mender Mender, string Advice)
{
    /// <summary>Discord's document: topics/opcodes-and-status-codes, JSON Error Codes.</summary>
    public static IReadOnlyList<DiscordError> Table { get; } =
    [
        new(10003, true, Mender.Server, "The channel no longer exists: choose another one."),
        new(10004, true, Mender.Server, "The bot is not in this server any more: invite it again."),
        new(10008, true, Mender.Nobody, "The message has been deleted meanwhile."),
        new(10015, true, Mender.Nobody, "The interaction can no longer be answered: its 15 minutes are over."),
        new(10062, true, Mender.Nobody, "The interaction can no longer be answered: its three seconds are over, or it was another process's."),
        new(20016, false, Mender.Nobody, "The channel is in slow mode: the next message has to wait."),
        new(20022, false, Mender.Nobody, "Announcements cannot be edited this often: the next edit has to wait."),
        new(20028, false, Mender.Nobody, "Too much was written in this channel: the next message has to wait."),
        new(20029, false, Mender.Nobody, "Too much was written in this server: the next message has to wait."),
        new(30034, false, Mender.Operator, "The application has registered its commands 200 times within a day: wait until tomorrow and find out what restarts it."),
        new(30046, false, Mender.Nobody, "Messages older than an hour cannot be edited this often: the next edit has to wait."),
        new(40001, true, Mender.Operator, "Discord does not accept the bot's token (Discord:Token): copy it anew from the application's page “Bot”."),
        new(40060, true, Mender.Nobody, "The interaction has been answered already."),
        new(40062, false, Mender.Nobody, "Discord limits this for everybody at the moment: try again later."),
        new(40333, true, Mender.Operator, "Discord blocks the request before looking at it: the User-Agent must name an address and a version."),
        new(40067, true, Mender.Server, "The forum asks for a tag with every post: make tags optional there, or choose another channel."),
        new(50001, true, Mender.Server, "The bot cannot see the channel: give it the permission “View Channel” there."),
        new(50007, true, Mender.Person, "The person does not take direct messages from the bot: they can allow them in the server's privacy settings, or unblock the bot."),
        new(50008, true, Mender.Server, "Nothing can be written in a channel of this type: choose another one."),
        new(50013, true, Mender.Server, "The bot lacks a permission: give it “View Channel” and “Send Messages” in the channel, in a thread “Send Messages in Threads”."),
        new(50014, true, Mender.Operator, "Discord does not accept the bot's token (Discord:Token): copy it anew from the application's page “Bot”."),
        new(50024, true, Mender.Server, "Nothing can be written in a channel of this type: choose another one."),
        new(50027, true, Mender.Nobody, "The interaction can no longer be answered: its 15 minutes are over."),
        new(50035, true, Mender.Operator, "The request breaks one of Discord's rules: report it together with the log line, since it is a fault of this program."),
        new(50083, true, Mender.Server, "The thread is archived: open it again, or choose another channel."),
        new(50278, true, Mender.Person, "The person shares no server with the bot: they can join one that it is in, or add the bot to their own account."),
        new(130000, false, Mender.Nobody, "Discord is overloaded at the moment: try again a little later."),
        new(160005, true, Mender.Server, "The thread is locked: unlock it, or choose another channel."),
        new(160006, true, Mender.Server, "The server has as many active threads as it may have: archive some."),
        new(200000, true, Mender.Server, "AutoMod blocked the text: exempt the bot's role or the channel from the rule, in the server's settings under “AutoMod”."),
        new(200001, true, Mender.Server, "AutoMod blocked the title: exempt the bot's role or the channel from the rule, in the server's settings under “AutoMod”."),
        new(240000, true, Mender.Nobody, "Discord takes a link in the text for harmful and does not post it."),
    ];

    private static readonly FrozenDictionary<int, DiscordError> ByCode = Table.ToFrozenDictionary(error => error.Code);

    /// <summary>Null for a number that is not in the table.</summary>
    public static DiscordError? Of(int code) => ByCode.GetValueOrDefault(code);
}
