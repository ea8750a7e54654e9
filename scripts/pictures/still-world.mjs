// Loaded into the action or the command before it starts (node --import): a world in which two runs end in equal bytes. STILL_WORLD
// is JSON: `model` is what the config calls the endpoint, `standIn` where its requests really go, `startMs` the time of day,
// `columns` the width of a terminal (0 for none).
import { AsyncLocalStorage } from 'node:async_hooks';

const { model, standIn, startMs, columns } = JSON.parse(process.env.STILL_WORLD);
/** What of a wall clock an answer takes where many are asked at once. */
const wallMs = 35;
const realFetch = globalThis.fetch;
let answered = 0;

/**
 * Time that only passes while a model is asked, for each call by itself: what else runs at that moment, and how busy this machine is, makes no
 * call slower. Every look at the clock begins a stretch, and a request adds to the stretch in which it was sent.
 */
const stretches = new AsyncLocalStorage();
performance.now = () => {
  const stretch = { ms: stretches.getStore()?.ms ?? 0 };
  stretches.enterWith(stretch);
  return stretch.ms;
};
Date.now = () => startMs + wallMs * answered;

globalThis.fetch = async (address, options) => {
  const url = String(address);
  if (!url.startsWith(model)) return realFetch(address, options);
  const stretch = stretches.getStore();
  const response = await realFetch(url.replace(model, standIn), options);
  if (response.ok) answered += 1;
  if (stretch !== undefined) stretch.ms += latencyOf(String(options.body));
  return response;
};

/** Between 0.4 and 0.7 seconds, always the same for one request. */
function latencyOf({ length }) {
  return 400 + ((length * 7919) % 300);
}

if (columns > 0) Object.assign(process.stdout, { isTTY: true, columns });
