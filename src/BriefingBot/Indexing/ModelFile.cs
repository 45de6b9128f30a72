using BriefingBot.Configuration;
using BriefingBot.Quotes.Learning;

namespace BriefingBot.Indexing;

/// <summary>
/// The trained model of quotations as a file. It is read when an article is to be analysed and may be let go between articles: a bot
/// whose index is up to date never holds its weights. Safe for any number of threads.
/// </summary>
internal sealed class ModelFile
{
    /// <summary>The file that ships beside the program.</summary>
    public const string ShippedName = "quotations.model";

    private readonly WeakReference<QuotationModel?> _model = new(null);
    private readonly Lock _reading = new();
    private readonly string _path;

    private ModelFile(string path, ulong id) => (_path, Id) = (path, id);

    /// <summary>Tells models apart, for what was made with them.</summary>
    public ulong Id { get; }

    /// <summary>Full path of the model that ships.</summary>
    public static string ShippedPath => Path.Combine(AppContext.BaseDirectory, ShippedName);

    /// <summary>The model at <paramref name="path"/>, looked at but not yet read; null for no path.</summary>
    /// <exception cref="ConfigurationException">There is no such file, or it is no model of this version.</exception>
    public static ModelFile? Open(string? path)
    {
        if (path is null)
        {
            return null;
        }

        try
        {
            using var file = File.OpenRead(path);
            return new ModelFile(path, QuotationModel.ReadId(file));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new ConfigurationException(
                $"{ConfigurationKeys.QuotesModel}: “{path}” cannot be used; a model of quotations, or none, is allowed. ({e.Message})");
        }
    }

    /// <summary>The model, read anew where it was let go.</summary>
    /// <exception cref="InvalidDataException">The file has been damaged or replaced since it was opened.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public QuotationModel Get()
    {
        lock (_reading)
        {
            if (!_model.TryGetTarget(out var model))
            {
                using var file = File.OpenRead(_path);
                model = QuotationModel.Read(file);
                _model.SetTarget(model);
            }

            return model;
        }
    }
}
