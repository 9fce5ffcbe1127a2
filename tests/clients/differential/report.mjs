/** A disagreement, with what was judged and the command that judges it again. */
export function report({ kind, seed, index, what, ours, theirs, text, sdl, request }) {
  return [
    `--- ${kind}: ${what}${seed === undefined ? '' : ` (node differential/run.mjs --kind "${kind}" --seed ${seed} --case ${index})`}`,
    text,
    ...(request ? [`request: ${JSON.stringify(request)}`] : []),
    ...(sdl && request ? [`schema: ${sdl}`] : []),
    ...differing(ours, theirs),
    '',
  ].join('\n');
}

/** Of lists only what one has and the other has not; of long texts, where they part. */
function differing(ours, theirs) {
  if (Array.isArray(ours) && Array.isArray(theirs)) {
    return [
      ...ours.filter((entry) => !theirs.includes(entry)).map((entry) => `only ours:   ${entry}`),
      ...theirs.filter((entry) => !ours.includes(entry)).map((entry) => `only theirs: ${entry}`),
    ];
  }
  const [own, reference] = [ours, theirs].map((value) => (typeof value === 'string' ? value : JSON.stringify(value) ?? 'nothing'));
  const start = Math.max(0, [...own].findIndex((unit, at) => unit !== reference[at]) - 60);
  return [`ours:   ${JSON.stringify(own.slice(start, start + 400))}`, `theirs: ${JSON.stringify(reference.slice(start, start + 400))}`];
}
