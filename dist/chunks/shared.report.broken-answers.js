import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  cutText,
  escapeInline,
  renderCode
} from "./shared.report.escape.js";
import {
  formatCount,
  formatDifference,
  formatDuration,
  formatInterval,
  formatNoun,
  formatScore,
  formatSize,
  formatUsd,
  unknown
} from "./shared.report.numbers.js";
import {
  canonicalJson,
  isJsonObject,
  writeJson
} from "./shared.json-writer.js";

// src/report/grouping.ts
function groupMetrics(report) {
  const groups = /* @__PURE__ */ new Map();
  const groupOf = (suite, promptId) => {
    const key = JSON.stringify([suite, promptId]);
    const group = groups.get(key) ?? { suite, promptId, metrics: [] };
    groups.set(key, group);
    return group;
  };
  for (const metric of report.metrics) groupOf(metric.suite, metric.prompt).metrics.push(metric);
  for (const suite of report.suites) {
    for (const { id, baseline, candidate } of suite.prompts) {
      if (baseline !== null || candidate !== null) groupOf(suite.name, id);
    }
  }
  const suites = new Map(report.suites.map((suite) => [suite.name, suite]));
  const promptOf = (suite, promptId) => suites.get(suite ?? "")?.prompts.find(({ id }) => id === promptId) ?? null;
  return [...groups.values()].map((group) => ({ ...group, prompt: promptOf(group.suite, group.promptId) }));
}
function buildGroupNames(report) {
  const pairs = [...report.metrics.map((metric) => [metric.suite, metric.prompt]), ...listRanPrompts(report)];
  const [suitesDiffer, promptsDiffer] = [0, 1].map((index) => new Set(pairs.map((pair) => pair[index])).size > 1);
  return (suite, promptId) => {
    const parts = [suitesDiffer ? suite : null, promptsDiffer ? promptId : null].filter((part) => part !== null);
    return parts.length === 0 ? null : [...new Set(parts)].join(" · ");
  };
}
function findMetric(report, entry) {
  const isItsOwn = ({ suite, prompt, metric }) => metric === entry.metric && (suite ?? entry.suite) === entry.suite && (prompt ?? entry.prompt) === entry.prompt;
  return report.metrics.find(isItsOwn) ?? null;
}
function nameSide(side, otherwise) {
  return cutText(side?.label ?? otherwise, 40);
}
function shortCommit(side) {
  return side !== null && /^[0-9a-f]{7,64}$/.test(side.commit) ? side.commit.slice(0, 7) : null;
}
function listRanPrompts(report) {
  return report.suites.flatMap(
    ({ name, prompts }) => prompts.filter(({ baseline, candidate }) => baseline ?? candidate).map(({ id }) => [name, id])
  );
}

// src/report/redact.ts
function redactReport(report) {
  if (report.examples === "full") return report;
  return {
    ...report,
    cases: report.examples === "none" ? [] : report.cases.map(redactCase),
    metrics: report.metrics.map((metric) => ({ ...metric, pattern: null, labelNext: [] }))
  };
}
function redactForPeople(full) {
  const report = redactReport(full);
  return { ...report, metrics: report.metrics.map((metric) => metric.refused ? withoutFigures(metric) : metric) };
}
function withoutFigures(metric) {
  return {
    ...metric,
    baselineMean: null,
    candidateMean: null,
    difference: null,
    lowerBound: null,
    upperBound: null,
    detectableDrop: null,
    casesToSettle: null,
    sentence: "Its figures are left out.",
    remark: null,
    reason: null,
    pattern: null,
    corrections: null
  };
}
function redactCase(entry) {
  return { ...entry, input: null, expected: null, baselineOutput: null, candidateOutput: null, reason: null };
}

// src/report/output-text.ts
function renderOutputText(output) {
  if (output === null) return "";
  const parts = [
    output.content,
    ...output.toolCalls.map((call) => `[tool call] ${canonicalJson(call)}`),
    output.refusal === null ? "" : `[refusal] ${output.refusal}`,
    ["stop", "tool_calls"].includes(output.finishReason) ? "" : `[finish reason] ${output.finishReason}`
  ].filter((part) => part !== "");
  return parts.length === 0 ? "[empty answer]" : parts.join("\n");
}
function renderJsonText(value) {
  if (typeof value === "string") return value;
  if (!isJsonObject(value)) return writeJson(value);
  const members = Object.entries(value);
  const [first] = members;
  if (members.length === 1 && first !== void 0 && typeof first[1] === "string") return first[1];
  return members.map(([key, member]) => `${key}: ${typeof member === "string" ? member : writeJson(member)}`).join("\n");
}

