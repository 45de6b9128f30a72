using System.Globalization;
using Microsoft.Data.Sqlite;

namespace BriefingBot.Storage;

/// <summary>Statements with named values, and what the columns hold.</summary>
internal static class Sql
{
    private const string Day = "yyyy-MM-dd";
    private const string Clock = "HH:mm";

    /// <returns>How many rows it changed.</returns>
    public static int Execute(this SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        using var command = Command(connection, sql, values);
        return command.ExecuteNonQuery();
    }

    public static List<T> All<T>(
        this SqliteConnection connection, string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        using var command = Command(connection, sql, values);
        using var rows = command.ExecuteReader();
        var all = new List<T>();
        while (rows.Read())
        {
            all.Add(read(rows));
        }

        return all;
    }

    /// <returns>The first row; the default of <typeparamref name="T"/> when there is none.</returns>
    public static T? One<T>(
        this SqliteConnection connection, string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        using var command = Command(connection, sql, values);
        using var rows = command.ExecuteReader();
        return rows.Read() ? read(rows) : default;
    }

    /// <summary>As stored: whole milliseconds, so that what was written compares equal when it is read.</summary>
    public static long Stored(DateTimeOffset moment) => moment.ToUnixTimeMilliseconds();

    public static string Stored(DateOnly day) => day.ToString(Day, CultureInfo.InvariantCulture);

    public static string Stored(TimeOnly time) => time.ToString(Clock, CultureInfo.InvariantCulture);

    public static string? Text(this SqliteDataReader row, string column) =>
        row.GetOrdinal(column) is var i && row.IsDBNull(i) ? null : row.GetString(i);

    public static long? Number(this SqliteDataReader row, string column) =>
        row.GetOrdinal(column) is var i && row.IsDBNull(i) ? null : row.GetInt64(i);

    public static bool Truth(this SqliteDataReader row, string column) => row.Number(column) is not (null or 0);

    public static DateTimeOffset? Moment(this SqliteDataReader row, string column) =>
        row.Number(column) is { } milliseconds ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : null;

    public static DateOnly? DayOf(this SqliteDataReader row, string column) =>
        row.Text(column) is { } day ? DateOnly.ParseExact(day, Day, CultureInfo.InvariantCulture) : null;

    public static TimeOnly TimeOf(this SqliteDataReader row, string column) => TimeOnly.ParseExact(row.Text(column)!, Clock, CultureInfo.InvariantCulture);

    private static SqliteCommand Command(SqliteConnection connection, string sql, ReadOnlySpan<(string Name, object? Value)> values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        return command;
    }
}
