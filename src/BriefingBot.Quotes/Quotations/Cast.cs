using BriefingBot.Quotes.Articles;

namespace BriefingBot.Quotes.Quotations;

/// <summary>
/// The people and bodies of one article, and what its mentions refer to. Made for one article, used by one thread; mentions are
/// resolved in text order, since a pronoun depends on who spoke before.
/// </summary>
internal sealed class Cast
{
    private Cast(ArticleText text) => Text = text;

    public ArticleText Text { get; }

    public IReadOnlyList<Speaker> Members { get; } = [];

    public static Cast Of(ArticleText text) => new(text);

    /// <summary>Who is meant by <paramref name="mention"/> as the source of <paramref name="content"/>.</summary>
    public ResolvedSource Resolve(TextSpan mention, TextSpan content) =>
        new([], null, 0.3, $"“{mention.Of(Text.Text)}” is not brought to a name ({content.Length} characters).");
}

/// <summary>Who a mention refers to.</summary>
/// <param name="Speakers">None when it stays open, or when the source is a document, a poll or nobody named.</param>
/// <param name="Name">The speakers joined as the text joins them; null when open.</param>
/// <param name="Confidence">How likely that is right, 0 to 1.</param>
/// <param name="Why">The rule that decided, as a part of a sentence for a reader: “he” refers to …</param>
internal sealed record ResolvedSource(IReadOnlyList<Speaker> Speakers, string? Name, double Confidence, string Why);
