using BriefingBot.Quotes.Articles;
using BriefingBot.Quotes.Quotations;
using BriefingBot.Search.Words;

namespace BriefingBot.Search.Claims;

/// <summary>A statement in one of the places where it stands.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="Article">The id of the article.</param>
/// <param name="Passage">The sentences that hold it there.</param>
/// <param name="Start">Where its words begin there.</param>
internal sealed record StatementPlace(StoryStatement Statement, string Article, TextSpan Passage, int Start)
{
    /// <summary>A word so far behind a “not” is meant by it, and one so far before.</summary>
    private const int BehindNot = 5, BeforeNot = 2;

    /// <summary>Words in their order that another repeats, and how many of them must tell something.</summary>
    private const int LeastRepeated = 3, LeastTelling = 2, LongestRepeated = 50;

    /// <summary>So many words of a statement are looked at when two are compared: what somebody answers to stands early.</summary>
    private const int LongestCompared = 300;

    /// <summary>“The executive” is no longer, and “a former executive” begins within so many words.</summary>
    private const int LongestNoun = 4, FirstOfSource = 6;

    /// <summary>So many words after a name may tell that they said something.</summary>
    private const int AfterName = 3;

    private static readonly char[] Closing = ['”', '"', '’', '\'', ' '];

    /// <summary>Its words, all of them.</summary>
    public IReadOnlyList<Word> Words { get; } = WordReader.Read(Statement.Passage.Quotation!.Text);

    /// <summary>The words that say that it was said.</summary>
    public IReadOnlyList<Word> CueWords { get; } = WordReader.Read(Statement.Passage.Quotation!.Cue ?? "");

    /// <summary>The statement's own identity.</summary>
    public string Id => Statement.Passage.Id;

    public DateOnly? Day => Statement.Passage.Article.Published;

    public Party Party { get; init; } = Party.Of(Statement.Passage.Quotation!);

    /// <summary>Null for one that answers nothing.</summary>
    public AnswerReading? Answer { get; } = AnswerReading.Of(Statement.Passage);

    /// <summary>Whether it may be a claim: not what somebody did not say, or thought.</summary>
    public bool IsSaid { get; } = Cue.Of(Statement.Passage.Quotation!.Cue).IsSaid;

    /// <summary>Whether all of it stands in quotation marks.</summary>
    public bool IsDirect => Statement.Passage.Quotation!.Kind == QuotationKind.Direct;

    /// <summary>Whether it stands in the article's title, which tells what stands below it.</summary>
    public bool IsInTitle => IsFirstPlace && _isFirstInTitle;

    private readonly bool _isFirstInTitle = Statement.Passage.Sentence == 1 && Statement.Passage.Article.Title is { Length: > 0 } title
        && WordReader.Read(title).ConvertAll(word => word.Form) is { Count: > 0 } ofTitle
        && WordReader.Read(Statement.Passage.Text).Take(ofTitle.Count).Select(word => word.Form).SequenceEqual(ofTitle);

    /// <summary>Whether this is where the statement's own passage stands.</summary>
    public bool IsFirstPlace => Article == Statement.Passage.Article.Id && Passage == Statement.Passage.Span;

    /// <summary>Whether it stands in quotation marks, in part at least, or only its place or a colon says who speaks.</summary>
    public bool IsQuoted => HasNoCue || Statement.Passage.Quotation!.Kind != QuotationKind.Paraphrase;

    /// <summary>Whether only its place or a colon says who speaks.</summary>
    public bool HasNoCue => Statement.Passage.Quotation!.Cue is null or ":";

    /// <summary>Whether its words stand right behind the name of whoever says them and a colon.</summary>
    public bool IsSpokenTurn { get; } = Statement.Passage.Quotation!.Cue is null or ":" or "" && Statement.Passage.Text.AsSpan(
        0, Math.Clamp(Statement.Passage.Quotation.Spans[0].Start - Statement.Passage.Span.Start, 0, Statement.Passage.Text.Length)).TrimEnd() is [.., ':'];

    /// <summary>Whether its last words are a question.</summary>
    public bool EndsAsking { get; } = Statement.Passage.Quotation!.Text.AsSpan().TrimEnd(Closing).EndsWith("?");

    /// <summary>Whether it is a question.</summary>
    public bool Asks { get; } = Cue.Of(Statement.Passage.Quotation!.Cue).Asks
        || (Statement.Passage.Quotation.Cue is { } cue && Statement.Passage.Text.Contains($"{cue} to know ", StringComparison.Ordinal))
        || (Statement.Passage.Quotation.Cue is null or ":" ? Statement.Passage.Quotation.Text.Contains('?', StringComparison.Ordinal)
            : Statement.Passage.Quotation.Text.AsSpan().TrimEnd(Closing).EndsWith("?"));

    /// <summary>Whether nobody with a name is said to make it.</summary>
    public bool IsUnnamed => Statement.Passage.Quotation!.Speakers.Count == 0;

    /// <summary>Whether it is given to “they”, whoever that is.</summary>
    public bool IsByPronoun => IsUnnamed && Statement.Passage.Quotation!.Mention?.ToLowerInvariant() is "he" or "she" or "it" or "they";

