using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;
using BriefingBot.Quotes.Quotations;

namespace BriefingBot.Quotes.Learning;

/// <summary>
/// The trained part of the extraction: it proposes attributions beside those of the rules, judges all of them and chooses whose they are.
/// Read-only once read, so that any number of threads may use it.
/// </summary>
public sealed class QuotationModel
{
    private const uint Magic = 0x4D514242;
    private const uint Version = 3;
    private const int HeadBytes = 16;

    private readonly WeightTable _tags;
    private readonly WeightTable _known;
    private readonly WeightTable _cues;
    private readonly WeightTable _spans;
    private readonly WeightTable _edges;
    private readonly WeightTable _judge;
    private readonly BoostedTrees _judgeTrees;
    private readonly BoostedTrees _sources;
    private readonly BoostedTrees _confidence;

    internal QuotationModel(
        WeightTable tags, WeightTable known, WeightTable cues, WeightTable spans, WeightTable edges, WeightTable judge, BoostedTrees judgeTrees, BoostedTrees sources,
        BoostedTrees confidence) =>
        (_tags, _known, _cues, _spans, _edges, _judge, _judgeTrees, _sources, _confidence) =
            (tags, known, cues, spans, edges, judge, judgeTrees, sources, confidence);

    /// <summary>What tells this model from all others: a checksum of its weights, which stands at the head of the file.</summary>
    /// <exception cref="InvalidDataException">The stream is no model, or one of another version.</exception>
    public static ulong ReadId(Stream stream)
    {
        Span<byte> head = stackalloc byte[HeadBytes];
        if (stream.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false) < HeadBytes || BinaryPrimitives.ReadUInt32LittleEndian(head) != Magic)
        {
            throw new InvalidDataException("It is no model of quotations.");
        }

        return BinaryPrimitives.ReadUInt32LittleEndian(head[4..]) == Version ? BinaryPrimitives.ReadUInt64LittleEndian(head[8..])
            : throw new InvalidDataException("It is a model for another version of this program.");
    }

    /// <summary>Reads a model file.</summary>
    /// <exception cref="InvalidDataException">The stream is no model, one of another version, or damaged.</exception>
    public static QuotationModel Read(Stream stream)
    {
        var id = ReadId(stream);
        try
        {
            using var weights = new MemoryStream();
            using (var packed = new BrotliStream(stream, CompressionMode.Decompress, leaveOpen: true))
            {
                packed.CopyTo(weights);
            }

            weights.Position = 0;
            if (ChecksumOf(weights) != id)
            {
                throw new InvalidDataException("The model is damaged.");
            }

            using var reader = new BinaryReader(weights);
            return new QuotationModel(
                WeightTable.Read(reader), WeightTable.Read(reader), WeightTable.Read(reader),
                WeightTable.Read(reader), WeightTable.Read(reader), WeightTable.Read(reader),
                BoostedTrees.Read(reader, JudgeFacts.Count), BoostedTrees.Read(reader, SourceFacts.Count), BoostedTrees.Read(reader, ConfidenceFacts.Count));
        }
        catch (Exception e) when (e is EndOfStreamException or InvalidOperationException)
        {
            throw new InvalidDataException("The model is damaged.", e);
        }
    }

    internal void Write(Stream stream)
    {
        using var weights = new MemoryStream();
        using var writer = new BinaryWriter(weights);
        foreach (var table in new[] { _tags, _known, _cues, _spans, _edges, _judge })
        {
            table.Write(writer);
        }

        _judgeTrees.Write(writer);
        _sources.Write(writer);
        _confidence.Write(writer);
        writer.Flush();
        Span<byte> head = stackalloc byte[HeadBytes];
        BinaryPrimitives.WriteUInt32LittleEndian(head, Magic);
        BinaryPrimitives.WriteUInt32LittleEndian(head[4..], Version);
        BinaryPrimitives.WriteUInt64LittleEndian(head[8..], ChecksumOf(weights));
        stream.Write(head);
        using var packed = new BrotliStream(stream, CompressionLevel.SmallestSize, leaveOpen: true);
        weights.Position = 0;
        weights.CopyTo(packed);
    }

    /// <summary>The first eight bytes of the SHA-256 of all that the stream holds.</summary>
    private static ulong ChecksumOf(MemoryStream weights) =>
        BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(weights.GetBuffer().AsSpan(0, (int)weights.Length)));

    /// <summary>The attributions that stand, in text order of their cues.</summary>
    internal List<Attribution> Choose(Reading text, RuleFindings found)
    {
        var tokens = new TokenFeatures(text);
        tokens.Tags = new PartOfSpeechTagger(_tags, _known).Tag(text, tokens);
        var rules = new RuleHints(text, found);
        var (proposals, sources) = new Proposals(new CueScorer(_cues), new SpanDecoder(_spans, _edges)).Of(text, tokens, rules, found.Candidates);
        var tallies = new Tallies(text, tokens);
        new Judge(_judge, _judgeTrees).Score(text, tokens, rules, tallies, proposals);
        return new SourceChoice(_sources).Of(text, tokens, tallies, sources, LearnedChoice.Of(text, proposals));
    }

    /// <summary>How often a quotation like this is right, in its words and its speaker: 0 to 1.</summary>
    internal double Confidence(Reading text, Attribution attribution, ResolvedSource? source)
    {
        Span<float> buffer = stackalloc float[ConfidenceFacts.Count];
        var facts = new FactList(buffer);
        ConfidenceFacts.Read(text, attribution, source, ref facts);
        return _confidence.Probability(facts.Row);
    }
}
