using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace BriefingBot.Tests.Fakes;

/// <summary>
/// JSON Schema as far as Discord's description uses it, with two rules of its own: both <c>oneOf</c> and <c>anyOf</c> mean that a value fits one, and
/// an integer may come as a string of digits. Unlike in JSON Schema a field that is not described is an error.
/// </summary>
internal sealed class OpenApiSchema(JsonElement description)
{
    private static readonly HashSet<string> Known =
    [
        "$ref", "additionalProperties", "allOf", "anyOf", "const", "contentEncoding", "description", "enum", "format", "items", "maxItems", "maxLength",
        "maxProperties", "maximum", "minItems", "minLength", "minProperties", "minimum", "oneOf", "pattern", "properties", "required", "title", "type",
        "uniqueItems", "x-discord-union",
    ];

    /// <summary>What is wrong with <paramref name="value"/>.</summary>
    /// <param name="schema">What it should be.</param>
    /// <param name="value">What it is.</param>
    /// <param name="at">Where it is, for the sentences.</param>
    public IReadOnlyList<string> Problems(JsonElement schema, JsonElement value, string at)
    {
        var problems = new List<string>();
        Check(schema, value, at, problems);
        return problems;
    }

    private JsonElement Resolved(JsonElement schema)
    {
        while (schema.TryGetProperty("$ref", out var reference))
        {
            schema = reference.GetString()!.Split('/').Skip(1).Aggregate(description, (node, name) => node.GetProperty(name));
        }

        return schema;
    }

    private void Check(JsonElement schema, JsonElement value, string at, List<string> problems)
    {
        schema = Resolved(schema);
        if (schema.EnumerateObject().FirstOrDefault(member => !Known.Contains(member.Name)) is { Value.ValueKind: not JsonValueKind.Undefined } unknown)
        {
            problems.Add($"{at}: the check does not know “{unknown.Name}”");
        }

        CheckType(schema, value, at, problems);
        CheckValue(schema, value, at, problems);
        CheckUnions(schema, value, at, problems);
        switch (value.ValueKind)
        {
            case JsonValueKind.Number:
                CheckNumber(schema, value.GetDouble(), at, problems);
                break;
            case JsonValueKind.String when AllowsIntegerOnly(schema) && long.TryParse(value.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole):
                CheckNumber(schema, whole, at, problems);
                break;
            case JsonValueKind.String:
                CheckString(schema, value.GetString()!, at, problems);
                break;
            case JsonValueKind.Array:
                CheckArray(schema, value, at, problems);
                break;
            case JsonValueKind.Object:
                CheckObject(schema, value, at, problems);
                break;
        }
    }

    private static IEnumerable<string> Types(JsonElement schema) => !schema.TryGetProperty("type", out var type) ? []
        : type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(one => one.GetString()!) : [type.GetString()!];

    private static bool AllowsIntegerOnly(JsonElement schema) => Types(schema).Contains("integer") && !Types(schema).Contains("string");

    private static void CheckType(JsonElement schema, JsonElement value, string at, List<string> problems)
    {
        var types = Types(schema).ToList();
        if (types.Count > 0 && !types.Any(type => IsOf(type, value)))
        {
            problems.Add($"{at}: {value.ValueKind} instead of {string.Join(" or ", types)}");
        }
    }

