import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  UserError,
  __commonJS,
  __toESM,
  buildProblem
} from "./shared.errors.js";

// node_modules/fastest-levenshtein/mod.js
var require_mod = __commonJS({
  "node_modules/fastest-levenshtein/mod.js"(exports) {
    "use strict";
    exports.__esModule = true;
    exports.distance = exports.closest = void 0;
    var peq = new Uint32Array(65536);
    var myers_32 = function(a, b) {
      var n = a.length;
      var m = b.length;
      var lst = 1 << n - 1;
      var pv = -1;
      var mv = 0;
      var sc = n;
      var i = n;
      while (i--) {
        peq[a.charCodeAt(i)] |= 1 << i;
      }
      for (i = 0; i < m; i++) {
        var eq = peq[b.charCodeAt(i)];
        var xv = eq | mv;
        eq |= (eq & pv) + pv ^ pv;
        mv |= ~(eq | pv);
        pv &= eq;
        if (mv & lst) {
          sc++;
        }
        if (pv & lst) {
          sc--;
        }
        mv = mv << 1 | 1;
        pv = pv << 1 | ~(xv | mv);
        mv &= xv;
      }
      i = n;
      while (i--) {
        peq[a.charCodeAt(i)] = 0;
      }
      return sc;
    };
    var myers_x = function(b, a) {
      var n = a.length;
      var m = b.length;
      var mhc = [];
      var phc = [];
      var hsize = Math.ceil(n / 32);
      var vsize = Math.ceil(m / 32);
      for (var i = 0; i < hsize; i++) {
        phc[i] = -1;
        mhc[i] = 0;
      }
      var j = 0;
      for (; j < vsize - 1; j++) {
        var mv_1 = 0;
        var pv_1 = -1;
        var start_1 = j * 32;
        var vlen_1 = Math.min(32, m) + start_1;
        for (var k = start_1; k < vlen_1; k++) {
          peq[b.charCodeAt(k)] |= 1 << k;
        }
        for (var i = 0; i < n; i++) {
          var eq = peq[a.charCodeAt(i)];
          var pb = phc[i / 32 | 0] >>> i & 1;
          var mb = mhc[i / 32 | 0] >>> i & 1;
          var xv = eq | mv_1;
          var xh = ((eq | mb) & pv_1) + pv_1 ^ pv_1 | eq | mb;
          var ph = mv_1 | ~(xh | pv_1);
          var mh = pv_1 & xh;
          if (ph >>> 31 ^ pb) {
            phc[i / 32 | 0] ^= 1 << i;
          }
          if (mh >>> 31 ^ mb) {
            mhc[i / 32 | 0] ^= 1 << i;
          }
          ph = ph << 1 | pb;
          mh = mh << 1 | mb;
          pv_1 = mh | ~(xv | ph);
          mv_1 = ph & xv;
        }
        for (var k = start_1; k < vlen_1; k++) {
          peq[b.charCodeAt(k)] = 0;
        }
      }
      var mv = 0;
      var pv = -1;
      var start = j * 32;
      var vlen = Math.min(32, m - start) + start;
      for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] |= 1 << k;
      }
      var score = m;
      for (var i = 0; i < n; i++) {
        var eq = peq[a.charCodeAt(i)];
        var pb = phc[i / 32 | 0] >>> i & 1;
        var mb = mhc[i / 32 | 0] >>> i & 1;
        var xv = eq | mv;
        var xh = ((eq | mb) & pv) + pv ^ pv | eq | mb;
        var ph = mv | ~(xh | pv);
        var mh = pv & xh;
        score += ph >>> m - 1 & 1;
        score -= mh >>> m - 1 & 1;
        if (ph >>> 31 ^ pb) {
          phc[i / 32 | 0] ^= 1 << i;
        }
        if (mh >>> 31 ^ mb) {
          mhc[i / 32 | 0] ^= 1 << i;
        }
        ph = ph << 1 | pb;
        mh = mh << 1 | mb;
        pv = mh | ~(xv | ph);
        mv = ph & xv;
      }
      for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] = 0;
      }
      return score;
    };
    var distance2 = function(a, b) {
      if (a.length < b.length) {
        var tmp = b;
        b = a;
        a = tmp;
      }
      if (b.length === 0) {
        return a.length;
      }
      if (a.length <= 32) {
        return myers_32(a, b);
      }
      return myers_x(a, b);
    };
    exports.distance = distance2;
    var closest2 = function(str, arr) {
      var min_distance = Infinity;
      var min_index = 0;
      for (var i = 0; i < arr.length; i++) {
        var dist = distance2(str, arr[i]);
        if (dist < min_distance) {
          min_distance = dist;
          min_index = i;
        }
      }
      return arr[min_index];
    };
    exports.closest = closest2;
  }
});