// node_modules/diff/libesm/diff/base.js
var Diff = class {
  diff(oldStr, newStr, options = {}) {
    let callback;
    if (typeof options === "function") {
      callback = options;
      options = {};
    } else if ("callback" in options) {
      callback = options.callback;
    }
    const oldString = this.castInput(oldStr, options);
    const newString = this.castInput(newStr, options);
    const oldTokens = this.removeEmpty(this.tokenize(oldString, options));
    const newTokens = this.removeEmpty(this.tokenize(newString, options));
    return this.diffWithOptionsObj(oldTokens, newTokens, options, callback);
  }
  diffWithOptionsObj(oldTokens, newTokens, options, callback) {
    var _a;
    const done = (value) => {
      value = this.postProcess(value, options);
      if (callback) {
        setTimeout(function() {
          callback(value);
        }, 0);
        return void 0;
      } else {
        return value;
      }
    };
    const newLen = newTokens.length, oldLen = oldTokens.length;
    let editLength = 1;
    let maxEditLength = newLen + oldLen;
    if (options.maxEditLength != null) {
      maxEditLength = Math.min(maxEditLength, options.maxEditLength);
    }
    const maxExecutionTime = (_a = options.timeout) !== null && _a !== void 0 ? _a : Infinity;
    const abortAfterTimestamp = Date.now() + maxExecutionTime;
    const bestPath = [{ oldPos: -1, lastComponent: void 0 }];
    let newPos = this.extractCommon(bestPath[0], newTokens, oldTokens, 0, options);
    if (bestPath[0].oldPos + 1 >= oldLen && newPos + 1 >= newLen) {
      return done(this.buildValues(bestPath[0].lastComponent, newTokens, oldTokens));
    }
    let minDiagonalToConsider = -Infinity, maxDiagonalToConsider = Infinity;
    const execEditLength = () => {
      for (let diagonalPath = Math.max(minDiagonalToConsider, -editLength); diagonalPath <= Math.min(maxDiagonalToConsider, editLength); diagonalPath += 2) {
        let basePath;
        const removePath = bestPath[diagonalPath - 1], addPath = bestPath[diagonalPath + 1];
        if (removePath) {
          bestPath[diagonalPath - 1] = void 0;
        }
        let canAdd = false;
        if (addPath) {
          const addPathNewPos = addPath.oldPos - diagonalPath;
          canAdd = addPath && 0 <= addPathNewPos && addPathNewPos < newLen;
        }
        const canRemove = removePath && removePath.oldPos + 1 < oldLen;
        if (!canAdd && !canRemove) {
          bestPath[diagonalPath] = void 0;
          continue;
        }
        if (!canRemove || canAdd && removePath.oldPos < addPath.oldPos) {
          basePath = this.addToPath(addPath, true, false, 0, options);
        } else {
          basePath = this.addToPath(removePath, false, true, 1, options);
        }
        newPos = this.extractCommon(basePath, newTokens, oldTokens, diagonalPath, options);
        if (basePath.oldPos + 1 >= oldLen && newPos + 1 >= newLen) {
          return done(this.buildValues(basePath.lastComponent, newTokens, oldTokens)) || true;
        } else {
          bestPath[diagonalPath] = basePath;
          if (basePath.oldPos + 1 >= oldLen) {
            maxDiagonalToConsider = Math.min(maxDiagonalToConsider, diagonalPath - 1);
          }
          if (newPos + 1 >= newLen) {
            minDiagonalToConsider = Math.max(minDiagonalToConsider, diagonalPath + 1);
          }
        }
      }
      editLength++;
    };
    if (callback) {
      (function exec() {
        setTimeout(function() {
          if (editLength > maxEditLength || Date.now() > abortAfterTimestamp) {
            return callback(void 0);
          }
          if (!execEditLength()) {
            exec();
          }
        }, 0);
      })();
    } else {
      while (editLength <= maxEditLength && Date.now() <= abortAfterTimestamp) {
        const ret = execEditLength();
        if (ret) {
          return ret;
        }
      }
    }
  }
  addToPath(path, added, removed, oldPosInc, options) {
    const last = path.lastComponent;
    if (last && !options.oneChangePerToken && last.added === added && last.removed === removed) {
      return {
        oldPos: path.oldPos + oldPosInc,
        lastComponent: { count: last.count + 1, added, removed, previousComponent: last.previousComponent }
      };
    } else {
      return {
        oldPos: path.oldPos + oldPosInc,
        lastComponent: { count: 1, added, removed, previousComponent: last }
      };
    }
  }
  extractCommon(basePath, newTokens, oldTokens, diagonalPath, options) {
    const newLen = newTokens.length, oldLen = oldTokens.length;
    let oldPos = basePath.oldPos, newPos = oldPos - diagonalPath, commonCount = 0;
    while (newPos + 1 < newLen && oldPos + 1 < oldLen && this.equals(oldTokens[oldPos + 1], newTokens[newPos + 1], options)) {
      newPos++;
      oldPos++;
      commonCount++;
      if (options.oneChangePerToken) {
        basePath.lastComponent = { count: 1, previousComponent: basePath.lastComponent, added: false, removed: false };
      }
    }
    if (commonCount && !options.oneChangePerToken) {
      basePath.lastComponent = { count: commonCount, previousComponent: basePath.lastComponent, added: false, removed: false };
    }
    basePath.oldPos = oldPos;
    return newPos;
  }
  equals(left, right, options) {
    if (options.comparator) {
      return options.comparator(left, right);
    } else {
      return left === right || !!options.ignoreCase && left.toLowerCase() === right.toLowerCase();
    }
  }
  removeEmpty(array) {
    const ret = [];
    for (let i = 0; i < array.length; i++) {
      if (array[i]) {
        ret.push(array[i]);
      }
    }
    return ret;
  }
  // eslint-disable-next-line @typescript-eslint/no-unused-vars
  castInput(value, options) {
    return value;
  }
  // eslint-disable-next-line @typescript-eslint/no-unused-vars
  tokenize(value, options) {
    return Array.from(value);
  }
  join(chars) {
    return chars.join("");
  }
  postProcess(changeObjects, options) {
    return changeObjects;
  }
  get useLongestToken() {
    return false;
  }
  buildValues(lastComponent, newTokens, oldTokens) {
    const components = [];
    let nextComponent;
    while (lastComponent) {
      components.push(lastComponent);
      nextComponent = lastComponent.previousComponent;
      delete lastComponent.previousComponent;
      lastComponent = nextComponent;
    }
    components.reverse();
    const componentLen = components.length;
    let componentPos = 0, newPos = 0, oldPos = 0;
    for (; componentPos < componentLen; componentPos++) {
      const component = components[componentPos];
      if (!component.removed) {
        if (!component.added && this.useLongestToken) {
          let value = newTokens.slice(newPos, newPos + component.count);
          value = value.map(function(value2, i) {
            const oldValue = oldTokens[oldPos + i];
            return oldValue.length > value2.length ? oldValue : value2;
          });
          component.value = this.join(value);
        } else {
          component.value = this.join(newTokens.slice(newPos, newPos + component.count));
        }
        newPos += component.count;
        if (!component.added) {
          oldPos += component.count;
        }
      } else {
        component.value = this.join(oldTokens.slice(oldPos, oldPos + component.count));
        oldPos += component.count;
      }
    }
    return components;
  }
};

