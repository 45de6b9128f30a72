namespace BriefingBot.Indexing;

/// <summary>The configuration section <c>Story</c>.</summary>
internal sealed record StoryOptions
{
    public const string DefaultArticlesPath = "index-data/articles";
    public const string DefaultIndexPath = "index-data/lucene";
    public const long DefaultMaxArticleBytes = 4 * 1024 * 1024;

    public static readonly TimeSpan DefaultPollInterval = TimeSpan.FromSeconds(1);

    /// <summary>Full path of the folder with the articles.</summary>
    public required string ArticlesPath { get; init; }

    /// <summary>Full path of the folder with the derived index.</summary>
    public required string IndexPath { get; init; }

    /// <summary>Larger files are not read; 1 byte to 1 GiB.</summary>
    public long MaxArticleBytes { get; init; } = DefaultMaxArticleBytes;

    /// <summary>Full path of the model of quotations; null for rules alone.</summary>
    public string? ModelPath { get; init; }

    /// <summary>How replies call the story; null for the newest article's title.</summary>
    public string? Name { get; init; }

    /// <summary>How often the folder is compared with the index, whatever file events say; 100 ms to 1 hour.</summary>
    public TimeSpan PollInterval { get; init; } = DefaultPollInterval;
}
