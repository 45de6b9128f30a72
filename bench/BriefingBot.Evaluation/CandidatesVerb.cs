using BriefingBot.Evaluation.Pairs;
using BriefingBot.Evaluation.Stories;
using BriefingBot.Search;
using BriefingBot.Search.Claims;

namespace BriefingBot.Evaluation;

/// <summary>
/// The verb <c>candidates</c>: the pairs of marked statements of which the model of replies judges, each with its facts and as what people marked
/// it, for training. What another reader may judge otherwise is left out.
/// </summary>
internal static class CandidatesVerb
{
    public static void Run(IEnumerable<GoldStory> stories, TextWriter output)
    {
        var scratch = Directory.CreateTempSubdirectory("briefingbot-candidates-").FullName;
        try
        {
            var number = 0;
            foreach (var story in stories)
            {
                using var index = StoryPairs.Indexed(story.Articles.Select(article => (GoldAnalysis.ArticleOf(article), GoldAnalysis.Of(article))), Path.Combine(scratch, $"{number++}"));
                Write(story, index, output);
            }
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }

    private static void Write(GoldStory story, SentenceIndex index, TextWriter output)
    {
        var places = index.Statements(PassageQuery.Everything).Where(statement => statement.Passage.Quotation is not null).SelectMany(StatementPlace.Of).ToList();
        var (search, score) = (new ClaimSearch(places, (article, sentence) => index.Sentence(article, sentence)?.Text), new PairScore(story));
        foreach (var pair in search.Candidates().SelectMany(candidates => candidates))
        {
            var (claim, answer) = (score.PlaceOf(pair.Claim.Place), score.PlaceOf(pair.Answer.Place));
            var facts = new float[ReplyModel.Facts];
            ReplyModel.ReadFacts(pair, facts);
            if (claim is null || answer is null || !score.IsDoubtful(claim.Value, answer.Value))
            {
                var kind = claim is null || answer is null ? null : score.KindOf(claim.Value, answer.Value);
                JsonLines.Write(output, new Row(story.Articles[0].Id, $"{pair.Answer.Place.Article}#{pair.Answer.Place.Start}", kind?.ToString().ToLowerInvariant(), facts));
            }
        }
    }

    private sealed record Row(string Story, string Answer, string? Kind, float[] Facts);
}
