using System.Runtime.InteropServices;
using System.Text;
using BriefingBot.Quotes.Articles;
using BriefingBot.Quotes.Quotations;
using Lucene.Net.Util;

namespace BriefingBot.Search.Index;

/// <summary>A statement as stored: what an answer needs, so that no article has to be read again.</summary>
internal sealed record StatementRecord
{
    /// <summary>Number of the first sentence, from 1.</summary>
    public required int Sentence { get; init; }

    public required TextSpan Span { get; init; }

    public required string Text { get; init; }

    /// <summary>Of a quotation: its content.</summary>
    public IReadOnlyList<TextSpan> Spans { get; init; } = [];

    public QuotationKind Kind { get; init; }

    /// <inheritdoc cref="Quotation.IsTurn"/>
    public bool IsTurn { get; init; }

    /// <inheritdoc cref="QuotedStatement.IsAskedFor"/>
    public bool IsAskedFor { get; init; }

    public string? Cue { get; init; }

    public string? Mention { get; init; }

    public string? SpeakerName { get; init; }

    public IReadOnlyList<string> Speakers { get; init; } = [];

    public double Confidence { get; init; }

    public string Why { get; init; } = "";

    /// <summary>Of a sentence: how many documents after it its quotations stand.</summary>
    public IReadOnlyList<int> Quotations { get; init; } = [];
}

/// <summary>An article as stored: its source, its cast, and who makes which statement.</summary>
internal sealed record ArticleRecord(PassageSource Source, int Sentences)
{
    public IReadOnlyList<Speaker> Cast { get; init; } = [];

    public IReadOnlyList<(long Statement, IReadOnlyList<string> Speakers)> Statements { get; init; } = [];
}

/// <summary>A file as stored. <paramref name="Reason"/> is why it could not be read; null when it was.</summary>
internal sealed record FileRecord(string Path, string Fingerprint, string? Reason, long ChangedTicks);

/// <summary>The compact form of the stored records: numbers of variable length, UTF-8 strings.</summary>
internal static class StoredRecords
{
    public static BytesRef Encode(StatementRecord record) => Write(writer =>
    {
        writer.Write7BitEncodedInt(record.Sentence);
        Write(writer, record.Span);
        WriteText(writer, record.Text);
        Write(writer, record.Spans, Write);
        writer.Write((byte)record.Kind);
        writer.Write(record.IsTurn);
        writer.Write(record.IsAskedFor);
        WriteOptional(writer, record.Cue);
        WriteOptional(writer, record.Mention);
        WriteOptional(writer, record.SpeakerName);
        Write(writer, record.Speakers, (w, name) => w.Write(name));
        writer.Write((float)record.Confidence);
        writer.Write(record.Why);
        Write(writer, record.Quotations, (w, offset) => w.Write7BitEncodedInt(offset));
    });

    public static StatementRecord DecodeStatement(BytesRef bytes) => Read(bytes, reader => new StatementRecord
    {
        Sentence = reader.Read7BitEncodedInt(),
        Span = ReadSpan(reader),
        Text = ReadText(reader),
        Spans = ReadList(reader, ReadSpan),
        Kind = (QuotationKind)reader.ReadByte(),
        IsTurn = reader.ReadBoolean(),
        IsAskedFor = reader.ReadBoolean(),
        Cue = ReadOptional(reader),
        Mention = ReadOptional(reader),
        SpeakerName = ReadOptional(reader),
        Speakers = ReadList(reader, r => r.ReadString()),
        Confidence = Math.Round(reader.ReadSingle(), 4),
        Why = reader.ReadString(),
        Quotations = ReadList(reader, r => r.Read7BitEncodedInt()),
    });

    public static BytesRef Encode(ArticleRecord record) => Write(writer =>
    {
        var source = record.Source;
        writer.Write(source.Id);
        writer.Write(source.Title);
        WriteOptional(writer, source.Source);
        WriteOptional(writer, source.Url);
        WriteOptional(writer, source.Author);
        writer.Write(source.Published?.DayNumber ?? -1);
        writer.Write(source.Added.UtcTicks);
        writer.Write7BitEncodedInt(record.Sentences);
        Write(writer, record.Cast, (w, speaker) =>
        {
            w.Write(speaker.Name);
            w.Write((byte)speaker.Type);
            Write(w, speaker.Roles, (x, role) => x.Write(role));
            Write(w, speaker.OtherNames, (x, name) => x.Write(name));
        });
        Write(writer, record.Statements, (w, statement) =>
        {
            w.Write(statement.Statement);
            Write(w, statement.Speakers, (x, name) => x.Write(name));
        });
    });

