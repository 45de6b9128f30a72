using System.Text;
using AngleSharp.Dom;

namespace BriefingBot.Indexing;

/// <summary>
/// A page's elements as the text that a reader sees: white space collapsed as a browser does, a blank line between paragraphs, a line
/// for each item and row.
/// </summary>
internal sealed class ReadableText
{
    private static readonly HashSet<string> Paragraphs = new(StringComparer.Ordinal)
    {
        "address", "article", "aside", "blockquote", "body", "details", "dl", "div", "fieldset", "figcaption", "figure", "footer", "form",
        "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "main", "nav", "ol", "p", "pre", "section", "table", "ul",
    };

    private static readonly HashSet<string> Lines = new(StringComparer.Ordinal) { "caption", "dd", "dt", "li", "summary", "tr" };

    private static readonly HashSet<string> Unseen = new(StringComparer.Ordinal)
    {
        "audio", "button", "canvas", "head", "iframe", "input", "noscript", "object", "script", "select", "style", "svg", "template",
        "textarea", "video",
    };

    private readonly StringBuilder _text = new();
    private int _breaks;
    private bool _space;

    private ReadableText()
    {
    }

    /// <summary>The text below <paramref name="root"/>; empty when there is none. Lines end with <c>\n</c>.</summary>
    public static string Of(INode root)
    {
        var text = new ReadableText();
        text.Append(root, preformatted: false);
        return text._text.ToString();
    }

    private void Append(INode parent, bool preformatted)
    {
        foreach (var node in parent.ChildNodes)
        {
            if (node is IText words)
            {
                AppendWords(words.Data, preformatted);
            }
            else if (node is IElement element && !Unseen.Contains(element.LocalName))
            {
                AppendElement(element, preformatted);
            }
        }
    }

    private void AppendElement(IElement element, bool preformatted)
    {
        var name = element.LocalName;
        var around = Paragraphs.Contains(name) ? 2 : Lines.Contains(name) ? 1 : 0;
        // A paragraph inside an item is no wider apart than the item itself.
        if (around == 2 && element.ParentElement is { LocalName: "li" or "dd" or "td" or "th" })
        {
            around = 1;
        }

        Break(around);
        if (name == "br")
        {
            Break(1);
        }
        else if (name is "td" or "th")
        {
            _space = true;
        }

        Append(element, preformatted || name == "pre");
        Break(around);
    }

    private void Break(int lines)
    {
        _breaks = Math.Max(_breaks, lines);
    }

    private void AppendWords(string words, bool preformatted)
    {
        foreach (var letter in words)
        {
            if (letter == '\n' && preformatted)
            {
                Break(1);
            }
            else if (letter is ' ' or '\t' or '\n' or '\r' or '\f' && !preformatted)
            {
                _space = true;
            }
            else
            {
                AppendGap();
                _text.Append(letter);
            }
        }
    }

    private void AppendGap()
    {
        if (_breaks > 0)
        {
            if (_text.Length > 0)
            {
                _text.Append('\n', _breaks);
            }
        }
        else if (_space && _text.Length > 0)
        {
            _text.Append(' ');
        }

        _breaks = 0;
        _space = false;
    }
}
