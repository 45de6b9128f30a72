namespace BriefingBot.Benchmarks.Discord;

/// <summary>
/// All of the fake's sockets are served on the thread that waits for them, one for all: no hand-over between threads, which would take the
/// bot's processor time. .NET reads this from the environment when the first socket is made.
/// </summary>
internal static class SingleLoop
{
    private static readonly (string Name, string Value)[] Settings =
    [
        ("DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS", "1"),
        ("DOTNET_SYSTEM_NET_SOCKETS_THREAD_COUNT", "1"),
    ];

    public static void Use()
    {
        foreach (var (name, value) in Settings)
        {
            Environment.SetEnvironmentVariable(name, value);
        }
    }

    /// <summary>Takes the settings away again, for a bot that is measured.</summary>
    public static void Forget(IDictionary<string, string?> environment)
    {
        foreach (var (name, _) in Settings)
        {
            environment.Remove(name);
        }
    }
}
