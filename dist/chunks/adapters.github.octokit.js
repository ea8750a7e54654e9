import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  createOctokit,
  maxRequests
} from "./shared.adapters.github.octokit.js";
import "./shared.errors.js";
export {
  createOctokit,
  maxRequests
};
