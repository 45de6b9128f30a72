using System.Globalization;

namespace BriefingBot.Tests.Fakes;

/// <summary>What Discord sends over the Gateway, in the order of members that it uses.</summary>
internal static class GatewayPayloads
{
    public const string Acknowledged = """{"t":null,"s":null,"op":11,"d":null}""";

    public const string Reconnect = """{"t":null,"s":null,"op":7,"d":null}""";

    public const string BeatRequest = """{"t":null,"s":null,"op":1,"d":null}""";

    public static string Hello(int interval = 41_250) =>
        $$$"""{"t":null,"s":null,"op":10,"d":{"heartbeat_interval":{{{interval}}},"_trace":["gateway"]}}""";

    public static string InvalidSession(bool resumable) => $$"""{"t":null,"s":null,"op":9,"d":{{(resumable ? "true" : "false")}}}""";

    public static string Ready(string session, string resumeUrl, long sequence = 1) => Dispatch("READY", sequence, $$"""
        {"v":10,"user":{"id":"1","username":"briefing","bot":true},"guilds":[{"id":"7","unavailable":true}],"session_id":"{{session}}",
        "resume_gateway_url":"{{resumeUrl}}","application":{"id":"4711","flags":0},"shard":[0,1]}
        """);

    public static string Resumed(long sequence) => Dispatch("RESUMED", sequence, """{"_trace":["gateway"]}""");

    /// <param name="id">Also its number in the token.</param>
    /// <param name="sequence">Of the event.</param>
    public static string Interaction(long id, long sequence) => Dispatch("INTERACTION_CREATE", sequence, $$"""
        {"version":1,"type":2,"token":"token-{{id}}","member":{"user":{"id":"9","username":"reader","global_name":null},"permissions":"0"},
        "locale":"en-GB","id":"{{id}}","guild_locale":"en-US","guild_id":"7","entitlements":[],
        "data":{"type":1,"options":[{"value":"cornerstone","type":3,"name":"words"}],"name":"who-said","id":"3"},
        "channel_id":"8","channel":{"id":"8","type":0},"application_id":"4711","app_permissions":"2048"}
        """);

    public static string Dispatch(string name, long sequence, string data) =>
        string.Create(CultureInfo.InvariantCulture, $$"""{"t":"{{name}}","s":{{sequence}},"op":0,"d":{{data}}}""");
}