// node_modules/diff/libesm/util/string.js
function longestCommonPrefix(str1, str2) {
  let i;
  for (i = 0; i < str1.length && i < str2.length; i++) {
    if (str1[i] != str2[i]) {
      return str1.slice(0, i);
    }
  }
  return str1.slice(0, i);
}
function longestCommonSuffix(str1, str2) {
  let i;
  if (!str1 || !str2 || str1[str1.length - 1] != str2[str2.length - 1]) {
    return "";
  }
  for (i = 0; i < str1.length && i < str2.length; i++) {
    if (str1[str1.length - (i + 1)] != str2[str2.length - (i + 1)]) {
      return str1.slice(-i);
    }
  }
  return str1.slice(-i);
}
function replacePrefix(string, oldPrefix, newPrefix) {
  if (string.slice(0, oldPrefix.length) != oldPrefix) {
    throw Error(`string ${JSON.stringify(string)} doesn't start with prefix ${JSON.stringify(oldPrefix)}; this is a bug`);
  }
  return newPrefix + string.slice(oldPrefix.length);
}
function replaceSuffix(string, oldSuffix, newSuffix) {
  if (!oldSuffix) {
    return string + newSuffix;
  }
  if (string.slice(-oldSuffix.length) != oldSuffix) {
    throw Error(`string ${JSON.stringify(string)} doesn't end with suffix ${JSON.stringify(oldSuffix)}; this is a bug`);
  }
  return string.slice(0, -oldSuffix.length) + newSuffix;
}
function removePrefix(string, oldPrefix) {
  return replacePrefix(string, oldPrefix, "");
}
function removeSuffix(string, oldSuffix) {
  return replaceSuffix(string, oldSuffix, "");
}
function maximumOverlap(string1, string2) {
  return string2.slice(0, overlapCount(string1, string2));
}
function overlapCount(a, b) {
  let startA = 0;
  if (a.length > b.length) {
    startA = a.length - b.length;
  }
  let endB = b.length;
  if (a.length < b.length) {
    endB = a.length;
  }
  const map = Array(endB);
  let k = 0;
  map[0] = 0;
  for (let j = 1; j < endB; j++) {
    if (b[j] == b[k]) {
      map[j] = map[k];
    } else {
      map[j] = k;
    }
    while (k > 0 && b[j] != b[k]) {
      k = map[k];
    }
    if (b[j] == b[k]) {
      k++;
    }
  }
  k = 0;
  for (let i = startA; i < a.length; i++) {
    while (k > 0 && a[i] != b[k]) {
      k = map[k];
    }
    if (a[i] == b[k]) {
      k++;
    }
  }
  return k;
}
function segment(string, segmenter) {
  const parts = [];
  for (const segmentObj of Array.from(segmenter.segment(string))) {
    const segment2 = segmentObj.segment;
    if (parts.length && /\s/.test(parts[parts.length - 1]) && /\s/.test(segment2)) {
      parts[parts.length - 1] += segment2;
    } else {
      parts.push(segment2);
    }
  }
  return parts;
}
function trailingWs(string, segmenter) {
  if (segmenter) {
    return leadingAndTrailingWs(string, segmenter)[1];
  }
  let i;
  for (i = string.length - 1; i >= 0; i--) {
    if (!string[i].match(/\s/)) {
      break;
    }
  }
  return string.substring(i + 1);
}
function leadingWs(string, segmenter) {
  if (segmenter) {
    return leadingAndTrailingWs(string, segmenter)[0];
  }
  const match = string.match(/^\s*/);
  return match ? match[0] : "";
}
function leadingAndTrailingWs(string, segmenter) {
  if (!segmenter) {
    return [leadingWs(string), trailingWs(string)];
  }
  if (segmenter.resolvedOptions().granularity != "word") {
    throw new Error('The segmenter passed must have a granularity of "word"');
  }
  const segments = segment(string, segmenter);
  const firstSeg = segments[0];
  const lastSeg = segments[segments.length - 1];
  const head = /\s/.test(firstSeg) ? firstSeg : "";
  const tail = /\s/.test(lastSeg) ? lastSeg : "";
  return [head, tail];
}

