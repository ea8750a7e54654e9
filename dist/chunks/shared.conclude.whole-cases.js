import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  clearOwnReport,
  openPage
} from "./shared.terminal.open-page.js";
import {
  listRowGroups,
  nameSides,
  plainSigns,
  renderHeld,
  renderProblemLines,
  renderRows
} from "./shared.report.console.problems.js";
import {
  inLocalWorld
} from "./shared.terminal.allowed-hosts.js";
import {
  configFlag,
  endpointFlags,
  keptAnswerFlags
} from "./shared.terminal.model-flags.js";
import {
  integerFlag
} from "./shared.terminal.flags.js";
import {
  findConfigPath
} from "./shared.terminal.clone-paths.js";
import {
  acceptNames,
  anchorOf,
  buildFailedReport,
  buildPage,
  chooseInput,
  compareAnswers,
  evaluate,
  explainAcceptance,
  listCaseScores,
  listNames,
  listReasons,
  nameGround,
  noOtherRuns,
  quoteWord,
  renderResultFiles,
  renderers
} from "./shared.baseline.anchor.js";
import {
  writeResults
} from "./shared.adapters.files.write-results.js";
import {
  factsOf,
  readArm
} from "./shared.baseline.stored-noise.js";
import {
  exitCodeOf,
  gateExitCodes
} from "./shared.gate.measurement.js";
import {
  reportInFlags
} from "./shared.terminal.flag-words.js";
import {
  openScreen
} from "./shared.report.console.screen.js";
import {
  cutMiddle,
  measure,
  wrap
} from "./shared.report.console.cells.js";
import {
  listFlag,
  textFlag
} from "./shared.terminal.command.js";
import {
  listKnown,
  quoteName,
  suggestName
} from "./shared.text.problems.js";
import {
  namesEndpoint
} from "./shared.config.base-url.js";
import {
  clipLine,
  describeReportCauses,
  describeRun,
  groupSkipped,
  redactForPeople,
  redactReport,
  redactWhole,
  titleOf
} from "./shared.report.diff.choose-rows.js";
import {
  renderJsonText,
  renderOutputText
} from "./shared.report.diff.json-layout.js";
import {
  buildGroupNames,
  describeScores,
  findMetric,
  nameSide,
  shortCommit
} from "./shared.report.words.figures.js";
import {
  formatUsd
} from "./shared.prices.usd.js";
import {
  cutText,
  oneLine,
  revealText
} from "./shared.report.escape.js";
import {
  closeSentence,
  count,
  inCode,
  listFirst
} from "./shared.text.prose.js";
import {
  isJsonObject
} from "./shared.json-writer.js";
import {
  UserError
} from "./shared.errors.js";

// src/terminal/evaluate-here.ts
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

// src/conclude/whole-cases.ts
function tellWholeCases(run) {
  return run.plans.flatMap(
    ({ prompts }) => prompts.flatMap((prompt) => prompt.cases.map((row) => tell(run, prompt, row)))
  );
}
function tell(run, prompt, row) {
  const { variables, tags } = row.scoring;
  return {
    suite: prompt.suite,
    prompt: prompt.id,
    case: row.id,
    critical: row.critical,
    tags,
    input: chooseInput(variables),
    expected: variables.expected ?? null,
    baseline: listAnswers(run, prompt, run.baseArm, row.id),
    candidate: listAnswers(run, prompt, "candidate", row.id)
  };
}
function listAnswers({ ledger }, prompt, arm, id) {
  const own = readArm(ledger, prompt, arm);
  const said = prompt.metrics.map((metric) => ({ metric: metric.name, facts: factsOf(own, metric, id) }));
  return own.samples(id).flatMap((sample, index) => {
    if (sample === null) return [];
    const { result } = ledger.recordOf(sample);
    const scores = said.flatMap(({ metric, facts }) => {
      const one = facts[index] ?? null;
      return one === null ? [] : [{ metric, score: one.score, reason: one.reason }];
    });
    const isAnswered = result.status === "answered";
    return [{ output: isAnswered ? result.output : null, fault: isAnswered ? null : result.reason, scores }];
  });
}

