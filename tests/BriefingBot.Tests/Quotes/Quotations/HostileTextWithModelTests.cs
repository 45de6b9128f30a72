using BriefingBot.Quotes.Quotations;
using BriefingBot.Tests.Quotes.Learning;

namespace BriefingBot.Tests.Quotes.Quotations;

public sealed class HostileTextWithModelTests : HostileTextTests
{
    private protected override QuotationFinder Finder { get; } = ShippedModel.Finder;
}
