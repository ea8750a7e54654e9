/** Most of a scenario is waiting for other processes. */
const lanes = 3;

/** Does work on each item, a few at a time. */
export async function inLanes(items, work) {
  const waiting = [...items];
  const next = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: lanes }, next));
}