// src/report/console/cases.ts
var maxCases = 5;
var maxMetrics = 6;
var maxTags = 8;
var maxText = 240;
var indent = "    ";
var signs = {
  regressed: ["red", "✗"],
  worse: ["red", "✗"],
  unscored: ["yellow", "!"],
  flaky: ["yellow", "~"],
  better: ["green", "✓"],
  improved: ["green", "✓"]
};
function renderWorst(report, { page, look }, screen) {
  const [worst] = report.cases;
  const rest = report.cases.length - maxCases;
  const nameGroup = buildGroupNames(report);
  const where = page === null ? "" : `: ${oneLine(page.path)}`;
  return [
    ...report.cases.slice(0, maxCases).flatMap((entry) => renderCase(report, entry, nameGroup, page, screen)),
    ...[
      ...rest > 0 ? [`and ${rest} more${where}`] : [],
      ...worst === void 0 || look === null ? [] : [`One case again, whole: ${oneLine(look(worst.case))}`]
    ].flatMap((line) => wrap(line, screen.width, "  ").map((shown) => screen.paint("dim", shown)))
  ];
}
function renderCase(report, entry, nameGroup, page, screen) {
  const { tags, expected, input } = entry;
  const field = (name, text) => renderField(name, text, screen);
  return [
    ...renderTitle(entry, nameGroup(entry.suite, entry.prompt), page, screen),
    ...renderScores(report, entry, screen),
    ...expected === null ? [] : field("expected", renderValue(expected)),
    ...listBothReasons(report, entry).flatMap(({ name, reason }) => field(name, reason)),
    ...tags.length === 0 ? [] : field("tags", tags.slice(0, maxTags).join(", ")),
    ...input === null ? [] : field("input", renderValue(input)),
    ...renderAnswers(report, entry, screen)
  ];
}
function renderTitle(entry, group, page, screen) {
  const [style, sign] = signs[entry.label];
  const id = cutMiddle(oneLine(entry.case), screen.width - 2);
  const address = page === null ? null : page.address + anchorOf(entry.suite, entry.prompt, entry.case);
  const shown = screen.link(screen.paint("bold", id), address);
  const facts = [entry.label, ...entry.critical ? ["critical"] : [], ...group === null ? [] : [group]];
  const [first = "", ...more] = wrap(oneLine(facts.join(" · ")), screen.width, `  ${id}  `, indent);
  const isBeside = measure(first) <= screen.width && more.length === 0;
  const begin = `${screen.paint(style, sign)} ${shown}`;
  if (isBeside) return [begin + first.slice(2 + id.length)];
  return [begin, ...wrap(oneLine(facts.join(" · ")), screen.width, indent)];
}
function renderScores(report, entry, screen) {
  const [base, head] = [nameSide(report.base, "baseline"), nameSide(report.head, "candidate")];
  const scores = listCaseScores(report, entry).slice(0, maxMetrics);
  const rest = entry.metrics.length - scores.length;
  const seen = /* @__PURE__ */ new Map();
  for (const { metric, baseline, candidate } of scores) {
    const what = `${base} ${plainSigns(baseline)} → ${head} ${plainSigns(candidate)}`;
    seen.set(what, [...seen.get(what) ?? [], cutText(metric, 60)]);
  }
  return [
    ...[...seen].map(([what, metrics]) => `${metrics.join(", ")}: ${what}`),
    ...rest > 0 ? [count(rest, "more metric")] : []
  ].flatMap((line) => wrap(oneLine(line), screen.width, indent, `${indent}  `));
}
function listBothReasons(report, entry) {
  const judged = entry.metrics.flatMap(({ metric, baselineReason, candidateReason }) => {
    const isChecked = (findMetric(report, entry, metric)?.kind ?? "check") === "check";
    if (isChecked || baselineReason === null || candidateReason === null) return [];
    return [{ name: `Reason, ${metric}, ${nameSide(report.base, "baseline")}`, reason: baselineReason }];
  });
  return [...listReasons(report, entry), ...judged].slice(0, maxMetrics);
}
function renderValue(value) {
  const text = renderJsonText(value);
  return isJsonObject(value) ? text.replaceAll("\n", ", ") : text;
}
function renderField(name, text, screen) {
  const begin = `${cutText(oneLine(name.charAt(0).toLowerCase() + name.slice(1)), 60)}: `;
  const clipped = text.length > maxText ? clipLine(text, [], maxText) : text;
  return wrap(`${begin}${oneLine(clipped)}`, screen.width, indent, `${indent}  `);
}
function renderAnswers(report, entry, screen) {
  const evidence = compareAnswers(report, entry, roomOf(screen));
  if (evidence.kind === "none") return [];
  if (evidence.kind !== "diff") {
    const both = evidence.kind === "equal" ? " the same" : "";
    return renderField(`${evidence.who} answered${both}`, evidence.text, screen);
  }
  const who = evidence.who === null ? [] : wrap(oneLine(evidence.who), screen.width, indent);
  return [
    ...who.map((line) => screen.paint("dim", line)),
    ...evidence.lines.flatMap((line) => renderLine(line, screen))
  ];
}
function roomOf({ width }) {
  return { lines: 10, characters: Math.max(120, 2 * (width - 6)) };
}
function renderLine({ kind, text }, screen) {
  const own = /^ */.exec(text)?.[0] ?? "";
  const deep = own.slice(0, Math.floor(screen.width / 3));
  if (kind === "gap")
    return wrap(`… ${oneLine(text)} …`, screen.width, `${indent}  `).map((line) => screen.paint("dim", line));
  const sign = { removed: "-", added: "+", same: " " }[kind];
  const style = { removed: "red", added: "green", same: "dim" }[kind];
  const lines = wrap(oneLine(text), screen.width, `${indent}${sign} ${deep}`, `${indent}${deep}    `);
  return lines.map((line) => screen.paint(style, line));
}

