import { setTimeout as after } from './clock.ts';

/** Stands in for Node's own, at the speed of the other timers. */
export const setTimeout = (ms: number) => new Promise<void>((resolve) => void after(() => resolve(), ms));
