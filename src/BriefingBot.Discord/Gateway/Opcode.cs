namespace BriefingBot.Discord.Gateway;

/// <summary>
/// What a payload of the Gateway is for, as far as this client sends or answers it; other numbers are to be expected and ignored. Discord's
/// document: topics/opcodes-and-status-codes, Gateway Opcodes.
/// </summary>
internal enum Opcode
{
    /// <summary>A number that is missing or cannot be read; Discord sends none such.</summary>
    None = -1,

    Dispatch = 0,

    Heartbeat = 1,

    Identify = 2,

    Resume = 6,

    Reconnect = 7,

    InvalidSession = 9,

    Hello = 10,

    Acknowledged = 11,
}
