using BriefingBot.Quotes.Quotations;

namespace BriefingBot.Training;

/// <summary>Whether what was found is what people marked.</summary>
internal static class Agreement
{
    private static readonly HashSet<string> Titles = new(StringComparer.OrdinalIgnoreCase)
    {
        "mr", "mrs", "ms", "dr", "sen", "gov", "rep", "president", "secretary", "senator", "governor", "former", "the", "vice", "mayor", "judge", "rev",
    };

    private static readonly HashSet<string> Suffixes = new(StringComparer.OrdinalIgnoreCase) { "jr", "sr", "ii", "iii", "iv" };

    /// <summary>The words that both hold over the words that either holds, 0 to 1; a “that” at the head does not count.</summary>
    private static double Overlap(Reading text, List<TokenRun> a, List<TokenRun> b)
    {
        var (own, marked) = (Words(text, a), Words(text, b));
        var common = own.Count(marked.Contains);
        return common == 0 ? 0 : common / (double)(own.Count + marked.Count - common);
    }

    /// <summary>The same for what was found and what people marked.</summary>
    public static double Overlap(Reading text, Attribution found, Gold gold) =>
        gold.Contents[^1].End > found.First && gold.Contents[0].First < found.End ? Overlap(text, found.Contents, gold.Contents) : 0;

    /// <summary>Whether half of the words agree and the speaker is the one: by name where people gave one, else by the words of the source.</summary>
    public static bool IsRight(Document d, Attribution found, ResolvedSource? source) =>
        d.Golds.Exists(gold => Overlap(d.Text, found, gold) >= 0.5 && IsSpeaker(d.Text, gold, found.Mention, source?.Name));

    /// <summary>The attribution that people marked of the words found, where half of the words agree; null when they marked none.</summary>
    public static Gold? GoldOf(Document d, Attribution found)
    {
        var (best, most) = ((Gold?)null, 0.5);
        foreach (var gold in d.Golds)
        {
            if (Overlap(d.Text, found, gold) is var overlap && overlap >= most)
            {
                (best, most) = (gold, overlap);
            }
        }

        return best;
    }

    private static bool IsSpeaker(Reading text, Gold gold, TokenRun mention, string? name)
    {
        if (gold.Speaker is { } speaker)
        {
            return name is not null && IsSameName(speaker, name);
        }

        return gold.Sources.Count == 0 ? mention.IsEmpty && name is null : SourceOverlap(text, gold, mention) > 0;
    }

    /// <summary>
    /// How much of the mention and of the words that people marked as the source is common to both, 0 to 1: characters in both over characters in
    /// either. Nothing where the mention is far longer.
    /// </summary>
    public static double SourceOverlap(Reading text, Gold gold, TokenRun mention)
    {
        if (mention.IsEmpty)
        {
            return 0;
        }

        var (own, most) = (text.Span(mention), 0.0);
        foreach (var words in gold.Sources)
        {
            if (words.Overlaps(own) && own.Length <= (3 * words.Length) + 60)
            {
                var common = Math.Min(words.End, own.End) - Math.Max(words.Start, own.Start);
                most = Math.Max(most, common / (double)(words.Length + own.Length - common));
            }
        }

        return most;
    }

    /// <summary>Full names or surnames agree; two different first names do not.</summary>
    private static bool IsSameName(string a, string b)
    {
        var (x, y) = (Parts(a), Parts(b));
        return x.Length > 0 && y.Length > 0 && x[^1] == y[^1]
            && (x.Length == 1 || y.Length == 1 || x[0].StartsWith(y[0], StringComparison.Ordinal) || y[0].StartsWith(x[0], StringComparison.Ordinal));
    }

    private static string[] Parts(string name)
    {
        var words = name.Replace("’s", "").Replace("'s", "").Replace(".", "").Replace(",", "").ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var first = 0;
        while (first < words.Length - 1 && Titles.Contains(words[first]))
        {
            first++;
        }

        return [.. words[first..].Where(word => !Suffixes.Contains(word))];
    }

    private static HashSet<int> Words(Reading text, List<TokenRun> runs)
    {
        var words = new HashSet<int>();
        foreach (var run in runs)
        {
            for (var i = run.First; i < run.End; i++)
            {
                if (text.Tokens[i].Kind is TokenKind.Word or TokenKind.Number && !text.Is(i, WordClass.Genitive))
                {
                    words.Add(i);
                }
            }
        }

        if (words.Count > 1 && text.IsWord(runs[0].First, "that"))
        {
            words.Remove(runs[0].First);
        }

        return words;
    }
}
