using System.Text.Json;
using BriefingBot.Commands;
using BriefingBot.Quotes.Articles;
using BriefingBot.Search;
using BriefingBot.Surfaces.Discord;
using CsCheck;

namespace BriefingBot.Tests.Commands;

public class ReplyJsonTests
{
    private static readonly Reply Answer = new()
    {
        Command = "who-said",
        Heading = "1 statement",
        Total = 1,
        Leading = [SamplePassages.Quoting() with { Occurrences = [new Occurrence(SamplePassages.Article, 9, new TextSpan(900, 50))] }],
    };

    [Fact]
    public void A_reply_has_exactly_the_keys_that_programs_rely_on_in_their_order()
    {
        using var json = JsonDocument.Parse(Line(Answer));
        Assert.Equal("command found total results closest message", Keys(json.RootElement));
        var result = json.RootElement.GetProperty("results")[0];
        Assert.Equal(
            "rank score confidence speaker speakers role mention kind cue match quotation passage article sentence why occurrences answers claims",
            Keys(result));
        Assert.Equal("text start end spans", Keys(result.GetProperty("quotation")));
        Assert.Equal("text start end", Keys(result.GetProperty("passage")));
        Assert.Equal("id title url published", Keys(result.GetProperty("article")));
        Assert.Equal("article sentence start end", Keys(result.GetProperty("occurrences")[0]));
    }

    [Fact]
    public void What_answers_a_result_and_what_it_answers_is_told_with_its_place()
    {
        var (claim, answer) = SamplePassages.Pair();
        using var json = JsonDocument.Parse(Line(Answer with { Leading = [claim, answer], Pairs = SamplePassages.Pairs(claim, answer) }));
        var results = json.RootElement.GetProperty("results");
        var denial = Assert.Single(results[0].GetProperty("answers").EnumerateArray());
        Assert.Equal("kind speaker mention article sentence start end text why", Keys(denial));
        Assert.Equal(
            ("denial", "Otto Kern", 8, answer.Quotation!.Spans[0].Start, answer.Quotation.Spans[0].End, "that"),
            (denial.GetProperty("kind").GetString(), denial.GetProperty("speaker").GetString(), denial.GetProperty("sentence").GetInt32(),
                denial.GetProperty("start").GetInt32(), denial.GetProperty("end").GetInt32(), denial.GetProperty("text").GetString()));
        Assert.Empty(results[0].GetProperty("claims").EnumerateArray());
        Assert.Equal("Jens Stoltenberg", Assert.Single(results[1].GetProperty("claims").EnumerateArray()).GetProperty("speaker").GetString());
    }

    [Fact]
    public void Values_are_written_readably_with_offsets_into_the_article()
    {
        var json = Line(Answer);
        Assert.DoesNotContain('\n', json);
        Assert.Contains("\"score\":7.3142,\"confidence\":0.941,\"speaker\":\"Jens Stoltenberg\",\"speakers\":[\"Jens Stoltenberg\"]", json, StringComparison.Ordinal);
        Assert.Contains("\"kind\":\"partly\",\"cue\":\"called\",\"match\":\"exact\"", json, StringComparison.Ordinal);
        Assert.Contains("\"quotation\":{\"text\":\"a “cornerstone for European security.”\",\"start\":140,\"end\":178,\"spans\":[[140,178]]}", json, StringComparison.Ordinal);
        Assert.Contains("\"url\":null,\"published\":\"2019-03-04\"}", json, StringComparison.Ordinal);
        Assert.Contains("\"closest\":[],\"message\":{\"flags\":32768,\"components\":[", json, StringComparison.Ordinal);
        Assert.EndsWith("\"allowed_mentions\":{\"parse\":[]}}}", json, StringComparison.Ordinal);
    }

    [Fact]
    public void A_passage_that_quotes_nobody_has_nulls_where_a_quotation_would_stand()
    {
        using var json = JsonDocument.Parse(Line(Answer with { Leading = [SamplePassages.Plain("Nobody spoke.")] }));
        var result = json.RootElement.GetProperty("results")[0];
        string[] absent = ["quotation", "kind", "cue", "confidence", "speaker", "role", "mention"];
        Assert.All(absent, key => Assert.Equal(JsonValueKind.Null, result.GetProperty(key).ValueKind));
        Assert.Equal("words", result.GetProperty("match").GetString());
    }

    [Fact]
    public void A_turn_of_a_transcript_is_said_to_be_verbatim_beside_its_kind()
    {
        var turn = SamplePassages.Quoting();
        turn = turn with { Quotation = turn.Quotation! with { Kind = BriefingBot.Quotes.Quotations.QuotationKind.Paraphrase, IsTurn = true } };
        Assert.Contains("\"kind\":\"paraphrase\",\"verbatim\":true,\"cue\"", Line(Answer with { Leading = [turn] }), StringComparison.Ordinal);
        Assert.Equal("word for word, from a transcript", PassageFormatter.KindAndMatch(turn, Answer));
    }

    [Fact]
    public void A_failure_is_an_error_and_not_found()
    {
        using var json = JsonDocument.Parse(Line(Reply.Failure("foo", "There is no command “foo”.")));
        Assert.False(json.RootElement.GetProperty("found").GetBoolean());
        Assert.Equal("There is no command “foo”.", json.RootElement.GetProperty("error").GetString());
        Assert.Equal(0, json.RootElement.GetProperty("results").GetArrayLength());
        Assert.False(JsonDocument.Parse(Line(Answer)).RootElement.TryGetProperty("error", out _));
    }

    [Fact]
    public void The_quotations_of_a_file_have_neither_rank_nor_score()
    {
        using var json = JsonDocument.Parse(ReplyJson.OfQuotation(SamplePassages.Quoting()));
        Assert.StartsWith("confidence speaker speakers", Keys(json.RootElement), StringComparison.Ordinal);
    }

    [Fact]
    public void Any_text_makes_one_line_of_good_JSON_whose_offsets_stay_true() =>
        Gen.Char.Array[0, 40].Select(characters => new string(characters)).Sample(
            text =>
            {
                var line = Line(Answer with { Leading = [SamplePassages.Plain(text)] });
                Assert.DoesNotContain('\n', line);
                using var json = JsonDocument.Parse(line);
                Assert.Equal(text.Length, json.RootElement.GetProperty("results")[0].GetProperty("passage").GetProperty("text").GetString()!.Length);
            },
            iter: 1000);

    private static string Line(Reply reply) => ReplyJson.Of(reply, DiscordReplies.Message(reply, null));

    private static string Keys(JsonElement element) => string.Join(' ', element.EnumerateObject().Select(property => property.Name));
}
