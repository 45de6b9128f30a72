namespace BriefingBot.Quotes.Articles;

/// <summary>
/// A stretch of an article's text: the only way text is referred to. Counted in UTF-16 code units, as C# counts,
/// from the first character of <see cref="Article.Text"/>.
/// </summary>
/// <param name="Start">The first code unit, from 0.</param>
/// <param name="Length">The number of code units, 0 or more.</param>
public readonly record struct TextSpan(int Start, int Length) : IComparable<TextSpan>
{
    /// <summary>The first code unit after the span.</summary>
    public int End => Start + Length;

    /// <summary>The span from <paramref name="start"/> up to, not including, <paramref name="end"/>.</summary>
    public static TextSpan Between(int start, int end) => new(start, end - start);

    /// <summary>The smallest span that holds both.</summary>
    public static TextSpan Cover(TextSpan a, TextSpan b) => Between(Math.Min(a.Start, b.Start), Math.Max(a.End, b.End));

    /// <summary>The words that the span points at.</summary>
    public string Of(string text) => text.Substring(Start, Length);

    /// <inheritdoc cref="Of(string)"/>
    public ReadOnlySpan<char> In(string text) => text.AsSpan(Start, Length);

    public bool Contains(int position) => position >= Start && position < End;

    public bool Contains(TextSpan other) => other.Start >= Start && other.End <= End;

    public bool Overlaps(TextSpan other) => Start < other.End && other.Start < End;

    /// <summary>Text order: by start, then by length.</summary>
    public int CompareTo(TextSpan other) => Start != other.Start ? Start.CompareTo(other.Start) : Length.CompareTo(other.Length);

    public static bool operator <(TextSpan left, TextSpan right) => left.CompareTo(right) < 0;

    public static bool operator >(TextSpan left, TextSpan right) => left.CompareTo(right) > 0;

    public static bool operator <=(TextSpan left, TextSpan right) => left.CompareTo(right) <= 0;

    public static bool operator >=(TextSpan left, TextSpan right) => left.CompareTo(right) >= 0;
}
