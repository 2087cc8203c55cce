import { start } from '../build.mjs';

/** A sandbox of one's own, with a look at its calls. */
export async function startSandbox() {
  const sandbox = await start('Gateway.Sandbox');
  const calls = async () => (await fetch(`${sandbox.address}/sandbox/calls`)).json();
  return { baseURL: `${sandbox.address}/client/v4`, calls, lastCall: async () => (await calls()).last.at(-1), stop: sandbox.stop };
}
