using BriefingBot.Quotes.Quotations;

namespace BriefingBot.Tests.Quotes.Casts;

/// <summary>How news of all kinds writes people and their offices; sources in brackets, who is meant by each, “-” for nobody.</summary>
public class NamesInNewsTests
{
    [Theory]
    [InlineData("The director, Mr Pieter de Vries, left. [Mr de Vries] said so. [He] added more.", "Pieter de Vries|Pieter de Vries")]
    [InlineData("Yannick de la Cour sold it. His brother Marc de la Cour died. Yannick de la Cour wept. [Mr. de la Cour] said so.", "Yannick de la Cour")]
    [InlineData("Marc de la Cour died. His daughter, Louise de la Cour, wept. [Ms de la Cour] said so.", "Louise de la Cour")]
    [InlineData("Mr. Boone left. Among them was Evert de la Cour, the dealer’s son. [He] said so.", "Evert de la Cour")]
    public void A_title_is_no_part_of_a_surname_with_small_words(string marked, string names) => CastTests.AreMeant(marked, names);

    [Theory]
    [InlineData("[Heartbroken Maureen Gadder] wept. [Raging Wannes Keller] left. [Whistleblower Wannes Moreau] stayed.", "Maureen Gadder|Wannes Keller|Wannes Moreau")]
    [InlineData("[Mohammed Ali Khan] wept.", "Mohammed Ali Khan")]
    [InlineData("[Pals] say so. [Growers] reckon not.", "-|-")]
    [InlineData("“Fifty years,” [she] said. [Eleven of the men] left. [The former Wing Commander] stayed.", "-|-|-")]
    public void What_a_tabloid_thinks_of_somebody_is_no_name(string marked, string names) => CastTests.AreMeant(marked, names);

    /// <summary>The last word of a text, without a stop, is looked behind by nobody.</summary>
    [Fact]
    public void A_text_may_end_with_a_name() => Assert.Single(Cast.Of(new ArticleText("He went to the Tern Loma")).Members);

    [Theory]
    [InlineData("[Ole “Skip” Marchetti-Lund], who fishes, said so. [Marchetti-Lund] left. [He] wept.", "Ole Marchetti-Lund|Ole Marchetti-Lund|Ole Marchetti-Lund")]
    [InlineData("[Jarek \"Jonah\" Thistle], 31, said so. [Thistle] left.", "Jarek Thistle|Jarek Thistle")]
    [InlineData("[Mayor Peter “the Hammer” Novak] said so.", "Peter Novak")]
    [InlineData("[Marine John “Tig” Moreau] said so. [Moreau] left.", "John Moreau|John Moreau")]
    [InlineData("[Robert “Bob” Kern KC] said so.", "Robert Kern")]
    public void A_nickname_stands_within_a_name(string marked, string names) => CastTests.AreMeant(marked, names);

    [Theory]
    [InlineData("[Auditors sent in by the ministry] said so. [Surgeons] agreed. [Pals of the prof] did not.", "-|-|-")]
    [InlineData("[Dottie Deans] said so. [Deans] left.", "Dottie Deans|Dottie Deans")]
    public void Several_of_a_trade_are_nobody(string marked, string names) => CastTests.AreMeant(marked, names);

    [Theory]
    [InlineData("It belongs to [de la Cour Frères]. [Louise de la Cour] said so. [De la Cour Frères] agreed.", "de la Cour Frères|Louise de la Cour|de la Cour Frères")]
    public void A_firm_begins_with_its_founder_s_small_words(string marked, string names) => CastTests.AreMeant(marked, names);

    [Theory]
    [InlineData("[Jan de Vries] said so. [De Vries] left.", "Jan de Vries|Jan de Vries")]
    [InlineData("[May Brown] said so. [She] left. [April Jones], the treasurer, came.", "May Brown|May Brown|April Jones")]
    [InlineData("[Peter Novak] came. In May [Novak] said so. On 4 May [Novak] left. In April [Novak] came.", "Peter Novak|Peter Novak|Peter Novak|Peter Novak")]
    [InlineData("[Al From], who founded it, said so. [From] left.", "Al From|Al From")]
    public void A_month_and_a_small_word_can_be_a_name(string marked, string names) => CastTests.AreMeant(marked, names);

