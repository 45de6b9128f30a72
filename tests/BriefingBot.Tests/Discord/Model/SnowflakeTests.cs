using BriefingBot.Discord.Model;
using CsCheck;

namespace BriefingBot.Tests.Discord.Model;

public class SnowflakeTests
{
    /// <summary>The example of Discord's own document.</summary>
    [Fact]
    public void An_id_tells_when_it_was_made() => Assert.Equal(
        new DateTimeOffset(2016, 4, 30, 11, 18, 25, 796, TimeSpan.Zero), Snowflake.Parse("175928847299117063").CreatedAt);

    [Fact]
    public void The_smallest_id_was_made_when_2015_began() => Assert.Equal(Snowflake.Epoch, default(Snowflake).CreatedAt);

    [Fact]
    public void What_is_written_is_read_again() =>
        Gen.ULong.Sample(value => Snowflake.Parse(new Snowflake(value).ToString()) == new Snowflake(value));

    [Theory]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData(" 1")]
    [InlineData("1 ")]
    [InlineData("1,000")]
    [InlineData("0x1F")]
    [InlineData("١٢")]
    [InlineData("18446744073709551616")]
    public void What_is_no_id_is_refused(string text)
    {
        Assert.False(Snowflake.TryParse(text, out _));
        Assert.Throws<FormatException>(() => Snowflake.Parse(text));
    }

    [Fact]
    public void The_largest_id_is_read() => Assert.Equal(ulong.MaxValue, Snowflake.Parse("18446744073709551615").Value);

    [Fact]
    public void An_id_from_a_moment_comes_before_all_that_was_made_later() => Gen.ULong.Sample(value =>
    {
        var made = new Snowflake(value);
        var first = Snowflake.At(made.CreatedAt);
        return first <= made && first.CreatedAt == made.CreatedAt;
    });

    [Fact]
    public void Moments_that_no_id_can_tell_become_the_nearest()
    {
        Assert.Equal(default, Snowflake.At(DateTimeOffset.MinValue));
        Assert.Equal(ulong.MaxValue >> 22 << 22, Snowflake.At(DateTimeOffset.MaxValue).Value);
    }

    [Fact]
    public void Ids_are_ordered_by_number_and_not_as_text() => Assert.True(Snowflake.Parse("99") < Snowflake.Parse("100"));
}
