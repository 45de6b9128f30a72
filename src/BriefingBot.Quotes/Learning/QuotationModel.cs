using System.IO.Compression;
using BriefingBot.Quotes.Quotations;

namespace BriefingBot.Quotes.Learning;

/// <summary>
/// The trained part of the extraction: it proposes attributions beside those of the rules and judges all of them. Read-only once read,
/// so that any number of threads may use it.
/// </summary>
public sealed class QuotationModel
{
    private const int Magic = 0x4D514242;
    private const int Version = 1;

    private readonly WeightTable _tags;
    private readonly WeightTable _known;
    private readonly WeightTable _cues;
    private readonly WeightTable _spans;
    private readonly WeightTable _edges;
    private readonly WeightTable _judge;

    internal QuotationModel(WeightTable tags, WeightTable known, WeightTable cues, WeightTable spans, WeightTable edges, WeightTable judge) =>
        (_tags, _known, _cues, _spans, _edges, _judge) = (tags, known, cues, spans, edges, judge);

    /// <summary>Reads a model file.</summary>
    /// <exception cref="InvalidDataException">The stream is no model, one of another version, or damaged.</exception>
    public static QuotationModel Read(Stream stream)
    {
        using var reader = new BinaryReader(new BrotliStream(stream, CompressionMode.Decompress, leaveOpen: true));
        try
        {
            if (reader.ReadInt32() != Magic || reader.ReadInt32() != Version)
            {
                throw new InvalidDataException("This is no quotation model of this version.");
            }

            return new QuotationModel(
                WeightTable.Read(reader), WeightTable.Read(reader), WeightTable.Read(reader),
                WeightTable.Read(reader), WeightTable.Read(reader), WeightTable.Read(reader));
        }
        catch (Exception e) when (e is EndOfStreamException or InvalidOperationException)
        {
            throw new InvalidDataException("This is no quotation model, or it is damaged.", e);
        }
    }

    internal void Write(Stream stream)
    {
        using var writer = new BinaryWriter(new BrotliStream(stream, CompressionLevel.SmallestSize, leaveOpen: true));
        writer.Write(Magic);
        writer.Write(Version);
        foreach (var table in new[] { _tags, _known, _cues, _spans, _edges, _judge })
        {
            table.Write(writer);
        }
    }

    /// <summary>The attributions that stand, in text order of their cues; <paramref name="candidates"/> are the rules', <paramref name="chosen"/> those they chose.</summary>
    internal List<Attribution> Choose(Reading text, List<Cue> cues, List<Attribution> candidates, List<Attribution> chosen)
    {
        var tokens = new TokenFeatures(text);
        tokens.Tags = new PartOfSpeechTagger(_tags, _known).Tag(text, tokens);
        var rules = new RuleHints(text, cues, candidates, chosen);
        var proposals = new Proposals(new CueScorer(_cues), new SpanDecoder(_spans, _edges)).Of(text, tokens, rules, candidates);
        Span<uint> buffer = stackalloc uint[JudgeFeatures.Most];
        foreach (var proposal in proposals)
        {
            var features = new FeatureList(buffer);
            JudgeFeatures.Read(text, tokens, rules, proposal, ref features);
            proposal.Probability = 1 / (1 + Math.Exp(-_judge.Sum(features.Items)));
        }

        return LearnedChoice.Of(text, proposals);
    }
}
