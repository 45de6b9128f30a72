namespace BriefingBot.Discord.Gateway;

/// <summary>Puts what happened to a connection into the log and the health.</summary>
internal sealed class ConnectionReport(GatewayParts parts)
{
    private long? _beatAt;

    public void Beaten() => _beatAt = parts.Time.GetTimestamp();

    /// <param name="before">State before it happened.</param>
    /// <param name="input">What happened.</param>
    /// <param name="step">What followed.</param>
    /// <param name="interval">Between heartbeats.</param>
    public void Tell(in GatewayState before, in GatewayInput input, in GatewayStep step, TimeSpan interval)
    {
        var after = step.State;
        if (after.Stage != before.Stage)
        {
            TellStage(before, input, after);
            Count(input.What, after, step.Acts, interval);
        }
        else if (input.What == GatewayHappening.Acknowledged && !after.IsOver && _beatAt is { } beatAt)
        {
            var (now, latency) = (parts.Time.GetUtcNow(), parts.Time.GetElapsedTime(beatAt));
            parts.Vitals.Change(health => health with { LastAcknowledged = now, Latency = latency });
        }
        else if (input.What is GatewayHappening.Dispatch or GatewayHappening.Ready or GatewayHappening.Resumed)
        {
            parts.Log.Repeated(parts.Options.ShardId, input.Sequence);
        }
    }

    private void TellStage(in GatewayState before, in GatewayInput input, in GatewayState after)
    {
        var shard = parts.Options.ShardId;
        if (after.Stage == GatewayStage.Ready && input.What == GatewayHappening.Resumed)
        {
            parts.Log.Resumed(shard);
        }
        else if (after.Stage == GatewayStage.Ready)
        {
            parts.Log.IsReady(shard);
        }
        else if (input.What == GatewayHappening.Closed)
        {
            var code = CloseCode.Of(input.CloseCode);
            parts.Log.Closed(shard, code.Code, code.Meaning);
        }
        else if (after.IsOver)
        {
            parts.Log.Leaves(shard, Reason(before.Stage, input));
        }
    }

    private void Count(GatewayHappening what, GatewayState after, GatewayActs acts, TimeSpan interval) =>
        parts.Vitals.Change(health => health with
        {
            Connected = !after.IsOver,
            Ready = after.Stage == GatewayStage.Ready,
            Session = after.Session?.Id,
            Connections = health.Connections + (what == GatewayHappening.Opened ? 1 : 0),
            Identifies = health.Identifies + (acts.HasFlag(GatewayActs.Identify) ? 1 : 0),
            Resumes = health.Resumes + (what == GatewayHappening.Resumed ? 1 : 0),
            HeartbeatInterval = what == GatewayHappening.Hello ? interval : health.HeartbeatInterval,
        });

    private static string Reason(GatewayStage stage, in GatewayInput input) => input.What switch
    {
        GatewayHappening.ReconnectRequested => "Discord asks for a new one",
        GatewayHappening.SessionInvalid => input.Resumable ? "Discord asks to resume anew" : "Discord calls the session invalid",
        GatewayHappening.BeatDue => "a heartbeat was not acknowledged",
        GatewayHappening.Garbled => "its compressed stream cannot be read",
        GatewayHappening.Stopped => "the bot stops",
        _ => stage switch
        {
            GatewayStage.Open => "no HELLO came in time",
            GatewayStage.Identifying => "no READY came in time",
            _ => "no RESUMED came in time",
        },
    };
}
