using System.Net;

namespace BriefingBot.Feeds;

/// <summary>What a site answered.</summary>
/// <param name="Address">Of whoever answered, redirects followed.</param>
/// <param name="Status">Any but a redirect.</param>
/// <param name="Body">Unpacked; empty unless the status tells success.</param>
internal sealed record WebAnswer(Uri Address, HttpStatusCode Status, byte[] Body)
{
    /// <summary>Such as <c>text/html</c>, in lower case.</summary>
    public string? MediaType { get; init; }

    /// <summary>As the answer names it.</summary>
    public string? Charset { get; init; }

    public string? ETag { get; init; }

    public string? LastModified { get; init; }

    /// <summary>For how long the site asks to be left alone.</summary>
    public TimeSpan? RetryAfter { get; init; }

    public bool IsSuccess => (int)Status is >= 200 and < 300;
}

/// <summary>A request had no answer that can be used.</summary>
/// <param name="reason">What went wrong, as in “it took longer than 30 seconds”; never words of the answer.</param>
/// <param name="isFinal">Whether asking again would change nothing.</param>
internal sealed class UnfetchedException(string reason, bool isFinal) : Exception(reason)
{
    public bool IsFinal { get; } = isFinal;
}
