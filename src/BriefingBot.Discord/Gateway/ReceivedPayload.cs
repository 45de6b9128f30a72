using System.Text.Json;
using BriefingBot.Discord.Interactions;

namespace BriefingBot.Discord.Gateway;

/// <summary>A payload that could be read, as something that happened.</summary>
/// <param name="Outer">Its outer members.</param>
/// <param name="Input">What it means for the connection.</param>
/// <param name="Ready">Of READY.</param>
internal readonly record struct ReceivedPayload(GatewayPayload Outer, GatewayInput Input, GatewayReady? Ready)
{
    /// <summary>Null for what is no payload.</summary>
    public static ReceivedPayload? Read(ReadOnlySpan<byte> message)
    {
        try
        {
            var outer = GatewayPayload.Read(message);
            return outer.Op == Opcode.Dispatch && outer.Name == GatewayEvent.ReadyName
                ? OfReady(outer, PayloadData.Ready(outer.DataIn(message)))
                : new ReceivedPayload(outer, InputOf(outer, outer.DataIn(message)), null);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The event to hand on; null when it has no name, or is an interaction that nobody can answer.</summary>
    /// <param name="message">The whole message.</param>
    /// <param name="received">Timestamp.</param>
    /// <param name="problem">What in an interaction could not be read; null when all could.</param>
    public GatewayEvent? Event(ReadOnlySpan<byte> message, long received, out string? problem)
    {
        problem = null;
        if (Outer.Name is not { } name)
        {
            return null;
        }

        Interaction? interaction = null;
        if (name == GatewayEvent.InteractionName && (interaction = PayloadData.Interaction(Outer.DataIn(message), out problem)) is null)
        {
            problem ??= "id or token";
            return null;
        }

        return new GatewayEvent(name, Outer.Sequence, received) { Interaction = interaction, Ready = Ready };
    }

    private static ReceivedPayload OfReady(in GatewayPayload outer, GatewayReady ready) => new(
        outer,
        new GatewayInput(GatewayHappening.Ready, outer.Sequence)
        {
            Session = ready.SessionId is { } id ? new GatewaySession(id, ready.ResumeAddress, outer.Sequence ?? 0) : null,
        },
        ready);

    private static GatewayInput InputOf(in GatewayPayload outer, ReadOnlySpan<byte> data) => outer.Op switch
    {
        Opcode.Dispatch => new(outer.Name == GatewayEvent.ResumedName ? GatewayHappening.Resumed : GatewayHappening.Dispatch, outer.Sequence),
        Opcode.Heartbeat => new(GatewayHappening.BeatRequested),
        Opcode.Reconnect => new(GatewayHappening.ReconnectRequested),
        Opcode.InvalidSession => new(GatewayHappening.SessionInvalid) { Resumable = PayloadData.IsResumable(data) },
        Opcode.Hello => new(GatewayHappening.Hello),
        Opcode.Acknowledged => new(GatewayHappening.Acknowledged),
        _ => new(GatewayHappening.Incomprehensible),
    };
}
