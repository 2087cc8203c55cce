// One request to the endpoint.

/** @returns The answer; it has `errors` where the gateway refuses the request. Throws if there is no answer at all. */
export async function ask(endpoint, { query, variables, operationName }, token, signal) {
  const headers = { 'content-type': 'application/json', accept: 'application/graphql-response+json, application/json' };
  if (token) headers.authorization = `Bearer ${token}`;
  const response = await fetch(endpoint, {
    method: 'POST',
    headers,
    body: JSON.stringify({ query, variables, operationName }),
    signal,
  });
  return response.json();
}
