using System.Collections.Frozen;

namespace BriefingBot.Quotes.Sentences;

/// <summary>
/// What the words after a possible sentence end say about it. A capital alone says little after “U.S.” or an initial, since a name
/// may follow; a capitalised word of grammar (“The”, “How”) is no name, and so begins a sentence.
/// </summary>
internal static class OpeningWords
{
    /// <summary>How far an attribution after a quotation is looked for, in characters and in words.</summary>
    private const int AttributionLength = 80;

    private const int AttributionWords = 6;

    private static readonly FrozenSet<string> Grammar = Set("""
        A About According Across After Against All Also Although Always Among An And Another Any Are Around As Asked At Based Because Been
        Before Behind Being Besides Between Beyond Both But By Can Could Currently Despite Did Do Does During Each Earlier Either Even Eventually
        Every Everyone Few Finally First For Former Formerly From Further Furthermore Given Had Has Have He Her Here Hers His How However I If
        Instead In Indeed Inside Is It Its Just Last Later Let Like Many Maybe Meanwhile More Moreover Most Much My Near Nearly Neither Never
        Nevertheless Next Nobody None Nor Not Nothing Now Of Off Often On Once One Only Or Other Others Our Out Over Perhaps Please Rather
        Recently Several She Should Since So Some Someone Sometimes Soon Speaking Still Such Than Thanks That The Their Them Then There
        Therefore These They This Those Though Three Through Throughout Thus To Today Together Two Under Unfortunately Unless Unlike Until
        Upon Using Very Was We Well Were What Whatever When Where Whether Which While Who Whoever Whom Whose Why With Within Without Would
        Yes Yesterday Yet You Your
        """);

    private static readonly FrozenSet<string> SpeechVerbs = Set("""
        said says asked asks added adds told tells wrote writes tweeted replied responded shouted yelled cried exclaimed wondered continued
        quipped joked demanded insisted declared recalled warned screamed chanted queried inquired answered remarked mused
        """);

    private static readonly FrozenSet<string> NameParticles = Set("al bin da de del della den der di du el ibn la le of the ten van von");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> GrammarLookup =
        Grammar.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> VerbLookup =
        SpeechVerbs.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ParticleLookup =
        NameParticles.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether the word at <paramref name="position"/> begins a sentence whatever stands before it. “I” in “I. Smith” does not.</summary>
    public static bool BeginSentence(ReadOnlySpan<char> text, int position)
    {
        var word = WordAt(text, position);
        return GrammarLookup.Contains(word)
            && !(word.Length == 1 && position + 1 < text.Length && text[position + 1] is '.' or '&' or '-');
    }

    /// <summary>
    /// Whether a name with a verb of saying stands at <paramref name="position"/>: “Will you go?” General Smith asked. It belongs to the
    /// sentence of the question before it.
    /// </summary>
    public static bool AreAttribution(ReadOnlySpan<char> text, int position)
    {
        var limit = Math.Min(text.Length, position + AttributionLength);
        for (var words = 0; words < AttributionWords && position < limit; words++)
        {
            var word = WordAt(text[..limit], position);
            if (words > 0 && VerbLookup.Contains(word))
            {
                return true;
            }

            var named = !word.IsEmpty && char.IsUpper(word[0]) && (words > 0 || !GrammarLookup.Contains(word));
            if (!named && (words == 0 || !ParticleLookup.Contains(word)))
            {
                return false;
            }

            position += word.Length;
            position += position < limit && text[position] == '.' ? 1 : 0;
            if (position >= limit || text[position] is not (' ' or '\u00A0'))
            {
                return false;
            }

            position++;
        }

        return false;
    }

    /// <summary>The letters at a position, with hyphens and apostrophes between letters only where a name has them (“al-Assad”).</summary>
    private static ReadOnlySpan<char> WordAt(ReadOnlySpan<char> text, int position)
    {
        var end = position;
        while (end < text.Length && end - position < 30
            && (char.IsLetter(text[end]) || (text[end] == '-' && end > position && end + 1 < text.Length && char.IsLetter(text[end + 1]))))
        {
            end++;
        }

        return text[position..end];
    }

    private static FrozenSet<string> Set(string list) =>
        list.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
