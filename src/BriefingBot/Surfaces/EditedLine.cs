using System.Globalization;

namespace BriefingBot.Surfaces;

/// <summary>A line that is being typed: its text and where the cursor stands. The cursor never stands inside a character as people see it.</summary>
internal sealed class EditedLine
{
    public string Text { get; private set; } = "";

    /// <summary>Code units before the cursor.</summary>
    public int Cursor { get; private set; }

    public string BeforeCursor => Text[..Cursor];

    public void Replace(string text)
    {
        Text = text;
        Cursor = text.Length;
    }

    /// <summary>Replaces what stands between <paramref name="start"/> and the cursor.</summary>
    public void Replace(int start, string text)
    {
        Text = string.Concat(Text.AsSpan(0, start), text, Text.AsSpan(Cursor));
        Cursor = start + text.Length;
    }

    public void Insert(char character) => Replace(Cursor, character.ToString());

    public void Left() => Cursor = Previous();

    public void Right() => Cursor = Next();

    public void Home() => Cursor = 0;

    public void End() => Cursor = Text.Length;

    public void WordLeft() => Cursor = WordStart();

    public void WordRight()
    {
        while (Cursor < Text.Length && Text[Cursor] == ' ')
        {
            Cursor++;
        }

        while (Cursor < Text.Length && Text[Cursor] != ' ')
        {
            Cursor++;
        }
    }

    public void Backspace() => Replace(Previous(), "");

    public void Delete() => Text = Text.Remove(Cursor, Next() - Cursor);

    public void DeleteWordLeft() => Replace(WordStart(), "");

    public void DeleteToStart() => Replace(0, "");

    public void DeleteToEnd() => Text = BeforeCursor;

    private int WordStart()
    {
        var start = Cursor;
        while (start > 0 && Text[start - 1] == ' ')
        {
            start--;
        }

        while (start > 0 && Text[start - 1] != ' ')
        {
            start--;
        }

        return start;
    }

    private int Previous()
    {
        var starts = StringInfo.ParseCombiningCharacters(BeforeCursor);
        return starts.Length == 0 ? 0 : starts[^1];
    }

    private int Next() => Cursor + StringInfo.GetNextTextElementLength(Text, Cursor);
}
