using System.Text.Json.Serialization;
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
            foreach (var question in JsonLines.Read<Question>(questions))
            {
                if (collection)
                {
                    JsonLines.Write(output, new Ranking<string>(question.Id, [.. Collection(index, question.Asked)]));
                }
                else
                {
                    var numbers = index.RankSentences(question.DocumentId, question.Asked, !pools.Contains(question.DocumentId));
                    JsonLines.Write(output, new Ranking<int>(question.Id, [.. numbers.Select(number => number - 1)]));
                }
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The ids of the documents whose sentences are unrelated.</summary>
    private static HashSet<string> Fill(SentenceIndex index, string docs)
    {
        var pools = new HashSet<string>();
        foreach (var document in JsonLines.Read<Document>(docs))
        {
            if (document.Pool)
            {
                pools.Add(document.Id);
            }

            var sentences = new List<Sentence>(document.Sentences.Count);
            var start = 0;
            foreach (var text in document.Sentences)
            {
                sentences.Add(new Sentence(sentences.Count + 1, new TextSpan(start, text.Length), 1));
                start += text.Length + 1;
            }

            var article = new Article(document.Id, document.Title ?? "", string.Join(' ', document.Sentences));
            index.Replace(new IndexedFile(document.Id, ""), [(article, new ArticleAnalysis(sentences, [], []))]);
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

    private sealed record Document(string Id, IReadOnlyList<string> Sentences, string? Title = null, bool Pool = false);

    private sealed record Question(string Id, [property: JsonPropertyName("doc_id")] string DocumentId, [property: JsonPropertyName("question")] string Asked);

    private sealed record Ranking<T>(string Id, IReadOnlyList<T> Ranked);
}
