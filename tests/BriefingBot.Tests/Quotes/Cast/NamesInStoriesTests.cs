namespace BriefingBot.Tests.Quotes.Casts;

/// <summary>Names of people and bodies in stories unlike political news; sources in brackets, who is meant by each, “-” for nobody.</summary>
public class NamesInStoriesTests
{
    /// <summary>What makes a body, a place or several of a name makes none of somebody whom the article tells of otherwise.</summary>
    [Theory]
    [InlineData("In court [Keller] said so. [He] left.", "Keller|Keller")]
    [InlineData("She told the paper [Keller] had left. [He] wept.", "Keller|Keller")]
    [InlineData("The Keir Stamer adviser left. [Keir Stamer] said so. [He] left. [Stamer] wept.", "Keir Stamer|Keir Stamer|Keir Stamer")]
    [InlineData("[Peter Petrovics] said so. [He] left. [Anna Jankovics] came. [Ms Jankovics] wept.", "Peter Petrovics|Peter Petrovics|Anna Jankovics|Anna Jankovics")]
    [InlineData("She told the German paper Tageblick so. Ada Moreau wept. [She] left.", "Ada Moreau")]
    [InlineData("Ada Efua Moreau came. [Auntie Efua] left. Peter Novak wept. [She] smiled.", "Ada Efua Moreau|Ada Efua Moreau")]
    [InlineData("[The director, an affable Dane named Ole Lind], left. [He] wept.", "Ole Lind|Ole Lind")]
    [InlineData("[Oystermen] disputed the figure. Peter Novak left.", "-")]
    [InlineData("Ada Moreau keeps an office. Jetties, [she] says, make her think of sails.", "Ada Moreau")]
    public void Somebody_stays_somebody(string marked, string names) => CastTests.AreMeant(marked, names);

    [Theory]
    [InlineData("[Paik Dong-hyun] said so. [Paik] added more. [Mr. Paik] left.", "Paik Dong-hyun|Paik Dong-hyun|Paik Dong-hyun")]
    [InlineData("[Min-seo Cha] said so. [Cha] added more. [Ms. Cha] left.", "Min-seo Cha|Min-seo Cha|Min-seo Cha")]
    [InlineData("On Monday [the grocer Wang Kuo-ching] said so. [Mr Wang] left.", "Wang Kuo-ching|Wang Kuo-ching")]
    [InlineData("MIN-SEO CHA: No. [Min-seo Cha] said so.", "Min-seo Cha")]
    [InlineData("The envoy [Moon Seo-jun] said so. “No,” [Moon] said.", "Moon Seo-jun|Moon Seo-jun")]
    [InlineData("[Right-wing critics] said so. [A Lille-born man] agreed. [Half-term] came.", "-|-|-")]
    public void A_given_name_may_be_two_syllables(string marked, string names) => CastTests.AreMeant(marked, names);

    [Theory]
    [InlineData("[Her boss, a baker who goes by the single name Orlo], answered. [He] left.", "Orlo|Orlo")]
    [InlineData("[Her boss], a baker who goes by the single name Orlo, answered. [Orlo] left.", "Orlo|Orlo")]
    [InlineData("[A man called Orlo,] said so. [A book called Orlo] said so.", "Orlo|-")]
    [InlineData("[Another buyer, who posts as marsh_4,] said so. [She] left.", "marsh_4|marsh_4")]
    [InlineData("[A buyer] under the name tern77 said so. [A buyer with a model_4] agreed.", "-|-")]
    public void A_name_may_be_told_in_words(string marked, string names) => CastTests.AreMeant(marked, names);