// node_modules/diff/libesm/diff/word.js
var extendedWordChars = "a-zA-Z0-9_\\u{AD}\\u{C0}-\\u{D6}\\u{D8}-\\u{F6}\\u{F8}-\\u{2C6}\\u{2C8}-\\u{2D7}\\u{2DE}-\\u{2FF}\\u{1E00}-\\u{1EFF}";
var tokenizeIncludingWhitespace = new RegExp(`[${extendedWordChars}]+|\\s+|[^${extendedWordChars}]`, "ug");
var WordDiff = class extends Diff {
  equals(left, right, options) {
    if (options.ignoreCase) {
      left = left.toLowerCase();
      right = right.toLowerCase();
    }
    return left.trim() === right.trim();
  }
  tokenize(value, options = {}) {
    let parts;
    if (options.intlSegmenter) {
      const segmenter = options.intlSegmenter;
      if (segmenter.resolvedOptions().granularity != "word") {
        throw new Error('The segmenter passed must have a granularity of "word"');
      }
      parts = segment(value, segmenter);
    } else {
      parts = value.match(tokenizeIncludingWhitespace) || [];
    }
    const tokens = [];
    let prevPart = null;
    parts.forEach((part) => {
      if (/\s/.test(part)) {
        if (prevPart == null) {
          tokens.push(part);
        } else {
          tokens.push(tokens.pop() + part);
        }
      } else if (prevPart != null && /\s/.test(prevPart)) {
        if (tokens[tokens.length - 1] == prevPart) {
          tokens.push(tokens.pop() + part);
        } else {
          tokens.push(prevPart + part);
        }
      } else {
        tokens.push(part);
      }
      prevPart = part;
    });
    return tokens;
  }
  join(tokens) {
    return tokens.map((token, i) => {
      if (i == 0) {
        return token;
      } else {
        return token.replace(/^\s+/, "");
      }
    }).join("");
  }
  postProcess(changes, options) {
    if (!changes || options.oneChangePerToken) {
      return changes;
    }
    let lastKeep = null;
    let insertion = null;
    let deletion = null;
    changes.forEach((change) => {
      if (change.added) {
        insertion = change;
      } else if (change.removed) {
        deletion = change;
      } else {
        if (insertion || deletion) {
          dedupeWhitespaceInChangeObjects(lastKeep, deletion, insertion, change, options.intlSegmenter);
        }
        lastKeep = change;
        insertion = null;
        deletion = null;
      }
    });
    if (insertion || deletion) {
      dedupeWhitespaceInChangeObjects(lastKeep, deletion, insertion, null, options.intlSegmenter);
    }
    return changes;
  }
};
var wordDiff = new WordDiff();
function dedupeWhitespaceInChangeObjects(startKeep, deletion, insertion, endKeep, segmenter) {
  if (deletion && insertion) {
    const [oldWsPrefix, oldWsSuffix] = leadingAndTrailingWs(deletion.value, segmenter);
    const [newWsPrefix, newWsSuffix] = leadingAndTrailingWs(insertion.value, segmenter);
    if (startKeep) {
      const commonWsPrefix = longestCommonPrefix(oldWsPrefix, newWsPrefix);
      startKeep.value = replaceSuffix(startKeep.value, newWsPrefix, commonWsPrefix);
      deletion.value = removePrefix(deletion.value, commonWsPrefix);
      insertion.value = removePrefix(insertion.value, commonWsPrefix);
    }
    if (endKeep) {
      const commonWsSuffix = longestCommonSuffix(oldWsSuffix, newWsSuffix);
      endKeep.value = replacePrefix(endKeep.value, newWsSuffix, commonWsSuffix);
      deletion.value = removeSuffix(deletion.value, commonWsSuffix);
      insertion.value = removeSuffix(insertion.value, commonWsSuffix);
    }
  } else if (insertion) {
    if (startKeep) {
      const ws = leadingWs(insertion.value, segmenter);
      insertion.value = insertion.value.substring(ws.length);
    }
    if (endKeep) {
      const ws = leadingWs(endKeep.value, segmenter);
      endKeep.value = endKeep.value.substring(ws.length);
    }
  } else if (startKeep && endKeep) {
    const newWsFull = leadingWs(endKeep.value, segmenter), [delWsStart, delWsEnd] = leadingAndTrailingWs(deletion.value, segmenter);
    const newWsStart = longestCommonPrefix(newWsFull, delWsStart);
    deletion.value = removePrefix(deletion.value, newWsStart);
    const newWsEnd = longestCommonSuffix(removePrefix(newWsFull, newWsStart), delWsEnd);
    deletion.value = removeSuffix(deletion.value, newWsEnd);
    endKeep.value = replacePrefix(endKeep.value, newWsFull, newWsEnd);
    startKeep.value = replaceSuffix(startKeep.value, newWsFull, newWsFull.slice(0, newWsFull.length - newWsEnd.length));
  } else if (endKeep) {
    const endKeepWsPrefix = leadingWs(endKeep.value, segmenter);
    const deletionWsSuffix = trailingWs(deletion.value, segmenter);
    const overlap = maximumOverlap(deletionWsSuffix, endKeepWsPrefix);
    deletion.value = removeSuffix(deletion.value, overlap);
  } else if (startKeep) {
    const startKeepWsSuffix = trailingWs(startKeep.value, segmenter);
    const deletionWsPrefix = leadingWs(deletion.value, segmenter);
    const overlap = maximumOverlap(startKeepWsSuffix, deletionWsPrefix);
    deletion.value = removePrefix(deletion.value, overlap);
  }
}
var WordsWithSpaceDiff = class extends Diff {
  tokenize(value) {
    const regex = new RegExp(`(\\r?\\n)|[${extendedWordChars}]+|[^\\S\\n\\r]+|[^${extendedWordChars}]`, "ug");
    return value.match(regex) || [];
  }
};
var wordsWithSpaceDiff = new WordsWithSpaceDiff();
function diffWordsWithSpace(oldStr, newStr, options) {
  return wordsWithSpaceDiff.diff(oldStr, newStr, options);
}

// node_modules/diff/libesm/diff/line.js
var LineDiff = class extends Diff {
  constructor() {
    super(...arguments);
    this.tokenize = tokenize;
  }
  equals(left, right, options) {
    if (options.ignoreWhitespace) {
      if (!options.newlineIsToken || !left.includes("\n")) {
        left = left.trim();
      }
      if (!options.newlineIsToken || !right.includes("\n")) {
        right = right.trim();
      }
    } else if (options.ignoreNewlineAtEof && !options.newlineIsToken) {
      if (left.endsWith("\n")) {
        left = left.slice(0, -1);
      }
      if (right.endsWith("\n")) {
        right = right.slice(0, -1);
      }
    }
    return super.equals(left, right, options);
  }
};
var lineDiff = new LineDiff();
function diffLines(oldStr, newStr, options) {
  return lineDiff.diff(oldStr, newStr, options);
}
function tokenize(value, options) {
  if (options.stripTrailingCr) {
    value = value.replace(/\r\n/g, "\n");
  }
  const retLines = [], linesAndNewlines = value.split(/(\n|\r\n)/);
  if (!linesAndNewlines[linesAndNewlines.length - 1]) {
    linesAndNewlines.pop();
  }
  for (let i = 0; i < linesAndNewlines.length; i++) {
    const line = linesAndNewlines[i];
    if (i % 2 && !options.newlineIsToken) {
      retLines[retLines.length - 1] += line;
    } else {
      retLines.push(line);
    }
  }
  return retLines;
}

