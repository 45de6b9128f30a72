using System.Net;
using System.Runtime;
using System.Runtime.ExceptionServices;
using BriefingBot.Briefings;
using BriefingBot.Configuration;
using BriefingBot.Discord.Interactions;
using BriefingBot.Discord.Rest;
using BriefingBot.Feeds;
using Microsoft.Extensions.Hosting.Systemd;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Hosting;

/// <summary>
/// The running bot: its connection to Discord, the story, the commands' registration and the page that tells how it is, side by side. It ends when
/// it is asked to, or when one of them ends with a fault.
/// </summary>
internal sealed partial class BotService(Workplace workplace, DiscordLink discord, Func<double> random)
{
    /// <summary>How long answers in hand may take to finish after the bot was asked to stop; the whole stop takes less than ten seconds.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(6);

    /// <summary>How long briefings wait for the commands to be registered.</summary>
    private static readonly TimeSpan LongestEntry = TimeSpan.FromMinutes(1);

    private readonly Settings _settings = workplace.Settings;
    private readonly bool _commands = workplace.Settings.Run.Does(RunRole.Commands);
    private readonly long _started = workplace.Time.GetTimestamp();
    private BriefingService? _delivering;
    private FeedService? _feeding;
    private readonly ILogger<BotService> _log = workplace.Logs.CreateLogger<BotService>();

    /// <summary>Runs until <paramref name="stop"/>, which is an ordinary end.</summary>
    /// <exception cref="ConfigurationException">The port is in use, or the story cannot be opened.</exception>
    /// <exception cref="DiscordRefusedException">Discord refuses for good.</exception>
    /// <exception cref="Exception">One of the parts ended with a fault.</exception>
    public async Task RunAsync(CancellationToken stop)
    {
        using var socket = ListeningSocket.Open(_settings.Http);
        using var meters = new ServiceMeters();
        using var story = new ServedStory(() => workplace.OpenStory(), workplace.Logs.CreateLogger<ServedStory>());
        var answers = new Lazy<Task<Func<Interaction, InteractionResponse?>>>(async () => discord.Answers(await story.Opened, () => story.Progress));
        using var dispatch = new InteractionDispatch(CallsOf(answers), workplace.Time, meters, workplace.Logs.CreateLogger<InteractionDispatch>());
        meters.Observe(Shards, discord.RateLimitWaits, () => story.Opened.IsCompletedSuccessfully ? story.Opened.Result.Index.Story() : null);
        var web = WebOf(socket, story, dispatch, meters);
        LogListening($"http://{socket.EndPoint}");
        // Answers and the heartbeat must find a thread while articles are being read on every core but one.
        ThreadPool.GetMinThreads(out var least, out var ports);
        ThreadPool.SetMinThreads(Math.Max(least, Environment.ProcessorCount + 4), ports);
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await SideBySideAsync(
            stop,
            story.RunAsync,
            ending => !_commands ? Task.CompletedTask : ConverseAsync(dispatch, discord.Gateway is { } gateway
                ? patience => dispatch.RunAsync(gateway.Interactions(ending), patience)
                : patience => web.RunAsync(ending, patience), ending),
            ending => _commands ? RegisterAsync(answers, story.UpToDate, ready, ending) : EnterAsync(ready, ending),
            ending => BriefAsync(story, ready.Task, ending),
            ending => _commands && discord.Gateway is null ? Task.CompletedTask : web.RunAsync(ending, CancellationToken.None),
            ending => TellSystemdAsync(story, ending),
            FeedAsync);
    }

    /// <summary>Starts all in their order; the first fault ends the others and is thrown once they have ended.</summary>
    private static async Task SideBySideAsync(CancellationToken stop, params Func<CancellationToken, Task>[] parts)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var running = parts.Select(part => EndingAllAsync(part)).ToList();
        var faults = (await Task.WhenAll(running)).OfType<Exception>().ToList();
        if (faults.Count > 0)
        {
            // The first fault is the cause; what others met while ending is not.
            ExceptionDispatchInfo.Throw(faults[0]);
        }

