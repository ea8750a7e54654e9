import type { JudgeConfig } from '../config/config.ts';

/** What a comparison of a judge with human labels came to. */
export interface Calibration {
  /** `unbound` where the labels are not known to be of this version of the judge. */
  readonly state: 'gate' | 'report' | 'refuse' | 'unbound';
  /** Why it is not `gate`, in plain words; remarks where it is. */
  readonly reasons: readonly string[];
}

/** What a judge may do in this run: block, be shown, or be named without its figures. */
export interface Authority {
  readonly role: 'gate' | 'report' | 'refuse';
  /** Why a judge that wants to gate may not, or why one is refused; null where nothing speaks against it. */
  readonly held: string | null;
  /** What a reader must know about a judge that gates, a clause about it; null where there is nothing. */
  readonly note: string | null;
}

/** Decides whether a judge may gate. `calibration` is null where none was made: such a judge reports, unless the config lets it gate all the same. One that contradicts people is refused, whatever role it asks for. */
export function decideAuthority(config: JudgeConfig, calibration: Calibration | null): Authority {
  if (calibration?.state === 'refuse') return { role: 'refuse', held: explain(config.name, calibration), note: null };
  if (config.role === 'report') return { role: 'report', held: null, note: null };
  if (calibration?.state === 'gate') {
    const remarks = calibration.reasons.join('; ');
    return { role: 'gate', held: null, note: remarks === '' ? null : `gates by its calibration (${remarks})` };
  }
  if (config.allowUncalibrated && calibration === null) {
    return { role: 'gate', held: null, note: 'gates without calibration: "allow-uncalibrated" is set' };
  }
  return { role: 'report', held: explain(config.name, calibration), note: null };
}

function explain(name: string, calibration: Calibration | null): string {
  if (calibration === null) {
    return `judge "${name}" is not calibrated against human labels: it reports and cannot gate (unless "allow-uncalibrated" is set)`;
  }
  const reasons = calibration.reasons.join('; ');
  if (calibration.state === 'unbound') return `judge "${name}" cannot gate: ${reasons}`;
  if (calibration.state === 'refuse') {
    return `judge "${name}" disagrees with the human labels: its figures are left out, and it cannot gate: ${reasons}`;
  }
  return `judge "${name}" agrees too little with the human labels and cannot gate: ${reasons}`;
}