// node_modules/diff/libesm/patch/create.js
function structuredPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, options) {
  let optionsObj;
  if (!options) {
    optionsObj = {};
  } else if (typeof options === "function") {
    optionsObj = { callback: options };
  } else {
    optionsObj = options;
  }
  if (typeof optionsObj.context === "undefined") {
    optionsObj.context = 4;
  }
  const context2 = optionsObj.context;
  if (optionsObj.newlineIsToken) {
    throw new Error("newlineIsToken may not be used with patch-generation functions, only with diffing functions");
  }
  if (!optionsObj.callback) {
    return diffLinesResultToPatch(diffLines(oldStr, newStr, optionsObj));
  } else {
    const { callback } = optionsObj;
    diffLines(oldStr, newStr, Object.assign(Object.assign({}, optionsObj), { callback: (diff) => {
      const patch = diffLinesResultToPatch(diff);
      callback(patch);
    } }));
  }
  function diffLinesResultToPatch(diff) {
    if (!diff) {
      return;
    }
    diff.push({ value: "", lines: [] });
    function contextLines(lines) {
      return lines.map(function(entry) {
        return " " + entry;
      });
    }
    const hunks = [];
    let oldRangeStart = 0, newRangeStart = 0, curRange = [], oldLine = 1, newLine = 1;
    for (let i = 0; i < diff.length; i++) {
      const current = diff[i], lines = current.lines || splitLines(current.value);
      current.lines = lines;
      if (current.added || current.removed) {
        if (!oldRangeStart) {
          const prev = diff[i - 1];
          oldRangeStart = oldLine;
          newRangeStart = newLine;
          if (prev) {
            curRange = context2 > 0 ? contextLines(prev.lines.slice(-context2)) : [];
            oldRangeStart -= curRange.length;
            newRangeStart -= curRange.length;
          }
        }
        for (const line of lines) {
          curRange.push((current.added ? "+" : "-") + line);
        }
        if (current.added) {
          newLine += lines.length;
        } else {
          oldLine += lines.length;
        }
      } else {
        if (oldRangeStart) {
          if (lines.length <= context2 * 2 && i < diff.length - 2) {
            for (const line of contextLines(lines)) {
              curRange.push(line);
            }
          } else {
            const contextSize = Math.min(lines.length, context2);
            for (const line of contextLines(lines.slice(0, contextSize))) {
              curRange.push(line);
            }
            const hunk = {
              oldStart: oldRangeStart,
              oldLines: oldLine - oldRangeStart + contextSize,
              newStart: newRangeStart,
              newLines: newLine - newRangeStart + contextSize,
              lines: curRange
            };
            hunks.push(hunk);
            oldRangeStart = 0;
            newRangeStart = 0;
            curRange = [];
          }
        }
        oldLine += lines.length;
        newLine += lines.length;
      }
    }
    for (const hunk of hunks) {
      for (let i = 0; i < hunk.lines.length; i++) {
        if (hunk.lines[i].endsWith("\n")) {
          hunk.lines[i] = hunk.lines[i].slice(0, -1);
        } else {
          hunk.lines.splice(i + 1, 0, "\\ No newline at end of file");
          i++;
        }
      }
    }
    return {
      oldFileName,
      newFileName,
      oldHeader,
      newHeader,
      hunks
    };
  }
}
function splitLines(text) {
  const hasTrailingNl = text.endsWith("\n");
  const result = text.split("\n").map((line) => line + "\n");
  if (hasTrailingNl) {
    result.pop();
  } else {
    result.push(result.pop().slice(0, -1));
  }
  return result;
}

