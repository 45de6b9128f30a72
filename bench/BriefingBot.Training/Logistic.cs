namespace BriefingBot.Training;

/// <summary>Binary logistic regression over hashed features, by AdaGrad.</summary>
internal sealed class Logistic(int bits, double rate = 0.1, double decay = 1e-6)
{
    private readonly uint _mask = (1u << bits) - 1;
    public readonly float[] Weights = new float[1 << bits];
    private readonly float[] _squares = new float[1 << bits];

    public double Score(ReadOnlySpan<uint> features)
    {
        var sum = 0.0;
        foreach (var f in features)
        {
            sum += Weights[f & _mask];
        }

        return sum;
    }

    public static double Probability(double score) => 1 / (1 + Math.Exp(-score));

    public double Learn(ReadOnlySpan<uint> features, bool right)
    {
        var p = Probability(Score(features));
        var gradient = (float)(p - (right ? 1 : 0));
        if (Math.Abs(gradient) < 1e-3)
        {
            return p;
        }

        foreach (var f in features)
        {
            var at = f & _mask;
            var g = gradient + (float)decay * Weights[at];
            _squares[at] += g * g;
            Weights[at] -= (float)(rate * g / Math.Sqrt(_squares[at] + 1e-6));
        }

        return p;
    }
}
