using BriefingBot.Discord.Gateway;
using CsCheck;

namespace BriefingBot.Tests.Discord.Gateway;

public class ReconnectDelaysTests
{
    [Fact]
    public void Delays_double_up_to_a_minute_and_stay_there() => Assert.Equal(
        [0.5, 1, 2, 4, 8, 16, 32, 60, 60, 60], ReconnectDelays.Sequence(() => 0).Take(10).Select(delay => delay.TotalSeconds));

    [Fact]
    public void The_first_attempt_comes_within_a_second_whatever_chance_says() =>
        Assert.True(ReconnectDelays.Sequence(() => 1).First() < TimeSpan.FromSeconds(1));

    [Fact]
    public void Chance_only_lengthens_and_by_half_at_most() => Gen.Int.Sample(seed =>
    {
        var random = new Random(seed);
        var plain = ReconnectDelays.Sequence(() => 0).Take(200);
        var delays = ReconnectDelays.Sequence(random.NextDouble).Take(200);
        return plain.Zip(delays).All(pair => pair.Second >= pair.First && pair.Second <= pair.First * 1.5);
    });

    [Fact]
    public void Chance_is_asked_only_for_delays_that_are_taken()
    {
        var asked = 0;
        using var delays = ReconnectDelays.Sequence(() => ++asked % 2).GetEnumerator();

        delays.MoveNext();
        delays.MoveNext();

        Assert.Equal(2, asked);
    }

    [Fact]
    public void Two_bots_with_different_chance_do_not_come_back_in_step() => Assert.NotEqual(
        ReconnectDelays.Sequence(new Random(1).NextDouble).Take(5), ReconnectDelays.Sequence(new Random(2).NextDouble).Take(5));
}
