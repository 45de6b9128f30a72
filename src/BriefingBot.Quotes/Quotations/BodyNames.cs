namespace BriefingBot.Quotes.Quotations;

/// <summary>The last words of bodies' names that no surname has.</summary>
internal static class BodyNames
{
    /// <summary>“Orrin Capital”, “Madison Holdings”: begins as a person's name does, but nobody's surname is a form of business.</summary>
    public static bool IsBusiness(ReadOnlySpan<char> word) => word is "Capital" or "Holdings" or "Industries" or "Partners" or "Corporation" or "Corp" or "Corp."
        or "Inc" or "Inc." or "Ltd" or "Ltd." or "plc" or "Airlines" or "Airways" or "Systems" or "Technologies" or "Products" or "Group" or "AG" or "Co" or "Co."
        or "Company" or "Bank" or "Motors" or "Foods" or "Energy" or "Pharmaceuticals" or "SA" or "S.A." or "SE" or "GmbH" or "NV" or "SpA" or "LLC" or "LLP"
        or "Brothers" or "Sons" or "Frères" or "Fils" or "Söhne" or "Hermanos" or "Fratelli" or "Stores" or "Breweries" or "Brewery" or "Mills" or "Steel" or "Chemicals" or "Logistics" or "Electronics" or "Appliances"
        or "Securities" or "Laboratories" or "Laboratory" or "Labs" or "Services" or "Records" or "Dairies" or "Quarries" or "Hotels" or "Solutions" or "Biotech" or "Pharma" or "Communications" or "Enterprises"
        or "Properties" or "Homes" or "Minerals" or "Resources" or "Aggregates" or "Publishing" or "Entertainment" or "Pictures" or "Broadcasting";

    /// <summary>What a body is said to be behind its name: “the maker of …”.</summary>
    public static bool IsKind(ReadOnlySpan<char> word) => word is "maker" or "manufacturer" or "company" or "firm" or "group" or "giant" or "chain" or "developer" or "supplier" or "operator" or "retailer" or "brand"
        or "start-up" or "startup" or "publisher" or "label" or "bank" or "charity" or "insurer" or "airline" or "contractor" or "producer" or "builder" or "provider" or "agency" or "network" or "platform";

    /// <summary>Whether a name with this last word is a body's, though it begins as a person's does.</summary>
    public static bool EndWith(ReadOnlySpan<char> word) => IsBusiness(word) || word is "Foundation" or "Association" or "University" or "Institute"
        or "Athletic" or "Athletics" or "United" or "Rovers" or "Wanderers" or "Mutual" or "Networks" or "Medical" or "Software" or "Studios" or "Robotics" or "Analytics" or "Ventures" or "Insurance" or "Assurance"
        or "Architects" or "Associates" or "Consulting" or "Advisers" or "Engineering" or "Hydropower" or "Railways" or "Shipping" or "Maritime" or "Bulk" or "Salvage" or "Marine" or "Freight" or "Therapeutics" or "Dynamics" or "Orchestra" or "Philharmonic" or "Ballet"
        || EndsAsBody(word);

    /// <summary>“Finch Actuarial”, “Tern Waterworks”: no surname ends so.</summary>
    private static bool EndsAsBody(ReadOnlySpan<char> word) => word.Length > 6 && (word.EndsWith("works") || word.EndsWith("tronics") || word.EndsWith("amics") || word.EndsWith("uarial") || word.EndsWith("ustrial") || word.EndsWith("software"));
}