// src/report/console/head.ts
import { posix } from "node:path";

// src/report/console/next-step.ts
import { isAbsolute } from "node:path";
function adviseNext(report) {
  switch (report.verdict) {
    case "fail":
      return adviseFail(report);
    case "inconclusive":
      return adviseOpen(report);
    case "invalid":
      return adviseInvalid(report);
    case "pass":
      return isNotRun(report) ? adviseIdle(report) : null;
  }
}
function isNotRun({ calls, cacheHits, retries, metrics }) {
  return calls + cacheHits + retries === 0 && metrics.length === 0;
}
function adviseFail({ grounds, cases }) {
  const kinds = new Set(grounds.filter(({ verdict }) => verdict === "fail").map(({ kind }) => kind));
  if (kinds.has("comparison") || kinds.has("threshold")) {
    const worst = cases.find(isBad);
    return worst === void 0 ? "mend the prompt; scores.jsonl of a report (--report DIR) has every score." : `mend what broke, ${inCode(worst.case)} first.`;
  }
  return kinds.has("expense") ? "make answers cheaper or faster, or have the limit raised on main." : null;
}
function isBad({ label }) {
  return label !== "better" && label !== "improved";
}
function adviseOpen({ metrics, suites, costUsd, cacheHits }) {
  const open = metrics.filter(({ gates, verdict }) => gates && verdict === "inconclusive");
  const more = Math.max(0, ...open.map(({ casesToSettle, cases }) => (casesToSettle ?? cases) - cases));
  if (more === 0) return null;
  const [suite, ...others] = suites.filter(({ status }) => status === "run");
  const isKnown = others.length === 0 && suite !== void 0 && suite.cases > 0 && cacheHits === 0;
  const cost = isKnown && costUsd !== null && costUsd > 0 ? costUsd * more / suite.cases : null;
  const price = cost === null ? "" : `, which costs about ${formatUsd(cost)} more a run`;
  return `add about ${count(more, "case")} of the same kind${price}.`;
}
function adviseInvalid({ errors, metrics }) {
  const isInRepository = ({ path }) => path !== null && !isAbsolute(path);
  if (errors.some(isInRepository)) return "mend what is named below; prompt-assay validate asks no model.";
  const isMissing = metrics.some(({ missingBaseline, missingCandidate }) => missingBaseline + missingCandidate > 0);
  return errors.length === 0 && isMissing ? "run it again when the model answers." : null;
}
function adviseIdle({ suites }) {
  return suites.length === 0 ? "prompt-assay init writes a first config." : "prompt-assay noise measures the prompts as they are, prompt-assay baseline stores their scores.";
}

