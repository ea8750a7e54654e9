import type { Mode } from './mode.ts';
import { baseline } from './modes/baseline.ts';
import { calibrate } from './modes/calibrate.ts';
import { evaluate } from './modes/evaluate.ts';
import { history } from './modes/history.ts';
import { outputs } from './modes/outputs.ts';

/** Every mode. A new one is a story, its entry, and one line here. */
export const modes: readonly Mode[] = [evaluate, baseline, calibrate, outputs, history];
