namespace BriefingBot.Quotes.Quotations;

/// <summary>The small words inside of surnames: “Ursula van der Berg”, “Juan de la Cruz”.</summary>
internal static class NameParticles
{
    public static bool Contains(ReadOnlySpan<char> word) => word is "de" or "la" or "le" or "las" or "los" or "van" or "von" or "zu" or "der" or "den" or "ter"
        or "ten" or "bin" or "ibn" or "bint" or "al" or "el" or "del" or "della" or "di" or "da" or "dos" or "du" or "af" or "av" or "ap";

    /// <summary>Whether a surname can begin with the word, whatever its case: “Ní Chonaill”, “Van der Berg”, “St. Clair”.</summary>
    public static bool OpensSurname(ReadOnlySpan<char> word) => word is "Ní" or "Nic" or "Ó" or "Uí" or "Mac" or "Abu" or "Ben" or "Bar" or "St" or "St." or "San" or "Santa"
        or "De" or "La" or "Le" or "Las" or "Los" or "Van" or "Von" or "Zu" or "Der" or "Den" or "Ter" or "Ten" or "Bin" or "Ibn" or "Al" or "El" or "Del"
        or "Della" or "Di" or "Da" or "Dos" or "Du" || Contains(word);
}
