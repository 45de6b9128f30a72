using System.Globalization;
using BriefingBot.Quotes.Articles;

namespace BriefingBot.Quotes.Quotations;

/// <summary>Whom “the 29-year-old”, “the old man” and “the retired dentist” mean, of whom no other words of the article say so.</summary>
internal sealed class Descriptions(ArticleText text, Offices offices, Antecedents antecedents)
{
    /// <summary>From this confidence on whoever is named before a description is taken for the one described: of sixty-seven in annotated news four in five were.</summary>
    private const double SureDescription = 0.62;

    /// <summary>The age that stands behind a name, “, 61,”; 0 where none does.</summary>
    public static int AgeBehind(ArticleText text, int end) => end + 1 < text.Tokens.Length && text.Word(end) is "," && text.Tokens[end + 1] is { Kind: TokenKind.Number, Length: 2 }
        && int.TryParse(text.Word(end + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var age) ? age : 0;

    /// <summary>The one whom the words from <paramref name="first"/> on mean, and how sure that is; null when nobody was named whom they fit.</summary>
    /// <param name="first">“The”.</param>
    /// <param name="head">The noun.</param>
    /// <param name="end">The end of the source.</param>
    /// <param name="said">What is said seldom names who says it.</param>
    /// <param name="lastSpeaker">Who spoke last.</param>
    public (CastMember? Member, double Confidence) Meant(int first, int head, int end, TextSpan said, CastMember? lastSpeaker)
    {
        var gender = offices.GenderOf(head);
        if (offices.IsEpithet(first, head) || offices.IsOldMan(first, head))
        {
            var age = AgeIn(text.Word(head));
            bool Fits(CastMember member, int years) => member.IsPerson && member.Age == years && member.Gender * gender >= 0;
            if (age > 0 && antecedents.LastWhere(first, member => Fits(member, age)) is { } told)
            {
                return (told, 0.8);
            }

            var found = antecedents.Find(first, gender == 0 ? Antecedents.Person : gender, said, lastSpeaker).Member;
            found = age > 0 && found is { Age: not 0 } ? antecedents.LastWhere(first, member => Fits(member, 0) && member.Kind == NameKind.Person) : found;
            return (found, 0.6);
        }

        // “The deacon” beside Ada Deacon is somebody else.
        return offices.IsDescription(first, head, end) && antecedents.Find(first, gender, default, lastSpeaker) is ({ } member, >= SureDescription)
            && !member.Name.EndsWith(text.Word(head).ToString(), StringComparison.OrdinalIgnoreCase) ? (member, 0.5) : (null, 0);
    }

    private static int AgeIn(ReadOnlySpan<char> word) => word.EndsWith("-year-old") && int.TryParse(word[..^"-year-old".Length], NumberStyles.None, CultureInfo.InvariantCulture, out var age) ? age : 0;
}
