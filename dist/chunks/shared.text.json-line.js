import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  escapeJson
} from "./shared.text.unseen.js";
import {
  canonicalJson
} from "./shared.json-writer.js";

// src/text/json-line.ts
function renderJsonLine(value) {
  return `${escapeJson(canonicalJson(value))}
`;
}

export {
  renderJsonLine
};
