using System.Buffers;

namespace BriefingBot.Quotes.Quotations;

/// <summary>People's names in capitals, as transcripts have them, brought to the form that prose has.</summary>
internal static class NameCase
{
    private static readonly SearchValues<char> Vowels = SearchValues.Create("AEIOUY");

    /// <summary>“ADA O'NEILL-MCKAY” gives “Ada O'Neill-McKay”, “JAN VAN DER BERG” “Jan van der Berg”.</summary>
    public static string Of(string capitals)
    {
        var words = capitals.Split(' ');
        for (var i = 0; i < words.Length; i++)
        {
            var small = words[i].ToLowerInvariant();
            if (words[i] is "II" or "III" or "IV" || (i == 0 && words.Length > 1 && words[i].Length == 2 && !words[i].AsSpan().ContainsAny(Vowels)))
            {
                // “JOHN ALDER III”, “JD MOREAU”.
                continue;
            }

            words[i] = i > 0 && NameParticles.Contains(small) ? small : string.Create(small.Length, small, static (written, word) =>
            {
                var part = 0;
                for (var at = 0; at < word.Length; at++)
                {
                    part = at > 0 && word[at - 1] is '-' or '\'' or '’' or '.' ? at : part;
                    var isMc = at == part + 2 && word[part] == 'm' && word[part + 1] == 'c';
                    written[at] = at == part || isMc ? char.ToUpperInvariant(word[at]) : word[at];
                }
            });
        }

        return string.Join(' ', words);
    }
}
