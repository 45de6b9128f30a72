using BriefingBot.Quotes.Articles;
using BriefingBot.Quotes.Quotations;
using CsCheck;

namespace BriefingBot.Tests.Quotes.Quotations;

/// <summary>What holds for any text, by rules alone and with the model.</summary>
public abstract class HostileTextTests
{
    private protected abstract QuotationFinder Finder { get; }

    private static readonly string[] Pieces =
    [
        "“", "”", "\"", "''", "'", "’", "„", "«", "»", " ", "\n", "\n\n", "\r\n", "\t", "\0", "\ud83d", "\ude00", "😀", "é", "\u0301", ".", "?", "!",
        ",", ":", ";", "—", "-", "(", ")", "[", "…", "Weber", "Anna Brandt", "the minister", "he", "she", "they", "who", "which", "said", "says", "say",
        "told", "accused", "adding", "asked", "called", "that", "to", "of", "by", "according to", "According to", "and", "not", "was", "has", "Monday",
        "statement", "claim", "its", "'s", "U.S.", "3,000", "$5", "NATO", "KELLER:", "― Rosa Diaz", "cackled", ", 66,", "last night", "p.m.", "“It is late,”", "10.07", "Ole “Skip” ", "; it", ", to laughter", "when he", "expects", "<b>", "\u202e", "\u200b", "\ufeff",
    ];

