using R2P.Schema.Texts;

namespace R2P.Schema.Acts;

/// <summary>Collects everything that is wrong with an input, so that the caller hears it all at once.</summary>
public sealed class InputCheck
{
    /// <summary>Nobody reads more; and a long list that is wrong throughout would be answered with a longer one.</summary>
    private const int MaxErrors = 100;

    private const int MaxAddress = 2_000;

    private readonly List<IUserError> _errors = [];

    /// <summary>Notes an error at a path below <c>input</c>.</summary>
    /// <exception cref="ActRefusedException">It is the last that is told: the first hundred are enough.</exception>
    public void Add(string message, params ReadOnlySpan<string> path)
    {
        _errors.Add(new InvalidInputError(message, ["input", .. path]));
        if (_errors.Count == MaxErrors)
        {
            ThrowIfAny();
        }
    }

    /// <summary>Notes the same error at several places of a list.</summary>
    public void AddRange(IEnumerable<int> places, string message, params ReadOnlySpan<string> list)
    {
        foreach (var place in places)
        {
            Add(message, [.. list, $"{place}"]);
        }
    }

    /// <summary>A text that must say something, within a length.</summary>
    public void Text(string? text, int maximum, params ReadOnlySpan<string> path)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            Add("Must not be empty.", path);
        }
        else
        {
            OptionalText(text, maximum, path);
        }
    }

    /// <summary>A text that may be missing, within a length.</summary>
    public void OptionalText(string? text, int maximum, params ReadOnlySpan<string> path)
    {
        if (text?.Length > maximum)
        {
            Add($"Is {text.Length} characters long; at most {maximum} are allowed.", path);
        }

        if (text?.Contains('\0', StringComparison.Ordinal) == true)
        {
            Add("Must not contain the character U+0000.", path);
        }
    }

    /// <summary>The address of a page that anybody can open without harm; it may be missing.</summary>
    public void Address(string? url, params ReadOnlySpan<string> path)
    {
        if (url is not null && (url.Length > MaxAddress || !SafeUrl.IsPage(url)))
        {
            Add("Must be an address that begins with https:// or http://, at most 2,000 characters long.", path);
        }
    }

    /// <summary>A list within a length.</summary>
    /// <returns>Whether it is: then its entries are worth looking at.</returns>
    public bool Count<T>(IReadOnlyCollection<T>? list, int maximum, params ReadOnlySpan<string> path)
    {
        if (list?.Count > maximum)
        {
            Add($"Has {list.Count} entries; at most {maximum} are allowed.", path);
            return false;
        }

        return true;
    }

    /// <summary>A list whose entries are all different.</summary>
    public void Distinct(IEnumerable<string>? list, params ReadOnlySpan<string> path)
    {
        foreach (var twice in (list ?? []).GroupBy(entry => entry, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            Add($"\"{twice.Key}\" is given more than once.", path);
        }
    }

    /// <summary>Ends the act if anything was wrong.</summary>
    /// <exception cref="ActRefusedException">With every error found.</exception>
    public void ThrowIfAny()
    {
        if (_errors.Count > 0)
        {
            throw new ActRefusedException([.. _errors]);
        }
    }
}
