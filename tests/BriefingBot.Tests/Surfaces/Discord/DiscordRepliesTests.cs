using BriefingBot.Commands;
using BriefingBot.Discord.Model;
using BriefingBot.Quotes.Articles;
using BriefingBot.Search;
using BriefingBot.Tests.Commands;
using CsCheck;

namespace BriefingBot.Tests.Surfaces.Discord;

public class DiscordRepliesTests
{
    private static readonly Reply Answer = new()
    {
        Command = "who-said",
        Heading = "1 statement with “cornerstone”",
        Statement = "Exactly these words.",
        Total = 1,
        Passages = [SamplePassages.Quoting() with { Id = "0123456789ab" }],
    };

    /// <summary>Passages of articles that try to be more than text.</summary>
    internal static readonly Gen<Passage> Passages =
        Gen.Select(HostileText.Any, HostileText.Any, HostileText.Lines, Gen.Int[0, 60], Gen.Int[0, 60], Gen.Bool, Hostile);

    [Fact]
    public void An_answer_shows_speaker_kind_words_and_source_and_its_buttons_below()
    {
        var sent = Sent.Of(Answer);
        Assert.Equal(
            [
                "### 1 statement with “cornerstone”\nExactly these words.",
                "**Jens Stoltenberg, NATO Secretary-General** · partly quoted\n"
                    + "> In Brussels, Jens Stoltenberg called it **a “__cornerstone__ for European security.”**\n"
                    + "-# Putin suspends the INF Treaty · 4 March 2019 · sentence 7",
            ],
            sent.Texts);
        Assert.Equal(["Context", "Why this answer"], sent.Buttons.Select(button => button.Label));
        Assert.Equal(MessageFlags.ComponentsV2, sent.Body.Flags);
        sent.AssertAcceptable();
    }

    [Fact]
    public void Who_denies_a_statement_is_told_below_it()
    {
        var (claim, answer) = SamplePassages.Pair();
        var sent = Sent.Of(Answer with { Passages = [claim], Pairs = SamplePassages.Pairs(claim, answer) });
        Assert.EndsWith("sentence 7\nDenied by Otto Kern, 4 March 2019 · sentence 8: “denied that”", sent.Texts[1], StringComparison.Ordinal);
        sent.AssertAcceptable();
    }

    [Fact]
    public void Where_a_message_holds_too_much_denials_are_left_out_before_a_passage_is_cut()
    {
        var (claim, answer) = SamplePassages.Pair();
        var text = new string('a', 3700);
        var full = claim with { Text = text, Span = new TextSpan(0, text.Length), Quotation = claim.Quotation! with { Text = text, Spans = [new TextSpan(0, text.Length)] }, Highlights = [] };
        var sent = Sent.Of(Answer with { Passages = [full], Pairs = SamplePassages.Pairs(full, answer) });
        Assert.Contains(text, sent.Texts[1], StringComparison.Ordinal);
        var fuller = full with { Text = text + text[..90], Span = new TextSpan(0, 3790), Quotation = full.Quotation! with { Text = text + text[..90], Spans = [new TextSpan(0, 3790)] } };
        sent = Sent.Of(Answer with { Passages = [fuller], Pairs = SamplePassages.Pairs(fuller, answer) });
        Assert.Contains(fuller.Text, sent.Texts[1], StringComparison.Ordinal);
        Assert.DoesNotContain("Denied by", sent.Texts[1], StringComparison.Ordinal);
        sent.AssertAcceptable();
    }

    [Fact]
    public void The_title_leads_to_the_article()
    {
        Assert.Contains("-# [A note](<https://news.example/a>) · added <t:1767396600:D> · sentence 7", TextOf(SamplePassages.Plain("Nobody spoke.")), StringComparison.Ordinal);
        var bracketed = SamplePassages.Plain("Nobody spoke.") with { Article = new PassageSource("a", "[Live] News") { Url = "https://news.example/a", Published = new DateOnly(2019, 3, 4) } };
        Assert.Contains(@"-# \[Live\] News · [article](<https://news.example/a>) · 4 March 2019", TextOf(bracketed), StringComparison.Ordinal);
        var script = bracketed with { Article = bracketed.Article with { Url = "javascript:alert(1)" } };
        Assert.DoesNotContain("javascript", TextOf(script), StringComparison.Ordinal);
    }

