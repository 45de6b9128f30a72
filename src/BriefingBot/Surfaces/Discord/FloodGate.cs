using BriefingBot.Configuration;
using BriefingBot.Discord.Model;

namespace BriefingBot.Surfaces.Discord;

/// <summary>
/// Counts what each person uses, so that one who floods the bot is asked once to slow down and is then left alone for a while. Nobody else
/// notices. Any number of threads may ask.
/// </summary>
/// <remarks>
/// Held are the moments of one window for at most <see cref="MostPeople"/> people, and nothing once they have been quiet for a window or
/// their silence is over. Should more people come within one window, those are let in uncounted: a limit for one must not become one for all.
/// </remarks>
internal sealed class FloodGate : IDisposable
{
    /// <summary>Of whom the bot keeps count at a time.</summary>
    public const int MostPeople = 20_000;

    private readonly FloodOptions _options;
    private readonly TimeProvider _time;
    private readonly Lock _counting = new();
    private readonly Dictionary<Snowflake, Usage> _people = [];
    private readonly ITimer _sweep;
    private readonly long _start;
    private bool _armed;

    public FloodGate(FloodOptions options, TimeProvider time)
    {
        // Not the time of day, which somebody may set.
        (_options, _time, _start) = (options, time, time.GetTimestamp());
        _sweep = time.CreateTimer(_ => Sweep(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>How many people are counted at present.</summary>
    public int People
    {
        get
        {
            lock (_counting)
            {
                return _people.Count;
            }
        }
    }

    /// <summary>Whether to answer what <paramref name="person"/> does now.</summary>
    /// <param name="person">Null when Discord leaves it out: then there is nobody to count.</param>
    public Admission Admit(Snowflake? person)
    {
        if (person is not { } who || _options.Commands == 0)
        {
            return Admission.Answer;
        }

        lock (_counting)
        {
            var now = _time.GetElapsedTime(_start);
            if (!_people.TryGetValue(who, out var usage))
            {
                if (_people.Count >= MostPeople)
                {
                    return Admission.Answer;
                }

                _people[who] = usage = new Usage();
                Arm();
            }

            return Admit(usage, now);
        }
    }

    public void Dispose() => _sweep.Dispose();

    private Admission Admit(Usage usage, TimeSpan now)
    {
        if (usage.SilentUntil is { } end && now < end)
        {
            return Admission.Silence;
        }

        usage.SilentUntil = null;
        while (usage.Moments.TryPeek(out var oldest) && now - oldest >= _options.Window)
        {
            usage.Moments.Dequeue();
        }

        if (usage.Moments.Count < _options.Commands)
        {
            usage.Moments.Enqueue(now);
            usage.Last = now;
            return Admission.Answer;
        }

        usage.Moments.Clear();
        usage.SilentUntil = now + _options.Silence;
        return Admission.AskToSlowDown;
    }

    private void Sweep()
    {
        lock (_counting)
        {
            var now = _time.GetElapsedTime(_start);
            foreach (var (person, usage) in _people)
            {
                if (usage.SilentUntil is { } end ? now >= end : now - usage.Last >= _options.Window)
                {
                    // A dictionary allows removal while it is enumerated.
                    _people.Remove(person);
                }
            }

            _armed = false;
            if (_people.Count > 0)
            {
                Arm();
            }
            else
            {
                _people.TrimExcess();
            }
        }
    }

    private void Arm()
    {
        if (!_armed)
        {
            _armed = true;
            _sweep.Change(_options.Window, Timeout.InfiniteTimeSpan);
        }
    }

    private sealed class Usage
    {
        public Queue<TimeSpan> Moments { get; } = [];

        public TimeSpan Last { get; set; }

        public TimeSpan? SilentUntil { get; set; }
    }
}

/// <summary>What becomes of something that a person does.</summary>
internal enum Admission
{
    Answer,

    /// <summary>One polite private reply.</summary>
    AskToSlowDown,

    /// <summary>No response at all.</summary>
    Silence,
}
