using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;

namespace BriefingBot.Configuration;

/// <summary>The configuration section <c>Http</c>: where a running bot tells how it is.</summary>
/// <param name="Url">As it was written.</param>
/// <param name="Listen">Where to listen; port 0 for any that is free.</param>
internal sealed record HttpOptions(string Url, IPEndPoint Listen)
{
    public const string DefaultUrl = "http://127.0.0.1:8080";

    private const string AnyAddress = "an-address-of-this-machine";

    /// <summary>
    /// Where this machine finds it: one that listens on all addresses (<c>0.0.0.0</c>, <c>[::]</c>, <c>+</c>, <c>*</c>) is asked at the
    /// loopback address.
    /// </summary>
    public Uri Ask
    {
        get
        {
            // Which listens to both families where there are both: the older one is there everywhere.
            var address = Listen.Address.Equals(IPAddress.Any) || Listen.Address.Equals(IPAddress.IPv6Any) ? IPAddress.Loopback : Listen.Address;
            return new UriBuilder("http", address.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{address}]" : address.ToString(), Listen.Port).Uri;
        }
    }

    /// <summary>Reads <c>http://ADDRESS:PORT</c>, where the address is an IP address, <c>localhost</c>, <c>+</c> or <c>*</c>.</summary>
    public static bool TryParse(string url, [NotNullWhen(true)] out HttpOptions? options)
    {
        options = null;
        var everywhere = url.Replace("://+", $"://{AnyAddress}", StringComparison.Ordinal).Replace("://*", $"://{AnyAddress}", StringComparison.Ordinal);
        if (!Uri.TryCreate(everywhere, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttp || uri.PathAndQuery != "/" || uri.UserInfo.Length > 0)
        {
            return false;
        }

        var address = uri.Host switch
        {
            AnyAddress => Socket.OSSupportsIPv6 ? IPAddress.IPv6Any : IPAddress.Any,
            "localhost" => IPAddress.Loopback,
            var host => IPAddress.TryParse(host, out var own) ? own : null,
        };
        options = address is null ? null : new HttpOptions(url, new IPEndPoint(address, uri.Port));
        return options is not null;
    }
}
