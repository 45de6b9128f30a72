using BriefingBot.Search;

namespace BriefingBot.Commands;

/// <summary>What can be asked about a passage that was shown: the sentences around it, and why it was answered.</summary>
internal sealed class PassageDetails(SentenceIndex index)
{
    private const int Around = 2;

    /// <summary>The passage with the sentences before and after it, as the article has them now, and what answers it or is answered by it.</summary>
    public Reply Context(Passage shown) => Find(shown.Id) is { } now ? Context(now, Differ(shown, now)) : Gone("context");

    /// <inheritdoc cref="Context(Passage)"/>
    /// <param name="passage">As the article has it now.</param>
    /// <param name="hasChanged">Whether it was shown otherwise.</param>
    public Reply Context(Passage passage, bool hasChanged)
    {
        var sentences = index.Context(passage.Article.Id, Math.Max(1, passage.Sentence - Around), passage.Sentence + LongestPassage);
        var last = sentences.LastOrDefault(sentence => sentence.Span.Start < passage.Span.End)?.Ordinal ?? passage.Sentence;
        return new Reply
        {
            Command = "context",
            Heading = $"Around sentence {passage.Sentence} of {Wording.Quoted(Wording.OnOneLine(passage.Article.Title))}",
            Passages = [],
            Leading = [passage],
            Total = 1,
            Sections =
            [
                new(null, [.. sentences.Where(sentence => sentence.Ordinal <= last + Around).Select(sentence =>
                    new ReplyLine($"{sentence.Ordinal}", sentence.Text) { Emphasised = passage.Span.Overlaps(sentence.Span) })]),
                .. PairWords.Sections(passage, index.Pairs),
            ],
            Notes = Changed(hasChanged),
        };
    }

    /// <summary>The rule that attributed the passage, or the words that matched.</summary>
    public Reply Why(Passage shown) => Find(shown.Id) is not { } now ? Gone("why") : Why(
        now with { Why = shown.Why, Match = shown.Match, Highlights = now.Span == shown.Span ? shown.Highlights : now.Highlights },
        Differ(shown, now));

    /// <inheritdoc cref="Why(Passage)"/>
    /// <param name="passage">As the article has it now.</param>
    /// <param name="hasChanged">Whether it was shown otherwise.</param>
    public static Reply Why(Passage passage, bool hasChanged)
    {
        var lines = new List<ReplyLine> { new("Why", passage.Why) };
        if (passage.Quotation is { } quotation)
        {
            lines.Add(new("Statement", Wording.OnOneLine(quotation.Text)));
            lines.Add(new("Attribution", quotation.Confidence > 0 ? $"{Certainty(quotation.Confidence)} ({Math.Round(quotation.Confidence * 100)} %)" : "none"));
        }

        return new Reply
        {
            Command = "why",
            Heading = PassageFormatter.Who(passage) ?? $"Sentence {passage.Sentence}",
            Leading = [passage],
            Total = 1,
            Sections = [new(null, lines)],
            Notes = Changed(hasChanged),
        };
    }

    /// <summary>The passage of this <see cref="Passage.Id"/> as it reads now; null when it is no longer in the story.</summary>
    public Passage? Find(string passageId) => index.Find(passageId);

    /// <summary>What is said of a passage that is no longer in the story.</summary>
    public static Reply Gone(string command) => new()
    {
        Command = command,
        Heading = "That statement is no longer in this story.",
        Found = false,
    };

    /// <summary>A passage seldom has more sentences than this; the context is cut there.</summary>
    private const int LongestPassage = 30;

    private static bool Differ(Passage shown, Passage now) => shown.Text != now.Text || shown.Sentence != now.Sentence;

    private static IReadOnlyList<string> Changed(bool hasChanged) =>
        hasChanged ? ["The article has changed since; this is how it reads now."] : [];

    /// <summary>What is called certain was right, words and speaker, in 95 of 100 cases of the development part (docs/quotations.md).</summary>
    private static string Certainty(double confidence) => confidence switch
    {
        >= 0.94 => "certain",
        >= 0.6 => "likely",
        _ => "uncertain",
    };
}
