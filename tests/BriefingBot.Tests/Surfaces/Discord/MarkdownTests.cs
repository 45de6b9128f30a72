using BriefingBot.Surfaces;
using BriefingBot.Surfaces.Discord;
using CsCheck;

namespace BriefingBot.Tests.Surfaces.Discord;

public class MarkdownTests
{
    [Theory]
    [InlineData("**bold** and _slanted_ and ~~struck~~", @"\*\*bold\*\* and \_slanted\_ and \~\~struck\~\~")]
    [InlineData("`code` ||secret||", @"\`code\` \|\|secret\|\|")]
    [InlineData("# Heading", @"\# Heading")]
    [InlineData("-# small", @"\-\# small")]
    [InlineData("> quoted\n>>> more", "\\> quoted\n\\>>> more")]
    [InlineData("- one\n  + two\n* three", "\\- one\n  \\+ two\n\\* three")]
    [InlineData("1. one\n 22. two, 3.5 metres", "1\\. one\n 22\\. two, 3.5 metres")]
    [InlineData("a - b > c. 1.", "a - b > c. 1.")]
    [InlineData("<@1> <@&2> <#3> <t:4:R> </ask:5> <id:guide> <a:x:6>", @"\<\@1> \<\@&2> \<\#3> \<t\:4:R> \</ask:5> \<id:guide> \<a\:x:6>")]
    [InlineData("@everyone @here", @"\@everyone \@here")]
    [InlineData("https://example.org/x", @"https\://example.org/x")]
    [InlineData("[here](https://example.org)", @"\[here\](https\://example.org)")]
    [InlineData(":smile: at 10:30", @"\:smile: at 10:30")]
    [InlineData(@"a\b", @"a\\b")]
    [InlineData("“It’s over,” he said – at last.", "“It’s over,” he said – at last.")]
    public void Marks_of_an_article_are_shown_and_not_obeyed(string text, string markdown) => Assert.Equal(markdown, Markdown.Escape(text));

    [Fact]
    public void Taking_the_backslashes_off_gives_the_text_back_and_no_mark_is_left() =>
        HostileText.Lines.Sample(
            text =>
            {
                var safe = SafeText.Of(text);
                var escaped = Markdown.Escape(safe);
                Assert.Equal(safe, HostileText.Unescaped(escaped));
                Assert.DoesNotContain(HostileText.Bare(escaped), mark => @"\*_~`|<[]@#".Contains(mark, StringComparison.Ordinal));
                Assert.DoesNotMatch(@"(?<!\\)://", escaped);
            },
            iter: 2000);

    [Theory]
    [InlineData("https://news.example/a", "https://news.example/a")]
    [InlineData("https://news.example/a_(b)?q='x'", "https://news.example/a_%28b%29?q=%27x%27")]
    [InlineData("https://news.example/a b>c", "https://news.example/a%20b%3Ec")]
    [InlineData("https://news.example/@author", "https://news.example/%40author")]
    [InlineData("https://bank.example@news.example/a", null)]
    [InlineData("ftp://news.example/a", null)]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("news.example", null)]
    [InlineData(null, null)]
    public void Only_web_addresses_become_links_and_nothing_ends_them_early(string? url, string? target) =>
        Assert.Equal(target, Markdown.LinkTarget(url, 100));

    [Fact]
    public void A_target_is_never_longer_than_asked_and_holds_no_bracket() =>
        HostileText.Lines.Sample(
            text =>
            {
                var target = Markdown.LinkTarget("https://news.example/" + text, 80);
                Assert.True(target is null || (target.Length <= 80 && target.IndexOfAny(['(', ')', '<', '>', ' ', '\n', '\\']) < 0), target);
            },
            iter: 1000);
}
