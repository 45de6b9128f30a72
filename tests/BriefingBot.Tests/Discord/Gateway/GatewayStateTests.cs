using BriefingBot.Discord.Gateway;
using CsCheck;

namespace BriefingBot.Tests.Discord.Gateway;

/// <summary>The protocol as a table: what follows from everything that can happen, in every state.</summary>
public class GatewayStateTests
{
    private static readonly GatewaySession Session = new("one", "wss://resume.example", 10);

    private static readonly (string Name, GatewayInput Input)[] Inputs =
    [
        ("Opened", new(GatewayHappening.Opened)),
        ("NotOpened", new(GatewayHappening.NotOpened)),
        ("Hello", new(GatewayHappening.Hello)),
        ("Ready", new(GatewayHappening.Ready, 11) { Session = new GatewaySession("two", null, 11) }),
        ("Resumed", new(GatewayHappening.Resumed, 11)),
        ("Event", new(GatewayHappening.Dispatch, 11)),
        ("Old event", new(GatewayHappening.Dispatch, 10)),
        ("Beat wanted", new(GatewayHappening.BeatRequested)),
        ("Acknowledged", new(GatewayHappening.Acknowledged)),
        ("Reconnect", new(GatewayHappening.ReconnectRequested)),
        ("Invalid, true", new(GatewayHappening.SessionInvalid) { Resumable = true }),
        ("Invalid, false", new(GatewayHappening.SessionInvalid)),
        ("Incomprehensible", new(GatewayHappening.Incomprehensible)),
        ("Garbled", new(GatewayHappening.Garbled)),
        ("Turn", new(GatewayHappening.TurnCame)),
        ("Beat due", new(GatewayHappening.BeatDue)),
        ("Beat due, none acknowledged", new(GatewayHappening.BeatDue)),
        ("Beat due, held up", new(GatewayHappening.BeatDue) { HeldUp = true }),
        ("Late", new(GatewayHappening.Late)),
        ("Cut", new(GatewayHappening.Closed)),
        ("Closed, session gone", new(GatewayHappening.Closed) { CloseCode = 4009 }),
        ("Closed, fatal", new(GatewayHappening.Closed) { CloseCode = 4004 }),
        ("Stopped", new(GatewayHappening.Stopped)),
    ];

    /// <summary>
    /// A column an input, in the order above. <c>.</c> nothing, <c>d</c> event handed on, <c>b</c> heartbeat, <c>r</c> heartbeat if there is
    /// room, <c>o</c> open, <c>T</c> heart and turn, <c>I</c> identify, <c>R</c> heart and resume, <c>Y</c> ready and handed on, <c>k</c>
    /// left with the session, <c>n</c> left without one, <c>z</c> left without one and resting first, <c>X</c> refused.
    /// </summary>
    private static readonly (string Name, GatewayState State, string Outcomes)[] Table =
    [
        ("apart with session", In(GatewayStage.Apart, Session), "ok....................."),
        ("apart", In(GatewayStage.Apart, null), "on....................."),
        ("open with session", In(GatewayStage.Open, Session), "..R....r.kkz.k.bkbkknXk"),
        ("open", In(GatewayStage.Open, null), "..T....r.nzz.n.bnbnnnXn"),
        ("awaiting its turn", In(GatewayStage.AwaitingTurn, null), ".......r.nzz.nIbnb.nnXn"),
        ("identifying", In(GatewayStage.Identifying, null), "...Ydddr.nzz.n.bnbnnnXn"),
        ("resuming", In(GatewayStage.Resuming, Session), "...YYd.r.kkz.k.bkbkknXk"),
        ("ready", In(GatewayStage.Ready, Session), "...ddd.r.kkz.k.bkb.knXk"),
        ("ready, cannot resume", In(GatewayStage.Ready, null) with { Sequence = 10 }, "...ddd.r.nzz.n.bnb.nnXn"),
        ("refused", In(GatewayStage.Refused, null), "......................."),
    ];

    [Fact]
    public void In_every_state_everything_that_can_happen_is_decided()
    {
        Assert.Equal(Enum.GetValues<GatewayStage>().Order(), Table.Select(row => row.State.Stage).Distinct().Order());
        Assert.Equal(Enum.GetValues<GatewayHappening>().Order(), Inputs.Select(input => input.Input.What).Distinct().Order());
        foreach (var (name, state, outcomes) in Table)
        {
            var seen = Inputs.Select(input => Outcome(
                state with { AwaitsAcknowledgement = input.Name.StartsWith("Beat due,", StringComparison.Ordinal) }, input.Input));

            Assert.Equal((name, outcomes), (name, string.Concat(seen)));
        }
    }

    [Fact]
    public void Leaving_counts_attempts_and_only_ready_and_resumed_begin_anew()
    {
        foreach (var (_, state, outcomes) in Table)
        {
            for (var i = 0; i < Inputs.Length; i++)
            {
                var expected = outcomes[i] switch { 'k' or 'n' or 'z' => 4, 'Y' => 0, _ => 3 };

                var before = state with { Attempts = 3, AwaitsAcknowledgement = Inputs[i].Name.StartsWith("Beat due,", StringComparison.Ordinal) };
                Assert.Equal(expected, before.On(Inputs[i].Input).State.Attempts);
            }
        }
    }

