import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/ports.ts
var unknownRate = {
  isLimited: false,
  waitMs: null,
  remainingRequests: null,
  remainingTokens: null,
  headers: {}
};

export {
  unknownRate
};
