using BriefingBot.Quotes.Articles;
using BriefingBot.Search.Index;
using BriefingBot.Search.Words;
using Lucene.Net.Util;

namespace BriefingBot.Search.Ranking;

/// <summary>Makes passages of hits, with the names that the whole story gives.</summary>
internal sealed class PassageReader(StorySearcher searcher, string asked)
{
    private readonly List<Word> _asked = WordReader.Read(asked);
    private readonly TermLookup _statements = new(searcher, SentenceFields.Statement);

    public Passage Read(Scored scored)
    {
        var hit = scored.Hit;
        var record = searcher.Statement(hit);
        var quotation = record.Spans.Count > 0 ? record : QuotationIn(hit, record);
        var speakers = quotation?.Speakers ?? [];
        var isQuotation = record.Spans.Count > 0;
        return new Passage
        {
            Id = Identity(record),
            Score = scored.Score,
            Article = searcher.ArticleOf(hit).Source,
            Sentence = record.Sentence,
            Span = record.Span,
            Text = record.Text,
            Quotation = quotation is null ? null : Statement(quotation),
            Match = scored.Exact ? PassageMatch.Exact : PassageMatch.Words,
            Highlights = Highlighter.Mark(record.Text, record.Span.Start, _asked),
            Why = isQuotation && record.Why.Length > 0 ? record.Why : WhyOf(record),
            Occurrences = [.. Occurrences(hit, record)],
        };
    }

    /// <summary>The passage, and the identities of all that was folded into it.</summary>
    public StoryStatement ReadWithIdentities(Scored scored)
    {
        var passage = Read(scored);
        var versions = new List<StatementVersion> { new(passage.Id, passage.Article.Id, passage.Quotation?.Text ?? passage.Text) };
        foreach (var (leaf, document) in Places(scored.Hit))
        {
            var record = searcher.Statement(leaf, document);
            var (identity, article) = (Identity(record), searcher.ArticleOf(new Hit(leaf, document, 0)).Source.Id);
            if (!versions.Exists(version => version.Identity == identity && version.Article == article))
            {
                versions.Add(new StatementVersion(identity, article, TextOf(record)));
            }
        }

        return new StoryStatement(passage, [.. versions.Select(version => version.Identity).Distinct()]) { Versions = versions };
    }

    private static string Identity(StatementRecord record)
    {
        var type = record.Spans.Count > 0 ? SentenceFields.QuotationType : SentenceFields.SentenceType;
        IReadOnlyList<string> speakers = record.Speakers.Count > 0 ? record.Speakers : record.Mention is { } mention ? [mention] : [];
        return StatementKeys.Identity(WordsOf(record), type, type == SentenceFields.SentenceType ? [] : speakers);
    }

    /// <summary>From the first word that is said to the last; the sentence where it quotes nobody.</summary>
    private static string TextOf(StatementRecord record) => record.Spans.Count == 0 ? record.Text
        : record.Text[(record.Spans[0].Start - record.Span.Start)..(record.Spans.Max(s => s.End) - record.Span.Start)];

    private static List<Word> WordsOf(StatementRecord record) => record.Spans.Count == 0
        ? WordReader.Read(record.Text)
        : [.. record.Spans.SelectMany(span => WordReader.Read(record.Text, span with { Start = span.Start - record.Span.Start }))];

    /// <summary>
    /// Of a sentence's quotations the one that holds most of the words asked for, the first of those; of one that runs over several sentences
    /// what stands in this one.
    /// </summary>
    private StatementRecord? QuotationIn(Hit hit, StatementRecord sentence)
    {
        var stems = _asked.Where(word => !word.Is(WordTraits.Stop)).Select(word => word.Stem).ToHashSet(StringComparer.Ordinal);
        return sentence.Quotations.Select(offset => searcher.Statement(hit.Leaf, hit.Document + offset))
            .Select(quotation => quotation with { Span = sentence.Span, Text = sentence.Text, Spans = [.. Within(sentence.Span, quotation.Spans)] })
            .Where(quotation => quotation.Spans.Count > 0)
            .OrderByDescending(quotation => WordsOf(quotation).Count(word => stems.Contains(word.Stem))).FirstOrDefault();
    }

