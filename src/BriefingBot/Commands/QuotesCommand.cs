using BriefingBot.Search;

namespace BriefingBot.Commands;

/// <summary><c>/quotes</c>: statements by keyword, speaker or day; the best first, without a keyword the newest.</summary>
internal sealed class QuotesCommand(SentenceIndex index)
{
    public Reply Answer(CommandRequest request)
    {
        var keyword = request["keyword"];
        var reply = PassagePages.Search(index, request, new PassageQuery
        {
            Words = keyword ?? "",
            Speaker = request.Speaker,
            Kind = request.Kind,
            From = request.From,
            To = request.To,
            Order = keyword is null ? PassageOrder.NewestFirst : PassageOrder.Relevance,
            RefuseWeak = false,
        });
        var about = keyword is null ? "" : $" with {Wording.Quoted(keyword)}";
        return reply with
        {
            Heading = reply.Found
                ? $"{Wording.Found(reply.Total, "statement")}{about}{Filter.Of(request)}"
                : $"No statement in this story{about}{Filter.Of(request)}.",
            Notes = SpeakerHint.Of(index, reply, request.Speaker),
        };
    }
}
