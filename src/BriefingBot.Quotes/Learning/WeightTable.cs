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
    private const int TagBytes = 3;
    private const int Lanes = 8;

    /// <summary>Vectors are read over a row's end, into the next or into this rest.</summary>
    private const int Rest = 16;

    /// <summary>
    /// The upper three bytes of a feature's hash and its row side by side, so that looking one up touches one line of the processor's
    /// cache; the lower bits say where it stands. Three zeros mark an empty place.
    /// </summary>
    private readonly byte[] _places;
    private readonly int _stride;
    private readonly uint _mask;

    /// <summary>Only while a model is made: the table itself no longer knows whole hashes.</summary>
    private List<(uint Feature, byte[] Row)>? _rows;

    private WeightTable(int width, float scale, int rows)
    {
        Width = width;
        Scale = scale;
        Groups = (width + Lanes - 1) / Lanes;
        _stride = TagBytes + width is <= 4 ? 4 : TagBytes + width is <= 8 ? 8 : (TagBytes + width + 15) / 16 * 16;
        var places = BitOperations.RoundUpToPowerOf2((uint)Math.Max(256, rows + (rows / 3)));
        _mask = places - 1;
        _places = new byte[(places * _stride) + Rest];
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
            sum += at >= 0 ? (sbyte)Unsafe.Add(ref places, at + TagBytes) : 0;
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
        Span<byte> row = stackalloc byte[sizeof(uint) + width];
        for (var i = 0; i < rows; i++)
        {
            reader.BaseStream.ReadExactly(row);
            table.Insert(BinaryPrimitives.ReadUInt32LittleEndian(row), row[sizeof(uint)..]);
        }

        return table;
    }

    /// <summary>Writes the rows in order of their features, so that the same training gives the same file.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write(Width);
        writer.Write(_rows!.Count);
        writer.Write(Scale);
        foreach (var (feature, row) in _rows)
        {
            writer.Write(feature);
            writer.Write(row);
        }
    }

    /// <summary>A table of these rows; numbers beyond <paramref name="limit"/> are cut to it, rows that then are all zero are left out.</summary>
    public static WeightTable Of(int width, float limit, IReadOnlyCollection<(uint Feature, float[] Weights)> rows)
    {
        var scale = limit / sbyte.MaxValue;
        var kept = new List<(uint Feature, byte[] Row)>(rows.Count);
        foreach (var (feature, weights) in rows.OrderBy(row => row.Feature))
        {
            var row = Array.ConvertAll(weights, w => (byte)(sbyte)Math.Clamp(MathF.Round(w / scale), -sbyte.MaxValue, sbyte.MaxValue));
            if (Array.Exists(row, w => w != 0))
            {
                kept.Add((feature, row));
            }
        }

        var table = new WeightTable(width, scale, kept.Count) { _rows = kept };
        kept.ForEach(row => table.Insert(row.Feature, row.Row));
        return table;
    }

    private void Insert(uint feature, ReadOnlySpan<byte> row)
    {
        var tag = TagOf(feature);
        ref var places = ref MemoryMarshal.GetArrayDataReference(_places);
        var place = feature & _mask;
        while (TagAt(ref places, (int)place * _stride) is not 0 and var found && found != tag)
        {
            place = (place + 1) & _mask;
        }

        var own = _places.AsSpan((int)place * _stride);
        (own[0], own[1], own[2]) = ((byte)tag, (byte)(tag >> 8), (byte)(tag >> 16));
        row.CopyTo(own[TagBytes..]);
    }

    /// <summary>Where the feature's place begins; −1 when it has none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Find(ref byte places, uint feature)
    {
        var tag = TagOf(feature);
        var place = feature & _mask;
        while (true)
        {
            var at = (int)place * _stride;
            var found = TagAt(ref places, at);
            if (found == tag)
            {
                return at;
            }

            if (found == 0)
            {
                return -1;
            }

            place = (place + 1) & _mask;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint TagAt(ref byte places, int at) => Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref places, at)) & 0xFFFFFF;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint TagOf(uint feature) => Math.Max(1, feature >> 8);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<short> Row(ref byte places, int at, int group) => Vector128.WidenLower(
        Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref places, at + TagBytes + (group * Lanes)))).AsSByte());
}
