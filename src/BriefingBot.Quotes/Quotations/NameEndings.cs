namespace BriefingBot.Quotes.Quotations;

/// <summary>
/// What the ending of a given name that no list holds tells of its bearer: of the listed names that end so at least nine in ten are of that
/// gender. A guess, which excludes nobody.
/// </summary>
internal static class NameEndings
{
    /// <summary>1 for a man, -1 for a woman, 0 where the ending tells nothing.</summary>
    public static int GenderOf(ReadOnlySpan<char> givenName) => givenName switch
    {
        { Length: < 3 } => 0,
        [.., 'a' or 'ė'] or [.., 't', 't', 'e'] or [.., 'i', 'n', 'e'] or [.., 'h', 'e', 'e'] or [.., 'i', 'l', 'd'] or [.., 'e', 'e', 'n'] => -1,
        [.., 'o' or 'k' or 'v' or 'f' or 'j' or 'c' or 'w'] => givenName is [.., 'k', 'o'] ? 0 : 1,
        [.., 'a' or 'o' or 'u', 's'] or [.., 'i', 'r' or 'm'] or [.., 'r', 'd' or 't'] or [.., 'n', 'd' or 't'] or [.., 'e', 's', 'h'] or [.., 's', 'z'] or [.., 'l', 'd'] => 1,
        _ => 0,
    };
}
