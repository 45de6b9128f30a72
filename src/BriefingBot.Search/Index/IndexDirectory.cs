using System.Text.RegularExpressions;
using Lucene.Net.Store;
using Microsoft.Win32.SafeHandles;

namespace BriefingBot.Search.Index;

/// <summary>
/// An index's files. Ordinary reads instead of memory mapping: a file that is cut short while it is open then raises an exception, where
/// a mapped one ends the process. Reads at a position, without a lock and a stream between: an answer takes some thousand small ones.
/// Other files in the folder stay hidden from Lucene, which takes anything with “_a.” in its name for one of its own and deletes it.
/// </summary>
internal sealed partial class IndexDirectory(string path) : FSDirectory(new DirectoryInfo(path), NoLockFactory.GetNoLockFactory())
{
    /// <summary>Smaller files, which are nearly all of a story of a few articles, are held in memory: a read of them then costs no call of the system.</summary>
    private const int HeldInMemory = 1 << 18;

    /// <summary>Whether Lucene gives such names: segments_1, segments.gen, _0.cfs, _a_1.del, _0_Lucene41_0.doc, write.lock.</summary>
    public static bool IsOwn(string name) => OwnName().IsMatch(name);

    public override string[] ListAll() => Array.FindAll(base.ListAll(), IsOwn);

    public override IndexInput OpenInput(string name, IOContext context)
    {
        EnsureOpen();
        var source = new Source(Path.Combine(Directory.FullName, name));
        return new Input(name, source, 0, source.Length, context, owner: true);
    }

    public override IndexInputSlicer CreateSlicer(string name, IOContext context)
    {
        EnsureOpen();
        return new Slicer(name, new Source(Path.Combine(Directory.FullName, name)), context);
    }

    [GeneratedRegex(@"^((pending_)?segments(_[0-9a-z]+|\.gen)|_[0-9a-z]+(_[A-Za-z0-9_]+)?\.(cf[se]|si|fnm|fd[xt]|ti[mp]|doc|pos|pay|nv[dm]|dv[dm]|tv[xdf]|del|gen)|write\.lock)$", RegexOptions.CultureInvariant)]
    private static partial Regex OwnName();

    /// <summary>A file that is read from, wholly in memory where it is small.</summary>
    private sealed class Source : IDisposable
    {
        private readonly SafeFileHandle _handle;
        private readonly byte[]? _whole;

        public Source(string path)
        {
            _handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            Length = RandomAccess.GetLength(_handle);
            if (Length <= HeldInMemory)
            {
                // Closed also when reading fails: then nobody else could.
                using (_handle)
                {
                    var whole = new byte[Length];
                    Read(whole, 0);
                    _whole = whole;
                }
            }
        }

        public long Length { get; }

        /// <exception cref="EndOfStreamException">The file is shorter than it was.</exception>
        public void Read(Span<byte> bytes, long position)
        {
            if (_whole is not null)
            {
                _whole.AsSpan((int)position, bytes.Length).CopyTo(bytes);
                return;
            }

            while (bytes.Length > 0)
            {
                var read = RandomAccess.Read(_handle, bytes, position);
                if (read == 0)
                {
                    throw new EndOfStreamException("An index file is shorter than it was.");
                }

                position += read;
                bytes = bytes[read..];
            }
        }

        public void Dispose() => _handle.Dispose();
    }

    /// <summary>Reads a stretch of a file. Clones share the source, which only its owner closes.</summary>
    private sealed class Input(string description, Source source, long begin, long length, IOContext context, bool owner)
        : BufferedIndexInput(description, context)
    {
        private bool _owner = owner;

        public override long Length { get; } = length;

        public override object Clone()
        {
            var clone = (Input)base.Clone();
            clone._owner = false;
            return clone;
        }

        protected override void ReadInternal(byte[] b, int offset, int length)
        {
            if (Position + length > Length)
            {
                throw new EndOfStreamException($"{this}: read past the end");
            }

            source.Read(b.AsSpan(offset, length), begin + Position);
        }

        protected override void SeekInternal(long pos)
        {
            // Each read tells its position.
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing && _owner)
            {
                source.Dispose();
            }
        }
    }

    private sealed class Slicer(string name, Source source, IOContext context) : IndexInputSlicer
    {
        public override IndexInput OpenSlice(string sliceDescription, long offset, long length) =>
            new Input($"{name} ({sliceDescription})", source, offset, length, context, owner: false);

        [Obsolete("Only for readers of old indexes.")]
        public override IndexInput OpenFullSlice() => OpenSlice("whole", 0, source.Length);

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                source.Dispose();
            }
        }
    }
}
