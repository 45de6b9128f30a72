using BriefingBot.Evaluation.Stories;

namespace BriefingBot.Tests.Stories;

/// <summary>What is wrong in a story is told with file and line, so that gold is never quietly less than was written.</summary>
public sealed class BrokenStoryTests : IDisposable
{
    private const string FrontMatter = "---\ntitle: T\nsource: S\npublished: 2024-02-06\n---\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("briefingbot-story-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("{q1:“No,” she said.", "1 direct -", 6, "not closed")]
    [InlineData("“No,” she said}.", "1 direct -", 6, "closes no mark")]
    [InlineData("One.\n{x1:“No,”} she said.", "1 direct -", 7, "opens no mark")]
    [InlineData("{q:“No,”} she said.", "1 direct -", 6, "opens no mark")]
    [InlineData("{q1,:“No,”} she said.", "1 direct -", 6, "opens no mark")]
    [InlineData("{q1:“No,”} she {c1:}said.", "1 direct -", 6, "is empty")]
    [InlineData("{q1:“No,” }she said.", "1 direct -", 6, "white space")]
    [InlineData("{q1:“No,”} {s1:s}he said.", "1 direct -", 6, "cuts a word")]
    [InlineData("{q1:“No,”} she said.\n\n{q2:“Yes,”} he said.", "1 direct -", 8, "attribution 2 has marks but no line")]
    [InlineData("{q1:“No,”} she said.", "1 direct -\n2 direct -", 9, "attribution 2 has no content")]
    [InlineData("{q1:“No,”} she said.", "1 direct -\n1 direct -", 9, "attribution 1 has two lines")]
    [InlineData("{q1:“No,”} she said.", "1 mixed -", 8, "by its quotation marks it is direct")]
    [InlineData("She said {q1:that “no” it was}.", "1 direct -", 8, "by its quotation marks it is mixed")]
    [InlineData("She said {q1:no}.", "1 mixed -", 8, "by its quotation marks it is indirect")]
    [InlineData("{q1:“No,”} she said.", "1 direct Ada Byron", 8, "has a speaker but no source")]
    [InlineData("{q1:“No,”} she said.", "1 said -", 8, "are needed")]
    [InlineData("{q1:“No,”} she said.", "1 direct", 8, "are needed")]
    [InlineData("{q1:“No,”} she said.", "1 direct Royal Society (body)", 8, "are needed")]
    [InlineData("{q1:“No,”} {s1:she {c1:said}}.", "1 direct -", 6, "overlap")]
    [InlineData("{q1:“No,” {q2:“Yes,”}} she said.", "1 direct -\n2 direct -", 6, "overlap")]
    [InlineData("{q1:“No,”} {s1,2:she} {c1,2:said} {q2:it was}.", "1 direct -\n2 indirect -", 6, "overlap")]
    [InlineData("One.\n---\n{q1:“No,”} she said.", "1 direct -", 9, "three lines ---")]
    public void A_broken_article_names_file_and_line(string text, string attributions, int line, string what)
    {
        Write("01-echo", $"{FrontMatter}{text}\n---\n{attributions}\n");

        AssertBroken("01-echo.txt", line, what);
    }

    [Theory]
    [InlineData("title: T\nsource: S\npublished: 2024-02-06\n---\n{q1:“No,”} she said.\n---\n1 direct -\n", 1, "three lines ---")]
    [InlineData("---\ntitle: T\nsource: S\n---\n{q1:“No,”} she said.\n---\n1 direct -\n", 4, "each once")]
    [InlineData("---\ntitle: T\ntitle: S\npublished: 2024-02-06\n---\n{q1:“No,”} she said.\n---\n1 direct -\n", 3, "each once")]
    [InlineData("---\ntitle: T\nauthor: S\npublished: 2024-02-06\n---\n{q1:“No,”} she said.\n---\n1 direct -\n", 3, "each once")]
    [InlineData("---\ntitle: T\nsource: S\npublished: 6 Feb 2024\n---\n{q1:“No,”} she said.\n---\n1 direct -\n", 5, "yyyy-MM-dd")]
    public void Front_matter_is_complete_and_nothing_else(string written, int line, string what)
    {
        Write("01-echo", written);

        AssertBroken("01-echo.txt", line, what);
    }

    [Theory]
    [InlineData("denies 01-echo#1 -> 02-courier#1", 1, "are needed")]
    [InlineData("denial 01-echo#1 02-courier#1", 1, "are needed")]
    [InlineData("\ndenial 01-echo#1 -> 03-gazette#1", 2, "no article 03-gazette")]
    [InlineData("denial 01-echo#1 -> 02-courier#7", 1, "02-courier has no attribution 7")]
    [InlineData("denial 02-courier#1 -> 01-echo#1", 1, "is older")]
    [InlineData("denial 01-echo#1 -> 01-echo#2", 1, "Ada Byron and Ada Byron")]
    [InlineData("same 01-echo#1 -> 02-courier#1", 1, "Ada Byron and Mary Somerville")]
    [InlineData("denial 01-echo#1 -> 02-courier#1\nanswer 01-echo#1 -> 02-courier#1", 2, "twice")]
    public void A_broken_pair_names_file_and_line(string pairs, int line, string what)
    {
        var lines = "---\n1 direct Ada Byron\n2 direct Ada Byron\n";
        Write("01-echo", $"{FrontMatter}{{q1:“No,”}} {{s1,2:Ada Byron}} said. {{q2:“Never.”}}\n{lines}");
        var later = FrontMatter.Replace("02-06", "02-07");
        Write("02-courier", $"{later}{{q1:“Yes,”}} {{s1:Mary Somerville}} said.\n---\n1 direct Mary Somerville\n");
        Write("pairs", pairs);

        AssertBroken("pairs.txt", line, what);
    }

    private void Write(string name, string content) => File.WriteAllText(Path.Combine(_folder, $"{name}.txt"), content);

    private void AssertBroken(string file, int line, string what)
    {
        var error = Assert.Throws<FormatException>(() => GoldStory.Read(_folder));

        Assert.StartsWith($"{Path.Combine(_folder, file)}, line {line}: ", error.Message);
        Assert.Contains(what, error.Message);
    }
}
