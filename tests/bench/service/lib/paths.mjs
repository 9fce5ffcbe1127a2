import { fileURLToPath } from 'node:url';

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));

/** The service, as it is shipped. */
export const apiProgram = path('../../../../api/bin/Release/net10.0/R2P.Api.dll');

/** The servers that it is compared with run under its own runtime settings. */
export const apiRuntime = apiProgram.replace(/\.dll$/, '.runtimeconfig.json');

export const benchProgram = path('../bin/Release/net10.0/R2P.Bench.Service.dll');
export const seed = path('../seed.sql');
export const seedBare = path('../seed-bare.sql');
export const luaScript = path('./post.lua');
export const query = (name) => path(`../queries/${name}.graphql`);
export const peer = (name) => path(`../peers/${name}.mjs`);
