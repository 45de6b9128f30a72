using Microsoft.Data.Sqlite;

namespace BriefingBot.Storage;

/// <summary>What SQLite refuses, in words.</summary>
internal static class DatabaseTrouble
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int Full = 13;

    /// <summary>The beginning of a sentence, up to where it says what follows.</summary>
    public static string Of(SqliteException refused) => refused.SqliteErrorCode switch
    {
        Full => "The disk is full, or the database has no room left",
        Busy or Locked => "The database is locked by another program",
        _ => $"The database refuses to be read or written ({refused.SqliteErrorCode}/{refused.SqliteExtendedErrorCode})",
    };
}
