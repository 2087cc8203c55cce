// Breaks a document by its tokens; some of what comes out is valid still.
const token = /"""[\s\S]*?"""|"(?:\\.|[^"\\])*"|\.\.\.|[A-Za-z_]\w*|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|#.*\n|\s+|./gu;

const foreign = [
  '{', '}', '(', ')', '[', ']', '!', ':', '=', '$', '$x', '$v0', '@', '@skip', '@include(if: true)', '@tag', '@none', '...', '... on Query',
  '&', '|', '-', '.', '..', '{}', '()', '[]', ': 1', '= 1', '=> 1', '? ', '\\', '`', ';', '%',
  'on', 'fragment', 'query', 'mutation', 'subscription', 'type', 'extend', 'null', 'true', '"description"', '"""description"""',
  'name', 'id', 'zzz', '__typename', '__schema { __typename }', '__type', 'fragment F0 on Query { __typename }', 'type T { a: Int }',
  '0123', '-', '1.', '.5', '1e', '1.e3', '0x1', '1_000', '12abc', '1.5.5', '00', '-0', '+1', '2147483648',
  '"u', '"""', '"a\nb"', '"\\x"', '"\\u00e9"', '\\u00e9', '"\\uD83D"', '"\\uDE00\\uD83D"', '"\\u{110000}"', '"\\u{}"', '"\\u{00000041}"', '"\\u12"',
  '\uFEFF', '\u0000', '\u0007', '"\u0007"', '\u007f', '\u00a0', '\u2028', '\r', '\r\n', '\t', ',', '#', '# é', '🏃', '"🏃"', 'é',
];

/** One or two of: delete, repeat, swap, replace, insert; or cut the document short. */
export function mutate(source, random) {
  const tokens = source.match(token) ?? [];
  const any = () => random.below(tokens.length);
  for (let times = 1 + random.below(2); times > 0; times--) {
    const [a, b] = [any(), any()];
    switch (random.below(11)) {
      case 0: case 1: tokens.splice(a, 1); break;
      case 2: case 3: tokens.splice(a, 0, tokens[a]); break;
      case 4: case 5: [tokens[a], tokens[b]] = [tokens[b], tokens[a]]; break;
      case 6: case 7: tokens[a] = random.pick(foreign); break;
      case 8: case 9: tokens.splice(a, 0, ` ${random.pick(foreign)} `); break;
      default: tokens.length = a + 1; break;
    }
  }

  return tokens.join('');
}
