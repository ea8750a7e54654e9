import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  scoreToLabel
} from "./shared.judges.labels.lines.js";

// src/judges/labels/asking.ts
var preferences = ["A", "B", "tie"];
function preferenceOf(score) {
  return score > 0.5 ? "A" : score < 0.5 ? "B" : "tie";
}
function buildAsking(brief, kind) {
  const { answer } = brief;
  if (answer.by === "preference") return askPreference(brief);
  const shared = { brief, shows: "Output", labelOf: (score) => scoreToLabel(score, kind) };
  const toLabel = (score) => score === null ? null : scoreToLabel(score, kind);
  return { ...shared, ...askScore(answer, kind), read: (word) => toLabel(readScore(answer, kind, word)) };
}
function askPreference(brief) {
  const words = { "1": "A", a: "A", "2": "B", b: "B", t: "tie", tie: "tie" };
  return {
    brief,
    shows: "Two answers",
    keys: "1 the first is better, 2 the second, t neither",
    worth: "The two stand in random places. Written is A for the first, B for the second, or tie.",
    read: (word) => Object.hasOwn(words, word) ? words[word] : null,
    labelOf: preferenceOf
  };
}
function askScore(answer, kind) {
  const written = {
    binary: "good (1) from one half of the scale, else bad (0)",
    ordinal: "a level: 1 for the least, 5 for the most"
  }[kind];
  if (answer.by === "criteria") {
    const { ids } = answer;
    const example = ids.map((_, index) => index === ids.length - 1 ? "n" : "y").join("");
    return {
      keys: `y or n for each of ${ids.join(", ")}, as in ${example}`,
      worth: `What counts is the share of criteria that are met, as for the judge. It is written as ${written}.`
    };
  }
  if (answer.by === "choice") {
    const list = answer.choices.map(({ choice }, index) => `${index + 1} ${choice}`).join(", ");
    return {
      keys: list,
      worth: `What counts is the score of the choice, as for the judge. It is written as ${written}.`
    };
  }
  return kind === "ordinal" ? { keys: "1 worst to 5 best", worth: null } : { keys: "y level 3 or better, n below", worth: "It is written as good (1) from level 3, else bad (0)." };
}
function readScore(answer, kind, word) {
  if (answer.by === "criteria") {
    const said = word.replaceAll(/[\s,]/g, "");
    const isWhole = said.length === answer.ids.length && /^[yn]+$/.test(said);
    return isWhole ? said.replaceAll("n", "").length / said.length : null;
  }
  if (answer.by === "choice") return /^\d+$/.test(word) ? answer.choices[Number(word) - 1]?.score ?? null : null;
  if (kind === "ordinal") return /^[1-5]$/.test(word) ? (Number(word) - 1) / 4 : null;
  return { y: 1, "1": 1, n: 0, "0": 0 }[word] ?? null;
}

export {
  preferences,
  preferenceOf,
  buildAsking
};
