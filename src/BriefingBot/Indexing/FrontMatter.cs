using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace BriefingBot.Indexing;

/// <summary>
/// The YAML between two <c>---</c> lines at a file's start: <c>title</c>, <c>source</c>, <c>url</c>, <c>published</c>, <c>author</c>;
/// other keys are left alone. What is no YAML as a whole is read key by key (<see cref="LooseFrontMatter"/>).
/// </summary>
/// <remarks>
/// Read as a stream of events and never as objects, so that aliases, tags and deep nesting, with which a few bytes of YAML grow without
/// bound, have nothing to work on.
/// </remarks>
internal sealed record FrontMatter
{
    /// <summary>In UTF-16 code units: five short values need no more.</summary>
    public const int MaxLength = 16 * 1024;

    private static readonly FrontMatter None = new();

    public string? Title { get; init; }

    public string? Source { get; init; }

    public string? Url { get; init; }

    public string? Author { get; init; }

    public PublicationDate? Published { get; init; }

    /// <summary>Where the article's text begins: right after the line end of the closing <c>---</c>; 0 without front matter.</summary>
    public int TextStart { get; init; }

    /// <exception cref="UnreadableArticleException">The front matter is broken.</exception>
    public static FrontMatter Read(string content)
    {
        if (!IsFence(content, 0, out var start))
        {
            return None;
        }

        for (var line = start; line < content.Length;)
        {
            if (IsFence(content, line, out var next))
            {
                return Read(content[start..line], next);
            }

            line = next;
        }

        throw Broken("it has no closing line ---");
    }

    private static FrontMatter Read(string yaml, int textStart)
    {
        if (yaml.Length > MaxLength)
        {
            throw Broken($"it is longer than {MaxLength / 1024} KiB");
        }

        Dictionary<string, string> values;
        try
        {
            values = ReadMapping(new Parser(new StringReader(yaml)));
        }
        catch (YamlException bad)
        {
            // The library's message may hold the file's words; the line number is enough to find the place.
            values = ReadLoosely(yaml) ?? throw Broken($"line {bad.Start.Line + 1} is not valid YAML");
        }

        return new FrontMatter
        {
            Title = values.GetValueOrDefault("title"),
            Source = values.GetValueOrDefault("source"),
            Author = values.GetValueOrDefault("author"),
            Url = values.TryGetValue("url", out var url)
                ? ArticleAddress.Read(url) ?? throw Broken("url must be an address that begins with http:// or https://")
                : null,
            Published = values.TryGetValue("published", out var published)
                ? ArticleDates.Read(published) ?? throw Broken("published must be a date like 2019-03-04 or a time like 2019-03-04T09:30:00Z")
                : null,
            TextStart = textStart,
        };
    }

    /// <summary>The same where it is no YAML as a whole, key by key, a value that is none as it stands; null where that makes no sense either.</summary>
    private static Dictionary<string, string>? ReadLoosely(string yaml)
    {
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var keys = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (key, lines) in LooseFrontMatter.Split(yaml) ?? [])
        {
            if (!keys.Add(key))
            {
                throw Broken("it repeats a key");
            }

            string? value;
            try
            {
                value = ReadMapping(new Parser(new StringReader(lines))).GetValueOrDefault(key);
            }
            catch (YamlException)
            {
                value = LooseFrontMatter.Verbatim(key, lines);
                if (value is null)
                {
                    return null;
                }
            }

            if (!string.IsNullOrEmpty(value))
            {
                values[key] = value;
            }
        }

        return keys.Count > 0 ? values : null;
    }

    /// <summary>
    /// The top level's keys with their values; a list of words (several authors) is joined, whatever is deeper is left out.
    /// </summary>
    private static Dictionary<string, string> ReadMapping(Parser yaml)
    {
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        yaml.Consume<StreamStart>();
        if (yaml.TryConsume<StreamEnd>(out _))
        {
            return values;
        }

        yaml.Consume<DocumentStart>();
        if (yaml.TryConsume<Scalar>(out var alone) && alone.Value.Length == 0)
        {
            return values;
        }

        yaml.Consume<MappingStart>();
        while (!yaml.TryConsume<MappingEnd>(out _))
        {
            var key = yaml.Consume<Scalar>().Value;
            var words = ReadValue(yaml);
            if (words.Count > 0 && !values.TryAdd(key, string.Join(", ", words)))
            {
                throw Broken($"line {yaml.Current!.Start.Line + 1} or the one before repeats a key");
            }
        }

        return values;
    }

    private static List<string> ReadValue(Parser yaml)
    {
        var words = new List<string>();
        var depth = 0;
        do
        {
            var value = yaml.Consume<ParsingEvent>();
            depth += value.NestingIncrease;
            if (value is AnchorAlias)
            {
                throw Broken($"line {value.Start.Line + 1} uses a YAML alias; write the value out");
            }

            if (value is Scalar scalar && depth <= 1 && !IsNull(scalar))
            {
                words.Add(scalar.Value.Trim());
            }
        }
        while (depth > 0);
        return words;
    }

    private static bool IsNull(Scalar scalar) =>
        string.IsNullOrWhiteSpace(scalar.Value) || (scalar.Style == ScalarStyle.Plain && scalar.Value is "~" or "null" or "Null" or "NULL");

    /// <summary>
    /// Whether the line at <paramref name="start"/> is <c>---</c>; <paramref name="next"/> is where the line after it begins.
    /// </summary>
    private static bool IsFence(string content, int start, out int next)
    {
        var end = content.IndexOf('\n', start);
        next = end < 0 ? content.Length : end + 1;
        return content.AsSpan(start, next - start).TrimEnd().SequenceEqual("---");
    }

    private static UnreadableArticleException Broken(string what) => new($"Its front matter cannot be read: {what}.");
}