    [Fact]
    public void Other_places_and_other_words_are_told()
    {
        var passage = SamplePassages.Quoting() with { Match = PassageMatch.Words, Occurrences = [new(SamplePassages.Article, 9, new TextSpan(0, 1))] };
        Assert.Contains("· partly quoted · not in these words", TextOf(passage), StringComparison.Ordinal);
        Assert.Contains("\n-# Occurs again in sentence 9.", TextOf(passage), StringComparison.Ordinal);
    }

    [Fact]
    public void The_closest_statements_stand_in_a_frame_of_their_own()
    {
        var sent = Sent.Of(Answer with { Heading = "Nobody said so.", Statement = null, Found = false, Passages = [], Closest = [SamplePassages.Quoting()], Notes = ["Did you mean Anna?"] });
        var frames = sent.Body.Components!.Cast<Container>().ToList();
        Assert.Equal(2, frames.Count);
        Assert.Equal(["### Nobody said so.", "Did you mean Anna?"], Sent.Of(sent.Body with { Components = [frames[0]] }).Texts);
        Assert.StartsWith("**The closest statements, which are no answer:**", Sent.Of(sent.Body with { Components = [frames[1]] }).Text, StringComparison.Ordinal);
        Assert.NotEqual(frames[0].AccentColor, frames[1].AccentColor);
    }

    [Fact]
    public void A_failure_and_a_private_answer_are_seen_by_one_person_only()
    {
        Assert.Equal(MessageFlags.ComponentsV2 | MessageFlags.Ephemeral, Sent.Of(Reply.Failure("foo", "There is no command “foo”.")).Body.Flags);
        Assert.Equal(MessageFlags.ComponentsV2 | MessageFlags.Ephemeral, Sent.Of(Answer with { Private = true }).Body.Flags);
    }

