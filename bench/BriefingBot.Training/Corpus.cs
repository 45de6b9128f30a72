using System.IO.Compression;
using System.Text.Json;
using BriefingBot.Quotes.Articles;
using BriefingBot.Quotes.Learning;
using BriefingBot.Quotes.Quotations;

namespace BriefingBot.Training;

/// <summary>An attribution as people marked it, in tokens.</summary>
internal sealed record Gold(bool Speech, TokenRun Source, int Head, List<TokenRun> Contents)
{
    /// <summary>The speaker's full name; null where there is none.</summary>
    public string? Speaker { get; init; }

    /// <summary>All words of the source, in the article's characters.</summary>
    public required List<TextSpan> Sources { get; init; }
}

/// <summary>An article with what people marked in it and what a parser made of it.</summary>
internal sealed class Document
{
    public required Reading Text { get; init; }

    /// <summary>Tags of another program; all nouns where there are none.</summary>
    public required byte[] SilverTags { get; init; }

    public bool HasSilver { get; init; }

    public required TokenFeatures Tokens { get; init; }

    public required List<Gold> Golds { get; init; }

    public required RuleFindings Found { get; init; }

    public required RuleHints Rules { get; init; }
}

internal static class Corpus
{
    public static List<Document> Read(string articles, string silver)
    {
        var parses = new Dictionary<string, Dictionary<int, string>>();
        using (var lines = new StreamReader(new GZipStream(File.OpenRead(silver), CompressionMode.Decompress)))
        {
            while (lines.ReadLine() is { } line)
            {
                using var json = JsonDocument.Parse(line);
                var tokens = new Dictionary<int, string>();
                foreach (var sentence in json.RootElement.GetProperty("sentences").EnumerateArray())
                {
                    foreach (var token in sentence.EnumerateArray())
                    {
                        tokens.TryAdd(token[0].GetInt32(), token[3].GetString()!);
                    }
                }

                parses[json.RootElement.GetProperty("id").GetString()!] = tokens;
            }
        }

        var found = new List<Document>();
        foreach (var line in File.ReadLines(articles))
        {
            using var json = JsonDocument.Parse(line);
            found.Add(DocumentOf(json.RootElement, parses));
        }

        return found;
    }

    private static Document DocumentOf(JsonElement row, Dictionary<string, Dictionary<int, string>> parses)
    {
        var text = new Reading(new ArticleText(row.GetProperty("text").GetString()!));
        var parse = parses.GetValueOrDefault(row.GetProperty("id").GetString()!);
        var tags = new byte[text.Count];
        for (var i = 0; i < tags.Length; i++)
        {
            var token = text.Tokens[i];
            var tag = parse?.GetValueOrDefault(token.Start);
            tags[i] = PartsOfSpeech.Of(tag ?? "NN");
        }

        var golds = new List<Gold>();
        foreach (var a in row.GetProperty("attributions").EnumerateArray())
        {
            var contents = Runs(text, a.GetProperty("content"));
            var cue = Runs(text, a.GetProperty("cue"));
            var source = Runs(text, a.GetProperty("source"));
            if (contents.Count == 0)
            {
                continue;
            }

            golds.Add(new Gold(
                a.GetProperty("speech").GetBoolean(),
                source.Count == 0 ? TokenRun.None : source[0],
                cue.Count == 0 ? -1 : Head(text, tags, cue[0]),
                contents)
            {
                Speaker = a.GetProperty("speaker").GetString(),
                Sources = Spans(a.GetProperty("source")),
            });
        }

        var rules = RuleFindings.Of(text);
        return new Document
        {
            Text = text,
            SilverTags = tags,
            Tokens = new TokenFeatures(text) { Tags = tags },
            HasSilver = parse is not null,
            Golds = golds,
            Found = rules,
            Rules = new RuleHints(text, rules),
        };
    }

    private static readonly HashSet<string> Light = new(StringComparer.OrdinalIgnoreCase)
    {
        "is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "do", "does", "did", "having",
    };

    private static int Head(Reading text, byte[] tags, TokenRun cue)
    {
        return First(i => PartsOfSpeech.IsVerb(tags[i]) && !Light.Contains(text.Text.Word(i).ToString()))
            ?? First(i => PartsOfSpeech.IsVerb(tags[i])) ?? First(i => PartsOfSpeech.IsNounOrAdjective(tags[i])) ?? cue.First;

        int? First(Func<int, bool> fits)
        {
            for (var i = cue.First; i < cue.End; i++)
            {
                if (fits(i))
                {
                    return i;
                }
            }

            return null;
        }
    }

    private static List<TextSpan> Spans(JsonElement spans) => [.. spans.EnumerateArray().Select(span => TextSpan.Between(span[0].GetInt32(), span[1].GetInt32()))];

    private static List<TokenRun> Runs(Reading text, JsonElement spans)
    {
        var runs = new List<TokenRun>();
        foreach (var span in Spans(spans))
        {
            var (first, end) = text.Text.TokensOf(span);
            if (end > first)
            {
                runs.Add(new TokenRun(first, end));
            }
        }

        return runs;
    }
}
