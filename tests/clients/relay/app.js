import { graphql } from 'relay-runtime';

export const page = graphql`
  query appPageQuery($count: Int!, $cursor: Cursor, $where: AssessmentFilterInput) {
    ...app_assessments @arguments(count: $count, cursor: $cursor, where: $where)
    viewer { displayName }
  }
`;

export const assessments = graphql`
  fragment app_assessments on Query
  @refetchable(queryName: "appAssessmentsPaginationQuery")
  @argumentDefinitions(
    count: { type: "Int", defaultValue: 20 }
    cursor: { type: "Cursor" }
    where: { type: "AssessmentFilterInput" }
  ) {
    assessments(first: $count, after: $cursor, where: $where) @connection(key: "app_assessments") {
      edges { node { ...app_assessment } }
    }
  }
`;

export const offices = graphql`
  fragment app_offices on Query
  @refetchable(queryName: "appOfficesPaginationQuery")
  @argumentDefinitions(count: { type: "Int", defaultValue: 20 }, cursor: { type: "Cursor" }) {
    offices(last: $count, before: $cursor) @connection(key: "app_offices") {
      edges { node { id } }
    }
  }
`;

// Refetched by `node(id:)`, as Relay does for every type that implements Node.
export const assessment = graphql`
  fragment app_assessment on Assessment @refetchable(queryName: "appAssessmentRefetchQuery") {
    id
    title
    publishedAt
    ratings { factor }
    ...app_document
  }
`;

export const document = graphql`
  fragment app_document on SharedDocument {
    kind
    status
    tags
  }
`;

export const drafting = graphql`
  mutation appDraftMutation($input: DraftAssessmentInput!, $connections: [ID!]!) {
    draftAssessment(input: $input) {
      errors { __typename code message path }
      assessment @prependNode(connections: $connections, edgeTypeName: "AssessmentEdge") { ...app_assessment }
    }
  }
`;

export const changes = graphql`
  subscription appChangesSubscription($after: Cursor) {
    changes(after: $after) {
      cursor
      document { id ...app_document }
    }
  }
`;
