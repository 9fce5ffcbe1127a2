using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.Schema.Sharing;

namespace R2P.Schema.Members;

/// <summary>How parties, offices, people and appointments lie in their tables.</summary>
public sealed class MembersMapping : IDocumentMapping
{
    /// <inheritdoc/>
    public void Configure(ModelBuilder model)
    {
        model.Entity<Party>(party =>
        {
            party.ToTable("party").Property(p => p.Id).ValueGeneratedNever();
            party.HasDiscriminator<string>("kind")
                .HasValue<State>(EnumText.Of(PartyKind.State))
                .HasValue<RegionalOrganization>(EnumText.Of(PartyKind.RegionalOrganization))
                .HasValue<Network>(EnumText.Of(PartyKind.Network))
                .HasValue<UnEntity>(EnumText.Of(PartyKind.UnEntity))
                .HasValue<CivilSocietyOrganization>(EnumText.Of(PartyKind.CivilSocietyOrganization));
        });
        model.Entity<Membership>().ToTable("membership").Property(m => m.Id).ValueGeneratedNever();
        model.Entity<Office>().ToTable("office").Property(o => o.Id).ValueGeneratedNever();
        model.Entity<Person>().ToTable("person").Property(p => p.Id).ValueGeneratedNever();
        model.Entity<Appointment>(appointment =>
        {
            appointment.ToTable("appointment").Property(a => a.Id).ValueGeneratedNever();
            appointment.Property(a => a.Version).IsConcurrencyToken();
        });
        model.Entity<Invitation>().ToTable("invitation").Property(i => i.Id).ValueGeneratedNever();
        model.Entity<Pairing>().ToTable("pairing").Property(p => p.Id).ValueGeneratedNever();
        model.Entity<MandateEntry>().ToTable("mandate_entry").HasSharedRow();
        model.Entity<ProfileDetail>().ToTable("profile_detail").HasSharedRow();
    }
}
