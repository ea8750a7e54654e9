import { count } from '../text/prose.ts';
import { oneLine } from './escape.ts';
import { formatDifference, formatInterval, formatScore } from './words/numbers.ts';

/** What `calibrate` found, as far as the terminal shows it. */
export interface CalibrationFigures {
  readonly items: number;
  readonly kind: string;
  readonly kappa: number | null;
  readonly kappaLower90: number | null;
  readonly quadraticKappa: number | null;
  readonly alpha: number | null;
  readonly ac1: number | null;
  readonly humanKappa: number | null;
  readonly sensitivity: number | null;
  readonly specificity: number | null;
  readonly bias: { readonly mean: number; readonly lower: number; readonly upper: number } | null;
  readonly abstained: number;
  /** Outputs that the judge was asked about twice. */
  readonly retest: { readonly outputs: number; readonly differing: number } | null;
  readonly state: 'gate' | 'report' | 'refuse';
  readonly reasons: readonly string[];
}

const meanings = {
  gate: 'this judge may block',
  report: 'this judge is shown and cannot block',
  refuse: 'this judge is named with a warning, its figures are left out, and it cannot block',
};

/** The result of `calibrate` in plain lines: the state and why, then the figures. */
export function renderCalibrationText(figures: CalibrationFigures): string {
  const { kind, items, abstained, state, reasons, bias } = figures;
  const ordinal = kind === 'ordinal';
  const rows: (readonly [string, string])[] = [
    ["Cohen's κ", formatScore(figures.kappa, false)],
    ...(ordinal ? [['quadratic κ', formatScore(figures.quadraticKappa, false)] as const] : []),
    [`${ordinal ? 'quadratic κ' : 'κ'}, lower bound`, formatScore(figures.kappaLower90, false)],
    ["Krippendorff's α", formatScore(figures.alpha, false)],
    ["Gwet's AC1", formatScore(figures.ac1, false)],
    ['κ between people', formatScore(figures.humanKappa, false)],
    ...(kind === 'nominal'
      ? []
      : ([
          ['good outputs found', formatScore(figures.sensitivity, true)],
          ['bad outputs found', formatScore(figures.specificity, true)],
          ['judge minus people', bias === null ? formatDifference(null, false) : renderBias(bias)],
        ] as const)),
  ];
  if (figures.retest !== null) {
    rows.push(['judged otherwise twice', `${figures.retest.differing} of ${figures.retest.outputs} outputs`]);
  }
  const width = Math.max(...rows.map(([name]) => name.length));
  return [
    `${state.toUpperCase()}  ${meanings[state]}`,
    ...reasons.map((reason) => `  ${oneLine(reason)}`),
    '',
    `${count(items, 'item')}, ${kind}; the judge abstained from ${abstained}`,
    ...rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`),
    '',
  ].join('\n');
}

function renderBias({ mean, lower, upper }: NonNullable<CalibrationFigures['bias']>): string {
  return `${formatDifference(mean, false)} (${formatInterval(lower, upper, false)})`;
}
