namespace BriefingBot.Configuration;

/// <summary>The configuration section <c>Flood</c>: when one person is asked to slow down.</summary>
internal sealed record FloodOptions
{
    public const int DefaultCommands = 20;

    public static readonly TimeSpan DefaultWindow = TimeSpan.FromSeconds(30);

    public static readonly TimeSpan DefaultSilence = TimeSpan.FromMinutes(1);

    /// <summary>Commands and buttons that one person may use within <see cref="Window"/>; 0 for no limit.</summary>
    public int Commands { get; init; } = DefaultCommands;

    /// <summary>1 second to 1 day.</summary>
    public TimeSpan Window { get; init; } = DefaultWindow;

    /// <summary>How long somebody who used more is then left alone; 1 second to 1 day.</summary>
    public TimeSpan Silence { get; init; } = DefaultSilence;
}
