using System.Text;
using BriefingBot.Commands;
using BriefingBot.Discord.Model;
using BriefingBot.Indexing;
using BriefingBot.Quotes.Articles;
using BriefingBot.Quotes.Quotations;
using BriefingBot.Search;
using BriefingBot.Surfaces.Discord;
using BriefingBot.Tests.Search;
using CsCheck;

namespace BriefingBot.Tests.Surfaces.Discord;

public sealed class AutocompletionTests : IDisposable
{
    private readonly TemporaryStory _story = new();

    public void Dispose() => _story.Dispose();

    [Fact]
    public void Speakers_are_offered_with_role_and_number_of_statements()
    {
        TellOfTheTreaty();
        Assert.Equal(
            [new Choice("Jens Stoltenberg, NATO Secretary-General · 2 statements", "Jens Stoltenberg"), new("Müşerref Öz · 1 statement", "Müşerref Öz")],
            Offer(CommandCatalog.WhoSaid.Option("speaker")!, ""));
    }

    [Theory]
    [InlineData("stolt", "Jens Stoltenberg")]
    [InlineData("jens", "Jens Stoltenberg")]
    [InlineData("stoltenberg, je", "Jens Stoltenberg")]
    [InlineData("Stotlenberg", "Jens Stoltenberg")]
    [InlineData("muserref", "Müşerref Öz")]
    [InlineData("ÖZ", "Müşerref Öz")]
    [InlineData("bananas", null)]
    public void A_speaker_is_found_by_parts_without_accents_and_misspelt(string typed, string? name)
    {
        TellOfTheTreaty();
        Assert.Equal(name, Offer(CommandCatalog.WhoSaid.Option("speaker")!, typed).Select(choice => choice.Value).FirstOrDefault());
    }

    [Theory]
    [InlineData("corn", "cornerstone for European security · once")]
    [InlineData("european secur", "cornerstone for European security · once")]
    [InlineData("cornerstoen", "cornerstone for European security · once")]
    [InlineData("cronerst", "cornerstone for European security · once")]
    [InlineData("violation", "A clear and blatant violation · 2 times")]
    [InlineData("Blatant", "A clear and blatant violation · 2 times")]
    [InlineData("", "A clear and blatant violation · 2 times")]
    [InlineData("bananas", null)]
    public void Phrases_are_found_by_any_of_their_words_unfinished_or_misspelt(string typed, string? name)
    {
        TellOfTheTreaty();
        Assert.Equal(name, Offer(CommandCatalog.WhoSaid.Option("words")!, typed).Select(choice => choice.Name).FirstOrDefault());
    }

    [Fact]
    public void What_is_offered_is_found_when_it_is_sent_back()
    {
        TellOfTheTreaty();
        Assert.All(Offer(CommandCatalog.WhoSaid.Option("words")!, ""), choice => Assert.Equal(PassageMatch.Exact, _story.WhoSaid(choice.Value).Passages[0].Match));
        Assert.All(Offer(CommandCatalog.SpeakerCard.Option("name")!, ""), choice => Assert.True(_story.WhoSaid("", choice.Value, refuseWeak: false).Found));
    }

