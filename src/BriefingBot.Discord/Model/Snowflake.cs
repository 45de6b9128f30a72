using System.Globalization;
using System.Text.Json.Serialization;

namespace BriefingBot.Discord.Model;

/// <summary>
/// An id of Discord's: 64 bits whose upper 42 are milliseconds since the first second of 2015. On the wire it is a string of digits, since
/// not every JSON reader keeps 64 bits. Discord's document: reference, Snowflakes.
/// </summary>
/// <param name="Value">The id; 0 for none that exists.</param>
[JsonConverter(typeof(SnowflakeConverter))]
public readonly record struct Snowflake(ulong Value) : IComparable<Snowflake>
{
    private const int TimeShift = 22;

    /// <summary>The first moment that an id can tell.</summary>
    public static readonly DateTimeOffset Epoch = new(2015, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly DateTimeOffset LastMoment = Epoch.AddMilliseconds(ulong.MaxValue >> TimeShift);

    /// <summary>When Discord made the thing, to the millisecond.</summary>
    public DateTimeOffset CreatedAt => Epoch.AddMilliseconds(Value >> TimeShift);

    /// <summary>
    /// The smallest id that something made at <paramref name="moment"/> can have: what to page from or to, without knowing a message.
    /// Moments outside what ids can tell (2015 to 2154) become the first or last of them.
    /// </summary>
    public static Snowflake At(DateTimeOffset moment) => moment <= Epoch ? default
        : new((moment >= LastMoment ? ulong.MaxValue >> TimeShift : (ulong)(moment - Epoch).TotalMilliseconds) << TimeShift);

    /// <summary>Reads decimal digits and nothing else: no sign, no white space.</summary>
    public static bool TryParse(ReadOnlySpan<char> digits, out Snowflake snowflake)
    {
        var read = ulong.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value);
        snowflake = new Snowflake(value);
        return read;
    }

    /// <inheritdoc cref="TryParse"/>
    /// <exception cref="FormatException">It is no such number.</exception>
    public static Snowflake Parse(ReadOnlySpan<char> digits) =>
        TryParse(digits, out var snowflake) ? snowflake : throw new FormatException($"“{digits}” is no id: an id is a number of up to 20 digits.");

    /// <summary>By time of creation.</summary>
    public int CompareTo(Snowflake other) => Value.CompareTo(other.Value);

    /// <summary>As on the wire: decimal digits.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);

    public static bool operator <(Snowflake left, Snowflake right) => left.Value < right.Value;

    public static bool operator >(Snowflake left, Snowflake right) => left.Value > right.Value;

    public static bool operator <=(Snowflake left, Snowflake right) => left.Value <= right.Value;

    public static bool operator >=(Snowflake left, Snowflake right) => left.Value >= right.Value;
}