// src/report/console/head.ts
var colours = { fail: "red", pass: "green", inconclusive: "yellow", invalid: "yellow" };
var maxNamed = 2;
var maxSentence = 1e3;
function renderHead(report, { page, words }, screen) {
  const sayOnce = createOnce();
  const said = (sentence) => sayOnce(sentence) ? wrap(oneLine(cutText(sentence, maxSentence)), screen.width, "  ") : [];
  const next = adviseNext(report);
  const head = [
    renderVerdict(report, screen),
    ...said(nameTitle(report)).map((line) => screen.paint("bold", line)),
    ...renderSides(report, screen),
    // An error says the same with its place.
    ...(report.errors.length > 0 ? [] : report.details).flatMap(said),
    ...describeReportCauses(report).map(closeSentence).flatMap(said),
    ...[...next === null ? [] : [`Next: ${next}`], ...words].flatMap(said),
    ...page === null ? [] : renderPage(page, screen)
  ];
  const notices = report.notices.flatMap(said);
  return notices.length === 0 ? head : [...head, "", ...notices];
}
function renderVerdict(report, screen) {
  const word = report.verdict.toUpperCase();
  const blocks = describeBlocking(report);
  const room = screen.width - word.length - (blocks === "" ? 0 : blocks.length + 2) - 2;
  const subject = cutMiddle(oneLine(nameSubject(report)), Math.max(0, room));
  const verdict = screen.paint("bold", screen.paint(colours[report.verdict], word));
  return [verdict, ...subject === "" ? [] : [screen.paint("bold", subject)], ...blocks === "" ? [] : [blocks]].join(
    "  "
  );
}
function describeBlocking({ verdict, green, grounds }) {
  if (!green) return "would block";
  const isOpen = verdict === "inconclusive" && grounds.length === 0;
  return verdict === "pass" || isOpen ? "" : "would not block";
}
function nameSubject({ suites }) {
  const ran = suites.filter(({ status }) => status === "run");
  const prompts = ran.flatMap((suite) => suite.prompts).filter(({ change }) => change !== "deleted");
  const [only] = prompts;
  const names2 = listFirst(
    ran.map(({ name }) => name),
    maxNamed
  );
  if (only === void 0) return names2;
  return `${names2} · ${prompts.length === 1 ? posix.basename(titleOf(only)) : count(prompts.length, "prompt")}`;
}
function nameTitle({ title, errors }) {
  const isError = errors.some(({ message }) => title.includes(message.replace(/[.!?]$/, "")));
  return isError ? "Could not be judged; this says nothing about the prompt." : title;
}
function renderSides(report, screen) {
  if (report.base === null || report.head === null) return [];
  const commits = [shortCommit(report.base), report.reproduce === null ? null : shortCommit(report.head)];
  const named = nameSides(report).map((name, index) => [name, commits[index]].filter((part) => part != null).join(" "));
  return wrap(named.join(" → "), screen.width, "  ").map((line) => screen.paint("dim", line));
}
function renderPage({ path, address }, screen) {
  const [first = "", ...more] = wrap(oneLine(path), screen.width, "  Report: ", "  ");
  const isWhole = more.length === 0 && measure(first) <= screen.width;
  return isWhole ? [`  Report: ${screen.link(oneLine(path), address)}`] : [first, ...more];
}
function createOnce() {
  const said = /* @__PURE__ */ new Set();
  return (sentence) => {
    const key = sentence.toLowerCase().replace(/[.!?]$/, "");
    const isNew = key !== "" && !said.has(key);
    said.add(key);
    return isNew;
  };
}

