using BriefingBot.Quotes.Quotations;

namespace BriefingBot.Tests.Quotes.Quotations;

public sealed class HostileTextByRulesTests : HostileTextTests
{
    private protected override QuotationFinder Finder { get; } = new();
}
