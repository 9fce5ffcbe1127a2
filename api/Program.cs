using R2P.Api;
using R2P.Api.Hosting;

return args switch
{
    ["token", .. var rest] => TokenCommand.Run(rest),
    ["schema", .. var rest] => SchemaCommand.Run(rest),
    ["documents", .. var rest] => await DocumentsCommand.RunAsync(rest),
    _ => await Service.RunAsync(args),
};
