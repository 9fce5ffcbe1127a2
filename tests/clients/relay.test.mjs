import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import relay from 'relay-runtime';
import { ask, draft, openSocket, servedSchema, signedIn } from './session.mjs';
import { changeCursor, listen, unique } from './following.mjs';

const {
  ConnectionHandler, Environment, Network, Observable, RecordSource, Store, commitLocalUpdate, commitMutation, fetchQuery, requestSubscription,
} = relay;
const require = createRequire(import.meta.url);
const persona = 'ghana';
const shown = { count: 2 };

let root;
let compiled;
let socket;
let environment;

before(async () => {
  root = await mkdtemp(join(tmpdir(), 'r2p-relay-'));
  compiled = await compile();
  socket = openSocket(signedIn(persona));
  environment = new Environment({
    store: new Store(new RecordSource()),
    network: Network.create(
      ({ text }, variables) => ask(text, { variables, persona }),
      ({ text }, variables) => Observable.create((sink) => socket.subscribe({ query: text, variables }, sink))),
  });
});

after(async () => {
  await socket?.dispose();
  await rm(root, { recursive: true, force: true });
});

test('relay-compiler takes the schema and an application of connections, refetching, mutation and subscription', async () => {
  assert.match(compiled, /Compilation completed/);
  const written = await readdir(join(root, 'artifacts'));
  for (const operation of [
    'appPageQuery', 'appAssessmentsPaginationQuery', 'appOfficesPaginationQuery', 'appAssessmentRefetchQuery',
    'appDraftMutation', 'appChangesSubscription',
  ]) {
    assert.ok(written.includes(`${operation}.graphql.js`), `${operation} in ${written}`);
  }
  assert.match(await readFile(join(root, 'artifacts', 'appAssessmentRefetchQuery.graphql.js'), 'utf8'), /node\(id: \$id\)/);
});

test('a query of a page fills the connection, and the next page continues it', async () => {
  const { viewer } = await query('appPageQuery', shown);
  assert.equal(viewer.displayName, 'Focal point of Ghana (sample)');
  const [first] = titles();
  assert.equal(typeof first, 'string');
  assert.equal(titles().length, shown.count);

  const cursor = connection((edges) => edges.getLinkedRecord('pageInfo').getValue('endCursor'));
  await query('appAssessmentsPaginationQuery', { count: 1, cursor });
  assert.equal(titles().length, shown.count + 1);
  assert.equal(titles()[0], first);
});

test('a mutation whose result stands at the head of the connection', async () => {
  await query('appPageQuery', shown);
  const title = unique('Relay');
  const { draftAssessment } = await new Promise((onCompleted, onError) => commitMutation(environment, {
    mutation: artifact('appDraftMutation'),
    variables: { ...draft.variables(title), connections: [connection((edges) => edges.getDataID())] },
    onCompleted,
    onError,
  }));
  assert.deepEqual(draftAssessment.errors, []);
  assert.equal(titles()[0], title);
});

test('an object is refetched by its id', async () => {
  await query('appPageQuery', shown);
  const id = connection((edges) => edges.getLinkedRecords('edges')[0].getLinkedRecord('node').getDataID());
  const { node } = await query('appAssessmentRefetchQuery', { id });
  assert.equal(node.__id, id);
});

test('a subscription', async () => {
  const heardFrom = await changeCursor(socket);
  const own = listen((observer) => requestSubscription(environment, {
    subscription: artifact('appChangesSubscription'),
    variables: { after: heardFrom },
    onNext: (data) => observer.next({ data }),
    onError: observer.error,
    onCompleted: observer.complete,
  }).dispose);
  const { data } = await ask(draft.document, { variables: draft.variables(unique('Relay')), persona });
  const { id } = data.draftAssessment.assessment;
  // Other files write, too: their changes come between.
  let change;
  do change = await own.next(); while (change.document?.id !== id);
  assert.equal(typeof change.cursor, 'string');
  own.stop();
});

async function compile() {
  await mkdir(join(root, 'artifacts'));
  await cp(fileURLToPath(new URL('relay', import.meta.url)), join(root, 'src'), { recursive: true });
  await writeFile(join(root, 'schema.graphql'), await servedSchema());
  await writeFile(join(root, 'relay.config.json'), JSON.stringify({
    src: './src',
    schema: './schema.graphql',
    artifactDirectory: './artifacts',
    language: 'javascript',
  }));
  const { stdout } = await promisify(execFile)(process.execPath, [require.resolve('relay-compiler/cli.js')], { cwd: root })
    .catch((failure) => assert.fail(`${failure.stdout}${failure.stderr}`));
  return stdout;
}

const artifact = (name) => require(join(root, 'artifacts', `${name}.graphql.js`));

const query = (name, variables) => fetchQuery(environment, artifact(name), variables).toPromise();

/** Reads the connection of assessments out of Relay's store. */
function connection(read) {
  let answer;
  commitLocalUpdate(environment, (store) => { answer = read(ConnectionHandler.getConnection(store.getRoot(), 'app_assessments')); });
  return answer;
}

const titles = () => connection((edges) => edges.getLinkedRecords('edges').map((edge) => edge.getLinkedRecord('node').getValue('title')));
