using R2P.Bench.Subscriptions;
using R2P.Bench.Subscriptions.Hand;

return args switch
{
    ["produce", .. var rest] => await Producer.RunAsync(Settings.Parse(rest)),
    ["hand", .. var rest] => await HandServer.RunAsync(Settings.Parse(rest)),
    _ => await Comparison.RunAsync(Settings.Parse(args)),
};
