using BriefingBot.Briefings;

namespace BriefingBot.Tests.Briefings;

public sealed class BriefingMarkTests
{
    [Fact]
    public void Marks_differ_and_fit_a_nonce_whatever_they_tell()
    {
        long[] subscriptions = [0, 1, 35, 36, 37, 1296, long.MaxValue];
        DateOnly[] days = [DateOnly.MinValue, new(2026, 3, 1), new(2026, 3, 2), DateOnly.MaxValue];
        var marks = subscriptions.SelectMany(id => days.SelectMany(day => Enumerable.Range(0, 40).Select(part => BriefingMark.Of(id, day, part)))).ToList();
        Assert.Equal(marks.Count, marks.Distinct().Count());
        Assert.All(marks, mark => Assert.InRange(mark.Length, 5, BriefingMark.Longest));
        Assert.DoesNotContain(marks, mark => mark.Contains(':', StringComparison.Ordinal));
    }
}
