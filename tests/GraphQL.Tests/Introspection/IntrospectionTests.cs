using R2P.GraphQL.Tests.Types.Building;

namespace R2P.GraphQL.Tests.Introspection;

/// <summary>§4 What a schema says about itself.</summary>
public sealed class IntrospectionTests
{
    [Fact]
    public async Task A_type_lists_its_fields_without_the_deprecated_ones() => Assert.Equal(
        """{"data":{"__type":{"kind":"OBJECT","fields":[{"name":"id"},{"name":"title"},{"name":"minutes"},{"name":"directorId"},{"name":"actorIds"},{"name":"loanCount"}],"interfaces":[{"name":"Node"},{"name":"Lendable"}],"possibleTypes":null,"isOneOf":null}}}""",
        await Ask("""{ __type(name: "Film") { kind fields { name } interfaces { name } possibleTypes { name } isOneOf } }"""));

    [Fact]
    public async Task Deprecated_fields_and_values_are_listed_on_request() => Assert.Equal(
        """{"data":{"node":{"fields":[{"name":"id","isDeprecated":false}]},"state":{"enumValues":[{"name":"ON_SHELF","description":"Nobody has it.","deprecationReason":null},{"name":"LENT_OUT","description":null,"deprecationReason":null},{"name":"GONE","description":null,"deprecationReason":"Use `LENT_OUT`."}]},"shown":{"enumValues":[{"name":"ON_SHELF"},{"name":"LENT_OUT"}]}}}""",
        await Ask("""
            {
              node: __type(name: "Node") { fields(includeDeprecated: true) { name isDeprecated } }
              state: __type(name: "LoanState") { enumValues(includeDeprecated: true) { name description deprecationReason } }
              shown: __type(name: "LoanState") { enumValues { name } }
            }
            """));

    [Fact]
    public async Task Wrappers_defaults_and_oneOf_are_told() => Assert.Equal(
        """{"data":{"chapter":{"inputFields":[{"name":"heading","defaultValue":null,"type":{"kind":"NON_NULL","name":null,"ofType":{"name":"String","ofType":null}}},{"name":"words","defaultValue":"[\"once\", \"upon\"]","type":{"kind":"NON_NULL","name":null,"ofType":{"name":null,"ofType":{"kind":"NON_NULL"}}}},{"name":"pages","defaultValue":"10","type":{"kind":"NON_NULL","name":null,"ofType":{"name":"Int","ofType":null}}}]},"key":{"isOneOf":true}}}""",
        await Ask("""
            {
              chapter: __type(name: "NewChapterInput") { inputFields { name defaultValue type { kind name ofType { name ofType { kind } } } } }
              key: __type(name: "BookKeyInput") { isOneOf }
            }
            """));

    [Fact]
    public async Task The_schema_names_its_roots_and_directives() => Assert.Equal(
        """{"data":{"__schema":{"queryType":{"name":"Query"},"mutationType":{"name":"Mutation"},"subscriptionType":{"name":"Subscription"},"directives":[{"name":"include","locations":["FIELD","FRAGMENT_SPREAD","INLINE_FRAGMENT"],"isRepeatable":false},{"name":"skip","locations":["FIELD","FRAGMENT_SPREAD","INLINE_FRAGMENT"],"isRepeatable":false},{"name":"deprecated","locations":["FIELD_DEFINITION","ARGUMENT_DEFINITION","INPUT_FIELD_DEFINITION","ENUM_VALUE"],"isRepeatable":false},{"name":"specifiedBy","locations":["SCALAR"],"isRepeatable":false},{"name":"oneOf","locations":["INPUT_OBJECT"],"isRepeatable":false}]}}}""",
        await Ask("{ __schema { queryType { name } mutationType { name } subscriptionType { name } directives { name locations isRepeatable } } }"));

    [Fact]
    public async Task An_unknown_type_is_null_and_abstract_types_know_their_objects() => Assert.Equal(
        """{"data":{"none":null,"lendable":{"possibleTypes":[{"name":"Book"},{"name":"Film"}]},"hit":{"kind":"UNION","possibleTypes":[{"name":"Exact"},{"name":"Near"}],"fields":null},"time":{"specifiedByURL":"https://www.rfc-editor.org/rfc/rfc3339#section-5.6"}}}""",
        await Ask("""
            {
              none: __type(name: "None") { name }
              lendable: __type(name: "Lendable") { possibleTypes { name } }
              hit: __type(name: "SearchHit") { kind possibleTypes { name } fields { name } }
              time: __type(name: "DateTime") { specifiedByURL }
            }
            """));

    [Fact]
    public async Task Scalars_that_only_directives_and_introspection_use_are_listed_too()
    {
        var types = await Answers.To(BuiltSchema.Of(typeof(OneNumber)), "{ __schema { types { name } } }");
        Assert.Equal(
            """{"data":{"__schema":{"types":[{"name":"Query"},{"name":"Int"},{"name":"Boolean"},{"name":"String"},{"name":"__Schema"},{"name":"__Type"},{"name":"__TypeKind"},{"name":"__Field"},{"name":"__InputValue"},{"name":"__EnumValue"},{"name":"__Directive"},{"name":"__DirectiveLocation"}]}}}""",
            types);
    }

    private static Task<string> Ask(string query) => Answers.To(BuiltSchema.Library, query);
}

[QueryType]
public static class OneNumber
{
    public static int One() => 1;
}
