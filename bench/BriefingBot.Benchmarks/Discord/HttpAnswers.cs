using System.Text;

namespace BriefingBot.Benchmarks.Discord;

/// <summary>Answers as Discord gives them, made before they are needed.</summary>
internal sealed class HttpAnswers(int port)
{
    /// <summary>The same application, user and command everywhere.</summary>
    public const string ApplicationId = "1100000000000000001";

    public const string CommandId = "1100000000000000002";

    private const string UserObject =
        $$$"""{"id":"{{{ApplicationId}}}","username":"Briefing","discriminator":"0001","global_name":null,"avatar":null,"bot":true,"public_flags":0,"flags":0,"mfa_enabled":false,"verified":true,"email":null}""";

    private const string MessageObject =
        $$$"""{"id":"1100000000000000009","channel_id":"1100000000000000004","type":20,"content":"","author":{{{UserObject}}},"embeds":[],"attachments":[],"components":[],"mentions":[],"mention_roles":[],"mention_everyone":false,"pinned":false,"tts":false,"timestamp":"2026-01-01T00:00:00.000000+00:00","edited_timestamp":null,"flags":0}""";

    private byte[] _noContent = [];
    private long _noContentUntil;

    public byte[] GatewayBot { get; } = Of(
        "200 OK",
        $$$"""{"url":"ws://127.0.0.1:{{{port}}}","shards":1,"session_start_limit":{"total":1000,"remaining":1000,"reset_after":86400000,"max_concurrency":1}}""");

    public static byte[] Application { get; } = Of(
        "200 OK",
        $$$"""{"id":"{{{ApplicationId}}}","name":"Briefing","icon":null,"description":"","summary":"","type":null,"bot":{{{UserObject}}},"bot_public":true,"bot_require_code_grant":false,"verify_key":"{{{new string('0', 64)}}}","flags":0}""");

    public static byte[] User { get; } = Of("200 OK", UserObject);

    public static byte[] Message { get; } = Of("200 OK", MessageObject);

    public static byte[] CallbackResponse { get; } = Of(
        "200 OK",
        $$$"""{"interaction":{"id":"1","type":2,"response_message_id":"1100000000000000009","response_message_loading":false,"response_message_ephemeral":false},"resource":{"type":4,"message":{{{MessageObject}}}}}""");

    public static byte[] AlreadyAcknowledged { get; } =
        Of("400 Bad Request", """{"message":"Interaction has already been acknowledged.","code":40060}""");

    /// <summary>To a callback; the moment that its bucket starts over is at most a second old.</summary>
    public byte[] NoContent
    {
        get
        {
            if (Environment.TickCount64 >= _noContentUntil)
            {
                _noContent = Of("204 No Content", "");
                _noContentUntil = Environment.TickCount64 + 1000;
            }

            return _noContent;
        }
    }

    /// <summary>With headers as Discord sends them: a bucket with enough left that nobody need wait.</summary>
    public static byte[] Of(string status, string body)
    {
        var now = TimeProvider.System.GetUtcNow();
        var content = status.StartsWith("204", StringComparison.Ordinal)
            ? ""
            : $"Content-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n";
        return Encoding.UTF8.GetBytes(
            $"HTTP/1.1 {status}\r\nDate: {now:R}\r\n{content}Connection: keep-alive\r\nX-RateLimit-Bucket: 80c17d2f203122d936070c88c8d10f33\r\n"
            + $"X-RateLimit-Limit: 50\r\nX-RateLimit-Remaining: 49\r\nX-RateLimit-Reset: {now.ToUnixTimeSeconds() + 2}.000\r\n"
            + $"X-RateLimit-Reset-After: 1.000\r\nVia: 1.1 google\r\n\r\n{body}");
    }
}
