using BriefingBot.Quotes.Articles;
using BriefingBot.Quotes.Quotations;
using BriefingBot.Search.Speakers;
using BriefingBot.Search.Words;
using Lucene.Net.Documents;
using Lucene.Net.Util;

namespace BriefingBot.Search.Index;

/// <summary>
/// The Lucene documents of a file, in one block: the file, then for each article itself, its sentences, its quotations. Lucene keeps a
/// block's documents side by side through all merges; neighbours and the title are found by counting.
/// </summary>
internal static class ArticleDocuments
{
    public static IEnumerable<Document> Of(FileRecord file, IReadOnlyList<(Article Article, ArticleAnalysis Analysis)> articles)
    {
        yield return Typed(SentenceFields.FileType, file.Path, StoredRecords.Encode(file));
        foreach (var (article, analysis) in articles)
        {
            foreach (var document in Of(file.Path, article, analysis))
            {
                yield return document;
            }
        }
    }

    private static IEnumerable<Document> Of(string path, Article article, ArticleAnalysis analysis)
    {
        var sentences = analysis.Sentences.Select(s => WordReader.Read(article.Text, s.Span)).ToList();
        var questions = analysis.Quotations.Where(q => q.IsQuestionPut).Select(q => analysis.SentencesOf(q).Last).ToHashSet();
        var quotations = analysis.Quotations.Where(q => q.Spans.Count > 0 && sentences.Count > 0 && !q.IsQuestionPut)
            .Select(q => new Found(q, analysis.SentencesOf(q), q.Spans.SelectMany(s => WordReader.Read(article.Text, s)).ToList()))
            .Select(found => found with { IsAskedFor = questions.Contains(found.Sentences.First) }).ToList();
        yield return ArticleDocument(path, article, analysis, quotations);
        for (var i = 0; i < sentences.Count; i++)
        {
            var offsets = new List<int>();
            for (var q = 0; q < quotations.Count; q++)
            {
                if (i >= quotations[q].Sentences.First && i <= quotations[q].Sentences.Last)
                {
                    offsets.Add(sentences.Count - i + q);
                }
            }

            yield return Statement(path, article, SentenceFields.SentenceType, sentences[i], [], Row.Sentence(i + 1), new StatementRecord
            {
                Sentence = i + 1,
                Span = analysis.Sentences[i].Span,
                Text = analysis.Sentences[i].Span.Of(article.Text),
                Quotations = offsets,
            });
        }

        for (var q = 0; q < quotations.Count; q++)
        {
            yield return QuotationDocument(path, article, analysis, quotations[q], sentences, q);
        }

        for (var u = 0; u < analysis.Unattributed.Count && sentences.Count > 0; u++)
        {
            yield return UnattributedDocument(path, article, analysis, analysis.Unattributed[u], sentences, quotations.Count + u);
        }
    }

    private static Document UnattributedDocument(
        string path, Article article, ArticleAnalysis analysis, TextSpan words, List<List<Word>> sentences, int number)
    {
        var passage = QuotedPassage.Of(article, analysis, sentences, analysis.SentencesOf(words), words, number);
        var document = Statement(path, article, SentenceFields.UnattributedType, WordReader.Read(article.Text, words), [], passage.Row, passage.Record with
        {
            Spans = [words],
            Kind = QuotationKind.Direct,
            Why = "The words stand in quotation marks; whose they are is not told in a way that was understood.",
        });
        document.Add(new Field(SentenceFields.UnattributedPassageWords, new WordTokens(passage.Words, stems: true), SentenceFields.Unscored));
        return document;
    }

    private static Document ArticleDocument(string path, Article article, ArticleAnalysis analysis, List<Found> quotations)
    {
        var document = Typed(SentenceFields.ArticleType, path, StoredRecords.Encode(new ArticleRecord(PassageSource.Of(article), analysis.Sentences.Count)
        {
            Cast = [.. analysis.Cast],
            Statements = [.. quotations.Select(q => (
                StatementKeys.Statement(q.Words, SentenceFields.QuotationType, q.SpeakersOrMention(article.Text)),
                (IReadOnlyList<string>)[.. q.Quotation.Speakers.Select(s => s.Name)]))],
        }));
        document.Add(new StringField(SentenceFields.Article, article.Id, Field.Store.NO));
        document.Add(new BinaryDocValuesField(SentenceFields.Tokens, Token.Encode(Token.Of(WordReader.Read(article.Title)))));
        return document;
    }

