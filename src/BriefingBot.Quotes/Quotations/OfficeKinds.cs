using System.Collections.Frozen;

namespace BriefingBot.Quotes.Quotations;

/// <summary>Which offices and trades are kinds of another (“the doctor” may be a surgeon), and which a title tells (“Lord”: a peer).</summary>
internal static class OfficeKinds
{
    /// <summary>A wider noun, then the narrower ones, all as <see cref="Roles.Fold"/> has them.</summary>
    private static readonly FrozenDictionary<string, string[]> Narrower = new[]
    {
        "doctor: physician surgeon registrar cardiologist anaesthetist anesthesiologist oncologist psychiatrist paediatrician pediatrician epidemiologist virologist gp",
        "physician: doctor surgeon cardiologist oncologist",
        "clinician: doctor physician surgeon registrar nurse",
        "lawyer: attorney barrister solicitor counsel",
        "attorney: lawyer barrister solicitor counsel",
        "barrister: lawyer counsel",
        "solicitor: lawyer",
        "lawmaker: senator representative deputy assemblyman assemblywoman councillor legislator mp",
        "legislator: senator representative lawmaker mp",
        "politician: senator representative governor mayor minister councillor mp",
        "councilman: councillor councilwoman",
        "academic: professor lecturer historian scholar economist sociologist",
        "scholar: professor historian",
        "scientist: professor biologist chemist physicist ecologist geologist epidemiologist virologist astronomer hydrologist researcher",
        "detective: inspector",
        "inspector: detective",
        "officer: detective inspector sergeant constable colonel major",
        "policeman: detective inspector sergeant constable",
        "journalist: reporter correspondent columnist",
        "reporter: correspondent journalist",
        "executive: ceo chairman director",
        "cleric: bishop priest vicar pastor reverend imam rabbi",
        "clergyman: bishop priest vicar pastor reverend",
        "priest: reverend vicar",
        "vicar: reverend",
        "justice: judge",
        "jurist: judge justice",
        "businessman: founder owner ceo investor developer",
        "entrepreneur: founder",
        "diplomat: ambassador envoy",
        "soldier: sergeant colonel general major lieutenant",
    }.Select(line => line.Split(": ")).ToFrozenDictionary(kind => kind[0], kind => kind[1].Split(' '), StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string[]>.AlternateLookup<ReadOnlySpan<char>> Titled = new[]
    {
        "Dr: doctor", "Dr.: doctor", "Prof: professor", "Prof.: professor", "Lord: peer", "Lady: peer", "Baroness: peer", "Baron: peer", "Viscount: peer", "Det: detective", "Detective: detective",
        "Insp: inspector", "DI: detective inspector", "DCI: detective inspector", "DS: detective", "PC: constable", "Sgt: sergeant", "Rev: reverend", "Rev.: reverend",
        "Fr: priest", "Father: priest", "Sister: sister nurse", "Nurse: nurse", "Cllr: councillor", "Judge: judge", "Justice: judge", "KC: barrister", "QC: barrister", "MP: mp", "MEP: mp", "MD: doctor", "M.D.: doctor", "SC: barrister",
    }.Select(line => line.Split(": ")).ToFrozenDictionary(title => title[0], title => title[1].Split(' '), StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The offices that are kinds of this one; none for most.</summary>
    public static IReadOnlyList<string> Of(string office) => Narrower.GetValueOrDefault(office, []);

    /// <summary>The offices that a title before a name, or letters behind it, tell; none for most.</summary>
    public static IReadOnlyList<string> OfTitle(ReadOnlySpan<char> title) => Titled.TryGetValue(title, out var offices) ? offices : [];
}
