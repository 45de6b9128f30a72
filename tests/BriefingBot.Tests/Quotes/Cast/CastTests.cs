using BriefingBot.Quotes.Articles;
using BriefingBot.Quotes.Quotations;

namespace BriefingBot.Tests.Quotes.Casts;

public class CastTests
{
    /// <summary>Text with its sources in brackets, in order; who is meant by each, “-” for nobody.</summary>
    [Theory]
    [InlineData("Senator Elizabeth Warren spoke. [Sen. Warren] said no. [Warren] said yes. [The senator] left.",
        "Elizabeth Warren|Elizabeth Warren|Elizabeth Warren")]
    [InlineData("Hillary Clinton and Bill Clinton came. [Mrs. Clinton] said no. [Mr. Clinton] said yes.", "Hillary Clinton|Bill Clinton")]
    [InlineData("[Anna Richardson, a spokeswoman for the mayor,] said it. [She] added more.", "Anna Richardson|Anna Richardson")]
    [InlineData("[Mr. Miller’s lawyer, John Dowd,] said it was untrue. [He] left.", "John Dowd|John Dowd")]
    [InlineData("Maria Lopez met Peter Novak. [She] said it was late. [He] said it was early.", "Maria Lopez|Peter Novak")]
    [InlineData("[A spokesman for Donald Trump] said so. [Officials] said so. [A report] said so.", "-|-|-")]
    [InlineData("[John Smith and Mary Jones] said so. [They] added more.", "John Smith and Mary Jones|John Smith and Mary Jones")]
    [InlineData("It hurt John Kerry, [who] said so.", "John Kerry")]
    [InlineData("[The boss] said it was open. Ada Moreau, director of the museum, declined to comment.", "-")]
    [InlineData("It rained.\n\nStatement of [Alder Home Products] in response\n\n“It did not rain.”", "Alder Home Products")]
    [InlineData("[The North Atlantic Treaty Organization] (NATO) met. [NATO] said so. [The alliance] agreed.",
        "North Atlantic Treaty Organization|North Atlantic Treaty Organization|-")]
    [InlineData("The Finance Ministry met in Oslo. [The ministry] said so. [It] added more.", "Finance Ministry|Finance Ministry")]
    [InlineData("[Former Secretary of State John Kerry] said so.", "John Kerry")]
    [InlineData("Donald Trump lost. [The Trump campaign] said so.", "-")]
    [InlineData("General Joseph Dunford and General Valery Gerasimov met. [Both generals] said so.", "Joseph Dunford and Valery Gerasimov")]
    [InlineData("Donald Trump met Donald Trump Jr. in May. [Trump] said so. [Donald Trump Jr.] said no.", "Donald Trump|Donald Trump Jr.")]
    [InlineData("[Theresa May] spoke. [George Will] agreed. On Monday [Will] said so.", "Theresa May|George Will|George Will")]
    [InlineData("[I] said so. “We lost,” [we] said.", "-|-")]
    [InlineData("TRUMP: No. Donald Trump said so. [TRUMP] said so.", "Donald Trump")]
    [InlineData("[Kestrel Foods Group plc] said so. [Tesco plc] agreed.", "Kestrel Foods Group plc|Tesco plc")]
    [InlineData("[the Northgate Supporters' Trust] said so. [The Farmers’ Union] agreed.", "Northgate Supporters' Trust|Farmers' Union")]
    [InlineData("[Northgate Rovers' goalkeeper] said so.", "-")]
    [InlineData("[Labour MP Tomasz Wójcik] said so. [Wójcik] added more.", "Tomasz Wójcik|Tomasz Wójcik")]
    [InlineData("[Police superintendent Anne-Laure d’Estaing] said so. [She] added more. [Superintendent d’Estaing] left.",
        "Anne-Laure d'Estaing|Anne-Laure d'Estaing|Anne-Laure d'Estaing")]
    [InlineData("A Treasury man left. [Orrin Capital] said so. [It] added more.", "Orrin Capital|Orrin Capital")]
    [InlineData("Maria Lopez left. [Peter Novak's wife] said so. [She] added more.", "-|-")]
    [InlineData("[Maria Lopez] said no. [A spokesman for the club] said so. [She] added more.", "Maria Lopez|-|Maria Lopez")]
    [InlineData("[Maria Lopez] said no. [A police spokeswoman] said so. [She] added more.", "Maria Lopez|-|-")]
    [InlineData("Green Party leader Omar Novak left. [The weather service] said so. [It] added more.", "-|-")]
    [InlineData("[The Finance Ministry] rejected it. [The weather service] said so. [It] added more.", "Finance Ministry|-|-")]
    [InlineData("[Kestrel chief executive Ian Read] said so. [Read] added more. On Monday [Read] left.", "Ian Read|Ian Read|Ian Read")]
    [InlineData("The group Harbour Watch sued. [Harbour Watch] said so.", "Harbour Watch")]
    [InlineData("Watch: Ada Moreau left. [Moreau] said so.", "Ada Moreau")]
    [InlineData("Ada Deacon won. [Deacon] said so. [The deacon] left.", "Ada Deacon|-")]
    [InlineData("Omar German left. “No,” [German] said.", "Omar German")]
    [InlineData("[Deacon] said so. Ada Deacon won.", "-")]
    [InlineData("[Representative Ada T. King of Ohio] said so. [Sen. Soraya Brown of Texas] agreed.", "Ada T. King|Soraya Brown")]
    [InlineData("Secretary of State Ada Moreau left. [The Bank of England] said so.", "Bank of England")]
    [InlineData("[One pastor supporting Mr. Novak, Ada Moreau of Salem,] said so.", "Ada Moreau")]
    [InlineData("[One pastor supporting Mr. Novak] said so.", "-")]
    [InlineData("[Mayoral contender and former surgeon Ada Moreau] said so.", "Ada Moreau")]
    [InlineData("Ada Moreau left. [Moreau’s response] said so. [Moreau’s reaction] came. [A spokesman for Moreau] added more. [Moreau’s lawyer] agreed.", "Ada Moreau|Ada Moreau|-|-")]
    [InlineData("[A report by the banker Ada Moreau] said so. [A court document filed by state attorney Peter Novak] agreed.", "Ada Moreau|Peter Novak")]
    [InlineData("[The Kestrel Foundation website] said so. [A report] said no. [The Finance Ministry this week] left. [The Finance Ministry itself] came.",
        "Kestrel Foundation|-|Finance Ministry|Finance Ministry")]
    [InlineData("Ada O’Neill left. [Ada O'Neill] said no. [O’Neill] said yes.", "Ada O'Neill|Ada O'Neill")]
    [InlineData("[Filmmaker Ada Moreau] said so. [Moreau] added more.", "Ada Moreau|Ada Moreau")]
    [InlineData("[Ada Moreau, who founded Tidewatch.org,] said so. [She] added more. [Tidewatch.org] agreed. [It] added more.",
        "Ada Moreau|Ada Moreau|Tidewatch.org|Tidewatch.org")]
    [InlineData("Ada Moreau left. My wife has too, and [she] said so. [Moreau] agreed. [She] added more.", "-|Ada Moreau|Ada Moreau")]
    [InlineData("Ada Moreau left. His wife, Maria Lopez, came, and [she] said so.", "Maria Lopez")]
    [InlineData("Peter Novak is 81. He remembers the fire, and [his father] telling him. [He] came.", "-|Peter Novak")]
    [InlineData("[The acting Defense Secretary Peter Novak] said no. [The outgoing President Ada Moreau] agreed.", "Peter Novak|Ada Moreau")]
    [InlineData("[The Virginia Department of Health] said no. [Georgia Secretary of State Ada Moreau] agreed.", "Virginia Department of Health|Ada Moreau")]
    [InlineData("Ada Moreau left. [The plan opposed by Moreau] said so. [Moreau’s lawyer’s statement] agreed. [The report written by Moreau] followed.", "-|-|Ada Moreau")]
    [InlineData("Ada Deacon met Peter Deacon. [Deacon] said so.", "-")]
    public void A_source_is_brought_to_a_name_or_left_open(string marked, string names) => AreMeant(marked, names);

