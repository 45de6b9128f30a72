using System.Globalization;
using System.Text.RegularExpressions;

namespace BriefingBot.Evaluation.Stories;

/// <summary>A story written for evaluation: a folder of marked articles and the file <c>pairs.txt</c>.</summary>
/// <param name="Articles">By file name.</param>
/// <param name="Pairs">In the file's order.</param>
internal sealed partial record GoldStory(IReadOnlyList<GoldArticle> Articles, IReadOnlyList<GoldPair> Pairs)
{
    private const string PairsFile = "pairs.txt";

    /// <summary>Reads a folder; an article's id is the folder's name and the file's, joined by a hyphen.</summary>
    /// <exception cref="FormatException">Something in a file is broken; the message names file and line.</exception>
    public static GoldStory Read(string folder)
    {
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        var paths = Directory.EnumerateFiles(folder, "*.txt")
            .Where(path => Path.GetFileName(path) != PairsFile)
            .Order(StringComparer.Ordinal);
        var articles = paths.ToDictionary(
            path => Path.GetFileNameWithoutExtension(path),
            path => ArticleSource.Read(path, $"{name}-{Path.GetFileNameWithoutExtension(path)}"));
        var pairs = Path.Combine(folder, PairsFile);
        return new GoldStory([.. articles.Values], File.Exists(pairs) ? ReadPairs(new StorySource(pairs), articles) : []);
    }

    /// <summary>Lines <c>denial 02-courier#3 -> 05-echo#1</c>, <c>answer …</c>, <c>same …</c>; blank ones are skipped.</summary>
    private static List<GoldPair> ReadPairs(StorySource source, Dictionary<string, GoldArticle> articles)
    {
        var pairs = new List<GoldPair>();
        for (var line = 0; line < source.Lines.Count; line++)
        {
            if (source.Lines[line].Length == 0)
            {
                continue;
            }

            var said = PairLine().Match(source.Lines[line]);
            if (!said.Success)
            {
                throw source.Error(line, "“denial”, “answer” or “same” and two places such as “02-courier#3 -> 05-echo#1” are needed");
            }

            var first = Place(source, line, articles, said.Groups[2].Value, said.Groups[3].Value);
            var second = Place(source, line, articles, said.Groups[4].Value, said.Groups[5].Value);
            var kind = Enum.Parse<GoldPairKind>(said.Groups[1].ValueSpan, ignoreCase: true);
            CheckSpeakers(source, line, kind, first.Said, second.Said);
            if (first.In.Date > second.In.Date)
            {
                throw source.Error(line, $"{said.Groups[4].Value} is older than {said.Groups[2].Value}");
            }

            var pair = new GoldPair(kind, new GoldPlace(first.In.Id, first.Said.Number), new GoldPlace(second.In.Id, second.Said.Number));
            if (pairs.Exists(other => other.First == pair.First && other.Second == pair.Second))
            {
                throw source.Error(line, "this pair stands here twice");
            }

            pairs.Add(pair);
        }

        return pairs;
    }

    private static (GoldArticle In, GoldAttribution Said) Place(
        StorySource source, int line, Dictionary<string, GoldArticle> articles, string file, string number)
    {
        if (!articles.TryGetValue(file, out var article))
        {
            throw source.Error(line, $"the story has no article {file}");
        }

        var wanted = int.Parse(number, CultureInfo.InvariantCulture);
        return article.Attributions.FirstOrDefault(one => one.Number == wanted) is { } said
            ? (article, said)
            : throw source.Error(line, $"{file} has no attribution {number}");
    }

    /// <summary>A reply comes from somebody else; who repeats a statement is who made it. Unnamed sources may be anybody.</summary>
    private static void CheckSpeakers(StorySource source, int line, GoldPairKind kind, GoldAttribution first, GoldAttribution second)
    {
        var known = first.Speaker is not null && second.Speaker is not null;
        if (known && (first.Speaker == second.Speaker) != (kind == GoldPairKind.Same))
        {
            throw source.Error(line, $"{kind.ToString().ToLowerInvariant()}: {first.Speaker} and {second.Speaker}");
        }
    }

    [GeneratedRegex(@"^(denial|answer|same) ([^\s#]+)#([0-9]{1,4}) -> ([^\s#]+)#([0-9]{1,4})$")]
    private static partial Regex PairLine();
}
