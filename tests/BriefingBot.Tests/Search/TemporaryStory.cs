using BriefingBot.Quotes.Articles;
using BriefingBot.Quotes.Quotations;
using BriefingBot.Quotes.Sentences;
using BriefingBot.Search;
using Microsoft.Extensions.Time.Testing;

namespace BriefingBot.Tests.Search;

/// <summary>A real index in a temporary folder, and short ways to fill and ask it.</summary>
internal sealed class TemporaryStory : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("briefingbot-search-").FullName;

    public TemporaryStory() => Index = Open();

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2019, 3, 5, 8, 0, 0, TimeSpan.Zero));

    public string Folder => Path.Combine(_root, "lucene");

    public SentenceIndex Index { get; private set; }

    public SentenceIndex Open(string origin = "/articles") => SentenceIndex.Open(Folder, origin, Time);

    public void Reopen(string origin = "/articles")
    {
        Index.Dispose();
        Index = Open(origin);
    }

    /// <summary>Adds an article, a sentence a line, with quotations given as content, speaker, and optionally the words around them.</summary>
    public void Add(string id, string text, string? published = null, params Said[] said)
    {
        var article = new Article(id, "Title of " + id, text) { Published = published is null ? null : DateOnly.Parse(published), Added = Time.GetUtcNow() };
        Index.Replace(new IndexedFile(id + ".txt", "1"), [(article, Analyze(text, said))]);
        Index.Refresh();
    }

    public PassageAnswer WhoSaid(string words, string? speaker = null, bool refuseWeak = true) =>
        Index.Search(new PassageQuery { Words = words, Speaker = speaker, RefuseWeak = refuseWeak });

    public PassageAnswer Ask(string question) => Index.Search(new PassageQuery { Words = question, Scope = PassageScope.Sentences });

    public static ArticleAnalysis Analyze(string text, params Said[] said)
    {
        var sentences = SentenceLines(text);
        var cast = said.SelectMany(s => s.Speakers).Distinct().ToList();
        var quotations = said.Select(s => s.In(text)).ToList();
        var unattributed = QuotationMarks.Find(text).Where(marked => !quotations.Exists(q => q.Spans.Any(marked.Overlaps)));
        return new ArticleAnalysis(sentences, quotations, cast) { Unattributed = [.. unattributed] };
    }

    public void Dispose()
    {
        Assert.Null(Index.Damage);
        Index.Dispose();
        Directory.Delete(_root, recursive: true);
    }

    /// <summary>A line is a sentence here, whatever the splitter would do.</summary>
    private static List<Sentence> SentenceLines(string text)
    {
        var sentences = new List<Sentence>();
        var start = 0;
        foreach (var line in text.Split('\n'))
        {
            if (line.Trim().Length > 0)
            {
                var lead = line.Length - line.TrimStart().Length;
                sentences.Add(new Sentence(sentences.Count + 1, new TextSpan(start + lead, line.Trim().Length), sentences.Count + 1));
            }

            start += line.Length + 1;
        }

        return sentences;
    }
}

/// <summary>A quotation of a test's article: the content as it stands there, and who says it.</summary>
internal sealed record Said(string Content, params Speaker[] Speakers)
{
    public string? Mention { get; init; }

    /// <summary>The verb or phrase that tells that somebody speaks; it must stand once.</summary>
    public string? Cue { get; init; }

    public QuotationKind Kind { get; init; } = QuotationKind.Partly;

    public Quotation In(string text)
    {
        var at = text.IndexOf(Content, StringComparison.Ordinal);
        return new Quotation
        {
            Spans = [new TextSpan(at, Content.Length)],
            Kind = Kind,
            Cue = Cue is null ? null : new TextSpan(text.IndexOf(Cue, StringComparison.Ordinal), Cue.Length),
            Mention = Mention is null ? null : new TextSpan(Math.Max(text.IndexOf(Mention, at, StringComparison.Ordinal), text.IndexOf(Mention, StringComparison.Ordinal)), Mention.Length),
            Speakers = Speakers,
            SpeakerName = Speakers.Length == 0 ? null : string.Join(" and ", Speakers.Select(s => s.Name)),
            Confidence = 0.9,
            Why = "The verb beside it names the speaker.",
        };
    }

    public static Speaker Person(string name, params string[] roles) => new(name, SpeakerType.Person) { Roles = roles };

    public static Speaker Place(string name) => new(name, SpeakerType.Place);
}
