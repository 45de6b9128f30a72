using System.Buffers.Binary;
using BriefingBot.Configuration;
using BriefingBot.Indexing;
using Microsoft.Data.Sqlite;

namespace BriefingBot.Storage;

/// <summary>
/// The SQLite file that holds subscriptions and deliveries: the only state of the bot that cannot be made anew. Opened, and brought up to this
/// program's version, when it is first asked for. Safe for any number of threads and processes: readers wait for nobody, writers for each other.
/// </summary>
internal sealed class Database
{
    /// <summary>How long a writer waits for another one's end.</summary>
    public static readonly TimeSpan DefaultPatience = TimeSpan.FromSeconds(5);

    /// <summary>Other processes write for milliseconds: who waits for longer is held up by another program.</summary>
    public static readonly TimeSpan LongestOrdinaryWait = TimeSpan.FromSeconds(1);

    private string? _connection;
    private readonly Lock _preparing = new();
    private readonly Lock _writing = new();
    private readonly TimeSpan _patience;
    private readonly int _version;
    private readonly TimeProvider _time;
    private bool _prepared;
    private volatile bool _hurries;
    private volatile bool _gaveUp;
    private volatile WaitSince? _waiting;

    /// <param name="path">Of the file; made with its folder when missing.</param>
    /// <param name="patience">How long a writer waits for another one's end; whole seconds.</param>
    /// <param name="version">What to migrate to; the latest without it.</param>
    /// <param name="time">For <see cref="Waiting"/>; the machine's without it.</param>
    public Database(string path, TimeSpan? patience = null, int? version = null, TimeProvider? time = null)
    {
        _time = time ?? TimeProvider.System;
        Path = path;
        _version = version ?? Migrations.Latest;
        _patience = patience ?? DefaultPatience;
    }

    public string Path { get; }

    /// <summary>How many pages the file may have; null for as many as the disk takes.</summary>
    public int? MostPages { get; set; }

    /// <summary>Whether anything has been stored yet: a bot without subscriptions needs no database.</summary>
    public bool Exists => File.Exists(Path);

    /// <summary>How long whoever writes has been waiting for another program to let go of the database; zero when nobody waits.</summary>
    public TimeSpan Waiting => _waiting is { } waiting ? _time.GetElapsedTime(waiting.Stamp) : TimeSpan.Zero;

