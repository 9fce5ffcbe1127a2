using R2P.GraphQL.Language;
using R2P.GraphQL.Types;
using R2P.GraphQL.Types.Sdl;

namespace R2P.GraphQL.Tests.Validation;

/// <summary>The one schema that all validation tests ask: pets, people, and every kind of argument.</summary>
internal static class ZooSchema
{
    public static GraphQLSchema Instance { get; } = SdlSchemaBuilder.Build(Parser.Parse(SourceText.From(Sdl)));

    private const string Sdl = """
        directive @onField(n: Int, req: Boolean = true) on FIELD
        directive @onQuery on QUERY | MUTATION | SUBSCRIPTION
        directive @onFragment on FRAGMENT_SPREAD | INLINE_FRAGMENT | FRAGMENT_DEFINITION
        directive @onVariable(note: String) on VARIABLE_DEFINITION
        directive @tag(name: String!) repeatable on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT
        scalar Anything
        interface Being { name(surname: Boolean): String }
        interface Mammal { mother: Mammal father: Mammal }
        interface Pet implements Being { name(surname: Boolean): String owner: Human }
        interface Canine implements Mammal & Being { name(surname: Boolean): String mother: Canine father: Canine }
        type Dog implements Being & Pet & Mammal & Canine {
          name(surname: Boolean): String
          nickname: String
          barkVolume: Int
          barks: Boolean
          doesKnowCommand(dogCommand: DogCommand): Boolean
          isHouseTrained(atOtherHomes: Boolean = true): Boolean
          isAtLocation(x: Int, y: Int): Boolean
          mother: Dog
          father: Dog
          owner: Human
          friends(first: Int = 10): [Pet!]!
        }
        type Cat implements Being & Pet { name(surname: Boolean): String nickname: String meows: Boolean meowVolume: Int meowsVolume: Int furColor: FurColor owner: Human }
        union CatOrDog = Cat | Dog
        type Human implements Being { name(surname: Boolean): String pets: [Pet] relatives: [Human]! iq: Int }
        type Alien implements Being { name(surname: Boolean): String numEyes: Int home: String! }
        union DogOrHuman = Dog | Human
        union HumanOrAlien = Human | Alien
        enum DogCommand { SIT HEEL DOWN }
        enum FurColor { BROWN BLACK TAN SPOTTED NO_FUR UNKNOWN }
        input ComplexInput { requiredField: Boolean! nonNullField: Boolean! = false intField: Int stringField: String booleanField: Boolean stringListField: [String] nested: ComplexInput }
        input OneOfInput @oneOf { stringField: String intField: Int list: [Int!] }
        type ComplicatedArgs {
          intArgField(intArg: Int): String
          nonNullIntArgField(nonNullIntArg: Int!): String
          stringArgField(stringArg: String): String
          booleanArgField(booleanArg: Boolean): String
          enumArgField(enumArg: FurColor): String
          floatArgField(floatArg: Float): String
          idArgField(idArg: ID): String
          stringListArgField(stringListArg: [String]): String
          stringListNonNullArgField(stringListNonNullArg: [String!]): String
          complexArgField(complexArg: ComplexInput): String
          oneOfArgField(oneOfArg: OneOfInput): String
          multipleReqs(req1: Int!, req2: Int!): String
          nonNullFieldWithDefault(arg: Int! = 0): String
          multipleOpts(opt1: Int = 0, opt2: Int = 0): String
          multipleOptAndReq(req1: Int!, req2: Int!, opt1: Int = 0, opt2: Int = 0): String
          anythingArgField(anything: Anything): String
        }
        type Query {
          human(id: ID): Human
          alien: Alien
          dog: Dog
          cat: Cat
          pet: Pet
          being: Being
          canine: Canine
          mammal: Mammal
          catOrDog: CatOrDog
          dogOrHuman: DogOrHuman
          humanOrAlien: HumanOrAlien
          complicatedArgs: ComplicatedArgs
          dogs: [Dog!]!
        }
        type Mutation { rename(name: String!): Dog }
        type Subscription { newDog: Dog newCat(after: Int): Cat }
        """;
}
