using BriefingBot.Search;

namespace BriefingBot.Commands;

/// <summary><c>/timeline</c>: who said what when, oldest first, under its days.</summary>
internal sealed class TimelineCommand(SentenceIndex index)
{
    public Reply Answer(CommandRequest request)
    {
        var about = request["about"];
        var reply = PassagePages.Search(index, request, new PassageQuery
        {
            Words = about ?? "",
            Speaker = request.Speaker,
            Order = PassageOrder.OldestFirst,
            RefuseWeak = false,
        });
        var subject = about is null ? "" : $" about {Wording.Quoted(about)}";
        return reply with
        {
            ByDay = true,
            Heading = reply.Found
                ? $"{Wording.Found(reply.Total, "statement")}{subject}{Filter.Of(request)}, oldest first"
                : $"No statement in this story{subject}{Filter.Of(request)}.",
            Notes = SpeakerHint.Of(index, reply, request.Speaker),
        };
    }
}
