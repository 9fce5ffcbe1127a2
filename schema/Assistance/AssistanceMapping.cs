using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.Schema.Sharing;

namespace R2P.Schema.Assistance;

/// <summary>How requests and offers lie in their tables, and what has readers of its own beside them.</summary>
public sealed class AssistanceMapping : IDocumentMapping
{
    /// <summary>Reads requests where the kind is known only from data.</summary>
    public static IKindStore Requests { get; } = new KindStore<AssistanceRequest>(DocumentKind.AssistanceRequest, AssistanceLife.OfRequest);

    /// <summary>Reads offers where the kind is known only from data.</summary>
    public static IKindStore Offers { get; } = new KindStore<AssistanceOffer>(DocumentKind.AssistanceOffer, AssistanceLife.OfOffer);

    /// <inheritdoc/>
    public void Configure(ModelBuilder model)
    {
        model.Entity<AssistanceRequest>(request =>
        {
            request.ToTable("assistance_request").HasSharedDocument();
            request.Ignore(r => r.WhatFor)
                .Ignore(r => r.Outcome)
                .Ignore(r => r.Principles)
                .Ignore(r => r.NeedsAssessment)
                .Ignore(r => r.Needs)
                .Ignore(r => r.Contacts);
            request.ComplexProperty(r => r.Body, body =>
            {
                body.ToJson();
                body.ComplexCollection(b => b.Principles);
                body.ComplexCollection(b => b.NeedsAssessment);
                body.ComplexCollection(b => b.Needs);
                body.ComplexCollection(b => b.Contacts);
            });
        });
        model.Entity<AssistanceOffer>(offer =>
        {
            offer.ToTable("assistance_offer").HasSharedDocument();
            offer.Ignore(o => o.Standing)
                .Ignore(o => o.What)
                .Ignore(o => o.AnswerReason)
                .Ignore(o => o.StopReason)
                .Ignore(o => o.Principles)
                .Ignore(o => o.Roster)
                .Ignore(o => o.Pledges)
                .Ignore(o => o.Contacts);
            offer.Ignore(o => o.Scopes).Ignore(o => o.ReviewPoints).Ignore(o => o.Reports);
            offer.ComplexProperty(o => o.Body, body =>
            {
                body.ToJson();
                body.ComplexCollection(b => b.Principles);
                body.ComplexCollection(b => b.Roster);
                body.ComplexCollection(b => b.Pledges);
                body.ComplexCollection(b => b.Contacts);
                body.ComplexCollection(b => b.Scopes);
                body.ComplexCollection(b => b.ReviewPoints);
                body.ComplexCollection(b => b.Reports);
            });
        });
        model.Entity<AssistanceConsultation>(consultation =>
        {
            consultation.ToTable("assistance_consultation").HasKey(c => c.RequestId);
            consultation.Property(c => c.RequestId).ValueGeneratedNever();
            consultation.HasOne<AssistanceRequest>().WithOne().HasForeignKey<AssistanceConsultation>(c => c.RequestId);
            consultation.ComplexCollection(c => c.Consulted, consulted => consulted.ToJson());
        });
        model.Entity<EncouragementActivity>().ToTable("encouragement_activity").HasSharedRow();
    }
}
