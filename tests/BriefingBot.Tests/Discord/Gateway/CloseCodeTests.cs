using BriefingBot.Discord.Gateway;

namespace BriefingBot.Tests.Discord.Gateway;

public class CloseCodeTests
{
    private static readonly int[] Fatal = [4004, 4010, 4011, 4012, 4013, 4014];

    private static readonly int[] SessionGone = [1000, 4003, 4007, 4009];

    private static readonly int[] Documented = [4000, 4001, 4002, 4003, 4004, 4005, 4007, 4008, 4009, 4010, 4011, 4012, 4013, 4014];

    /// <summary>Every code that a peer can send is decided, and only these give up or lose the session.</summary>
    [Fact]
    public void Every_code_is_decided()
    {
        for (var code = 1000; code < 5000; code++)
        {
            var expected = Fatal.Contains(code) ? AfterClose.GiveUp : SessionGone.Contains(code) ? AfterClose.Identify : AfterClose.Resume;

            Assert.Equal((code, expected), (CloseCode.Of(code).Code, CloseCode.Of(code).Then));
        }
    }

    [Fact]
    public void The_table_holds_every_documented_code_once()
    {
        Assert.Equal(Documented, CloseCode.Known.Select(known => known.Code).Where(code => code >= 4000).Order());
        Assert.Distinct(CloseCode.Known.Select(known => known.Code));
        Assert.Distinct(CloseCode.Known.Select(known => known.Meaning));
    }

    [Fact]
    public void A_connection_that_ends_without_closing_is_resumed() =>
        Assert.Equal((1006, AfterClose.Resume), (CloseCode.Of(null).Code, CloseCode.Of(null).Then));

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(4006)]
    [InlineData(4999)]
    [InlineData(int.MaxValue)]
    public void A_code_that_nobody_documents_is_resumed_and_named(int code) => Assert.Contains("not documented", CloseCode.Of(code).Meaning);
}
