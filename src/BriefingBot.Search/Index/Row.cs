using System.Buffers.Binary;
using BriefingBot.Quotes.Articles;
using Lucene.Net.Util;

namespace BriefingBot.Search.Index;

/// <summary>A statement's key and place, kept for ranking. <paramref name="Back"/>: how many documents before it its first sentence's is.</summary>
internal readonly record struct Row(int Ordinal, int Sentences, int Back)
{
    public const int Size = 20;

    public long Statement { get; init; }

    public static Row Sentence(int ordinal) => new(ordinal, 1, 0);

    /// <summary>A stretch of text as one number, as it is kept for documents that are only pointed to.</summary>
    public static long Number(TextSpan span) => ((long)span.Start << 32) | (uint)span.Length;

    public static TextSpan SpanIn(long number) => new((int)(number >> 32), (int)number);

    public BytesRef Encode()
    {
        var bytes = new byte[Size];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, Statement);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(8), Ordinal);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(12), Sentences);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(16), Back);
        return new BytesRef(bytes);
    }

    public static Row Decode(BytesRef bytes)
    {
        var span = bytes.Bytes.AsSpan(bytes.Offset, bytes.Length);
        return new Row(
            BinaryPrimitives.ReadInt32LittleEndian(span[8..]),
            BinaryPrimitives.ReadInt32LittleEndian(span[12..]),
            BinaryPrimitives.ReadInt32LittleEndian(span[16..]))
        { Statement = BinaryPrimitives.ReadInt64LittleEndian(span) };
    }
}
