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

    /// <summary>Of a full disk, when the database is opened: what SQLite shares between processes finds no room.</summary>
    private const int NoRoomToShare = 10 | (19 << 8);

    /// <summary>The beginning of a sentence, up to where it says what follows.</summary>
    public static string Of(SqliteException refused) => (refused.SqliteErrorCode, refused.SqliteExtendedErrorCode) switch
    {
        (Full, _) or (_, NoRoomToShare) => "The disk is full, or the database has no room left",
        (Busy or TableLocked, _) => Locked,
        var (code, extended) => $"The database refuses to be read or written ({code}/{extended})",
    };
}
