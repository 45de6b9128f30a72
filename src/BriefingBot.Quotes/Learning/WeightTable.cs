using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace BriefingBot.Quotes.Learning;

/// <summary>
/// A log-linear model's weights: a row of <see cref="Width"/> numbers for each feature that training kept, found by the feature's hash.
/// Weights are bytes, of which <see cref="Scale"/> is the value of one. Read-only once made, so that any number of threads may ask.
/// </summary>
/// <remarks>
/// A feature is looked for in one bucket of four slots, all compared at once, without a branch: which features a table knows cannot be
/// foretold, and a branch foretold wrongly would wait for memory each time. Of more than four features of one bucket the weakest are left
/// out.
/// </remarks>
internal sealed class WeightTable
{
    private const int Slots = 4;
    private const int TagBits = 24;
    private const ulong TagMask = (1ul << TagBits) - 1;

    /// <summary>So many weights stand in a feature's slot itself; of wider rows the slot holds the number.</summary>
    private const int Narrow = 5;

    private const int Lanes = 16;
    private const int MostGroups = 3;

    /// <summary>
    /// A slot: the upper three bytes of a feature's hash, then five weights or a row's number; the hash's lower bits are the bucket's. Pinned,
    /// so that a bucket stays in one line of the processor's cache.
    /// </summary>
    private readonly ulong[] _slots;
    private readonly int _first;
    private readonly int _shift;

    /// <summary>Rows of a wide table, <see cref="_stride"/> bytes each; the first is all zeros, for features that it does not know.</summary>
    private readonly sbyte[] _rows = [];
    private readonly int _stride;

    /// <summary>What <see cref="Write"/> writes; only while a model is made.</summary>
    private byte[] _written = [];

    private WeightTable(int width, float scale, ReadOnlySpan<byte> packed)
    {
        (Width, Scale) = (width, scale);
        Groups = (width + Lanes - 1) / Lanes;
        var count = packed.Length / (sizeof(uint) + width);
        var buckets = BitOperations.RoundUpToPowerOf2((uint)Math.Max(256, count / 3));
        _shift = 32 - BitOperations.Log2(buckets);
        _slots = GC.AllocateArray<ulong>(((int)buckets + 1) * Slots, pinned: true);
        _first = FirstAligned(_slots);
        _stride = Groups * Lanes;
        _rows = width > Narrow ? new sbyte[(count + 1) * _stride] : [];
        for (var i = 0; i < count; i++)
        {
            var row = packed.Slice(i * (sizeof(uint) + width), sizeof(uint) + width);
            Insert(i + 1, BinaryPrimitives.ReadUInt32LittleEndian(row), MemoryMarshal.Cast<byte, sbyte>(row[sizeof(uint)..]));
        }
    }

    /// <summary>How many numbers a feature has: one a label.</summary>
    public int Width { get; }

    public float Scale { get; }

    /// <summary>How many vectors of sixteen the sums of a row need.</summary>
    public int Groups { get; }

    /// <summary>
    /// The sums of the rows of all <paramref name="features"/>, into <paramref name="sums"/> of <see cref="Groups"/> vectors; at most 250
    /// features, whose sums a short number holds.
    /// </summary>
    public void Sum(ReadOnlySpan<uint> features, Span<Vector256<short>> sums)
    {
        if (Width <= Narrow)
        {
            sums[0] = SumNarrow(features).ToVector256();
            return;
        }

        ref var slots = ref First();
        ref var rows = ref MemoryMarshal.GetArrayDataReference(_rows);
        var (a, b, c) = (Vector256<short>.Zero, Vector256<short>.Zero, Vector256<short>.Zero);
        foreach (var feature in features)
        {
            var found = Find(ref slots, feature);
            ref var row = ref Unsafe.Add(ref rows, (nint)((found.ToScalar() | found[1]) >> TagBits) * _stride);
            a += Widened(ref row, 0);
            b += Groups > 1 ? Widened(ref row, 1) : default;
            c += Groups > 2 ? Widened(ref row, 2) : default;
        }

        ReadOnlySpan<Vector256<short>> all = [a, b, c];
        all[..Groups].CopyTo(sums);
    }

