using BriefingBot.Tests.Fakes;

namespace BriefingBot.Tests.Discord.Gateway;

/// <summary>One fault after another, by chance but always the same, while Discord keeps its sessions as it really does.</summary>
public class GatewayFaultsTests
{
    private const int Faults = 60;

    private static readonly int?[] Resumable = [null, 1001, 1011, 4000, 4001, 4002, 4005, 4008];

    private static readonly double[] Waits = [0.625, 1.25, 2.5, 5, 10, 20, 40, 75];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Through_sixty_faults_every_interaction_is_told_exactly_once(int seed)
    {
        await using var bot = new GatewayConversation();
        var world = new World(bot, new Random(seed));
        await world.BeginAsync();
        for (var fault = 0; fault < Faults; fault++)
        {
            await world.FailAsync();
            await world.ComeBackAsync();
        }

        await world.HappenAsync(1);
        await world.AllToldAsync();
        Assert.True(bot.IsQuiet);
        Assert.True(bot.Client.Health is { Ready: true, Reconnects: >= 40, Resumes: >= 20, Identifies: > 1 });
        world.Connection.Cut();
    }

    /// <summary>Discord's side: sessions with their events, and what it does to the connection.</summary>
    private sealed class World(GatewayConversation bot, Random random)
    {
        private readonly List<string> _events = [];
        private readonly List<ulong> _untold = [];
        private int _sessions;
        private long _id;
        private int _attempts;
        private bool _connected;
        private bool _rests;

        public FakeConnection Connection { get; private set; } = null!;

        private string Session => $"session-{_sessions}";

        public async Task BeginAsync()
        {
            _sessions++;
            _events.Clear();
            Connection = await bot.Discord.AcceptAsync();

            // The last Identify may have been a moment ago.
            bot.Time.Advance(TimeSpan.FromSeconds(5.25));
            await Connection.SendAsync(GatewayPayloads.Hello());
            await Connection.ExpectAsync(2);
            _events.Add(GatewayPayloads.Ready(Session, bot.Discord.Url + "/resume"));
            await Connection.SendAsync(_events[0]);
            for (var told = await bot.ToldAsync(); told.Ready?.SessionId != Session; told = await bot.ToldAsync())
            {
                Assert.Equal("RESUMED", told.Name);
            }

            (_attempts, _connected, _rests) = (0, true, false);
        }

        /// <summary>Some interactions, then something goes wrong.</summary>
        public async Task FailAsync()
        {
            await HappenAsync(random.Next(4));
            switch (random.Next(9))
            {
                case 0:
                    Connection.Cut(reset: random.Next(2) == 0);
                    _connected = false;
                    break;
                case 1:
                    await Connection.CutInMidFrameAsync(Happens(), reset: random.Next(2) == 0);
                    _connected = false;
                    break;
                case 2:
                    await Connection.CloseAsync(Resumable[random.Next(Resumable.Length)]);
                    _connected = false;
                    break;
                case 3:
                    await LeavesAsync(GatewayPayloads.Reconnect);
                    break;
                case 4:
                    await LeavesAsync(GatewayPayloads.InvalidSession(true));
                    break;
                case 5:
                    await AllToldAsync();
                    await LeavesAsync(GatewayPayloads.InvalidSession(false));
                    (_sessions, _rests) = (-Math.Abs(_sessions), true);
                    break;
                case 6:
                    await AllToldAsync();
                    await Connection.CloseAsync(random.Next(2) == 0 ? 4007 : 4009);
                    (_sessions, _connected) = (-Math.Abs(_sessions), false);
                    break;
                case 7:
                    await AllToldAsync();
                    await FallSilentAsync();
                    break;
                default:
                    await Connection.SendAsync("""{"op":0,"t":"NONSENSE","d":""");
                    await Connection.SendAsync("""{"op":77,"d":{"s":[1,2]}}""");
                    break;
            }
        }

        public async Task ComeBackAsync()
        {
            while (!_connected)
            {
                // Events go on while nobody is connected.
                Happens();
                await RestAsync();
                if (_sessions < 0)
                {
                    _sessions = -_sessions;
                    _untold.RemoveAt(_untold.Count - 1);
                    await BeginAsync();
                }
                else
                {
                    await ResumeAsync();
                }
            }
        }

        public async Task AllToldAsync()
        {
            while (_untold.Count > 0)
            {
                if ((await bot.ToldAsync()).Interaction is { } interaction)
                {
                    Assert.Equal(_untold[0], interaction.Id.Value);
                    _untold.RemoveAt(0);
                }
            }
        }

        private async Task RestAsync()
        {
            var wait = Waits[Math.Min(_attempts++, Waits.Length - 1)];
            await bot.Time.PassAsync(_rests ? Math.Max(3, wait) : wait);
        }

        private async Task ResumeAsync()
        {
            Connection = await bot.Discord.AcceptAsync();
            await Connection.SendAsync(GatewayPayloads.Hello());
            var resume = await Connection.ExpectAsync(6);
            Assert.Equal(Session, resume.GetProperty("session_id").GetString());
            var received = (int)resume.GetProperty("seq").GetInt64();
            Assert.InRange(received, 1, _events.Count);
            var trouble = random.Next(6);
            for (var next = received; next < _events.Count; next++)
            {
                await Connection.SendAsync(_events[next]);
                if (trouble == 0)
                {
                    // In the midst of the replay.
                    Connection.Cut();
                    return;
                }
            }

            _events.Add(GatewayPayloads.Resumed(_events.Count + 1));
            await Connection.SendAsync(_events[^1]);
            await bot.HealthAsync(health => health.Ready);
            (_attempts, _connected) = (0, true);
        }

        private async Task LeavesAsync(string payload)
        {
            await Connection.SendAsync(payload);
            Assert.Equal(4000, await Connection.ExpectCloseAsync());
            _connected = false;
        }

        private async Task FallSilentAsync()
        {
            await Connection.SettleAsync();
            bot.Time.Advance(TimeSpan.FromSeconds(41.25));
            await Connection.ExpectAsync(1);
            bot.Time.Advance(TimeSpan.FromSeconds(41.25));
            Assert.Equal(4000, await Connection.ExpectCloseAsync());
            _connected = false;
        }

        public async Task HappenAsync(int count)
        {
            for (var i = 0; i < count; i++)
            {
                await Connection.SendAsync(Happens());
            }
        }

        private string Happens()
        {
            _id++;
            _untold.Add((ulong)_id);
            _events.Add(GatewayPayloads.Interaction(_id, _events.Count + 1));
            return _events[^1];
        }
    }
}
