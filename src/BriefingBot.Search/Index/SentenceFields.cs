using Lucene.Net.Documents;
using Lucene.Net.Index;

namespace BriefingBot.Search.Index;

/// <summary>The names of the index's fields, and how each is indexed.</summary>
internal static class SentenceFields
{
    /// <summary>Raised whenever what is stored or indexed changes: an index of another number is made anew.</summary>
    public const string Schema = "8";

    /// <summary>Raised whenever <see cref="Words.WordReader"/> makes other words of the same text.</summary>
    public const string Analysis = "2";

    /// <summary>One of <see cref="FileType"/>, <see cref="ArticleType"/>, <see cref="SentenceType"/>, <see cref="QuotationType"/>.</summary>
    public const string Type = "type";
    public const string FileType = "f";
    public const string ArticleType = "a";
    public const string SentenceType = "s";
    public const string QuotationType = "q";

    /// <summary>Words in quotation marks that are given to nobody.</summary>
    public const string UnattributedType = "u";

    /// <summary>The file's path: all documents of a file are replaced by it.</summary>
    public const string File = "file";

    /// <summary>The article's id, of its article document only.</summary>
    public const string Article = "article";

    /// <summary>The passage's identity.</summary>
    public const string Passage = "passage";

    /// <summary>The statement's key: repetitions share it.</summary>
    public const string Statement = "statement";

    /// <summary>A sentence's stems.</summary>
    public const string SentenceWords = "s";

    /// <summary>A quotation's stems.</summary>
    public const string QuotationWords = "q";

    /// <summary>The stems of the sentences around a quotation, the quotation included.</summary>
    public const string PassageWords = "p";

    /// <summary>A quotation's unstemmed words, with positions, for phrases.</summary>
    public const string QuotationForms = "qx";

    /// <summary>The stems of words in quotation marks that are given to nobody.</summary>
    public const string UnattributedWords = "u";

    /// <summary>The stems of the sentences around them, the words included.</summary>
    public const string UnattributedPassageWords = "up";

    /// <summary>The unstemmed words of the sentences around a quotation.</summary>
    public const string PassageForms = "px";

    /// <summary>A quotation's speakers as the article names them, folded.</summary>
    public const string Speaker = "speaker";

    /// <summary>The words by which the text names a source.</summary>
    public const string Mention = "mention";

    /// <summary>Of these the stems that tell what it is: <see cref="Speakers.HeadPhrase"/>.</summary>
    public const string Source = "source";

    public const string Kind = "kind";

    /// <summary>The day of publication as a day number; absent when unknown.</summary>
    public const string Day = "day";

    /// <summary>Hashed words for ranking, see <see cref="Words.Token"/>.</summary>
    public const string Tokens = "tokens";

    /// <summary>The hashed words of a quotation's cue.</summary>
    public const string CueTokens = "cue";

    /// <summary>What an answer needs, see <see cref="StoredRecords"/>.</summary>
    public const string Record = "record";

    /// <summary>A statement's key and place for ranking, see <see cref="Row"/>.</summary>
    public const string Row = "row";

    /// <summary>Where a statement stands in its article's text.</summary>
    public const string Span = "span";

    public static readonly FieldType Scored = Frozen(new FieldType(TextField.TYPE_NOT_STORED) { IndexOptions = IndexOptions.DOCS_AND_FREQS });

    public static readonly FieldType Unscored = Frozen(
        new FieldType(TextField.TYPE_NOT_STORED) { IndexOptions = IndexOptions.DOCS_ONLY, OmitNorms = true });

    public static readonly FieldType Phrases = Frozen(
        new FieldType(TextField.TYPE_NOT_STORED) { IndexOptions = IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, OmitNorms = true });

    private static FieldType Frozen(FieldType type)
    {
        type.Freeze();
        return type;
    }
}
