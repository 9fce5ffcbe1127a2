namespace R2P.GraphQL.Tests.Validation;

public sealed class OverlappingFieldsCanBeMergedRuleTests
{
    [Fact]
    public void Same_field_twice_and_with_alias() => ValidationAssert.Valid("{ dog { name name x: name x: name } }");

    [Fact]
    public void Same_arguments_in_another_order() => ValidationAssert.Valid(
        """
        { dog { isAtLocation(x: 1,
          y: 2) isAtLocation(y: 2,
          x: 1) } complicatedArgs { complexArgField(complexArg: {requiredField: true, intField: 1}) complexArgField(complexArg: {intField: 1, requiredField: true}) } }
        """);

    [Fact]
    public void Different_fields_on_types_that_never_meet() => ValidationAssert.Valid("{ pet { ... on Dog { v: barkVolume } ... on Cat { v: meowVolume } } }");

    [Fact]
    public void Different_fields_under_one_key() => ValidationAssert.Errors(
        "{ dog { a: name a: nickname } }",
        """Fields "a" conflict because "name" and "nickname" are different fields. Use different aliases on the fields to fetch both if this was intentional. @1:9,1:17""");

    [Fact]
    public void Different_arguments() => ValidationAssert.Errors(
        "{ dog { isAtLocation(x: 1) isAtLocation(x: 2) } }",
        """Fields "isAtLocation" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional. @1:9,1:28""");

    [Fact]
    public void Arguments_on_one_side() => ValidationAssert.Errors(
        "{ dog { name name(surname: true) } }",
        """Fields "name" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional. @1:9,1:14""");

    [Fact]
    public void Another_leaf_type_on_types_that_never_meet() => ValidationAssert.Errors(
        "{ pet { ... on Dog { v: barkVolume } ... on Cat { v: meows } } }",
        """Fields "v" conflict because they return conflicting types "Int" and "Boolean". Use different aliases on the fields to fetch both if this was intentional. @1:22,1:51""");

    [Fact]
    public void Another_nullability_and_another_list() => ValidationAssert.Errors(
        "{ being { ... on Human { x: name y: relatives { name } } ... on Alien { x: home y: name } } }",
        """Fields "x" conflict because they return conflicting types "String" and "String!". Use different aliases on the fields to fetch both if this was intentional. @1:26,1:73""",
        """Fields "y" conflict because they return conflicting types "[Human]!" and "String". Use different aliases on the fields to fetch both if this was intentional. @1:34,1:81""");

    [Fact]
    public void Leaf_against_object() => ValidationAssert.Errors(
        "{ pet { ... on Dog { x: owner { name } } ... on Cat { x: name } } }",
        """Fields "x" conflict because they return conflicting types "Human" and "String". Use different aliases on the fields to fetch both if this was intentional. @1:22,1:55""");

    [Fact]
    public void An_interface_field_meets_that_of_each_object() => ValidationAssert.Errors(
        "{ pet { name ... on Dog { name: nickname } } }",
        """Fields "name" conflict because "name" and "nickname" are different fields. Use different aliases on the fields to fetch both if this was intentional. @1:9,1:27""");

    [Fact]
    public void Deep_conflict() => ValidationAssert.Errors(
        "{ dog { mother { a: name } mother { a: nickname } } }",
        """Fields "mother" conflict because subfields "a" conflict because "name" and "nickname" are different fields. Use different aliases on the fields to fetch both if this was intentional. @1:9,1:18,1:28,1:37""");

    [Fact]
    public void Two_deep_conflicts() => ValidationAssert.Errors(
        "{ dog { mother { a: name b: barks } mother { a: nickname b: barkVolume } } }",
        """Fields "mother" conflict because subfields "a" conflict because "name" and "nickname" are different fields and subfields "b" conflict because "barks" and "barkVolume" are different fields. Use different aliases on the fields to fetch both if this was intentional. @1:9,1:18,1:26,1:37,1:46,1:58""");

    [Fact]
    public void Very_deep_conflict() => ValidationAssert.Errors(
        "{ dog { mother { mother { a: name } } mother { mother { a: nickname } } } }",
        """Fields "mother" conflict because subfields "mother" conflict because subfields "a" conflict because "name" and "nickname" are different fields. Use different aliases on the fields to fetch both if this was intentional. @1:9,1:18,1:27,1:39,1:48,1:57""");

    [Fact]
    public void Deep_shapes_of_types_that_never_meet() => ValidationAssert.Errors(
        "{ pet { ... on Dog { o: owner { x: name } } ... on Cat { o: owner { x: iq } } } }",
        """Fields "o" conflict because subfields "x" conflict because they return conflicting types "String" and "Int". Use different aliases on the fields to fetch both if this was intentional. @1:22,1:33,1:58,1:69""");

