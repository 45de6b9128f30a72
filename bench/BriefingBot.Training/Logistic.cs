namespace BriefingBot.Training;

/// <summary>Binary logistic regression over numbered features, by AdaGrad; the weights are averaged over the last epochs.</summary>
internal sealed class Logistic(int features, double rate, double decay)
{
    private readonly float[] _weights = new float[features];
    private readonly float[] _squares = new float[features];
    private readonly float[] _sums = new float[features];
    private int _averaged;

    public float[] Averaged => _averaged == 0 ? _weights : Array.ConvertAll(_sums, s => s / _averaged);

    public void Average()
    {
        _averaged++;
        for (var i = 0; i < _sums.Length; i++)
        {
            _sums[i] += _weights[i];
        }
    }

    public void Learn(ReadOnlySpan<int> items, bool right) => Learn(items, right ? 1f : 0f);

    /// <param name="items">The features.</param>
    /// <param name="target">How likely it should be called right, 0 to 1.</param>
    public void Learn(ReadOnlySpan<int> items, float target)
    {
        var sum = 0.0;
        foreach (var f in items)
        {
            sum += _weights[f];
        }

        var p = 1 / (1 + Math.Exp(-sum));
        var gradient = (float)(p - target);
        if (Math.Abs(gradient) >= 1e-3)
        {
            foreach (var f in items)
            {
                var g = gradient + (float)decay * _weights[f];
                _squares[f] += g * g;
                _weights[f] -= (float)(rate * g / Math.Sqrt(_squares[f] + 1e-6));
            }
        }
    }
}
