using BriefingBot.Commands;
using BriefingBot.Discord.Model;
using BriefingBot.Search;

namespace BriefingBot.Surfaces.Discord;

/// <summary>The buttons of one message: two under each passage, and those that turn pages.</summary>
internal sealed class MessageButtons
{
    private readonly Queue<Component> _ofPassages = new();

    /// <param name="reply">Tells the page.</param>
    /// <param name="passages">All that the message shows, in order.</param>
    /// <param name="request">For the buttons to carry.</param>
    public MessageButtons(Reply reply, IReadOnlyList<Passage> passages, CommandRequest? request)
    {
        var ofPassages = passages.SelectMany((passage, i) => new[] { Look(ButtonAction.Context, passage, i), Look(ButtonAction.Why, passage, i) }).ToList();
        List<ButtonId> ofPages = reply.Page.Count > 1 && request is not null
            ? [new(ButtonAction.PreviousPage), new(ButtonAction.ThisPage), new(ButtonAction.NextPage)]
            : [];
        var (ids, carried) = ButtonIds.Of(
            [.. ofPassages, .. ofPages], request is null || passages.Count == 0 ? null : RequestText.Of(request, reply.Page.Number));
        for (var i = 0; i < ofPassages.Count; i++)
        {
            _ofPassages.Enqueue(Made(ids[i], ofPassages[i].Action == ButtonAction.Context ? "Context" : "Why this answer"));
        }

        // Without what was asked there is no other page to turn to.
        Pages = ofPages.Count == 0 || !carried ? [] :
        [
            new ButtonRow(
            [
                Made(ids[^3], "Previous", reply.Page.HasPrevious),
                Made(ids[^2], Wording.Page(reply.Page), pressable: false),
                Made(ids[^1], "Next", reply.Page.HasNext),
            ]),
        ];
    }

    /// <summary>The row that turns pages; none where there is only one.</summary>
    public IReadOnlyList<Part> Pages { get; }

    /// <summary>The row of the next passage.</summary>
    public ButtonRow? Next() => _ofPassages.Count < 2 ? null : new ButtonRow([_ofPassages.Dequeue(), _ofPassages.Dequeue()]);

    private static ButtonId Look(ButtonAction action, Passage passage, int index) =>
        new(action, index + 1, passage.Id, ButtonIds.ReadingOf(passage.Text, passage.Sentence));

    private static Button Made(string id, string label, bool pressable = true) =>
        new(ButtonStyle.Secondary) { Label = label, CustomId = id, Disabled = pressable ? null : true };
}
