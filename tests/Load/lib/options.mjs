// What the command line can say.
import { parseArgs } from 'node:util';
import { shipped } from './build.mjs';
import { results } from './paths.mjs';
import { cases } from './requests.mjs';

export const suiteNames = ['hits', 'fresh', 'misses', 'start', 'native', 'memory', 'latency', 'growth'];

const serverNames = ['gateway', 'bare', 'telemetry', 'graphql-dotnet', 'apollo', 'yoga', 'hive'];

const help = `tests/Load/run [options]

  --only hits,fresh       these suites only: ${suiteNames.join(', ')}
  --cases small,ct        in the suite of hits, these cases only
  --servers gateway,bare  these servers only, of ${serverNames.join(', ')}; the gateway is always among them
  --image jit             the published gateway that is measured, jit or native; default: what the Dockerfile publishes
  --peer name='command'   one more peer: a command that serves POST /graphql on $PORT with data from $SANDBOX_URL; repeatable
  --rounds 5              how often all servers have their turn
  --windows 3             measured windows of a turn
  --seconds 1             length of a window, in whole seconds
  --warmup 45             longest warm-up of a server for one kind of request, in seconds
  --noise 8               share of a core, in percent, that other processes may take in a window that counts
  --no-build              takes the build of the last run
  --publish='…'           more arguments for the gateway's dotnet publish than those of the Dockerfile
  --profile               one more window of each server under perf: where the CPU of a request goes, in hits, fresh and misses
  --results folder        where the results are written; default: tests/Load/results
  --keep                  puts the report into README.md too, and its pictures beside it`;

/** Ends the process with the help where the command line is wrong or asks for it. */
export function readOptions(args) {
  const leave = (code, message) => {
    (code ? console.error : console.log)(message ? `${message}\n\n${help}` : help);
    process.exit(code);
  };
  let values;
  try {
    ({ values } = parseArgs({
      args,
      options: {
        only: { type: 'string', default: suiteNames.join(',') },
        cases: { type: 'string' },
        servers: { type: 'string', default: serverNames.join(',') },
        image: { type: 'string', default: shipped().way },
        peer: { type: 'string', multiple: true, default: [] },
        rounds: { type: 'string', default: '5' },
        windows: { type: 'string', default: '3' },
        seconds: { type: 'string', default: '1' },
        warmup: { type: 'string', default: '45' },
        noise: { type: 'string', default: '8' },
        'no-build': { type: 'boolean', default: false },
        publish: { type: 'string', default: '' },
        profile: { type: 'boolean', default: false },
        results: { type: 'string' },
        keep: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }));
  } catch (error) {
    leave(2, error.message);
  }
  if (values.help) leave(0);

  const positive = (name) => {
    const number = Number(values[name]);
    return number > 0 ? number : leave(2, `--${name} wants a number above 0.`);
  };
  const whole = (name) => {
    const number = positive(name);
    return Number.isInteger(number) ? number : leave(2, `--${name} wants a whole number.`);
  };
  const list = (text) => text.split(',').filter(Boolean);
  const only = list(values.only);
  const unknown = only.find((name) => !suiteNames.includes(name));
  if (unknown) leave(2, `There is no suite '${unknown}'.`);
  if (!['jit', 'native'].includes(values.image)) leave(2, `--image wants jit or native, not '${values.image}'.`);
  const unasked = values.cases && list(values.cases).find((name) => !Object.hasOwn(cases, name));
  if (unasked) leave(2, `There is no case '${unasked}', only ${Object.keys(cases).join(', ')}.`);
  const stranger = list(values.servers).find((name) => !serverNames.includes(name));
  if (stranger) leave(2, `There is no server '${stranger}'. --peer adds one.`);
  const peers = values.peer.map((text) => /^([\w-]+)=(.+)$/.exec(text) ?? leave(2, `--peer wants name='command', not '${text}'.`));
  return {
    only,
    cases: values.cases && list(values.cases),
    servers: new Set(['gateway', ...list(values.servers), ...peers.map(([, name]) => name)]),
    image: values.image,
    peers: peers.map(([, name, command]) => ({ name, command })),
    rounds: whole('rounds'),
    windows: whole('windows'),
    seconds: whole('seconds'),
    warmup: positive('warmup'),
    noise: positive('noise') / 100,
    build: !values['no-build'],
    publish: values.publish.split(' ').filter(Boolean),
    profile: values.profile,
    results: values.results ?? results,
    keep: values.keep,
  };
}
