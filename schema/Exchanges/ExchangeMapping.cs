using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.Schema.Sharing;

namespace R2P.Schema.Exchanges;

/// <summary>How exchanges, and what stands in them, lie in their tables.</summary>
public sealed class ExchangeMapping : IDocumentMapping
{
    /// <summary>Reads exchanges where the kind is known only from data.</summary>
    public static IKindStore Store { get; } = new KindStore<Exchange>(DocumentKind.Exchange, ExchangeLife.Life);

    /// <inheritdoc/>
    public void Configure(ModelBuilder model)
    {
        model.Entity<Exchange>(exchange =>
        {
            exchange.ToTable("exchange").HasSharedDocument();
            exchange.Ignore(e => e.Purpose);
            exchange.ComplexProperty(e => e.Body, body => body.ToJson());
        });
        model.Entity<ExchangeParticipant>(participant =>
        {
            participant.ToTable("exchange_participant").HasKey(p => new { p.ExchangeId, p.OfficeId, p.JoinedAt });
            participant.HasOne<Exchange>().WithMany().HasForeignKey(p => p.ExchangeId);
        });
        model.Entity<ExchangeMessage>(message =>
        {
            message.ToTable("exchange_message").Ignore(m => m.Handling).Property(m => m.Id).ValueGeneratedNever();
            message.Property(m => m.IsRestricted).ValueGeneratedOnAddOrUpdate();
            message.HasOne<Exchange>().WithMany().HasForeignKey(m => m.ExchangeId);
        });
        model.Entity<ExchangeTombstone>(tombstone =>
        {
            tombstone.ToTable("exchange_tombstone").HasKey(t => t.MessageId);
            tombstone.HasOne<ExchangeMessage>().WithOne().HasForeignKey<ExchangeTombstone>(t => t.MessageId);
        });
        model.Entity<ExchangeTask>().ToTable("exchange_task").Property(t => t.Id).ValueGeneratedNever();
        model.Entity<Partnership>().ToTable("partnership").Property(p => p.IsRestricted).ValueGeneratedOnAddOrUpdate();
    }
}
