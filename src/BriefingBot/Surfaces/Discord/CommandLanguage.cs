using System.Text.Json;
using System.Text.Json.Serialization;

namespace BriefingBot.Surfaces.Discord;

/// <summary>
/// The names and descriptions of the catalogue's commands in one language, as its file gives them: each command by its name in the
/// catalogue. Whatever is missing is shown as in the catalogue.
/// </summary>
/// <param name="Locale">One of <see cref="Locales"/>.</param>
/// <param name="Commands">By name.</param>
internal sealed record CommandLanguage(string Locale, IReadOnlyDictionary<string, CommandWords> Commands)
{
    /// <summary>The languages that Discord has. Its document: reference, Locales.</summary>
    public static readonly IReadOnlyList<string> Locales =
    [
        "id", "da", "de", "en-GB", "en-US", "es-ES", "es-419", "fr", "hr", "it", "lt", "hu", "nl", "no", "pl", "pt-BR", "ro", "fi", "sv-SE",
        "vi", "tr", "cs", "el", "bg", "ru", "uk", "hi", "th", "zh-CN", "ja", "zh-TW", "ko",
    ];
}

/// <summary>A command in one language.</summary>
internal sealed record CommandWords
{
    public string? Name { get; init; }

    public string? Description { get; init; }

    /// <summary>By the option's name in the catalogue.</summary>
    public IReadOnlyDictionary<string, OptionWords> Options { get; init; } = new Dictionary<string, OptionWords>();
}

/// <summary>An option in one language.</summary>
internal sealed record OptionWords
{
    public string? Name { get; init; }

    public string? Description { get; init; }

    /// <summary>What a choice is called, by its value.</summary>
    public IReadOnlyDictionary<string, string> Choices { get; init; } = new Dictionary<string, string>();
}

/// <summary>How the files are written: comments and a last comma are allowed, a member that means nothing is a mistake.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(Dictionary<string, CommandWords>))]
internal sealed partial class CommandLanguageJson : JsonSerializerContext;