    /// <summary>Of “the executive”, who may have been “a former executive” before, the noun's stem; null of others.</summary>
    public string? Again { get; } = Statement.Passage.Quotation is { Speakers.Count: 0, Mention: { } mention }
        && WordReader.Read(mention) is [{ Form: "the" or "that" or "this" }, .., var last] words && words.Count <= LongestNoun
        && !words.Exists(word => word.Is(WordTraits.Capital) && !word.Is(WordTraits.First)) ? last.Stem : null;

    /// <summary>“Claimed”, “alleged”.</summary>
    public bool IsAlleged => CueWords.Any(word => ReplyWords.Claiming.Any(begin => word.Form.StartsWith(begin, StringComparison.Ordinal)));

    /// <summary>The same, or “insisted”.</summary>
    public bool IsClaimed => IsAlleged || CueWords.Any(word => ReplyWords.Insisting.Contains(word.Form));

    /// <summary>“Adding”: said beside what was said before, rather than for it.</summary>
    public bool Adds { get; } = Cue.Of(Statement.Passage.Quotation!.Cue).Adds;

    /// <summary>What it speaks of, as stems.</summary>
    public IReadOnlySet<string> Matter { get; } = WordReader.Read(Statement.Passage.Quotation!.Text).Where(word => !word.Is(WordTraits.Stop))
        .Select(word => word.Stem).ToHashSet(StringComparer.Ordinal);

    /// <summary>All places of a statement that quotes somebody.</summary>
    public static IEnumerable<StatementPlace> Of(StoryStatement statement)
    {
        var passage = statement.Passage;
        var place = new StatementPlace(statement, passage.Article.Id, passage.Span, passage.Quotation!.Spans[0].Start);
        return passage.Occurrences
            .Select(other => place with { Article = other.Article.Id, Passage = other.Span, Start = other.Span.Start }).Prepend(place);
    }

    /// <summary>Whether it speaks of somebody by name.</summary>
    public bool Names(Party party) => party.IsNamedIn(Words);

    /// <summary>“Berg claims …”: whether it tells what somebody says.</summary>
    public bool Reports(Party party) => Words.Where((word, i) => word.Is(WordTraits.Capital) && party.IsNamedIn([word])
        && Words.Skip(i + 1).Take(AfterName).Any(after => ReplyWords.Reporting.Contains(after.Form))).Any();

    /// <summary>Whether it is given to “a former executive”, or one of them, whoever that is.</summary>
    /// <param name="noun">A stem.</param>
    public bool Introduces(string noun) => Statement.Passage.Quotation is { Speakers.Count: 0, Mention: { } mention }
        && WordReader.Read(mention) is [{ Form: "a" or "an" or "one" or "another" or "two" or "three" }, ..] words && words.Take(FirstOfSource).Any(word => word.Stem == noun);

    /// <summary>Whether a word stands shortly behind a “not” or “no”, or before one; false also where it does not stand at all.</summary>
    /// <param name="stem">Of the word.</param>
    public bool IsNegated(string stem)
    {
        var at = Words.TakeWhile((word, i) => i < LongestCompared && word.Stem != stem).Count();
        return at < Math.Min(Words.Count, LongestCompared) && (Words.Take(at).TakeLast(BehindNot).Any(word => ReplyWords.Negations.Contains(word.Form))
            || Words.Skip(at + 1).Take(BeforeNot).Any(word => ReplyWords.Negations.Contains(word.Form)));
    }

    /// <summary>Whether it repeats words of another in their order.</summary>
    public bool Echoes(StatementPlace claim)
    {
        var (theirs, own) = (Math.Min(claim.Words.Count, LongestCompared), Math.Min(Words.Count, LongestCompared));
        for (var i = 0; i < theirs; i++)
        {
            for (var j = 0; j < own; j++)
            {
                var (run, telling) = (0, 0);
                while (i + run < theirs && j + run < own && run < LongestRepeated && claim.Words[i + run].Form == Words[j + run].Form)
                {
                    telling += Words[j + run].Is(WordTraits.Stop) ? 0 : 1;
                    if (++run >= LeastRepeated && telling >= LeastTelling)
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }

    /// <summary>What stands around it; of statements that stand again, nothing.</summary>
    /// <param name="previous">The statement before it in the article; null for the first.</param>
    public Frame FrameAfter(StatementPlace? previous)
    {
        var (passage, said) = (Statement.Passage, Statement.Passage.Quotation!.Spans);
        if (!IsFirstPlace)
        {
            return Frame.Empty;
        }

        var before = previous is { IsFirstPlace: true } && previous.Passage.Overlaps(Passage)
            ? previous.Statement.Passage.Quotation!.Spans.Where(span => span.End <= said[0].Start).Select(span => span.End - passage.Span.Start).DefaultIfEmpty(0).Max() : 0;
        return Frame.Of(passage.Text, [.. said.Select(span => span with { Start = span.Start - passage.Span.Start })], Math.Max(0, before), Party);
    }

    /// <summary>Characters between the sentences of the two; 0 where they meet or overlap.</summary>
    public int From(StatementPlace earlier) => Math.Max(0, Passage.Start - earlier.Passage.End);
}
