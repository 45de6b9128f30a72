using BriefingBot.Commands;
using BriefingBot.Indexing;

namespace BriefingBot.Hosting;

/// <summary>While articles are still being read, an answer may lack what stands in them: replies say how far it is.</summary>
internal static class ReadingNote
{
    /// <param name="reply">Any.</param>
    /// <param name="progress">Null once the index is up to date.</param>
    public static Reply On(Reply reply, IndexProgress? progress) => progress switch
    {
        null => reply,
        { Total: 0 } => With(reply, "The articles are being compared with what is known of them: something may be missing for a moment."),
        { } files => With(reply, $"Articles are still being read, {files.Done} of {files.Total} files so far: something may be missing."),
    };

    private static Reply With(Reply reply, string note) => reply with { Notes = [note, .. reply.Notes] };
}