// src/report/console/whole-cases.ts
var indent2 = "  ";
function renderWholeCases(report, cases, page, screen) {
  return cases.flatMap((entry, index) => [...index === 0 ? [] : [""], ...renderWhole(report, entry, page, screen)]);
}
function renderWhole(report, entry, page, screen) {
  const { suite, prompt, tags, critical, input, expected } = entry;
  const row = report.cases.find((one) => one.case === entry.case && one.suite === suite && one.prompt === prompt);
  const address = page === null || row === void 0 ? null : page.address + anchorOf(suite, prompt, entry.case);
  const facts = [row?.label ?? "no difference", ...critical ? ["critical"] : [], .../* @__PURE__ */ new Set([suite, prompt])];
  const field = (name, text) => renderText(`${name}: ${text}`, screen, indent2);
  const side = (name, answers) => answers.flatMap((answer, index) => {
    const place = answers.length > 1 ? `, answer ${index + 1} of ${answers.length}` : "";
    return renderAnswer(report, entry, `${name}${place}`, answer, screen);
  });
  return [
    screen.link(screen.paint("bold", cutMiddle(oneLine(entry.case), screen.width)), address),
    ...wrap(oneLine(facts.join(" · ")), screen.width, indent2),
    ...input === null ? [] : field("input", renderJsonText(input)),
    ...expected === null ? [] : field("expected", renderJsonText(expected)),
    ...tags.length === 0 ? [] : field("tags", tags.join(", ")),
    ...side(nameSide(report.base, "baseline"), entry.baseline),
    ...side(nameSide(report.head, "candidate"), entry.candidate)
  ];
}
function renderAnswer(report, entry, who, { output, fault, scores }, screen) {
  const told = scores.flatMap(({ metric, score, reason }) => {
    const row = findMetric(report, entry, metric);
    if (row?.refused === true) return [];
    return [`${metric}: ${plainSigns(describeScores([score], row))}${reason === null ? "" : `, ${reason}`}`];
  });
  return [
    ...wrap(oneLine(who), screen.width, indent2).map((line) => screen.paint("dim", line)),
    ...output === null && fault === null ? [] : renderText(fault ?? renderOutputText(output), screen, `${indent2}  `),
    ...told.flatMap((line) => wrap(oneLine(line), screen.width, `${indent2}  → `, `${indent2}    `))
  ];
}
function renderText(text, screen, begin) {
  return revealText(text).trimEnd().split("\n").flatMap((line) => {
    const plain = line.replaceAll("	", "  ").trimEnd();
    const own = (/^ */.exec(plain)?.[0] ?? "").slice(0, Math.floor(screen.width / 3));
    return plain === "" ? [""] : wrap(plain.trimStart(), screen.width, begin + own, `${begin}${own}`);
  });
}

// src/report/console/terminal.ts
var nothing = { page: null, words: [], look: null, whole: null };
function renderTerminal(full, terminal, beside = nothing) {
  const report = redactForPeople(full);
  const screen = openScreen(terminal);
  const dim = (text) => wrap(oneLine(text), screen.width, "", "  ").map((line) => screen.paint("dim", line));
  const skipped = report.suites.filter(({ status }) => status !== "run");
  const blocks = [
    renderHead(report, beside, screen),
    report.errors.flatMap((problem) => renderProblemLines("error", problem, screen)),
    [...renderRows(listRowGroups(report), nameSides(report), screen), ...renderHeld(report, screen)],
    beside.whole === null ? renderWorst(report, beside, screen) : renderWholeCases(report, redactWhole(report, beside.whole), beside.page, screen),
    report.warnings.flatMap((problem) => renderProblemLines("warning", problem, screen)),
    groupSkipped(skipped).flatMap(({ names: names2, reason }) => dim(`not run: ${names2} (${reason})`)),
    [...report.notes, describeTaken(report)].flatMap(dim)
  ];
  return `${blocks.filter((block) => block.length > 0).map((block) => block.join("\n")).join("\n\n")}
`;
}
function describeTaken(report) {
  return isNotRun(report) ? "Nothing was asked, and nothing was scored." : describeRun(report);
}

