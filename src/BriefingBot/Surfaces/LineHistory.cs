namespace BriefingBot.Surfaces;

/// <summary>The lines of this sitting, to be had again; what was being typed comes back below the last.</summary>
internal sealed class LineHistory
{
    private readonly List<string> _lines = [];
    private string _typed = "";
    private int _position;

    /// <summary>Remembers a line; the same twice in a row once.</summary>
    public void Add(string line)
    {
        if (!string.IsNullOrWhiteSpace(line) && (_lines.Count == 0 || _lines[^1] != line))
        {
            _lines.Add(line);
        }

        _position = _lines.Count;
        _typed = "";
    }

    /// <summary>The line before; <paramref name="current"/> when there is none.</summary>
    public string Earlier(string current)
    {
        if (_position == 0)
        {
            return current;
        }

        if (_position == _lines.Count)
        {
            _typed = current;
        }

        return _lines[--_position];
    }

    /// <summary>The line after; <paramref name="current"/> when there is none.</summary>
    public string Later(string current) =>
        _position == _lines.Count ? current : ++_position == _lines.Count ? _typed : _lines[_position];
}
