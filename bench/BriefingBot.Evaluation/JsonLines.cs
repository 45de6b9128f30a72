using System.Text.Encodings.Web;
using System.Text.Json;

namespace BriefingBot.Evaluation;

/// <summary>JSON Lines: one object a line, read and written as a stream.</summary>
internal static class JsonLines
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>The objects of a file in its order; blank lines are skipped.</summary>
    /// <exception cref="FormatException">A line is no object of this shape; the message names file and line.</exception>
    public static IEnumerable<T> Read<T>(string path)
    {
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return Parse<T>(line, path, number);
            }
        }
    }

    public static void Write<T>(TextWriter output, T row) => output.WriteLine(JsonSerializer.Serialize(row, Web));

    private static T Parse<T>(string line, string path, int number)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(line, Web) ?? throw new FormatException($"{path}, line {number}: null");
        }
        catch (JsonException e)
        {
            throw new FormatException($"{path}, line {number}: {e.Message}", e);
        }
    }
}
