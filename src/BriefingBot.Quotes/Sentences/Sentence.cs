using BriefingBot.Quotes.Articles;

namespace BriefingBot.Quotes.Sentences;

/// <summary>One sentence of an article.</summary>
/// <param name="Ordinal">Its number in the article, from 1.</param>
/// <param name="Span">Where it stands, without the white space around it; never empty.</param>
/// <param name="Paragraph">The number of its paragraph (a run of text without a line break), from 1.</param>
public readonly record struct Sentence(int Ordinal, TextSpan Span, int Paragraph);
