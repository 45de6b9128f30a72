using BriefingBot.Configuration;
using BriefingBot.Indexing;
using BriefingBot.Quotes.Learning;

namespace BriefingBot.Tests.Quotes.Learning;

public class QuotationModelTests
{
    private static readonly byte[] Shipped = File.ReadAllBytes(ModelFile.ShippedPath);

    [Fact]
    public void The_shipped_model_is_smaller_than_twelve_megabytes() => Assert.InRange(Shipped.Length, 1, 12_000_000);

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(1000)]
    public void A_model_that_breaks_off_is_damaged(int length) => Assert.Throws<InvalidDataException>(() => Read(Shipped[..length]));

    [Fact]
    public void A_changed_byte_is_noticed_wherever_it_stands()
    {
        foreach (var at in new[] { 0, 4, 8, 15, 20, Shipped.Length / 2, Shipped.Length - 5 })
        {
            var changed = (byte[])Shipped.Clone();
            changed[at] ^= 0x55;

            Assert.Throws<InvalidDataException>(() => Read(changed));
        }
    }

    [Theory]
    [InlineData("Weber likened the deal to a fire sale.", "Weber", "likened")]
    [InlineData("Claiming that the vote was stolen, Brandt told her supporters to march.", "Brandt", null)]
    [InlineData("Keller rejected the claim that the bank had failed.", "Keller", "rejected")]
    public void Statements_that_the_rules_do_not_know_are_found(string text, string speaker, string? cue)
    {
        var found = ShippedModel.Finder.Analyze(text).Quotations;

        Assert.Contains(found, quotation => quotation.SpeakerName == speaker && (cue is null || quotation.Cue?.Of(text) == cue));
    }

    [Theory]
    [InlineData("LIVE: Council votes on the mill today")]
    [InlineData("Analysis: Council votes on the mill today")]
    [InlineData("CLUB STATEMENT: Setting the record straight on the mill")]
    public void A_label_before_a_headline_says_nothing(string headline) =>
        Assert.Empty(ShippedModel.Finder.Analyze(headline + "\n\nThe mill has stood by the river for a hundred years.").Quotations);

    [Fact]
    public void Without_a_path_there_is_no_model()
    {
        Assert.Null(ModelFile.Open(null));
        Assert.NotEmpty(OpenStory.FinderOf(null).Analyze("“We lost,” Keller said.").Quotations);
    }

    [Fact]
    public void A_missing_or_foreign_file_is_named_with_its_setting()
    {
        var missing = Assert.Throws<ConfigurationException>(() => ModelFile.Open("/nowhere/a.model"));
        var foreign = Assert.Throws<ConfigurationException>(() => ModelFile.Open(typeof(QuotationModelTests).Assembly.Location));

        Assert.Contains("Quotes:Model: “/nowhere/a.model”", missing.Message, StringComparison.Ordinal);
        Assert.Contains("It is no model of quotations.", foreign.Message, StringComparison.Ordinal);
    }

    private static QuotationModel Read(byte[] bytes) => QuotationModel.Read(new MemoryStream(bytes));
}
