using BriefingBot.Briefings;
using BriefingBot.Commands;

namespace BriefingBot.Surfaces;

/// <summary>Where briefings are sent: the one port of the program. What is sent can be stored, so that a second attempt sends the same words.</summary>
internal interface IMessageSink
{
    /// <summary>The messages that a briefing becomes, each in the surface's own form. Every one can be found again by its <see cref="BriefingMark"/>.</summary>
    IReadOnlyList<string> Render(Reply reply, Subscription subscription, DateOnly slot);

    /// <summary>Sends one of them. A second time within a minute it is still one.</summary>
    /// <param name="subscription">Whose briefing it is.</param>
    /// <param name="conversation">What an earlier one opened for this subscription; null for nothing.</param>
    /// <param name="part">As <see cref="Render"/> made it.</param>
    /// <param name="mark">The part's.</param>
    /// <param name="isOurs">Whether it is still this process's to send: asked right before it goes out, however long that took.</param>
    /// <param name="stop">Ends waiting.</param>
    /// <returns>Null when it was no longer this process's: then nothing was sent, unless an attempt before may have arrived.</returns>
    /// <exception cref="DeliveryException">It was not sent, or nobody knows.</exception>
    Task<SentPart?> SendAsync(Subscription subscription, string? conversation, string part, string mark, Func<bool> isOurs, CancellationToken stop);

    /// <summary>Looks for messages that may have been sent.</summary>
    /// <param name="subscription">Whose briefing they are of.</param>
    /// <param name="conversation">What an earlier one opened for this subscription; null for nothing.</param>
    /// <param name="marks">Theirs.</param>
    /// <param name="since">None was sent before.</param>
    /// <param name="stop">Ends waiting.</param>
    /// <returns>Those that stand there, by their marks; null when what stands there cannot be read.</returns>
    /// <exception cref="DeliveryException">It cannot be looked for, now or at all: they may have arrived, as before.</exception>
    Task<IReadOnlyDictionary<string, SentPart>?> FindAsync(
        Subscription subscription, string? conversation, IReadOnlyList<string> marks, DateTimeOffset since, CancellationToken stop);

    /// <summary>Whether the bot is in a server; null when that is not to be told now.</summary>
    Task<bool?> IsInAsync(string guild, CancellationToken stop);

    /// <summary>Tells something to one person alone.</summary>
    /// <exception cref="DeliveryException">It did not reach them.</exception>
    Task TellAsync(string person, Reply notice, CancellationToken stop);
}

/// <summary>A message that was sent.</summary>
/// <param name="Message">Its id, where the surface has such.</param>
/// <param name="Conversation">Where further messages of the subscription go, where that is not the place itself: see <see cref="IMessageSink.SendAsync"/>.</param>
internal sealed record SentPart(string? Message, string? Conversation);

/// <summary>A message was not sent, or nobody knows whether it was. The message is one sentence for whoever can mend it, without any text that was to be sent.</summary>
internal sealed class DeliveryException(string sentence, Exception? inner = null) : Exception(sentence, inner)
{
    /// <summary>Whether the same would fail again until somebody mends something.</summary>
    public bool IsFinal { get; init; }

    /// <summary>What the subscription is to be paused for; null to go on with the next briefing.</summary>
    public PauseReason? Pause { get; init; }

    /// <summary>Whether it may have been sent nevertheless.</summary>
    public bool MayHaveArrived { get; init; }

    /// <summary>When it is worth trying again; null when that is not known.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
