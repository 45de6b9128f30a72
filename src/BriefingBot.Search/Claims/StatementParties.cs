namespace BriefingBot.Search.Claims;

/// <summary>Who speaks where an article means somebody without a name again.</summary>
internal static class StatementParties
{
    /// <summary>Characters between the sentences of “Analysts estimate …” and “They see …”.</summary>
    private const int Near = 500;

    /// <summary>Statements before “the executive” among which “a former executive” is looked for.</summary>
    private const int Furthest = 6;

    /// <summary>The statements of one article in text order, each with whoever makes it.</summary>
    public static List<StatementPlace> In(IEnumerable<StatementPlace> article)
    {
        List<StatementPlace> places = [.. article.OrderBy(place => place.Start)];
        for (var i = 1; i < places.Count; i++)
        {
            var (place, before) = (places[i], places[i - 1]);
            if (place.IsByPronoun && before.IsUnnamed && place.From(before) <= Near)
            {
                places[i] = place with { Party = before.Party };
            }
            else if (place.Again is { } noun && places.GetRange(Math.Max(0, i - Furthest), Math.Min(Furthest, i)).FindLast(other => other.Introduces(noun)) is { } first)
            {
                places[i] = place with { Party = first.Party };
            }
        }

        return places;
    }
}
