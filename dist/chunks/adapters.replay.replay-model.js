import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  createRecorder,
  createReplayModel
} from "./shared.adapters.replay.recording.js";
import "./shared.run.result-codec.js";
import "./shared.text.json-line.js";
import "./shared.ports.js";
import "./shared.text.unseen.js";
import "./shared.json-writer.js";
import "./shared.errors.js";
export {
  createRecorder,
  createReplayModel
};
