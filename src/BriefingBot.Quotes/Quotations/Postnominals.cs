namespace BriefingBot.Quotes.Quotations;

/// <summary>The letters behind a name: “Ada Moreau KC”, “Ada Moreau, OBE,”. They are no part of it, and nobody by themselves.</summary>
internal static class Postnominals
{
    public static bool Contains(ReadOnlySpan<char> word) => word is "KC" or "QC" or "SC" or "KCB" or "CB" or "KCMG" or "GCMG" or "CMG" or "KBE" or "DBE" or "CBE" or "OBE"
        or "MBE" or "BEM" or "CVO" or "JP" or "DL" or "FRS" or "FRCS" or "FBA" or "MD" or "M.D." or "PhD" or "Ph.D." or "DPhil" or "MBA" or "M.B.A." or "JD" or "J.D."
        or "RN" or "R.N." or "CPA" or "C.P.A." or "DDS" or "D.D.S." or "Esq" or "Esq." || IsSeat(word);

    /// <summary>Those that stand alone or before a name as well (“the MP”, “Labour MP Ada Moreau”) and are no company's short name, as “TD” and “SC” may be.</summary>
    public static bool IsNobody(ReadOnlySpan<char> word) => word is "KC" or "QC" or "MP" or "MEP" or "MSP" or "OBE" or "CBE" or "MBE" or "PhD";

    private static bool IsSeat(ReadOnlySpan<char> word) => word is "MP" or "MEP" or "MSP" or "MLA" or "TD" or "AM" or "MS";
}
