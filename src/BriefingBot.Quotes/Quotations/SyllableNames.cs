namespace BriefingBot.Quotes.Quotations;

/// <summary>Korean and Chinese given names as English news writes them: two syllables with a hyphen, the second one small, “Jae-in”, “Ing-wen”.</summary>
internal static class SyllableNames
{
    private const int LongestSyllable = 6;

    /// <summary>
    /// Whether the word is such a name by its form: two parts of one syllable each, and not both words of English (“Left-wing”). A compound that
    /// has the form by chance (“Bush-lite”) is told by its neighbours only.
    /// </summary>
    public static bool Contains(ReadOnlySpan<char> word)
    {
        var hyphen = word.IndexOfAny('-', '‑');
        return hyphen > 1 && char.IsUpper(word[0]) && hyphen + 2 < word.Length && char.IsLower(word[hyphen + 1])
            && Are(word[..hyphen], word[(hyphen + 1)..]);
    }

    private static bool Are(ReadOnlySpan<char> first, ReadOnlySpan<char> second) => IsSyllable(first) && IsSyllable(second) && !IsPrefix(first)
        && ((WordLists.Of(second) & ~WordTraits.FirstName) == WordTraits.None || (IsAlsoEnglish(second) && (WordLists.Of(first) & ~WordTraits.FirstName) == WordTraits.None));

    /// <summary>Letters with one run of vowels among them.</summary>
    private static bool IsSyllable(ReadOnlySpan<char> part)
    {
        if (part.Length > LongestSyllable)
        {
            return false;
        }

        var (runs, vowel) = (0, false);
        foreach (var c in part)
        {
            if (!char.IsLetter(c))
            {
                return false;
            }

            var isVowel = char.ToLowerInvariant(c) is 'a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'ŏ' or 'ŭ' or 'ü';
            runs += isVowel && !vowel ? 1 : 0;
            vowel = isVowel;
        }

        return runs == 1;
    }

    /// <summary>“Ex-con”, “Pre-fab”.</summary>
    private static bool IsPrefix(ReadOnlySpan<char> part) => part is "Ex" or "Pre" or "Non" or "Re" or "Sub" or "Mid" or "Un" or "Post" or "Half" or "All" or "Wi" or "Hi" or "Lo" or "Co" or "Bi" or "Tri" or "De" or "Pro"
        or "Self" or "Well" or "Great" or "Grand" or "Step";

    /// <summary>Syllables of given names that are words of English too.</summary>
    private static bool IsAlsoEnglish(ReadOnlySpan<char> part) => part is "in" or "un" or "moon" or "sun" or "young" or "an" or "so" or "do" or "on" or "he" or "long" or "ming" or "sung" or "sing" or "fat" or "man" or "chin"
        or "kin" or "pin" or "me" or "won" or "song" or "king" or "yen";
}
