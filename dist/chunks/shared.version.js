import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/version.ts
var toolVersion = "0.1.0";
var scoringRevision = 4;

export {
  toolVersion,
  scoringRevision
};
