using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Linq.Expressions;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.Internal;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace R2P.Documents;

/// <summary>The SQL of one shape of query, as EF Core translates it. Translated once; every further query of the shape only brings its values.</summary>
/// <param name="Text">The SQL, with parameters <c>$1</c>, <c>$2</c> …, in the order of <paramref name="Parameters"/>.</param>
/// <param name="Parameters">Where each parameter's value comes from.</param>
internal sealed record TranslatedQuery(string Text, IReadOnlyList<TranslatedParameter> Parameters)
{
    /// <summary>Translates a query.</summary>
    /// <param name="db">Any context of the model.</param>
    /// <param name="query">The query.</param>
    /// <param name="shape">Its shape, with the values of this one query.</param>
    public static TranslatedQuery Of<T>(DbContext db, IQueryable<T> query, QueryShape shape)
    {
        using var command = CommandOf<T>(db, new Parameterization(shape).Visit(query.Expression), shape);
        var parameters = command.Parameters.Cast<NpgsqlParameter>().ToList();
        return new TranslatedQuery(
            Number(TranslatedColumns.Named(command.CommandText, db.Model.FindEntityType(typeof(T))), parameters),
            parameters.ConvertAll(parameter => TranslatedParameter.Of(parameter, shape.Values)));
    }

    /// <summary>The parameters of a query of this shape.</summary>
    public void AddParameters(NpgsqlParameterCollection target, IReadOnlyList<object?> values)
    {
        foreach (var parameter in Parameters)
        {
            target.Add(parameter.With(values));
        }
    }

    [SuppressMessage(
        "Usage",
        "EF1001",
        Justification = "EF Core gives a query's command only by this interface, or by running the query once through its provider, "
            + "which would name the parameters anew.")]
    private static DbCommand CommandOf<T>(DbContext db, Expression query, QueryShape shape)
    {
        var context = db.GetService<IQueryContextFactory>().Create();
        for (var i = 0; i < shape.Values.Count; i++)
        {
            context.Parameters.Add(Parameterization.NameOf(i), shape.Values[i]);
        }

        var compiled = db.GetService<IDatabase>().CompileQuery<IEnumerable<T>>(query, async: false);
        return ((IRelationalQueryingEnumerable)compiled(context)).CreateDbCommand();
    }

    /// <summary>Positions instead of names, so that the driver need not read the text each time. Longer names first, as one may begin another.</summary>
    private static string Number(string text, List<NpgsqlParameter> parameters)
    {
        var numbered = new StringBuilder(text);
        foreach (var (index, parameter) in parameters.Index().OrderByDescending(entry => entry.Item.ParameterName.Length))
        {
            numbered.Replace("@" + parameter.ParameterName.TrimStart('@'), string.Create(CultureInfo.InvariantCulture, $"${index + 1}"));
        }

        return numbered.ToString();
    }
}
