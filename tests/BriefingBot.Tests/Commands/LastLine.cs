using BriefingBot.Commands;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Tests.Commands;

/// <summary>Keeps what was logged last.</summary>
internal sealed class LastLine : ILogger<CommandRouter>
{
    public string? Text { get; private set; }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        Assert.Null(exception);
        Text = formatter(state, exception);
    }
}