    private static Document QuotationDocument(
        string path, Article article, ArticleAnalysis analysis, Found found, List<List<Word>> sentences, int number)
    {
        var quotation = found.Quotation;
        var passage = QuotedPassage.Of(article, analysis, sentences, found.Sentences, quotation.Cover, number);
        var document = Statement(path, article, SentenceFields.QuotationType, found.Words, found.SpeakersOrMention(article.Text), passage.Row, passage.Record with
        {
            Spans = [.. quotation.Spans],
            Kind = quotation.Kind,
            IsTurn = quotation.IsTurn,
            IsAskedFor = found.IsAskedFor,
            Cue = quotation.Cue?.Of(article.Text),
            Mention = quotation.Mention?.Of(article.Text),
            SpeakerName = quotation.SpeakerName,
            Speakers = [.. quotation.Speakers.Select(s => s.Name)],
            Confidence = quotation.Confidence,
            Why = quotation.Why,
        });
        document.Add(new Field(SentenceFields.PassageWords, new WordTokens(passage.Words, stems: true), SentenceFields.Unscored));
        document.Add(new Field(SentenceFields.QuotationForms, new WordTokens(found.Words, stems: false), SentenceFields.Phrases));
        document.Add(new Field(SentenceFields.PassageForms, new WordTokens(passage.Words, stems: false), SentenceFields.Phrases));
        document.Add(new StringField(SentenceFields.Kind, quotation.Kind.ToString(), Field.Store.NO));
        if (quotation.Cue is { } cue)
        {
            document.Add(new BinaryDocValuesField(SentenceFields.CueTokens, Token.Encode(Token.Of(WordReader.Read(article.Text, cue)))));
        }

        foreach (var speaker in quotation.Speakers)
        {
            document.Add(new StringField(SentenceFields.Speaker, SpeakerNames.Fold(speaker.Name), Field.Store.NO));
        }

        if (quotation.Mention is { } mention)
        {
            document.Add(new Field(SentenceFields.Mention, new WordTokens(WordReader.Read(article.Text, mention), stems: false), SentenceFields.Unscored));
            document.Add(new Field(SentenceFields.Source, new WordTokens(SourceWords(mention.Of(article.Text), quotation.Speakers), stems: true), SentenceFields.Unscored));
        }

        return document;
    }

    /// <summary>None where the words end with a speaker's name: what “Trust boss Ada Berg” is stands among her roles, and she is not the trust.</summary>
    private static List<Word> SourceWords(string mention, IReadOnlyList<Speaker> speakers)
    {
        var head = HeadPhrase.Of(mention);
        var names = speakers.SelectMany(speaker => SpeakerNames.Parts(speaker.Name)).ToHashSet(StringComparer.Ordinal);
        return head.Count > 0 && names.Contains(head[^1].Form) ? [] : head;
    }

    private static Document Statement(
        string path, Article article, string type, List<Word> words, IReadOnlyList<string> speakers, Row row, StatementRecord record)
    {
        var keyType = type == SentenceFields.SentenceType ? type : SentenceFields.QuotationType;
        var key = StatementKeys.Statement(words, keyType, speakers);
        var document = Typed(type, path, StoredRecords.Encode(record));
        document.Add(new StringField(SentenceFields.Passage, StatementKeys.Identity(words, keyType, speakers), Field.Store.NO));
        document.Add(new StringField(SentenceFields.Statement, key.ToString("x", null), Field.Store.NO));
        document.Add(new BinaryDocValuesField(SentenceFields.Tokens, Token.Encode(Token.Of(words))));
        document.Add(new NumericDocValuesField(SentenceFields.Span, Row.Number(record.Span)));
        document.Add(new BinaryDocValuesField(SentenceFields.Row, (row with { Statement = key }).Encode()));
        var field = type switch
        {
            SentenceFields.SentenceType => SentenceFields.SentenceWords,
            SentenceFields.QuotationType => SentenceFields.QuotationWords,
            _ => SentenceFields.UnattributedWords,
        };
        document.Add(new Field(field, new WordTokens(words, stems: true), SentenceFields.Scored));
        if (article.Published is { } day)
        {
            document.Add(new Int32Field(SentenceFields.Day, day.DayNumber, Field.Store.NO));
        }

        return document;
    }

    private static Document Typed(string type, string path, BytesRef record) =>
    [
        new StringField(SentenceFields.Type, type, Field.Store.NO),
        new StringField(SentenceFields.File, path, Field.Store.NO),
        new StoredField(SentenceFields.Record, record),
    ];

    /// <summary>The passage of a quotation, or of quoted words that are given to nobody: the whole sentences that it stands in.</summary>
    /// <param name="Row">Their place.</param>
    /// <param name="Record">What a reader is shown of them, before what is quoted there is added.</param>
    /// <param name="Words">All of their words.</param>
    private sealed record QuotedPassage(Row Row, StatementRecord Record, List<Word> Words)
    {
        /// <param name="article">The article.</param>
        /// <param name="analysis">What was found in it.</param>
        /// <param name="sentences">The words of each of its sentences.</param>
        /// <param name="range">The first and the last sentence of the passage, as indexes.</param>
        /// <param name="quoted">What is quoted.</param>
        /// <param name="number">How many of the article's documents stand between its last sentence and this one.</param>
        public static QuotedPassage Of(
            Article article, ArticleAnalysis analysis, List<List<Word>> sentences, (int First, int Last) range, TextSpan quoted, int number)
        {
            var (first, last) = range;
            // The sentences hold the content; should it begin or end in the white space between them, the passage does too.
            var span = TextSpan.Cover(TextSpan.Cover(analysis.Sentences[first].Span, analysis.Sentences[last].Span), quoted);
            return new QuotedPassage(
                new Row(first + 1, last - first + 1, sentences.Count + number - first),
                new StatementRecord { Sentence = first + 1, Span = span, Text = span.Of(article.Text) },
                sentences.GetRange(first, last - first + 1).SelectMany(words => words).ToList());
        }
    }

    private sealed record Found(Quotation Quotation, (int First, int Last) Sentences, List<Word> Words)
    {
        /// <inheritdoc cref="QuotedStatement.IsAskedFor"/>
        public bool IsAskedFor { get; init; }

        /// <summary>Where nobody is named, the source's own words tell statements apart.</summary>
        public IReadOnlyList<string> SpeakersOrMention(string text) => Quotation.Speakers.Count > 0
            ? [.. Quotation.Speakers.Select(s => s.Name)]
            : Quotation.Mention is { } mention ? [mention.Of(text)] : [];
    }
}
