namespace BriefingBot.Tests.Quotes.Casts;

/// <summary>Whom nouns and pronouns mean; sources in brackets, who is meant by each, “-” for nobody.</summary>
public class NominalSourcesTests
{
    [Theory]
    [InlineData("Ada Moreau, who teaches law, was in court. [The professor] said so. [She] left.", "Ada Moreau|Ada Moreau")]
    [InlineData("Her husband, Peter Novak, disagrees. [The retired dentist] said so.", "Peter Novak")]
    [InlineData("Ada Moreau left. [The spokesman] said so. [The head of the union] agreed.", "-|-")]
    [InlineData("Ada Deacon won. [The deacon] left.", "-")]
    [InlineData("Ada Moreau won. [The FBI director] left.", "-")]
    [InlineData("Ada Moreau and Peter Novak met. [The two generals] said so. [The two countries’ armies] agreed.", "Ada Moreau and Peter Novak|-")]
    public void A_description_that_nobody_is_said_to_bear_is_whoever_was_named_before(string marked, string names) => CastTests.AreMeant(marked, names);

    [Theory]
    [InlineData("[A dinner lady suspended over the affair] accused the town of it.\n\n[Ada Moreau, 61,] said so. [She] wept.", "Ada Moreau|Ada Moreau|Ada Moreau")]
    [InlineData("[The doctor at the centre of a very old affair] admitted on Tuesday that it was so.\n\n[Jan Keller] told the court more. Peter Novak and Paul Reed watched. [The doctor] left.", "Jan Keller|Jan Keller|Jan Keller")]
    [InlineData("[A doctor at the old hospital by the sea] said on Tuesday that it was so.\n\n[The minister, Jan Keller, 61,] told the court more.", "-|Jan Keller")]
    [InlineData("[A doctor at the old hospital by the sea] said on Tuesday that it was so.\n\nHealth secretary [Jan Keller] told the court more.", "-|Jan Keller")]
    public void Whom_the_first_sentence_brings_in_the_next_paragraph_may_name(string marked, string names) => CastTests.AreMeant(marked, names);

    [Theory]
    [InlineData("[Rep. Ada Moreau] vowed it. [The Ohio Republican] left. [The Bern-born millionaire] came back.", "Ada Moreau|Ada Moreau|Ada Moreau")]
    [InlineData("Her sister, Ada Moreau, found him. [The nurse, 24,] said so.", "Ada Moreau")]
    [InlineData("[Ada Moreau of Listen Well] said so. [The Dubliner, 59,] left.", "Ada Moreau|Ada Moreau")]
    [InlineData("Ada Moreau wept. [The mother-of-two] said so.", "Ada Moreau")]
    [InlineData("Peter Novak wept. [The dad of three] said so. [Coun. Jan Keller] agreed.", "Peter Novak|Jan Keller")]
    public void An_age_a_place_or_children_tell_that_somebody_was_named(string marked, string names) => CastTests.AreMeant(marked, names);

    [Theory]
    [InlineData("[The Orrin Ministry] left. [The town’s old committee] was short. [It] said so.", "Orrin Ministry|-|-")]
    [InlineData("[Alder Hearing, the second-largest maker of bells,] left. [Alder] said so.", "Alder Hearing|Alder Hearing")]
    [InlineData("[Tern Laboratories] left. [Tern] said so.", "Tern Laboratories|Tern Laboratories")]
    [InlineData("[Special Agent in Charge Ada Moreau] said so.", "Ada Moreau")]
    public void Bodies_have_short_names_and_some_have_none(string marked, string names) => CastTests.AreMeant(marked, names);

    [Theory]
    [InlineData("Sir Paul Alder KC rose. Ada Moreau and Peter Novak watched. [The barrister] said so.", "Paul Alder")]
    [InlineData("Lord Alder rose. Ada Moreau and Peter Novak watched. [The peer] said so.", "Alder")]
    [InlineData("Dr Ada Moreau came. Peter Novak watched. [The doctor] said so.", "Ada Moreau")]
    [InlineData("Ada Moreau told MP Jan Keller so. Peter Novak and Paul Reed watched. [The lawmaker] said so.", "Jan Keller")]
    [InlineData("Her sister, Ada Moreau, found him. Peter Novak and Paul Reed watched. [The nurse] said so.", "-")]
    [InlineData("Ada Moreau, a heart surgeon, came. Peter Novak watched. [The doctor] said so.", "Ada Moreau")]
    public void Titles_tell_offices_and_offices_have_kinds(string marked, string names) => CastTests.AreMeant(marked, names);

