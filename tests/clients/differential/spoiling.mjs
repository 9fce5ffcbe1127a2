import { Lexer, Source, TokenKind } from 'graphql';

const punctuation = ['!', '$', '&', '(', ')', '...', ':', '=', '@', '[', ']', '{', '}', '|'];
const words = ['on', 'query', 'fragment', 'type', 'input', 'extend', 'null', 'true', '__typename', '__name', 'Nope', 'nam', 'Int', 'repeatable', 'implements'];
const values = ['0', '-1', '2147483648', '1.5', '"x"', '"""b"""', 'null', '[]', '{}', '$nope', 'NOPE'];

/** A text with one or a few of its tokens changed: what was valid is mostly no longer, in the way that people's mistakes are. */
export function spoilt(random, text) {
  let tokens = tokensOf(text);
  const count = 1 + random.below(random.chance(0.3) ? 3 : 1);
  for (let i = 0; i < count && tokens.length > 1; i++) tokens = changed(random, tokens);
  return tokens.map(({ before, text: own }) => before + own).join('');
}

/** The tokens of a text with what stands before each. */
function tokensOf(text) {
  const lexer = new Lexer(new Source(text));
  const tokens = [];
  let end = 0;
  while (lexer.advance().kind !== TokenKind.EOF) {
    const { start, end: next, kind } = lexer.token;
    tokens.push({ before: text.slice(end, start), text: text.slice(start, next), kind });
    end = next;
  }
  return tokens;
}

function changed(random, tokens) {
  const at = random.below(tokens.length);
  const put = (...put) => replaced(tokens, at, 1, put.map((text, index) => ({ before: index === 0 ? tokens[at].before : ' ', text, kind: '' })));
  const { text, kind } = tokens[at];
  if (kind === TokenKind.NAME && random.chance(0.7)) return put(otherName(random, tokens, text));
  switch (random.below(7)) {
    case 0: return replaced(tokens, at, 1);
    case 1: return put(text, text);
    case 2: return put(text, random.pick(punctuation));
    case 3: return put(text, random.pick(words));
    case 4: return put(random.pick(values));
    case 5: return put(random.pick(tokens).text);
    default: return repeatedRange(random, tokens, at);
  }
}

/** Another name of the text (a type in another's place), or one that is nearly right, or new. */
function otherName(random, tokens, name) {
  const choice = random.next();
  if (choice < 0.6) return random.pick(tokens.filter(({ kind }) => kind === TokenKind.NAME)).text;
  if (choice < 0.75) return name.length > 2 ? name.slice(0, -1) : `${name}s`;
  return choice < 0.85 ? `${name}x` : random.pick(words);
}

/** A whole field, definition or argument twice, or cut out. */
function repeatedRange(random, tokens, at) {
  const range = tokens.slice(at, at + 2 + random.below(8)).map((token, index) => (index === 0 ? { ...token, before: ' ' } : token));
  return random.chance(0.5) ? replaced(tokens, at + range.length, 0, range) : replaced(tokens, at, range.length);
}

const replaced = (tokens, at, count, put = []) => [...tokens.slice(0, at), ...put, ...tokens.slice(at + count)];
