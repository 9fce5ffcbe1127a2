// What an application does with the generated types: compiles, or the types say something else than the schema.
import type {
  AssessmentsQuery, AssessmentsQueryVariables, ChangesSubscription, DocumentQuery, DraftMutation, DraftMutationVariables,
} from './types';

export const variables: AssessmentsQueryVariables = {
  first: 20,
  where: { country: { in: ['GHA', 'KEN'] }, ratings: { some: { factor: { eq: 'RISK_FACTOR_1' } } } },
  order: [{ publishedAt: 'DESC' }],
};

export const draft: DraftMutationVariables = { input: { title: 'Needs no more' } };

export const titles = (answer: AssessmentsQuery): string[] => answer.assessments.edges.map(({ node }) => node.title);

export const refusal = (answer: DraftMutation): string | undefined => answer.draftAssessment.errors[0]?.message;

export const heard = (answer: ChangesSubscription): string | undefined => answer.changes.document?.title;

export const title = (answer: DocumentQuery): string | undefined =>
  answer.node?.__typename === 'Assessment' ? answer.node.title : undefined;

// @ts-expect-error A draft needs a title.
export const untitled: DraftMutationVariables = { input: {} };

// @ts-expect-error A summary may be missing.
export const summary = (answer: AssessmentsQuery): string => answer.assessments.edges[0]!.node.summary;

// @ts-expect-error No such direction.
export const sideways: AssessmentsQueryVariables = { order: [{ publishedAt: 'SIDEWAYS' }] };
