namespace BriefingBot.Indexing;

/// <summary>Addresses that a reply may link to.</summary>
internal static class ArticleAddress
{
    /// <summary>The absolute http or https address in <paramref name="text"/>, else null: a reader may follow no other link.</summary>
    public static string? Read(string? text) =>
        text?.Trim() is { Length: > 0 and <= 2000 } trimmed
        && Uri.TryCreate(trimmed, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
            ? address.AbsoluteUri
            : null;
}
