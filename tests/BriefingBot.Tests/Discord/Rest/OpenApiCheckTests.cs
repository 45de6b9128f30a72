using System.Text.Json;
using BriefingBot.Tests.Fakes;

namespace BriefingBot.Tests.Discord.Rest;

/// <summary>The check that other tests rely on finds what is wrong, on a description of its own.</summary>
public class OpenApiCheckTests
{
    private const string Description = """
        {
          "paths": {
            "/things/@me": {"get": {}},
            "/things/{id}": {
              "parameters": [{"name": "id", "in": "path", "schema": {"$ref": "#/components/schemas/Id"}}],
              "get": {"parameters": [{"name": "limit", "in": "query", "schema": {"type": "integer", "minimum": 1, "maximum": 100}}]},
              "post": {"requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}}}
            }
          },
          "components": {"schemas": {
            "Id": {"type": "string", "pattern": "^[0-9]+$"},
            "Kind": {"type": "integer", "oneOf": [{"const": 1}, {"const": 2}]},
            "Round": {"type": "object", "properties": {"type": {"type": "integer", "enum": [1]}, "radius": {"type": "number"}}, "required": ["type"]},
            "Square": {"type": "object", "properties": {"type": {"type": "integer", "enum": [2]}, "side": {"type": ["integer", "null"]}}, "required": ["type", "side"]},
            "Thing": {
              "type": "object",
              "properties": {
                "name": {"type": "string", "minLength": 1, "maxLength": 3},
                "kind": {"$ref": "#/components/schemas/Kind"},
                "ids": {"type": "array", "items": {"$ref": "#/components/schemas/Id"}, "maxItems": 2, "uniqueItems": true},
                "shape": {"oneOf": [{"type": "null"}, {"$ref": "#/components/schemas/Round"}, {"$ref": "#/components/schemas/Square"}]},
                "names": {"type": "object", "additionalProperties": {"type": "string", "maxLength": 2}},
                "url": {"type": "string", "format": "uri"}
              },
              "required": ["name"]
            }
          }}
        }
        """;

    private readonly OpenApiCheck _check = new(JsonDocument.Parse(Description).RootElement);

    [Theory]
    [InlineData("""{"name":"abc","kind":2,"ids":["1","22"],"shape":{"type":2,"side":null},"names":{"de":"ab"},"url":"https://a.example/"}""", "")]
    [InlineData("""{"name":"💬💬💬","shape":null,"kind":"1"}""", "kind: is not")]
    [InlineData("""{"name":"💬💬💬","shape":{"type":1,"radius":1.5}}""", "")]
    [InlineData("""{"kind":1}""", "lacks “name”")]
    [InlineData("""{"name":"abcd"}""", "name: 4 is too few or too many")]
    [InlineData("""{"name":""}""", "name: 0 is too few or too many")]
    [InlineData("""{"name":null}""", "name: Null instead of string")]
    [InlineData("""{"name":"a","title":"b"}""", "“title” is not described")]
    [InlineData("""{"name":"a","kind":3}""", "kind: is not")]
    [InlineData("""{"name":"a","ids":["1","2","3"]}""", "ids: 3 is too few or too many")]
    [InlineData("""{"name":"a","ids":["1","1"]}""", "ids: holds something twice")]
    [InlineData("""{"name":"a","ids":["x"]}""", "ids[0]: does not match")]
    [InlineData("""{"name":"a","shape":{"type":1,"side":2}}""", "“side” is not described")]
    [InlineData("""{"name":"a","shape":{"type":2}}""", "lacks “side”")]
    [InlineData("""{"name":"a","names":{"de":"abc"}}""", "names.de: 3 is too few or too many")]
    [InlineData("""{"name":"a","url":"nowhere"}""", "url: is no address")]
    [InlineData("""[1]""", "Array instead of object")]
    [InlineData("""{"name":""", "no JSON")]
    public void A_body_is_held_against_its_schema(string body, string problem) => Expect(problem, "POST", "/things/7", "", body);

    [Theory]
    [InlineData("GET", "/things/7", "?limit=100", "")]
    [InlineData("GET", "/things/@me", "", "")]
    [InlineData("GET", "/things/7", "?limit=101", "limit “101” is not as described")]
    [InlineData("GET", "/things/7", "?around=1", "“around” is not described")]
    [InlineData("GET", "/things/x", "", "is not described")]
    [InlineData("GET", "/things/", "", "is not described")]
    [InlineData("GET", "/thing/7", "", "is not described")]
    [InlineData("DELETE", "/things/7", "", "is not described")]
    [InlineData("POST", "/things/@me", "", "is not described")]
    public void Verb_path_and_query_are_held_against_the_description(string method, string path, string query, string problem) => Expect(problem, method, path, query, "");

    [Fact]
    public void A_body_where_none_is_described_or_of_another_type_is_a_problem()
    {
        Expect("a body is not described", "GET", "/things/7", "", "{}");
        Assert.NotEmpty(_check.Problems(new("POST", "/things/7", "", new Dictionary<string, string>(), """{"name":"a"}""")));
    }

    private void Expect(string problem, string method, string path, string query, string body)
    {
        var problems = _check.Problems(new(method, path, query, new Dictionary<string, string> { ["Content-Type"] = "application/json" }, body));
        Assert.True(problem.Length == 0 ? problems.Count == 0 : problems.Any(found => found.Contains(problem, StringComparison.Ordinal)), string.Join('\n', problems));
    }
}
