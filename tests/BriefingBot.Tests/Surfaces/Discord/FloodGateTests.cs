using BriefingBot.Configuration;
using BriefingBot.Discord.Model;
using BriefingBot.Surfaces.Discord;
using Microsoft.Extensions.Time.Testing;

namespace BriefingBot.Tests.Surfaces.Discord;

public sealed class FloodGateTests : IDisposable
{
    private static readonly Snowflake Anna = new(1), Otto = new(2);

    private readonly FakeTimeProvider _time = new();
    private readonly FloodGate _gate;

    public FloodGateTests() => _gate = new FloodGate(new FloodOptions { Commands = 3 }, _time);

    public void Dispose() => _gate.Dispose();

    [Fact]
    public void So_many_in_a_window_are_answered_and_the_next_is_asked_to_slow_down_once()
    {
        Assert.Equal(
            [Admission.Answer, Admission.Answer, Admission.Answer, Admission.AskToSlowDown, Admission.Silence, Admission.Silence],
            Enumerable.Range(0, 6).Select(_ => _gate.Admit(Anna)));
        Assert.Equal(Admission.Answer, _gate.Admit(Otto));
    }

    [Fact]
    public void The_window_slides()
    {
        _gate.Admit(Anna);
        Pass(20);
        _gate.Admit(Anna);
        _gate.Admit(Anna);
        Pass(10);
        Assert.Equal(Admission.Answer, _gate.Admit(Anna));
        Assert.Equal(Admission.AskToSlowDown, _gate.Admit(Anna));
    }

    [Fact]
    public void Silence_ends_and_asking_meanwhile_does_not_lengthen_it()
    {
        Flood(Anna);
        Pass(59);
        Assert.Equal(Admission.Silence, _gate.Admit(Anna));
        Pass(1);
        Assert.Equal([Admission.Answer, Admission.Answer, Admission.Answer, Admission.AskToSlowDown], Enumerable.Range(0, 4).Select(_ => _gate.Admit(Anna)));
    }

    [Fact]
    public void Zero_is_no_limit()
    {
        using var open = new FloodGate(new FloodOptions { Commands = 0 }, _time);
        Assert.All(Enumerable.Range(0, 1000), _ => Assert.Equal(Admission.Answer, open.Admit(Anna)));
        Assert.Equal(0, open.People);
    }

    [Fact]
    public void Whom_Discord_does_not_name_is_answered() =>
        Assert.All(Enumerable.Range(0, 10), _ => Assert.Equal(Admission.Answer, _gate.Admit(null)));

    [Fact]
    public void Nothing_is_kept_of_who_has_been_quiet()
    {
        _gate.Admit(Anna);
        Flood(Otto);
        Pass(31);
        Assert.Equal(1, _gate.People);
        Pass(60);
        Assert.Equal(0, _gate.People);
        _gate.Admit(Anna);
        Pass(60);
        Assert.Equal(0, _gate.People);
    }

    [Fact]
    public void Of_more_people_than_fit_the_others_are_answered_uncounted()
    {
        for (var person = 0; person <= FloodGate.MostPeople; person++)
        {
            _gate.Admit(new Snowflake((ulong)person + 100));
        }

        Assert.Equal(FloodGate.MostPeople, _gate.People);
        Assert.All(Enumerable.Range(0, 10), _ => Assert.Equal(Admission.Answer, _gate.Admit(Anna)));
    }

    private void Flood(Snowflake person)
    {
        for (var i = 0; i < 4; i++)
        {
            _gate.Admit(person);
        }
    }

    private void Pass(int seconds) => _time.Advance(TimeSpan.FromSeconds(seconds));
}
