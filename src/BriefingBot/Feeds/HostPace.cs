namespace BriefingBot.Feeds;

/// <summary>One request at a time for each host, and a pause after it: a site notices no more of the bot than of a reader.</summary>
/// <param name="pause">Between the end of a request and the next one's beginning.</param>
/// <param name="time">The clock.</param>
internal sealed class HostPace(TimeSpan pause, TimeProvider time)
{
    private readonly Dictionary<string, Line> _lines = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Waits for the host's turn; it ends when the result is disposed of.</summary>
    public async Task<IDisposable> EnterAsync(string host, CancellationToken stop)
    {
        var line = Join(host);
        var entered = false;
        try
        {
            await line.Gate.WaitAsync(stop);
            entered = true;
            if (line.Free - time.GetUtcNow() is var wait && wait > TimeSpan.Zero)
            {
                await Task.Delay(wait < pause ? wait : pause, time, stop);
            }

            return new Turn(() => Leave(line, entered: true, asked: true));
        }
        catch
        {
            Leave(line, entered, asked: false);
            throw;
        }
    }

    private Line Join(string host)
    {
        lock (_lines)
        {
            if (!_lines.TryGetValue(host, out var line))
            {
                // A feed may name any number of hosts: those that nobody waits for are forgotten.
                var now = time.GetUtcNow();
                foreach (var old in _lines.Where(each => each.Value.Waiting == 0 && each.Value.Free <= now).ToList())
                {
                    _lines.Remove(old.Key);
                    old.Value.Gate.Dispose();
                }

                _lines[host] = line = new Line();
            }

            line.Waiting++;
            return line;
        }
    }

    private void Leave(Line line, bool entered, bool asked)
    {
        lock (_lines)
        {
            line.Waiting--;
            if (asked)
            {
                line.Free = time.GetUtcNow() + pause;
            }

            if (entered)
            {
                line.Gate.Release();
            }
        }
    }

    private sealed class Line
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);

        public int Waiting { get; set; }

        public DateTimeOffset Free { get; set; }
    }

    private sealed class Turn(Action leave) : IDisposable
    {
        private Action? _leave = leave;

        public void Dispose() => Interlocked.Exchange(ref _leave, null)?.Invoke();
    }
}
