using BriefingBot.Quotes.Articles;
using BriefingBot.Quotes.Quotations;
using BriefingBot.Search;

namespace BriefingBot.Tests.Search;

public sealed class SpeakersTests : IDisposable
{
    private readonly TemporaryStory _story = new();

    public void Dispose() => _story.Dispose();

    [Fact]
    public void A_bare_surname_takes_its_full_name_from_another_article()
    {
        _story.Add("a", "Stoltenberg said “yes to peace”.", null, new Said("“yes to peace”", Said.Person("Stoltenberg")));
        _story.Add("b", "Jens Stoltenberg said “no to war”.", null, new Said("“no to war”", Said.Person("Jens Stoltenberg", "NATO Secretary-General")));
        var quotation = _story.WhoSaid("peace").Passages[0].Quotation!;
        Assert.Equal("Jens Stoltenberg", quotation.Speaker);
        Assert.Equal("NATO Secretary-General", quotation.Role);
        Assert.Equal(2, _story.WhoSaid("", "Jens Stoltenberg").Total);
        var member = Assert.Single(_story.Index.Speakers("stoltenberg", 5));
        Assert.Equal(2, member.Statements);
        Assert.Equal(["Stoltenberg"], member.OtherNames);
    }

    [Theory]
    [InlineData("Marlow-Pike", "Bess Marlow-Pike")]
    [InlineData("van der Meer", "Ada van der Meer")]
    [InlineData("Van der Meer", "Ada van der Meer")]
    [InlineData("de la Motte", "Jean-Luc de la Motte")]
    [InlineData("von Alder", "Ilse von Alder")]
    public void A_surname_of_several_words_takes_its_full_name_from_another_article(string surname, string name)
    {
        _story.Add("a", $"{surname} said “yes to peace”.", null, new Said("“yes to peace”", Said.Person(surname)));
        _story.Add("b", $"{name} said “no to war”.", null, new Said("“no to war”", Said.Person(name)));
        Assert.Equal(name, _story.WhoSaid("peace").Passages[0].Quotation!.Speaker);
        Assert.Equal((name, 2), Assert.Single(_story.Index.Speakers("", 5)) is var one ? (one.Name, one.Statements) : default);
    }

    [Theory]
    [InlineData("Al Vale", "Vale", "Al Vale")]
    [InlineData("Marlow-Pike", "Pike", "Ann Marlow-Pike")]
    public void A_surname_is_joined_also_through_a_name_that_looks_like_one(string between, string surname, string name)
    {
        _story.Add("a", $"{surname} said “yes to peace”.", null, new Said("“yes to peace”", Said.Person(surname)));
        _story.Add("b", $"{between} said “no to war”.", null, new Said("“no to war”", Said.Person(between)));
        _story.Add("c", $"{name} said “no to all”.", null, new Said("“no to all”", Said.Person(name)));
        Assert.Equal((name, 3), Assert.Single(_story.Index.Speakers("", 5)) is var one ? (one.Name, one.Statements) : default);
    }

    [Fact]
    public void A_name_that_ends_as_a_longer_one_is_no_surname()
    {
        _story.Add("a", "Mary Alder said “yes to peace”.", null, new Said("“yes to peace”", Said.Person("Mary Alder")));
        _story.Add("b", "Ann Mary Alder said “no to war”.", null, new Said("“no to war”", Said.Person("Ann Mary Alder")));
        Assert.Equal(2, _story.Index.Speakers("", 5).Count);
    }

    [Fact]
    public void A_short_name_takes_the_full_one_by_which_another_article_explains_it()
    {
        _story.Add("a", "Kestrel Foods said “one”.", null, new Said("“one”", Said.Person("Kestrel Foods") with { OtherNames = ["Kestrel"] }));
        _story.Add("b", "Kestrel said “two”.", null, new Said("“two”", Said.Person("Kestrel")));
        Assert.Equal("Kestrel Foods", _story.WhoSaid("two").Passages[0].Quotation!.Speaker);
        Assert.Equal((2, "Kestrel"), Assert.Single(_story.Index.Speakers("kestrel", 5)) is var one ? (one.Statements, Assert.Single(one.OtherNames)) : default);
    }

    [Theory]
    [InlineData("Anna Berg", "", "Anna Lund", "Anna")]
    [InlineData("Anna Berg", "Anna", "Anna Lund", "")]
    [InlineData("Anna Berg", "", "Otto Lund", "Otto")]
    public void A_short_name_stays_as_it_is_where_nothing_explains_it_or_two_bear_it(string first, string firstShort, string second, string secondShort)
    {
        _story.Add("a", $"{first} said “one”. {second} said “two”.", null,
            new Said("“one”", Said.Person(first) with { OtherNames = firstShort.Length > 0 ? [firstShort] : [] }),
            new Said("“two”", Said.Person(second) with { OtherNames = secondShort.Length > 0 ? [secondShort] : [] }));
        _story.Add("b", "Anna said “three”.", null, new Said("“three”", Said.Person("Anna")));
        Assert.Equal("Anna", _story.WhoSaid("three").Passages[0].Quotation!.Speaker);
    }