    [Fact]
    public void A_timeline_heads_its_days_once()
    {
        var later = SamplePassages.Quoting() with { Id = "1", Article = SamplePassages.Article with { Published = new DateOnly(2019, 3, 6) } };
        var sent = Sent.Of(Answer with { ByDay = true, Passages = [SamplePassages.Quoting(), SamplePassages.Quoting() with { Id = "2" }, later] });
        Assert.Equal([false, true, false, true], sent.Texts.Select(text => text.Contains("### ", StringComparison.Ordinal) && text.Contains("March", StringComparison.Ordinal)));
        Assert.Contains("### 6 March 2019\n**Jens", sent.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Moments_are_shown_in_each_readers_own_zone()
    {
        var moment = DateTimeOffset.FromUnixTimeSeconds(1551772800);
        var sent = Sent.Of(new Reply { Command = "story", Heading = "A story", Sections = [new(null, [new("Last indexed", "5 March 2019, 08:00 UTC") { Moment = moment }])] });
        Assert.Equal("**Last indexed** · <t:1551772800:f>", sent.Texts[1]);
    }

    [Fact]
    public void Pages_have_buttons_that_carry_what_was_asked()
    {
        var sent = Sent.Of(Answer with { Page = new ReplyPage(1, 5, 3) }, Asked("quotes", ("keyword", "treaty")));
        Assert.Equal([false, true, false], sent.Buttons.TakeLast(3).Select(button => button.Disabled is true));
        Assert.Equal("Page 2 of 3", sent.Buttons[^2].Label);
        Assert.True(Sent.Of(Answer with { Page = new ReplyPage(0, 5, 3) }, Asked("quotes", ("keyword", "treaty"))).Button("Previous").Disabled);
        Assert.DoesNotContain(Sent.Of(Answer with { Page = new ReplyPage(1, 5, 3) }).Buttons, button => button.Label == "Next");
    }

    [Fact]
    public void Long_passages_share_the_room_and_short_ones_stay_whole()
    {
        var filler = string.Concat(Enumerable.Repeat("some more words ", 200));
        var text = $"{filler}He called it a cornerstone. {filler}";
        var wide = SamplePassages.Quoting(text, "a cornerstone") with { Article = SamplePassages.Article with { Title = string.Concat(Enumerable.Repeat("title ", 300)) } };
        var sent = Sent.Of(Answer with { Passages = [wide with { Id = "1" }, SamplePassages.Quoting() with { Id = "2" }, wide with { Id = "3" }] });
        sent.AssertAcceptable();
        Assert.True(sent.Texts.Sum(one => one.Length) > 3800);
        Assert.Contains("> In Brussels, Jens Stoltenberg called it **a “__cornerstone__ for European security.”**\n", sent.Text, StringComparison.Ordinal);
        var passages = sent.Text.Split('\n').Where(line => line.StartsWith("> …", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, passages.Count);
        Assert.All(passages, line => Assert.Contains("**a __cornerstone__**", line, StringComparison.Ordinal));
        Assert.All(passages, line => Assert.InRange(line.Length, 1000, 1800));
    }

    [Fact]
    public void A_name_from_right_to_left_does_not_turn_the_line_around()
    {
        var passage = SamplePassages.Quoting();
        Assert.Contains("**\u2069 · partly quoted", TextOf(passage with { Quotation = passage.Quotation! with { Speaker = "שמעון פרס", Role = null } }), StringComparison.Ordinal);
    }

    [Fact]
    public void A_publisher_from_right_to_left_does_not_turn_the_day_around()
    {
        var passage = SamplePassages.Quoting();
        var text = TextOf(passage with { Article = passage.Article with { Source = "مرصد الأخبار" } });
        Assert.Contains(" · \u2068مرصد الأخبار\u2069 · 4 March 2019", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_day_of_arrival_heads_a_timeline_with_a_capital()
    {
        var passage = SamplePassages.Quoting();
        var sent = Sent.Of(Answer with { ByDay = true, Passages = [passage with { Article = passage.Article with { Published = null } }] });
        Assert.Contains("### Added <t:", sent.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_that_Discord_refuses_can_be_built_whatever_the_article_holds()
    {
        var replies = Gen.Select(Passages.Array[0, 6], Passages.Array[0, 4], HostileText.Any, HostileText.Any.Array[0, 8], Gen.Int[0, 60], Gen.Bool, (listed, closest, heading, notes, lines, flag) => new Reply
        {
            Command = "quotes",
            Heading = heading,
            Statement = flag ? heading : null,
            Found = flag,
            ByDay = flag,
            Failed = lines == 7,
            Passages = listed,
            Closest = closest,
            Notes = notes,
            Page = new ReplyPage(lines, 5, lines + (flag ? 2 : 1)),
            Sections = [.. notes.Select(note => new ReplySection(flag ? note : null, [.. Enumerable.Range(0, lines).Select(i => new ReplyLine(i % 3 == 0 ? null : heading, note) { Emphasised = i == 2 })]))],
        });
        var requests = Gen.Select(HostileText.Lines, HostileText.Lines, Gen.Bool, (keyword, speaker, flag) => flag ? Asked("quotes", ("keyword", keyword + "x"), ("speaker", speaker + "x")) : null);
        Gen.Select(replies, requests).Sample(
            (reply, request) =>
            {
                var sent = Sent.Of(reply, request);
                sent.AssertAcceptable();
                Assert.All(sent.Texts, text => AssertNobodyIsPinged(text));
            },
            iter: 100);
    }

    internal static void AssertNobodyIsPinged(string text)
    {
        var bare = HostileText.Bare(text);
        Assert.DoesNotContain("@", bare, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"<[@#/:a]", bare);
        // An article's own address is between such brackets and nowhere else.
        Assert.DoesNotContain("://", System.Text.RegularExpressions.Regex.Replace(bare, @"\(<https://news\.example[^<>()\s]*>\)", ""), StringComparison.Ordinal);
    }

    internal static Passage Hostile(string text, string title, string name, int at, int length, bool quotes)
    {
        var hit = new TextSpan(at, length);
        var passage = SamplePassages.Plain(text) with
        {
            Id = $"{(uint)text.GetHashCode(StringComparison.Ordinal):x8}",
            Highlights = hit.End <= text.Length && length > 0 ? [hit] : [],
            Article = new PassageSource("a", title) { Url = length % 2 == 0 ? "https://news.example/" + name : null, Source = name, Published = at % 2 == 0 ? new DateOnly(2019, 3, 1 + (at % 20)) : null },
            Occurrences = [.. Enumerable.Range(0, at).Select(i => new Occurrence(new PassageSource($"{i}", title), i, hit))],
        };
        return !quotes ? passage : passage with
        {
            Quotation = SamplePassages.Quoting().Quotation! with { Text = text, Spans = [new TextSpan(0, text.Length)], Speaker = at % 5 == 0 ? null : name, Mention = title, Role = title },
        };
    }

    internal static CommandRequest? Asked(string command, params (string Option, string Value)[] values) =>
        CommandRequest.Check(CommandCatalog.Find(command)!, values.ToDictionary(value => value.Option, value => value.Value)).Request;

    private static string TextOf(Passage passage) => Sent.Of(Answer with { Passages = [passage] }).Text;
}
