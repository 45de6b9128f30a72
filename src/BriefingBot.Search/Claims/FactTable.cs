namespace BriefingBot.Search.Claims;

/// <summary>What is read of something as numbers, each under a name that tells what it is. Read-only once made.</summary>
internal sealed class FactTable<T>
{
    private readonly List<(string Name, Func<T, double> Of)> _facts = [];

    public int Count => _facts.Count;

    public IEnumerable<string> Names => _facts.Select(fact => fact.Name);

    public FactTable<T> Number(string name, Func<T, double> of)
    {
        _facts.Add((name, of));
        return this;
    }

    /// <summary>Where a fact stands among the others; -1 where there is none of this name.</summary>
    public int IndexOf(string name) => _facts.FindIndex(fact => fact.Name == name);

    /// <summary>1 for yes, 0 for no.</summary>
    public FactTable<T> Is(string name, Func<T, bool> of) => Number(name, one => of(one) ? 1 : 0);

    /// <param name="one">Of which the facts are read.</param>
    /// <param name="into">As long as there are facts.</param>
    public void Read(T one, Span<float> into)
    {
        for (var i = 0; i < into.Length; i++)
        {
            into[i] = (float)_facts[i].Of(one);
        }
    }

    public float[] Read(T one)
    {
        var facts = new float[Count];
        Read(one, facts);
        return facts;
    }
}