    [Theory]
    [InlineData("[The ecologist, who has counted birds,] said so. [She] left. Ada Moreau, an ecologist, speaks today.", "Ada Moreau|Ada Moreau")]
    [InlineData("[A steelworker] named Walter Alder said so. [He] left.", "Walter Alder|Walter Alder")]
    [InlineData("[A federal judge] on Thursday said so. In her opinion, Judge Ada Moreau wrote more. [A judge] wept.", "Ada Moreau|-")]
    [InlineData("[A judge] in Ohio blocked it. In Texas, Judge Ada Moreau upheld it.", "-")]
    [InlineData("[The board] named Ada Moreau its head.", "-")]
    [InlineData("[A senator] said so. Senator Ada Moreau came.", "-")]
    [InlineData("[One lawmaker] called Ada Moreau a thief.", "-")]
    [InlineData("Ray Alder, a councilman, rose. It was the councilman, [who] said so.", "Ray Alder")]
    public void A_name_further_on_or_elsewhere_tells_who_a_noun_is(string marked, string names) => CastTests.AreMeant(marked, names);

    [Theory]
    [InlineData("Ada Moreau left the room. [A friend of mine on the board] said so. [She] left.", "-|-")]
    [InlineData("Peter Novak came. [Ohio’s attorney general] said so. Asked about it, [he] replied.", "-|-")]
    [InlineData("Peter Novak came. [A friend] said so. Peter Novak wept. [He] left.", "-|Peter Novak")]
    public void A_pronoun_behind_somebody_without_a_name_is_not_whoever_was_named_before(string marked, string names) => CastTests.AreMeant(marked, names);

    [Theory]
    [InlineData("The council of Arvik was told. [The report] said so. [It] went on.", "-|-")]
    [InlineData("[Peter Novak] asks Paul Alder whether he has anything to say. A long pause. [He] said so.", "Peter Novak|Paul Alder")]
    [InlineData("Ada Moreau works at St Aldan’s. [She] said so.", "Ada Moreau")]
    [InlineData("Alder himself came, and Moreau and her aides. [She] said so.", "Moreau")]
    public void What_the_sentence_tells_of_a_pronoun_counts(string marked, string names) => CastTests.AreMeant(marked, names);

    [Theory]
    [InlineData("Ada Moreau, 38, came. Peter Novak, 31, watched. [The tall 38-year-old] said so. [The 31-year-old] agreed.", "Ada Moreau|Peter Novak")]
    [InlineData("Peter Novak, 31, came. There was news from Ada Moreau. [The hunky 29-year-old] said so.", "Ada Moreau")]
    [InlineData("Ada Moreau came. She flew to Madeira. [The 57-year-old] said so.", "Ada Moreau")]
    public void An_age_tells_who_is_meant(string marked, string names) => CastTests.AreMeant(marked, names);

    [Theory]
    [InlineData("Ada Moreau rose. Vrba reads her The Herald aloud. [She] said so.", "Ada Moreau")]
    [InlineData("Peter Novak rose. Jan Keller thanks him for it. [He] said so.", "Peter Novak")]
    public void Whoever_does_something_to_her_is_not_she(string marked, string names) => CastTests.AreMeant(marked, names);

    [Theory]
    [InlineData("Rosa Alder is a niece of the union leader Dolores Alder, though they do not speak. [Ms. Alder] said so.", "Rosa Alder")]
    [InlineData("Pilar Alder spoke of her son, Sami Alder. [Ms. Alder] said so. [She] wept.", "Pilar Alder|Pilar Alder")]
    [InlineData("Lael Brainer spoke. [Ms. Brainer] said so.", "Lael Brainer")]
    public void Relatives_do_not_take_a_surname_over(string marked, string names) => CastTests.AreMeant(marked, names);
}
