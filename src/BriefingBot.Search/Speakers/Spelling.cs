namespace BriefingBot.Search.Speakers;

/// <summary>Whether two words are one with a typing error.</summary>
public static class Spelling
{
    /// <summary>One error (a letter wrong, missing, added or swapped with the next) from four letters on, two from eight on.</summary>
    public static bool IsClose(string a, string b)
    {
        var allowed = Allowed(Math.Min(a.Length, b.Length));
        return allowed > 0 && Math.Abs(a.Length - b.Length) <= allowed && Distance(a, b) <= allowed;
    }

    public static int Allowed(int letters) => letters < 4 ? 0 : letters < 8 ? 1 : 2;

    /// <summary>Letters added, dropped, changed or swapped with a neighbour (optimal string alignment); for words, not texts.</summary>
    public static int Distance(string a, string b)
    {
        Span<int> before = stackalloc int[b.Length + 1], previous = stackalloc int[b.Length + 1], current = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            previous[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                current[j] = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    current[j] = Math.Min(current[j], before[j - 2] + 1);
                }
            }

            var oldest = before;
            before = previous;
            previous = current;
            current = oldest;
        }

        return previous[b.Length];
    }
}
