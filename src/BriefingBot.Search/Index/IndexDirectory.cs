using System.Text.RegularExpressions;
using Lucene.Net.Store;

namespace BriefingBot.Search.Index;

/// <summary>
/// An index's files. Ordinary reads instead of memory mapping: a file that is cut short while it is open then raises an exception, where
/// a mapped one ends the process. Other files in the folder stay hidden from Lucene, which takes anything with “_a.” in its name
/// for one of its own and deletes it.
/// </summary>
internal sealed partial class IndexDirectory(string path) : NIOFSDirectory(path, NoLockFactory.GetNoLockFactory())
{
    /// <summary>Whether Lucene gives such names: segments_1, segments.gen, _0.cfs, _a_1.del, _0_Lucene41_0.doc, write.lock.</summary>
    public static bool IsOwn(string name) => OwnName().IsMatch(name);

    public override string[] ListAll() => Array.FindAll(base.ListAll(), IsOwn);

    [GeneratedRegex(@"^((pending_)?segments(_[0-9a-z]+|\.gen)|_[0-9a-z]+(_[^.]*)?\.[^.]+|write\.lock)$", RegexOptions.CultureInvariant)]
    private static partial Regex OwnName();
}