    [Theory]
    [InlineData("", "cornerstone for European security for decades", "clear and blatant violation")]
    [InlineData("treat", "that Russia should return to compliance with the INF Treaty", "and arms-control treaties")]
    [InlineData("missle", "that the two generals had discussed issues related to missile defense and arms")]
    [InlineData("nucl weap", "intention of deploying new ground-launched nuclear weapons in Europe")]
    public void Of_the_story_that_ships_what_is_offered_holds_what_was_typed_and_is_found(string typed, params string[] among)
    {
        var article = TextArticle.Read("story", File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Story", "inf-treaty-2019-03-04.txt")));
        _story.Index.Replace(new IndexedFile("story.txt", "1"), [(article, new QuotationFinder().Analyze(article.Text))]);
        _story.Index.Refresh();
        var offered = Offer(CommandCatalog.WhoSaid.Option("words")!, typed).Select(choice => choice.Value).ToList();
        Assert.Subset(offered.ToHashSet(), among.ToHashSet());
        Assert.All(offered, value => Assert.Equal(PassageMatch.Exact, _story.WhoSaid(value).Passages[0].Match));
    }

    [Fact]
    public void Somebody_who_is_named_but_not_quoted_is_offered_to_speaker_alone()
    {
        var article = new Article("a", "Title", "Anna Berg said “yes to it” to Otto Berg.");
        var analysis = TemporaryStory.Analyze(article.Text, new Said("“yes to it”", Said.Person("Anna Berg")));
        _story.Index.Replace(new IndexedFile("a.txt", "1"), [(article, new ArticleAnalysis(analysis.Sentences, analysis.Quotations, [.. analysis.Cast, Said.Person("Otto Berg")]))]);
        _story.Index.Refresh();
        Assert.Equal(["Anna Berg · 1 statement", "Otto Berg · not quoted"], Offer(CommandCatalog.SpeakerCard.Option("name")!, "berg").Select(choice => choice.Name));
        Assert.Equal(["Anna Berg · 1 statement"], Offer(CommandCatalog.WhoSaid.Option("speaker")!, "berg").Select(choice => choice.Name));
        Assert.Empty(Offer(CommandCatalog.Ask.Option("question")!, "yes"));
    }

    [Fact]
    public void Whatever_a_story_holds_no_choice_is_one_that_Discord_refuses()
    {
        var part = Gen.OneOf(Gen.String, Gen.OneOf("peace ", "\uD83D\uDE00", "e\u0301\u0301", " -not ", "\"", " speaker:x", "核", "\u200B", "\uD800", "a ", "verylongwordwithoutend", "\n"));
        var text = part.Array[1, 40].Select(parts => string.Concat(parts).Replace('“', ' ').Replace('”', ' '));
        Gen.Select(text, text, text).Sample((said, name, typed) =>
        {
            using var story = new TemporaryStory();
            story.Add("a", $"It is “{said}”.", null, new Said($"“{said}”", Said.Person(name, said)));
            var suggestions = new Autocompletion(story.Index);
            foreach (var option in new[] { CommandCatalog.WhoSaid.Option("words")!, CommandCatalog.WhoSaid.Option("speaker")! })
            {
                Assert.All(new[] { "", typed, said, name }.Select(each => suggestions.For(option, each)), AreAllowed);
            }

            Assert.All(suggestions.For(CommandCatalog.WhoSaid.Option("words")!, ""), choice => Assert.True(story.WhoSaid(choice.Value).Found, choice.Value));
        }, iter: 60);
    }

    [Fact]
    public void No_more_than_25_are_offered_each_once()
    {
        var lines = Enumerable.Range(0, 60).Select(i => (Text: $"peace number n{i} is near", Name: $"{new string('A', 120)} Person{i}")).ToList();
        _story.Add(
            "a", string.Join('\n', lines.Select(line => $"Somebody said “{line.Text}”.")), null,
            [.. lines.Select(line => new Said($"“{line.Text}”", Said.Person(line.Name)))]);
        var phrases = Offer(CommandCatalog.WhoSaid.Option("words")!, "peace");
        Assert.Equal(25, phrases.Count);
        AreAllowed(phrases);
        AreAllowed(Offer(CommandCatalog.WhoSaid.Option("speaker")!, ""));
    }

    private IReadOnlyList<Choice> Offer(OptionDescription option, string typed) => new Autocompletion(_story.Index).For(option, typed);

    private void TellOfTheTreaty()
    {
        var jens = Said.Person("Jens Stoltenberg", "NATO Secretary-General");
        var other = Said.Person("Müşerref Öz");
        _story.Add(
            "a", "He called it a “cornerstone for European security”.\nHe spoke of “a clear and blatant violation”.\nShe said “nothing helps”.", "2019-03-04",
            new Said("“cornerstone for European security”", jens), new Said("“a clear and blatant violation”", jens), new Said("“nothing helps”", other));
        _story.Add("b", "Again it was “A clear and blatant violation”.", "2019-03-05", new Said("“A clear and blatant violation”", jens));
    }

    private static void AreAllowed(IReadOnlyList<Choice> choices)
    {
        Assert.InRange(choices.Count, 0, 25);
        Assert.Equal(choices.Count, choices.Select(choice => choice.Name).Distinct(StringComparer.Ordinal).Count());
        Assert.All(choices, choice =>
        {
            Assert.InRange(choice.Name.Length, 1, 100);
            Assert.InRange(choice.Value.Length, 1, 100);
            Assert.True(IsWhole(choice.Name) && IsWhole(choice.Value), "a surrogate pair is cut");
        });
    }

    private static bool IsWhole(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!Rune.TryGetRuneAt(text, i, out var rune))
            {
                return false;
            }

            i += rune.Utf16SequenceLength - 1;
        }

        return true;
    }
}
