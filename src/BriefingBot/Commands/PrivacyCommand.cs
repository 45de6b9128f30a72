namespace BriefingBot.Commands;

/// <summary><c>/privacy</c>: what is stored about whoever asks, and its erasure. Only the person sees the answer.</summary>
/// <param name="kept">All that is stored about people.</param>
internal sealed class PrivacyCommand(IReadOnlyList<PersonalData> kept)
{
    /// <summary>What is true of everybody, whatever is stored.</summary>
    private static readonly IReadOnlyList<string> Always =
    [
        "What you ask is answered and forgotten: it is neither stored nor logged.",
        "So that nobody can flood the bot, how often you used it lately is counted in memory; that count is never stored, and gone once you pause.",
    ];

    public Reply Answer(CommandRequest request) => request["erase"] is "true" ? Erase(request) : Tell(request);

    private Reply Tell(CommandRequest request)
    {
        var stored = kept.Select(data => new ReplySection(data.What, [.. About(data, request).Select(line => new ReplyLine(null, line))]))
            .Where(section => section.Lines.Count > 0).ToList();
        return Reply(request) with
        {
            Heading = stored.Count == 0 ? "Nothing is stored about you." : "This is stored about you:",
            Sections = stored,
            Notes = [.. Always, .. stored.Count == 0 ? [] : new[] { "/privacy erase:true erases it." }],
        };
    }

    private Reply Erase(CommandRequest request)
    {
        var erased = kept.Select(data => new ReplyLine(data.What, $"{(request.Person is { } person ? data.Erase(person) : 0):#,0}"))
            .Where(line => line.Text != "0").ToList();
        return Reply(request) with
        {
            Heading = erased.Count == 0 ? "Nothing was stored about you, so there was nothing to erase." : "Erased is what was stored about you:",
            Sections = erased.Count == 0 ? [] : [new(null, erased)],
            Notes = [.. kept.Where(data => erased.Any(line => line.Label == data.What)).Select(data => data.Remains).OfType<string>(), .. Always],
        };
    }

    private static IReadOnlyList<string> About(PersonalData data, CommandRequest request) =>
        request.Person is { } person ? data.About(person) : [];

    private static Reply Reply(CommandRequest request) => new() { Command = request.Command.Name, Heading = "", Private = true };
}
