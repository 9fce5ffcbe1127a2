using System.Runtime.CompilerServices;
using System.Text.Json;
using R2P.GraphQL.Language;
using R2P.GraphQL.Types;
using R2P.GraphQL.Types.Sdl;

namespace R2P.GraphQL.Judge.Planted;

/// <summary>Int's lowest value is one too high (§3.5.1).</summary>
internal sealed class NarrowInt : Engine
{
    public NarrowInt() => BuiltInTypes(null)["Int"] = new Scalar(SpecifiedScalars.Int) { Description = SpecifiedScalars.Int.Description };

    [UnsafeAccessor(UnsafeAccessorKind.StaticField, Name = "BuiltInTypes")]
    private static extern ref Dictionary<string, NamedType> BuiltInTypes(SdlSchemaBuilder? owner);

    private sealed class Scalar(ScalarType<int> right) : ScalarType<int>("Int")
    {
        public override int Parse(JsonElement value) => Checked(right.Parse(value));

        public override int Parse(ValueNode literal) => Checked(right.Parse(literal));

        public override void Write(Utf8JsonWriter writer, int value) => right.Write(writer, Checked(value));

        private static int Checked(int value) => value > int.MinValue
            ? value
            : throw new CoercionException($"Int cannot represent non 32-bit signed integer value: {value}");
    }
}
