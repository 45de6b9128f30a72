using BriefingBot.Scheduling;
using Microsoft.Extensions.Logging;
using Quartz;

namespace BriefingBot.Feeds;

/// <summary>Wakes whoever asks a feed when it is due, by a trigger each in memory. When that is is stored with the feed; a trigger only waits.</summary>
internal sealed class FeedScheduler : IAsyncDisposable
{
    private readonly IScheduler _scheduler;
    private readonly TimeProvider _time;

    private FeedScheduler(IScheduler scheduler, TimeProvider time) => (_scheduler, _time) = (scheduler, time);

    /// <param name="due">Called with each feed once it is due.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logs">For the scheduler's own warnings.</param>
    /// <param name="stop">Ends the start.</param>
    public static async Task<FeedScheduler> StartAsync(Action<Uri> due, TimeProvider time, ILoggerFactory logs, CancellationToken stop) =>
        new FeedScheduler(await InMemoryScheduler.StartAsync<FeedJob, Action<Uri>>(FeedJob.Key, due, time, logs, stop), time);

    /// <summary>Waits for the feed's time; a time that has passed is now.</summary>
    public async Task PlanAsync(Uri feed, DateTimeOffset at, CancellationToken stop)
    {
        var now = _time.GetUtcNow();
        var trigger = TriggerBuilder.Create(_time).WithIdentity(feed.AbsoluteUri).ForJob(FeedJob.Key).UsingJobData(FeedJob.Address, feed.AbsoluteUri)
            .StartAt(at > now ? at : now).WithSimpleSchedule(once => once.WithMisfireInstruction(SimpleTriggerMisfireInstruction.FireNow)).Build();
        await _scheduler.ScheduleTrigger(trigger, TriggerConflict.Replace, stop);
    }

    public async ValueTask DisposeAsync() => await InMemoryScheduler.EndAsync(_scheduler, finishJobs: true);
}

/// <summary>The one job of all triggers.</summary>
internal sealed class FeedJob(Action<Uri> due) : IJob
{
    public const string Address = "address";

    public static readonly JobKey Key = new("feeds");

    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        due(new Uri(context.MergedJobDataMap.GetString(Address)!));
        return ValueTask.CompletedTask;
    }
}
