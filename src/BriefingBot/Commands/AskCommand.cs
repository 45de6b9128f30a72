using BriefingBot.Search;

namespace BriefingBot.Commands;

/// <summary><c>/ask</c>: the sentences that answer a question; one that quotes somebody says whom.</summary>
internal sealed class AskCommand(SentenceIndex index)
{
    public Reply Answer(CommandRequest request)
    {
        var question = request["question"] ?? "";
        var reply = PassagePages.Search(index, request, new PassageQuery { Words = question, Scope = PassageScope.Sentences, RefuseWeak = true });
        return reply with
        {
            Heading = reply.Found
                ? $"{Wording.Found(reply.Total, "passage")} for {Wording.Quoted(question)}"
                : $"Nothing in this story answers {Wording.Quoted(question)}",
        };
    }
}
