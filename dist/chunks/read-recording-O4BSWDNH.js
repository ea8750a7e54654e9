import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  readRecording,
  readRecordingIfThere
} from "./chunk-RIDABPRR.js";
import "./chunk-KUKU5DFQ.js";
import "./chunk-4HLVZOMW.js";
export {
  readRecording,
  readRecordingIfThere
};
