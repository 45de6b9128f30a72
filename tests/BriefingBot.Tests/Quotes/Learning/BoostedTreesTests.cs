using BriefingBot.Quotes.Learning;

namespace BriefingBot.Tests.Quotes.Learning;

public class BoostedTreesTests
{
    /// <summary>Two trees of depth two over two facts: the first asks both, the second has a question left open.</summary>
    private static readonly BoostedTrees Trees = new(
        2, 0.5f, [0, 1, 1, 1, 0, 0], [10, 1, 2, 5, float.PositiveInfinity, 3], [1, 2, 3, 4, 10, 20, 30, 40]);

    [Theory]
    [InlineData(9, 0, 0.5 + 1 + 10)]
    [InlineData(9, 1, 0.5 + 2 + 10)]
    [InlineData(10, 1, 0.5 + 3 + 10)]
    [InlineData(10, 2, 0.5 + 4 + 10)]
    [InlineData(1, 5, 0.5 + 2 + 30)]
    [InlineData(3, 5, 0.5 + 2 + 40)]
    public void A_row_goes_right_from_a_question_s_value_on(float first, float second, float expected)
    {
        Assert.Equal(expected, Trees.Sum([first, second]));
        Assert.Equal(expected, Read(Written(), 2).Sum([first, second]));
    }

    [Fact]
    public void Trees_that_ask_for_what_no_row_has_are_damaged() => Assert.Throws<InvalidDataException>(() => Read(Written(), 1));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 9)]
    [InlineData(4, -1)]
    [InlineData(4, int.MaxValue)]
    public void Impossible_numbers_are_damaged(int at, int number)
    {
        var bytes = Written();
        BitConverter.TryWriteBytes(bytes.AsSpan(at), number);
        Assert.Throws<InvalidDataException>(() => Read(bytes, 2));
    }

    [Fact]
    public void What_breaks_off_is_noticed() => Assert.Throws<EndOfStreamException>(() => Read(Written()[..^1], 2));

    private static byte[] Written()
    {
        using var stream = new MemoryStream();
        Trees.Write(new BinaryWriter(stream));
        return stream.ToArray();
    }

    private static BoostedTrees Read(byte[] bytes, int facts) => BoostedTrees.Read(new BinaryReader(new MemoryStream(bytes)), facts);
}