    /// <summary>
    /// Asks memory for what the features of a narrow table will need, all at once: a sum waits for one after the other, and looks ahead no
    /// further than the processor can.
    /// </summary>
    public unsafe void Prefetch(ReadOnlySpan<uint> features)
    {
        if (!Sse.IsSupported)
        {
            return;
        }

        ref var slots = ref First();
        foreach (var feature in features)
        {
            // The slots are pinned.
            Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref slots, (nint)BucketOf(feature, _shift) * Slots)));
        }
    }

    /// <summary>The sums of a table of up to five columns, a lane each.</summary>
    public Vector128<short> SumNarrow(ReadOnlySpan<uint> features)
    {
        ref var slots = ref First();
        var (low, high) = (Vector128<short>.Zero, Vector128<short>.Zero);
        foreach (var feature in features)
        {
            var found = Find(ref slots, feature).AsSByte();
            low += Vector128.WidenLower(found);
            high += Vector128.WidenUpper(found);
        }

        // The first three lanes summed the hashes' bytes.
        return Vector128.Shuffle(low + high, Vector128.Create((short)3, 4, 5, 6, 7, -1, -1, -1));
    }

    /// <summary>The sum over all features, for a table of one column.</summary>
    public float Sum(ReadOnlySpan<uint> features) => SumNarrow(features)[0] * Scale;

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The stream holds something else.</exception>
    public static WeightTable Read(BinaryReader reader)
    {
        int width = reader.ReadInt32(), count = reader.ReadInt32();
        var scale = reader.ReadSingle();
        if (width is < 1 or > MostGroups * Lanes || count is < 0 or > 4_000_000 || !float.IsFinite(scale))
        {
            throw new InvalidDataException("The model's tables are damaged.");
        }

        var packed = new byte[count * (sizeof(uint) + width)];
        reader.BaseStream.ReadExactly(packed);
        return new WeightTable(width, scale, packed);
    }

    /// <summary>Writes the rows in order of their features, so that the same training gives the same file.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write(Width);
        writer.Write(_written.Length / (sizeof(uint) + Width));
        writer.Write(Scale);
        writer.Write(_written);
    }

    /// <summary>A table of these rows; numbers beyond <paramref name="limit"/> are cut to it, rows that then are all zero are left out.</summary>
    public static WeightTable Of(int width, float limit, IReadOnlyCollection<(uint Feature, float[] Weights)> rows)
    {
        var scale = limit / sbyte.MaxValue;
        using var packed = new MemoryStream();
        using var writer = new BinaryWriter(packed);
        foreach (var (feature, weights) in rows.OrderBy(row => row.Feature))
        {
            var row = Array.ConvertAll(weights, w => (byte)(sbyte)Math.Clamp(MathF.Round(w / scale), -sbyte.MaxValue, sbyte.MaxValue));
            if (Array.Exists(row, w => w != 0))
            {
                writer.Write(feature);
                writer.Write(row);
            }
        }

        var written = packed.ToArray();
        return new WeightTable(width, scale, written) { _written = written };
    }

    private void Insert(int number, uint feature, ReadOnlySpan<sbyte> row)
    {
        var slot = (ulong)TagOf(feature);
        if (_rows.Length > 0)
        {
            row.CopyTo(_rows.AsSpan(number * _stride));
            slot |= (ulong)number << TagBits;
        }
        else
        {
            for (var i = 0; i < row.Length; i++)
            {
                slot |= (ulong)(byte)row[i] << (TagBits + (8 * i));
            }
        }

        var bucket = _slots.AsSpan(_first + ((int)BucketOf(feature, _shift) * Slots), Slots);
        var weakest = 0;
        for (var i = 1; i < Slots; i++)
        {
            weakest = Strength(bucket[i]) < Strength(bucket[weakest]) ? i : weakest;
        }

        bucket[weakest] = Strength(slot) > Strength(bucket[weakest]) ? slot : bucket[weakest];
    }

    /// <summary>How much a slot's feature can say; nought for an empty slot.</summary>
    private int Strength(ulong slot)
    {
        var sum = 0;
        if (_rows.Length > 0)
        {
            foreach (var weight in _rows.AsSpan((int)(slot >> TagBits) * _stride, Width))
            {
                sum += Math.Abs((int)weight);
            }

            return sum;
        }

        for (slot >>= TagBits; slot != 0; slot >>= 8)
        {
            sum += Math.Abs((int)(sbyte)slot);
        }

        return sum;
    }

    /// <summary>The feature's slot in one half and nothing in the other; nothing at all when the table does not know it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector128<ulong> Find(ref ulong slots, uint feature)
    {
        var bucket = Vector256.LoadUnsafe(ref slots, BucketOf(feature, _shift) * Slots);
        var found = bucket & Vector256.Equals(bucket & Vector256.Create(TagMask), Vector256.Create((ulong)TagOf(feature)));
        return found.GetLower() | found.GetUpper();
    }

    private ref ulong First() => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_slots), _first);

    /// <summary>The first slot of a pinned array that stands at a multiple of a bucket's bytes.</summary>
    private static int FirstAligned(ulong[] slots)
    {
        var bytes = (int)(Marshal.UnsafeAddrOfPinnedArrayElement(slots, 0) & ((Slots * sizeof(ulong)) - 1));
        return bytes == 0 ? 0 : Slots - (bytes / sizeof(ulong));
    }

    /// <summary>The bucket of a table of two to the power of 32 − <paramref name="shift"/>: multiplied once more, since the lower bits of some hashes take
    /// few values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static uint BucketOf(uint feature, int shift) => (feature * 0x9E3779B1u) >> shift;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint TagOf(uint feature) => Math.Max(1, feature >> 8);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<short> Widened(ref sbyte row, int group) =>
        Vector256.WidenLower(Vector128.LoadUnsafe(ref row, (nuint)(group * Lanes)).ToVector256Unsafe());
}
