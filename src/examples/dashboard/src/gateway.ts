import { print } from '@0no-co/graphql.web';
import { initGraphQLTada, type ResultOf, type TadaDocumentNode, type VariablesOf } from 'gql.tada';
import type { introspection } from './generated/schema';

/** Types each document by the schema. */
export const graphql = initGraphQLTada<{ introspection: introspection; scalars: { DateTime: string } }>();

export type Problem = {
  message: string;
  path?: (string | number)[];
  extensions?: { code?: string; retryAfterSeconds?: number; permission?: string };
};

/** Fields fail one by one: `data` may have some while `errors` says what became of the others. */
export type Answer<T> = { data?: T | null; errors?: Problem[] };

type Document = TadaDocumentNode<any, any> & { documentId?: string };

/** Sends a document: its text in development, its id in production, where the gateway has it as a trusted document. */
export async function ask<D extends Document>(
  document: D,
  variables: VariablesOf<D>,
  token: string,
  signal?: AbortSignal,
): Promise<Answer<ResultOf<D>>> {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
    body: JSON.stringify({ ...(import.meta.env.PROD ? { id: document.documentId } : { query: print(document) }), variables }),
    signal,
  });
  // Errors are JSON under any status. Another type comes from a proxy on the way.
  if (!response.headers.get('Content-Type')?.includes('json')) throw new Error(`${response.status} ${response.statusText}`);
  return response.json();
}
