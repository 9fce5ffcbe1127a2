// Words and texts that the generators choose from. Names resemble one another, so that suggestions come up.

export const typeWords = [
  'Cat', 'Cats', 'Cart', 'Dog', 'Dogs', 'Bird', 'Beard', 'Fish', 'Dish', 'Horse', 'House', 'Mouse', 'Moose', 'Goat', 'Boat', 'Bee', 'Beetle',
  'Lion', 'Line', 'Ant', 'Aunt', 'Crow', 'Crew', 'Fox', 'Box', 'Toad', 'Road', 'Worm', 'Word', 'Seal', 'Meal', 'Deer', 'Beer', 'Hare', 'Mare',
];

export const fieldWords = [
  'name', 'names', 'nome', 'owner', 'owners', 'age', 'page', 'tag', 'tags', 'size', 'sizes', 'kind', 'king', 'friend', 'friends', 'home', 'weight',
  'height', 'on', 'type', 'query', 'true_', 'inputs', 'a', 'b', 'c', '_x', 'veryLongFieldNameThatFillsALineQuickly', 'isIt', 'of',
];

export const enumWords = ['RED', 'READ', 'GREEN', 'GREY', 'on', 'type', 'Blue', 'BLUE', 'A', 'B', 'C_1', 'input'];

/** Texts for descriptions and string values: quotes, breaks, indentation, escapes, astral characters. */
export const texts = [
  '', ' ', 'plain', 'two\nlines', '  indented\n    more\n  less', '\nleading break', 'trailing break\n', 'say "it"', 'three """ quotes', '\\ back \\" slash',
  'ends with "', 'ends with \\', 'tab\tinside', '\ttab first', 'é ü 漢字', 'smile 😀', '\u2028 separator', 'control \u0007 bell', 'delete \u007f', '\ufeff mark',
  'nbsp\u00a0', 'carriage\rreturn', 'crlf\r\nbreak', 'x'.repeat(75), `${'long words '.repeat(9)}end`, '{ field }', '# no remark', '""', '"', '\\u00e9', '\n\n', ' \n ',
  '\u00ad soft hyphen', '\u{10ffff}',
];

/** A string literal of GraphQL that stands for a text: quoted, as JSON would, or as a block where that can hold it. */
export function stringLiteral(random, text) {
  const holds = !/[^\t\n\x20-\uffff]|[\u2028\u2029\ud800-\udfff]|\\$|"$/u.test(text) && text === text.trim() && text !== '';
  if (holds && random.chance(0.4)) return `"""${text.replaceAll('"""', '\\"""')}"""`;
  const quoted = JSON.stringify(text);
  return random.chance(0.3) ? quoted.replace(/[\u0080-\uffff]/, (unit) => escaped(random, unit, quoted)) : quoted;
}

function escaped(random, unit, whole) {
  const code = unit.charCodeAt(0);
  if (code >= 0xd800 && code <= 0xdfff) return unit;
  return random.chance(0.5) || whole.length > 100 ? `\\u${code.toString(16).padStart(4, '0')}` : `\\u{${code.toString(16)}}`;
}
