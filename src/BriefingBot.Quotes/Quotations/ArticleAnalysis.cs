using BriefingBot.Quotes.Articles;
using BriefingBot.Quotes.Sentences;

namespace BriefingBot.Quotes.Quotations;

/// <summary>What was found in one article's text.</summary>
/// <param name="Sentences">All sentences, in text order.</param>
/// <param name="Quotations">All quotations, ordered by where their content begins.</param>
/// <param name="Cast">The people and bodies that the article names, in order of first mention.</param>
public sealed record ArticleAnalysis(
    IReadOnlyList<Sentence> Sentences, IReadOnlyList<Quotation> Quotations, IReadOnlyList<Speaker> Cast)
{
    /// <summary>
    /// Stretches of two words and more in quotation marks, marks included, that no quotation touches: somebody is quoted there, or a
    /// title or a term stands there; whose words they are was not understood. In text order.
    /// </summary>
    public IReadOnlyList<TextSpan> Unattributed { get; init; } = [];

    /// <summary>
    /// The contiguous sentences that hold the quotation, its cue and its mention: first and last as indexes into <see cref="Sentences"/>.
    /// </summary>
    public (int First, int Last) SentencesOf(Quotation quotation)
    {
        var cover = quotation.Cover;
        // An attribution far away (a speaker named paragraphs before) is not part of the passage.
        if (quotation.Cue is { } cue)
        {
            cover = TextSpan.Cover(cover, cue);
        }

        if (quotation.Mention is { } mention)
        {
            cover = TextSpan.Cover(cover, mention);
        }

        return SentencesOf(cover);
    }

    /// <summary>The contiguous sentences that hold <paramref name="span"/>: first and last as indexes into <see cref="Sentences"/>.</summary>
    public (int First, int Last) SentencesOf(TextSpan span) => (IndexAt(span.Start), IndexAt(Math.Max(span.Start, span.End - 1)));

    private int IndexAt(int position)
    {
        int low = 0, high = Sentences.Count - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (Sentences[middle].Span.Start <= position)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return low;
    }
}
