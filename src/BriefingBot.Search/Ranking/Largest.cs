namespace BriefingBot.Search.Ranking;

/// <summary>Finds one place of a sorted order without sorting.</summary>
internal static class Largest
{
    /// <summary>
    /// The <paramref name="rank"/>-th largest score, from 1. Hoare's selection (“Algorithm 65: Find”, 1961): of n scores it looks at a few
    /// times n, where sorting takes n log n. Changes the order of <paramref name="scores"/>.
    /// </summary>
    public static float Of(List<float> scores, int rank)
    {
        var span = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(scores);
        int low = 0, high = span.Length - 1, wanted = rank - 1;
        while (low < high)
        {
            var pivot = span[(low + high) >>> 1];
            int left = low, right = high;
            while (left <= right)
            {
                while (span[left] > pivot)
                {
                    left++;
                }

                while (span[right] < pivot)
                {
                    right--;
                }

                if (left <= right)
                {
                    (span[left], span[right]) = (span[right], span[left]);
                    left++;
                    right--;
                }
            }

            (low, high) = wanted <= right ? (low, right) : wanted >= left ? (left, high) : (wanted, wanted);
        }

        return span[wanted];
    }
}
