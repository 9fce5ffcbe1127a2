using System.Reflection;

namespace R2P.Scenario.Tests.Rows;

/// <summary>A test that plays rows, as its attribute says it.</summary>
internal sealed record RowTest(MethodInfo Method, RowAttribute Row)
{
    /// <summary>The test as the table names it.</summary>
    public string Name => $"{Method.DeclaringType!.Name}.{Method.Name}";

    /// <summary>Every test of this assembly that plays a row.</summary>
    public static IReadOnlyList<RowTest> All { get; } =
    [
        .. from type in typeof(RowTest).Assembly.GetTypes()
           from method in type.GetMethods()
           from row in method.GetCustomAttributes<RowAttribute>()
           select new RowTest(method, row),
    ];

    /// <summary>Runs the test's body against a network of its choice.</summary>
    public Task RunAsync(Network network) => (Task)Method.Invoke(Activator.CreateInstance(Method.DeclaringType!, network), [])!;
}