    /// <summary>A text, and the roles of the one it names, joined by “|”; “-” for none.</summary>
    [Theory]
    [InlineData("Prime Minister Eleanor Voss left.", "Prime Minister")]
    [InlineData("Interior Minister Sofia Lind came to help.", "Interior Minister")]
    [InlineData("“No.” Home Secretary Anna Lind left.", "Home Secretary")]
    [InlineData("Yesterday Minister Anna Lind left.", "Minister")]
    [InlineData("Economist Dr. Anna Lind left.", "Economist")]
    [InlineData("Dr. Anna Lind left.", "-")]
    [InlineData("Defence counsel Mr. Peter Lind left.", "Defence counsel")]
    [InlineData("The club's chairman, Sir Peter Lind, left.", "chairman")]
    [InlineData("The striker's agent, Anna Lind, left.", "agent")]
    [InlineData("The leader of the council, Anna Lind, left.", "leader of the council")]
    [InlineData("Listen to your skipper, Mrs Lind – before it is late.", "-")]
    [InlineData("Listen to your skipper, Mrs Lind.", "-")]
    [InlineData("Ada Moreau, the former chief executive of the company, Lind, left.", "-")]
    [InlineData("So says the boss\n\nAnna Lind left.", "-")]
    [InlineData("Mrs Lind, you're sitting two chairs away.", "-")]
    [InlineData("They met. Councillor Lind, the owner says she has it in her diary.", "Councillor")]
    [InlineData("They met. Councillor Lind, the owner, says she has it in her diary.", "Councillor|owner")]
    [InlineData("They met. Anna Lind, the owner said on Monday, left.", "owner")]
    [InlineData("SALTMERE skipper Anna Lind left.", "Saltmere skipper")]
    [InlineData("NATO spokeswoman Anna Lind left.", "NATO spokeswoman")]
    public void A_role_is_the_whole_office_and_no_form_of_address(string text, string roles)
    {
        var member = Assert.Single(Cast.Of(new ArticleText(text)).Members, member => member.Name.Contains("Lind") || member.Name.Contains("Voss"));
        Assert.Equal(roles, member.Roles.Count == 0 ? "-" : string.Join('|', member.Roles));
    }

