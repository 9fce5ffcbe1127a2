using R2P.Schema.SampleNetwork;

namespace R2P.Schema.Tests.Leaks;

/// <summary>
/// A sequence of the contract's mutations, by chance, but with a sense: processes that were begun are carried on, and between their steps comes what was done
/// least. What is refused is tried again: by somebody else, without the field that was refused or with another value of it, on something else.
/// </summary>
internal sealed class ActSequence(Contract contract, Acting acting, Lookout lookout, World world, TimeProvider time, int seed)
{
    private const int Inputs = 4;
    private const int Lessons = 4;
    private const int CoursesAtOnce = 3;

    /// <summary>Who may decide for an office: by whom a process begins that anybody may begin.</summary>
    private static readonly string[] Deciding = ["ghana", "kenya", "costa-rica", "denmark", "au-desk", "eu-desk", "un-desk", "secretariat"];

    private readonly Random _random = new(seed);
    private readonly Mutation[] _acts = Mutation.All(contract);
    private readonly Dictionary<string, string> _lastDoer = [];
    private readonly List<Course> _courses = [];
    private Queue<Process>? _processes;

    /// <summary>How often each act was tried.</summary>
    public Dictionary<string, int> Tried { get; } = [];

    /// <summary>How often each act was done.</summary>
    public Dictionary<string, int> Done { get; } = [];

    /// <summary>The steps of processes that were refused again and again, and why.</summary>
    public List<string> LeftOut { get; } = [];

    /// <summary>All kinds of act that the contract knows.</summary>
    public IEnumerable<string> Kinds => _acts.Select(act => act.Name);

    public async Task RunAsync(int count)
    {
        for (var i = 0; i < count; i++)
        {
            if (_random.Next(6) > 0 && Underway() is { } course)
            {
                await GoOnAsync(course);
            }
            else
            {
                await TryAsync(Enumerable.Range(0, 4).Select(_ => _acts[_random.Next(_acts.Length)])
                    .MinBy(candidate => (2 * Done.GetValueOrDefault(candidate.Name)) + Tried.GetValueOrDefault(candidate.Name))!);
            }
        }
    }

    /// <summary>One of the few processes that are under way; null if all have come to their end.</summary>
    private Course? Underway()
    {
        _processes ??= new Queue<Process>(Processes.All.OrderBy(_ => _random.Next()));
        _courses.RemoveAll(course => course.Next is null);
        while (_courses.Count < CoursesAtOnce && _processes.TryDequeue(out var next))
        {
            _courses.Add(new Course(next));
        }

        return _courses.Count == 0 ? null : _courses[_random.Next(_courses.Count)];
    }

    private async Task GoOnAsync(Course course)
    {
        var step = course.Next!;
        switch (step.Act)
        {
            case "read":
                course.Note(await lookout.ReadAsync(step.By!, course));
                course.GoOn(isDone: true);
                break;
            case "addAttachment":
                course.GoOn(await acting.AttachAsync(course));
                break;
            default:
                if (course.GoOn(await TryAsync(_acts.Single(act => act.Name == step.Act), step, course)))
                {
                    LeftOut.Add($"{step.By} {acting.Refusals.GetValueOrDefault(step.Act, step.Act)}");
                }

                break;
        }
    }

    private async Task<bool> TryAsync(Mutation act, Step? step = null, Course? course = null, bool isForAnother = false)
    {
        Tried[act.Name] = Tried.GetValueOrDefault(act.Name) + 1;
        for (int i = 0, lessons = 0; i < Inputs; i++)
        {
            var maker = new InputMaker(contract, _random, world, time.GetUtcNow(), course, isBrief: step is not null && i > 0);
            var attempt = new Attempt(act, maker, act.Input(maker), step, course, _random);
            if (act.LacksThing(attempt.Input) && step is null)
            {
                // What is acted on has to be made first, by an act that results in it.
                if (isForAnother || _acts.Where(candidate => maker.Lacking.Contains(candidate.Result)).ToArray() is not [_, ..] makers)
                {
                    return false;
                }

                await TryAsync(makers[_random.Next(makers.Length)], isForAnother: true);
                continue;
            }

            switch (await TryAsync(attempt))
            {
                case Outcome.Done:
                    Done[act.Name] = Done.GetValueOrDefault(act.Name) + 1;
                    return true;
                case Outcome.Learnt when ++lessons <= Lessons:
                    i--;
                    break;
            }
        }

        return false;
    }

    private async Task<Outcome> TryAsync(Attempt attempt)
    {
        foreach (var persona in Doers(attempt))
        {
            var outcome = await acting.TryAsync(attempt, persona);
            if (outcome == Outcome.Done)
            {
                _lastDoer[attempt.Act.Name] = persona;
            }

            if (outcome != Outcome.Refused)
            {
                return outcome;
            }
        }

        return Outcome.Refused;
    }

    /// <summary>Who may be able to: whose turn it is; else whoever made what is acted on, whom it concerns, who did the same before, and somebody.</summary>
    private IEnumerable<string> Doers(Attempt attempt)
    {
        if (attempt.Step?.By is { } named)
        {
            return [named];
        }

        var subject = attempt.Subject;
        var others = (attempt.Step is null ? SamplePersonas.Names : Deciding).OrderBy(_ => _random.Next()).Take(attempt.Step is null ? 2 : 4);
        string?[] doers =
        [
            subject is null ? null : world.OwnerOf(subject),
            .. subject is null ? [] : world.ConcernedBy(subject).OrderBy(_ => _random.Next()).Take(2),
            attempt.Step is null || subject is not null ? _lastDoer.GetValueOrDefault(attempt.Act.Name) : null,
            .. others,
        ];
        return doers.OfType<string>().Distinct(StringComparer.Ordinal);
    }
}
