import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/gate/comparison.ts
var defaultGate = {
  alpha: 0.05,
  margin: null,
  minDrop: 0.025,
  resample: "discordant",
  target: "inputs",
  minCases: 10,
  driftAllowance: 0.02,
  onInconclusive: "warn",
  strict: false
};

export {
  defaultGate
};
