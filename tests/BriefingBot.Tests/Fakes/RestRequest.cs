using System.Globalization;
using System.Text;

namespace BriefingBot.Tests.Fakes;

/// <summary>A request as it came over the socket.</summary>
/// <param name="Method">Such as <c>POST</c>.</param>
/// <param name="Path">Below the API's version, without the query: <c>/channels/1/messages</c>.</param>
/// <param name="Query">With its question mark; empty for none.</param>
/// <param name="Headers">By name, whatever its case.</param>
/// <param name="Body">Empty for none.</param>
internal sealed record RestRequest(string Method, string Path, string Query, IReadOnlyDictionary<string, string> Headers, string Body)
{
    /// <summary>Header or null.</summary>
    public string? this[string header] => Headers.GetValueOrDefault(header);

    public override string ToString() => $"{Method} {Path}{Query}";
}

/// <summary>What the fake answers, or does instead.</summary>
/// <param name="Status">Of the answer; 0 for none at all: the connection is cut.</param>
/// <param name="Body">Of the answer.</param>
internal sealed record RestAnswer(int Status, string Body = "")
{
    /// <summary>Cuts the connection when the request has been read, without an answer.</summary>
    public static readonly RestAnswer Cut = new(0);

    public static readonly RestAnswer NoContent = new(204);

    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    public string ContentType { get; init; } = "application/json";

    /// <summary>How much of the body is sent before the connection is cut; null for all of it.</summary>
    public int? CutAfter { get; init; }

    public static RestAnswer Json(string body) => new(200, body);

    /// <summary>An error as Discord words it.</summary>
    public static RestAnswer Error(int status, int code, string message) => new(status, $$"""{"message":"{{message}}","code":{{code}}}""");

    /// <summary>A page of whatever stands before Discord.</summary>
    public static RestAnswer Page(int status, string retryAfter = "") => new(status, "<html><body>Sorry</body></html>")
    {
        ContentType = "text/html",
        Headers = retryAfter.Length == 0 ? [] : [("Retry-After", retryAfter)],
    };

    /// <summary>This answer with what a bucket of Discord's adds.</summary>
    public RestAnswer In(string bucket, int limit, int remaining, double resetAfter) => this with
    {
        Headers =
        [
            .. Headers, ("X-RateLimit-Bucket", bucket), ("X-RateLimit-Limit", $"{limit}"), ("X-RateLimit-Remaining", $"{remaining}"),
            ("X-RateLimit-Reset-After", resetAfter.ToString("F3", CultureInfo.InvariantCulture)),
        ],
    };

    /// <summary>429 as Discord words it: the header in whole seconds, the body exact.</summary>
    public static RestAnswer Limited(double retryAfter, string scope = "user") => new(
        429,
        string.Create(CultureInfo.InvariantCulture, $$"""{"message":"You are being rate limited.","retry_after":{{retryAfter}},"global":{{(scope == "global" ? "true" : "false")}}}"""))
    {
        Headers =
        [
            ("Retry-After", Math.Ceiling(retryAfter).ToString(CultureInfo.InvariantCulture)), ("X-RateLimit-Scope", scope),
            .. scope == "global" ? [("X-RateLimit-Global", "true")] : Array.Empty<(string, string)>(),
        ],
    };

    /// <summary>Head and body as they go over the socket; the stated length is that of the whole body.</summary>
    public (byte[] Bytes, bool IsWhole) Wire()
    {
        var body = Encoding.UTF8.GetBytes(Body);
        var head = new StringBuilder($"HTTP/1.1 {Status} Said\r\n");
        foreach (var (name, value) in Headers)
        {
            head.Append($"{name}: {value}\r\n");
        }

        if (Status != 204)
        {
            head.Append($"Content-Type: {ContentType}\r\nContent-Length: {body.Length}\r\n");
        }

        return ([.. Encoding.UTF8.GetBytes($"{head}\r\n"), .. body.Take(CutAfter ?? body.Length)], CutAfter is null);
    }
}
