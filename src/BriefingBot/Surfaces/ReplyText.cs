using BriefingBot.Commands;
using BriefingBot.Search;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace BriefingBot.Surfaces;

/// <summary>
/// A reply as text for people. Passages stand there to the letter: a statement is set bold, a hit underlined too, and where the output
/// shows no such thing (a pipe, a plain terminal) a line below names them, so that no mark gets between an article's words.
/// </summary>
/// <param name="decorated">Whether the output shows bold and underlined text.</param>
/// <param name="zone">For days that stand for moments.</param>
internal sealed class ReplyText(bool decorated, TimeZoneInfo zone)
{
    private const int Indent = 4;
    private const int LongestLabel = 24;

    private static readonly Style Heading = new(decoration: Decoration.Bold);
    private static readonly Style Statement = new(decoration: Decoration.Bold);
    private static readonly Style Hit = new(Color.Yellow, decoration: Decoration.Bold | Decoration.Underline);
    private static readonly Style Name = new(Color.Aqua, decoration: Decoration.Bold);
    private static readonly Style Aside = new(decoration: Decoration.Dim);

    /// <summary>The reply's lines, an empty one after it.</summary>
    public IRenderable Render(Reply reply)
    {
        var blocks = new List<IRenderable> { Block("", 0, reply.Heading, reply.Failed ? Style.Plain : Heading) };
        if (reply.Statement is { } statement)
        {
            blocks.Add(Block("", 0, statement, Style.Plain));
        }

        foreach (var section in reply.Sections)
        {
            AddSection(blocks, section);
        }

        AddPassages(blocks, reply);
        if (reply.Closest.Count > 0)
        {
            blocks.Add(Empty);
            blocks.Add(Block("", 0, Wording.Closest, Style.Plain));
            AddAll(blocks, reply.Closest, 1, reply);
        }

        if (reply.Notes.Count > 0)
        {
            blocks.Add(Empty);
            blocks.AddRange(reply.Notes.Select(note => Block("", 0, note, Aside)));
        }

        if (reply.Preview is { } subscription)
        {
            blocks.Add(Block("", 0, $"/{CommandCatalog.BriefingNow.Name} id:{subscription} shows what it looks like.", Aside));
        }

        if (reply.Page.Count > 1)
        {
            blocks.Add(Empty);
            blocks.Add(Block("", 0, PageLine(reply.Page), Aside));
        }

        blocks.Add(Empty);
        return new Rows(blocks);
    }

    private static TerminalBlock Empty => new("", 0, []);

    private static TerminalBlock Block(string label, int indent, string text, Style style) => new(label, indent, [(SafeText.Of(text), style)]);

    private static string PageLine(ReplyPage page)
    {
        string?[] ways = [page.HasNext ? "more: next page" : null, page.HasPrevious ? "back: previous page" : null];
        return $"{Wording.Page(page)} ({string.Join(", ", ways.OfType<string>())})";
    }

    private static void AddSection(List<IRenderable> blocks, ReplySection section)
    {
        blocks.Add(Empty);
        if (section.Title is { } title)
        {
            blocks.Add(Block("", 0, title, Heading));
        }

        var labels = section.Lines.Select(line => SafeText.OnOneLine(line.Label ?? "")).ToList();
        // A label that is too long for a column reads on into its text.
        var width = labels.Select(CellWidthOf).Where(cells => cells <= LongestLabel).DefaultIfEmpty().Max();
        for (var i = 0; i < section.Lines.Count; i++)
        {
            var indent = width == 0 ? Indent / 2 : width + Indent;
            var text = SafeText.Of(section.Lines[i].Text);
            var style = section.Lines[i].Emphasised ? Heading : Style.Plain;
            var label = $"  {labels[i]}";
            blocks.Add(new TerminalBlock(CellWidthOf(label) < indent || label.Trim().Length == 0 ? label : $"{label}{(label.EndsWith(':') ? " " : "  ")}", indent, [(text, style)]));
        }
    }

    private static int CellWidthOf(string text) => CellWidth.Of(text);

