using System.Globalization;
using BriefingBot.Search;

namespace BriefingBot.Commands;

/// <summary>
/// One person's talk with the bot, a line at a time: commands, and what may follow an answer (<c>more</c>, <c>back</c>,
/// <c>context N</c>, <c>why N</c>, <c>exit</c>).
/// </summary>
/// <param name="reader">Reads the lines.</param>
/// <param name="router">Answers the commands.</param>
/// <param name="person">Who talks, for what is kept about people; null for nobody.</param>
/// <param name="at">Where they talk; null where nothing is known of that.</param>
internal sealed class Conversation(CommandLineReader reader, CommandRouter router, string? person = null, AskedAt? at = null)
{
    /// <summary>What may be said beside commands.</summary>
    public static readonly IReadOnlyList<string> FollowUps = ["more", "back", "context", "why", "exit", "quit"];

    private CommandRequest? _asked;
    private Reply? _answered;

    /// <summary>Whether <see cref="_answered"/> is a briefing that came by itself: what it has shown is no longer among what is left.</summary>
    private bool _isDelivered;

    /// <summary>What to say to <paramref name="line"/>.</summary>
    public Turn Answer(string line)
    {
        var words = line.Trim().TrimStart('/').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0 && line.Trim().Length == 0)
        {
            return Turn.Nothing;
        }

        return words switch
        {
            ["exit" or "quit"] => Turn.End,
            ["more"] => Turned(1, "more"),
            ["back"] => Turned(-1, "back"),
            ["more" or "back", var page] when int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out _)
                => Wrong(words[0], "“more” turns to the next page, “back” to the one before."),
            ["context" or "why"] => About(words[0], null),
            ["context" or "why", var number] => About(words[0], number),
            _ => Command(line),
        };
    }

    /// <summary>Takes in what was told without being asked, so that it can be looked into.</summary>
    public void Hear(Reply told) => (_asked, _answered, _isDelivered) = (null, told, true);

    private Turn Command(string line)
    {
        CommandReading? reading = null;
        // Reading looks names up in the story, so it is guarded too.
        var failure = router.Guarded("chat", () =>
        {
            reading = reader.Read(line);
            return Reply.Failure(reading.Command, reading.Problem ?? "");
        });
        if (reading is not { IsRight: true })
        {
            return new Turn(failure) { WrongUsage = reading is not null };
        }

        // Whoever sits at this terminal can read the folder, too.
        var request = reading.Request with { Person = person, Manages = true, At = at };
        var reply = WithTyping(request, router.Answer(request));
        Remember(request, reply);
        return new Turn(reply) { Request = request };
    }

    /// <summary>What help has to say of lines that are typed, and of no other surface.</summary>
    private static Reply WithTyping(CommandRequest request, Reply reply) =>
        request.Command == CommandCatalog.Help && HelpCommand.Explained(request)?.TextOption is { } text
            ? reply with { Notes = [.. reply.Notes, $"Words without a name belong to “{text.Name}”."] } : reply;

    /// <summary>What lists nothing (help, the story, a fault) does not take the last list away.</summary>
    private void Remember(CommandRequest? request, Reply reply)
    {
        if (!reply.Failed && (!reply.Found || reply.Total > 0))
        {
            (_asked, _answered, _isDelivered) = (request, reply, false);
        }
    }

    private Turn Turned(int step, string word)
    {
        if (_answered is not { Found: true } || _answered.Total == 0 || (_asked is null && _answered.Briefing is null))
        {
            return Wrong(word, "There is no list to turn the pages of: ask something first.");
        }

        if (step > 0 ? !_answered.Page.HasNext : !_answered.Page.HasPrevious)
        {
            return new Turn(_answered with
            {
                Command = word,
                Heading = step > 0 ? "There is no further page." : "This is the first page.",
                Statement = null,
                Sections = [],
                Passages = [],
                Notes = [],
                Page = ReplyPage.Only,
            });
        }

        var page = _isDelivered ? 0 : _answered.Page.Number + step;
        var request = _asked is { } asked ? asked with { Page = page } : null;
        var reply = request is not null ? router.Answer(request) : router.More(_answered.Briefing!.Value, page);
        Remember(request, reply);
        return new Turn(reply) { Request = request };
    }

    /// <summary>Looks into a listed passage; where only one is listed, its number need not be said.</summary>
    private Turn About(string word, string? number)
    {
        var listed = Listed();
        if (listed.Count == 0)
        {
            return Wrong(word, "There is no answer to look into: ask something first.");
        }

        var first = _answered!.Closest.Count > 0 ? 1 : _answered.Page.Before + 1;
        var chosen = number is null && listed.Count == 1 ? first : Number(number);
        if (chosen < first || chosen >= first + listed.Count)
        {
            var range = listed.Count == 1 ? $"{first}" : $"{first} to {first + listed.Count - 1}";
            return Wrong(word, $"Say which one: {word} {range}.");
        }

        var passage = listed[chosen - first];
        return new Turn(router.Guarded(word, () => word == "why" ? router.Details.Why(passage) : router.Details.Context(passage)));
    }

    private IReadOnlyList<Passage> Listed() => _answered is null ? [] : _answered.Found ? _answered.Passages : _answered.Closest;

    /// <summary>0, which numbers nothing, for what is no number.</summary>
    private static int Number(string? word) => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static Turn Wrong(string word, string sentence) => new(Reply.Failure(word, sentence)) { WrongUsage = true };
}

/// <summary>What comes of one line.</summary>
/// <param name="Reply">Null for a blank line and at the end.</param>
internal sealed record Turn(Reply? Reply)
{
    public static readonly Turn Nothing = new((Reply?)null);

    public static readonly Turn End = new((Reply?)null) { Ends = true };

    /// <summary>What <see cref="Reply"/> answers; null when that was no command.</summary>
    public CommandRequest? Request { get; init; }

    /// <summary>Whether the person wants to leave.</summary>
    public bool Ends { get; init; }

    /// <summary>Whether the line was no command as the catalogue has it.</summary>
    public bool WrongUsage { get; init; }
}
