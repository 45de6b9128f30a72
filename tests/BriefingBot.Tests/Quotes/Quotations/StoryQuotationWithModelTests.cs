using BriefingBot.Tests.Quotes.Learning;

namespace BriefingBot.Tests.Quotes.Quotations;

public sealed class StoryQuotationWithModelTests() : StoryQuotationTests(ShippedModel.Finder);
