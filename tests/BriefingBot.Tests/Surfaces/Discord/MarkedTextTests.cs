using BriefingBot.Commands;
using BriefingBot.Surfaces;
using BriefingBot.Surfaces.Discord;
using CsCheck;

namespace BriefingBot.Tests.Surfaces.Discord;

public class MarkedTextTests
{
    private static readonly string Words = string.Join(' ', Enumerable.Range(1, 400).Select(i => $"word{i}"));

    [Fact]
    public void A_hit_is_bold_and_underlined_and_a_statement_bold()
    {
        var text = MarkedText.Of([("He called it ", Emphasis.None), ("a “", Emphasis.Statement), ("corner", Emphasis.Hit), ("stone”", Emphasis.Statement), (".", Emphasis.None)]);
        Assert.Equal("He called it **a “__corner__stone”**.", text.Whole());
    }

    [Fact]
    public void Emphasis_ends_with_a_line_and_begins_anew_on_the_next() =>
        Assert.Equal("> **one**\n> \n> **two**", MarkedText.Of([("one\n\ntwo", Emphasis.Statement)]).Whole("> "));

    [Fact]
    public void A_long_passage_is_cut_around_the_hit_between_words()
    {
        var at = Words.IndexOf("word200", StringComparison.Ordinal);
        var cut = MarkedText.Of([(Words[..at], Emphasis.None), ("word200", Emphasis.Hit), (Words[(at + 7)..], Emphasis.None)]).Fit(100);
        Assert.InRange(cut.Length, 80, 100);
        Assert.Contains("**__word200__**", cut, StringComparison.Ordinal);
        Assert.StartsWith("… word", cut, StringComparison.Ordinal);
        Assert.EndsWith(" …", cut, StringComparison.Ordinal);
        Assert.All(cut.Replace("*", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal).Split(' '), word => Assert.True(word == "…" || $" {Words} ".Contains($" {word} ", StringComparison.Ordinal), word));
    }

    [Fact]
    public void Without_a_hit_the_beginning_stays()
    {
        var cut = MarkedText.Plain(Words).Fit(60);
        Assert.StartsWith("word1 word2 ", cut, StringComparison.Ordinal);
        Assert.EndsWith(" …", cut, StringComparison.Ordinal);
    }

    [Fact]
    public void A_statement_that_is_itself_too_long_is_cut_between_words()
    {
        Assert.All(Enumerable.Range(40, 40), room =>
        {
            var cut = MarkedText.Of([("He said: ", Emphasis.None), (Words, Emphasis.Statement), (" on Monday.", Emphasis.None)]).Fit(room);
            Assert.InRange(cut.Length, 20, room);
            Assert.Matches(@"^(He said: |… )\*\*(word\d+ )*word\d+\*\* …$", cut);
            Assert.Contains($" {cut.Split("**")[1].Split(' ')[^1]} ", Words, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void A_hit_of_a_million_characters_is_cut_as_well()
    {
        var cut = MarkedText.Of([(new string('a', 1_000_000), Emphasis.Hit)]).Fit(50);
        Assert.InRange(cut.Length, 40, 50);
        Assert.EndsWith("__**…", cut, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_text_is_cut_to_any_room_at_the_ends_only_and_never_inside_a_character() =>
        Gen.Select(HostileText.Any, HostileText.Lines, HostileText.Any, Gen.Int[10, 400]).Sample(
            (before, hit, after, room) =>
            {
                var cut = MarkedText.Of([(before, Emphasis.None), (hit, Emphasis.Hit), (after, Emphasis.Statement)]).Fit(room);
                Assert.InRange(cut.Length, 0, room);
                Assert.True(Sent.IsWellFormed(cut));
                var shown = Shown(cut);
                var whole = SafeText.Of(before + hit + after);
                var (starts, ends) = (shown.StartsWith('…'), shown.EndsWith('…'));
                Assert.Contains(
                    Candidates(shown),
                    candidate => candidate.Length == 0 || Places(whole, candidate).Any(place => IsWhole(whole, place, candidate.Length)));
            },
            iter: 600);

    /// <summary>The words shown, with our own marks of a cut or, where the article begins or ends with such a mark, without.</summary>
    private static IEnumerable<string> Candidates(string shown)
    {
        string[] starts = ["", "…", "… "], ends = ["", "…", " …"];
        return from start in starts
               from end in ends
               where shown.Length >= start.Length + end.Length && shown.StartsWith(start, StringComparison.Ordinal) && shown.EndsWith(end, StringComparison.Ordinal)
               select shown[start.Length..^end.Length];
    }

    private static IEnumerable<int> Places(string text, string part)
    {
        for (var at = text.IndexOf(part, StringComparison.Ordinal); at >= 0; at = text.IndexOf(part, at + 1, StringComparison.Ordinal))
        {
            yield return at;
        }
    }

    private static bool IsWhole(string text, int start, int length)
    {
        var boundaries = HostileText.Boundaries(text);
        return boundaries.Contains(start) && boundaries.Contains(start + length);
    }

    /// <summary>Without our marks: every mark that is not escaped is ours.</summary>
    private static string Shown(string markdown)
    {
        var text = new System.Text.StringBuilder();
        for (var i = 0; i < markdown.Length; i++)
        {
            if (markdown[i] == '\\')
            {
                text.Append(markdown[++i]);
            }
            else if (markdown[i] is not ('*' or '_'))
            {
                text.Append(markdown[i]);
            }
        }

        return text.ToString();
    }
}
