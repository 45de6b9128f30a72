using BriefingBot.Search.Index;

namespace BriefingBot.Search.Speakers;

/// <summary>
/// Who speaks over the whole story. Derived from the articles' casts and never stored: adding an article changes no other. A bare
/// surname takes a full name from another article only if one person of the story bears it.
/// </summary>
internal sealed class StoryCast
{
    private readonly Dictionary<string, Person> _byName;

    private StoryCast(Dictionary<string, Person> byName, List<Person> people) => (_byName, People) = (byName, people);

    /// <summary>Everybody, most statements first.</summary>
    public IReadOnlyList<Person> People { get; }

    public static StoryCast Of(IReadOnlyList<ArticleRecord> articles)
    {
        var people = new Dictionary<string, Person>(StringComparer.Ordinal);
        foreach (var article in articles)
        {
            foreach (var speaker in article.Cast)
            {
                Entry(people, speaker.Name).Add(speaker);
            }

            foreach (var (statement, speakers) in article.Statements)
            {
                foreach (var name in speakers)
                {
                    Entry(people, name).Statements.Add(statement);
                }
            }
        }

        var byName = new Dictionary<string, Person>(people, StringComparer.Ordinal);
        JoinSurnames(people, byName);
        JoinShortNames(people, byName);
        var distinct = byName.Values.Distinct().ToList();
        distinct.ForEach(person => person.Finish());
        distinct.Sort((a, b) => a.Statements.Count != b.Statements.Count
            ? b.Statements.Count.CompareTo(a.Statements.Count) : string.CompareOrdinal(a.Member.Name, b.Member.Name));
        return new StoryCast(byName, distinct);
    }

    /// <summary>Who an article's name for a speaker stands for.</summary>
    public CastMember? Member(string articleName) => _byName.TryGetValue(SpeakerNames.Fold(articleName), out var person) ? person.Member : null;

    /// <summary>The folded names, as articles use them, of those who may be meant.</summary>
    public IReadOnlyList<string> NamesMeantBy(string name)
    {
        var ranked = Rank(name);
        var best = ranked.Count > 0 ? ranked[0].Fit / 10 : 0;
        return [.. ranked.Where(r => r.Fit / 10 == best).SelectMany(r => r.Person.Keys)];
    }

    public IReadOnlyList<CastMember> Named(string name, int limit) =>
        SpeakerNames.Fold(name).Length == 0
            ? [.. People.Take(limit).Select(person => person.Member)]
            : [.. Rank(name).Take(limit).Select(r => r.Person.Member)];

    /// <summary>Best fit first: tens tell how sure it is (a name or part, a beginning, an office, a typing error), units order within.</summary>
    private List<(Person Person, int Fit)> Rank(string name)
    {
        var asked = SpeakerNames.Parts(name);
        if (asked.Length == 0)
        {
            return [];
        }

        var seats = Governments.Of(name);
        var ranked = new List<(Person Person, int Fit)>();
        foreach (var person in People)
        {
            if (person.Fit(asked, seats) is > 0 and var fit)
            {
                ranked.Add((person, fit));
            }
        }

        ranked.Sort((a, b) => a.Fit != b.Fit ? b.Fit.CompareTo(a.Fit)
            : a.Person.Statements.Count != b.Person.Statements.Count ? b.Person.Statements.Count.CompareTo(a.Person.Statements.Count)
            : string.CompareOrdinal(a.Person.Member.Name, b.Person.Member.Name));
        return ranked;
    }

    private static Person Entry(Dictionary<string, Person> people, string name)
    {
        var key = SpeakerNames.Fold(name);
        if (!people.TryGetValue(key, out var person))
        {
            people[key] = person = new Person(key, name);
        }

        return person;
    }

    private static void JoinSurnames(Dictionary<string, Person> people, Dictionary<string, Person> byName)
    {
        var bySurname = people.Values.Where(p => p.IsPerson && p.Keys[0].Contains(' '))
            .GroupBy(p => p.Keys[0][(p.Keys[0].LastIndexOf(' ') + 1)..], StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
        foreach (var bare in people.Values.Where(p => p.IsPerson && !p.Keys[0].Contains(' ')).ToList())
        {
            if (bySurname.TryGetValue(bare.Keys[0], out var bearers) && bearers.Count == 1)
            {
                bearers[0].Take(bare);
                byName[bare.Keys[0]] = bearers[0];
            }
        }
    }

    /// <summary>
    /// “Kestrel” is Kestrel Foods, where an article that names it in full calls it so, and no other name of the story begins with that word.
    /// </summary>
    private static void JoinShortNames(Dictionary<string, Person> people, Dictionary<string, Person> byName)
    {
        var byFirstWord = people.Values.Where(p => p.Keys[0].Contains(' ')).ToLookup(p => p.Keys[0][..p.Keys[0].IndexOf(' ')], StringComparer.Ordinal);
        foreach (var bare in people.Values.Where(p => !p.Keys[0].Contains(' ')).ToList())
        {
            var key = bare.Keys[0];
            if (byName[key] == bare && byFirstWord[key].ToList() is [var full] && full.IsCalled(key))
            {
                full.Take(bare);
                byName[key] = full;
            }
        }
    }
}
