namespace BriefingBot.Tests.Quotes.Casts;

/// <summary>Names and offices that news outside of one country's politics writes; sources in brackets, who is meant by each, “-” for nobody.</summary>
public class NamesOfTheWorldTests
{
    [Theory]
    [InlineData("[Cllr Mairead Tully] said so. [Cllr Tully] left. [She] came back.", "Mairead Tully|Mairead Tully|Mairead Tully")]
    [InlineData("[Supt Ray Ortega] said so. [Baroness Ada Finch] agreed. [Pastor Lem Oduya] did not.", "Ray Ortega|Ada Finch|Lem Oduya")]
    [InlineData("[Dame Ada Finch-Lowe] spoke. [Dame Ada] left. [Sir Ivor Pell] stayed. [Sir Ivor] slept.", "Ada Finch-Lowe|Ada Finch-Lowe|Ivor Pell|Ivor Pell")]
    [InlineData("[Lin Meiyu] said so. [Ms Lin] added more.", "Lin Meiyu|Lin Meiyu")]
    public void A_title_is_no_given_name(string marked, string names) => CastTests.AreMeant(marked, names);

    [Theory]
    [InlineData("[Orla Ní Bhriain] said so. [Ní Bhriain] added more. [She] left.", "Orla Ní Bhriain|Orla Ní Bhriain|Orla Ní Bhriain")]
    [InlineData("[Lena van der Meer] said so. On Monday [van der Meer] agreed. [Van der Meer] left.", "Lena van der Meer|Lena van der Meer|Lena van der Meer")]
    [InlineData("[Pilar de la Vega] said so. [De la Vega] left.", "Pilar de la Vega|Pilar de la Vega")]
    [InlineData("[Karim al-Sabbagh] said so. On Monday [al-Sabbagh] left.", "Karim al-Sabbagh|Karim al-Sabbagh")]
    [InlineData("[Nuala O’Dowd] said so. [O’Dowd’s] sister left.", "Nuala O'Dowd|Nuala O'Dowd")]
    public void A_surname_may_have_small_words_and_marks(string marked, string names) => CastTests.AreMeant(marked, names);

    [Theory]
    [InlineData("Tobin Foods fell. [June Tobin] sold. Her brother Paul Tobin bought. [Tobin] said in a statement that it was calm.", "June Tobin|Tobin Foods")]
    [InlineData("Paul Tobin runs Tobin Foods. [Tobin] said so.", "Paul Tobin")]
    [InlineData("Alder AG fell. [Alder] said so. [It] added more.", "Alder AG|Alder AG")]
    [InlineData("Ada Finch and Ivor Finch sold. [Ada Finch] wept. [Finch] said no. Years passed. Ivor Finch and Lem Oduya dined. [Finch] paid.",
        "Ada Finch|Ada Finch|Ivor Finch")]
    [InlineData("[June Tobin] said so.\n\n[June Tobin], the founder, left.", "June Tobin|June Tobin")]
    public void A_surname_can_be_a_firm_s_or_two_people_s(string marked, string names) => CastTests.AreMeant(marked, names);

    [Theory]
    [InlineData("Lem Oduya sells the Meteor 3. The Meteor is round. [He] said so.", "Lem Oduya")]
    [InlineData("Lem Oduya lives in Arvik. Rain fell in Arvik. [He] said so.", "Lem Oduya")]
    [InlineData("Lem Oduya left. “I’ll sing,” he said. I’ll go too. [He] said so.", "Lem Oduya")]
    public void He_is_no_thing_and_no_place(string marked, string names) => CastTests.AreMeant(marked, names);

    [Theory]
    [InlineData("[Chairwoman Ada Finch] spoke. The trust has a chair, Ivor Pell. [The chairwoman] left.", "Ada Finch|Ada Finch")]
    [InlineData("Ada Finch, who chairs the trust, came. Ivor Pell came. [The chairwoman] spoke.", "Ada Finch")]
    [InlineData("[Chairwoman] says no\n\nIvor Pell spoke. Ada Finch, the chairwoman, left.", "Ada Finch")]
    [InlineData("[A lawyer for the union], Yael Bloch, left. [She] spoke.", "Yael Bloch|Yael Bloch")]
    [InlineData("[A farmer in Austin], Texas, spoke.", "-")]
    [InlineData("Ada Finch, the chief executive, left. [Your chief executive] spoke.", "Ada Finch")]
    [InlineData("Ivor Pell scored. [The Norwegian] spoke. [The 31-year-old] left.", "Ivor Pell|Ivor Pell")]
    [InlineData("Ivor Pell scored. [The Russians] spoke. [The chairwoman] left.", "-|-")]
    public void An_office_is_whose_the_article_says(string marked, string names) => CastTests.AreMeant(marked, names);
}
