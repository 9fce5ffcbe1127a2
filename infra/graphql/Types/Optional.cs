using System.Runtime.InteropServices;

namespace R2P.GraphQL;

/// <summary>An input that may be left out: tells "not given" from "given as null".</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Optional<T>
{
    public Optional(T value) => (HasValue, Value) = (true, value);

    /// <summary>Whether the client gave the value, be it null.</summary>
    public bool HasValue { get; }

    /// <summary>The value given; the default of <typeparamref name="T"/> when none was.</summary>
    public T? Value { get; }

    /// <summary>The value given, or <paramref name="current"/>.</summary>
    public T? Or(T? current) => HasValue ? Value : current;

    public static implicit operator Optional<T>(T value) => new(value);
}