// src/text/problems.ts
var import_fastest_levenshtein = __toESM(require_mod(), 1);
var maxProblems = 50;
var maxNameLength = 80;
function suggestName(name, known) {
  if (known.length === 0 || name.length > maxNameLength) return null;
  const nearest = (0, import_fastest_levenshtein.closest)(name.toLowerCase(), known);
  const allowed = nearest.length < 4 ? 1 : Math.max(2, Math.floor(nearest.length / 3));
  return (0, import_fastest_levenshtein.distance)(name.toLowerCase(), nearest) <= allowed ? nearest : null;
}
function hintKnown(name, known) {
  const near = suggestName(name, known);
  if (near !== null) return `Did you mean "${near}"?`;
  return listKnown(known);
}
function listKnown(known) {
  return known.length === 0 ? "None is known here." : `Known: ${known.join(", ")}.`;
}
function quoteName(name) {
  return JSON.stringify(name.length > maxNameLength ? `${name.slice(0, maxNameLength)}…` : name);
}
function throwProblems(problems) {
  if (problems.length === 0) return;
  const rest = problems.length - maxProblems;
  if (rest <= 0) throw new UserError(problems);
  throw new UserError([
    ...problems.slice(0, maxProblems),
    buildProblem(`and ${rest} more.`, "Mend these first, then run again.")
  ]);
}

// src/text/places.ts
function buildPlaces(file) {
  const starts = [0];
  for (let end = file.text.indexOf("\n"); end !== -1; end = file.text.indexOf("\n", end + 1)) starts.push(end + 1);
  return (offset) => {
    const inside = Math.max(0, Math.min(offset, file.text.length));
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (starts[middle] <= inside) low = middle;
      else high = middle - 1;
    }
    return { path: file.path, line: low + 1, column: inside - starts[low] + 1 };
  };
}

// src/text/json-text.ts
var maxDepth = 100;
var valueSize = 16;
function findJsonFault(value, maxSize = Number.POSITIVE_INFINITY) {
  let size = 0;
  const visit = (node, depth) => {
    size += typeof node === "string" ? node.length + valueSize : valueSize;
    if (size > maxSize) return "is too large once its aliases are written out.";
    if (node === null || typeof node === "string" || typeof node === "boolean") return null;
    if (typeof node === "number") return Number.isFinite(node) ? null : "holds a number that is not finite.";
    if (depth === maxDepth) return `is nested more than ${maxDepth} levels deep.`;
    if (typeof node !== "object" || !isPlain(node)) return "holds a value that is neither text, number, list nor map.";
    for (const member of Array.isArray(node) ? node : Object.values(node)) {
      const fault = visit(member, depth + 1);
      if (fault !== null) return fault;
    }
    return null;
  };
  return visit(value, 0);
}
function isPlain(node) {
  const prototype = Object.getPrototypeOf(node);
  return Array.isArray(node) || prototype === Object.prototype || prototype === null;
}
function jsonErrorOffset(text, error) {
  const message = error instanceof SyntaxError ? error.message : "";
  const position = /position (\d+)/.exec(message)?.[1];
  if (position !== void 0) return Number(position);
  if (!isTokenError(message)) return text.length;
  let [low, high] = [1, text.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (isTokenError(jsonErrorMessage(text.slice(0, middle)))) high = middle;
    else low = middle + 1;
  }
  return low - 1;
}
function isTokenError(message) {
  return message.endsWith("is not valid JSON");
}
function jsonErrorMessage(text) {
  try {
    JSON.parse(text);
    return "";
  } catch (error) {
    return error.message;
  }
}
function parseJsonFile(file) {
  let value;
  try {
    value = JSON.parse(file.text);
  } catch (error) {
    const where = buildPlaces(file)(jsonErrorOffset(file.text, error));
    throw UserError.of("is not valid JSON here.", "Look for a missing comma, quote or bracket.", where);
  }
  const fault = findJsonFault(value);
  if (fault !== null) throw UserError.of(fault, "Keep to plain, finite values.", fileWhere(file));
  return value;
}
function fileWhere(file) {
  return { path: file.path, line: null, column: null };
}

export {
  suggestName,
  hintKnown,
  listKnown,
  quoteName,
  throwProblems,
  buildPlaces,
  maxDepth,
  findJsonFault,
  jsonErrorOffset,
  parseJsonFile,
  fileWhere
};
