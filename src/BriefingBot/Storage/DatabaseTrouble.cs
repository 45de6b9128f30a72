using Microsoft.Data.Sqlite;

namespace BriefingBot.Storage;

/// <summary>What SQLite refuses, in words.</summary>
internal static class DatabaseTrouble
{
    /// <summary>What is said of a database that another program does not let go of.</summary>
    public const string Locked = "The database is locked by another program";

    private const int Busy = 5;
    private const int TableLocked = 6;
    private const int Full = 13;

    /// <summary>The beginning of a sentence, up to where it says what follows.</summary>
    public static string Of(SqliteException refused) => refused.SqliteErrorCode switch
    {
        Full => "The disk is full, or the database has no room left",
        Busy or TableLocked => Locked,
        _ => $"The database refuses to be read or written ({refused.SqliteErrorCode}/{refused.SqliteExtendedErrorCode})",
    };
}
