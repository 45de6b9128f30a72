using BriefingBot.Search;

namespace BriefingBot.Tests.Search;

public sealed class IndexLifeTests : IDisposable
{
    private readonly TemporaryStory _story = new();

    public void Dispose() => _story.Dispose();

    [Fact]
    public void A_replaced_file_answers_with_its_new_text_only()
    {
        _story.Add("a", "The treaty was signed.");
        _story.Add("a", "The pact was broken.");
        Assert.False(_story.Ask("treaty").Found);
        Assert.True(_story.Ask("pact").Found);
        Assert.Single(_story.Index.Story().Articles);
    }

    [Fact]
    public void What_is_written_is_visible_after_a_refresh_and_not_before()
    {
        var analysis = TemporaryStory.Analyze("The treaty was signed.");
        _story.Index.Replace(new IndexedFile("a.txt", "1"), [(new("a", "A", "The treaty was signed."), analysis)]);
        Assert.False(_story.Ask("treaty").Found);
        Assert.Equal("1", _story.Index.Files["a.txt"].Fingerprint);
        _story.Index.Refresh();
        Assert.True(_story.Ask("treaty").Found);
    }

    [Fact]
    public void A_committed_index_is_there_again_and_an_uncommitted_change_is_not()
    {
        _story.Add("a", "The treaty was signed.");
        _story.Index.Commit();
        _story.Add("b", "The pact was broken.");
        _story.Reopen();
        Assert.Equal(["a.txt"], _story.Index.Files.Keys);
        Assert.True(_story.Ask("treaty").Found);
        Assert.False(_story.Ask("pact").Found);
    }

    [Fact]
    public void An_index_made_from_another_folder_is_emptied()
    {
        _story.Add("a", "The treaty was signed.");
        _story.Index.Commit();
        _story.Reopen("/elsewhere");
        Assert.Empty(_story.Index.Files);
        Assert.False(_story.Ask("treaty").Found);
    }

    [Fact]
    public void Who_only_looks_changes_nothing_and_keeps_nobody_from_writing()
    {
        _story.Add("a", "The treaty was signed.");
        _story.Index.Commit();
        _story.Index.Dispose();
        using (var other = SentenceIndex.Open(_story.Folder, "/other", _story.Time, write: false))
        {
            Assert.False(other.IsReadable);
            Assert.Empty(other.Files);
            Assert.False(other.IsWrittenElsewhere());
            _story.Reopen();
            Assert.True(other.IsWrittenElsewhere());
        }

        Assert.True(_story.Ask("treaty").Found);
    }

    [Fact]
    public void Another_story_s_index_is_not_read_along()
    {
        _story.Add("a", "The treaty was signed.");
        _story.Index.Commit();
        using var other = _story.Open("/other");
        Assert.False(other.IsReadable);
        Assert.Empty(other.Story().Articles);
        other.Refresh();
        Assert.Empty(other.Story().Articles);
    }

    [Theory]
    [InlineData("segments_1", true)]
    [InlineData("segments.gen", true)]
    [InlineData("_0.cfs", true)]
    [InlineData("_a_1.del", true)]
    [InlineData("_0_Lucene41_0.doc", true)]
    [InlineData("write.lock", true)]
    [InlineData("_a.txt", false)]
    [InlineData("_notes.docx", false)]
    [InlineData("segments.txt", false)]
    [InlineData("a.cfs", false)]
    public void The_index_knows_its_own_files_by_name(string name, bool own) => Assert.Equal(own, SentenceIndex.IsIndexFile(name));

    [Fact]
    public void Unreadable_files_are_remembered_with_their_reason()
    {
        _story.Add("a", "The treaty was signed.");
        _story.Index.MarkUnreadable(new UnreadableFile("a.txt", "It is not UTF-8.", "2"));
        _story.Index.Commit();
        _story.Reopen();
        Assert.Equal(new UnreadableFile("a.txt", "It is not UTF-8.", "2"), Assert.Single(_story.Index.Story().Unreadable));
        Assert.Empty(_story.Index.Story().Articles);
        Assert.Equal("2", _story.Index.Files["a.txt"].Fingerprint);
    }

    [Fact]
    public void A_removed_file_is_gone()
    {
        _story.Add("a", "The treaty was signed.");
        _story.Index.Remove("a.txt");
        _story.Index.Refresh();
        Assert.Empty(_story.Index.Files);
        Assert.Equal(0, _story.Index.Story().Sentences);
        Assert.Null(_story.Index.Story().LastIndexed);
    }

    [Fact]
    public void A_second_opening_reads_along_and_sees_each_commit()
    {
        using var second = _story.Open();
        Assert.False(second.CanWrite);
        Assert.False(second.Search(new PassageQuery { Words = "treaty", Scope = PassageScope.Sentences }).Found);
        _story.Add("a", "The treaty was signed.");
        _story.Index.Commit();
        second.Refresh();
        Assert.True(second.Search(new PassageQuery { Words = "treaty", Scope = PassageScope.Sentences }).Found);
        Assert.Equal(["a.txt"], second.Files.Keys);
        Assert.Throws<InvalidOperationException>(() => second.Remove("a.txt"));
    }

    [Fact]
    public void A_reader_survives_that_the_writer_makes_the_index_anew()
    {
        _story.Add("a", "The treaty was signed.");
        _story.Index.Commit();
        using var second = _story.Open();
        _story.Time.Advance(TimeSpan.FromSeconds(1));
        _story.Index.Recreate();
        Assert.True(second.Search(new PassageQuery { Words = "treaty", Scope = PassageScope.Sentences }).Found);
        _story.Add("b", "The pact was broken.");
        _story.Index.Commit();
        second.Refresh();
        Assert.Equal(["b.txt"], second.Files.Keys);
        Assert.True(second.Search(new PassageQuery { Words = "pact", Scope = PassageScope.Sentences }).Found);
        Assert.False(second.Search(new PassageQuery { Words = "treaty", Scope = PassageScope.Sentences }).Found);
    }

