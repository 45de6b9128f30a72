using BriefingBot.Indexing;
using BriefingBot.Quotes.Quotations;

namespace BriefingBot.Tests.Quotes.Learning;

/// <summary>The model that ships, read once for all tests.</summary>
internal static class ShippedModel
{
    private static readonly BriefingBot.Quotes.Learning.QuotationModel Model = ModelFile.Open(ModelFile.ShippedPath)!.Get();

    public static QuotationFinder Finder { get; } = new(() => Model);
}
