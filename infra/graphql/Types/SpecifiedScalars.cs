using R2P.GraphQL.Types.Scalars;

namespace R2P.GraphQL.Types;

/// <summary>§3.5 The scalars that every schema has.</summary>
public static class SpecifiedScalars
{
    public static ScalarType<int> Int { get; } = new IntScalar
    {
        Description = "A whole number from -2147483648 to 2147483647 (signed, 32 bits).",
    };

    public static ScalarType<double> Float { get; } = new FloatScalar
    {
        Description = "A finite number with double precision, as defined by IEEE 754.",
    };

    public static ScalarType<string> String { get; } = new StringScalar
    {
        Description = "Text: a sequence of Unicode characters.",
    };

    public static ScalarType<bool> Boolean { get; } = new BooleanScalar
    {
        Description = "`true` or `false`.",
    };

    public static ScalarType<string> Id { get; } = new IdScalar
    {
        Description = "An opaque identifier. It is answered as a string and not meant to be read by people; as input a string or a whole number is taken.",
    };

    /// <summary>All five.</summary>
    public static IReadOnlyList<ScalarType> All { get; } = [String, Int, Float, Boolean, Id];
}
