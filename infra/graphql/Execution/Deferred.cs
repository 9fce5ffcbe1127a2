using System.Linq.Expressions;

namespace R2P.GraphQL.Execution;

/// <summary>
/// Code that is written down when a schema is built, with all its errors, and compiled when it is first needed: a schema has thousands of fields, and
/// the operations of a day use some of them.
/// </summary>
internal sealed class Deferred<TDelegate>
    where TDelegate : Delegate
{
    private Func<Expression<TDelegate>>? _source;
    private TDelegate? _code;

    /// <summary>Code in which there can be no error is not even written down before it is needed.</summary>
    public Deferred(Func<Expression<TDelegate>> source) => _source = source;

    public Deferred(Expression<TDelegate> source) => _source = () => source;

    /// <summary>Code that there is already.</summary>
    public Deferred(TDelegate code) => _code = code;

    /// <summary>The delegate. Two who come first at once may compile it twice; both get the same code.</summary>
    public TDelegate Code => Volatile.Read(ref _code) ?? Compile();

    private TDelegate Compile()
    {
        if (Volatile.Read(ref _source) is { } source)
        {
            Interlocked.CompareExchange(ref _code, source().Compile(), null);
            Volatile.Write(ref _source, null);
        }

        return _code!;
    }
}
