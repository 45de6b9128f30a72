using BriefingBot.Quotes.Articles;
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
    public void A_title_is_no_part_of_a_surname_with_small_words(string marked, string names) => Holds(marked, names);

    [Theory]
    [InlineData("It belongs to [de la Cour Frères]. [Louise de la Cour] said so. [De la Cour Frères] agreed.", "de la Cour Frères|Louise de la Cour|de la Cour Frères")]
    public void A_firm_begins_with_its_founder_s_small_words(string marked, string names) => Holds(marked, names);

    [Theory]
    [InlineData("[Jan de Vries] said so. [De Vries] left.", "Jan de Vries|Jan de Vries")]
    [InlineData("[May Brown] said so. [She] left. [April Jones], the treasurer, came.", "May Brown|May Brown|April Jones")]
    [InlineData("[Peter Novak] came. In May [Novak] said so. On 4 May [Novak] left. In April [Novak] came.", "Peter Novak|Peter Novak|Peter Novak|Peter Novak")]
    [InlineData("[Al From], who founded it, said so. [From] left.", "Al From|Al From")]
    public void A_month_and_a_small_word_can_be_a_name(string marked, string names) => Holds(marked, names);

    private static void Holds(string marked, string names)
    {
        var (text, mentions) = CastTests.Unmark(marked);
        var cast = Cast.Of(new ArticleText(text));
        Assert.Equal(names, string.Join('|', mentions.Select(mention => cast.Resolve(mention, new TextSpan(mention.End, 0)).Name ?? "-")));
    }
}
