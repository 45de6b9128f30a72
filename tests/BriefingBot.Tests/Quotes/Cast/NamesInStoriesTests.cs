namespace BriefingBot.Tests.Quotes.Casts;

/// <summary>Names of people and bodies in stories unlike political news; sources in brackets, who is meant by each, “-” for nobody.</summary>
public class NamesInStoriesTests
{
    [Theory]
    [InlineData("[Paik Dong-hyun] said so. [Paik] added more. [Mr. Paik] left.", "Paik Dong-hyun|Paik Dong-hyun|Paik Dong-hyun")]
    [InlineData("[Min-seo Cha] said so. [Cha] added more. [Ms. Cha] left.", "Min-seo Cha|Min-seo Cha|Min-seo Cha")]
    [InlineData("On Monday [the grocer Wang Kuo-ching] said so. [Mr Wang] left.", "Wang Kuo-ching|Wang Kuo-ching")]
    [InlineData("MIN-SEO CHA: No. [Min-seo Cha] said so.", "Min-seo Cha")]
    [InlineData("The envoy [Moon Seo-jun] said so. “No,” [Moon] said.", "Moon Seo-jun|Moon Seo-jun")]
    [InlineData("[Right-wing critics] said so. [A Lille-born man] agreed. [Half-term] came.", "-|-|-")]
    public void A_given_name_may_be_two_syllables(string marked, string names) => CastTests.AreMeant(marked, names);
}
