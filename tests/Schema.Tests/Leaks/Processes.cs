namespace R2P.Schema.Tests.Leaks;

/// <summary>
/// How acts follow one another, so that each has its turn when its turn can come: one process a paragraph, one step a line: who (<c>-</c>: whoever can),
/// what, and what has to be said beside what is said at random. <see cref="Step"/> tells how to write it.
/// </summary>
internal static class Processes
{
    public static IReadOnlyList<Process> All { get; } = Process.Read("""
        kenya draftAssessment { "framework": "UN_FRAMEWORK_2014", "frameworkVersion": "2014", "ratings": null }
        kenya reviseAssessment
        kenya openDraft { "audience": "NATIONAL" }
        kenya askForPart { "office": "@kenya-contributor", "factors": ["RF_03"] }
        kenya-contributor writePart { "inhibitors": null,
            "ratings": [{ "factor": "RF_03", "finding": "Calm by the river.", "trend": "STABLE", "confidence": "LOW" }] }
        kenya-contributor signOffPart
        kenya takeInPart { "assessmentVersion": "#Assessment" }
        kenya askForPart { "office": "@kenya-contributor", "factors": ["RF_01"] }
        kenya cancelPart

        - draftAssessment { "framework": "UN_FRAMEWORK_2014", "frameworkVersion": "2014",
            "ratings": [{ "factor": "RF_03", "finding": "Calm by the river.", "trend": "STABLE", "confidence": "LOW" }],
            "inhibitors": [{ "inhibitor": "SECURITY_SECTOR", "finding": "Oversight works.", "trend": "IMPROVING", "confidence": "HIGH" }] }
        - recordConsulted
        - addAnnex
        - reviseAnnex
        - submitAssessment
        - returnAssessment
        - submitAssessment
        - approveAssessment
        - publishAssessment
        - translateDocument
        - shareAnnex { "audience": { "kind": "NAMED", "states": ["KEN"], "organizations": ["AU"] } }
        - shareDocument { "id": "*Assessment" }
        - reviseAssessment { "id": "*Assessment" }
        - eraseAnnex

        kenya draftAssessment
        kenya inviteContribution { "office": "@civil-society-kenya" }
        civil-society-kenya submitContribution { "invitationId": "*ContributionInvitation", "receiver": null, "assessmentId": null, "country": null }
        kenya answerContribution
        civil-society-kenya submitContribution { "receiver": "@un-desk", "invitationId": null, "assessmentId": null, "country": "KEN" }
        civil-society-kenya withdrawContribution
        kenya eraseDocument

        - noteTrigger
        - eraseTriggerNote

        - raiseAlert
        - reviseAlert
        - acknowledgeAlert
        - addAlertAnalysis
        - contributeToAlert
        - decideAlert
        - closeAlert

        ghana openAssistanceRequest { "audience": { "kind": "NAMED", "organizations": ["AU"], "states": ["KEN", "DNK"] } }
        ghana reviseAssistanceRequest
        denmark offerAssistance { "request": "*AssistanceRequest" }
        denmark reviseAssistanceOffer
        ghana acceptOffer
        ghana agreeScope { "scope": "Two advisers for a year." }
        denmark agreeScope { "scope": null }
        denmark addReviewPoint
        ghana holdReviewPoint { "number": 1 }
        denmark reportAssistance
        ghana amendAssistance
        denmark agreeScope { "scope": null }
        - stopAssistance
        au-desk offerAssistance { "request": "*AssistanceRequest" }
        ghana declineOffer
        ghana closeAssistanceRequest

        civil-society-kenya openAssistanceRequest { "audience": { "kind": "NAMED", "states": ["DNK"] } }
        denmark offerAssistance { "request": "*AssistanceRequest" }
        civil-society-kenya acceptOffer

        - offerAssistance { "request": null }
        - logEncouragement

        - proposePractice
        - addAttachment
        - revisePractice
        - approvePractice
        - publishPractice
        - removeAttachment
        - noteResult

        kenya proposePractice { "country": null }
        kenya approvePractice
        kenya publishPractice { "audience": { "kind": "MEMBERS" }, "handling": { "onwardSharing": false, "expiresAt": "~" } }

        secretariat proposePractice { "country": "KEN" }
        secretariat approvePractice
        secretariat publishPractice { "audience": { "kind": "MEMBERS" } }
        kenya confirmPractice
        kenya removePractice

        secretariat addCatalogueEntry { "list": "peacefulTools2016", "code": "TOOL_OF_THE_STORY", "instrument": null, "document": null, "source": null }
        secretariat translateCatalogueEntry { "code": "TOOL_OF_THE_STORY", "language": "fr" }
        secretariat retireCatalogueEntry { "code": "TOOL_OF_THE_STORY" }
        secretariat publishFrameworkVersion { "code": "FRAMEWORK_OF_THE_STORY", "replaces": null, "source": [{ "document": "SG_REPORT_2016" }],
            "factors": [{ "code": "FACTOR_OF_THE_STORY", "name": "Hatred spread by machines" }] }

        - openConsultation { "audience": { "kind": "MEMBERS" }, "invited": ["@civil-society-kenya", "@kenya"] }
        - reviseConsultation
        kenya submitInput
        kenya reviseSubmission
        - answerSubmission { "version": null }
        civil-society-kenya submitInput
        civil-society-kenya withdrawSubmission
        - closeConsultation

        ghana proposePractice
        ghana showTitle { "id": "*Practice", "audience": { "kind": "MEMBERS" } }
        denmark requestAccess { "excerpt": "*Excerpt" }
        ghana answerAccessRequest { "grant": false, "version": null, "audience": null, "handling": null }
        ghana approvePractice
        ghana publishPractice { "audience": { "kind": "OFFICE" } }
        au-desk requestAccess { "excerpt": "*Excerpt" }
        ghana answerAccessRequest { "grant": true, "version": "#Practice", "handling": null,
            "audience": { "kind": "NAMED", "organizations": ["AU"] } }
        ghana shareSummary { "id": "*Practice" }
        ghana withdrawExcerpt

        kenya openExchange { "with": ["@au-desk", "@ghana"] }
        kenya draftMessage
        kenya reviseMessage
        kenya sendMessage { "draft": "*ExchangeMessage", "version": "#ExchangeMessage", "exchangeId": null, "message": null }
        au-desk replyTo { "messageId": "*ExchangeMessage" }
        au-desk withdrawMessage
        kenya addTask { "forOffice": "@au-desk" }
        au-desk completeTask
        kenya inviteToExchange { "offices": ["@denmark"] }
        denmark sendMessage { "draft": null, "version": null, "exchangeId": "*Exchange" }
        kenya recordPartnership { "parties": ["@kenya", "@au-desk"], "id": null, "version": null }
        ghana leaveExchange
        kenya closeExchange

        ghana draftGuidance
        ghana reviseGuidance
        ghana publishGuidance
        ghana draftGuidance
        ghana publishGuidance { "id": "*Guidance" }
        ghana supersedeGuidance { "id": "*Guidance:1", "by": "*Guidance:2" }
        - recordTraining
        - withdrawRecord { "id": "*Training" }

        - recordInstitution
        - reviseInstitution
        - endInstitution

        - draftLesson { "sourceCase": { "countries": ["KEN"], "whatHappened": "Grazing by the river." } }
        - reviseLesson
        - reviseSourceCase
        - publishLesson
        - shareSourceCase

        secretariat planMeeting { "audience": { "kind": "MEMBERS" } }
        secretariat reviseMeeting
        secretariat inviteToMeeting { "offices": ["@kenya", "@denmark"] }
        kenya answerMeetingInvitation
        secretariat recordMeeting { "followUp": [{ "text": "Write to the council." }] }
        - recordStatement { "meetingId": "*Meeting" }
        - completeFollowUp
        secretariat closeMeeting

        kenya openOffice { "party": "KEN", "ministry": "Ministry of the river" }
        kenya proposeAppointment { "office": "*Office", "role": "NATIONAL_CONTRIBUTOR", "startsAt": null, "endsAt": null,
            "person": { "new": { "displayName": "Of the river", "issuer": "https://issuer.example", "subject": "river" } } }
        secretariat confirmAppointment { "id": "*Appointment" }
        kenya suspendAppointment { "id": "*Appointment" }
        kenya resumeAppointment { "id": "*Appointment" }
        kenya handOverOffice { "id": "*Appointment", "startsAt": null,
            "person": { "new": { "displayName": "Of the lake", "issuer": "https://issuer.example", "subject": "lake" } } }
        secretariat confirmAppointment { "id": "*Appointment" }
        kenya endAppointment { "id": "*Appointment", "endsAt": null }

        au-desk recordMembership { "party": "HTI", "body": "AU" }
        au-desk suspendMembership
        au-desk endMembership

        secretariat describeNetwork
        secretariat inviteMember { "body": "GLOBAL_NETWORK_R2P_FOCAL_POINTS", "party": "SAMPLE_PEACE_FORUM_KENYA" }
        civil-society-kenya answerInvitation { "accept": true }

        secretariat registerOrganization { "code": "FORUM_OF_THE_STORY", "accreditor": "KEN" }
        kenya accreditOffice { "office": "*Office" }

        secretariat pairOffices { "network": "GLOBAL_NETWORK_R2P_FOCAL_POINTS", "newcomer": "@kenya", "peer": "@denmark" }
        denmark answerPairing { "accept": true }
        kenya answerPairing { "accept": true }

        - recordMandate
        - updateProfile
        denmark updateProfile { "remove": null, "office": null, "add": [{ "topic": "EXPERTISE", "value": "Mediation by the river", "language": "en",
            "audience": { "kind": "NAMED", "organizations": ["EU"] } }] }
        - optInToPeerMatching
        - optOutOfPeerMatching

        ghana draftAssessment
        ghana openReview { "documentId": "*Assessment", "reviewers": ["@kenya", "@au-desk", "@denmark"], "opensOn": null }
        kenya acceptReview
        au-desk acceptReview
        denmark declineReview
        kenya addComment { "kind": "RECOMMENDATION", "anchor": { "pointer": "/title" }, "inReplyTo": null, "addressee": "AUDIENCE" }
        ghana recommendFromReview { "commentId": "*Comment:1" }
        au-desk addComment { "kind": "QUESTION", "anchor": { "pointer": "/title" }, "inReplyTo": null, "addressee": "PANEL" }
        ghana answerComment { "commentId": "*Comment:1", "version": null }
        ghana answerComment { "commentId": "*Comment:2", "version": null }
        ghana closeReview { "release": ["*Comment:1"] }

        ghana draftAssessment
        ghana openReview { "documentId": "*Assessment", "reviewers": ["@denmark"], "opensOn": null, "dueOn": null,
            "offersFrom": { "kind": "MEMBERS" }, "call": "Who looks at it with us?" }
        kenya offerToReview { "callId": "*ReviewCall" }
        costa-rica offerToReview { "callId": "*ReviewCall" }
        ghana acceptReviewer { "offerId": "*ReviewOffer:1" }
        ghana declineReviewer { "offerId": "*ReviewOffer:2" }
        ghana endReviewCall { "callId": "*ReviewCall" }

        secretariat publishFrameworkVersion { "code": "FRAMEWORK_A", "version": "1", "replaces": null, "source": [{ "document": "SG_REPORT_2016" }],
            "factors": [{ "code": "RF_A", "name": "A factor" }], "network": null }
        secretariat publishFrameworkVersion { "code": "FRAMEWORK_B", "version": "1", "replaces": null, "source": [{ "document": "SG_REPORT_2016" }],
            "factors": [{ "code": "RF_B", "name": "The same factor" }], "network": null }
        secretariat recordCrosswalk { "from": "FRAMEWORK_A", "to": "FRAMEWORK_B", "network": null, "links": [{ "from": "RF_A", "to": "RF_B", "extent": "CLOSE" }] }

        - proposePractice
        - openReview { "opensOn": null }
        - cancelReview

        ghana proposePractice
        ghana approvePractice
        ghana publishPractice { "audience": { "kind": "NAMED", "organizations": ["AU"], "states": ["KEN"] }, "handling": null }
        au-desk read
        ghana withdrawDocument
        au-desk read
        au-desk acknowledgeRecall

        kenya recordRecommendation { "audience": { "kind": "NATIONAL" } }
        kenya answerRecommendation { "answer": "ACCEPT" }
        kenya assignRecommendation { "lead": "@kenya-contributor" }
        - reportProgress
        - completeRecommendation

        secretariat importRecommendations { "recommendations": [{ "text": "Train the elders.", "country": "KEN" }] }
        kenya recordRecommendation
        kenya recordRecommendation
        kenya linkDuplicates { "ids": ["*Recommendation:-1", "*Recommendation:-2"] }
        - recordReviewCycle

        - saveFilter
        - markFilterSeen { "upTo": null }
        - deleteFilter

        - recordSelfCheck { "id": null, "version": null }
        - shareSelfCheck

        kenya draftStrategy
        kenya reviseStrategy { "actions": [{ "key": "K1", "text": "Train the elders." }], "goals": [{ "key": "K1", "aim": "Fewer quarrels." }] }
        kenya adoptStrategy { "audience": { "kind": "MEMBERS" } }
        kenya reportAction { "action": "K1" }
        kenya publishStrategySummary { "strategyId": "*Strategy" }
        ghana draftGuidance
        ghana publishGuidance { "audience": { "kind": "MEMBERS" } }
        ghana linkHelp { "strategyId": "*Strategy", "documentId": "*Guidance" }
        kenya closeStrategy { "results": [{ "goal": "K1", "outcome": "WORKED", "result": "Fewer quarrels." }] }

        - recordPledge { "audience": { "kind": "MEMBERS" } }
        - supportPledge
        - endPledgeSupport
        - explainVeto

        - recordTreatyAction
        - reviseTreatyAction
        - recordReport
        - submitReport
        """);
}
