using BriefingBot.Quotes.Learning;

namespace BriefingBot.Search.Claims;

/// <summary>
/// How likely one statement answers another, and how likely that it denies it: boosted trees over <see cref="PairFacts"/>, <see cref="ClaimFacts"/>
/// and <see cref="AnswerFacts"/>, learnt from pairs that people marked in news and in the stories of this repository (docs/claims.md). Safe for any
/// number of threads.
/// </summary>
internal sealed class ReplyModel
{
    private const string Resource = "replies.model";
    private const int Version = 1;

    private static readonly Lazy<ReplyModel> Lazy = new(() => Read(
        typeof(ReplyModel).Assembly.GetManifestResourceStream(Resource) ?? throw new InvalidDataException($"The program lacks {Resource}.")));

    private readonly BoostedTrees _answers;
    private readonly BoostedTrees _denies;

    private ReplyModel(BoostedTrees answers, BoostedTrees denies) => (_answers, _denies) = (answers, denies);

    /// <summary>The one that comes with the program, read when first asked for.</summary>
    public static ReplyModel Shipped => Lazy.Value;

    /// <summary>How many facts a pair has.</summary>
    public static int Facts => PairFacts.Table.Count + ClaimFacts.Table.Count + AnswerFacts.Table.Count;

    /// <summary>What each of them is, in their order.</summary>
    public static IEnumerable<string> FactNames => [.. PairFacts.Table.Names, .. ClaimFacts.Table.Names, .. AnswerFacts.Table.Names];

    /// <param name="pair">Of which the facts are read.</param>
    /// <param name="into">As long as there are <see cref="Facts"/>.</param>
    public static void ReadFacts(ReplyCandidate pair, Span<float> into)
    {
        PairFacts.Table.Read(pair, into[..PairFacts.Table.Count]);
        pair.Claim.AsClaim.CopyTo(into[PairFacts.Table.Count..]);
        pair.Answer.AsAnswer.CopyTo(into[(PairFacts.Table.Count + ClaimFacts.Table.Count)..]);
    }

    /// <summary>How likely the second statement answers the first, 0 to 1.</summary>
    public double Answers(ReadOnlySpan<float> facts) => _answers.Probability(facts);

    /// <summary>How likely it says that the first is not so, if it answers it, 0 to 1.</summary>
    public double Denies(ReadOnlySpan<float> facts) => _denies.Probability(facts);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The stream holds something else, or was written for other facts.</exception>
    public static ReplyModel Read(Stream stream)
    {
        using var reader = new BinaryReader(stream);
        return reader.ReadInt32() == Version && reader.ReadInt32() == Facts ? new ReplyModel(BoostedTrees.Read(reader, Facts), BoostedTrees.Read(reader, Facts))
            : throw new InvalidDataException("The model of replies was written for another version.");
    }

    public static void Write(Stream stream, int facts, BoostedTrees answers, BoostedTrees denies)
    {
        using var writer = new BinaryWriter(stream);
        writer.Write(Version);
        writer.Write(facts);
        answers.Write(writer);
        denies.Write(writer);
    }
}
