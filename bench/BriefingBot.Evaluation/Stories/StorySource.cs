namespace BriefingBot.Evaluation.Stories;

/// <summary>A file of a story as its lines, so that what is wrong can be told with file and line.</summary>
internal sealed class StorySource(string path)
{
    /// <summary>The lines without their ends; the first is line 1 in errors.</summary>
    public IReadOnlyList<string> Lines { get; } = File.ReadAllLines(path);

    /// <summary>What to throw; <paramref name="line"/> counts from 0.</summary>
    public FormatException Error(int line, string what) => new($"{path}, line {line + 1}: {what}");
}
