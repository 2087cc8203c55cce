import { useEffect, useState } from 'react';
import type { ResultOf, VariablesOf } from 'gql.tada';
import { ask, type Answer } from './gateway';

type Document = Parameters<typeof ask>[0];

/** The answer to a document, asked again every `seconds`, or later if an error says so. The last data stays while a request fails. */
export function useAnswer<D extends Document>(document: D, variables: VariablesOf<D>, token: string, seconds: number) {
  const [answer, setAnswer] = useState<Answer<ResultOf<D>>>({});
  const key = JSON.stringify(variables);

  useEffect(() => {
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout>;
    async function refresh() {
      const next = await ask(document, variables, token, stop.signal)
        .catch((error: Error): Answer<ResultOf<D>> => ({ errors: [{ message: error.message }] }));
      if (stop.signal.aborted) return;
      setAnswer((last) => ({ data: next.data ?? last.data, errors: next.errors }));
      const waits = next.errors?.map((error) => error.extensions?.retryAfterSeconds ?? 0) ?? [];
      timer = setTimeout(refresh, Math.max(seconds, ...waits) * 1000);
    }

    setAnswer({});
    void refresh();
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [document, key, token, seconds]);

  return answer;
}
