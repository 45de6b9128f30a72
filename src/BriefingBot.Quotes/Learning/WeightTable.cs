using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace BriefingBot.Quotes.Learning;

/// <summary>
/// A log-linear model's weights: a row of <see cref="Width"/> numbers for each feature that training kept, found by the feature's hash.
/// Weights are bytes, of which <see cref="Scale"/> is the value of one. Read-only once made, so that any number of threads may ask.
/// </summary>
internal sealed class WeightTable
{
    private const int KeyBytes = sizeof(uint);
    private const int Lanes = 8;

    /// <summary>A key and its row side by side, a power of two long, so that looking one up touches one line of the processor's cache.</summary>
    private readonly byte[] _places;
    private readonly int _stride;
    private readonly int _shift;
    private readonly int _mask;

    private WeightTable(int width, float scale, int rows)
    {
        Width = width;
        Scale = scale;
        Groups = (width + Lanes - 1) / Lanes;
        _stride = (int)BitOperations.RoundUpToPowerOf2((uint)(KeyBytes + (width == 1 ? 1 : Groups * Lanes)));
        _shift = BitOperations.Log2((uint)_stride);
        var places = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, rows + (rows / 3)));
        _mask = places - 1;
        _places = new byte[places << _shift];
    }

    /// <summary>How many numbers a feature has: one a label.</summary>
    public int Width { get; }

    public float Scale { get; }

    /// <summary>How many vectors of eight the sums of a row need.</summary>
    public int Groups { get; }

    /// <summary>
    /// The sums of the rows of all <paramref name="features"/>, into <paramref name="sums"/> of <see cref="Groups"/> vectors; at most 250
    /// features, whose sums a short number holds.
    /// </summary>
    public void Sum(ReadOnlySpan<uint> features, Span<Vector128<short>> sums)
    {
        sums.Clear();
        ref var places = ref MemoryMarshal.GetArrayDataReference(_places);
        if (Groups == 1)
        {
            var only = Vector128<short>.Zero;
            foreach (var feature in features)
            {
                var at = Find(ref places, feature);
                only += at < 0 ? Vector128<short>.Zero : Row(ref places, at, 0);
            }

            sums[0] = only;
            return;
        }

        foreach (var feature in features)
        {
            var at = Find(ref places, feature);
            for (var group = 0; at >= 0 && group < sums.Length; group++)
            {
                sums[group] += Row(ref places, at, group);
            }
        }
    }

    /// <summary>The sum over all features, for a table of one column.</summary>
    public float Sum(ReadOnlySpan<uint> features)
    {
        var sum = 0;
        ref var places = ref MemoryMarshal.GetArrayDataReference(_places);
        foreach (var feature in features)
        {
            var at = Find(ref places, feature);
            sum += at >= 0 ? (sbyte)Unsafe.Add(ref places, at + KeyBytes) : 0;
        }

        return sum * Scale;
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The stream holds something else.</exception>
    public static WeightTable Read(BinaryReader reader)
    {
        int width = reader.ReadInt32(), rows = reader.ReadInt32();
        var scale = reader.ReadSingle();
        if (width is < 1 or > 60 || rows is < 0 or > 4_000_000 || !float.IsFinite(scale))
        {
            throw new InvalidDataException("The model's tables are damaged.");
        }

        var table = new WeightTable(width, scale, rows);
        Span<byte> row = stackalloc byte[KeyBytes + width];
        for (var i = 0; i < rows; i++)
        {
            reader.BaseStream.ReadExactly(row);
            table.Insert(BinaryPrimitives.ReadUInt32LittleEndian(row), row[KeyBytes..]);
        }

        return table;
    }

    /// <summary>Writes the rows in order of their keys, so that the same training gives the same file.</summary>
    public void Write(BinaryWriter writer)
    {
        ref var places = ref MemoryMarshal.GetArrayDataReference(_places);
        var used = new List<(uint Key, int At)>();
        for (var at = 0; at < _places.Length; at += _stride)
        {
            if (KeyAt(ref places, at) is not 0 and var key)
            {
                used.Add((key, at));
            }
        }

        used.Sort();
        writer.Write(Width);
        writer.Write(used.Count);
        writer.Write(Scale);
        foreach (var (key, at) in used)
        {
            writer.Write(key);
            writer.Write(_places.AsSpan(at + KeyBytes, Width));
        }
    }

    /// <summary>A table of these rows; numbers beyond <paramref name="limit"/> are cut to it, rows that then are all zero are left out.</summary>
    public static WeightTable Of(int width, float limit, IReadOnlyCollection<(uint Feature, float[] Weights)> rows)
    {
        var scale = limit / sbyte.MaxValue;
        var kept = new List<(uint Feature, byte[] Row)>(rows.Count);
        foreach (var (feature, weights) in rows)
        {
            var row = Array.ConvertAll(weights, w => (byte)(sbyte)Math.Clamp(MathF.Round(w / scale), -sbyte.MaxValue, sbyte.MaxValue));
            if (Array.Exists(row, w => w != 0))
            {
                kept.Add((feature, row));
            }
        }

        var table = new WeightTable(width, scale, kept.Count);
        kept.ForEach(row => table.Insert(row.Feature, row.Row));
        return table;
    }

    private void Insert(uint feature, ReadOnlySpan<byte> row)
    {
        var key = KeyOf(feature);
        ref var places = ref MemoryMarshal.GetArrayDataReference(_places);
        var at = (int)(key & (uint)_mask) << _shift;
        while (KeyAt(ref places, at) is not 0 and var found && found != key)
        {
            at = (at + _stride) & (_places.Length - 1);
        }

        BinaryPrimitives.WriteUInt32LittleEndian(_places.AsSpan(at), key);
        row.CopyTo(_places.AsSpan(at + KeyBytes));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Find(ref byte places, uint feature)
    {
        var key = KeyOf(feature);
        var at = (int)(key & (uint)_mask) << _shift;
        while (true)
        {
            var found = KeyAt(ref places, at);
            if (found == key)
            {
                return at;
            }

            if (found == 0)
            {
                return -1;
            }

            at = (at + _stride) & (_places.Length - 1);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint KeyAt(ref byte places, int at) => Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref places, at));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<short> Row(ref byte places, int at, int group) => Vector128.WidenLower(
        Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref places, at + KeyBytes + (group * Lanes)))).AsSByte());

    /// <summary>Nought stands for an empty place.</summary>
    private static uint KeyOf(uint feature) => feature == 0 ? 1 : feature;
}
