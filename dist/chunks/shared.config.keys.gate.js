import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  key
} from "./shared.checks.build-group.js";

// src/config/keys/gate.ts
var gateKeys = {
  alpha: key({
    type: "number",
    exclusiveMinimum: 0,
    maximum: 0.5,
    default: 0.05,
    description: "The one-sided error rate of the whole gate."
  }),
  margin: key({
    type: "number",
    exclusiveMinimum: 0,
    exclusiveMaximum: 1,
    description: "The drop that must be ruled out, on the 0..1 scale. Default: 0.10 below 100 distinct questions, 0.05 from 100."
  }),
  "min-drop": key({
    type: "number",
    minimum: 0,
    exclusiveMaximum: 1,
    default: 0.025,
    description: "The smallest mean drop that is looked into a second time."
  }),
  resample: key({
    enum: ["discordant", "off"],
    default: "discordant",
    description: "Whether cases that differ are run again on both arms where the first look decides nothing. Off where `samples` is above 1."
  }),
  target: key({
    enum: ["inputs", "cases"],
    default: "inputs",
    description: "What the verdict speaks of: all inputs like these, or these very cases (for fewer than 50)."
  }),
  "min-cases": key({
    type: "integer",
    minimum: 1,
    default: 10,
    description: "Below this many distinct questions no rate is tested; every question is drawn 5 times and only one that broke fails."
  }),
  "drift-allowance": key({
    type: "number",
    minimum: 0,
    exclusiveMaximum: 1,
    default: 0.02,
    description: "What is taken off the margin against a stored baseline, for the provider's drift."
  }),
  "after-screen": key({
    enum: ["fresh", "stop"],
    default: "fresh",
    description: "What follows where a stored baseline shows no drop and cannot prove a pass: the base side runs afresh and the gate decides, or the verdict is inconclusive at half the calls."
  }),
  rounds: key({
    type: "number",
    minimum: 1,
    maximum: 5,
    default: 2,
    description: "What the first round may cost at most where kept samples show which cases are noisy, in draws a case and side: noisy cases are drawn 3 times (5 where only three samples are kept), as many of them as fit. 1 draws every case once."
  }),
  settle: key({
    enum: ["off", 3, 5, "on-request"],
    default: "off",
    description: "Whether a verdict that stays inconclusive is settled: every case is brought to 3 or 5 draws on both sides, and the metrics that then rule out the margin pass. `on-request` waits for the label `prompt-assay:settle`. A share of `alpha` is set aside for it before the first look."
  }),
  "on-inconclusive": key({
    enum: ["warn", "block"],
    default: "warn",
    description: "Whether an inconclusive verdict is green with a warning, or red."
  }),
  strict: key({
    type: "boolean",
    default: false,
    description: "Blocks unless the verdict is pass, and always runs the base side afresh."
  }),
  "max-cost-increase": key({
    type: "number",
    minimum: 0,
    description: "Fails where the cost of an answer has provably risen by more than this share of the base side (0.2 is 20 %), case by case."
  }),
  "max-latency-increase": key({
    type: "number",
    minimum: 0,
    description: "The same for the latency; the base side then always runs afresh, since a stored answer has no time."
  })
};

export {
  gateKeys
};
