using System.Net;

namespace BriefingBot.Discord.Rest;

/// <summary>Discord refused a request, or could not be asked. The message names verb and route, never a token.</summary>
public sealed class DiscordApiException : Exception
{
    public DiscordApiException(string message, HttpStatusCode? status = null, int code = 0, Exception? inner = null)
        : base(message, inner) => (Status, Code) = (status, code);

    /// <summary>Null when no answer came.</summary>
    public HttpStatusCode? Status { get; }

    /// <summary>Discord's own number (topics/opcodes-and-status-codes, JSON Error Codes); 0 when it gave none.</summary>
    public int Code { get; }
}
