namespace BriefingBot.Configuration;

/// <summary>The configuration, or what it points at, does not allow a start. Ends the program with exit code 1.</summary>
/// <param name="problems">One line each: key, value (never of a secret), what is allowed.</param>
internal sealed class ConfigurationException(params IReadOnlyList<string> problems) : Exception(string.Join('\n', problems))
{
    public IReadOnlyList<string> Problems => problems;
}