    private static readonly Gen<string> Piece = Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]);

    private static readonly Gen<string> Texts = Gen.OneOf(
        Piece.Array[0, 60].Select(pieces => string.Join(' ', pieces)),
        Piece.Array[0, 60].Select(string.Concat),
        Gen.String);

    [Fact]
    public void Any_text_gives_spans_that_lie_in_it_in_order_and_apart() => Texts.Sample(AssertSound, iter: 3000);

    [Fact]
    public void The_same_text_gives_the_same_quotations_on_any_thread() => Texts.Array[40].Sample(
        texts =>
        {
            var expected = texts.Select(Described).ToArray();
            Parallel.For(0, texts.Length * 4, i => Assert.Equal(expected[i % texts.Length], Described(texts[i % texts.Length])));
        },
        iter: 5);

    [Theory]
    [MemberData(nameof(Monsters))]
    public void Monstrous_text_is_read_to_its_end(string name) => AssertSound(Monstrous[name]);

    public static TheoryData<string> Monsters() => [.. Monstrous.Keys];

    private static readonly Dictionary<string, string> Monstrous = new()
    {
        { "one topic without end", "Ada Moreau spoke.\n\nOn the price: “It is good.”\n\nOn the time: “Yes.” " + string.Concat(Enumerable.Repeat("He said: “No it is not.” ", 20_000)) },
        { "questions and answers", string.Concat(Enumerable.Repeat("Did he go?\n\n“No.”\n\n", 20_000)) },
        { "talk in turns", "She asked if he went.\n\n“No,” he said.\n\n" + string.Concat(Enumerable.Repeat("“Why did you?”\n\n“I did.”\n\n", 20_000)) },
        { "nicknames", string.Concat(Enumerable.Repeat("Ole “Skip” Kern said no, ", 20_000)) },
        { "entries of a live report", string.Concat(Enumerable.Repeat("10.07 He says it is late; it is, to laughter.\n\n", 20_000)) },
        { "told when", "Water " + string.Concat(Enumerable.Repeat("came, he told me when I came to water ", 16_000)) },
        { "one word", new string('a', 1_000_000) },
        { "no stop", string.Concat(Enumerable.Repeat("Weber said that the bank ", 40_000)) },
        { "only opening marks", new string('“', 10_000) },
        { "only straight marks", new string('"', 10_001) },
        { "single marks", new string('\'', 10_001) },
        { "paragraphs left open", string.Concat(Enumerable.Repeat("“We will see.\n\n", 20_000)) },
        { "nested statements", string.Concat(Enumerable.Repeat("he said she said they said ", 30_000)) },
        { "nested marks", string.Concat(Enumerable.Repeat("“A ‘b ", 20_000)) + string.Concat(Enumerable.Repeat("’”", 20_000)) },
        { "commas", string.Concat(Enumerable.Repeat("Weber, a man, ", 40_000)) + "said no." },
        { "adverbs", string.Concat(Enumerable.Repeat("not ", 200_000)) + "said" },
        { "names joined", string.Concat(Enumerable.Repeat("Weber and ", 60_000)) + "Brandt said no." },
        { "according to", string.Concat(Enumerable.Repeat("according to Weber, ", 40_000)) },
        { "colons", string.Concat(Enumerable.Repeat("WEBER: ", 60_000)) },
        { "dots", string.Concat(Enumerable.Repeat("a.", 200_000)) },
        { "estimates", string.Concat(Enumerable.Repeat("Keller puts the cost at 3, ", 20_000)) },
        { "as a", "Lund rejected the plan " + string.Concat(Enumerable.Repeat("as a ", 200_000)) },
        { "a chain of open paragraphs", "Intro here.\n\n" + string.Concat(Enumerable.Repeat("“word word word\n\n", 60_000)) },
        { "paragraphs that go on", "“We paid,” she said.\n\n" + string.Concat(Enumerable.Repeat("“Nobody asked us at all.”\n\n", 38_000)) },
        { "paragraphs behind a question", "Keller asked “why now, then?”\n\n" + string.Concat(Enumerable.Repeat("“Nobody asked us at all.”\n\n", 38_000)) },
        { "somebody without a name and no full stop", "A lawyer said this, " + string.Concat(Enumerable.Repeat("he said that; ", 30_000)) },
        { "paragraphs that are introduced", string.Concat(Enumerable.Repeat("He continued.\n\n“We paid them all.”\n\n", 25_000)) },
        { "commas before many cues", string.Concat(Enumerable.Repeat(", ", 400_000)) + string.Concat(Enumerable.Repeat("Weber said that the bank ", 20_000)) },
        { "asked at length", "Asked by " + string.Concat(Enumerable.Repeat("water ", 170_000)) + string.Concat(Enumerable.Repeat("he asked whether it was, ", 20_000)) },
        { "accusations", string.Concat(Enumerable.Repeat("Weber accused Brandt of lying and ", 20_000)) },
        { "lone surrogates", new string('\ud800', 100_000) },
    };

    [Theory]
    [InlineData("Keller says ” War and Peace.")]
    [InlineData("It was late.\n\n“Q.”\n\n“A.”")]
    [InlineData("It was late.\n\n“Q. ”\n\n“A. ”")]
    [InlineData("” KELLER: « claim to NATO called ”, said Brandt. ”")]
    public void A_closing_mark_that_nothing_opened_is_only_a_sign(string text) => AssertSound(text);

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t")]
    [InlineData("“")]
    [InlineData("said")]
    [InlineData("according to")]
    [InlineData("He said: ")]
    [InlineData("”, he said")]
    public void Text_without_a_statement_gives_none(string text) => Assert.Empty(Finder.Analyze(text).Quotations);

    [Fact]
    public void Carriage_returns_do_not_shift_offsets()
    {
        var text = "A match.\r\n\r\n“We lost,” Keller said.\r\n";

        var quotation = Assert.Single(Finder.Analyze(text).Quotations);

        Assert.Equal("“We lost,”", quotation.Cover.Of(text));
    }

    private void AssertSound(string text)
    {
        var previous = new TextSpan(0, 0);
        foreach (var quotation in Finder.Analyze(text).Quotations)
        {
            Assert.NotEmpty(quotation.Spans);
            var end = -1;
            foreach (var span in quotation.Spans)
            {
                Assert.True(span.Start >= 0 && span.Start > end - 1 && span.Length > 0 && span.End <= text.Length, $"{span} in {text.Length}");
                end = span.End;
            }

            Assert.True(previous.Start <= quotation.Cover.Start, "out of order");
            Assert.InRange(quotation.Confidence, 0, 1);
            AssertInside(quotation.Cue, text);
            AssertInside(quotation.Mention, text);
            previous = quotation.Cover;
        }
    }

    private static void AssertInside(TextSpan? span, string text)
    {
        if (span is { } words)
        {
            Assert.True(words.Start >= 0 && words.Length > 0 && words.End <= text.Length, $"{words} in {text.Length}");
        }
    }

    private string Described(string text) => string.Join(
        '\n',
        Finder.Analyze(text).Quotations.Select(quotation => $"{string.Join(',', quotation.Spans)} {quotation.Cue} {quotation.Mention} {quotation.SpeakerName} {quotation.Confidence} {quotation.Why}"));
}
