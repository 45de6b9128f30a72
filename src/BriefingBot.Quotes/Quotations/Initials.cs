namespace BriefingBot.Quotes.Quotations;

/// <summary>Letters that stand for a name which the article gives in full: a body's in brackets behind it, a speaker's before the turns of a talk.</summary>
internal static class Initials
{
    /// <summary>Gives what the letters name to the member with the full name, in <paramref name="members"/> and among its names and mentions. Linear.</summary>
    /// <param name="text">The article.</param>
    /// <param name="words">What the word lists say about its tokens.</param>
    /// <param name="written">How its names are written.</param>
    /// <param name="names">Its names, in text order.</param>
    /// <param name="members">Who is meant by each.</param>
    public static void Link(ArticleText text, ArticleWords words, WrittenNames written, List<NameMention> names, CastMember[] members)
    {
        var same = new Dictionary<CastMember, CastMember>();
        AddSpeakers(words, written, names, members, same);
        AddBodies(text, written, names, members, same);
        for (var i = 0; same.Count > 0 && i < names.Count; i++)
        {
            if (same.TryGetValue(members[i], out var full))
            {
                members[i] = full;
                full.Named(written.Of(names[i]), false);
                full.Mentioned(written.SpanOf(names[i]));
            }
        }
    }

    /// <summary>“Ada Keller: …”, and “AK: …” from then on: the labels of a talk; where no label has a name in full, of somebody who is named elsewhere.</summary>
    private static void AddSpeakers(ArticleWords words, WrittenNames written, List<NameMention> names, CastMember[] members, Dictionary<CastMember, CastMember> same)
    {
        if (!names.Exists(name => name.Words == 1 && words.IsOfLabel(name.First)))
        {
            return;
        }

        var talking = new Dictionary<string, CastMember>(StringComparer.Ordinal);
        for (var i = 0; i < names.Count; i++)
        {
            if (names[i].Words > 1 && words.IsOfLabel(names[i].First))
            {
                talking.TryAdd(Of(written, names[i]), members[i]);
            }
        }

        for (var i = 0; i < names.Count; i++)
        {
            if (names[i] is { Words: > 1, Kind: NameKind.Person })
            {
                talking.TryAdd(Of(written, names[i]), members[i]);
            }
        }

        for (var i = 0; i < names.Count; i++)
        {
            if (names[i].Words == 1 && words.IsOfLabel(names[i].First) && talking.TryGetValue(written.Word(names[i].First).ToString().Replace(".", "", StringComparison.Ordinal), out var full) && full != members[i])
            {
                same.TryAdd(members[i], full);
            }
        }
    }

    private static string Of(WrittenNames written, NameMention name) =>
        string.Concat(written.Of(name).ToString().Split(' ', '-').Where(word => word.Length > 0 && char.IsUpper(word[0])).Select(word => word[0]));

    /// <summary>“North Atlantic Treaty Organization (NATO)”: the letters in the brackets are the same body.</summary>
    private static void AddBodies(ArticleText text, WrittenNames written, List<NameMention> names, CastMember[] members, Dictionary<CastMember, CastMember> same)
    {
        for (var i = 1; i < names.Count; i++)
        {
            var (before, name) = (names[i - 1], names[i]);
            if (name.Words == 1 && before.Words > 1 && name.First == before.End + 1 && text.Word(before.End) is "("
                && members[i] != members[i - 1] && written.IsInitialsOf(written.Word(name.First), before))
            {
                same.TryAdd(members[i], members[i - 1]);
            }
        }
    }
}
