using R2P.Api;
using R2P.Api.Hosting;

return args is ["token", ..]
    ? TokenCommand.Run(args[1..])
    : await Service.RunAsync(args);
