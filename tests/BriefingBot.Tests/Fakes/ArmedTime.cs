using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace BriefingBot.Tests.Fakes;

/// <summary>Virtual time that tells when somebody begins to wait, so that a test can move it on when, and only when, it is waited for.</summary>
internal sealed class ArmedTime : FakeTimeProvider
{
    private readonly Channel<TimeSpan> _armed = Channel.CreateUnbounded<TimeSpan>();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Watched(base.CreateTimer(callback, state, dueTime, period), _armed.Writer);
        _armed.Writer.TryWrite(dueTime);
        return timer;
    }

    /// <summary>Returns once somebody waits, or has waited unnoticed, for about this long: from it up to a twentieth of a second more.</summary>
    public async Task ArmedAsync(TimeSpan about)
    {
        while (await _armed.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromMinutes(1)) is var due)
        {
            if (due >= about && due <= about + TimeSpan.FromSeconds(0.05))
            {
                return;
            }
        }
    }

    private sealed class Watched(ITimer timer, ChannelWriter<TimeSpan> armed) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            var changed = timer.Change(dueTime, period);
            armed.TryWrite(dueTime);
            return changed;
        }

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
