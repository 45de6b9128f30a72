using BriefingBot.Indexing;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Hosting;

/// <summary>
/// The story while the service runs: opened, brought up to date, and kept so. Neither the connection nor an answer waits for it: until it is up
/// to date, answers say how far it is.
/// </summary>
internal sealed partial class ServedStory(Func<OpenStory> open, ILogger<ServedStory> log) : IProgress<IndexProgress>, IDisposable
{
    private readonly TaskCompletionSource<OpenStory> _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile StrongProgress? _progress;
    private readonly TaskCompletionSource _upToDate = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The story, as soon as it is open. Fails when it cannot be opened.</summary>
    public Task<OpenStory> Opened => _opened.Task;

    /// <summary>Completes when the index is first up to date.</summary>
    public Task UpToDate => _upToDate.Task;

    /// <summary>How far reading the articles is; null once the index is up to date.</summary>
    public IndexProgress? Progress => UpToDate.IsCompleted ? null : _progress?.Value ?? default(IndexProgress);

    /// <summary>Whether the index is open and up to date, and in words.</summary>
    public Condition Condition => new("index", IsReady, Describe()) { Starting = !UpToDate.IsCompleted };

    private bool IsReady => UpToDate.IsCompleted && Opened is { IsCompletedSuccessfully: true, Result.Index.Damaged: false };

    /// <summary>Opens the story and keeps its index at what its folder holds until <paramref name="stop"/>.</summary>
    /// <exception cref="Exception">The story cannot be opened, or its index cannot be written.</exception>
    public async Task RunAsync(CancellationToken stop)
    {
        OpenStory story;
        try
        {
            story = await Task.Run(open, CancellationToken.None);
        }
        catch (Exception unusable)
        {
            _opened.SetException(unusable);
            throw;
        }

        _opened.SetResult(story);
        await story.Run.BringUpToDateAsync(this, stop, whileAnswering: true);
        _upToDate.SetResult();
        story.Index.PreparePairs();
        LogUpToDate(story.Index.Files.Count);
        using var worker = story.CreateWorker();
        try
        {
            await worker.StartAsync(stop);
            await (worker.ExecuteTask ?? Task.CompletedTask);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Asked to stop before it had begun.
        }
        finally
        {
            await worker.StopAsync(CancellationToken.None);
        }
    }

    public void Report(IndexProgress value) => _progress = new StrongProgress(value);

    public void Dispose()
    {
        if (Opened.IsCompletedSuccessfully)
        {
            Opened.Result.Dispose();
        }
    }

    private string Describe() => this switch
    {
        { Opened.IsCompleted: false } => "being opened",
        { UpToDate.IsCompleted: false } when Progress is { Total: > 0 } progress => $"{progress.Done} of {progress.Total} changed files read",
        { UpToDate.IsCompleted: false } => "being compared with the articles",
        { IsReady: false } => "damaged, and about to be made anew",
        _ => "open and up to date",
    };

    /// <summary>A reference is replaced in one step; the two numbers would not be.</summary>
    private sealed record StrongProgress(IndexProgress Value);

    [LoggerMessage(LogLevel.Information, "The index is up to date with {Files} files.")]
    private partial void LogUpToDate(int files);
}
