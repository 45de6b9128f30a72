using BriefingBot.Quotes.Sentences;

namespace BriefingBot.Quotes.Quotations;

/// <summary>
/// Finds what is said in an article and who says it. Deterministic and thread-safe: one instance serves the program.
/// </summary>
public sealed class QuotationFinder
{
    /// <summary>The sentences, quotations and cast of <paramref name="text"/>; any string is good input.</summary>
#pragma warning disable CA1822 // An instance: a trained model is going to be a part of it.
    public ArticleAnalysis Analyze(string text) => new(SentenceSplitter.Split(text), [], []);
#pragma warning restore CA1822
}
