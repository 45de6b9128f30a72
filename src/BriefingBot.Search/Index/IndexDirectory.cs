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
    /// <summary>Whether Lucene gives such names: segments_1, segments.gen, _0.cfs, _a_1.del, _0_Lucene41_0.doc, write.lock.</summary>
    public static bool IsOwn(string name) => OwnName().IsMatch(name);

    public override string[] ListAll() => Array.FindAll(base.ListAll(), IsOwn);

    public override IndexInput OpenInput(string name, IOContext context)
    {
        EnsureOpen();
        var file = Path.Combine(Directory.FullName, name);
        return new Input(file, File.OpenHandle(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete), 0, null, context);
    }

    public override IndexInputSlicer CreateSlicer(string name, IOContext context)
    {
        EnsureOpen();
        var file = Path.Combine(Directory.FullName, name);
        return new Slicer(file, File.OpenHandle(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete), context);
    }

    [GeneratedRegex(@"^((pending_)?segments(_[0-9a-z]+|\.gen)|_[0-9a-z]+(_[A-Za-z0-9_]+)?\.(cf[se]|si|fnm|fd[xt]|ti[mp]|doc|pos|pay|nv[dm]|dv[dm]|tv[xdf]|del|gen)|write\.lock)$", RegexOptions.CultureInvariant)]
    private static partial Regex OwnName();

    /// <summary>Reads a stretch of a file; null as the length: to its end. Clones share the handle, which only the first closes.</summary>
    private sealed class Input(string description, SafeFileHandle handle, long begin, long? length, IOContext context, bool owner = true)
        : BufferedIndexInput(description, context)
    {
        private bool _owner = owner;

        public override long Length { get; } = length ?? RandomAccess.GetLength(handle);

        public override object Clone()
        {
            var clone = (Input)base.Clone();
            clone._owner = false;
            return clone;
        }

        protected override void ReadInternal(byte[] b, int offset, int length)
        {
            var position = Position;
            if (position + length > Length)
            {
                throw new EndOfStreamException($"{this}: read past the end");
            }

            while (length > 0)
            {
                var read = RandomAccess.Read(handle, b.AsSpan(offset, length), begin + position);
                if (read == 0)
                {
                    throw new EndOfStreamException($"{this}: shorter than it was");
                }

                (position, offset, length) = (position + read, offset + read, length - read);
            }
        }

        protected override void SeekInternal(long pos)
        {
            // Each read tells its position.
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing && _owner)
            {
                handle.Dispose();
            }
        }
    }

    private sealed class Slicer(string name, SafeFileHandle handle, IOContext context) : IndexInputSlicer
    {
        public override IndexInput OpenSlice(string sliceDescription, long offset, long length) =>
            new Input($"{name} ({sliceDescription})", handle, offset, length, context, owner: false);

        [Obsolete("Only for readers of old indexes.")]
        public override IndexInput OpenFullSlice() => OpenSlice("whole", 0, RandomAccess.GetLength(handle));

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                handle.Dispose();
            }
        }
    }
}
