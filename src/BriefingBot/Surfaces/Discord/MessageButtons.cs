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
        var (ids, carried) = Ids([.. ofPassages, .. ofPages], reply, passages.Count == 0 ? null : request);
        for (var i = 0; i < ofPassages.Count; i++)
        {
            _ofPassages.Enqueue(Made(ids[i], ofPassages[i].Action == ButtonAction.Context ? "Context" : "Why this answer"));
        }

        // Without what was asked there is no other page to turn to.
        Pages = ofPages.Count == 0 || !carried ? [] :
        [
            new Rule(),
            new ButtonRow(
            [
                Made(ids[^3], "Previous", reply.Page.HasPrevious),
                Made(ids[^2], Wording.Page(reply.Page), pressable: false),
                Made(ids[^1], "Next", reply.Page.HasNext),
            ]),
        ];
    }

    /// <summary>The row that turns pages, apart from the last passage's; none where there is only one page.</summary>
    public IReadOnlyList<Part> Pages { get; }

    /// <summary>The row of the next passage.</summary>
    public ButtonRow? Next() => _ofPassages.Count < 2 ? null : new ButtonRow([_ofPassages.Dequeue(), _ofPassages.Dequeue()]);

    /// <summary>
    /// Two buttons hold no more than a short question. Where there is one page only, the first words of a long one are enough to find the
    /// reason of an answer again.
    /// </summary>
    private static (IReadOnlyList<string> Ids, bool Carried) Ids(IReadOnlyList<ButtonId> buttons, Reply reply, CommandRequest? request)
    {
        if (request is null)
        {
            return ButtonIds.Of(buttons, null);
        }

        var made = ButtonIds.Of(buttons, RequestText.Of(request, reply.Page.Number));
        for (var most = CommandCatalog.LongestText; !made.Carried && reply.Page.Count == 1 && most > 0; most -= 20)
        {
            made = ButtonIds.Of(buttons, RequestText.Of(request, 0, most));
        }

        return made;
    }

    private static ButtonId Look(ButtonAction action, Passage passage, int index) =>
        new(action, index + 1, passage.Id, ButtonIds.ReadingOf(passage.Text, passage.Sentence));

    private static Button Made(string id, string label, bool pressable = true) =>
        new(ButtonStyle.Secondary) { Label = label, CustomId = id, Disabled = pressable ? null : true };
}
