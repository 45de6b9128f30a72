using System.Globalization;
using System.Text.Json;

namespace BriefingBot.Tests.Fakes;

/// <summary>
/// Holds requests against an OpenAPI description: that path and verb exist, that the query is described, and that the body fits its schema and has no
/// field that the schema does not know. Of JSON Schema it knows what Discord's description uses.
/// </summary>
internal sealed class OpenApiCheck
{
    private static readonly Lazy<OpenApiCheck?> Shared = new(Find);

    private readonly JsonElement _paths;
    private readonly OpenApiSchema _schema;

    public OpenApiCheck(JsonElement description)
    {
        _paths = description.GetProperty("paths");
        _schema = new OpenApiSchema(description);
    }

    /// <summary>Discord's own description; null where it does not lie beside the repository.</summary>
    public static OpenApiCheck? Discord => Shared.Value;

    /// <summary>One sentence each; none when the request is as described.</summary>
    public IReadOnlyList<string> Problems(RestRequest request)
    {
        if (Operation(request) is not var (item, operation))
        {
            return [$"{request.Method} {request.Path} is not described"];
        }

        var problems = new List<string>();
        CheckQuery(request, item, operation, problems);
        CheckBody(request, operation, problems);
        return [.. problems.Select(problem => $"{request.Method} {request.Path}: {problem}")];
    }

    private static OpenApiCheck? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "BriefingBot.sln")))
            {
                var file = Path.Combine(folder.FullName, "..", "shared", "discord", "openapi.json");
                return File.Exists(file) ? new OpenApiCheck(JsonDocument.Parse(File.ReadAllBytes(file)).RootElement) : null;
            }
        }

        return null;
    }

    /// <summary>The description with the fewest placeholders wins: <c>/applications/@me</c> is no application's id.</summary>
    private (JsonElement Item, JsonElement Operation)? Operation(RestRequest request)
    {
        var parts = request.Path.Split('/');
        var found = _paths.EnumerateObject()
            .Where(path => Fits(path, parts) && path.Value.TryGetProperty(request.Method.ToLowerInvariant(), out _))
            .OrderBy(path => path.Name.Count(letter => letter == '{'))
            .Select(path => path.Value)
            .FirstOrDefault();
        return found.ValueKind == JsonValueKind.Undefined ? null : (found, found.GetProperty(request.Method.ToLowerInvariant()));
    }

    private bool Fits(JsonProperty path, string[] parts)
    {
        var described = path.Name.Split('/');
        return described.Length == parts.Length && described.Zip(parts).All(pair =>
            pair.First.StartsWith('{') ? FitsParameter(path.Value, pair.First.Trim('{', '}'), pair.Second) : pair.First == pair.Second);
    }

    private bool FitsParameter(JsonElement item, string name, string part)
    {
        var problems = new List<string>();
        foreach (var parameter in Parameters(item).Where(parameter => parameter.GetProperty("name").GetString() == name))
        {
            CheckText(parameter.GetProperty("schema"), name, Uri.UnescapeDataString(part), problems);
        }

        return part.Length > 0 && problems.Count == 0;
    }

    private void CheckQuery(RestRequest request, JsonElement item, JsonElement operation, List<string> problems)
    {
        foreach (var pair in request.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(text => text.Split('=', 2)))
        {
            var described = Parameters(operation).Concat(Parameters(item)).FirstOrDefault(parameter =>
                parameter.GetProperty("in").GetString() == "query" && parameter.GetProperty("name").GetString() == pair[0]);
            if (described.ValueKind == JsonValueKind.Undefined)
            {
                problems.Add($"the query's “{pair[0]}” is not described");
            }
            else
            {
                CheckText(described.GetProperty("schema"), pair[0], Uri.UnescapeDataString(pair.ElementAtOrDefault(1) ?? ""), problems);
            }
        }
    }

    private void CheckBody(RestRequest request, JsonElement operation, List<string> problems)
    {
        if (!operation.TryGetProperty("requestBody", out var described))
        {
            if (request.Body.Length > 0)
            {
                problems.Add("a body is not described");
            }

            return;
        }

        if (request["Content-Type"] != "application/json")
        {
            problems.Add("the body is not declared as application/json");
        }

        try
        {
            using var body = JsonDocument.Parse(request.Body);
            problems.AddRange(_schema.Problems(described.GetProperty("content").GetProperty("application/json").GetProperty("schema"), body.RootElement, "$"));
        }
        catch (JsonException)
        {
            problems.Add("the body is no JSON");
        }
    }

    /// <summary>Text in an address stands for whatever type is described.</summary>
    private void CheckText(JsonElement schema, string name, string text, List<string> problems)
    {
        var asJson = text is "true" or "false" || long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) ? text : null;
        if (_schema.Problems(schema, JsonSerializer.SerializeToElement(text), name).Count > 0
            && (asJson is null || _schema.Problems(schema, JsonDocument.Parse(asJson).RootElement, name).Count > 0))
        {
            problems.Add($"{name} “{text}” is not as described");
        }
    }

    private static List<JsonElement> Parameters(JsonElement owner) =>
        owner.TryGetProperty("parameters", out var parameters) ? [.. parameters.EnumerateArray()] : [];
}
