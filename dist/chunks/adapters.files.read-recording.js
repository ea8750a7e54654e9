import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  readRecording,
  readRecordingIfThere
} from "./shared.adapters.files.read-recording.js";
import "./shared.text.source-file.js";
import "./shared.errors.js";
export {
  readRecording,
  readRecordingIfThere
};
