namespace BriefingBot.Discord.Rest;

/// <summary>How far a request has come over its attempts.</summary>
/// <param name="started">The clock's stamp when it was asked for.</param>
/// <param name="twice">What doing it again does.</param>
/// <param name="isWanted">Whether it is still wanted, asked right before every attempt; null for always.</param>
internal sealed class Course(long started, Twice twice, Func<bool>? isWanted)
{
    public long Started { get; } = started;

    public Twice Twice { get; } = twice;

    /// <summary>Its place in the order of asking, once it has one.</summary>
    public long? Ticket { get; set; }

    /// <summary>Attempts that failed.</summary>
    public int Failures { get; set; }

    /// <summary>Attempts that a rate limit put off.</summary>
    public int Waits { get; set; }

    /// <summary>When Discord may have done as asked for the first time; null when it has not for certain.</summary>
    public long? ArrivedAt { get; private set; }

    /// <summary>What is told when there is no further attempt.</summary>
    public DiscordApiException? Last { get; private set; }

    /// <exception cref="CalledOffException">It is not wanted any more.</exception>
    public void ThrowIfCalledOff()
    {
        if (isWanted?.Invoke() == false)
        {
            throw new CalledOffException();
        }
    }

    /// <summary>Takes in how an attempt ended.</summary>
    /// <param name="error">What to tell of it.</param>
    /// <param name="mayHaveArrived">Whether Discord may have done as asked in it.</param>
    /// <param name="now">The clock's stamp.</param>
    public void Failed(DiscordApiException error, bool mayHaveArrived, long now)
    {
        ArrivedAt ??= mayHaveArrived ? now : null;
        error.MayHaveArrived = ArrivedAt is not null;
        Last = error;
    }

    /// <summary>How long until another attempt would no longer be taken for the same.</summary>
    /// <param name="time">The clock of the stamps.</param>
    /// <param name="longest">When it always is.</param>
    public TimeSpan Left(TimeProvider time, TimeSpan longest) => ArrivedAt is { } arrived && Twice == Twice.HarmlessSoon
        ? Repetition.Soon - time.GetElapsedTime(arrived)
        : longest;
}
