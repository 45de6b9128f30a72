namespace BriefingBot.Surfaces;

/// <summary>
/// Reads a line from a terminal, with the usual keys, history and completion. A line longer than the screen scrolls sideways.
/// </summary>
/// <param name="prompt">Stands before what is typed.</param>
/// <param name="keys">The next key, waited for.</param>
/// <param name="screen">A terminal that understands ANSI.</param>
/// <param name="columns">The terminal's width.</param>
/// <param name="completion">What Tab offers.</param>
internal sealed class LineEditor(
    string prompt, Func<ConsoleKeyInfo> keys, TextWriter screen, Func<int> columns, LineCompletion completion)
{
    private readonly LineHistory _history = new();
    private readonly Lock _drawing = new();
    private bool _isReading;
    private EditedLine _line = new();
    private (int Start, IReadOnlyList<string> Choices, int Next)? _offered;

    /// <summary>The line typed; null when the person wants to leave (Ctrl+D, or Ctrl+C on an empty line).</summary>
    public string? Read()
    {
        lock (_drawing)
        {
            _line = new EditedLine();
            _offered = null;
            _isReading = true;
            Draw();
        }

        while (true)
        {
            var key = keys();
            lock (_drawing)
            {
                if (Leaves(key))
                {
                    return End(null);
                }

                if (key.Key == ConsoleKey.Enter)
                {
                    _line.End();
                    Draw();
                    _history.Add(_line.Text);
                    return End(_line.Text);
                }

                Press(key);
                Draw();
            }
        }
    }

    /// <summary>Lets something be printed above the line that is being typed, if one is.</summary>
    public void Interject(Action print)
    {
        lock (_drawing)
        {
            if (!_isReading)
            {
                print();
                return;
            }

            screen.Write("\r\u001b[K");
            print();
            Draw();
        }
    }

    private string? End(string? line)
    {
        screen.Write("\r\n");
        screen.Flush();
        _isReading = false;
        return line;
    }

    private bool Leaves(ConsoleKeyInfo key) =>
        _line.Text.Length == 0 && key.Modifiers == ConsoleModifiers.Control && key.Key is ConsoleKey.C or ConsoleKey.D && IsControl(key);

    private static bool IsControl(ConsoleKeyInfo key) => (key.Modifiers & ConsoleModifiers.Control) != 0;

    private void Press(ConsoleKeyInfo key)
    {
        if (key.Key == ConsoleKey.Tab)
        {
            Complete((key.Modifiers & ConsoleModifiers.Shift) != 0 ? -1 : 1);
            return;
        }

        _offered = null;
        if (IsControl(key))
        {
            PressControl(key.Key);
        }
        else if (!Move(key.Key) && !char.IsControl(key.KeyChar))
        {
            _line.Insert(key.KeyChar);
        }
    }

    private bool Move(ConsoleKey key)
    {
        switch (key)
        {
            case ConsoleKey.LeftArrow: _line.Left(); return true;
            case ConsoleKey.RightArrow: _line.Right(); return true;
            case ConsoleKey.Home: _line.Home(); return true;
            case ConsoleKey.End: _line.End(); return true;
            case ConsoleKey.Backspace: _line.Backspace(); return true;
            case ConsoleKey.Delete: _line.Delete(); return true;
            case ConsoleKey.UpArrow: _line.Replace(_history.Earlier(_line.Text)); return true;
            case ConsoleKey.DownArrow: _line.Replace(_history.Later(_line.Text)); return true;
            case ConsoleKey.Escape: _line.Replace(""); return true;
            default: return false;
        }
    }

    private void PressControl(ConsoleKey key)
    {
        switch (key)
        {
            case ConsoleKey.A: _line.Home(); break;
            case ConsoleKey.E: _line.End(); break;
            case ConsoleKey.B: _line.Left(); break;
            case ConsoleKey.F: _line.Right(); break;
            case ConsoleKey.LeftArrow: _line.WordLeft(); break;
            case ConsoleKey.RightArrow: _line.WordRight(); break;
            case ConsoleKey.W or ConsoleKey.Backspace: _line.DeleteWordLeft(); break;
            case ConsoleKey.U: _line.DeleteToStart(); break;
            case ConsoleKey.K: _line.DeleteToEnd(); break;
            case ConsoleKey.D: _line.Delete(); break;
            case ConsoleKey.H: _line.Backspace(); break;
            case ConsoleKey.P: _line.Replace(_history.Earlier(_line.Text)); break;
            case ConsoleKey.N: _line.Replace(_history.Later(_line.Text)); break;
            case ConsoleKey.C: _line.Replace(""); break;
            case ConsoleKey.L: screen.Write("\u001b[2J\u001b[H"); break;
            default: break;
        }
    }

    /// <summary>
    /// The first Tab writes what all choices begin with, or lists them; further ones go through them.
    /// </summary>
    private void Complete(int step)
    {
        if (_offered is { } offered)
        {
            var next = (offered.Next + step + offered.Choices.Count) % offered.Choices.Count;
            _line.Replace(offered.Start, offered.Choices[next]);
            _offered = offered with { Next = next };
            return;
        }

        var (start, choices) = completion.For(_line.BeforeCursor);
        if (choices.Count == 1)
        {
            _line.Replace(start, choices[0].EndsWith(':') ? choices[0] : choices[0] + " ");
        }
        else if (choices.Count > 1)
        {
            var common = Common(choices);
            if (common.Length > _line.Cursor - start && common.StartsWith(_line.Text[start.._line.Cursor], StringComparison.OrdinalIgnoreCase))
            {
                _line.Replace(start, common);
            }
            else
            {
                screen.Write($"\r\n{Table([.. choices.Select(SafeText.OnOneLine)])}");
                _offered = (start, choices, -1);
            }
        }
    }

    /// <summary>The choices side by side, as many as fit.</summary>
    private string Table(IReadOnlyList<string> choices)
    {
        var width = choices.Max(choice => CellWidth.Of(choice)) + 3;
        var across = Math.Max(1, (columns() - 1) / width);
        var rows = choices.Chunk(across).Select(row => string.Concat(row.Select(choice => choice + new string(' ', width - CellWidth.Of(choice)))));
        return string.Concat(rows.Select(row => row.TrimEnd() + "\r\n"));
    }

    private static string Common(IReadOnlyList<string> choices)
    {
        var length = choices[0].Length;
        foreach (var choice in choices)
        {
            length = choice.AsSpan().CommonPrefixLength(choices[0].AsSpan(0, length));
        }

        return choices[0][..length];
    }

    private void Draw()
    {
        var room = Math.Max(columns() - prompt.Length - 1, 10);
        var start = 0;
        while (CellWidth.Of(_line.Text.AsSpan(start, _line.Cursor - start)) > room)
        {
            start++;
        }

        var end = _line.Text.Length;
        while (CellWidth.Of(_line.Text.AsSpan(start, end - start)) > room)
        {
            end--;
        }

        var column = prompt.Length + CellWidth.Of(_line.Text.AsSpan(start, _line.Cursor - start));
        var shown = SafeText.OnOneLine(_line.Text[start..end]);
        screen.Write($"\r{prompt}{shown}\u001b[K\r\u001b[{column}C");
        screen.Flush();
    }
}