// src/terminal/format.ts
var names = Object.keys(renderers);
var formatFlag = {
  format: { value: "NAME", help: `print the report as ${names.join(", ")}` }
};
var localComment = { commentKey: "local", record: null };
function readFormat(flags) {
  const name = textFlag(flags, "format");
  if (name === null) return null;
  if (!isFormat(name)) {
    const near = suggestName(name, names);
    const hint = near === null ? listKnown(names) : `Did you mean "${near}"? ${listKnown(names)}`;
    throw UserError.of(`There is no format ${quoteName(name)}.`, hint);
  }
  if (flags.json !== true) return name;
  throw UserError.of(
    "--json and --format each print a document.",
    "Give one of the two; --format json is results.json."
  );
}
async function renderFormat(format, report, page) {
  const text = await renderers[format].render(report, { ...localComment, page });
  return typeof text === "string" ? text : [...text].join("");
}
async function formatFailure(problems, args) {
  const format = findFormat(args);
  return format === null ? null : renderFormat(format, buildFailedReport(problems), { cases: [], changes: [] });
}
function findFormat(args) {
  const given = args.flatMap((arg, index) => {
    if (arg.startsWith("--format=")) return [arg.slice("--format=".length)];
    return arg === "--format" ? [args[index + 1] ?? ""] : [];
  });
  const name = given.at(-1) ?? "";
  return isFormat(name) ? name : null;
}
function isFormat(name) {
  return Object.hasOwn(renderers, name);
}

