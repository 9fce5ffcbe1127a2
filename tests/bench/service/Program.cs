using R2P.Bench.Service;
using R2P.Bench.Service.Bare;
using R2P.Bench.Service.GraphQLNet;
using R2P.Bench.Service.Raw;

switch (args)
{
    case ["database", var directory]:
        await DatabaseCommand.RunAsync(directory);
        return 0;
    case ["token", var directory, var subject]:
        TokenCommand.Run(directory, subject);
        return 0;
    case ["raw"]:
        await RawService.RunAsync();
        return 0;
    case ["bare"]:
        await BareService.RunAsync();
        return 0;
    case ["graphql-net"]:
        await GraphQLNetService.RunAsync();
        return 0;
    default:
        await Console.Error.WriteLineAsync("Usage: database DIR | token DIR SUBJECT | raw | bare | graphql-net");
        return 2;
}
