using BriefingBot.Commands;
using BriefingBot.Quotes.Articles;
using BriefingBot.Search;
using BriefingBot.Surfaces;
using BriefingBot.Tests.Commands;
using CsCheck;

namespace BriefingBot.Tests.Surfaces;

public class ReplyTextTests
{
    private static readonly Reply Answer = new()
    {
        Command = "who-said",
        Heading = "1 statement with “cornerstone”",
        Statement = "Exactly these words.",
        Total = 1,
        Passages = [SamplePassages.Quoting()],
    };

    [Fact]
    public void Every_result_shows_passage_speaker_kind_source_and_hit()
    {
        string[] expected =
        [
            "1 statement with “cornerstone”",
            "Exactly these words.",
            "",
            " 1  Jens Stoltenberg, NATO Secretary-General · partly quoted",
            "    In Brussels, Jens Stoltenberg called it a “cornerstone for European security.”",
            "    Statement: a “cornerstone for European security.”",
            "    Hit: cornerstone",
            "    Putin suspends the INF Treaty · 4 March 2019 · sentence 7",
            "",
            "",
        ];
        Assert.Equal(expected, Plain(Answer).Split('\n'));
    }

    [Fact]
    public void A_statement_in_other_words_is_marked_and_its_other_places_are_named()
    {
        var passage = SamplePassages.Quoting() with
        {
            Match = PassageMatch.Words,
            Occurrences =
            [
                new(SamplePassages.Article, 9, new TextSpan(0, 1)),
                new(new PassageSource("b", "Another title"), 3, new TextSpan(0, 1)),
            ],
        };
        var text = Plain(Answer with { Passages = [passage] });
        Assert.Contains("· partly quoted · not in these words", text, StringComparison.Ordinal);
        Assert.Contains("Occurs again in sentence 9; “Another title”, sentence 3.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_denies_a_statement_and_what_a_denial_denies_is_told_below_it()
    {
        var (claim, answer) = SamplePassages.Pair();
        var text = Plain(Answer with { Passages = [claim, answer], Pairs = SamplePassages.Pairs(claim, answer) });
        Assert.Contains("\n    Denied by Otto Kern, 4 March 2019 · sentence 8: “denied that”\n", text, StringComparison.Ordinal);
        Assert.Contains("\n    Denies Jens Stoltenberg, 4 March 2019 · sentence 7: “a “cornerstone for European security.””\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_answer_is_set_apart()
    {
        var text = Plain(Answer with { Heading = "Nobody in this story is quoted as saying “x”.", Statement = null, Found = false, Passages = [], Closest = [SamplePassages.Quoting()] });
        Assert.StartsWith("Nobody in this story is quoted as saying “x”.\n\nThe closest statements, which are no answer:\n\n 1  Jens", text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_article_without_a_day_shows_when_it_was_added_and_its_address()
    {
        var text = Plain(Answer with { Passages = [SamplePassages.Plain("Nobody spoke.")] });
        Assert.Contains(" 1  Nobody spoke.\n    A note · added 2 January 2026 · sentence 7\n    https://news.example/a\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Days_head_a_timeline_and_numbers_go_on_over_its_pages()
    {
        var text = Plain(Answer with { ByDay = true, Page = new ReplyPage(1, 5, 3), Passages = [SamplePassages.Quoting(), SamplePassages.Quoting()] });
        Assert.Contains("\n4 March 2019\n\n 6  Jens", text, StringComparison.Ordinal);
        Assert.Contains("\n 7  Jens", text, StringComparison.Ordinal);
        Assert.Contains("Page 2 of 3 (more: next page, back: previous page)", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_label_too_long_for_a_column_reads_on_into_its_text_and_moves_nothing_else()
    {
        var text = Plain(Answer with { Passages = [], Sections = [new(null, [new(null, "2 of 9 statements"), new("This briefing is late. It was due:", "4 March 2019, 08:00 UTC")])] });
        Assert.Contains("\n  2 of 9 statements\n  This briefing is late. It was due: 4 March 2019, 08:00 UTC\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Markup_of_an_article_is_shown_as_it_stands()
    {
        var text = Plain(Answer with { Passages = [SamplePassages.Plain("He [red]said[/] [[so]] {0}.")] });
        Assert.Contains("He [red]said[/] [[so]] {0}.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void No_control_character_of_an_article_reaches_the_terminal() =>
        Gen.OneOf(Gen.Char, Gen.Char['\0', '\u00a0'], Gen.Char['\u2000', '\u2070']).Array[0, 60].Select(characters => new string(characters)).Sample(
            text =>
            {
                var passage = SamplePassages.Plain(text) with { Article = new PassageSource("a", text) { Url = text, Source = text } };
                var reply = Answer with
                {
                    Heading = text,
                    Passages = [passage],
                    Notes = [text],
                    Sections = [new(text, [new(text, text)])],
                };
                Assert.DoesNotContain(Plain(reply), character => char.IsControl(character) && character != '\n');
                Assert.DoesNotContain(Plain(reply), character => character is (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069'));
            },
            iter: 1000);

    [Fact]
    public void Cutting_a_passage_at_its_highlights_loses_nothing() =>
        Gen.Select(Gen.Int[-5, 90], Gen.Int[0, 30]).Array[0, 6].Sample(
            spans =>
            {
                var passage = SamplePassages.Quoting() with { Highlights = [.. spans.Select(span => new TextSpan(100 + span.Item1, span.Item2))] };
                Assert.Equal(passage.Text, string.Concat(PassageFormatter.Stretches(passage).Select(stretch => stretch.Text)));
            },
            iter: 1000);

    [Theory]
    [InlineData("one two three", 8, "one two|three")]
    [InlineData("one two three", 7, "one two|three")]
    [InlineData("a  b", 1, "a|b")]
    [InlineData("unbreakable a", 4, "unbreakable|a")]
    [InlineData("line\nbreak", 20, "line|break")]
    [InlineData("", 10, "")]
    [InlineData("漢字漢字", 4, "漢字|漢字")]
    [InlineData("e\u0301e\u0301 x", 2, "e\u0301e\u0301|x")]
    public void Lines_are_cut_between_words(string text, int room, string lines) =>
        Assert.Equal(lines, string.Join('|', TerminalBlock.Lines(text, room).Select(line => text[line.Start..line.End])));

    private static string Plain(Reply reply)
    {
        using var output = new StringWriter { NewLine = "\n" };
        ConsoleSurface.Text(output, isTerminal: false, TimeZoneInfo.Utc).Show(reply);
        return output.ToString().ReplaceLineEndings("\n");
    }
}
