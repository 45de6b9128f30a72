using BriefingBot.Configuration;
using BriefingBot.Quotes.Quotations;
using BriefingBot.Search;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Indexing;

/// <summary>The story in hand, opened: its folder, its index and what keeps the two alike. Disposing it closes the index.</summary>
internal sealed class OpenStory : IDisposable
{
    private readonly StoryOptions _options;
    private readonly TimeProvider _time;
    private readonly ILoggerFactory _logs;

    private OpenStory(
        StoryOptions options, ArticleFolder folder, bool isNew, SentenceIndex index, ModelFile? model, TimeProvider time, ILoggerFactory logs)
    {
        _options = options;
        _time = time;
        _logs = logs;
        FolderIsNew = isNew;
        Index = index;
        Folder = folder;
        Run = new IndexRun(Index, Folder, FinderOf(model), options, time, logs.CreateLogger<IndexRun>());
    }

    public SentenceIndex Index { get; }

    public ArticleFolder Folder { get; }

    /// <summary>Brings the index up to date once.</summary>
    public IndexRun Run { get; }

    /// <summary>Whether the articles folder was missing and has been made: then somebody has to be told how to add an article.</summary>
    public bool FolderIsNew { get; }

    /// <summary>Opens the story; a missing articles folder is made. Without <paramref name="write"/> the index is only looked at.</summary>
    /// <exception cref="ConfigurationException">A folder cannot be made, read or written where the configuration says.</exception>
    public static OpenStory Open(StoryOptions options, TimeProvider time, ILoggerFactory logs, bool write = true)
    {
        var folder = new ArticleFolder(options.ArticlesPath, options.MaxArticleBytes);
        var isNew = Usable(ConfigurationKeys.StoryArticlesPath, options.ArticlesPath, "made and read", _ => folder.Make());
        Usable(ConfigurationKeys.StoryArticlesPath, options.ArticlesPath, "read", path => Directory.EnumerateFileSystemEntries(path).Any());
        RefuseForeignFolder(options.IndexPath);
        var model = ModelFile.Open(options.ModelPath);
        var index = Usable(
            ConfigurationKeys.StoryIndexPath, options.IndexPath, "written", path => SentenceIndex.Open(path, OriginOf(options, model), time, write));
        return new OpenStory(options, folder, isNew, index, model, time, logs);
    }

    /// <summary>What keeps the index at what the folder holds from now on; the caller starts and stops it.</summary>
    /// <param name="events">False to do without file events, as on a network folder.</param>
    public IndexWorker CreateWorker(bool events = true) =>
        new(Index, Folder, Run, _options, _time, _logs.CreateLogger<IndexWorker>()) { UseEvents = events };

    public void Dispose() => Index.Dispose();

    /// <summary>
    /// What an index is made from: the folder, and the very build of what reads, analyses and stores it. So an index never outlives the program
    /// whose work it is, without anybody having to remember to count up a version.
    /// </summary>
    private static string OriginOf(StoryOptions options, ModelFile? model) => string.Join(
        '|',
        options.ArticlesPath,
        typeof(ArticleParser).Module.ModuleVersionId,
        typeof(QuotationFinder).Module.ModuleVersionId,
        typeof(SentenceIndex).Module.ModuleVersionId,
        model?.Id ?? 0);

    /// <summary>Finds quotations by rules, and with <paramref name="model"/> by what was learnt as well.</summary>
    public static QuotationFinder FinderOf(ModelFile? model) => new(model is null ? null : model.Get);

    /// <summary>A folder with other files is most likely named by mistake: an index is a dozen files that come and go.</summary>
    private static void RefuseForeignFolder(string path)
    {
        var foreign = !Directory.Exists(path) ? null : Directory.EnumerateFiles(path).Select(file => Path.GetFileName(file))
            .FirstOrDefault(name => !SentenceIndex.IsIndexFile(name));
        if (foreign is not null)
        {
            throw new ConfigurationException(
                $"{ConfigurationKeys.StoryIndexPath}: “{path}” holds files that are no index ({foreign}); an empty or missing folder is allowed.");
        }
    }

    private static T Usable<T>(string key, string path, string how, Func<string, T> use)
    {
        try
        {
            return use(path);
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException(
                $"{key}: “{path}” cannot be {how} by {ProcessUser.Name}; a folder with that permission is allowed. ({closed.Message})");
        }
    }
}
