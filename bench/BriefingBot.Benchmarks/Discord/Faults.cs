using System.Diagnostics;

namespace BriefingBot.Benchmarks.Discord;

/// <summary>What can happen to a Gateway connection.</summary>
internal enum Fault
{
    CutInMidFrame,
    ResetInMidFrame,
    CutInMidReplay,
    Close4000,
    Close1001,
    Close4009,
    Reconnect,
    InvalidSessionToResume,
    InvalidSession,
    Silence,
}

/// <summary>What a row of faults came to.</summary>
internal sealed record FaultsOutcome
{
    public required int Faults { get; init; }

    public required int Interactions { get; init; }

    /// <summary>Sent before the fault or replayed in the session that outlived it, and never answered.</summary>
    public required int Lost { get; init; }

    /// <summary>Sent whole on the connection just before its session ended, and never answered: Discord would not send them again.</summary>
    public required int LostWithSession { get; init; }

    public required int AnsweredTwice { get; init; }

    /// <summary>From the fault to READY or RESUMED, median, milliseconds.</summary>
    public required double BackAfter { get; init; }

    public required int Resumes { get; init; }

    public required int Sessions { get; init; }

    /// <summary>Sessions that the bot ended itself although they could have been resumed.</summary>
    public required int EndedByBot { get; init; }

    /// <summary>Which faults lost how many.</summary>
    public required IReadOnlyDictionary<Fault, int> LostAt { get; init; }

    /// <summary>After which faults how many were answered a second time.</summary>
    public required IReadOnlyDictionary<Fault, int> TwiceAt { get; init; }
}

/// <summary>Random faults one after another, with interactions just before each and, where the session lives on, while the bot is away.</summary>
internal sealed class Faults(FakeDiscord discord, BotProcess bot, int seed)
{
    private const int Before = 2;
    private const int Meanwhile = 2;

    private static readonly TimeSpan ReturnLimit = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(5);

    private readonly Random _random = new(seed);

    public async Task<FaultsOutcome> RunAsync(int count)
    {
        var kinds = Enum.GetValues<Fault>();
        var (interactions, twice, sessions, resumes) = (discord.Issued, discord.AnsweredTwice, discord.Sessions, discord.Resumes);
        var (lost, twiceAt) = (new Dictionary<Fault, int>(), new Dictionary<Fault, int>());
        var times = new List<double>();
        for (var i = 0; i < count; i++)
        {
            var fault = kinds[_random.Next(kinds.Length)];
            var known = discord.AnsweredTwice;
            var (away, missing) = await HappenAsync(fault);
            times.Add(away);
            lost[fault] = lost.GetValueOrDefault(fault) + missing;
            twiceAt[fault] = twiceAt.GetValueOrDefault(fault) + discord.AnsweredTwice - known;
        }

        // Too late for its own fault, but answered after all, is not lost.
        var unanswered = Enumerable.Range(interactions, discord.Issued - interactions).Count(number => !discord.IsAnswered(number));
        var withSession = Math.Min(unanswered, lost.Where(each => Ends(each.Key)).Sum(each => each.Value));
        return new FaultsOutcome
        {
            Faults = count,
            Interactions = discord.Issued - interactions,
            Lost = unanswered - withSession,
            LostWithSession = withSession,
            AnsweredTwice = discord.AnsweredTwice - twice,
            BackAfter = times.Order().ElementAt(times.Count / 2),
            Resumes = discord.Resumes - resumes,
            Sessions = discord.Sessions - sessions,
            EndedByBot = discord.EndedByBot,
            LostAt = lost.Where(each => each.Value > 0).ToDictionary(),
            TwiceAt = twiceAt.Where(each => each.Value > 0).ToDictionary(),
        };
    }

    private static bool Ends(Fault fault) => fault is Fault.Close4009 or Fault.InvalidSession;

    /// <summary>One fault and the way back: milliseconds away, interactions without an answer.</summary>
    private async Task<(double Away, int Missing)> HappenAsync(Fault fault)
    {
        var from = discord.Issued;
        var started = Stopwatch.GetTimestamp();
        Task live;
        TaskCompletionSource<long> answered;
        lock (discord.Gate)
        {
            discord.Issue(Before);
            discord.ExpectReturn();
            Strike(fault, discord.Connection ?? throw new InvalidOperationException("No connection."));
            if (!Ends(fault))
            {
                discord.Issue(Meanwhile);
            }

            answered = AnswersOf(from, discord.Issued);
            live = discord.Live;
        }

        await bot.WaitForAsync(live.ContinueWith(_ => true, TaskScheduler.Default), ReturnLimit, $"return after {fault}");
        var away = Load.Milliseconds(started, Stopwatch.GetTimestamp());
        await Task.WhenAny(answered.Task, Task.Delay(AnswerLimit, TimeProvider.System));
        return (away, Enumerable.Range(from, discord.Issued - from).Count(number => !discord.IsAnswered(number)));
    }

    private void Strike(Fault fault, GatewayConnection connection)
    {
        switch (fault)
        {
            case Fault.CutInMidFrame or Fault.ResetInMidFrame:
                discord.CutInMidFrame(hard: fault == Fault.ResetInMidFrame);
                break;
            case Fault.CutInMidReplay:
                discord.CutNextReplay = true;
                discord.CutInMidFrame(hard: false);
                break;
            case Fault.Close4000:
                connection.Close(4000);
                break;
            case Fault.Close1001:
                connection.Close(1001);
                break;
            case Fault.Close4009:
                discord.EndSession();
                connection.Close(4009);
                break;
            case Fault.Reconnect:
                connection.IsLive = false;
                connection.Send("""{"t":null,"s":null,"op":7,"d":null}""");
                break;
            case Fault.InvalidSessionToResume:
                connection.IsLive = false;
                connection.Send("""{"t":null,"s":null,"op":9,"d":true}""");
                break;
            case Fault.InvalidSession:
                discord.EndSession();
                connection.IsLive = false;
                connection.Send("""{"t":null,"s":null,"op":9,"d":false}""");
                break;
            case Fault.Silence:
                connection.IsLive = false;
                connection.IsSilent = true;
                break;
        }
    }

    /// <summary>Done when all from the first to before the last number are answered.</summary>
    private TaskCompletionSource<long> AnswersOf(int first, int end)
    {
        var done = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        var left = Enumerable.Range(first, end - first).Count(number => !discord.IsAnswered(number));
        discord.Answered = number =>
        {
            if (number >= first && --left == 0)
            {
                done.TrySetResult(0);
            }
        };
        return done;
    }
}
