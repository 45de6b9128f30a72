namespace BriefingBot.Search.Words;

/// <summary>Characters that nobody sees and nobody types: they take no part in matching.</summary>
internal static class HiddenCharacters
{
    /// <summary>Zero-width characters, marks of writing direction, soft hyphens and variation selectors.</summary>
    public static bool Contains(char c) => c switch
    {
        '\u00AD' or '\u034F' or '\u061C' or '\u180E' or '\uFEFF' => true,
        >= '\u200B' and <= '\u200F' => true,
        >= '\u202A' and <= '\u202E' => true,
        >= '\u2060' and <= '\u206F' => true,
        >= '\uFE00' and <= '\uFE0F' => true,
        _ => false,
    };
}
