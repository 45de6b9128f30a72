using System.Collections.Frozen;

namespace BriefingBot.Quotes.Sentences;

/// <summary>What a full stop after an abbreviation can mean.</summary>
internal enum AbbreviationKind : byte
{
    None,

    /// <summary>Stands before a name or an explanation and never ends a sentence: “Mr.”, “Gen.”, “vs.”.</summary>
    BeforeName,

    /// <summary>Stands before a number (“No. 5”); before anything else it is an ordinary word.</summary>
    BeforeNumber,

    /// <summary>May end a sentence, and does so where a word follows that begins one: “Inc.”, “Calif.”, “Sept.”, “U.S.”.</summary>
    Anywhere,
}

/// <summary>Words whose full stop does not by itself end a sentence, as English-language news uses them.</summary>
internal static class Abbreviations
{
    private const int LongestWord = 8;

    private static readonly FrozenDictionary<string, AbbreviationKind> Known = Collect(
        (AbbreviationKind.BeforeName, """
            Mr Mrs Ms Mx Dr Drs Prof Profs Gen Gens Col Cols Maj Capt Capts Lt Lts Sgt Sgts Cpl Pvt Pfc Spc Brig Cmdr Cdr Adm RAdm Sen Sens Rep
            Reps Gov Govs Pres Rev Revs Hon Msgr Fr Messrs Mme Mlle Supt Supts Det Dets Insp Atty Attys Amb Asst Assoc Dep Dir Sec Ald Del Dist Coun Couns Cllr Cllrs Cst Lieut Comdr
            vs v viz cf e.g i.e eg ie ca approx incl esp
            """),
        (AbbreviationKind.BeforeNumber, """
            No Nos no nos N° Nº Vol Vols vol vols p pp Pp Art Arts art para Para etc Ch ch Fig Figs fig figs Op op Par par Sect Ed c b d r Tel tel Rm
            """),
        (AbbreviationKind.Anywhere, """
            Inc Corp Co co Cos Ltd LLC Bros Jr Sr Esq al Assn Dept Dept's Univ Mfg Natl Intl Gov't Govt St st Mt Ft Ave Blvd Rd Hwy Pkwy Sq
            Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri
            Ala Ariz Ark Calif Colo Conn Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Vt Va Wash Wis
            Wyo Ont Que Alta
            """));

    private static readonly FrozenDictionary<string, AbbreviationKind>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Known.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether <paramref name="word"/>, without its full stop, is an abbreviation from the list.</summary>
    public static bool Contains(ReadOnlySpan<char> word) => Find(word) != AbbreviationKind.None;

    /// <summary>
    /// The kind of <paramref name="word"/>, given without its last full stop: from the list, an initial (“E”) or letters with stops between
    /// them (“U.S”, “Ph.D”, “a.m”).
    /// </summary>
    public static AbbreviationKind KindOf(ReadOnlySpan<char> word)
    {
        if (Find(word) is var kind and not AbbreviationKind.None)
        {
            return kind;
        }

        return IsInitial(word) || IsDotted(word) ? AbbreviationKind.Anywhere : AbbreviationKind.None;
    }

    private static AbbreviationKind Find(ReadOnlySpan<char> word)
    {
        if (word.Length is 0 or > LongestWord)
        {
            return AbbreviationKind.None;
        }

        if (Lookup.TryGetValue(word, out var kind))
        {
            return kind;
        }

        // In capitals (“SEN. SMITH”) the same words count, as in a name's place; a single capital is an initial.
        if (word.Length < 2 || !char.IsUpper(word[0]) || !char.IsUpper(word[^1]))
        {
            return AbbreviationKind.None;
        }

        Span<char> capitalized = stackalloc char[word.Length];
        word.ToLowerInvariant(capitalized);
        capitalized[0] = word[0];
        return Lookup.TryGetValue(capitalized, out kind) ? kind : AbbreviationKind.None;
    }

    private static bool IsInitial(ReadOnlySpan<char> word) => word.Length == 1 && char.IsUpper(word[0]);

    /// <summary>Pieces of one or two letters with a full stop between them.</summary>
    private static bool IsDotted(ReadOnlySpan<char> word)
    {
        var letters = 0;
        var dots = 0;
        foreach (var c in word)
        {
            if (c == '.')
            {
                if (letters == 0)
                {
                    return false;
                }

                dots++;
                letters = 0;
            }
            else if (!char.IsLetter(c) || ++letters > 2)
            {
                return false;
            }
        }

        return dots > 0 && letters > 0;
    }

    private static FrozenDictionary<string, AbbreviationKind> Collect(params (AbbreviationKind Kind, string Words)[] groups) =>
        groups.SelectMany(group => Words(group.Words).Select(word => KeyValuePair.Create(word, group.Kind)))
            .ToFrozenDictionary(StringComparer.Ordinal);

    private static string[] Words(string list) => list.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
