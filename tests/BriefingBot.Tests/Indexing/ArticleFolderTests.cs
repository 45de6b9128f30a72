using System.Diagnostics;
using BriefingBot.Indexing;
using BriefingBot.Search;
using BriefingBot.Tests.Fakes;

namespace BriefingBot.Tests.Indexing;

public sealed class ArticleFolderTests : IDisposable
{
    private readonly StoryOnDisk _story = new();

    public void Dispose() => _story.Dispose();

    [Fact]
    public void Articles_are_listed_by_path_and_everything_else_is_left_alone()
    {
        foreach (var name in new[] { "b.txt", "a/c.MD", "a/.hidden.txt", ".git/x.txt", "a.txt~", ".a.txt.swp", "x.tmp", "x.pdf", "page.html", "page_files/ad.html", "4913" })
        {
            _story.Write(name, "Text.");
        }

        Assert.Equal(["a/c.MD", "b.txt", "page.html"], List().Select(file => file.Path));
    }

    [Fact]
    public void Of_two_files_that_differ_only_in_the_ending_the_second_is_refused_until_the_first_goes()
    {
        _story.Write("a.md", "One.");
        _story.Write("a.txt", "Two.");
        var both = List();
        Assert.Null(both[0].Refusal);
        Assert.Contains("a.md only in the ending", both[1].Refusal, StringComparison.Ordinal);

        File.Delete(_story.PathOf("a.md"));
        var change = Changes(both);
        Assert.Equal([("a.md", false), ("a.txt", true)], change.Select(each => (each.Path, each.File is not null)));
        Assert.Null(change[1].File!.Refusal);
    }

    [Fact]
    public void Only_what_is_new_changed_or_gone_is_a_change()
    {
        _story.Write("a.txt", "One.");
        _story.Write("b.txt", "Two.");
        _story.Write("c.txt", "Three.");
        var before = List();
        Assert.Empty(Changes(before));

        _story.Write("b.txt", "Two, and more.");
        File.Move(_story.PathOf("c.txt"), _story.PathOf("d.txt"));
        Assert.Equal([("b.txt", true), ("c.txt", false), ("d.txt", true)], Changes(before).Select(each => (each.Path, each.File is not null)));
    }

    [Fact]
    public void A_change_of_permissions_is_a_change()
    {
        _story.Write("a.txt", "One.");
        var before = List();
        new FileInfo(_story.PathOf("a.txt")).IsReadOnly = true;
        Assert.Equal("a.txt", Assert.Single(Changes(before)).Path);
    }

    [Fact]
    public void Links_to_folders_of_the_story_are_no_loops_and_links_to_others_are_followed()
    {
        _story.Write("a/one.txt", "One.");
        Directory.CreateDirectory(Path.Combine(_story.Root, "elsewhere"));
        File.WriteAllText(Path.Combine(_story.Root, "elsewhere", "two.txt"), "Two.");
        Directory.CreateSymbolicLink(_story.PathOf("a/loop"), _story.Articles);
        Directory.CreateSymbolicLink(_story.PathOf("linked"), Path.Combine(_story.Root, "elsewhere"));
        Directory.CreateSymbolicLink(Path.Combine(_story.Root, "elsewhere", "back"), Path.Combine(_story.Root, "elsewhere"));
        File.CreateSymbolicLink(_story.PathOf("three.txt"), Path.Combine(_story.Root, "elsewhere", "two.txt"));
        File.CreateSymbolicLink(_story.PathOf("dangling.txt"), _story.PathOf("nowhere.txt"));

        Assert.Equal(["a/one.txt", "linked/two.txt", "three.txt"], List().Select(file => file.Path));
    }

    [Theory]
    [InlineData("a#1.txt", "told apart")]
    [InlineData("a\nb.txt", "control characters")]
    public void Names_that_would_be_taken_for_something_else_are_refused(string name, string reason)
    {
        _story.Write(name, "Text.");
        Assert.Contains(reason, Assert.Single(List()).Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hundred_megabytes_are_named_and_not_read()
    {
        using (var large = File.Create(_story.PathOf("large.txt")))
        {
            large.SetLength(100_000_000);
        }

        Assert.Contains("100000000 bytes and 4194304 are allowed", Read("large.txt")!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pipe_is_never_opened()
    {
        using (var make = Process.Start("mkfifo", _story.PathOf("pipe.txt")))
        {
            make.WaitForExit();
        }

        Assert.Contains("pipe or device", Read("pipe.txt")!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_went_or_changed_since_it_was_listed_is_neither_article_nor_unreadable()
    {
        _story.Write("a.txt", "One.");
        _story.Write("b.txt", "One.");
        var listed = List();
        File.Delete(_story.PathOf("a.txt"));
        _story.Write("b.txt", "One more.");

        Assert.Null(ArticleFile.Read(listed[0]));
        Assert.Null(ArticleFile.Read(listed[1]));
    }

    [Fact]
    public void A_file_that_may_not_be_opened_is_named_with_the_user()
    {
        // To open a folder as a file is refused to every user, root included.
        var reason = ArticleFile.Read(new StoryFile("a.txt", _story.Articles, 10, "f"))!.Reason;
        Assert.Contains("may not be read by user id ", reason, StringComparison.Ordinal);
    }

    private ArticleFolder Folder => new(_story.Articles, StoryOptions.DefaultMaxArticleBytes);

    private IReadOnlyList<StoryFile> List() => Folder.List();

    private ParsedFile? Read(string path) => ArticleFile.Read(List().Single(file => file.Path == path));

    private IReadOnlyList<ArticleChange> Changes(IReadOnlyList<StoryFile> indexed) => Folder.ChangesSince(
        indexed.ToDictionary(file => file.Path, file => new IndexedFile(file.Path, file.Fingerprint), StringComparer.Ordinal));
}
