using System.Text.Json.Serialization;

namespace BriefingBot.Discord.Model;

/// <summary>
/// A part of a message made of components; of a type that is not known here when it is this class itself. Discord's document:
/// components/reference.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type", IgnoreUnrecognizedTypeDiscriminators = true)]
[JsonDerivedType(typeof(ActionRow), 1)]
[JsonDerivedType(typeof(Button), 2)]
[JsonDerivedType(typeof(Section), 9)]
[JsonDerivedType(typeof(TextDisplay), 10)]
[JsonDerivedType(typeof(Separator), 14)]
[JsonDerivedType(typeof(Container), 17)]
public record Component;

/// <summary>Up to five buttons side by side.</summary>
public sealed record ActionRow(IReadOnlyList<Component> Components) : Component;

/// <summary>A button: with a custom id of 1 to 100 characters it causes an interaction, with a link (then style Link) it opens it.</summary>
public sealed record Button(ButtonStyle Style) : Component
{
    /// <summary>At most 80 characters.</summary>
    public string? Label { get; init; }

    public string? CustomId { get; init; }

    /// <summary>At most 512 characters.</summary>
    public string? Url { get; init; }

    public bool? Disabled { get; init; }
}

public enum ButtonStyle
{
    Primary = 1,

    Secondary = 2,

    Success = 3,

    Danger = 4,

    Link = 5,
}

/// <summary>One to three texts with a button beside them.</summary>
public sealed record Section(IReadOnlyList<Component> Components, Component Accessory) : Component;

/// <summary>Text in Discord's Markdown, 1 to 4,000 characters.</summary>
public sealed record TextDisplay(string Content) : Component;

/// <summary>Space, with a line unless <see cref="Divider"/> is false.</summary>
public sealed record Separator : Component
{
    public bool? Divider { get; init; }

    /// <summary>1 small, 2 large.</summary>
    public int? Spacing { get; init; }
}

/// <summary>A frame around other components.</summary>
public sealed record Container(IReadOnlyList<Component> Components) : Component
{
    /// <summary>The colour of its edge, 0xRRGGBB.</summary>
    public int? AccentColor { get; init; }
}
