using R2P.GraphQL.Execution;

namespace R2P.GraphQL.Limits;

/// <summary>A number that is known when the operation is compiled, or only with the variables of a request.</summary>
internal abstract class Figure
{
    /// <summary>The number, if it is known.</summary>
    public virtual double? Constant => null;

    public abstract double For(VariableValues variables);

    public static Figure Of(double value) => new Known(value);

    public static Figure Of(Func<VariableValues, double> value) => new Varying(value);

    public static Figure Sum(double constant, params IReadOnlyList<Figure> figures) =>
        Combine([Of(constant), .. figures], static (first, second) => first + second);

    public static Figure Largest(IReadOnlyList<Figure> figures) => Combine(figures, Math.Max);

    private static Figure Combine(IReadOnlyList<Figure> figures, Func<double, double, double> combine)
    {
        var known = figures.Where(figure => figure.Constant is not null).Select(figure => figure.Constant!.Value).ToArray();
        var varying = figures.Where(figure => figure.Constant is null).ToArray();
        if (varying.Length == 0)
        {
            return Of(known.Aggregate(combine));
        }

        var constant = known.Length > 0 ? known.Aggregate(combine) : (double?)null;
        return Of(variables =>
        {
            var sum = varying.Select(figure => figure.For(variables)).Aggregate(combine);
            return constant is { } number ? combine(number, sum) : sum;
        });
    }

    private sealed class Known(double value) : Figure
    {
        public override double? Constant => value;

        public override double For(VariableValues variables) => value;
    }

    private sealed class Varying(Func<VariableValues, double> value) : Figure
    {
        public override double For(VariableValues variables) => value(variables);
    }
}
