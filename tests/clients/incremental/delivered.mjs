/** What a client holds in the end: the first part, with everything put where it goes. */
export function merged(parts) {
  const [{ data, errors = [] }, ...later] = structuredClone(parts);
  const pending = new Map();
  for (const { id, path } of parts[0].pending ?? []) pending.set(id, path);
  for (const part of later) {
    for (const { id, path } of part.pending ?? []) pending.set(id, path);
    for (const { id, data: fields, items, subPath = [], errors: below = [] } of part.incremental ?? []) {
      const target = [...pending.get(id), ...subPath].reduce((value, key) => value[key], data);
      if (items) target.push(...items);
      else deepAssign(target, fields);
      errors.push(...below);
    }
    for (const { errors: failed = [] } of part.completed ?? []) errors.push(...failed);
  }
  return { data, errors };
}

function deepAssign(target, fields) {
  for (const [key, value] of Object.entries(fields)) {
    if (value !== null && typeof value === 'object' && target[key]) deepAssign(target[key], value);
    else target[key] = value;
  }
}

/**
 * What the parts say, as a set, whatever ids they use: what is pending, what is delivered as part of what, what is complete.
 * Which part says it depends on how fast each resolver is. Items of a list are taken together.
 */
export function facts(parts) {
  const names = new Map();
  const items = new Map();
  const said = new Set();
  for (const part of parts) {
    for (const { id, path, label } of part.pending ?? []) {
      names.set(id, JSON.stringify([path, label]));
      said.add(`pending ${names.get(id)}`);
    }
    for (const entry of part.incremental ?? []) {
      const where = `${names.get(entry.id)} ${JSON.stringify(entry.subPath ?? [])}`;
      if (entry.items) items.set(where, [...(items.get(where) ?? []), ...entry.items]);
      else said.add(`delivered ${where}: ${JSON.stringify(sorted(entry.data))}`);
    }
    for (const { id, errors } of part.completed ?? []) {
      said.add(`completed ${names.get(id)} ${errors?.map(({ message }) => message) ?? ''}`);
    }
  }
  for (const [where, all] of items) said.add(`streamed ${where}: ${JSON.stringify(all.map(sorted))}`);
  return [JSON.stringify(sorted(parts[0].data)), ...[...said].sort()];
}

function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)).map(([key, inner]) => [key, sorted(inner)]));
}

/** What is wrong with how parts follow one another, whatever they hold: nothing if a client can put them together. */
export function faults(parts) {
  const found = [];
  const [open, closed] = [new Set(), new Set()];
  const check = (holds, what) => { if (!holds) found.push(what); };
  for (const [index, { pending = [], incremental = [], completed = [], hasNext }] of parts.entries()) {
    check((hasNext ?? false) === index < parts.length - 1, `part ${index} says hasNext: ${hasNext}`);
    for (const { id } of pending) {
      check(!open.has(id) && !closed.has(id), `${id} is pending twice`);
      open.add(id);
    }
    for (const { id } of incremental) check(open.has(id), `${id} is not pending when something comes for it`);
    for (const { id } of completed) {
      check(open.delete(id), `${id} is not pending when it is complete`);
      closed.add(id);
    }
  }
  check(open.size === 0, `never complete: ${[...open]}`);
  return found;
}