    [Theory]
    [InlineData("[The Health Secretary, Gwen Talbot,] said so. [The Health Secretary] left.", "Gwen Talbot|Gwen Talbot")]
    [InlineData("[Special Agent in Charge Yolanda Reyes] said so. [The Department of Justice] agreed.", "Yolanda Reyes|Department of Justice")]
    [InlineData("[Marlow County Recorder Helen Purcell] said so. [She] left.", "Helen Purcell|Helen Purcell")]
    [InlineData("Hugo Alder was not sure. [The DJ] said so. [MPs] agreed.", "Hugo Alder|-")]
    [InlineData("Arjen Brandsma wrote it. [The Dutchman] said so.", "Arjen Brandsma")]
    public void An_office_with_capitals_is_nobody_s_name(string marked, string names) => CastTests.AreMeant(marked, names);

    [Theory]
    [InlineData("Kit Alder lives in Skokie, Ill., and Palo Alto, Calif., and left Amsterdam. [He] said so.", "Kit Alder")]
    [InlineData("“The Lamplighter,” by Kit Alder, hangs here. “The Lamplighter” is dark. [He] said so.", "Kit Alder")]
    public void A_town_and_a_painting_are_nobody(string marked, string names) => CastTests.AreMeant(marked, names);

    [Theory]
    [InlineData("[Magnus Ferreira da Costa KC] said so. [Ada Lind MP] agreed. [Ada Lind, OBE,] left. [Lind] came.", "Magnus Ferreira da Costa|Ada Lind|Ada Lind|Ada Lind")]
    [InlineData("[Dr. Peter Novak, M.D.,] said so. [Labour MP Omar Bell] agreed. [The Labour MP] left.", "Peter Novak|Omar Bell|Omar Bell")]
    public void Letters_behind_a_name_are_no_part_of_it(string marked, string names) => CastTests.AreMeant(marked, names);

    [Theory]
    [InlineData("[Colin Alder], whose wife Elaine died, wept. His daughter, Tessa, 24, was blunter. [Ms Alder] said so. [Tessa] left. [Mr Alder] came.",
        "Colin Alder|Tessa Alder|Tessa Alder|Colin Alder")]
    [InlineData("Tessa Alder left. Her dad Colin wept. [He] said so. Colin Alder is 58.", "Colin Alder")]
    [InlineData("[Bill] and Melinda Alder came. [Mr. Alder] said so. [Bill] left.", "Bill Alder|Bill Alder|Bill Alder")]
    public void A_relative_has_the_surname_too(string marked, string names) => CastTests.AreMeant(marked, names);

    [Theory]
    [InlineData("[Right Wing Watch] said so. [Common Ground Institute] agreed.", "Right Wing Watch|Common Ground Institute")]
    [InlineData("Yesterday [Alder Group] said so.", "Alder Group")]
    public void A_body_s_name_may_begin_the_sentence(string marked, string names) => CastTests.AreMeant(marked, names);

    [Theory]
    [InlineData("Shamed heart surgeon Anna Lind left.", "heart surgeon")]
    [InlineData("The disgraced former mayor Anna Lind left.", "former mayor")]
    [InlineData("The treasurer, Anna Lind MP, left.", "treasurer")]
    public void A_role_holds_no_opinion(string text, string roles) =>
        Assert.Equal(roles, string.Join('|', Assert.Single(Cast.Of(new ArticleText(text)).Members, member => member.Name == "Anna Lind").Roles));

    [Theory]
    [InlineData("Aoibheann Alder met Fergal Finch. [She] said so. [He] agreed.", "Aoibheann Alder|Fergal Finch")]
    [InlineData("Ruxandra Ionescu met Octavian Munteanu. [She] said so. [He] agreed.", "Ruxandra Ionescu|Octavian Munteanu")]
    [InlineData("Ifeyinwa Obi met Chibueze Obi. [Ms Obi] said so. [Mr Obi] agreed.", "Ifeyinwa Obi|Chibueze Obi")]
    public void A_given_name_of_any_country_tells_who_she_is(string marked, string names) => CastTests.AreMeant(marked, names);
}
