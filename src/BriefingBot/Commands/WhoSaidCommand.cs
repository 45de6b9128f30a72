using BriefingBot.Search;

namespace BriefingBot.Commands;

/// <summary><c>/who-said</c>: ranked statements, and whether the words asked for stand there exactly.</summary>
internal sealed class WhoSaidCommand(SentenceIndex index)
{
    public Reply Answer(CommandRequest request)
    {
        var words = request["words"] ?? "";
        var query = new PassageQuery { Words = words, Speaker = request.Speaker, Kind = request.Kind, RefuseWeak = true, WithUnattributed = true };
        var reply = PassagePages.Search(index, request, query);
        var hints = SpeakerHint.Of(index, reply, request.Speaker);
        if (!reply.Found)
        {
            var refusal = reply with { Heading = Refusal(request, words), Notes = hints };
            return request.Speaker is null ? refusal : SaidByOthers(refusal, query);
        }

        return reply with
        {
            Heading = $"{Wording.Found(reply.Total, "statement")} with {Wording.Quoted(words)}{Filter.Of(request)}",
            // Where words are only to be left out, none can stand there exactly.
            Statement = QueryReader.Read(words) is { Words.Length: 0, Phrases.Count: 0 } ? null : Exactness(reply),
            Notes = hints,
        };
    }

    /// <summary>Who checks a quotation wants to know whose the words are, when not the one asked for.</summary>
    private Reply SaidByOthers(Reply refusal, PassageQuery query)
    {
        var others = index.Search(query with { Speaker = null, Take = 3 });
        var exact = others.Passages.Where(passage => passage.Match == PassageMatch.Exact).ToList();
        var names = exact.Select(passage => passage.Quotation?.Speaker).OfType<string>().Distinct().ToList();
        return !others.Found || exact.Count == 0 ? refusal : refusal with
        {
            Notes = names.Count == 0 ? refusal.Notes
                : [.. refusal.Notes, $"{Wording.All(names)} {(names.Count == 1 ? "is" : "are")} quoted with these words."],
            Closest = exact,
        };
    }

    private string Refusal(CommandRequest request, string words)
    {
        var who = request.Speaker is { } speaker ? $"{Called(speaker)} is not" : "Nobody in this story is";
        var kind = request.Kind is { } chosen ? $", {PassageFormatter.Kind(chosen)}" : "";
        return $"{who} quoted as saying {Wording.Quoted(words)}{kind}.";
    }

    /// <summary>The name of the one who is called so, also by office; as typed when it is nobody, or several.</summary>
    private string Called(string speaker) => StoryNames.Find(index, speaker).Called is [var one] ? one.Name : speaker;

    /// <summary>The statement, or the whole passage when what was asked for stands only around it.</summary>
    private static string Said(Passage passage) =>
        passage.Quotation is { } quotation && passage.Highlights.Any(hit => quotation.Spans.Any(hit.Overlaps)) ? quotation.Text : passage.Text;

    private static string Exactness(Reply reply)
    {
        var exact = reply.Leading.Count(passage => passage.Match == PassageMatch.Exact);
        if (exact == 0)
        {
            return $"Not in these words; the article says {Wording.Quoted(Wording.Shortened(Wording.OnOneLine(Said(reply.Leading[0])), 240))}";
        }

        return exact == reply.Leading.Count && reply.Passages.All(passage => passage.Match == PassageMatch.Exact) ? "Exactly these words." : "Exactly these words, unless a statement is marked “not in these words”.";
    }
}
