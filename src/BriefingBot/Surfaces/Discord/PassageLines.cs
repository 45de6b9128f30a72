using BriefingBot.Commands;
using BriefingBot.Search;

namespace BriefingBot.Surfaces.Discord;

/// <summary>A passage in lines: who and how, the words, where they stand.</summary>
internal static class PassageLines
{
    /// <summary>The words of the article come first when not everything fits.</summary>
    private const int PassageWeight = 4;

    /// <summary>All addresses of a message together: they share the room with the words.</summary>
    private const int MostAddresses = 1000;

    private const int LongestPublisher = 60;

    /// <param name="passage">Which.</param>
    /// <param name="reply">What it belongs to.</param>
    /// <param name="together">How many passages the message shows.</param>
    public static IReadOnlyList<Piece> Of(Passage passage, Reply reply, int together)
    {
        var lines = new List<Piece>();
        if (PassageFormatter.Who(passage) is { } who)
        {
            lines.Add(new Piece("", MarkedText.Bold(who), $" · {PassageFormatter.KindAndMatch(passage, reply)}"));
        }

        lines.Add(new Piece("", MarkedText.Of(PassageFormatter.Stretches(passage))) { Prefix = "> ", Weight = PassageWeight });
        lines.Add(Source(passage, MostAddresses / together));
        if (PassageFormatter.Occurrences(passage) is { } occurrences)
        {
            lines.Add(new Piece("-# ", MarkedText.Line(occurrences)));
        }

        lines.AddRange(PairWords.Below(passage, reply.Pairs).Select(line => new Piece("", MarkedText.Line(line)) { IsDropped = true }));

        return lines;
    }

    /// <summary>The article's day; where only the moment of its arrival is known, that moment's, in each reader's own zone.</summary>
    public static string Date(Passage passage) => PassageFormatter.Date(passage.Article, moment => Markdown.Moment(moment, 'D'));

    /// <summary>“Title · Publisher · 4 March 2019 · sentence 7”, the title being the link where that can be.</summary>
    private static Piece Source(Passage passage, int longestAddress)
    {
        var article = passage.Article;
        var publisher = string.IsNullOrWhiteSpace(article.Source) ? null
            : Piece.Isolated(Markdown.Escape(SafeText.OnOneLine(Wording.Shortened(Wording.OnOneLine(article.Source), LongestPublisher))));
        string?[] parts = [publisher, Date(passage), PassageFormatter.Sentence(passage)];
        var rest = string.Join(" · ", parts.OfType<string>());
        var title = Wording.OnOneLine(article.Title);
        var target = Markdown.LinkTarget(article.Url, longestAddress);
        return (target, Markdown.CanBeLabel(title)) switch
        {
            (null, _) => new Piece("-# ", MarkedText.Plain(title), title.Length > 0 ? $" · {rest}" : rest),
            (_, true) => new Piece("-# [", MarkedText.Plain(title), $"](<{target}>) · {rest}"),
            _ => new Piece("-# ", MarkedText.Plain(title), $" · [article](<{target}>) · {rest}"),
        };
    }
}
