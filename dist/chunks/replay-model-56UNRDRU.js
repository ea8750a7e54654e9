import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  createRecorder,
  createReplayModel
} from "./chunk-U3MWW5GI.js";
import "./chunk-32F53KWV.js";
import "./chunk-4HLVZOMW.js";
export {
  createRecorder,
  createReplayModel
};
