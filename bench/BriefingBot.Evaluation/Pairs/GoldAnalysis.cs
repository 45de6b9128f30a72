using BriefingBot.Evaluation.Stories;
using BriefingBot.Quotes.Articles;
using BriefingBot.Quotes.Quotations;
using BriefingBot.Quotes.Sentences;

namespace BriefingBot.Evaluation.Pairs;

/// <summary>What people marked in an article, in the shape of what is found in one.</summary>
internal static class GoldAnalysis
{
    public static Article ArticleOf(GoldArticle gold) =>
        new(gold.Id, gold.Title, gold.Text) { Published = gold.Date, Source = gold.Publisher };

    public static ArticleAnalysis Of(GoldArticle gold) =>
        new(SentenceSplitter.Split(gold.Text), [.. gold.Attributions.Select(Quotation).OrderBy(said => said.Spans[0].Start)], []);

    private static Quotation Quotation(GoldAttribution said) => new()
    {
        Spans = said.Content,
        Kind = said.Kind,
        Cue = said.Cue is [var cue, ..] ? cue : null,
        Mention = said.Source is [var source, ..] ? source : null,
        Speakers = said.Speaker is { } name ? [new Speaker(name, said.SpeakerType == "organization" ? SpeakerType.Organization : SpeakerType.Person)] : [],
        SpeakerName = said.Speaker,
        Confidence = 1,
        Why = "So people marked it.",
    };
}
