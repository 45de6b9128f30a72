using System.Collections.Concurrent;
using BriefingBot.Search.Index;

namespace BriefingBot.Search.Speakers;

/// <summary>
/// Who speaks over the whole story. Derived from the articles' casts and never stored: adding an article changes no other. A bare
/// surname takes a full name from another article only if one person of the story bears it.
/// </summary>
internal sealed class StoryCast
{
    private readonly Dictionary<string, Person> _byName;

    private readonly Func<IReadOnlyList<string>, int> _genderOf;

    private readonly ConcurrentDictionary<Person, int> _genders = new(ReferenceEqualityComparer.Instance);

    private StoryCast(Dictionary<string, Person> byName, List<Person> people, Func<IReadOnlyList<string>, int> genderOf) =>
        (_byName, People, _genderOf) = (byName, people, genderOf);

    /// <summary>Everybody, most statements first.</summary>
    public IReadOnlyList<Person> People { get; }

    /// <param name="articles">The articles' casts and statements.</param>
    /// <param name="genderOf">What the statements under these folded names tell of their speaker: 1 for a man, -1 for a woman, 0 for nothing.</param>
    public static StoryCast Of(IReadOnlyList<ArticleRecord> articles, Func<IReadOnlyList<string>, int> genderOf)
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
        return new StoryCast(byName, distinct, genderOf);
    }

    /// <summary>Who an article's name for a speaker stands for.</summary>
    public CastMember? Member(string articleName) => _byName.TryGetValue(SpeakerNames.Fold(articleName), out var person) ? person.Member : null;

    /// <summary>The folded names, as articles use them, of those who may be meant, and how sure that is.</summary>
    public (IReadOnlyList<string> Names, Sureness Sureness) MeantBy(string name)
    {
        var ranked = Rank(name);
        var best = ranked.Count > 0 ? ranked[0].Fit / 10 * 10 : 0;
        var meant = ranked.FindAll(r => r.Fit >= best);
        // Whom the story does not quote is no reason to look no further.
        var sureness = !meant.Exists(r => r.Person.Statements.Count > 0) ? Sureness.Guess
            : best >= Person.ByName ? Sureness.Name : best >= Person.ByRole ? Sureness.Role : Sureness.Guess;
        return ([.. meant.SelectMany(r => r.Person.Keys)], sureness);
    }

    public IReadOnlyList<CastMember> Named(string name, int limit) =>
        SpeakerNames.Fold(name).Length == 0
            ? [.. People.Take(limit).Select(person => person.Member)]
            : [.. Rank(name).Take(limit).Select(r => r.Person.Member)];

    /// <summary>Best fit first. Titles are left out where that finds a person of the name, and choose among several.</summary>
    private List<(Person Person, int Fit)> Rank(string name)
    {
        var asked = SpeakerNames.Parts(name);
        var ranked = Rank(asked, Governments.Of(name));
        var titles = Titles.Leading(asked);
        if (titles == 0 || ranked is [{ Fit: >= Person.ByName }, ..])
        {
            return ranked;
        }

        var others = Rank(asked[titles..], []);
        var named = others.FindAll(r => r.Fit >= Person.ByName && r.Person.IsPerson);
        return named.Count > 0 ? Titled(named, asked[..titles]) : ranked.Count > 0 ? ranked : others;
    }

    /// <summary>Tens tell how sure it is, units order within.</summary>
    private List<(Person Person, int Fit)> Rank(string[] asked, IReadOnlyList<string> seats)
    {
        var ranked = new List<(Person Person, int Fit)>();
        foreach (var person in asked.Length > 0 ? People : [])
        {
            if (person.Fit(asked, seats, GenderOf) is > 0 and var fit)
            {
                ranked.Add((person, fit));
            }
        }

        ranked.Sort((a, b) => a.Fit != b.Fit ? b.Fit.CompareTo(a.Fit)
            : a.Person.Statements.Count != b.Person.Statements.Count ? b.Person.Statements.Count.CompareTo(a.Person.Statements.Count)
            : string.CompareOrdinal(a.Person.Member.Name, b.Person.Member.Name));
        return ranked;
    }

    /// <summary>Of several of one name those whose role the title is; then those of its gender, or else of no known one.</summary>
    private List<(Person Person, int Fit)> Titled(List<(Person Person, int Fit)> named, string[] titles)
    {
        named = Those(named, person => Array.Exists(titles, person.HasRole));
        var gender = Titles.Gender(titles);
        return gender == 0 || named.Count == 1 ? named : Those(Those(named, person => GenderOf(person) != -gender), person => GenderOf(person) == gender);
    }

    /// <summary>What holds for none chooses nobody.</summary>
    private static List<(Person Person, int Fit)> Those(List<(Person Person, int Fit)> named, Predicate<Person> hold) =>
        named.FindAll(r => hold(r.Person)) is { Count: > 0 } those ? those : named;

    /// <summary>Looked up once: two searches of the index each.</summary>
    private int GenderOf(Person person) => _genders.GetOrAdd(person, each => _genderOf(each.Keys) is var told and not 0 ? told : each.GenderOfRoles);

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
        var byEnding = people.Values.Where(p => p.IsPerson).SelectMany(p => Endings(p.Keys[0]).Select(ending => (ending, p)))
            .ToLookup(pair => pair.ending, pair => pair.p, StringComparer.Ordinal);
        // “Marlow-Pike” first: once it is Ann Marlow-Pike, only she bears “Pike”. “Al Gore” looks like a surname, is none, and bears his.
        foreach (var bare in people.Values.Where(p => p.IsSurname).OrderByDescending(p => p.Keys[0].Count(c => c == ' ')).ToList())
        {
            if (byEnding[bare.Keys[0]].Select(p => byName[p.Keys[0]]).Distinct().ToList() is [var bearer])
            {
                byName[bare.Keys[0]] = bearer;
                bearer.Take(bare);
            }
        }
    }

    /// <summary>“ann marlow pike” → “marlow pike”, “pike”.</summary>
    private static IEnumerable<string> Endings(string name)
    {
        for (var at = name.IndexOf(' ', StringComparison.Ordinal); at >= 0; at = name.IndexOf(' ', at + 1))
        {
            yield return name[(at + 1)..];
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

/// <summary>How sure it is who is meant by a name.</summary>
internal enum Sureness
{
    /// <summary>Somebody's name begins so, is spelt nearly so, or some role holds the word; or nobody is meant at all.</summary>
    Guess,

    /// <summary>Somebody is described so.</summary>
    Role,

    Name,
}
