/** Documents on which the service means to differ from graphql-js, and why. */
export const differences = new Map([
]);
