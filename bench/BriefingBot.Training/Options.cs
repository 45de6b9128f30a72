namespace BriefingBot.Training;

/// <summary>What can be set in training; the defaults made the model that ships.</summary>
internal sealed record Options
{
    public int Seed { get; init; } = 1;

    public int CueLeast { get; init; } = 2;

    public int CueEpochs { get; init; } = 5;

    public double CueRate { get; init; } = 0.03;

    public double CueDecay { get; init; } = 1e-6;

    public int SpanLeast { get; init; } = 2;

    public int SpanRuns { get; init; } = 5;

    public int SpanEpochs { get; init; } = 5;

    public double SpanRate { get; init; } = 0.015;

    public double SpanDecay { get; init; } = 1e-6;

    public int JudgeEpochs { get; init; } = 12;

    public double JudgeRate { get; init; } = 0.02;

    public int JudgeTrees { get; init; } = 200;

    public int JudgeDepth { get; init; } = 3;

    public double JudgeTreeRate { get; init; } = 0.1;

    public int JudgeLeastRows { get; init; } = 40;

    public int SourceTrees { get; init; } = 300;

    public int SourceDepth { get; init; } = 5;

    public double SourceRate { get; init; } = 0.06;

    public int SourceLeastRows { get; init; } = 20;

    public int ConfidenceTrees { get; init; } = 60;

    public int ConfidenceDepth { get; init; } = 3;

    public double ConfidenceRate { get; init; } = 0.1;

    public int ConfidenceLeastRows { get; init; } = 100;

    public TreeOptions Judge => new(JudgeTrees, JudgeDepth, JudgeTreeRate, JudgeLeastRows, Seed);

    public TreeOptions Source => new(SourceTrees, SourceDepth, SourceRate, SourceLeastRows, Seed);

    public TreeOptions Confidence => new(ConfidenceTrees, ConfidenceDepth, ConfidenceRate, ConfidenceLeastRows, Seed);

    public static Options Of(IEnumerable<string> arguments)
    {
        var options = new Options();
        foreach (var argument in arguments)
        {
            var (name, value) = argument.Split('=') is [var n, var v] ? (n, v) : throw new FormatException($"“{argument}” is no NAME=VALUE.");
            var property = typeof(Options).GetProperty(name) ?? throw new FormatException($"There is no setting “{name}”.");
            property.SetValue(options, Convert.ChangeType(value, property.PropertyType, System.Globalization.CultureInfo.InvariantCulture));
        }

        return options;
    }
}
