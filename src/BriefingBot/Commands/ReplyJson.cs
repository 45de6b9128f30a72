using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using BriefingBot.Discord.Model;
using BriefingBot.Search;

namespace BriefingBot.Commands;

/// <summary>
/// A reply as one line of JSON, for programs. Offsets are UTF-16 code units into the article's text; a lone surrogate, which JSON cannot
/// carry, is written as U+FFFD, so that they stay true.
/// </summary>
internal static class ReplyJson
{
    private static readonly ReplyJsonContext Readable = new(new JsonSerializerOptions
    {
        // Read by programs and people, never put into a web page: typographic marks stay readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    });

    /// <summary>The reply as one line.</summary>
    /// <param name="reply">What is answered.</param>
    /// <param name="message">The same as Discord would be sent it.</param>
    public static string Of(Reply reply, MessageBody message) => JsonSerializer.Serialize(
        new ReplyLineJson(
            Whole(reply.Command),
            reply.Found,
            reply.Total,
            [.. reply.Leading.Select((passage, i) => Result(passage, i + 1, reply.Pairs))],
            [.. reply.Closest.Select((passage, i) => Result(passage, i + 1, reply.Pairs))],
            message,
            reply.Failed ? Whole(reply.Heading) : null),
        Readable.ReplyLineJson);

    /// <summary>A passage in the shape of a result, without rank and score.</summary>
    public static string OfQuotation(Passage passage) =>
        JsonSerializer.Serialize(Result(passage, null, null) with { Score = null }, Readable.ResultJson);

    private static ResultJson Result(Passage passage, int? rank, ClaimsAndAnswers? pairs)
    {
        var quotation = passage.Quotation;
        return new ResultJson(
            rank,
            Math.Round(passage.Score, 4),
            quotation is null ? null : Math.Round(quotation.Confidence, 3),
            Whole(quotation?.Speaker),
            [.. (quotation?.Speakers ?? []).Select(speaker => Whole(speaker))],
            Whole(quotation?.Role),
            Whole(quotation?.Mention),
            quotation is null ? null : KindNames.Of(quotation.Kind),
            quotation is { IsTurn: true } ? true : null,
            Whole(quotation?.Cue),
            passage.Match == PassageMatch.Exact ? "exact" : "words",
            quotation is null ? null : new QuotationJson(
                Whole(quotation.Text),
                quotation.Spans[0].Start,
                quotation.Spans[^1].End,
                [.. quotation.Spans.Select(span => new[] { span.Start, span.End })]),
            new PassageJson(Whole(passage.Text), passage.Span.Start, passage.Span.End),
            Article(passage.Article),
            passage.Sentence,
            Whole(passage.Why),
            [.. passage.Occurrences.Select(place =>
                new OccurrenceJson(Article(place.Article), place.Sentence, place.Span.Start, place.Span.End))],
            pairs is null ? null : [.. pairs.AnswersTo(passage.Id).Select(pair => Paired(pair, pair.Answer.Passage))],
            pairs is null ? null : [.. pairs.ClaimsOf(passage.Id).Select(pair => Paired(pair, pair.Claim.Passage))]);
    }

    private static PairedJson Paired(AnsweredClaim pair, Passage other)
    {
        var said = other.Quotation!;
        return new PairedJson(
            PairWords.Kind(pair), Whole(said.Speaker), Whole(said.Mention), Article(other.Article), other.Sentence, said.Spans[0].Start, said.Spans[^1].End,
            Whole(said.Text), pair.Why);
    }

    private static ArticleJson Article(PassageSource article) =>
        new(Whole(article.Id), Whole(article.Title), Whole(article.Url), article.Published?.ToString("yyyy-MM-dd"));

    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(text))]
    private static string? Whole(string? text)
    {
        if (text is null || !text.Any(char.IsSurrogate))
        {
            return text;
        }

        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            // A lone surrogate is enumerated as one U+FFFD, which is as long.
            whole.Append(rune.ToString());
        }

        return whole.ToString();
    }
}

/// <remarks>The order of the members is the order of the keys.</remarks>
internal sealed record ReplyLineJson(
    string Command,
    bool Found,
    int Total,
    IReadOnlyList<ResultJson> Results,
    IReadOnlyList<ResultJson> Closest,
    [property: JsonConverter(typeof(MessageBodyConverter))] MessageBody Message,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Error);

/// <remarks><c>Verbatim</c> is true for a turn of a transcript, whose words are the speaker's own without marks around them; else left out.</remarks>
internal sealed record ResultJson(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Rank,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? Score,
    double? Confidence,
    string? Speaker,
    IReadOnlyList<string> Speakers,
    string? Role,
    string? Mention,
    string? Kind,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? Verbatim,
    string? Cue,
    string Match,
    QuotationJson? Quotation,
    PassageJson Passage,
    ArticleJson Article,
    int Sentence,
    string Why,
    IReadOnlyList<OccurrenceJson> Occurrences,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<PairedJson>? Answers,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<PairedJson>? Claims);

/// <summary>The other statement of a pair: what answers the result, or what the result answers.</summary>
internal sealed record PairedJson(
    string Kind, string? Speaker, string? Mention, ArticleJson Article, int Sentence, int Start, int End, string Text, string Why);

internal sealed record QuotationJson(string Text, int Start, int End, IReadOnlyList<int[]> Spans);

internal sealed record PassageJson(string Text, int Start, int End);

internal sealed record ArticleJson(string Id, string Title, string? Url, string? Published);

internal sealed record OccurrenceJson(ArticleJson Article, int Sentence, int Start, int End);

/// <summary>Writes a message exactly as it goes to Discord.</summary>
internal sealed class MessageBodyConverter : JsonConverter<MessageBody>
{
    public override MessageBody Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Replies are written only.");

    public override void Write(Utf8JsonWriter writer, MessageBody value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value, WireJson.Wire.MessageBody);
}

[JsonSerializable(typeof(ReplyLineJson))]
[JsonSerializable(typeof(ResultJson))]
internal sealed partial class ReplyJsonContext : JsonSerializerContext;
