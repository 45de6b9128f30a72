using System.CommandLine;
using System.Text;
using BriefingBot.Configuration;
using BriefingBot.Indexing;

namespace BriefingBot.Verbs;

/// <summary><c>text ARTICLE</c>: the text that an article's offsets count, exactly.</summary>
internal static class TextVerb
{
    internal static Command Create(Workplace workplace)
    {
        var id = new Argument<string>("ARTICLE") { Description = "The article's id: its path below the articles folder without the ending." };
        var command = new Command("text", "Prints the text that an article's offsets count, exactly, with nothing added.") { id };
        command.SetAction(parsed => Print(workplace, parsed.GetRequiredValue(id), parsed.InvocationConfiguration.Output));
        return command;
    }

    private static int Print(Workplace workplace, string id, TextWriter output)
    {
        var options = workplace.Settings.Story;
        if (Find(options, id) is not { } file)
        {
            workplace.Error.WriteLine($"There is no article “{id}” in {options.ArticlesPath}; its id is its path there without the ending.");
            return ExitCode.NeedsAttention;
        }

        var parsed = ArticleFile.Read(file) ?? ParsedFile.Unreadable("It is being changed right now; try again.");
        if (parsed.Articles.FirstOrDefault(article => article.Id == id) is not { } found)
        {
            workplace.Error.WriteLine(parsed.Reason is null
                ? $"{file.Path} has no article “{id}”; it has {string.Join(", ", parsed.Articles.Select(article => article.Id))}."
                : $"{file.Path} cannot be read. {parsed.Reason}");
            return ExitCode.NeedsAttention;
        }

        Write(found.Text, output);
        return ExitCode.Done;
    }

    private static StoryFile? Find(StoryOptions options, string id)
    {
        var folder = new ArticleFolder(options.ArticlesPath, options.MaxArticleBytes);
        var path = id.LastIndexOf('#') is > 0 and var number ? id[..number] : id;
        return !folder.Exists ? null
            : folder.List().Where(file => file.Refusal is null)
                .FirstOrDefault(file => ArticleParser.IdOf(file.Path) is var own && (own == id || own == path));
    }

    /// <summary>Bytes, not lines: a text writer may translate line ends or set a byte order mark before them.</summary>
    private static void Write(string text, TextWriter output)
    {
        if (!ReferenceEquals(output, Console.Out))
        {
            output.Write(text);
            return;
        }

        using var bytes = Console.OpenStandardOutput();
        bytes.Write(Encoding.UTF8.GetBytes(text));
    }
}
