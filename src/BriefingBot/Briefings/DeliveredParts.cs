using BriefingBot.Storage;
using BriefingBot.Surfaces;

namespace BriefingBot.Briefings;

/// <summary>Which messages of a briefing are known to stand where they belong.</summary>
internal sealed class DeliveredParts
{
    private readonly List<string?> _messages;

    public DeliveredParts(Claim claim, StoredBriefing briefing)
    {
        Marks = [.. briefing.Parts.Select((_, part) => BriefingMark.Of(claim.Subscription.Id, claim.Slot.Day, part))];
        _messages = [.. briefing.Parts.Select((_, part) => claim.Messages.ElementAtOrDefault(part))];
        Conversation = claim.Conversation;
    }

    /// <summary>The parts' marks, in order.</summary>
    public IReadOnlyList<string> Marks { get; }

    /// <summary>Their ids, in order; null for what is not known to be there, empty where the surface has no ids.</summary>
    public IReadOnlyList<string?> Messages => _messages;

    /// <summary>What was opened for them: see <see cref="IMessageSink.SendAsync"/>.</summary>
    public string? Conversation { get; private set; }

    /// <summary>Parts that are not known to be there, in order.</summary>
    public IEnumerable<int> Missing => Enumerable.Range(0, Marks.Count).Where(part => _messages[part] is null);

    public void Add(int part, SentPart sent)
    {
        _messages[part] = sent.Message ?? "";
        Conversation = sent.Conversation ?? Conversation;
    }

    /// <summary>Adds what was found by its marks.</summary>
    public void Add(IReadOnlyDictionary<string, SentPart> found)
    {
        for (var part = 0; part < Marks.Count; part++)
        {
            if (found.TryGetValue(Marks[part], out var sent))
            {
                Add(part, sent);
            }
        }
    }
}
