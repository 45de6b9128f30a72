using BriefingBot.Quotes.Articles;
using BriefingBot.Quotes.Quotations;
using BriefingBot.Search;

namespace BriefingBot.Tests.Commands;

/// <summary>Passages as an index would answer them, made by hand.</summary>
internal static class SamplePassages
{
    public const string Sentence = "In Brussels, Jens Stoltenberg called it a “cornerstone for European security.”";

    public static readonly PassageSource Article = new("inf-treaty", "Putin suspends the INF Treaty") { Published = new DateOnly(2019, 3, 4) };

    /// <summary>One sentence, its quotation running from <c>a “</c> to the end, and <paramref name="hit"/> emphasised.</summary>
    public static Passage Quoting(string text = Sentence, string quotation = "a “cornerstone for European security.”", string hit = "cornerstone", int start = 100)
    {
        var span = new TextSpan(start + text.IndexOf(quotation, StringComparison.Ordinal), quotation.Length);
        var at = text.IndexOf(hit, StringComparison.Ordinal);
        return new Passage
        {
            Id = "0123456789abcdef",
            Score = 7.314159,
            Article = Article,
            Sentence = 7,
            Span = new TextSpan(start, text.Length),
            Text = text,
            Match = PassageMatch.Exact,
            Highlights = at < 0 ? [] : [new TextSpan(start + at, hit.Length)],
            Why = "“Jens Stoltenberg” is the subject of “called”.",
            Quotation = new QuotedStatement
            {
                Text = quotation,
                Spans = [span],
                Kind = QuotationKind.Partly,
                Cue = "called",
                Mention = "Jens Stoltenberg",
                Speaker = "Jens Stoltenberg",
                Speakers = ["Jens Stoltenberg"],
                Role = "NATO Secretary-General",
                Confidence = 0.9412,
            },
        };
    }

    /// <summary>A claim and, in the sentence after it, its denial: “Otto Kern denied that.”</summary>
    public static (Passage Claim, Passage Answer) Pair()
    {
        var claim = Quoting() with { Id = "0123456789ab" };
        return (claim, Denial(claim));
    }

    /// <summary>That the second denies the first, wherever the first ends.</summary>
    public static ClaimsAndAnswers Pairs(Passage claim, Passage answer) =>
        ClaimsAndAnswers.In([new StoryStatement(claim, [claim.Id]), new StoryStatement(Denial(claim), [answer.Id])]);

    private static Passage Denial(Passage claim)
    {
        var denial = Quoting("Otto Kern denied that.", "that", "that", claim.Span.End + 1);
        return denial with
        {
            Id = "ba9876543210",
            Sentence = 8,
            Highlights = [],
            Quotation = denial.Quotation! with { Kind = QuotationKind.Paraphrase, Cue = "denied", Mention = "Otto Kern", Speaker = "Otto Kern", Speakers = ["Otto Kern"], Role = null },
        };
    }

    /// <summary>A sentence that quotes nobody, of an article without a day of publication.</summary>
    public static Passage Plain(string text) => Quoting() with
    {
        Text = text,
        Span = new TextSpan(0, text.Length),
        Highlights = [],
        Quotation = null,
        Match = PassageMatch.Words,
        Article = new PassageSource("note", "A note") { Added = new DateTimeOffset(2026, 1, 2, 23, 30, 0, TimeSpan.Zero), Url = "https://news.example/a" },
    };
}
