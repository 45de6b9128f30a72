namespace BriefingBot.Quotes.Quotations;

/// <summary>Finds the names in an article: runs of capitalised words, cut where a calendar word, a headline's verb or a possessive stands.</summary>
internal sealed class NameFinder(ArticleText text, ArticleWords words)
{
    /// <summary>More capitalised words in a row are no name but a list, a headline or noise.</summary>
    private const int LongestRun = 12;

    /// <summary>Of the surnames that are offices or ordinary words too, “King”, “Brown”, “Bishop”.</summary>
    private const int LongestSurname = 6;

    private readonly List<NameMention> _found = [];

    /// <summary>The names in text order; they do not overlap.</summary>
    public List<NameMention> Find()
    {
        var parts = new NameParts(text, words, _found);
        for (var sentence = 0; sentence < text.Sentences.Count; sentence++)
        {
            var (first, end) = text.TokensOf(sentence);
            for (var i = first; i < end;)
            {
                if (!IsPart(i, end))
                {
                    i++;
                    continue;
                }

                var stop = RunEnd(i, end);
                parts.Read(i, stop);
                i = stop;
            }
        }

        return _found;
    }

    private int RunEnd(int start, int end)
    {
        var stop = start + 1;
        end = Math.Min(end, start + LongestRun);
        while (stop < end)
        {
            if (IsPart(stop, end))
            {
                if (!FollowsClosely(stop))
                {
                    break;
                }

                stop++;
                continue;
            }

            var joined = Joined(start, stop, end);
            if (joined == 0)
            {
                break;
            }

            stop += joined;
        }

        return stop;
    }

    /// <summary>A line break, or a mark between the words, ends a name.</summary>
    private bool FollowsClosely(int token) => text.Tokens[token].Start - text.Tokens[token - 1].End <= 2;

    /// <summary>How many small tokens at <paramref name="at"/> join the name before them to a word after them: “Joint Chiefs of Staff”.</summary>
    private int Joined(int start, int at, int end)
    {
        var word = text.Word(at);
        if (word is "plc")
        {
            return 1;
        }

        if (at + 1 >= end)
        {
            return 0;
        }

        if (word is "," && text.Word(at + 1) is "Jr." or "Jr" or "Sr." or "Sr")
        {
            return 2;
        }

        if (words.InHeadline(at))
        {
            return 0;
        }

        if (IsPart(at + 1, end))
        {
            // “Farmers' Union”: a body's name, where “Rovers' goalkeeper” is somebody of a body.
            if (words.IsPossessive(at) && word.Length == 1 && words.IsCapital(at - 1) && words.Has(at - 1, WordTraits.Common | WordTraits.Role | WordTraits.Group)
                && words.Has(at + 1, WordTraits.OrgWord))
            {
                return 2;
            }

            return word switch
            {
                "&" => 2,
                _ when NameParticles.Contains(word) => 2,
                "of" => OpensOffice(at - 1) && !IsSurname(start, at - 1) ? 2 : 0,
                "for" => words.Has(at - 1, WordTraits.OrgWord) && !words.Has(at + 1, WordTraits.FirstName) ? 2 : 0,
                "and" => JoinsSubjects(start, at) ? 2 : 0,
                _ => 0,
            };
        }

        // “van der Berg”, “de la Cruz”.
        if (NameParticles.Contains(word) && NameParticles.Contains(text.Word(at + 1)) && at + 2 < end && IsPart(at + 2, end))
        {
            return 3;
        }

        return word is "of" && OpensOffice(at - 1) && !IsSurname(start, at - 1) && at + 2 < end && text.Word(at + 1) is "the" && IsPart(at + 2, end) ? 3 : 0;
    }

    private bool OpensOffice(int token) => words.IsCapital(token)
        && words.Has(token, WordTraits.OrgWord | WordTraits.Role | WordTraits.Title | WordTraits.Common) && !words.Has(token, WordTraits.Demonym);

    /// <summary>“Peter T. King of New York”, “Rep. Ada Brown of Ohio”: behind a given name, an initial or a short title stands no office.</summary>
    private bool IsSurname(int start, int token)
    {
        // “Virginia Department of Health”, “Georgia Secretary of State”: some given names are places.
        if (words.Has(token, WordTraits.OrgWord) || text.Word(token).Length > LongestSurname)
        {
            return false;
        }

        for (var i = start; i < token; i++)
        {
            if ((i == token - 1 && words.Has(i, WordTraits.FirstName) && !words.Has(i, WordTraits.Place)) || (words.Has(i, WordTraits.Title) && text.Word(i)[^1] == '.') || text.Word(i) is [_, '.'])
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>“Department of Health and Human Services”, but not “Bank of England and Germany”.</summary>
    private bool JoinsSubjects(int start, int at)
    {
        if (!words.Has(at - 1, WordTraits.Common) || !words.Has(at + 1, WordTraits.Common) || words.Has(at + 1, WordTraits.FirstName))
        {
            return false;
        }

        for (var i = start; i < at; i++)
        {
            if (words.Has(i, WordTraits.OrgWord))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsPart(int token, int end)
    {
        if (!words.CanBeName(token) || words.IsPossessive(token))
        {
            return false;
        }

        // “Theresa May”, “April Ryan”, but not “Tuesday” or “March 4”.
        return !words.Has(token, WordTraits.Calendar)
            || (token > 0 && words.Has(token - 1, WordTraits.FirstName) && words.IsCapital(token - 1) && !words.Has(token - 1, WordTraits.Calendar))
            || (words.Has(token, WordTraits.FirstName) && token + 1 < end && words.CanBeName(token + 1) && !words.IsInitial(token))
            || (words.Has(token, WordTraits.FirstName) && token + 1 < end && words.IsCapital(token + 1) && !words.InHeadline(token)
                && !words.Has(token + 1, WordTraits.Calendar | WordTraits.Function | WordTraits.Common));
    }
}