    [Fact]
    public void A_headline_is_not_read_as_one_long_name()
    {
        var cast = Cast.Of(new ArticleText("Senator Warren Says Voters Want Better Health Care Now\n\nElizabeth Warren, the senator, said so on Monday."));
        Assert.Equal(["Elizabeth Warren"], cast.Members.Select(member => member.Name));
        Assert.Equal(["Warren"], cast.Members[0].OtherNames);
    }

    [Fact]
    public void Mentions_point_at_the_text_in_order()
    {
        const string Text = "Jens Stoltenberg spoke. He said so. Stoltenberg left.";
        var cast = Cast.Of(new ArticleText(Text));
        cast.Resolve(new TextSpan(24, 2), new TextSpan(32, 2));
        var mentions = Assert.Single(cast.Members).Mentions;
        Assert.Equal(["Jens Stoltenberg", "He", "Stoltenberg"], mentions.Select(mention => mention.Of(Text)));
    }

    [Fact]
    public void A_name_is_found_at_each_of_its_words_without_its_office()
    {
        var text = new ArticleText("On Friday U.S. General Joseph Dunford left.");
        var cast = Cast.Of(text);
        var at = Array.FindIndex(text.Tokens, token => token.Start == text.Text.IndexOf("Dunford", StringComparison.Ordinal));
        var name = cast.MentionAt(at)!.Value;
        Assert.Equal((at - 1, at + 1), (name.First, name.End));
        Assert.Equal("U.S.", text.Word(name.Lead));
        Assert.Null(cast.MentionAt(0));
    }

    [Fact]
    public void The_reason_is_told_in_words()
    {
        var cast = Cast.Of(new ArticleText("Jens Stoltenberg spoke. He said so."));
        Assert.Equal("“He” is taken for Jens Stoltenberg, the one named before it whom it fits best",
            cast.Resolve(new TextSpan(24, 2), new TextSpan(32, 2)).Why);
    }

    /// <summary>Checks who is meant by the sources that stand in brackets: names joined by “|”, “-” for nobody.</summary>
    internal static void AreMeant(string marked, string names)
    {
        var (text, mentions) = Unmark(marked);
        var cast = Cast.Of(new ArticleText(text));
        var found = mentions.Select(mention => cast.Resolve(mention, new TextSpan(mention.End, 0))).ToArray();
        Assert.Equal(names, string.Join('|', found.Select(source => source.Name ?? "-")));
        Assert.All(found, source => Assert.Equal(source.Name is null, source.Speakers.Count == 0));
    }

    internal static (string Text, List<TextSpan> Mentions) Unmark(string marked)
    {
        var mentions = new List<TextSpan>();
        var text = new System.Text.StringBuilder();
        var start = 0;
        foreach (var c in marked)
        {
            if (c == '[')
            {
                start = text.Length;
            }
            else if (c == ']')
            {
                mentions.Add(TextSpan.Between(start, text.Length));
            }
            else
            {
                text.Append(c);
            }
        }

        return (text.ToString(), mentions);
    }
}
