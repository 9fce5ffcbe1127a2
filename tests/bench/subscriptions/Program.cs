using R2P.Bench.Subscriptions;

return args is ["produce", .. var rest]
    ? await Producer.RunAsync(Settings.Parse(rest))
    : await Measurement.RunAsync(Settings.Parse(args));
