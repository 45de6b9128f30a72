using BriefingBot.Indexing;
using Microsoft.Extensions.Time.Testing;

namespace BriefingBot.Tests.Indexing;

public class SettlingFilesTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly SettlingFiles _settling;

    public SettlingFilesTests() => _settling = new SettlingFiles(TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(10), _time);

    [Fact]
    public void A_file_that_rests_is_let_through_after_its_rest()
    {
        Assert.Empty(_settling.Sift([Changed("a", "1")]));
        _time.Advance(TimeSpan.FromMilliseconds(199));
        Assert.Empty(_settling.Sift([Changed("a", "1")]));
        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal("a", Assert.Single(_settling.Sift([Changed("a", "1")])).Path);
        Assert.Empty(_settling.Sift([]));
        Assert.Null(_settling.NextLook);
    }

    [Fact]
    public void A_file_that_is_still_being_written_waits_and_does_not_hold_up_others()
    {
        for (var size = 1; size < 10; size++)
        {
            Assert.DoesNotContain(_settling.Sift([Changed("growing", $"{size}"), Changed("other", "1")]), each => each.Path == "growing");
            _time.Advance(TimeSpan.FromMilliseconds(250));
        }

        Assert.Equal(["other"], _settling.Sift([Changed("growing", "10"), Changed("other", "1")]).Select(each => each.Path));
    }

    [Fact]
    public void A_file_that_never_rests_is_read_in_the_end()
    {
        for (var size = 0; size <= 100; size++)
        {
            _settling.Sift([Changed("log", $"{size}")]);
            _time.Advance(TimeSpan.FromMilliseconds(100));
        }

        Assert.Single(_settling.Sift([Changed("log", "last")]));
    }

    [Fact]
    public void A_file_that_is_removed_and_written_anew_is_no_removal()
    {
        _settling.Sift([new ArticleChange("a", null)]);
        _time.Advance(TimeSpan.FromMilliseconds(150));
        Assert.Empty(_settling.Sift([Changed("a", "2")]));
        _time.Advance(TimeSpan.FromMilliseconds(200));
        Assert.NotNull(Assert.Single(_settling.Sift([Changed("a", "2")])).File);
    }

    private static ArticleChange Changed(string path, string fingerprint) => new(path, new StoryFile(path, path, 1, fingerprint));
}
