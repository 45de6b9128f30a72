using BriefingBot.Quotes.Articles;
using BriefingBot.Quotes.Quotations;

namespace BriefingBot.Tests.Quotes.Casts;

/// <summary>Who “her mother” and “his lawyer” are; sources in brackets, who is meant by each, “-” for nobody.</summary>
public class KinshipTests
{
    [Theory]
    [InlineData("Ada Moreau’s mother, Rosa Lind, came with Lena Hult. Ada Moreau wept. [Her mother] said so. [She] left.", "Rosa Lind|Rosa Lind")]
    [InlineData("Ada Moreau hired her brother Paul. Jan Keller left. “No,” Ada Moreau said. [Her brother] disagreed.", "Paul")]
    [InlineData("Jan Keller came. Sunil Basra, his lawyer, came too. Peter Novak wept. [Keller’s lawyer] said so.", "Sunil Basra")]
    [InlineData("Jan Keller came. His lawyer, Sunil Basra, came too. Peter Novak wept. [Peter Novak’s lawyer] said so.", "-")]
    public void A_relative_is_whoever_the_article_brings_in_so(string marked, string names) => CastTests.AreMeant(marked, names);

    [Theory]
    [InlineData("Jan Keller and his daughter, Tessa, came. Tessa wept. [Her father] said so.", "Jan Keller")]
    [InlineData("Ada Moreau’s husband, Jan Lind, came. Jan Lind sat down. [His wife] said so.", "Ada Moreau")]
    [InlineData("Jan Keller and his daughter, Tessa, came. Tessa wept. [Her mother] said so.", "-")]
    public void A_tie_holds_for_both_ends(string marked, string names) => CastTests.AreMeant(marked, names);

    [Theory]
    [InlineData("The siblings Paul and Meredith Alder built it. Meredith Alder would vote against it. [Her brother] saw it differently.", "Paul Alder")]
    [InlineData("The siblings Paul Alder and Peter Alder built it with Meredith Alder. Meredith Alder left. [Her brother] saw it differently.", "-")]
    [InlineData("Paul Alder sat beside Meredith Alder. Paul Alder left. [His uncle] saw it differently.", "-")]
    public void The_only_other_one_of_the_surname_is_the_relative(string marked, string names) => CastTests.AreMeant(marked, names);

    [Theory]
    [InlineData("Donald Alder named his rival Ada Moreau, his son said. [His son] left.", "-")]
    [InlineData("Ada Moreau met Jan Keller, her boss said. [Her boss] left.", "-")]
    [InlineData("Tom Reed was killed. Bill Reed, the county sheriff, opened an inquiry. [Tom Reed's brother] left.", "-")]
    [InlineData("Maria Lopez came with her husband, Carlos Lopez. [Lopez's husband] said so.", "Carlos Lopez")]
    [InlineData("His partner, Ada Moreau, came with Jan Keller. [His former partner] said so.", "-")]
    [InlineData("[’] said so.", "-")]
    public void A_clause_behind_a_name_explains_nobody(string marked, string names) => CastTests.AreMeant(marked, names);

    [Theory]
    [InlineData("A row.\n\nBy Ada Moreau\n\nPeter Novak came. [I] asked him.", "Ada Moreau")]
    [InlineData("A row.\n\nComment\n\nAda Moreau\n\nPeter Novak came. [I] think so. “[I] do,” he said.", "Ada Moreau|-")]
    [InlineData("Peter Novak came. [I] asked him.\n\nYours,\n\nAda Moreau\nManaging Director", "Ada Moreau")]
    [InlineData("Hello. Ada Moreau here, with the news. [I] asked Peter Novak.", "Ada Moreau")]
    [InlineData("A row.\n\nAda Moreau came.\n\n[I] asked Peter Novak.", "-")]
    [InlineData("Edward Moon\n\n1950 to 2024\n\nThe painter Edward Moon died on Friday. [I] saw him once.", "-")]
    [InlineData("By Carl Dahl\n\nLisa Berg\n\nThe day was cold. [I] saw it.", "Carl Dahl")]
    public void Whoever_wrote_the_article_says_I(string marked, string names) => CastTests.AreMeant(marked, names);

    [Theory]
    [InlineData("Ada Moreau met Rosa Lind. Then there is Lena Hult, who minds the shop. [She] said so.", "Lena Hult")]
    [InlineData("After lunch Jan Keller, for the families of Peter Novak and Paul Reed, rose. [He] said so.", "Jan Keller")]
    [InlineData("The engineer, Rosa Lind, sat between Ada Moreau and Lena Hult. [She] said so.", "Rosa Lind")]
    [InlineData("Jan Keller, 80, opened. “Come in,” [the old man] said.", "Jan Keller")]
    public void Whoever_leads_a_sentence_is_he_or_she_in_the_next(string marked, string names) => CastTests.AreMeant(marked, names);

    [Theory]
    [InlineData("Farid Quadri came. “Hugo Alder is no suspect,” [Farid Quadri] said. [He] added that Alder was ill. Asked about that, he smiled. [He] went on.", "Farid Quadri|Farid Quadri|Farid Quadri")]
    public void A_pronoun_goes_on_from_what_the_one_before_it_meant(string marked, string names) => CastTests.AreMeant(marked, names);

    [Theory]
    [InlineData("Ada Moreau", "Ada Moreau")]
    [InlineData("Ada de la Moreau-Lind", "Ada de la Moreau-Lind")]
    [InlineData("By Ada Moreau", "Ada Moreau")]
    [InlineData("NPA Staff", null)]
    [InlineData("Web Desk", null)]
    [InlineData("Agence France Presse", null)]
    [InlineData("New York", null)]
    [InlineData("Ada Moreau, Jan Keller", null)]
    [InlineData("The Associated Press", null)]
    [InlineData("ada@example.org (Ada Moreau)", null)]
    [InlineData(" ", null)]
    public void Whoever_the_file_calls_its_author_says_I(string author, string? name)
    {
        const string Text = "I asked Peter Novak. I believe that he knew.";
        var analysis = new QuotationFinder().Analyze(new Article("a", "A row", Text) { Author = author });
        Assert.Contains(analysis.Quotations, quotation => quotation.SpeakerName == name);
        Assert.Equal(name is not null, analysis.Cast.Any(speaker => speaker.Name == name));
    }
}
