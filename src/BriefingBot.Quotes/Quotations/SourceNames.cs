namespace BriefingBot.Quotes.Quotations;

/// <summary>Which name of the article a source has itself, or stands behind. Lookups only.</summary>
internal sealed class SourceNames(ArticleText text, ArticleWords words, Cast cast, SourcePhrases phrases)
{
    /// <summary>In tokens: what is further from a relative pronoun is another clause's.</summary>
    private const int RelativeReach = 40;

    /// <summary>“Jens Stoltenberg, the alliance's secretary-general, who said …”: the name before the relative pronoun; null when its sentence has none.</summary>
    public CastMember? BeforeRelative(int token)
    {
        var person = text.Word(token) is "who" or "whom";
        CastMember? found = null;
        for (var i = token - 1; i >= 0 && token - i < RelativeReach && text.Tokens[i].Sentence == text.Tokens[token].Sentence; i--)
        {
            if (cast.MentionAt(i) is not { } name)
            {
                continue;
            }

            found ??= cast.MemberAt(i);
            i = name.First;
            if (!words.IsPossessive(name.End) && person == cast.MemberAt(i).IsPerson)
            {
                return cast.MemberAt(i);
            }
        }

        return found;
    }

    /// <summary>
    /// Whom the source from <paramref name="first"/> to <paramref name="end"/> names; null when nobody. <c>Name</c> is null where the words only say what
    /// somebody is called, and <c>Explains</c> tells whether other words stand before it.
    /// </summary>
    public (CastMember Member, NameMention? Name, bool Explains)? In(int first, int end)
    {
        for (var start = first; start < end;)
        {
            // “an affable Dane named Ole Bastrup”.
            if (text.Word(start) is "a" or "an" or "A" or "An" && phrases.CalledBehind(start, end) is { } called)
            {
                return (called, null, true);
            }

            var stop = phrases.EndOfPart(start, end);
            var head = stop;
            while (head > start && words.IsPossessive(head - 1))
            {
                head--;
            }

            if (cast.MentionAt(head - 1) is { } name && name.End == head && !(start > first && name.Kind == NameKind.Place) && !phrases.IsObject(start, name)
                && !(name.Words == 1 && words.InHeadline(name.First) && words.Has(name.First, WordTraits.Document)))
            {
                return (cast.MemberAt(head - 1), name, start > first);
            }

            // Only what stands behind a comma explains, or behind the “and” of two offices; behind “of” and “for” stands somebody else.
            while (stop < end && text.Word(stop) is not "," && !(text.Word(stop) is "and" && stop == head && words.Has(head - 1, WordTraits.Role)))
            {
                stop++;
            }

            start = stop + 1;
        }

        return null;
    }
}
