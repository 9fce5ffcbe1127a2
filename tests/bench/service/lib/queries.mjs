import { readFileSync } from 'node:fs';
import { query } from './paths.mjs';

/** The member States of the African Union. */
export const countries = ('AGO BDI BEN BFA BWA CAF CIV CMR COD COG COM CPV DJI DZA EGY ERI ETH GAB GHA GIN GMB GNB GNQ KEN LBR LBY LSO MAR MDG '
  + 'MLI MOZ MRT MUS MWI NAM NER NGA RWA SDN SEN SLE SOM SSD STP SWZ SYC TCD TGO TUN TZA UGA ZAF ZMB ZWE').split(' ');

const texts = Object.fromEntries(['q1', 'q2', 'q3', 'page'].map((name) => [name, readFileSync(query(name), 'utf8')]));

/** A GraphQL server takes the query and its variables. */
export function graphql(url, name, input) {
  return { url, body: JSON.stringify({ query: texts[name], variables: input }) };
}

/** A hand-written endpoint takes the variables. */
export function handWritten(url, name, input) {
  return { url: `${new URL(url).origin}/raw/${name}`, body: JSON.stringify(input) };
}
