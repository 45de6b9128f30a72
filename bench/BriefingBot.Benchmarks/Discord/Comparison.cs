using System.Text.Json;

namespace BriefingBot.Benchmarks.Discord;

/// <summary>Values by measure and bot: each as a JSON line when it comes, in the end the medians beside each other with their ratio.</summary>
/// <param name="output">Takes the JSON lines.</param>
/// <param name="bots">The table's columns in order.</param>
internal sealed class Comparison(TextWriter output, IReadOnlyList<string> bots)
{
    private readonly List<(string Measure, string Unit)> _measures = [];
    private readonly Dictionary<(string Measure, string Bot), List<double>> _values = [];

    public void Add(string bot, string measure, double value, string unit)
    {
        output.WriteLine(JsonSerializer.Serialize(new { measure, bot, value = Math.Round(value, 3), unit }));
        output.Flush();
        if (!_measures.Contains((measure, unit)))
        {
            _measures.Add((measure, unit));
        }

        if (!_values.TryGetValue((measure, bot), out var values))
        {
            _values[(measure, bot)] = values = [];
        }

        values.Add(value);
    }

    public void WriteTable(TextWriter table)
    {
        var width = _measures.Select(row => row.Measure.Length + row.Unit.Length + 2).DefaultIfEmpty().Max();
        table.WriteLine($"{"medians".PadRight(width)}  {string.Concat(bots.Select(bot => bot.PadLeft(12)))}{Bot.Ours + " / " + Bot.Peer,20}");
        foreach (var (measure, unit) in _measures)
        {
            var medians = bots.Select(bot => Median(measure, bot)).ToList();
            var ratio = Median(measure, Bot.Ours) / Median(measure, Bot.Peer);
            table.WriteLine(
                $"{$"{measure}, {unit}".PadRight(width)}  {string.Concat(medians.Select(median => Text(median).PadLeft(12)))}"
                + (ratio is { } times && double.IsFinite(times) ? $"{times,18:0.00} ×" : ""));
        }
    }

    private static string Text(double? median) => median is not { } value ? "" : value.ToString(value >= 100 ? "N0" : "0.###");

    private double? Median(string measure, string bot)
    {
        if (!_values.TryGetValue((measure, bot), out var values))
        {
            return null;
        }

        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
