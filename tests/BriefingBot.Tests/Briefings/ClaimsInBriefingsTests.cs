using BriefingBot.Commands;
using BriefingBot.Quotes.Quotations;
using BriefingBot.Tests.Search;

namespace BriefingBot.Tests.Briefings;

/// <summary>No claim is shown without the denial or answer that the story gives, and no denial without its claim.</summary>
public sealed class ClaimsInBriefingsTests : IDisposable
{
    private const string Claim = "Washington has accused Russia of breaking the accord by building a missile.";
    private const string Denial = "Russia has denied that.";
    private const string Bribes = "the mayor took bribes from harbour builders in March";
    private const string NoBribes = "the claim that he took bribes from harbour builders";

    private static readonly Speaker Washington = Said.Place("Washington");
    private static readonly Speaker Russia = Said.Place("Russia");

    private ComposedStory _story = new(most: 2);

    public void Dispose() => _story.Dispose();

    [Fact]
    public void A_claim_is_shown_beside_its_denial()
    {
        AddAccusation();

        var reply = _story.NextDay()!.Reply;
        Assert.Equal([Claim, Denial], Texts(reply));
        Assert.Equal("The denial:", reply.Remark(1).Above);
    }

    [Theory]
    [InlineData("missile", null)]
    [InlineData(null, "Washington")]
    public void A_narrowed_subscription_is_shown_the_denial_too_wherever_it_is_said(string? about, string? speaker)
    {
        AddAccusation();

        var briefing = _story.NextDay(about, speaker)!;
        Assert.Equal([Claim, Denial], Texts(briefing.Reply));
        Assert.Equal("The denial:", briefing.Reply.Remark(1).Above);
        Assert.EndsWith("1 of 1 statement", briefing.Reply.Sections[0].Lines[0].Text, StringComparison.Ordinal);
        Assert.All(briefing.Reply.Passages, passage => Assert.Contains(passage.Id, briefing.Shown));
        Assert.True(_story.NextDay(about, speaker)!.SaysAllShown);
    }

    [Fact]
    public void Of_several_denials_beside_the_subject_one_is_shown()
    {
        _story.Story.Add(
            "first",
            $"{Claim}\n{Denial}\nLondon has rejected Washington’s claim.",
            "2019-03-05",
            new Said("Russia of breaking the accord by building a missile", Washington) { Cue = "accused" },
            new Said("that", Russia) { Cue = "denied" },
            new Said("Washington’s claim", Said.Place("London")) { Cue = "rejected" });

        var reply = _story.NextDay("missile")!.Reply;
        Assert.Equal([Claim, Denial], Texts(reply));
        Assert.False(reply.Page.HasNext);
        Assert.True(_story.NextDay("missile")!.SaysAllShown);
    }

    [Fact]
    public void A_denial_within_the_subject_is_shown_below_its_claim_wherever_that_is_made()
    {
        AddAccusation();

        Assert.Equal([Claim, Denial], Texts(_story.NextDay(speaker: "Russia")!.Reply));
    }

    [Fact]
    public void What_belongs_to_a_claim_is_shown_even_where_a_briefing_has_room_for_one_passage()
    {
        _story.Dispose();
        _story = new ComposedStory(most: 1);
        AddAccusation();

        Assert.Equal([Claim, Denial], Texts(_story.NextDay("missile")!.Reply));
        Assert.Equal(["It rains, Otto Kern said."], Texts(_story.NextDay()!.Reply));
    }

    [Fact]
    public void A_claim_waits_where_its_denial_finds_no_room_and_something_else_does()
    {
        _story.Dispose();
        _story = new ComposedStory(most: 3);
        AddAccusation();
        _story.Story.Add(
            "second",
            "Sheep graze, Otto Kern said.\nCows sleep, Otto Kern said.",
            "2019-03-06",
            new Said("Sheep graze", ComposedStory.Otto), new Said("Cows sleep", ComposedStory.Otto));

        string[] days = [.. Enumerable.Range(0, 2).SelectMany(_ => Texts(_story.NextDay()!.Reply))];
        Assert.Equal(5, days.Length);
        Assert.Equal(1, Array.IndexOf(days, Denial) - Array.IndexOf(days, Claim));
    }

