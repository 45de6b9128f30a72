using BriefingBot.Evaluation.Pairs;
using BriefingBot.Indexing;
using BriefingBot.Quotes.Quotations;
using BriefingBot.Search;

namespace BriefingBot.Evaluation;

/// <summary>The verb <c>answers</c>: finds which statement of a story answers the claim in which other one, for a reader who judges the pairs.</summary>
internal static class AnswersVerb
{
    /// <param name="path">Articles, one a line.</param>
    /// <param name="collection">Whether all of them are one story; else each is one.</param>
    /// <param name="output">A pair a line.</param>
    public static void Run(string path, bool collection, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("briefingbot-answers-").FullName;
        try
        {
            var (finder, number) = (OpenStory.FinderOf(ModelFile.Open(ModelFile.ShippedPath)), 0);
            var articles = JsonLines.Read<Article>(path);
            foreach (var story in collection ? [[.. articles]] : articles.Select(article => new[] { article }))
            {
                foreach (var pair in PairsOf(story, finder, Path.Combine(folder, $"{number++}")))
                {
                    JsonLines.Write(output, new Pair(story.Length == 1 ? story[0].Id : null, pair.Denies, pair.Why, SideOf(pair.Claim), SideOf(pair.Answer)));
                }
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IReadOnlyList<AnsweredClaim> PairsOf(Article[] story, QuotationFinder finder, string folder) => StoryPairs.Of(
        story.Select(article => (new Quotes.Articles.Article(article.Id, article.Title ?? "", article.Text) { Published = article.Date }, finder.Analyze(article.Text))),
        folder);

    private static Side SideOf(StoryStatement statement)
    {
        var (passage, said) = (statement.Passage, statement.Passage.Quotation!);
        return new Side(passage.Article.Id, passage.Sentence, said.Spans[0].Start, said.Spans[^1].End, said.Speaker, said.Cue, said.Text, passage.Text);
    }

    /// <summary>All that is read of a line: what else stands there is an answer of other kinds.</summary>
    private sealed record Article(string Id, string Text, string? Title = null, DateOnly? Date = null);

    private sealed record Pair(string? Story, bool Denies, string Why, Side Claim, Side Answer);

    private sealed record Side(string Article, int Sentence, int Start, int End, string? Speaker, string? Cue, string Text, string Passage);
}