// src/terminal/hyperlinks.ts
var marks = ["WT_SESSION", "KITTY_WINDOW_ID", "KONSOLE_VERSION", "DOMTERM"];
var programs = /* @__PURE__ */ new Set(["iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "Tabby", "rio", "zed"]);
var types = /* @__PURE__ */ new Set(["xterm-kitty", "xterm-ghostty", "alacritty", "foot", "foot-extra"]);
var firstVte = 5001;
function knowsLinks({ env, columns }) {
  if (env.FORCE_HYPERLINK !== void 0) return env.FORCE_HYPERLINK !== "0";
  if (columns === null || env.CI !== void 0 || env.TERM === "dumb") return false;
  if (Number(env.VTE_VERSION) >= firstVte) return true;
  return marks.some((name) => env[name]) || programs.has(env.TERM_PROGRAM ?? "") || types.has(env.TERM ?? "");
}

// src/terminal/evaluate-here.ts
var evaluateFlags = {
  base: {
    value: "REF",
    help: "what it would be merged into (default: origin/HEAD, else main, else master)"
  },
  head: { value: "REF", help: "evaluate this ref in place of the working tree" },
  ...configFlag,
  report: {
    value: "DIR",
    help: "write report.html, which shows every case, and the other result files"
  },
  open: { help: "open report.html in the browser; without --report it is in this clone, in .git/prompt-assay/report" },
  ...endpointFlags,
  accept: {
    value: "NAME",
    isRepeatable: true,
    help: "take as given here what the pull request needs accept for: a dataset, prompt or column (repeatable)"
  },
  cases: { value: "N", help: "at most N cases a suite" },
  case: { value: "ID", isRepeatable: true, help: "only this case, and all that was answered to it (repeatable)" },
  ...keptAnswerFlags,
  ...formatFlag,
  json: { help: "print the report as JSON" }
};
var evaluateFailure = {
  buildFailure: buildFailedReport,
  formatFailure
};
async function evaluateHere(command, flags, io, origin, finish = async (_result, outcome) => outcome) {
  const format = readFormat(flags);
  return inLocalWorld(flags, io, "answers", async (world, git) => {
    const folder = textFlag(flags, "report") ?? (flags.open === true ? await clearOwnReport(git) : null);
    if (folder !== null) await writeResults(folder, /* @__PURE__ */ new Map());
    const request = await buildRequest(flags, git, io, world.log);
    const evaluated = await evaluate(world, request, await origin(git, request));
    const result = { ...evaluated, report: reportInFlags(evaluated.report) };
    if (folder !== null) await writeResults(folder, await renderResultFiles(result, localComment));
    const { report } = result;
    const words = explainWords(report, listFlag(flags, "accept"));
    const cached = explainCache(report);
    if (flags.json === true) io.err([...words, ...cached].map((word) => `${word}
`).join(""));
    if (flags.open === true && folder !== null) io.err(`${await openPage(join(folder, "report.html"), io.env)}
`);
    const { columns, colour } = io;
    const text = renderTerminal(
      { ...report, notes: [...report.notes, ...cached] },
      { columns, colour, links: knowsLinks(io) },
      {
        page: folder === null ? null : linkPage(folder, io),
        words,
        // A recording has no answers but those of its own run.
        look: flags.replay === void 0 ? (id) => renderLook(command, flags, id) : null,
        whole: request.part?.kind === "named" ? tellWholeCases(result) : null
      }
    );
    const formatted = format === null ? null : await renderFormat(format, report, buildPage(result));
    const exitCode = exitCodeOf(gateExitCodes, report);
    return finish(result, { document: redactReport(report), text, formatted, exitCode });
  });
}
function linkPage(folder, { cwd }) {
  const path = join(folder, renderers.html.file);
  return { path, address: pathToFileURL(resolve(cwd, path)).href };
}
var repeatedFlags = ["candidate", "baseline", "base", "head", "config", "base-url", "allow-host", "cache"];
function renderLook(command, flags, id) {
  const given = repeatedFlags.flatMap((name) => {
    const value = flags[name];
    const values = (Array.isArray(value) ? value : [value]).filter((one) => typeof one === "string");
    return values.flatMap((one) => [`--${name}`, one]);
  });
  const last = id.startsWith("-") ? [`--case=${id}`] : ["--case", id];
  return ["prompt-assay", command, ...given, ...last].map(quoteWord).join(" ");
}
function explainCache({ cacheHits }) {
  return cacheHits === 0 ? [] : [`${count(cacheHits, "answer")} came from the cache; --no-cache draws anew.`];
}
function explainWords({ grounds }, names2) {
  const acceptance = acceptNames("--accept", names2);
  const given = explainAcceptance(acceptance, grounds);
  const known = new Set(grounds.flatMap(listNames));
  const open = grounds.filter((ground) => listNames(ground).length > 0 && !acceptance.covers(ground));
  return [
    ...given === null ? [] : [`Taken as given, ${given}.`],
    ...names2.filter((name) => !known.has(name)).map((name) => `--accept ${name}: nothing of this name needs it.`),
    ...open.map(
      (ground) => `Needs accept on the pull request: ${nameGround(ground)} (here: --accept ${listNames(ground)[0]}).`
    )
  ];
}
function readPart(flags) {
  const ids = listFlag(flags, "case");
  const most = integerFlag(flags, "cases", 1, 1e6);
  if (ids.length > 0 && most !== null) {
    throw UserError.of("--case names cases, and --cases chooses some.", "Give one of the two.");
  }
  if (ids.length > 0) return { kind: "named", ids };
  return most === null ? null : { kind: "most", most };
}
async function buildRequest(flags, git, io, log) {
  const forgets = ["fresh", "no-cache"].find((name) => flags[name] === true);
  if (flags.settle === true && forgets !== void 0) {
    throw UserError.of(`--settle keeps what was drawn, and --${forgets} leaves it aside.`, "Give one of the two.");
  }
  const [baseRef, headRef] = [textFlag(flags, "base"), textFlag(flags, "head")];
  const { baseName, base, candidate, tip, note } = await git.readSides(baseRef, headRef);
  log.info(note);
  return {
    base: { label: nameRef(baseName, "base"), tree: base },
    candidate: { label: nameRef(headRef ?? "working tree", "this change"), tree: candidate },
    decidingTree: tip,
    defaultTree: tip,
    configPath: await findConfigPath(flags, git),
    namesEndpoint: namesEndpoint(textFlag(flags, "base-url"), io.env.OPENAI_BASE_URL) || flags.replay !== void 0,
    part: readPart(flags),
    fresh: flags.fresh === true,
    dryRun: flags["dry-run"] === true,
    onNoKey: "block",
    hear: async () => ({
      acceptance: acceptNames("--accept", listFlag(flags, "accept")),
      blockedCalls: null,
      settles: flags.settle === true ? "known-answers" : null
    }),
    recorded: [],
    askedBefore: null,
    brokenBefore: null,
    readOthers: async () => noOtherRuns,
    reproduce: headRef === null ? null : `prompt-assay run --base ${tip.commit.slice(0, 12)} --head ${candidate.commit.slice(0, 12)}`,
    runUrl: null,
    github: null
  };
}
function nameRef(ref, otherwise) {
  return /^[0-9a-f]{7,64}$/.test(ref) ? otherwise : ref;
}

export {
  evaluateFlags,
  evaluateFailure,
  evaluateHere
};
