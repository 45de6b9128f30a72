using BriefingBot.Search;

namespace BriefingBot.Commands;

/// <summary>Searches a page of passages, and the first ten whatever the page.</summary>
internal static class PassagePages
{
    /// <summary>Passages on a page: what a screen holds.</summary>
    public const int Size = 5;

    private const int Leading = 10;

    /// <summary>Fills in what was found, what answers it, whether it is an answer, and where the page stands; the heading is the caller's.</summary>
    public static Reply Search(SentenceIndex index, CommandRequest request, PassageQuery query)
    {
        var first = index.Search(query with { Skip = 0, Take = Leading });
        var pages = Math.Max(1, (first.Total + Size - 1) / Size);
        var page = Math.Clamp(request.Page, 0, pages - 1);
        var passages = (page + 1) * Size <= Leading
            ? [.. first.Passages.Skip(page * Size).Take(Size)]
            : index.Search(query with { Skip = page * Size, Take = Size }).Passages;
        return new Reply
        {
            Command = request.Command.Name,
            Heading = "",
            Found = first.Found,
            Total = first.Total,
            Page = new ReplyPage(page, Size, pages),
            Passages = passages,
            Leading = first.Passages,
            Closest = [.. first.Closest.Take(3)],
            Pairs = query.Scope == PassageScope.Quotations ? index.Pairs : ClaimsAndAnswers.None,
        };
    }
}
