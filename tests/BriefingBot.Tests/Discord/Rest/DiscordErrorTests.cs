using System.Net;
using System.Text.Json;
using BriefingBot.Discord.Model;
using BriefingBot.Discord.Rest;

namespace BriefingBot.Tests.Discord.Rest;

public class DiscordErrorTests
{
    private static readonly int[] Final = [10003, 10004, 10008, 10062, 40060, 50001, 50007, 50013, 50083, 50278, 160005, 160006, 200000, 200001];

    [Fact]
    public void Each_is_told_once_in_one_sentence_to_who_can_mend_it()
    {
        Assert.Distinct(DiscordError.Table.Select(error => error.Code));
        Assert.All(DiscordError.Table, error => Assert.Matches("^[A-Z].+[.]$", error.Advice));
        Assert.All(Final, code => Assert.True(DiscordError.Of(code)?.IsFinal, $"{code}"));
        Assert.Null(DiscordError.Of(0));
    }

    /// <summary>Without a known number the status decides.</summary>
    [Fact]
    public void Errors_of_a_request_are_final_and_those_of_limits_and_servers_pass()
    {
        for (var status = 300; status < 600; status++)
        {
            Assert.Equal(status < 500 && status is not 408 and not 429, new DiscordApiException("", (HttpStatusCode)status).IsFinal);
        }

        Assert.False(new DiscordApiException("").IsFinal);
        Assert.False(new DiscordApiException("", HttpStatusCode.Forbidden, 130000).IsFinal);
        Assert.True(new DiscordApiException("", HttpStatusCode.Forbidden, 50013).IsFinal);
    }

    [Fact]
    public void A_refusal_is_worded_with_route_number_field_and_advice()
    {
        var body = JsonSerializer.Deserialize(
            """{"code":50035,"message":"Invalid Form\nBody","errors":{"data":{"components":{"0":{"content":{"_errors":[{"code":"BASE_TYPE_MAX_LENGTH","message":"secret"}]}}}}}}""",
            WireJson.Wire.ErrorBody);

        var error = DiscordErrors.Refused(Routes.Callback(new(1), "token"), Notice(400), body);

        Assert.Equal(
            "POST /interactions/{interaction}/{token}/callback was refused (400, error 50035): Invalid Form Body (data.components.0.content BASE_TYPE_MAX_LENGTH). "
            + DiscordError.Of(50035)!.Advice,
            error.Message);
        Assert.Equal((50035, HttpStatusCode.BadRequest, true), (error.Code, error.Status, error.IsFinal));
    }

    [Fact]
    public void A_server_that_the_bot_is_not_in_is_no_channel_without_a_permission()
    {
        var body = new ErrorBody { Code = 50001, Message = "Missing Access" };

        Assert.EndsWith("applications.commands: invite it again with it.", DiscordErrors.Refused(Routes.Commands(new(1), new(2)), Notice(403), body).Message);
        Assert.EndsWith("applications.commands: invite it again with it.", DiscordErrors.Refused(Routes.Overwrite(new(1), new(2)), Notice(403), body).Message);
        Assert.EndsWith(DiscordError.Of(50001)!.Advice, DiscordErrors.Refused(Routes.Commands(new(1), null), Notice(403), body).Message);
        Assert.EndsWith(DiscordError.Of(50001)!.Advice, DiscordErrors.Refused(Routes.CreateMessage(new(3)), Notice(403), body).Message);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"errors":7}""")]
    [InlineData("""{"errors":{"_errors":7,"a":{"_errors":[7,{"code":7}]}},"message":""}""")]
    public void Whatever_is_in_the_body_there_is_an_error(string body)
    {
        var error = DiscordErrors.Refused(Routes.GatewayBot, Notice(403), JsonSerializer.Deserialize(body, WireJson.Wire.ErrorBody));

        Assert.StartsWith("GET /gateway/bot was refused (403)", error.Message);
    }

    [Fact]
    public void A_tree_of_errors_without_end_is_cut_off()
    {
        var tree = string.Concat(Enumerable.Repeat("""{"a":""", 60)) + """{"_errors":[{"code":"X"}]}""" + new string('}', 60);
        var body = JsonSerializer.Deserialize($$"""{"errors":{{tree}}}""", WireJson.Wire.ErrorBody);

        Assert.DoesNotContain("X", DiscordErrors.Refused(Routes.GatewayBot, Notice(400), body).Message);
    }

    private static RateLimitNotice Notice(int status) => new((HttpStatusCode)status, null, null, null, null, default, default);
}
