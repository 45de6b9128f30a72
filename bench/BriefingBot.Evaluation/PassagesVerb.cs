using System.Text.Json;
using BriefingBot.Quotes.Articles;
using BriefingBot.Quotes.Quotations;
using BriefingBot.Quotes.Sentences;
using BriefingBot.Search;

namespace BriefingBot.Evaluation;

/// <summary>The verb <c>passages</c>: documents and questions in, ranked sentences out, through a real index in a temporary folder.</summary>
internal static class PassagesVerb
{
    private const int CollectionDepth = 100;

    public static void Run(string docs, string questions, bool collection, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("briefingbot-passages-").FullName;
        try
        {
            using var index = SentenceIndex.Open(Path.Combine(folder, "lucene"), docs, TimeProvider.System);
            var pools = Fill(index, docs);
            foreach (var question in Lines(questions))
            {
                var id = question.GetProperty("id").GetString();
                var document = question.GetProperty("doc_id").GetString()!;
                var asked = question.GetProperty("question").GetString()!;
                var line = collection
                    ? JsonSerializer.Serialize(new { id, ranked = Collection(index, asked) })
                    : JsonSerializer.Serialize(new
                    {
                        id,
                        ranked = index.RankSentences(document, asked, !pools.Contains(document)).Select(number => number - 1),
                    });
                output.WriteLine(line);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
            File.Delete(folder + ".lock");
        }
    }

    /// <summary>The ids of the documents whose sentences are unrelated.</summary>
    private static HashSet<string> Fill(SentenceIndex index, string docs)
    {
        var pools = new HashSet<string>();
        foreach (var document in Lines(docs))
        {
            var id = document.GetProperty("id").GetString()!;
            var sentences = document.GetProperty("sentences").EnumerateArray().Select(s => s.GetString()!).ToList();
            var title = document.TryGetProperty("title", out var given) ? given.GetString() ?? "" : "";
            if (document.TryGetProperty("pool", out var pool) && pool.ValueKind == JsonValueKind.True)
            {
                pools.Add(id);
            }

            var starts = sentences.Aggregate(new List<int> { 0 }, (list, sentence) => [.. list, list[^1] + sentence.Length + 1]);
            var analysis = new ArticleAnalysis(
                [.. sentences.Select((text, i) => new Sentence(i + 1, new TextSpan(starts[i], text.Length), 1))], [], []);
            index.Replace(new IndexedFile(id, ""), [(new Article(id, title, string.Join(' ', sentences)), analysis)]);
        }

        index.Refresh();
        return pools;
    }

    private static IEnumerable<string> Collection(SentenceIndex index, string question)
    {
        var query = new PassageQuery { Words = question, Scope = PassageScope.Sentences, RefuseWeak = false, Take = CollectionDepth };
        foreach (var passage in index.Search(query).Passages)
        {
            yield return $"{passage.Article.Id}:{passage.Sentence - 1}";
            foreach (var again in passage.Occurrences)
            {
                yield return $"{again.Article.Id}:{again.Sentence - 1}";
            }
        }
    }

    private static IEnumerable<JsonElement> Lines(string path) => File.ReadLines(path)
        .Where(line => !string.IsNullOrWhiteSpace(line)).Select(line => JsonSerializer.Deserialize<JsonElement>(line));
}
