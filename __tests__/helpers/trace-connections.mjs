// Loaded before a spawned action or command (NODE_OPTIONS=--import): writes down where a process connects to, whom it looks up and what it
// starts, one line each, below everything that a bundle could bring: Node's own sockets, resolvers and child processes.
import { appendFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const note = (kind, what) => appendFileSync(process.env.TRACED_CONNECTIONS, `${kind} ${what}\n`);

/** Calls `tell` with the arguments of a method before the method itself runs. */
function watch(owner, name, tell) {
  const original = owner[name];
  owner[name] = function watched(...args) {
    tell(...args);
    return original.apply(this, args);
  };
}

// Node hands its own callers the arguments as one normalised array.
watch(require('node:net').Socket.prototype, 'connect', (...args) => {
  const [first, second] = Array.isArray(args[0]) ? args[0] : args;
  const { host, port, path } = typeof first === 'object' ? first : { port: first, host: second };
  note('connect', path ?? `${host ?? 'localhost'}:${port}`);
});
watch(require('node:dgram').Socket.prototype, 'send', (...args) => note('send', args.at(-2)));
const dns = require('node:dns');
for (const resolver of [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype]) {
  for (const name of Object.getOwnPropertyNames(resolver).filter((each) => /^(lookup|resolve)/.test(each))) {
    if (typeof resolver[name] === 'function') watch(resolver, name, (host) => note('look up', host));
  }
}
watch(require('node:child_process').ChildProcess.prototype, 'spawn', ({ file }) => note('start', file));