    [Fact]
    public void A_denial_of_a_denial_stands_below_it()
    {
        _story.Dispose();
        _story = new ComposedStory(most: 3);
        _story.Story.Add(
            "first",
            $"{Claim}\n{Denial}\nLondon has rejected the denial.",
            "2019-03-05",
            new Said("Russia of breaking the accord by building a missile", Washington) { Cue = "accused" },
            new Said("that", Russia) { Cue = "denied" },
            new Said("the denial", Said.Place("London")) { Cue = "rejected" });

        var reply = _story.NextDay("missile")!.Reply;
        Assert.Equal([Claim, Denial, "London has rejected the denial."], Texts(reply));
        Assert.Equal("The denial:", reply.Remark(2).Above);
    }

    [Fact]
    public void A_denial_that_comes_later_recalls_the_claim_without_showing_it_again()
    {
        AddClaimThenDenial(about: null);

        var reply = _story.NextDay()!.Reply;
        Assert.Single(reply.Passages);
        Assert.Equal($"Denies what was shown before: Anna Berg, Minister, “{Bribes}”", reply.Remark(0).Below);
    }

    [Fact]
    public void A_claim_is_recalled_with_the_verb_that_makes_it_one()
    {
        var (claim, denial) = ("Otto Kern of taking bribes from harbour builders", "the claim that he took bribes from harbour builders");
        _story.Story.Add(
            "first", $"Anna Berg accused {claim}.", "2019-03-05", new Said(claim, ComposedStory.Anna) { Cue = "accused", Kind = QuotationKind.Paraphrase });
        _story.NextDay();
        _story.Story.Add("second", $"Otto Kern rejected {denial}.", "2019-03-06", new Said(denial, ComposedStory.Otto) { Cue = "rejected" });

        Assert.Equal($"Denies what was shown before: Anna Berg, Minister, “accused {claim}”", _story.NextDay()!.Reply.Remark(0).Below);
    }

    [Fact]
    public void A_denial_that_comes_later_is_news_to_whoever_was_shown_the_claim_even_beside_their_subject()
    {
        AddClaimThenDenial(about: "March");

        var briefing = _story.NextDay("March")!;
        Assert.Equal([$"Otto Kern rejected {NoBribes}."], Texts(briefing.Reply));
        Assert.Equal("New since 6 March 2019", briefing.Reply.Remark(0).Heading);
        Assert.Equal($"Denies what was shown before: Anna Berg, Minister, “{Bribes}”", briefing.Reply.Remark(0).Below);
        Assert.EndsWith("1 of 1 statement", briefing.Reply.Sections[0].Lines[0].Text, StringComparison.Ordinal);
        Assert.True(_story.NextDay("March")!.SaysAllShown);
    }

    private static IEnumerable<string> Texts(Reply reply) => reply.Passages.Select(passage => passage.Text);

    private void AddAccusation() => _story.Story.Add(
        "first",
        $"{Claim}\n{Denial}\nIt rains, Otto Kern said.",
        "2019-03-05",
        new Said("Russia of breaking the accord by building a missile", Washington) { Cue = "accused" },
        new Said("that", Russia) { Cue = "denied" },
        new Said("It rains", ComposedStory.Otto));

    private void AddClaimThenDenial(string? about)
    {
        _story.Story.Add("first", $"Anna Berg said {Bribes}.", "2019-03-05", new Said(Bribes, ComposedStory.Anna) { Cue = "said" });
        _story.NextDay(about);
        _story.Story.Add("second", $"Otto Kern rejected {NoBribes}.", "2019-03-06", new Said(NoBribes, ComposedStory.Otto) { Cue = "rejected" });
    }
}
