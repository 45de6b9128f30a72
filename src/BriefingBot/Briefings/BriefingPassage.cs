using BriefingBot.Commands;
using BriefingBot.Quotes.Quotations;
using BriefingBot.Search;

namespace BriefingBot.Briefings;

/// <summary>A passage as a briefing shows it, with every statement that stands in it: no sentence is shown once for each.</summary>
internal sealed record BriefingPassage
{
    /// <summary>A headline, and the two lines that may stand below it.</summary>
    private const int LastOfHead = 3;

    /// <summary>The passage, emphasised for the one who says most in it.</summary>
    public required Passage Passage { get; init; }

    /// <summary>Its statements in text order; the sentence itself where it quotes nobody.</summary>
    public required IReadOnlyList<StoryStatement> Statements { get; init; }

    /// <summary>All identities of all its statements.</summary>
    public IEnumerable<string> Identities => Statements.SelectMany(statement => statement.Identities);

    /// <summary>
    /// Whether it is no more than the article's own headline, or a line below that: what every passage names as its source anyway. Known by its
    /// words, which the title has too, or by the full stop that no headline has.
    /// </summary>
    public bool IsHeadline => Passage.Sentence <= LastOfHead
        && (!EndsAsSentence(Passage.Text) || ContentWords.Of(Passage.Text).Stems.All(ContentWords.Of(Passage.Article.Title).Stems.Contains));

    /// <summary>“In the same passage: Washington, paraphrase.”; null when nobody else speaks in it.</summary>
    public string? Others { get; private init; }

    /// <summary>Statements, some of which stand in the same sentences, as passages in their order; the first of each decides the order.</summary>
    public static List<BriefingPassage> Of(IReadOnlyList<StoryStatement> statements)
    {
        var order = new Dictionary<StoryStatement, int>(ReferenceEqualityComparer.Instance);
        foreach (var statement in statements)
        {
            order.Add(statement, order.Count);
        }

        var groups = new List<(int Order, List<StoryStatement> Statements)>();
        foreach (var article in statements.GroupBy(statement => statement.Passage.Article.Id, StringComparer.Ordinal))
        {
            var (start, end) = (0, -1);
            foreach (var statement in article.OrderBy(s => s.Passage.Span.Start).ThenByDescending(s => s.Passage.Span.End).ThenBy(s => order[s]))
            {
                var span = statement.Passage.Span;
                if (span.Start >= start && span.End <= end)
                {
                    var group = groups[^1];
                    group.Statements.Add(statement);
                    groups[^1] = group with { Order = Math.Min(group.Order, order[statement]) };
                    continue;
                }

                groups.Add((order[statement], [statement]));
                (start, end) = (span.Start, span.End);
            }
        }

        return [.. groups.OrderBy(group => group.Order).Select(group => Join(group.Statements))];
    }

    private static bool EndsAsSentence(string text) => text.AsSpan().TrimEnd().TrimEnd("”’\"'»«)]") is [.., '.' or '!' or '?' or '…' or ':'];

    private static BriefingPassage Join(List<StoryStatement> statements)
    {
        var whole = statements[0].Passage;
        var inOrder = statements.OrderBy(s => s.Passage.Quotation?.Spans[0].Start ?? 0).ToList();
        if (statements.Count == 1)
        {
            return new BriefingPassage { Passage = whole, Statements = inOrder };
        }

        // Of those whose own passage is the whole, so that it is found again as it was shown.
        var main = statements.Where(s => s.Passage.Span == whole.Span).MaxBy(s => s.Passage.Quotation?.Text.Length ?? 0)!.Passage;
        var same = inOrder.Select(s => s.Passage.Quotation).OfType<QuotedStatement>().Where(q => AreSame(q, main.Quotation!)).ToList();
        var others = inOrder.Select(s => s.Passage).Where(p => !AreSame(p.Quotation!, main.Quotation!))
            .Select(p => $"{PassageFormatter.Who(p)}, {PassageFormatter.Kind(p.Quotation!)}").Distinct().ToList();
        return new BriefingPassage
        {
            Passage = main with
            {
                Sentence = whole.Sentence,
                Span = whole.Span,
                Text = whole.Text,
                Highlights = whole.Highlights,
                Quotation = Together(main.Quotation!, same, whole),
            },
            Statements = inOrder,
            Others = others.Count == 0 ? null : $"In the same passage: {string.Join("; ", others)}.",
        };
    }

    /// <summary>Several statements of one speaker, emphasised together.</summary>
    private static QuotedStatement Together(QuotedStatement main, List<QuotedStatement> same, Passage whole)
    {
        var spans = same.SelectMany(quotation => quotation.Spans).Distinct().OrderBy(span => span.Start).ToList();
        var (start, end) = (spans[0].Start, spans.Max(span => span.End));
        var kinds = same.Select(quotation => quotation.Kind).Distinct().ToList();
        return main with
        {
            Spans = spans,
            Text = whole.Text[(start - whole.Span.Start)..(end - whole.Span.Start)],
            Kind = kinds.Count == 1 ? kinds[0] : QuotationKind.Partly,
            IsTurn = same.TrueForAll(quotation => quotation.IsTurn),
        };
    }

    private static bool AreSame(QuotedStatement a, QuotedStatement b) =>
        a.Speaker == b.Speaker && (a.Speaker is not null || a.Mention == b.Mention);
}
