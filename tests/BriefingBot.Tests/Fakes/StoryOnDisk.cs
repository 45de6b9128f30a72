using System.Text;

namespace BriefingBot.Tests.Fakes;

/// <summary>A story in a temporary folder of its own; gone with the test.</summary>
internal sealed class StoryOnDisk : IDisposable
{
    public StoryOnDisk() => Directory.CreateDirectory(Articles);

    public string Root { get; } = Directory.CreateTempSubdirectory("briefingbot-").FullName;

    public string Articles => Path.Combine(Root, "articles");

    public string Index => Path.Combine(Root, "lucene");

    /// <summary>The configuration that points the program here.</summary>
    public string[] Arguments => [$"--Story:ArticlesPath={Articles}", $"--Story:IndexPath={Index}", $"--Storage:Path={Path.Combine(Root, "briefingbot.db")}"];

    public string PathOf(string file) => Path.Combine(Articles, file);

    public void Write(string file, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllText(PathOf(file), content, new UTF8Encoding(false));
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
