using BriefingBot.Indexing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting.Systemd;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace BriefingBot.Configuration;

/// <summary>What every verb works with: the settings, the clock and the log. Made once, used by one verb.</summary>
internal sealed class Workplace : IDisposable
{
    private readonly IReadOnlyDictionary<string, string?> _commandLine;
    private Settings? _settings;
    private ILoggerFactory? _logs;

    /// <param name="commandLine">The keys given on the command line.</param>
    /// <param name="time">The program's clock.</param>
    /// <param name="error">Standard error: messages for whoever started the program.</param>
    public Workplace(IReadOnlyDictionary<string, string?> commandLine, TimeProvider time, TextWriter error)
    {
        _commandLine = commandLine;
        Time = time;
        Error = error;
    }

    public TimeProvider Time { get; }

    public TextWriter Error { get; }

    /// <summary>Read when first asked for, so that <c>--help</c> needs none. Unknown keys are named in one warning.</summary>
    /// <exception cref="ConfigurationException">A value is not allowed.</exception>
    public Settings Settings
    {
        get
        {
            if (_settings is null)
            {
                _settings = Settings.Read(_commandLine);
                if (_settings.Unknown.Count > 0)
                {
                    Error.WriteLine($"Warning: unknown in the configuration, and without effect: {string.Join(", ", _settings.Unknown)}.");
                }
            }

            return _settings;
        }
    }

    /// <summary>
    /// What is logged where <c>Logging:LogLevel</c> says nothing: in a terminal the answers matter. To be set before <see cref="Logs"/> is asked for.
    /// </summary>
    public LogLevel LogsFrom { get; set; } = LogLevel.Warning;

    /// <summary>Log lines, all to standard error: standard output is for answers. Under systemd with their priority, as its journal reads it.</summary>
    public ILoggerFactory Logs => _logs ??= LoggerFactory.Create(log =>
    {
        // What the web server and the scheduler tell of themselves is nothing that an operator can use.
        log.SetMinimumLevel(LogsFrom).AddFilter("Microsoft", LogLevel.Warning).AddFilter("Quartz", LogLevel.Warning)
            .AddConfiguration(Settings.All.GetSection("Logging"));
        if (SystemdHelpers.IsSystemdService())
        {
            log.AddSystemdConsole();
        }
        else
        {
            log.AddSimpleConsole(line => line.SingleLine = true);
        }

        log.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    });

    /// <summary>Opens the story, and says how to add an article where its folder had to be made.</summary>
    /// <inheritdoc cref="Indexing.OpenStory.Open" path="/exception"/>
    public OpenStory OpenStory(bool write = true)
    {
        var story = Indexing.OpenStory.Open(Settings.Story, Time, Logs, write);
        if (story.FolderIsNew)
        {
            Error.WriteLine(
                $"The articles folder {story.Folder.Root} was missing and has been made. "
                + "To add an article, put a file there: .txt, .md, .html or .json.");
        }

        return story;
    }

    public void Dispose() => _logs?.Dispose();
}