    public static ArticleRecord DecodeArticle(BytesRef bytes) => Read(bytes, reader =>
    {
        var source = new PassageSource(reader.ReadString(), reader.ReadString())
        {
            Source = ReadOptional(reader),
            Url = ReadOptional(reader),
            Author = ReadOptional(reader),
            Published = reader.ReadInt32() is var day and >= 0 ? DateOnly.FromDayNumber(day) : null,
            Added = new DateTimeOffset(reader.ReadInt64(), TimeSpan.Zero),
        };
        return new ArticleRecord(source, reader.Read7BitEncodedInt())
        {
            Cast = ReadList(reader, r => new Speaker(string.Intern(r.ReadString()), (SpeakerType)r.ReadByte())
            {
                Roles = ReadList(r, x => x.ReadString()),
                OtherNames = ReadList(r, x => x.ReadString()),
            }),
            Statements = ReadList(reader, r => (r.ReadInt64(), (IReadOnlyList<string>)ReadList(r, x => string.Intern(x.ReadString())))),
        };
    });

    public static BytesRef Encode(FileRecord record) => Write(writer =>
    {
        writer.Write(record.Path);
        writer.Write(record.Fingerprint);
        WriteOptional(writer, record.Reason);
        writer.Write(record.ChangedTicks);
    });

    public static FileRecord DecodeFile(BytesRef bytes) => Read(bytes, reader =>
        new FileRecord(reader.ReadString(), reader.ReadString(), ReadOptional(reader), reader.ReadInt64()));

    private static BytesRef Write(Action<BinaryWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true))
        {
            write(writer);
        }

        return new BytesRef(stream.ToArray());
    }

    private static T Read<T>(BytesRef bytes, Func<BinaryReader, T> read)
    {
        using var stream = new MemoryStream(bytes.Bytes, bytes.Offset, bytes.Length, writable: false);
        using var reader = new BinaryReader(stream);
        return read(reader);
    }

    private static void Write(BinaryWriter writer, TextSpan span)
    {
        writer.Write7BitEncodedInt(span.Start);
        writer.Write7BitEncodedInt(span.Length);
    }

    private static TextSpan ReadSpan(BinaryReader reader) => new(reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt());

    /// <summary>UTF-8, or the code units themselves where half a surrogate pair has no UTF-8: a passage is its text's slice for any text.</summary>
    private static void WriteText(BinaryWriter writer, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var exact = Encoding.UTF8.GetString(bytes) == text;
        bytes = exact ? bytes : MemoryMarshal.AsBytes(text.AsSpan()).ToArray();
        writer.Write(exact);
        writer.Write7BitEncodedInt(bytes.Length);
        writer.Write(bytes);
    }

    private static string ReadText(BinaryReader reader)
    {
        var exact = reader.ReadBoolean();
        var bytes = reader.ReadBytes(reader.Read7BitEncodedInt());
        return exact ? Encoding.UTF8.GetString(bytes) : MemoryMarshal.Cast<byte, char>(bytes).ToString();
    }

    private static void WriteOptional(BinaryWriter writer, string? text)
    {
        writer.Write(text is not null);
        if (text is not null)
        {
            WriteText(writer, text);
        }
    }

    private static string? ReadOptional(BinaryReader reader) => reader.ReadBoolean() ? ReadText(reader) : null;

    private static void Write<T>(BinaryWriter writer, IReadOnlyList<T> items, Action<BinaryWriter, T> write)
    {
        writer.Write7BitEncodedInt(items.Count);
        foreach (var item in items)
        {
            write(writer, item);
        }
    }

    private static T[] ReadList<T>(BinaryReader reader, Func<BinaryReader, T> read)
    {
        var count = reader.Read7BitEncodedInt();
        if (count == 0)
        {
            return [];
        }

        var items = new T[count];
        for (var i = 0; i < count; i++)
        {
            items[i] = read(reader);
        }

        return items;
    }
}
