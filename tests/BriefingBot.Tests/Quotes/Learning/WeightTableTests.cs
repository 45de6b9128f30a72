using System.Runtime.Intrinsics;
using BriefingBot.Quotes.Learning;
using CsCheck;

namespace BriefingBot.Tests.Quotes.Learning;

public class WeightTableTests
{
    /// <summary>The bucket of a feature in the smallest table.</summary>
    private const int Shift = 24;

    private static readonly Gen<(uint[] Features, int Width)> Tables = Gen.Select(
        Gen.UInt.Array[0, 300].Select(features => features.DistinctBy(feature => Math.Max(1, feature >> 8))
            .GroupBy(feature => WeightTable.BucketOf(feature, Shift)).SelectMany(bucket => bucket.Take(4)).ToArray()),
        Gen.Int[1, 45]);

    [Fact]
    public void Rows_are_summed_as_they_were_given_also_after_writing_and_reading() => Tables.Sample(made =>
    {
        var (features, width) = made;
        var rows = features.Select((feature, i) => (feature, Enumerable.Range(0, width).Select(k => (float)((i + k) % 100) + 1).ToArray())).ToArray();
        var written = WeightTable.Of(width, sbyte.MaxValue, rows);
        using var stream = new MemoryStream();
        written.Write(new BinaryWriter(stream));
        stream.Position = 0;
        var read = WeightTable.Read(new BinaryReader(stream));

        foreach (var table in new[] { written, read })
        {
            foreach (var part in features.Chunk(7))
            {
                var expected = Enumerable.Range(0, width).Select(k => part.Sum(feature => (int)rows[Array.IndexOf(features, feature)].Item2[k]));
                Assert.Equal(expected, Sums(table, part));
            }

            Assert.All(Sums(table, []), sum => Assert.Equal(0, sum));
        }
    });

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(45)]
    public void Of_more_than_four_features_of_one_bucket_the_strongest_are_known(int width)
    {
        var features = Enumerable.Range(1, int.MaxValue).Select(i => (uint)i << 8).Where(feature => WeightTable.BucketOf(feature, Shift) == 9).Take(7).ToArray();
        float[] strengths = [3, -60, 1, 80, 40, 2, -50];

        var table = WeightTable.Of(width, sbyte.MaxValue, [.. features.Zip(strengths, (feature, w) => (feature, Enumerable.Repeat(w, width).ToArray()))]);

        Assert.Equal([0, -60, 0, 80, 40, 0, -50], features.Select(feature => Sums(table, [feature])[0]));
    }

    [Fact]
    public void Weights_beyond_the_limit_are_cut_to_it()
    {
        var table = WeightTable.Of(1, 2, [(7, [5f]), (8, [-5f]), (9, [1f])]);

        Assert.Equal(2, table.Sum([7]), 0.01);
        Assert.Equal(-2, table.Sum([8]), 0.01);
        Assert.Equal(1, table.Sum([9]), 0.01);
        Assert.Equal(1, table.Sum([7, 8, 9, 10]), 0.01);
    }

    [Theory]
    [InlineData(0, 1, 1f)]
    [InlineData(1000, 1, 1f)]
    [InlineData(1, -1, 1f)]
    [InlineData(1, int.MaxValue, 1f)]
    [InlineData(1, 1, float.NaN)]
    public void A_table_with_a_senseless_head_is_damaged(int width, int rows, float scale)
    {
        using var stream = new MemoryStream();
        var writer = new BinaryWriter(stream);
        writer.Write(width);
        writer.Write(rows);
        writer.Write(scale);
        stream.Position = 0;

        Assert.Throws<InvalidDataException>(() => WeightTable.Read(new BinaryReader(stream)));
    }

    private static int[] Sums(WeightTable table, uint[] features)
    {
        if (table.Width == 1)
        {
            return [(int)MathF.Round(table.Sum(features) / table.Scale)];
        }

        var sums = new Vector256<short>[table.Groups];
        table.Sum(features, sums);
        return [.. Enumerable.Range(0, table.Width).Select(k => (int)sums[k / 16][k % 16])];
    }
}
