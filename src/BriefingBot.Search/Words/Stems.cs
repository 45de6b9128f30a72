using Lucene.Net.Analysis;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.TokenAttributes;

namespace BriefingBot.Search.Words;

/// <summary>
/// What the inflected forms of an English word share, after Porter (“An algorithm for suffix stripping”, Program 14:3, 1980), irregular
/// forms through a table. On three sets of questions it found more than Krovetz's stemmer, which keeps “accused” apart from “accuse”.
/// Remembers what it has seen, since a story repeats its words.
/// </summary>
internal static class Stems
{
    private const int Remembered = 50_000;

    [ThreadStatic]
    private static OneWord? _stemmer;

    [ThreadStatic]
    private static Dictionary<string, string>? _known;

    public static string Of(string form)
    {
        if (form.Length < 3 || !IsPlain(form))
        {
            return form;
        }

        var known = _known ??= new Dictionary<string, string>(StringComparer.Ordinal);
        if (known.TryGetValue(form, out var stem))
        {
            return stem;
        }

        if (known.Count >= Remembered)
        {
            known.Clear();
        }

        stem = Stem(IrregularForms.WordOf(form));
        known[form] = stem;
        return stem;
    }

    private static string Stem(string form)
    {
        var stemmer = _stemmer ??= new OneWord();
        return stemmer.Stem(form);
    }

    private static bool IsPlain(string form)
    {
        foreach (var c in form)
        {
            if (c is < 'a' or > 'z')
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A stream of the word at hand, for Lucene's stemmer, which is a filter of streams.</summary>
    private sealed class OneWord : TokenStream
    {
        private readonly ICharTermAttribute _term;
        private readonly PorterStemFilter _filter;

        public OneWord()
        {
            _term = AddAttribute<ICharTermAttribute>();
            _filter = new PorterStemFilter(this);
        }

        public string Stem(string form)
        {
            _term.SetEmpty().Append(form);
            return _filter.IncrementToken() ? _term.ToString()! : form;
        }

        public override bool IncrementToken() => true;
    }
}
