// Where things are. Everything that a run makes lies in folders that git ignores, the README's part apart.
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

export const repository = here('../../../');
export const load = here('../');
export const peers = here('../peers/');
export const script = here('./wrk.lua');
export const artifacts = here('../../../artifacts/load/');
export const results = here('../results/');
