using BriefingBot.Search.Words;

namespace BriefingBot.Search;

/// <summary>
/// Words that tell whether a text belongs to a story, found by whole words in any inflected form, capitals and accents aside. Several words make a
/// keyword when they follow each other in the text.
/// </summary>
public sealed class Keywords
{
    private readonly List<string[]> _phrases;

    /// <param name="keywords">A word or several each; what holds no word at all is left out. None: every text belongs.</param>
    public Keywords(IEnumerable<string> keywords) =>
        _phrases = [.. keywords.Select(each => WordReader.Read(each).Select(word => word.Stem).ToArray()).Where(stems => stems.Length > 0)];

    /// <summary>Whether one of the keywords stands in <paramref name="text"/>.</summary>
    public bool AreIn(string text)
    {
        if (_phrases.Count == 0)
        {
            return true;
        }

        var words = WordReader.Read(text);
        for (var at = 0; at < words.Count; at++)
        {
            foreach (var phrase in _phrases)
            {
                if (IsAt(words, at, phrase))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>A text's words in lower case and without accents, in their order: what a file may be named by.</summary>
    public static IReadOnlyList<string> FormsOf(string text) => [.. WordReader.Read(text).Select(word => word.Form)];

    private static bool IsAt(List<Word> words, int at, string[] phrase)
    {
        for (var i = 0; i < phrase.Length; i++)
        {
            if (at + i >= words.Count || words[at + i].Stem != phrase[i])
            {
                return false;
            }
        }

        return true;
    }
}
