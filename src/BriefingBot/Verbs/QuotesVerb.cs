using System.CommandLine;
using BriefingBot.Commands;
using BriefingBot.Configuration;
using BriefingBot.Indexing;
using BriefingBot.Quotes.Articles;
using BriefingBot.Quotes.Quotations;
using BriefingBot.Search;
using BriefingBot.Surfaces;

namespace BriefingBot.Verbs;

/// <summary><c>quotes FILE…</c>: the quotations of article files, wherever they stand; no index is made.</summary>
internal static class QuotesVerb
{
    internal static Command Create(Workplace workplace)
    {
        var files = new Argument<string[]>("FILE") { Description = "Articles: .txt, .md, .html or .json.", Arity = ArgumentArity.OneOrMore };
        var format = new Option<string>("--format") { Description = "text, or jsonl: one quotation a line.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "jsonl");
        var command = new Command("quotes", "Prints the quotations of articles.") { files, format };
        command.SetAction(parsed => Print(
            workplace, parsed.GetRequiredValue(files), parsed.GetRequiredValue(format) == "jsonl", parsed.InvocationConfiguration.Output));
        return command;
    }

    private static int Print(Workplace workplace, string[] files, bool lines, TextWriter output)
    {
        var finder = OpenStory.FinderOf(ModelFile.Open(workplace.Settings.Story.ModelPath));
        var surface = ConsoleSurface.Text(output, isTerminal: !Console.IsOutputRedirected && ReferenceEquals(output, Console.Out), TimeZoneInfo.Utc);
        var code = ExitCode.Done;
        foreach (var file in files)
        {
            var parsed = Read(file, workplace.Settings.Story.MaxArticleBytes);
            if (parsed.Reason is { } reason)
            {
                workplace.Error.WriteLine($"{file}: {reason}");
                code = ExitCode.NeedsAttention;
            }

            foreach (var article in parsed.Articles)
            {
                var passages = Passages(article, finder.Analyze(article));
                if (lines)
                {
                    passages.ForEach(passage => output.WriteLine(ReplyJson.OfQuotation(passage)));
                }
                else
                {
                    surface.Show(new Reply
                    {
                        Command = "quotes",
                        Heading = $"{Wording.Count(passages.Count, "quotation")} in {article.Id}",
                        Total = passages.Count,
                        Passages = passages,
                    });
                }
            }
        }

        return code;
    }

    private static ParsedFile Read(string file, long largest) => ArticleFolder.FileAt(file, largest) is { } found
        ? ArticleFile.Read(found) ?? ParsedFile.Unreadable("It is being changed right now; try again.")
        : ParsedFile.Unreadable(File.Exists(file) ? "It is no article file: use .txt, .md, .html or .json." : "There is no such file.");

    private static List<Passage> Passages(Article article, ArticleAnalysis analysis)
    {
        var source = PassageSource.Of(article);
        return [.. analysis.Quotations.Where(quotation => !quotation.IsQuestionPut).Select(quotation => PassageOf(article.Text, source, analysis, quotation))];
    }

    private static Passage PassageOf(string text, PassageSource source, ArticleAnalysis analysis, Quotation quotation)
    {
        var (first, last) = analysis.SentencesOf(quotation);
        var span = TextSpan.Cover(analysis.Sentences[first].Span, analysis.Sentences[last].Span);
        return new Passage
        {
            Id = "",
            Score = 0,
            Article = source,
            Sentence = analysis.Sentences[first].Ordinal,
            Span = span,
            Text = span.Of(text),
            Match = PassageMatch.Exact,
            Why = quotation.Why,
            Quotation = new QuotedStatement
            {
                Text = quotation.Cover.Of(text),
                Spans = quotation.Spans,
                Kind = quotation.Kind,
                IsTurn = quotation.IsTurn,
                Cue = quotation.Cue?.Of(text),
                Mention = quotation.Mention?.Of(text),
                Speaker = quotation.SpeakerName,
                Speakers = [.. quotation.Speakers.Select(speaker => speaker.Name)],
                Role = quotation.Speakers is [var only] && only.Roles.Count > 0 ? only.Roles[0] : null,
                Confidence = quotation.Confidence,
            },
        };
    }
}
