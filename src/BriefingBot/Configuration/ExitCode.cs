namespace BriefingBot.Configuration;

/// <summary>How the program ends, for scripts.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>Configuration or state needs attention.</summary>
    public const int NeedsAttention = 1;

    public const int WrongUsage = 2;

    /// <summary>Discord refused for good: the token is wrong, or an intent is not allowed.</summary>
    public const int Refused = 3;
}
