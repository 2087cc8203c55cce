// What a person can do about an error, by its code.

const ADVICE = {
  BAD_USER_INPUT: () => 'Change the argument and run again. Cloudflare was not called.',
  UNAUTHENTICATED: ({ sandbox }) =>
    sandbox
      ? 'Enter a token. Where the sandbox runs, any does, such as sandbox-token-for-everything.'
      : 'Enter an API token that Cloudflare accepts: dash.cloudflare.com, My Profile, API Tokens.',
  FORBIDDEN: ({ extensions }) =>
    extensions.permission
      ? `Give the token the permission ${extensions.permission}, or use another one.`
      : 'The token may not read this, or not from this address. Look at its permissions and its IP filter.',
  NOT_FOUND: () => 'Check the id: Cloudflare knows none like it, or the token may not see it.',
  RATE_LIMITED: () => 'Wait: Cloudflare limits this token’s requests. Other tokens are not affected.',
  UPSTREAM_REJECTED: ({ extensions }) =>
    extensions.suggestion
      ? `Try ${extensions.suggestion} for ${extensions.argument}.`
      : 'Cloudflare refuses this request. Its own words are above; change the arguments accordingly.',
  UPSTREAM_TIMEOUT: () => 'Run again, or ask for less: a shorter window or a longer interval.',
  UPSTREAM_UNAVAILABLE: () => 'Run again in a while. Cloudflare can’t be reached or is at fault; www.cloudflarestatus.com tells more.',
  OVERLOADED: () => 'Run again in a while: the gateway has too much to do.',
  UPSTREAM_INVALID_RESPONSE: () => 'Report it with the ray id: Cloudflare’s answer is not as documented.',
  RESPONSE_TOO_LARGE: () => 'Ask for less: a shorter window, fewer dimensions, or a limit.',
  RESPONSE_OVERLOADED: () => 'Run again in a while: too many large answers wait to be read.',
  OPERATION_TOO_EXPENSIVE: () => 'Ask for fewer zones or series at once.',
  HC0046: () => 'Introspection is off here.',
  HC0047: () => 'The request costs too much. Ask for fewer rows or zones.',
  HC0051: () => 'Ask for a smaller page.',
  HC0078: () => 'Begin again with the first page: the list was renewed.',
  NETWORK: () => 'Is the gateway running? Run again when it is.',
};

/** `{ code, title, advice, retryAfter, where }` of an error. */
export function explain(error, context) {
  const extensions = error.extensions ?? {};
  const code = extensions.code ?? 'ERROR';
  return {
    code,
    message: error.message,
    advice: ADVICE[code]?.({ ...context, extensions }) ?? 'Change the request and run again.',
    argument: extensions.argument,
    suggestion: extensions.suggestion,
    retryAfter: extensions.retryAfterSeconds,
    ray: extensions.cloudflare?.ray ?? extensions.ray,
    where: [...(error.path ?? []).filter((part) => typeof part === 'string').slice(1), ...(extensions.series ?? [])].join(' › '),
  };
}