        async Task<Exception?> EndingAllAsync(Func<CancellationToken, Task> part)
        {
#pragma warning disable CA1031 // Whatever a part ends with is thrown to the caller once all have ended.
            try
            {
                await part(ending.Token);
                return null;
            }
            catch (OperationCanceledException) when (ending.IsCancellationRequested)
            {
                return null;
            }
            catch (Exception fault)
            {
                var first = !ending.IsCancellationRequested;
                await ending.CancelAsync();
                return first ? fault : null;
            }
#pragma warning restore CA1031
        }
    }

    /// <summary>The rehearsal takes a core for half a second, which connecting and reading articles need first.</summary>
    private async Task RegisterAsync(
        Lazy<Task<Func<Interaction, InteractionResponse?>>> answers, Task upToDate, TaskCompletionSource ready, CancellationToken stop)
    {
        await new Registration(discord, _settings.Discord.ApplicationId, workplace.Time, random, workplace.Logs.CreateLogger<Registration>()).RunAsync(stop);
        await upToDate.WaitAsync(stop);
        var answer = await answers.Value.WaitAsync(stop);
        await Task.Run(() => Rehearsal.Run(answer), stop);
        LogReady();
        ready.TrySetResult();
        GiveBack();
    }

    /// <summary>
    /// The start leaves a tenth of the memory as garbage, large arrays of the index among it, which a bot that hardly allocates would keep for
    /// hours: it is collected once, and what becomes free goes back to the machine.
    /// </summary>
    private static void GiveBack()
    {
        GCSettings.LargeObjectHeapCompactionMode = GCLargeObjectHeapCompactionMode.CompactOnce;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }

    /// <summary>A process that answers nobody has no connection that would tell of a wrong token.</summary>
    private async Task EnterAsync(TaskCompletionSource ready, CancellationToken stop)
    {
        try
        {
            await (_settings.Run.OnlyFeeds ? Task.CompletedTask : discord.Application(stop));
        }
        catch (DiscordApiException refused) when (refused.Status == HttpStatusCode.Unauthorized)
        {
            throw Registration.TokenRefused(refused);
        }
        catch (DiscordApiException)
        {
            // Out of reach now: each delivery tells, and is tried again.
        }

        ready.TrySetResult();
    }

    /// <summary>
    /// Delivers briefings, once the story can be told from and the connection is up: neither may be held up by what is due. Discord out of reach at
    /// the start is not waited for longer than a moment.
    /// </summary>
    private async Task BriefAsync(ServedStory story, Task ready, CancellationToken stop)
    {
        if (discord.Briefings is not { } join || !_settings.Run.Does(RunRole.Briefings))
        {
            return;
        }

        var opened = await story.Opened.WaitAsync(stop);
        await story.UpToDate.WaitAsync(stop);
        await Task.WhenAny(ready, Task.Delay(LongestEntry, workplace.Time, stop));
        stop.ThrowIfCancellationRequested();
        using var briefings = join(opened, () => story.Progress);
        _delivering = briefings.Service;
        await briefings.Service.RunAsync(stop);
    }

    /// <summary>Asks the feeds; whoever answers and delivers learns of new articles through their folder.</summary>
    private async Task FeedAsync(CancellationToken stop)
    {
        if (!Feeds)
        {
            return;
        }

        var process = $"{Environment.MachineName} {Environment.ProcessId} {(long)(random() * long.MaxValue):x}";
        using var feeds = FeedParts.Join(_settings, process, workplace.Time, workplace.Logs);
        _feeding = feeds.Service;
        // Not on the thread that starts the others: opening the database takes its time.
        await Task.Run(() => feeds.Service.RunAsync(stop), stop);
    }

    private bool Feeds => _settings.Run.Does(RunRole.Feeds) && _settings.Feeds.Addresses.Count > 0;

    private Condition FeedCondition() => _feeding is { State: var (ok, says) } ? new Condition("feeds", ok, says) : new Condition("feeds", true, "not started yet");

    private Condition BriefingCondition() => _delivering is { State: var (ok, says), HasLooked: var hasLooked }
        ? new Condition("briefings", ok, says) { Starting = !hasLooked }
        : new Condition("briefings", false, "waiting for the connection") { Starting = true };

    private bool IsStart => workplace.Time.GetElapsedTime(_started) < Readiness.LongestStart;

    private InteractionCalls CallsOf(Lazy<Task<Func<Interaction, InteractionResponse?>>> answers) => new()
    {
        Answer = async interaction => (await answers.Value)(interaction),
        Respond = discord.Respond,
        Edit = discord.Edit,
        Delete = discord.Delete,
        FollowUp = discord.FollowUp,
    };

    private WebService WebOf(ListeningSocket socket, ServedStory story, InteractionDispatch dispatch, ServiceMeters meters)
    {
        List<Func<Condition>> conditions = [() => story.Condition];
        if (_commands)
        {
            conditions.AddRange(discord.Gateway is null
                ? [() => new Condition("endpoint", true, "up")]
                : [() => Readiness.Gateway(Shards(), IsStart), () => Readiness.Heartbeat(Shards(), IsStart)]);
        }

        if (discord.Briefings is not null && _settings.Run.Does(RunRole.Briefings))
        {
            conditions.Add(BriefingCondition);
        }

        if (Feeds)
        {
            conditions.Add(FeedCondition);
        }

        var readiness = new Readiness(conditions);
        return new WebService(socket, readiness, meters, workplace.Logs)
        {
            Interactions = _commands && discord.Gateway is null && InteractionSignature.TryCreate(_settings.Discord.PublicKey, out var signature)
                ? new InteractionsEndpoint(signature, dispatch, workplace.Time, workplace.Logs.CreateLogger<InteractionsEndpoint>())
                : null,
        };
    }

    private IReadOnlyList<ShardHealth> Shards() => discord.Gateway?.Health() ?? [];

    /// <summary>
    /// Started is who has opened the story and listens: Discord being out of reach for a while is no reason to start the process again.
    /// </summary>
    private static async Task TellSystemdAsync(ServedStory story, CancellationToken stop)
    {
        var systemd = new SystemdNotifier();
        if (!systemd.IsEnabled)
        {
            return;
        }

        await story.Opened.WaitAsync(stop);
        systemd.Notify(ServiceState.Ready);
        using var asked = stop.Register(() => systemd.Notify(ServiceState.Stopping));
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stop);
    }

    /// <summary>Takes interactions until <paramref name="stop"/>, then finishes those in hand, as far as patience lasts.</summary>
    private async Task ConverseAsync(InteractionDispatch dispatch, Func<CancellationToken, Task> take, CancellationToken stop)
    {
        using var patience = new CancellationTokenSource();
        await using var limit = stop.Register(() =>
        {
            LogStopping();
            patience.CancelAfter(Patience);
        });
        try
        {
            await take(patience.Token);
        }
        finally
        {
            patience.CancelAfter(Patience);
            if (!await dispatch.FinishAsync(patience.Token))
            {
                LogAbandoned();
            }
        }
    }

    [LoggerMessage(LogLevel.Information, "Listening at {Url}.")]
    private partial void LogListening(string url);

    [LoggerMessage(LogLevel.Information, "Ready for questions.")]
    private partial void LogReady();

    [LoggerMessage(LogLevel.Information, "Asked to stop: answers in hand are finished.")]
    private partial void LogStopping();

    [LoggerMessage(LogLevel.Warning, "Some answers took too long to be waited for.")]
    private partial void LogAbandoned();
}
