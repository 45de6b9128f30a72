using BriefingBot.Quotes.Articles;
using BriefingBot.Quotes.Learning;

namespace BriefingBot.Quotes.Quotations;

/// <summary>
/// Finds what is said in an article and who says it. Deterministic and thread-safe: one instance serves the program.
/// </summary>
public sealed class QuotationFinder(Func<QuotationModel>? model = null)
{
    /// <summary>How often it is right that nobody is named as the source.</summary>
    private const double Nameless = 0.5;

    /// <summary>Without a model: a wrong statement and a wrong speaker often fall together, so that their plain product is too low.</summary>
    private const double Dependence = 0.75;

    /// <summary>A single word in marks is mostly a term.</summary>
    private const int LeastUnattributed = 2;

    /// <summary>The same of an article, whose author says “I” in it.</summary>
    public ArticleAnalysis Analyze(Article article) => Analyze(article.Text, article.Author);

    /// <summary>The sentences, quotations and cast of <paramref name="text"/>; any string is good input.</summary>
    public ArticleAnalysis Analyze(string text) => Analyze(text, null);

    private ArticleAnalysis Analyze(string text, string? author)
    {
        var article = new ArticleText(text);
        var reading = new Reading(article);
        var rules = RuleFindings.Of(reading);
        var trained = model?.Invoke();
        var chosen = Completed(reading, rules, trained?.Choose(reading, rules) ?? rules.Chosen).FindAll(found => !Headlines.IsLabelled(reading, found));
        var cast = CastOf(article, rules, author);
        var quotations = new List<Quotation>(chosen.Count);
        foreach (var attribution in chosen)
        {
            var source = SourceOf(reading, cast, attribution);
            quotations.Add(Quoted(reading, attribution, source, trained));
        }

        quotations.Sort((a, b) => a.Cover.CompareTo(b.Cover));
        return new ArticleAnalysis(article.Sentences, quotations, cast.Members) { Unattributed = Unattributed(reading, chosen) };
    }

    private static List<TextSpan> Unattributed(Reading reading, List<Attribution> chosen)
    {
        var attributed = new bool[reading.Stretches];
        foreach (var run in chosen.SelectMany(attribution => attribution.Contents))
        {
            for (var i = run.First; i < run.End; i++)
            {
                if (reading.Stretch(i) is var stretch and >= 0)
                {
                    attributed[stretch] = true;
                }
            }
        }

        var left = new List<TextSpan>();
        for (var stretch = 0; stretch < attributed.Length; stretch++)
        {
            var run = reading.StretchRun(stretch);
            if (!attributed[stretch] && !run.IsEmpty && reading.HasWords(run, LeastUnattributed))
            {
                left.Add(reading.Span(run));
            }
        }

        return left;
    }

    /// <summary>Whom the article names; speakers of turns are people, however they are written.</summary>
    internal static Cast CastOf(ArticleText article, RuleFindings rules, string? author = null) =>
        Cast.Of(article, rules.Turns.Where(turn => turn.IsTurn).Select(turn => turn.Mention), author);

    /// <summary>What was chosen, with all that the layout tells.</summary>
    internal static List<Attribution> Completed(Reading reading, RuleFindings rules, List<Attribution> chosen)
    {
        var edged = chosen;
        if (!ReferenceEquals(chosen, rules.Chosen))
        {
            // Their edges decide what they share with the candidates that prevail; those, and what the layout adds, get theirs with all others below.
            edged = Turns.Prevail(reading, rules.Turns, chosen).ConvertAll(attribution => ContentEdges.Mended(reading, attribution));
            edged = Prevailing.Over(reading, edged, rules.Candidates);
        }

        edged = UnlistedCues.AddTo(reading, edged);
        var interview = Interview.Of(reading, edged);
        var mended = NextParagraphs.AddTo(reading, Replies.AddTo(reading, edged, interview), interview).ConvertAll(attribution =>
            PassiveSubjects.Mended(reading, MentionEdges.Mended(reading, ContentEdges.Mended(reading, attribution))));
        return Topics.Mended(reading, Statements.Apart(reading, NeighbourEdges.Mended(reading, BehindSemicolons.Mended(reading, mended)))).FindAll(attribution => !Statements.IsEmpty(reading, attribution));
    }

    private static bool IsAsking(ReadOnlySpan<char> verb) => verb is "Asked" or "asked" or "Pressed" or "pressed" or "Questioned" or "questioned" or "Quizzed" or "quizzed";

    /// <summary>Whom its mention means; null when it has none. To be asked in the order in which attributions were chosen.</summary>
    internal static ResolvedSource? SourceOf(Reading reading, Cast cast, Attribution attribution)
    {
        if (attribution.Mention.IsEmpty)
        {
            return null;
        }

        var (mention, content) = (reading.Span(attribution.Mention), reading.Span(new TokenRun(attribution.First, attribution.End)));
        if (!attribution.Meant.IsEmpty && cast.Interviewed(attribution.Meant, mention) is { } interviewed)
        {
            return interviewed;
        }

        return (attribution.Place is TalkPlace.None ? null : cast.Resolved(mention)) ?? cast.Resolve(mention, content);
    }

    private static Quotation Quoted(Reading reading, Attribution attribution, ResolvedSource? source, QuotationModel? trained)
    {
        var kind = attribution.KindIn(reading);
        return new Quotation
        {
            Spans = attribution.Contents.ConvertAll(reading.Span),
            Kind = kind,
            IsTurn = attribution.IsTurn,
            IsQuestionPut = attribution.Mention.IsEmpty && kind is QuotationKind.Paraphrase && attribution.Cue is { } asked && IsAsking(reading.Text.Word(asked.Verb)),
            Cue = attribution.Cue is { } cue ? reading.Span(cue.Group) : null,
            Mention = attribution.Mention.IsEmpty ? null : reading.Span(attribution.Mention),
            Speakers = source?.Speakers ?? [],
            SpeakerName = source?.Name,
            Confidence = trained?.Confidence(reading, attribution, source) ?? Math.Pow(attribution.Score * (source?.Confidence ?? Nameless), Dependence),
            Why = Reasons.Of(reading, attribution, kind, source),
        };
    }
}
