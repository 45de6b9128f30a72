namespace BriefingBot.Discord.Rest;

/// <summary>Leave to send one request; given back with what came of it.</summary>
/// <param name="Bucket">Where it counts.</param>
/// <param name="Route">What is asked.</param>
/// <param name="Ticket">Its place in the order of asking; kept for further attempts.</param>
/// <param name="Order">Its place among all leaves and answers.</param>
internal readonly record struct Permit(Bucket Bucket, Route Route, long Ticket, long Order);

/// <summary>A request that waits for its leave.</summary>
internal sealed class Waiter(Route route, long ticket) : TaskCompletionSource<Permit>(TaskCreationOptions.RunContinuationsAsynchronously)
{
    public static readonly IComparer<Waiter> ByTicket = Comparer<Waiter>.Create((left, right) => left.Ticket.CompareTo(right.Ticket));

    public Route Route { get; } = route;

    public long Ticket { get; } = ticket;

    public required Bucket Bucket { get; set; }

    public CancellationTokenRegistration Cancellation { get; set; }
}
