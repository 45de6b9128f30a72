using System.Globalization;
using BriefingBot.Scheduling;
using BriefingBot.Storage;
using Microsoft.Extensions.Logging;
using Quartz;

namespace BriefingBot.Briefings;

/// <summary>
/// Wakes whoever delivers at every time of day and zone that subscriptions have, by a trigger each in memory: derived from the subscriptions, made
/// anew at every start. When a trigger fires next is worked out by <see cref="BriefingSlot"/>, once it has fired: no trigger has an idea of its own of
/// what a clock change does. Nothing starts before there is something to wait for.
/// </summary>
/// <param name="wake">Called at each such time, and a little late when the machine slept.</param>
/// <param name="time">The clock.</param>
/// <param name="logs">For the scheduler's own warnings.</param>
internal sealed partial class BriefingScheduler(Action<BriefingTime> wake, TimeProvider time, ILoggerFactory logs) : IAsyncDisposable
{
    private readonly HashSet<BriefingTime> _times = [];
    private readonly ILogger<BriefingScheduler> _log = logs.CreateLogger<BriefingScheduler>();
    private IScheduler? _scheduler;

    /// <summary>How many times of day and zones are waited for.</summary>
    public int Count => _times.Count;

    /// <summary>Keeps exactly these times; one whose zone this machine does not know is left out and logged once.</summary>
    public async Task FollowAsync(IReadOnlyCollection<BriefingTime> wanted, CancellationToken stop)
    {
        var added = wanted.Where(each => !_times.Contains(each)).ToList();
        var gone = _times.Where(each => !wanted.Contains(each)).ToList();
        if (added.Count > 0 && _scheduler is null)
        {
            _scheduler = await InMemoryScheduler.StartAsync<BriefingJob, BriefingScheduler>(BriefingJob.Key, this, time, logs, stop);
        }

        foreach (var each in gone)
        {
            _times.Remove(each);
            await _scheduler!.UnscheduleJob(TriggerOf(each), stop);
        }

        foreach (var each in added)
        {
            _times.Add(each);
            await PlanAsync(each, stop);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_scheduler is { } scheduler)
        {
            await InMemoryScheduler.EndAsync(scheduler, finishJobs: false);
        }
    }

    /// <summary>What a trigger does: wakes, and waits for the next time.</summary>
    internal async Task FireAsync(BriefingTime at, CancellationToken stop)
    {
        await PlanAsync(at, stop);
        wake(at);
    }

    private static TriggerKey TriggerOf(BriefingTime at) => new($"{Sql.Stored(at.Time)} {at.Zone}");

    private async Task PlanAsync(BriefingTime at, CancellationToken stop)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(at.Zone, out var zone))
        {
            LogUnknown(at.Zone);
            return;
        }

        var next = BriefingSlot.Next(at.Time, zone, time.GetUtcNow(), 1)[0];
        var trigger = TriggerBuilder.Create(time).WithIdentity(TriggerOf(at)).ForJob(BriefingJob.Key)
            .UsingJobData(BriefingJob.Time, Sql.Stored(at.Time)).UsingJobData(BriefingJob.Zone, at.Zone)
            .StartAt(next).WithSimpleSchedule(once => once.WithMisfireInstruction(SimpleTriggerMisfireInstruction.FireNow)).Build();
        await _scheduler!.ScheduleTrigger(trigger, TriggerConflict.Replace, stop);
    }

    [LoggerMessage(LogLevel.Error, "Briefings in the time zone {Zone} wait: this machine does not know it. Is tzdata installed?")]
    private partial void LogUnknown(string zone);
}

/// <summary>The one job of all triggers.</summary>
internal sealed class BriefingJob(BriefingScheduler scheduler) : IJob
{
    public const string Time = "time";
    public const string Zone = "zone";

    public static readonly JobKey Key = new("briefings");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await scheduler.FireAsync(
        new BriefingTime(
            TimeOnly.ParseExact(context.MergedJobDataMap.GetString(Time)!, "HH:mm", CultureInfo.InvariantCulture), context.MergedJobDataMap.GetString(Zone)!),
        cancellationToken);
}
