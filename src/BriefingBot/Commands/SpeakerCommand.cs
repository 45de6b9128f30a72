using BriefingBot.Search;

namespace BriefingBot.Commands;

/// <summary><c>/speaker</c>: who that is as the story puts it, and what they said, newest first.</summary>
internal sealed class SpeakerCommand(SentenceIndex index)
{
    private const int MostRoles = 2;

    public Reply Answer(CommandRequest request)
    {
        var typed = QuotedPhrase.Unquoted(request["name"] ?? "");
        var (called, near) = StoryNames.Find(index, typed);
        if (called is not [{ Statements: > 0 }, ..])
        {
            var statements = PassagePages.Search(index, request, Query(typed));
            if (statements.Found && !statements.Leading.Any(passage => called.Concat(near).Any(member => passage.Quotation?.Speakers.Contains(member.Name) == true)))
            {
                return statements with { Heading = $"Sources called “{typed}”: {Wording.Found(statements.Total, "statement")}, newest first" };
            }

            if (called.Count == 0)
            {
                // A country finds its capital; a name that is only spelt alike is no answer.
                return near.Count > 0 && !StoryNames.Resembles(near[0], typed) ? Meant(statements, typed) : Unknown(request, typed, near);
            }
        }

        var member = called[0];
        var reply = PassagePages.Search(index, request, Query(member.Name));
        return reply with
        {
            Found = true,
            Closest = [],
            Heading = Heading(member, reply.Total),
            Sections = Card(member),
            Notes = [.. Namesakes(called), .. Voices(member, reply)],
        };
    }

    private static PassageQuery Query(string name) => new() { Speaker = name, Order = PassageOrder.NewestFirst, RefuseWeak = false };

    private static Reply Meant(Reply statements, string typed)
    {
        var names = statements.Leading.SelectMany(passage => passage.Quotation?.Speakers ?? []).Distinct().Take(4).ToList();
        return statements with
        {
            Heading = $"“{typed}” speaks in this story as {Wording.All(names)}: {Wording.Found(statements.Total, "statement")}, newest first",
        };
    }

    private static IEnumerable<string> Namesakes(IReadOnlyList<CastMember> called) =>
        called.Count == 1 ? [] : [$"Also called so: {Wording.All([.. called.Skip(1).Select(other => other.Name)])}."];

    /// <summary>Who else's statements are counted: those of a capital or building with its country's.</summary>
    private static IEnumerable<string> Voices(CastMember member, Reply reply)
    {
        var others = reply.Leading.Select(passage => passage.Quotation)
            .Where(quotation => quotation is not null && !quotation.Speakers.Contains(member.Name))
            .Select(quotation => quotation!.Speaker).OfType<string>().Distinct().ToList();
        return others.Count == 0 ? [] : [$"Statements by {Wording.All(others)} are counted here too."];
    }

    private Reply Unknown(CommandRequest request, string typed, IReadOnlyList<CastMember> near) => new()
    {
        Command = request.Command.Name,
        Found = false,
        Heading = near.Count == 0
            ? $"Nobody called “{typed}” speaks in this story."
            : $"Nobody called “{typed}” speaks in this story. Did you mean {Wording.Either([.. near.Select(member => member.Name)])}?",
        Closest = near.Count == 0 ? [] : index.Search(Query(near[0].Name) with { Take = 3 }).Passages,
    };

    private static string Heading(CastMember member, int total) => total == 0
        ? $"{member.Name} is named in this story, but not quoted."
        : $"{member.Name}: {Wording.Found(total, "statement")}, newest first";

    /// <summary>The first two that say more than each other: not “spokesman” beside “spokesman for the port”.</summary>
    private static List<string> Telling(IReadOnlyList<string> roles)
    {
        var telling = new List<string>();
        foreach (var role in roles)
        {
            var known = telling.FindIndex(other => Contains(other, role) || Contains(role, other));
            if (known < 0 && telling.Count < MostRoles)
            {
                telling.Add(role);
            }
            else if (known >= 0 && role.Length > telling[known].Length)
            {
                telling[known] = role;
                telling.RemoveAll(other => other != role && Contains(role, other));
            }
        }

        return telling;
    }

    private static bool Contains(string role, string other) => $" {role} ".Contains($" {other} ", StringComparison.OrdinalIgnoreCase);

    private static IReadOnlyList<ReplySection> Card(CastMember member)
    {
        var lines = new List<ReplyLine>();
        if (member.Roles.Count > 0)
        {
            lines.Add(new("In the story’s words", string.Join("; ", Telling(member.Roles))));
        }

        if (member.OtherNames.Count > 0)
        {
            lines.Add(new("Also called", string.Join("; ", member.OtherNames)));
        }

        return lines.Count == 0 ? [] : [new(null, lines)];
    }
}
