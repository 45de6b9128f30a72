using System.Collections.Frozen;

namespace BriefingBot.Briefings;

/// <summary>A sentence as the set of what it speaks of.</summary>
/// <param name="Stems">Its words without endings and without words of grammar.</param>
/// <param name="Length">All its words, counted.</param>
internal sealed record ContentWords(IReadOnlyCollection<string> Stems, int Length)
{
    /// <summary>Longer words are alike when they begin alike: endings carry little of what a sentence is about.</summary>
    private const int StemLength = 6;

    private static readonly FrozenSet<string> Grammar = (
        "a an and are as at be been but by for from had has have he her his in is it its not of on or said she that the their them they this to "
        + "was we were which who will with would you i about after also can could did do if into more no than then there up what when")
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The words of any text; letters and digits make words, everything else separates them.</summary>
    public static ContentWords Of(string text)
    {
        var stems = new HashSet<string>(StringComparer.Ordinal);
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var start = i;
            while (i < text.Length && char.IsLetterOrDigit(text[i]))
            {
                i++;
            }

            if (i == start)
            {
                continue;
            }

            length++;
            var word = text[start..i].ToLowerInvariant();
            if (!Grammar.Contains(word))
            {
                stems.Add(word.Length > StemLength ? word[..StemLength] : word);
            }
        }

        return new ContentWords(stems, length);
    }
}
