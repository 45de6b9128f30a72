using BriefingBot.Quotes.Quotations;
using BriefingBot.Search;

namespace BriefingBot.Commands;

/// <summary>A claim and its answers in words, the same on every surface.</summary>
internal static class PairWords
{
    /// <summary>What is repeated of the other statement, in code units.</summary>
    private const int LongestStatement = 160;

    /// <summary>So many answers to a statement are told below it, and so many claims that it answers.</summary>
    private const int Most = 2;

    /// <summary>
    /// What a line below a passage says of each answer to it and of each claim that it answers: “Denied by Maria Zakharova, 4 March 2019 ·
    /// sentence 12: “…””, what is left out counted. None for a passage that belongs to no pair.
    /// </summary>
    /// <param name="passage">Which.</param>
    /// <param name="pairs">Of the story.</param>
    public static IEnumerable<string> Below(Passage passage, ClaimsAndAnswers pairs)
    {
        var (answers, claims) = (pairs.AnswersTo(passage.Id), pairs.ClaimsOf(passage.Id));
        return Lines([.. answers.Select(pair => (Answered(pair), pair.Answer.Passage))], "more statement answers it", "more statements answer it", passage)
            .Concat(Lines([.. claims.Select(pair => (Answering(pair), pair.Claim.Passage))], "more claim is answered", "more claims are answered", passage));
    }

    /// <summary>The other statements with all of their sentences, each with why it belongs to the passage.</summary>
    /// <param name="passage">Which.</param>
    /// <param name="pairs">Of the story.</param>
    public static IEnumerable<ReplySection> Sections(Passage passage, ClaimsAndAnswers pairs) =>
        pairs.AnswersTo(passage.Id).Take(Most).Select(pair => Section(Answered(pair), pair, pair.Answer.Passage, passage))
            .Concat(pairs.ClaimsOf(passage.Id).Take(Most).Select(pair => Section(Answering(pair), pair, pair.Claim.Passage, passage)));

    /// <summary>What is said; with the verb where that alone is no sentence: “accused Moscow of violating the accord”.</summary>
    public static string Said(Passage passage)
    {
        var text = passage.Quotation?.Text ?? passage.Text;
        return passage.Quotation is { Kind: QuotationKind.Paraphrase, Cue: { } cue } && !text.StartsWith("that ", StringComparison.Ordinal)
            && passage.Text.Contains($"{cue} {text}", StringComparison.Ordinal) ? $"{cue} {text}" : text;
    }

    /// <summary>“denial” or “answer”.</summary>
    public static string Kind(AnsweredClaim pair) => pair.Denies ? "denial" : "answer";

    private static string Answered(AnsweredClaim pair) => $"{(pair.Denies ? "Denied" : "Answered")} by {Name(pair.Answer.Passage)}";

    private static string Answering(AnsweredClaim pair) => $"{(pair.Denies ? "Denies" : "Answers")} {Name(pair.Claim.Passage)}";

    private static string Name(Passage passage) => passage.Quotation switch
    {
        { Speaker: { } speaker } => Wording.OnOneLine(speaker),
        { Mention: { } mention } => $"“{Wording.OnOneLine(mention)}”",
        _ => "somebody",
    };

    private static IEnumerable<string> Lines(IReadOnlyList<(string Head, Passage Other)> others, string oneMore, string more, Passage passage)
    {
        foreach (var (head, other) in others.Take(Most))
        {
            yield return $"{head}, {Place(other, passage)}: {Wording.Quoted(Wording.Shortened(Wording.OnOneLine(Said(other)), LongestStatement))}";
        }

        var left = others.Count - Most;
        if (left > 0)
        {
            yield return $"{left} {(left == 1 ? oneMore : more)}.";
        }
    }

    private static ReplySection Section(string head, AnsweredClaim pair, Passage other, Passage passage) => new(
        $"{head}, {Place(other, passage)}", [new ReplyLine($"{other.Sentence}", other.Text) { Emphasised = true }, new ReplyLine("Why", pair.Why)]);

    /// <summary>“4 March 2019 · sentence 12”, before it the title of another article.</summary>
    private static string Place(Passage other, Passage passage)
    {
        string?[] parts =
        [
            other.Article.Id == passage.Article.Id ? null : Wording.Quoted(Wording.OnOneLine(other.Article.Title)),
            other.Article.Published is { } day ? Wording.Day(day) : null,
            PassageFormatter.Sentence(other),
        ];
        return string.Join(" · ", parts.OfType<string>());
    }
}
