using BriefingBot.Quotes.Articles;
using BriefingBot.Search;
using CsCheck;

namespace BriefingBot.Tests.Search;

public sealed class AskTests : IDisposable
{
    private const string Text = """
        Joseph Dunford and Valery Gerasimov met in Vienna.
        The generals met on Monday to speak about missiles.
        The generals spoke about 500 missiles.
        “The talks were constructive,” said the ministry about the generals.
        """;

    private readonly TemporaryStory _story = new();

    public void Dispose() => _story.Dispose();

    [Theory]
    [InlineData("Where did they meet?", 1)]
    [InlineData("When did the generals meet?", 2)]
    [InlineData("How many missiles did the generals speak about?", 3)]
    [InlineData("Who met in Vienna?", 1)]
    public void The_kind_of_answer_asked_for_decides_between_like_sentences(string question, int sentence)
    {
        _story.Add("a", Text);
        Assert.Equal(sentence, _story.Ask(question).Passages[0].Sentence);
        Assert.Equal(sentence, _story.Index.RankSentences("a", question)[0]);
    }

    [Theory]
    [InlineData("How many jobs are lost?", "The bakery closes with the loss of 430 jobs.")]
    [InlineData("Who decided about the bakery?", "The decision about the bakery was Marion Lee's.")]
    [InlineData("Did the ministry respond?", "The response of the ministry was short.")]
    public void A_noun_answers_for_its_verb(string question, string sentence)
    {
        _story.Add("a", $"The weather was fine and the town was quiet on Friday.\n{sentence}\nMany people came.");
        Assert.Equal(2, _story.Ask(question).Passages[0].Sentence);
    }

    [Fact]
    public void A_sentence_that_holds_a_quotation_carries_it()
    {
        _story.Add("a", Text, null, new Said("“The talks were constructive,”", new BriefingBot.Quotes.Quotations.Speaker("Defense Ministry", BriefingBot.Quotes.Quotations.SpeakerType.Organization)));
        Assert.Equal("Defense Ministry", _story.Ask("Were the talks constructive?").Passages[0].Quotation!.Speaker);
        Assert.Null(_story.Ask("Who met in Vienna?").Passages[0].Quotation);
    }

    [Fact]
    public void A_sentence_of_a_longer_quotation_carries_its_part_of_it()
    {
        const string Long = "Ann Lee said: “I leave with a heavy heart.\nThis club gave me all.”\nRain fell.";
        _story.Add("a", Long, null, new Said("“I leave with a heavy heart.\nThis club gave me all.”", Said.Person("Ann Lee")));
        var passage = _story.Ask("What gave the club?").Passages[0];
        Assert.Equal(("This club gave me all.”", "Ann Lee", "This club gave me all.”"), (passage.Text, passage.Quotation!.Speaker, passage.Quotation.Text));
    }

    [Theory]
    [InlineData("What did Tessa say about the surgeon?", 3)]
    [InlineData("What did Tessa Vale say?", 3)]
    [InlineData("what does ms vale think of the surgeon", 3)]
    [InlineData("What did the police say about Tessa?", 4)]
    [InlineData("What did the surgeon say?", 2)]
    public void What_somebody_said_is_answered_first_with_their_statements(string question, int sentence)
    {
        _story.Add("a", """
            Tessa Vale rose, and the surgeon and Tessa left, and the police stood by Tessa.
            The surgeon said “every form named it”.
            “He is a trial,” said Tessa Vale of the surgeon.
            The police said that Tessa was free.
            """, null,
            new Said("“every form named it”") { Mention = "The surgeon" },
            new Said("“He is a trial,”", Said.Person("Tessa Vale")) { Mention = "Tessa Vale" },
            new Said("that Tessa was free") { Mention = "The police" });
        var answer = _story.Ask(question);
        Assert.Equal(sentence, answer.Passages[0].Sentence);
        Assert.Equal(answer.Total, answer.Passages.Select(passage => passage.Sentence).Distinct().Count());
    }

