using System.Text.Json;

namespace BriefingBot.Benchmarks;

/// <summary>Measured values, written as they come and once more as a table.</summary>
internal sealed class Report(TextWriter output)
{
    private readonly List<(string Measure, string Value, string Unit)> _rows = [];

    /// <param name="measure">What was measured, with its size: <c>who-said p99 at 100000 sentences</c>.</param>
    /// <param name="value">In <paramref name="unit"/>.</param>
    /// <param name="unit">Such as <c>ms</c>, <c>bytes</c>, <c>sentences/s</c>.</param>
    public void Add(string measure, double value, string unit)
    {
        output.WriteLine(JsonSerializer.Serialize(new { measure, value = Math.Round(value, 3), unit }));
        output.Flush();
        _rows.Add((measure, value.ToString(value >= 100 ? "N0" : "0.###"), unit));
    }

    public void WriteTable(TextWriter table)
    {
        var width = _rows.Select(row => row.Measure.Length).DefaultIfEmpty().Max();
        foreach (var (measure, value, unit) in _rows)
        {
            table.WriteLine($"{measure.PadRight(width)}  {value,14} {unit}");
        }
    }
}
