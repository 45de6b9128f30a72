using System.Numerics;
using System.Runtime.CompilerServices;

namespace BriefingBot.Quotes.Learning;

/// <summary>
/// A log-linear model's weights: a row of <see cref="Width"/> numbers for each feature that training kept, found by the feature's hash.
/// Weights are bytes, <see cref="Scale"/> of which make one. Read-only once made, so that any number of threads may ask.
/// </summary>
internal sealed class WeightTable
{
    private readonly uint[] _keys;
    private readonly sbyte[] _weights;
    private readonly int _mask;

    private WeightTable(int width, float scale, int rows)
    {
        Width = width;
        Scale = scale;
        var places = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, rows + rows / 2));
        _mask = places - 1;
        _keys = new uint[places];
        _weights = new sbyte[places * width];
    }

    /// <summary>How many numbers a feature has: one a label.</summary>
    public int Width { get; }

    public float Scale { get; }

    /// <summary>Adds the rows of all <paramref name="features"/> that are known to <paramref name="sums"/>, of length <see cref="Width"/>.</summary>
    public void AddTo(ReadOnlySpan<uint> features, Span<int> sums)
    {
        var width = Width;
        foreach (var feature in features)
        {
            var at = Find(feature);
            if (at >= 0)
            {
                var row = _weights.AsSpan(at * width, width);
                for (var i = 0; i < row.Length; i++)
                {
                    sums[i] += row[i];
                }
            }
        }
    }

    /// <summary>The sum over all features, for a table of one column.</summary>
    public float Sum(ReadOnlySpan<uint> features)
    {
        var sum = 0;
        foreach (var feature in features)
        {
            var at = Find(feature);
            sum += at >= 0 ? _weights[at] : 0;
        }

        return sum * Scale;
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The stream holds something else.</exception>
    public static WeightTable Read(BinaryReader reader)
    {
        int width = reader.ReadInt32(), rows = reader.ReadInt32();
        var scale = reader.ReadSingle();
        if (width is < 1 or > 256 || rows is < 0 or > 4_000_000 || !float.IsFinite(scale))
        {
            throw new InvalidDataException("The model's tables are damaged.");
        }

        var table = new WeightTable(width, scale, rows);
        var row = new byte[width];
        for (var i = 0; i < rows; i++)
        {
            var key = reader.ReadUInt32();
            reader.BaseStream.ReadExactly(row);
            table.Insert(key, Unsafe.As<byte[], sbyte[]>(ref row));
        }

        return table;
    }

    /// <summary>Writes the rows in order of their keys, so that the same training gives the same file.</summary>
    public void Write(BinaryWriter writer)
    {
        var used = Enumerable.Range(0, _keys.Length).Where(at => _keys[at] != 0).OrderBy(at => _keys[at]).ToArray();
        writer.Write(Width);
        writer.Write(used.Length);
        writer.Write(Scale);
        foreach (var at in used)
        {
            writer.Write(_keys[at]);
            for (var i = 0; i < Width; i++)
            {
                writer.Write(_weights[at * Width + i]);
            }
        }
    }

    /// <summary>A table of these rows; numbers beyond <paramref name="limit"/> are cut to it, rows that then are all zero are left out.</summary>
    public static WeightTable Of(int width, float limit, IReadOnlyCollection<(uint Feature, float[] Weights)> rows)
    {
        var scale = limit / sbyte.MaxValue;
        var kept = new List<(uint Feature, sbyte[] Row)>(rows.Count);
        foreach (var (feature, weights) in rows)
        {
            var row = Array.ConvertAll(weights, w => (sbyte)Math.Clamp(MathF.Round(w / scale), -sbyte.MaxValue, sbyte.MaxValue));
            if (Array.Exists(row, w => w != 0))
            {
                kept.Add((feature, row));
            }
        }

        var table = new WeightTable(width, scale, kept.Count);
        kept.ForEach(row => table.Insert(row.Feature, row.Row));
        return table;
    }

    private void Insert(uint feature, sbyte[] row)
    {
        var key = KeyOf(feature);
        var at = (int)(key & (uint)_mask);
        while (_keys[at] != 0 && _keys[at] != key)
        {
            at = (at + 1) & _mask;
        }

        _keys[at] = key;
        row.CopyTo(_weights, at * Width);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Find(uint feature)
    {
        var key = KeyOf(feature);
        var keys = _keys;
        var at = (int)(key & (uint)_mask);
        while (true)
        {
            var found = keys[at];
            if (found == key)
            {
                return at;
            }

            if (found == 0)
            {
                return -1;
            }

            at = (at + 1) & _mask;
        }
    }

    /// <summary>Nought stands for an empty place.</summary>
    private static uint KeyOf(uint feature) => feature == 0 ? 1 : feature;
}