    [Fact]
    public void Deep_fields_of_types_that_never_meet_may_differ() =>
        ValidationAssert.Valid("{ pet { ... on Dog { o: owner { x: name } } ... on Cat { o: owner { x: name(surname: true) } } } }");

    [Fact]
    public void In_fragments() => ValidationAssert.Errors(
        """
        { dog { ...A ...B } }
        fragment A on Dog { x: name }
        fragment B on Dog { x: nickname }
        """,
        """Fields "x" conflict because "name" and "nickname" are different fields. Use different aliases on the fields to fetch both if this was intentional. @2:21,3:21""");

    [Fact]
    public void In_a_fragment_of_a_fragment() => ValidationAssert.Errors(
        """
        { dog { x: name ...A } }
        fragment A on Dog { ...B }
        fragment B on Dog { x: nickname }
        """,
        """Fields "x" conflict because "name" and "nickname" are different fields. Use different aliases on the fields to fetch both if this was intentional. @1:9,3:21""");

    [Fact]
    public void In_fragments_below_fields() => ValidationAssert.Errors(
        """
        { dog { mother { ...A } mother { ...B } } }
        fragment A on Dog { x: name }
        fragment B on Dog { x: nickname ...C }
        fragment C on Dog { y: name }
        """,
        """Fields "mother" conflict because subfields "x" conflict because "name" and "nickname" are different fields. Use different aliases on the fields to fetch both if this was intentional. @1:9,2:21,1:25,3:21""");

    [Fact]
    public void In_an_unused_fragment() => ValidationAssert.Errors(
        """
        { __typename }
        fragment A on Dog { x: name x: nickname }
        """,
        """Fields "x" conflict because "name" and "nickname" are different fields. Use different aliases on the fields to fetch both if this was intentional. @2:21,2:29""",
        """Fragment "A" is never used. @2:1""");

    [Fact]
    public void One_fragment_in_places_with_other_fields_beside_it() => ValidationAssert.Valid(
        """
        { a: dog { ...F x: name } b: dog { ...F x: nickname } }
        fragment F on Dog { mother { name } }
        """);

    [Fact]
    public void Fragments_in_a_circle() => ValidationAssert.Errors(
        """
        { dog { ...A } }
        fragment A on Dog { x: name ...B }
        fragment B on Dog { x: nickname ...A }
        """,
        """Cannot spread fragment "A" within itself via "B". @2:29,3:33""",
        """Fields "x" conflict because "name" and "nickname" are different fields. Use different aliases on the fields to fetch both if this was intentional. @2:21,3:21""",
        """Fields "x" conflict because "nickname" and "name" are different fields. Use different aliases on the fields to fetch both if this was intentional. @3:21,2:21""");

    [Fact]
    public void Fragment_within_its_own_field() => ValidationAssert.Errors(
        """
        { dog { ...A } }
        fragment A on Dog { mother { ...A x: name } mother { ...A x: nickname } }
        """,
        """Cannot spread fragment "A" within itself. @2:54""",
        """Cannot spread fragment "A" within itself. @2:30""",
        """Fields "mother" conflict because subfields "x" conflict because "name" and "nickname" are different fields. Use different aliases on the fields to fetch both if this was intentional. @2:21,2:35,2:45,2:59""");

    [Fact]
    public void Unknown_fields_still_conflict() => ValidationAssert.Errors(
        "{ dog { x: nope x: neither } }",
        """Fields "x" conflict because "nope" and "neither" are different fields. Use different aliases on the fields to fetch both if this was intentional. @1:9,1:17""",
        """Cannot query field "nope" on type "Dog". Did you mean "name"? @1:9""",
        """Cannot query field "neither" on type "Dog". Did you mean "father" or "mother"? @1:17""");

    [Fact]
    public void Introspection() => ValidationAssert.Errors(
        "{ __schema { x: queryType { name } x: mutationType { name } } }",
        """Fields "x" conflict because "queryType" and "mutationType" are different fields. Use different aliases on the fields to fetch both if this was intentional. @1:14,1:36""");

    [Fact]
    public void Arguments_given_twice_are_never_the_same() => ValidationAssert.Errors(
        "{ dog { isAtLocation(x: 1, x: 2) isAtLocation(x: 1, x: 2) } }",
        """Fields "isAtLocation" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional. @1:9,1:34""",
        """There can be only one argument named "x". @1:22,1:28""",
        """There can be only one argument named "x". @1:47,1:53""");
}
