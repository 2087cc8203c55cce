// The request as programs. Each works when it is pasted, and reads the token from the environment.

export const VARIABLE = 'CLOUDFLARE_API_TOKEN';

/**
 * @param request `query`, `variables`, `inline` and `operationName` of documents.js.
 * @param sandboxToken The sandbox's own token, which is no secret; else undefined.
 */
export function snippets(endpoint, request, sandboxToken) {
  const set = sandboxToken ? `export ${VARIABLE}=${sandboxToken}` : `Set ${VARIABLE}`;
  const body = { query: request.query, variables: request.variables };
  return [
    {
      name: 'GraphQL',
      language: 'graphql',
      hint: 'For the IDE or any client. The values are written into it.',
      text: request.inline + '\n',
    },
    { name: 'curl', language: 'bash', hint: `${set}, then paste it into a shell.`, text: curl(endpoint, body) },
    { name: 'fetch', language: 'javascript', hint: `${set}, save it as explore.mjs, then: node explore.mjs`, text: javascript(endpoint, body) },
    { name: 'C#', language: 'csharp', hint: `${set}, save it as explore.cs, then: dotnet run explore.cs`, text: csharp(endpoint, body) },
    { name: 'Python', language: 'python', hint: `${set}, save it as explore.py, then: python3 explore.py`, text: python(endpoint, body) },
  ];
}

const pretty = (value) => JSON.stringify(value, null, 2);

function curl(endpoint, body) {
  return `curl --silent --show-error ${quote(endpoint)} \\
  --header 'Content-Type: application/json' \\
  --header "Authorization: Bearer $${VARIABLE}" \\
  --data-binary @- <<'JSON'
${pretty(body)}
JSON
`;
}

const quote = (text) => (/^[\w:/.-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`);

function javascript(endpoint, { query, variables }) {
  return `const query = \`
${query.replace(/[`\\]|\$\{/g, '\\$&')}\`;

const variables = ${pretty(variables)};

const response = await fetch(${JSON.stringify(endpoint)}, {
  method: 'POST',
  headers: {
    'Content-Type': 'application/json',
    Authorization: \`Bearer \${process.env.${VARIABLE}}\`,
  },
  body: JSON.stringify({ query, variables }),
});

const { data, errors } = await response.json();
for (const error of errors ?? []) console.error(error.extensions?.code, error.message);
console.log(JSON.stringify(data, null, 2));
`;
}

function csharp(endpoint, body) {
  const json = pretty(body);
  const quotes = '"'.repeat(Math.max(3, 1 + Math.max(0, ...(json.match(/"+/g) ?? []).map((run) => run.length))));
  return `using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

const string Request = ${quotes}
${json.replace(/^/gm, '    ')}
    ${quotes};

using var client = new HttpClient();
client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Environment.GetEnvironmentVariable("${VARIABLE}"));

using var content = new StringContent(Request, Encoding.UTF8, "application/json");
using var response = await client.PostAsync(${JSON.stringify(endpoint)}, content);

var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
foreach (var error in answer["errors"]?.AsArray() ?? [])
{
    Console.Error.WriteLine($"{error!["extensions"]?["code"]} {error["message"]}");
}

Console.WriteLine(answer["data"]);
`;
}

function python(endpoint, { query, variables }) {
  return `import json
import os
import sys
import urllib.error
import urllib.request

QUERY = """
${query.replaceAll('\\', '\\\\').replaceAll('"""', '\\"\\"\\"')}
"""

VARIABLES = ${literal(variables, '')}

request = urllib.request.Request(
    ${JSON.stringify(endpoint)},
    data=json.dumps({"query": QUERY, "variables": VARIABLES}).encode(),
    headers={
        "Content-Type": "application/json",
        "Authorization": "Bearer " + os.environ["${VARIABLE}"],
    },
)
try:
    response = urllib.request.urlopen(request)
except urllib.error.HTTPError as error:  # the answer of a request that is not valid is JSON too
    response = error

answer = json.load(response)
for error in answer.get("errors", []):
    print(error.get("extensions", {}).get("code"), error["message"], file=sys.stderr)
print(json.dumps(answer.get("data"), indent=2))
`;
}

/** A value as a literal of Python. */
function literal(value, indent) {
  const deeper = `${indent}    `;
  if (value === null || value === undefined) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (Array.isArray(value)) {
    return value.length ? `[\n${value.map((each) => deeper + literal(each, deeper)).join(',\n')},\n${indent}]` : '[]';
  }
  if (typeof value === 'object') {
    const entries = Object.entries(value);
    return entries.length
      ? `{\n${entries.map(([key, each]) => `${deeper}${JSON.stringify(key)}: ${literal(each, deeper)}`).join(',\n')},\n${indent}}`
      : '{}';
  }
  return JSON.stringify(value);
}
