using System.Text.Json;
using BriefingBot.Quotes.Articles;

namespace BriefingBot.Benchmarks;

/// <summary>The articles that a measurement works on, and as many more like them as it needs.</summary>
internal static class ArticleTexts
{
    /// <summary>Words of fewer letters hold the sentence together and stay.</summary>
    private const int ShortestReplaced = 5;

    /// <summary>Which share of the longer words a copy replaces: one in so many.</summary>
    private const int Replaced = 4;

    /// <summary>Reads JSON Lines with <c>id</c> and <c>text</c>, or the .txt files of a folder.</summary>
    /// <exception cref="FormatException">There is no article in it.</exception>
    public static IReadOnlyList<Article> Read(string path)
    {
        List<Article> articles = Directory.Exists(path)
            ? [.. Directory.EnumerateFiles(path, "*.txt").Order(StringComparer.Ordinal)
                .Select(file => Titled(Path.GetFileNameWithoutExtension(file), File.ReadAllText(file)))]
            : [.. File.ReadLines(path).Where(line => !string.IsNullOrWhiteSpace(line)).Select(FromJson)];
        return articles.Count > 0 ? articles : throw new FormatException($"{path} holds no article.");
    }

    /// <summary>
    /// The articles, then copies of them without end. In a copy many of the longer words are replaced by others of the same length, so that
    /// every offset stays true and hardly a statement is the same; the same each time.
    /// </summary>
    /// <returns>Each with the index of the article that it is made from.</returns>
    public static IEnumerable<(Article Article, int Original)> Multiplied(IReadOnlyList<Article> articles)
    {
        var vocabulary = articles.SelectMany(article => Words(article.Text).Select(word => article.Text[word]))
            .Where(word => word.Length >= ShortestReplaced).Distinct().GroupBy(Shape).ToDictionary(group => group.Key, group => group.ToArray());
        for (var copy = 0; ; copy++)
        {
            var random = new Random(copy);
            for (var i = 0; i < articles.Count; i++)
            {
                var article = articles[i];
                yield return copy == 0 ? (article, i) : (Titled($"{article.Id}-{copy}", Varied(article.Text, vocabulary, random)), i);
            }
        }
    }

    /// <summary>Where the words of a text stand.</summary>
    public static IEnumerable<Range> Words(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var start = i;
            while (i < text.Length && char.IsAsciiLetter(text[i]))
            {
                i++;
            }

            if (i > start)
            {
                yield return start..i;
            }
        }
    }

    private static (int Length, bool Capital) Shape(string word) => (word.Length, char.IsUpper(word[0]));

    private static string Varied(string text, Dictionary<(int, bool), string[]> vocabulary, Random random)
    {
        var letters = text.ToCharArray();
        foreach (var range in Words(text))
        {
            var word = text[range];
            if (word.Length >= ShortestReplaced && random.Next(Replaced) == 0)
            {
                var others = vocabulary[Shape(word)];
                others[random.Next(others.Length)].CopyTo(letters.AsSpan(range));
            }
        }

        return new string(letters);
    }

    private static Article Titled(string id, string text)
    {
        var line = text.AsSpan().TrimStart();
        line = line[..Math.Min(80, line.IndexOf('\n') is var end and >= 0 ? end : line.Length)];
        return new Article(id, line.ToString(), text);
    }

    private static Article FromJson(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return Titled(json.RootElement.GetProperty("id").GetString() ?? "", json.RootElement.GetProperty("text").GetString() ?? "");
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException($"This line is no article with id and text: {line[..Math.Min(60, line.Length)]}", e);
        }
    }
}
