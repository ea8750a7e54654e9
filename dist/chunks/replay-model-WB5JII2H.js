import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  createRecorder,
  createReplayModel
} from "./chunk-DUX64NNM.js";
import "./chunk-32F53KWV.js";
import "./chunk-GVVGS7NA.js";
export {
  createRecorder,
  createReplayModel
};
