import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  keyOf,
  scoreAtOnce
} from "./shared.baseline.stored-noise.js";
import {
  createFinder,
  keyOfCase
} from "./shared.datasets.case.js";
import {
  dropReasoning
} from "./shared.config.build-config.js";
import {
  renderJsonLine
} from "./shared.text.json-line.js";
import {
  UserError
} from "./shared.errors.js";

// src/outputs/needed.ts
function describeNeeded(find, key) {
  const { prompt, row } = find(key);
  const isBase = key.arm === "base";
  const { variables, messages } = (isBase ? row.base : row.candidate) ?? row.scoring;
  return {
    side: isBase ? "baseline" : "candidate",
    suite: key.suite,
    prompt: asSupplied(prompt, key).prompt,
    case: key.case,
    sample: key.sample,
    row: { ...variables, ...messages !== null && { messages } }
  };
}
function asSupplied({ base, candidate }, key) {
  const side = key.arm === "base" ? base : candidate;
  return { ...key, prompt: side?.id ?? key.prompt };
}
function renderNeeded(needed) {
  return needed.map((one) => renderJsonLine(one)).join("");
}

// src/execute/supplied-driver.ts
var NeededError = class extends UserError {
  name = "NeededError";
  why;
  needed;
  constructor(why, needed) {
    const hint = "Make them, add them to the files, and run this again.";
    super(UserError.of(explain(needed), hint).problems);
    this.why = why;
    this.needed = needed;
  }
};
function createSuppliedDriver(suites, ledger, supply, clock, driver) {
  const find = createFinder(suites);
  const answeredAtMs = clock.nowMs();
  return {
    carryOut: async (work) => {
      if (work.do !== "draw") return driver.carryOut(work);
      const needed = [];
      for (const key of work.keys) {
        const { prompt, row } = find(key);
        const result = supply.find(asSupplied(prompt, key));
        if (result === null) {
          needed.push(describeNeeded(find, key));
          continue;
        }
        const record = {
          ...keyOf(key),
          request: keyOfCase(prompt, row, key.arm),
          result: prompt.reasoning === "drop" ? dropReasoning(result) : result,
          source: "supplied",
          answeredAtMs,
          redraws: 0
        };
        ledger.append({ kind: "sample", record });
        scoreAtOnce(prompt, row, record, ledger);
      }
      if (needed.length > 0) throw new NeededError(work.why, needed);
    }
  };
}
function explain(needed) {
  const base = needed.filter(({ side }) => side === "baseline").length;
  const parts = [
    ...base > 0 ? [`${base} of the base side`] : [],
    ...needed.length > base ? [`${needed.length - base} of the candidate's`] : []
  ];
  const [first] = needed;
  const example = first === void 0 ? "" : ` (the first: suite ${first.suite}, case ${first.case}, sample ${first.sample})`;
  const what = needed.length === 1 ? "1 output is missing" : `${needed.length} outputs are missing`;
  return `${what}: ${parts.join(", ")}${example}.`;
}

export {
  describeNeeded,
  asSupplied,
  renderNeeded,
  NeededError,
  createSuppliedDriver
};