    private static bool IsOf(string type, JsonElement value) => type switch
    {
        "null" => value.ValueKind == JsonValueKind.Null,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "string" => value.ValueKind == JsonValueKind.String,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number
            ? value.TryGetInt64(out _)
            : value.ValueKind == JsonValueKind.String && long.TryParse(value.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        "array" => value.ValueKind == JsonValueKind.Array,
        "object" => value.ValueKind == JsonValueKind.Object,
        _ => false,
    };

    private static void CheckValue(JsonElement schema, JsonElement value, string at, List<string> problems)
    {
        if (schema.TryGetProperty("const", out var only) && !JsonElement.DeepEquals(only, value))
        {
            problems.Add($"{at}: is not {only}");
        }

        if (schema.TryGetProperty("enum", out var choices) && !choices.EnumerateArray().Any(choice => JsonElement.DeepEquals(choice, value)))
        {
            problems.Add($"{at}: is none of {choices}");
        }
    }

    /// <summary>Of a union the alternative that comes nearest tells what is wrong.</summary>
    private void CheckUnions(JsonElement schema, JsonElement value, string at, List<string> problems)
    {
        foreach (var union in new[] { "oneOf", "anyOf" })
        {
            if (schema.TryGetProperty(union, out var alternatives))
            {
                problems.AddRange(alternatives.EnumerateArray().Select(alternative => Problems(alternative, value, at)).MinBy(found => (IsOther(found, value, at), found.Count))!);
            }
        }

        if (schema.TryGetProperty("allOf", out var parts))
        {
            foreach (var part in parts.EnumerateArray())
            {
                Check(part, value, at, problems);
            }
        }
    }

    /// <summary>Whether an alternative is not even of the value's type, by itself or by its field “type”.</summary>
    private static bool IsOther(IReadOnlyList<string> found, JsonElement value, string at) => found.Any(problem =>
        problem.StartsWith($"{at}: {value.ValueKind} instead", StringComparison.Ordinal) || problem.StartsWith($"{at}.type: is none", StringComparison.Ordinal));

    private static void CheckNumber(JsonElement schema, double value, string at, List<string> problems)
    {
        if ((schema.TryGetProperty("minimum", out var least) && value < least.GetDouble()) || (schema.TryGetProperty("maximum", out var most) && value > most.GetDouble()))
        {
            problems.Add($"{at}: {value} is out of range");
        }
    }

    private static void CheckString(JsonElement schema, string value, string at, List<string> problems)
    {
        CheckCount(schema, "Length", value.EnumerateRunes().Count(), at, problems);
        if (schema.TryGetProperty("pattern", out var pattern) && !Regex.IsMatch(value, pattern.GetString()!))
        {
            problems.Add($"{at}: does not match {pattern}");
        }

        if (schema.TryGetProperty("format", out var format) && format.GetString() == "uri" && !Uri.TryCreate(value, UriKind.Absolute, out _))
        {
            problems.Add($"{at}: is no address");
        }
    }

    private void CheckArray(JsonElement schema, JsonElement value, string at, List<string> problems)
    {
        CheckCount(schema, "Items", value.GetArrayLength(), at, problems);
        var items = value.EnumerateArray().ToList();
        if (schema.TryGetProperty("uniqueItems", out var unique) && unique.GetBoolean() && items.DistinctBy(item => item.GetRawText()).Count() < items.Count)
        {
            problems.Add($"{at}: holds something twice");
        }

        if (schema.TryGetProperty("items", out var each))
        {
            for (var i = 0; i < items.Count; i++)
            {
                Check(each, items[i], $"{at}[{i}]", problems);
            }
        }
    }

    private void CheckObject(JsonElement schema, JsonElement value, string at, List<string> problems)
    {
        CheckCount(schema, "Properties", value.EnumerateObject().Count(), at, problems);
        var required = schema.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(name => name.GetString()!) : [];
        problems.AddRange(required.Where(name => !value.TryGetProperty(name, out _)).Select(name => $"{at}: lacks “{name}”"));
        if (!Types(schema).Contains("object"))
        {
            return;
        }

        foreach (var member in value.EnumerateObject())
        {
            if (schema.TryGetProperty("properties", out var described) && described.TryGetProperty(member.Name, out var field))
            {
                Check(field, member.Value, $"{at}.{member.Name}", problems);
            }
            else if (schema.TryGetProperty("additionalProperties", out var others) && others.ValueKind == JsonValueKind.Object)
            {
                Check(others, member.Value, $"{at}.{member.Name}", problems);
            }
            else
            {
                problems.Add($"{at}: “{member.Name}” is not described");
            }
        }
    }

    private static void CheckCount(JsonElement schema, string what, int count, string at, List<string> problems)
    {
        if ((schema.TryGetProperty($"min{what}", out var least) && count < least.GetInt32()) || (schema.TryGetProperty($"max{what}", out var most) && count > most.GetInt32()))
        {
            problems.Add($"{at}: {count} is too few or too many ({what})");
        }
    }
}