    private static IEnumerable<TextSpan> Within(TextSpan sentence, IReadOnlyList<TextSpan> spans) => spans
        .Select(span => (Start: Math.Max(span.Start, sentence.Start), End: Math.Min(span.End, sentence.End)))
        .Where(part => part.Start < part.End).Select(part => TextSpan.Between(part.Start, part.End));

    private QuotedStatement Statement(StatementRecord record)
    {
        var members = record.Speakers.Select(name => (Name: name, Member: searcher.Cast.Member(name))).ToList();
        var names = members.ConvertAll(m => m.Member?.Name ?? m.Name);
        return new QuotedStatement
        {
            Text = TextOf(record),
            Spans = record.Spans,
            Kind = record.Kind,
            IsTurn = record.IsTurn,
            IsAskedFor = record.IsAskedFor,
            Cue = record.Cue,
            Mention = record.Mention,
            Speaker = Joined(record, names),
            Speakers = names,
            Role = members is [{ Member.Roles: [var role, ..] }] ? role : null,
            Confidence = record.Confidence,
        };
    }

    /// <summary>The names joined as the text joins them, each in its fullest form.</summary>
    private static string? Joined(StatementRecord record, List<string> names)
    {
        if (record.SpeakerName is null || names.Count == 0)
        {
            return names.Count == 1 ? names[0] : record.SpeakerName;
        }

        var joined = record.SpeakerName;
        for (var i = 0; i < names.Count; i++)
        {
            joined = names[i] == record.Speakers[i] ? joined : joined.Replace(record.Speakers[i], names[i], StringComparison.Ordinal);
        }

        return joined;
    }

    private string WhyOf(StatementRecord record)
    {
        var stems = WordReader.Read(record.Text).Select(word => word.Stem).ToHashSet(StringComparer.Ordinal);
        var matched = _asked.Where(word => !word.Is(WordTraits.Stop) && stems.Contains(word.Stem))
            .Select(word => $"“{WithoutOwner(word.Span.Of(asked))}”").Distinct().ToList();
        var kind = record.Spans.Count > 0 ? "quotation" : "sentence";
        return matched.Count switch
        {
            0 => $"The {kind} stands where the words asked for are spoken of.",
            1 => $"The {kind} holds {matched[0]}.",
            _ => $"The {kind} holds {string.Join(", ", matched.SkipLast(1))} and {matched[^1]}.",
        };
    }

    /// <summary>“Vance” of “Vance's”, which finds either.</summary>
    private static string WithoutOwner(string word) => word.EndsWith("'s", StringComparison.Ordinal) || word.EndsWith("’s", StringComparison.Ordinal) ? word[..^2] : word;

    /// <summary>Where the statement stands as well: folded hits, and repetitions that filters or other words around them kept away.</summary>
    private IEnumerable<Occurrence> Occurrences(Hit hit, StatementRecord shown)
    {
        var ordered = Places(hit);
        ordered.Sort(new Places(searcher).Compare);
        var self = searcher.ArticleOf(hit).Source;
        foreach (var (leaf, document) in ordered)
        {
            var article = searcher.ArticleOf(new Hit(leaf, document, 0)).Source;
            var span = searcher.SpanOf(leaf, document);
            if (article.Id != self.Id || span != shown.Span)
            {
                yield return new Occurrence(article, searcher.View(leaf).Rows[document].Ordinal, span);
            }
        }
    }

    /// <summary>All other documents of the statement.</summary>
    private List<(int Leaf, int Document)> Places(Hit hit)
    {
        var places = hit.Others.ToHashSet();
        var statement = searcher.RowOf(hit).Statement;
        var key = new BytesRef(statement.ToString("x", null));
        for (var leaf = 0; leaf < searcher.Leaves.Count; leaf++)
        {
            if (!searcher.View(leaf).MayHold(statement))
            {
                continue;
            }

            foreach (var document in _statements.Documents(leaf, key))
            {
                places.Add((leaf, document));
            }
        }

        places.Remove((hit.Leaf, hit.Document));
        return [.. places];
    }
}
