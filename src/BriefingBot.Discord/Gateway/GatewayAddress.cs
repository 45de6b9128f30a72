using System.Globalization;

namespace BriefingBot.Discord.Gateway;

/// <summary>The address that a connection is opened at: the same parameters for the first connection and for resuming.</summary>
internal static class GatewayAddress
{
    /// <summary>
    /// <paramref name="url"/> with <c>v</c>, <c>encoding</c> and where wanted <c>compress</c>; its own parameters of these names are replaced,
    /// others are kept. Null for what is no address of a WebSocket.
    /// </summary>
    public static Uri? Of(string? url, GatewayOptions options)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("wss" or "ws"))
        {
            return null;
        }

        var others = address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Where(part => !IsOurs(part));
        var version = options.Version.ToString(CultureInfo.InvariantCulture);
        string[] ours = options.Compress ? [$"v={version}", "encoding=json", "compress=zlib-stream"] : [$"v={version}", "encoding=json"];
        return new UriBuilder(address) { Query = string.Join('&', ours.Concat(others)) }.Uri;
    }

    /// <summary>As <see cref="Of"/>; null also for one in the clear when the first connection was not: the token would follow it.</summary>
    public static Uri? ToResume(string? url, Uri? first, GatewayOptions options) =>
        Of(url, options) is { } address && (address.Scheme == "wss" || first is null or { Scheme: "ws" }) ? address : null;

    private static bool IsOurs(string parameter) => parameter.Split('=')[0] is "v" or "encoding" or "compress";
}