// src/report/text-diff.ts
var windowLength = 1600;
var lead = 240;
var maxLineLength = 160;
var context = 2;
var wordContext = 60;
var maxBridge = 20;
var maxWidth = 110;
var maxLines = 30;
function diffTexts(before, after) {
  if (before === after) return [];
  if (before.trimEnd() === after.trimEnd()) return showBlanks(before, after);
  const start = windowStart(before, after);
  const end = start + windowLength;
  const changes = diffLines(before.slice(start, end), after.slice(start, end));
  const lines = shortenSame(changes.flatMap((change, index) => diffChange(changes, index, change)));
  return [
    ...start > 0 ? [{ kind: "gap", text: "…" }] : [],
    ...lines.slice(0, maxLines),
    ...lines.length > maxLines || Math.max(before.length, after.length) > end ? [{ kind: "gap", text: "…" }] : []
  ];
}
function wrapLine(line) {
  const pieces = [];
  let rest = line;
  while (rest.length > maxWidth) {
    const blank = rest.lastIndexOf(" ", maxWidth - 1);
    const end = blank > maxWidth / 2 ? blank + 1 : maxWidth - (/[\uD800-\uDBFF]/.test(rest[maxWidth - 1] ?? "") ? 1 : 0);
    pieces.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return [...pieces, rest];
}
function renderDiffLines(lines) {
  const sign = { same: " ", removed: "-", added: "+", gap: " " };
  return lines.map(({ kind, text }) => `${sign[kind]} ${text}`.trimEnd()).join("\n");
}
function showBlanks(before, after) {
  const signs = { " ": "␠", "\n": "⏎", "	": "⇥", "\r": "␍" };
  const reveal = (text) => {
    const end = text.trimEnd().length;
    const blanks = text.slice(end, end + lead).replace(/\s/g, (blank) => signs[blank] ?? "␠");
    return text.slice(0, end).split("\n").at(-1)?.slice(-lead) + blanks;
  };
  return [
    { kind: "removed", text: reveal(before) },
    { kind: "added", text: reveal(after) }
  ];
}
function windowStart(before, after) {
  let first = 0;
  while (first < before.length && first < after.length && before[first] === after[first]) first += 1;
  if (first <= lead) return 0;
  const lineStart = before.lastIndexOf("\n", first - 1) + 1;
  const start = first - lineStart <= lead ? Math.max(lineStart, first - lead) : first - lead;
  return /[\uDC00-\uDFFF]/.test(before[start] ?? "") ? start + 1 : start;
}
function diffChange(changes, index, change) {
  const next = changes[index + 1];
  const previous = changes[index - 1];
  const isLong = (text) => text.split("\n").some((line) => line.length > maxLineLength);
  if (change.removed && next?.added && (isLong(change.value) || isLong(next.value))) {
    return diffWords2(change.value, next.value);
  }
  if (change.added && previous?.removed && (isLong(change.value) || isLong(previous.value))) return [];
  return toLines(kindOf(change), change.value);
}
function diffWords2(before, after) {
  const lines = [];
  let [removed, added] = ["", ""];
  const flush = () => {
    lines.push(...wrapPiece("removed", removed), ...wrapPiece("added", added));
    [removed, added] = ["", ""];
  };
  const changes = diffWordsWithSpace(before, after);
  changes.forEach((change, index) => {
    const isLast = index === changes.length - 1;
    if (change.removed) removed += change.value;
    else if (change.added) added += change.value;
    else if (index > 0 && !isLast && change.value.length <= maxBridge) {
      removed += change.value;
      added += change.value;
    } else {
      flush();
      lines.push(...wrapPiece("same", shortenRun(change.value, index === 0, isLast)));
    }
  });
  flush();
  return lines;
}
function wrapPiece(kind, text) {
  if (text.trim() === "") return [];
  const lines = text.trim().split("\n").flatMap((line) => wrapLine(line));
  return lines.map((line) => ({ kind, text: line }));
}
function kindOf(change) {
  if (change.removed) return "removed";
  return change.added ? "added" : "same";
}
function toLines(kind, text) {
  const whole = text.replace(/\n$/, "");
  return whole.split("\n").map((line) => ({ kind, text: line }));
}
function shortenRun(text, isFirst, isLast) {
  if (text.length <= 3 * wordContext) return text;
  const head = isFirst ? "" : cutText(text, wordContext);
  const tail = isLast ? "" : `…${text.slice(-wordContext).replace(/^\S*\s/, "")}`;
  return `${head}${head !== "" && tail !== "" ? " " : ""}${tail}`.replace("… …", "…");
}
function shortenSame(lines) {
  const isNear = (index) => lines.slice(Math.max(0, index - context), index + context + 1).some(({ kind }) => kind !== "same");
  return lines.flatMap((line, index) => {
    if (isNear(index)) return [line];
    return index > 0 && isNear(index - 1) ? [{ kind: "gap", text: "…" }] : [];
  });
}

// src/report/words.ts
function describeVerdict(metric) {
  if (metric.belowMinScore) return `❌ below ${formatScore(metric.minScore, metric.binary)}`;
  if (metric.refused) return "⚠️ refused";
  if (!metric.gates) return "–";
  if (metric.verdict === "fail") return "❌ regression";
  if (metric.verdict === "inconclusive") return "⚠️ not settled";
  if (metric.verdict === "invalid") return "⛔ not judged";
  const isDropRuledOut = metric.lowerBound !== null && metric.lowerBound > -metric.margin;
  return isDropRuledOut ? `✅ no drop over ${formatSize(metric.margin, metric.binary)}` : "✅ no case broke";
}
function describeLimit(verdict) {
  if (verdict === null) return unknown;
  if (verdict === "pass") return "✅ within its limit";
  return verdict === "fail" ? "❌ over its limit" : "⚠️ not known";
}
function describeRole(metric) {
  const parts = [metric.kind === "check" ? "" : metric.kind, metric.gates ? "gate" : "report only"];
  if (metric.direction === "lower") parts.push("lower is better, − is worse");
  return parts.filter((part) => part !== "").join(", ");
}
function describeCounts({ refused, worse, better, same, unscored }) {
  if (refused) return unknown;
  return `${worse} / ${better} / ${same}${unscored > 0 ? ` · ${unscored} unscored` : ""}`;
}
function describeScores(scores, metric) {
  const known = scores.filter((score) => score !== null);
  if (known.length === 0) return "unscored";
  const sum = known.reduce((total, score) => total + score, 0);
  if (metric === null || !metric.binary) return formatScore(sum / known.length, false);
  const good = metric.direction === "lower" ? known.length - sum : sum;
  const sign = 2 * good > known.length ? "✅" : "❌";
  return known.length === 1 ? sign : `${sign} ${good} of ${known.length}`;
}
function collectFootnotes(metrics) {
  return [...new Set(metrics.map(({ held }) => held).filter((held) => held !== null))];
}
function renderFootnoteMark(metric, footnotes) {
  const index = metric.held === null ? -1 : footnotes.indexOf(metric.held);
  return index < 0 ? "" : renderSuperior(index + 1);
}
function renderSuperior(number) {
  return String(number).replace(/\d/g, (digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(Number(digit)));
}

// src/report/notes.ts
function describeNotes(report, metric) {
  const clauses = [...metric.notes, ...describeCorrections(report, metric), ...describeLabelNext(metric)];
  return clauses.length === 0 ? "" : `The ${metric.kind} ${clauses.join("; ")}.`;
}
function describeCorrections(report, { corrections, binary }) {
  const { difference = null, rates = null } = corrections ?? {};
  const clauses = [];
  if (difference !== null) {
    const { estimate, lower, upper, labelled, proposed } = difference;
    const own = proposed === 0 ? "" : `, ${proposed} of them by this change itself`;
    clauses.push(
      `comes to a difference of ${formatDifference(estimate, binary)} (${formatInterval(lower, upper, binary)}) together with the labels of ${formatNoun(labelled, "case")}${own} (PPI++; right where these were drawn at random)`
    );
  }
  if (rates !== null) {
    const show = ({ estimate, lower, upper }) => `${formatScore(estimate, true)} (${formatScore(lower, true)} to ${formatScore(upper, true)})`;
    const [base, head] = [nameSide(report.base, "baseline"), nameSide(report.head, "candidate")];
    clauses.push(
      `finds ${show(rates.baseline)} good on ${base} and ${show(rates.candidate)} on ${head} once its mistakes on ${formatNoun(rates.labels, "label")} are taken out (Rogan–Gladen)`
    );
  }
  return clauses;
}
function describeLabelNext({ labelNext }) {
  if (labelNext.length === 0) return [];
  return [`would gain most from labels of ${labelNext.map((id) => JSON.stringify(id)).join(", ")} (label --case)`];
}

// src/report/fold.ts
function renderFold(summary, body) {
  return `<details><summary>${summary}</summary>

${body}

</details>`;
}

// src/report/decision.ts
var maxSentence = 800;
function renderDecision(report) {
  const baselines = [...new Set(report.suites.map(({ baseline }) => baseline).filter((text) => text !== null))];
  const nameGroup = buildGroupNames(report);
  const footnotes = collectFootnotes(report.metrics);
  const noise = [...new Set(report.suites.map((suite) => suite.noise).filter((text) => text !== null))];
  const notes = report.suites.flatMap((suite) => suite.notes);
  const blocks = [
    report.metrics.map((metric) => renderMetric(report, metric, nameGroup, footnotes)).join("\n"),
    ...baselines.map(renderSentence),
    ...noise.map((text) => renderSentence(`Noise: ${text}.`)),
    notes.map((note) => `- ${renderSentence(note)}`).join("\n"),
    ...footnotes.map((held, index) => `${renderSuperior(index + 1)} ${renderSentence(held)}`)
  ].filter((block) => block !== "");
  return blocks.length === 0 ? "" : renderFold("How this was decided", blocks.join("\n\n"));
}
function describeEvidence(report, metric) {
  const { cases, clusters, effectiveClusters, samples, margin, binary, missingBaseline, missingCandidate } = metric;
  const percent = Math.round(metric.alpha * 1e3) / 10;
  const looks = [
    "no rate was tested",
    `one-sided ${percent} %, one look`,
    `one-sided ${percent} %, two looks`
  ];
  const more = metric.gates ? (metric.casesToSettle ?? cases) - cases : 0;
  return [
    `paired over ${formatNoun(cases, "case")}`,
    clusters === null ? "" : `in ${formatNoun(clusters, "cluster")} (they count as ${Math.round(effectiveClusters ?? clusters)})`,
    `${formatNoun(samples, "sample")} a case`,
    `margin ${formatSize(margin, binary)}`,
    metric.gates ? looks[metric.looks] : "",
    { fresh: "baseline run in this job", stored: "stored baseline", none: "no baseline" }[metric.baselineSource],
    `missing: ${missingBaseline} on ${nameSide(report.base, "baseline")}, ${missingCandidate} on ${nameSide(report.head, "candidate")}`,
    metric.detectableDrop === null ? "" : `could detect drops of ${formatSize(metric.detectableDrop, binary)} or more`,
    more > 0 ? `about ${formatNoun(more, "more case")} would settle it` : ""
  ].filter((part) => part !== "").join(" · ");
}
function renderMetric(report, metric, nameGroup, footnotes) {
  const group = nameGroup(metric.suite, metric.prompt);
  const name = cutText([group, metric.metric].filter((part) => part !== null).join(" · "), 160);
  const remark = metric.remark?.replace(/(?<![.?!])$/, ".") ?? "";
  const sentences = [metric.sentence, remark, describeNotes(report, metric)].filter((text) => text !== "").map(renderSentence);
  const mark = renderFootnoteMark(metric, footnotes);
  if (metric.refused) return `- **${escapeInline(name)}**${mark}: ${sentences.join(" ")}`;
  return `- **${escapeInline(name)}**${mark}: ${sentences.join(" ")}<br>${escapeInline(describeEvidence(report, metric))}.`;
}
function renderSentence(text) {
  return escapeInline(cutText(text, maxSentence));
}

// src/report/broken-answers.ts
var leastShare = 0.05;
var leastAnswers = 2;
var words = {
  refused: ["is a refusal", "are refusals"],
  empty: ["is empty", "are empty"],
  truncated: ["is cut off at the token limit", "are cut off at the token limit"]
};
var kinds = Object.keys(words);
function listBroken(arm) {
  return kinds.flatMap((kind) => arm[kind] === 0 ? [] : [`${formatCount(arm[kind])} ${verbOf(kind, arm[kind])}`]);
}
function explainMoves({ baseline, candidate }, sides, name) {
  if (!baseline?.answered || !candidate?.answered) return [];
  return kinds.flatMap((kind) => {
    const move = Math.abs(candidate[kind] / candidate.answered - baseline[kind] / baseline.answered);
    const isSmall = move < leastShare || move * Math.min(candidate.answered, baseline.answered) < leastAnswers;
    if (isSmall) return [];
    const [now, then] = [candidate[kind], baseline[kind]];
    const share = (count, { answered }) => count === 0 ? "none" : `${formatCount(count)} of ${formatCount(answered)}`;
    const of = name === null ? "" : ` of ${cutText(name, 80)}`;
    const first = now === 0 ? `None of ${formatCount(candidate.answered)}` : share(now, candidate);
    const [head, base] = [nameSide(sides.head, "candidate"), nameSide(sides.base, "baseline")];
    return [`${first} answers${of} ${verbOf(kind, now)} on ${head}, ${share(then, baseline)} on ${base}.`];
  });
}
function verbOf(kind, count) {
  return words[kind][count === 1 ? 0 : 1];
}

// src/report/run-facts.ts
var maxReasons = 3;
function renderRunFacts(report) {
  const prompts = report.suites.flatMap((suite) => suite.prompts);
  const lines = [
    report.reproduce === null ? "" : `Reproduce: ${renderCode(report.reproduce)}`,
    ...prompts.flatMap((prompt) => renderPrompt(report, prompt)),
    ...Object.entries(report.contentKeys).map(
      ([suite, key]) => `Content key of ${renderCode(cutText(suite, 80))}: ${renderCode(key.slice(0, 12))}`
    ),
    ...report.suites.flatMap(
      ({ name, hashes }) => hashes === null ? [] : [
        `${renderCode(cutText(name, 80))}: dataset ${renderCode(hashes.dataset)} · metrics ${renderCode(hashes.metrics)}`
      ]
    ),
    `Prompt Assay ${escapeInline(report.toolVersion)}`
  ].filter((line) => line !== "");
  return renderFold(describeRun(report), lines.map((line) => `- ${line}`).join("\n"));
}
function describeRun(report) {
  const answers = formatNoun(report.generationCalls, "answer");
  const judged = report.judgeCalls > 0 ? `, ${formatNoun(report.judgeCalls, "judgement")}` : "";
  const cost = report.costUsd === null ? "cost unknown" : formatUsd(report.costUsd);
  return [
    `Run: ${formatNoun(report.calls, "call")}${report.calls > 0 ? ` (${answers}${judged})` : ""}`,
    `${formatCount(report.cacheHits)} from cache`,
    report.retries > 0 ? formatNoun(report.retries, "retry", "retries") : "",
    report.budgetUsd === null || report.costUsd === null ? cost : `${cost} of ${formatUsd(report.budgetUsd)}`,
    `${formatCount(report.inputTokens)} tokens in, ${formatCount(report.outputTokens)} out`,
    formatDuration(report.durationMs)
  ].filter((part) => part !== "").join(", ");
}
function describeFinish({ finishReasons }) {
  const counts = Object.entries(finishReasons).filter(([, count]) => count > 0);
  const total = counts.reduce((sum, [, count]) => sum + count, 0);
  if (counts.every(([reason]) => reason === "stop")) return "";
  return counts.sort(([, a], [, b]) => b - a).map(([reason, count]) => `${cutText(reason, 40)} ${Math.round(count / total * 1e3) / 10} %`).join(", ");
}
function renderPrompt(report, prompt) {
  const arms = [
    [nameSide(report.base, "baseline"), prompt.baseline, prompt.baseVersion],
    [nameSide(report.head, "candidate"), prompt.candidate, prompt.candidateVersion]
  ];
  return arms.flatMap(([side, arm, version]) => {
    if (arm === null) return [];
    const name = `${renderCode(cutText(prompt.id, 80))} on ${escapeInline(side)}`;
    return [`${name}: ${renderArm(arm)}${version === null ? "" : ` · version ${renderCode(version.slice(0, 12))}`}`];
  });
}
function renderArm(arm) {
  const answeredAs = arm.answeredAs.slice(0, maxReasons).map((model) => renderCode(cutText(model, 80)));
  const finish = describeFinish(arm);
  const reasons = arm.unavailableReasons.slice(0, maxReasons).map((reason) => escapeInline(cutText(reason, 200)));
  return [
    `model ${renderCode(cutText(arm.model, 80))}${answeredAs.length > 0 ? ` answered as ${answeredAs.join(", ")}` : ""}`,
    formatNoun(arm.answered, "answer"),
    arm.rejected > 0 ? `${formatCount(arm.rejected)} rejected by the provider` : "",
    arm.unavailable > 0 ? `${formatCount(arm.unavailable)} missing${reasons.length > 0 ? ` (${reasons.join("; ")})` : ""}` : "",
    arm.hung > 0 ? `${formatCount(arm.hung)} hung and asked again` : "",
    finish === "" ? "" : `ended by ${escapeInline(finish)}`,
    ...listBroken(arm),
    arm.reasoningDropped > 0 ? `${formatCount(arm.reasoningDropped)} without the reasoning before them` : "",
    arm.lengthMedian === null ? "" : `median length ${formatNoun(Math.round(arm.lengthMedian), "character")}`
  ].filter((part) => part !== "").join(" · ");
}

export {
  structuredPatch,
  groupMetrics,
  buildGroupNames,
  findMetric,
  nameSide,
  shortCommit,
  explainMoves,
  renderFold,
  redactReport,
  redactForPeople,
  renderOutputText,
  renderJsonText,
  diffTexts,
  wrapLine,
  renderDiffLines,
  describeVerdict,
  describeLimit,
  describeRole,
  describeCounts,
  describeScores,
  collectFootnotes,
  renderFootnoteMark,
  describeNotes,
  renderDecision,
  describeEvidence,
  renderRunFacts,
  describeRun
};
