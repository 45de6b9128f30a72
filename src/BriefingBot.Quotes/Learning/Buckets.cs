namespace BriefingBot.Quotes.Learning;

/// <summary>Distances, coarser the greater they are.</summary>
internal static class Buckets
{
    public static uint Of(int distance) => distance switch
    {
        < 0 => 20,
        < 4 => (uint)distance,
        < 6 => 4,
        < 9 => 5,
        < 13 => 6,
        < 20 => 7,
        < 32 => 8,
        < 60 => 9,
        _ => 10,
    };
}
