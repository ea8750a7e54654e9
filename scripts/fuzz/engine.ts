import { ReportedError } from '../../src/errors.ts';
import { Draw } from './draw.ts';
import type { Target } from './target.ts';

/** The most processor time that one input may take, in milliseconds. */
const mostMs = 1000;
/** Tries to make a failing input smaller, and the time for them: a slow input is slow each time. */
const mostShrinks = 400;
const mostShrinkMs = 5000;
const variants = 64;

/** What became of one target. */
export interface Tally {
  inputs: number;
  /** Of these, refused with a sentence. */
  refused: number;
  slowestMs: number;
  readonly failures: Failure[];
}

/** An input that broke a rule, made as small as a few hundred tries can. */
export interface Failure {
  readonly target: string;
  /** Draws the input again. */
  readonly seed: string;
  readonly variant: number;
  readonly input: string;
  readonly error: string;
}

/** Gives a target one input. A target that failed three times says nothing new and is left alone. */
export function feed(target: Target, seed: string, tally: Tally): void {
  if (tally.failures.length >= 3) return;
  const draw = new Draw(seed);
  const variant = draw.below(variants);
  const input = target.make(draw);
  const { error, isRefused, ms } = attempt(target, input, variant);
  tally.inputs += 1;
  tally.refused += isRefused ? 1 : 0;
  tally.slowestMs = Math.max(tally.slowestMs, ms);
  if (error === null) return;
  tally.failures.push({ target: target.name, seed, variant, error, input: shrink(target, input, variant) });
}

function attempt(target: Target, input: string, variant: number) {
  const startMs = performance.now();
  let error: string | null = null;
  let isRefused = false;
  try {
    target.check(input, variant);
  } catch (thrown) {
    isRefused = thrown instanceof ReportedError;
    if (!isRefused) error = String((thrown as Error).stack ?? thrown);
  }
  const wallMs = performance.now() - startMs;
  // The wall clock also counts what else runs on the machine: a slow input is tried again, by the processor's.
  const ms = wallMs > mostMs ? Math.min(wallMs, measure(target, input, variant)) : wallMs;
  if (ms > mostMs) error ??= `took ${Math.round(ms)} ms`;
  return { error, isRefused, ms };
}

/** The processor time that an input takes, in milliseconds. */
function measure(target: Target, input: string, variant: number): number {
  const start = process.cpuUsage();
  try {
    target.check(input, variant);
  } catch {
    // What it comes to is known.
  }
  return process.cpuUsage(start).user / 1000;
}

/** Takes out ever smaller parts as long as it still fails. */
function shrink(target: Target, input: string, variant: number): string {
  let smallest = input;
  let tries = 0;
  const endMs = performance.now() + mostShrinkMs;
  const goesOn = () => tries < mostShrinks && performance.now() < endMs;
  for (let size = Math.ceil(input.length / 2); size >= 1 && goesOn(); size = Math.floor(size / 2)) {
    for (let from = 0; from < smallest.length && goesOn(); tries += 1) {
      const shorter = smallest.slice(0, from) + smallest.slice(from + size);
      if (attempt(target, shorter, variant).error === null) from += size;
      else smallest = shorter;
    }
  }
  return smallest;
}
