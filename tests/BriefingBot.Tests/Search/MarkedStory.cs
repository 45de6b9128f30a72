using BriefingBot.Quotes.Quotations;
using BriefingBot.Search;

namespace BriefingBot.Tests.Search;

/// <summary>
/// A story whose articles are written a sentence a line, what is said in braces, its cue in brackets: “Berg [said] {the ferry is unsafe}.” Who
/// begins the sentence or stands before the cue says it; a cue stands once in an article. “Berg[:] {The ferry is unsafe.}” is a turn of a talk.
/// </summary>
internal sealed class MarkedStory : IDisposable
{
    public static readonly IReadOnlyDictionary<string, Speaker> Cast = new Dictionary<string, Speaker>(StringComparer.Ordinal)
    {
        ["Berg"] = Said.Person("Anna Berg"),
        ["Karin"] = Said.Person("Karin Berg"),
        ["Kern"] = Said.Person("Otto Kern"),
        ["Lund"] = Said.Person("Ida Lund"),
        ["Moscow"] = Said.Place("Moscow"),
        ["Russia"] = Said.Place("Russia"),
        ["Washington"] = Said.Place("Washington"),
    };

    public TemporaryStory Story { get; } = new();

    public ClaimsAndAnswers Pairs => Story.Index.Pairs;

    public static string Plain(string marked) => string.Concat(marked.Where(c => c is not ('[' or ']' or '{' or '}')));

    public void Dispose() => Story.Dispose();

    /// <summary>In the order of the answers.</summary>
    public void AssertPairs(params (string Claim, string Answer, bool Denies)[] expected) => Assert.Equal(
        expected.Select(pair => (Plain(pair.Claim), Plain(pair.Answer), pair.Denies)),
        Pairs.Pairs.Select(pair => (pair.Claim.Passage.Text, pair.Answer.Passage.Text, pair.Denies)));

    /// <param name="id">Of the article.</param>
    /// <param name="sentences">An empty one begins a paragraph.</param>
    public void Add(string id, params string[] sentences)
    {
        var said = sentences.Where(sentence => sentence.Contains('{', StringComparison.Ordinal)).Select(sentence =>
        {
            var speaker = Cast.Where(each => sentence.StartsWith(each.Key, StringComparison.Ordinal) || sentence.Contains($" {each.Key} [", StringComparison.Ordinal))
                .Select(each => each.Value).ToArray();
            return new Said(Between(sentence, '{', '}'), speaker)
            {
                Cue = Between(sentence, '[', ']') is not ":" and var cue ? cue : null,
                Kind = sentence.Contains("{“", StringComparison.Ordinal) ? QuotationKind.Direct : QuotationKind.Paraphrase,
                Mention = speaker.Length == 0 ? sentence[..sentence.IndexOf(" [", StringComparison.Ordinal)] : null,
            };
        }).ToArray();
        Story.Add(id, string.Join('\n', sentences.Select(Plain)), "2019-03-05", said);
    }

    private static string Between(string text, char open, char close) => text[(text.IndexOf(open, StringComparison.Ordinal) + 1)..text.IndexOf(close, StringComparison.Ordinal)];
}