    [Fact]
    public void A_session_is_resumed_at_its_address_then_elsewhere_then_given_up()
    {
        var routes = new List<GatewayRoute>();
        for (var state = In(GatewayStage.Apart, Session); routes.Count < 15; state = state.On(new(GatewayHappening.NotOpened)).State)
        {
            routes.Add(state.Route);
        }

        Assert.Equal(
            [.. Enumerable.Repeat(GatewayRoute.ToSession, 4), .. Enumerable.Repeat(GatewayRoute.ToSessionElsewhere, 9), GatewayRoute.Anew, GatewayRoute.Anew],
            routes);
    }

    [Fact]
    public void Every_close_code_leads_where_its_table_says()
    {
        for (var code = 1000; code < 5000; code++)
        {
            var state = In(GatewayStage.Ready, Session).On(new(GatewayHappening.Closed) { CloseCode = code }).State;
            var then = state.Refusal is not null ? AfterClose.GiveUp : state.Session is null ? AfterClose.Identify : AfterClose.Resume;

            Assert.Equal((code, CloseCode.Of(code).Then), (code, then));
        }
    }

    [Fact]
    public void An_event_without_a_number_is_handed_on_and_leaves_the_number()
    {
        var step = In(GatewayStage.Ready, Session).On(new(GatewayHappening.Dispatch));

        Assert.Equal((GatewayActs.Dispatch, 10L), (step.Acts, step.State.Sequence));
    }

    /// <summary>Where it is may be why the earlier process ended.</summary>
    [Fact]
    public void A_session_of_an_earlier_process_is_given_up_after_two_attempts_and_its_own_once_it_went_on_after_twelve()
    {
        var state = GatewayState.Begun(Session).On(new(GatewayHappening.NotOpened)).State;
        Assert.Equal(GatewayRoute.ToSession, state.Route);
        Assert.Equal(GatewayRoute.Anew, state.On(new(GatewayHappening.NotOpened)).State.Route);

        state = (state with { Stage = GatewayStage.Resuming }).On(new(GatewayHappening.Resumed, 9)).State;
        Assert.Equal((GatewayStage.Ready, false), (state.Stage, state.IsInherited));
        state = state.On(new(GatewayHappening.ReconnectRequested)).State;
        for (var attempt = 0; attempt < GatewayState.AttemptsToResume - 1; attempt++)
        {
            state = state.On(new(GatewayHappening.NotOpened)).State;
            Assert.NotNull(state.Session);
        }

        Assert.Null(state.On(new(GatewayHappening.NotOpened)).State.Session);
    }

    [Fact]
    public void A_new_session_begins_its_own_numbers()
    {
        var identifying = (In(GatewayStage.AwaitingTurn, null) with { Sequence = 500 }).On(new(GatewayHappening.TurnCame)).State;
        var ready = identifying.On(new(GatewayHappening.Ready, 1) { Session = Session });

        Assert.Equal((GatewayStage.Ready, 1L, GatewayActs.Dispatch), (ready.State.Stage, ready.State.Sequence, ready.Acts));
    }

    [Fact]
    public void Whatever_happens_no_number_of_a_session_is_handed_on_twice_and_a_refusal_is_the_end()
    {
        var input = Gen.Select(Gen.Int[0, Inputs.Length - 1], Gen.Long[1, 30], (index, number) => Inputs[index].Input with { Sequence = number });

        input.Array[0, 200].Sample(inputs =>
        {
            var state = GatewayState.Begun(null);
            long? last = null;
            var refused = false;
            foreach (var one in inputs)
            {
                var before = state;
                var step = state.On(one);
                state = step.State;
                last = step.Acts.HasFlag(GatewayActs.Identify) ? null : last;
                Assert.True(!refused || step == new GatewayStep(before, GatewayActs.None));
                refused |= state.Stage == GatewayStage.Refused;
                if (step.Acts.HasFlag(GatewayActs.Dispatch))
                {
                    Assert.True(one.What == GatewayHappening.Ready || last is null || one.Sequence > last);
                    last = one.Sequence;
                }
            }
        });
    }

    private static GatewayState In(GatewayStage stage, GatewaySession? session) =>
        GatewayState.Begun(session) with { Stage = stage, IsInherited = false };

    private static char Outcome(GatewayState before, GatewayInput input)
    {
        var (after, acts) = before.On(input);
        if (acts == GatewayActs.None && after with { AwaitsAcknowledgement = before.AwaitsAcknowledgement } == before)
        {
            return '.';
        }

        return (after.Stage, acts) switch
        {
            (GatewayStage.Open, GatewayActs.None) => 'o',
            (GatewayStage.AwaitingTurn, GatewayActs.StartHeart | GatewayActs.AwaitTurn) => 'T',
            (GatewayStage.Resuming, GatewayActs.StartHeart | GatewayActs.Resume) => 'R',
            (GatewayStage.Identifying, GatewayActs.Identify) => 'I',
            (GatewayStage.Ready, GatewayActs.Dispatch) when before.Stage != GatewayStage.Ready => 'Y',
            (_, GatewayActs.Dispatch) when after.Stage == before.Stage => 'd',
            (_, GatewayActs.Beat) when after.Stage == before.Stage && after.AwaitsAcknowledgement => 'b',
            (_, GatewayActs.BeatIfRoom) when after == before => 'r',
            (GatewayStage.Apart, GatewayActs.Leave) when after.Session is not null => 'k',
            (GatewayStage.Apart, GatewayActs.Leave or GatewayActs.None) when after.Session is null => after.RestFirst ? 'z' : 'n',
            (GatewayStage.Refused, GatewayActs.Leave) when after.Refusal is not null => 'X',
            _ => '?',
        };
    }
}
