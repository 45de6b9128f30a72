using BriefingBot.Quotes.Quotations;

namespace BriefingBot.Tests.Quotes.Quotations;

public sealed class StoryQuotationByRulesTests() : StoryQuotationTests(new QuotationFinder());
