using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace BriefingBot.Quotes.Learning;

/// <summary>
/// Binary trees over a row of facts whose leaves are summed (gradient boosting; Friedman, Annals of Statistics 29, 2001). All trees have
/// one depth; a question that training left open sends every row to the left. Read-only once made, so that any number of threads may ask.
/// </summary>
public sealed class BoostedTrees
{
    private const int MostTrees = 2000;
    private const int Deepest = 8;

    private readonly int _depth;
    private readonly float _base;

    /// <summary>The trees one after the other, each from its root downwards, level by level: which fact is asked for, and from which value on it goes right.</summary>
    private readonly byte[] _facts;
    private readonly float[] _cuts;
    private readonly float[] _leaves;

    /// <param name="depth">Of every tree, 1 to 8.</param>
    /// <param name="start">The logit before any tree is asked.</param>
    /// <param name="facts">Which fact each question asks for: 2^depth − 1 for a tree.</param>
    /// <param name="cuts">From which value on it goes right; as many.</param>
    /// <param name="leaves">What is added to the logit: 2^depth for a tree.</param>
    public BoostedTrees(int depth, float start, byte[] facts, float[] cuts, float[] leaves) =>
        (_depth, _base, _facts, _cuts, _leaves) = (depth, start, facts, cuts, leaves);

    /// <summary>What several say on average; all must be of one depth.</summary>
    public static BoostedTrees Mean(IReadOnlyList<BoostedTrees> trees) => new(
        trees[0]._depth,
        trees.Average(each => each._base),
        [.. trees.SelectMany(each => each._facts)],
        [.. trees.SelectMany(each => each._cuts)],
        [.. trees.SelectMany(each => each._leaves).Select(leaf => leaf / trees.Count)]);

    /// <summary>How likely a row of facts is right, 0 to 1.</summary>
    public double Probability(ReadOnlySpan<float> row) => 1 / (1 + Math.Exp(-Sum(row)));

    /// <summary>The logit of a row of facts.</summary>
    public float Sum(ReadOnlySpan<float> row)
    {
        var nodes = (1 << _depth) - 1;
        var sum = _base;
        ref var facts = ref MemoryMarshal.GetArrayDataReference(_facts);
        ref var cuts = ref MemoryMarshal.GetArrayDataReference(_cuts);
        for (int first = 0, leaf = 0; first < _facts.Length; first += nodes, leaf += nodes + 1)
        {
            var node = 0;
            for (var level = 0; level < _depth; level++)
            {
                // Without a branch: which way a row goes cannot be foretold.
                var right = row[Unsafe.Add(ref facts, first + node)] >= Unsafe.Add(ref cuts, first + node);
                node = (2 * node) + 1 + Unsafe.BitCast<bool, byte>(right);
            }

            sum += _leaves[leaf + node - nodes];
        }

        return sum;
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="reader">Where it stands.</param>
    /// <param name="facts">How many facts a row has.</param>
    /// <exception cref="InvalidDataException">The stream holds something else.</exception>
    public static BoostedTrees Read(BinaryReader reader, int facts)
    {
        var (depth, count, start) = (reader.ReadInt32(), reader.ReadInt32(), reader.ReadSingle());
        if (depth is < 1 or > Deepest || count is < 0 or > MostTrees || !float.IsFinite(start))
        {
            throw new InvalidDataException("The model's trees are damaged.");
        }

        var nodes = count * ((1 << depth) - 1);
        var asked = new byte[nodes];
        reader.BaseStream.ReadExactly(asked);
        var trees = new BoostedTrees(depth, start, asked, ReadNumbers(reader, nodes), ReadNumbers(reader, nodes + count));
        return asked.Any(fact => fact >= facts) ? throw new InvalidDataException("The model's trees are damaged.") : trees;
    }

    /// <summary>Writes what <see cref="Read"/> reads, little-endian.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write(_depth);
        writer.Write(_facts.Length / ((1 << _depth) - 1));
        writer.Write(_base);
        writer.Write(_facts);
        foreach (var number in _cuts.Concat(_leaves))
        {
            writer.Write(number);
        }
    }

    private static float[] ReadNumbers(BinaryReader reader, int count)
    {
        var numbers = new float[count];
        for (var i = 0; i < count; i++)
        {
            numbers[i] = reader.ReadSingle();
        }

        return numbers;
    }
}
