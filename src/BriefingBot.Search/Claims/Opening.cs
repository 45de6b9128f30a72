using BriefingBot.Search.Words;

namespace BriefingBot.Search.Claims;

/// <summary>The first words of a quotation, which may take up what was said right before.</summary>
internal sealed class Opening
{
    /// <summary>A cry is no longer, and so many words say that something is not.</summary>
    private const int Cry = 3, Denial = 7;

    /// <summary>So many words after “he is” say that he is right.</summary>
    private const int Judgement = 3;

    // “It’s” may be read as “it”.
    private static readonly HashSet<string> Subjects = new(
        ["he", "he's", "i", "i'm", "it", "it's", "she", "she's", "that", "that's", "there", "they", "they're", "this", "we", "we're"], StringComparer.Ordinal);

    private readonly string _text;
    private readonly IReadOnlyList<Word> _words;

    /// <param name="text">What is said.</param>
    /// <param name="words">Its words; at least one.</param>
    public Opening(string text, IReadOnlyList<Word> words) => (_text, _words) = (text, words);

    /// <summary>“He’s half right.”, “She is wrong.”</summary>
    public bool Judges
    {
        get
        {
            var at = _words is [{ Form: "he" or "she" or "they" }, { Form: "is" or "are" or "was" or "were" }, ..] ? 2
                // “She’s” may be read as “she”.
                : _words is [{ Form: "he" or "she" or "he's" or "she's" or "they're" } subject, ..] && _text.AsSpan(subject.Span.Start, Math.Min(5, _text.Length - subject.Span.Start)).IndexOfAny('’', '\'') > 0 ? 1 : 0;
            return at > 0 && _words.Skip(at).Take(Judgement).Any(word => word.Form is "right" or "wrong" or "mistaken" or "lying" or "correct" && EndsClause(word));
        }
    }

    /// <summary>“Voluntarily! They were told to”, “If that was routine, …”, “It’s not a Rembrandt”.</summary>
    /// <param name="isTheirs">Whether a word is one of what was said before.</param>
    public bool TakesUp(Func<Word, bool> isTheirs)
    {
        var clause = _words.TakeWhile((word, i) => i == 0 || !EndsClause(_words[i - 1])).ToList();
        var end = _text.AsSpan(clause[^1].Span.End) is [var mark, ..] ? mark : ' ';
        var telling = clause.FindAll(word => !word.Is(WordTraits.Stop));
        return (clause.Count <= Cry && end is '!' or '?' && telling.Count > 0 && telling.TrueForAll(each => isTheirs(each)))
            || (clause is [{ Form: "if" }, { Form: "that" or "this" or "it" or "he" or "she" }, { Form: "is" or "was" }, ..]
                && clause.Count <= Denial && telling.Exists(each => isTheirs(each)))
            || (SaysNot(clause) && clause.Count <= Denial && telling is [var only] && isTheirs(only));
    }

    /// <summary>“It’s not a …”, “There was no …”, “I was never a …”.</summary>
    private static bool SaysNot(List<Word> clause) => clause is [var subject, ..] && Subjects.Contains(subject.Form)
        && (clause is [_, { Form: "not" or "no" or "never" or "isn't" or "wasn't" or "aren't" or "weren't" }, ..]
            or [_, { Form: "is" or "was" or "am" or "are" or "were" }, { Form: "not" or "no" or "never" }, ..]);

    private bool EndsClause(Word word) => _text.AsSpan(word.Span.End) is [] or [not ' ', ..];
}
