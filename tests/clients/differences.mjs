/** Documents on which the service means to differ from graphql-js, and why. */
export const differences = new Map([
  ['{ __type { name } }', 'graphql-js names the type "<meta>"; "Query.__type(name:)" says where the argument stands'],
]);
