namespace BriefingBot.Indexing;

/// <summary>Who this process is, for messages about permissions.</summary>
internal static class ProcessUser
{
    /// <summary>“user id 1000 (anna)”; the name alone where the system does not tell the id.</summary>
    public static string Name => UserId() is { } id ? $"user id {id} ({Environment.UserName})" : $"the user {Environment.UserName}";

    /// <summary>The effective user id as Linux tells it (proc(5), Uid: real, effective, saved, file system); null elsewhere.</summary>
    private static string? UserId()
    {
        try
        {
            return File.ReadLines("/proc/self/status").FirstOrDefault(line => line.StartsWith("Uid:", StringComparison.Ordinal))
                ?.Split('\t', StringSplitOptions.RemoveEmptyEntries).ElementAtOrDefault(2);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
