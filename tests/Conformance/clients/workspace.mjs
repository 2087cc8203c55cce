// A folder for what generators write: below node_modules, where they find their packages and git does not look.
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('node_modules/.generated/', import.meta.url));
const schema = fileURLToPath(new URL('../../../schema/schema.graphql', import.meta.url));

/** The path of a new folder with the exported schema and the given files in it; it goes when the test has ended. */
export async function createWorkspace(t, files) {
  await mkdir(root, { recursive: true });
  const folder = await mkdtemp(root);
  t.after(() => rm(folder, { recursive: true, force: true }));
  await cp(schema, join(folder, 'schema.graphql'));
  await addFiles(folder, files);
  return folder;
}

export async function addFiles(folder, files) {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  }
}

/** The executable of a package. */
export const bin = (name) => fileURLToPath(new URL(`node_modules/.bin/${name}`, import.meta.url));
