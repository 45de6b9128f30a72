using BriefingBot.Briefings;
using BriefingBot.Storage;
using BriefingBot.Tests.Fakes;
using Microsoft.Extensions.Time.Testing;

namespace BriefingBot.Tests.EndToEnd;

/// <summary>
/// A process is killed (SIGKILL) at every step of a delivery, another one is started, and what stands in the channel is counted: every part once.
/// </summary>
public sealed class KilledDeliveryTests : IAsyncLifetime, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TemporaryDatabase _stored;
    private readonly FakeChannels _discord = new(() => TimeProvider.System.GetUtcNow());
    private readonly TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Subscription _subscription;
    private int _posts;

    public KilledDeliveryTests()
    {
        // Made an hour ago, due a minute ago.
        var now = TimeProvider.System.GetUtcNow();
        _stored = new TemporaryDatabase(time: new FakeTimeProvider(now.AddHours(-1)));
        _subscription = _stored.Add(TemporaryDatabase.InChannel(FakeChannels.Guild, "8") with { Time = TimeOnly.FromDateTime(now.AddMinutes(-1).UtcDateTime), Zone = "UTC" });
    }

    public static TheoryData<string> Steps => new()
    {
        "is claimed", "is stored", "before post 1", "after post 1", "Part 1 of 2", "before post 2", "after post 2", "Part 2 of 2", "is sent, ",
    };

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _discord.DisposeAsync();

    public void Dispose() => _stored.Dispose();

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task Killed_at_any_step_a_delivery_leaves_every_part_once(string step)
    {
        var isPost = step.Contains("post", StringComparison.Ordinal);
        _discord.Hold = request => StandAtAsync(request, step, "before");
        _discord.HoldAnswer = request => StandAtAsync(request, step, "after");
        using (var child = DeliveringProcess.Start(_stored.Path, _discord.Rest.BaseUrl, TimeSpan.Zero, isPost ? "" : step))
        {
            await (isPost ? _arrived.Task.WaitAsync(Patience) : DeliveringProcess.StandsAsync(child));
            child.Kill();
            await child.WaitForExitAsync().WaitAsync(Patience);
        }

        _discord.Hold = _discord.HoldAnswer = _ => Task.CompletedTask;
        _discord.ForgetNonces();
        using (var again = DeliveringProcess.Start(_stored.Path, _discord.Rest.BaseUrl, DeliveryLedger.Lease + TimeSpan.FromMinutes(1)))
        {
            await again.WaitForExitAsync().WaitAsync(Patience);
            Assert.Equal(0, again.ExitCode);
        }

        Assert.Equal(2, _discord.Messages.Count);
        Assert.Equal(2, _discord.Messages.SelectMany(message => message.Marks).Distinct().Count());
        Assert.Equal(["passage 1"], _stored.Store.Shown(_subscription.Id));
        Assert.Equal("Sent", _stored.Database.Read(connection => connection.One("SELECT state FROM delivery", row => row.GetString(0))));
    }

    /// <summary>Never answers from that step on.</summary>
    private async Task StandAtAsync(RestRequest request, string step, string when)
    {
        if (request.Method == "POST" && step == $"{when} post {(when == "before" ? ++_posts : _posts)}")
        {
            _arrived.TrySetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System);
        }
    }
}