    [Fact]
    public void A_name_may_hold_a_verb_of_saying()
    {
        const string Told = "The State Department said the dam would hold. Rain fell on the dam, and the state and the department fell silent.";
        _story.Add("a", Told, null, new Said("the dam would hold", new BriefingBot.Quotes.Quotations.Speaker("State Department", BriefingBot.Quotes.Quotations.SpeakerType.Organization)));
        Assert.Equal("State Department", _story.Ask("What did the State Department say about the dam?").Passages[0].Quotation?.Speaker);
    }

    [Theory]
    [InlineData("What did Tessa say about elephants?")]
    [InlineData("What did nobody we know say about zebras?")]
    public void What_somebody_did_not_say_is_not_answered_with_what_else_they_said(string question)
    {
        _story.Add("a", "“He is a trial,” said Ada Vale of the surgeon.\nRain fell.", null, new Said("“He is a trial,”", Said.Person("Ada Vale")) { Mention = "Ada Vale" });
        Assert.False(_story.Ask(question).Found);
    }

    [Fact]
    public void Why_names_a_word_as_it_stands_there()
    {
        _story.Add("a", "Ann Lee praised Vance in Vienna.");
        Assert.Equal("The sentence holds “Vance” and “Vienna”.", _story.Ask("What of Vance’s Vienna?").Passages[0].Why);
    }

    [Fact]
    public void A_question_that_the_story_does_not_answer_is_refused()
    {
        _story.Add("a", Text);
        var answer = _story.Ask("Which football club won the championship in Vienna?");
        Assert.False(answer.Found);
        Assert.NotEmpty(answer.Closest);
    }

    [Fact]
    public void A_passage_is_found_again_by_its_id_and_shows_its_context()
    {
        _story.Add("a", Text);
        var passage = _story.Ask("Who met in Vienna?").Passages[0];
        Assert.Equal(passage.Span, _story.Index.Find(passage.Id)!.Span);
        Assert.Null(_story.Index.Find("0123456789ab"));
        Assert.Equal([1, 2], _story.Index.Context("a", 0, 2).Select(s => s.Ordinal));
        Assert.Equal(Text.Split('\n')[1], _story.Index.Context("a", 2, 2)[0].Text);
    }

    [Fact]
    public void Passages_quotations_and_highlights_are_true_slices_of_any_article()
    {
        var word = Gen.OneOf(Gen.String[0, 6], Gen.OneOf("treaty", "Treaty’s", "“pact", "”", "\uD800", "U.S.", "\u200B", "核", "\n"));
        Gen.Select(word.Array[1, 30].Select(words => string.Join(' ', words)).Where(text => text.Length > 0), Gen.Int[0, 1000], Gen.Int[1, 40]).Sample(
            (text, from, length) =>
            {
                using var story = new TemporaryStory();
                var start = from % text.Length;
                var content = text.Substring(start, Math.Min(length, text.Length - start));
                story.Add("a", text, null, new Said(content, Said.Person("Ann Lee")));
                foreach (var scope in Enum.GetValues<PassageScope>())
                {
                    var answer = story.Index.Search(new PassageQuery { Words = scope == PassageScope.Quotations ? "" : text, Scope = scope, RefuseWeak = false });
                    foreach (var passage in answer.Passages.Concat(answer.Closest))
                    {
                        AssertTrue(passage, text);
                    }
                }

                Assert.Null(story.Index.Damage);
            },
            iter: 40);
    }

    private static void AssertTrue(Passage passage, string text)
    {
        Assert.Equal(passage.Span.Of(text), passage.Text);
        var end = passage.Span.Start;
        foreach (var highlight in passage.Highlights)
        {
            Assert.True(highlight.Start >= end && passage.Span.Contains(highlight));
            end = highlight.End;
        }

        if (passage.Quotation is { } quotation)
        {
            Assert.All(quotation.Spans, span => Assert.True(passage.Span.Contains(span)));
            Assert.Equal(TextSpan.Cover(quotation.Spans[0], quotation.Spans[^1]).Of(text), quotation.Text);
        }
    }
}
