using BriefingBot.Briefings;

namespace BriefingBot.Evaluation;

/// <summary>Chooses the sentences that a briefing would show of each document, for a scorer that compares them with a summary.</summary>
internal static class BriefingVerb
{
    public static void Run(string path, int count, TextWriter output)
    {
        foreach (var document in JsonLines.Read<Document>(path))
        {
            var selected = PassageSelection.Choose(document.Title ?? "", document.Sentences, count);
            JsonLines.Write(output, new Selection(document.Id, selected));
        }
    }

    private sealed record Document(string Id, IReadOnlyList<string> Sentences, string? Title = null);

    private sealed record Selection(string Id, IReadOnlyList<int> Selected);
}