    [Theory]
    [InlineData("[Ms. Anila Thorvane] said so. Jeff Thorvane slept. [Mr. Thorvane] left.", "Anila Thorvane|Jeff Thorvane")]
    [InlineData("[Mary Thorvane] said so. Jobu Thorvane slept. [Mary Thorvane] sat. [Mr. Thorvane] left. [Ms. Thorvane] came.",
        "Mary Thorvane|Mary Thorvane|Jobu Thorvane|Mary Thorvane")]
    [InlineData("[Peter Thorvane] said so. Quilla Thorvane slept. [Peter Thorvane] sat. [Mrs Thorvane] left.", "Peter Thorvane|Peter Thorvane|Quilla Thorvane")]
    [InlineData("[Peter Thorvane] said so. [Ms Thorvane] left.", "Peter Thorvane|Thorvane")]
    public void A_title_means_whoever_it_fits(string marked, string names) => CastTests.AreMeant(marked, names);

    [Theory]
    [InlineData("[The Tarn Growers' Association] said so. [The Tarn Growers’ Association] agreed. [It] left.",
        "Tarn Growers' Association|Tarn Growers' Association|Tarn Growers' Association")]
    [InlineData("They met [Draper's Quay]. Lem Oduya ran. [He] said so.", "Draper's Quay|Lem Oduya")]
    [InlineData("It hurt [Novak’s Cabinet], [Russia’s General Staff] and [Baker's Commission].", "Cabinet|General Staff|Commission")]
    [InlineData("Its maker, [Tern Medical of Bern], said so. [Tern Medical] left. [The Bank of England] agreed.", "Tern Medical|Tern Medical|Bank of England")]
    [InlineData("[Northern Anchor, which sells rope,] said so.", "Northern Anchor")]
    [InlineData("[The Tern Loma chairman] said so. Lem Oduya left Tern Loma. [He] said no. [Tern Loma] agreed.", "-|Lem Oduya|Tern Loma")]
    [InlineData("Lem Oduya plays for Sorrun Athletic and works for Finch Actuarial. [He] said so.", "Lem Oduya")]
    public void A_body_is_named_by_its_whole_name(string marked, string names) => CastTests.AreMeant(marked, names);

    [Theory]
    [InlineData("[Pickers] say so. [They] left.", "-|-")]
    [InlineData("[Stokers and cooks] told the court. [They] left.", "-|-")]
    [InlineData("The Rovers won. [Rovers] say so. [Marquers] said no.", "Rovers|Marquers")]
    public void Several_at_a_sentence_s_head_are_no_name(string marked, string names) => CastTests.AreMeant(marked, names);

    [Theory]
    [InlineData("[The Venerable Tashi Norbu] said so. [He] left. [Norbu] came.", "Tashi Norbu|Tashi Norbu|Tashi Norbu")]
    [InlineData("[Abbot Tashi Norbu] said so. [Swami Devan] agreed. [Imam Yusuf Reza] left. [The imam] came.", "Tashi Norbu|Devan|Yusuf Reza|Yusuf Reza")]
    [InlineData("[Granny Quill] said so. [She] left.", "Quill|Quill")]
    public void A_title_of_faith_or_family_is_no_part_of_a_name(string marked, string names) => CastTests.AreMeant(marked, names);

    [Theory]
    [InlineData("Lem Oduya knows where The Ferryman hangs. [He] said so.", "Lem Oduya")]
    [InlineData("Lem Oduya went up to Sorrun. The road to Sorrun is steep. [He] said so.", "Lem Oduya")]
    [InlineData("Lem Oduya sings. When I left Sorrun they danced. [He] said so.", "Lem Oduya")]
    public void He_is_no_picture_and_no_village(string marked, string names) => CastTests.AreMeant(marked, names);

    [Theory]
    [InlineData("“No,” said [van der Lind], a baker. On Monday [van der Lind] left. [He] slept.", "van der Lind|van der Lind|van der Lind")]
    [InlineData("“No,” said [de la Brett]. [Orla de la Brett] slept. It hurt [van Lind].", "Orla de la Brett|Orla de la Brett|Lind")]
    public void A_surname_alone_keeps_its_small_words(string marked, string names) => CastTests.AreMeant(marked, names);
}