    private void AddPassages(List<IRenderable> blocks, Reply reply)
    {
        if (!reply.ByDay)
        {
            for (var i = 0; i < reply.Passages.Count; i++)
            {
                AddRemarked(blocks, reply, i);
            }

            return;
        }

        var number = reply.Page.Before + 1;
        string? day = null;
        foreach (var passage in reply.Passages)
        {
            if (PassageFormatter.Date(passage.Article, zone) is var date && date != day)
            {
                blocks.Add(Empty);
                blocks.Add(Block("", 0, date, Heading));
                day = date;
            }

            AddAll(blocks, [passage], number++, reply);
        }
    }

    private void AddRemarked(List<IRenderable> blocks, Reply reply, int index)
    {
        var remark = reply.Remark(index);
        if (remark.Heading is { } heading)
        {
            blocks.Add(Empty);
            blocks.Add(Block("", 0, heading, Heading));
        }

        if (remark.Above is { } above)
        {
            blocks.Add(Empty);
            blocks.Add(Block("", Indent, above, Style.Plain));
            AddPassage(blocks, reply.Passages[index], reply.Page.Before + 1 + index, reply);
        }
        else
        {
            AddAll(blocks, [reply.Passages[index]], reply.Page.Before + 1 + index, reply);
        }

        if (remark.Below is { } below)
        {
            blocks.Add(Block("", Indent, below, Aside));
        }
    }

    private void AddAll(List<IRenderable> blocks, IReadOnlyList<Passage> passages, int first, Reply reply)
    {
        for (var i = 0; i < passages.Count; i++)
        {
            blocks.Add(Empty);
            AddPassage(blocks, passages[i], first + i, reply);
        }
    }

    private void AddPassage(List<IRenderable> blocks, Passage passage, int number, Reply reply)
    {
        var label = $"{number,2}  ";
        if (PassageFormatter.Who(passage) is { } who)
        {
            var kind = $" · {PassageFormatter.KindAndMatch(passage, reply)}";
            blocks.Add(new TerminalBlock(label, Indent, [(SafeText.OnOneLine(who), Name), (kind, Style.Plain)]));
            label = "";
        }

        var stretches = PassageFormatter.Stretches(passage).Select(stretch => (SafeText.Of(stretch.Text), Look(stretch.Emphasis))).ToList();
        blocks.Add(new TerminalBlock(label, Indent, stretches));
        if (!decorated)
        {
            AddNamedEmphasis(blocks, passage);
        }

        blocks.Add(Block("", Indent, PassageFormatter.Source(passage, zone), Aside));
        if (passage.Article.Url is { } url)
        {
            blocks.Add(Block("", Indent, url, Aside));
        }

        if (PassageFormatter.Occurrences(passage) is { } occurrences)
        {
            blocks.Add(Block("", Indent, occurrences, Aside));
        }

        blocks.AddRange(PairWords.Below(passage, reply.Pairs).Select(line => Block("", Indent, line, Style.Plain)));
    }

    /// <summary>The statement, unless it is nearly the whole passage, and the hits.</summary>
    private static void AddNamedEmphasis(List<IRenderable> blocks, Passage passage)
    {
        if (PassageFormatter.Statement(passage) is { Length: > 0 } statement && statement.Length < passage.Text.Length * 3 / 4)
        {
            blocks.Add(Block("", Indent, $"Statement: {Wording.OnOneLine(statement)}", Style.Plain));
        }

        var hits = passage.Highlights.Where(passage.Span.Contains)
            .Select(hit => Wording.OnOneLine(passage.Text.Substring(hit.Start - passage.Span.Start, hit.Length)))
            .Distinct(StringComparer.OrdinalIgnoreCase);
        if (string.Join(", ", hits) is { Length: > 0 } named)
        {
            blocks.Add(Block("", Indent, $"Hit: {named}", Style.Plain));
        }
    }

    private static Style Look(Emphasis emphasis) => emphasis switch
    {
        Emphasis.Hit => Hit,
        Emphasis.Statement => Statement,
        _ => Style.Plain,
    };
}
