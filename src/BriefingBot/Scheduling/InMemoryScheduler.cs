using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Quartz;

namespace BriefingBot.Scheduling;

/// <summary>
/// Quartz as this program uses it: triggers in memory, derived from what is stored and made anew at every start; one thread, since a job only wakes
/// somebody; and the program's clock.
/// </summary>
internal static class InMemoryScheduler
{
    /// <summary>No job takes longer than a moment; a scheduler that does not end must not hold up the end of the process.</summary>
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(2);

    /// <summary>A scheduler that has begun, with its one job.</summary>
    /// <typeparam name="TJob">The job.</typeparam>
    /// <typeparam name="TWoken">What the job's constructor takes.</typeparam>
    /// <param name="job">The job's name.</param>
    /// <param name="woken">What the job wakes.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logs">For the scheduler's own warnings.</param>
    /// <param name="stop">Ends the start.</param>
    public static async Task<IScheduler> StartAsync<TJob, TWoken>(JobKey job, TWoken woken, TimeProvider time, ILoggerFactory logs, CancellationToken stop)
        where TJob : IJob
        where TWoken : class
    {
        var scheduler = await QuartzSchedulerBuilder.Create(quartz =>
        {
            quartz.UseInMemoryStore(_ => { });
            quartz.UseTimeProvider(time);
            quartz.UseDefaultThreadPool(1);
            quartz.Services.AddSingleton(logs);
            quartz.Services.AddSingleton(woken);
        }).BuildScheduler(stop);
        await scheduler.AddJob(JobBuilder.Create<TJob>().WithIdentity(job).StoreDurably().Build(), new AddJobOptions(), stop);
        await scheduler.Start(stop);
        return scheduler;
    }

    /// <summary>Ends it, waiting for a moment at most.</summary>
    /// <param name="scheduler">Which.</param>
    /// <param name="finishJobs">Whether jobs under way are waited for.</param>
    public static Task EndAsync(IScheduler scheduler, bool finishJobs) => Task.WhenAny(
        scheduler.Shutdown(waitForJobsToComplete: finishJobs, CancellationToken.None).AsTask(), Task.Delay(LongestEnd, TimeProvider.System));
}
