namespace BriefingBot.Discord.Gateway;

/// <summary>
/// Discord refuses this bot until somebody changes its token or its configuration: connecting again would end the same way. The message
/// says why in one sentence and holds no secret.
/// </summary>
public sealed class GatewayRefusedException : Exception
{
    public GatewayRefusedException(CloseCode code, Exception? inner = null)
        : base($"Discord refuses the connection: {code.Meaning} (code {code.Code}).", inner) => Code = code;

    /// <summary>One whose <see cref="CloseCode.Then"/> is <see cref="AfterClose.GiveUp"/>.</summary>
    public CloseCode Code { get; }
}
