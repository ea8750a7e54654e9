/** The formats that hold metrics know neither thresholds nor directions, and all that they have gates. */
const unset = { role: 'gate', direction: 'higher', minScore: null } as const;

/** A check of which a prompt file says no more than what it looks for. */
export const unsetCheck = {
  ...unset,
  kind: 'check',
  at: null,
  tool: null,
  call: 'all',
  path: null,
  from: 'whole',
  not: false,
} as const;

/** A judge of which a prompt file says no more than what it is asked. */
export const unsetJudge = {
  ...unset,
  kind: 'judge',
  at: 'final',
  calibration: null,
  allowUncalibrated: false,
  samples: 1,
} as const;
