using System.Diagnostics.CodeAnalysis;

namespace BriefingBot.Commands;

/// <summary>What was made of a line: a request, or a sentence that says what is wrong with it.</summary>
internal sealed record CommandReading
{
    private CommandReading(string command) => Command = command;

    /// <summary>The command's name as typed, without the slash.</summary>
    public string Command { get; }

    public CommandRequest? Request { get; private init; }

    /// <summary>One sentence for the person who typed it.</summary>
    public string? Problem { get; private init; }

    [MemberNotNullWhen(true, nameof(Request))]
    [MemberNotNullWhen(false, nameof(Problem))]
    public bool IsRight => Request is not null;

    public static CommandReading Right(CommandRequest request) => new(request.Command.Name) { Request = request };

    public static CommandReading Wrong(string command, string problem) => new(command) { Problem = problem };
}