    /// <summary>
    /// Whether it can be made where it is to be, without making it, or else whether what is there may be a database of this program: told at the start,
    /// and not at the first subscription, nor once Discord has been connected to. SQLite is not loaded for it. To be asked before anything else is.
    /// </summary>
    /// <exception cref="ConfigurationException">It cannot be made or used.</exception>
    public void Check()
    {
        try
        {
            if (Directory.Exists(Path))
            {
                throw Unusable($"it is a folder; {Allowed}");
            }

            if (Exists)
            {
                CheckHeader();
            }

            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path))!);
            using var trial = new FileStream($"{Path}.trial-{Environment.ProcessId}", FileMode.Create, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            throw Closed(closed);
        }
    }

    /// <summary>What SQLite's document (fileformat2) says of a database's first 100 bytes. An empty file is a database too.</summary>
    private void CheckHeader()
    {
        Span<byte> header = stackalloc byte[100];
        using var file = new FileStream(Path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, 1);
        var read = file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false);
        if (read > 0 && !(read == header.Length && header.StartsWith("SQLite format 3\0"u8)))
        {
            throw Unusable($"it is no SQLite database; {Allowed}");
        }

        // What was written last may stand beside the file still; opening it tells then.
        if (read > 0 && BinaryPrimitives.ReadInt32BigEndian(header[60..]) is var version && version > _version)
        {
            throw Unusable(new NewerDatabaseException(version, _version).Message);
        }
    }

    /// <summary>
    /// The process is about to end: another program that holds the database is waited for by one writer at most, and not for long. Else a stop would
    /// take as long as all that are under way wait one after the other.
    /// </summary>
    public void Hurry() => _hurries = true;

    /// <summary>A connection from the pool; to be disposed.</summary>
    /// <exception cref="ConfigurationException">The file cannot be made, is no database, or is a later program's.</exception>
    /// <exception cref="SqliteException">Full, or locked for longer than the patience.</exception>
    public SqliteConnection Open()
    {
        lock (_preparing)
        {
            if (!_prepared)
            {
                Prepare();
                _prepared = true;
            }
        }

        return Connect();
    }

    /// <summary>Reads on a connection of its own.</summary>
    public T Read<T>(Func<SqliteConnection, T> read)
    {
        using var connection = Open();
        return read(connection);
    }

    /// <summary>Writes in one transaction, which nobody else writes beside; undone when <paramref name="write"/> throws.</summary>
    public T Write<T>(Func<SqliteConnection, T> write)
    {
        // Threads of one process wait in line; between processes SQLite can only be asked again and again.
        lock (_writing)
        {
            return WriteAlone(write);
        }
    }

    /// <summary>
    /// Writes as <see cref="Write"/> what somebody wants forgotten, and takes it out of the write-ahead log too, unless another program is reading there:
    /// then it goes with what is written next.
    /// </summary>
    public T Erase<T>(Func<SqliteConnection, T> write)
    {
        lock (_writing)
        {
            var result = WriteAlone(write);
            ClearLog();
            return result;
        }
    }

    private void ClearLog()
    {
        try
        {
            using var connection = Open();
            connection.Execute($"PRAGMA busy_timeout = {(int)LongestOrdinaryWait.TotalMilliseconds}; PRAGMA wal_checkpoint(TRUNCATE)");
        }
        catch (SqliteException)
        {
            // It is erased already, and who asked for that must not be told otherwise.
        }
    }

    private T WriteAlone<T>(Func<SqliteConnection, T> write)
    {
        using var connection = Open();
        using var transaction = Begin(connection);
        var result = write(connection);
        transaction.Commit();
        return result;
    }

    private SqliteTransaction Begin(SqliteConnection connection)
    {
        if (_gaveUp)
        {
            throw new SqliteException("The database is locked, and the process is about to end.", Busy);
        }

        _waiting = new WaitSince(_time.GetTimestamp());
        try
        {
            return connection.BeginTransaction(deferred: false);
        }
        catch (SqliteException locked) when (locked.SqliteErrorCode == Busy)
        {
            _gaveUp = _hurries;
            throw;
        }
        finally
        {
            _waiting = null;
        }
    }

    private SqliteConnection Connect()
    {
        // Not before: a bot without subscriptions does without SQLite altogether.
        _connection ??= new SqliteConnectionStringBuilder { DataSource = Path, ForeignKeys = true }.ToString();
        var patience = _hurries && _patience > LongestOrdinaryWait ? LongestOrdinaryWait : _patience;
        var connection = new SqliteConnection(_connection) { DefaultTimeout = (int)patience.TotalSeconds };
        connection.Open();

        // SQLite waits for a lock in steps of milliseconds; what stands above it, of 150. What is deleted is overwritten, so that it is gone.
        connection.Execute($"PRAGMA busy_timeout = {(int)patience.TotalMilliseconds}; PRAGMA secure_delete = ON");
        if (MostPages is { } most)
        {
            connection.Execute($"PRAGMA max_page_count = {most}");
        }

        return connection;
    }

    private void Prepare()
    {
        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path))!);
            using var connection = Connect();
            connection.Execute("PRAGMA journal_mode = WAL");
            Migrations.Run(connection, _version);
        }
        catch (NewerDatabaseException newer)
        {
            throw Unusable(newer.Message);
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException or SqliteException { SqliteErrorCode: CannotOpen or NotADatabase or ReadOnly or Corrupt })
        {
            throw Closed(closed);
        }
    }

    private ConfigurationException Closed(Exception closed) => Unusable(
        $"it cannot be opened and written by {ProcessUser.Name} ({closed.Message.TrimEnd('.')}); {Allowed}");

    private ConfigurationException Unusable(string why) => new($"{ConfigurationKeys.StoragePath}: “{Path}”: {why}.");

    private const string Allowed = "a path where a database is, or can be made, is allowed";

    private sealed record WaitSince(long Stamp);

    private const int Busy = 5;
    private const int ReadOnly = 8;
    private const int Corrupt = 11;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;
}
