import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  readRecording,
  readRecordingIfThere
} from "./chunk-YVA6GH55.js";
import "./chunk-NUU66HAX.js";
import "./chunk-GVVGS7NA.js";
export {
  readRecording,
  readRecordingIfThere
};
