using BriefingBot.Discord.Rest;
using CsCheck;

namespace BriefingBot.Tests.Discord.Rest;

public class RepetitionTests
{
    private static readonly int[] Passing = [500, 502, 503, 504, 520, 521, 522, 523, 524];

    /// <summary>Every way an attempt can end, with every status, for every kind of request.</summary>
    [Fact]
    public void Whether_to_try_again_is_decided_for_everything()
    {
        foreach (var twice in Enum.GetValues<Twice>())
        {
            Assert.True(Repetition.IsSafe(Ending.NotSent, null, twice));
            Assert.False(Repetition.IsSafe(Ending.Done, 200, twice));
            foreach (var ending in new[] { Ending.Lost, Ending.TimedOut, Ending.Unreadable })
            {
                Assert.Equal(twice != Twice.Harmful, Repetition.IsSafe(ending, null, twice));
            }

            for (var status = 300; status < 600; status++)
            {
                Assert.Equal(twice != Twice.Harmful && Passing.Contains(status), Repetition.IsSafe(Ending.Refused, status, twice));
            }
        }
    }

    [Theory]
    [InlineData(Ending.NotSent, null, false)]
    [InlineData(Ending.Refused, 403, false)]
    [InlineData(Ending.Refused, 502, true)]
    [InlineData(Ending.Unreadable, 200, true)]
    [InlineData(Ending.Lost, null, true)]
    [InlineData(Ending.TimedOut, null, true)]
    internal void Whether_it_may_have_arrived_is_told(Ending ending, int? status, bool expected) => Assert.Equal(expected, Repetition.MayHaveArrived(ending, status));

    [Fact]
    public void Pauses_double_and_chance_lengthens_them_by_half_at_most() => Gen.Select(Gen.Int[1, 3], Gen.Double[0, 1]).Sample((attempts, chance) =>
    {
        var plain = Repetition.Pause(attempts, EndpointKind.Bot, null);
        var pause = Repetition.Pause(attempts, EndpointKind.Bot, () => chance);
        return plain == TimeSpan.FromSeconds(0.5) * Math.Pow(2, attempts - 1) && pause >= plain && pause <= plain * 1.5;
    });
}