    public static TheoryData<string> Harms => ["delete", "empty", "halve", "flip", "garbage"];

    [Theory]
    [MemberData(nameof(Harms))]
    public void Whatever_happens_to_any_file_the_index_opens_whole_or_empty(string harm)
    {
        Fill();
        var names = Directory.GetFiles(_story.Folder).Select(Path.GetFileName).ToList();
        Assert.NotEmpty(names);
        for (var i = 0; i < names.Count; i++)
        {
            Fill();
            _story.Index.Dispose();
            var files = Directory.GetFiles(_story.Folder).Order(StringComparer.Ordinal).ToList();
            Harm(files[i % files.Count], harm);
            _story.Reopen();
            Assert.True(_story.Index.Files.Count is 0 or 2);
            Assert.Equal(_story.Index.Files.Count == 2, _story.Ask("treaty").Found);
            Assert.Null(_story.Index.Damage);
            _story.Add("new", "A comet was seen.");
            Assert.True(_story.Ask("comet").Found);
        }
    }

    [Fact]
    public void Files_that_are_cut_short_while_open_end_nothing_and_the_index_can_be_made_anew()
    {
        // Large enough to be read from the disk at each answer.
        _story.Add("a", string.Join('\n', Enumerable.Range(1, 2000).Select(n => $"The treaty was signed in part {n} by delegate d{n * 7919}.")));
        _story.Index.Commit();
        _story.Reopen();
        foreach (var file in Directory.GetFiles(_story.Folder))
        {
            Harm(file, "empty");
        }

        _story.Ask("When was the treaty signed?");
        Assert.Empty(_story.Index.Context("a", 1500, 1500));
        Assert.True(_story.Index.Damaged);
        _story.Index.Recreate();
        Assert.Null(_story.Index.Damage);
        Assert.Empty(_story.Index.Files);
        _story.Add("a", "The treaty was signed.");
        Assert.True(_story.Ask("treaty").Found);
    }

    [Fact]
    public void A_small_index_answers_on_from_memory_when_its_files_are_cut_short()
    {
        Fill();
        _story.Reopen();
        foreach (var file in Directory.GetFiles(_story.Folder))
        {
            Harm(file, "empty");
        }

        Assert.True(_story.Ask("When was the treaty signed?").Found);
        Assert.Null(_story.Index.Damage);
        _story.Reopen();
        Assert.Empty(_story.Index.Files);
    }

    [Fact]
    public void Making_the_index_anew_leaves_files_alone_that_are_not_the_index()
    {
        string[] own = ["notes.txt", "_draft", "segments of the market.md", "_0.backup.zip", "inf_treaty.txt", ".gitkeep"];
        foreach (var name in own)
        {
            File.WriteAllText(Path.Combine(_story.Folder, name), "mine");
        }

        Fill();
        _story.Reopen("/elsewhere");
        Assert.All(own, name => Assert.Equal("mine", File.ReadAllText(Path.Combine(_story.Folder, name))));
        Assert.Empty(_story.Index.Files);
    }

    [Fact]
    public void A_fault_of_ours_is_thrown_and_does_not_count_as_damage()
    {
        Fill();
        Assert.Throws<FormatException>(() => _story.Index.Read<int>(_ => throw new FormatException(), 0));
        Assert.False(_story.Index.Damaged);
        Assert.True(_story.Ask("treaty").Found);
    }

    [Fact]
    public void What_the_machine_refuses_to_write_is_thrown_and_costs_only_what_was_not_committed()
    {
        Fill();
        _story.Add("lost", "A comet was seen.");
        var obstacles = Enumerable.Range(0, 36).Select(i => Path.Combine(_story.Folder, $"_{"0123456789abcdefghijklmnopqrstuvwxyz"[i]}.fdt")).ToList();
        obstacles.RemoveAll(File.Exists);
        obstacles.ForEach(path => Directory.CreateDirectory(path));
        Assert.Throws<UnauthorizedAccessException>(() =>
        {
            _story.Add("more", "An asteroid was seen.");
            _story.Index.Commit();
        });
        Assert.False(_story.Index.Damaged);
        Assert.True(_story.Ask("treaty").Found);
        Assert.Equal(["a.txt", "b.txt"], _story.Index.Files.Keys.Order());

        obstacles.ForEach(path => Directory.Delete(path));
        _story.Add("more", "An asteroid was seen.");
        _story.Index.Commit();
        _story.Reopen();
        Assert.True(_story.Ask("asteroid").Found);
    }

    private void Fill()
    {
        _story.Index.Recreate();
        _story.Add("a", "The treaty was signed in Vienna.", "2019-03-04");
        _story.Index.Commit();
        _story.Add("b", "The pact was broken.", null, new Said("broken", Said.Person("Ann Lee")));
        _story.Add("a", "The treaty was signed in Geneva.", "2019-03-04");
        _story.Index.Commit();
    }

    private static void Harm(string file, string harm)
    {
        var bytes = File.ReadAllBytes(file);
        switch (harm)
        {
            case "delete":
                File.Delete(file);
                return;
            case "empty":
                bytes = [];
                break;
            case "halve":
                bytes = bytes[..(bytes.Length / 2)];
                break;
            case "flip" when bytes.Length > 0:
                bytes[bytes.Length / 2] ^= 0x5A;
                break;
            case "garbage":
                new Random(7).NextBytes(bytes);
                break;
        }

        using var stream = new FileStream(file, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        stream.SetLength(bytes.Length);
        stream.Write(bytes);
    }
}
