// Right answers: those of the gateway, with which every server's are compared byte for byte.
import { ask, expectData } from './client.mjs';

const same = (text) => text;

/** Asks for every body once and keeps what came; throws where an answer has no data. */
export async function recordAnswers(server, kind, token) {
  const texts = [];
  let first;
  for (const body of kind.bodies) {
    const answer = await ask(server.url, token, body);
    texts.push(expectData(answer, server.name));
    first ??= answer;
  }
  return { first, texts };
}

/** Asks a server for some of the bodies with some of the tokens; throws where an answer differs from the recorded one. */
export async function checkAnswers(server, kind, expected, tokens, samples = 4) {
  const neutral = kind.neutral ?? same;
  for (let i = 0; i < samples; i++) {
    const index = Math.floor(Math.random() * kind.bodies.length);
    const token = tokens[Math.floor(Math.random() * tokens.length)];
    // Apollo ends each answer with a line feed.
    const text = expectData(await ask(server.url, token, kind.bodies[index]), server.name).trimEnd();
    if (neutral(text) === neutral(expected.texts[index])) continue;
    const at = [...text].findIndex((character, place) => character !== expected.texts[index][place]);
    throw new Error(`${server.name} answers ${kind.title} differently at character ${at}:\n  ${text.slice(Math.max(0, at - 60), at + 60)}\n  ${expected.texts[index].slice(Math.max(0, at - 60), at + 60)}`);
  }
}
