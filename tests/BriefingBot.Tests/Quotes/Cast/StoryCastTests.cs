using BriefingBot.Quotes.Articles;
using BriefingBot.Quotes.Quotations;

namespace BriefingBot.Tests.Quotes.Casts;

/// <summary>The cast of the story in hand, found by general rules.</summary>
public class StoryCastTests
{
    /// <summary>Sources in text order: what stands before the mention, the mention, who is meant.</summary>
    private static readonly (string Before, string Mention, string? Name)[] Sources =
    [
        ("", "The Kremlin", "Kremlin"),
        ("But ", "Washington and NATO", "Washington and NATO"),
        ("", "Russia", "Russia"),
        ("In Brussels, ", "NATO Secretary-General Jens Stoltenberg", "Jens Stoltenberg"),
        ("which ", "he", "Jens Stoltenberg"),
        ("decades.”\n", "", null),
        ("SSC-8.\n", "Moscow", "Moscow"),
        ("INF Treaty, ", "Stoltenberg", "Jens Stoltenberg"),
        ("coordinated,” ", "he", "Jens Stoltenberg"),
        ("“constructive,” ", "the Russian Defense Ministry", "Russian Defense Ministry"),
        ("prevention,” ", "it", "Russian Defense Ministry"),
        ("Besides Syria, ", "a spokesman for the Joint Chiefs", "Patrick Ryder"),
        ("militaries,” ", "the spokesman, Colonel Patrick Ryder,", "Patrick Ryder"),
        ("statement.\n", "He", "Patrick Ryder"),
    ];

    private static readonly string Text = ReadStory();

    [Fact]
    public void Every_source_of_the_story_is_brought_to_its_name()
    {
        var cast = Cast.Of(new ArticleText(Text));
        var from = 0;
        foreach (var (before, mention, name) in Sources)
        {
            var at = Text.IndexOf(before + mention, from, StringComparison.Ordinal) + before.Length;
            Assert.True(at >= before.Length, mention);
            from = at;
            var source = cast.Resolve(new TextSpan(at, mention.Length), new TextSpan(at, 0));
            Assert.Equal(name, source.Name);
        }
    }

    [Theory]
    [InlineData("Jens Stoltenberg", "NATO Secretary-General")]
    [InlineData("Joseph Dunford", "chairman of the Joint Chiefs of Staff|U.S. General")]
    [InlineData("Valery Gerasimov", "chief of Russia’s General Staff")]
    [InlineData("Patrick Ryder", "spokesman for the Joint Chiefs|spokesman|Colonel")]
    [InlineData("Vladimir Putin", "President")]
    public void A_person_has_the_roles_that_the_article_gives(string name, string roles) =>
        Assert.Equal(roles.Split('|'), Assert.Single(Cast.Of(new ArticleText(Text)).Members, member => member.Name == name).Roles);

    [Theory]
    [InlineData("NATO", SpeakerType.Organization)]
    [InlineData("Moscow", SpeakerType.Place)]
    [InlineData("Kremlin", SpeakerType.Place)]
    [InlineData("Russian Defense Ministry", SpeakerType.Organization)]
    [InlineData("Jens Stoltenberg", SpeakerType.Person)]
    public void A_member_is_a_person_a_body_or_a_place(string name, SpeakerType type) =>
        Assert.Equal(type, Assert.Single(Cast.Of(new ArticleText(Text)).Members, member => member.Name == name).Type);

    [Fact]
    public void A_capitalised_common_noun_is_no_member() =>
        Assert.DoesNotContain(Cast.Of(new ArticleText(Text)).Members, member => member.Name is "Treaty" or "U.S.-Russia" or "Cold War-era");

    private static string ReadStory()
    {
        var file = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Story", "inf-treaty-2019-03-04.txt"));
        return file.StartsWith("---", StringComparison.Ordinal) ? file[(file.IndexOf("\n---\n", StringComparison.Ordinal) + 5)..] : file;
    }
}
