using BriefingBot.Quotes.Quotations;

namespace BriefingBot.Tests.Search;

/// <summary>Whose statements a filter by speaker finds: by title and name, by role, by the words that name an unnamed source.</summary>
public sealed class SpeakerFilterTests : IDisposable
{
    private readonly TemporaryStory _story = new();

    public SpeakerFilterTests()
    {
        Add("julian", "Julian Fenn", "he", "surgeon", "professor");
        Add("arabella", "Arabella Fenn", "Mrs Fenn", "florist");
        Add("hugo", "Hugo Fenn", "Hugo Fenn", "son");
        Add("ada", "Ada van der Meer", "Ada van der Meer", "theatre sister");
        Add("maud", "Maud Beck", "she", "chief of the trust", "spokesman");
        Add("boss", "Maud Beck", "Trust boss Maud Beck");
        AddSource("college", new Speaker("College of Surgeons", SpeakerType.Organization), "The College of Surgeons");
        AddSource("trustees", null, "two trustees");
        AddSource("trust", null, "The trust");
        AddSource("friend", null, "a friend of Mrs Beck's");
        AddSource("lawyer", null, "Mr Fenn's lawyer");
        AddSource("spokesman", null, "A spokesman for the trust");
        AddSource("families", null, "the families");
        AddSource("colleague", null, "a colleague of Carl Moss");
    }

    public void Dispose() => _story.Dispose();

    [Theory]
    [InlineData("Mr Fenn", "hugo julian")]
    [InlineData("Mrs Fenn", "arabella")]
    [InlineData("Ms. Fenn", "arabella")]
    [InlineData("Prof Fenn", "julian")]
    [InlineData("Prof. Julian Fenn", "julian")]
    [InlineData("Dr van der Meer", "ada")]
    [InlineData("Sister van der Meer", "ada")]
    [InlineData("Mrs Beck", "boss maud")]
    [InlineData("the Rev Hugo Fenn", "hugo")]
    [InlineData("Fenn", "arabella hugo julian")]
    public void A_title_is_left_out_of_the_name_and_chooses_among_those_who_bear_it(string speaker, string articles) => Finds(speaker, articles);

    [Theory]
    [InlineData("surgeon", "julian")]
    [InlineData("the sister", "ada")]
    [InlineData("chief of the trust", "boss maud")]
    [InlineData("spokesman", "spokesman")]
    [InlineData("trust", "trust")]
    [InlineData("the trust", "trust")]
    [InlineData("trustee", "trustees")]
    [InlineData("families", "families")]
    [InlineData("friend", "friend")]
    [InlineData("lawyer", "lawyer")]
    [InlineData("spokesman for the trust", "spokesman")]
    [InlineData("friend of Mrs Beck", "friend")]
    public void A_word_that_is_nobodys_name_finds_those_in_that_role_and_sources_called_so(string speaker, string articles) => Finds(speaker, articles);

    [Theory]
    [InlineData("Carl Moss")]
    [InlineData("Moss")]
    public void A_source_that_only_mentions_somebody_does_not_stand_for_them(string speaker) => Finds(speaker, "");

    private void Finds(string speaker, string articles) => Assert.Equal(
        articles, string.Join(' ', _story.WhoSaid("", speaker, refuseWeak: false).Passages.Select(passage => passage.Article.Id).Order(StringComparer.Ordinal)));

    private void Add(string id, string name, string mention, params string[] roles) => AddSource(id, Said.Person(name, roles), mention);

    private void AddSource(string id, Speaker? speaker, string mention) => _story.Add(
        id, $"{mention} said “the {id} words”.", null, new Said($"“the {id} words”", speaker is null ? [] : [speaker]) { Mention = mention });
}
