namespace BriefingBot.Briefings;

/// <summary>
/// What a message of a briefing is known by, wherever it stands: subscription, day and part. It is the message's nonce, and stands in a button's
/// custom id, since a nonce cannot be read back later.
/// </summary>
internal static class BriefingMark
{
    /// <summary>A nonce may have 25 characters.</summary>
    public const int Longest = 24;

    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";

    /// <summary>At most <see cref="Longest"/> characters, none of them a colon.</summary>
    /// <param name="subscription">Its id; 0 for a preview.</param>
    /// <param name="slot">The local day.</param>
    /// <param name="part">From 0.</param>
    public static string Of(long subscription, DateOnly slot, int part) => $"{ToBase36(subscription)}.{ToBase36(slot.DayNumber)}.{ToBase36(part)}";

    private static string ToBase36(long number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        Span<char> written = stackalloc char[13];
        var at = written.Length;
        do
        {
            written[--at] = Digits[(int)(number % 36)];
            number /= 36;
        }
        while (number > 0);
        return new string(written[at..]);
    }
}
