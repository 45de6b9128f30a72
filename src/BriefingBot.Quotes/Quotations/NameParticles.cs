namespace BriefingBot.Quotes.Quotations;

/// <summary>The small words inside of surnames: “Ursula van der Berg”, “Juan de la Cruz”.</summary>
internal static class NameParticles
{
    public static bool Contains(ReadOnlySpan<char> word) => word is "de" or "la" or "le" or "las" or "los" or "van" or "von" or "zu" or "der" or "den" or "ter"
        or "ten" or "bin" or "ibn" or "bint" or "al" or "el" or "del" or "della" or "di" or "da" or "dos" or "das" or "do" or "du" or "des" or "af" or "av" or "ap";
}
