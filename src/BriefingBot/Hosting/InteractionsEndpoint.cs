using System.Buffers;
using System.Globalization;
using System.Text.Json;
using BriefingBot.Discord.Interactions;
using BriefingBot.Discord.Model;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Hosting;

/// <summary>
/// Interactions as signed web requests. It keeps nothing between two of them, so any number of processes may stand behind a load balancer.
/// Discord's document: interactions/overview, Setting Up an Endpoint; interactions/receiving-and-responding.
/// </summary>
internal sealed partial class InteractionsEndpoint(
    InteractionSignature signature, InteractionDispatch dispatch, TimeProvider time, ILogger<InteractionsEndpoint> log)
{
    /// <summary>The largest body that is read. The largest interactions hold a message with its embeds: some tens of kilobytes.</summary>
    public const int MostBytes = 1024 * 1024;

    /// <summary>
    /// How far the signed time of sending may lie from this machine's: what was overheard cannot be sent again later. Wide, since clocks differ;
    /// within it a repeated request gets the same answer and does nothing else.
    /// </summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    /// <summary>Answers with the first response as the body; when it is a deferral, the answer itself follows by the API.</summary>
    public async Task AnswerAsync(HttpContext context)
    {
        if (!HttpMethods.IsPost(context.Request.Method))
        {
            context.Response.Headers.Allow = "POST";
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return;
        }

        // An unsigned request is refused before anything of it is read.
        string? signed = context.Request.Headers[InteractionSignature.SignatureHeader];
        string? sent = context.Request.Headers[InteractionSignature.TimestampHeader];
        if (string.IsNullOrEmpty(signed) || SecondsOff(sent) is not { } off)
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        if (await BodyAsync(context) is not { } body)
        {
            context.Response.Headers.Connection = "close";
            return;
        }

        if (!signature.IsGenuine(signed, sent, body.Span))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }
        else if (off > Window.TotalSeconds)
        {
            // Told of genuine ones only: strangers could fill the log.
            LogNotRecent((long)off);
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }
        else if (!IsJson(context.Request.ContentType))
        {
            context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
        }
        else if (InteractionReader.Read(body.Span) is not { } interaction)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
        }
        else if (interaction.Type == InteractionType.Ping)
        {
            await TellAsync(context, InteractionResponse.Pong, context.RequestAborted);
        }
        else
        {
            var outcome = await dispatch.HandleAsync(
                interaction, (response, abandoned) => TellAsync(context, response, abandoned), InteractionDispatch.UntilNoted);
            if (!context.Response.HasStarted)
            {
                // Discord's own answer to a request that gets none here: accepted, and nothing to say.
                context.Response.StatusCode = outcome == Outcome.Silence ? StatusCodes.Status202Accepted : StatusCodes.Status503ServiceUnavailable;
            }
        }
    }

    /// <summary>How far the time of sending is from this machine's; null when none is told.</summary>
    private double? SecondsOff(string? sent) => long.TryParse(sent, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        ? Math.Abs(seconds - (time.GetUtcNow().ToUnixTimeMilliseconds() / 1000.0)) : null;

    /// <summary>Null when there is none to be had; the response's status then says why.</summary>
    private static async Task<ReadOnlyMemory<byte>?> BodyAsync(HttpContext context)
    {
        if (context.Request.ContentLength > MostBytes)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return null;
        }

        try
        {
            using var body = new MemoryStream((int)(context.Request.ContentLength ?? 0));
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            return body.GetBuffer().AsMemory(0, (int)body.Length);
        }
        catch (BadHttpRequestException bad)
        {
            // Sent in pieces without saying how much it would be, too slowly, or broken off.
            context.Response.StatusCode = bad.StatusCode;
            return null;
        }
    }

    private static bool IsJson(string? type) =>
        type is not null && type.AsSpan(0, type.IndexOf(';') is >= 0 and var end ? end : type.Length).Trim().Equals("application/json", StringComparison.OrdinalIgnoreCase);

    private static async Task TellAsync(HttpContext context, InteractionResponse response, CancellationToken abandoned)
    {
        var body = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(body, new JsonWriterOptions { Encoder = WireJson.Wire.Options.Encoder }))
        {
            JsonSerializer.Serialize(json, response, WireJson.Wire.InteractionResponse);
        }

        context.Response.StatusCode = StatusCodes.Status200OK;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = body.WrittenCount;
        await context.Response.Body.WriteAsync(body.WrittenMemory, abandoned);
        await context.Response.CompleteAsync();
    }

    [LoggerMessage(LogLevel.Warning, "An interaction was refused: its time of sending is {Seconds} s from this machine's. Is the clock right?")]
    private partial void LogNotRecent(long seconds);
}
