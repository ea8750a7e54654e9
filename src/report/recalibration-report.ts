import type { CalibrationFigures } from './calibration-text.ts';
import type { Decided, ResultDocument, WorkVerdict } from './result-document.ts';

/** One judge, asked anew about the outputs that people labelled. */
export interface JudgeRecalibration {
  readonly suite: string;
  readonly judge: string;
  /** The label file, as the config names it. */
  readonly path: string;
  /** What the committed file lets this version of the judge do; `unbound` where it is of another version. */
  readonly before: 'gate' | 'report' | 'refuse' | 'unbound';
  /** Null where it could not be calibrated. */
  readonly result: CalibrationFigures | null;
}

/**
 * Every judge that has labels; green unless one could not be calibrated. A state is no verdict: it turns nothing red.
 */
export interface RecalibrationReport extends ResultDocument, Decided<WorkVerdict> {
  readonly commit: string;
  readonly judges: readonly JudgeRecalibration[];
}
