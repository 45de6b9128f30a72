namespace BriefingBot.Briefings;

internal static class PassageSelection
{
    public static IReadOnlyList<int> Choose(string title, IReadOnlyList<string> sentences, int count) =>
        [.. Enumerable.Range(0, Math.Min(count, sentences.Count))];
}
