using System.Text.Encodings.Web;
using System.Text.Json;
using BriefingBot.Quotes.Quotations;

namespace BriefingBot.Evaluation;

/// <summary>The verb <c>quotes GOLD.jsonl</c>: extracts the quotations of each article and writes one a line.</summary>
internal static class QuotesVerb
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads <c>id</c> and <c>text</c> of each line, and nothing else of it.</summary>
    public static void Run(string path, TextWriter output)
    {
        var finder = new QuotationFinder();
        foreach (var line in File.ReadLines(path))
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            using var article = JsonDocument.Parse(line);
            var id = article.RootElement.GetProperty("id").GetString() ?? "";
            var text = article.RootElement.GetProperty("text").GetString() ?? "";
            foreach (var quotation in finder.Analyze(text).Quotations)
            {
                output.Write(Line(id, text, quotation));
                output.Write('\n');
            }
        }
    }

    private static string Line(string id, string text, Quotation quotation)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("article", id);
            json.WriteNumber("start", quotation.Cover.Start);
            json.WriteNumber("end", quotation.Cover.End);
            json.WriteString("text", quotation.Cover.Of(text));
            json.WriteString("kind", quotation.Kind switch
            {
                QuotationKind.Direct => "direct",
                QuotationKind.Partly => "mixed",
                _ => "indirect",
            });
            json.WriteString("speaker", quotation.SpeakerName);
            json.WriteString("speaker_mention", quotation.Mention?.Of(text));
            WriteNumber(json, "speaker_start", quotation.Mention?.Start);
            WriteNumber(json, "speaker_end", quotation.Mention?.End);
            json.WriteString("cue", quotation.Cue?.Of(text));
            json.WriteStartArray("spans");
            foreach (var span in quotation.Spans)
            {
                json.WriteStartArray();
                json.WriteNumberValue(span.Start);
                json.WriteNumberValue(span.End);
                json.WriteEndArray();
            }

            json.WriteEndArray();
            json.WriteNumber("confidence", Math.Round(quotation.Confidence, 3));
            json.WriteString("why", quotation.Why);
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, int? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