    [Fact]
    public void A_name_in_capitals_is_no_other_name()
    {
        _story.Add("a", "Vance said “no”. VANCE: “yes”.", null,
            new Said("“no”", Said.Person("Gregory Vance") with { OtherNames = ["VANCE", "Vance", "GREGORY VANCE"] }));
        Assert.Equal(["Vance"], Assert.Single(_story.Index.Speakers("Vance", 5)).OtherNames);
    }

    [Fact]
    public void A_surname_in_capitals_takes_its_full_name_from_another_article()
    {
        const string Talk = "The vigil.\n\nFENN: I was there.\n\nBECK: You saw it?\n\nFENN: Yes, the lamp fell.";
        _story.Index.Replace(new IndexedFile("a.txt", "1"), [(new Article("a", "Talk", Talk), new QuotationFinder().Analyze(Talk))]);
        _story.Add("b", "Ada Fenn said “no”.", null, new Said("“no”", Said.Person("Ada Fenn", "host")));
        var turn = _story.WhoSaid("the lamp fell").Passages[0].Quotation!;
        Assert.Equal(("Ada Fenn", "host", true), (turn.Speaker, turn.Role, turn.IsTurn));
    }

    [Fact]
    public void A_name_is_spelt_as_most_articles_spell_it_and_else_with_more_small_letters()
    {
        _story.Add("a", "Hyun-Woo Lee said “one”.", null, new Said("“one”", Said.Person("Hyun-Woo Lee")));
        _story.Add("b", "Hyun-woo Lee said “two”.", null, new Said("“two”", Said.Person("Hyun-woo Lee")));
        Assert.Equal("Hyun-woo Lee", _story.WhoSaid("one").Passages[0].Quotation!.Speaker);
    }

    [Fact]
    public void A_rank_alone_tells_less_than_an_office()
    {
        _story.Add("a", "x “one”. y “two”.", null, new Said("“one”", Said.Person("Ada Fenn", "Cllr")), new Said("“two”", Said.Person("Ada Fenn", "Cllr", "leader of the council")));
        Assert.Equal(["leader of the council", "Cllr"], Assert.Single(_story.Index.Speakers("Fenn", 5)).Roles);

        _story.Add("b", "x “three”.", null, new Said("“three”", Said.Person("Jan Beck", "king", "director of Alder Inc.")));
        Assert.Equal(["director of Alder Inc.", "king"], Assert.Single(_story.Index.Speakers("Beck", 5)).Roles);
    }

    [Fact]
    public void A_question_put_by_nobody_is_no_statement_of_the_story()
    {
        const string Talk = "The vigil was held.\n\nAsked whether the lamp had fallen, Ada Fenn said it had.";
        _story.Index.Replace(new IndexedFile("a.txt", "1"), [(new Article("a", "Talk", Talk), new QuotationFinder().Analyze(Talk))]);
        _story.Index.Refresh();
        var answer = Assert.Single(_story.WhoSaid("it had", refuseWeak: false).Passages).Quotation!;
        Assert.Equal(("Ada Fenn", true), (answer.Speaker, answer.IsAskedFor));
    }

    [Fact]
    public void A_surname_that_two_people_bear_stays_as_it_is()
    {
        _story.Add("a", "Clinton said “yes to peace”.", null, new Said("“yes to peace”", Said.Person("Clinton")));
        _story.Add("b", "Bill Clinton and Hillary Clinton said “no to war”.", null,
            new Said("“no to war”", Said.Person("Bill Clinton"), Said.Person("Hillary Clinton")));
        Assert.Equal("Clinton", _story.WhoSaid("peace").Passages[0].Quotation!.Speaker);
        Assert.Equal("Bill Clinton and Hillary Clinton", _story.WhoSaid("war").Passages[0].Quotation!.Speaker);
        Assert.Equal(3, _story.Index.Speakers("Clinton", 9).Count);
    }

    [Fact]
    public void An_empty_name_lists_the_most_quoted_first()
    {
        _story.Add("a", "Ann Lee said “one” and “two”.\nBob Ray said “three”.", null,
            new Said("“three”", Said.Person("Bob Ray")), new Said("“one”", Said.Person("Ann Lee")), new Said("“two”", Said.Person("Ann Lee")));
        Assert.Equal(["Ann Lee", "Bob Ray"], _story.Index.Speakers("", 5).Select(member => member.Name));
    }

    [Theory]
    [InlineData("ryder", "Patrick Ryder")]
    [InlineData("patrik", "Patrick Ryder")]
    [InlineData("Rydre", "Patrick Ryder")]
    [InlineData("defence ministry", "Russian Defense Ministry")]
    [InlineData("the Kremlin", "Kremlin")]
    [InlineData("russia", "Kremlin")]
    [InlineData("the prime minister", "Ann Lee")]
    [InlineData("minister", "Ann Lee")]
    public void A_name_may_be_a_part_or_misspelt_or_a_country(string asked, string name)
    {
        _story.Add("a", "x “one” y “two” z “three”.", null, new Said("“one”", Said.Person("Patrick Ryder")),
            new Said("“two”", new Speaker("Russian Defense Ministry", SpeakerType.Organization)), new Said("“three”", Said.Place("Kremlin")));
        _story.Add("b", "x “four”.", null, new Said("“four”", Said.Person("Ann Lee", "Prime Minister of Norland")));
        Assert.Equal(name, _story.Index.Speakers(asked, 5)[0].Name);
    }
}
