using System.IO.Compression;
using System.Text.Json;
using BriefingBot.Quotes.Learning;
using BriefingBot.Quotes.Quotations;

namespace BriefingBot.Training;

/// <summary>An attribution as people marked it, in tokens.</summary>
internal sealed record Gold(bool Speech, string Kind, TokenRun Source, TokenRun Cue, int Head, List<TokenRun> Contents);

/// <summary>An article with what people marked in it and what a parser made of it.</summary>
internal sealed class Document
{
    public required string Id { get; init; }

    public required string Publisher { get; init; }

    public required Reading Text { get; init; }

    /// <summary>Tags of another program; all nouns where there are none.</summary>
    public required byte[] SilverTags { get; init; }

    public bool HasSilver { get; init; }

    public required TokenFeatures Tokens { get; init; }

    public required List<Cue> Cues { get; init; }

    public required List<Attribution> Candidates { get; init; }

    public required List<Gold> Golds { get; init; }

    public required RuleHints Rules { get; init; }

    public required List<Attribution> Chosen { get; init; }
}

internal static class Corpus
{
    public static List<Document> Read(string articles, string silver)
    {
        var parses = new Dictionary<string, Dictionary<int, (string Lemma, string Tag)>>();
        using (var lines = new StreamReader(new GZipStream(File.OpenRead(silver), CompressionMode.Decompress)))
        {
            while (lines.ReadLine() is { } line)
            {
                using var json = JsonDocument.Parse(line);
                var tokens = new Dictionary<int, (string, string)>();
                foreach (var sentence in json.RootElement.GetProperty("sentences").EnumerateArray())
                {
                    foreach (var token in sentence.EnumerateArray())
                    {
                        tokens.TryAdd(token[0].GetInt32(), (token[2].GetString()!, token[3].GetString()!));
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

    private static Document DocumentOf(JsonElement row, Dictionary<string, Dictionary<int, (string Lemma, string Tag)>> parses)
    {
        var id = row.GetProperty("id").GetString()!;
        var text = new Reading(new ArticleText(row.GetProperty("text").GetString()!));
        var parse = parses.GetValueOrDefault(id);
        var tags = new byte[text.Count];
        for (var i = 0; i < tags.Length; i++)
        {
            var token = text.Tokens[i];
            var tag = parse is null ? null : parse.TryGetValue(token.Start, out var known) ? known.Tag : null;
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
                a.GetProperty("kind").GetString()!,
                source.Count == 0 ? TokenRun.None : source[0],
                cue.Count == 0 ? TokenRun.None : cue[0],
                cue.Count == 0 ? -1 : Head(text, tags, cue[0]),
                contents));
        }

        var cues = CueFinder.Find(text);
        var candidates = new AttributionCandidates(text).Of(cues);
        SpeechNouns.AddTo(candidates, text);
        Colons.AddTo(candidates, text);
        TrailingNames.AddTo(candidates, text);
        var chosen = AttributionChoice.Of(text, candidates);
        return new Document
        {
            Id = id,
            Publisher = row.GetProperty("publisher").GetString()!,
            Text = text,
            SilverTags = tags,
            Tokens = new TokenFeatures(text) { Tags = tags },
            Cues = cues,
            Candidates = candidates,
            HasSilver = parse is not null,
            Golds = golds,
            Rules = new RuleHints(text, cues, candidates, chosen),
            Chosen = chosen,
        };
    }

    private static readonly HashSet<string> Light = new(StringComparer.OrdinalIgnoreCase)
    {
        "is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "do", "does", "did", "having",
    };

    private static int Head(Reading text, byte[] tags, TokenRun cue)
    {
        for (var i = cue.First; i < cue.End; i++)
        {
            if (PartsOfSpeech.IsVerb(tags[i]) && !Light.Contains(text.Text.Word(i).ToString()))
            {
                return i;
            }
        }

        for (var i = cue.First; i < cue.End; i++)
        {
            if (PartsOfSpeech.IsVerb(tags[i]))
            {
                return i;
            }
        }

        for (var i = cue.First; i < cue.End; i++)
        {
            if (tags[i] is 11 or 12 or 6)
            {
                return i;
            }
        }

        return cue.First;
    }

    private static List<TokenRun> Runs(Reading text, JsonElement spans)
    {
        var runs = new List<TokenRun>();
        foreach (var span in spans.EnumerateArray())
        {
            var (start, end) = (span[0].GetInt32(), span[1].GetInt32());
            int first = -1, last = -1;
            for (var i = FirstAt(text, start); i < text.Count && text.Tokens[i].Start < end; i++)
            {
                first = first < 0 ? i : first;
                last = i + 1;
            }

            if (first >= 0)
            {
                runs.Add(new TokenRun(first, last));
            }
        }

        return runs;
    }

    private static int FirstAt(Reading text, int start)
    {
        var i = 0;
        int low = 0, high = text.Count;
        while (low < high)
        {
            i = (low + high) / 2;
            if (text.Tokens[i].End <= start)
            {
                low = i + 1;
            }
            else
            {
                high = i;
            }
        }

        return low;
    }
}
