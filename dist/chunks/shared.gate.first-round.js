import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/gate/first-round.ts
var brokenDraws = 5;
var criticalSamples = 3;
function countQuestions(cases) {
  return groupByQuestion(cases).length;
}
function groupByQuestion(cases) {
  const groups = /* @__PURE__ */ new Map();
  for (const one of cases) {
    const key = one.question ?? one;
    const group = groups.get(key);
    if (group === void 0) groups.set(key, [one]);
    else group.push(one);
  }
  return [...groups.values()];
}
function chooseDesign(settings, questions, samples) {
  if (questions < settings.minCases) return "small-set";
  if (settings.target === "cases") return "these-cases";
  return settings.resample === "off" || samples > 1 ? "one-look" : "two-looks";
}
function watchesQuestions(settings, cases) {
  return countQuestions(listReached(cases)) < settings.minCases;
}
function listReached(cases) {
  return cases.filter(({ isSame }) => !isSame);
}
function planFirstRound(settings, samples, cases) {
  const design = chooseDesign(settings, countQuestions(cases), samples);
  const shares = watchesQuestions(settings, cases) ? splitQuestions(cases) : null;
  return cases.map((one) => {
    if (one.isSame) return { drawn: 1, tested: 1 };
    const share = shares?.get(one) ?? 0;
    const least = Math.max(share, one.critical ? criticalSamples : 0);
    if (design === "small-set") return { drawn: least, tested: share };
    const ordinary = samples === 1 ? one.labelled ?? 1 : samples;
    const tested = design === "these-cases" ? brokenDraws : ordinary;
    return { drawn: Math.max(tested, least), tested };
  });
}
function drawsInQuestion(place, size) {
  return Math.max(1, Math.floor(brokenDraws / size) + (place < brokenDraws % size ? 1 : 0));
}
function resolveMargin(settings, questions) {
  return settings.margin ?? defaultMargin(questions);
}
function defaultMargin(questions) {
  return questions < 100 ? 0.1 : 0.05;
}
function splitQuestions(cases) {
  return new Map(
    groupByQuestion(listReached(cases)).flatMap(
      (group) => group.map((one, place) => [one, drawsInQuestion(place, group.length)])
    )
  );
}

export {
  brokenDraws,
  criticalSamples,
  countQuestions,
  groupByQuestion,
  chooseDesign,
  watchesQuestions,
  listReached,
  planFirstRound,
  resolveMargin,
  defaultMargin
};
