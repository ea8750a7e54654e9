import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  aliasesOf,
  buildPlaces,
  explainRepeated,
  fileWhere,
  findJsonFault,
  focusOn,
  isChatList,
  isReadable,
  joinEqual,
  kindOf,
  listTextPaths,
  maxItems,
  maxRows,
  nameOf,
  openFields,
  openYaml,
  parseYaml,
  readJsonFile,
  readList,
  readMapping,
  readMessages2 as readMessages,
  readName,
  readOrExplain,
  readText,
  reportBelow,
  setApart,
  warnUnknownKeys
} from "./shared.datasets.aliases.js";
import {
  scoringRevision
} from "./shared.version.js";
import {
  breaksOff,
  hintKnown,
  listKnown,
  quoteName,
  require_mod,
  throwProblems
} from "./shared.text.problems.js";
import {
  decodeSourceFile,
  maxTextBytes
} from "./shared.text.source-file.js";
import {
  joinParts,
  mapTexts,
  textsOf
} from "./shared.prompts.message-text.js";
import {
  count,
  listFirst
} from "./shared.text.prose.js";
import {
  canonicalJson,
  contentHash,
  isJsonNumber,
  isJsonObject,
  maxDepth,
  parseJson,
  writeJson
} from "./shared.json-writer.js";
import {
  UserError,
  __commonJS,
  __toESM,
  buildProblem,
  collectProblems,
  eachOnce,
  summariseProblems
} from "./shared.errors.js";

// node_modules/picomatch/lib/constants.js
var require_constants = __commonJS({
  "node_modules/picomatch/lib/constants.js"(exports, module) {
    "use strict";
    var WIN_SLASH = "\\\\/";
    var WIN_NO_SLASH = `[^${WIN_SLASH}]`;
    var DEFAULT_MAX_EXTGLOB_RECURSION = 0;
    var DOT_LITERAL = "\\.";
    var PLUS_LITERAL = "\\+";
    var QMARK_LITERAL = "\\?";
    var SLASH_LITERAL = "\\/";
    var ONE_CHAR = "(?=.)";
    var QMARK = "[^/]";
    var END_ANCHOR = `(?:${SLASH_LITERAL}|$)`;
    var START_ANCHOR = `(?:^|${SLASH_LITERAL})`;
    var DOTS_SLASH = `${DOT_LITERAL}{1,2}${END_ANCHOR}`;
    var NO_DOT = `(?!${DOT_LITERAL})`;
    var NO_DOTS = `(?!${START_ANCHOR}${DOTS_SLASH})`;
    var NO_DOT_SLASH = `(?!${DOT_LITERAL}{0,1}${END_ANCHOR})`;
    var NO_DOTS_SLASH = `(?!${DOTS_SLASH})`;
    var QMARK_NO_DOT = `[^.${SLASH_LITERAL}]`;
    var STAR = `${QMARK}*?`;
    var SEP = "/";
    var POSIX_CHARS = {
      DOT_LITERAL,
      PLUS_LITERAL,
      QMARK_LITERAL,
      SLASH_LITERAL,
      ONE_CHAR,
      QMARK,
      END_ANCHOR,
      DOTS_SLASH,
      NO_DOT,
      NO_DOTS,
      NO_DOT_SLASH,
      NO_DOTS_SLASH,
      QMARK_NO_DOT,
      STAR,
      START_ANCHOR,
      SEP
    };
    var WINDOWS_CHARS = {
      ...POSIX_CHARS,
      SLASH_LITERAL: `[${WIN_SLASH}]`,
      QMARK: WIN_NO_SLASH,
      STAR: `${WIN_NO_SLASH}*?`,
      DOTS_SLASH: `${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$)`,
      NO_DOT: `(?!${DOT_LITERAL})`,
      NO_DOTS: `(?!(?:^|[${WIN_SLASH}])${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$))`,
      NO_DOT_SLASH: `(?!${DOT_LITERAL}{0,1}(?:[${WIN_SLASH}]|$))`,
      NO_DOTS_SLASH: `(?!${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$))`,
      QMARK_NO_DOT: `[^.${WIN_SLASH}]`,
      START_ANCHOR: `(?:^|[${WIN_SLASH}])`,
      END_ANCHOR: `(?:[${WIN_SLASH}]|$)`,
      SEP: "\\"
    };
    var POSIX_REGEX_SOURCE = {
      __proto__: null,
      alnum: "a-zA-Z0-9",
      alpha: "a-zA-Z",
      ascii: "\\x00-\\x7F",
      blank: " \\t",
      cntrl: "\\x00-\\x1F\\x7F",
      digit: "0-9",
      graph: "\\x21-\\x7E",
      lower: "a-z",
      print: "\\x20-\\x7E ",
      punct: "\\-!\"#$%&'()\\*+,./:;<=>?@[\\]^_`{|}~",
      space: " \\t\\r\\n\\v\\f",
      upper: "A-Z",
      word: "A-Za-z0-9_",
      xdigit: "A-Fa-f0-9"
    };
    module.exports = {
      DEFAULT_MAX_EXTGLOB_RECURSION,
      MAX_LENGTH: 1024 * 64,
      POSIX_REGEX_SOURCE,
      // regular expressions
      REGEX_BACKSLASH: /\\(?![*+?^${}(|)[\]])/g,
      REGEX_NON_SPECIAL_CHARS: /^[^@![\].,$*+?^{}()|\\/]+/,
      REGEX_SPECIAL_CHARS: /[-*+?.^${}(|)[\]]/,
      REGEX_SPECIAL_CHARS_BACKREF: /(\\?)((\W)(\3*))/g,
      REGEX_SPECIAL_CHARS_GLOBAL: /([-*+?.^${}(|)[\]])/g,
      REGEX_REMOVE_BACKSLASH: /(?:\[.*?[^\\]\]|\\(?=.))/g,
      // Replace globs with equivalent patterns to reduce parsing time.
      REPLACEMENTS: {
        __proto__: null,
        "***": "*",
        "**/**": "**",
        "**/**/**": "**"
      },
      // Digits
      CHAR_0: 48,
      /* 0 */
      CHAR_9: 57,
      /* 9 */
      // Alphabet chars.
      CHAR_UPPERCASE_A: 65,
      /* A */
      CHAR_LOWERCASE_A: 97,
      /* a */
      CHAR_UPPERCASE_Z: 90,
      /* Z */
      CHAR_LOWERCASE_Z: 122,
      /* z */
      CHAR_LEFT_PARENTHESES: 40,
      /* ( */
      CHAR_RIGHT_PARENTHESES: 41,
      /* ) */
      CHAR_ASTERISK: 42,
      /* * */
      // Non-alphabetic chars.
      CHAR_AMPERSAND: 38,
      /* & */
      CHAR_AT: 64,
      /* @ */
      CHAR_BACKWARD_SLASH: 92,
      /* \ */
      CHAR_CARRIAGE_RETURN: 13,
      /* \r */
      CHAR_CIRCUMFLEX_ACCENT: 94,
      /* ^ */
      CHAR_COLON: 58,
      /* : */
      CHAR_COMMA: 44,
      /* , */
      CHAR_DOT: 46,
      /* . */
      CHAR_DOUBLE_QUOTE: 34,
      /* " */
      CHAR_EQUAL: 61,
      /* = */
      CHAR_EXCLAMATION_MARK: 33,
      /* ! */
      CHAR_FORM_FEED: 12,
      /* \f */
      CHAR_FORWARD_SLASH: 47,
      /* / */
      CHAR_GRAVE_ACCENT: 96,
      /* ` */
      CHAR_HASH: 35,
      /* # */
      CHAR_HYPHEN_MINUS: 45,
      /* - */
      CHAR_LEFT_ANGLE_BRACKET: 60,
      /* < */
      CHAR_LEFT_CURLY_BRACE: 123,
      /* { */
      CHAR_LEFT_SQUARE_BRACKET: 91,
      /* [ */
      CHAR_LINE_FEED: 10,
      /* \n */
      CHAR_NO_BREAK_SPACE: 160,
      /* \u00A0 */
      CHAR_PERCENT: 37,
      /* % */
      CHAR_PLUS: 43,
      /* + */
      CHAR_QUESTION_MARK: 63,
      /* ? */
      CHAR_RIGHT_ANGLE_BRACKET: 62,
      /* > */
      CHAR_RIGHT_CURLY_BRACE: 125,
      /* } */
      CHAR_RIGHT_SQUARE_BRACKET: 93,
      /* ] */
      CHAR_SEMICOLON: 59,
      /* ; */
      CHAR_SINGLE_QUOTE: 39,
      /* ' */
      CHAR_SPACE: 32,
      /*   */
      CHAR_TAB: 9,
      /* \t */
      CHAR_UNDERSCORE: 95,
      /* _ */
      CHAR_VERTICAL_LINE: 124,
      /* | */
      CHAR_ZERO_WIDTH_NOBREAK_SPACE: 65279,
      /* \uFEFF */
      /**
       * Create EXTGLOB_CHARS
       */
      extglobChars(chars) {
        return {
          "!": { type: "negate", open: "(?:(?!(?:", close: `))${chars.STAR})` },
          "?": { type: "qmark", open: "(?:", close: ")?" },
          "+": { type: "plus", open: "(?:", close: ")+" },
          "*": { type: "star", open: "(?:", close: ")*" },
          "@": { type: "at", open: "(?:", close: ")" }
        };
      },
      /**
       * Create GLOB_CHARS
       */
      globChars(win32) {
        return win32 === true ? WINDOWS_CHARS : POSIX_CHARS;
      }
    };
  }
});

// node_modules/picomatch/lib/utils.js
var require_utils = __commonJS({
  "node_modules/picomatch/lib/utils.js"(exports) {
    "use strict";
    var {
      REGEX_BACKSLASH,
      REGEX_REMOVE_BACKSLASH,
      REGEX_SPECIAL_CHARS,
      REGEX_SPECIAL_CHARS_GLOBAL
    } = require_constants();
    exports.isObject = (val) => val !== null && typeof val === "object" && !Array.isArray(val);
    exports.hasRegexChars = (str) => REGEX_SPECIAL_CHARS.test(str);
    exports.isRegexChar = (str) => str.length === 1 && exports.hasRegexChars(str);
    exports.escapeRegex = (str) => str.replace(REGEX_SPECIAL_CHARS_GLOBAL, "\\$1");
    exports.toPosixSlashes = (str) => str.replace(REGEX_BACKSLASH, "/");
    exports.isWindows = () => {
      if (typeof navigator !== "undefined" && navigator.platform) {
        const platform = navigator.platform.toLowerCase();
        return platform === "win32" || platform === "windows";
      }
      if (typeof process !== "undefined" && process.platform) {
        return process.platform === "win32";
      }
      return false;
    };
    exports.removeBackslashes = (str) => {
      return str.replace(REGEX_REMOVE_BACKSLASH, (match) => {
        return match === "\\" ? "" : match;
      });
    };
    exports.escapeLast = (input3, char, lastIdx) => {
      const idx = input3.lastIndexOf(char, lastIdx);
      if (idx === -1) return input3;
      if (input3[idx - 1] === "\\") return exports.escapeLast(input3, char, idx - 1);
      return `${input3.slice(0, idx)}\\${input3.slice(idx)}`;
    };
    exports.removePrefix = (input3, state = {}) => {
      let output = input3;
      if (output.startsWith("./")) {
        output = output.slice(2);
        state.prefix = "./";
      }
      return output;
    };
    exports.wrapOutput = (input3, state = {}, options = {}) => {
      const prepend = options.contains ? "" : "^";
      const append = options.contains ? "" : "$";
      let output = `${prepend}(?:${input3})${append}`;
      if (state.negated === true) {
        output = `(?:^(?!${output}).*$)`;
      }
      return output;
    };
    exports.basename = (path, { windows } = {}) => {
      const segs = path.split(windows ? /[\\/]/ : "/");
      const last = segs[segs.length - 1];
      if (last === "") {
        return segs[segs.length - 2];
      }
      return last;
    };
  }
});

// node_modules/picomatch/lib/scan.js
var require_scan = __commonJS({
  "node_modules/picomatch/lib/scan.js"(exports, module) {
    "use strict";
    var utils = require_utils();
    var {
      CHAR_ASTERISK,
      /* * */
      CHAR_AT,
      /* @ */
      CHAR_BACKWARD_SLASH,
      /* \ */
      CHAR_COMMA,
      /* , */
      CHAR_DOT,
      /* . */
      CHAR_EXCLAMATION_MARK,
      /* ! */
      CHAR_FORWARD_SLASH,
      /* / */
      CHAR_LEFT_CURLY_BRACE,
      /* { */
      CHAR_LEFT_PARENTHESES,
      /* ( */
      CHAR_LEFT_SQUARE_BRACKET,
      /* [ */
      CHAR_PLUS,
      /* + */
      CHAR_QUESTION_MARK,
      /* ? */
      CHAR_RIGHT_CURLY_BRACE,
      /* } */
      CHAR_RIGHT_PARENTHESES,
      /* ) */
      CHAR_RIGHT_SQUARE_BRACKET
      /* ] */
    } = require_constants();
    var isPathSeparator = (code18) => {
      return code18 === CHAR_FORWARD_SLASH || code18 === CHAR_BACKWARD_SLASH;
    };
    var depth = (token) => {
      if (token.isPrefix !== true) {
        token.depth = token.isGlobstar ? Infinity : 1;
      }
    };
    var scan = (input3, options) => {
      const opts = options || {};
      const length = input3.length - 1;
      const scanToEnd = opts.parts === true || opts.tokens === true || opts.scanToEnd === true;
      const slashes = [];
      const tokens4 = [];
      const parts = [];
      let str = input3;
      let index2 = -1;
      let start = 0;
      let lastIndex = 0;
      let isBrace = false;
      let isBracket = false;
      let isGlob = false;
      let isExtglob = false;
      let isGlobstar = false;
      let braceEscaped = false;
      let backslashes = false;
      let negated = false;
      let negatedExtglob = false;
      let finished = false;
      let braces2 = 0;
      let prev;
      let code18;
      let token = { value: "", depth: 0, isGlob: false };
      const eos = () => index2 >= length;
      const peek = () => str.charCodeAt(index2 + 1);
      const advance = () => {
        prev = code18;
        return str.charCodeAt(++index2);
      };
      while (index2 < length) {
        code18 = advance();
        let next;
        if (code18 === CHAR_BACKWARD_SLASH) {
          backslashes = token.backslashes = true;
          code18 = advance();
          if (code18 === CHAR_LEFT_CURLY_BRACE) {
            braceEscaped = true;
          }
          continue;
        }
        if (braceEscaped === true || code18 === CHAR_LEFT_CURLY_BRACE) {
          braces2++;
          while (eos() !== true && (code18 = advance())) {
            if (code18 === CHAR_BACKWARD_SLASH) {
              backslashes = token.backslashes = true;
              advance();
              continue;
            }
            if (code18 === CHAR_LEFT_CURLY_BRACE) {
              braces2++;
              continue;
            }
            if (braceEscaped !== true && code18 === CHAR_DOT && (code18 = advance()) === CHAR_DOT) {
              isBrace = token.isBrace = true;
              isGlob = token.isGlob = true;
              finished = true;
              if (scanToEnd === true) {
                continue;
              }
              break;
            }
            if (braceEscaped !== true && code18 === CHAR_COMMA) {
              isBrace = token.isBrace = true;
              isGlob = token.isGlob = true;
              finished = true;
              if (scanToEnd === true) {
                continue;
              }
              break;
            }
            if (code18 === CHAR_RIGHT_CURLY_BRACE) {
              braces2--;
              if (braces2 === 0) {
                braceEscaped = false;
                isBrace = token.isBrace = true;
                finished = true;
                break;
              }
            }
          }
          if (scanToEnd === true) {
            continue;
          }
          break;
        }
        if (code18 === CHAR_FORWARD_SLASH) {
          slashes.push(index2);
          tokens4.push(token);
          token = { value: "", depth: 0, isGlob: false };
          if (finished === true) continue;
          if (prev === CHAR_DOT && index2 === start + 1) {
            start += 2;
            continue;
          }
          lastIndex = index2 + 1;
          continue;
        }
        if (opts.noext !== true) {
          const isExtglobChar = code18 === CHAR_PLUS || code18 === CHAR_AT || code18 === CHAR_ASTERISK || code18 === CHAR_QUESTION_MARK || code18 === CHAR_EXCLAMATION_MARK;
          if (isExtglobChar === true && peek() === CHAR_LEFT_PARENTHESES) {
            isGlob = token.isGlob = true;
            isExtglob = token.isExtglob = true;
            finished = true;
            if (code18 === CHAR_EXCLAMATION_MARK && index2 === start) {
              negatedExtglob = true;
            }
            if (scanToEnd === true) {
              let parens = 0;
              while (eos() !== true && (code18 = advance())) {
                if (code18 === CHAR_BACKWARD_SLASH) {
                  backslashes = token.backslashes = true;
                  advance();
                  continue;
                }
                if (code18 === CHAR_LEFT_PARENTHESES) {
                  parens++;
                  continue;
                }
                if (code18 === CHAR_RIGHT_PARENTHESES && --parens === 0) {
                  finished = true;
                  break;
                }
              }
              continue;
            }
            break;
          }
        }
        if (code18 === CHAR_ASTERISK) {
          if (prev === CHAR_ASTERISK) isGlobstar = token.isGlobstar = true;
          isGlob = token.isGlob = true;
          finished = true;
          if (scanToEnd === true) {
            continue;
          }
          break;
        }
        if (code18 === CHAR_QUESTION_MARK) {
          isGlob = token.isGlob = true;
          finished = true;
          if (scanToEnd === true) {
            continue;
          }
          break;
        }
        if (code18 === CHAR_LEFT_SQUARE_BRACKET) {
          while (eos() !== true && (next = advance())) {
            if (next === CHAR_BACKWARD_SLASH) {
              backslashes = token.backslashes = true;
              advance();
              continue;
            }
            if (next === CHAR_RIGHT_SQUARE_BRACKET) {
              isBracket = token.isBracket = true;
              isGlob = token.isGlob = true;
              finished = true;
              break;
            }
          }
          if (scanToEnd === true) {
            continue;
          }
          break;
        }
        if (opts.nonegate !== true && code18 === CHAR_EXCLAMATION_MARK && index2 === start) {
          negated = token.negated = true;
          start++;
          continue;
        }
        if (opts.noparen !== true && code18 === CHAR_LEFT_PARENTHESES) {
          isGlob = token.isGlob = true;
          if (scanToEnd === true) {
            let parens = 1;
            while (eos() !== true && (code18 = advance())) {
              if (code18 === CHAR_BACKWARD_SLASH) {
                backslashes = token.backslashes = true;
                advance();
                continue;
              }
              if (code18 === CHAR_LEFT_PARENTHESES) {
                parens++;
                continue;
              }
              if (code18 === CHAR_RIGHT_PARENTHESES && --parens === 0) {
                finished = true;
                break;
              }
            }
            continue;
          }
          break;
        }
        if (isGlob === true) {
          finished = true;
          if (scanToEnd === true) {
            continue;
          }
          break;
        }
      }
      if (opts.noext === true) {
        isExtglob = false;
        isGlob = false;
      }
      let base = str;
      let prefix2 = "";
      let glob = "";
      if (start > 0) {
        prefix2 = str.slice(0, start);
        str = str.slice(start);
        lastIndex -= start;
      }
      if (base && isGlob === true && lastIndex > 0) {
        base = str.slice(0, lastIndex);
        glob = str.slice(lastIndex);
      } else if (isGlob === true) {
        base = "";
        glob = str;
      } else {
        base = str;
      }
      if (base && base !== "" && base !== "/" && base !== str) {
        if (isPathSeparator(base.charCodeAt(base.length - 1))) {
          base = base.slice(0, -1);
        }
      }
      if (opts.unescape === true) {
        if (glob) glob = utils.removeBackslashes(glob);
        if (base && backslashes === true) {
          base = utils.removeBackslashes(base);
        }
      }
      const state = {
        prefix: prefix2,
        input: input3,
        start,
        base,
        glob,
        isBrace,
        isBracket,
        isGlob,
        isExtglob,
        isGlobstar,
        negated,
        negatedExtglob
      };
      if (opts.tokens === true) {
        state.maxDepth = 0;
        if (!isPathSeparator(code18)) {
          tokens4.push(token);
        }
        state.tokens = tokens4;
      }
      if (opts.parts === true || opts.tokens === true) {
        let prevIndex;
        for (let idx = 0; idx < slashes.length; idx++) {
          const n2 = prevIndex !== void 0 ? prevIndex + 1 : start;
          const i = slashes[idx];
          const value2 = input3.slice(n2, i);
          if (opts.tokens) {
            if (idx === 0 && start !== 0) {
              tokens4[idx].isPrefix = true;
              tokens4[idx].value = prefix2;
            } else {
              tokens4[idx].value = value2;
            }
            depth(tokens4[idx]);
            state.maxDepth += tokens4[idx].depth;
          }
          if (i >= start) {
            parts.push(value2);
            prevIndex = i;
          }
        }
        const n = prevIndex !== void 0 ? prevIndex + 1 : start;
        const value = input3.slice(n);
        parts.push(value);
        if (opts.tokens && prevIndex && prevIndex + 1 < input3.length) {
          tokens4[tokens4.length - 1].value = value;
          depth(tokens4[tokens4.length - 1]);
          state.maxDepth += tokens4[tokens4.length - 1].depth;
        }
        state.slashes = slashes;
        state.parts = parts;
      }
      return state;
    };
    module.exports = scan;
  }
});

// node_modules/picomatch/lib/parse.js
var require_parse = __commonJS({
  "node_modules/picomatch/lib/parse.js"(exports, module) {
    "use strict";
    var constants2 = require_constants();
    var utils = require_utils();
    var {
      MAX_LENGTH,
      POSIX_REGEX_SOURCE,
      REGEX_NON_SPECIAL_CHARS,
      REGEX_SPECIAL_CHARS_BACKREF,
      REPLACEMENTS
    } = constants2;
    var expandRange = (args, options) => {
      if (typeof options.expandRange === "function") {
        return options.expandRange(...args, options);
      }
      args.sort();
      const value = `[${args.join("-")}]`;
      try {
        new RegExp(value);
      } catch (ex) {
        return args.map((v) => utils.escapeRegex(v)).join("..");
      }
      return value;
    };
    var syntaxError = (type, char) => {
      return `Missing ${type}: "${char}" - use "\\\\${char}" to match literal characters`;
    };
    var splitTopLevel = (input3) => {
      const parts = [];
      let bracket = 0;
      let paren = 0;
      let quote = 0;
      let value = "";
      let escaped = false;
      for (const ch of input3) {
        if (escaped === true) {
          value += ch;
          escaped = false;
          continue;
        }
        if (ch === "\\") {
          value += ch;
          escaped = true;
          continue;
        }
        if (ch === '"') {
          quote = quote === 1 ? 0 : 1;
          value += ch;
          continue;
        }
        if (quote === 0) {
          if (ch === "[") {
            bracket++;
          } else if (ch === "]" && bracket > 0) {
            bracket--;
          } else if (bracket === 0) {
            if (ch === "(") {
              paren++;
            } else if (ch === ")" && paren > 0) {
              paren--;
            } else if (ch === "|" && paren === 0) {
              parts.push(value);
              value = "";
              continue;
            }
          }
        }
        value += ch;
      }
      parts.push(value);
      return parts;
    };
    var isPlainBranch = (branch) => {
      let escaped = false;
      for (const ch of branch) {
        if (escaped === true) {
          escaped = false;
          continue;
        }
        if (ch === "\\") {
          escaped = true;
          continue;
        }
        if (/[?*+@!()[\]{}]/.test(ch)) {
          return false;
        }
      }
      return true;
    };
    var normalizeSimpleBranch = (branch) => {
      let value = branch.trim();
      let changed = true;
      while (changed === true) {
        changed = false;
        if (/^@\([^\\()[\]{}|]+\)$/.test(value)) {
          value = value.slice(2, -1);
          changed = true;
        }
      }
      if (!isPlainBranch(value)) {
        return;
      }
      return value.replace(/\\(.)/g, "$1");
    };
    var hasRepeatedCharPrefixOverlap = (branches) => {
      const values = branches.map(normalizeSimpleBranch).filter(Boolean);
      for (let i = 0; i < values.length; i++) {
        for (let j = i + 1; j < values.length; j++) {
          const a = values[i];
          const b = values[j];
          const char = a[0];
          if (!char || a !== char.repeat(a.length) || b !== char.repeat(b.length)) {
            continue;
          }
          if (a === b || a.startsWith(b) || b.startsWith(a)) {
            return true;
          }
        }
      }
      return false;
    };
    var parseRepeatedExtglob = (pattern3, requireEnd = true) => {
      if (pattern3[0] !== "+" && pattern3[0] !== "*" || pattern3[1] !== "(") {
        return;
      }
      let bracket = 0;
      let paren = 0;
      let quote = 0;
      let escaped = false;
      for (let i = 1; i < pattern3.length; i++) {
        const ch = pattern3[i];
        if (escaped === true) {
          escaped = false;
          continue;
        }
        if (ch === "\\") {
          escaped = true;
          continue;
        }
        if (ch === '"') {
          quote = quote === 1 ? 0 : 1;
          continue;
        }
        if (quote === 1) {
          continue;
        }
        if (ch === "[") {
          bracket++;
          continue;
        }
        if (ch === "]" && bracket > 0) {
          bracket--;
          continue;
        }
        if (bracket > 0) {
          continue;
        }
        if (ch === "(") {
          paren++;
          continue;
        }
        if (ch === ")") {
          paren--;
          if (paren === 0) {
            if (requireEnd === true && i !== pattern3.length - 1) {
              return;
            }
            return {
              type: pattern3[0],
              body: pattern3.slice(2, i),
              end: i
            };
          }
        }
      }
    };
    var buildCharClassStar = (chars) => {
      const source = chars.length === 1 ? utils.escapeRegex(chars[0]) : `[${chars.map((ch) => utils.escapeRegex(ch)).join("")}]`;
      return `${source}*`;
    };
    var getStarExtglobSequenceChars = (pattern3) => {
      let index2 = 0;
      const chars = [];
      while (index2 < pattern3.length) {
        const match = parseRepeatedExtglob(pattern3.slice(index2), false);
        if (!match || match.type !== "*") {
          return;
        }
        const branches = splitTopLevel(match.body).map((branch2) => branch2.trim());
        if (branches.length !== 1) {
          return;
        }
        const branch = normalizeSimpleBranch(branches[0]);
        if (!branch || branch.length !== 1) {
          return;
        }
        chars.push(branch);
        index2 += match.end + 1;
      }
      if (chars.length < 1) {
        return;
      }
      return chars;
    };
    var repeatedExtglobRecursion = (pattern3) => {
      let depth = 0;
      let value = pattern3.trim();
      let match = parseRepeatedExtglob(value);
      while (match) {
        depth++;
        value = match.body.trim();
        match = parseRepeatedExtglob(value);
      }
      return depth;
    };
    var analyzeRepeatedExtglob = (body, options) => {
      if (options.maxExtglobRecursion === false) {
        return { risky: false };
      }
      const max = typeof options.maxExtglobRecursion === "number" ? options.maxExtglobRecursion : constants2.DEFAULT_MAX_EXTGLOB_RECURSION;
      const branches = splitTopLevel(body).map((branch) => branch.trim());
      if (branches.length > 1) {
        if (branches.some((branch) => branch === "") || branches.some((branch) => /^[*?]+$/.test(branch)) || hasRepeatedCharPrefixOverlap(branches)) {
          return { risky: true };
        }
      }
      const safeChars = [];
      let sawStarSequence = false;
      let combinable = true;
      for (const branch of branches) {
        const chars = getStarExtglobSequenceChars(branch);
        if (chars) {
          sawStarSequence = true;
          safeChars.push(...chars);
          continue;
        }
        const literal = normalizeSimpleBranch(branch);
        if (literal && literal.length === 1) {
          safeChars.push(literal);
          continue;
        }
        combinable = false;
        if (repeatedExtglobRecursion(branch) > max) {
          return { risky: true };
        }
      }
      if (sawStarSequence) {
        return combinable ? { risky: true, safeOutput: buildCharClassStar([...new Set(safeChars)]) } : { risky: true };
      }
      return { risky: false };
    };
    var parse5 = (input3, options) => {
      if (typeof input3 !== "string") {
        throw new TypeError("Expected a string");
      }
      input3 = REPLACEMENTS[input3] || input3;
      const opts = { ...options };
      const max = typeof opts.maxLength === "number" ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH;
      let len = input3.length;
      if (len > max) {
        throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max}`);
      }
      const bos = { type: "bos", value: "", output: opts.prepend || "" };
      const tokens4 = [bos];
      const capture = opts.capture ? "" : "?:";
      const PLATFORM_CHARS = constants2.globChars(opts.windows);
      const EXTGLOB_CHARS = constants2.extglobChars(PLATFORM_CHARS);
      const {
        DOT_LITERAL,
        PLUS_LITERAL,
        SLASH_LITERAL,
        ONE_CHAR,
        DOTS_SLASH,
        NO_DOT,
        NO_DOT_SLASH,
        NO_DOTS_SLASH,
        QMARK,
        QMARK_NO_DOT,
        STAR,
        START_ANCHOR
      } = PLATFORM_CHARS;
      const globstar = (opts2) => {
        return `(${capture}(?:(?!${START_ANCHOR}${opts2.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`;
      };
      const nodot = opts.dot ? "" : NO_DOT;
      const qmarkNoDot = opts.dot ? QMARK : QMARK_NO_DOT;
      let star = opts.bash === true ? globstar(opts) : STAR;
      if (opts.capture) {
        star = `(${star})`;
      }
      if (typeof opts.noext === "boolean") {
        opts.noextglob = opts.noext;
      }
      const state = {
        input: input3,
        index: -1,
        start: 0,
        dot: opts.dot === true,
        consumed: "",
        output: "",
        prefix: "",
        backtrack: false,
        negated: false,
        brackets: 0,
        braces: 0,
        parens: 0,
        quotes: 0,
        globstar: false,
        tokens: tokens4
      };
      input3 = utils.removePrefix(input3, state);
      len = input3.length;
      const extglobs = [];
      const braces2 = [];
      const stack = [];
      let prev = bos;
      let value;
      const eos = () => state.index === len - 1;
      const peek = state.peek = (n = 1) => input3[state.index + n];
      const advance = state.advance = () => input3[++state.index] || "";
      const remaining = () => input3.slice(state.index + 1);
      const consume = (value2 = "", num = 0) => {
        state.consumed += value2;
        state.index += num;
      };
      const append = (token) => {
        state.output += token.output != null ? token.output : token.value;
        consume(token.value);
      };
      const negate = () => {
        let count3 = 1;
        while (peek() === "!" && (peek(2) !== "(" || peek(3) === "?")) {
          advance();
          state.start++;
          count3++;
        }
        if (count3 % 2 === 0) {
          return false;
        }
        state.negated = true;
        state.start++;
        return true;
      };
      const increment = (type) => {
        state[type]++;
        stack.push(type);
      };
      const decrement = (type) => {
        state[type]--;
        stack.pop();
      };
      const push = (tok) => {
        if (prev.type === "globstar") {
          const isBrace = state.braces > 0 && (tok.type === "comma" || tok.type === "brace");
          const isExtglob = tok.extglob === true || extglobs.length && (tok.type === "pipe" || tok.type === "paren");
          if (tok.type !== "slash" && tok.type !== "paren" && !isBrace && !isExtglob) {
            state.output = state.output.slice(0, -prev.output.length);
            prev.type = "star";
            prev.value = "*";
            prev.output = star;
            state.output += prev.output;
          }
        }
        if (extglobs.length && tok.type !== "paren") {
          extglobs[extglobs.length - 1].inner += tok.value;
        }
        if (tok.value || tok.output) append(tok);
        if (prev && prev.type === "text" && tok.type === "text") {
          prev.output = (prev.output || prev.value) + tok.value;
          prev.value += tok.value;
          return;
        }
        tok.prev = prev;
        tokens4.push(tok);
        prev = tok;
      };
      const extglobOpen = (type, value2) => {
        const token = { ...EXTGLOB_CHARS[value2], conditions: 1, inner: "" };
        token.prev = prev;
        token.parens = state.parens;
        token.output = state.output;
        token.startIndex = state.index;
        token.tokensIndex = tokens4.length;
        const output = (opts.capture ? "(" : "") + token.open;
        increment("parens");
        push({ type, value: value2, output: state.output ? "" : ONE_CHAR });
        push({ type: "paren", extglob: true, value: advance(), output });
        extglobs.push(token);
      };
      const extglobClose = (token) => {
        const literal = input3.slice(token.startIndex, state.index + 1);
        const body = input3.slice(token.startIndex + 2, state.index);
        const analysis = analyzeRepeatedExtglob(body, opts);
        if ((token.type === "plus" || token.type === "star") && analysis.risky) {
          const safeOutput = analysis.safeOutput ? (token.output ? "" : ONE_CHAR) + (opts.capture ? `(${analysis.safeOutput})` : analysis.safeOutput) : void 0;
          const open = tokens4[token.tokensIndex];
          open.type = "text";
          open.value = literal;
          open.output = safeOutput || utils.escapeRegex(literal);
          for (let i = token.tokensIndex + 1; i < tokens4.length; i++) {
            tokens4[i].value = "";
            tokens4[i].output = "";
            delete tokens4[i].suffix;
          }
          state.output = token.output + open.output;
          state.backtrack = true;
          push({ type: "paren", extglob: true, value, output: "" });
          decrement("parens");
          return;
        }
        let output = token.close + (opts.capture ? ")" : "");
        let rest;
        if (token.type === "negate") {
          let extglobStar = star;
          if (token.inner && token.inner.length > 1 && token.inner.includes("/")) {
            extglobStar = globstar(opts);
          }
          if (extglobStar !== star || eos() || /^\)+$/.test(remaining())) {
            output = token.close = `)$))${extglobStar}`;
          }
          if (token.inner.includes("*") && (rest = remaining()) && /^\.[^\\/.]+$/.test(rest)) {
            const expression = parse5(rest, { ...options, fastpaths: false }).output;
            output = token.close = `)${expression})${extglobStar})`;
          }
          if (token.prev.type === "bos") {
            state.negatedExtglob = true;
          }
        }
        push({ type: "paren", extglob: true, value, output });
        decrement("parens");
      };
      if (opts.fastpaths !== false && !/(^[*!]|[/()[\]{}"])/.test(input3)) {
        let backslashes = false;
        let output = input3.replace(REGEX_SPECIAL_CHARS_BACKREF, (m, esc, chars, first, rest, index2) => {
          if (first === "\\") {
            backslashes = true;
            return m;
          }
          if (first === "?") {
            if (esc) {
              return esc + first + (rest ? QMARK.repeat(rest.length) : "");
            }
            if (index2 === 0) {
              return qmarkNoDot + (rest ? QMARK.repeat(rest.length) : "");
            }
            return QMARK.repeat(chars.length);
          }
          if (first === ".") {
            return DOT_LITERAL.repeat(chars.length);
          }
          if (first === "*") {
            if (esc) {
              return esc + first + (rest ? star : "");
            }
            return star;
          }
          return esc ? m : `\\${m}`;
        });
        if (backslashes === true) {
          if (opts.unescape === true) {
            output = output.replace(/\\/g, "");
          } else {
            output = output.replace(/\\+/g, (m) => {
              return m.length % 2 === 0 ? "\\\\" : m ? "\\" : "";
            });
          }
        }
        if (output === input3 && opts.contains === true) {
          state.output = input3;
          return state;
        }
        state.output = utils.wrapOutput(output, state, options);
        return state;
      }
      while (!eos()) {
        value = advance();
        if (value === "\0") {
          continue;
        }
        if (value === "\\") {
          const next = peek();
          if (next === "/" && opts.bash !== true) {
            continue;
          }
          if (next === "." || next === ";") {
            continue;
          }
          if (!next) {
            value += "\\";
            push({ type: "text", value });
            continue;
          }
          const match = /^\\+/.exec(remaining());
          let slashes = 0;
          if (match && match[0].length > 2) {
            slashes = match[0].length;
            state.index += slashes;
            if (slashes % 2 !== 0) {
              value += "\\";
            }
          }
          if (opts.unescape === true) {
            value = advance();
          } else {
            value += advance();
          }
          if (state.brackets === 0) {
            push({ type: "text", value });
            continue;
          }
        }
        if (state.brackets > 0 && (value !== "]" || prev.value === "[" || prev.value === "[^")) {
          if (opts.posix !== false && value === ":") {
            const inner = prev.value.slice(1);
            if (inner.includes("[")) {
              prev.posix = true;
              if (inner.includes(":")) {
                const idx = prev.value.lastIndexOf("[");
                const pre = prev.value.slice(0, idx);
                const rest2 = prev.value.slice(idx + 2);
                const posix9 = POSIX_REGEX_SOURCE[rest2];
                if (posix9) {
                  prev.value = pre + posix9;
                  state.backtrack = true;
                  advance();
                  if (!bos.output && tokens4.indexOf(prev) === 1) {
                    bos.output = ONE_CHAR;
                  }
                  continue;
                }
              }
            }
          }
          if (value === "[" && peek() !== ":" || value === "-" && peek() === "]") {
            value = `\\${value}`;
          }
          if (value === "]" && (prev.value === "[" || prev.value === "[^")) {
            value = `\\${value}`;
          }
          if (opts.posix === true && value === "!" && prev.value === "[") {
            value = "^";
          }
          prev.value += value;
          append({ value });
          continue;
        }
        if (state.quotes === 1 && value !== '"') {
          value = utils.escapeRegex(value);
          prev.value += value;
          append({ value });
          continue;
        }
        if (value === '"') {
          state.quotes = state.quotes === 1 ? 0 : 1;
          if (opts.keepQuotes === true) {
            push({ type: "text", value });
          }
          continue;
        }
        if (value === "(") {
          increment("parens");
          push({ type: "paren", value });
          continue;
        }
        if (value === ")") {
          if (state.parens === 0 && opts.strictBrackets === true) {
            throw new SyntaxError(syntaxError("opening", "("));
          }
          const extglob = extglobs[extglobs.length - 1];
          if (extglob && state.parens === extglob.parens + 1) {
            extglobClose(extglobs.pop());
            continue;
          }
          push({ type: "paren", value, output: state.parens ? ")" : "\\)" });
          decrement("parens");
          continue;
        }
        if (value === "[") {
          if (opts.nobracket === true || !remaining().includes("]")) {
            if (opts.nobracket !== true && opts.strictBrackets === true) {
              throw new SyntaxError(syntaxError("closing", "]"));
            }
            value = `\\${value}`;
          } else {
            increment("brackets");
          }
          push({ type: "bracket", value });
          continue;
        }
        if (value === "]") {
          if (opts.nobracket === true || prev && prev.type === "bracket" && prev.value.length === 1) {
            push({ type: "text", value, output: `\\${value}` });
            continue;
          }
          if (state.brackets === 0) {
            if (opts.strictBrackets === true) {
              throw new SyntaxError(syntaxError("opening", "["));
            }
            push({ type: "text", value, output: `\\${value}` });
            continue;
          }
          decrement("brackets");
          const prevValue = prev.value.slice(1);
          if (prev.posix !== true && prevValue[0] === "^" && !prevValue.includes("/")) {
            value = `/${value}`;
          }
          prev.value += value;
          append({ value });
          if (opts.literalBrackets === false || utils.hasRegexChars(prevValue)) {
            continue;
          }
          const escaped = utils.escapeRegex(prev.value);
          state.output = state.output.slice(0, -prev.value.length);
          if (opts.literalBrackets === true) {
            state.output += escaped;
            prev.value = escaped;
            continue;
          }
          prev.value = `(${capture}${escaped}|${prev.value})`;
          state.output += prev.value;
          continue;
        }
        if (value === "{" && opts.nobrace !== true) {
          increment("braces");
          const open = {
            type: "brace",
            value,
            output: "(",
            outputIndex: state.output.length,
            tokensIndex: state.tokens.length
          };
          braces2.push(open);
          push(open);
          continue;
        }
        if (value === "}") {
          const brace = braces2[braces2.length - 1];
          if (opts.nobrace === true || !brace) {
            push({ type: "text", value, output: value });
            continue;
          }
          let output = ")";
          if (brace.dots === true) {
            const arr = tokens4.slice();
            const range = [];
            for (let i = arr.length - 1; i >= 0; i--) {
              tokens4.pop();
              if (arr[i].type === "brace") {
                break;
              }
              if (arr[i].type !== "dots") {
                range.unshift(arr[i].value);
              }
            }
            output = expandRange(range, opts);
            state.backtrack = true;
          }
          if (brace.comma !== true && brace.dots !== true) {
            const out = state.output.slice(0, brace.outputIndex);
            const toks = state.tokens.slice(brace.tokensIndex);
            brace.value = brace.output = "\\{";
            value = output = "\\}";
            state.output = out;
            for (const t of toks) {
              state.output += t.output || t.value;
            }
          }
          push({ type: "brace", value, output });
          decrement("braces");
          braces2.pop();
          continue;
        }
        if (value === "|") {
          if (extglobs.length > 0) {
            extglobs[extglobs.length - 1].conditions++;
          }
          push({ type: "text", value });
          continue;
        }
        if (value === ",") {
          let output = value;
          const brace = braces2[braces2.length - 1];
          if (brace && stack[stack.length - 1] === "braces") {
            brace.comma = true;
            output = "|";
          }
          push({ type: "comma", value, output });
          continue;
        }
        if (value === "/") {
          if (prev.type === "dot" && state.index === state.start + 1) {
            state.start = state.index + 1;
            state.consumed = "";
            state.output = "";
            tokens4.pop();
            prev = bos;
            continue;
          }
          push({ type: "slash", value, output: SLASH_LITERAL });
          continue;
        }
        if (value === ".") {
          if (state.braces > 0 && prev.type === "dot") {
            if (prev.value === ".") prev.output = DOT_LITERAL;
            const brace = braces2[braces2.length - 1];
            prev.type = "dots";
            prev.output += value;
            prev.value += value;
            brace.dots = true;
            continue;
          }
          if (state.braces + state.parens === 0 && prev.type !== "bos" && prev.type !== "slash") {
            push({ type: "text", value, output: DOT_LITERAL });
            continue;
          }
          push({ type: "dot", value, output: DOT_LITERAL });
          continue;
        }
        if (value === "?") {
          const isGroup = prev && prev.value === "(";
          if (!isGroup && opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
            extglobOpen("qmark", value);
            continue;
          }
          if (prev && prev.type === "paren") {
            const next = peek();
            let output = value;
            if (prev.value === "(" && !/[!=<:]/.test(next) || next === "<" && !/<([!=]|\w+>)/.test(remaining())) {
              output = `\\${value}`;
            }
            push({ type: "text", value, output });
            continue;
          }
          if (opts.dot !== true && (prev.type === "slash" || prev.type === "bos")) {
            push({ type: "qmark", value, output: QMARK_NO_DOT });
            continue;
          }
          push({ type: "qmark", value, output: QMARK });
          continue;
        }
        if (value === "!") {
          if (opts.noextglob !== true && peek() === "(") {
            if (peek(2) !== "?" || !/[!=<:]/.test(peek(3))) {
              extglobOpen("negate", value);
              continue;
            }
          }
          if (opts.nonegate !== true && state.index === 0) {
            negate();
            continue;
          }
        }
        if (value === "+") {
          if (opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
            extglobOpen("plus", value);
            continue;
          }
          if (prev && prev.value === "(" || opts.regex === false) {
            push({ type: "plus", value, output: PLUS_LITERAL });
            continue;
          }
          if (prev && (prev.type === "bracket" || prev.type === "paren" || prev.type === "brace") || state.parens > 0) {
            push({ type: "plus", value });
            continue;
          }
          push({ type: "plus", value: PLUS_LITERAL });
          continue;
        }
        if (value === "@") {
          if (opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
            push({ type: "at", extglob: true, value, output: "" });
            continue;
          }
          push({ type: "text", value });
          continue;
        }
        if (value !== "*") {
          if (value === "$" || value === "^") {
            value = `\\${value}`;
          }
          const match = REGEX_NON_SPECIAL_CHARS.exec(remaining());
          if (match) {
            value += match[0];
            state.index += match[0].length;
          }
          push({ type: "text", value });
          continue;
        }
        if (prev && (prev.type === "globstar" || prev.star === true)) {
          prev.type = "star";
          prev.star = true;
          prev.value += value;
          prev.output = star;
          state.backtrack = true;
          state.globstar = true;
          consume(value);
          continue;
        }
        let rest = remaining();
        if (opts.noextglob !== true && /^\([^?]/.test(rest)) {
          extglobOpen("star", value);
          continue;
        }
        if (prev.type === "star") {
          if (opts.noglobstar === true) {
            consume(value);
            continue;
          }
          const prior = prev.prev;
          const before = prior.prev;
          const isStart = prior.type === "slash" || prior.type === "bos";
          const afterStar = before && (before.type === "star" || before.type === "globstar");
          if (opts.bash === true && (!isStart || rest[0] && rest[0] !== "/")) {
            push({ type: "star", value, output: "" });
            continue;
          }
          const isBrace = state.braces > 0 && (prior.type === "comma" || prior.type === "brace");
          const isExtglob = extglobs.length && (prior.type === "pipe" || prior.type === "paren");
          if (!isStart && prior.type !== "paren" && !isBrace && !isExtglob) {
            push({ type: "star", value, output: "" });
            continue;
          }
          while (rest.slice(0, 3) === "/**") {
            const after = input3[state.index + 4];
            if (after && after !== "/") {
              break;
            }
            rest = rest.slice(3);
            consume("/**", 3);
          }
          const isEnd = eos() || state.parens > 0 && rest === ")".repeat(state.parens) && !extglobs.some((extglob) => extglob.type === "negate");
          if (prior.type === "bos" && eos()) {
            prev.type = "globstar";
            prev.value += value;
            prev.output = globstar(opts);
            state.output = prev.output;
            state.globstar = true;
            consume(value);
            continue;
          }
          if (prior.type === "slash" && prior.prev.type !== "bos" && !afterStar && isEnd) {
            state.output = state.output.slice(0, -(prior.output + prev.output).length);
            prior.output = `(?:${prior.output}`;
            prev.type = "globstar";
            prev.output = globstar(opts) + (opts.strictSlashes ? ")" : "|$)");
            prev.value += value;
            state.globstar = true;
            state.output += prior.output + prev.output;
            consume(value);
            continue;
          }
          if (prior.type === "slash" && prior.prev.type !== "bos" && rest[0] === "/") {
            const end = rest[1] !== void 0 ? "|$" : "";
            state.output = state.output.slice(0, -(prior.output + prev.output).length);
            prior.output = `(?:${prior.output}`;
            prev.type = "globstar";
            prev.output = `${globstar(opts)}${SLASH_LITERAL}|${SLASH_LITERAL}${end})`;
            prev.value += value;
            state.output += prior.output + prev.output;
            state.globstar = true;
            consume(value + advance());
            push({ type: "slash", value: "/", output: "" });
            continue;
          }
          if (prior.type === "bos" && rest[0] === "/") {
            prev.type = "globstar";
            prev.value += value;
            prev.output = `(?:^|${SLASH_LITERAL}|${globstar(opts)}${SLASH_LITERAL})`;
            state.output = prev.output;
            state.globstar = true;
            consume(value + advance());
            push({ type: "slash", value: "/", output: "" });
            continue;
          }
          state.output = state.output.slice(0, -prev.output.length);
          prev.type = "globstar";
          prev.output = globstar(opts);
          prev.value += value;
          state.output += prev.output;
          state.globstar = true;
          consume(value);
          continue;
        }
        const token = { type: "star", value, output: star };
        if (opts.bash === true) {
          token.output = ".*?";
          if (prev.type === "bos" || prev.type === "slash") {
            token.output = nodot + token.output;
          }
          push(token);
          continue;
        }
        if (prev && (prev.type === "bracket" || prev.type === "paren") && opts.regex === true) {
          token.output = value;
          push(token);
          continue;
        }
        if (state.index === state.start || prev.type === "slash" || prev.type === "dot") {
          if (prev.type === "dot") {
            state.output += NO_DOT_SLASH;
            prev.output += NO_DOT_SLASH;
          } else if (opts.dot === true) {
            state.output += NO_DOTS_SLASH;
            prev.output += NO_DOTS_SLASH;
          } else {
            state.output += nodot;
            prev.output += nodot;
          }
          if (peek() !== "*") {
            state.output += ONE_CHAR;
            prev.output += ONE_CHAR;
          }
        }
        push(token);
      }
      while (state.brackets > 0) {
        if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", "]"));
        state.output = utils.escapeLast(state.output, "[");
        decrement("brackets");
      }
      while (state.parens > 0) {
        if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", ")"));
        state.output = utils.escapeLast(state.output, "(");
        decrement("parens");
      }
      while (state.braces > 0) {
        if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", "}"));
        state.output = utils.escapeLast(state.output, "{");
        decrement("braces");
      }
      if (opts.strictSlashes !== true && (prev.type === "star" || prev.type === "bracket")) {
        push({ type: "maybe_slash", value: "", output: `${SLASH_LITERAL}?` });
      }
      if (state.backtrack === true) {
        state.output = "";
        for (const token of state.tokens) {
          state.output += token.output != null ? token.output : token.value;
          if (token.suffix) {
            state.output += token.suffix;
          }
        }
      }
      return state;
    };
    parse5.fastpaths = (input3, options) => {
      const opts = { ...options };
      const max = typeof opts.maxLength === "number" ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH;
      const len = input3.length;
      if (len > max) {
        throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max}`);
      }
      input3 = REPLACEMENTS[input3] || input3;
      const {
        DOT_LITERAL,
        SLASH_LITERAL,
        ONE_CHAR,
        DOTS_SLASH,
        NO_DOT,
        NO_DOTS,
        NO_DOTS_SLASH,
        STAR,
        START_ANCHOR
      } = constants2.globChars(opts.windows);
      const nodot = opts.dot ? NO_DOTS : NO_DOT;
      const slashDot = opts.dot ? NO_DOTS_SLASH : NO_DOT;
      const capture = opts.capture ? "" : "?:";
      const state = { negated: false, prefix: "" };
      let star = opts.bash === true ? ".*?" : STAR;
      if (opts.capture) {
        star = `(${star})`;
      }
      const globstar = (opts2) => {
        if (opts2.noglobstar === true) return star;
        return `(${capture}(?:(?!${START_ANCHOR}${opts2.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`;
      };
      const create = (str) => {
        switch (str) {
          case "*":
            return `${nodot}${ONE_CHAR}${star}`;
          case ".*":
            return `${DOT_LITERAL}${ONE_CHAR}${star}`;
          case "*.*":
            return `${nodot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;
          case "*/*":
            return `${nodot}${star}${SLASH_LITERAL}${ONE_CHAR}${slashDot}${star}`;
          case "**":
            return nodot + globstar(opts);
          case "**/*":
            return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${ONE_CHAR}${star}`;
          case "**/*.*":
            return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;
          case "**/.*":
            return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${DOT_LITERAL}${ONE_CHAR}${star}`;
          default: {
            const match = /^(.*?)\.(\w+)$/.exec(str);
            if (!match) return;
            const source2 = create(match[1]);
            if (!source2) return;
            return source2 + DOT_LITERAL + match[2];
          }
        }
      };
      const output = utils.removePrefix(input3, state);
      let source = create(output);
      if (source && opts.strictSlashes !== true) {
        source += `${SLASH_LITERAL}?`;
      }
      return source;
    };
    module.exports = parse5;
  }
});

// node_modules/picomatch/lib/picomatch.js
var require_picomatch = __commonJS({
  "node_modules/picomatch/lib/picomatch.js"(exports, module) {
    "use strict";
    var scan = require_scan();
    var parse5 = require_parse();
    var utils = require_utils();
    var constants2 = require_constants();
    var isObject = (val) => val && typeof val === "object" && !Array.isArray(val);
    var picomatch2 = (glob, options, returnState = false) => {
      if (Array.isArray(glob)) {
        const fns = glob.map((input3) => picomatch2(input3, options, returnState));
        const arrayMatcher = (str) => {
          for (const isMatch of fns) {
            const state2 = isMatch(str);
            if (state2) return state2;
          }
          return false;
        };
        return arrayMatcher;
      }
      const isState2 = isObject(glob) && glob.tokens && glob.input;
      if (glob === "" || typeof glob !== "string" && !isState2) {
        throw new TypeError("Expected pattern to be a non-empty string");
      }
      const opts = options || {};
      const posix9 = opts.windows;
      const regex = isState2 ? picomatch2.compileRe(glob, options) : picomatch2.makeRe(glob, options, false, true);
      const state = regex.state;
      delete regex.state;
      let isIgnored = () => false;
      if (opts.ignore) {
        const ignoreOpts = { ...options, ignore: null, onMatch: null, onResult: null };
        isIgnored = picomatch2(opts.ignore, ignoreOpts, returnState);
      }
      const matcher = (input3, returnObject = false) => {
        const { isMatch, match, output } = picomatch2.test(input3, regex, options, { glob, posix: posix9 });
        const result = { glob, state, regex, posix: posix9, input: input3, output, match, isMatch };
        if (typeof opts.onResult === "function") {
          opts.onResult(result);
        }
        if (isMatch === false) {
          result.isMatch = false;
          return returnObject ? result : false;
        }
        if (isIgnored(input3)) {
          if (typeof opts.onIgnore === "function") {
            opts.onIgnore(result);
          }
          result.isMatch = false;
          return returnObject ? result : false;
        }
        if (typeof opts.onMatch === "function") {
          opts.onMatch(result);
        }
        return returnObject ? result : true;
      };
      if (returnState) {
        matcher.state = state;
      }
      return matcher;
    };
    picomatch2.test = (input3, regex, options, { glob, posix: posix9 } = {}) => {
      if (typeof input3 !== "string") {
        throw new TypeError("Expected input to be a string");
      }
      if (input3 === "") {
        return { isMatch: false, output: "" };
      }
      const opts = options || {};
      const format = opts.format || (posix9 ? utils.toPosixSlashes : null);
      let match = input3 === glob;
      let output = match && format ? format(input3) : input3;
      if (match === false) {
        output = format ? format(input3) : input3;
        match = output === glob;
      }
      if (match === false || opts.capture === true) {
        if (opts.matchBase === true || opts.basename === true) {
          match = picomatch2.matchBase(input3, regex, options, posix9);
        } else {
          match = regex.exec(output);
        }
      }
      return { isMatch: Boolean(match), match, output };
    };
    picomatch2.matchBase = (input3, glob, options, posix9 = options && options.windows) => {
      const regex = glob instanceof RegExp ? glob : picomatch2.makeRe(glob, options);
      return regex.test(utils.basename(input3, { windows: posix9 }));
    };
    picomatch2.isMatch = (str, patterns, options) => picomatch2(patterns, options)(str);
    picomatch2.parse = (pattern3, options) => {
      if (Array.isArray(pattern3)) return pattern3.map((p) => picomatch2.parse(p, options));
      return parse5(pattern3, { ...options, fastpaths: false });
    };
    picomatch2.scan = (input3, options) => scan(input3, options);
    picomatch2.compileRe = (state, options, returnOutput = false, returnState = false) => {
      if (returnOutput === true) {
        return state.output;
      }
      const opts = options || {};
      const prepend = opts.contains ? "" : "^";
      const append = opts.contains ? "" : "$";
      let source = `${prepend}(?:${state.output})${append}`;
      if (state && state.negated === true) {
        source = `^(?!${source}).*$`;
      }
      const regex = picomatch2.toRegex(source, options);
      if (returnState === true) {
        regex.state = state;
      }
      return regex;
    };
    picomatch2.makeRe = (input3, options = {}, returnOutput = false, returnState = false) => {
      if (!input3 || typeof input3 !== "string") {
        throw new TypeError("Expected a non-empty string");
      }
      let parsed = { negated: false, fastpaths: true };
      if (options.fastpaths !== false && (input3[0] === "." || input3[0] === "*")) {
        parsed.output = parse5.fastpaths(input3, options);
      }
      if (!parsed.output) {
        parsed = parse5(input3, options);
      }
      return picomatch2.compileRe(parsed, options, returnOutput, returnState);
    };
    picomatch2.toRegex = (source, options) => {
      try {
        const opts = options || {};
        return new RegExp(source, opts.flags || (opts.nocase ? "i" : ""));
      } catch (err) {
        if (options && options.debug === true) throw err;
        return /$^/;
      }
    };
    picomatch2.constants = constants2;
    module.exports = picomatch2;
  }
});

// node_modules/picomatch/index.js
var require_picomatch2 = __commonJS({
  "node_modules/picomatch/index.js"(exports, module) {
    "use strict";
    var pico = require_picomatch();
    var utils = require_utils();
    function picomatch2(glob, options, returnState = false) {
      if (options && (options.windows === null || options.windows === void 0)) {
        options = { ...options, windows: utils.isWindows() };
      }
      return pico(glob, options, returnState);
    }
    Object.assign(picomatch2, pico);
    module.exports = picomatch2;
  }
});

// src/prompts/code-spans.ts
var fence = /^[ \t]*(`{3,}|~{3,})/;
var span = /`[^`\n]+`/g;
function findCode(text) {
  const isCode = new Uint8Array(text.length);
  let open = "";
  let start = 0;
  while (start <= text.length) {
    const end = findLineEnd(text, start);
    const line = text.slice(start, end);
    const marks = fence.exec(line)?.[1] ?? "";
    if (open !== "" || marks !== "") isCode.fill(1, start, end + 1);
    else
      for (const { 0: whole2, index: index2 } of line.matchAll(span))
        isCode.fill(1, start + index2, start + index2 + whole2.length);
    if (open === "") open = marks;
    else if (marks.startsWith(open) && line.trim() === marks) open = "";
    start = end + 1;
  }
  return (offset) => isCode[offset] === 1;
}
function findLineEnd(text, start) {
  const end = text.indexOf("\n", start);
  return end === -1 ? text.length : end;
}

// src/prompts/foreign.ts
var maxFound = 1e3;
function findForeign(template, styles) {
  const isCode = findCode(template);
  const found = styles.flatMap(
    ({ style, pattern: pattern3, certainty, inCode, hint: hint2 }) => takeMatches(template, pattern3).flatMap(({ 0: written2, 1: name2 = null, index: index2 }) => {
      const isDoubtful = !inCode && isCode(index2) || certainty === "alone" && isInText(template, index2, index2 + written2.length);
      if (isDoubtful && name2 === null) return [];
      const text = { style, written: written2, name: name2, hint: hint2(name2), offset: index2 };
      return [{ ...text, certainty: isDoubtful ? "named" : certainty }];
    })
  );
  return found.sort((one, other2) => one.offset - other2.offset);
}
function takeMatches(template, pattern3) {
  const found = [];
  for (const match of template.matchAll(pattern3)) if (found.push(match) === maxFound) break;
  return found;
}
function isInText(template, from, to) {
  return /[\w/}.-]/.test(template.charAt(from - 1)) || /^(?:[/_-]|\.\w|`[^`\s])/.test(template.slice(to, to + 2));
}

// src/prompts/foreign-styles.ts
var name = "([\\p{L}_][\\p{L}\\p{N}_]*)";
var orText = 'Where it is text, write "template: none".';
var writeName = (variable) => `Write {{${variable ?? "name"}}}. ${orText}`;
var writeOut = () => `Write out what is to be sent, with {{name}} where a column goes. ${orText}`;
var tagStyles = [
  {
    style: "a tag of Jinja",
    pattern: new RegExp("\\{%[-+~]?\\s*\\p{L}[^%\\n]*%\\}|\\{#[^#{}\\n]*#\\}|(?<![\\\\{])\\{\\{(?:-[^{}\\n]*|[^{}\\n!]*-)\\}\\}", "gu"),
    certainty: "always",
    inCode: false,
    hint: writeOut
  },
  {
    style: "a tag of Jinja",
    pattern: /(?<![\\{])\{\{\s*([\p{L}_][\p{L}\p{N}_.]*)\s*[|[][^{}\n]*\}\}/gu,
    certainty: "always",
    inCode: false,
    hint: writeName
  },
  {
    style: "a tag of Handlebars",
    pattern: /(?<![\\{])\{\{~?[#^/&!>][^{}\n]*\}\}(?!\})/gu,
    certainty: "always",
    inCode: false,
    hint: writeOut
  },
  {
    style: "a tag of Handlebars",
    pattern: new RegExp(`(?<![\\\\\\w{}^])\\{\\{\\{\\s*${name}\\s*\\}\\}\\}(?!\\})`, "gu"),
    certainty: "always",
    inCode: false,
    hint: (variable) => `Write {{${variable}}}: of three braces one stays on each side of the value.`
  }
];
var argumentStyles = [
  {
    style: "an input of Copilot prompt files",
    pattern: /(?<!\\)\$\{(?:input:[^{}\n]+|selection|selectedText)\}/g,
    certainty: "always",
    inCode: true,
    hint: () => `Write {{name}} for a column of the dataset. ${orText}`
  },
  {
    style: "the argument of a slash command",
    pattern: /(?<![\\\w$])\$ARGUMENTS\b/g,
    certainty: "always",
    inCode: true,
    hint: () => writeName("input")
  },
  {
    style: "a role of ChatML",
    pattern: /<\|(?:im_start|start_header_id)\|>/g,
    certainty: "always",
    inCode: false,
    hint: () => 'Give each role a line "# system:" of its own; in YAML, a message of its own.'
  }
];
var fetchedStyles = [
  {
    style: "a shell command of Claude Code",
    pattern: /!`[^`\n]+`/g,
    certainty: "always",
    inCode: false,
    hint: () => "Nothing is run: write out what it would print, or $ARGUMENTS for a column."
  },
  {
    style: "a file that Claude Code would read",
    pattern: /(?<![\w@/])@[\w./~-]*\.[A-Za-z]\w{0,7}\b/g,
    certainty: "always",
    inCode: false,
    hint: () => 'No file is read: write out what it holds, or include it by "{{> path}}".'
  }
];
var editorVariables = {
  style: "a variable of the editor",
  pattern: /\$\{(selection|selectedText|file\w{0,30}|workspaceFolder\w{0,30})\}/g,
  certainty: "always",
  inCode: true,
  hint: (variable) => `Write \${input:${variable}} for a column of that name. ${orText}`
};
var braceStyles = [
  {
    style: "a placeholder of f-string templates",
    // Short repeats: a text of nothing but braces is not read again and again.
    pattern: new RegExp(`(?<![{$#%@^_]|\\\\\\p{L}{0,20}(?:\\{[^{}\\n]{0,40}\\}){0,3})\\{${name}\\}(?!\\})`, "gu"),
    certainty: "alone",
    inCode: false,
    hint: (variable) => `Write "template: f-string" for the whole file, or {{${variable}}}.`
  }
];
var doubledBraces = {
  style: "a placeholder of mustache templates",
  pattern: new RegExp(`(?<![{$])\\{\\{\\s*${name}\\s*\\}\\}(?!\\})`, "gu"),
  certainty: "named",
  inCode: false,
  hint: (variable) => `Write {${variable}}, as "template: f-string" wants it.`
};
var namedStyles = [
  `(?<!\\\\)\\$\\{${name}\\}`,
  `\\[\\[\\s*${name}\\s*\\]\\]`,
  `<<\\s*${name}\\s*>>`,
  `%\\(${name}\\)s`
].map((source) => ({
  style: "a placeholder",
  pattern: new RegExp(source, "gu"),
  certainty: "named",
  inCode: false,
  hint: writeName
}));
var commandStyles = [...fetchedStyles, ...namedStyles];
var editorStyles = [editorVariables, ...namedStyles];

// src/prompts/template.ts
var placeholder = /\{\{\s*([\p{L}\p{N}_][\p{L}\p{N}_.-]*)\s*\}\}/u;
var onePlaceholder = new RegExp(`^${placeholder.source}$`, "u");
var escapes = /\\\\(?=\{\{)|\\\{\{/u;
var tokens = new RegExp(`${escapes.source}|${placeholder.source}`, "gu");
function splitLiterals(template, tokens4, toText4) {
  return template.replace(tokens4, (written2, name2) => toText4(written2, name2) ?? "\0").split("\0");
}
function lookUpVariable(name2, variables) {
  if (Object.hasOwn(variables, name2)) return variables[name2];
  let value = variables;
  for (const part of name2.split(".")) {
    if (isJsonObject(value) && Object.hasOwn(value, part)) value = value[part];
    else if (Array.isArray(value) && /^\d+$/.test(part)) value = value[Number(part)];
    else return void 0;
  }
  return value;
}
function lookUpText(name2, variables) {
  const value = lookUpVariable(name2, variables);
  if (value === void 0) return null;
  return typeof value === "string" ? value : writeJson(value);
}
function findPlaceholders(template) {
  return [...template.matchAll(tokens)].flatMap(
    ({ 1: name2, index: index2 }) => name2 === void 0 ? [] : [{ name: name2, offset: index2 }]
  );
}
function listVariables(template) {
  return [...new Set(findPlaceholders(template).map(({ name: name2 }) => name2))];
}
function renderTemplate(template, variables) {
  const unknown = /* @__PURE__ */ new Set();
  const value = template.replace(tokens, (whole2, name2) => {
    if (name2 === void 0) return whole2.slice(1);
    const found = lookUpText(name2, variables);
    if (found === null) unknown.add(name2);
    return found ?? whole2;
  });
  return { value, unknown: [...unknown] };
}
function renderValue(value, variables) {
  const unknown = /* @__PURE__ */ new Set();
  const render = (node) => {
    if (typeof node === "string") {
      const name2 = onePlaceholder.exec(node)?.[1];
      const found = name2 === void 0 ? void 0 : lookUpVariable(name2, variables);
      if (found !== void 0) return found;
      const rendered = renderTemplate(node, variables);
      for (const missing of rendered.unknown) unknown.add(missing);
      return rendered.value;
    }
    if (Array.isArray(node)) return node.map(render);
    if (isJsonObject(node))
      return Object.fromEntries(Object.entries(node).map(([key2, member2]) => [key2, render(member2)]));
    return node;
  };
  return { value: render(value), unknown: [...unknown] };
}

// src/prompts/copilot.ts
var input = /\$\{input:([\p{L}_][\p{L}\p{N}_-]*)(?::[^{}\n]*)?\}/gu;
var copilot = {
  name: "copilot",
  write: (name2) => `\${input:${name2}}`,
  asText: 'Where it is text, write "template: none" for the whole file.',
  findVariables: (template) => [...template.matchAll(input)].map(({ 1: name2 = "", index: index2 }) => ({ name: name2, offset: index2 })),
  findFaults: () => [],
  findForeign: (template) => findForeign(template, editorStyles),
  render: (template, variables) => {
    const unknown = /* @__PURE__ */ new Set();
    const value = template.replace(input, (written2, name2) => {
      const found = lookUpText(name2, variables);
      if (found === null) unknown.add(name2);
      return found ?? written2;
    });
    return { value, unknown: [...unknown] };
  },
  listLiterals: (template) => splitLiterals(template, input, () => null)
};

// src/prompts/handlebars/context.ts
function originAt(place) {
  return { place, given: /* @__PURE__ */ new Map() };
}
function placeOf({ place, given }, parts) {
  const [first, ...rest] = parts;
  const own = first === void 0 ? void 0 : given.get(first);
  return own === void 0 ? below(place, parts) : below(own, rest);
}
function below(place, parts) {
  return place === null ? null : [...place, ...parts];
}
var loopNames = ["index", "key", "first", "last"];
function nameOf2(place) {
  return place.length === 0 ? "this" : place.join(".");
}

// src/prompts/handlebars/helpers.ts
var builtinHelpers = {
  values: /* @__PURE__ */ new Map([["lookup", { takes: 2, run: ([value, key2]) => value ? member(value, String(key2)) : value }]]),
  conditions: /* @__PURE__ */ new Map([
    ["if", { takes: 1, run: ([value], named) => isTrue(value, named) }],
    ["unless", { takes: 1, run: ([value], named) => !isTrue(value, named) }]
  ]),
  marks: /* @__PURE__ */ new Map()
};
function member(value, name2) {
  if (value === void 0 || value === null || !Object.hasOwn(Object(value), name2)) return void 0;
  return value[name2];
}
function isEmpty(value) {
  return Array.isArray(value) ? value.length === 0 : !value && value !== 0;
}
function isTrue(value, named) {
  return !isEmpty(value) && (value !== 0 || Boolean(named.get("includeZero")));
}
function listMembers(value) {
  if (Array.isArray(value)) return [...value.entries()];
  return isJsonObject(value) ? Object.entries(value) : [];
}

// src/prompts/handlebars/scope.ts
function openScope(row) {
  const frame = { value: row, origin: originAt([]), outer: null };
  return { frame, loop: null, params: /* @__PURE__ */ new Map(), partials: /* @__PURE__ */ new Map(), depth: 0 };
}
function enter(outer, value, origin) {
  return outer !== null && outer.value === value ? outer : { value, origin, outer };
}
function evaluate(expression, scope, run, mayBeMissing) {
  if (expression.kind === "literal") return { value: expression.value, place: null };
  if (expression.kind === "path") {
    const found = findPath(expression, scope, run.row);
    if (found.value === void 0 && found.place !== null && !mayBeMissing) run.unknown.add(nameOf2(found.place));
    return found;
  }
  const { helper, args, hash } = expression;
  const values = args.map((arg) => evaluate(arg, scope, run, mayBeMissing).value);
  const value = run.helpers.values.get(helper)?.run(values, evaluateHash(hash, scope, run, mayBeMissing));
  return { value, place: null };
}
function evaluateHash(hash, scope, run, mayBeMissing) {
  return new Map(hash.map(([key2, value]) => [key2, evaluate(value, scope, run, mayBeMissing).value]));
}
function findPath(path, scope, row) {
  const { isData, depth, parts, isScoped: isScoped2 } = path;
  if (isData) return findData(path, scope, row);
  const [first = "", ...rest] = parts;
  const param = isScoped2 ? void 0 : scope.params.get(first);
  if (param !== void 0) return { value: descend(param.value, rest), place: below(param.place, rest) };
  let frame = scope.frame;
  for (let up = 0; up < depth && frame !== null; up += 1) frame = frame.outer;
  if (frame === null) return { value: void 0, place: null };
  const place = placeOf(frame.origin, parts);
  return { value: isRow(place, parts) ? findColumn(frame.value, parts) : descend(frame.value, parts), place };
}
function isRow(place, parts) {
  return place?.length === parts.length;
}
function findColumn(row, parts) {
  return (parts.length > 1 ? member(row, parts.join(".")) : void 0) ?? descend(row, parts);
}
function findData({ depth, parts }, { loop }, row) {
  const [first = "", ...rest] = parts;
  if (first === "root") return { value: findColumn(row, rest), place: rest };
  let at = loop;
  for (let up = 0; up < depth && at !== null; up += 1) at = at.outer;
  while (at !== null && !Object.hasOwn(at.values, first)) at = at.outer;
  if (at !== null) return { value: descend(at.values[first], rest), place: null };
  if (loopNames.includes(first) && loop !== null) return { value: void 0, place: null };
  const place = [`@${first}`, ...rest];
  return { value: findColumn(row, place), place };
}
function descend(value, parts) {
  return parts.reduce(member, value);
}

// src/prompts/handlebars/interpret.ts
var maxSteps = 2e5;
var maxLength = 1e7;
var maxDepth2 = 200;
function interpret(program, row, helpers) {
  const run = { row, helpers, unknown: /* @__PURE__ */ new Set() };
  const sink = { pieces: [], spent: { steps: 0, length: 0 } };
  write(program, openScope(row), null, run, sink);
  return { pieces: sink.pieces, unknown: [...run.unknown] };
}
function write(program, inner, around, run, sink) {
  if (inner.depth === maxDepth2) throw tooMuch(`calls partials more than ${maxDepth2} deep`);
  const defined = [...program.partials].map(([name2, one]) => [name2, { program: one, around }]);
  const partials = defined.length === 0 ? inner.partials : new Map([...inner.partials, ...defined]);
  const scope = { ...inner, partials, depth: inner.depth + 1 };
  for (const node of program.nodes) writeNode(node, scope, run, sink);
}
function put(sink, piece) {
  const { spent } = sink;
  spent.steps += 1;
  if (typeof piece === "string") spent.length += piece.length;
  if (spent.steps > maxSteps) throw tooMuch(`writes more than ${maxSteps} pieces`);
  if (spent.length > maxLength) throw tooMuch(`writes more than ${maxLength} characters`);
  if (piece !== "") sink.pieces.push(piece);
}
function tooMuch(what) {
  return UserError.of(`A Handlebars template ${what} for one row.`, "Look at its blocks and partials, and at the row.");
}
function writeNode(node, scope, run, sink) {
  if (node.kind === "text") put(sink, node.text);
  else if (node.kind === "print") put(sink, toText(evaluate(node.value, scope, run, false).value));
  else if (node.kind === "block") writeBlock(node, scope, run, sink);
  else if (node.kind === "partial") writePartial(node, scope, run, sink);
  else {
    const args = node.args.map((arg) => evaluate(arg, scope, run, false).value);
    const mark = run.helpers.marks.get(node.helper)?.run(args, evaluateHash(node.hash, scope, run, false));
    if (mark !== void 0) put(sink, mark);
  }
}
function toText(value) {
  if (value === void 0 || value === null) return "";
  return typeof value === "string" ? value : writeJson(value);
}
function writeBlock(block, scope, run, sink) {
  put(sink, "");
  const isWritten = writeBody(block, scope, run, sink);
  if (!isWritten && block.inverse !== null) write(block.inverse, scope, scope, run, sink);
}
function writeBody(block, scope, run, sink) {
  const { helper, args, body, inverse } = block;
  const condition = run.helpers.conditions.get(helper);
  const mayBeMissing = condition !== void 0 || helper === "section" || inverse !== null;
  const found = args.map((arg) => evaluate(arg, scope, run, mayBeMissing));
  const { value, place } = found[0] ?? { value: void 0, place: null };
  if (condition !== void 0) {
    const values = found.map((one) => one.value);
    const holds = condition.run(values, evaluateHash(block.hash, scope, run, true));
    if (holds) write(body, scope, scope, run, sink);
    return holds;
  }
  if (helper === "each" || helper === "section" && Array.isArray(value)) {
    return writeItems(block, value, scope, run, sink);
  }
  if (helper === "with" ? isEmpty(value) : value === void 0 || value === null || value === false) return false;
  const isKept = helper === "section" && value === true;
  const frame = isKept ? scope.frame : enter(scope.frame, value, originAt(place));
  write(body, nameParams(body, [{ value, place }], { ...scope, frame }), scope, run, sink);
  return true;
}
function writeItems({ body }, value, scope, run, sink) {
  const members = listMembers(value);
  for (const [index2, [key2, item]] of members.entries()) {
    put(sink, "");
    const values = { key: key2, index: index2, first: index2 === 0, last: index2 === members.length - 1 };
    const frame = enter(scope.frame, item, originAt(null));
    const inner = { ...scope, frame, loop: { values, outer: scope.loop } };
    const named = [item, key2].map((one) => ({ value: one, place: null }));
    write(body, nameParams(body, named, inner), scope, run, sink);
  }
  return members.length > 0;
}
function nameParams({ params }, values, scope) {
  if (params.length === 0) return scope;
  const named = params.map((name2, index2) => [name2, values[index2] ?? { value: void 0, place: null }]);
  return { ...scope, params: new Map([...scope.params, ...named]) };
}
function writePartial({ name: name2, context, hash, indent: indent2 }, scope, run, sink) {
  const partial = scope.partials.get(name2);
  if (partial === void 0) throw new Error(`no partial ${name2}`);
  const { around } = partial;
  const given = context === null ? null : evaluate(context, scope, run, false);
  const base = given === null ? scope.frame : { value: given.value, origin: originAt(given.place) };
  const { value, origin } = hash.length === 0 ? base : addNamed(base, hash, scope, run);
  const frame = enter(around?.frame ?? null, value, origin);
  const lines = indent2 === "" ? sink : { pieces: [], spent: sink.spent };
  write(partial.program, { ...scope, frame, params: around?.params ?? /* @__PURE__ */ new Map() }, around, run, lines);
  if (lines !== sink) for (const piece of indentLines(lines.pieces, indent2)) put(sink, piece);
}
function addNamed(base, hash, scope, run) {
  const found = hash.map(([key2, expression]) => [key2, evaluate(expression, scope, run, true)]);
  const members = found.flatMap(([key2, { value }]) => value === void 0 ? [] : [[key2, value]]);
  const hidden = new Set(found.flatMap(([key2, { value }]) => value === void 0 ? key2 : []));
  const kept = isJsonObject(base.value) ? Object.entries(base.value).filter(([key2]) => !hidden.has(key2)) : [];
  const given = new Map([...base.origin.given, ...found.map(([key2, { place }]) => [key2, place])]);
  return { value: Object.fromEntries([...kept, ...members]), origin: { place: base.origin.place, given } };
}
function indentLines(pieces2, indent2) {
  let isAtStart = true;
  return pieces2.flatMap((piece) => {
    const before = isAtStart ? indent2 : "";
    if (typeof piece !== "string") {
      isAtStart = false;
      return [before, piece];
    }
    isAtStart = piece.endsWith("\n");
    return [before + piece.replace(/\n(?!$)/g, `
${indent2}`)];
  });
}

// src/prompts/keep-read.ts
var maxKept = 1024 * 1024;
function keepRead(read3) {
  const kept = /* @__PURE__ */ new Map();
  let length = 0;
  return (template) => {
    const isKnown2 = kept.has(template);
    const found = isKnown2 ? kept.get(template) : read3(template);
    if (isKnown2) kept.delete(template);
    else length += template.length;
    kept.set(template, found);
    for (const oldest of kept.keys()) {
      if (length <= maxKept) break;
      kept.delete(oldest);
      length -= oldest.length;
    }
    return found;
  };
}

// node_modules/@handlebars/parser/dist/esm/index.js
var __defProp = Object.defineProperty;
var __exportAll = (all, no_symbols) => {
  let target = {};
  for (var name2 in all) __defProp(target, name2, {
    get: all[name2],
    enumerable: true
  });
  if (!no_symbols) __defProp(target, Symbol.toStringTag, { value: "Module" });
  return target;
};
var errorProps = [
  "description",
  "fileName",
  "lineNumber",
  "endLineNumber",
  "message",
  "name",
  "number",
  "stack"
];
function Exception(message, node) {
  let loc = node && node.loc, line, endLineNumber, column2, endColumn;
  if (loc) {
    line = loc.start.line;
    endLineNumber = loc.end.line;
    column2 = loc.start.column;
    endColumn = loc.end.column;
    message += " - " + line + ":" + column2;
  }
  let tmp = Error.prototype.constructor.call(this, message);
  for (let idx = 0; idx < errorProps.length; idx++) this[errorProps[idx]] = tmp[errorProps[idx]];
  if (Error.captureStackTrace) Error.captureStackTrace(this, Exception);
  try {
    if (loc) {
      this.lineNumber = line;
      this.endLineNumber = endLineNumber;
      if (Object.defineProperty) {
        Object.defineProperty(this, "column", {
          value: column2,
          enumerable: true
        });
        Object.defineProperty(this, "endColumn", {
          value: endColumn,
          enumerable: true
        });
      } else {
        this.column = column2;
        this.endColumn = endColumn;
      }
    }
  } catch (nop) {
  }
}
Exception.prototype = /* @__PURE__ */ new Error();
function Visitor() {
  this.parents = [];
}
Visitor.prototype = {
  constructor: Visitor,
  mutating: false,
  acceptKey: function(node, name2) {
    let value = this.accept(node[name2]);
    if (this.mutating) {
      if (value && !Visitor.prototype[value.type]) throw new Exception('Unexpected node type "' + value.type + '" found when accepting ' + name2 + " on " + node.type);
      node[name2] = value;
    }
  },
  acceptRequired: function(node, name2) {
    this.acceptKey(node, name2);
    if (!node[name2]) throw new Exception(node.type + " requires " + name2);
  },
  acceptArray: function(array) {
    for (let i = 0, l = array.length; i < l; i++) {
      this.acceptKey(array, i);
      if (!array[i]) {
        array.splice(i, 1);
        i--;
        l--;
      }
    }
  },
  accept: function(object) {
    if (!object) return;
    if (!this[object.type]) throw new Exception("Unknown type: " + object.type, object);
    if (this.current) this.parents.unshift(this.current);
    this.current = object;
    let ret = this[object.type](object);
    this.current = this.parents.shift();
    if (!this.mutating || ret) return ret;
    else if (ret !== false) return object;
  },
  Program: function(program) {
    this.acceptArray(program.body);
  },
  MustacheStatement: visitSubExpression,
  Decorator: visitSubExpression,
  BlockStatement: visitBlock,
  DecoratorBlock: visitBlock,
  PartialStatement: visitPartial,
  PartialBlockStatement: function(partial) {
    visitPartial.call(this, partial);
    this.acceptKey(partial, "program");
  },
  ContentStatement: function() {
  },
  CommentStatement: function() {
  },
  SubExpression: visitSubExpression,
  PathExpression: function() {
  },
  StringLiteral: function() {
  },
  NumberLiteral: function() {
  },
  BooleanLiteral: function() {
  },
  UndefinedLiteral: function() {
  },
  NullLiteral: function() {
  },
  Hash: function(hash) {
    this.acceptArray(hash.pairs);
  },
  HashPair: function(pair) {
    this.acceptRequired(pair, "value");
  }
};
function visitSubExpression(mustache2) {
  this.acceptRequired(mustache2, "path");
  this.acceptArray(mustache2.params);
  this.acceptKey(mustache2, "hash");
}
function visitBlock(block) {
  visitSubExpression.call(this, block);
  this.acceptKey(block, "program");
  this.acceptKey(block, "inverse");
}
function visitPartial(partial) {
  this.acceptRequired(partial, "name");
  this.acceptArray(partial.params);
  this.acceptKey(partial, "hash");
}
function WhitespaceControl(options = {}) {
  this.options = options;
}
WhitespaceControl.prototype = new Visitor();
WhitespaceControl.prototype.Program = function(program) {
  const doStandalone = !this.options.ignoreStandalone;
  let isRoot = !this.isRootSeen;
  this.isRootSeen = true;
  let body = program.body;
  for (let i = 0, l = body.length; i < l; i++) {
    let current = body[i], strip2 = this.accept(current);
    if (!strip2) continue;
    let _isPrevWhitespace = isPrevWhitespace(body, i, isRoot), _isNextWhitespace = isNextWhitespace(body, i, isRoot), openStandalone = strip2.openStandalone && _isPrevWhitespace, closeStandalone = strip2.closeStandalone && _isNextWhitespace, inlineStandalone = strip2.inlineStandalone && _isPrevWhitespace && _isNextWhitespace;
    if (strip2.close) omitRight(body, i, true);
    if (strip2.open) omitLeft(body, i, true);
    if (doStandalone && inlineStandalone) {
      omitRight(body, i);
      if (omitLeft(body, i)) {
        if (current.type === "PartialStatement") current.indent = /(?:^|[^ \t])([ \t]+)$/.exec(body[i - 1].original)[1];
      }
    }
    if (doStandalone && openStandalone) {
      omitRight((current.program || current.inverse).body);
      omitLeft(body, i);
    }
    if (doStandalone && closeStandalone) {
      omitRight(body, i);
      let chainNode = current.inverse;
      if (chainNode && chainNode.chained) {
        while (chainNode && chainNode.chained) {
          let lastBlock = chainNode.body[chainNode.body.length - 1];
          omitLeft(lastBlock.program.body);
          chainNode = lastBlock.inverse;
        }
        if (chainNode) omitLeft(chainNode.body);
      } else omitLeft((current.inverse || current.program).body);
    }
  }
  return program;
};
WhitespaceControl.prototype.BlockStatement = WhitespaceControl.prototype.DecoratorBlock = WhitespaceControl.prototype.PartialBlockStatement = function(block) {
  this.accept(block.program);
  this.accept(block.inverse);
  let program = block.program || block.inverse, inverse = block.program && block.inverse, firstInverse = inverse, lastInverse = inverse;
  if (inverse && inverse.chained) {
    firstInverse = inverse.body[0].program;
    while (lastInverse.chained) lastInverse = lastInverse.body[lastInverse.body.length - 1].program;
  }
  let strip2 = {
    open: block.openStrip.open,
    close: block.closeStrip.close,
    openStandalone: isNextWhitespace(program.body),
    closeStandalone: isPrevWhitespace((firstInverse || program).body)
  };
  if (block.openStrip.close) omitRight(program.body, null, true);
  if (inverse) {
    let inverseStrip = block.inverseStrip;
    if (inverseStrip.open) omitLeft(program.body, null, true);
    if (inverseStrip.close) omitRight(firstInverse.body, null, true);
    if (block.closeStrip.open) omitLeft(lastInverse.body, null, true);
    if (!this.options.ignoreStandalone && isPrevWhitespace(program.body) && isNextWhitespace(firstInverse.body)) {
      omitLeft(program.body);
      omitRight(firstInverse.body);
    }
  } else if (block.closeStrip.open) omitLeft(program.body, null, true);
  return strip2;
};
WhitespaceControl.prototype.Decorator = WhitespaceControl.prototype.MustacheStatement = function(mustache2) {
  return mustache2.strip;
};
WhitespaceControl.prototype.PartialStatement = WhitespaceControl.prototype.CommentStatement = function(node) {
  let strip2 = node.strip || {};
  return {
    inlineStandalone: true,
    open: strip2.open,
    close: strip2.close
  };
};
function isPrevWhitespace(body, i, isRoot) {
  if (i === void 0) i = body.length;
  let prev = body[i - 1], sibling = body[i - 2];
  if (!prev) return isRoot;
  if (prev.type === "ContentStatement") return (sibling || !isRoot ? /(?:^|\S)[^\S\n]*\n\s*$/ : /^\s*$|(?:^|\S)[^\S\n]*\n\s*$/).test(prev.original);
}
function isNextWhitespace(body, i, isRoot) {
  if (i === void 0) i = -1;
  let next = body[i + 1], sibling = body[i + 2];
  if (!next) return isRoot;
  if (next.type === "ContentStatement") return (sibling || !isRoot ? /^\s*?\r?\n/ : /^\s*?(\r?\n|$)/).test(next.original);
}
function omitRight(body, i, multiple) {
  let current = body[i == null ? 0 : i + 1];
  if (!current || current.type !== "ContentStatement" || !multiple && current.rightStripped) return;
  let original = current.value;
  current.value = current.value.replace(multiple ? /^\s+/ : /^[ \t]*\r?\n?/, "");
  current.rightStripped = current.value !== original;
}
function omitLeft(body, i, multiple) {
  let current = body[i == null ? body.length - 1 : i - 1];
  if (!current || current.type !== "ContentStatement" || !multiple && current.leftStripped) return;
  let original = current.value;
  current.value = current.value.replace(multiple ? /(^|\S)\s+$/ : /(^|[^ \t])[ \t]+$/, "$1");
  current.leftStripped = current.value !== original;
  return current.leftStripped;
}
var parser = (function() {
  var o = function(k, v, o2, l) {
    for (o2 = o2 || {}, l = k.length; l--; o2[k[l]] = v) ;
    return o2;
  }, $V0 = [2, 52], $V1 = [1, 20], $V2 = [
    5,
    14,
    15,
    19,
    29,
    34,
    39,
    44,
    47,
    48,
    53,
    57,
    61
  ], $V3 = [1, 44], $V4 = [1, 40], $V5 = [1, 43], $V6 = [1, 33], $V7 = [1, 34], $V8 = [1, 35], $V9 = [1, 36], $Va = [1, 37], $Vb = [1, 42], $Vc = [1, 46], $Vd = [
    14,
    15,
    19,
    29,
    34,
    39,
    44,
    47,
    48,
    53,
    57,
    61
  ], $Ve = [
    14,
    15,
    19,
    29,
    34,
    44,
    47,
    48,
    53,
    57,
    61
  ], $Vf = [15, 18], $Vg = [
    14,
    15,
    19,
    29,
    34,
    47,
    48,
    53,
    57,
    61
  ], $Vh = [
    33,
    67,
    73,
    75,
    84,
    85,
    86,
    87,
    88,
    89
  ], $Vi = [
    23,
    33,
    56,
    67,
    68,
    73,
    75,
    77,
    79,
    84,
    85,
    86,
    87,
    88,
    89
  ], $Vj = [1, 62], $Vk = [1, 63], $Vl = [
    23,
    33,
    56,
    68,
    73,
    79
  ], $Vm = [
    23,
    33,
    56,
    67,
    68,
    73,
    75,
    77,
    79,
    84,
    85,
    86,
    87,
    88,
    89,
    92,
    93
  ], $Vn = [2, 51], $Vo = [1, 64], $Vp = [
    67,
    73,
    75,
    77,
    84,
    85,
    86,
    87,
    88,
    89
  ], $Vq = [
    56,
    67,
    73,
    75,
    84,
    85,
    86,
    87,
    88,
    89
  ], $Vr = [1, 75], $Vs = [1, 76], $Vt = [1, 83], $Vu = [
    33,
    67,
    73,
    75,
    79,
    84,
    85,
    86,
    87,
    88,
    89
  ], $Vv = [
    23,
    67,
    73,
    75,
    84,
    85,
    86,
    87,
    88,
    89
  ], $Vw = [
    67,
    68,
    73,
    75,
    84,
    85,
    86,
    87,
    88,
    89
  ], $Vx = [33, 79], $Vy = [1, 134], $Vz = [73, 81];
  var parser2 = {
    trace: function trace() {
    },
    yy: {},
    symbols_: {
      "error": 2,
      "root": 3,
      "program": 4,
      "EOF": 5,
      "program_repetition0": 6,
      "statement": 7,
      "mustache": 8,
      "block": 9,
      "rawBlock": 10,
      "partial": 11,
      "partialBlock": 12,
      "content": 13,
      "COMMENT": 14,
      "CONTENT": 15,
      "openRawBlock": 16,
      "rawBlock_repetition0": 17,
      "END_RAW_BLOCK": 18,
      "OPEN_RAW_BLOCK": 19,
      "helperName": 20,
      "openRawBlock_repetition0": 21,
      "openRawBlock_option0": 22,
      "CLOSE_RAW_BLOCK": 23,
      "openBlock": 24,
      "block_option0": 25,
      "closeBlock": 26,
      "openInverse": 27,
      "block_option1": 28,
      "OPEN_BLOCK": 29,
      "openBlock_repetition0": 30,
      "openBlock_option0": 31,
      "openBlock_option1": 32,
      "CLOSE": 33,
      "OPEN_INVERSE": 34,
      "openInverse_repetition0": 35,
      "openInverse_option0": 36,
      "openInverse_option1": 37,
      "openInverseChain": 38,
      "OPEN_INVERSE_CHAIN": 39,
      "openInverseChain_repetition0": 40,
      "openInverseChain_option0": 41,
      "openInverseChain_option1": 42,
      "inverseAndProgram": 43,
      "INVERSE": 44,
      "inverseChain": 45,
      "inverseChain_option0": 46,
      "OPEN_ENDBLOCK": 47,
      "OPEN": 48,
      "hash": 49,
      "expr": 50,
      "mustache_repetition0": 51,
      "mustache_option0": 52,
      "OPEN_UNESCAPED": 53,
      "mustache_repetition1": 54,
      "mustache_option1": 55,
      "CLOSE_UNESCAPED": 56,
      "OPEN_PARTIAL": 57,
      "partial_repetition0": 58,
      "partial_option0": 59,
      "openPartialBlock": 60,
      "OPEN_PARTIAL_BLOCK": 61,
      "openPartialBlock_repetition0": 62,
      "openPartialBlock_option0": 63,
      "exprHead": 64,
      "arrayLiteral": 65,
      "sexpr": 66,
      "OPEN_SEXPR": 67,
      "CLOSE_SEXPR": 68,
      "sexpr_repetition0": 69,
      "sexpr_option0": 70,
      "hash_repetition_plus0": 71,
      "hashSegment": 72,
      "ID": 73,
      "EQUALS": 74,
      "OPEN_ARRAY": 75,
      "arrayLiteral_repetition0": 76,
      "CLOSE_ARRAY": 77,
      "blockParams": 78,
      "OPEN_BLOCK_PARAMS": 79,
      "blockParams_repetition_plus0": 80,
      "CLOSE_BLOCK_PARAMS": 81,
      "path": 82,
      "dataName": 83,
      "STRING": 84,
      "NUMBER": 85,
      "BOOLEAN": 86,
      "UNDEFINED": 87,
      "NULL": 88,
      "DATA": 89,
      "pathSegments": 90,
      "sep": 91,
      "SEP": 92,
      "PRIVATE_SEP": 93,
      "$accept": 0,
      "$end": 1
    },
    terminals_: {
      2: "error",
      5: "EOF",
      14: "COMMENT",
      15: "CONTENT",
      18: "END_RAW_BLOCK",
      19: "OPEN_RAW_BLOCK",
      23: "CLOSE_RAW_BLOCK",
      29: "OPEN_BLOCK",
      33: "CLOSE",
      34: "OPEN_INVERSE",
      39: "OPEN_INVERSE_CHAIN",
      44: "INVERSE",
      47: "OPEN_ENDBLOCK",
      48: "OPEN",
      53: "OPEN_UNESCAPED",
      56: "CLOSE_UNESCAPED",
      57: "OPEN_PARTIAL",
      61: "OPEN_PARTIAL_BLOCK",
      67: "OPEN_SEXPR",
      68: "CLOSE_SEXPR",
      73: "ID",
      74: "EQUALS",
      75: "OPEN_ARRAY",
      77: "CLOSE_ARRAY",
      79: "OPEN_BLOCK_PARAMS",
      81: "CLOSE_BLOCK_PARAMS",
      84: "STRING",
      85: "NUMBER",
      86: "BOOLEAN",
      87: "UNDEFINED",
      88: "NULL",
      89: "DATA",
      92: "SEP",
      93: "PRIVATE_SEP"
    },
    productions_: [
      0,
      [3, 2],
      [4, 1],
      [7, 1],
      [7, 1],
      [7, 1],
      [7, 1],
      [7, 1],
      [7, 1],
      [7, 1],
      [13, 1],
      [10, 3],
      [16, 5],
      [9, 4],
      [9, 4],
      [24, 6],
      [27, 6],
      [38, 6],
      [43, 2],
      [45, 3],
      [45, 1],
      [26, 3],
      [8, 3],
      [8, 5],
      [8, 5],
      [11, 5],
      [12, 3],
      [60, 5],
      [50, 1],
      [50, 1],
      [64, 1],
      [64, 1],
      [66, 3],
      [66, 5],
      [49, 1],
      [72, 3],
      [65, 3],
      [78, 3],
      [20, 1],
      [20, 1],
      [20, 1],
      [20, 1],
      [20, 1],
      [20, 1],
      [20, 1],
      [83, 2],
      [91, 1],
      [91, 1],
      [82, 3],
      [82, 1],
      [90, 3],
      [90, 1],
      [6, 0],
      [6, 2],
      [17, 0],
      [17, 2],
      [21, 0],
      [21, 2],
      [22, 0],
      [22, 1],
      [25, 0],
      [25, 1],
      [28, 0],
      [28, 1],
      [30, 0],
      [30, 2],
      [31, 0],
      [31, 1],
      [32, 0],
      [32, 1],
      [35, 0],
      [35, 2],
      [36, 0],
      [36, 1],
      [37, 0],
      [37, 1],
      [40, 0],
      [40, 2],
      [41, 0],
      [41, 1],
      [42, 0],
      [42, 1],
      [46, 0],
      [46, 1],
      [51, 0],
      [51, 2],
      [52, 0],
      [52, 1],
      [54, 0],
      [54, 2],
      [55, 0],
      [55, 1],
      [58, 0],
      [58, 2],
      [59, 0],
      [59, 1],
      [62, 0],
      [62, 2],
      [63, 0],
      [63, 1],
      [69, 0],
      [69, 2],
      [70, 0],
      [70, 1],
      [71, 1],
      [71, 2],
      [76, 0],
      [76, 2],
      [80, 1],
      [80, 2]
    ],
    performAction: function anonymous(yytext, yyleng, yylineno, yy, yystate, $$, _$) {
      var $0 = $$.length - 1;
      switch (yystate) {
        case 1:
          return $$[$0 - 1];
        case 2:
          this.$ = yy.prepareProgram($$[$0]);
          break;
        case 3:
        case 4:
        case 5:
        case 6:
        case 7:
        case 8:
        case 20:
        case 28:
        case 29:
        case 30:
        case 31:
        case 38:
        case 39:
        case 46:
        case 47:
          this.$ = $$[$0];
          break;
        case 9:
          this.$ = {
            type: "CommentStatement",
            value: yy.stripComment($$[$0]),
            strip: yy.stripFlags($$[$0], $$[$0]),
            loc: yy.locInfo(this._$)
          };
          break;
        case 10:
          this.$ = {
            type: "ContentStatement",
            original: $$[$0],
            value: $$[$0],
            loc: yy.locInfo(this._$)
          };
          break;
        case 11:
          this.$ = yy.prepareRawBlock($$[$0 - 2], $$[$0 - 1], $$[$0], this._$);
          break;
        case 12:
          this.$ = {
            path: $$[$0 - 3],
            params: $$[$0 - 2],
            hash: $$[$0 - 1]
          };
          break;
        case 13:
          this.$ = yy.prepareBlock($$[$0 - 3], $$[$0 - 2], $$[$0 - 1], $$[$0], false, this._$);
          break;
        case 14:
          this.$ = yy.prepareBlock($$[$0 - 3], $$[$0 - 2], $$[$0 - 1], $$[$0], true, this._$);
          break;
        case 15:
          this.$ = {
            open: $$[$0 - 5],
            path: $$[$0 - 4],
            params: $$[$0 - 3],
            hash: $$[$0 - 2],
            blockParams: $$[$0 - 1],
            strip: yy.stripFlags($$[$0 - 5], $$[$0])
          };
          break;
        case 16:
        case 17:
          this.$ = {
            path: $$[$0 - 4],
            params: $$[$0 - 3],
            hash: $$[$0 - 2],
            blockParams: $$[$0 - 1],
            strip: yy.stripFlags($$[$0 - 5], $$[$0])
          };
          break;
        case 18:
          this.$ = {
            strip: yy.stripFlags($$[$0 - 1], $$[$0 - 1]),
            program: $$[$0]
          };
          break;
        case 19:
          var inverse = yy.prepareBlock($$[$0 - 2], $$[$0 - 1], $$[$0], $$[$0], false, this._$), program = yy.prepareProgram([inverse], $$[$0 - 1].loc);
          program.chained = true;
          this.$ = {
            strip: $$[$0 - 2].strip,
            program,
            chain: true
          };
          break;
        case 21:
          this.$ = {
            path: $$[$0 - 1],
            strip: yy.stripFlags($$[$0 - 2], $$[$0])
          };
          break;
        case 22:
          this.$ = yy.prepareMustache(yy.syntax.hash($$[$0 - 1], yy.locInfo(this._$), {
            yy,
            syntax: "expr"
          }), [], void 0, $$[$0 - 2], yy.stripFlags($$[$0 - 2], $$[$0]), this._$);
          break;
        case 23:
        case 24:
          this.$ = yy.prepareMustache($$[$0 - 3], $$[$0 - 2], $$[$0 - 1], $$[$0 - 4], yy.stripFlags($$[$0 - 4], $$[$0]), this._$);
          break;
        case 25:
          this.$ = {
            type: "PartialStatement",
            name: $$[$0 - 3],
            params: $$[$0 - 2],
            hash: $$[$0 - 1],
            indent: "",
            strip: yy.stripFlags($$[$0 - 4], $$[$0]),
            loc: yy.locInfo(this._$)
          };
          break;
        case 26:
          this.$ = yy.preparePartialBlock($$[$0 - 2], $$[$0 - 1], $$[$0], this._$);
          break;
        case 27:
          this.$ = {
            path: $$[$0 - 3],
            params: $$[$0 - 2],
            hash: $$[$0 - 1],
            strip: yy.stripFlags($$[$0 - 4], $$[$0])
          };
          break;
        case 32:
          this.$ = yy.syntax.hash($$[$0 - 1], yy.locInfo(this._$), {
            yy,
            syntax: "expr"
          });
          break;
        case 33:
          this.$ = {
            type: "SubExpression",
            path: $$[$0 - 3],
            params: $$[$0 - 2],
            hash: $$[$0 - 1],
            loc: yy.locInfo(this._$)
          };
          break;
        case 34:
          this.$ = {
            type: "Hash",
            pairs: $$[$0],
            loc: yy.locInfo(this._$)
          };
          break;
        case 35:
          this.$ = {
            type: "HashPair",
            key: yy.id($$[$0 - 2]),
            value: $$[$0],
            loc: yy.locInfo(this._$)
          };
          break;
        case 36:
          this.$ = yy.syntax.square($$[$0 - 1], yy.locInfo(this._$), {
            yy,
            syntax: "expr"
          });
          break;
        case 37:
          this.$ = yy.id($$[$0 - 1]);
          break;
        case 40:
          this.$ = {
            type: "StringLiteral",
            value: $$[$0],
            original: $$[$0],
            loc: yy.locInfo(this._$)
          };
          break;
        case 41:
          this.$ = {
            type: "NumberLiteral",
            value: Number($$[$0]),
            original: Number($$[$0]),
            loc: yy.locInfo(this._$)
          };
          break;
        case 42:
          this.$ = {
            type: "BooleanLiteral",
            value: $$[$0] === "true",
            original: $$[$0] === "true",
            loc: yy.locInfo(this._$)
          };
          break;
        case 43:
          this.$ = {
            type: "UndefinedLiteral",
            original: void 0,
            value: void 0,
            loc: yy.locInfo(this._$)
          };
          break;
        case 44:
          this.$ = {
            type: "NullLiteral",
            original: null,
            value: null,
            loc: yy.locInfo(this._$)
          };
          break;
        case 45:
          this.$ = yy.preparePath(true, false, $$[$0], this._$);
          break;
        case 48:
          this.$ = yy.preparePath(false, $$[$0 - 2], $$[$0], this._$);
          break;
        case 49:
          this.$ = yy.preparePath(false, false, $$[$0], this._$);
          break;
        case 50:
          $$[$0 - 2].push({
            part: yy.id($$[$0]),
            original: $$[$0],
            separator: $$[$0 - 1]
          });
          this.$ = $$[$0 - 2];
          break;
        case 51:
          this.$ = [{
            part: yy.id($$[$0]),
            original: $$[$0]
          }];
          break;
        case 52:
        case 54:
        case 56:
        case 64:
        case 70:
        case 76:
        case 84:
        case 88:
        case 92:
        case 96:
        case 100:
        case 106:
          this.$ = [];
          break;
        case 53:
        case 55:
        case 57:
        case 65:
        case 71:
        case 77:
        case 85:
        case 89:
        case 93:
        case 97:
        case 101:
        case 105:
        case 107:
        case 109:
          $$[$0 - 1].push($$[$0]);
          break;
        case 104:
        case 108:
          this.$ = [$$[$0]];
      }
    },
    table: [
      o([
        5,
        14,
        15,
        19,
        29,
        34,
        48,
        53,
        57,
        61
      ], $V0, {
        3: 1,
        4: 2,
        6: 3
      }),
      { 1: [3] },
      { 5: [1, 4] },
      o([
        5,
        39,
        44,
        47
      ], [2, 2], {
        7: 5,
        8: 6,
        9: 7,
        10: 8,
        11: 9,
        12: 10,
        13: 11,
        24: 15,
        27: 16,
        16: 17,
        60: 19,
        14: [1, 12],
        15: $V1,
        19: [1, 23],
        29: [1, 21],
        34: [1, 22],
        48: [1, 13],
        53: [1, 14],
        57: [1, 18],
        61: [1, 24]
      }),
      { 1: [2, 1] },
      o($V2, [2, 53]),
      o($V2, [2, 3]),
      o($V2, [2, 4]),
      o($V2, [2, 5]),
      o($V2, [2, 6]),
      o($V2, [2, 7]),
      o($V2, [2, 8]),
      o($V2, [2, 9]),
      {
        20: 28,
        49: 25,
        50: 26,
        64: 29,
        65: 38,
        66: 39,
        67: $V3,
        71: 27,
        72: 30,
        73: $V4,
        75: $V5,
        82: 31,
        83: 32,
        84: $V6,
        85: $V7,
        86: $V8,
        87: $V9,
        88: $Va,
        89: $Vb,
        90: 41
      },
      {
        20: 28,
        50: 45,
        64: 29,
        65: 38,
        66: 39,
        67: $V3,
        73: $Vc,
        75: $V5,
        82: 31,
        83: 32,
        84: $V6,
        85: $V7,
        86: $V8,
        87: $V9,
        88: $Va,
        89: $Vb,
        90: 41
      },
      o($Vd, $V0, {
        6: 3,
        4: 47
      }),
      o($Ve, $V0, {
        6: 3,
        4: 48
      }),
      o($Vf, [2, 54], { 17: 49 }),
      {
        20: 28,
        50: 50,
        64: 29,
        65: 38,
        66: 39,
        67: $V3,
        73: $Vc,
        75: $V5,
        82: 31,
        83: 32,
        84: $V6,
        85: $V7,
        86: $V8,
        87: $V9,
        88: $Va,
        89: $Vb,
        90: 41
      },
      o($Vg, $V0, {
        6: 3,
        4: 51
      }),
      o([
        5,
        14,
        15,
        18,
        19,
        29,
        34,
        39,
        44,
        47,
        48,
        53,
        57,
        61
      ], [2, 10]),
      {
        20: 52,
        64: 53,
        65: 38,
        66: 39,
        67: $V3,
        73: $Vc,
        75: $V5,
        82: 31,
        83: 32,
        84: $V6,
        85: $V7,
        86: $V8,
        87: $V9,
        88: $Va,
        89: $Vb,
        90: 41
      },
      {
        20: 54,
        64: 53,
        65: 38,
        66: 39,
        67: $V3,
        73: $Vc,
        75: $V5,
        82: 31,
        83: 32,
        84: $V6,
        85: $V7,
        86: $V8,
        87: $V9,
        88: $Va,
        89: $Vb,
        90: 41
      },
      {
        20: 55,
        64: 53,
        65: 38,
        66: 39,
        67: $V3,
        73: $Vc,
        75: $V5,
        82: 31,
        83: 32,
        84: $V6,
        85: $V7,
        86: $V8,
        87: $V9,
        88: $Va,
        89: $Vb,
        90: 41
      },
      {
        20: 28,
        50: 56,
        64: 29,
        65: 38,
        66: 39,
        67: $V3,
        73: $Vc,
        75: $V5,
        82: 31,
        83: 32,
        84: $V6,
        85: $V7,
        86: $V8,
        87: $V9,
        88: $Va,
        89: $Vb,
        90: 41
      },
      { 33: [1, 57] },
      o($Vh, [2, 84], { 51: 58 }),
      o([
        23,
        33,
        56,
        68,
        79
      ], [2, 34], {
        72: 59,
        73: [1, 60]
      }),
      o($Vi, [2, 28]),
      o($Vi, [2, 29], {
        91: 61,
        92: $Vj,
        93: $Vk
      }),
      o($Vl, [2, 104]),
      o($Vi, [2, 38]),
      o($Vi, [2, 39]),
      o($Vi, [2, 40]),
      o($Vi, [2, 41]),
      o($Vi, [2, 42]),
      o($Vi, [2, 43]),
      o($Vi, [2, 44]),
      o($Vm, [2, 30]),
      o($Vm, [2, 31]),
      o([
        23,
        33,
        56,
        67,
        68,
        73,
        75,
        79,
        84,
        85,
        86,
        87,
        88,
        89,
        92,
        93
      ], $Vn, { 74: $Vo }),
      o($Vi, [2, 49], {
        91: 65,
        92: $Vj,
        93: $Vk
      }),
      {
        73: $Vc,
        90: 66
      },
      o($Vp, [2, 106], { 76: 67 }),
      {
        20: 28,
        49: 68,
        50: 69,
        64: 29,
        65: 38,
        66: 39,
        67: $V3,
        71: 27,
        72: 30,
        73: $V4,
        75: $V5,
        82: 31,
        83: 32,
        84: $V6,
        85: $V7,
        86: $V8,
        87: $V9,
        88: $Va,
        89: $Vb,
        90: 41
      },
      o($Vq, [2, 88], { 54: 70 }),
      o($Vm, $Vn),
      {
        25: 71,
        38: 73,
        39: $Vr,
        43: 74,
        44: $Vs,
        45: 72,
        47: [2, 60]
      },
      {
        28: 77,
        43: 78,
        44: $Vs,
        47: [2, 62]
      },
      {
        13: 80,
        15: $V1,
        18: [1, 79]
      },
      o($Vh, [2, 92], { 58: 81 }),
      {
        26: 82,
        47: $Vt
      },
      o($Vu, [2, 64], { 30: 84 }),
      {
        91: 61,
        92: $Vj,
        93: $Vk
      },
      o($Vu, [2, 70], { 35: 85 }),
      o($Vv, [2, 56], { 21: 86 }),
      o($Vh, [2, 96], { 62: 87 }),
      o($V2, [2, 22]),
      {
        20: 28,
        33: [2, 86],
        49: 90,
        50: 89,
        52: 88,
        64: 29,
        65: 38,
        66: 39,
        67: $V3,
        71: 27,
        72: 30,
        73: $V4,
        75: $V5,
        82: 31,
        83: 32,
        84: $V6,
        85: $V7,
        86: $V8,
        87: $V9,
        88: $Va,
        89: $Vb,
        90: 41
      },
      o($Vl, [2, 105]),
      { 74: $Vo },
      {
        73: $Vc,
        90: 91
      },
      { 73: [2, 46] },
      { 73: [2, 47] },
      {
        20: 28,
        50: 92,
        64: 29,
        65: 38,
        66: 39,
        67: $V3,
        73: $Vc,
        75: $V5,
        82: 31,
        83: 32,
        84: $V6,
        85: $V7,
        86: $V8,
        87: $V9,
        88: $Va,
        89: $Vb,
        90: 41
      },
      { 73: [1, 93] },
      o($Vi, [2, 45], {
        91: 65,
        92: $Vj,
        93: $Vk
      }),
      {
        20: 28,
        50: 95,
        64: 29,
        65: 38,
        66: 39,
        67: $V3,
        73: $Vc,
        75: $V5,
        77: [1, 94],
        82: 31,
        83: 32,
        84: $V6,
        85: $V7,
        86: $V8,
        87: $V9,
        88: $Va,
        89: $Vb,
        90: 41
      },
      { 68: [1, 96] },
      o($Vw, [2, 100], { 69: 97 }),
      {
        20: 28,
        49: 100,
        50: 99,
        55: 98,
        56: [2, 90],
        64: 29,
        65: 38,
        66: 39,
        67: $V3,
        71: 27,
        72: 30,
        73: $V4,
        75: $V5,
        82: 31,
        83: 32,
        84: $V6,
        85: $V7,
        86: $V8,
        87: $V9,
        88: $Va,
        89: $Vb,
        90: 41
      },
      {
        26: 101,
        47: $Vt
      },
      { 47: [2, 61] },
      o($Vd, $V0, {
        6: 3,
        4: 102
      }),
      { 47: [2, 20] },
      {
        20: 103,
        64: 53,
        65: 38,
        66: 39,
        67: $V3,
        73: $Vc,
        75: $V5,
        82: 31,
        83: 32,
        84: $V6,
        85: $V7,
        86: $V8,
        87: $V9,
        88: $Va,
        89: $Vb,
        90: 41
      },
      o($Vg, $V0, {
        6: 3,
        4: 104
      }),
      {
        26: 105,
        47: $Vt
      },
      { 47: [2, 63] },
      o($V2, [2, 11]),
      o($Vf, [2, 55]),
      {
        20: 28,
        33: [2, 94],
        49: 108,
        50: 107,
        59: 106,
        64: 29,
        65: 38,
        66: 39,
        67: $V3,
        71: 27,
        72: 30,
        73: $V4,
        75: $V5,
        82: 31,
        83: 32,
        84: $V6,
        85: $V7,
        86: $V8,
        87: $V9,
        88: $Va,
        89: $Vb,
        90: 41
      },
      o($V2, [2, 26]),
      {
        20: 109,
        64: 53,
        65: 38,
        66: 39,
        67: $V3,
        73: $Vc,
        75: $V5,
        82: 31,
        83: 32,
        84: $V6,
        85: $V7,
        86: $V8,
        87: $V9,
        88: $Va,
        89: $Vb,
        90: 41
      },
      o($Vx, [2, 66], {
        71: 27,
        20: 28,
        64: 29,
        72: 30,
        82: 31,
        83: 32,
        65: 38,
        66: 39,
        90: 41,
        31: 110,
        50: 111,
        49: 112,
        67: $V3,
        73: $V4,
        75: $V5,
        84: $V6,
        85: $V7,
        86: $V8,
        87: $V9,
        88: $Va,
        89: $Vb
      }),
      o($Vx, [2, 72], {
        71: 27,
        20: 28,
        64: 29,
        72: 30,
        82: 31,
        83: 32,
        65: 38,
        66: 39,
        90: 41,
        36: 113,
        50: 114,
        49: 115,
        67: $V3,
        73: $V4,
        75: $V5,
        84: $V6,
        85: $V7,
        86: $V8,
        87: $V9,
        88: $Va,
        89: $Vb
      }),
      {
        20: 28,
        22: 116,
        23: [2, 58],
        49: 118,
        50: 117,
        64: 29,
        65: 38,
        66: 39,
        67: $V3,
        71: 27,
        72: 30,
        73: $V4,
        75: $V5,
        82: 31,
        83: 32,
        84: $V6,
        85: $V7,
        86: $V8,
        87: $V9,
        88: $Va,
        89: $Vb,
        90: 41
      },
      {
        20: 28,
        33: [2, 98],
        49: 121,
        50: 120,
        63: 119,
        64: 29,
        65: 38,
        66: 39,
        67: $V3,
        71: 27,
        72: 30,
        73: $V4,
        75: $V5,
        82: 31,
        83: 32,
        84: $V6,
        85: $V7,
        86: $V8,
        87: $V9,
        88: $Va,
        89: $Vb,
        90: 41
      },
      { 33: [1, 122] },
      o($Vh, [2, 85]),
      { 33: [2, 87] },
      o($Vi, [2, 48], {
        91: 65,
        92: $Vj,
        93: $Vk
      }),
      o($Vl, [2, 35]),
      o($Vm, [2, 50]),
      o($Vm, [2, 36]),
      o($Vp, [2, 107]),
      o($Vm, [2, 32]),
      {
        20: 28,
        49: 125,
        50: 124,
        64: 29,
        65: 38,
        66: 39,
        67: $V3,
        68: [2, 102],
        70: 123,
        71: 27,
        72: 30,
        73: $V4,
        75: $V5,
        82: 31,
        83: 32,
        84: $V6,
        85: $V7,
        86: $V8,
        87: $V9,
        88: $Va,
        89: $Vb,
        90: 41
      },
      { 56: [1, 126] },
      o($Vq, [2, 89]),
      { 56: [2, 91] },
      o($V2, [2, 13]),
      {
        38: 73,
        39: $Vr,
        43: 74,
        44: $Vs,
        45: 128,
        46: 127,
        47: [2, 82]
      },
      o($Vu, [2, 76], { 40: 129 }),
      { 47: [2, 18] },
      o($V2, [2, 14]),
      { 33: [1, 130] },
      o($Vh, [2, 93]),
      { 33: [2, 95] },
      { 33: [1, 131] },
      {
        32: 132,
        33: [2, 68],
        78: 133,
        79: $Vy
      },
      o($Vu, [2, 65]),
      o($Vx, [2, 67]),
      {
        33: [2, 74],
        37: 135,
        78: 136,
        79: $Vy
      },
      o($Vu, [2, 71]),
      o($Vx, [2, 73]),
      { 23: [1, 137] },
      o($Vv, [2, 57]),
      { 23: [2, 59] },
      { 33: [1, 138] },
      o($Vh, [2, 97]),
      { 33: [2, 99] },
      o($V2, [2, 23]),
      { 68: [1, 139] },
      o($Vw, [2, 101]),
      { 68: [2, 103] },
      o($V2, [2, 24]),
      { 47: [2, 19] },
      { 47: [2, 83] },
      o($Vx, [2, 78], {
        71: 27,
        20: 28,
        64: 29,
        72: 30,
        82: 31,
        83: 32,
        65: 38,
        66: 39,
        90: 41,
        41: 140,
        50: 141,
        49: 142,
        67: $V3,
        73: $V4,
        75: $V5,
        84: $V6,
        85: $V7,
        86: $V8,
        87: $V9,
        88: $Va,
        89: $Vb
      }),
      o($V2, [2, 25]),
      o($V2, [2, 21]),
      { 33: [1, 143] },
      { 33: [2, 69] },
      {
        73: [1, 145],
        80: 144
      },
      { 33: [1, 146] },
      { 33: [2, 75] },
      o($Vf, [2, 12]),
      o($Vg, [2, 27]),
      o($Vm, [2, 33]),
      {
        33: [2, 80],
        42: 147,
        78: 148,
        79: $Vy
      },
      o($Vu, [2, 77]),
      o($Vx, [2, 79]),
      o($Vd, [2, 15]),
      {
        73: [1, 150],
        81: [1, 149]
      },
      o($Vz, [2, 108]),
      o($Ve, [2, 16]),
      { 33: [1, 151] },
      { 33: [2, 81] },
      { 33: [2, 37] },
      o($Vz, [2, 109]),
      o($Vd, [2, 17])
    ],
    defaultActions: {
      4: [2, 1],
      62: [2, 46],
      63: [2, 47],
      72: [2, 61],
      74: [2, 20],
      78: [2, 63],
      90: [2, 87],
      100: [2, 91],
      104: [2, 18],
      108: [2, 95],
      118: [2, 59],
      121: [2, 99],
      125: [2, 103],
      127: [2, 19],
      128: [2, 83],
      133: [2, 69],
      136: [2, 75],
      148: [2, 81],
      149: [2, 37]
    },
    parseError: function parseError(str, hash) {
      if (hash.recoverable) this.trace(str);
      else {
        var error = new Error(str);
        error.hash = hash;
        throw error;
      }
    },
    parse: function parse5(input3) {
      var self = this, stack = [0], vstack = [null], lstack = [], table = this.table, yytext = "", yylineno = 0, yyleng = 0, recovering = 0, TERROR = 2, EOF = 1;
      var args = lstack.slice.call(arguments, 1);
      var lexer = Object.create(this.lexer);
      var sharedState = { yy: {} };
      for (var k in this.yy) if (Object.prototype.hasOwnProperty.call(this.yy, k)) sharedState.yy[k] = this.yy[k];
      lexer.setInput(input3, sharedState.yy);
      sharedState.yy.lexer = lexer;
      sharedState.yy.parser = this;
      if (typeof lexer.yylloc == "undefined") lexer.yylloc = {};
      var yyloc = lexer.yylloc;
      lstack.push(yyloc);
      var ranges = lexer.options && lexer.options.ranges;
      if (typeof sharedState.yy.parseError === "function") this.parseError = sharedState.yy.parseError;
      else this.parseError = Object.getPrototypeOf(this).parseError;
      _token_stack: var lex = function() {
        var token = lexer.lex() || EOF;
        if (typeof token !== "number") token = self.symbols_[token] || token;
        return token;
      };
      var symbol, preErrorSymbol, state, action, r, yyval = {}, p, len, newState, expected;
      while (true) {
        state = stack[stack.length - 1];
        if (this.defaultActions[state]) action = this.defaultActions[state];
        else {
          if (symbol === null || typeof symbol == "undefined") symbol = lex();
          action = table[state] && table[state][symbol];
        }
        if (typeof action === "undefined" || !action.length || !action[0]) {
          var errStr = "";
          expected = [];
          for (p in table[state]) if (this.terminals_[p] && p > TERROR) expected.push("'" + this.terminals_[p] + "'");
          if (lexer.showPosition) errStr = "Parse error on line " + (yylineno + 1) + ":\n" + lexer.showPosition() + "\nExpecting " + expected.join(", ") + ", got '" + (this.terminals_[symbol] || symbol) + "'";
          else errStr = "Parse error on line " + (yylineno + 1) + ": Unexpected " + (symbol == EOF ? "end of input" : "'" + (this.terminals_[symbol] || symbol) + "'");
          this.parseError(errStr, {
            text: lexer.match,
            token: this.terminals_[symbol] || symbol,
            line: lexer.yylineno,
            loc: yyloc,
            expected
          });
        }
        if (action[0] instanceof Array && action.length > 1) throw new Error("Parse Error: multiple actions possible at state: " + state + ", token: " + symbol);
        switch (action[0]) {
          case 1:
            stack.push(symbol);
            vstack.push(lexer.yytext);
            lstack.push(lexer.yylloc);
            stack.push(action[1]);
            symbol = null;
            if (!preErrorSymbol) {
              yyleng = lexer.yyleng;
              yytext = lexer.yytext;
              yylineno = lexer.yylineno;
              yyloc = lexer.yylloc;
              if (recovering > 0) recovering--;
            } else {
              symbol = preErrorSymbol;
              preErrorSymbol = null;
            }
            break;
          case 2:
            len = this.productions_[action[1]][1];
            yyval.$ = vstack[vstack.length - len];
            yyval._$ = {
              first_line: lstack[lstack.length - (len || 1)].first_line,
              last_line: lstack[lstack.length - 1].last_line,
              first_column: lstack[lstack.length - (len || 1)].first_column,
              last_column: lstack[lstack.length - 1].last_column
            };
            if (ranges) yyval._$.range = [lstack[lstack.length - (len || 1)].range[0], lstack[lstack.length - 1].range[1]];
            r = this.performAction.apply(yyval, [
              yytext,
              yyleng,
              yylineno,
              sharedState.yy,
              action[1],
              vstack,
              lstack
            ].concat(args));
            if (typeof r !== "undefined") return r;
            if (len) {
              stack = stack.slice(0, -1 * len * 2);
              vstack = vstack.slice(0, -1 * len);
              lstack = lstack.slice(0, -1 * len);
            }
            stack.push(this.productions_[action[1]][0]);
            vstack.push(yyval.$);
            lstack.push(yyval._$);
            newState = table[stack[stack.length - 2]][stack[stack.length - 1]];
            stack.push(newState);
            break;
          case 3:
            return true;
        }
      }
      return true;
    }
  };
  parser2.lexer = /* @__PURE__ */ (function() {
    return {
      EOF: 1,
      parseError: function parseError(str, hash) {
        if (this.yy.parser) this.yy.parser.parseError(str, hash);
        else throw new Error(str);
      },
      setInput: function(input3, yy) {
        this.yy = yy || this.yy || {};
        this._input = input3;
        this._more = this._backtrack = this.done = false;
        this.yylineno = this.yyleng = 0;
        this.yytext = this.matched = this.match = "";
        this.conditionStack = ["INITIAL"];
        this.yylloc = {
          first_line: 1,
          first_column: 0,
          last_line: 1,
          last_column: 0
        };
        if (this.options.ranges) this.yylloc.range = [0, 0];
        this.offset = 0;
        return this;
      },
      input: function() {
        var ch = this._input[0];
        this.yytext += ch;
        this.yyleng++;
        this.offset++;
        this.match += ch;
        this.matched += ch;
        if (ch.match(/(?:\r\n?|\n).*/g)) {
          this.yylineno++;
          this.yylloc.last_line++;
        } else this.yylloc.last_column++;
        if (this.options.ranges) this.yylloc.range[1]++;
        this._input = this._input.slice(1);
        return ch;
      },
      unput: function(ch) {
        var len = ch.length;
        var lines = ch.split(/(?:\r\n?|\n)/g);
        this._input = ch + this._input;
        this.yytext = this.yytext.substr(0, this.yytext.length - len);
        this.offset -= len;
        var oldLines = this.match.split(/(?:\r\n?|\n)/g);
        this.match = this.match.substr(0, this.match.length - 1);
        this.matched = this.matched.substr(0, this.matched.length - 1);
        if (lines.length - 1) this.yylineno -= lines.length - 1;
        var r = this.yylloc.range;
        this.yylloc = {
          first_line: this.yylloc.first_line,
          last_line: this.yylineno + 1,
          first_column: this.yylloc.first_column,
          last_column: lines ? (lines.length === oldLines.length ? this.yylloc.first_column : 0) + oldLines[oldLines.length - lines.length].length - lines[0].length : this.yylloc.first_column - len
        };
        if (this.options.ranges) this.yylloc.range = [r[0], r[0] + this.yyleng - len];
        this.yyleng = this.yytext.length;
        return this;
      },
      more: function() {
        this._more = true;
        return this;
      },
      reject: function() {
        if (this.options.backtrack_lexer) this._backtrack = true;
        else return this.parseError("Lexical error on line " + (this.yylineno + 1) + ". You can only invoke reject() in the lexer when the lexer is of the backtracking persuasion (options.backtrack_lexer = true).\n" + this.showPosition(), {
          text: "",
          token: null,
          line: this.yylineno
        });
        return this;
      },
      less: function(n) {
        this.unput(this.match.slice(n));
      },
      pastInput: function() {
        var past = this.matched.substr(0, this.matched.length - this.match.length);
        return (past.length > 20 ? "..." : "") + past.substr(-20).replace(/\n/g, "");
      },
      upcomingInput: function() {
        var next = this.match;
        if (next.length < 20) next += this._input.substr(0, 20 - next.length);
        return (next.substr(0, 20) + (next.length > 20 ? "..." : "")).replace(/\n/g, "");
      },
      showPosition: function() {
        var pre = this.pastInput();
        var c = new Array(pre.length + 1).join("-");
        return pre + this.upcomingInput() + "\n" + c + "^";
      },
      test_match: function(match, indexed_rule) {
        var token, lines, backup;
        if (this.options.backtrack_lexer) {
          backup = {
            yylineno: this.yylineno,
            yylloc: {
              first_line: this.yylloc.first_line,
              last_line: this.last_line,
              first_column: this.yylloc.first_column,
              last_column: this.yylloc.last_column
            },
            yytext: this.yytext,
            match: this.match,
            matches: this.matches,
            matched: this.matched,
            yyleng: this.yyleng,
            offset: this.offset,
            _more: this._more,
            _input: this._input,
            yy: this.yy,
            conditionStack: this.conditionStack.slice(0),
            done: this.done
          };
          if (this.options.ranges) backup.yylloc.range = this.yylloc.range.slice(0);
        }
        lines = match[0].match(/(?:\r\n?|\n).*/g);
        if (lines) this.yylineno += lines.length;
        this.yylloc = {
          first_line: this.yylloc.last_line,
          last_line: this.yylineno + 1,
          first_column: this.yylloc.last_column,
          last_column: lines ? lines[lines.length - 1].length - lines[lines.length - 1].match(/\r?\n?/)[0].length : this.yylloc.last_column + match[0].length
        };
        this.yytext += match[0];
        this.match += match[0];
        this.matches = match;
        this.yyleng = this.yytext.length;
        if (this.options.ranges) this.yylloc.range = [this.offset, this.offset += this.yyleng];
        this._more = false;
        this._backtrack = false;
        this._input = this._input.slice(match[0].length);
        this.matched += match[0];
        token = this.performAction.call(this, this.yy, this, indexed_rule, this.conditionStack[this.conditionStack.length - 1]);
        if (this.done && this._input) this.done = false;
        if (token) return token;
        else if (this._backtrack) {
          for (var k in backup) this[k] = backup[k];
          return false;
        }
        return false;
      },
      next: function() {
        if (this.done) return this.EOF;
        if (!this._input) this.done = true;
        var token, match, tempMatch, index2;
        if (!this._more) {
          this.yytext = "";
          this.match = "";
        }
        var rules = this._currentRules();
        for (var i = 0; i < rules.length; i++) {
          tempMatch = this._input.match(this.rules[rules[i]]);
          if (tempMatch && (!match || tempMatch[0].length > match[0].length)) {
            match = tempMatch;
            index2 = i;
            if (this.options.backtrack_lexer) {
              token = this.test_match(tempMatch, rules[i]);
              if (token !== false) return token;
              else if (this._backtrack) {
                match = false;
                continue;
              } else return false;
            } else if (!this.options.flex) break;
          }
        }
        if (match) {
          token = this.test_match(match, rules[index2]);
          if (token !== false) return token;
          return false;
        }
        if (this._input === "") return this.EOF;
        else return this.parseError("Lexical error on line " + (this.yylineno + 1) + ". Unrecognized text.\n" + this.showPosition(), {
          text: "",
          token: null,
          line: this.yylineno
        });
      },
      lex: function lex() {
        var r = this.next();
        if (r) return r;
        else return this.lex();
      },
      begin: function begin(condition) {
        this.conditionStack.push(condition);
      },
      popState: function popState() {
        if (this.conditionStack.length - 1 > 0) return this.conditionStack.pop();
        else return this.conditionStack[0];
      },
      _currentRules: function _currentRules() {
        if (this.conditionStack.length && this.conditionStack[this.conditionStack.length - 1]) return this.conditions[this.conditionStack[this.conditionStack.length - 1]].rules;
        else return this.conditions["INITIAL"].rules;
      },
      topState: function topState(n) {
        n = this.conditionStack.length - 1 - Math.abs(n || 0);
        if (n >= 0) return this.conditionStack[n];
        else return "INITIAL";
      },
      pushState: function pushState(condition) {
        this.begin(condition);
      },
      stateStackSize: function stateStackSize() {
        return this.conditionStack.length;
      },
      options: {},
      performAction: function anonymous(yy, yy_, $avoiding_name_collisions, YY_START) {
        function strip2(start, end) {
          return yy_.yytext = yy_.yytext.substring(start, yy_.yyleng - end + start);
        }
        switch ($avoiding_name_collisions) {
          case 0:
            if (yy_.yytext.slice(-2) === "\\\\") {
              strip2(0, 1);
              this.begin("mu");
            } else if (yy_.yytext.slice(-1) === "\\") {
              strip2(0, 1);
              this.begin("emu");
            } else this.begin("mu");
            if (yy_.yytext) return 15;
            break;
          case 1:
            return 15;
          case 2:
            this.popState();
            return 15;
          case 3:
            this.begin("raw");
            return 15;
          case 4:
            this.popState();
            if (this.conditionStack[this.conditionStack.length - 1] === "raw") return 15;
            else {
              strip2(5, 9);
              return 18;
            }
          case 5:
            return 15;
          case 6:
            this.popState();
            return 14;
          case 7:
            return 67;
          case 8:
            return 68;
          case 9:
            if (yy.syntax.square === "string") {
              this.unput(yy_.yytext);
              this.begin("escl");
            } else return 75;
            break;
          case 10:
            return 77;
          case 11:
            return 19;
          case 12:
            this.popState();
            this.begin("raw");
            return 23;
          case 13:
            return 57;
          case 14:
            return 61;
          case 15:
            return 29;
          case 16:
            return 47;
          case 17:
            this.popState();
            return 44;
          case 18:
            this.popState();
            return 44;
          case 19:
            return 34;
          case 20:
            return 39;
          case 21:
            return 53;
          case 22:
            return 48;
          case 23:
            this.unput(yy_.yytext);
            this.popState();
            this.begin("com");
            break;
          case 24:
            this.popState();
            return 14;
          case 25:
            return 48;
          case 26:
            return 74;
          case 27:
            return 73;
          case 28:
            return 73;
          case 29:
            return 93;
          case 30:
            return 92;
          case 31:
            break;
          case 32:
            this.popState();
            return 56;
          case 33:
            this.popState();
            return 33;
          case 34:
            yy_.yytext = strip2(1, 2).replace(/\\"/g, '"');
            return 84;
          case 35:
            yy_.yytext = strip2(1, 2).replace(/\\'/g, "'");
            return 84;
          case 36:
            return 89;
          case 37:
            return 86;
          case 38:
            return 86;
          case 39:
            return 87;
          case 40:
            return 88;
          case 41:
            return 85;
          case 42:
            return 79;
          case 43:
            return 81;
          case 44:
            return 73;
          case 45:
            yy_.yytext = yy_.yytext.replace(/\\([\\\]])/g, "$1");
            this.popState();
            return 73;
          case 46:
            return "INVALID";
          case 47:
            return 5;
        }
      },
      rules: [
        /^(?:[^\x00]*?(?=(\{\{)))/,
        /^(?:[^\x00]+)/,
        /^(?:[^\x00]{2,}?(?=(\{\{|\\\{\{|\\\\\{\{|$)))/,
        /^(?:\{\{\{\{(?=[^/]))/,
        /^(?:\{\{\{\{\/[^\s!"#%-,\.\/;->@\[-\^`\{-~]+(?=[=}\s\/.])\}\}\}\})/,
        /^(?:[^\x00]+?(?=(\{\{\{\{)))/,
        /^(?:[\s\S]*?--(~)?\}\})/,
        /^(?:\()/,
        /^(?:\))/,
        /^(?:\[)/,
        /^(?:\])/,
        /^(?:\{\{\{\{)/,
        /^(?:\}\}\}\})/,
        /^(?:\{\{(~)?>)/,
        /^(?:\{\{(~)?#>)/,
        /^(?:\{\{(~)?#\*?)/,
        /^(?:\{\{(~)?\/)/,
        /^(?:\{\{(~)?\^\s*(~)?\}\})/,
        /^(?:\{\{(~)?\s*else\s*(~)?\}\})/,
        /^(?:\{\{(~)?\^)/,
        /^(?:\{\{(~)?\s*else\b)/,
        /^(?:\{\{(~)?\{)/,
        /^(?:\{\{(~)?&)/,
        /^(?:\{\{(~)?!--)/,
        /^(?:\{\{(~)?![\s\S]*?\}\})/,
        /^(?:\{\{(~)?\*?)/,
        /^(?:=)/,
        /^(?:\.\.)/,
        /^(?:\.(?=([=~}\s\/.)\]|])))/,
        /^(?:\.#)/,
        /^(?:[\/.])/,
        /^(?:\s+)/,
        /^(?:\}(~)?\}\})/,
        /^(?:(~)?\}\})/,
        /^(?:"(\\["]|[^"])*")/,
        /^(?:'(\\[']|[^'])*')/,
        /^(?:@)/,
        /^(?:true(?=([~}\s)\]])))/,
        /^(?:false(?=([~}\s)\]])))/,
        /^(?:undefined(?=([~}\s)\]])))/,
        /^(?:null(?=([~}\s)\]])))/,
        /^(?:-?[0-9]+(?:\.[0-9]+)?(?=([~}\s)\]])))/,
        /^(?:as\s+\|)/,
        /^(?:\|)/,
        /^(?:([^\s!"#%-,\.\/;->@\[-\^`\{-~]+(?=([=~}\s\/.)\]|]))))/,
        /^(?:\[(\\\]|[^\]])*\])/,
        /^(?:.)/,
        /^(?:$)/
      ],
      conditions: {
        "mu": {
          "rules": [
            7,
            8,
            9,
            10,
            11,
            12,
            13,
            14,
            15,
            16,
            17,
            18,
            19,
            20,
            21,
            22,
            23,
            24,
            25,
            26,
            27,
            28,
            29,
            30,
            31,
            32,
            33,
            34,
            35,
            36,
            37,
            38,
            39,
            40,
            41,
            42,
            43,
            44,
            46,
            47
          ],
          "inclusive": false
        },
        "emu": {
          "rules": [2],
          "inclusive": false
        },
        "com": {
          "rules": [6],
          "inclusive": false
        },
        "raw": {
          "rules": [
            3,
            4,
            5
          ],
          "inclusive": false
        },
        "escl": {
          "rules": [45],
          "inclusive": false
        },
        "INITIAL": {
          "rules": [
            0,
            1,
            47
          ],
          "inclusive": true
        }
      }
    };
  })();
  function Parser3() {
    this.yy = {};
  }
  Parser3.prototype = parser2;
  parser2.Parser = Parser3;
  return new Parser3();
})();
function PrintVisitor() {
  this.padding = 0;
}
PrintVisitor.prototype = new Visitor();
PrintVisitor.prototype.pad = function(string) {
  let out = "";
  for (let i = 0, l = this.padding; i < l; i++) out += "  ";
  out += string + "\n";
  return out;
};
PrintVisitor.prototype.Program = function(program) {
  let out = "", body = program.body, i, l;
  if (program.blockParams) {
    let blockParams = "BLOCK PARAMS: [";
    for (i = 0, l = program.blockParams.length; i < l; i++) blockParams += " " + program.blockParams[i];
    blockParams += " ]";
    out += this.pad(blockParams);
  }
  for (i = 0, l = body.length; i < l; i++) out += this.accept(body[i]);
  this.padding--;
  return out;
};
PrintVisitor.prototype.MustacheStatement = function(mustache2) {
  if (mustache2.params.length > 0 || mustache2.hash) return this.pad("{{ " + this.callBody(mustache2) + " }}");
  else return this.pad("{{ " + this.accept(mustache2.path) + " }}");
};
PrintVisitor.prototype.Decorator = function(mustache2) {
  return this.pad("{{ DIRECTIVE " + this.callBody(mustache2) + " }}");
};
PrintVisitor.prototype.BlockStatement = PrintVisitor.prototype.DecoratorBlock = function(block) {
  let out = "";
  out += this.pad((block.type === "DecoratorBlock" ? "DIRECTIVE " : "") + "BLOCK:");
  this.padding++;
  out += this.pad(this.callBody(block));
  if (block.program) {
    out += this.pad("PROGRAM:");
    this.padding++;
    out += this.accept(block.program);
    this.padding--;
  }
  if (block.inverse) {
    if (block.program) this.padding++;
    out += this.pad("{{^}}");
    this.padding++;
    out += this.accept(block.inverse);
    this.padding--;
    if (block.program) this.padding--;
  }
  this.padding--;
  return out;
};
PrintVisitor.prototype.PartialStatement = function(partial) {
  let content = "PARTIAL:" + partial.name.original;
  if (partial.params[0]) content += " " + this.accept(partial.params[0]);
  if (partial.hash) content += " " + this.accept(partial.hash);
  return this.pad("{{> " + content + " }}");
};
PrintVisitor.prototype.PartialBlockStatement = function(partial) {
  let content = "PARTIAL BLOCK:" + partial.name.original;
  if (partial.params[0]) content += " " + this.accept(partial.params[0]);
  if (partial.hash) content += " " + this.accept(partial.hash);
  content += " " + this.pad("PROGRAM:");
  this.padding++;
  content += this.accept(partial.program);
  this.padding--;
  return this.pad("{{> " + content + " }}");
};
PrintVisitor.prototype.ContentStatement = function(content) {
  return this.pad("CONTENT[ '" + content.value + "' ]");
};
PrintVisitor.prototype.CommentStatement = function(comment) {
  return this.pad("{{! '" + comment.value + "' }}");
};
PrintVisitor.prototype.SubExpression = function(sexpr) {
  return `(${this.callBody(sexpr)})`;
};
PrintVisitor.prototype.callBody = function(callExpr) {
  let params = callExpr.params, paramStrings = [], hash;
  for (let i = 0, l = params.length; i < l; i++) paramStrings.push(this.accept(params[i]));
  params = paramStrings.length === 0 ? "" : " [" + paramStrings.join(", ") + "]";
  hash = callExpr.hash ? " " + this.accept(callExpr.hash) : "";
  return this.accept(callExpr.path) + params + hash;
};
PrintVisitor.prototype.PathExpression = function(id2) {
  let path = [typeof id2.head === "string" ? id2.head : `[${this.accept(id2.head)}]`, ...id2.tail].join("/");
  return "p%" + prefix(id2) + path;
};
function prefix(path) {
  if (path.data) return "@";
  else if (path.this) return "this.";
  else return "";
}
PrintVisitor.prototype.StringLiteral = function(string) {
  return '"' + string.value + '"';
};
PrintVisitor.prototype.NumberLiteral = function(number) {
  return "n%" + number.value;
};
PrintVisitor.prototype.BooleanLiteral = function(bool) {
  return "b%" + bool.value;
};
PrintVisitor.prototype.UndefinedLiteral = function() {
  return "UNDEFINED";
};
PrintVisitor.prototype.NullLiteral = function() {
  return "NULL";
};
PrintVisitor.prototype.ArrayLiteral = function(array) {
  return `Array[${array.items.map((item) => this.accept(item)).join(", ")}]`;
};
PrintVisitor.prototype.HashLiteral = function(hash) {
  return `Hash{${this.hashPairs(hash)}}`;
};
PrintVisitor.prototype.Hash = function(hash) {
  return `HASH{${this.hashPairs(hash)}}`;
};
PrintVisitor.prototype.hashPairs = function(hash) {
  let pairs = hash.pairs, joinedPairs = [];
  for (let i = 0, l = pairs.length; i < l; i++) joinedPairs.push(this.HashPair(pairs[i]));
  return joinedPairs.join(" ");
};
PrintVisitor.prototype.HashPair = function(pair) {
  return pair.key + "=" + this.accept(pair.value);
};
var helpers_exports = /* @__PURE__ */ __exportAll({
  SourceLocation: () => SourceLocation,
  id: () => id,
  prepareBlock: () => prepareBlock,
  prepareMustache: () => prepareMustache,
  preparePartialBlock: () => preparePartialBlock,
  preparePath: () => preparePath,
  prepareProgram: () => prepareProgram,
  prepareRawBlock: () => prepareRawBlock,
  stripComment: () => stripComment,
  stripFlags: () => stripFlags
});
function validateClose(open, close) {
  close = close.path ? close.path.original : close;
  if (open.path.original !== close) {
    let errorNode = { loc: open.path.loc };
    throw new Exception(open.path.original + " doesn't match " + close, errorNode);
  }
}
function SourceLocation(source, locInfo) {
  this.source = source;
  this.start = {
    line: locInfo.first_line,
    column: locInfo.first_column
  };
  this.end = {
    line: locInfo.last_line,
    column: locInfo.last_column
  };
}
function id(token) {
  if (/^\[.*\]$/.test(token)) return token.substring(1, token.length - 1);
  else return token;
}
function stripFlags(open, close) {
  return {
    open: open.charAt(2) === "~",
    close: close.charAt(close.length - 3) === "~"
  };
}
function stripComment(comment) {
  return comment.replace(/^\{\{~?!-?-?/, "").replace(/-?-?~?\}\}$/, "");
}
function preparePath(data, sexpr, parts, loc) {
  loc = this.locInfo(loc);
  let original;
  if (data) original = "@";
  else if (sexpr) original = sexpr.original + ".";
  else original = "";
  let tail = [];
  let depth = 0;
  for (let i = 0, l = parts.length; i < l; i++) {
    let part = parts[i].part;
    let isLiteral3 = parts[i].original !== part;
    let separator = parts[i].separator;
    let partPrefix = separator === ".#" ? "#" : "";
    original += (separator || "") + part;
    if (!isLiteral3 && (part === ".." || part === "." || part === "this")) {
      if (tail.length > 0) throw new Exception("Invalid path: " + original, { loc });
      else if (part === "..") depth++;
    } else tail.push(`${partPrefix}${part}`);
  }
  let head = sexpr || tail.shift();
  return {
    type: "PathExpression",
    this: original.startsWith("this."),
    data,
    depth,
    head,
    tail,
    parts: head ? [head, ...tail] : tail,
    original,
    loc
  };
}
function prepareMustache(path, params, hash, open, strip2, locInfo) {
  let escapeFlag = open.charAt(3) || open.charAt(2), escaped = escapeFlag !== "{" && escapeFlag !== "&";
  return {
    type: /\*/.test(open) ? "Decorator" : "MustacheStatement",
    path,
    params,
    hash,
    escaped,
    strip: strip2,
    loc: this.locInfo(locInfo)
  };
}
function prepareRawBlock(openRawBlock, contents, close, locInfo) {
  validateClose(openRawBlock, close);
  locInfo = this.locInfo(locInfo);
  let program = {
    type: "Program",
    body: contents,
    strip: {},
    loc: locInfo
  };
  return {
    type: "BlockStatement",
    path: openRawBlock.path,
    params: openRawBlock.params,
    hash: openRawBlock.hash,
    program,
    openStrip: {},
    inverseStrip: {},
    closeStrip: {},
    loc: locInfo
  };
}
function prepareBlock(openBlock, program, inverseAndProgram, close, inverted, locInfo) {
  if (close && close.path) validateClose(openBlock, close);
  let decorator = /\*/.test(openBlock.open);
  program.blockParams = openBlock.blockParams;
  let inverse, inverseStrip;
  if (inverseAndProgram) {
    if (decorator) throw new Exception("Unexpected inverse block on decorator", inverseAndProgram);
    if (inverseAndProgram.chain && !close.chain) {
      const closeStrip = close.strip;
      let innerBlock = inverseAndProgram.program.body[0];
      while (innerBlock) {
        innerBlock.closeStrip = closeStrip;
        innerBlock = innerBlock.inverse && innerBlock.inverse.chained ? innerBlock.inverse.body[0] : null;
      }
    }
    inverseStrip = inverseAndProgram.strip;
    inverse = inverseAndProgram.program;
  }
  if (inverted) {
    inverted = inverse;
    inverse = program;
    program = inverted;
  }
  return {
    type: decorator ? "DecoratorBlock" : "BlockStatement",
    path: openBlock.path,
    params: openBlock.params,
    hash: openBlock.hash,
    program,
    inverse,
    openStrip: openBlock.strip,
    inverseStrip,
    closeStrip: close && close.strip,
    loc: this.locInfo(locInfo)
  };
}
function prepareProgram(statements, loc) {
  if (!loc && statements.length) {
    const firstLoc = statements[0].loc, lastLoc = statements[statements.length - 1].loc;
    if (firstLoc && lastLoc) loc = {
      source: firstLoc.source,
      start: {
        line: firstLoc.start.line,
        column: firstLoc.start.column
      },
      end: {
        line: lastLoc.end.line,
        column: lastLoc.end.column
      }
    };
  }
  return {
    type: "Program",
    body: statements,
    strip: {},
    loc
  };
}
function preparePartialBlock(open, program, close, locInfo) {
  validateClose(open, close);
  return {
    type: "PartialBlockStatement",
    name: open.path,
    params: open.params,
    hash: open.hash,
    program,
    openStrip: open.strip,
    closeStrip: close && close.strip,
    loc: this.locInfo(locInfo)
  };
}
var baseHelpers = {};
for (let helper in helpers_exports) if (Object.prototype.hasOwnProperty.call(helpers_exports, helper)) baseHelpers[helper] = helpers_exports[helper];
function parseWithoutProcessing(input3, options) {
  if (input3.type === "Program") return input3;
  parser.yy = baseHelpers;
  parser.yy.locInfo = function(locInfo) {
    return new SourceLocation(options && options.srcName, locInfo);
  };
  let squareSyntax;
  if (typeof options?.syntax?.square === "function") squareSyntax = options.syntax.square;
  else if (options?.syntax?.square === "node") squareSyntax = arrayLiteralNode;
  else squareSyntax = "string";
  let hashSyntax;
  if (typeof options?.syntax?.hash === "function") hashSyntax = options.syntax.hash;
  else hashSyntax = hashLiteralNode;
  parser.yy.syntax = {
    square: squareSyntax,
    hash: hashSyntax
  };
  return parser.parse(input3);
}
function arrayLiteralNode(array, loc) {
  return {
    type: "ArrayLiteral",
    items: array,
    loc
  };
}
function hashLiteralNode(hash, loc) {
  return {
    type: "HashLiteral",
    pairs: hash.pairs,
    loc
  };
}
function parse(input3, options) {
  let ast = parseWithoutProcessing(input3, options);
  return new WhitespaceControl(options).accept(ast);
}

// src/prompts/handlebars/scan.ts
var maxLength2 = 256 * 1024;
var maxTags = 2e3;
var maxBrackets = 50;
var tokens2 = /"(?:\\"|[^"])*"|'(?:\\'|[^'])*'|\[(?:\\\]|[^\]])*\]|["'[()]|\}\}/g;
var commentEnds = { short: /\}\}/g, long: /--~?\}\}/g };
function findExcess(template) {
  if (template.length > maxLength2) {
    return tooMuch2(`has ${template.length} characters; at most ${maxLength2} are read as Handlebars.`, maxLength2);
  }
  let tags = 0;
  for (let open = template.indexOf("{{"); open !== -1; ) {
    const { end, bracketed, deepest, isRaw } = measureTag(template, open);
    tags += 1 + bracketed;
    if (isRaw) {
      const hint2 = 'Write "\\{{" for braces that are text.';
      return { message: "has a raw block, which is not read.", hint: hint2, offset: open };
    }
    if (tags > maxTags) return tooMuch2(`has more than ${maxTags} tags and names in brackets.`, open);
    if (deepest > maxBrackets) return tooMuch2(`has more than ${maxBrackets} brackets one in the other.`, open);
    open = template.indexOf("{{", end);
  }
  return null;
}
function tooMuch2(message, offset) {
  return { message, hint: "Write less into one template.", offset };
}
function measureTag(template, open) {
  const plain2 = { bracketed: 0, deepest: 0, isRaw: false };
  if (template[open - 1] === "\\" && template[open - 2] !== "\\") return { ...plain2, end: open + 2 };
  if (template.startsWith("{{{{", open)) return { ...plain2, end: open + 4, isRaw: true };
  const comment = /^\{\{~?!(--)?/.exec(template.slice(open, open + 6));
  if (comment !== null) {
    const closing = commentEnds[comment[1] === void 0 ? "short" : "long"];
    closing.lastIndex = open + comment[0].length;
    return { ...plain2, end: closing.test(template) ? closing.lastIndex : template.length };
  }
  let bracketed = 0;
  let depth = 0;
  let deepest = 0;
  tokens2.lastIndex = open + 2;
  for (let token = tokens2.exec(template); token !== null; token = tokens2.exec(template)) {
    const [text] = token;
    if (text === "}}") return { bracketed, deepest, isRaw: false, end: tokens2.lastIndex };
    if (text === "(") deepest = Math.max(deepest, ++depth);
    else if (text === ")") depth -= 1;
    else if (text.length === 1) break;
    else if (text.startsWith("[")) bracketed += 1;
  }
  return { bracketed, deepest, isRaw: false, end: template.length };
}

// src/prompts/handlebars/parse.ts
var maxDepth3 = 100;
function parseTemplate(template) {
  const excess = findExcess(template);
  if (excess !== null) return { fault: excess };
  const offsetAt = buildOffsets(template);
  try {
    const program = parseWithoutProcessing(template);
    const offsetOf = ({ loc }) => offsetAt(loc.start.line, loc.start.column);
    const deepest = findDeepest(program);
    if (deepest !== null) {
      const message = `has more than ${maxDepth3} blocks one in the other.`;
      return { fault: { message, hint: "Write less into one template.", offset: offsetOf(deepest) } };
    }
    const files = program.body.slice(0, countFiles(program));
    for (const { program: body } of files) if (body !== void 0) takeBlanks(body);
    program.body.splice(0, files.length);
    takeBlanks(program);
    return { program: { ...program, body: [...files, ...program.body] }, offsetOf };
  } catch (error) {
    return { fault: explain(error, offsetAt) };
  }
}
function takeBlanks(program) {
  parse(program);
}
function countFiles({ body }) {
  const isFile = ({ type, hash }) => type === "DecoratorBlock" && hash?.pairs.some(({ key: key2 }) => key2 === "file") === true;
  const end = body.findIndex((node) => !isFile(node));
  return end === -1 ? body.length : end;
}
function findDeepest(root) {
  const open = [[root, 0]];
  for (let next = open.pop(); next !== void 0; next = open.pop()) {
    const [{ body }, depth] = next;
    for (const node of body) {
      if (depth > maxDepth3) return node;
      for (const inner of [node.program, node.inverse]) if (inner) open.push([inner, depth + 1]);
    }
  }
  return null;
}
function explain({ message, hash, lineNumber = 1, column: column2 = 0 }, offsetAt) {
  const hint2 = 'Correct the tag; for braces that are text write "\\{{".';
  if (hash === void 0) {
    const [, open, close] = /^(.*) doesn't match (.*?)(?: - \d+:\d+)?$/s.exec(message) ?? [];
    const what = open === void 0 ? "has a tag of Handlebars that cannot be read." : `closes "${open}" as "${close}".`;
    return { message: what, hint: hint2, offset: offsetAt(lineNumber, column2) };
  }
  const offset = hash.loc === void 0 ? offsetAt(hash.line + 1, 0) : offsetAt(hash.loc.last_line, hash.loc.last_column);
  if (hash.token === "EOF") {
    return { message: "ends inside a block of Handlebars.", hint: 'Close each "{{#…}}" with its "{{/…}}".', offset };
  }
  if (hash.token === "OPEN_ENDBLOCK" || hash.token === "INVERSE" || hash.token === "OPEN_INVERSE_CHAIN") {
    return { message: "closes a block of Handlebars where none is open.", hint: hint2, offset };
  }
  return { message: "has a tag of Handlebars that cannot be read.", hint: hint2, offset };
}
function buildOffsets(template) {
  const starts = [0, ...[...template.matchAll(/\r\n?|\n/g)].map(({ 0: end, index: index2 }) => index2 + end.length)];
  return (line, column2) => Math.max(0, Math.min((starts[line - 1] ?? 0) + column2, template.length - 1));
}

// src/prompts/handlebars/read.ts
function readProgram(raw, reading, outer = noNames) {
  const definitions = raw.body.filter(({ type }) => type === "DecoratorBlock");
  const named = definitions.map((node) => [readDefinedName(node, reading), node]);
  const names2 = {
    partials: /* @__PURE__ */ new Set([...outer.partials, ...named.flatMap(([name2]) => name2 ?? [])]),
    params: /* @__PURE__ */ new Set([...outer.params, ...raw.blockParams ?? []])
  };
  return {
    params: raw.blockParams ?? [],
    partials: new Map(
      named.flatMap(
        ([name2, { program = empty }]) => name2 === null ? [] : [[name2, readProgram(program, reading, names2)]]
      )
    ),
    nodes: raw.body.flatMap((node) => readNode(node, reading, names2) ?? [])
  };
}
var noNames = { partials: /* @__PURE__ */ new Set(), params: /* @__PURE__ */ new Set() };
var empty = { body: [] };
var loops = ["each", "with"];
function fault({ faults, offsetOf }, node, message, hint2) {
  faults.push({ message, hint: hint2, offset: offsetOf(node) });
  return null;
}
function readDefinedName(node, reading) {
  const [param] = node.params ?? [];
  if (node.path?.original === "inline" && param?.type === "StringLiteral") return String(param.value);
  return fault(reading, node, "has a decorator that is not read.", 'Write {{#*inline "name"}} … {{/inline}}.');
}
function readNode(node, reading, names2) {
  switch (node.type) {
    case "ContentStatement":
      return { kind: "text", text: String(node.value) };
    case "MustacheStatement":
      return readMustache(node, reading, names2);
    case "BlockStatement":
      return readBlock(node, reading, names2);
    case "PartialStatement":
      return readPartial(node, reading, names2);
    case "PartialBlockStatement":
      return fault(reading, node, "has a partial with a block, which is not read.", "Write {{> name}}.");
    case "Decorator":
      return fault(reading, node, "has a decorator, which is not read.", "Take it out.");
    default:
      return null;
  }
}
function readMustache(node, reading, names2) {
  const { helpers } = reading;
  const name2 = findHelper(node, reading, names2);
  if (name2 === null) {
    const value = readExpression(headOf(node), reading, node);
    return value === null ? null : { kind: "print", value };
  }
  const mark = helpers.marks.get(name2);
  if (mark === void 0) {
    const value = readCall(node, name2, reading);
    return value === null ? null : { kind: "print", value };
  }
  const [word] = node.params ?? [];
  if (mark.words?.includes(String(word?.value)) === false) {
    return fault(reading, node, `gives ${quoteName(name2)} no word that it knows.`, listKnown(mark.words));
  }
  const given = readArguments(node, name2, mark.takes, reading);
  return given === null ? null : { kind: "mark", helper: name2, ...given };
}
function readBlock(node, reading, names2) {
  const { program, inverse } = node;
  const branches = {
    body: readProgram(program ?? empty, reading, names2),
    inverse: inverse === void 0 ? null : readProgram(inverse, reading, names2)
  };
  const name2 = findHelper(node, reading, names2);
  if (name2 === null) {
    const value = readExpression(headOf(node), reading);
    return value === null ? null : { kind: "block", helper: "section", args: [value], hash: [], ...branches };
  }
  const condition = reading.helpers.conditions.get(name2);
  if (condition === void 0 && !loops.includes(name2)) {
    const known4 = [...loops, ...reading.helpers.conditions.keys()];
    return fault(reading, node, `opens a block by the unknown helper ${quoteName(name2)}.`, hintKnown(name2, known4));
  }
  const given = readArguments(node, name2, condition?.takes ?? 1, reading);
  return given === null ? null : { kind: "block", helper: name2, ...given, ...branches };
}
function readPartial(node, reading, { partials }) {
  const { name: called, params = [], indent: indent2 = "" } = node;
  const name2 = String(called?.original);
  if (called?.type === "SubExpression" || called?.data === true) {
    return fault(reading, node, "names a partial by a value, which is not read.", "Write {{> name}}.");
  }
  if (!partials.has(name2)) {
    return fault(reading, node, `calls the unknown partial ${quoteName(name2)}.`, hintKnown(name2, [...partials]));
  }
  if (params.length > 1) {
    return fault(reading, node, "gives a partial more than one context.", "Write {{> name context key=value}}.");
  }
  const [param] = params;
  const context = param === void 0 ? null : readExpression(param, reading);
  const hash = readHash(node, reading);
  return param !== void 0 && context === null || hash === null ? null : { kind: "partial", name: name2, context, hash, indent: indent2 };
}
function findHelper(node, { helpers }, { params }) {
  const { path } = node;
  const name2 = String(path?.original);
  const isSimple = path?.type === "PathExpression" && !path.data && path.parts?.length === 1 && !isScoped(path);
  const isAsked2 = isSimple && !params.has(name2) && isKnown(name2, helpers);
  return isAsked2 || isGiven(node) ? name2 : null;
}
function isScoped({ depth, original }) {
  return depth !== 0 || /^\.|^this\b/.test(String(original));
}
function isGiven({ params = [], hash }) {
  return params.length > 0 || hash !== void 0;
}
function isKnown(name2, { values, conditions, marks }) {
  return values.has(name2) || conditions.has(name2) || marks.has(name2) || loops.includes(name2);
}
function headOf(node) {
  const { path } = node;
  if (path === void 0 || !isLiteral(path)) return path ?? node;
  return { ...path, type: "PathExpression", data: false, depth: 0, parts: [String(path.original)] };
}
function isLiteral({ type }) {
  return /^(String|Number|Boolean|Undefined|Null)Literal$/.test(type);
}
function readCall(node, name2, reading) {
  const helper = reading.helpers.values.get(name2);
  if (helper === void 0) {
    const known4 = [...reading.helpers.values.keys(), ...reading.helpers.marks.keys()];
    const isBlock = isKnown(name2, reading.helpers);
    const message = isBlock ? `uses ${quoteName(name2)} as a value.` : `uses the unknown helper ${quoteName(name2)}.`;
    const hint2 = isBlock ? `Write {{#${name2} …}}; for a column of that name {{this.${name2}}}.` : hintKnown(name2, known4);
    return fault(reading, node, message, hint2);
  }
  const given = readArguments(node, name2, helper.takes, reading);
  return given === null ? null : { kind: "call", helper: name2, ...given };
}
function readArguments(node, name2, takes, reading) {
  const { params = [] } = node;
  if (params.length !== takes) {
    const hint2 = `Write ${takes === 1 ? "one" : takes}; for a column of that name write {{this.${name2}}}.`;
    return fault(reading, node, `gives ${quoteName(name2)} ${params.length} values.`, hint2);
  }
  const args = params.flatMap((param) => readExpression(param, reading) ?? []);
  const hash = readHash(node, reading);
  return args.length < params.length || hash === null ? null : { args, hash };
}
function readHash({ hash }, reading) {
  const pairs = hash?.pairs ?? [];
  const read3 = pairs.flatMap(({ key: key2, value }) => {
    const expression = readExpression(value, reading);
    return expression === null ? [] : [[key2, expression]];
  });
  return read3.length < pairs.length ? null : read3;
}
function readExpression(node, reading, tag2 = node) {
  if (node.type === "PathExpression") return readPath(node, reading, tag2);
  if (node.type === "SubExpression") {
    return readCall(node, String(node.path?.original), reading);
  }
  if (isLiteral(node)) return { kind: "literal", value: node.value };
  return fault(reading, node, "has a value that cannot be read.", "Write a name, a path, a text or a number.");
}
function readPath(node, reading, tag2) {
  const { data = false, depth = 0, parts = [] } = node;
  const names2 = parts.flatMap((part) => typeof part === "string" ? part : []);
  if (names2.length < parts.length) {
    return fault(reading, node, "takes a member of a helper.", "Name the value with {{#with (…) as |name|}}.");
  }
  return { kind: "path", isData: data, depth, parts: names2, isScoped: isScoped(node), offset: reading.offsetOf(tag2) };
}

// src/prompts/handlebars/template.ts
function createReader(helpers) {
  return keepRead((template) => readTemplate(template, helpers));
}
function readTemplate(template, helpers) {
  const parsed = parseTemplate(template);
  if ("fault" in parsed) return { program: { nodes: [], params: [], partials: /* @__PURE__ */ new Map() }, faults: [parsed.fault] };
  const faults = [];
  const program = readProgram(parsed.program, { helpers, offsetOf: parsed.offsetOf, faults });
  return { program, faults: faults.sort((one, other2) => one.offset - other2.offset) };
}
function listTexts(program) {
  const inner = program.nodes.flatMap((node) => {
    if (node.kind === "text") return [node.text];
    if (node.kind !== "block") return [];
    return [...listTexts(node.body), ...node.inverse === null ? [] : listTexts(node.inverse)];
  });
  return [...inner, ...[...program.partials.values()].flatMap(listTexts)];
}

// src/prompts/handlebars/uses.ts
var maxContexts = 8;
function findUses(program) {
  const search = { uses: [], calls: [], contexts: /* @__PURE__ */ new Map() };
  const root = {
    frame: { origin: originAt([]), outer: null },
    isInLoop: false,
    params: /* @__PURE__ */ new Map(),
    partials: /* @__PURE__ */ new Map()
  };
  walk(program, root, null, search);
  for (let call = search.calls.pop(); call !== void 0; call = search.calls.pop()) walk(...call, search);
  const distinct = new Map(search.uses.map((use) => [`${use.offset} ${use.name}`, use]));
  return [...distinct.values()].sort((one, other2) => one.offset - other2.offset);
}
function walk(program, inner, around, search) {
  const defined = [...program.partials].map(([name2, one]) => [name2, { program: one, around }]);
  const partials = defined.length === 0 ? inner.partials : new Map([...inner.partials, ...defined]);
  const scope = { ...inner, partials };
  for (const node of program.nodes) walkNode(node, scope, search);
}
function walkNode(node, scope, search) {
  if (node.kind === "print") note(node.value, scope, search);
  else if (node.kind === "partial") walkPartial(node, scope, search);
  else if (node.kind !== "text") {
    const places = node.args.map((arg) => note(arg, scope, search));
    for (const [, value] of node.hash) note(value, scope, search);
    if (node.kind === "block") walkBlock(node, places[0] ?? null, scope, search);
  }
}
function walkBlock({ helper, body, inverse }, place, scope, search) {
  if (inverse !== null) walk(inverse, scope, scope, search);
  const isLoop = helper === "each";
  if (!isLoop && helper !== "with" && helper !== "section") {
    walk(body, scope, scope, search);
    return;
  }
  const named = body.params.map((name2, index2) => [name2, isLoop || index2 > 0 ? null : place]);
  const params = new Map([...scope.params, ...named]);
  const frame = enter2(scope.frame, originAt(isLoop ? null : place));
  walk(body, { ...scope, frame, params, isInLoop: isLoop || scope.isInLoop }, scope, search);
}
function enter2(outer, origin) {
  const isSame = outer !== null && origin.place !== null && write2(outer.origin) === write2(origin);
  return isSame ? outer : { origin, outer };
}
function write2({ place, given }) {
  return JSON.stringify([place, [...given]]);
}
function walkPartial({ name: name2, context, hash }, scope, search) {
  const partial = scope.partials.get(name2);
  const base = context === null ? scope.frame.origin : originAt(note(context, scope, search));
  const given = hash.map(([key3, value]) => [key3, note(value, scope, search)]);
  if (partial === void 0) return;
  const origin = given.length === 0 ? base : { ...base, given: new Map([...base.given, ...given]) };
  const known4 = search.contexts.get(partial.program) ?? /* @__PURE__ */ new Set();
  search.contexts.set(partial.program, known4);
  const told2 = known4.size < maxContexts ? origin : originAt(null);
  const key2 = `${scope.isInLoop} ${write2(told2)}`;
  if (known4.has(key2)) return;
  known4.add(key2);
  const { around } = partial;
  const frame = enter2(around?.frame ?? null, told2);
  search.calls.push([partial.program, { ...scope, frame, params: around?.params ?? /* @__PURE__ */ new Map() }, around]);
}
function note(expression, scope, search) {
  if (expression.kind === "literal") return null;
  if (expression.kind === "path") {
    const place = findPlace(expression, scope);
    if (place !== null) search.uses.push({ name: nameOf2(place), offset: expression.offset });
    return place;
  }
  for (const arg of expression.args) note(arg, scope, search);
  for (const [, value] of expression.hash) note(value, scope, search);
  return null;
}
function findPlace({ isData, depth, parts, isScoped: isScoped2 }, { frame, isInLoop, params }) {
  const [first = "", ...rest] = parts;
  if (isData && first === "root") return rest;
  if (isData) return isInLoop && loopNames.includes(first) ? null : [`@${first}`, ...rest];
  const param = isScoped2 ? void 0 : params.get(first);
  if (param !== void 0) return below(param, rest);
  let at = frame;
  for (let up = 0; up < depth && at !== null; up += 1) at = at.outer;
  return at === null ? null : placeOf(at.origin, parts);
}

// src/prompts/handlebars.ts
var read = createReader(builtinHelpers);
var foreignStyles = [
  ...tagStyles.filter(({ style }) => style === "a tag of Jinja"),
  ...argumentStyles,
  ...braceStyles,
  ...namedStyles
];
var handlebars = {
  name: "handlebars",
  write: (name2) => `{{${name2}}}`,
  asText: 'Where it is text, write "\\{{" for "{{". Where it may be missing, ask with {{#if …}}.',
  findVariables: (template) => findUses(read(template).program),
  findFaults: (template) => read(template).faults,
  findForeign: (template) => findForeign(template, foreignStyles),
  render: (template, variables) => {
    const { pieces: pieces2, unknown } = interpret(read(template).program, variables, builtinHelpers);
    return { value: pieces2.join(""), unknown };
  },
  listLiterals: (template) => listTexts(read(template).program)
};

// src/prompts/dotprompt/helpers.ts
var roleNames = ["system", "user", "model", "assistant", "developer"];
var dotpromptHelpers = {
  values: new Map([
    ...builtinHelpers.values,
    ["json", { takes: 1, run: ([value], named) => writeValue(value, named.get("indent")) }]
  ]),
  conditions: new Map([
    ...builtinHelpers.conditions,
    ["ifEquals", { takes: 2, run: ([one, other2]) => one === other2 }],
    ["unlessEquals", { takes: 2, run: ([one, other2]) => one !== other2 }]
  ]),
  marks: /* @__PURE__ */ new Map([
    ["role", { takes: 1, words: roleNames, run: ([role]) => ({ kind: "role", role: String(role) }) }],
    ["history", { takes: 0, run: () => ({ kind: "history" }) }],
    ["section", { takes: 1, run: () => ({ kind: "section" }) }],
    ["media", { takes: 0, run: (_, named) => readMedia(named) }]
  ])
};
function readMedia(named) {
  return { kind: "media", url: toText2(named.get("url")) ?? "", type: toText2(named.get("contentType")) };
}
function writeValue(value, indent2) {
  return value === void 0 ? void 0 : writeJson(value, typeof indent2 === "number" ? indent2 : 0);
}
function toText2(value) {
  return value === void 0 || value === null ? null : String(value);
}

// src/prompts/dotprompt/turns.ts
function makeTurns(pieces2, history) {
  const turns = [];
  const begin = (role) => {
    const turn = { role, pieces: [] };
    turns.push(turn);
    return turn;
  };
  let current = begin("user");
  for (const piece of splitAtTurns(pieces2)) {
    if (Array.isArray(piece)) current.pieces.push(...piece);
    else if (piece.kind === "history") {
      turns.push(history);
      current = begin("model");
    } else if (current.pieces.length === 0) current.role = piece.role;
    else current = begin(piece.role);
  }
  const messages = turns.flatMap((turn) => "role" in turn ? toMessages(turn) : turn);
  if (turns.includes(history) || history.length === 0) return messages;
  const isAsked2 = messages.at(-1)?.role === "user";
  return isAsked2 ? [...messages.slice(0, -1), ...history, ...messages.slice(-1)] : [...messages, ...history];
}
function splitAtTurns(pieces2) {
  const runs = [];
  let run = [];
  const close = () => {
    if (run.some((part) => part.type !== "text" || part.text.trim() !== "")) runs.push(run);
    run = [];
  };
  for (const piece of pieces2) {
    if (typeof piece === "string") run.push({ type: "text", text: piece });
    else if (piece.kind === "media") run.push({ type: "image", url: imageUrl(piece), detail: null });
    else if (piece.kind !== "section") {
      close();
      runs.push(piece);
    }
  }
  close();
  return runs;
}
function imageUrl({ url, type }) {
  if (type === null || /^image\//i.test(type)) return url;
  throw UserError.of(`A message has media of the type "${type}", which is not sent.`, "Only images are: take it out.");
}
function toMessages({ role, pieces: pieces2 }) {
  if (pieces2.length === 0) return [];
  const parts = joinTexts(pieces2);
  const own = role === "model" ? "assistant" : role;
  const [only] = parts;
  if (parts.length === 1 && only?.type === "text") return [{ role: own, content: only.text }];
  return [{ role: own, content: joinParts(parts), parts }];
}
function joinTexts(pieces2) {
  const parts = [];
  for (const piece of pieces2) {
    const last = parts.at(-1);
    if (piece.type === "text" && last?.type === "text")
      parts[parts.length - 1] = { type: "text", text: last.text + piece.text };
    else parts.push(piece);
  }
  return parts.filter((part) => part.type !== "text" || part.text.trim() !== "");
}

// src/prompts/dotprompt/dotprompt-dialect.ts
var read2 = createReader(dotpromptHelpers);
var dotpromptDialect = {
  name: "dotprompt",
  write: (name2) => `{{${name2}}}`,
  asText: 'Where it is text, write "\\{{" for "{{". Where it may be missing, ask with {{#if …}}, or give it an "input: default:".',
  findVariables: (template) => findUses(read2(template).program),
  findFaults: (template) => read2(template).faults,
  findForeign: (template) => findForeign(template, foreignStyles),
  render: (template, variables) => {
    const { pieces: pieces2, unknown } = interpret(read2(template).program, variables, dotpromptHelpers);
    return { value: pieces2.filter((piece) => typeof piece === "string").join(""), unknown };
  },
  renderTurns: (template, variables, conversation) => {
    const { pieces: pieces2, unknown } = interpret(read2(template).program, variables, dotpromptHelpers);
    return { value: makeTurns(pieces2, conversation ?? []), unknown };
  },
  listLiterals: (template) => listTexts(read2(template).program)
};

// src/prompts/f-string.ts
var braces = /\{\{|\}\}|\{([^{}]*)\}|[{}]/g;
var plainName = /^[\p{L}_][\p{L}\p{N}_-]*$/u;
var maxFaults = 1e3;
var fString = {
  name: "f-string",
  write: (name2) => `{${name2}}`,
  asText: 'Where it is text, double its braces, or write "template: none" for the whole file.',
  findVariables: (template) => [...template.matchAll(braces)].flatMap(
    ({ 1: name2, index: index2 }) => name2 === void 0 ? [] : [{ name: name2, offset: index2 }]
  ),
  findFaults,
  findForeign: (template) => findForeign(template, [...argumentStyles, doubledBraces, ...namedStyles]),
  render: (template, variables) => {
    const unknown = /* @__PURE__ */ new Set();
    const value = template.replace(braces, (whole2, name2) => {
      if (name2 === void 0) return whole2.charAt(0);
      const found = lookUpText(name2, variables);
      if (found === null) unknown.add(name2);
      return found ?? whole2;
    });
    return { value, unknown: [...unknown] };
  },
  listLiterals: (template) => splitLiterals(template, braces, (whole2, name2) => name2 === void 0 ? whole2.charAt(0) : null)
};
function findFaults(template) {
  const faults = [];
  for (const match of template.matchAll(braces)) {
    if (faults.length === maxFaults) break;
    faults.push(...findFault(match));
  }
  return faults;
}
function findFault({ 0: whole2, 1: name2, index: index2 }) {
  if (name2 === void 0 && whole2.length === 2) return [];
  if (name2 !== void 0 && plainName.test(name2)) return [];
  const hint2 = 'Write {name}, or double the braces that are text: "{{" and "}}".';
  const message = name2 === void 0 ? `has a single ${quoteName(whole2)}.` : `${quoteName(whole2)} is no variable.`;
  return [{ message, hint: hint2, offset: index2 }];
}

// node_modules/@huggingface/jinja/dist/index.js
var __defProp2 = Object.defineProperty;
var __defNormalProp = (obj, key2, value) => key2 in obj ? __defProp2(obj, key2, { enumerable: true, configurable: true, writable: true, value }) : obj[key2] = value;
var __publicField = (obj, key2, value) => {
  __defNormalProp(obj, typeof key2 !== "symbol" ? key2 + "" : key2, value);
  return value;
};
var TOKEN_TYPES = Object.freeze({
  Text: "Text",
  // The text between Jinja statements or expressions
  NumericLiteral: "NumericLiteral",
  // e.g., 123, 1.0
  StringLiteral: "StringLiteral",
  // 'string'
  Identifier: "Identifier",
  // Variables, functions, statements, booleans, etc.
  Equals: "Equals",
  // =
  OpenParen: "OpenParen",
  // (
  CloseParen: "CloseParen",
  // )
  OpenStatement: "OpenStatement",
  // {%
  CloseStatement: "CloseStatement",
  // %}
  OpenExpression: "OpenExpression",
  // {{
  CloseExpression: "CloseExpression",
  // }}
  OpenSquareBracket: "OpenSquareBracket",
  // [
  CloseSquareBracket: "CloseSquareBracket",
  // ]
  OpenCurlyBracket: "OpenCurlyBracket",
  // {
  CloseCurlyBracket: "CloseCurlyBracket",
  // }
  Comma: "Comma",
  // ,
  Dot: "Dot",
  // .
  Colon: "Colon",
  // :
  Pipe: "Pipe",
  // |
  CallOperator: "CallOperator",
  // ()
  AdditiveBinaryOperator: "AdditiveBinaryOperator",
  // + - ~
  MultiplicativeBinaryOperator: "MultiplicativeBinaryOperator",
  // * / // %
  ExponentiationBinaryOperator: "ExponentiationBinaryOperator",
  // **
  ComparisonBinaryOperator: "ComparisonBinaryOperator",
  // < > <= >= == !=
  UnaryOperator: "UnaryOperator",
  // ! - +
  Comment: "Comment"
  // {# ... #}
});
var Token = class {
  /**
   * Constructs a new Token.
   * @param {string} value The raw value as seen inside the source code.
   * @param {TokenType} type The type of token.
   */
  constructor(value, type) {
    this.value = value;
    this.type = type;
  }
};
var ORDERED_MAPPING_TABLE = [
  // Control sequences
  ["{%", TOKEN_TYPES.OpenStatement],
  ["%}", TOKEN_TYPES.CloseStatement],
  ["{{", TOKEN_TYPES.OpenExpression],
  ["}}", TOKEN_TYPES.CloseExpression],
  // Single character tokens
  ["(", TOKEN_TYPES.OpenParen],
  [")", TOKEN_TYPES.CloseParen],
  ["{", TOKEN_TYPES.OpenCurlyBracket],
  ["}", TOKEN_TYPES.CloseCurlyBracket],
  ["[", TOKEN_TYPES.OpenSquareBracket],
  ["]", TOKEN_TYPES.CloseSquareBracket],
  [",", TOKEN_TYPES.Comma],
  [".", TOKEN_TYPES.Dot],
  [":", TOKEN_TYPES.Colon],
  ["|", TOKEN_TYPES.Pipe],
  // Comparison operators
  ["<=", TOKEN_TYPES.ComparisonBinaryOperator],
  [">=", TOKEN_TYPES.ComparisonBinaryOperator],
  ["==", TOKEN_TYPES.ComparisonBinaryOperator],
  ["!=", TOKEN_TYPES.ComparisonBinaryOperator],
  ["<", TOKEN_TYPES.ComparisonBinaryOperator],
  [">", TOKEN_TYPES.ComparisonBinaryOperator],
  // Arithmetic operators
  ["+", TOKEN_TYPES.AdditiveBinaryOperator],
  ["-", TOKEN_TYPES.AdditiveBinaryOperator],
  ["~", TOKEN_TYPES.AdditiveBinaryOperator],
  ["**", TOKEN_TYPES.ExponentiationBinaryOperator],
  // NOTE: must come before "*" so that "**" is matched first
  ["*", TOKEN_TYPES.MultiplicativeBinaryOperator],
  ["//", TOKEN_TYPES.MultiplicativeBinaryOperator],
  // NOTE: must come before "/" so that "//" is matched first
  ["/", TOKEN_TYPES.MultiplicativeBinaryOperator],
  ["%", TOKEN_TYPES.MultiplicativeBinaryOperator],
  // Assignment operator
  ["=", TOKEN_TYPES.Equals]
];
var Statement = class {
  type = "Statement";
};
var Program = class extends Statement {
  constructor(body) {
    super();
    this.body = body;
  }
  type = "Program";
};
var If = class extends Statement {
  constructor(test, body, alternate) {
    super();
    this.test = test;
    this.body = body;
    this.alternate = alternate;
  }
  type = "If";
};
var For = class extends Statement {
  constructor(loopvar, iterable, body, defaultBlock) {
    super();
    this.loopvar = loopvar;
    this.iterable = iterable;
    this.body = body;
    this.defaultBlock = defaultBlock;
  }
  type = "For";
};
var Break = class extends Statement {
  type = "Break";
};
var Continue = class extends Statement {
  type = "Continue";
};
var SetStatement = class extends Statement {
  constructor(assignee, value, body) {
    super();
    this.assignee = assignee;
    this.value = value;
    this.body = body;
  }
  type = "Set";
};
var Macro = class extends Statement {
  constructor(name2, args, body) {
    super();
    this.name = name2;
    this.args = args;
    this.body = body;
  }
  type = "Macro";
};
var Comment = class extends Statement {
  constructor(value) {
    super();
    this.value = value;
  }
  type = "Comment";
};
var Expression = class extends Statement {
  type = "Expression";
};
var MemberExpression = class extends Expression {
  constructor(object, property, computed) {
    super();
    this.object = object;
    this.property = property;
    this.computed = computed;
  }
  type = "MemberExpression";
};
var CallExpression = class extends Expression {
  constructor(callee, args) {
    super();
    this.callee = callee;
    this.args = args;
  }
  type = "CallExpression";
};
var Identifier = class extends Expression {
  /**
   * @param {string} value The name of the identifier
   */
  constructor(value) {
    super();
    this.value = value;
  }
  type = "Identifier";
};
var Literal = class extends Expression {
  constructor(value) {
    super();
    this.value = value;
  }
  type = "Literal";
};
var IntegerLiteral = class extends Literal {
  type = "IntegerLiteral";
};
var FloatLiteral = class extends Literal {
  type = "FloatLiteral";
};
var StringLiteral = class extends Literal {
  type = "StringLiteral";
};
var ArrayLiteral = class extends Literal {
  type = "ArrayLiteral";
};
var TupleLiteral = class extends Literal {
  type = "TupleLiteral";
};
var ObjectLiteral = class extends Literal {
  type = "ObjectLiteral";
};
var BinaryExpression = class extends Expression {
  constructor(operator, left, right) {
    super();
    this.operator = operator;
    this.left = left;
    this.right = right;
  }
  type = "BinaryExpression";
};
var FilterExpression = class extends Expression {
  constructor(operand, filter2) {
    super();
    this.operand = operand;
    this.filter = filter2;
  }
  type = "FilterExpression";
};
var FilterStatement = class extends Statement {
  constructor(filter2, body) {
    super();
    this.filter = filter2;
    this.body = body;
  }
  type = "FilterStatement";
};
var SelectExpression = class extends Expression {
  constructor(lhs, test) {
    super();
    this.lhs = lhs;
    this.test = test;
  }
  type = "SelectExpression";
};
var TestExpression = class extends Expression {
  constructor(operand, negate, test) {
    super();
    this.operand = operand;
    this.negate = negate;
    this.test = test;
  }
  type = "TestExpression";
};
var UnaryExpression = class extends Expression {
  constructor(operator, argument) {
    super();
    this.operator = operator;
    this.argument = argument;
  }
  type = "UnaryExpression";
};
var SliceExpression = class extends Expression {
  constructor(start = void 0, stop = void 0, step = void 0) {
    super();
    this.start = start;
    this.stop = stop;
    this.step = step;
  }
  type = "SliceExpression";
};
var KeywordArgumentExpression = class extends Expression {
  constructor(key2, value) {
    super();
    this.key = key2;
    this.value = value;
  }
  type = "KeywordArgumentExpression";
};
var SpreadExpression = class extends Expression {
  constructor(argument) {
    super();
    this.argument = argument;
  }
  type = "SpreadExpression";
};
var KeywordSpreadExpression = class extends Expression {
  constructor(argument) {
    super();
    this.argument = argument;
  }
  type = "KeywordSpreadExpression";
};
var CallStatement = class extends Statement {
  constructor(call, callerArgs, body) {
    super();
    this.call = call;
    this.callerArgs = callerArgs;
    this.body = body;
  }
  type = "CallStatement";
};
var Ternary = class extends Expression {
  constructor(condition, trueExpr, falseExpr) {
    super();
    this.condition = condition;
    this.trueExpr = trueExpr;
    this.falseExpr = falseExpr;
  }
  type = "Ternary";
};
function parse2(tokens4) {
  const program = new Program([]);
  let current = 0;
  function expect(type, error) {
    const prev = tokens4[current++];
    if (!prev || prev.type !== type) {
      throw new Error(`Parser Error: ${error}. ${prev.type} !== ${type}.`);
    }
    return prev;
  }
  function expectIdentifier(name2) {
    if (!isIdentifier(name2)) {
      throw new SyntaxError(`Expected ${name2}`);
    }
    ++current;
  }
  function parseAny() {
    switch (tokens4[current].type) {
      case TOKEN_TYPES.Comment:
        return new Comment(tokens4[current++].value);
      case TOKEN_TYPES.Text:
        return parseText();
      case TOKEN_TYPES.OpenStatement:
        return parseJinjaStatement();
      case TOKEN_TYPES.OpenExpression:
        return parseJinjaExpression();
      default:
        throw new SyntaxError(`Unexpected token type: ${tokens4[current].type}`);
    }
  }
  function is(...types5) {
    return current + types5.length <= tokens4.length && types5.every((type, i) => type === tokens4[current + i].type);
  }
  function isStatement(...names2) {
    return tokens4[current]?.type === TOKEN_TYPES.OpenStatement && tokens4[current + 1]?.type === TOKEN_TYPES.Identifier && names2.includes(tokens4[current + 1]?.value);
  }
  function isIdentifier(...names2) {
    return current + names2.length <= tokens4.length && names2.every((name2, i) => tokens4[current + i].type === "Identifier" && name2 === tokens4[current + i].value);
  }
  function parseText() {
    return new StringLiteral(expect(TOKEN_TYPES.Text, "Expected text token").value);
  }
  function parseJinjaStatement() {
    expect(TOKEN_TYPES.OpenStatement, "Expected opening statement token");
    if (tokens4[current].type !== TOKEN_TYPES.Identifier) {
      throw new SyntaxError(`Unknown statement, got ${tokens4[current].type}`);
    }
    const name2 = tokens4[current].value;
    let result;
    switch (name2) {
      case "set":
        ++current;
        result = parseSetStatement();
        break;
      case "if":
        ++current;
        result = parseIfStatement();
        expect(TOKEN_TYPES.OpenStatement, "Expected {% token");
        expectIdentifier("endif");
        expect(TOKEN_TYPES.CloseStatement, "Expected %} token");
        break;
      case "macro":
        ++current;
        result = parseMacroStatement();
        expect(TOKEN_TYPES.OpenStatement, "Expected {% token");
        expectIdentifier("endmacro");
        expect(TOKEN_TYPES.CloseStatement, "Expected %} token");
        break;
      case "for":
        ++current;
        result = parseForStatement();
        expect(TOKEN_TYPES.OpenStatement, "Expected {% token");
        expectIdentifier("endfor");
        expect(TOKEN_TYPES.CloseStatement, "Expected %} token");
        break;
      case "call": {
        ++current;
        let callerArgs = null;
        if (is(TOKEN_TYPES.OpenParen)) {
          callerArgs = parseArgs("parameters");
        }
        const callee = parsePrimaryExpression();
        if (callee.type !== "Identifier") {
          throw new SyntaxError(`Expected identifier following call statement`);
        }
        const callArgs = parseArgs("call");
        expect(TOKEN_TYPES.CloseStatement, "Expected closing statement token");
        const body = [];
        while (!isStatement("endcall")) {
          body.push(parseAny());
        }
        expect(TOKEN_TYPES.OpenStatement, "Expected '{%'");
        expectIdentifier("endcall");
        expect(TOKEN_TYPES.CloseStatement, "Expected closing statement token");
        const callExpr = new CallExpression(callee, callArgs);
        result = new CallStatement(callExpr, callerArgs, body);
        break;
      }
      case "break":
        ++current;
        expect(TOKEN_TYPES.CloseStatement, "Expected closing statement token");
        result = new Break();
        break;
      case "continue":
        ++current;
        expect(TOKEN_TYPES.CloseStatement, "Expected closing statement token");
        result = new Continue();
        break;
      case "filter": {
        ++current;
        let filterNode = parsePrimaryExpression();
        if (filterNode instanceof Identifier && is(TOKEN_TYPES.OpenParen)) {
          filterNode = parseCallExpression(filterNode);
        }
        expect(TOKEN_TYPES.CloseStatement, "Expected closing statement token");
        const filterBody = [];
        while (!isStatement("endfilter")) {
          filterBody.push(parseAny());
        }
        expect(TOKEN_TYPES.OpenStatement, "Expected '{%'");
        expectIdentifier("endfilter");
        expect(TOKEN_TYPES.CloseStatement, "Expected '%}'");
        result = new FilterStatement(filterNode, filterBody);
        break;
      }
      default:
        throw new SyntaxError(`Unknown statement type: ${name2}`);
    }
    return result;
  }
  function parseJinjaExpression() {
    expect(TOKEN_TYPES.OpenExpression, "Expected opening expression token");
    const result = parseExpression();
    expect(TOKEN_TYPES.CloseExpression, "Expected closing expression token");
    return result;
  }
  function parseSetStatement() {
    const left = parseExpressionSequence();
    let value = null;
    const body = [];
    if (is(TOKEN_TYPES.Equals)) {
      ++current;
      value = parseExpressionSequence();
    } else {
      expect(TOKEN_TYPES.CloseStatement, "Expected %} token");
      while (!isStatement("endset")) {
        body.push(parseAny());
      }
      expect(TOKEN_TYPES.OpenStatement, "Expected {% token");
      expectIdentifier("endset");
    }
    expect(TOKEN_TYPES.CloseStatement, "Expected closing statement token");
    return new SetStatement(left, value, body);
  }
  function parseIfStatement() {
    const test = parseExpression();
    expect(TOKEN_TYPES.CloseStatement, "Expected closing statement token");
    const body = [];
    const alternate = [];
    while (!isStatement("elif", "else", "endif")) {
      body.push(parseAny());
    }
    if (isStatement("elif")) {
      ++current;
      ++current;
      const result = parseIfStatement();
      alternate.push(result);
    } else if (isStatement("else")) {
      ++current;
      ++current;
      expect(TOKEN_TYPES.CloseStatement, "Expected closing statement token");
      while (!isStatement("endif")) {
        alternate.push(parseAny());
      }
    }
    return new If(test, body, alternate);
  }
  function parseMacroStatement() {
    const name2 = parsePrimaryExpression();
    if (name2.type !== "Identifier") {
      throw new SyntaxError(`Expected identifier following macro statement`);
    }
    const args = parseArgs("parameters");
    expect(TOKEN_TYPES.CloseStatement, "Expected closing statement token");
    const body = [];
    while (!isStatement("endmacro")) {
      body.push(parseAny());
    }
    return new Macro(name2, args, body);
  }
  function parseExpressionSequence(primary = false) {
    const fn = primary ? parsePrimaryExpression : parseExpression;
    const expressions = [fn()];
    const isTuple = is(TOKEN_TYPES.Comma);
    while (isTuple) {
      ++current;
      expressions.push(fn());
      if (!is(TOKEN_TYPES.Comma)) {
        break;
      }
    }
    return isTuple ? new TupleLiteral(expressions) : expressions[0];
  }
  function parseForStatement() {
    const loopVariable = parseExpressionSequence(true);
    if (!(loopVariable instanceof Identifier || loopVariable instanceof TupleLiteral)) {
      throw new SyntaxError(`Expected identifier/tuple for the loop variable, got ${loopVariable.type} instead`);
    }
    if (!isIdentifier("in")) {
      throw new SyntaxError("Expected `in` keyword following loop variable");
    }
    ++current;
    const iterable = parseExpression();
    expect(TOKEN_TYPES.CloseStatement, "Expected closing statement token");
    const body = [];
    while (!isStatement("endfor", "else")) {
      body.push(parseAny());
    }
    const alternative = [];
    if (isStatement("else")) {
      ++current;
      ++current;
      expect(TOKEN_TYPES.CloseStatement, "Expected closing statement token");
      while (!isStatement("endfor")) {
        alternative.push(parseAny());
      }
    }
    return new For(loopVariable, iterable, body, alternative);
  }
  function parseExpression() {
    return parseIfExpression();
  }
  function parseIfExpression() {
    const a = parseLogicalOrExpression();
    if (isIdentifier("if")) {
      ++current;
      const test = parseLogicalOrExpression();
      if (isIdentifier("else")) {
        ++current;
        const falseExpr = parseIfExpression();
        return new Ternary(test, a, falseExpr);
      } else {
        return new SelectExpression(a, test);
      }
    }
    return a;
  }
  function parseLogicalOrExpression() {
    let left = parseLogicalAndExpression();
    while (isIdentifier("or")) {
      const operator = tokens4[current];
      ++current;
      const right = parseLogicalAndExpression();
      left = new BinaryExpression(operator, left, right);
    }
    return left;
  }
  function parseLogicalAndExpression() {
    let left = parseLogicalNegationExpression();
    while (isIdentifier("and")) {
      const operator = tokens4[current];
      ++current;
      const right = parseLogicalNegationExpression();
      left = new BinaryExpression(operator, left, right);
    }
    return left;
  }
  function parseLogicalNegationExpression() {
    let right;
    while (isIdentifier("not")) {
      const operator = tokens4[current];
      ++current;
      const arg = parseLogicalNegationExpression();
      right = new UnaryExpression(operator, arg);
    }
    return right ?? parseComparisonExpression();
  }
  function parseComparisonExpression() {
    let left = parseAdditiveExpression();
    while (true) {
      let operator;
      if (isIdentifier("not", "in")) {
        operator = new Token("not in", TOKEN_TYPES.Identifier);
        current += 2;
      } else if (isIdentifier("in")) {
        operator = tokens4[current++];
      } else if (is(TOKEN_TYPES.ComparisonBinaryOperator)) {
        operator = tokens4[current++];
      } else {
        break;
      }
      const right = parseAdditiveExpression();
      left = new BinaryExpression(operator, left, right);
    }
    return left;
  }
  function parseAdditiveExpression() {
    let left = parseMultiplicativeExpression();
    while (is(TOKEN_TYPES.AdditiveBinaryOperator)) {
      const operator = tokens4[current];
      ++current;
      const right = parseMultiplicativeExpression();
      left = new BinaryExpression(operator, left, right);
    }
    return left;
  }
  function parseCallMemberExpression() {
    const member2 = parseMemberExpression(parsePrimaryExpression());
    if (is(TOKEN_TYPES.OpenParen)) {
      return parseCallExpression(member2);
    }
    return member2;
  }
  function parseCallExpression(callee) {
    let expression = new CallExpression(callee, parseArgs("call"));
    expression = parseMemberExpression(expression);
    if (is(TOKEN_TYPES.OpenParen)) {
      expression = parseCallExpression(expression);
    }
    return expression;
  }
  function parseArgs(mode) {
    expect(TOKEN_TYPES.OpenParen, "Expected opening parenthesis for arguments list");
    const args = parseArgumentsList(mode);
    expect(TOKEN_TYPES.CloseParen, "Expected closing parenthesis for arguments list");
    return args;
  }
  function parseArgumentsList(mode) {
    const args = [];
    const parameterNames = /* @__PURE__ */ new Set();
    let sawKeywordOrDefault = false;
    let sawSpreadArgument = false;
    while (!is(TOKEN_TYPES.CloseParen)) {
      const isKeywordSpread = is(TOKEN_TYPES.ExponentiationBinaryOperator);
      const isPositionalSpread = is(TOKEN_TYPES.MultiplicativeBinaryOperator) && tokens4[current].value === "*";
      if (mode === "parameters" && (isKeywordSpread || isPositionalSpread)) {
        throw new SyntaxError("Argument unpacking is not allowed in parameter declarations");
      }
      if (isKeywordSpread) {
        ++current;
        args.push(new KeywordSpreadExpression(parseExpression()));
        if (is(TOKEN_TYPES.Comma)) {
          ++current;
        }
        if (!is(TOKEN_TYPES.CloseParen)) {
          throw new SyntaxError("Expected closing parenthesis: `**` must be applied to the final argument");
        }
        break;
      }
      let argument;
      if (isPositionalSpread) {
        if (sawSpreadArgument) {
          throw new SyntaxError("Only one `*` argument unpacking is allowed");
        }
        sawSpreadArgument = true;
        ++current;
        const expr = parseExpression();
        argument = new SpreadExpression(expr);
      } else {
        argument = parseExpression();
        if (is(TOKEN_TYPES.Equals)) {
          ++current;
          if (!(argument instanceof Identifier)) {
            throw new SyntaxError(
              mode === "parameters" ? "Expected identifier for parameter declaration" : "Expected identifier for keyword argument"
            );
          }
          const value = parseExpression();
          argument = new KeywordArgumentExpression(argument, value);
        }
        if (mode === "parameters") {
          if (!(argument instanceof Identifier || argument instanceof KeywordArgumentExpression)) {
            throw new SyntaxError("Expected identifier for parameter declaration");
          }
          const parameterName = argument instanceof Identifier ? argument.value : argument.key.value;
          if (parameterNames.has(parameterName)) {
            throw new SyntaxError(`Duplicate parameter name: ${parameterName}`);
          }
          parameterNames.add(parameterName);
        }
        if (argument instanceof KeywordArgumentExpression) {
          sawKeywordOrDefault = true;
        } else if (sawKeywordOrDefault) {
          throw new SyntaxError(
            mode === "call" ? "Positional arguments must come before keyword arguments" : "Non-default argument follows default argument"
          );
        } else if (sawSpreadArgument) {
          throw new SyntaxError("Positional arguments must not follow `*` argument unpacking");
        }
      }
      args.push(argument);
      if (is(TOKEN_TYPES.Comma)) {
        ++current;
      }
    }
    return args;
  }
  function parseMemberExpressionArgumentsList() {
    const slices = [];
    let isSlice = false;
    while (!is(TOKEN_TYPES.CloseSquareBracket)) {
      if (is(TOKEN_TYPES.Colon)) {
        slices.push(void 0);
        ++current;
        isSlice = true;
      } else {
        slices.push(parseExpression());
        if (is(TOKEN_TYPES.Colon)) {
          ++current;
          isSlice = true;
        }
      }
    }
    if (slices.length === 0) {
      throw new SyntaxError(`Expected at least one argument for member/slice expression`);
    }
    if (isSlice) {
      if (slices.length > 3) {
        throw new SyntaxError(`Expected 0-3 arguments for slice expression`);
      }
      return new SliceExpression(...slices);
    }
    return slices[0];
  }
  function parseMemberExpression(object) {
    while (is(TOKEN_TYPES.Dot) || is(TOKEN_TYPES.OpenSquareBracket)) {
      const operator = tokens4[current];
      ++current;
      let property;
      const computed = operator.type === TOKEN_TYPES.OpenSquareBracket;
      if (computed) {
        property = parseMemberExpressionArgumentsList();
        expect(TOKEN_TYPES.CloseSquareBracket, "Expected closing square bracket");
      } else {
        property = parsePrimaryExpression();
        if (property.type !== "Identifier" && property.type !== "IntegerLiteral") {
          throw new SyntaxError(`Expected identifier or integer following dot operator`);
        }
      }
      object = new MemberExpression(object, property, computed);
    }
    return object;
  }
  function parseMultiplicativeExpression() {
    let left = parsePowerExpression();
    while (is(TOKEN_TYPES.MultiplicativeBinaryOperator)) {
      const operator = tokens4[current++];
      const right = parsePowerExpression();
      left = new BinaryExpression(operator, left, right);
    }
    return left;
  }
  function parsePowerExpression() {
    let left = parseTestExpression();
    while (is(TOKEN_TYPES.ExponentiationBinaryOperator)) {
      const operator = tokens4[current++];
      const right = parseTestExpression();
      left = new BinaryExpression(operator, left, right);
    }
    return left;
  }
  function parseTestExpression() {
    let operand = parseFilterExpression();
    while (isIdentifier("is")) {
      ++current;
      const negate = isIdentifier("not");
      if (negate) {
        ++current;
      }
      const filter2 = parsePrimaryExpression();
      if (!(filter2 instanceof Identifier)) {
        throw new SyntaxError(`Expected identifier for the test`);
      }
      operand = new TestExpression(operand, negate, filter2);
    }
    return operand;
  }
  function parseFilterExpression() {
    let operand = parseUnarySignExpression();
    while (is(TOKEN_TYPES.Pipe)) {
      ++current;
      let filter2 = parsePrimaryExpression();
      if (!(filter2 instanceof Identifier)) {
        throw new SyntaxError(`Expected identifier for the filter`);
      }
      if (is(TOKEN_TYPES.OpenParen)) {
        filter2 = parseCallExpression(filter2);
      }
      operand = new FilterExpression(operand, filter2);
    }
    return operand;
  }
  function parseUnarySignExpression() {
    const token = tokens4[current];
    if (token && (token.type === TOKEN_TYPES.UnaryOperator || token.type === TOKEN_TYPES.AdditiveBinaryOperator) && (token.value === "-" || token.value === "+")) {
      const operator = tokens4[current++];
      const argument = parseUnarySignExpression();
      return new UnaryExpression(operator, argument);
    }
    return parseCallMemberExpression();
  }
  function parsePrimaryExpression() {
    const token = tokens4[current++];
    switch (token.type) {
      case TOKEN_TYPES.NumericLiteral: {
        const num = token.value;
        return num.includes(".") ? new FloatLiteral(Number(num)) : new IntegerLiteral(Number(num));
      }
      case TOKEN_TYPES.StringLiteral: {
        let value = token.value;
        while (is(TOKEN_TYPES.StringLiteral)) {
          value += tokens4[current++].value;
        }
        return new StringLiteral(value);
      }
      case TOKEN_TYPES.Identifier:
        return new Identifier(token.value);
      case TOKEN_TYPES.OpenParen: {
        const expression = parseExpressionSequence();
        expect(TOKEN_TYPES.CloseParen, "Expected closing parenthesis, got ${tokens[current].type} instead.");
        return expression;
      }
      case TOKEN_TYPES.OpenSquareBracket: {
        const values = [];
        while (!is(TOKEN_TYPES.CloseSquareBracket)) {
          values.push(parseExpression());
          if (is(TOKEN_TYPES.Comma)) {
            ++current;
          }
        }
        ++current;
        return new ArrayLiteral(values);
      }
      case TOKEN_TYPES.OpenCurlyBracket: {
        const values = /* @__PURE__ */ new Map();
        while (!is(TOKEN_TYPES.CloseCurlyBracket)) {
          const key2 = parseExpression();
          expect(TOKEN_TYPES.Colon, "Expected colon between key and value in object literal");
          const value = parseExpression();
          values.set(key2, value);
          if (is(TOKEN_TYPES.Comma)) {
            ++current;
          }
        }
        ++current;
        return new ObjectLiteral(values);
      }
      default:
        throw new SyntaxError(`Unexpected token: ${token.type}`);
    }
  }
  while (current < tokens4.length) {
    program.body.push(parseAny());
  }
  return program;
}
function titleCase(value) {
  return value.replace(/\b\w/g, (c) => c.toUpperCase());
}
function escapeRegExp(s) {
  return s.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
function replace(str, oldvalue, newvalue, count3) {
  if (count3 === 0) {
    return str;
  }
  let remaining = count3 == null || count3 < 0 ? Infinity : count3;
  const pattern3 = oldvalue.length === 0 ? new RegExp("(?=)", "gu") : new RegExp(escapeRegExp(oldvalue), "gu");
  return str.replaceAll(pattern3, (match) => {
    if (remaining > 0) {
      --remaining;
      return newvalue;
    }
    return match;
  });
}
var EMPTY_BUILTINS = /* @__PURE__ */ new Map();
var RuntimeValue = class {
  type = "RuntimeValue";
  value;
  /**
   * A collection of built-in functions for this type.
   */
  get builtins() {
    return EMPTY_BUILTINS;
  }
  /**
   * Creates a new RuntimeValue.
   */
  constructor(value = void 0) {
    this.value = value;
  }
  /**
   * Determines truthiness or falsiness of the runtime value.
   * This function should be overridden by subclasses if it has custom truthiness criteria.
   * @returns {BooleanValue} BooleanValue(true) if the value is truthy, BooleanValue(false) otherwise.
   */
  __bool__() {
    return new BooleanValue(!!this.value);
  }
  toString() {
    return String(this.value);
  }
};
var IntegerValue = class extends RuntimeValue {
  type = "IntegerValue";
};
var FloatValue = class extends RuntimeValue {
  type = "FloatValue";
  toString() {
    if (Object.is(this.value, -0)) {
      return "-0.0";
    }
    return this.value % 1 === 0 ? this.value.toFixed(1) : this.value.toString();
  }
};
var StringValue = class extends RuntimeValue {
  type = "StringValue";
  _builtins;
  get builtins() {
    return this._builtins ??= /* @__PURE__ */ new Map([
      [
        "upper",
        new FunctionValue(() => {
          return new StringValue(this.value.toUpperCase());
        })
      ],
      [
        "lower",
        new FunctionValue(() => {
          return new StringValue(this.value.toLowerCase());
        })
      ],
      [
        "strip",
        new FunctionValue(() => {
          return new StringValue(this.value.trim());
        })
      ],
      [
        "title",
        new FunctionValue(() => {
          return new StringValue(titleCase(this.value));
        })
      ],
      [
        "capitalize",
        new FunctionValue(() => {
          return new StringValue(this.value.charAt(0).toUpperCase() + this.value.slice(1));
        })
      ],
      ["length", new IntegerValue(this.value.length)],
      [
        "rstrip",
        new FunctionValue(() => {
          return new StringValue(this.value.trimEnd());
        })
      ],
      [
        "lstrip",
        new FunctionValue(() => {
          return new StringValue(this.value.trimStart());
        })
      ],
      [
        "startswith",
        new FunctionValue((args) => {
          if (args.length === 0) {
            throw new Error("startswith() requires at least one argument");
          }
          const pattern3 = args[0];
          if (pattern3 instanceof StringValue) {
            return new BooleanValue(this.value.startsWith(pattern3.value));
          } else if (pattern3 instanceof ArrayValue) {
            for (const item of pattern3.value) {
              if (!(item instanceof StringValue)) {
                throw new Error("startswith() tuple elements must be strings");
              }
              if (this.value.startsWith(item.value)) {
                return new BooleanValue(true);
              }
            }
            return new BooleanValue(false);
          }
          throw new Error("startswith() argument must be a string or tuple of strings");
        })
      ],
      [
        "endswith",
        new FunctionValue((args) => {
          if (args.length === 0) {
            throw new Error("endswith() requires at least one argument");
          }
          const pattern3 = args[0];
          if (pattern3 instanceof StringValue) {
            return new BooleanValue(this.value.endsWith(pattern3.value));
          } else if (pattern3 instanceof ArrayValue) {
            for (const item of pattern3.value) {
              if (!(item instanceof StringValue)) {
                throw new Error("endswith() tuple elements must be strings");
              }
              if (this.value.endsWith(item.value)) {
                return new BooleanValue(true);
              }
            }
            return new BooleanValue(false);
          }
          throw new Error("endswith() argument must be a string or tuple of strings");
        })
      ],
      [
        "split",
        // follows Python's `str.split(sep=None, maxsplit=-1)` function behavior
        // https://docs.python.org/3.13/library/stdtypes.html#str.split
        new FunctionValue((args) => {
          const sep = args[0] ?? new NullValue();
          if (!(sep instanceof StringValue || sep instanceof NullValue)) {
            throw new Error("sep argument must be a string or null");
          }
          const maxsplit = args[1] ?? new IntegerValue(-1);
          if (!(maxsplit instanceof IntegerValue)) {
            throw new Error("maxsplit argument must be a number");
          }
          let result = [];
          if (sep instanceof NullValue) {
            const text = this.value.trimStart();
            for (const { 0: match, index: index2 } of text.matchAll(/\S+/g)) {
              if (maxsplit.value !== -1 && result.length >= maxsplit.value && index2 !== void 0) {
                result.push(match + text.slice(index2 + match.length));
                break;
              }
              result.push(match);
            }
          } else {
            if (sep.value === "") {
              throw new Error("empty separator");
            }
            result = this.value.split(sep.value);
            if (maxsplit.value !== -1 && result.length > maxsplit.value) {
              result.push(result.splice(maxsplit.value).join(sep.value));
            }
          }
          return new ArrayValue(result.map((part) => new StringValue(part)));
        })
      ],
      [
        "replace",
        new FunctionValue((args) => {
          if (args.length < 2) {
            throw new Error("replace() requires at least two arguments");
          }
          const oldValue = args[0];
          const newValue = args[1];
          if (!(oldValue instanceof StringValue && newValue instanceof StringValue)) {
            throw new Error("replace() arguments must be strings");
          }
          let count3;
          if (args.length > 2) {
            if (args[2].type === "KeywordArgumentsValue") {
              count3 = args[2].value.get("count") ?? new NullValue();
            } else {
              count3 = args[2];
            }
          } else {
            count3 = new NullValue();
          }
          if (!(count3 instanceof IntegerValue || count3 instanceof NullValue)) {
            throw new Error("replace() count argument must be a number or null");
          }
          return new StringValue(replace(this.value, oldValue.value, newValue.value, count3.value));
        })
      ]
    ]);
  }
};
var BooleanValue = class extends RuntimeValue {
  type = "BooleanValue";
};
var NON_ASCII_CHARS = /[\x7f-\uffff]/g;
function makeAsciiSafe(str) {
  return str.replace(NON_ASCII_CHARS, (char) => "\\u" + char.charCodeAt(0).toString(16).padStart(4, "0"));
}
function toJSON(input3, options = {}, depth = 0, convertUndefinedToNull = true) {
  const { indent: indent2 = null, ensureAscii = false, separators = null, sortKeys = false } = options;
  let itemSeparator;
  let keySeparator;
  if (separators) {
    [itemSeparator, keySeparator] = separators;
  } else if (indent2) {
    itemSeparator = ",";
    keySeparator = ": ";
  } else {
    itemSeparator = ", ";
    keySeparator = ": ";
  }
  switch (input3.type) {
    case "NullValue":
      return "null";
    case "UndefinedValue":
      return convertUndefinedToNull ? "null" : "undefined";
    case "IntegerValue":
    case "FloatValue":
    case "BooleanValue":
      return JSON.stringify(input3.value);
    case "StringValue": {
      let result = JSON.stringify(input3.value);
      if (ensureAscii) {
        result = makeAsciiSafe(result);
      }
      return result;
    }
    case "ArrayValue":
    case "NamespaceValue":
    case "ObjectValue": {
      const indentValue = indent2 ? " ".repeat(indent2) : "";
      const basePadding = "\n" + indentValue.repeat(depth);
      const childrenPadding = basePadding + indentValue;
      if (input3.type === "ArrayValue") {
        const core = input3.value.map((x) => toJSON(x, options, depth + 1, convertUndefinedToNull));
        return indent2 && core.length > 0 ? `[${childrenPadding}${core.join(`${itemSeparator}${childrenPadding}`)}${basePadding}]` : `[${core.join(itemSeparator)}]`;
      } else {
        let entries = Array.from(input3.value.entries());
        if (sortKeys) {
          entries = entries.sort(([a], [b]) => a.localeCompare(b));
        }
        const core = entries.map(([key2, value]) => {
          let keyStr = JSON.stringify(key2);
          if (ensureAscii) {
            keyStr = makeAsciiSafe(keyStr);
          }
          const v = `${keyStr}${keySeparator}${toJSON(value, options, depth + 1, convertUndefinedToNull)}`;
          return indent2 ? `${childrenPadding}${v}` : v;
        });
        return indent2 && core.length > 0 ? `{${core.join(itemSeparator)}${basePadding}}` : `{${core.join(itemSeparator)}}`;
      }
    }
    default:
      throw new Error(`Cannot convert to JSON: ${input3.type}`);
  }
}
var ObjectValue = class extends RuntimeValue {
  type = "ObjectValue";
  _builtins;
  /**
   * NOTE: necessary to override since all JavaScript arrays are considered truthy,
   * while only non-empty Python arrays are consider truthy.
   *
   * e.g.,
   *  - JavaScript:  {} && 5 -> 5
   *  - Python:      {} and 5 -> {}
   */
  __bool__() {
    return new BooleanValue(this.value.size > 0);
  }
  get builtins() {
    return this._builtins ??= /* @__PURE__ */ new Map([
      [
        "get",
        new FunctionValue(([key2, defaultValue]) => {
          if (!(key2 instanceof StringValue)) {
            throw new Error(`Object key must be a string: got ${key2.type}`);
          }
          return this.value.get(key2.value) ?? defaultValue ?? new NullValue();
        })
      ],
      ["items", new FunctionValue(() => this.items())],
      ["keys", new FunctionValue(() => this.keys())],
      ["values", new FunctionValue(() => this.values())],
      [
        "dictsort",
        new FunctionValue((args) => {
          let kwargs = /* @__PURE__ */ new Map();
          const positionalArgs = args.filter((arg) => {
            if (arg instanceof KeywordArgumentsValue) {
              kwargs = arg.value;
              return false;
            }
            return true;
          });
          const caseSensitive = positionalArgs.at(0) ?? kwargs.get("case_sensitive") ?? new BooleanValue(false);
          if (!(caseSensitive instanceof BooleanValue)) {
            throw new Error("case_sensitive must be a boolean");
          }
          const by = positionalArgs.at(1) ?? kwargs.get("by") ?? new StringValue("key");
          if (!(by instanceof StringValue)) {
            throw new Error("by must be a string");
          }
          if (!["key", "value"].includes(by.value)) {
            throw new Error("by must be either 'key' or 'value'");
          }
          const reverse2 = positionalArgs.at(2) ?? kwargs.get("reverse") ?? new BooleanValue(false);
          if (!(reverse2 instanceof BooleanValue)) {
            throw new Error("reverse must be a boolean");
          }
          const items = Array.from(this.value.entries()).map(([key2, value]) => new ArrayValue([new StringValue(key2), value])).sort((a, b) => {
            const index2 = by.value === "key" ? 0 : 1;
            const aVal = a.value[index2];
            const bVal = b.value[index2];
            const result = compareRuntimeValues(aVal, bVal, caseSensitive.value);
            return reverse2.value ? -result : result;
          });
          return new ArrayValue(items);
        })
      ]
    ]);
  }
  items() {
    return new ArrayValue(
      Array.from(this.value.entries()).map(([key2, value]) => new ArrayValue([new StringValue(key2), value]))
    );
  }
  keys() {
    return new ArrayValue(Array.from(this.value.keys()).map((key2) => new StringValue(key2)));
  }
  values() {
    return new ArrayValue(Array.from(this.value.values()));
  }
  toString() {
    return toJSON(this, {}, 0, false);
  }
};
var KeywordArgumentsValue = class extends ObjectValue {
  type = "KeywordArgumentsValue";
};
var NamespaceValue = class extends RuntimeValue {
  type = "NamespaceValue";
  toString() {
    return toJSON(this, {}, 0, false);
  }
};
var ArrayValue = class extends RuntimeValue {
  type = "ArrayValue";
  _builtins;
  get builtins() {
    return this._builtins ??= /* @__PURE__ */ new Map([["length", new IntegerValue(this.value.length)]]);
  }
  /**
   * NOTE: necessary to override since all JavaScript arrays are considered truthy,
   * while only non-empty Python arrays are consider truthy.
   *
   * e.g.,
   *  - JavaScript:  [] && 5 -> 5
   *  - Python:      [] and 5 -> []
   */
  __bool__() {
    return new BooleanValue(this.value.length > 0);
  }
  toString() {
    return toJSON(this, {}, 0, false);
  }
};
var FunctionValue = class extends RuntimeValue {
  type = "FunctionValue";
};
var NullValue = class extends RuntimeValue {
  type = "NullValue";
};
var UndefinedValue = class extends RuntimeValue {
  type = "UndefinedValue";
};
function normalizeNamespaceEntry(pair) {
  let values;
  if (pair instanceof ArrayValue) {
    values = pair.value;
  } else if (pair instanceof StringValue) {
    values = Array.from(pair.value, (char) => new StringValue(char));
  }
  if (!values || values.length !== 2) {
    throw new Error("namespace expected an object or an iterable of [key, value] pairs");
  }
  const [key2, value] = values;
  if (!(key2 instanceof StringValue)) {
    throw new Error("namespace keys must be strings");
  }
  return [key2, value];
}
var _Environment = class {
  constructor(parent) {
    this.parent = parent;
  }
  /**
   * The variables declared in this environment.
   */
  variables = /* @__PURE__ */ new Map([
    [
      "namespace",
      new FunctionValue((args) => {
        const positional = args.slice();
        let kwargs;
        if (positional.at(-1) instanceof KeywordArgumentsValue) {
          kwargs = positional.pop();
        }
        if (positional.length > 1) {
          throw new Error(`namespace expected at most 1 argument, got ${positional.length}`);
        }
        const entries = /* @__PURE__ */ new Map();
        if (positional.length === 1) {
          const source = positional[0];
          if (source instanceof ObjectValue) {
            for (const [key2, value] of source.value) {
              entries.set(key2, value);
            }
          } else if (source instanceof ArrayValue) {
            for (const pair of source.value) {
              const [key2, value] = normalizeNamespaceEntry(pair);
              entries.set(key2.value, value);
            }
          } else {
            throw new Error(`'${source.type}' object is not iterable`);
          }
        }
        if (kwargs) {
          for (const [key2, value] of kwargs.value) {
            entries.set(key2, value);
          }
        }
        return new NamespaceValue(entries);
      })
    ]
  ]);
  tests = _Environment.TESTS;
  /**
   * Set the value of a variable in the current environment.
   */
  set(name2, value) {
    return this.declareVariable(name2, convertToRuntimeValues(value));
  }
  declareVariable(name2, value) {
    if (this.variables.has(name2)) {
      throw new SyntaxError(`Variable already declared: ${name2}`);
    }
    this.variables.set(name2, value);
    return value;
  }
  // private assignVariable(name: string, value: AnyRuntimeValue): AnyRuntimeValue {
  // 	const env = this.resolve(name);
  // 	env.variables.set(name, value);
  // 	return value;
  // }
  /**
   * Set variable in the current scope.
   * See https://jinja.palletsprojects.com/en/3.0.x/templates/#assignments for more information.
   */
  setVariable(name2, value) {
    this.variables.set(name2, value);
    return value;
  }
  /**
   * Resolve the environment in which the variable is declared.
   * @param {string} name The name of the variable.
   * @returns {Environment} The environment in which the variable is declared.
   */
  resolve(name2) {
    if (this.variables.has(name2)) {
      return this;
    }
    if (this.parent) {
      return this.parent.resolve(name2);
    }
    throw new Error(`Unknown variable: ${name2}`);
  }
  lookupVariable(name2) {
    try {
      return this.resolve(name2).variables.get(name2) ?? new UndefinedValue();
    } catch {
      return new UndefinedValue();
    }
  }
};
var Environment = _Environment;
__publicField(Environment, "TESTS", /* @__PURE__ */ new Map([
  ["boolean", (operand) => operand.type === "BooleanValue"],
  ["callable", (operand) => operand instanceof FunctionValue],
  [
    "odd",
    (operand) => {
      if (!(operand instanceof IntegerValue)) {
        throw new Error(`cannot odd on ${operand.type}`);
      }
      return operand.value % 2 !== 0;
    }
  ],
  [
    "even",
    (operand) => {
      if (!(operand instanceof IntegerValue)) {
        throw new Error(`cannot even on ${operand.type}`);
      }
      return operand.value % 2 === 0;
    }
  ],
  ["false", (operand) => operand.type === "BooleanValue" && !operand.value],
  ["true", (operand) => operand.type === "BooleanValue" && operand.value],
  ["none", (operand) => operand.type === "NullValue"],
  ["string", (operand) => operand.type === "StringValue"],
  ["number", (operand) => operand instanceof IntegerValue || operand instanceof FloatValue],
  ["integer", (operand) => operand instanceof IntegerValue],
  ["iterable", (operand) => operand.type === "ArrayValue" || operand.type === "StringValue"],
  ["mapping", (operand) => operand instanceof ObjectValue],
  [
    "sequence",
    (operand) => operand instanceof ArrayValue || operand instanceof ObjectValue || operand instanceof StringValue
  ],
  [
    "lower",
    (operand) => {
      const str = operand.value;
      return operand.type === "StringValue" && str === str.toLowerCase();
    }
  ],
  [
    "upper",
    (operand) => {
      const str = operand.value;
      return operand.type === "StringValue" && str === str.toUpperCase();
    }
  ],
  ["none", (operand) => operand.type === "NullValue"],
  ["defined", (operand) => operand.type !== "UndefinedValue"],
  ["undefined", (operand) => operand.type === "UndefinedValue"],
  ["equalto", (a, b) => a.value === b.value],
  ["eq", (a, b) => a.value === b.value]
]));
function isNumericLikeValue(value) {
  return value instanceof IntegerValue || value instanceof FloatValue || value instanceof BooleanValue;
}
function getNumericValue(value) {
  return value instanceof BooleanValue ? Number(value.value) : value.value;
}
function compareRuntimeValues(a, b, caseSensitive = false) {
  if (a instanceof NullValue && b instanceof NullValue) {
    return 0;
  }
  if (a instanceof NullValue || b instanceof NullValue) {
    throw new Error(`Cannot compare ${a.type} with ${b.type}`);
  }
  if (a instanceof UndefinedValue && b instanceof UndefinedValue) {
    return 0;
  }
  if (a instanceof UndefinedValue || b instanceof UndefinedValue) {
    throw new Error(`Cannot compare ${a.type} with ${b.type}`);
  }
  if (isNumericLikeValue(a) && isNumericLikeValue(b)) {
    const aNum = getNumericValue(a);
    const bNum = getNumericValue(b);
    return aNum < bNum ? -1 : aNum > bNum ? 1 : 0;
  }
  if (a.type !== b.type) {
    throw new Error(`Cannot compare different types: ${a.type} and ${b.type}`);
  }
  switch (a.type) {
    case "StringValue": {
      let aStr = a.value;
      let bStr = b.value;
      if (!caseSensitive) {
        aStr = aStr.toLowerCase();
        bStr = bStr.toLowerCase();
      }
      return aStr < bStr ? -1 : aStr > bStr ? 1 : 0;
    }
    default:
      throw new Error(`Cannot compare type: ${a.type}`);
  }
}
function convertToRuntimeValues(input3) {
  switch (typeof input3) {
    case "number":
      return Number.isInteger(input3) ? new IntegerValue(input3) : new FloatValue(input3);
    case "string":
      return new StringValue(input3);
    case "boolean":
      return new BooleanValue(input3);
    case "undefined":
      return new UndefinedValue();
    case "object":
      if (input3 === null) {
        return new NullValue();
      } else if (Array.isArray(input3)) {
        return new ArrayValue(input3.map(convertToRuntimeValues));
      } else {
        return new ObjectValue(
          new Map(Object.entries(input3).map(([key2, value]) => [key2, convertToRuntimeValues(value)]))
        );
      }
    case "function":
      return new FunctionValue((args, _scope) => {
        const result = input3(...args.map((x) => x.value)) ?? null;
        return convertToRuntimeValues(result);
      });
    default:
      throw new Error(`Cannot convert to runtime value: ${input3}`);
  }
}
var PRECEDENCE = Object.freeze({
  CONDITIONAL: 0,
  // a if b else c
  LOGICAL_OR: 1,
  // or
  LOGICAL_AND: 2,
  // and
  LOGICAL_NOT: 3,
  // not a
  COMPARISON: 4,
  // == != < <= > >= in, not in
  ADDITIVE: 5,
  // + -
  MULTIPLICATIVE: 6,
  // * / // %
  EXPONENTIATION: 7,
  // **
  TEST: 8,
  // is
  FILTER: 9,
  // |
  UNARY_SIGN: 10,
  // -a +a
  ATOM: 11
  // literals, identifiers, calls, member accesses
});

// src/prompts/jinja/values.ts
var Missing = class {
  name;
  constructor(name2) {
    this.name = name2;
  }
};
var RenderFault = class extends Error {
  hint;
  constructor(message, hint2) {
    super(message);
    this.hint = hint2;
  }
};
var allowance = 5e6;
var itemCost = 10;
var stepCost = 20;
var Budget = class {
  #left = allowance;
  /** Takes characters or items off; throws a RenderFault where none are left. */
  spend(amount) {
    this.#left -= amount;
    if (this.#left >= 0) return;
    throw new RenderFault("takes too long: it loops or repeats too much.", "Make its lists and texts shorter.");
  }
  step() {
    this.spend(stepCost);
  }
  /** Takes off what writing a value would; throws a RenderFault also where it is too deep. */
  weigh(value, depth = 0) {
    this.spend(itemCost);
    if (typeof value === "string") this.spend(value.length);
    else if (typeof value === "bigint") this.spend(String(value).length);
    else if (typeof value !== "object" || value === null) return;
    else if (depth === maxDepth) throw new RenderFault(`nests more than ${maxDepth} lists.`, "Take some away.");
    else if (isJsonObject(value)) {
      for (const [key2, member2] of Object.entries(value)) {
        this.spend(key2.length);
        this.weigh(member2, depth + 1);
      }
    } else for (const item of value) this.weigh(item, depth + 1);
  }
};
function isTrue2(value, budget) {
  if (value instanceof Missing) return false;
  return typeof value === "object" && value !== null ? listItems(value, budget).length > 0 : Boolean(value);
}
function writeValue2(value, budget) {
  budget.weigh(value);
  if (value === null) return "";
  return typeof value === "string" ? value : writeJson(value);
}
function isEqual(one, other2, budget) {
  if (typeof one !== "object" || typeof other2 !== "object" || one === null || other2 === null) return one === other2;
  return keyOf(one, budget) === keyOf(other2, budget);
}
function keyOf(value, budget) {
  budget.weigh(value);
  return canonicalJson(value);
}
function nameKind(value) {
  if (value === null) return "nothing";
  if (Array.isArray(value)) return "a list";
  if (isJsonNumber(value)) return "a number";
  if (typeof value === "object") return "a map";
  return typeof value === "string" ? "text" : "true or false";
}
function findMember(value, key2) {
  if (isJsonObject(value)) return Object.hasOwn(value, String(key2)) ? value[String(key2)] : void 0;
  const place = typeof key2 === "string" && /^\d+$/.test(key2) ? Number(key2) : key2;
  if (typeof place !== "number") return void 0;
  return Array.isArray(value) || typeof value === "string" ? value.at(place) : void 0;
}
function findPath2(value, path) {
  let found = value;
  for (const key2 of path.split(".")) found = found === void 0 ? void 0 : findMember(found, key2);
  return found;
}
function listItems(value, budget) {
  const items = Array.isArray(value) || typeof value === "string" ? value : isJsonObject(value) ? Object.keys(value) : null;
  if (items !== null) {
    budget.spend(items.length);
    return typeof items === "string" ? [...items] : items;
  }
  throw new RenderFault(`goes through ${nameKind(value)}.`, "Only a list, a map or a text has items.");
}

// src/prompts/jinja/arguments.ts
var Arguments = class {
  given;
  named;
  constructor(given, named) {
    this.given = given;
    this.named = named;
  }
  /** The argument at a place, which may be given by its name; undefined where neither is. */
  find(index2, name2) {
    return index2 < this.given.length ? this.given[index2] : this.named.get(name2);
  }
  isOn(index2, name2) {
    return this.find(index2, name2) === true;
  }
  /** A text; `fallback` where none is given. Throws a RenderFault for anything else. */
  text(index2, name2, fallback) {
    const value = this.find(index2, name2) ?? fallback;
    if (typeof value === "string") return value;
    throw refuse(name2, value, "text");
  }
  /** A whole number; `fallback` where none is given. Throws a RenderFault for anything else. */
  whole(index2, name2, fallback) {
    const value = this.find(index2, name2) ?? fallback;
    if (typeof value === "number" && Number.isSafeInteger(value)) return value;
    throw refuse(name2, value, "a whole number");
  }
};
function refuse(name2, value, wanted) {
  const found = value === void 0 ? "missing" : nameKind(value);
  return new RenderFault(`has ${found} for ${quoteName(name2)}.`, `It must be ${wanted}.`);
}

// src/prompts/jinja/operators.ts
var maxDigits = 1e3;
function operate(sign, left, right, budget) {
  switch (sign) {
    case "==":
      return isEqual(left, right, budget);
    case "!=":
      return !isEqual(left, right, budget);
    case "<":
      return compare(left, right) < 0;
    case ">":
      return compare(left, right) > 0;
    case "<=":
      return compare(left, right) <= 0;
    case ">=":
      return compare(left, right) >= 0;
    case "in":
      return isIn(left, right, budget);
    case "not in":
      return !isIn(left, right, budget);
    case "~":
      return writeValue2(left, budget) + writeValue2(right, budget);
    default:
      return sign === "+" ? add(left, right, budget) : calculate(sign, left, right);
  }
}
function compare(left, right) {
  if (isJsonNumber(left) && isJsonNumber(right) || typeof left === "string" && typeof right === "string") {
    return left < right ? -1 : left > right ? 1 : 0;
  }
  const hint2 = 'Only two numbers or two texts can be compared; "| int" makes a number of a text.';
  throw new RenderFault(`compares ${nameKind(left)} with ${nameKind(right)}.`, hint2);
}
function isIn(item, whole2, budget) {
  if (typeof whole2 === "string" && typeof item === "string") {
    budget.spend(whole2.length);
    return whole2.includes(item);
  }
  if (isJsonObject(whole2)) return typeof item === "string" && Object.hasOwn(whole2, item);
  if (!Array.isArray(whole2)) {
    throw new RenderFault(`looks for ${nameKind(item)} in ${nameKind(whole2)}.`, "Only a list, a map or a text holds.");
  }
  budget.spend(whole2.length);
  return whole2.some((member2) => isEqual(member2, item, budget));
}
function add(left, right, budget) {
  if (typeof left === "string" && typeof right === "string") {
    budget.spend(left.length + right.length);
    return left + right;
  }
  if (!Array.isArray(left) || !Array.isArray(right)) return calculate("+", left, right);
  budget.spend(left.length + right.length);
  return [...left, ...right];
}
function calculate(sign, left, right) {
  if (!isJsonNumber(left) || !isJsonNumber(right)) {
    const hint2 = sign === "+" ? '"~" puts texts together, "| int" makes a number of one.' : 'Only numbers go; "| int" makes one of a text.';
    throw new RenderFault(`has "${sign}" between ${nameKind(left)} and ${nameKind(right)}.`, hint2);
  }
  if ((sign === "/" || sign === "//" || sign === "%") && Number(right) === 0) {
    throw new RenderFault("divides by 0.", "Ask before whether it is 0.");
  }
  const result = isWhole(left) && isWhole(right) ? reckonWhole(sign, BigInt(left), BigInt(right)) : null;
  const value = result ?? reckon(sign, Number(left), Number(right));
  if (typeof value === "bigint") return Number.isSafeInteger(Number(value)) ? Number(value) : value;
  if (Number.isFinite(value)) return value;
  throw new RenderFault("reckons a number that is too large.", "Keep to smaller numbers.");
}
function isWhole(value) {
  return typeof value === "bigint" || Number.isSafeInteger(value);
}
function reckonWhole(sign, left, right) {
  if (sign === "+") return left + right;
  if (sign === "-") return left - right;
  if (sign === "/" || sign === "**" && right < 0n) return null;
  const digits2 = String(left).length * (sign === "**" ? Number(right) : 1) + String(right).length;
  if (digits2 > maxDigits) throw new RenderFault("reckons a number that is too large.", "Keep to smaller numbers.");
  if (sign === "*") return left * right;
  if (sign === "**") return left ** right;
  const rest = (left % right + right) % right;
  return sign === "%" ? rest : (left - rest) / right;
}
function reckon(sign, left, right) {
  if (sign === "+") return left + right;
  if (sign === "-") return left - right;
  if (sign === "*") return left * right;
  if (sign === "/") return left / right;
  if (sign === "**") return left ** right;
  const whole2 = Math.floor(left / right);
  return sign === "//" ? whole2 : left - whole2 * right;
}

// src/prompts/jinja/tests.ts
var whole = (value) => typeof value === "bigint" || Number.isInteger(value);
var isEven = (value) => whole(value) && BigInt(value) % 2n === 0n;
var isMap = (value) => isJsonObject(value);
var ofValues = /* @__PURE__ */ new Map([
  ["none", (value) => value === null],
  ["string", (value) => typeof value === "string"],
  ["number", isJsonNumber],
  ["integer", whole],
  ["float", (value) => isJsonNumber(value) && !whole(value)],
  ["boolean", (value) => typeof value === "boolean"],
  ["true", (value) => value === true],
  ["false", (value) => value === false],
  ["mapping", isMap],
  ["sequence", (value) => Array.isArray(value) || typeof value === "string"],
  ["iterable", (value) => typeof value === "string" || typeof value === "object" && value !== null],
  ["even", isEven],
  ["odd", (value) => whole(value) && !isEven(value)],
  // A text without letters is neither.
  ["lower", (value) => typeof value === "string" && value === value.toLowerCase() && value !== value.toUpperCase()],
  ["upper", (value) => typeof value === "string" && value === value.toUpperCase() && value !== value.toLowerCase()]
]);
var tests = new Map([
  ["defined", (value) => !(value instanceof Missing)],
  ["undefined", (value) => value instanceof Missing],
  ...[...ofValues].map(([name2, test]) => [name2, (value) => !(value instanceof Missing) && test(value)])
]);

// src/prompts/jinja/lists.ts
function reverse(value, _, budget) {
  const items = [...listItems(value, budget)].reverse();
  return typeof value === "string" ? items.join("") : items;
}
function pluck(items, attribute, fallback) {
  if (attribute === void 0 || attribute === null) return items;
  return items.map((item) => {
    const found = findPath2(item, String(attribute));
    if (found !== void 0) return found;
    if (fallback !== void 0) return fallback;
    const hint2 = 'Give it one, or name a "default" for those without.';
    throw new RenderFault(`finds no ${quoteName(String(attribute))} in an item.`, hint2);
  });
}
function sort(value, args, budget) {
  const items = listItems(value, budget);
  const fold = (key2) => typeof key2 === "string" && !args.isOn(1, "case_sensitive") ? key2.toLowerCase() : key2;
  const keys3 = pluck(items, args.find(2, "attribute")).map(fold);
  for (let size = items.length; size > 0; size >>= 1) budget.weigh(keys3);
  const way = args.isOn(0, "reverse") ? -1 : 1;
  const order = [...items.keys()].sort((one, other2) => way * compare(keys3[one], keys3[other2]));
  return order.map((index2) => items[index2]);
}
function unique(value, args, budget) {
  const items = listItems(value, budget);
  const keys3 = pluck(items, args.find(1, "attribute"));
  const seen = /* @__PURE__ */ new Map();
  for (const [index2, item] of items.entries()) {
    const key2 = keyOf(keys3[index2], budget);
    const folded = args.isOn(0, "case_sensitive") ? key2 : key2.toLowerCase();
    if (!seen.has(folded)) seen.set(folded, item);
  }
  return [...seen.values()];
}
function select(value, args, budget, isKept) {
  const attribute = args.text(0, "attribute");
  const name2 = args.find(1, "test");
  const wanted = args.find(2, "value") ?? null;
  const test = typeof name2 === "string" ? tests.get(name2) : (found) => isTrue2(found, budget);
  const isLike = name2 === "equalto" || name2 === "eq" || name2 === "==";
  if (test === void 0 && !isLike) {
    throw new RenderFault(
      `uses the unknown test ${quoteName(String(name2))}.`,
      hintKnown(String(name2), [...tests.keys(), "equalto"])
    );
  }
  return listItems(value, budget).filter((item) => {
    const member2 = findPath2(item, attribute);
    const found = member2 === void 0 ? new Missing(attribute) : member2;
    budget.step();
    if (test !== void 0) return test(found) === isKept;
    return (!(found instanceof Missing) && isEqual(found, wanted, budget)) === isKept;
  });
}
function sum(value, args, budget) {
  const items = pluck(listItems(value, budget), args.find(0, "attribute"));
  budget.spend(items.length);
  return items.reduce((total, item) => calculate("+", total, item), args.find(1, "start") ?? 0);
}

// src/prompts/jinja/numbers.ts
function readNumber(value, args, isWhole2) {
  const fallback = args.find(0, "default") ?? 0;
  if (typeof value === "bigint") return value;
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  if (typeof number === "boolean") return Number(number);
  if (typeof number !== "number" || !Number.isFinite(number)) return fallback;
  if (typeof value === "string" && !Number.isSafeInteger(number) && /^\s*[-+]?\d+\s*$/.test(value))
    return BigInt(value);
  return isWhole2 ? Math.trunc(number) : number;
}
function round(value, args) {
  const digits2 = Math.max(0, Math.min(20, args.whole(0, "precision", 0)));
  if (typeof value === "bigint") return value;
  if (typeof value !== "number") throw new RenderFault(`rounds ${nameKind(value)}.`, "Only numbers are rounded.");
  const method = args.text(1, "method", "common");
  const shift = 10 ** digits2;
  if (method === "floor") return Math.floor(value * shift) / shift;
  return method === "ceil" ? Math.ceil(value * shift) / shift : Number(value.toFixed(digits2));
}

// src/prompts/jinja/texts.ts
function capitalise(text) {
  return text.charAt(0).toUpperCase() + text.slice(1).toLowerCase();
}
function title(text) {
  return text.replace(/[^-\s({[<]+/g, capitalise);
}
var trim = (value, args, budget) => {
  const text = writeValue2(value, budget);
  return args.find(0, "chars") === void 0 ? text.trim() : stripEnds(text, args.text(0, "chars"), true, true);
};
function stripEnds(text, characters, atStart, atEnd) {
  const set = new Set(characters);
  let start = 0;
  let end = text.length;
  while (atStart && start < end && set.has(text.charAt(start))) start += 1;
  while (atEnd && end > start && set.has(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}
var replace2 = (value, args, budget) => {
  const text = writeValue2(value, budget);
  const [before, after] = [args.text(0, "old"), args.text(1, "new")];
  const most2 = args.whole(2, "count", -1);
  if (before === "") throw new RenderFault("replaces nothing by a text.", "Name what is to be replaced.");
  const parts = text.split(before);
  const times = Math.min(parts.length - 1, most2 < 0 ? parts.length : most2);
  budget.spend(times * after.length + text.length);
  return parts.slice(0, times + 1).join(after) + parts.slice(times + 1).map((part) => before + part).join("");
};
var indent = (value, args, budget) => {
  const lines = writeValue2(value, budget).split("\n");
  const given = args.find(0, "width") ?? 4;
  budget.spend(lines.length * (typeof given === "string" ? given.length : Math.max(0, args.whole(0, "width", 4))));
  const blanks = typeof given === "string" ? given : " ".repeat(Math.max(0, args.whole(0, "width", 4)));
  const isIndented = (line, index2) => (index2 > 0 || args.isOn(1, "first")) && (line !== "" || args.isOn(2, "blank"));
  return lines.map((line, index2) => isIndented(line, index2) ? blanks + line : line).join("\n");
};
function join(items, args, budget) {
  const separator = args.text(0, "d", "");
  budget.spend(items.length * (separator.length + 1));
  return items.map((item) => writeValue2(item, budget)).join(separator);
}

// src/prompts/jinja/filters.ts
var onText = (change) => (value, _, budget) => change(writeValue2(value, budget));
var filters = /* @__PURE__ */ new Map([
  ["default", (value) => value],
  ["d", (value) => value],
  ["upper", onText((text) => text.toUpperCase())],
  ["lower", onText((text) => text.toLowerCase())],
  ["title", onText(title)],
  ["capitalize", onText(capitalise)],
  ["trim", trim],
  ["replace", replace2],
  ["indent", indent],
  ["string", onText((text) => text)],
  ["safe", (value) => value],
  ["tojson", writeAsJson],
  // As Nunjucks calls it.
  ["dump", writeAsJson],
  ["length", count2],
  ["count", count2],
  ["list", (value, _, budget) => [...listItems(value, budget)]],
  ["first", (value, _, budget) => listItems(value, budget)[0]],
  ["last", (value, _, budget) => listItems(value, budget).at(-1)],
  ["join", (value, args, budget) => join(pluck(listItems(value, budget), args.find(1, "attribute")), args, budget)],
  ["reverse", reverse],
  ["sort", sort],
  ["unique", unique],
  ["map", map],
  ["selectattr", (value, args, budget) => select(value, args, budget, true)],
  ["rejectattr", (value, args, budget) => select(value, args, budget, false)],
  ["items", (value) => Object.entries(asMap(value))],
  [
    "dictsort",
    (value, _, budget) => sort(Object.entries(asMap(value)), new Arguments([], /* @__PURE__ */ new Map([["attribute", "0"]])), budget)
  ],
  ["sum", sum],
  ["abs", (value) => isJsonNumber(value) && value < 0 ? calculate("-", 0, value) : value],
  ["int", (value, args) => readNumber(value, args, true)],
  ["float", (value, args) => readNumber(value, args, false)],
  ["round", round]
]);
function asMap(value) {
  if (isJsonObject(value)) return value;
  throw new RenderFault(`wants a map, not ${nameKind(value)}.`, "Only a map has keys.");
}
function count2(value, _, budget) {
  return Array.isArray(value) ? value.length : listItems(typeof value === "string" ? value : asMap(value), budget).length;
}
function writeAsJson(value, args, budget) {
  const width = Math.min(10, Math.max(0, args.whole(0, "indent", 0)));
  budget.weigh(value);
  const text = writeJson(value, width);
  budget.spend(text.length);
  return text;
}
function map(value, args, budget) {
  const items = listItems(value, budget);
  const attribute = args.named.get("attribute");
  if (attribute !== void 0) return pluck(items, attribute, args.named.get("default"));
  const name2 = args.text(0, "filter");
  const filter2 = filters.get(name2);
  if (filter2 === void 0) {
    throw new RenderFault(`uses the unknown filter ${quoteName(name2)}.`, hintKnown(name2, [...filters.keys()]));
  }
  budget.spend(items.length);
  const rest = new Arguments(args.given.slice(1), args.named);
  return items.map((item) => filter2(item, rest, budget) ?? null);
}

// src/prompts/jinja/methods.ts
var onText2 = (work) => (value, args, budget) => {
  if (typeof value !== "string") {
    throw new RenderFault(
      `calls a method of text on ${nameKind(value)}.`,
      'Write "| string" behind the value first.'
    );
  }
  budget.spend(value.length);
  return work(value, args, budget);
};
var strip = (atStart, atEnd) => onText2((text, args) => {
  if (args.find(0, "chars") !== void 0) return stripEnds(text, args.text(0, "chars"), atStart, atEnd);
  const half = atStart ? text.trimStart() : text;
  return atEnd ? half.trimEnd() : half;
});
var filter = (name2) => filters.get(name2);
var methods = /* @__PURE__ */ new Map([
  ["upper", onText2((text) => text.toUpperCase())],
  ["lower", onText2((text) => text.toLowerCase())],
  ["title", filter("title")],
  ["capitalize", filter("capitalize")],
  ["strip", strip(true, true)],
  ["lstrip", strip(true, false)],
  ["rstrip", strip(false, true)],
  ["replace", replace2],
  ["startswith", onText2((text, args) => text.startsWith(args.text(0, "prefix")))],
  ["endswith", onText2((text, args) => text.endsWith(args.text(0, "suffix")))],
  ["split", onText2((text, args) => split(text, args.find(0, "sep") ?? null, args.whole(1, "maxsplit", -1)))],
  [
    "join",
    onText2(
      (text, args, budget) => join(listItems(args.find(0, "iterable") ?? [], budget), new Arguments([text], /* @__PURE__ */ new Map()), budget)
    )
  ],
  ["items", (value) => Object.entries(asMap(value))],
  ["keys", (value) => Object.keys(asMap(value))],
  ["values", (value) => Object.values(asMap(value))],
  [
    "get",
    (value, args) => {
      const map2 = asMap(value);
      const key2 = String(args.find(0, "key"));
      return Object.hasOwn(map2, key2) ? map2[key2] : args.find(1, "default") ?? null;
    }
  ]
]);
function split(text, separator, most2) {
  if (separator === "") throw new RenderFault("splits a text at nothing.", "Name what is to be split at.");
  const parts = separator === null ? text.trim().split(/\s+/) : text.split(String(separator));
  if (most2 < 0 || parts.length <= most2 + 1) return separator === null && text.trim() === "" ? [] : parts;
  const rest = parts.slice(most2).join(separator === null ? " " : String(separator));
  return [...parts.slice(0, most2), rest];
}
var functions = /* @__PURE__ */ new Map([
  [
    "range",
    (_, args, budget) => {
      const first = args.whole(0, "start", 0);
      const [start, stop] = args.find(1, "stop") === void 0 ? [0, first] : [first, args.whole(1, "stop", 0)];
      const step = args.whole(2, "step", 1);
      if (step === 0) throw new RenderFault("has a range with steps of 0.", "Write another step.");
      const length = Math.max(0, Math.ceil((stop - start) / step));
      budget.spend(length);
      return Array.from({ length }, (_item, index2) => start + index2 * step);
    }
  ]
]);

// src/prompts/jinja/syntax.ts
var SyntaxFault = class extends Error {
  hint;
  offset;
  constructor(message, hint2, offset = null) {
    super(message);
    this.hint = hint2;
    this.offset = offset;
  }
};

// src/prompts/jinja/expressions.ts
var constants = /* @__PURE__ */ new Map([
  ["true", true],
  ["True", true],
  ["false", false],
  ["False", false],
  ["none", null],
  ["None", null]
]);
function readExpression2(tokens4, end) {
  if (tokens4.length === 0) throw new SyntaxFault("has a tag without an expression.", "Write a name into it.");
  return new Reader(tokens4).read(parseTokens(tokens4, end));
}
function parseTokens(tokens4, end) {
  let reached = tokens4[0]?.offset ?? end;
  const watched = [...tokens4, { value: "}}", type: "CloseExpression", offset: end }].map((token) => ({
    value: token.value,
    get type() {
      reached = Math.max(reached, token.offset);
      return token.type;
    }
  }));
  try {
    const { body } = parse2([{ value: "{{", type: "OpenExpression" }, ...watched]);
    return body[0];
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const found = tokens4.find(({ offset }) => offset === reached);
    const message = found === void 0 ? "has a tag that ends too early." : `has ${quoteName(found.value)} in a tag.`;
    throw new SyntaxFault(message, "No Jinja expression goes on so there.", reached);
  }
}
var Reader = class {
  #tokens;
  constructor(tokens4) {
    this.#tokens = tokens4;
  }
  read(node) {
    switch (node.type) {
      case "StringLiteral":
      case "FloatLiteral":
        return { kind: "literal", value: node.value };
      case "IntegerLiteral":
        if (Number.isSafeInteger(node.value)) return { kind: "literal", value: node.value };
        throw new SyntaxFault("has a number of too many digits.", "Write it as text, in quotes.");
      case "Identifier": {
        const constant = constants.get(node.value);
        return constant === void 0 ? { kind: "name", name: node.value } : { kind: "literal", value: constant };
      }
      case "ArrayLiteral":
      case "TupleLiteral":
        return { kind: "list", items: this.#readAll(node.value) };
      case "ObjectLiteral":
        return {
          kind: "map",
          entries: [...node.value].map(([key2, value]) => [this.read(key2), this.read(value)])
        };
      case "MemberExpression":
        return this.#readMember(node);
      case "UnaryExpression":
        return { kind: "unary", operator: node.operator.value, operand: this.read(node.argument) };
      case "BinaryExpression":
        return {
          kind: "binary",
          operator: node.operator.value,
          left: this.read(node.left),
          right: this.read(node.right)
        };
      case "Ternary":
        return {
          kind: "choice",
          test: this.read(node.condition),
          chosen: this.read(node.trueExpr),
          otherwise: this.read(node.falseExpr)
        };
      case "SelectExpression":
        return { kind: "choice", test: this.read(node.test), chosen: this.read(node.lhs), otherwise: null };
      case "TestExpression": {
        const name2 = this.#known("test", node.test.value, tests);
        return { kind: "test", name: name2, isNegated: node.negate, operand: this.read(node.operand) };
      }
      case "FilterExpression":
        return this.#readFilter(node);
      case "CallExpression":
        return this.#readCall(node);
      default:
        throw new SyntaxFault("has an expression that is not read here.", "Write it in simpler words.");
    }
  }
  #readAll(nodes) {
    return nodes.map((node) => this.read(node));
  }
  #readMember({ object, property, computed }) {
    const of = this.read(object);
    if (property.type === "SliceExpression") {
      const bounds = [property.start, property.stop, property.step];
      return { kind: "slice", of, bounds: bounds.map((bound) => bound === void 0 ? null : this.read(bound)) };
    }
    const isWord = !computed && property.type === "Identifier";
    return { kind: "member", of, key: isWord ? { kind: "literal", value: property.value } : this.read(property) };
  }
  #readFilter({ operand, filter: filter2 }) {
    const isCall = filter2.type === "CallExpression";
    const written2 = isCall ? filter2.callee : filter2;
    if (written2.type !== "Identifier") throw new SyntaxFault("has a call of what a filter gives.", "Take it away.");
    const name2 = this.#known("filter", written2.value, filters);
    return {
      kind: "call",
      by: "filter",
      name: name2,
      of: this.read(operand),
      ...this.#readArguments(isCall ? filter2.args : [])
    };
  }
  #readCall({ callee, args }) {
    if (callee.type === "MemberExpression" && !callee.computed && callee.property.type === "Identifier") {
      const name3 = this.#known("method", callee.property.value, methods);
      return { kind: "call", by: "method", name: name3, of: this.read(callee.object), ...this.#readArguments(args) };
    }
    if (callee.type !== "Identifier") throw new SyntaxFault("calls what is no name.", "Only filters and methods go.");
    const name2 = this.#known("function", callee.value, functions);
    return { kind: "call", by: "function", name: name2, of: null, ...this.#readArguments(args) };
  }
  #readArguments(args) {
    const given = [];
    const named = /* @__PURE__ */ new Map();
    for (const argument of args) {
      if (/Spread/.test(argument.type)) throw new SyntaxFault('unpacks arguments with "*".', "Write them one by one.");
      if (argument.type === "KeywordArgumentExpression") named.set(argument.key.value, this.read(argument.value));
      else given.push(this.read(argument));
    }
    return { given, named };
  }
  /** The name, where it is a known one of its kind. */
  #known(kind, name2, known4) {
    if (known4.has(name2)) return name2;
    const offset = this.#tokens.find((token) => token.type === "Identifier" && token.value === name2)?.offset ?? null;
    throw new SyntaxFault(`uses the unknown ${kind} ${quoteName(name2)}.`, hintKnown(name2, [...known4.keys()]), offset);
  }
};

// src/prompts/jinja/tokens.ts
var blank = /\s*/y;
var closings = { "{{": /([-+]?)\}\}/y, "{%": /([-+]?)%\}/y };
var written = /("(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*')|(\d+(?:\.\d+)?)|([\p{L}_][\p{L}\p{N}_]*)|\*\*|\/\/|[<>=!]=|[-+*/%~<>=()[\]{},.:|]/uy;
var index = /\d+/y;
var signs = new Map([
  ["(", "OpenParen"],
  [")", "CloseParen"],
  ["[", "OpenSquareBracket"],
  ["]", "CloseSquareBracket"],
  ["{", "OpenCurlyBracket"],
  ["}", "CloseCurlyBracket"],
  [",", "Comma"],
  [".", "Dot"],
  [":", "Colon"],
  ["|", "Pipe"],
  ["=", "Equals"],
  ...["+", "-", "~"].map((sign) => [sign, "AdditiveBinaryOperator"]),
  ...["*", "/", "//", "%"].map((sign) => [sign, "MultiplicativeBinaryOperator"]),
  ["**", "ExponentiationBinaryOperator"],
  ...["<", ">", "<=", ">=", "==", "!="].map((sign) => [sign, "ComparisonBinaryOperator"])
]);
var escapes2 = /* @__PURE__ */ new Map([
  ["n", "\n"],
  ["t", "	"],
  ["r", "\r"],
  ["b", "\b"],
  ["f", "\f"],
  ["v", "\v"],
  ["\n", ""]
]);
var maxTokens = 2e3;
var maxBrackets2 = 50;
function cutTag(template, opening2, start) {
  const closing = closings[opening2];
  const tokens4 = [];
  const brackets = [];
  let at = start;
  for (; ; ) {
    at = skipTo(template, at);
    closing.lastIndex = at;
    const closed = brackets.length === 0 ? closing.exec(template) : null;
    if (closed !== null) return { tokens: tokens4, end: closing.lastIndex, sign: closed[1] ?? "" };
    if (tokens4.length === maxTokens) {
      throw new SyntaxFault(`has a tag of more than ${maxTokens} words and signs.`, "Write shorter tags.", at);
    }
    const token = readToken(template, at, tokens4.at(-1)?.type === "Dot");
    if (token.type.startsWith("Open")) brackets.push(token.value);
    else if (token.type.startsWith("Close")) brackets.pop();
    if (brackets.length > maxBrackets2) {
      throw new SyntaxFault(`has more than ${maxBrackets2} brackets in each other.`, "Write a simpler tag.", at);
    }
    tokens4.push(token);
    at = token.end;
  }
}
function skipTo(template, at) {
  blank.lastIndex = at;
  blank.exec(template);
  return blank.lastIndex;
}
function readToken(template, at, isIndex) {
  const pattern3 = isIndex && /\d/.test(template.charAt(at)) ? index : written;
  pattern3.lastIndex = at;
  const found = pattern3.exec(template);
  if (found === null) throw explainStray(template, at);
  const [value, text, number, name2] = found;
  const place = { offset: at, end: at + value.length };
  if (text !== void 0) return { value: readEscapes(text.slice(1, -1)), type: "StringLiteral", ...place };
  if (pattern3 === index || number !== void 0) return { value, type: "NumericLiteral", ...place };
  return { value, type: name2 === void 0 ? signs.get(value) ?? "Equals" : "Identifier", ...place };
}
function explainStray(template, at) {
  const sign = template.charAt(at);
  if (sign === "") {
    const hint2 = 'Close it, or write braces that are text as "{% raw %}{{{% endraw %}".';
    return new SyntaxFault("has a tag that is never closed.", hint2);
  }
  if (sign === '"' || sign === "'") return new SyntaxFault("has a quote that is never closed.", "Close it.", at);
  return new SyntaxFault(`has ${quoteName(sign)} in a tag.`, "Only Jinja expressions can stand there.", at);
}
function readEscapes(text) {
  return text.replace(/\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|([\s\S]))/g, (whole2, short, long, sign) => {
    if (sign === void 0) return String.fromCharCode(Number.parseInt(short ?? long, 16));
    return escapes2.get(sign) ?? (/[\\'"]/.test(sign) ? sign : whole2);
  });
}

// src/prompts/jinja/parse.ts
var openings = /\{[{%#]/g;
var rawStart = /\{%[-+]?\s*raw\s*([-+]?)%\}/y;
var rawEnd = /\{%([-+]?)\s*endraw\s*([-+]?)%\}/g;
var maxBlocks = 50;
var maxFaults2 = 1e3;
var other = "Only if, for, set, raw and comments are read.";
var hints = new Map([
  ...["include", "import", "from", "extends", "block"].map(
    (name2) => [name2, "A template reads no other file: write what is to be sent into this one."]
  ),
  ...["macro", "call"].map((name2) => [name2, "Macros are not read: write out what they give."])
]);
function parseTemplate2(template) {
  const reader = new TemplateReader(template);
  reader.readAll();
  return { body: reader.body, faults: reader.faults };
}
var TemplateReader = class {
  body = [];
  faults = [];
  #template;
  #open = [];
  /** Where the text goes on, and whether white space before that is taken away. */
  #at = 0;
  #isTrimmed = false;
  constructor(template) {
    this.#template = template;
  }
  readAll() {
    while (this.#at < this.#template.length && this.faults.length < maxFaults2) {
      openings.lastIndex = this.#at;
      const found = openings.exec(this.#template);
      const start = found?.index ?? this.#template.length;
      this.#addText(start, this.#template.charAt(start + 2) === "-");
      this.#at = start;
      if (found !== null && !this.#takeTag(found[0], start)) break;
    }
    for (const { keyword, offset } of this.#open) {
      if (keyword !== "") this.#fault(`has "${keyword}" without its end.`, `Write "{% end${keyword} %}".`, offset);
    }
  }
  #addText(end, isTrimmed) {
    const text = this.#template.slice(this.#at, end);
    const behind = this.#isTrimmed ? text.trimStart() : text;
    this.#isTrimmed = false;
    this.#add({ kind: "text", text: isTrimmed ? behind.trimEnd() : behind });
  }
  #add(node) {
    if (node.kind !== "text" || node.text !== "") (this.#open.at(-1)?.body ?? this.body).push(node);
  }
  #fault(message, hint2, offset) {
    this.faults.push({ message, hint: hint2, offset });
  }
  /** Reads what starts with these braces; false where it has no end, so that nothing can follow. */
  #takeTag(opening2, start) {
    if (opening2 === "{#") return this.#takeComment(start);
    rawStart.lastIndex = start;
    const raw = opening2 === "{%" ? rawStart.exec(this.#template) : null;
    if (raw !== null) return this.#takeRaw(start, raw);
    const isPrint = opening2 === "{{";
    const sign = /[-+]/.test(this.#template.charAt(start + 2)) ? 1 : 0;
    try {
      const { tokens: tokens4, end, sign: last } = cutTag(this.#template, isPrint ? "{{" : "{%", start + 2 + sign);
      this.#at = end;
      this.#isTrimmed = last === "-";
      const close = end - 2 - last.length;
      if (isPrint) this.#add({ kind: "print", ...this.#tagged(tokens4, close, start) });
      else this.#takeStatement(tokens4, close, start);
    } catch (error) {
      if (!(error instanceof SyntaxFault)) throw error;
      this.#fault(error.message, error.hint, error.offset ?? start);
      if (this.#at > start) return true;
      const end = this.#template.indexOf(isPrint ? "}}" : "%}", start);
      this.#at = end + 2;
      return end !== -1;
    }
    return true;
  }
  #takeComment(start) {
    const end = this.#template.indexOf("#}", start + 2);
    if (end === -1) this.#fault("has a comment that is never closed.", 'Close it by "#}".', start);
    this.#at = end + 2;
    this.#isTrimmed = this.#template.charAt(end - 1) === "-";
    return end !== -1;
  }
  #takeRaw(start, raw) {
    const from = start + raw[0].length;
    rawEnd.lastIndex = from;
    const found = rawEnd.exec(this.#template);
    if (found === null) this.#fault('has "raw" without its end.', 'Write "{% endraw %}".', start);
    this.#at = from;
    this.#isTrimmed = raw[1] === "-";
    this.#addText(found?.index ?? from, found?.[1] === "-");
    this.#at = rawEnd.lastIndex;
    this.#isTrimmed = found?.[2] === "-";
    return found !== null;
  }
  #tagged(tokens4, end, offset) {
    return { value: readExpression2(tokens4, end), source: this.#template.slice(offset, this.#at), offset };
  }
  #takeStatement([first, ...tokens4], end, offset) {
    const keyword = first?.type === "Identifier" ? first.value : "";
    if (keyword === "if" || keyword === "for" || keyword === "set") {
      if (this.#open.length === maxBlocks) {
        throw new SyntaxFault(`has more than ${maxBlocks} blocks in each other.`, "Write it with fewer.");
      }
      if (keyword === "if") this.#openIf(tokens4, end, offset);
      else if (keyword === "for") this.#openFor(tokens4, end, offset);
      else this.#takeSet(tokens4, end, offset);
    } else if (keyword === "elif" || keyword === "else") this.#branch(keyword, tokens4, end, offset);
    else if (/^end(if|for|set)$/.test(keyword)) this.#close(keyword.slice(3));
    else if (!keyword.startsWith("end") || !hints.has(keyword.slice(3))) {
      const hint2 = hints.get(keyword) ?? other;
      throw new SyntaxFault(`has the statement ${quoteName(keyword)}, which is not read.`, hint2);
    }
  }
  #push(keyword, offset, body, branch = null) {
    this.#open.push({ keyword, offset, body, branch });
  }
  /** A tag's expression; where it cannot be read its block is still one, so that its end fits. */
  #readOr(read3, open) {
    try {
      return read3();
    } catch (error) {
      open();
      throw error;
    }
  }
  #openIf(tokens4, end, offset) {
    const test = this.#readOr(
      () => this.#tagged(tokens4, end, offset),
      () => this.#push("if", offset, [], () => [])
    );
    const branches = [];
    this.#add({ kind: "if", branches });
    const start = (next) => {
      const body = [];
      branches.push({ test: next, body });
      return body;
    };
    this.#push("if", offset, start(test), start);
  }
  #openFor(tokens4, end, offset) {
    const { names: names2, list: list2, test } = this.#readOr(
      () => this.#readFor(tokens4, end, offset),
      () => this.#push("for", offset, [], () => [])
    );
    const [body, otherwise] = [[], []];
    this.#add({ kind: "for", names: names2, list: list2, test, body, otherwise });
    this.#push("for", offset, body, () => otherwise);
  }
  #readFor(tokens4, end, offset) {
    const at = tokens4.findIndex(({ type, value: value2 }) => type === "Identifier" && value2 === "in");
    const names2 = at === -1 ? null : readNames(tokens4.slice(0, at));
    if (names2 === null) throw new SyntaxFault('has a "for" without its names.', 'Write "{% for item in items %}".');
    if (tokens4.some(({ value: value2, type }) => type === "Identifier" && value2 === "recursive")) {
      throw new SyntaxFault("has a recursive loop.", "Write one loop into the other.");
    }
    const { value, ...tag2 } = this.#tagged(tokens4.slice(at + 1), end, offset);
    const isChosen = value.kind === "choice" && value.otherwise === null;
    const [list2, test] = isChosen ? [value.chosen, value.test] : [value, null];
    return { names: names2, list: { value: list2, ...tag2 }, test };
  }
  #takeSet(tokens4, end, offset) {
    const equals = tokens4.findIndex(({ type }) => type === "Equals");
    const names2 = readNames(equals === -1 ? tokens4 : tokens4.slice(0, equals));
    if (names2 === null || equals === -1 && names2.length > 1) {
      throw new SyntaxFault('has a "set" without a name.', 'Write "{% set name = value %}".');
    }
    if (equals !== -1) {
      const value = this.#tagged(tokens4.slice(equals + 1), end, offset);
      this.#add({ kind: "set", names: names2, value, body: [] });
      return;
    }
    const body = [];
    this.#add({ kind: "set", names: names2, value: null, body });
    this.#push("set", offset, body);
  }
  #branch(keyword, tokens4, end, offset) {
    const block = this.#open.at(-1);
    if (block?.branch == null || keyword === "elif" && block.keyword !== "if") {
      throw new SyntaxFault(`has "${keyword}" without an "if" before it.`, 'Write "{% if … %}" first.');
    }
    block.body = block.branch(keyword === "elif" ? this.#tagged(tokens4, end, offset) : null);
    if (keyword === "else") block.branch = null;
  }
  #close(keyword) {
    const block = this.#open.at(-1);
    if (block?.keyword !== keyword) {
      const found = block === void 0 ? "nothing is open" : `"${block.keyword}" is open`;
      throw new SyntaxFault(
        `has "end${keyword}" where ${found}.`,
        `Close in the order of opening, "{% ${keyword} %}" first.`
      );
    }
    this.#open.pop();
  }
};
function readNames(tokens4) {
  const isList = tokens4.every(({ type }, index2) => type === (index2 % 2 === 0 ? "Identifier" : "Comma"));
  return isList && tokens4.length % 2 === 1 ? tokens4.filter((_, index2) => index2 % 2 === 0).map(({ value }) => value) : null;
}

// src/prompts/jinja/evaluate.ts
var Scope = class {
  #names = /* @__PURE__ */ new Map();
  #outer;
  constructor(outer) {
    this.#outer = outer;
  }
  set(name2, value) {
    this.#names.set(name2, value);
  }
  find(name2) {
    const value = this.#names.get(name2);
    return value === void 0 ? this.#outer?.find(name2) : value;
  }
};
function pathOf(node) {
  if (node.kind === "name") return node.name;
  if (node.kind !== "member" || node.key.kind !== "literal") return null;
  const { value } = node.key;
  const base = pathOf(node.of);
  return base === null || typeof value !== "string" && typeof value !== "number" ? null : `${base}.${value}`;
}
function rootOf(path) {
  return path.split(".", 1)[0];
}
function orMissing(value, name2) {
  return value === void 0 ? new Missing(name2) : value;
}
var Evaluator = class {
  unknown = /* @__PURE__ */ new Set();
  /** How many conditions are being asked, one in the other. */
  #asking = 0;
  budget;
  #variables;
  constructor(variables, budget) {
    this.#variables = variables;
    this.budget = budget;
  }
  /** What an expression gives; missing where a name in it is. */
  evaluate(node, scope) {
    this.budget.step();
    switch (node.kind) {
      case "literal":
        return node.value;
      case "name":
      case "member":
        return this.#lookUp(node, scope);
      case "slice":
        return this.#slice(node, scope);
      case "list":
        return this.#all(node.items, scope);
      case "map":
        return this.#map(node.entries, scope);
      case "unary":
        return this.#sign(node.operator, node.operand, scope);
      case "binary":
        return this.#binary(node, scope);
      case "choice":
        if (this.test(node.test, scope)) return this.evaluate(node.chosen, scope);
        return node.otherwise === null ? "" : this.evaluate(node.otherwise, scope);
      case "test": {
        const isMet = tests.get(node.name)?.(this.#quietly(node.operand, scope)) ?? false;
        return isMet !== node.isNegated;
      }
      case "call":
        return this.#call(node, scope);
    }
  }
  /** Whether a condition is met; what is missing in it is as good as empty. */
  test(node, scope) {
    return isTrue2(this.#quietly(node, scope), this.budget);
  }
  /** The value of an expression that has to have one; notes what it lacks. */
  require(node, scope) {
    return this.note(this.evaluate(node, scope));
  }
  /** The value as it is; its name is unknown where it is missing. */
  note(value) {
    if (value instanceof Missing && this.#asking === 0) this.unknown.add(value.name);
    return value;
  }
  #quietly(node, scope) {
    this.#asking += 1;
    const value = this.evaluate(node, scope);
    this.#asking -= 1;
    return value;
  }
  #lookUp(node, scope) {
    const path = pathOf(node);
    const local = path === null ? void 0 : scope.find(rootOf(path));
    if (path !== null && local === void 0) {
      return orMissing(lookUpVariable(path, this.#variables), path);
    }
    if (node.kind !== "member") return local;
    const value = this.evaluate(node.of, scope);
    const key2 = this.require(node.key, scope);
    if (key2 instanceof Missing) return key2;
    const name2 = path ?? `${pathOf(node.of) ?? "…"}.${typeof key2 === "object" ? "…" : key2}`;
    if (value instanceof Missing) return new Missing(path === null ? value.name : name2);
    return orMissing(findMember(value, key2), name2);
  }
  #slice({ of, bounds }, scope) {
    const value = this.require(of, scope);
    const numbers = this.#all(
      bounds.map((bound) => bound ?? { kind: "literal", value: null }),
      scope
    );
    if (value instanceof Missing) return value;
    if (numbers instanceof Missing) return numbers;
    const [start, stop, step] = numbers.map((number) => number === null ? void 0 : Number(number));
    const isCut = typeof value === "string" || Array.isArray(value);
    if (!isCut || (step ?? 1) !== 1) {
      const what = isCut ? "takes a slice in steps." : `takes a slice of ${nameKind(value)}.`;
      throw new RenderFault(what, "Only lists and texts have slices, as [1:3].");
    }
    this.budget.spend(value.length);
    return value.slice(start, stop);
  }
  #all(nodes, scope) {
    const values = nodes.map((node) => this.require(node, scope));
    return values.find((value) => value instanceof Missing) ?? values;
  }
  #map(entries, scope) {
    const keys3 = this.#all(
      entries.map(([key2]) => key2),
      scope
    );
    const values = this.#all(
      entries.map(([, value]) => value),
      scope
    );
    if (keys3 instanceof Missing) return keys3;
    if (values instanceof Missing) return values;
    return Object.fromEntries(keys3.map((key2, index2) => [String(key2), values[index2]]));
  }
  #sign(operator, operand, scope) {
    if (operator === "not") return !this.test(operand, scope);
    const value = this.require(operand, scope);
    return value instanceof Missing ? value : calculate(operator, 0, value);
  }
  #binary({ operator, left, right }, scope) {
    const isEither = operator === "or";
    if (isEither || operator === "and") {
      const first = this.#quietly(left, scope);
      return isTrue2(first, this.budget) === isEither ? first : this.evaluate(right, scope);
    }
    const [one, other2] = [this.require(left, scope), this.require(right, scope)];
    if (!(one instanceof Missing) && !(other2 instanceof Missing)) return operate(operator, one, other2, this.budget);
    if (operator === "==" || operator === "in") return false;
    if (operator === "!=" || operator === "not in") return true;
    return one instanceof Missing ? one : other2;
  }
  #call(node, scope) {
    const { by, name: name2 } = node;
    const isDefault = by === "filter" && (name2 === "default" || name2 === "d");
    const of = node.of === null ? null : isDefault ? this.#quietly(node.of, scope) : this.require(node.of, scope);
    const named = new Map([...node.named].map(([key2, value]) => [key2, this.require(value, scope)]));
    if (isDefault) return this.#fallBack(of, node, named, scope);
    const given = this.#all(node.given, scope);
    if (of instanceof Missing && (name2 === "length" || name2 === "count")) return 0;
    for (const value of [of, given, ...named.values()]) if (value instanceof Missing) return value;
    const args = new Arguments(given, named);
    const callables = by === "filter" ? filters : by === "method" ? methods : functions;
    const found = callables.get(name2)?.(of, args, this.budget);
    return orMissing(found, `${node.of === null ? "" : pathOf(node.of) ?? "…"}|${name2}`);
  }
  /** `default`: for what is missing, and with `true` behind it for whatever is false or empty. */
  #fallBack(value, { given, named: names2 }, named, scope) {
    const isAny = given[1] === void 0 ? named.get("boolean") === true : this.test(given[1], scope);
    const isKept = isAny ? isTrue2(value, this.budget) : !(value instanceof Missing);
    if (isKept) return value;
    const fallback = given[0] ?? names2.get("default_value");
    return fallback === void 0 ? "" : this.evaluate(fallback, scope);
  }
};

// src/prompts/jinja/render.ts
function renderBody(body, variables) {
  const renderer = new Renderer(variables);
  const scope = new Scope(null);
  const pieces2 = [];
  renderer.render(body, scope, pieces2);
  return { value: pieces2, unknown: [...renderer.unknown] };
}
var Renderer = class {
  #budget = new Budget();
  #evaluator;
  constructor(variables) {
    this.#evaluator = new Evaluator(variables, this.#budget);
  }
  get unknown() {
    return this.#evaluator.unknown;
  }
  render(body, scope, pieces2) {
    for (const node of body) {
      this.#budget.step();
      if (node.kind === "text") this.#add(pieces2, node.text, false);
      else if (node.kind === "print") this.#print(node, scope, pieces2);
      else if (node.kind === "set") this.#assign(node, scope);
      else if (node.kind === "for") this.#loop(node, scope, pieces2);
      else {
        const met = node.branches.find(({ test }) => test === null || this.#in(test, () => this.#test(test, scope)));
        if (met !== void 0) this.render(met.body, scope, pieces2);
      }
    }
  }
  #add(pieces2, text, isValue2) {
    this.#budget.spend(text.length);
    pieces2.push({ text, isValue: isValue2 });
  }
  /** Names the tag in what goes wrong in it. */
  #in(tag2, work) {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof RenderFault)) throw error;
      throw new RenderFault(`${tag2.source} ${error.message}`, error.hint);
    }
  }
  #test(test, scope) {
    return this.#evaluator.test(test.value, scope);
  }
  #print(node, scope, pieces2) {
    const text = this.#in(node, () => {
      const value = this.#evaluator.require(node.value, scope);
      return value instanceof Missing ? null : writeValue2(value, this.#budget);
    });
    this.#add(pieces2, text ?? node.source, text !== null);
  }
  #assign(node, scope) {
    const { value, names: names2, body } = node;
    if (value === null) {
      const pieces2 = [];
      this.render(body, new Scope(scope), pieces2);
      scope.set(names2[0], pieces2.map(({ text }) => text).join(""));
    } else this.#in(value, () => this.#bind(names2, this.#evaluator.evaluate(value.value, scope), scope));
  }
  #bind(names2, value, scope) {
    const [first] = names2;
    if (names2.length === 1 || value instanceof Missing) {
      for (const name2 of names2) scope.set(name2, value);
      return;
    }
    const items = Array.isArray(value) ? value : [];
    if (items.length !== names2.length) {
      const found = Array.isArray(value) ? `${items.length}` : nameKind(value);
      throw new RenderFault(
        `gives ${found} for ${names2.length} names, "${first}" the first.`,
        "Name as many as there are."
      );
    }
    for (const [index2, name2] of names2.entries()) scope.set(name2, items[index2]);
  }
  #loop(node, outer, pieces2) {
    const items = this.#in(node.list, () => this.#listItems(node, outer));
    if (items === null) return;
    if (items.length === 0) this.render(node.otherwise, new Scope(outer), pieces2);
    for (const [index2, item] of items.entries()) {
      const scope = new Scope(outer);
      this.#in(node.list, () => {
        this.#budget.step();
        this.#bind(node.names, item, scope);
      });
      scope.set("loop", describeTurn(index2, items));
      this.render(node.body, scope, pieces2);
    }
  }
  /** The items that the loop goes through; null where there is no value to go through. */
  #listItems({ list: list2, test, names: names2 }, outer) {
    const value = this.#evaluator.require(list2.value, outer);
    if (value instanceof Missing) return null;
    const items = listItems(value, this.#budget);
    if (test === null) return items;
    return items.filter((item) => {
      const scope = new Scope(outer);
      this.#bind(names2, item, scope);
      return this.#evaluator.test(test, scope);
    });
  }
};
function describeTurn(index2, items) {
  const { length } = items;
  const revindex = length - index2;
  return {
    index: index2 + 1,
    index0: index2,
    revindex,
    revindex0: revindex - 1,
    first: index2 === 0,
    last: revindex === 1,
    length,
    ...index2 > 0 && { previtem: items[index2 - 1] },
    ...revindex > 1 && { nextitem: items[index2 + 1] }
  };
}

// src/prompts/sections.ts
var roleLine = /^(?:#{1,6}[ \t]*)?(system|developer|user|assistant):[ \t]*$/gim;
var otherWords = { human: "user", ai: "assistant" };
function roleOf(word) {
  const role = word.toLowerCase();
  return otherWords[role] ?? role;
}
function findMarkers(body, isText2) {
  return [...body.matchAll(roleLine)].flatMap(
    ({ 0: line, 1: word = "", index: index2 }) => isText2(index2) ? [] : [{ role: roleOf(word), start: index2, end: index2 + line.length }]
  );
}
function splitSections(text, markers) {
  const cut = (role, start, index2) => {
    const raw = text.slice(start, markers[index2]?.start ?? text.length);
    const blank2 = /^(?:[ \t]*\n)*/.exec(raw)?.[0].length ?? 0;
    return { role, text: raw.slice(blank2).trimEnd(), offset: start + blank2 };
  };
  return [cut(null, 0, 0), ...markers.map(({ role, end }, index2) => cut(role, end, index2 + 1))];
}

// src/prompts/role-lines.ts
var pattern = /^[ \t]*(?:#[ \t]*)?(system|developer|user|assistant|tool|function)[ \t]*(?:\[([^\]\n]*)\])?[ \t]*:[ \t]*$/dgim;
function findRoleLines(text) {
  return [...text.matchAll(pattern)].map(({ 0: line, 1: role = "", 2: attributes = null, index: index2, indices }) => ({
    role: role.toLowerCase(),
    attributes,
    start: index2,
    end: index2 + line.length,
    word: indices?.[1] ?? [index2, index2]
  }));
}
function cutAtLines(text, lines) {
  const [before, ...marked] = splitSections(text, lines);
  return before.text === "" ? marked : [before, ...marked];
}

// src/prompts/jinja/turns.ts
function readTurns(pieces2) {
  const text = pieces2.map((piece) => piece.text).join("");
  const values = listValues(pieces2);
  const lines = findRoleLines(text);
  let next = 0;
  const own = lines.filter((line) => {
    while (next < values.length && values[next][1] < line.start) next += 1;
    const touching = [];
    for (let at = next; at < values.length && values[at][0] <= line.end; at++)
      touching.push(values[at]);
    return isOfTemplate(line, touching);
  });
  const said = cutAtLines(text, own).filter((section) => section.text !== "");
  if (said.length === 0)
    throw new RenderFault("The template makes no message.", "Give the row what its conditions ask.");
  return said.map(({ role, text: content }) => {
    if (role === "tool" || role === "function") {
      const hint2 = 'Leave it out, or give the rows "messages", whose turns of tools say it.';
      throw new RenderFault(`A turn of the role "${role}" does not say which call it answers.`, hint2);
    }
    return { role: role ?? "system", content };
  });
}
function listValues(pieces2) {
  let at = 0;
  return pieces2.flatMap(({ text, isValue: isValue2 }) => {
    const start = at;
    at += text.length;
    return isValue2 ? [[start, at]] : [];
  });
}
function isOfTemplate({ word }, values) {
  return values.every(([start, end]) => start === word[0] && end === word[1]);
}

// src/prompts/jinja/variables.ts
function listUses(body) {
  const uses = [];
  visitBody(body, /* @__PURE__ */ new Set(), uses);
  return uses;
}
function visitBody(body, bound, uses) {
  for (const node of body) visitNode(node, bound, uses);
}
function visitNode(node, bound, uses) {
  const note3 = (value, offset, inner = bound) => {
    for (const name2 of namesIn(value)) if (!inner.has(rootOf(name2))) uses.push({ name: name2, offset });
  };
  if (node.kind === "print") note3(node.value, node.offset);
  else if (node.kind === "if") {
    for (const { test, body } of node.branches) {
      if (test !== null) note3(test.value, test.offset);
      visitBody(body, bound, uses);
    }
  } else if (node.kind === "for") {
    note3(node.list.value, node.list.offset);
    const inner = /* @__PURE__ */ new Set([...bound, ...node.names, "loop"]);
    if (node.test !== null) note3(node.test, node.list.offset, inner);
    visitBody(node.body, inner, uses);
    visitBody(node.otherwise, new Set(bound), uses);
  } else if (node.kind === "set") {
    if (node.value !== null) note3(node.value.value, node.value.offset);
    visitBody(node.body, new Set(bound), uses);
    for (const name2 of node.names) bound.add(name2);
  }
}
function namesIn(node) {
  const path = pathOf(node);
  if (path !== null) return [path];
  return childrenOf(node).flatMap(namesIn);
}
function childrenOf(node) {
  switch (node.kind) {
    case "literal":
    case "name":
      return [];
    case "member":
      return [node.of, node.key];
    case "slice":
      return [node.of, ...node.bounds.filter((bound) => bound !== null)];
    case "list":
      return node.items;
    case "map":
      return node.entries.flat();
    case "unary":
    case "test":
      return [node.operand];
    case "binary":
      return [node.left, node.right];
    case "choice":
      return [node.chosen, node.test, ...node.otherwise === null ? [] : [node.otherwise]];
    case "call":
      return [...node.of === null ? [] : [node.of], ...node.given, ...node.named.values()];
  }
}

// src/prompts/jinja.ts
var parse3 = keepRead(parseTemplate2);
var jinja = {
  name: "jinja",
  write: (name2) => `{{${name2}}}`,
  asText: 'Where it is text, write it between "{% raw %}" and "{% endraw %}".',
  findVariables: (template) => listUses(parse3(template).body),
  findFaults: (template) => parse3(template).faults,
  findForeign: (template) => findForeign(template, [...argumentStyles, ...namedStyles]),
  render: (template, variables) => fill(template, variables, (pieces2) => pieces2.map(({ text }) => text).join("")),
  renderTurns: (template, variables, conversation) => fill(template, variables, (pieces2) => {
    const turns = readTurns(pieces2);
    if (conversation === null) return turns;
    return [...turns.filter(({ role }) => role === "system" || role === "developer"), ...conversation];
  }),
  listLiterals: (template) => listTexts2(parse3(template).body)
};
function fill(template, variables, make) {
  const { body, faults } = parse3(template);
  for (const { message, hint: hint2 } of faults) throw UserError.of(`A message ${message}`, hint2);
  try {
    const { value, unknown } = renderBody(body, variables);
    return { value: make(value), unknown };
  } catch (error) {
    if (error instanceof RenderFault) throw UserError.of(error.message, error.hint);
    throw error;
  }
}
function listTexts2(body) {
  return body.flatMap((node) => {
    if (node.kind === "text") return [node.text];
    if (node.kind === "if") return node.branches.flatMap((branch) => listTexts2(branch.body));
    return node.kind === "print" ? [] : [...listTexts2(node.body), ...node.kind === "for" ? listTexts2(node.otherwise) : []];
  });
}

// src/prompts/mustache.ts
var openings2 = new RegExp(`${escapes.source}|\\{[{%#]`, "gu");
var closings2 = { "{{": "}}", "{%": "%}", "{#": "#}" };
var mustache = {
  name: "mustache",
  write: (name2) => `{{${name2}}}`,
  asText: 'Where it is text, write "\\{{" for "{{", or "template: none" for the whole file.',
  findVariables: findPlaceholders,
  findFaults: () => [],
  findForeign: (template) => findForeign(template, [...tagStyles, ...argumentStyles, ...braceStyles, ...namedStyles]),
  render: renderTemplate,
  listLiterals
};
function listLiterals(template) {
  const literals = [];
  const endless = /* @__PURE__ */ new Set();
  let literal = "";
  let start = 0;
  openings2.lastIndex = 0;
  for (let found = openings2.exec(template); found !== null; found = openings2.exec(template)) {
    const [opening2] = found;
    const closing = closings2[opening2];
    if (closing === void 0) {
      literal += template.slice(start, found.index) + opening2.slice(1);
      start = openings2.lastIndex;
      continue;
    }
    const end = endless.has(opening2) ? -1 : template.indexOf(closing, openings2.lastIndex);
    if (end === -1) {
      endless.add(opening2);
      openings2.lastIndex = found.index + 1;
      continue;
    }
    literals.push(literal + template.slice(start, found.index));
    literal = "";
    start = end + closing.length;
    openings2.lastIndex = start;
  }
  return [...literals, literal + template.slice(start)];
}

// src/prompts/none.ts
var input2 = /^\s*(\{\{[ \t]*input[ \t]*\}\})\s*$/;
var none = {
  name: "none",
  write: (name2) => `{{${name2}}}`,
  asText: "",
  findVariables: (template) => {
    const written2 = input2.exec(template)?.[1];
    return written2 === void 0 ? [] : [{ name: "input", offset: template.indexOf(written2) }];
  },
  findFaults: () => [],
  findForeign: () => [],
  render: (template, variables) => {
    const written2 = input2.exec(template)?.[1];
    if (written2 === void 0) return { value: template, unknown: [] };
    const found = lookUpText("input", variables);
    return { value: template.replace(written2, () => found ?? written2), unknown: found === null ? ["input"] : [] };
  },
  listLiterals: (template) => input2.test(template) ? template.split(/\{\{.*\}\}/) : [template]
};

// src/prompts/slash-command.ts
var tokens3 = /\\\$(?=ARGUMENTS\b|\d)|(?<![\w$])\$(?:ARGUMENTS\[(\d)\]|(ARGUMENTS)\b|(\d)(?!\w|[.,]\d))/g;
var zero = /^\$(?:0|ARGUMENTS\[0\])/;
var maxToken = "$ARGUMENTS[0]".length;
var words = /"([^"]*)"|'([^']*)'|(\S+)/g;
var slashCommand = {
  name: "arguments",
  write: (name2) => name2 === "input" ? "$ARGUMENTS" : `$${name2}`,
  asText: 'Where it is text, write "\\$" for "$".',
  findVariables: (template) => [...template.matchAll(tokens3)].flatMap(
    ({ 0: written2, index: index2 }) => written2 === "\\$" ? [] : [{ name: "input", offset: index2 }]
  ),
  findFaults: () => [],
  findForeign: (template) => findForeign(template, commandStyles),
  render: (template, variables) => {
    const input3 = lookUpText("input", variables);
    const given = [...(input3 ?? "").matchAll(words)].map(
      ({ 1: double, 2: single, 3: bare2 }) => double ?? single ?? bare2
    );
    const uses = slashCommand.findVariables(template);
    const first = uses.some(({ offset }) => zero.test(template.slice(offset, offset + maxToken))) ? 0 : 1;
    const value = template.replace(tokens3, (written2, index2, all, position) => {
      if (written2 === "\\$") return "$";
      if (input3 === null) return written2;
      if (all !== void 0) return input3;
      return given[index2 === void 0 ? Number(position) - first : Number(index2)] ?? written2;
    });
    return { value, unknown: input3 === null && uses.length > 0 ? ["input"] : [] };
  },
  listLiterals: (template) => splitLiterals(template, tokens3, (written2) => written2 === "\\$" ? "$" : null)
};

// src/prompts/dialects.ts
var templateDialects = [
  mustache,
  fString,
  jinja,
  handlebars,
  slashCommand,
  copilot,
  none
];
var ownDialects = [dotpromptDialect];
var defaultDialect = mustache.name;
function dialectOf(name2) {
  const dialect = [...templateDialects, ...ownDialects].find((known4) => known4.name === name2);
  if (dialect === void 0) throw new Error(`no template dialect ${name2}`);
  return dialect;
}

// src/select/side.ts
import { posix } from "node:path";
var configNames = ["prompt-assay.yml", "prompt-assay.yaml", "prompt-assay.json"];
var configPaths = ["", ".github/"].flatMap((folder) => configNames.map((name2) => folder + name2));
function selectConfigPath(tree, asked) {
  const paths = asked === null ? configPaths : [asked];
  const [path = null, other2] = paths.filter((name2) => tree.entries.has(name2));
  if (path !== null && other2 !== void 0) {
    const where = { path, line: null, column: null };
    throw UserError.of(`is a config, and ${other2} is one too.`, "Keep one of the two.", where);
  }
  return path;
}
function isConfigPath(path) {
  return configPaths.includes(path);
}
function isConfigName(path) {
  return configNames.includes(posix.basename(path)) && !path.startsWith(".github/workflows/");
}
function listStrayConfigs(tree) {
  return [...tree.entries.keys()].filter((path) => isConfigName(path) && !configPaths.includes(path)).filter((path) => !path.split("/").includes("node_modules")).sort();
}
var anyFile = "**";
function listDependencies({ dependencies }, prompts2) {
  return [...new Set(prompts2.flatMap((path) => dependencies.get(path) ?? []))].sort();
}
function fileEntry(tree, path) {
  const entry2 = tree.entries.get(path);
  if (entry2 === void 0) return null;
  const kind = kinds.get(entry2.mode);
  if (kind !== void 0) {
    const where = { path, line: null, column: null };
    throw UserError.of(`is ${kind}, and those are never followed.`, "Commit the file itself under this path.", where);
  }
  return entry2;
}
var kinds = /* @__PURE__ */ new Map([
  ["120000", "a symbolic link"],
  ["160000", "a submodule"]
]);
function findLink(tree, path) {
  for (let at = path; at !== "." && at !== ""; at = posix.dirname(at)) {
    const kind = kinds.get(tree.entries.get(at)?.mode ?? "");
    if (kind !== void 0) return { path: at, kind };
  }
  return null;
}

// src/prompts/suspects.ts
function sight({ style, written: written2, name: name2, hint: hint2, certainty }, where) {
  const message = `${quoteName(written2)} looks like ${style} and is sent as it stands.`;
  return { kind: style, name: name2, certainty, problem: buildProblem(message, hint2, where) };
}
function settleFindings({ sightings, used, warnings }) {
  const suspects = sightings.map(({ certainty, ...suspect }) => ({
    ...suspect,
    isSure: certainty === "always" || certainty === "alone" && used.size === 0
  }));
  return { suspects, warnings: [...warnings, ...listSuspects(suspects.filter(({ isSure }) => isSure))] };
}
function listSuspects(suspects) {
  const kinds7 = [...new Set(suspects.map(({ kind }) => kind))];
  return kinds7.flatMap((kind) => {
    const [first, ...more] = suspects.filter((suspect) => suspect.kind === kind);
    if (first === void 0) return [];
    const { problem } = first;
    const message = problem.message.replace(/\.$/, ` (and ${more.length} more of the kind).`);
    return more.length === 0 ? problem : { ...problem, message };
  });
}
function listNamed(suspects, columns) {
  const said = suspects.filter(({ isSure }) => isSure).map(({ kind }) => kind);
  const isColumn = (name2) => name2 !== null && columns.has(name2.split(".", 1)[0] ?? "");
  return listSuspects(suspects.filter(({ kind, name: name2 }) => isColumn(name2) && !said.includes(kind)));
}

// src/prompts/format.ts
var ownReading = { format: null, template: null, byName: false };

// src/prompts/formats.ts
import { posix as posix8 } from "node:path";

// src/prompts/parameters.ts
var kinds2 = /* @__PURE__ */ new Map([
  ["temperature", "number"],
  ["top-p", "number"],
  ["top-k", "whole"],
  ["min-p", "number"],
  ["max-tokens", "whole"],
  ["max-completion-tokens", "whole"],
  ["max-output-tokens", "whole"],
  ["seed", "whole"],
  ["stop", "any"],
  ["frequency-penalty", "number"],
  ["presence-penalty", "number"],
  ["repetition-penalty", "number"],
  ["reasoning-effort", "text"],
  ["verbosity", "text"],
  ["logit-bias", "any"],
  ["parallel-tool-calls", "any"],
  ["tool-choice", "any"],
  ["service-tier", "text"]
]);
var knownParameters = [...kinds2.keys()];
var shapingParameters = knownParameters.filter((name2) => name2 !== "service-tier");
var tokenLimits = ["max-tokens", "max-completion-tokens", "max-output-tokens"];
var reserved = ["model", "messages", "input", "tools", "response-format", "stream", "n"];
function canonicalParameter(name2) {
  return name2.replaceAll("_", "-").replaceAll(/([a-z0-9])([A-Z])/g, "$1-$2").toLowerCase();
}
function isParameter(name2, value, report) {
  const isRefused = reserved.includes(name2) || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name2);
  const fault2 = isRefused ? "cannot be set as a model parameter." : findFault2(name2, value);
  if (fault2 !== null) report([], fault2, isRefused ? "Remove it." : "Correct the value, or remove the key.");
  return fault2 === null;
}
function findFault2(name2, value) {
  if (value === null) return "has no value.";
  const kind = kinds2.get(name2) ?? "any";
  if (kind === "text") return typeof value === "string" ? null : `must be text, not ${kindOf(value)}.`;
  if (kind === "any") return null;
  if (!isJsonNumber(value)) return `must be a number, not ${kindOf(value)}.`;
  if (kind === "whole" && typeof value === "number" && !Number.isInteger(value)) return "must be a whole number.";
  return tokenLimits.includes(name2) && value < 1 ? "must be at least 1." : null;
}

// src/prompts/collection-entries.ts
var maxNames = 4;
var systemKeys = ["system-prompt", "system", "system-message", "system-instruction", "system-instructions"];
var userKeys = ["user-prompt", "user", "user-message", "user-template", "human"];
var textKeys = ["prompt", "template", "prompt-template", "content", "text", "instructions"];
var metadata = new Set(
  "author authors config configuration created created-at created-by date defaults description id input-variables kind lang language last-updated license locale meta metadata model model-config models name parameters model-parameters provider schema settings tags template-format type updated updated-at variables version".split(" ").concat(knownParameters)
);
var nameKeys = ["name", "id", "key", "slug", "title"];
function roleOfKey(key2) {
  const canonical = canonicalParameter(key2);
  if (systemKeys.includes(canonical)) return "system";
  return userKeys.includes(canonical) || textKeys.includes(canonical) ? "user" : null;
}
function isMetadata(key2) {
  return /^(?:[_.$]|x-)/.test(key2) || metadata.has(canonicalParameter(key2));
}
function isChat(value) {
  const [first = null] = Array.isArray(value) ? value : [];
  return isJsonObject(first) && Object.hasOwn(first, "role");
}
function listEntries(root) {
  if (isJsonObject(root) && isPrompt(root, 0)) return [{ key: null, path: [] }];
  const held = isJsonObject(root) ? root.prompts ?? null : null;
  const [value, path] = held !== null && typeof held === "object" ? [held, ["prompts"]] : [root, []];
  return [...walk2(value, path, [])];
}
function* walk2(value, path, names2) {
  if (names2.length === maxNames) return;
  if (Array.isArray(value)) {
    for (const [index2, item] of value.entries()) {
      if (!isJsonObject(item)) continue;
      const name2 = nameOfItem(item);
      if (name2 === null && names2.length > 0) continue;
      const own = name2 === null ? names2 : [...names2, name2];
      if (isPrompt(item, own.length)) yield entry(name2 === null ? null : own, [...path, index2]);
    }
  } else if (isJsonObject(value)) {
    for (const [key2, member2] of Object.entries(value)) {
      if (isMetadata(key2)) continue;
      const [below2, own] = [
        [...path, key2],
        [...names2, key2]
      ];
      const isWhole2 = isJsonObject(member2) ? isPrompt(member2, own.length) : isChat(member2);
      if (isWhole2 || member2 === null || typeof member2 === "string") yield entry(own, below2);
      else yield* walk2(member2, below2, own);
    }
  }
}
function entry(names2, path) {
  return { key: names2?.join(".") ?? null, path };
}
function nameOfItem(item) {
  const names2 = nameKeys.map((key2) => item[key2]).filter((name2) => typeof name2 === "string" && name2.trim() !== "");
  return names2[0]?.trim() ?? null;
}
function isPrompt(mapping2, depth) {
  if (isChat(mapping2.messages)) return true;
  const members = Object.entries(mapping2).filter(([key2]) => !isMetadata(key2));
  const roles3 = new Set(members.flatMap(([key2, member2]) => typeof member2 === "string" ? roleOfKey(key2) ?? [] : []));
  if (roles3.size !== 1) return roles3.size > 1;
  return !members.some(([key2, member2]) => {
    if (roleOfKey(key2) !== null) return false;
    if (typeof member2 === "string") return depth === 0;
    return !walk2(
      member2,
      [],
      Array.from({ length: depth + 1 }, () => key2)
    ).next().done;
  });
}

// src/text/alignment.ts
var maxAhead = 256;
function placeText(yaml, path, text, at) {
  const source = yaml.source(path);
  if (source === null) return () => yaml.where(path);
  const inside = alignText(text, source.text);
  return (offset) => at(source.offset + inside(offset));
}
function alignText(value, written2) {
  let places = null;
  return (offset) => {
    places ??= align(value, written2);
    return places[Math.min(offset, places.length - 1)] ?? 0;
  };
}
function align(value, written2) {
  const places = new Uint32Array(value.length);
  let next = 0;
  for (let index2 = 0; index2 < value.length; index2 += 1) {
    const letter = value.charAt(index2);
    if (written2.charAt(next) !== letter) {
      if (letter === "\n" && written2.startsWith("\\n", next)) next += 2;
      else if (letter.trim() !== "") next += Math.max(0, written2.slice(next, next + maxAhead).indexOf(letter));
    }
    places[index2] = next;
    if (written2.charAt(next) === letter) next += 1;
  }
  return places;
}

// src/prompts/settings.ts
var agentModel = /^(inherit|default|auto|sonnet|opus|haiku|opusplan)(\[1m\])?$/i;
var listedModel = /^(?=.*[A-Z (])(GPT|Claude|Gemini|Grok|Auto|Raptor|o\d)\b/;
function readModel(fields, places, hasToolNames2 = false) {
  const written2 = fields.values.model ?? null;
  const names2 = Array.isArray(written2) ? written2 : [written2];
  const isOwn = (name2) => typeof name2 === "string" && (agentModel.test(name2) || listedModel.test(name2));
  if (hasToolNames2 && names2.length > 0 && names2.every(isOwn)) {
    const message = `"model" is what a coding tool calls its model (${quoteName(names2.join(", "))}), and is not asked.`;
    const hint2 = "The model of the config is asked; to ask another one, write its id here.";
    fields.warnings.push(buildProblem(message, hint2, fields.yaml.whereKey(["model"])));
    return null;
  }
  if (Array.isArray(fields.values.model)) {
    fields.reject(["model"], "must be one model, not a list.", "Name the one that is to be asked.");
    return null;
  }
  const model = readName(fields, ["model"]);
  if (model !== null) places.set("model", fields.yaml.where(["model"]));
  return model;
}
function readParameters(fields, path, parameters, places) {
  for (const [key2, value] of Object.entries(readMapping(fields, path) ?? {})) {
    addParameter(fields, [...path, key2], value, parameters, places);
  }
}
function addParameter(fields, path, value, parameters, places, name2 = canonicalParameter(String(path.at(-1)))) {
  if (parameters.has(name2))
    fields.reject(path, `is given twice, as "${name2}" in another spelling.`, "Keep one of them.");
  if (!isParameter(name2, value, reportBelow(fields, path))) return;
  parameters.set(name2, value);
  places.set(name2, fields.yaml.whereKey(path));
}
function readTools(fields, places) {
  const written2 = fields.values.tools ?? null;
  const tools = Array.isArray(written2) ? written2 : [];
  const isForeign = typeof written2 === "string" || isJsonObject(written2) || tools.some((tool) => typeof tool === "string");
  if (isForeign) {
    const hint2 = "If the model is to have tools, list the definitions that the API takes.";
    fields.warnings.push(
      buildProblem(
        '"tools" names tools without defining them, and is not sent.',
        hint2,
        fields.yaml.whereKey(["tools"])
      )
    );
    const kept = [...tools.entries()].filter(([, tool]) => isJsonObject(tool));
    for (const [place, [index2]] of kept.entries()) places.set(`tools[${place}]`, fields.yaml.where(["tools", index2]));
    return kept.map(([, tool]) => tool);
  }
  for (const [index2, tool] of (readList(fields, ["tools"]) ?? []).entries()) {
    places.set(`tools[${index2}]`, fields.yaml.where(["tools", index2]));
    if (isJsonObject(tool)) continue;
    fields.reject(
      ["tools", index2],
      `must be a mapping, not ${kindOf(tool)}.`,
      "Write the definition that the API takes."
    );
  }
  return tools;
}
function readDialect(fields, fallback) {
  const name2 = readName(fields, ["template"]);
  const known4 = templateDialects.map((dialect) => dialect.name);
  if (name2 === null) return fallback;
  if (known4.includes(name2)) return name2;
  fields.reject(["template"], `names the unknown dialect ${quoteName(name2)}.`, hintKnown(name2, known4));
  return fallback;
}
function noteTemplate(fields, places, dialect, text, at) {
  const { findFaults: findFaults2, findVariables, findForeign: findForeign3 } = dialectOf(dialect);
  const faults = findFaults2(text);
  fields.errors.push(...faults.map(({ message, hint: hint2, offset }) => buildProblem(message, hint2, at(offset))));
  for (const { name: name2, offset } of faults.length > 0 ? [] : findVariables(text)) {
    fields.used.add(name2);
    if (!places.has(`{{${name2}}}`)) places.set(`{{${name2}}}`, at(offset));
  }
  fields.sightings.push(...findForeign3(text).map((foreign) => sight(foreign, at(foreign.offset))));
}

// src/prompts/message-list.ts
function readTemplates(fields, path, places, dialect, at, isMessage = () => true) {
  const list2 = fields.yaml.get(path) ?? null;
  const items = Array.isArray(list2) ? [...list2.entries()].filter(([, item]) => isMessage(item)) : null;
  const report = ([index2, ...below2], message, hint2) => fields.reject(
    [...path, ...typeof index2 === "number" ? [items?.[index2]?.[0] ?? index2] : [], ...below2],
    message,
    hint2
  );
  const messages = readMessages(items?.map(([, item]) => item) ?? list2, report);
  places.set("messages", fields.yaml.whereKey(path));
  for (const [index2, item] of items ?? []) {
    warnUnknownKeys(fields, [...path, index2], ["type", "role", "content", "tool_calls", "tool_call_id"]);
    for (const below2 of listTextPaths(item)) noteText(fields, places, dialect, [...path, index2, ...below2], at);
  }
  return messages;
}
function listTexts3(list2) {
  return (Array.isArray(list2) ? list2 : []).flatMap(
    (item) => listTextPaths(item).flatMap((path) => textAt(item, path))
  );
}
function textAt(value, path) {
  let found = value;
  for (const part of path) {
    found = isJsonObject(found) || Array.isArray(found) ? found[part] : void 0;
  }
  return typeof found === "string" ? [found] : [];
}
function noteText(fields, places, dialect, path, at) {
  const text = String(fields.yaml.get(path));
  noteTemplate(fields, places, dialect, text, placeText(fields.yaml, path, text, at));
}

// src/prompts/guess-dialect.ts
var inputNames = ["input", ...aliasesOf("input")];
var maxShort = 2e3;
var maxLabel = 12;
var languages = [
  { dialect: jinja, style: "a tag of Jinja", shows: /^\{%|^\{\{[^|]*\|/ },
  { dialect: handlebars, style: "a tag of Handlebars", shows: /^\{\{~?#/ }
];
function guessDialect(kind, bodies) {
  const isPlain = bodies.every(({ text }) => isPlainText(text));
  if (kind === "instructions" && isPlain) return { dialect: none.name, guess: null };
  if (kind === "command" && isPlain) return { dialect: slashCommand.name, guess: guessCommand(bodies) };
  if (kind === "editor-prompt" && isPlain) {
    const [input3] = findForeign2(bodies).filter(({ written: written2 }) => copilot.findVariables(written2).length > 0);
    if (input3 !== void 0) return sayDialect(copilot.name, input3);
  }
  return guessLanguage(bodies) ?? (kind === "own-system" ? null : guessFString(bodies));
}
function usesInput({ findFaults: findFaults2, findVariables }, text) {
  return findFaults2(text).length === 0 && findVariables(text).some(({ name: name2 }) => inputNames.includes(name2));
}
function isPlainText(text) {
  const isCode = findCode(text);
  return findPlaceholders(text).every(
    ({ name: name2, offset }) => !inputNames.includes(name2) && (isCode(offset) || text.charAt(offset - 1) === "$")
  );
}
function guessCommand([first]) {
  const message = "is read as a command of a coding agent: $ARGUMENTS is the input of a row, $1 its first word.";
  return buildProblem(message, hintDialect(slashCommand.name), first?.at(0) ?? null);
}
function guessLanguage(bodies) {
  const tags = findForeign2(bodies).filter(({ certainty }) => certainty === "always");
  const language = languages.find(({ style }) => tags.length > 0 && tags.every((tag2) => tag2.style === style));
  const shown = tags.find(({ written: written2 }) => language?.shows.test(written2));
  if (language === void 0 || shown === void 0) return null;
  return isReadBy(language.dialect, bodies) ? sayDialect(language.dialect.name, shown) : null;
}
function guessFString(bodies) {
  const foreign = findForeign2(bodies);
  const isShort = bodies.reduce((length, { text }) => length + text.length, 0) <= maxShort;
  const shown = foreign.find(({ certainty, isSlot: isSlot2 }) => certainty === "alone" && (isShort || isSlot2));
  const isOther = foreign.some(({ certainty }) => certainty === "always");
  const isMustache = bodies.some(({ text }) => findPlaceholders(text).some(({ offset }) => !isFormula(text, offset)));
  if (shown === void 0 || isOther || isMustache) return null;
  return isReadBy(fString, bodies) ? sayDialect(fString.name, shown) : null;
}
function findForeign2(bodies) {
  return bodies.flatMap(
    ({ text, at }) => mustache.findForeign(text).map((foreign) => {
      const { offset, written: written2 } = foreign;
      return { ...foreign, where: at(offset), isSlot: isSlot(text, offset, offset + written2.length) };
    })
  );
}
function isFormula(text, offset) {
  return new RegExp("(?:\\\\\\p{L}+|[\\^_])$", "u").test(text.slice(Math.max(0, offset - maxLabel), offset));
}
function isSlot(text, from, to) {
  const before = text.slice(Math.max(0, from - maxLabel), from);
  return /(?:^|[\n:="'>])[ \t"'`]*$/.test(before) && /^["'`.,;]{0,3}(?:[ \t]*(?:\n|$)|["'`]|<\/)/.test(text.slice(to, to + maxLabel));
}
function isReadBy({ findFaults: findFaults2 }, bodies) {
  return bodies.every(({ text }) => findFaults2(text).length === 0);
}
function sayDialect(dialect, { written: written2, where }) {
  const message = `${quoteName(written2)} is read as ${dialect}, since no template is named.`;
  return { dialect, guess: buildProblem(message, hintDialect(dialect), where) };
}
function hintDialect(dialect) {
  return `To say it, write "template: ${dialect}" in the file or the suite; where it is text, "template: none".`;
}

// src/prompts/template-format.ts
var otherNames = { jinja2: "jinja", fstring: "f-string", plain: "none" };
function readTemplateFormat(fields, path) {
  const written2 = readName(fields, path);
  if (written2 === null) return null;
  const name2 = Object.hasOwn(otherNames, written2) ? otherNames[written2] : written2;
  const known4 = templateDialects.map((dialect) => dialect.name);
  if (known4.includes(name2)) return name2;
  fields.reject(path, `names the unknown dialect ${quoteName(written2)}.`, hintKnown(name2, known4));
  return null;
}
function chooseDialect(fields, said, texts2) {
  if (said !== null) return { dialect: said, guesses: [] };
  const at = () => fields.yaml.whereKey([]);
  const guessed = guessDialect(
    null,
    texts2.map((text) => ({ text, at }))
  );
  return { dialect: guessed?.dialect ?? defaultDialect, guesses: guessed?.guess == null ? [] : [guessed.guess] };
}

// src/prompts/top-keys.ts
var import_fastest_levenshtein = __toESM(require_mod(), 1);

// src/prompts/response-format.ts
var types = ["text", "json_object", "json_schema"];
function readResponseFormat(fields, key2) {
  const value = fields.values[key2] ?? null;
  const schema = fields.values.jsonSchema ?? null;
  const report = reportBelow(fields, [key2]);
  const type = value === null ? null : readFormatType(isJsonObject(value) ? value.type ?? null : value, report);
  if (type !== "json_schema") {
    if (schema !== null)
      warnOfSchema(
        fields,
        "is ignored: the response format is no json_schema.",
        'Add "responseFormat: json_schema", or remove the schema.',
        fields.yaml.whereKey(["jsonSchema"])
      );
    return type === null ? null : { type, name: null, schema: null, strict: null };
  }
  if (schema === null && isJsonObject(value)) {
    const { json_schema: nested = null } = value;
    return nested === null ? readSchemaFormat(value, report) : readSchemaFormat(nested, reportBelow(fields, [key2, "json_schema"]));
  }
  if (schema === null) {
    report([], 'is json_schema, but "jsonSchema" is missing.', "Add it.");
    return null;
  }
  const read3 = readJsonSchema(fields, schema);
  return read3 === void 0 ? null : readSchemaFormat(read3, reportBelow(fields, ["jsonSchema"]));
}
function readJsonSchema(fields, value) {
  if (typeof value !== "string") {
    const hint2 = 'Other tools need it as text: write "jsonSchema: |-" and the JSON below.';
    warnOfSchema(fields, "is a mapping, not a string of JSON.", hint2, fields.yaml.where(["jsonSchema"]));
    return value;
  }
  const schema = parseJson(value);
  const fault2 = schema === void 0 ? null : findJsonFault(schema);
  if (schema === void 0) {
    fields.reject(["jsonSchema"], "is not valid JSON.", "Look for a missing comma, quote or bracket.");
  } else if (fault2 !== null) fields.reject(["jsonSchema"], fault2, "Keep to plain, finite values.");
  return fault2 === null ? schema : void 0;
}
function warnOfSchema(fields, message, hint2, where) {
  fields.warnings.push(buildProblem(`"jsonSchema" ${message}`, hint2, where));
}
function readFormatType(value, report) {
  const type = types.find((known4) => known4 === value);
  if (type !== void 0) return type;
  if (typeof value === "string") report([], `has the unknown format ${quoteName(value)}.`, hintKnown(value, types));
  else report([], `must be text, not ${kindOf(value)}.`, `Use one of: ${types.join(", ")}.`);
  return null;
}
function readSchemaFormat(value, report) {
  if (!isJsonObject(value)) {
    report([], `must hold "name" and "schema", not ${kindOf(value)}.`, 'Write {"name": …, "schema": {…}}.');
    return null;
  }
  const { name: name2 = null, schema = null, strict = null } = value;
  const isNamed2 = typeof name2 === "string" && name2 !== "";
  if (!isNamed2) report([], 'needs "name", a text.', "Add a short name of the schema.");
  if (!isJsonObject(schema)) report([], 'needs "schema", a JSON Schema.', "Add the schema as a JSON object.");
  const isStrict = strict === null || typeof strict === "boolean";
  if (!isStrict) report([], 'has a "strict" that is neither true nor false.', "Write true or false.");
  return isNamed2 && isJsonObject(schema) && isStrict ? { type: "json_schema", name: name2, schema, strict } : null;
}

// src/prompts/top-keys.ts
var commonKeys = [
  "name",
  "description",
  "model",
  "parameters",
  "modelParameters",
  "response-format",
  "jsonSchema",
  "tools",
  "retrieval",
  "renamed-from",
  "template"
];
var mappings = ["parameters", "modelParameters"];
var foreignKeys = ["mode", "step", "steps"];
var maxNamed = 8;
function readHead(fields, places, more, hasToolNames2 = false) {
  return {
    name: readName(fields, ["name"]),
    description: readText(fields, ["description"]),
    model: readModel(fields, places, hasToolNames2),
    parameters: readSettings(fields, places, more),
    responseFormat: readResponseFormat(fields, findKey(fields, "response-format")),
    tools: readTools(fields, places),
    retrieval: fields.values.retrieval ?? null,
    renamedFrom: readName(fields, [findKey(fields, "renamed-from")])
  };
}
function findKey({ values }, key2) {
  return Object.keys(values).find((written2) => canonicalParameter(written2) === key2) ?? key2;
}
function readSettings(fields, places, more) {
  const parameters = /* @__PURE__ */ new Map();
  const own = [...commonKeys, ...more];
  const used = [...own, findKey(fields, "response-format"), findKey(fields, "renamed-from")];
  const ignored = [];
  for (const [key2, value] of Object.entries(fields.values)) {
    if (used.includes(key2)) continue;
    const near = findSlip(key2, [...own, ...knownParameters]);
    if (knownParameters.includes(canonicalParameter(key2))) addParameter(fields, [key2], value, parameters, places);
    else if (near === null) ignored.push(key2);
    else {
      const hint2 = `Did you mean "${near}"? Any other model parameter goes below "parameters:".`;
      fields.errors.push(buildProblem(`${nameOf([key2])} is unknown.`, hint2, fields.yaml.whereKey([key2])));
    }
  }
  warnOfIgnored(fields, ignored);
  for (const mapping2 of mappings) readParameters(fields, [mapping2], parameters, places);
  return Object.fromEntries(parameters);
}
function findSlip(name2, known4) {
  const canonical = canonicalParameter(name2);
  if (foreignKeys.includes(canonical)) return null;
  const sorted = (text) => [...text].sort().join("");
  const isSlip = (key2) => {
    const away = (0, import_fastest_levenshtein.distance)(canonical, canonicalParameter(key2));
    return away <= (key2.length < 8 ? 1 : 2) || away === 2 && sorted(canonical) === sorted(canonicalParameter(key2));
  };
  return known4.find((key2) => canonicalParameter(key2) === canonical) ?? known4.find(isSlip) ?? null;
}
function warnOfIgnored(fields, keys3) {
  const [first] = keys3;
  if (first === void 0) return;
  const named = listFirst(keys3.map(quoteName), maxNamed);
  const message = keys3.length === 1 ? `${named} is no key of ours and ignored.` : `${named} are no keys of ours and ignored.`;
  const hint2 = 'A model parameter that is meant to be sent goes below "parameters:".';
  fields.warnings.push(buildProblem(message, hint2, fields.yaml.whereKey([first])));
}

// src/prompts/turns.ts
function readTurns2(fields, turns, places, dialect, at, isFollowed = false) {
  const messages = turns.map(({ role, path }) => {
    const content2 = fields.yaml.get(path) ?? "";
    if (typeof content2 !== "string" || content2.trim() === "") {
      fields.reject(path, "is empty.", "Write its text, or remove the key.");
    }
    noteText(fields, places, dialect, path, at);
    if (!places.has("messages")) places.set("messages", fields.yaml.whereKey(path));
    return { role, content: String(content2) };
  });
  if (isFollowed || messages.length === 0 || messages.some(({ role }) => role !== "system")) return messages;
  const { write: write3, findVariables } = dialectOf(dialect);
  const content = write3("input");
  if (findVariables(content).length === 0) return messages;
  places.set("{{input}}", places.get("{{input}}") ?? fields.yaml.whereKey([]));
  return [...messages, { role: "user", content }];
}

// src/prompts/collection.ts
var fileName = /\.(ya?ml|json)$/i;
var systemName = /(^|[._-])system([_-]?(prompt|message|instructions?))?$/i;
var collection = {
  id: "collection",
  title: 'Collections (*.yml, *.yaml and *.json with named prompts, as "prompts.yaml#name")',
  standingAlone: [],
  recognisesPath: () => false,
  recognises: (path, text) => fileName.test(path) && isWholePrompt(path, text),
  dependencies: null,
  parse: parseCollection
};
function mayBeCollection(path) {
  return fileName.test(path);
}
function listNames(file) {
  return listEntries(openYaml(file).yaml.value).flatMap(({ key: key2 }) => key2 ?? []);
}
function isWholePrompt(path, text) {
  if (!/\.json$/i.test(path)) return /^["']?(system|user)[-_]?(prompt|message)["']? ?:/im.test(text);
  const value = /"(system|user)[-_]?(prompt|message)" ?:/i.test(text) ? parseJson(text) : null;
  return isJsonObject(value) && isPrompt(value, 0);
}
function parseCollection(file, template) {
  const fields = openYaml(file);
  const entries = listEntries(fields.yaml.value);
  if (entries.length === 0) {
    const hint2 = 'Write "name: text", or "name:" with "system_prompt:" and "user_prompt:" below it.';
    fields.reject([], "holds no prompt.", hint2);
  }
  const keys3 = entries.map(({ key: key2 }) => key2);
  if (!isReadable(keys3, (path, message, hint2) => fields.reject(path, message, hint2))) throwProblems(fields.errors);
  fields.errors.push(...findTwins(fields, entries));
  const at = buildPlaces(file);
  const prompts2 = entries.map((entry2) => readEntry(fields, entry2, file.path, template, at));
  throwProblems(fields.errors);
  return prompts2;
}
function findTwins({ yaml }, entries) {
  const seen = /* @__PURE__ */ new Set();
  return entries.flatMap(({ key: key2, path }) => {
    if (key2 === null && path.length > 0) {
      return [buildProblem(`${nameOf(path)} has no name.`, 'Add "name:" with one of its own.', yaml.where(path))];
    }
    const isTwin = key2 !== null && seen.has(key2);
    if (key2 !== null) seen.add(key2);
    if (!isTwin) return [];
    return [buildProblem(`A second prompt is called ${quoteName(key2)}.`, "Rename one of them.", yaml.whereKey(path))];
  });
}
function readEntry(fields, { key: key2, path }, file, template, at) {
  const own = focusOn(fields, path);
  const places = /* @__PURE__ */ new Map();
  const chat = isChat(own.yaml.value) ? [] : isChat(own.values.messages) ? ["messages"] : null;
  const turns = chat === null ? listTurns(own, key2) : [];
  const texts2 = chat === null ? turns.map((turn) => String(own.yaml.get(turn.path))) : listTexts3(own.yaml.get(chat));
  const { dialect, guesses } = chooseDialect(own, findDialect(own) ?? template, texts2);
  const isParameter2 = (name2) => knownParameters.includes(canonicalParameter(name2));
  const known4 = Object.keys(own.values).filter((name2) => isMetadata(name2) || roleOfKey(name2) !== null);
  return {
    path: file,
    key: key2,
    format: collection.id,
    dialect,
    ...readHead(own, places, [...known4.filter((name2) => !isParameter2(name2)), "messages"]),
    // The key is its name: two would be one too many.
    name: null,
    messages: chat === null ? readTurns2(own, turns, places, dialect, at) : readTemplates(own, chat, places, dialect, at),
    rows: null,
    metrics: [],
    unread: [],
    guesses,
    ...settleFindings(own),
    places
  };
}
function listTurns(own, key2) {
  const { value } = own.yaml;
  if (!isJsonObject(value)) return [{ role: systemName.test(key2 ?? "") ? "system" : "user", path: [] }];
  const written2 = Object.entries(value).filter(([, text]) => typeof text === "string");
  const turns = written2.flatMap(([name2, text]) => {
    const role = isDialect(name2, text) ? null : roleOfKey(name2);
    return role === null ? [] : [{ role, path: [name2] }];
  });
  const ofRole = (role) => turns.filter((turn) => turn.role === role);
  const [system, user] = [ofRole("system"), ofRole("user")];
  for (const [first, second] of [system, user]) {
    if (first === void 0 || second === void 0) continue;
    own.reject(
      second.path,
      `is a second text of the ${second.role}, after ${nameOf(first.path)}.`,
      "Keep one of them."
    );
  }
  return [...system, ...user];
}
function isDialect(key2, value) {
  return key2 === "template" && templateDialects.some(({ name: name2 }) => name2 === value);
}
function findDialect(own) {
  const { template = null } = own.values;
  return typeof template === "string" && isDialect("template", template) ? template : readTemplateFormat(own, ["template_format"]);
}

// src/select/globs.ts
var import_picomatch = __toESM(require_picomatch2(), 1);
function buildMatcher(globs) {
  const { names: names2, patterns } = splitGlobs(globs);
  const matches = patterns.length === 0 ? () => false : (0, import_picomatch.default)([...patterns], { dot: true, ignore: installed });
  return (path) => names2.has(path) && !isInstalled(path) || matches(path);
}
function selectPaths(tree, globs) {
  const { names: names2, patterns } = splitGlobs(globs);
  const named = [...names2].filter((path) => tree.entries.has(path) && !isInstalled(path));
  if (patterns.length === 0) return named.sort();
  const matches = buildMatcher(patterns);
  return [.../* @__PURE__ */ new Set([...named, ...[...tree.entries.keys()].filter(matches)])].sort();
}
function buildChooser(globs) {
  const addresses = globs.map(splitAddress).map(({ files, name: name2 }) => ({
    isFile: buildMatcher([files]),
    isName: name2 === null || name2 === "*" ? () => true : (0, import_picomatch.default)(name2, { dot: true, bash: true })
  }));
  return ({ path, key: key2 }) => addresses.some(({ isFile, isName }) => isFile(path) && (key2 === null || isName(key2)));
}
function listNamesAsked(globs, path) {
  return globs.map(splitAddress).flatMap(({ files, name: name2 }) => {
    if (name2 === null || !isLiteral2(name2) || !buildMatcher([files])(path)) return [];
    return dropEscapes(name2);
  });
}
function mayShare(one, other2, path) {
  if (!buildMatcher(one)(path)) return false;
  const names2 = listNamesAsked(other2, path);
  const isNamedOnly = names2.length === other2.filter((glob) => buildMatcher([glob])(path)).length;
  return !isNamedOnly || names2.length === 0 || names2.some((key2) => buildChooser(one)({ path, key: key2 }));
}
function buildNamer(globs) {
  const naming = globs.filter((glob) => splitAddress(glob).name !== null);
  return naming.length === 0 ? () => false : buildMatcher(naming);
}
function filesOf(glob) {
  return splitAddress(glob).files;
}
function splitAddress(glob) {
  const found = /^((?:[^\\]|\\.)*?)#([^#/.][^#/]*)$/s.exec(glob);
  return { files: found?.[1] ?? glob, name: found?.[2] ?? null };
}
var installed = "**/node_modules/**";
var isInstalled = (0, import_picomatch.default)(installed, { dot: true });
function splitGlobs(globs) {
  const files = globs.map(filesOf);
  return {
    names: new Set(files.filter(isLiteral2).map(dropEscapes)),
    patterns: files.filter((glob) => !isLiteral2(glob))
  };
}
function isLiteral2(glob) {
  return !/[\\*?[\]{}()!+@|]/.test(glob.replace(/\\./gs, ""));
}
function dropEscapes(glob) {
  return glob.replace(/\\(.)/gs, "$1");
}

// src/prompts/dependencies.ts
var maxDepth4 = 8;
var maxMatches = 1e3;
var missingHint = "Correct the path, or commit the file.";
function findDependencies({ dependencies }, root, known4) {
  const paths = /* @__PURE__ */ new Set();
  const problems = [];
  const visit = (file, chain) => {
    for (const asked of (dependencies?.(file, root.path) ?? []).flatMap((one) => listMatches(one, known4))) {
      const { path, where } = asked;
      for (const one of listPlaces(asked)) if (!known4.has(one)) paths.add(one);
      const fault2 = findFault3(asked, chain, known4);
      if (fault2 !== null) problems.push(buildProblem(`reads ${quoteName(path)}, ${fault2.what}.`, fault2.hint, where));
      const next = known4.get(path);
      const isFollowed = fault2 !== null || next === void 0 || paths.has(path);
      if (!asked.isGlob) paths.add(path);
      if (!isFollowed) visit(next, [...chain, path]);
    }
  };
  visit(root, [root.path]);
  return { paths: [...paths], problems };
}
function listPlaces({ path, otherwise = [], isGlob }) {
  return isGlob ? [] : [path, ...otherwise];
}
function listMatches(asked, known4) {
  if (!asked.isGlob) {
    const places = listPlaces(asked);
    return [{ ...asked, path: places.find((path) => known4.has(path)) ?? asked.path, otherwise: places }];
  }
  const matching = [...known4.keys()].filter(buildMatcher([asked.path])).sort();
  const isWithin = matching.length > 0 && matching.length <= maxMatches;
  return isWithin ? matching.map((path) => ({ ...asked, path, isGlob: false })) : [asked];
}
function findFault3({ path, isGlob, hint: hint2 }, chain, known4) {
  if (chain.includes(path)) return { what: "which reads this file again", hint: "Take one of the two out." };
  if (chain.length > maxDepth4) {
    return { what: `and that is more than ${maxDepth4} files deep`, hint: "Write what it holds into this file." };
  }
  if (known4.has(path)) return null;
  if (!isGlob) return { what: "which does not exist", hint: hint2 ?? missingHint };
  if (![...known4.keys()].some(buildMatcher([path])))
    return { what: "which matches no file", hint: hint2 ?? missingHint };
  return { what: `which matches more than ${maxMatches} files`, hint: "Name fewer of them." };
}

// src/prompts/dotprompt.ts
import { posix as posix3 } from "node:path";

// src/prompts/dotprompt/picoschema.ts
var scalars = ["any", "boolean", "integer", "null", "number", "string"];
function readPicoschema(value, report) {
  const named = [];
  return { schema: readWhole(value, { report, named }), named };
}
function readWhole(value, reading) {
  if (!isJsonObject(value)) return readType(value, [], reading);
  const { type = null, properties } = value;
  if (typeof type === "string" && [...scalars, "object", "array"].includes(type)) return value;
  return isJsonObject(properties) ? { ...value, type: "object" } : readObject(value, [], reading);
}
function readType(value, path, reading) {
  if (isJsonObject(value)) return readObject(value, path, reading);
  if (typeof value !== "string") {
    reading.report(path, `must be a type or a mapping, not ${kindOf(value)}.`, 'Write "name: string, what it is".');
    return {};
  }
  const [type, description] = cutDescription(value);
  if (!scalars.includes(type)) reading.named.push(type);
  return { ...type === "any" || !scalars.includes(type) ? {} : { type }, ...describe(description) };
}
function readObject(value, path, reading) {
  const properties = /* @__PURE__ */ new Map();
  const required2 = [];
  let additionalProperties = false;
  for (const [key2, member2] of Object.entries(value)) {
    const at = [...path, key2];
    if (key2 === "(*)") {
      additionalProperties = readType(member2, at, reading);
      continue;
    }
    const [written2 = "", kind] = key2.split("(", 2);
    const isOptional = written2.endsWith("?");
    const name2 = isOptional ? written2.slice(0, -1) : written2;
    if (properties.has(name2)) reading.report(at, "is given twice.", "Keep one of them.");
    if (!isOptional) required2.push(name2);
    properties.set(name2, readProperty(kind?.replace(/\)$/, "") ?? null, member2, isOptional, at, reading));
  }
  return {
    type: "object",
    properties: Object.fromEntries(properties),
    ...required2.length === 0 ? {} : { required: required2 },
    additionalProperties
  };
}
function readProperty(kind, value, isOptional, at, reading) {
  if (kind === null) return orNull(readType(value, at, reading), isOptional);
  const [type, description] = cutDescription(kind);
  const about = describe(description);
  if (type === "array") return { ...orNull({ type }, isOptional), items: readType(value, at, reading), ...about };
  if (type === "object") return { ...orNull(readType(value, at, reading), isOptional), ...about };
  if (type === "enum" && Array.isArray(value)) {
    return { enum: isOptional && !value.includes(null) ? [...value, null] : value, ...about };
  }
  const isKnown2 = type === "enum";
  const message = isKnown2 ? `must be a list, not ${kindOf(value)}.` : `has the unknown kind ${quoteName(type)}.`;
  reading.report(at, message, isKnown2 ? 'Write "[A, B]".' : "Write (array), (object) or (enum) behind the name.");
  return {};
}
function orNull(schema, isOptional) {
  return isOptional && typeof schema.type === "string" ? { ...schema, type: [schema.type, "null"] } : schema;
}
function cutDescription(text) {
  const comma = text.indexOf(",");
  return comma === -1 ? [text.trim(), ""] : [text.slice(0, comma).trim(), text.slice(comma + 1).trim()];
}
function describe(description) {
  return description === "" ? {} : { description };
}

// src/prompts/dotprompt/metadata.ts
var renamed = /* @__PURE__ */ new Map([["stopSequences", "stop"]]);
function readConfig(fields, places) {
  const parameters = /* @__PURE__ */ new Map();
  for (const [key2, value] of Object.entries(readMapping(fields, ["config"]) ?? {})) {
    addParameter(fields, ["config", key2], value, parameters, places, renamed.get(key2));
  }
  return Object.fromEntries(parameters);
}
function readInput(fields) {
  if (readMapping(fields, ["input"]) === null) return null;
  readSchema(fields, ["input", "schema"]);
  return readMapping(fields, ["input", "default"]);
}
function readOutput(fields) {
  if (readMapping(fields, ["output"]) === null) return null;
  const format = readName(fields, ["output", "format"]);
  const schema = readSchema(fields, ["output", "schema"]);
  if (format !== null && format !== "json" && format !== "text") {
    warn(fields, ["output", "format"], `is ${quoteName(format)}, and is not sent.`, 'Only "json" and "text" are read.');
    return null;
  }
  if (schema !== null && format !== "text") {
    if (schema.named.length === 0) return { type: "json_schema", name: "output", schema: schema.schema, strict: null };
    const message = `names ${schema.named.map(quoteName).join(", ")}, which only code defines: no schema is sent, only that JSON is asked for.`;
    warn(fields, ["output", "schema"], message, "Write the schema into this file.");
  }
  if (format === "text" || format === null && schema === null) return null;
  return { type: "json_object", name: null, schema: null, strict: null };
}
function readToolDefs(fields, places) {
  const defined = readList(fields, ["toolDefs"]) ?? [];
  const tools = defined.flatMap((tool, index2) => {
    const path = ["toolDefs", index2];
    if (isJsonObject(tool) && typeof tool.name === "string") return [buildTool(fields, path, tool, tool.name)];
    fields.reject(path, 'must be a mapping with a "name".', 'Write "name", "description" and "inputSchema".');
    return [];
  });
  for (const index2 of tools.keys()) places.set(`tools[${index2}]`, fields.yaml.where(["toolDefs", index2]));
  const names2 = defined.flatMap((tool) => isJsonObject(tool) ? String(tool.name) : []);
  const bare2 = (readList(fields, ["tools"]) ?? []).filter((name2) => !names2.includes(String(name2)));
  if (bare2.length > 0) {
    const hint2 = 'If the model is to have them, define them below "toolDefs".';
    warn(
      fields,
      ["tools"],
      `names ${bare2.map((name2) => quoteName(String(name2))).join(", ")}, which only code defines, and is not sent.`,
      hint2
    );
  }
  return tools;
}
function buildTool(fields, path, { description }, name2) {
  const schema = readSchema(fields, [...path, "inputSchema"]);
  return {
    type: "function",
    function: {
      name: name2,
      ...typeof description === "string" && { description },
      ...schema !== null && { parameters: schema.schema }
    }
  };
}
function readSchema(fields, path) {
  const value = fields.yaml.get(path) ?? null;
  return value === null ? null : readPicoschema(value, reportBelow(fields, path));
}
function warn(fields, path, message, hint2) {
  fields.warnings.push(buildProblem(`${nameOf(path)} ${message}`, hint2, fields.yaml.whereKey(path)));
}

// src/prompts/dotprompt/partials.ts
import { posix as posix2 } from "node:path";

// src/prompts/handlebars/calls.ts
function listCalls(template) {
  const parsed = parseTemplate(template);
  if ("fault" in parsed) return [];
  const calls = [];
  const defined = /* @__PURE__ */ new Set();
  const visit = (node) => {
    const [param] = node.params ?? [];
    if (node.type === "DecoratorBlock") defined.add(String(param?.value));
    if (node.type === "PartialStatement" && node.name?.type !== "SubExpression") {
      calls.push({ name: String(node.name?.original), offset: parsed.offsetOf(node) });
    }
    for (const inner of [...node.program?.body ?? [], ...node.inverse?.body ?? []]) visit(inner);
  };
  for (const node of parsed.program.body) visit(node);
  return calls.filter(({ name: name2 }) => !defined.has(name2));
}

// src/prompts/front-matter.ts
var fences = {
  "---": { opening: /^---[ \t]*(?:\n|$)/, closing: /\n---[ \t]*(?:\n|$)/ },
  "+++": { opening: /^\+\+\+[ \t]*(?:\n|$)/, closing: /\n\+\+\+[ \t]*(?:\n|$)/ }
};
function splitFrontMatter(file, fence2 = "---") {
  if (!fences[fence2].opening.test(file.text)) return { frontMatter: "", bodyStart: 0 };
  const closing = fences[fence2].closing.exec(file.text);
  if (closing !== null) {
    const frontMatter = `---${file.text.slice(fence2.length, closing.index + 1)}`;
    return { frontMatter, bodyStart: closing.index + closing[0].length };
  }
  const hint2 = `Close it with a line "${fence2}", or start the text with an empty line if the rule is part of it.`;
  throw UserError.of("The front matter is not closed.", hint2, { ...fileWhere(file), line: 1, column: 1 });
}

// src/prompts/dotprompt/split.ts
var comments = /^(?:[ \t]*(?:#[^\n]*)?\n)*(?=---[ \t]*(?:\n|$))/;
function splitDotprompt(file) {
  const before = comments.exec(file.text)?.[0] ?? "";
  const { frontMatter, bodyStart } = splitFrontMatter({ ...file, text: file.text.slice(before.length) });
  if (frontMatter === "") return { frontMatter, text: file.text, start: 0 };
  const body = file.text.slice(before.length + bodyStart);
  const blank2 = body.length - body.trimStart().length;
  return { frontMatter: before + frontMatter, text: body.trim(), start: before.length + bodyStart + blank2 };
}

// src/prompts/dotprompt/partials.ts
function isPartial(path) {
  return posix2.basename(path).startsWith("_");
}
function findPartials(file) {
  const at = buildPlaces(file);
  const { start, text } = textOf(file);
  return listCalls(text).flatMap(({ name: name2, offset }) => {
    const [path, ...otherwise] = pathsOf(name2, file.path);
    return path === void 0 ? [] : { path, otherwise, where: at(start + offset) };
  });
}
function pathsOf(name2, from) {
  if (!/^[\w.-]+(?:\/[\w.-]+)*$/.test(name2)) return [];
  const folders = posix2.dirname(from).split("/");
  const root = folders.slice(0, folders.lastIndexOf("prompts") + 1);
  const file = posix2.join(posix2.dirname(name2), `_${posix2.basename(name2)}.prompt`);
  const paths = [folders, ...root.length === 0 ? [] : [root]].map((all) => posix2.join(...all, file));
  return [...new Set(paths)].filter((path) => !path.startsWith("../"));
}
function textOf(file) {
  return isPartial(file.path) ? { start: 0, text: file.text } : splitDotprompt(file);
}
function joinPartials(file, included) {
  const pieces2 = listPieces(file, included);
  const places = pieces2.map((piece) => buildPlaces(piece.file));
  const starts = [];
  let template = "";
  for (const { file: own, name: name2, text } of pieces2) {
    if (name2 !== null) template += `{{#*inline "${name2}" file="${posix2.basename(own.path)}"}}`;
    starts.push(template.length);
    template += name2 === null ? text : `${text}${text.endsWith("\\") ? "\\" : ""}{{/inline}}`;
  }
  const place = (index2, inside) => places[index2](pieces2[index2].start + inside);
  return {
    template,
    start: starts.at(-1) ?? 0,
    at: (offset) => {
      const index2 = Math.max(
        0,
        starts.findLastIndex((start) => start <= offset)
      );
      return place(index2, offset - starts[index2]);
    },
    faults: pieces2.flatMap(({ text }, index2) => {
      const parsed = parseTemplate(text);
      if (!("fault" in parsed)) return [];
      const { message, hint: hint2, offset } = parsed.fault;
      return [buildProblem(message, hint2, place(index2, offset))];
    })
  };
}
function listPieces(file, included) {
  const found = /* @__PURE__ */ new Map();
  const open = [file];
  for (const next of open) {
    for (const { name: name2 } of listCalls(textOf(next).text)) {
      const path = pathsOf(name2, next.path).find((one) => included.has(one));
      const partial = path === void 0 ? void 0 : included.get(path);
      if (partial === void 0 || found.has(name2)) continue;
      found.set(name2, { file: partial, name: name2, ...textOf(partial) });
      open.push(partial);
    }
  }
  return [...found.values(), { file, name: null, ...textOf(file) }];
}

// src/prompts/dotprompt.ts
var dotprompt = {
  id: "dotprompt",
  title: "Dotprompt (*.prompt)",
  standingAlone: [],
  recognisesPath: (path) => /\.prompt$/i.test(path),
  recognises: () => false,
  dependencies: findPartials,
  parse: parseDotprompt
};
var keys = [
  "name",
  "variant",
  "version",
  "description",
  "model",
  "config",
  "input",
  "output",
  "tools",
  "toolDefs",
  "metadata"
];
var renamedFromKey = "prompt-assay.renamed-from";
var retrievalKey = "prompt-assay.retrieval";
function parseDotprompt(file, _template, included) {
  if (isPartial(file.path)) return [];
  const fields = openFields({ path: file.path, text: splitDotprompt(file).frontMatter }, "The front matter");
  const places = /* @__PURE__ */ new Map();
  warnUnknownKeys(fields, [], [...keys, ...Object.keys(fields.values).filter((key2) => key2.includes("."))]);
  const defaults = readInput(fields);
  const prompt = {
    path: file.path,
    key: null,
    format: dotprompt.id,
    dialect: dotpromptDialect.name,
    name: readPromptName(fields, file),
    description: readText(fields, ["description"]),
    model: readModel(fields, places),
    parameters: readConfig(fields, places),
    responseFormat: readOutput(fields),
    tools: readToolDefs(fields, places),
    retrieval: fields.values[retrievalKey] ?? null,
    messages: [{ role: "user", content: readTemplate2(fields, places, file, included) }],
    turns: "rendered",
    ...defaults !== null && { defaults },
    rows: null,
    metrics: [],
    unread: [],
    renamedFrom: readName(fields, [renamedFromKey]),
    guesses: []
  };
  throwProblems(fields.errors);
  return [{ ...prompt, ...settleFindings(fields), places }];
}
function readPromptName(fields, { path }) {
  const name2 = readName(fields, ["name"]);
  const variant = readName(fields, ["variant"]) ?? /^[^.]+\.(.+)\.prompt$/i.exec(posix3.basename(path))?.[1] ?? null;
  return name2 === null || variant === null ? name2 : `${name2}.${variant}`;
}
function readTemplate2(fields, places, file, included) {
  const { template, start, at, faults } = joinPartials(file, included);
  places.set("messages", at(start));
  fields.errors.push(...faults);
  if (faults.length === 0) noteTemplate(fields, places, dotpromptDialect.name, template, at);
  return template;
}

// src/prompts/foreign-files.ts
var kinds3 = [
  {
    pattern: /\.baml$/i,
    message: "is BAML, a language of functions that its own tool compiles, and is not read.",
    hint: `Write the text of a function's "prompt" into a Markdown file with "template: jinja", and its return type as "response-format"; or let your application write its outputs (docs/outputs.md).`
  }
];
function explainForeignFile(path) {
  return kinds3.find(({ pattern: pattern3 }) => pattern3.test(path)) ?? null;
}

// node_modules/re2js/build/index.js
var RE2Flags = class RE2Flags2 {
  static FOLD_CASE = 1;
  static LITERAL = 2;
  static CLASS_NL = 4;
  static DOT_NL = 8;
  static ONE_LINE = 16;
  static NON_GREEDY = 32;
  static PERL_X = 64;
  static UNICODE_GROUPS = 128;
  static WAS_DOLLAR = 256;
  static LOOKBEHIND = 512;
  static MATCH_NL = RE2Flags2.CLASS_NL | RE2Flags2.DOT_NL;
  static PERL = RE2Flags2.CLASS_NL | RE2Flags2.ONE_LINE | RE2Flags2.PERL_X | RE2Flags2.UNICODE_GROUPS;
  static POSIX = 0;
  static UNANCHORED = 0;
  static ANCHOR_START = 1;
  static ANCHOR_BOTH = 2;
};
var PublicFlags = {
  CASE_INSENSITIVE: 1,
  DOTALL: 2,
  MULTILINE: 4,
  DISABLE_UNICODE_GROUPS: 8,
  LONGEST_MATCH: 16,
  LOOKBEHINDS: 512
};
var ASCII_SIZE = 128;
var ASCII_TO_UPPER = new Int32Array(ASCII_SIZE);
var ASCII_TO_LOWER = new Int32Array(ASCII_SIZE);
var MAX_BMP = 65535;
for (let i = 0; i < ASCII_SIZE; i++) {
  if (i >= 97 && i <= 122) ASCII_TO_UPPER[i] = i - 32;
  else ASCII_TO_UPPER[i] = i;
  if (i >= 65 && i <= 90) ASCII_TO_LOWER[i] = i + 32;
  else ASCII_TO_LOWER[i] = i;
}
var Codepoint = class {
  static CODES = Object.freeze({
    "\x07": 7,
    "\b": 8,
    "	": 9,
    "\n": 10,
    "\v": 11,
    "\f": 12,
    "\r": 13,
    " ": 32,
    '"': 34,
    $: 36,
    "&": 38,
    "'": 39,
    "(": 40,
    ")": 41,
    "*": 42,
    "+": 43,
    "-": 45,
    ".": 46,
    0: 48,
    1: 49,
    2: 50,
    3: 51,
    4: 52,
    5: 53,
    6: 54,
    7: 55,
    8: 56,
    9: 57,
    ":": 58,
    "<": 60,
    ">": 62,
    "?": 63,
    A: 65,
    B: 66,
    C: 67,
    F: 70,
    P: 80,
    Q: 81,
    U: 85,
    Z: 90,
    "[": 91,
    "\\": 92,
    "]": 93,
    "^": 94,
    _: 95,
    "`": 96,
    a: 97,
    b: 98,
    f: 102,
    i: 105,
    m: 109,
    n: 110,
    r: 114,
    s: 115,
    t: 116,
    v: 118,
    x: 120,
    z: 122,
    "{": 123,
    "|": 124,
    "}": 125
  });
  static toUpperCase(codepoint) {
    if (codepoint < ASCII_SIZE) return ASCII_TO_UPPER[codepoint];
    const s = String.fromCodePoint(codepoint).toUpperCase();
    const expectedLen = s.codePointAt(0) > MAX_BMP ? 2 : 1;
    if (s.length > expectedLen) return codepoint;
    const sOrigin = String.fromCodePoint(s.codePointAt(0)).toLowerCase();
    const originExpectedLen = sOrigin.codePointAt(0) > MAX_BMP ? 2 : 1;
    if (sOrigin.length > originExpectedLen || sOrigin.codePointAt(0) !== codepoint) return codepoint;
    return s.codePointAt(0);
  }
  static toLowerCase(codepoint) {
    if (codepoint < ASCII_SIZE) return ASCII_TO_LOWER[codepoint];
    const s = String.fromCodePoint(codepoint).toLowerCase();
    const expectedLen = s.codePointAt(0) > MAX_BMP ? 2 : 1;
    if (s.length > expectedLen) return codepoint;
    const sOrigin = String.fromCodePoint(s.codePointAt(0)).toUpperCase();
    const originExpectedLen = sOrigin.codePointAt(0) > MAX_BMP ? 2 : 1;
    if (sOrigin.length > originExpectedLen || sOrigin.codePointAt(0) !== codepoint) return codepoint;
    return s.codePointAt(0);
  }
};
var UnicodeRangeTable = class {
  /**
  * @param {Uint32Array | number[]} data
  * @param {boolean} isStride1
  */
  constructor(data, isStride1 = false) {
    this.data = data;
    this.isStride1 = isStride1;
    this.SIZE = isStride1 ? 2 : 3;
  }
  getLo(index2) {
    return this.data[index2 * this.SIZE];
  }
  getHi(index2) {
    return this.data[index2 * this.SIZE + 1];
  }
  getStride(index2) {
    return this.isStride1 ? 1 : this.data[index2 * this.SIZE + 2];
  }
  get length() {
    return this.data.length / this.SIZE;
  }
};
var B64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-";
var B64_MAP = /* @__PURE__ */ new Uint8Array(256);
for (let i = 0; i < 64; i++) B64_MAP[B64.charCodeAt(i)] = i;
var decodeVLQ = (str) => {
  const res = [];
  let value = 0;
  let shift = 0;
  for (let i = 0; i < str.length; i++) {
    const digit = B64_MAP[str.charCodeAt(i)];
    value |= (digit & 31) << shift;
    if ((digit & 32) === 0) {
      res.push(value);
      value = 0;
      shift = 0;
    } else shift += 5;
  }
  return res;
};
var decodeRanges = (str, isStride1) => {
  const res = decodeVLQ(str);
  const numRanges = isStride1 ? res.length / 2 : res.length / 3;
  const out = new Uint32Array(numRanges * 3);
  let current = 0;
  let resIdx = 0;
  for (let i = 0; i < numRanges; i++) {
    current += res[resIdx++];
    out[i * 3] = current;
    current += res[resIdx++];
    out[i * 3 + 1] = current;
    out[i * 3 + 2] = isStride1 ? 1 : res[resIdx++];
  }
  return out;
};
var decodeOrbit = (str) => {
  const res = decodeVLQ(str);
  const map2 = /* @__PURE__ */ new Map();
  let currentKey = 0;
  for (let i = 0; i < res.length; i += 2) {
    currentKey += res[i];
    const zz = res[i + 1];
    const delta = zz >>> 1 ^ -(zz & 1);
    map2.set(currentKey, currentKey + delta);
  }
  return map2;
};
var LazyMap = class {
  constructor(initializer) {
    this.initializer = initializer;
    this.cache = /* @__PURE__ */ new Map();
  }
  has(key2) {
    return Object.hasOwn(this.initializer, key2);
  }
  get(key2) {
    if (this.cache.has(key2)) return this.cache.get(key2);
    const val = this.has(key2) ? this.initializer[key2]() : null;
    this.cache.set(key2, val);
    return val;
  }
};
var UnicodeTables = class {
  static _CASE_ORBIT = null;
  static get CASE_ORBIT() {
    if (!this._CASE_ORBIT) this._CASE_ORBIT = decodeOrbit("rCgCIgCY+rQI4QiCuuBLgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCCgCBgCBgCBgCBgCBgCBgCB+7OB-BB-BB-BB-BB-BBskQB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BC-BB-BB-BB-BB-BB-BB-BByHBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBDCBBBCBBBCBBCCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBCCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBxHBCBBBCBBBCBBB3SBmMBkNBCBBBCBBB8MBCBBB6MB6MBCBBC+EB0MB2MBCBBB6MB+MBiGBmNBiNBCBBBmKBikzCBmNBqNBkIBsNBCBBBCBBBCBBB0NBCBBB0NDCBBB0NBCBBByNByNBCBBBCBBB2NBCBBDCBBCwDFCBCBDBCBCBDBCBCBDBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBB9EBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBCCBCBDBCBBBhGBvDBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBjICCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBH2iVBCBBBlKBwiVB+jVB+jVBCBBBlMBqEBuEBCBBBCBBBCBBBCBBBCBBB+hVB4hVB8hVBjNB7MC5MB5MCzMC1MB+0yCE5MB20yCC9MBu2yCBwyyCBo0yCChNBlNBo0yCBu-UBi0yCDlNC6-UBpNDrNIu+UDzNCm0yCBzNE0yyCBzNBpEBxNBxNBtEG1NLqxyCBkxyCnFoFrBCBBBCBBDCBBEkIBkIBkICoHHsCCqCBqCBqCCgEC+DB+DBmkOBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCC+BBgCBgCBgCBgCBgCBgCBgCBgCBrCBpCBpCBpCBmjOB-BB8BB-BB-BBgEB-BB-BByBBqgOBsDB-BBtwBB-BB-BB-BBsBBgDBCB-BB-BB-BBeB-BB-BB61OB-BB-BB-DB9DB9DBQB7DBmCE9CBrDBPBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBrFB-EBOBnHB3FB-FCCBBBNBCBBCjIBjIBjIBgFBgFBgFBgFBgFBgFBgFBgFBgFBgFBgFBgFBgFBgFBgFBgFBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCB-BB-BB8kMB-BB6kMB-BB-BB-BB-BB-BB-BB-BB-BB-BBokMB-BB-BBkkMBkkMB-BB-BB-BB-BB-BB-BB-BB4jMB-BB-BB-BB-BB-BB-EB-EB-EB-EB-EB-EB-EB-EB-EB-EB-EB-EB-EB-EB-EB-EBCBBBCBoiMBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBJCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBeBCBBBCBBBCBBBCBBBCBBBCBBBCBBBdBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBCgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDL-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-C64CgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOCgmOGgmODg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FDg8FBg8FBg8FhVg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBQBQBQBQBQBQDPBPBPBPBPBPjkC7mMB5mMBnmMBjmMBCBlmMB3lMBpiMBk8kCBCBBG-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FD-7FB-7FB-7F6FoglCEsuHRwjlCyDCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCB0DBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBG1DD97OCCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBQBQBQBQBQBQBQBQBPBPBPBPBPBPBPBPBQBQBQBQBQBQDPBPBPBPBPBPDQBQBQBQBQBQBQBQBPBPBPBPBPBPBPBPBQBQBQBQBQBQBQBQBPBPBPBPBPBPBPBPBQBQBQBQBQBQDPBPBPBPBPBPEQCQCQCQCPCPCPCPBQBQBQBQBQBQBQBQBPBPBPBPBPBPBPBPB0EB0EBsFBsFBsFBsFBoGBoGBgIBgIBgHBgHB8HB8HDQBQBQBQBQBQBQBQBPBPBPBPBPBPBPBPBQBQBQBQBQBQBQBQBPBPBPBPBPBPBPBPBQBQBQBQBQBQBQBQBPBPBPBPBPBPBPBPBQBQCSFPBPBzEBzEBRCxnOFSFrFBrFBrFBrFBREQBQClkOFPBPBnGBnGFQBQCljOCODPBPB-GB-GBNHSF-HB-HB7HB7HBRqJ53OE9tQBrmQH4Bc3BSgBBgBBgBBgBBgBBgBBgBBgBBgBBgBBgBBgBBgBBgBBgBBgBBfBfBfBfBfBfBfBfBfBfBfBfBfBfBfBfECBByZ0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzB34BgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CBCBBBt-UBruHBt+UB1iVBviVBCBBBCBBBCBBB3hVB5-UB9hVB7hVCCBBCCBBI9jVB9jVBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBICBBBCBBECBBN-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOC-lOG-lOzoeCBBBCBBBCBBBCBBBCBBBCBl8kCBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBTCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBnECBBBCBBBCBBBCBBBCBBBCBBBCBBDCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBKCBBBCBBBnglCBCBBBCBBBCBBBCBBBCBBECBBBvyyCDCBBBCBBBgDCCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBn0yCB90yCB10yCBh0yCBn0yCCjxyCBzyyCBpxyCBg6BBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBB-CBl0yCBvjlCBCBBBCBBBt2yCBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBhkzCZCBB9a-5Bd-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCm6TCBB7gBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCH-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BmlBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvChDwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCFvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvC1DuCBuCBuCBuCBuCBuCBuCBuCBuCBuCBuCCuCBuCBuCBuCBuCBuCBuCBuCBuCBuCBuCBuCBuCBuCBuCCuCBuCBuCBuCBuCBuCBuCCuCBuCCtCBtCBtCBtCBtCBtCBtCBtCBtCBtCBtCCtCBtCBtCBtCBtCBtCBtCBtCBtCBtCBtCBtCBtCBtCBtCCtCBtCBtCBtCBtCBtCBtCCtCBtCk2BgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEO-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-D+CgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCL-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-B74CgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BhrVgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BhB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BD1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BtxekCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjC");
    return this._CASE_ORBIT;
  }
  static _Print = null;
  static get Print() {
    if (!this._Print) this._Print = new UnicodeRangeTable(decodeRanges("hB9CBjBLBCpWBDFBFGBCCCBSBCsMBClBBDxBBDCBC2BBJaBFFBSVBC-FBCvBBD6BBDkDBP6BBDwBBDOBCbBDCCBJBGfBIqCBCgFBCHBDBBDVBCGBCEEBCBDIBDBBDDBJFFBCCBDBDYBDCBCFBFBBDVBCGBCBBCBBCBBDCCBDBFBBDCBEIIBCBCIIBPBLCBCIBCCBCVBCGBCBBCEBDJBCCBCCBDQQBCBDLBIGBCCBCHBDBBDVBCGBCBBCEBDIBDBBDCBICBFBBCEBDRBLBBCFBECBCDBEBBCCCBEEBEEBBBELBFEBECBCDBDHHPUBGMBCCBCWBCPBDIBCCBCDBIBBCCBCBBDDBDJBIVBCCBCWBCJBCEBDIBCCBCDBIBBGCBCDBDJBCCBNMBCCBCyBBCCBCFBFPBDZBCCBCRBEXBCIBCDDBFBEFFBEBCCCBGBHJBDCBN5BBFcBmBBBCCCBDBCXBCCCBVBDEBCCCBFBCJBDDBhBnCBCjBBFmBBCjBBCOBCMBmBlGBCGGD4LBCDBDGBCCCBCBDoBBCDBDgBBCDBDGBCCCBCBDOBC4BBCDBDiCBDfBEZBH1CBDFBD-TBCbBE4CBIVBKXBKTBNMBCCBCBBN9CBDJBHJBHNBCKBH4CBIqBBGlCBLeBCLBFLBFEEBoBBDEBMrBBFZBHKBE9BBDgCBCcBDKBHJBHNBDtBBDLBVsCBClFBJ7BBEOBE9BBGqBBDKBJqBBG1QBDFBDlBBDFBDHBCGCBdBD0BBCOBCNBDFBCSBDCBCIBSXBJuBBSBBDaBCMBEhBBPgBBQrEBF5UBXKBWz4BBD9LBGsBBCGGD3BBIBBPXBKGBCGBCGBCGBCGBCGBCGBCGBC9DBjBZBC4CBN1GBbPBC+BBC1CBDmDBGqBBC9CBC1CBKvBBCszcBE2BBK7KBV3FBJ8GBV7BBEJBH3BBJlCBJLBHzDBMdBEtCBCKBFgBBC2BBKNBDJBDmDBZbBLFBDFBDFBKGBCGBC7BBF9DBDJBHj9KBNWBFwBBloItLBDpDBnBGBNEBGZBCEBCCCBCCBCCBoUBhBpBBHyBBCSBCDBFEBCmEBF9FBEFBDFBDFBDCBEGBCGBOBBDLBCZBCSBCBBCOBDNBjB6DBGCBFsBBE3CBCMBEwBwBBsBBjEcBEwBBQbBFjBBKdBGqBBGdBCkBBFNBrB9EBDJBHjBBFjBBFnBBJzBBMLBCOBCGBCBBCKBCOBCGBCBBEzBBN2JBKVBLHBZFBCpBBCIBmCFBDCCBqBBCBBEDDBVBCnCBJIBxBSBCBBGgBBEaBGaBnB3BBFTBDxBBCBBGHBCCBCcBDCBFJBIIBI-BBhBmBBFLBK1BBEcBDaBGZBIDBNGBxCoCB4ByBBOyBBItBBJJBHlBBEcBJBBxGeBCpBBCCBDBBRFBJIBiBtBBJpBBXZBnBbBVWBKtCBFjBBK9BBCEBOYBIJBH0BBCRBJmBBK-CBCTBMRBCuBB-BGBCCCBCBCOBCKBH6BBGJBHDBCHBDBBDVBCGBCBBCEBCJBDBBDCBDHHGGBDGBEEBMJBCDDClBBCJBCDDCDBCJBCBBJBBe7CBCEBfnCBJJBnF1BBDlBBjBkCBMJBHMBU5BBHJBHTBdaBDOBFWB6F7BBlDyCBNHBDDDBGBCBBCdBCBBDLBKJBnCHBDtBBDKBcnCBJyCBOoCBIJB3CHB5ChBBPJBHIBCsBBCNBLcBEfBDVBCNBqCGBCBBCrBBECCBCCBHBJJBHFBCBBCkBBCBBCFBIJBHrBBFJB3HYBIQBCoBBEcB2CQQBwBBO6cBnDuDBCEBMjGBtyCiDBOvhBBRVBL68DBGmSB61G5BBn2B4RBIeBCJBFwCBCJBHdBDFBLlCBLJBCGBCUBGSBxN5BBnG6CBGYBDYBtBqCBF4BBIQBhCEBMGBK1mHBqBfBiDyDB+vIDBCGBCBBCiJBQeeBBBDPPBCBJrMBloCqDBGMBEIBIJBDDBh7D8HBEzNBHWBQQBQtBBDWBKzDB9B1HBLmBBDpCBJvDBWlCB7DTBNTBN2CBKYBoE0CBCmCBCBBDDDBDDBCBCLBCCCBFBCgCBCDBDHBCGBCbBCDBCEBCEEBFBCzKBDjJBD9VBQEBCOBxiBeBHFB2GGBCQBDGBCBBCEBG9BBiBxDxDBrBBENBDJBFBBhKeBS5BBGxOxOBoBB3GqBBFhGhGBdBCVBJBBhHGBCDBCBBCOBCkGBDPBqBrCBFJBFBByYjCBtC8BBjGDBCaBCBBCDDCJBCDBCCCHFFCECBBBCBBCDDCICBCCDDBCGBCDBCDBCCCBIBCQBGCBCEBCQB1BBBvIrBBFjDBNOBDOBCOBCkBBLtFB5BcBOrBBFIBIBBPFB7E4eBEQBEMBE5GBHLBFQQBKBF3BBJJBHnBBJdBDLBFBBPIBoB3KBJNBDMBEKBE4BBCFFBOBDLBFJBIyEBCmDBmgB-2pBBhB9oEBDt0FBDwpHBQtTBjtC9QBjvBq6EBGppIBnkzVvHB", false));
    return this._Print;
  }
  static CATEGORIES = new LazyMap({
    C: () => new UnicodeRangeTable(decodeRanges("AfBgDgBBOrWrWBHHBCBICCVuMuMnBBBzBBBE4B4BBGBcDBHQBXhGhGxBBB8BBBmDNB8BBByBBBQddBCCMEBhBGBsCiFiFJBBDBBXIICCBFBBKBBDBBFHBCDBDGGBaaBEEHDBDBBXIIDGDBCCGDBDBBECBCGBFCCBFBSJBEKKEXXIDDGBBLIEBCCBNBFBBNGBIEEJBBDBBXIIDGGBKKBDDBEEBFBEDBDGGBTTBIBDHHBBBEFFBBBDCCDCBDCBECBNDBGCBEFFBCCBEBCNBWEBOEEYRRBKKEFFBFBDEEDBBFBBLGBXEEYLLGBBKEEFGBDEBEFFBLLELBOEE0BEEHDBRBBbEETCBZKKCBBICBCDBHCCJFBLBBELB7BDBekBBDCCGZZCYYBGGCIILBBFfBpClBlBBCBoBlBlBQOOBjBBnGCCBDBCBB6LFFBIICFFBqBqBFBBiBFFBIICFFBQQ6BFFBkCkCBhBhBBBBbFB3CBBHBB+UCB6CGBXIBZIBVLBOEEDLB-CBBLFBLFBPMMBEB6CGBsBEBnCJBgBNNBCBNDBCCBrBBBGKBtBDBbFBMCB-BBBiCeeBMMBEBLFBPBBvBBBNTBuCnFnFBGB9BCBQCB-BEBsBBBMHBsBEB3QBBHBBnBBBHBBJGCgBBB2BQQPBBHUUBEEKMMBDBbEByBPBDBBcOOBBBjBNBiBOBtEDB7UVBMUB14BBB-LEBuBCCBDBCBB5BGBDNBZIBI4BI-DhBBb6C6CBKB3GZBxC3C3CBoDoDBDBsB-C-C3CIBxBuzcuzcBBB4BIB9KTB5FHB+GTB9BCBLFB5BHBnCHBNFB1DKBfCBvCMMBCBiB4B4BBHBPBBLBBoDXBdJBHBBHBBHIBIII9BDB-DBBLFBl9KLBYDByBjoIBvLBBrDlBBILBGEBbGGCGDrUfBrBFB0BUUFDBGoEoEBCB-FCBHBBHBBHBBECBIIIBLBDBBNbbUDDQBBPhBB8DEBEDBuBCB5COOBBBCuBBvBhEBeCByBOBdDBlBIBfEBsBEBfmBmBBCBPpBB-EBBLFBlBDBlBDBpBHB1BKBNQQIDDMQQIDDBBB1BLB4JIBXJBJXBHrBrBKkCBHBBCtBtBDCBCBBYpCpCBGBKvBBUDDBDBiBCBcEBclBB5BDBVBBzBDDBDBJEEeBBEDBLGBKGBhCfBoBDBNIB3BCBeBBcEBbGBFLBIvCBqC2BB0BMB0BGBvBHBLFBnBCBeHBDvGBgBrBrBEBBDPBHHBKgBBvBHBrBVBblBBdTBYIBvCDBlBIB-BGGBLBaGBLFB2BTTBGBoBIBhDVVBJBTwBwBB8BBICCFQQMFB8BEBLFBFJJBDDBXXIDDGLLBDDBEEBCCBEBCEBIBBICBGKBLCCBCCnBLLCBBCFFLDDBGBDcB9CGGBcBpCHBLlFB3BBBnBhBBmCKBLFBOSB7BFBLFBVbBcBBQDBY4FB9BjDB0CLBJBBCBBJDDfDDBNNBHBLlCBJBBvBBBMaBpCHB0CMBqCGBL1CBJ3CBjBNBLFBKuBuBPJBeCBhBBBXPPBnCBIDDtBCBCDDKHBLFBHDDmBDDHGBLFBtBDBL1HBaGBSqBqBBBBe0CBCOBzBMB8clDBwDGGBJBlGryCBkDMBxhBPBXJB88DEBoS41GB7Bl2BB6RGBgBLLBCByCLLBEBfBBHJBnCJBLIIWEBUvNB7BlGB8CEBaBBarBBsCDB6BGBS-BBGKBIIB3mHoBBhBgDB0D8vIBFIIDkJkJBNBCcBEBBCNBFHBtMjoCBsDEBOCBKGBLBBF-6DB+HCB1NFBYOBSOBvBBBYIB1D7BB3HJBoBBBrCHBxDUBnC5DBVLBVLB4CIBamEB2CoCoCDBBCBBDBBFNNCIIiCFFBJJIddFGGCCBI1K1KBlJlJB-V-VBNBGQQBuiBBgBFBH0GBISSBIIDGGBDB-BgBBCvDBuBCBPBBLDBD-JBgBQB7BEBCvOBrB1GBsBDBC-FBgBXXBGBD-GBIFFDQQmGBBRoBBtCDBLDBDwYBlCrCB+BhGBFccDCCBCCLFFCCCBEBCDBCECEDDCBBCICDCCBFFIKFCLLSEBEGGSzBBDtIBtBDBlDLBQBBQQQmBJBvF3BBeMBtBDBKGBDNBH5EB6eCBSCBOCB7GFBNDBCOBNDB5BHBLFBpBHBfBBNDBDNBKmBB5KHBPBBOCBMCB6BCCBCBRBBNDBLGB0EoDoDBjgBBh3pBfB-oEBBv0FBBypHOBvThtCB-QhvBBs6EEBrpIlkzVBxHvw-FB", false)),
    Cc: () => new UnicodeRangeTable(decodeRanges("AfgDgB", true)),
    Cf: () => new UnicodeRangeTable(decodeRanges("tFzqBzqBBEBXhGhGyBhMhMBxCxCs5D9-B9-BBDBbEByBEBCJBw03B6H6HBBBimEQQj7IPBhjiBDBwmFHBn0rYffB+CB", false)),
    Cn: () => new UnicodeRangeTable(decodeRanges("4bBBHDBICCVuMuMnBBBzBBBE4B4BBGBcDBHKBvI9B9BBmDmDBMB8BBByBBBQddBCCMEBjBEBuHJJBDDBXXICCBBBFBBKBBDBBFHBCDBDGGBaaBEEHDBDBBXIIDGDBCCGDBDBBECBCGBFCCBFBSJBEKKEXXIDDGBBLIEBCCBNBFBBNGBIEEJBBDBBXIIDGGBKKBDDBEEBFBEDBDGGBTTBIBDHHBBBEFFBBBDCCDCBDCBECBNDBGCBEFFBCCBEBCNBWEBOEEYRRBKKEFFBFBDEEDBBFBBLGBXEEYLLGBBKEEFGBDEBEFFBLLELBOEE0BEEHDBRBBbEETCBZKKCBBICBCDBHCCJFBLBBELB7BDBekBBDCCGZZCYYBGGCIILBBFfBpClBlBBCBoBlBlBQOOBjBBnGCCBDBCBB6LFFBIICFFBqBqBFBBiBFFBIICFFBQQ6BFFBkCkCBhBhBBBBbFB3CBBHBB+UCB6CGBXIBZIBVLBOEEDLB-CBBLFBLFBbFB6CGBsBEBnCJBgBNNBCBNDBCCBrBBBGKBtBDBbFBMCB-BBBiCeeBMMBEBLFBPBBvBBBNTBuCnFnFBGB9BCBQCB-BEBsBBBMHBsBEB3QBBHBBnBBBHBBJGCgBBB2BQQPBBHUUBEEKmDmDNBBcOOBBBjBNBiBOBtEDB7UVBMUB14BBB-LEBuBCCBDBCBB5BGBDNBZIBI4BI-DhBBb6C6CBKB3GZBxC3C3CBoDoDBDBsB-C-C3CIBxBuzcuzcBBB4BIB9KTB5FHB+GTB9BCBLFB5BHBnCHBNFB1DKBfCBvCMMBCBiB4B4BBHBPBBLBBoDXBdJBHBBHBBHIBIII9BDB-DBBLFBl9KLBYDByBDBvzIBBrDlBBILBGEBbGGCGDrUfBrBFB0BUUFDBGoEoEBCC-FCBHBBHBBHBBECBIIIBIBGBBNbbUDDQBBPhBB8DEBEDBuBCB5COOBBBCuBBvBhEBeCByBOBdDBlBIBfEBsBEBfmBmBBCBPpBB-EBBLFBlBDBlBDBpBHB1BKBNQQIDDMQQIDDBBB1BLB4JIBXJBJXBHrBrBKkCBHBBCtBtBDCBCBBYpCpCBGBKvBBUDDBDBiBCBcEBclBB5BDBVBBzBDDBDBJEEeBBEDBLGBKGBhCfBoBDBNIB3BCBeBBcEBbGBFLBIvCBqC2BB0BMB0BGBvBHBLFBnBCBeHBDvGBgBrBrBEBBDPBHHBKgBBvBHBrBVBblBBdTBYIBvCDBlBIBlCJBCBBaGBLFB2BTTBGBoBIBhDVVBJBTwBwBB8BBICCFQQMFB8BEBLFBFJJBDDBXXIDDGLLBDDBEEBCCBEBCEBIBBICBGKBLCCBCCnBLLCBBCFFLDDBGBDcB9CGGBcBpCHBLlFB3BBBnBhBBmCKBLFBOSB7BFBLFBVbBcBBQDBY4FB9BjDB0CLBJBBCBBJDDfDDBNNBHBLlCBJBBvBBBMaBpCHB0CMBqCGBL1CBJ3CBjBNBLFBKuBuBPJBeCBhBBBXPPBnCBIDDtBCBCDDKHBLFBHDDmBDDHGBLFBtBDBL1HBaGBSqBqBBBBe0CBCOBzBMB8clDBwDGGBJBlGryCBkDMB3iBJB88DEBoS41GB7Bl2BB6RGBgBLLBCByCLLBEBfBBHJBnCJBLIIWEBUvNB7BlGB8CEBaBBarBBsCDB6BGBS-BBGKBIIB3mHoBBhBgDB0D8vIBFIIDkJkJBNBCcBEBBCNBFHBtMjoCBsDEBOCBKGBLBBJ76DB+HCB1NFBYOBSOBvBBBYIB1D7BB3HJBoBBBjGUBnC5DBVLBVLB4CIBamEB2CoCoCDBBCBBDBBFNNCIIiCFFBJJIddFGGCCBI1K1KBlJlJB-V-VBNBGQQBuiBBgBFBH0GBISSBIIDGGBDB-BgBBCvDBuBCBPBBLDBD-JBgBQB7BEBCvOBrB1GBsBDBC-FBgBXXBGBD-GBIFFDQQmGBBRoBBtCDBLDBDwYBlCrCB+BhGBFccDCCBCCLFFCCCBEBCDBCECEDDCBBCICDCCBFFIKFCLLSEBEGGSzBBDtIBtBDBlDLBQBBQQQmBJBvF3BBeMBtBDBKGBDNBH5EB6eCBSCBOCB7GFBNDBCOBNDB5BHBLFBpBHBfBBNDBDNBKmBB5KHBPBBOCBMCB6BCCBCBRBBNDBLGB0EoDoDBjgBBh3pBfB-oEBBv0FBBypHOBvThtCB-QhvBBs6EEBrpIm8yVBCdBhD-DBxHvw-BB---BBB---BBB", false)),
    Co: () => new UnicodeRangeTable(decodeRanges("gg4B-nGh4hc9--BD9--B", true)),
    Cs: () => new UnicodeRangeTable(decodeRanges("gg2B--B", true)),
    L: () => new UnicodeRangeTable(decodeRanges("hCZBHZBwBLLFGGBVBCeBCpOBFLBPEBICCiEEBCBBDDBCHHCCBCCCBSBCyCBCqEBJlFBClBBDHHBnBBoCaBFDBuBqBBkBBBCiDBCQQBIIBLLBBBDRRCdBe4CBMZZBfBKBBFGGBUBFKKEYYBXBIKBGXBCGBRpBB7B1BBETTIJBQPBFHBDBBDVBCGBCEEBCBERROBBCCBPBBLJJBEBFBBDVBCGBCBBCBBCBBgBDBCUUBBBRIBCCBCVBCGBCBBCEBETTQBBYMMBGBDBBDVBCGBCBBCEBEffBCCBBBQSSCFBECBCDBEBBCCCBEEBEEBBBELBX1B1BBGBCCBCWBCPBEbbBBBCBBDBBfFFBGBCCBCWBCJBCEBEffBBBCBBQBBSIBCCBCoBBDRRGCBJCBZFBGRBEXBCIBCDDBFB7BvBBCBBNGB7BBBCCCBDBCXBCCCBIBCBBKDDBDBCWWBCBhBgCgCBGBCjBBcEB0DqBBVRRBEBFDBEEEBIIBBBFMBNSSBkBBCGGDqBBCsKBCDBDGBCCCBCBDoBBCDBDgBBCDBDGBCCCBCBDOBC4BBCDBDiCBmBPBR1CBDFBErTBDQBCZBGqCBHHBIRBOSBPRBPMBCCBQzBBkBFFkC4CBIEBDhBBCGGBkCBLeByBdBDEBMrBBFZB3BWBK0BBzC+C+CBtBBSHB3BdBOBBLrBBbjBBqBCBLjBBDKBGqBBDCBqBDBCFBCBBEGGB+FBhC1IBDFBDlBBDFBDHBCGCBdBD0BBCGBCEEBBBCGBEDBDFBFMBGCBCGB1DOORMBmDFFDJBCEEBDBHGCBCBCKBDDBGEBF1B1BB8zC8zCBjHBHDBEBBNlBBCGGD3BBIRRBVBKGBCGBCGBCGBCGBCGBCGBCGBxC2O2OBrBrBBDBGBBF1CBHCBC5CBCDBGqBBC9CBSfBxBPBhQ-tGBhCs0VBkCtBBDsIBEPBLBBVuBBReBDlCByBIBDmDBDxCBVQBCCBCDBCWBezBBPxBB-BFBECCBMMBaBLWBacBIuBBdRRBDBCJBLEBCoBBYCBCHBVWBEEEBwBBCEEBDDBDBDCCZCBDKBICBNFBDFBDFBKGBCGBCqBBCNBHyDBej9KBNWBFwBBloItLBDpDBnBGBNEBGCCBIBCMBCEBCCCBCCBCCBqDBiBqLBT-BBD1BBpBLB1DEBCmEBlBZBHZBM4CBEFBDFBDFBDCBkBLBCZBCSBCBBCOBDNBjB6DBmMcBEwBBwBfBOTBCHBHlBBLdBDjBBFHBxB9EBTjBBFjBBFnBBJzBBNKBCOBCGBCBBCKBCOBCGBCBBEzBBN2JBKVBLHBZFBCpBBCIBmCFBDCCBqBBCBBEDDBVBLWBKeBiCSBCBBLVBLZBHZBnB3BBHBBhCQQBCBCCBCcBrBcBEcBkBHBCbBc1BBLVBLSBORBvDoCB4ByBBOyBBOjBBnBbBKWB7HpBBHBBRFB5BcBLJJBUBrBRBvBUBcWBN0BB6BBBDOOBrBBhBYBbjBBeDDJiBBENNBuBBPDBWCCkBRBCYBUBBgCGBCCCBCBCOBCJBIuBBnBHBDBBDVBCGBCBBCEBETTNEBfJBCDDClBBCaaCtBtBBzBBTDBVCBfvBBVBBC5F5FBtBBqBDBlBvBBV8B8BBpBBOoCoCBZBmBGB6FrBB1D-BBgBHBDDDBGBCBBCXBQCC-CHBDmBBRCCdLLBmBBIWWMtBBUTTBnCBoGgBBgBIBCkBBSyByBBcBxDGBCBBClBBWaaBEBCBBCfBPYYBqBBlISBQCCBLBChBB9DwCwCB4cBnHjGBtyCgDBQvhBBSFBa68DBGmSB61GdBj3B4RBIeBSuCBSdBTvBBRDBgBUBGSBxNsBB0G-BBhBYBDYBtBqCBGjCjCBLBhCBBCPPBNNB0mHBqBfBiDyDB+vIDBCGBCBBCiJBQeeBBBDPPBCBJrMBloCqDBGMBEIBIJBn7F0CBCmCBCBBDDDBDDBCBCLBCCCBFBCgCBCDBDHBCGBCbBCDBCEBCEEBFBCzKBDYBCYBCeBCYBCeBCYBCeBCYBCeBCYBCHB15BeBHFBmI9BBzEsBBLGBRiKiKBcBTrBBlPbBlHdBDwGwGBdBCCBCBBCGBDEBKBBhHGBCDBCBBCOBCkGB8BjCBI1lB1lBBCBCaBCBBCDDCJBCDBCCCHFFCECBBBCBBCDDCICBCCDDBCGBCDBCDBCCCBIBCQBGCBCEBCQBlqE-2pBBhB9oEBDt0FBDwpHBQtTBjtC9QBjvBq6EBGppIB", false)),
    LC: () => new UnicodeRangeTable(decodeRanges("hCZBHZB7BLLBVBCeBCiGBCDBFvGBDZBhGDBDBBECBCHHCCBCCCBSBCyCBCqEBJlFBClBBKoBB44ClBBCGGDqBBDCBhV1CBDFBjkCKBGqBBDCBhCrBBgCMBChBBmD1IBDFBDlBBDFBDHBCGCBdBD0BBCGBCEEBBBCGBEDBDFBFMBGCBCGBmIFFDJBCEEBDBHGCBCBCFBFDDBCBGEBF1B1BB8zC8zCB6DBDmDBHDBEBBNlBBCGGzoetBBTbBnEtCBCWBEDBCsCBZBBE2Z2ZBpBBGIBIvCBh6TGBNEBqgBZBHZBmlBvCBhDjBBFjBB1DKBCOBCGBCBBCKBCOBCGBCBBk2ByBBOyBB+CVBLVB74C-BBhrV-BBhBYBDYBtpZ0CBCmCBCBBDDDBDDBCBCLBCCCBFBCgCBCDBDHBCGBCbBCDBCEBCEEBFBCzKBDYBCYBCeBCYBCeBCYBCeBCYBCeBCYBCHB15BJBCTBHFB2uCjCB", false)),
    Ll: () => new UnicodeRangeTable(decodeRanges("hDZB7BqBqBBWBCHBC2BCBQCBuBCDECBBBDCCDEEBFFDEEBBBDDDCCCDCCBCCDEECDDBDDBBBHGDCOCBSCBDDCEEC4BCBFBDDDBCCFICBjCBDZBiGCCEEEBBBTccBhBBCBBECBCWCBDBCGDB0B0BBuBBCgBCK0BCDMCBgDCxBoBBo6CqBBDCB5XFBjkCIBC2D2DBqBBgCMBChBBnD0ECBHBCgDCBHBJFBLHBJHBJFBLHBJHBJNBDHBJHBJHBJEBCBBHEEBBBCBBJDBDBBJHBLCBCBBzIEEBEEcKFDBBJDBF2B2Bs1CvBBCEEBGCFCCBCCBEBGiDCBIICFFNlBBCGG0oesBCUaCoEMCBBBC+BCBGBCCCDICFCCDCCBBBCSCGGGCMCFCCDOCbEE2ZqBBGIBIvCBh6TGBNEBqhBZBumBnBBpEjBB8EKBCOBCGBCBBk4ByBB+DVB75CfBhsVfB8BYBnqZZBbGBCRBbZBbDBCCCBFBCKBbZBbZBbZBbZBbZBbZBbZBbZBbbBdYBCFBbYBCFBbYBCFBbYBCFBbYBCFBC15B15BBIBCTBHFB4vChBB", false)),
    Lm: () => new UnicodeRangeTable(decodeRanges("wVRBFLBPEBICCmEGG-OnHnHlFBBuIBBFgBgBKEEhFoFoF1mBgEgE2R72B72BsDkTkTxOFBvF+BBOjBjBBjBByVOORMBg-CBByHgGgG2OsBsBBDBGiDiDB+C+CBBB34bjnBjnBBEBvIzDzDdBB6DIBxCYYpDDBEBB2OXXqEtDtDWBBoDDBKngVngVuBBBh-BFBCpBBCIB0sBhBhB2K04D04DnrTDB9PCBpBBBnRMBhCBBCPPB9-P9-PBCBCGBCBByhM9BBqGGBud0Q0QsSAB", false)),
    Lo: () => new UnicodeRangeTable(decodeRanges("qFQQhIFFBCBxGBB7ZaBFDBuBfBCJBkBBBCiDBCZZBLLBBBDRRCdBe4CBMZZBfBWVBrBYBIKBGXBCGBRoBB8B1BBETTIJBROBFHBDBBDVBCGBCEEBCBERROBBCCBPBBLJJBEBFBBDVBCGBCBBCBBCBBgBDBCUUBBBRIBCCBCVBCGBCBBCEBETTQBBYMMBGBDBBDVBCGBCBBCEBEffBCCBBBQSSCFBECBCDBEBBCCCBEEBEEBBBELBX1B1BBGBCCBCWBCPBEbbBBBCBBDBBfFFBGBCCBCWBCJBCEBEffBBBCBBQBBSIBCCBCoBBDRRGCBJCBZFBGRBEXBCIBCDDBFB7BvBBCBBNFB8BBBCCCBDBCXBCCCBIBCBBKDDBDBYDBhBgCgCBGBCjBBcEB0DqBBVRRBEBFDBEEEBIIBBBFMBNyDyDBnKBCDBDGBCCCBCBDoBBCDBDgBBCDBDGBCCCBCBDOBC4BBCDBDiCBmBPByDrTBDQBCZBGqCBHHBIRBOSBPRBPMBCCBQzBBpBkCkCBhBBC0BBIEBDhBBCGGBkCBLeByBdBDEBMrBBFZB3BWBK0BBxFuBBSHB3BdBOBBLrBBbjBBqBCBLdByDDBCFBCBBE7hB7hBBCB4-C3BBZWBKGBCGBCGBCGBCGBCGBCGBCGBoR2B2BF1CBJCCB4CBFGGBpBBC9CBSfBxBPBhQ-tGBhC0wUBC2jBBkCnBBJrIBFPBLBBjCyByBBkCBqFoDoDEGBCCBCDBCWBezBBPxBB-BFBECCBMMBaBLWBacBIuBBuBEBDIBLEBCoBBYCBCHBVPBCFBEEEBwBBCEEBDDBDBDCCZBBEKBIPPBEBDFBDFBKGBCGByEiBBej9KBNWBFwBBloItLBDpDBkCCCBIBCMBCEBCCCBCCBCCBqDBiBqLBT-BBD1BBpBLB1DEBCmEBqDJBCsBBDeBEFBDFBDFBDCBkBLBCZBCSBCBBCOBDNBjB6DBmMcBEwBBwBfBOTBCHBHlBBLdBDjBBFHBhEtCBjDnBBJzBB9CzBBN2JBKVBLHB5EFBDCCBqBBCBBEDDBVBLWBKeBiCSBCBBLVBLZBHZBnB3BBHBBhCQQBCBCCBCcBrBcBEcBkBHBCbBc1BBLVBLSBORBvDoCB4FjBBnBDBCxJxJBoBBHBBRCBCBB5BcBLJJBUBrBRBvBUBcWBN0BB6BBBDOOBrBBhBYBbjBBeDDJiBBENNBuBBPDBWCCkBRBCYBUBBgCGBCCCBCBCOBCJBIuBBnBHBDBBDVBCGBCBBCEBETTNEBfJBCDDClBBCaaCtBtBBzBBTDBVCBfvBBVBBC5F5FBtBBqBDBlBvBBV8B8BBpBBOoCoCBZBmBGB6FrBB0GHBDDDBGBCBBCXBQCC-CHBDmBBRCCdLLBmBBIWWMtBBUTTBnCBoGgBBgBIBCkBBSyByBBcBxDGBCBBClBBWaaBEBCBBCfBPYYBnBBCBBlISBQCCBLBChBB9DwCwCB4cBnHjGBtyCgDBQvhBBSFBa68DBGmSB61GdBj3B4RBIeBSuCBSdBTvBB0BUBGSB0NnBB2MqCBGwFwFB0mHBqBfBiDyDBuwIiJBQeeBBBDPPBCBJrMBloCqDBGMBEIBIJBxzI2P2PBrBBiBiKiKBcBTrBBlPaBmHdBDwGwGBdBCCBCBBCGBDEBKiHiHBFBCDBCBBCOBCkGB8pBDBCaBCBBCDDCJBCDBCCCHFFCECBBBCBBCDDCICBCCDDBCGBCDBCDBCCCBIBCQBGCBCEBCQBlqE-2pBBhB9oEBDt0FBDwpHBQtTBjtC9QBjvBq6EBGppIB", false)),
    Lt: () => new UnicodeRangeTable(decodeRanges("lOGDnB2sH2sHBGBJHBJHBNQQwBAB", false)),
    Lu: () => new UnicodeRangeTable(decodeRanges("hCZBmDWBCGBiB2BCDOCDuBCBECEBBCCCBCCBBBDDBCBBCCBEBBCBBCECBCCDCCBCCBBBCCCBEEIJDCMCDQCDDDCCBC4BCIBBCBBDCCBCBCGCiJCCEJJHCCBBBCCCBCCBPBCIBkBDDBBBEWCGDDCBBDyBBxBgBCK2BCBMCD+CCDlBBq6ClBBCGGzW1CB0kCHHBpBBDCBhK0ECKgDCKHBJFBLHBJHBJFBMGCJHBpCDBNDBNDBNEBMDBnIFFECBDCBDEEBDBHGCBCBDDBLBBG+B+B9zCvBBxBCCBBBDGCBCBCDDJCBCgDCJCCFuqeuqeCqBCUaCoEMCE8BCLECBICFCCDCCEUCBDBCEBCOCBCBCCCBQCZs5Vs5VBYBmmBnBBpEjBB9EKBCOBCGBCBBr3ByBB+EVB75CfBhsVfBhCYBoqZZBbZBbZBbCCBGDBDDBCBCHBbZBbBBCDBDHBCGBcBBCDBCEBCEEBFBcZBbZBbZBbZBbZBbZBfYBiBYBiBYBiBYBiBYBiB2pE2pEBgBB", false)),
    M: () => new UnicodeRangeTable(decodeRanges("gYvDB0IGBoIsBBCCCBCCBCCpCKBxBUBRmDmDBFBDFBDBBCDBkBffBZB8CKB7BIBKZZBCBCIBCCBCEBsBCB8BIBrBXBCgBB3BCBCRBCGBLBBeCB5BCCBFBDBBDCBKLLBbbDCB5BCCBDBFBBDCBEffBEEMCB5BCCBGBCCBCCBVBBXFBCCB5BCCBFBDBBDCBICBLBBf8B8BBDBECBCDBKpBpBBDB4BCCBFBCCBCDBIBBMBBeCB5BCCBFBCCBCDBIBBMBBQNNBCB4BBBCGBCCBCDBKLLBeeBBBnCFFBEBCCCBGBTBB+BDDBFBNHBjDDDBHBMGBqCBBcECFBByBTBCBBGKBCjBBKlDlDBSBYDBFCBCCBDGBEDBOLBCLLBCBgWCBzdDBdCBeBBfBBhCfBKuBuBBBBC2D2DBjBjB3DLBFLB8GEB6BJBCcBDxBxBBsBBDLBVEBwBQBnBIBNCBfMB5BNBxBTB5ECBCUBFHHDCBnG-BBxWgBB--CCBuEhDhDBeBrRFBqDBB1udDBCJBhBBBxCBBxIEEFYYBDBF0C0CBzBzBBQBbRBOnBnBBGBaMBtBDBwBNBlBkCkCBMBNJJBuBuBBBBzBCCBBBDBBGBBCqBqBBDBGBBtHHBCBBx5TiXiXBOBRPBuejHjH2EEBn0BCBCBBGDBpBCBFmFmFB+R+RBCBiCEB+JBBuCFBnCKByBDB7DCB2BOBqBDDBLLBCBuBKBI+B+BBBBlBNBRBBtBNNBBBxBNBJDBCBB9CLBHDD+ELBWDB4BBBCGBDBBDCBKLLBDDBFBEEBkCIBCDDCDBCEBCPPBzCzCBQBYyCyCBSBsHGBDIBcBBzCQBrDMBmDOBhIOB2HFBCBBDDBCCCBuEuEBFBDGBEddBIBpBGBCDBJKKBJBvBPBnGHBoGHBCHBzCVBCNB7DFBECCBCCBFBCjCjCBDBCBBCEB8KDBKBBCxBxBBFBEEBYmnFmnFHOBpmLRBhuCEB8BGB5gBCCB1BBIDByCMMBslTslTBizEizEBsBBDWB-QEBEFBJHBDGBfDB1ECB89B2BBFxBBJPPXEBCOBxqBGBCQBDGBCBBCEBlDhFhFBFB4L+B+BBCB9PDB-HBB0HDDIBBG7O7OBFBuDGB29lYvHB", false)),
    Mc: () => new UnicodeRangeTable(decodeRanges("joC4B4BDCBJDBCBBzBBB7BCBHBBDBBLsBsB7BCBjC7B7BBBBJCCB2B2BB7B7BCHHBDDBLLnDBBCBBECBCCBLqBqBBBB+BDB+BBB7BCCBDBDBBCBBKBBdPPB7B7BBBBGCBCCBLrBrBBsCsCBBBHHBTBBrKBBgCsFsFBFFHDDBaaBLLBBBDGBWBBDFBDLLBBB5zBffiEIIBGBCBB7KDBDCBFBBCFBhHBB7BCCKCCBJJBEByExBxBGCCBDBCBB+BffFBBD9B9BDCBCEEBxBxBBGBJBBsFWW35EBB0-dBBD5C5CBzBzBBOBvEBBwBxBxBBFFBDDBBBvDBBDBBZuBuBCuDuDDBBGuHuHBCCBCCBCC0gZCCgEuBuBBBBFBB0DZZB8B8BxBCBKBBO+C+CBBBEBBCrFrFBBBgBBB7BBBCDBDBBDCBKLLB1C1CBBBIDDCDBCBBCmDmDBBBJBBErDrDBBBHCCBCBDuHuHBBBHDBDyDyDBBBJBBCuDuDCBBHoDoDCBBFmImIBBBK4H4HBEBCBBFDDCvEvEBBBJDBF1C1CeBB-BqGqGECCoGPPrDIID2G2GBDBFBBC-K-KBNNxBBBJBBCpvQpvQBBBlxD2BBpDBB0rYBBHFB", false)),
    Me: () => new UnicodeRangeTable(decodeRanges("okBBB1xF-wB-wBBCBCCBsshBCB", false)),
    Mn: () => new UnicodeRangeTable(decodeRanges("gYvDB0IEBqIsBBCCCBCCBCCpCKBxBUBRmDmDBFBDFBDBBCDBkBffBZB8CKB7BIBKZZBCBCIBCCBCEBsBCB8BIBrBXBCfB4BCCFHBFEEBFBLBBe7B7BFDBJVVBbbDBB6BFFBFFBDDBBBEffBEEMBB6BFFBDBCBBFVVBXXBEBC7B7BDCCBCBJIIBMMBff+BNNzBEE4BCCBBBGCBCDBIBBMBBe7B7BDHHGBBVBBdBB6BBBFDBJVVBeepCIIBBBC7C7CDGBNHBjDDDBHBMGBqCBBcEC4BNBCEBCBBGKBCjBBKnDnDBCBCFBCBBDBBaBBFCBRDBODDBHHQgWgWBBBzdCBeBBfBBfBBhCBBCGBJDDBJBKuBuBBBBC2D2DBjBjB3DCBFBBKHHBBB8GBBD7B7BCGBCCCDHBHJBDxBxBBMBCeBDLBVDBxBCCBDBCGGpBIBNBBhBDBDBBCCB5BCCBEECCB7BHBDBB5ECBCMBCGBFHHEBBnG-BBxWMBFEEBKB--CCBuEhDhDBeBrRDBsDBB1udFFBIBhBBBxCBBxIEEFaaBGG4EBBbRBOnBnBBGBaKBvBCBxBDDBCBDBBoBkCkCBEBDBBDBBNJJwB0B0BCCBDBBGBBCrBrBBJJvHDDFx5Tx5TiXPBRPBuejHjH2EEBn0BCBCBBGDBpBCBFmFmFB+R+RBCBiCEB+JBBuCFBnCKByBDB8D3B3BBNBqBDDBLLBBByBDBDBBI+B+BBBBlBEBCHB-BNNB1B1BBHBLDBDgDgDBBBDCCBHHD+E+EEHBWBB6BBBEmBmBBFBEEBnCFBOECPBB2CHBDCBCYY1CFBCFFBCCBvHvHBCBHBBCBBcBB2CHBDCCBrDrDCDDBEBCmDmDCDDBCBCEBkIIBCBBhIBBCFFxEDBDBBFhBhBBIBpBFBDDBJKKBEBDCBvBMBCBBnGCCBBBCqGqGBFBCFBCzCzCBUBDGBCBBCBB7DFBECCBCCBFBCpCpCBEEC8K8KBMMB1B1BBDBGCCYmnFmnFHOBpmLLBECBhuCEB8BGB5gBgCgCBCByC5lT5lTBizEizEBsBBDWBhRCBSHBDGBfDB1ECB89B2BBFxBBJPPXEBCOBxqBGBCQBDGBCBBCEBlDhFhFBFB4L+B+BBCB9PDB-HBB0HDDIBBG7O7OBFBuDGB29lYvHB", false)),
    N: () => new UnicodeRangeTable(decodeRanges("wBJB5DBBGDDBBBitBJBnEJBnGJB9MJB3DJBFFBtDJB3DJB3DJBDFBvDMB0DJBJGBoDJBpDGBISBuDJBhDJB3DJBnCTBtIJBnCJBwWTBybCBwHJBHJBXJBtJJBhEKBmFJBHJB3FJB3CJBnEJBHJB3gBEEBEBHJBnGyBBDEB3W7BBvCVB3TdBqrBqYqYaIBPCB4KDBrEJBfHBCOBhBJBoBOBh7cJB9FJBhKFB7EJBnBJBnGJBXJB3CJB3MJB34UJBuPsBBN4BBSBB2KaBlBDBeJJnEEBrGJBvdHBaGBoBIBsCEBXFBhFBBDPBDtBBhCIB1BBBfCBsCEBpDHBZHBqBGBrKFBxBJBHJB3IeB-EJBrBDBxDGBnEdBhEJB9BJBxEJBITB8HJB3KJB3DJB3LJBnDJBHTBtCLBlNSB+CJB3UJB3CcBkHJBnCJB3BJBnLJBnDUBshBuDBimPJBnpCJB3CJBnEJBCGBvQJBnIWB+KCB6nXJBnuBTBNTBtDYB2iBxBBhqCJBnNJB3PJB4HJBtWIBhEJB4Y6BBCCBCDBtCsBBCOBjeMBk3CJB", false)),
    Nd: () => new UnicodeRangeTable(decodeRanges("wBJnxBJnEJnGJ9MJ3DJ3DJ3DJ3DJ3DJ3DJ3DJ3DJ3DJhDJ3DJnCJ3IJnCJn6BJnBJtJJhEJnFJHJ3FJ3CJnEJHJnuiBJnVJnBJnGJXJ3CJ3MJ34UJnsBJnkCJHJ9YJhEJ9BJxEJ3IJ3KJ3DJ3LJnDJHTtCJnNJnDJ3UJ3CJ3HJnCJ3BJnLJ3uQJnpCJ3CJnEJ3QJ37XJ12CxBhqCJnNJ3PJ4HJ2aJ30EJ", true)),
    Nl: () => new UnicodeRangeTable(decodeRanges("u3FCBwzCiBBDDB-zDaaBHBPCBs1dJBxyW0BBtOJJnEEBrhIuDBm8SCB", false)),
    No: () => new UnicodeRangeTable(decodeRanges("yFBBGDDBBB2pCFB5LFB5DCBmEGB6GGBSIByNJB2hBTB0jBJBhP20B20BEFBHJBnGPBqB3W3WB6BBvCVB3TdBqrB1kB1kBBCBrEJBfHBCOBhBJBoBOBxrdFBymWsBBiCDBSBB2KaBlBDB1pBHBaGBoBIBsCEBXFBhFBBDPBDtBBhCIB1BBBfCBsCEBpDHBZHBqBGBrKFBhLeB-EJBrBDBxDGBnETB8LTBmqBBBvNIBobSB0aUBn8SGB-YWBqhZTBNTBtDYBvqFIBid6BBCCBCDBtCsBBCOBjeMB", false)),
    P: () => new UnicodeRangeTable(decodeRanges("hBCBCFBCDBLBBEBBbCBCccCkBkBGEELBBEEE-VJJzOFBqBBB0BCCDDDtBBBVBBCBBOCCBBBrCDBnDsBsBBMBqHCB3BOBgBmImIBLLtE5D5D6DnMnMNwLwL7CLLBpFpFBNBCmBmBBCBoCrCrCBDBFBBwDFBsFlTlTBHB4EuTuTtBBBvCCBoCBB+ECBCCBmBKB6JBB5GBBhEGBCFBhFBBLGBdCB9DDB8BEB-BBBhCHBM9Z9ZBWBJTBCMBCLBfBBPBB6TDBeBB+hBNBwCBBgBJB0MVBgCDBhBBB8XDBCBBxDwEwEBtBBCfBDLBkNCBFJBDLBRNNjD7C7CjgdBBuICBkDLL0DFB9LDB3CBBpBCBCyByBBwBwBiDMBRBB9DDB-DBBRBB6HzqUzqUBxGxGBIBXiBBCNBCFFCBB2ECBCFBCDBLBBEBBbCBCccCCCBFB7MCB9UxBxB-MoXoXoGgBgBxIIBnBxDxDBFBjCGB6CDByO-J-JjBlElEBDBtBDB+FGBuDBBCDB-DDBxBBBwCDBFOOCCB5CFBsDrJrJBCCBzDzDBDBLBBCpDpD7HWBqDCBdMBtCjEjEBBB9HpIpIBBB8E9C9CBGB0CCBCEB+CJB4GgDgDBDBrBBBmUBBrCMBwFxjBxjBBDB97CBB8zOBBmEiCiCBDBJpRpRBBBoJDBoK9lT9lTovHEB07C-a-aBAB", false)),
    Pc: () => new UnicodeRangeTable(decodeRanges("-Cg-Hg-HBUU-u3BBBZCBwHAB", false)),
    Pd: () => new UnicodeRangeTable(decodeRanges("tB9qB9qB0BiyDiyDmgBqgCqgCBEBiwDDDgBBBFdd-NUUwDxszBxszBBmBmBLqFqFhzD-J-J", false)),
    Pe: () => new UnicodeRangeTable(decodeRanges("pB0B0BgB+1D+1DC-6B-6BqtC4B4BQ7T7TCff-hBMCxChBhBCGC1MUChCCCiBmhBmhBCECtBGCtNICEGCDBB-ozB6G6GeOCESSCCCrF0B0BgBGD", false)),
    Pf: () => new UnicodeRangeTable(decodeRanges("7F+6H+6HEddpuDCCFDDQEE", false)),
    Pi: () => new UnicodeRangeTable(decodeRanges("rFt7Ht7HDBBDaapuDCCFDDQEE", false)),
    Po: () => new UnicodeRangeTable(decodeRanges("hBCBCCBDECBLLBEEBcclCGGPBBI-V-VJzOzOBEBqB3B3BDDDtBBBVBBCBBOCCBBBrCDBnDsBsBBMBqHCB3BOBgBmImIBLLtE5D5D6DnMnMNwLwL7CLLBpFpFBNBCxDxDrCEBFBBwDFBsFlTlTBHBmY9D9DBBBoCBB+ECBCCBmBFBCDB6JBB5GBBhEGBCFBhFBBLGBdCB9DDB8BEB-BBBhCHBMjajaBJJBGBJIBDDBDCBEKBCCCBIB7kDDBCBBxDwEwEBFFBBBDDDBHBCBBCDDBLLBDBCJBDDBCCCBLBDCBtNCB6B+F+FjgdBBuICBkDLL0DFB9LDB3CBBpBCBCyByBBwBwBiDMBRBB9DDB-DBBRBB6HlxUlxUBFBDXXVBBDDBECBCDBICBHCCB2E2EBBBCCBDECBLLBEEBcclBDDB7M7MBBB9UxBxB-MoXoXoGgBgBxIIBnBxDxDBFBjCGB6CDB0ZlElEBDBtBDB+FGBuDBBCDB-DDBxBBBwCDBFOOCCB5CFBsDrJrJBCCBzDzDBDBLBBCpDpD7HWBqDCBdMBtCjEjEBBB9HpIpIBBB8E9C9CBGB0CCBCEB+CJB4GgDgDBDBrBBBmUBBrCMBwFxjBxjBBDB97CBB8zOBBmEiCiCBDBJpRpRBBBoJDBoK9lT9lTovHEB07C-a-aBAB", false)),
    Ps: () => new UnicodeRangeTable(decodeRanges("oBzBzBgB-1D-1DC-6B-6B-rCEEnB4B4BQ7T7TCff-hBMCxChBhBCGC1MUChCCCiBmhBmhBCECaTTCECtNICEGCDipzBipzB4GeeCMCESSCCCrFzBzBgBEEDAB", false)),
    S: () => new UnicodeRangeTable(decodeRanges("kBHHRCBgBCCcCCkBEBCBBDCCBCBDEEfgBgBrODBNNBGGBCCCBPB2DPPBxDxDsErIrIBBB3DCBDDDBvGvGLUUB4H4HIBBpEqLqLBHHB2H2H-DjEjEBGBlEwGwGqBmGmGiGCBQCCBBBDFBVECmEHBCFBCBBGDBmGBBxXJB0WuLuLlL+E+EBgBBiLJBKIBhiBCCBBBMCBOCBOCBOBBmCOOoBCBOCBUhBB-BBBCDBCBBLCCBBBGFBCECFMMBFFBDBGDBC7B7BBFFB2LBFcBD+HBXKByCtCBXnTBtBwBBDeBLyMBX+BBFfBD1LBDpEBmHFBmLBBvBZBC4CBN1GBbPBFOOBNNWBBHBB8CBB0HBBFJBhBlBBKRRBdBMdBJQQBeBLmBBQ-JBhuG-BBx0V2BB6RWBKBBoDBB+EDBLDB+RCBiHPPB+9T+9TpEgBBuLPBhCBB3BHBtBDBjDCCBBBD7E7EHRRBBBgBCCcCCiEGBCGBOBB6JIB6BQBDCBCMBEwBwBBrBB7zBBBwSmWmWBiKiKBGBnjC2kC2kCBbBr6SDBG3qU3qUk7DvHBLCBEzNBHWBQQBgDzDB9B1HBLmBBD7BBGCBXBBIdBF8BBWhCBE7F7FB1CBrbaagBaagBaagBaagBaa9B-PB4BDBzBHBCNBCBBp2BwNwNttCEE+DiOiOBvIvIBqBBFjDBNOBDOBCOBCkBBYgFB5BcBOrBBFIBIBBPFB7E4eBEQBEMBE5GBHLBFQQBKBF3BBJJBHnBBJdBDLBFBBPIBoB3KBJNBDMBEKBE4BBCFFBOBDLBFJBIyEBC7CBLAB", false)),
    Sc: () => new UnicodeRangeTable(decodeRanges("kB+D+DBCBqnB8D8DzPBBzPBBI2H2HoImSmS8sClmClmCBgBB37hBkuVkuVtD7E7E8GBBEBB3-HDB-4wBxtCxtC", false)),
    Sk: () => new UnicodeRangeTable(decodeRanges("+CCCoCHHFEEqQDBNNBGGBCCCBPB2DPPBjoBjoB15FCCBBBMCBOCBOCBOBB9kEBBkzdWBKBBoDBBxePPBniUniUBPB8bCCjF4g9B4g9BBDB", false)),
    Sm: () => new UnicodeRangeTable(decodeRanges("rBRRBBB+BCCuBFFmBgBgB-XwQwQBBB8xGOOoBCBOCBsEoBoBBDBHlClCBDBGBBFGDIgBgBBDDCgBgBBqIBhBBB7CffBXBpBFB2OKK3BHBwDxKxKBDBDeBLPBhIiEBX+BBFfBDhIBxBUBDFB9+zB5Z5ZCCBlFRRBBB+BCCkEHHBCBitDBBhrwBx+Bx+BagBgBagBgBagBgBagBgBat5Ft5FB-uC-uCBHB", false)),
    So: () => new UnicodeRangeTable(decodeRanges("mFDDFCCyerIrIBgEgEBvGvGLUUB4H4HkQ2L2LjEFBClElEwGqBqBoMCBQCCBBBDFBVECmEHBCFBCBBGDBmGBBxXJB0WzWzW+EhBBiLJBKIBksBBBCDBCBBLCCBHHBEBCECFMMBPPCBBC7B7BBKKBDBDDBCBBCBBCGBCeBDBBCCCBdBtIHBFTBDGBDwCBCdBanBBHnCBXKByCtCBX2FBCIBC1BBJuDBC3HBtBrBBhC-HBhQvBBWBBHmBBDpEBmHFBmLBBvBZBC4CBN1GBbPBFOOBNNWBBHBBxKBBFJBhBlBBKRRBdBMdBJQQBeBLmBBQ-JBhuG-BBx0V2BBibDBLBBC+R+RBBBqqUPBuLPBhCBB3BHBuBCBlPEEFBBOBB6JIB6BQBDCBCMBEwBwBBrBB7zBBBwSpgBpgBBGBnjC2kC2kCBGBFQBr6SDBG3qU3qUk7DvHBLCBEzNBHWBQPBhDzDB9B1HBLmBBD7BBGCBXBBIdBF8BBWhCBE7F7FB1CBqlB-PB4BDBzBHBCNBCBBp2B96C96CiEyWyWBqBBFjDBNOBDOBCOBCkBBYgFB5BcBOrBBFIBIBBPFB7E6HBG4WBEQBEMBE5GBHLBFQQBKBF3BBJJBHnBBJdBDLBFBB-B3KBJNBDMBEKBE4BBCFFBOBDLBFJBIyEBC7CBLAB", false)),
    Z: () => new UnicodeRangeTable(decodeRanges("gBgEgEgvFgsCgsCBJBeBBGwBwBh9DAB", false)),
    Zl: () => new UnicodeRangeTable(decodeRanges("ohIA", true)),
    Zp: () => new UnicodeRangeTable(decodeRanges("phIA", true)),
    Zs: () => new UnicodeRangeTable(decodeRanges("gBgEgEgvFgsCgsCBJBlBwBwBh9DAB", false)),
    ASCII_Hex_Digit: () => new UnicodeRangeTable(decodeRanges("wBJIFbF", true)),
    Alphabetic: () => new UnicodeRangeTable(decodeRanges("hCZBHZBwBLLFGGBVBCeBCpOBFLBPEBICC3CeeBQBCBBDDBCHHCCBCCCBSBCyCBCqEBJlFBClBBDHHBnBBoBNBCCCBCCBCCJaBFDBeKBG3BBCGBPlDBCHBFHBFCBLCBDRRBuBBOkDBZgBBKBBFGGBWBDSBUYBIKBGXBCGBIJJBoBBLLBEGBHrCBCPBCCBFOBOSBCHBDBBDVBCGBCEEBCBEHBDBBDBBCJJFBBCEBNBBLFFBBBCFBFBBDVBCGBCBBCBBCBBFEBFBBDBBFIIBCBCSSBEBMCBCIBCCBCVBCGBCBBCEBEIBCCBCBBEQQBCBWDBFCBCHBDBBDVBCGBCBBCEBEHBDBBDBBKBBFBBCEBORRBCCBEBECBCDBEBBCCCBEEBEEBBBELBFEBECBCCBEHHpBMBCCBCWBCPBEHBCCBCCBJBBCCBCBBDDBdDBCHBCCBCWBCJBCEBEHBCCBCCBJBBGCBCDBOCBNMBCCBCoBBDHBCCBCCBCGGBCBIEBXFBCCBCRBEXBCIBCDDBFBJFBCCCBGBTBBO5BBGGBH0B0BBECBDBCXBCCCBRBCCBDEBCHHPDBhBgCgCBGBCjBBFSBFPBCjBBkC2BBCDDBDBR-BBLDBDlBBCGGDqBBCsKBCDBDGBCCCBCBDoBBCDBDgBBCDBDGBCCCBCBDOBC4BBCDBDiCBmBPBR1CBDFBErTBDQBCZBGqCBEKBITBMUBNTBNMBCCBCBBNzBBDSBPFFkC4CBIqBBGlCBLeBCLBFIBYdBDEBMrBBFZB3BbBF+BBDTBzBYYBMMBBByBzBBCOBCHB0BpBBDDBLrBBCKBP2BBXCBLjBBDKBGqBBDCBqBDBCFBCBBEGGB+FBUhBBM1IBDFBDlBBDFBDHBCGCBdBD0BBCGBCEEBBBCGBEDBDFBFMBGCBCGB1DOORMBmDFFDJBCEEBDBHGCBCBCKBDDBGEBFSSBnBBuZzBB34BkHBHDBEBBNlBBCGGD3BBIRRBVBKGBCGBCGBCGBCGBCGBCGBCGBCfBwB2O2OBBBaIBIEBDEBF1CBHCBC5CBCDBGqBBC9CBSfBxBPBhQ-tGBhCs0VBkCtBBDsIBEPBLBBVuBBGHBEwDBoBIBDmDBDxCBVUBCgBBZzBBNjCBCtBtBBEBECCBBBLgBBGiBBOcBEyBBCLBQRRBOBLEBC2BBKNBTWBEkCBCCCZCBDPBDDBMFBDFBDFBKGBCGBCqBBCNBH6DBWj9KBNWBFwBBloItLBDpDBnBGBNEBGLBCMBCEBCCCBCCBCCBqDBiBqLBT-BBD1BBpBLB1DEBCmEBlBZBHZBM4CBEFBDFBDFBDCBkBLBCZBCSBCBBCOBDNBjB6DBmC0BBsIcBEwBBwBfBOdBGqBBGdBDjBBFHBCEBrB9EBTjBBFjBBFnBBJzBBNKBCOBCGBCBBCKBCOBCGBCBBEzBBN2JBKVBLHBZFBCpBBCIBmCFBDCCBqBBCBBEDDBVBLWBKeBiCSBCBBLVBLZBHZBnB3BBHBBhCDBCBBGHBCCBCcBrBcBEcBkBHBCbBc1BBLVBLSBORBvDoCB4ByBBOyBBOnBBjBbBEGGBVB7HpBBCBBEBBRFBzBCBEcBLJJBUBrBRBvBUBcWBKlCBsBEBL4BBKOOBXBYyBBSDBJiBBEKKB+BBCDBKBBLCCkBRBChBBDHHBCB-BGBCCCBCBCOBCJBI4BBYDBCHBDBBDVBCGBCBBCEBEHBDBBDBBEHHGGBdJBCDDClBBCJBCDDCDBCBBECCtBhCBCCBCDBVCBfhCBDBBC5F5FB0BBDGBaFBjB+BBCEE8B1BBDoCoCBZBDNBWGB6F4BBoD-BBgBHBDDDBGBCBBCdBCBBDBBDDB+CHBDtBBDFBCCCBccBxBBDJBSnCBGTTBnCBoDHB5CgBBgBIBCsBBCGBCyByBBcBDVBCNBqCGBCBBCrBBECCBCCBBBCDDBZZBEBCBBCkBBCBBCDBCYYBqBBlIWBKQBCoBBECBwDwCwCB4cBnDuDBSjGBtyCgDBQvhBBSFBa68DBGmSB61GuBBy2B4RBIeBSuCBSdBTvBBRDBgBUBGSBxNsBB0G-BBhBYBDYBtBqCBF4BBIQBhCBBCNNBFBK1mHBqBfBiDyDB+vIDBCGBCBBCiJBQeeBBBDPPBCBJrMBloCqDBGMBEIBIJBFi7Fi7FBzCBCmCBCBBDDDBDDBCBCLBCCCBFBCgCBCDBDHBCGBCbBCDBCEBCEEBFBCzKBDYBCYBCeBCYBCeBCYBCeBCYBCeBCYBCHB15BeBHFB2GGBCQBDGBCBBCEBG9BBiBxDxDBrBBLGBRiKiKBcBTrBBlPbBlHdBDwGwGBdBCVBJBBhHGBCDBCBBCOBCkGB8BjCBEEE1lBDBCaBCBBCDDCJBCDBCCCHFFCECBBBCBBCDDCICBCCDDBCGBCDBCDBCCCBIBCQBGCBCEBCQB1TZBHZBHZB3zD-2pBBhB9oEBDt0FBDwpHBQtTBjtC9QBjvBq6EBGppIB", false)),
    Dash: () => new UnicodeRangeTable(decodeRanges("tB9qB9qB0BiyDiyDmgBqgCqgCBEB+BoBoBQnMnMlgDDDgBBBFdd-NUUwDxszBxszBBmBmBLqFqFhzD-J-J", false)),
    Emoji: () => new UnicodeRangeTable(decodeRanges("jBHHGJBwDFFu8HNN5GXX7CFBQBBwLBBNnFnFaKBFCBoGoHoHBLLK7B7BBCBCEBKGDBDDFDDCBBDIEBJJBBBGCCGLBMBBDCCBCCTDDBTTBEBCCCBEEBGGDBBFBBMBBGBBDGGBECBVVBGGBEBCDBDFFDDDBEBCDDCCCHEEHLLBQQDFFCFFBBBCMMBxBxBBBBKeP1LBBwOCBUBB0BFF7mBNN6SCCrrvDrGrGhFBBNBBPDDBIBsCZBCBBYVVDIBWBBvFhBBDvDBDBBCCBDyCBDCBCmIBC+BBMFBCXBIBBDHBNDDBCBDFFBOOBDDJBBKGGBBBNCBJCBDCCFHHEHHB0CBxBlCBGHBDDBEJBECCBEEDJBkHLBF8I8IBtBBCJBC4FBxDMBEKBE4BBCFFBOBDLBFJB", false)),
    Emoji_Component: () => new UnicodeRangeTable(decodeRanges("jBHHGJB0+H2G2Gsp3B3+8B3+8BBYB8PEBxtBDBtzhY-CB", false)),
    Emoji_Modifier: () => new UnicodeRangeTable(decodeRanges("7-8DE", true)),
    Emoji_Modifier_Base: () => new UnicodeRangeTable(decodeRanges("9wJ8G8GRDB4jzD9B9BBBBDDDBBB2DBBDKBWSBEFFBBBCCBICCZqGqGBFFWFFBvFvFBBBEEB0CRRBBBKMMgSDDJHBHKKBIBDCB5B+B+BBCCBCCSCBCMBmHCBrBIB", false)),
    Emoji_Presentation: () => new UnicodeRangeTable(decodeRanges("64IBBuGDBEDDqQBBWBBzBLBsBUUOJJBSSBGGBJJGWWIBBCFFDIIFBBdkBkBCFFBBBC+B+BBBBZPP8aBB0BFFvlxDrGrG-FDDBIBsCZBCZZVDDBDBCCBWBBvFgBBNIBClCBCVBNqBBFEBNQBEEEBlCBCCCB5FBD+BBODBCXBTbbBOO3C0CBxBlCBHEEBBBDDBEDBMBBIIBkHLBF8I8IBtBBCJBC4FBxDMBEKBE4BBCFFBOBDLBFJB", false)),
    Extended_Pictographic: () => new UnicodeRangeTable(decodeRanges("pFFFu8HNN5GXX7CFBQBBwLBBNnFnFaKBFCBoGoHoHBLLK7B7BBCBCEBKGDBDDFDDCBBDIEBJJBBBGCCGLBMBBDCCBCCTDDBTTBEBCCCBEEBGGDBBFBBMBBGBBDGGBECBVVBGGBEBCDBDFFDDDBEBCDDCCCHEEHLLBQQDFFCFFBBBCMMBxBxBBBBKeP1LBBwOCBUBB0BFF7mBNN6SCCrrvDoBoBBCBlDLBQBBQPPBmBmBBIBxDBBNBBPDDBIBU3BBcOBLVVDIBCDBKWBH7FBDvDBDBBCCBDyCBDCBCDBG9HBC+BBMFBCXBIBBDHBNDDBCBDFFBOOBDDJBBKGGBBBNCBJCBDCCFHHEHHB0CBxBlCBGHBDQBECCBEBDMB7GlBBNDB5BHBLFBpBHBfBBNDBDNBKmBBNuBBCJBC4FB5CHBPxEBhI9fB", false)),
    Hex_Digit: () => new UnicodeRangeTable(decodeRanges("wBJIFbFq1-BJIFbF", true)),
    Lowercase: () => new UnicodeRangeTable(decodeRanges("hDZBwBLLFlBlBBWBCHBC2BCBQCBuBCDECBBBDCCDEEBFFDEEBBBDDDCCCDCCBCCDEECDDBDDBBBHGDCOCBSCBDDCEEC4BCBFBDDDBCCFICBjCBDiBBIBBfEBhDsBsBCEEDDBTccBhBBCBBECBCWCBDBCGDB0B0BBuBBCgBCK0BCDMCBgDCxBoBBo6CqBBCDB5XFBjkCIBC2D2DB+FBiC0ECBHBCgDCBHBJFBLHBJHBJFBLHBJHBJNBDHBJHBJHBJEBCBBHEEBBBCBBJDBDBBJHBLCBCBB6DOORMBuDEEBEEcKFDBBJDBFiBiBBOBFsasaBYBn6BvBBCEEBGCFCCBCCBGBEiDCBIICFFNlBBCGG0oesBCUaCBBBmEMCBBBC8BCBIBCCCDICFCCDCCBBBCSCGGGCMCFCCDOCWDBCCCBBB2ZqBBCNBHvCBh6TGBNEBqhBZBumBnBBpEjBB8EKBCOBCGBCBBkODDBBBCpBBCIBmoByBB+DVB75CfBhsVfB8BYBnqZZBbGBCRBbZBbDBCCCBFBCKBbZBbZBbZBbZBbZBbZBbZBbZBbbBdYBCFBbYBCFBbYBCFBbYBCFBbYBCFBC15B15BBIBCTBHFBmI9BB1lChBB", false)),
    Math: () => new UnicodeRangeTable(decodeRanges("rBRRBBBgBeeCuBuBFmBmBgB5W5WBBBDbbBDDBBBwQCBuwGccBBBMEEOPPBCBWEBMEBiCMBFEEBFFBDBTFFDJBCDDBEBHEEBDDBCCBBBCFBENBClClCBWBCFBCBBFBBFfBCHHBPPBqIBJDBVBB7CffBZBCZZMGB+NBBNJBFFBFBBDBBEEBPCCDFBMHBGBB6BCCeDBKCBxK-BBhI-PBxBUBDFB9+zB4Z4ZBEBCjFjFRCBeCCeCCkEHHBCBitDBBhrwBwoBwoBBzCBCmCBCBBDDDBDDBCBCLBCCCBFBCgCBCDBDHBCGBCbBCDBCEBCEEBFBCzKBDjJBDxBBhwFDBCaBCBBCDDCJBCDBCCCHFFCECBBBCBBCDDCICBCCDDBCGBCDBCDBCCCBIBCQBGCBCEBCQB1BBB-uCIB", false)),
    Quotation_Mark: () => new UnicodeRangeTable(decodeRanges("iBFFkEQQ96HHBaBBowDqOqOBCBOCBixzBDB+FFF7CBB", false)),
    Terminal_Punctuation: () => new UnicodeRangeTable(decodeRanges("hBLLCMMBEE-ZJJiQ6B6BpCPPCCB1FsBsBBJBCsHsHB3B3BBEBCHBgBmImIB1nB1nBBtFtFFFB4JBB2YHBmY9D9DBBBoCBB+ECBEoBoBBCBDBB7JBBjLDBjFBBLBBCCBeCB8FEB-BBBldYYBKKBBBwlDCBzJOOFLLCBBEBBtNBB8ndBBuICBkHEB-LBB3CBBgD4E4EBBB0ECBgERRB6H6HnxUDDB6B6BBBBCDBqFLLCMMBEEiCDD7hBxBxBnkBoGoG3JBB5EFBlCFB6CDB5dEBtBDB+FGBxDDBgECBiEBBHRRB5C5CBDBtDrJrJB2D2DBBBNBBnLDBEOBqDBB6HCBmQCC8HBB4CBBFBB-MCBuBmUmUBrCrCBspBspBBDB6vRBBmEiCiCBBBLqRqRBoJoJBnwTnwTovHDB", false)),
    Uppercase: () => new UnicodeRangeTable(decodeRanges("hCZBmDWBCGBiB2BCDOCDuBCBECEBBCCCBCCBBBDDBCBBCCBEBBCBBCECBCCDCCBCCBBBCCCBEEIJDCMCDQCDDDCCBC4BCIBBCBBDCCBCBCGCiJCCEJJHCCBBBCCCBCCBPBCIBkBDDBBBEWCGDDCBBDyBBxBgBCK2BCBMCD+CCDlBBq6ClBBCGGzW1CB0kCHHBpBBDCBhK0ECKgDCKHBJFBLHBJHBJFBMGCJHBpCDBNDBNDBNEBMDBnIFFECBDCBDEEBDBHGCBCBDDBLBBGbbBOBUzZzZBYBx5BvBBxBCCBBBDGCBCBCDDJCBCgDCJCCFuqeuqeCqBCUaCoEMCE8BCLECBICFCCDCCEUCBDBCEBCOCBCBCCCBQCZs5Vs5VBYBmmBnBBpEjBB9EKBCOBCGBCBBr3ByBB+EVB75CfBhsVfBhCYBoqZZBbZBbZBbCCBGDBDDBCBCHBbZBbBBCDBDHBCGBcBBCDBCEBCEEBFBcZBbZBbZBbZBbZBbZBfYBiBYBiBYBiBYBiBYBiB2pE2pEBgBBvgCZBHZBHZB", false)),
    White_Space: () => new UnicodeRangeTable(decodeRanges("JEBTlDlDbgvFgvFgsCKBeBBGwBwBh9DAB", false))
  });
  static SCRIPTS = new LazyMap({
    Adlam: () => new UnicodeRangeTable(decodeRanges("go6DrCFJFB", true)),
    Ahom: () => new UnicodeRangeTable(decodeRanges("g4lCaDOFW", true)),
    Anatolian_Hieroglyphs: () => new UnicodeRangeTable(decodeRanges("ggxCmS", true)),
    Arabic: () => new UnicodeRangeTable(decodeRanges("gwBEBCFBCNBCCBCfBCJBMZBCrDBChBBxCvBBxHhBBGqCBCcBxy8BtPBDvEBhBPBxDEBCmEBk7DeBkCFBJIBiBFBh43BDBCaBCBBCDDCJBCDBCCCHFFCECBBBCBBCDDCICBCCDDBCGBCDBCDBCCCBIBCQBGCBCEBCQB1BBB", false)),
    Armenian: () => new UnicodeRangeTable(decodeRanges("xpBlBDxBDCks9BE", true)),
    Avestan: () => new UnicodeRangeTable(decodeRanges("g4iC1BEG", true)),
    Balinese: () => new UnicodeRangeTable(decodeRanges("g4GsCCxB", true)),
    Bamum: () => new UnicodeRangeTable(decodeRanges("g1pB3CpowB4R", true)),
    Bassa_Vah: () => new UnicodeRangeTable(decodeRanges("w26CdDF", true)),
    Batak: () => new UnicodeRangeTable(decodeRanges("g+GzBJD", true)),
    Bengali: () => new UnicodeRangeTable(decodeRanges("gsCDBCHBDBBDVBCGBCEEBCBDIBDBBDDBJFFBCCBDBDYB", false)),
    Beria_Erfe: () => new UnicodeRangeTable(decodeRanges("g17CYDY", true)),
    Bhaiksuki: () => new UnicodeRangeTable(decodeRanges("ggnCICsBCNLc", true)),
    Bopomofo: () => new UnicodeRangeTable(decodeRanges("qXB6wLqBxDf", true)),
    Brahmi: () => new UnicodeRangeTable(decodeRanges("ggkCtCFjBKA", true)),
    Braille: () => new UnicodeRangeTable(decodeRanges("ggK-H", true)),
    Buginese: () => new UnicodeRangeTable(decodeRanges("gwGbDB", true)),
    Buhid: () => new UnicodeRangeTable(decodeRanges("g6FT", true)),
    Canadian_Aboriginal: () => new UnicodeRangeTable(decodeRanges("ggF-TxRlC7tgCP", true)),
    Carian: () => new UnicodeRangeTable(decodeRanges("g1gCwB", true)),
    Caucasian_Albanian: () => new UnicodeRangeTable(decodeRanges("wphCzBMA", true)),
    Chakma: () => new UnicodeRangeTable(decodeRanges("gokC0BCR", true)),
    Cham: () => new UnicodeRangeTable(decodeRanges("gwqB2BKNDJDD", true)),
    Cherokee: () => new UnicodeRangeTable(decodeRanges("g9E1CDFz7lBvC", true)),
    Chorasmian: () => new UnicodeRangeTable(decodeRanges("w9jCb", true)),
    Common: () => new UnicodeRangeTable(decodeRanges("AgCBbFBbuBBCOBCEBYgBgBiOmBBGEBDTB1DKKHCC+THHPEEhB9E9ElQiEiEB6mB6mB2MDBjJwvBwvBBBBoCBBsGBBCumBumBOIIBCBCFBCCBDmYmYBKBD2CBCKBEKBCOBShBB-BlBBCCBDFBCaBCQBqBCBF5UBXKBW-cBhIzTBDpEBhQ9CBzMUBCCCBXBQHBFDB8CBBE7C7CB0E0EBOBhBlBBKxBxBB+BBgBwCBwB5C5CBmFBhuG-BBhoWhBBnDCBmFJB1HhFhFsMPPBzuUzuUBxGxGBIBXiBBCSBCDB0ECCBeBbFBbKBLuBuBBhChCBFBCGBLEBjICBFsBBEIBxCMB0BsBBlHaBltuBDB96D8HBEzNBHWBQQBgDzDB9B1HBLmBBD9BBEQBJBBIdBF8BB2GTBNTBN2CBKYBoE0CBCmCBCBBDDDBDDBCBCLBCCCBFBCgCBCDBDHBCGBCbBCDBCEBCEEBFBCzKBDjJBDxBByjFjCBtC8BBjWrBBFjDBNOBDOBCOBCkBBLtFB5BZBCBBOrBBFIBIBBPFB7E4eBEQBEMBE5GBHLBFQQBKBF3BBJJBHnBBJdBDLBFBBPIBoB3KBJNBDMBEKBE4BBCFFBOBDLBFJBIyEBCmDBnghYffB+CB", false)),
    Coptic: () => new UnicodeRangeTable(decodeRanges("ifNxkKzDGG", true)),
    Cuneiform: () => new UnicodeRangeTable(decodeRanges("ggoC5cnDuDCEMjG", true)),
    Cypriot: () => new UnicodeRangeTable(decodeRanges("ggiCFBDCCBqBBCBBEDD", false)),
    Cypro_Minoan: () => new UnicodeRangeTable(decodeRanges("w8rCiD", true)),
    Cyrillic: () => new UnicodeRangeTable(decodeRanges("ggBkEBDoFBx6FKBhFtCtCojEfBhie-CBv8VBBhw4B9BBiBAB", false)),
    Deseret: () => new UnicodeRangeTable(decodeRanges("gghCvC", true)),
    Devanagari: () => new UnicodeRangeTable(decodeRanges("goCwCFODZh7nBfhwcJ", true)),
    Dives_Akuru: () => new UnicodeRangeTable(decodeRanges("gomCGBDDDBGBCBBCdBCBBDLBKJB", false)),
    Dogra: () => new UnicodeRangeTable(decodeRanges("ggmC7B", true)),
    Duployan: () => new UnicodeRangeTable(decodeRanges("ggvDqDGMEIIJDD", true)),
    Egyptian_Hieroglyphs: () => new UnicodeRangeTable(decodeRanges("ggsC1iBL68D", true)),
    Elbasan: () => new UnicodeRangeTable(decodeRanges("gohCnB", true)),
    Elymaic: () => new UnicodeRangeTable(decodeRanges("g-jCW", true)),
    Ethiopic: () => new UnicodeRangeTable(decodeRanges("gwEoCBCDBDGBCCCBCBDoBBCDBDgBBCDBDGBCCCBCBDOBC4BBCDBDiCBDfBEZBnvGWBKGBCGBCGBCGBCGBCGBCGBCGBjpfFBDFBDFBKGBCGBylvCGBCDBCBBCOB", false)),
    Garay: () => new UnicodeRangeTable(decodeRanges("gqjClBEcJB", true)),
    Georgian: () => new UnicodeRangeTable(decodeRanges("glElBBCGGDqBBCDBx8CqBBDCBhiElBBCGG", false)),
    Glagolitic: () => new UnicodeRangeTable(decodeRanges("ggL-Ch9sDGCQDGCBCE", true)),
    Gothic: () => new UnicodeRangeTable(decodeRanges("w5gCa", true)),
    Grantha: () => new UnicodeRangeTable(decodeRanges("g4kCDBCHBDBBDVBCGBCBBCEBDIBDBBDCBDHHGGBDGBEEB", false)),
    Greek: () => new UnicodeRangeTable(decodeRanges("wbDBCCBDDBCFFCCCBBBCCCBSBC+BBPPBnpGEBzBEBFEB1ChKhKBUBDFBDlBBDFBDHBCGCBdBD0BBCOBCNBDFBCSBDCBCIBoJ-xiB-xiB7uVuCBSgj0Bgj0BBkCB", false)),
    Gujarati: () => new UnicodeRangeTable(decodeRanges("h0CCBCIBCCBCVBCGBCBBCEBDJBCCBCCBDQQBCBDLBIGB", false)),
    Gunjala_Gondi: () => new UnicodeRangeTable(decodeRanges("grnCFCBCkBCBCFIJ", true)),
    Gurmukhi: () => new UnicodeRangeTable(decodeRanges("hwCCBCFBFBBDVBCGBCBBCBBCBBDCCBDBFBBDCBEIIBCBCIIBPB", false)),
    Gurung_Khema: () => new UnicodeRangeTable(decodeRanges("go4C5B", true)),
    Han: () => new UnicodeRangeTable(decodeRanges("g0LZBC4CBN1GBwBCCaIBPDBle-tGBhC-vUBhoWtLBDpDBpodBBNGBqgkB-2pBBhB9oEBDt0FBDwpHBQtTBjtC9QBjvBq6EBGppIB", false)),
    Hangul: () => new UnicodeRangeTable(decodeRanges("goE-HvxHBiI9CyDeiCei3dckUj9KNWFwBl9JeEFDFDFDC", true)),
    Hanifi_Rohingya: () => new UnicodeRangeTable(decodeRanges("gojCnBJJ", true)),
    Hanunoo: () => new UnicodeRangeTable(decodeRanges("g5FU", true)),
    Hatran: () => new UnicodeRangeTable(decodeRanges("gniCSCBGE", true)),
    Hebrew: () => new UnicodeRangeTable(decodeRanges("xsB2BBJaBFFBpp9BZBCEBCCCBCCBCCBIB", false)),
    Hiragana: () => new UnicodeRangeTable(decodeRanges("hiM1CBHCBi7-C+IBTeeBBBulQAB", false)),
    Imperial_Aramaic: () => new UnicodeRangeTable(decodeRanges("giiCVCI", true)),
    Inherited: () => new UnicodeRangeTable(decodeRanges("gYvDB2IBBlOKBbhXhXBCB8qEtBBDLBlPCBCMBCGBFHHEBBnG-BBtQBBjGgBB65DDBsDBBmrzBPBRNBwejHjH7iEl+uBl+uBBsBBDWBhRCBSHBDGBfDBz6rYvHB", false)),
    Inscriptional_Pahlavi: () => new UnicodeRangeTable(decodeRanges("g7iCSGH", true)),
    Inscriptional_Parthian: () => new UnicodeRangeTable(decodeRanges("g6iCVDH", true)),
    Javanese: () => new UnicodeRangeTable(decodeRanges("gsqBtCDJFB", true)),
    Kaithi: () => new UnicodeRangeTable(decodeRanges("gkkCiCLA", true)),
    Kannada: () => new UnicodeRangeTable(decodeRanges("gkDMCCCWCJCEDICCCDIBGCCDDJCC", true)),
    Katakana: () => new UnicodeRangeTable(decodeRanges("hlM5CBDCBxHPBxGuBBC3CBvgzBJBCsBBzisBDBCGBCBBCgJgJBBBzBPPBCB", false)),
    Kawi: () => new UnicodeRangeTable(decodeRanges("g4nCQCoBEc", true)),
    Kayah_Li: () => new UnicodeRangeTable(decodeRanges("goqBtBCA", true)),
    Kharoshthi: () => new UnicodeRangeTable(decodeRanges("gwiCDCBGHCCCcDCFJII", true)),
    Khitan_Small_Script: () => new UnicodeRangeTable(decodeRanges("k-7C84G84GB0OBqBAB", false)),
    Khmer: () => new UnicodeRangeTable(decodeRanges("g8F9CDJHJnPf", true)),
    Khojki: () => new UnicodeRangeTable(decodeRanges("gwkCRCuB", true)),
    Khudawadi: () => new UnicodeRangeTable(decodeRanges("w1kC6BGJ", true)),
    Kirat_Rai: () => new UnicodeRangeTable(decodeRanges("gq7C5B", true)),
    Lao: () => new UnicodeRangeTable(decodeRanges("h0DBBCCCBDBCXBCCCBVBDEBCCCBFBCJBDDB", false)),
    Latin: () => new UnicodeRangeTable(decodeRanges("hCZBHZBwBQQGWBCeBCgOBoBEB8wGlBBHwBBGDBGMBClCBiC-HByLOORMBuEBBHccSoBB42CfBj1elDBExCBVOBxZqBBCIBCDB38TGB7gBZBHZBmhCFBCpBBCIBm61BeBHFB", false)),
    Lepcha: () => new UnicodeRangeTable(decodeRanges("ggH3BEOEC", true)),
    Limbu: () => new UnicodeRangeTable(decodeRanges("goGeBCLBFLBFEEBKB", false)),
    Linear_A: () => new UnicodeRangeTable(decodeRanges("gwhC2JKVLH", true)),
    Linear_B: () => new UnicodeRangeTable(decodeRanges("gggCLCZCSCBCODNjB6D", true)),
    Lisu: () => new UnicodeRangeTable(decodeRanges("wmpBvBx1eA", true)),
    Lycian: () => new UnicodeRangeTable(decodeRanges("g0gCc", true)),
    Lydian: () => new UnicodeRangeTable(decodeRanges("gpiCZGA", true)),
    Mahajani: () => new UnicodeRangeTable(decodeRanges("wqkCmB", true)),
    Makasar: () => new UnicodeRangeTable(decodeRanges("g3nCY", true)),
    Malayalam: () => new UnicodeRangeTable(decodeRanges("goDMCCCyBCCCFFPDZ", true)),
    Mandaic: () => new UnicodeRangeTable(decodeRanges("giCbDA", true)),
    Manichaean: () => new UnicodeRangeTable(decodeRanges("g2iCmBFL", true)),
    Marchen: () => new UnicodeRangeTable(decodeRanges("wjnCfDVCN", true)),
    Masaram_Gondi: () => new UnicodeRangeTable(decodeRanges("gonCGBCBBCrBBECCBCCBHBJJB", false)),
    Medefaidrin: () => new UnicodeRangeTable(decodeRanges("gy7C6C", true)),
    Meetei_Mayek: () => new UnicodeRangeTable(decodeRanges("g3qBWqGtBDJ", true)),
    Mende_Kikakui: () => new UnicodeRangeTable(decodeRanges("gg6DkGDP", true)),
    Meroitic_Cursive: () => new UnicodeRangeTable(decodeRanges("gtiCXFTDtB", true)),
    Meroitic_Hieroglyphs: () => new UnicodeRangeTable(decodeRanges("gsiCf", true)),
    Miao: () => new UnicodeRangeTable(decodeRanges("g47CqCF4BIQ", true)),
    Modi: () => new UnicodeRangeTable(decodeRanges("gwlCkCMJ", true)),
    Mongolian: () => new UnicodeRangeTable(decodeRanges("ggGBBDCCBSBH4CBIqBB2t-BMB", false)),
    Mro: () => new UnicodeRangeTable(decodeRanges("gy6CeCJFB", true)),
    Multani: () => new UnicodeRangeTable(decodeRanges("g0kCGBCCCBCBCOBCKB", false)),
    Myanmar: () => new UnicodeRangeTable(decodeRanges("ggE-EhqmBeiDfxibT", true)),
    Nabataean: () => new UnicodeRangeTable(decodeRanges("gkiCeJI", true)),
    Nag_Mundari: () => new UnicodeRangeTable(decodeRanges("wm5DpB", true)),
    Nandinagari: () => new UnicodeRangeTable(decodeRanges("gtmCHDtBDK", true)),
    New_Tai_Lue: () => new UnicodeRangeTable(decodeRanges("gsGrBFZHKEB", true)),
    Newa: () => new UnicodeRangeTable(decodeRanges("gglC7CCE", true)),
    Nko: () => new UnicodeRangeTable(decodeRanges("g+B6BDC", true)),
    Nushu: () => new UnicodeRangeTable(decodeRanges("h-7CvsQvsQBqMB", false)),
    Nyiakeng_Puachue_Hmong: () => new UnicodeRangeTable(decodeRanges("go4DsBENDJFB", true)),
    Ogham: () => new UnicodeRangeTable(decodeRanges("g0Fc", true)),
    Ol_Chiki: () => new UnicodeRangeTable(decodeRanges("wiHvB", true)),
    Ol_Onal: () => new UnicodeRangeTable(decodeRanges("wu5DqBFA", true)),
    Old_Hungarian: () => new UnicodeRangeTable(decodeRanges("gkjCyBOyBIF", true)),
    Old_Italic: () => new UnicodeRangeTable(decodeRanges("g4gCjBKC", true)),
    Old_North_Arabian: () => new UnicodeRangeTable(decodeRanges("g0iCf", true)),
    Old_Permic: () => new UnicodeRangeTable(decodeRanges("w6gCqB", true)),
    Old_Persian: () => new UnicodeRangeTable(decodeRanges("g9gCjBFN", true)),
    Old_Sogdian: () => new UnicodeRangeTable(decodeRanges("g4jCnB", true)),
    Old_South_Arabian: () => new UnicodeRangeTable(decodeRanges("gziCf", true)),
    Old_Turkic: () => new UnicodeRangeTable(decodeRanges("ggjCoC", true)),
    Old_Uyghur: () => new UnicodeRangeTable(decodeRanges("w7jCZ", true)),
    Oriya: () => new UnicodeRangeTable(decodeRanges("h4CCCHDBDVCGCBCEDIDBDCICFBCEDR", true)),
    Osage: () => new UnicodeRangeTable(decodeRanges("wlhCjBFjB", true)),
    Osmanya: () => new UnicodeRangeTable(decodeRanges("gkhCdDJ", true)),
    Pahawh_Hmong: () => new UnicodeRangeTable(decodeRanges("g46ClCLJCGCUGS", true)),
    Palmyrene: () => new UnicodeRangeTable(decodeRanges("gjiCf", true)),
    Pau_Cin_Hau: () => new UnicodeRangeTable(decodeRanges("g2mC4B", true)),
    Phags_Pa: () => new UnicodeRangeTable(decodeRanges("giqB3B", true)),
    Phoenician: () => new UnicodeRangeTable(decodeRanges("goiCbEA", true)),
    Psalter_Pahlavi: () => new UnicodeRangeTable(decodeRanges("g8iCRIDNG", true)),
    Rejang: () => new UnicodeRangeTable(decodeRanges("wpqBjBMA", true)),
    Runic: () => new UnicodeRangeTable(decodeRanges("g1FqCEK", true)),
    Samaritan: () => new UnicodeRangeTable(decodeRanges("ggCtBDO", true)),
    Saurashtra: () => new UnicodeRangeTable(decodeRanges("gkqBlCJL", true)),
    Sharada: () => new UnicodeRangeTable(decodeRanges("gskC-ChsCH", true)),
    Shavian: () => new UnicodeRangeTable(decodeRanges("wihCvB", true)),
    Siddham: () => new UnicodeRangeTable(decodeRanges("gslC1BDlB", true)),
    Sidetic: () => new UnicodeRangeTable(decodeRanges("gqiCZ", true)),
    SignWriting: () => new UnicodeRangeTable(decodeRanges("gg2DrUQECO", true)),
    Sinhala: () => new UnicodeRangeTable(decodeRanges("hsDCBCRBEXBCIBCDDBFBEFFBEBCCCBGBHJBDCBt-gCTB", false)),
    Sogdian: () => new UnicodeRangeTable(decodeRanges("w5jCpB", true)),
    Sora_Sompeng: () => new UnicodeRangeTable(decodeRanges("wmkCYIJ", true)),
    Soyombo: () => new UnicodeRangeTable(decodeRanges("wymCyC", true)),
    Sundanese: () => new UnicodeRangeTable(decodeRanges("g8G-BhIH", true)),
    Sunuwar: () => new UnicodeRangeTable(decodeRanges("g+mChBPJ", true)),
    Syloti_Nagri: () => new UnicodeRangeTable(decodeRanges("ggqBsB", true)),
    Syriac: () => new UnicodeRangeTable(decodeRanges("g4BNC7BDCxIK", true)),
    Tagalog: () => new UnicodeRangeTable(decodeRanges("g4FVKA", true)),
    Tagbanwa: () => new UnicodeRangeTable(decodeRanges("g7FMCCCB", true)),
    Tai_Le: () => new UnicodeRangeTable(decodeRanges("wqGdDE", true)),
    Tai_Tham: () => new UnicodeRangeTable(decodeRanges("gxG+BCcDKHJHN", true)),
    Tai_Viet: () => new UnicodeRangeTable(decodeRanges("g0qBiCZE", true)),
    Tai_Yo: () => new UnicodeRangeTable(decodeRanges("g25DeCVJB", true)),
    Takri: () => new UnicodeRangeTable(decodeRanges("g0lC5BHJ", true)),
    Tamil: () => new UnicodeRangeTable(decodeRanges("i8CBBCFBECBCDBEBBCCCBEEBEEBBBELBFEBECBCDBDHHPUBm+kCxBBOAB", false)),
    Tangsa: () => new UnicodeRangeTable(decodeRanges("wz6CuCCJ", true)),
    Tangut: () => new UnicodeRangeTable(decodeRanges("g-7CgBgBB+3GBhQeBiDyDB", false)),
    Telugu: () => new UnicodeRangeTable(decodeRanges("ggDMCCCWCPDICCCDIBCCCBDDDJII", true)),
    Thaana: () => new UnicodeRangeTable(decodeRanges("g8BxB", true)),
    Thai: () => new UnicodeRangeTable(decodeRanges("hwD5BGb", true)),
    Tibetan: () => new UnicodeRangeTable(decodeRanges("g4DnCCjBFmBCjBCOCGFB", true)),
    Tifinagh: () => new UnicodeRangeTable(decodeRanges("wpL3BIBPA", true)),
    Tirhuta: () => new UnicodeRangeTable(decodeRanges("gklCnCJJ", true)),
    Todhri: () => new UnicodeRangeTable(decodeRanges("guhCzB", true)),
    Tolong_Siki: () => new UnicodeRangeTable(decodeRanges("wtnCrBFJ", true)),
    Toto: () => new UnicodeRangeTable(decodeRanges("w04De", true)),
    Tulu_Tigalari: () => new UnicodeRangeTable(decodeRanges("g8kCJBCDDClBBCJBCDDCDBCJBCBBJBB", false)),
    Ugaritic: () => new UnicodeRangeTable(decodeRanges("g8gCdCA", true)),
    Unknown: () => new UnicodeRangeTable(decodeRanges("4bBBHDBICCVuMuMnBBBzBBBE4B4BBGBcDBHKBvI9B9BBmDmDBMB8BBByBBBQddBCCMEBjBEBuHJJBDDBXXICCBBBFBBKBBDBBFHBCDBDGGBaaBEEHDBDBBXIIDGDBCCGDBDBBECBCGBFCCBFBSJBEKKEXXIDDGBBLIEBCCBNBFBBNGBIEEJBBDBBXIIDGGBKKBDDBEEBFBEDBDGGBTTBIBDHHBBBEFFBBBDCCDCBDCBECBNDBGCBEFFBCCBEBCNBWEBOEEYRRBKKEFFBFBDEEDBBFBBLGBXEEYLLGBBKEEFGBDEBEFFBLLELBOEE0BEEHDBRBBbEETCBZKKCBBICBCDBHCCJFBLBBELB7BDBekBBDCCGZZCYYBGGCIILBBFfBpClBlBBCBoBlBlBQOOBjBBnGCCBDBCBB6LFFBIICFFBqBqBFBBiBFFBIICFFBQQ6BFFBkCkCBhBhBBBBbFB3CBBHBB+UCB6CGBXIBZIBVLBOEEDLB-CBBLFBLFBbFB6CGBsBEBnCJBgBNNBCBNDBCCBrBBBGKBtBDBbFBMCB-BBBiCeeBMMBEBLFBPBBvBBBNTBuCnFnFBGB9BCBQCB-BEBsBBBMHBsBEB3QBBHBBnBBBHBBJGCgBBB2BQQPBBHUUBEEKmDmDNBBcOOBBBjBNBiBOBtEDB7UVBMUB14BBB-LEBuBCCBDBCBB5BGBDNBZIBI4BI-DhBBb6C6CBKB3GZBxC3C3CBoDoDBDBsB-C-C3CIBxBuzcuzcBBB4BIB9KTB5FHB+GTB9BCBLFB5BHBnCHBNFB1DKBfCBvCMMBCBiB4B4BBHBPBBLBBoDXBdJBHBBHBBHIBIII9BDB-DBBLFBl9KLBYDByBjoIBvLBBrDlBBILBGEBbGGCGDrUfBrBFB0BUUFDBGoEoEBCC-FCBHBBHBBHBBECBIIIBIBGBBNbbUDDQBBPhBB8DEBEDBuBCB5COOBBBCuBBvBhEBeCByBOBdDBlBIBfEBsBEBfmBmBBCBPpBB-EBBLFBlBDBlBDBpBHB1BKBNQQIDDMQQIDDBBB1BLB4JIBXJBJXBHrBrBKkCBHBBCtBtBDCBCBBYpCpCBGBKvBBUDDBDBiBCBcEBclBB5BDBVBBzBDDBDBJEEeBBEDBLGBKGBhCfBoBDBNIB3BCBeBBcEBbGBFLBIvCBqC2BB0BMB0BGBvBHBLFBnBCBeHBDvGBgBrBrBEBBDPBHHBKgBBvBHBrBVBblBBdTBYIBvCDBlBIBlCJBCBBaGBLFB2BTTBGBoBIBhDVVBJBTwBwBB8BBICCFQQMFB8BEBLFBFJJBDDBXXIDDGLLBDDBEEBCCBEBCEBIBBICBGKBLCCBCCnBLLCBBCFFLDDBGBDcB9CGGBcBpCHBLlFB3BBBnBhBBmCKBLFBOSB7BFBLFBVbBcBBQDBY4FB9BjDB0CLBJBBCBBJDDfDDBNNBHBLlCBJBBvBBBMaBpCHB0CMBqCGBL1CBJ3CBjBNBLFBKuBuBPJBeCBhBBBXPPBnCBIDDtBCBCDDKHBLFBHDDmBDDHGBLFBtBDBL1HBaGBSqBqBBBBe0CBCOBzBMB8clDBwDGGBJBlGryCBkDMB3iBJB88DEBoS41GB7Bl2BB6RGBgBLLBCByCLLBEBfBBHJBnCJBLIIWEBUvNB7BlGB8CEBaBBarBBsCDB6BGBS-BBGKBIIB3mHoBBhBgDB0D8vIBFIIDkJkJBNBCcBEBBCNBFHBtMjoCBsDEBOCBKGBLBBJ76DB+HCB1NFBYOBSOBvBBBYIB1D7BB3HJBoBBBjGUBnC5DBVLBVLB4CIBamEB2CoCoCDBBCBBDBBFNNCIIiCFFBJJIddFGGCCBI1K1KBlJlJB-V-VBNBGQQBuiBBgBFBH0GBISSBIIDGGBDB-BgBBCvDBuBCBPBBLDBD-JBgBQB7BEBCvOBrB1GBsBDBC-FBgBXXBGBD-GBIFFDQQmGBBRoBBtCDBLDBDwYBlCrCB+BhGBFccDCCBCCLFFCCCBEBCDBCECEDDCBBCICDCCBFFIKFCLLSEBEGGSzBBDtIBtBDBlDLBQBBQQQmBJBvF3BBeMBtBDBKGBDNBH5EB6eCBSCBOCB7GFBNDBCOBNDB5BHBLFBpBHBfBBNDBDNBKmBB5KHBPBBOCBMCB6BCCBCBRBBNDBLGB0EoDoDBjgBBh3pBfB-oEBBv0FBBypHOBvThtCB-QhvBBs6EEBrpIm8yVBCdBhD-DBxHvw-FB", false)),
    Vai: () => new UnicodeRangeTable(decodeRanges("gopBrJ", true)),
    Vithkuqi: () => new UnicodeRangeTable(decodeRanges("wrhCKCOCGCBCKCOCGCB", true)),
    Wancho: () => new UnicodeRangeTable(decodeRanges("g24D5BGA", true)),
    Warang_Citi: () => new UnicodeRangeTable(decodeRanges("glmCyCNA", true)),
    Yezidi: () => new UnicodeRangeTable(decodeRanges("g0jCpBCCDB", true)),
    Yi: () => new UnicodeRangeTable(decodeRanges("ggoBskBE2B", true)),
    Zanabazar_Square: () => new UnicodeRangeTable(decodeRanges("gwmCnC", true))
  });
  static FOLD_CATEGORIES = new LazyMap({
    L: () => new UnicodeRangeTable(decodeRanges("laA", true)),
    LC: () => new UnicodeRangeTable(decodeRanges("laA", true)),
    Ll: () => new UnicodeRangeTable(decodeRanges("hCZBmDWBCGBiBuBCEECDOCDuBCBECEBBCCCBCCBBBDDBCBBCCBEBBCBBCECBCCDCCBCCBBBCCCBEEIBBCBBCBBCOCDQCDBBCCCBBBC4BCIBBCBBDCCBCBCGC3HrBrBCEEJHHCCBCCCBCCBPBCIBkBJJCUCGDDCBBDyBBxBgBCK2BCBMCD+CCDlBBq6ClBBCGGzW1CB0kCHHBpBBDCBhK0ECKgDCKHBJFBLHBJHBJFBMGCJHBZHBJHBJHBJEBMEBMDBNEBMEBqJEEBHHxC9zC9zCBuBBxBCCBBBDGCBCBCDDJCBCgDCJCCFuqeuqeCqBCUaCoEMCE8BCLECBICFCCDCCEUCBDBCEBCOCBCBCCCBQCZs5Vs5VBYBmmBnBBpEjBB9EKBCOBCGBCBBr3ByBB+EVB75CfBhsVfBhCYBoyehBB", false)),
    Lt: () => new UnicodeRangeTable(decodeRanges("kOCCBCCBCClBCCtsHHBJHBJHBMQQwBAB", false)),
    Lu: () => new UnicodeRangeTable(decodeRanges("hDZB7BqBqBBWBCHBCuBCEECDOCDsBCDECBBBDCCDEEGDDECBDDDCCCDFFDEECDDECCGBBCBBCBBCOCBSCDBBCEECkBCEQCJDDBCCFICBEBCBBCCCBEEBCCBCBCEBDCCBDDIDDCBBEFBGLLBnFnFsBCCEEEBBBvBDBCdBCBBECBCWCBDBCGD1BvBBCgBCK0BCDMCBgDCyBlBBq6CqBBDCB5XFBjkCIBCvHvHERRzD0ECGGGC8CCBHBJFBLHBJHBJFBMGCJHBJNBzBBBNSSBPPBEEpL2B2Bs1CvBBCEEBGCHDDLiDCJCCFNNBkBBCGG0oesBCUaCoEMCE8BCLCCDICFFFCBBDSCMOCFCCDOCb9a9advCBi8UZBumBnBBpEjBB8EKBCOBCGBCBBk4ByBB+DVB75CfBhsVfB8BYBvyehBB", false)),
    M: () => new UnicodeRangeTable(decodeRanges("5cgBgBlgHAB", false)),
    Mn: () => new UnicodeRangeTable(decodeRanges("5cgBgBlgHAB", false)),
    Emoji: () => new UnicodeRangeTable(decodeRanges("8mJA", true)),
    Extended_Pictographic: () => new UnicodeRangeTable(decodeRanges("8mJA", true)),
    Lowercase: () => new UnicodeRangeTable(decodeRanges("hCZBmDWBCGBiBuBCEECDOCDuBCBECEBBCCCBCCBBBDDBCBBCCBEBBCBBCECBCCDCCBCCBBBCCCBEEIBBCBBCBBCOCDQCDBBCCCBBBC4BCIBBCBBDCCBCBCGCiJCCEJJHCCBBBCCCBCCBPBCIBkBJJCUCGDDCBBDyBBxBgBCK2BCBMCD+CCDlBBq6ClBBCGGzW1CB0kCHHBpBBDCBhK0ECKgDCKHBJFBLHBJHBJFBMGCJHBZHBJHBJHBJEBMEBMDBNEBMEBqJEEBHHuBPBUzZzZBYBx5BvBBxBCCBBBDGCBCBCDDJCBCgDCJCCFuqeuqeCqBCUaCoEMCE8BCLECBICFCCDCCEUCBDBCEBCOCBCBCCCBQCZs5Vs5VBYBmmBnBBpEjBB9EKBCOBCGBCBBr3ByBB+EVB75CfBhsVfBhCYBoyehBB", false)),
    Math: () => new UnicodeRangeTable(decodeRanges("ycGDCHHFMMDDDCHHFAB", false)),
    Uppercase: () => new UnicodeRangeTable(decodeRanges("hDZB7BqBqBBWBCHBCuBCEECDOCDsBCDECBBBDCCDEEGDDECBDDDCCCDFFDEECDDECCGBBCBBCBBCOCBSCDBBCEECkBCEQCJDDBCCFICBEBCBBCCCBEEBCCBCBCEBDCCBDDIDDCBBEFBGLLBnFnFsBCCEEEBBBvBDBCdBCBBECBCWCBDBCGD1BvBBCgBCK0BCDMCBgDCyBlBBq6CqBBDCB5XFBjkCIBCvHvHERRzD0ECGGGC8CCBHBJFBLHBJHBJFBMGCJHBJNBzBBBNSSBPPBEEpLiBiBBOBFsasaBYBn6BvBBCEEBGCHDDLiDCJCCFNNBkBBCGG0oesBCUaCoEMCE8BCLCCDICFFFCBBDSCMOCFCCDOCb9a9advCBi8UZBumBnBBpEjBB8EKBCOBCGBCBBk4ByBB+DVB75CfBhsVfB8BYBvyehBB", false))
  });
  static FOLD_SCRIPT = new LazyMap({
    Common: () => new UnicodeRangeTable(decodeRanges("8cgBgB", false)),
    Greek: () => new UnicodeRangeTable(decodeRanges("1FwUwU", false)),
    Inherited: () => new UnicodeRangeTable(decodeRanges("5cgBgBlgHAB", false))
  });
};
var Unicode = class Unicode2 {
  static MAX_RUNE = 1114111;
  static RUNE_ERROR = 65533;
  static isUnsearchable(r) {
    return r === Unicode2.RUNE_ERROR || r >= Unicode2.MIN_HIGH_SURROGATE && r <= Unicode2.MAX_LOW_SURROGATE;
  }
  static MAX_ASCII = 127;
  static MAX_LATIN1 = 255;
  static MAX_BMP = 65535;
  static MIN_FOLD = 65;
  static MAX_FOLD = 125251;
  static MIN_HIGH_SURROGATE = 55296;
  static MAX_HIGH_SURROGATE = 56319;
  static MIN_LOW_SURROGATE = 56320;
  static MAX_LOW_SURROGATE = 57343;
  static MIN_SUPPLEMENTARY_CODE_POINT = 65536;
  static is32(ranges, r) {
    let lo = 0;
    let hi = ranges.length;
    while (lo < hi) {
      const m = lo + Math.floor((hi - lo) / 2);
      const rlo = ranges.getLo(m);
      const rhi = ranges.getHi(m);
      if (rlo <= r && r <= rhi) {
        const stride = ranges.getStride(m);
        return (r - rlo) % stride === 0;
      }
      if (r < rlo) hi = m;
      else lo = m + 1;
    }
    return false;
  }
  static is(ranges, r) {
    if (r <= Unicode2.MAX_LATIN1) {
      for (let i = 0; i < ranges.length; i++) {
        if (r > ranges.getHi(i)) continue;
        const rlo = ranges.getLo(i);
        if (r < rlo) return false;
        const stride = ranges.getStride(i);
        return (r - rlo) % stride === 0;
      }
      return false;
    }
    return ranges.length > 0 && r >= ranges.getLo(0) && Unicode2.is32(ranges, r);
  }
  static isPrint(r) {
    if (r <= Unicode2.MAX_LATIN1) return r >= 32 && r < Unicode2.MAX_ASCII || r >= 161 && r !== 173;
    return Unicode2.is(UnicodeTables.Print, r);
  }
  static simpleFold(r) {
    if (UnicodeTables.CASE_ORBIT.has(r)) return UnicodeTables.CASE_ORBIT.get(r);
    if (r <= Unicode2.MAX_ASCII) {
      const l = Codepoint.toLowerCase(r);
      return l !== r ? l : Codepoint.toUpperCase(r);
    }
    return r;
  }
  static equalsIgnoreCase(r1, r2) {
    if (r1 === r2) return true;
    if (r1 < 0 || r2 < 0) return false;
    if (r1 <= Unicode2.MAX_ASCII && r2 <= Unicode2.MAX_ASCII) {
      if (65 <= r1 && r1 <= 90) r1 |= 32;
      if (65 <= r2 && r2 <= 90) r2 |= 32;
      return r1 === r2;
    }
    for (let r = Unicode2.simpleFold(r1); r !== r1; r = Unicode2.simpleFold(r)) if (r === r2) return true;
    return false;
  }
};
var RE2JSException = class extends Error {
  /** @param {string} message */
  constructor(message) {
    super(message);
    this.name = "RE2JSException";
  }
};
var RE2JSSyntaxException = class extends RE2JSException {
  /**
  * @param {string} error
  * @param {string|null} [input=null]
  */
  constructor(error, input3 = null) {
    let message = `error parsing regexp: ${error}`;
    if (input3) message += `: \`${input3}\``;
    super(message);
    this.name = "RE2JSSyntaxException";
    this.message = message;
    this.error = error;
    this.input = input3;
  }
  /**
  * Retrieves the description of the error.
  * @returns {string}
  */
  getDescription() {
    return this.error;
  }
  /**
  * Retrieves the erroneous regular-expression pattern.
  * @returns {string|null}
  */
  getPattern() {
    return this.input;
  }
};
var RE2JSCompileException = class extends RE2JSException {
  /** @param {string} message */
  constructor(message) {
    super(message);
    this.name = "RE2JSCompileException";
  }
};
var RE2JSGroupException = class extends RE2JSException {
  /** @param {string} message */
  constructor(message) {
    super(message);
    this.name = "RE2JSGroupException";
  }
};
var RE2JSFlagsException = class extends RE2JSException {
  /** @param {string} message */
  constructor(message) {
    super(message);
    this.name = "RE2JSFlagsException";
  }
};
var RE2JSInternalException = class extends RE2JSException {
  /** @param {string} message */
  constructor(message) {
    super(message);
    this.name = "RE2JSInternalException";
  }
};
var FAST_PATH_TABLE_SIZE = 256;
var WORD_RUNE_TABLE = new Uint8Array(FAST_PATH_TABLE_SIZE);
for (let i = 0; i < FAST_PATH_TABLE_SIZE; i++) WORD_RUNE_TABLE[i] = 97 <= i && i <= 122 || 65 <= i && i <= 90 || 48 <= i && i <= 57 || i === 95 ? 1 : 0;
var cachedNativeEncoder = null;
var cachedNativeDecoder = null;
var Utils = class Utils2 {
  static METACHARACTERS = "\\.+*?()|[]{}^$";
  static EMPTY_BEGIN_LINE = 1;
  static EMPTY_END_LINE = 2;
  static EMPTY_BEGIN_TEXT = 4;
  static EMPTY_END_TEXT = 8;
  static EMPTY_WORD_BOUNDARY = 16;
  static EMPTY_NO_WORD_BOUNDARY = 32;
  static EMPTY_ALL = -1;
  static emptyInts() {
    return [];
  }
  static isString(value) {
    return typeof value === "string" || Object.prototype.toString.call(value) === "[object String]";
  }
  static typeName(value) {
    if (value === null || typeof value !== "object" && typeof value !== "function") return value === null ? "null" : typeof value;
    return Object.prototype.toString.call(value).slice(8, -1);
  }
  static checkPattern(pattern3) {
    if (!Utils2.isString(pattern3)) throw new TypeError(`The pattern must be a string, not ${Utils2.typeName(pattern3)} (RE2JS.translateRegExp() converts a RegExp)`);
  }
  static checkInput(input3) {
    if (!Utils2.isString(input3) && !Utils2.isByteArray(input3)) throw new TypeError(`The input must be a string or a byte array (Uint8Array or number[]), not ${Utils2.typeName(input3)}`);
  }
  static checkFlags(flags) {
    const known4 = PublicFlags.MULTILINE | PublicFlags.DOTALL | PublicFlags.CASE_INSENSITIVE | PublicFlags.DISABLE_UNICODE_GROUPS | PublicFlags.LONGEST_MATCH | PublicFlags.LOOKBEHINDS;
    if (!Number.isInteger(flags) || (flags & ~known4) !== 0) throw new RE2JSFlagsException("Flags should only be a combination of MULTILINE, DOTALL, CASE_INSENSITIVE, DISABLE_UNICODE_GROUPS, LONGEST_MATCH, LOOKBEHINDS");
  }
  static isByteArray(input3) {
    return Array.isArray(input3) || Object.prototype.toString.call(input3) === "[object Uint8Array]";
  }
  static isalnum(c) {
    return Codepoint.CODES["0"] <= c && c <= Codepoint.CODES["9"] || Codepoint.CODES["a"] <= c && c <= Codepoint.CODES["z"] || Codepoint.CODES["A"] <= c && c <= Codepoint.CODES["Z"];
  }
  static unhex(c) {
    if (Codepoint.CODES["0"] <= c && c <= Codepoint.CODES["9"]) return c - Codepoint.CODES["0"];
    if (Codepoint.CODES["a"] <= c && c <= Codepoint.CODES["f"]) return c - Codepoint.CODES["a"] + 10;
    if (Codepoint.CODES["A"] <= c && c <= Codepoint.CODES["F"]) return c - Codepoint.CODES["A"] + 10;
    return -1;
  }
  static escapeRune(rune) {
    let out = "";
    if (Unicode.isPrint(rune)) {
      if (Utils2.METACHARACTERS.indexOf(String.fromCodePoint(rune)) >= 0) out += "\\";
      out += String.fromCodePoint(rune);
    } else switch (rune) {
      case Codepoint.CODES['"']:
        out += '\\"';
        break;
      case Codepoint.CODES["\\"]:
        out += "\\\\";
        break;
      case Codepoint.CODES["	"]:
        out += "\\t";
        break;
      case Codepoint.CODES["\n"]:
        out += "\\n";
        break;
      case Codepoint.CODES["\r"]:
        out += "\\r";
        break;
      case Codepoint.CODES["\b"]:
        out += "\\b";
        break;
      case Codepoint.CODES["\f"]:
        out += "\\f";
        break;
      default: {
        let s = rune.toString(16);
        if (rune < 256) {
          out += "\\x";
          if (s.length === 1) out += "0";
          out += s;
        } else out += `\\x{${s}}`;
        break;
      }
    }
    return out;
  }
  static stringToRunes(str) {
    const string = String(str);
    const runes = [];
    let i = 0;
    while (i < string.length) {
      const cp = string.codePointAt(i);
      runes.push(cp);
      i += cp > Unicode.MAX_BMP ? 2 : 1;
    }
    return new Int32Array(runes);
  }
  static runeToString(r) {
    return String.fromCodePoint(r);
  }
  static isWordRune(r) {
    return r < FAST_PATH_TABLE_SIZE ? WORD_RUNE_TABLE[r] === 1 : false;
  }
  static emptyOpContext(r1, r2) {
    let op = 0;
    if (r1 < 0) op |= Utils2.EMPTY_BEGIN_TEXT | Utils2.EMPTY_BEGIN_LINE;
    if (r1 === 10) op |= Utils2.EMPTY_BEGIN_LINE;
    if (r2 < 0) op |= Utils2.EMPTY_END_TEXT | Utils2.EMPTY_END_LINE;
    if (r2 === 10) op |= Utils2.EMPTY_END_LINE;
    if (Utils2.isWordRune(r1) !== Utils2.isWordRune(r2)) op |= Utils2.EMPTY_WORD_BOUNDARY;
    else op |= Utils2.EMPTY_NO_WORD_BOUNDARY;
    return op;
  }
  /**
  * Returns a string that quotes all regular expression metacharacters inside the argument text;
  * the returned string is a regular expression matching the literal text. For example,
  * {@code quoteMeta("[foo]").equals("\\[foo\\]")}.
  * @param {string} str
  * @returns {string}
  */
  static quoteMeta(str) {
    return str.split("").map((s) => {
      if (Utils2.METACHARACTERS.indexOf(s) >= 0) return `\\${s}`;
      return s;
    }).join("");
  }
  static charCount(codePoint) {
    return codePoint > Unicode.MAX_BMP ? 2 : 1;
  }
  /**
  * High-speed conversion from TypedArrays to standard JS Arrays.
  * Bypasses the expensive Symbol.iterator overhead of Array.from()
  */
  static toArray(typedArray) {
    const len = typedArray.length;
    const res = new Array(len);
    for (let i = 0; i < len; i++) res[i] = typedArray[i];
    return res;
  }
  static stringToUtf8ByteArray(str) {
    if (globalThis.TextEncoder) {
      if (!cachedNativeEncoder) cachedNativeEncoder = new TextEncoder();
      return cachedNativeEncoder.encode(str);
    } else {
      let out = [], p = 0;
      for (let i = 0; i < str.length; i++) {
        let c = str.charCodeAt(i);
        if (c < 128) out[p++] = c;
        else if (c < 2048) {
          out[p++] = c >> 6 | 192;
          out[p++] = c & 63 | 128;
        } else if ((c & 64512) === Unicode.MIN_HIGH_SURROGATE && i + 1 < str.length && (str.charCodeAt(i + 1) & 64512) === Unicode.MIN_LOW_SURROGATE) {
          c = Unicode.MIN_SUPPLEMENTARY_CODE_POINT + ((c & 1023) << 10) + (str.charCodeAt(++i) & 1023);
          out[p++] = c >> 18 | 240;
          out[p++] = c >> 12 & 63 | 128;
          out[p++] = c >> 6 & 63 | 128;
          out[p++] = c & 63 | 128;
        } else {
          out[p++] = c >> 12 | 224;
          out[p++] = c >> 6 & 63 | 128;
          out[p++] = c & 63 | 128;
        }
      }
      return out;
    }
  }
  static utf8ByteArrayToString(bytes) {
    if (globalThis.TextDecoder) {
      if (!cachedNativeDecoder) cachedNativeDecoder = new TextDecoder("utf-8");
      const view = bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes);
      return cachedNativeDecoder.decode(view);
    } else {
      let out = [], pos = 0, c = 0;
      while (pos < bytes.length) {
        let c1 = bytes[pos++];
        if (c1 < 128) out[c++] = String.fromCharCode(c1);
        else if (c1 > 191 && c1 < 224) {
          let c2 = bytes[pos++];
          out[c++] = String.fromCharCode((c1 & 31) << 6 | c2 & 63);
        } else if (c1 > 239 && c1 < 365) {
          let c2 = bytes[pos++];
          let c3 = bytes[pos++];
          let c4 = bytes[pos++];
          let u = ((c1 & 7) << 18 | (c2 & 63) << 12 | (c3 & 63) << 6 | c4 & 63) - Unicode.MIN_SUPPLEMENTARY_CODE_POINT;
          out[c++] = String.fromCharCode(Unicode.MIN_HIGH_SURROGATE + (u >> 10));
          out[c++] = String.fromCharCode(Unicode.MIN_LOW_SURROGATE + (u & 1023));
        } else {
          let c2 = bytes[pos++];
          let c3 = bytes[pos++];
          out[c++] = String.fromCharCode((c1 & 15) << 12 | (c2 & 63) << 6 | c3 & 63);
        }
      }
      return out.join("");
    }
  }
};
var createEnum = (values = [], initNum = 0) => {
  const enumObject = /* @__PURE__ */ Object.create(null);
  for (let i = 0; i < values.length; i++) {
    const val = values[i];
    const keyVal = initNum + i;
    enumObject[val] = keyVal;
    enumObject[keyVal] = val;
  }
  return Object.freeze(enumObject);
};
var MatcherInputBase = class MatcherInputBase2 {
  static Encoding = createEnum(["UTF_16", "UTF_8"]);
  getEncoding() {
    throw Error("not implemented");
  }
  /** @returns {string} */
  asCharSequence() {
    throw Error("not implemented");
  }
  /** @returns {Uint8Array|number[]|null} */
  asBytes() {
    throw Error("not implemented");
  }
  /** @returns {number} */
  length() {
    throw Error("not implemented");
  }
  /**
  *
  * @returns {boolean}
  */
  isUTF8Encoding() {
    return this.getEncoding() === MatcherInputBase2.Encoding.UTF_8;
  }
  /**
  *
  * @returns {boolean}
  */
  isUTF16Encoding() {
    return this.getEncoding() === MatcherInputBase2.Encoding.UTF_16;
  }
};
var Utf8MatcherInput = class extends MatcherInputBase {
  /** @param {Uint8Array|number[]|null} bytes */
  constructor(bytes = null) {
    super();
    this.bytes = bytes;
  }
  getEncoding() {
    return MatcherInputBase.Encoding.UTF_8;
  }
  /**
  *
  * @returns {string}
  */
  asCharSequence() {
    return Utils.utf8ByteArrayToString(this.bytes);
  }
  /**
  *
  * @returns {Uint8Array|number[]|null}
  */
  asBytes() {
    return this.bytes;
  }
  /**
  *
  * @returns {number}
  */
  length() {
    return this.bytes.length;
  }
};
var Utf16MatcherInput = class extends MatcherInputBase {
  /** @param {string|null} charSequence */
  constructor(charSequence = null) {
    super();
    this.charSequence = charSequence;
  }
  getEncoding() {
    return MatcherInputBase.Encoding.UTF_16;
  }
  /**
  *
  * @returns {string}
  */
  asCharSequence() {
    return this.charSequence;
  }
  /**
  *
  * @returns {number[]}
  */
  asBytes() {
    return Utils.stringToUtf8ByteArray(this.charSequence.toString());
  }
  /**
  *
  * @returns {number}
  */
  length() {
    return this.charSequence.length;
  }
};
var MatcherInput = class {
  /**
  * Return the MatcherInput for UTF_16 encoding.
  * @returns {Utf16MatcherInput}
  */
  static utf16(charSequence) {
    Utils.checkInput(charSequence);
    return new Utf16MatcherInput(charSequence);
  }
  /**
  * Return the MatcherInput for UTF_8 encoding.
  * @returns {Utf8MatcherInput}
  */
  static utf8(input3) {
    if (Utils.isByteArray(input3)) return new Utf8MatcherInput(input3);
    return new Utf8MatcherInput(Utils.stringToUtf8ByteArray(input3));
  }
};
var MachineInputBase = class {
  static EOF() {
    return -8;
  }
  constructor() {
    this.start = 0;
    this.end = 0;
  }
  canCheckPrefix() {
    return true;
  }
  endPos() {
    return this.end - this.start;
  }
  hasString() {
    return false;
  }
  hasAnyString() {
    return false;
  }
  prefixLength() {
    return 0;
  }
};
var MachineUTF8Input = class MachineUTF8Input2 extends MachineInputBase {
  static RUNE_ERROR_STEP = Unicode.RUNE_ERROR << 3 | 1;
  constructor(bytes, start = 0, end = bytes.length) {
    super();
    this.bytes = bytes;
    this.start = start;
    this.end = end;
  }
  hasString(prefilter, pos) {
    const target = prefilter.bytes;
    if (target.length === 0) return true;
    const idx = this.indexOf(this.bytes, target, this.start + pos);
    return idx !== -1 && idx <= this.end - target.length;
  }
  hasAnyString(prefilter, pos) {
    return prefilter.automaton8().searchUTF8(this.bytes, this.start + pos, this.end);
  }
  step(pos) {
    pos += this.start;
    if (pos >= this.end) return MachineInputBase.EOF();
    const c = this.bytes[pos] & 255;
    if (c < 128) return c << 3 | 1;
    let size;
    let rune;
    let lo = 128;
    let hi = 191;
    if (c >= 194 && c <= 223) {
      size = 2;
      rune = c & 31;
    } else if (c >= 224 && c <= 239) {
      size = 3;
      rune = c & 15;
      if (c === 224) lo = 160;
      else if (c === 237) hi = 159;
    } else if (c >= 240 && c <= 244) {
      size = 4;
      rune = c & 7;
      if (c === 240) lo = 144;
      else if (c === 244) hi = 143;
    } else return MachineUTF8Input2.RUNE_ERROR_STEP;
    if (pos + size > this.end) return MachineUTF8Input2.RUNE_ERROR_STEP;
    const c1 = this.bytes[pos + 1] & 255;
    if (c1 < lo || c1 > hi) return MachineUTF8Input2.RUNE_ERROR_STEP;
    rune = rune << 6 | c1 & 63;
    if (size > 2) {
      const c2 = this.bytes[pos + 2] & 255;
      if ((c2 & 192) !== 128) return MachineUTF8Input2.RUNE_ERROR_STEP;
      rune = rune << 6 | c2 & 63;
      if (size > 3) {
        const c3 = this.bytes[pos + 3] & 255;
        if ((c3 & 192) !== 128) return MachineUTF8Input2.RUNE_ERROR_STEP;
        rune = rune << 6 | c3 & 63;
      }
    }
    return rune << 3 | size;
  }
  index(re2, pos) {
    pos += this.start;
    const i = this.indexOf(this.bytes, re2.prefixUTF8, pos);
    return i < 0 ? i : i - pos;
  }
  context(pos) {
    pos += this.start;
    let r1 = -1;
    if (pos > this.start && pos <= this.end) {
      let start = pos - 1;
      r1 = this.bytes[start--];
      if (r1 >= 128) {
        let lim = pos - 4;
        if (lim < this.start) lim = this.start;
        while (start >= lim && (this.bytes[start] & 192) === 128) start--;
        if (start < this.start) start = this.start;
        const r = this.step(start - this.start);
        r1 = start + (r & 7) === pos ? r >> 3 : Unicode.RUNE_ERROR;
      }
    }
    const r2 = pos < this.end ? this.step(pos - this.start) >> 3 : -1;
    return Utils.emptyOpContext(r1, r2);
  }
  indexOf(source, target, fromIndex = 0) {
    let targetLength = target.length;
    if (targetLength === 0) return fromIndex <= this.end ? fromIndex : -1;
    const firstByte = target[0];
    let limit = this.end - targetLength;
    const hasNativeIndexOf = typeof source.indexOf === "function";
    let i = fromIndex;
    while (i <= limit) {
      if (hasNativeIndexOf) {
        i = source.indexOf(firstByte, i);
        if (i === -1 || i > limit) return -1;
      } else {
        while (i <= limit && source[i] !== firstByte) i++;
        if (i > limit) return -1;
      }
      let match = true;
      for (let j = 1; j < targetLength; j++) if (source[i + j] !== target[j]) {
        match = false;
        break;
      }
      if (match) return i;
      i++;
    }
    return -1;
  }
  prefixLength(re2) {
    return re2.prefixUTF8.length;
  }
};
var MachineUTF16Input = class extends MachineInputBase {
  constructor(charSequence, start = 0, end = charSequence.length) {
    super();
    this.charSequence = charSequence;
    this.start = start;
    this.end = end;
  }
  hasString(prefilter, pos) {
    const idx = this.charSequence.indexOf(prefilter.str, this.start + pos);
    return idx !== -1 && idx <= this.end - prefilter.str.length;
  }
  hasAnyString(prefilter, pos) {
    return prefilter.automaton16().searchUTF16(this.charSequence, this.start + pos, this.end);
  }
  step(pos) {
    pos += this.start;
    if (pos >= this.end) return MachineInputBase.EOF();
    const c1 = this.charSequence.charCodeAt(pos);
    if (c1 < Unicode.MIN_HIGH_SURROGATE || c1 > Unicode.MAX_HIGH_SURROGATE || pos + 1 >= this.end) return c1 << 3 | 1;
    const c2 = this.charSequence.charCodeAt(pos + 1);
    if (c2 >= Unicode.MIN_LOW_SURROGATE && c2 <= Unicode.MAX_LOW_SURROGATE) return (c1 - Unicode.MIN_HIGH_SURROGATE) * 1024 + (c2 - Unicode.MIN_LOW_SURROGATE) + Unicode.MIN_SUPPLEMENTARY_CODE_POINT << 3 | 2;
    return c1 << 3 | 1;
  }
  index(re2, pos) {
    pos += this.start;
    const i = this.charSequence.indexOf(re2.prefix, pos);
    if (i < 0 || i > this.end - re2.prefix.length) return -1;
    return i - pos;
  }
  context(pos) {
    pos += this.start;
    const r1 = pos > this.start && pos <= this.end ? this.charSequence.charCodeAt(pos - 1) : -1;
    const r2 = pos < this.end ? this.charSequence.charCodeAt(pos) : -1;
    return Utils.emptyOpContext(r1, r2);
  }
  prefixLength(re2) {
    return re2.prefix.length;
  }
};
var MachineInput = class {
  static fromUTF8(bytes, start = 0, end = bytes.length) {
    return new MachineUTF8Input(bytes, start, end);
  }
  static fromUTF16(charSequence, start = 0, end = void 0) {
    Utils.checkInput(charSequence);
    return new MachineUTF16Input(charSequence, start, end ?? charSequence.length);
  }
};
var Matcher = class Matcher2 {
  /**
  * V8 and WebKit have historical hard limits on the number of arguments
  * that can be passed to a function. We cap replacer arguments to prevent
  * Call Stack Overflow (DoS) vulnerabilities on massive ASTs.
  */
  static MAX_REPLACER_ARGS = 65535;
  /**
  * Quotes '\' and '$' in {@code s}, so that the returned string could be used in
  * {@link #appendReplacement} as a literal replacement of {@code s}.
  *
  * @param {string} str the string to be quoted
  * @param {boolean} [javaMode=false] whether the replacement will be used in javaMode
  * @returns {string} the quoted string
  */
  static quoteReplacement(str, javaMode = false) {
    if (javaMode) {
      if (str.indexOf("\\") < 0 && str.indexOf("$") < 0) return str;
      return str.split("").map((s) => {
        const c = s.codePointAt(0);
        if (c === Codepoint.CODES["\\"] || c === Codepoint.CODES["$"]) return `\\${s}`;
        return s;
      }).join("");
    }
    if (str.indexOf("$") < 0) return str;
    return str.split("").map((s) => {
      if (s.codePointAt(0) === Codepoint.CODES["$"]) return "$$";
      return s;
    }).join("");
  }
  /**
  *
  * @param {import('./index.js').RE2JS} pattern
  * @param {string|number[]|Uint8Array|MatcherInputBase} input
  */
  constructor(pattern3, input3) {
    if (pattern3 === null) throw new Error("pattern is null");
    this.patternInput = pattern3;
    const re2 = this.patternInput.re2();
    this.patternGroupCount = re2.numberOfCapturingGroups();
    this.groups = [];
    this.namedGroups = re2.namedGroups;
    this.hasNamedGroups = Object.keys(this.namedGroups).length > 0;
    this.numberOfInstructions = re2.numberOfInstructions();
    this.lookbehindState = null;
    if (input3 instanceof MatcherInputBase) this.resetMatcherInput(input3);
    else if (Utils.isByteArray(input3)) this.resetMatcherInput(MatcherInput.utf8(input3));
    else this.resetMatcherInput(MatcherInput.utf16(input3));
  }
  /**
  * Returns the {@code RE2JS} associated with this {@code Matcher}.
  * @returns {import('./index.js').RE2JS}
  */
  pattern() {
    return this.patternInput;
  }
  /**
  * Resets the {@code Matcher}, rewinding input and discarding any match information.
  *
  * @returns {Matcher} the {@code Matcher} itself, for chained method calls
  */
  reset() {
    this.matcherInputLength = this.matcherInput.length();
    this.appendPos = 0;
    this.hasMatch = false;
    this.hasGroups = false;
    this.anchorFlag = 0;
    return this;
  }
  /**
  * Resets the {@code Matcher} and changes the input.
  * @param {string|number[]|Uint8Array|MatcherInputBase} input
  * @returns {Matcher} the {@code Matcher} itself, for chained method calls
  */
  resetMatcherInput(input3) {
    if (input3 === null) throw new Error("input is null");
    if (!(input3 instanceof MatcherInputBase)) {
      if (Utils.isByteArray(input3)) input3 = MatcherInput.utf8(input3);
      else input3 = MatcherInput.utf16(input3);
    }
    this.matcherInput = input3;
    if (this.lookbehindState !== null) this.lookbehindState.reset();
    else this.lookbehindState = this.patternInput.re2().createLookbehindState();
    this.reset();
    return this;
  }
  /**
  * Returns the start of the named group of the most recent match, or -1 if the group was not
  * matched.
  * @param {string|number} [group=0]
  * @returns {number}
  */
  start(group2 = 0) {
    if (typeof group2 === "string") {
      const groupInt = this.namedGroups[group2];
      if (!Number.isFinite(groupInt)) throw new RE2JSGroupException(`group '${group2}' not found`);
      group2 = groupInt;
    }
    this.loadGroup(group2);
    return this.groups[2 * group2];
  }
  /**
  * Returns the end of the named group of the most recent match, or -1 if the group was not
  * matched.
  * @param {string|number} [group=0]
  * @returns {number}
  */
  end(group2 = 0) {
    if (typeof group2 === "string") {
      const groupInt = this.namedGroups[group2];
      if (!Number.isFinite(groupInt)) throw new RE2JSGroupException(`group '${group2}' not found`);
      group2 = groupInt;
    }
    this.loadGroup(group2);
    return this.groups[2 * group2 + 1];
  }
  /**
  * Returns the program size of this pattern.
  *
  * <p>
  * Similar to the C++ implementation, the program size is a very approximate measure of a regexp's
  * "cost". Larger numbers are more expensive than smaller numbers.
  * </p>
  *
  * @returns {number} the program size of this pattern
  */
  programSize() {
    return this.numberOfInstructions;
  }
  /**
  * Returns the named group of the most recent match, or {@code null} if the group was not matched.
  * @param {string|number} [group=0]
  * @returns {string|null}
  */
  group(group2 = 0) {
    if (typeof group2 === "string") {
      const groupInt = this.namedGroups[group2];
      if (!Number.isFinite(groupInt)) throw new RE2JSGroupException(`group '${group2}' not found`);
      group2 = groupInt;
    }
    const start = this.start(group2);
    const end = this.end(group2);
    if (start < 0 && end < 0) return null;
    return this.substring(start, end);
  }
  /**
  * Returns a dictionary map of all named capturing groups and their matched values.
  * If a group was not matched, its value will be `null`.
  * @returns {Record<string, string|null>}
  */
  getNamedGroups() {
    if (!this.hasMatch) throw new RE2JSGroupException("perhaps no match attempted");
    const result = /* @__PURE__ */ Object.create(null);
    for (const name2 of Object.keys(this.namedGroups)) result[name2] = this.group(name2);
    return result;
  }
  /**
  * Returns the number of subgroups in this pattern.
  *
  * @returns {number} the number of subgroups; the overall match (group 0) does not count
  */
  groupCount() {
    return this.patternGroupCount;
  }
  /**
  * Helper: finds subgroup information if needed for group.
  * @param {number} group
  * @private
  */
  loadGroup(group2) {
    if (!Number.isInteger(group2) || group2 < 0 || group2 > this.patternGroupCount) throw new RE2JSGroupException(`Group index out of bounds: ${group2}`);
    if (!this.hasMatch) throw new RE2JSGroupException("perhaps no match attempted");
    if (group2 === 0 || this.hasGroups) return;
    const end = this.matcherInputLength;
    const res = this.patternInput.re2().matchMachineInput(this.matcherInput, this.groups[0], end, this.anchorFlag, 1 + this.patternGroupCount, this.lookbehindState);
    if (!res[0]) throw new RE2JSGroupException("inconsistency in matching group data");
    this.groups = res[1];
    this.hasGroups = true;
  }
  /**
  * Matches the entire input against the pattern (anchored start and end). If there is a match,
  * {@code matches} sets the match state to describe it.
  *
  * @returns {boolean} true if the entire input matches the pattern
  */
  matches() {
    return this.genMatch(0, RE2Flags.ANCHOR_BOTH);
  }
  /**
  * Matches the beginning of input against the pattern (anchored start). If there is a match,
  * {@code lookingAt} sets the match state to describe it.
  *
  * @returns {boolean} true if the beginning of the input matches the pattern
  */
  lookingAt() {
    return this.genMatch(0, RE2Flags.ANCHOR_START);
  }
  /**
  * Matches the input against the pattern (unanchored), starting at a specified position. If there
  * is a match, {@code find} sets the match state to describe it.
  *
  * @param {number|null} [start=null] the input position where the search begins
  * @returns {boolean} if it finds a match
  * @throws IndexOutOfBoundsException if start is not a valid input position
  */
  find(start = null) {
    if (start !== null) {
      if (!Number.isInteger(start) || start < 0 || start > this.matcherInputLength) throw new RE2JSGroupException(`start index out of bounds: ${start}`);
      this.reset();
      return this.genMatch(start, 0);
    }
    start = 0;
    if (this.hasMatch) {
      start = this.groups[1];
      if (this.groups[0] === this.groups[1]) {
        const r = (this.matcherInput.isUTF16Encoding() ? MachineInput.fromUTF16(this.matcherInput.asCharSequence(), 0, this.matcherInputLength) : MachineInput.fromUTF8(this.matcherInput.asBytes(), 0, this.matcherInputLength)).step(start);
        if (r < 0) start++;
        else start += r & 7;
      }
    }
    return this.genMatch(start, RE2Flags.UNANCHORED);
  }
  /**
  * Helper: does match starting at start, with RE2 anchor flag.
  * @param {number} startByte
  * @param {number} anchor
  * @returns {boolean}
  * @private
  */
  genMatch(startByte, anchor) {
    const res = this.patternInput.re2().matchMachineInput(this.matcherInput, startByte, this.matcherInputLength, anchor, 1, this.lookbehindState);
    if (!res[0]) {
      this.hasMatch = false;
      return false;
    }
    this.groups = res[1];
    this.hasMatch = true;
    this.hasGroups = this.patternGroupCount === 0;
    this.anchorFlag = anchor;
    return true;
  }
  /**
  * Helper: return substring for [start, end).
  * @param {number} start
  * @param {number} end
  * @returns {string}
  */
  substring(start, end) {
    if (this.matcherInput.isUTF8Encoding()) return Utils.utf8ByteArrayToString(this.matcherInput.asBytes().slice(start, end));
    return this.matcherInput.asCharSequence().substring(start, end).toString();
  }
  /**
  * Helper for Pattern: return input length.
  * @returns {number}
  */
  inputLength() {
    return this.matcherInputLength;
  }
  /**
  * Appends to result two strings: the text from the append position up to the beginning of the
  * most recent match, and then the replacement with submatch groups substituted for references to
  * them. It advances the append position to where the most recent match ended.
  *
  * By default the replacement is expanded as by String.prototype.replace (see
  * appendReplacementInternalJs). In Java mode it follows re2j / java.util.regex: $n takes as
  * many digits as still form a valid group number, ${name} is a named group, and a backslash
  * escapes the next character (so "\\$" in a JS string literal inserts a literal $).
  *
  * @param {string} replacement the replacement string
  * @param {boolean} [javaMode=false] activate java mode (different behaviour for capture groups and special characters)
  * @returns {string}
  * @throws IllegalStateException if there was no most recent match
  * @throws IndexOutOfBoundsException in Java mode, if replacement refers to an invalid group
  * @private
  */
  appendReplacement(replacement, javaMode = false) {
    let res = "";
    const s = this.start();
    const e = this.end();
    if (this.appendPos < s) res += this.substring(this.appendPos, s);
    this.appendPos = e;
    res += javaMode ? this.appendReplacementInternalJava(replacement) : this.appendReplacementInternalJs(replacement);
    return res;
  }
  /**
  * @param {string} replacement - the replacement string
  * @returns {string}
  * @private
  */
  appendReplacementInternalJava(replacement) {
    let res = "";
    let last = 0;
    const m = replacement.length;
    let i = 0;
    while (i < m) {
      const cCode = replacement.codePointAt(i);
      if (cCode === Codepoint.CODES["\\"]) {
        if (last < i) res += replacement.substring(last, i);
        i++;
        if (i >= m) throw new RE2JSGroupException("character to be escaped is missing");
        last = i;
        i++;
        continue;
      }
      if (cCode === Codepoint.CODES["$"]) {
        if (last < i) res += replacement.substring(last, i);
        if (i + 1 >= m) throw new RE2JSGroupException("Illegal group reference: group index is missing");
        const nextCode = replacement.codePointAt(i + 1);
        if (Codepoint.CODES["0"] <= nextCode && nextCode <= Codepoint.CODES["9"]) {
          let n = nextCode - Codepoint.CODES["0"];
          let j = i + 2;
          for (; j < m; j++) {
            const digit = replacement.codePointAt(j);
            if (digit < Codepoint.CODES["0"] || digit > Codepoint.CODES["9"] || n * 10 + digit - Codepoint.CODES["0"] > this.patternGroupCount) break;
            n = n * 10 + digit - Codepoint.CODES["0"];
          }
          if (n > this.patternGroupCount) throw new RE2JSGroupException(`n > number of groups: ${n}`);
          const group2 = this.group(n);
          if (group2 !== null) res += group2;
          i = j;
          last = i;
        } else if (nextCode === Codepoint.CODES["{"]) {
          let j = i + 2;
          while (j < m && replacement.codePointAt(j) !== Codepoint.CODES["}"]) j++;
          if (j >= m) throw new RE2JSGroupException("named capture group is missing trailing '}'");
          const groupName = replacement.substring(i + 2, j);
          const groupVal = this.group(groupName);
          if (groupVal !== null) res += groupVal;
          i = j + 1;
          last = i;
        } else throw new RE2JSGroupException("Illegal group reference");
        continue;
      }
      i++;
    }
    if (last < m) res += replacement.substring(last, m);
    return res;
  }
  /**
  * Expands |replacement| for the current match by the rules of String.prototype.replace
  * (ECMAScript GetSubstitution): $$ is "$", $& the match, $` the text before it, $' the text
  * after it, $n and $nn a group (two digits only when they form a valid group number, so with
  * one group "$10" is group 1 then "0"; an unmatched group is empty), and $<name> a named group
  * (empty when no such group), only when the pattern has named groups. Anything else, such as
  * "$0" or "$<" without a closing ">", is kept as is.
  * @param {string} replacement - the replacement string
  * @returns {string}
  * @private
  */
  appendReplacementInternalJs(replacement) {
    const isDigit = (c) => c >= 48 && c <= 57;
    const groupCount = this.patternGroupCount;
    let res = "";
    let i = 0;
    while (i < replacement.length) {
      const dollar = replacement.indexOf("$", i);
      if (dollar < 0) break;
      res += replacement.substring(i, dollar);
      i = dollar;
      const c = replacement.charCodeAt(i + 1);
      if (c === Codepoint.CODES["$"]) {
        res += "$";
        i += 2;
      } else if (c === Codepoint.CODES["&"]) {
        res += this.group(0);
        i += 2;
      } else if (c === Codepoint.CODES["`"]) {
        res += this.substring(0, this.start(0));
        i += 2;
      } else if (c === Codepoint.CODES["'"]) {
        res += this.substring(this.end(0), this.matcherInputLength);
        i += 2;
      } else if (isDigit(c)) {
        let digits2 = 1;
        let index2 = c - 48;
        const c2 = replacement.charCodeAt(i + 2);
        if (isDigit(c2) && index2 * 10 + c2 - 48 <= groupCount) {
          digits2 = 2;
          index2 = index2 * 10 + c2 - 48;
        }
        if (index2 >= 1 && index2 <= groupCount) {
          const group2 = this.group(index2);
          if (group2 !== null) res += group2;
        } else res += replacement.substring(i, i + 1 + digits2);
        i += 1 + digits2;
      } else if (c === Codepoint.CODES["<"] && this.hasNamedGroups) {
        const gt = replacement.indexOf(">", i + 2);
        if (gt < 0) {
          res += "$<";
          i += 2;
        } else {
          const name2 = replacement.substring(i + 2, gt);
          if (Object.hasOwn(this.namedGroups, name2)) {
            const group2 = this.group(name2);
            if (group2 !== null) res += group2;
          }
          i = gt + 1;
        }
      } else {
        res += "$";
        i += 1;
      }
    }
    return res + replacement.substring(i);
  }
  /**
  * Return the substring of the input from the append position to the end of the
  * input.
  * @returns {string}
  */
  appendTail() {
    return this.substring(this.appendPos, this.matcherInputLength);
  }
  /**
  * Returns the input with all matches replaced by {@code replacement}, interpreted as for
  * {@code appendReplacement}.
  *
  * @param {string|((...args: any[]) => string)} replacement - the replacement string or a replacer function
  * @param {boolean} [javaMode=false] - activate java mode (different behaviour for capture groups and special characters)
  * @returns {string} the input string with the matches replaced
  * @throws IndexOutOfBoundsException if replacement refers to an invalid group and javaMode is true
  */
  replaceAll(replacement, javaMode = false) {
    return this.replace(replacement, true, javaMode);
  }
  /**
  * Returns the input with the first match replaced by {@code replacement}, interpreted as for
  * {@code appendReplacement}.
  *
  * @param {string|((...args: any[]) => string)} replacement - the replacement string or a replacer function
  * @param {boolean} [javaMode=false] - activate java mode (different behaviour for capture groups and special characters)
  * @returns {string} the input string with the first match replaced
  * @throws IndexOutOfBoundsException if replacement refers to an invalid group and javaMode is true
  */
  replaceFirst(replacement, javaMode = false) {
    return this.replace(replacement, false, javaMode);
  }
  /**
  * Helper: replaceAll/replaceFirst hybrid.
  * @param {string|((...args: any[]) => string)} replacement - the replacement string or a replacer function
  * @param {boolean} [all=true] - replace all matches
  * @param {boolean} [javaMode=false] - activate java mode (different behaviour for capture groups and special characters)
  * @returns {string}
  * @private
  */
  replace(replacement, all = true, javaMode = false) {
    let res = "";
    this.reset();
    const isFunc = typeof replacement === "function";
    let originalInput = null;
    if (isFunc) {
      if (this.groupCount() >= Matcher2.MAX_REPLACER_ARGS) throw new RE2JSGroupException("Too many capture groups to safely invoke replacer function");
      originalInput = this.matcherInput.isUTF8Encoding() ? this.matcherInput.asBytes() : this.matcherInput.asCharSequence();
    }
    while (this.find()) {
      res += isFunc ? this.appendReplacementFunc(replacement, originalInput) : this.appendReplacement(replacement, javaMode);
      if (!all) break;
    }
    res += this.appendTail();
    return res;
  }
  /**
  * Evaluates a replacer function for the current match and appends the result,
  * along with any un-matched preceding text, advancing the append position.
  * @param {Function} replacer - the replacer function
  * @param {string|Uint8Array|number[]} originalInput - the cached original input reference
  * @returns {string} the evaluated string to append
  * @private
  */
  appendReplacementFunc(replacer, originalInput) {
    let res = "";
    const s = this.start();
    const e = this.end();
    if (this.appendPos < s) res += this.substring(this.appendPos, s);
    this.appendPos = e;
    const args = this.matchArray();
    args.push(s, originalInput);
    if (this.hasNamedGroups) args.push(this.namedGroupsObject());
    res += String(replacer(...args));
    return res;
  }
  /**
  * The match and its groups, as the elements of a JS RegExpExecArray: undefined for a group that
  * did not take part in the match. Used by exec(), matchAll() and replacer functions.
  * @returns {Array<string|undefined>}
  * @private
  */
  matchArray() {
    const result = [this.group(0)];
    for (let i = 1; i <= this.patternGroupCount; i++) {
      const group2 = this.group(i);
      result.push(group2 === null ? void 0 : group2);
    }
    return result;
  }
  /**
  * The named groups, as the groups property of a JS RegExpExecArray: an object without a
  * prototype mapping each name to its group (undefined when it did not take part in the match),
  * or undefined when the pattern has no named groups.
  * @returns {Record<string, string|undefined>|undefined}
  * @private
  */
  namedGroupsObject() {
    if (!this.hasNamedGroups) return;
    const result = this.getNamedGroups();
    for (const name2 in result) if (result[name2] === null) result[name2] = void 0;
    return result;
  }
};
var Inst = class Inst2 {
  static ALT = 1;
  static ALT_MATCH = 2;
  static CAPTURE = 3;
  static EMPTY_WIDTH = 4;
  static FAIL = 5;
  static MATCH = 6;
  static NOP = 7;
  static RUNE = 8;
  static RUNE1 = 9;
  static RUNE_ANY = 10;
  static RUNE_ANY_NOT_NL = 11;
  static LB_WRITE = 12;
  static LB_CHECK = 13;
  static isRuneOp(op) {
    return Inst2.RUNE <= op && op <= Inst2.RUNE_ANY_NOT_NL;
  }
  static escapeRunes(runes) {
    let out = '"';
    for (let rune of runes) out += Utils.escapeRune(rune);
    out += '"';
    return out;
  }
  constructor(op) {
    this.op = op;
    this.out = 0;
    this.arg = 0;
    this.runes = /* @__PURE__ */ new Int32Array(0);
    this.next = null;
  }
  matchRune(r) {
    if (this.runes.length === 1) {
      const r0 = this.runes[0];
      if ((this.arg & RE2Flags.FOLD_CASE) !== 0) return Unicode.equalsIgnoreCase(r0, r);
      return r === r0;
    }
    const len = this.runes.length;
    if (len === 0) return false;
    if (len === 2 || len === 4 || len === 6 || len === 8) {
      for (let j = 0; j < len; j += 2) {
        if (r < this.runes[j]) return false;
        if (r <= this.runes[j + 1]) return true;
      }
      return false;
    }
    let base = 0;
    let n = len >> 1;
    while (n > 1) {
      const half = n >> 1;
      base += this.runes[base + half << 1] <= r ? half : 0;
      n -= half;
    }
    base += this.runes[base << 1] <= r ? 1 : 0;
    const m = base - 1;
    return m >= 0 && r <= this.runes[m << 1 | 1];
  }
  matchRunePos(r) {
    if (this.runes.length === 1) {
      const r0 = this.runes[0];
      if ((this.arg & RE2Flags.FOLD_CASE) !== 0) return Unicode.equalsIgnoreCase(r0, r) ? 0 : -1;
      return r === r0 ? 0 : -1;
    }
    const len = this.runes.length;
    if (len === 0) return -1;
    if (len === 2 || len === 4 || len === 6 || len === 8) {
      for (let j = 0; j < len; j += 2) {
        if (r < this.runes[j]) return -1;
        if (r <= this.runes[j + 1]) return Math.floor(j / 2);
      }
      return -1;
    }
    let base = 0;
    let n = len >> 1;
    while (n > 1) {
      const half = n >> 1;
      base += this.runes[base + half << 1] <= r ? half : 0;
      n -= half;
    }
    base += this.runes[base << 1] <= r ? 1 : 0;
    const m = base - 1;
    return m >= 0 && r <= this.runes[m << 1 | 1] ? m : -1;
  }
  /**
  *
  * @returns {string}
  */
  toString() {
    switch (this.op) {
      case Inst2.ALT:
        return `alt -> ${this.out}, ${this.arg}`;
      case Inst2.ALT_MATCH:
        return `altmatch -> ${this.out}, ${this.arg}`;
      case Inst2.CAPTURE:
        return `cap ${this.arg} -> ${this.out}`;
      case Inst2.EMPTY_WIDTH:
        return `empty ${this.arg} -> ${this.out}`;
      case Inst2.MATCH:
        return `match${this.arg !== 0 ? ` ${this.arg}` : ""}`;
      case Inst2.FAIL:
        return "fail";
      case Inst2.NOP:
        return `nop -> ${this.out}`;
      case Inst2.LB_WRITE:
        return `lbwrite ${this.arg} -> ${this.out}`;
      case Inst2.LB_CHECK:
        return `lbcheck ${this.arg} -> ${this.out}`;
      case Inst2.RUNE:
        if (this.runes === null) return "rune <null>";
        return [
          "rune ",
          Inst2.escapeRunes(this.runes),
          (this.arg & RE2Flags.FOLD_CASE) !== 0 ? "/i" : "",
          " -> ",
          this.out
        ].join("");
      case Inst2.RUNE1:
        return `rune1 ${Inst2.escapeRunes(this.runes)} -> ${this.out}`;
      case Inst2.RUNE_ANY:
        return `any -> ${this.out}`;
      case Inst2.RUNE_ANY_NOT_NL:
        return `anynotnl -> ${this.out}`;
      default:
        throw new Error("unhandled case in Inst.toString");
    }
  }
};
var Queue = class Queue2 {
  constructor(numInst) {
    this.sparse = new Int32Array(numInst);
    this.densePcs = new Int32Array(numInst);
    this.denseCaps = null;
    this.size = 0;
    this.ncap = 0;
    this.mainThreads = 0;
  }
  static INITIAL_THREADS = 32;
  init(ncap) {
    this.ncap = ncap;
    const needed = Math.min(this.densePcs.length, Queue2.INITIAL_THREADS) * ncap;
    if (!this.denseCaps || this.denseCaps.length < needed) this.denseCaps = new Int32Array(needed);
  }
  growCaps(needed) {
    const limit = this.densePcs.length * this.ncap;
    const grown = new Int32Array(Math.min(limit, Math.max(needed, 2 * this.denseCaps.length)));
    grown.set(this.denseCaps);
    this.denseCaps = grown;
  }
  contains(pc) {
    const j = this.sparse[pc];
    return j < this.size && this.densePcs[j] === pc;
  }
  isEmpty() {
    return this.size === 0;
  }
  add(pc) {
    const j = this.size++;
    this.sparse[pc] = j;
    this.densePcs[j] = pc;
    return j;
  }
  clear() {
    this.size = 0;
    this.mainThreads = 0;
  }
  toString() {
    let out = "{";
    for (let i = 0; i < this.size; i++) {
      if (i !== 0) out += ", ";
      out += this.densePcs[i];
    }
    out += "}";
    return out;
  }
};
var LookbehindState = class {
  constructor(prog) {
    this.pos = -1;
    this.pcs = new Int32Array(prog.numInst());
    this.size = 0;
    this.lbTable = new Int32Array(prog.numLb + 1);
  }
  reset() {
    this.pos = -1;
    this.size = 0;
  }
};
var Machine = class Machine2 {
  static fromRE2(re2) {
    const m = new Machine2();
    m.prog = re2.prog;
    m.re2 = re2;
    m.q0 = new Queue(m.prog.numInst());
    m.q1 = new Queue(m.prog.numInst());
    m.addStack = new Int32Array(2 * (m.prog.numInst() + 1));
    m.matched = false;
    m.matchcap = new Int32Array(m.prog.numCap < 2 ? 2 : m.prog.numCap);
    m.ncap = 0;
    return m;
  }
  constructor() {
    this.prog = null;
    this.re2 = null;
    this.q0 = null;
    this.q1 = null;
    this.addStack = null;
    this.matched = false;
    this.matchcap = null;
    this.ncap = 0;
    this.lbTable = null;
  }
  init(ncap) {
    this.ncap = ncap;
    if (ncap > this.matchcap.length) this.matchcap = new Int32Array(ncap).fill(-1);
    else this.matchcap.fill(-1);
    this.q0.init(ncap);
    this.q1.init(ncap);
    if (this.prog.numLb > 0) {
      if (!this.lbTable || this.lbTable.length < this.prog.numLb + 1) this.lbTable = new Int32Array(this.prog.numLb + 1);
      this.lbTable.fill(-1);
    }
  }
  submatches() {
    if (this.ncap === 0) return Utils.emptyInts();
    return Utils.toArray(this.matchcap.subarray(0, this.ncap));
  }
  match(input3, pos, anchor, lbState = null) {
    const startCond = this.re2.cond;
    if (startCond === Utils.EMPTY_ALL) return false;
    if ((anchor === RE2Flags.ANCHOR_START || anchor === RE2Flags.ANCHOR_BOTH) && pos !== 0) return false;
    this.matched = false;
    this.matchcap.fill(-1);
    const hasLookbehinds = this.prog.numLb > 0;
    const matchStartPos = pos;
    let currentPos = pos;
    let resumeLookbehinds = false;
    if (hasLookbehinds) {
      if (lbState !== null && lbState.pos >= 0 && lbState.pos <= pos) {
        currentPos = lbState.pos;
        resumeLookbehinds = true;
      } else currentPos = 0;
    }
    let saveLookbehinds = hasLookbehinds && lbState !== null;
    let runq = this.q0;
    let nextq = this.q1;
    let r = input3.step(currentPos);
    let rune = r >> 3;
    let width = r & 7;
    let rune1 = -1;
    let width1 = 0;
    if (r !== MachineInputBase.EOF()) {
      r = input3.step(currentPos + width);
      rune1 = r >> 3;
      width1 = r & 7;
    }
    let flag;
    if (currentPos === 0) flag = Utils.emptyOpContext(-1, rune);
    else flag = input3.context(currentPos);
    if (hasLookbehinds) {
      if (resumeLookbehinds) this.restoreLookbehinds(lbState, runq, flag);
      else this.spawnLookbehinds(runq, currentPos, flag);
    }
    while (true) {
      if (runq.mainThreads === 0) {
        if ((startCond & Utils.EMPTY_BEGIN_TEXT) !== 0 && currentPos !== 0) break;
        if ((anchor === RE2Flags.ANCHOR_START || anchor === RE2Flags.ANCHOR_BOTH) && currentPos !== 0) break;
        if (this.matched) break;
        if (this.prog.numLb === 0 && runq.isEmpty() && !(this.re2.prefix.length === 0) && rune1 !== this.re2.prefixRune && input3.canCheckPrefix()) {
          const advance = input3.index(this.re2, currentPos);
          if (advance < 0) break;
          currentPos += advance;
          r = input3.step(currentPos);
          rune = r >> 3;
          width = r & 7;
          r = input3.step(currentPos + width);
          rune1 = r >> 3;
          width1 = r & 7;
          flag = input3.context(currentPos);
        }
      }
      if (currentPos >= matchStartPos) {
        if (saveLookbehinds) {
          this.saveLookbehinds(lbState, runq, currentPos);
          saveLookbehinds = false;
        }
        if (!this.matched && (currentPos === 0 || anchor === RE2Flags.UNANCHORED)) {
          if (this.ncap > 0) this.matchcap[0] = currentPos;
          this.add(runq, this.prog.start, currentPos, this.matchcap, 0, flag);
        }
      }
      const nextPos = currentPos + width;
      flag = input3.context(nextPos);
      this.step(runq, nextq, currentPos, nextPos, rune, flag, anchor, currentPos === input3.endPos());
      if (width === 0) break;
      if (this.ncap === 0 && this.matched) break;
      currentPos += width;
      rune = rune1;
      width = width1;
      if (rune !== -1) {
        r = input3.step(currentPos + width);
        rune1 = r >> 3;
        width1 = r & 7;
      }
      const tmpq = runq;
      runq = nextq;
      nextq = tmpq;
    }
    runq.clear();
    nextq.clear();
    return this.matched;
  }
  matchSet(input3, pos, anchor) {
    const startCond = this.re2.cond;
    if (startCond === Utils.EMPTY_ALL) return [];
    if ((anchor === RE2Flags.ANCHOR_START || anchor === RE2Flags.ANCHOR_BOTH) && pos !== 0) return [];
    let currentPos = this.prog.numLb > 0 ? 0 : pos;
    let matchStartPos = pos;
    let runq = this.q0;
    let nextq = this.q1;
    let r = input3.step(currentPos);
    let rune = r >> 3;
    let width = r & 7;
    let rune1 = -1;
    let width1 = 0;
    if (r !== MachineInputBase.EOF()) {
      r = input3.step(currentPos + width);
      rune1 = r >> 3;
      width1 = r & 7;
    }
    let flag = currentPos === 0 ? Utils.emptyOpContext(-1, rune) : input3.context(currentPos);
    const matches = /* @__PURE__ */ new Set();
    if (this.prog.numLb > 0) this.spawnLookbehinds(runq, currentPos, flag);
    while (true) {
      if (runq.mainThreads === 0) {
        if ((startCond & Utils.EMPTY_BEGIN_TEXT) !== 0 && currentPos !== 0) break;
        if ((anchor === RE2Flags.ANCHOR_START || anchor === RE2Flags.ANCHOR_BOTH) && currentPos !== 0) break;
      }
      if (currentPos === 0 || anchor === RE2Flags.UNANCHORED) {
        if (currentPos >= matchStartPos) this.add(runq, this.prog.start, currentPos, this.matchcap, 0, flag);
      }
      const nextPos = currentPos + width;
      flag = input3.context(nextPos);
      for (let j = 0; j < runq.size; j++) {
        const pc = runq.densePcs[j];
        const i = this.prog.inst[pc];
        const capOffset = j * this.ncap;
        let add2 = false;
        switch (i.op) {
          case Inst.MATCH:
            if (anchor === RE2Flags.ANCHOR_BOTH && currentPos !== input3.endPos()) break;
            matches.add(i.arg);
            break;
          case Inst.RUNE:
            add2 = i.matchRune(rune);
            break;
          case Inst.RUNE1:
            add2 = rune === i.runes[0];
            break;
          case Inst.RUNE_ANY:
            add2 = true;
            break;
          case Inst.RUNE_ANY_NOT_NL:
            add2 = rune !== 10;
            break;
          default:
            continue;
        }
        if (add2) this.add(nextq, i.out, nextPos, runq.denseCaps, capOffset, flag);
      }
      runq.clear();
      if (width === 0) break;
      currentPos += width;
      rune = rune1;
      width = width1;
      if (rune !== -1) {
        r = input3.step(currentPos + width);
        rune1 = r >> 3;
        width1 = r & 7;
      }
      const tmpq = runq;
      runq = nextq;
      nextq = tmpq;
    }
    nextq.clear();
    return Array.from(matches).sort((a, b) => a - b);
  }
  step(runq, nextq, pos, nextPos, c, nextCond, anchor, atEnd) {
    const longest = this.re2.longest;
    for (let j = 0; j < runq.size; j++) {
      const pc = runq.densePcs[j];
      const capOffset = j * this.ncap;
      if (longest && this.matched && this.ncap > 0 && this.matchcap[0] < runq.denseCaps[capOffset]) continue;
      const i = this.prog.inst[pc];
      let add2 = false;
      switch (i.op) {
        case Inst.MATCH:
          if (anchor === RE2Flags.ANCHOR_BOTH && !atEnd) break;
          if (this.ncap > 0 && (!longest || !this.matched || this.matchcap[1] < pos)) {
            runq.denseCaps[capOffset + 1] = pos;
            for (let k = 0; k < this.ncap; k++) this.matchcap[k] = runq.denseCaps[capOffset + k];
          }
          if (!longest) runq.size = 0;
          this.matched = true;
          break;
        case Inst.RUNE:
          add2 = i.matchRune(c);
          break;
        case Inst.RUNE1:
          add2 = c === i.runes[0];
          break;
        case Inst.RUNE_ANY:
          add2 = true;
          break;
        case Inst.RUNE_ANY_NOT_NL:
          add2 = c !== 10;
          break;
        default:
          continue;
      }
      if (add2) this.add(nextq, i.out, nextPos, runq.denseCaps, capOffset, nextCond);
    }
    runq.clear();
  }
  spawnLookbehinds(q, pos, flag) {
    for (let i = 0; i < this.prog.lbStarts.length; i++) this.add(q, this.prog.lbStarts[i], pos, this.matchcap, 0, flag);
  }
  restoreLookbehinds(lbState, q, flag) {
    this.lbTable.set(lbState.lbTable);
    for (let j = 0; j < lbState.size; j++) this.add(q, lbState.pcs[j], lbState.pos, this.matchcap, 0, flag);
  }
  saveLookbehinds(lbState, q, pos) {
    let size = 0;
    for (let j = 0; j < q.size; j++) {
      const pc = q.densePcs[j];
      if (this.prog.lbInst[pc] === 1 && Inst.isRuneOp(this.prog.inst[pc].op)) lbState.pcs[size++] = pc;
    }
    lbState.size = size;
    lbState.pos = pos;
    lbState.lbTable.set(this.lbTable);
  }
  add(q, pc, pos, capArray, capOffset, cond) {
    const stk = this.addStack;
    let nstk = 0;
    for (; ; ) {
      while (pc !== 0 && !q.contains(pc)) {
        const d = q.add(pc);
        const inst = this.prog.inst[pc];
        switch (inst.op) {
          case Inst.FAIL:
            pc = 0;
            break;
          case Inst.ALT:
          case Inst.ALT_MATCH:
            stk[nstk++] = inst.arg;
            stk[nstk++] = 0;
            pc = inst.out;
            break;
          case Inst.EMPTY_WIDTH:
            pc = (inst.arg & ~cond) === 0 ? inst.out : 0;
            break;
          case Inst.NOP:
            pc = inst.out;
            break;
          case Inst.CAPTURE:
            if (inst.arg < this.ncap) {
              stk[nstk++] = -inst.arg - 1;
              stk[nstk++] = capArray[capOffset + inst.arg];
              capArray[capOffset + inst.arg] = pos;
            }
            pc = inst.out;
            break;
          case Inst.LB_WRITE:
            this.lbTable[Math.abs(inst.arg)] = pos;
            pc = inst.out;
            break;
          case Inst.LB_CHECK:
            if (inst.arg > 0) pc = this.lbTable[inst.arg] === pos ? inst.out : 0;
            else pc = this.lbTable[-inst.arg] !== pos ? inst.out : 0;
            break;
          case Inst.MATCH:
          case Inst.RUNE:
          case Inst.RUNE1:
          case Inst.RUNE_ANY:
          case Inst.RUNE_ANY_NOT_NL:
            if (this.prog.lbInst[pc] === 0) q.mainThreads++;
            if (this.ncap > 0) {
              const destOffset = d * this.ncap;
              if (destOffset + this.ncap > q.denseCaps.length) q.growCaps(destOffset + this.ncap);
              for (let c = 0; c < this.ncap; c++) q.denseCaps[destOffset + c] = capArray[capOffset + c];
            }
            pc = 0;
            break;
          default:
            throw new RE2JSInternalException("unhandled");
        }
      }
      if (nstk === 0) return;
      nstk -= 2;
      const entry2 = stk[nstk];
      if (entry2 < 0) {
        capArray[capOffset - entry2 - 1] = stk[nstk + 1];
        pc = 0;
      } else pc = entry2;
    }
  }
};
var hashState = (pcs, flag, ids) => {
  let h = -2128831035;
  for (let i = 0; i < pcs.length; i++) {
    h ^= pcs[i];
    h = Math.imul(h, 16777619);
  }
  h ^= flag;
  h = Math.imul(h, 16777619);
  for (let i = 0; i < ids.length; i++) {
    h ^= ids[i];
    h = Math.imul(h, 16777619);
  }
  return h;
};
var arraysEqual = (a, b) => {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
};
var isState = (state, pcs, flag, ids) => state.flag === flag && arraysEqual(state.nfaStates, pcs) && arraysEqual(state.matchIDs, ids);
var NO_IDS = [];
var END_TEXT = -1;
var DFAState = class {
  constructor(nfaStates, flag, matchIDs) {
    this.nfaStates = nfaStates;
    this.flag = flag;
    this.isMatch = (flag & DFA.FLAG_MATCH) !== 0;
    this.matchIDs = matchIDs;
    this.next = null;
    this.nextAnchored = null;
  }
};
var DFA = class DFA2 {
  static FLAG_EMPTY_MASK = 255;
  static FLAG_MATCH = 256;
  static FLAG_LAST_WORD = 512;
  static FLAG_NEED_SHIFT = 16;
  static STATE_OVERHEAD = 150;
  static ARRAY_OVERHEAD = 40;
  static ELEMENT_SIZE = 8;
  static TABLE_OVERHEAD = 48;
  static PROGRESS_PER_STATE = 10;
  constructor(prog, maxMem = 8388608) {
    this.prog = prog;
    this.maxMem = maxMem;
    this.stateCache = /* @__PURE__ */ new Map();
    this.stateCount = 0;
    this.startStates = /* @__PURE__ */ new Map();
    this.failed = false;
    for (let pc = 0; pc < prog.numInst(); pc++) {
      const op = prog.getInst(pc).op;
      if (op === Inst.LB_WRITE || op === Inst.LB_CHECK) {
        this.failed = true;
        break;
      }
    }
    this.computeRuneClasses();
    this.stateBudget = maxMem;
    this.memBudget = maxMem;
  }
  computeRuneClasses() {
    const bounds = /* @__PURE__ */ new Set();
    const addRange = (lo, hi) => {
      bounds.add(lo);
      bounds.add(hi + 1);
    };
    for (let pc = 0; pc < this.prog.numInst(); pc++) {
      const inst = this.prog.getInst(pc);
      switch (inst.op) {
        case Inst.RUNE:
        case Inst.RUNE1:
          if (inst.runes.length === 1) {
            addRange(inst.runes[0], inst.runes[0]);
            if ((inst.arg & RE2Flags.FOLD_CASE) !== 0) for (let f = Unicode.simpleFold(inst.runes[0]); f !== inst.runes[0]; f = Unicode.simpleFold(f)) addRange(f, f);
          } else for (let j = 0; j < inst.runes.length; j += 2) addRange(inst.runes[j], inst.runes[j + 1]);
          break;
        case Inst.RUNE_ANY_NOT_NL:
          addRange(10, 10);
          break;
        case Inst.EMPTY_WIDTH:
          if ((inst.arg & (Utils.EMPTY_BEGIN_LINE | Utils.EMPTY_END_LINE)) !== 0) addRange(10, 10);
          if ((inst.arg & (Utils.EMPTY_WORD_BOUNDARY | Utils.EMPTY_NO_WORD_BOUNDARY)) !== 0) {
            addRange(48, 57);
            addRange(65, 90);
            addRange(95, 95);
            addRange(97, 122);
          }
      }
    }
    bounds.delete(0);
    this.classBounds = Int32Array.from(bounds).sort();
    this.numClasses = this.classBounds.length + 1;
    const latin1Class = new Int32Array(Unicode.MAX_LATIN1 + 1);
    for (let r = 0; r <= Unicode.MAX_LATIN1; r++) latin1Class[r] = this.searchClass(r);
    this.latin1Class = latin1Class;
  }
  runeClass(r) {
    if (r <= Unicode.MAX_LATIN1) return this.latin1Class[r];
    return this.searchClass(r);
  }
  searchClass(r) {
    const bounds = this.classBounds;
    let lo = 0;
    let hi = bounds.length;
    while (lo < hi) {
      const mid = lo + hi >> 1;
      if (bounds[mid] <= r) lo = mid + 1;
      else hi = mid;
    }
    return lo;
  }
  closure(pcs, flag) {
    const closure = /* @__PURE__ */ new Set();
    const stack = Array.from(pcs);
    let needflags = 0;
    while (stack.length > 0) {
      const pc = stack.pop();
      if (pc === 0 || closure.has(pc)) continue;
      closure.add(pc);
      const inst = this.prog.getInst(pc);
      switch (inst.op) {
        case Inst.ALT:
        case Inst.ALT_MATCH:
          stack.push(inst.out);
          stack.push(inst.arg);
          break;
        case Inst.NOP:
        case Inst.CAPTURE:
          stack.push(inst.out);
          break;
        case Inst.EMPTY_WIDTH:
          needflags |= inst.arg;
          if ((inst.arg & ~flag) === 0) stack.push(inst.out);
      }
    }
    return {
      pcs: Array.from(closure).sort((a, b) => a - b),
      needflags
    };
  }
  getState(pcs, flag, ids) {
    const hash = hashState(pcs, flag, ids);
    const cached = this.stateCache.get(hash);
    if (cached instanceof DFAState) {
      if (isState(cached, pcs, flag, ids)) return cached;
    } else if (cached !== void 0) {
      for (let i = 0; i < cached.length; i++) if (isState(cached[i], pcs, flag, ids)) return cached[i];
    }
    const cost = DFA2.stateCost(pcs, ids);
    if (this.memBudget < cost) return null;
    this.memBudget -= cost;
    const state = new DFAState(pcs, flag, ids);
    if (cached === void 0) this.stateCache.set(hash, state);
    else if (cached instanceof DFAState) this.stateCache.set(hash, [cached, state]);
    else cached.push(state);
    this.stateCount++;
    return state;
  }
  static stateCost(pcs, ids) {
    const idsCost = ids.length === 0 ? 0 : DFA2.ARRAY_OVERHEAD + DFA2.ELEMENT_SIZE * ids.length;
    return DFA2.STATE_OVERHEAD + DFA2.ELEMENT_SIZE * pcs.length + idsCost;
  }
  *cachedStates() {
    for (const cached of this.stateCache.values()) if (cached instanceof DFAState) yield cached;
    else yield* cached;
  }
  makeState(pcs, flag, ids) {
    const closure = this.closure(pcs, flag & DFA2.FLAG_EMPTY_MASK);
    let stateFlag = flag;
    if (closure.needflags === 0) stateFlag &= DFA2.FLAG_MATCH;
    stateFlag |= closure.needflags << DFA2.FLAG_NEED_SHIFT;
    return this.getState(closure.pcs, stateFlag, ids);
  }
  allocTable(state, anchor) {
    const size = this.numClasses + 1;
    const cost = DFA2.TABLE_OVERHEAD + DFA2.ELEMENT_SIZE * size;
    if (this.memBudget < cost) return null;
    this.memBudget -= cost;
    const table = new Array(size).fill(null);
    if (anchor === RE2Flags.UNANCHORED) state.next = table;
    else state.nextAnchored = table;
    return table;
  }
  clearCache() {
    this.stateCache.clear();
    this.stateCount = 0;
    this.startStates.clear();
    this.memBudget = this.stateBudget;
  }
  resetCache(current) {
    this.clearCache();
    return this.getState(current.nfaStates, current.flag, current.matchIDs);
  }
  step(state, cls, rune, anchor) {
    let table = anchor === RE2Flags.UNANCHORED ? state.next : state.nextAnchored;
    if (table !== null) {
      const cached = table[cls];
      if (cached !== null) return cached;
    } else {
      table = this.allocTable(state, anchor);
      if (table === null) return null;
    }
    const needflag = state.flag >>> DFA2.FLAG_NEED_SHIFT;
    const oldbeforeflag = state.flag & DFA2.FLAG_EMPTY_MASK;
    let beforeflag = oldbeforeflag;
    let afterflag = 0;
    if (rune === 10) {
      beforeflag |= Utils.EMPTY_END_LINE;
      afterflag |= Utils.EMPTY_BEGIN_LINE;
    }
    if (rune === END_TEXT) beforeflag |= Utils.EMPTY_END_LINE | Utils.EMPTY_END_TEXT;
    const islastword = (state.flag & DFA2.FLAG_LAST_WORD) !== 0;
    const isword = rune !== END_TEXT && Utils.isWordRune(rune);
    beforeflag |= isword === islastword ? Utils.EMPTY_NO_WORD_BOUNDARY : Utils.EMPTY_WORD_BOUNDARY;
    let pcs = state.nfaStates;
    if ((beforeflag & ~oldbeforeflag & needflag) !== 0) pcs = this.closure(pcs, beforeflag).pcs;
    const nextPCs = [];
    let ismatch = false;
    let ids = NO_IDS;
    for (let i = 0; i < pcs.length; i++) {
      const inst = this.prog.getInst(pcs[i]);
      if (inst.op === Inst.MATCH) {
        if (!ismatch) {
          ismatch = true;
          ids = [];
        }
        ids.push(inst.arg);
      } else if (rune !== END_TEXT && Inst.isRuneOp(inst.op) && inst.matchRune(rune)) nextPCs.push(inst.out);
    }
    if (ids.length > 1) ids.sort((a, b) => a - b);
    if (anchor === RE2Flags.UNANCHORED && rune !== END_TEXT) nextPCs.push(this.prog.start);
    let flag = afterflag;
    if (ismatch) flag |= DFA2.FLAG_MATCH;
    if (isword) flag |= DFA2.FLAG_LAST_WORD;
    const nextState = this.makeState(nextPCs, flag, ids);
    if (nextState === null) return null;
    table[cls] = nextState;
    return nextState;
  }
  start(input3, pos) {
    const context = input3.context(pos);
    let flags;
    if ((context & Utils.EMPTY_BEGIN_TEXT) !== 0) flags = Utils.EMPTY_BEGIN_TEXT | Utils.EMPTY_BEGIN_LINE;
    else if ((context & Utils.EMPTY_BEGIN_LINE) !== 0) flags = Utils.EMPTY_BEGIN_LINE;
    else {
      const r = input3.step(pos);
      const nextIsWord = r >= 0 && Utils.isWordRune(r >> 3);
      flags = (context & Utils.EMPTY_WORD_BOUNDARY) !== 0 !== nextIsWord ? DFA2.FLAG_LAST_WORD : 0;
    }
    let state = this.startStates.get(flags);
    if (state === void 0) {
      state = this.makeState([this.prog.start], flags, NO_IDS);
      if (state === null) {
        this.clearCache();
        state = this.makeState([this.prog.start], flags, NO_IDS);
        if (state === null) return null;
      }
      this.startStates.set(flags, state);
    }
    return state;
  }
  stepOrReset(state, cls, rune, anchor, pos, search) {
    let next = this.step(state, cls, rune, anchor);
    if (next !== null) return next;
    if (search.resetPos >= 0 && pos - search.resetPos < DFA2.PROGRESS_PER_STATE * this.stateCount) return null;
    search.resetPos = pos;
    const restored = this.resetCache(state);
    if (restored === null) return null;
    next = this.step(restored, cls, rune, anchor);
    return next;
  }
  run(input3, pos, anchor, state, onMatch) {
    const endPos = input3.endPos();
    const latin1Class = this.latin1Class;
    const unanchored = anchor === RE2Flags.UNANCHORED;
    const search = { resetPos: -1 };
    let i = pos;
    while (i < endPos) {
      const r = input3.step(i);
      const rune = r >> 3;
      const width = r & 7;
      if (width === 0) break;
      const cls = rune <= Unicode.MAX_LATIN1 ? latin1Class[rune] : this.runeClass(rune);
      let next = unanchored && state.next !== null ? state.next[cls] : null;
      if (next === null) {
        next = this.stepOrReset(state, cls, rune, anchor, i, search);
        if (next === null) return null;
      }
      state = next;
      if (state.isMatch && onMatch(state, false)) return true;
      if (!unanchored && state.nfaStates.length === 0) return false;
      i += width;
    }
    state = this.stepOrReset(state, this.numClasses, END_TEXT, anchor, i, search);
    if (state === null) return null;
    return state.isMatch && onMatch(state, true);
  }
  match(input3, pos, anchor) {
    if (this.failed) return null;
    if ((anchor === RE2Flags.ANCHOR_START || anchor === RE2Flags.ANCHOR_BOTH) && pos !== 0) return false;
    const startState = this.start(input3, pos);
    if (startState === null) return null;
    return this.run(input3, pos, anchor, startState, (state, atEnd) => anchor !== RE2Flags.ANCHOR_BOTH || atEnd);
  }
  matchSet(input3, pos, anchor) {
    if (this.failed) return null;
    if ((anchor === RE2Flags.ANCHOR_START || anchor === RE2Flags.ANCHOR_BOTH) && pos !== 0) return [];
    const startState = this.start(input3, pos);
    if (startState === null) return null;
    const matches = /* @__PURE__ */ new Set();
    const collect = (state, atEnd) => {
      if (anchor !== RE2Flags.ANCHOR_BOTH || atEnd) for (let k = 0; k < state.matchIDs.length; k++) matches.add(state.matchIDs[k]);
      return false;
    };
    if (this.run(input3, pos, anchor, startState, collect) === null) return null;
    return Array.from(matches).sort((a, b) => a - b);
  }
};
var VISITED_BITS = 32;
var MAX_BACKTRACK_PROG = 500;
var INITIAL_JOB_CAPACITY = 256;
var MAX_BACKTRACK_VECTOR = 262144;
var BitState = class {
  constructor() {
    this.end = 0;
    this.cap = /* @__PURE__ */ new Int32Array(0);
    this.matchcap = /* @__PURE__ */ new Int32Array(0);
    this.ncap = 0;
    this.jobPc = new Int32Array(INITIAL_JOB_CAPACITY);
    this.jobArg = new Uint8Array(INITIAL_JOB_CAPACITY);
    this.jobPos = new Int32Array(INITIAL_JOB_CAPACITY);
    this.jobLen = 0;
    this.visited = /* @__PURE__ */ new Uint32Array(0);
  }
  reset(prog, end, ncap) {
    this.end = end;
    this.jobLen = 0;
    this.ncap = ncap;
    const visitedSize = prog.numInst() * (end + 1) + VISITED_BITS - 1 >>> 5;
    if (this.visited.length < visitedSize) this.visited = new Uint32Array(visitedSize);
    else this.visited.fill(0, 0, visitedSize);
    if (this.cap.length < ncap) this.cap = new Int32Array(ncap).fill(-1);
    else this.cap.fill(-1, 0, ncap);
    if (this.matchcap.length < ncap) this.matchcap = new Int32Array(ncap).fill(-1);
    else this.matchcap.fill(-1, 0, ncap);
  }
  shouldVisit(pc, pos) {
    const n = pc * (this.end + 1) + pos;
    const idx = n >>> 5;
    const mask = 1 << (n & 31);
    if ((this.visited[idx] & mask) !== 0) return false;
    this.visited[idx] |= mask;
    return true;
  }
  push(re2, pc, pos, arg) {
    if (re2.prog.getInst(pc).op !== Inst.FAIL && (arg || this.shouldVisit(pc, pos))) {
      if (this.jobLen >= this.jobPc.length) {
        const newSize = this.jobPc.length * 2;
        const newPc = new Int32Array(newSize);
        newPc.set(this.jobPc);
        this.jobPc = newPc;
        const newArg = new Uint8Array(newSize);
        newArg.set(this.jobArg);
        this.jobArg = newArg;
        const newPos = new Int32Array(newSize);
        newPos.set(this.jobPos);
        this.jobPos = newPos;
      }
      this.jobPc[this.jobLen] = pc;
      this.jobArg[this.jobLen] = arg ? 1 : 0;
      this.jobPos[this.jobLen] = pos;
      this.jobLen++;
    }
  }
  tryBacktrack(re2, input3, pc, pos, anchor) {
    const longest = re2.longest;
    this.push(re2, pc, pos, false);
    while (this.jobLen > 0) {
      this.jobLen--;
      let currentPc = this.jobPc[this.jobLen];
      let arg = this.jobArg[this.jobLen] === 1;
      let currentPos = this.jobPos[this.jobLen];
      let skipShouldVisit = true;
      while (true) {
        if (!skipShouldVisit) {
          if (!this.shouldVisit(currentPc, currentPos)) break;
        }
        skipShouldVisit = false;
        const inst = re2.prog.getInst(currentPc);
        switch (inst.op) {
          case Inst.FAIL:
            break;
          case Inst.ALT:
            if (arg) {
              arg = false;
              currentPc = inst.arg;
              continue;
            } else {
              this.push(re2, currentPc, currentPos, true);
              currentPc = inst.out;
              continue;
            }
          case Inst.ALT_MATCH: {
            const outInst = re2.prog.getInst(inst.out);
            if (Inst.isRuneOp(outInst.op)) {
              this.push(re2, inst.arg, currentPos, false);
              currentPc = inst.arg;
              currentPos = this.end;
              continue;
            }
            this.push(re2, inst.out, this.end, false);
            currentPc = inst.out;
            continue;
          }
          case Inst.RUNE: {
            const r = input3.step(currentPos);
            if (r === MachineInputBase.EOF()) break;
            if (!inst.matchRune(r >> 3)) break;
            currentPos += r & 7;
            currentPc = inst.out;
            continue;
          }
          case Inst.RUNE1: {
            const r = input3.step(currentPos);
            if (r === MachineInputBase.EOF()) break;
            if (r >> 3 !== inst.runes[0]) break;
            currentPos += r & 7;
            currentPc = inst.out;
            continue;
          }
          case Inst.RUNE_ANY_NOT_NL: {
            const r = input3.step(currentPos);
            if (r === MachineInputBase.EOF()) break;
            if (r >> 3 === 10) break;
            currentPos += r & 7;
            currentPc = inst.out;
            continue;
          }
          case Inst.RUNE_ANY: {
            const r = input3.step(currentPos);
            if (r === MachineInputBase.EOF()) break;
            currentPos += r & 7;
            currentPc = inst.out;
            continue;
          }
          case Inst.CAPTURE:
            if (arg) {
              this.cap[inst.arg] = currentPos;
              break;
            } else {
              if (inst.arg < this.ncap) {
                this.push(re2, currentPc, this.cap[inst.arg], true);
                this.cap[inst.arg] = currentPos;
              }
              currentPc = inst.out;
              continue;
            }
          case Inst.EMPTY_WIDTH: {
            const flag = input3.context(currentPos);
            if ((inst.arg & ~flag) !== 0) break;
            currentPc = inst.out;
            continue;
          }
          case Inst.NOP:
            currentPc = inst.out;
            continue;
          case Inst.MATCH: {
            if (anchor === RE2Flags.ANCHOR_BOTH && currentPos !== this.end) break;
            if (this.ncap === 0) return true;
            if (this.ncap > 1) this.cap[1] = currentPos;
            const old = this.matchcap[1];
            if (old === -1 || longest && currentPos > 0 && currentPos > old) this.matchcap.set(this.cap);
            if (!longest) return true;
            if (currentPos === this.end) return true;
            break;
          }
          case Inst.LB_WRITE:
          case Inst.LB_CHECK:
            throw new RE2JSInternalException("Backtracker cannot evaluate Lookbehind instructions");
          default:
            throw new RE2JSInternalException("bad inst");
        }
        break;
      }
    }
    return longest && this.matchcap.length > 1 && this.matchcap[1] >= 0;
  }
};
var bitStatePool = [];
var Backtracker = class Backtracker2 {
  static shouldBacktrack(prog) {
    return prog.numInst() <= MAX_BACKTRACK_PROG;
  }
  static maxBitStateLen(prog) {
    if (!Backtracker2.shouldBacktrack(prog)) return 0;
    return Math.floor(MAX_BACKTRACK_VECTOR / prog.numInst());
  }
  static execute(re2, input3, pos, anchor, ncap) {
    const startCond = re2.cond;
    if (startCond === Utils.EMPTY_ALL) return null;
    if ((anchor === RE2Flags.ANCHOR_START || anchor === RE2Flags.ANCHOR_BOTH) && pos !== 0) return null;
    if ((startCond & Utils.EMPTY_BEGIN_TEXT) !== 0 && pos !== 0) return null;
    const b = bitStatePool.length > 0 ? bitStatePool.pop() : new BitState();
    const end = input3.endPos();
    b.reset(re2.prog, end, ncap);
    let matched = false;
    if ((startCond & Utils.EMPTY_BEGIN_TEXT) !== 0 || anchor === RE2Flags.ANCHOR_START || anchor === RE2Flags.ANCHOR_BOTH) {
      if (b.ncap > 0) b.cap[0] = pos;
      if (b.tryBacktrack(re2, input3, re2.prog.start, pos, anchor)) matched = true;
    } else {
      let width = -1;
      for (; pos <= end && width !== 0; pos += width) {
        if (re2.prefix.length > 0) {
          const advance = input3.index(re2, pos);
          if (advance < 0) break;
          pos += advance;
        }
        if (b.ncap > 0) b.cap[0] = pos;
        if (b.tryBacktrack(re2, input3, re2.prog.start, pos, anchor)) {
          matched = true;
          break;
        }
        const r = input3.step(pos);
        width = r === MachineInputBase.EOF() ? 0 : r & 7;
      }
    }
    if (!matched) {
      bitStatePool.push(b);
      return null;
    }
    const result = ncap === 0 ? [] : Utils.toArray(b.matchcap.subarray(0, ncap));
    bitStatePool.push(b);
    return result;
  }
};
var QueueOnePass = class {
  constructor(size) {
    this.sparse = new Uint32Array(size);
    this.dense = new Uint32Array(size);
    this.size = 0;
    this.nextIndex = 0;
  }
  empty() {
    return this.nextIndex >= this.size;
  }
  next() {
    return this.dense[this.nextIndex++];
  }
  clear() {
    this.size = 0;
    this.nextIndex = 0;
  }
  contains(u) {
    return u < this.sparse.length && this.sparse[u] < this.size && this.dense[this.sparse[u]] === u;
  }
  insert(u) {
    if (!this.contains(u)) this.insertNew(u);
  }
  insertNew(u) {
    if (u >= this.sparse.length) return;
    this.sparse[u] = this.size;
    this.dense[this.size] = u;
    this.size++;
  }
};
var mergeRuneSets = (leftRunes, rightRunes, leftPC, rightPC) => {
  const leftLen = leftRunes.length;
  const rightLen = rightRunes.length;
  let lx = 0, rx = 0;
  const merged = [];
  const next = [];
  let ok = true;
  let ix = -1;
  const extend = (isLeft) => {
    const newArray = isLeft ? leftRunes : rightRunes;
    const low = isLeft ? lx : rx;
    const pc = isLeft ? leftPC : rightPC;
    if (ix > 0 && newArray[low] <= merged[ix]) return false;
    merged.push(newArray[low], newArray[low + 1]);
    if (isLeft) lx += 2;
    else rx += 2;
    ix += 2;
    next.push(pc);
    return true;
  };
  while (lx < leftLen || rx < rightLen) {
    if (rx >= rightLen) ok = extend(true);
    else if (lx >= leftLen) ok = extend(false);
    else if (rightRunes[rx] < leftRunes[lx]) ok = extend(false);
    else ok = extend(true);
    if (!ok) return null;
  }
  return {
    merged,
    next
  };
};
var OnePassProg = class {
  constructor(prog) {
    this.start = prog.start;
    this.numCap = prog.numCap;
    this.inst = new Array(prog.inst.length);
    for (let i = 0; i < prog.inst.length; i++) {
      const orig = prog.inst[i];
      const inst = new Inst(orig.op);
      inst.out = orig.out;
      inst.arg = orig.arg;
      inst.runes = orig.runes ? new Int32Array(orig.runes) : /* @__PURE__ */ new Int32Array(0);
      inst.next = null;
      this.inst[i] = inst;
    }
  }
};
var onePassCopy = (prog) => {
  const p = new OnePassProg(prog);
  for (let pc = 0; pc < p.inst.length; pc++) {
    const inst = p.inst[pc];
    if (inst.op !== Inst.ALT && inst.op !== Inst.ALT_MATCH) continue;
    let pAOther = "out";
    let pAAlt = "arg";
    let instAlt = p.inst[inst[pAAlt]];
    if (instAlt.op !== Inst.ALT && instAlt.op !== Inst.ALT_MATCH) {
      pAOther = "arg";
      pAAlt = "out";
      instAlt = p.inst[inst[pAAlt]];
      if (instAlt.op !== Inst.ALT && instAlt.op !== Inst.ALT_MATCH) continue;
    }
    const instOther = p.inst[inst[pAOther]];
    if (instOther.op === Inst.ALT || instOther.op === Inst.ALT_MATCH) continue;
    let pBAlt = "out";
    let pBOther = "arg";
    let patch = false;
    if (instAlt.out === pc) patch = true;
    else if (instAlt.arg === pc) {
      patch = true;
      pBAlt = "arg";
      pBOther = "out";
    }
    if (patch) instAlt[pBAlt] = inst[pAOther];
    if (inst[pAOther] === instAlt[pBAlt]) inst[pAAlt] = instAlt[pBOther];
  }
  return p;
};
var makeOnePass = (p) => {
  if (p.inst.length >= 1e3) return null;
  const instQueue = new QueueOnePass(p.inst.length);
  const visitQueue = new QueueOnePass(p.inst.length);
  const onePassRunes = new Array(p.inst.length);
  const m = new Array(p.inst.length).fill(false);
  const check = (pc) => {
    let ok = true;
    const inst = p.inst[pc];
    if (visitQueue.contains(pc)) return true;
    visitQueue.insert(pc);
    switch (inst.op) {
      case Inst.ALT:
      case Inst.ALT_MATCH: {
        ok = check(inst.out) && check(inst.arg);
        let matchOut = m[inst.out];
        let matchArg = m[inst.arg];
        if (matchOut && matchArg) return false;
        if (matchArg) {
          const tempOut = inst.out;
          inst.out = inst.arg;
          inst.arg = tempOut;
          const tempMatch = matchOut;
          matchOut = matchArg;
          matchArg = tempMatch;
        }
        if (matchOut) {
          m[pc] = true;
          inst.op = Inst.ALT_MATCH;
        }
        const leftRunes = onePassRunes[inst.out] || [];
        const rightRunes = onePassRunes[inst.arg] || [];
        const mergeRes = mergeRuneSets(leftRunes, rightRunes, inst.out, inst.arg);
        if (!mergeRes) return false;
        onePassRunes[pc] = new Int32Array(mergeRes.merged);
        inst.next = new Uint32Array(mergeRes.next);
        break;
      }
      case Inst.CAPTURE:
      case Inst.EMPTY_WIDTH:
      case Inst.NOP:
        ok = check(inst.out);
        m[pc] = m[inst.out];
        onePassRunes[pc] = onePassRunes[inst.out] ? new Int32Array(onePassRunes[inst.out]) : /* @__PURE__ */ new Int32Array(0);
        inst.next = new Uint32Array(Math.floor(onePassRunes[pc].length / 2) + 1).fill(inst.out);
        break;
      case Inst.MATCH:
      case Inst.FAIL:
        m[pc] = inst.op === Inst.MATCH;
        break;
      case Inst.RUNE: {
        m[pc] = false;
        if (inst.next && inst.next.length > 0) break;
        instQueue.insert(inst.out);
        if (!inst.runes || inst.runes.length === 0) {
          onePassRunes[pc] = /* @__PURE__ */ new Int32Array(0);
          inst.next = new Uint32Array([inst.out]);
          break;
        }
        let runes = [];
        if (inst.runes.length === 1 && (inst.arg & RE2Flags.FOLD_CASE) !== 0) {
          const r0 = inst.runes[0];
          runes.push(r0, r0);
          for (let r1 = Unicode.simpleFold(r0); r1 !== r0; r1 = Unicode.simpleFold(r1)) runes.push(r1, r1);
          runes.sort((a, b) => a - b);
        } else for (let j = 0; j < inst.runes.length; j++) runes.push(inst.runes[j]);
        onePassRunes[pc] = new Int32Array(runes);
        inst.next = new Uint32Array(Math.floor(runes.length / 2) + 1).fill(inst.out);
        inst.op = Inst.RUNE;
        break;
      }
      case Inst.RUNE1: {
        m[pc] = false;
        if (inst.next && inst.next.length > 0) break;
        instQueue.insert(inst.out);
        let runes = [];
        if ((inst.arg & RE2Flags.FOLD_CASE) !== 0) {
          const r0 = inst.runes[0];
          runes.push(r0, r0);
          for (let r1 = Unicode.simpleFold(r0); r1 !== r0; r1 = Unicode.simpleFold(r1)) runes.push(r1, r1);
          runes.sort((a, b) => a - b);
        } else runes.push(inst.runes[0], inst.runes[0]);
        onePassRunes[pc] = new Int32Array(runes);
        inst.next = new Uint32Array(Math.floor(runes.length / 2) + 1).fill(inst.out);
        inst.op = Inst.RUNE;
        break;
      }
      case Inst.RUNE_ANY:
        m[pc] = false;
        if (inst.next && inst.next.length > 0) break;
        instQueue.insert(inst.out);
        onePassRunes[pc] = new Int32Array([0, Unicode.MAX_RUNE]);
        inst.next = new Uint32Array([inst.out]);
        break;
      case Inst.RUNE_ANY_NOT_NL:
        m[pc] = false;
        if (inst.next && inst.next.length > 0) break;
        instQueue.insert(inst.out);
        onePassRunes[pc] = new Int32Array([
          0,
          9,
          11,
          Unicode.MAX_RUNE
        ]);
        inst.next = new Uint32Array(Math.floor(onePassRunes[pc].length / 2) + 1).fill(inst.out);
    }
    return ok;
  };
  instQueue.clear();
  instQueue.insert(p.start);
  while (!instQueue.empty()) {
    visitQueue.clear();
    if (!check(instQueue.next())) return null;
  }
  for (let i = 0; i < p.inst.length; i++) if (onePassRunes[i]) p.inst[i].runes = onePassRunes[i];
  return p;
};
var cleanupOnePass = (p, original) => {
  for (let ix = 0; ix < original.inst.length; ix++) {
    const instOriginal = original.inst[ix];
    switch (instOriginal.op) {
      case Inst.ALT:
      case Inst.ALT_MATCH:
      case Inst.RUNE:
        break;
      case Inst.CAPTURE:
      case Inst.EMPTY_WIDTH:
      case Inst.NOP:
      case Inst.MATCH:
      case Inst.FAIL:
        p.inst[ix].next = null;
        break;
      case Inst.RUNE1:
      case Inst.RUNE_ANY:
      case Inst.RUNE_ANY_NOT_NL:
        p.inst[ix].next = null;
        p.inst[ix].op = instOriginal.op;
        p.inst[ix].runes = instOriginal.runes ? new Int32Array(instOriginal.runes) : /* @__PURE__ */ new Int32Array(0);
    }
  }
};
var OnePass = class OnePass2 {
  static compile(prog) {
    if (prog.start === 0) return null;
    if (prog.numLb > 0) return null;
    const startInst = prog.inst[prog.start];
    if (startInst.op !== Inst.EMPTY_WIDTH || (startInst.arg & Utils.EMPTY_BEGIN_TEXT) === 0) return null;
    let hasAlt = false;
    for (let i = 0; i < prog.inst.length; i++) if (prog.inst[i].op === Inst.ALT || prog.inst[i].op === Inst.ALT_MATCH) {
      hasAlt = true;
      break;
    }
    for (let i = 0; i < prog.inst.length; i++) {
      const inst = prog.inst[i];
      const opOut = prog.inst[inst.out].op;
      switch (inst.op) {
        case Inst.ALT:
        case Inst.ALT_MATCH:
          if (opOut === Inst.MATCH || prog.inst[inst.arg].op === Inst.MATCH) return null;
          break;
        case Inst.EMPTY_WIDTH:
          if (opOut === Inst.MATCH) {
            if ((inst.arg & Utils.EMPTY_END_TEXT) === Utils.EMPTY_END_TEXT) continue;
            return null;
          }
          break;
        default:
          if (opOut === Inst.MATCH && hasAlt) return null;
      }
    }
    let p = onePassCopy(prog);
    p = makeOnePass(p);
    if (p !== null) cleanupOnePass(p, prog);
    return p;
  }
  static next(inst, r) {
    const nextIdx = inst.matchRunePos(r);
    if (nextIdx >= 0) return inst.next[nextIdx];
    if (inst.op === Inst.ALT_MATCH) return inst.out;
    return 0;
  }
  static execute(re2, input3, pos, anchor, ncap) {
    const onepass = re2.onepass;
    if (!onepass) return null;
    const matchcap = new Int32Array(ncap).fill(-1);
    let matched = false;
    let r = input3.step(pos);
    let rune = r >> 3;
    let width = r & 7;
    let r1 = MachineInputBase.EOF();
    let rune1 = -1;
    let width1 = 0;
    if (r !== MachineInputBase.EOF()) {
      r1 = input3.step(pos + width);
      if (r1 !== MachineInputBase.EOF()) {
        rune1 = r1 >> 3;
        width1 = r1 & 7;
      }
    }
    let flag = pos === 0 ? Utils.emptyOpContext(-1, rune) : input3.context(pos);
    let pc = onepass.start;
    let inst;
    while (true) {
      inst = onepass.inst[pc];
      pc = inst.out;
      switch (inst.op) {
        case Inst.MATCH:
          if (anchor === RE2Flags.ANCHOR_BOTH && pos !== input3.endPos()) return null;
          matched = true;
          if (matchcap.length > 0) {
            matchcap[0] = 0;
            matchcap[1] = pos;
          }
          return ncap === 0 ? [] : Utils.toArray(matchcap);
        case Inst.RUNE:
          if (!inst.matchRune(rune)) return null;
          break;
        case Inst.RUNE1:
          if (rune !== inst.runes[0]) return null;
          break;
        case Inst.RUNE_ANY:
          break;
        case Inst.RUNE_ANY_NOT_NL:
          if (rune === 10) return null;
          break;
        case Inst.ALT:
        case Inst.ALT_MATCH:
          pc = OnePass2.next(inst, rune);
          continue;
        case Inst.FAIL:
          return null;
        case Inst.NOP:
          continue;
        case Inst.EMPTY_WIDTH:
          if ((inst.arg & ~flag) !== 0) return null;
          continue;
        case Inst.CAPTURE:
          if (inst.arg < matchcap.length) matchcap[inst.arg] = pos;
          continue;
        default:
          throw new RE2JSInternalException("bad inst");
      }
      if (width === 0) break;
      flag = Utils.emptyOpContext(rune, rune1);
      pos += width;
      rune = rune1;
      width = width1;
      if (rune !== -1) {
        r1 = input3.step(pos + width);
        if (r1 !== MachineInputBase.EOF()) {
          rune1 = r1 >> 3;
          width1 = r1 & 7;
        } else {
          rune1 = -1;
          width1 = 0;
        }
      }
    }
    if (!matched) return null;
    return ncap === 0 ? [] : Utils.toArray(matchcap);
  }
};
var Regexp = class Regexp2 {
  static Op = createEnum([
    "NO_MATCH",
    "EMPTY_MATCH",
    "LITERAL",
    "CHAR_CLASS",
    "ANY_CHAR_NOT_NL",
    "ANY_CHAR",
    "BEGIN_LINE",
    "END_LINE",
    "BEGIN_TEXT",
    "END_TEXT",
    "WORD_BOUNDARY",
    "NO_WORD_BOUNDARY",
    "CAPTURE",
    "STAR",
    "PLUS",
    "QUEST",
    "REPEAT",
    "CONCAT",
    "ALTERNATE",
    "PLB",
    "NLB",
    "LEFT_PAREN",
    "VERTICAL_BAR"
  ]);
  static isPseudoOp(op) {
    return op >= Regexp2.Op.LEFT_PAREN;
  }
  static emptySubs() {
    return [];
  }
  static quoteIfHyphen(rune) {
    if (rune === Codepoint.CODES["-"]) return "\\";
    return "";
  }
  static fromRegexp(re) {
    const regex = new Regexp2(re.op);
    regex.flags = re.flags;
    regex.subs = re.subs;
    regex.runes = re.runes;
    regex.cap = re.cap;
    regex.min = re.min;
    regex.max = re.max;
    regex.name = re.name;
    regex.namedGroups = re.namedGroups;
    regex.lb = re.lb;
    return regex;
  }
  constructor(op) {
    this.op = op;
    this.flags = 0;
    this.subs = Regexp2.emptySubs();
    this.runes = /* @__PURE__ */ new Int32Array(0);
    this.min = 0;
    this.max = 0;
    this.cap = 0;
    this.name = null;
    this.namedGroups = /* @__PURE__ */ Object.create(null);
    this.lb = 0;
  }
  reinit() {
    this.flags = 0;
    this.subs = Regexp2.emptySubs();
    this.runes = /* @__PURE__ */ new Int32Array(0);
    this.cap = 0;
    this.min = 0;
    this.max = 0;
    this.name = null;
    this.namedGroups = /* @__PURE__ */ Object.create(null);
    this.lb = 0;
  }
  toString() {
    return this.appendTo();
  }
  appendTo() {
    let out = "";
    switch (this.op) {
      case Regexp2.Op.NO_MATCH:
        out += "[^\\x00-\\x{10FFFF}]";
        break;
      case Regexp2.Op.EMPTY_MATCH:
        out += "(?:)";
        break;
      case Regexp2.Op.STAR:
      case Regexp2.Op.PLUS:
      case Regexp2.Op.QUEST:
      case Regexp2.Op.REPEAT: {
        const sub = this.subs[0];
        if (sub.op > Regexp2.Op.CAPTURE || sub.op === Regexp2.Op.LITERAL && sub.runes.length > 1) out += `(?:${sub.appendTo()})`;
        else out += sub.appendTo();
        switch (this.op) {
          case Regexp2.Op.STAR:
            out += "*";
            break;
          case Regexp2.Op.PLUS:
            out += "+";
            break;
          case Regexp2.Op.QUEST:
            out += "?";
            break;
          case Regexp2.Op.REPEAT:
            out += `{${this.min}`;
            if (this.min !== this.max) {
              out += ",";
              if (this.max >= 0) out += this.max;
            }
            out += "}";
        }
        if ((this.flags & RE2Flags.NON_GREEDY) !== 0) out += "?";
        break;
      }
      case Regexp2.Op.CONCAT:
        for (let sub of this.subs) if (sub.op === Regexp2.Op.ALTERNATE) out += `(?:${sub.appendTo()})`;
        else out += sub.appendTo();
        break;
      case Regexp2.Op.ALTERNATE: {
        let sep = "";
        for (let sub of this.subs) {
          out += sep;
          sep = "|";
          out += sub.appendTo();
        }
        break;
      }
      case Regexp2.Op.LITERAL:
        if ((this.flags & RE2Flags.FOLD_CASE) !== 0) out += "(?i:";
        for (let rune of this.runes) out += Utils.escapeRune(rune);
        if ((this.flags & RE2Flags.FOLD_CASE) !== 0) out += ")";
        break;
      case Regexp2.Op.ANY_CHAR_NOT_NL:
        out += "(?-s:.)";
        break;
      case Regexp2.Op.ANY_CHAR:
        out += "(?s:.)";
        break;
      case Regexp2.Op.PLB:
        out += `(?<=${this.subs[0].appendTo()})`;
        break;
      case Regexp2.Op.NLB:
        out += `(?<!${this.subs[0].appendTo()})`;
        break;
      case Regexp2.Op.CAPTURE:
        if (this.name === null || this.name.length === 0) out += "(";
        else out += `(?P<${this.name}>`;
        if (this.subs[0].op !== Regexp2.Op.EMPTY_MATCH) out += this.subs[0].appendTo();
        out += ")";
        break;
      case Regexp2.Op.BEGIN_TEXT:
        out += "\\A";
        break;
      case Regexp2.Op.END_TEXT:
        if ((this.flags & RE2Flags.WAS_DOLLAR) !== 0) out += "(?-m:$)";
        else out += "\\z";
        break;
      case Regexp2.Op.BEGIN_LINE:
        out += "^";
        break;
      case Regexp2.Op.END_LINE:
        out += "$";
        break;
      case Regexp2.Op.WORD_BOUNDARY:
        out += "\\b";
        break;
      case Regexp2.Op.NO_WORD_BOUNDARY:
        out += "\\B";
        break;
      case Regexp2.Op.CHAR_CLASS:
        if (this.runes.length % 2 !== 0) {
          out += "[invalid char class]";
          break;
        }
        out += "[";
        if (this.runes.length === 0) out += "^\\x00-\\x{10FFFF}";
        else if (this.runes[0] === 0 && this.runes[this.runes.length - 1] === Unicode.MAX_RUNE) {
          out += "^";
          for (let i = 1; i < this.runes.length - 1; i += 2) {
            const lo = this.runes[i] + 1;
            const hi = this.runes[i + 1] - 1;
            out += Regexp2.quoteIfHyphen(lo);
            out += Utils.escapeRune(lo);
            if (lo !== hi) {
              out += "-";
              out += Regexp2.quoteIfHyphen(hi);
              out += Utils.escapeRune(hi);
            }
          }
        } else for (let i = 0; i < this.runes.length; i += 2) {
          const lo = this.runes[i];
          const hi = this.runes[i + 1];
          out += Regexp2.quoteIfHyphen(lo);
          out += Utils.escapeRune(lo);
          if (lo !== hi) {
            out += "-";
            out += Regexp2.quoteIfHyphen(hi);
            out += Utils.escapeRune(hi);
          }
        }
        out += "]";
        break;
      default:
        out += this.op;
    }
    return out;
  }
  maxCap() {
    let m = 0;
    if (this.op === Regexp2.Op.CAPTURE) m = this.cap;
    if (this.subs !== null) for (let sub of this.subs) {
      const n = sub.maxCap();
      if (m < n) m = n;
    }
    return m;
  }
  equals(that) {
    if (!(that !== null && that instanceof Regexp2)) return false;
    if (this.op !== that.op) return false;
    switch (this.op) {
      case Regexp2.Op.END_TEXT:
        if ((this.flags & RE2Flags.WAS_DOLLAR) !== (that.flags & RE2Flags.WAS_DOLLAR)) return false;
        break;
      case Regexp2.Op.LITERAL:
      case Regexp2.Op.CHAR_CLASS:
        if ((this.flags & RE2Flags.FOLD_CASE) !== (that.flags & RE2Flags.FOLD_CASE)) return false;
        if (this.runes === null && that.runes === null) break;
        if (this.runes === null || that.runes === null) return false;
        if (this.runes.length !== that.runes.length) return false;
        for (let i = 0; i < this.runes.length; i++) if (this.runes[i] !== that.runes[i]) return false;
        break;
      case Regexp2.Op.ALTERNATE:
      case Regexp2.Op.CONCAT:
        if (this.subs.length !== that.subs.length) return false;
        for (let i = 0; i < this.subs.length; ++i) if (!this.subs[i].equals(that.subs[i])) return false;
        break;
      case Regexp2.Op.STAR:
      case Regexp2.Op.PLUS:
      case Regexp2.Op.QUEST:
        if ((this.flags & RE2Flags.NON_GREEDY) !== (that.flags & RE2Flags.NON_GREEDY) || !this.subs[0].equals(that.subs[0])) return false;
        break;
      case Regexp2.Op.REPEAT:
        if ((this.flags & RE2Flags.NON_GREEDY) !== (that.flags & RE2Flags.NON_GREEDY) || this.min !== that.min || this.max !== that.max || !this.subs[0].equals(that.subs[0])) return false;
        break;
      case Regexp2.Op.CAPTURE:
        if (this.cap !== that.cap || (this.name === null ? that.name !== null : this.name !== that.name) || !this.subs[0].equals(that.subs[0])) return false;
        break;
      case Regexp2.Op.PLB:
      case Regexp2.Op.NLB:
        if (this.lb !== that.lb || !this.subs[0].equals(that.subs[0])) return false;
    }
    return true;
  }
};
var RegexpWalker = class {
  static walk(root, handler) {
    const stack = [];
    let re = root;
    let result;
    for (; ; ) {
      if (re.subs.length === 0) result = handler.leaf(re);
      else {
        const state = handler.enter(re);
        if (state.result === void 0) {
          stack.push({
            re,
            state,
            i: 0
          });
          re = re.subs[0];
          continue;
        }
        result = state.result;
      }
      for (; ; ) {
        if (stack.length === 0) return result;
        const frame = stack[stack.length - 1];
        handler.child(frame.re, frame.state, result, frame.i);
        frame.i++;
        if (frame.state.result === void 0 && frame.i < frame.re.subs.length) {
          re = frame.re.subs[frame.i];
          break;
        }
        stack.pop();
        result = frame.state.result !== void 0 ? frame.state.result : handler.leave(frame.re, frame.state);
      }
    }
  }
};
var AhoCorasick = class {
  constructor(words2, alphabetSize) {
    const edges = /* @__PURE__ */ new Map();
    const parent = [0];
    const unit = [0];
    const depth = [0];
    const terminal = [0];
    for (const word of words2) {
      let node = 0;
      for (let i = 0; i < word.length; i++) {
        const key2 = node * alphabetSize + word[i];
        let child = edges.get(key2);
        if (child === void 0) {
          child = parent.length;
          edges.set(key2, child);
          parent.push(node);
          unit.push(word[i]);
          depth.push(depth[node] + 1);
          terminal.push(0);
        }
        node = child;
      }
      terminal[node] = 1;
    }
    const numNodes = parent.length;
    const children = new Int32Array(numNodes - 1);
    for (let c = 1; c < numNodes; c++) children[c - 1] = c;
    children.sort((a, b) => parent[a] - parent[b] || unit[a] - unit[b]);
    const childStart = new Int32Array(numNodes + 1);
    for (let c = 1; c < numNodes; c++) childStart[parent[c] + 1]++;
    for (let n = 0; n < numNodes; n++) childStart[n + 1] += childStart[n];
    const childUnit = new Int32Array(numNodes - 1);
    for (let k = 0; k < children.length; k++) childUnit[k] = unit[children[k]];
    this.childStart = childStart;
    this.childUnit = childUnit;
    this.childNode = children;
    const byDepth = new Int32Array(numNodes);
    for (let n = 0; n < numNodes; n++) byDepth[n] = n;
    byDepth.sort((a, b) => depth[a] - depth[b]);
    const fail = new Int32Array(numNodes);
    const match = Uint8Array.from(terminal);
    for (let k = 1; k < numNodes; k++) {
      const c = byDepth[k];
      const p = parent[c];
      if (p !== 0) {
        let f = fail[p];
        let next = this.next(f, unit[c]);
        while (next < 0 && f !== 0) {
          f = fail[f];
          next = this.next(f, unit[c]);
        }
        fail[c] = next >= 0 ? next : 0;
      }
      match[c] |= match[fail[c]];
    }
    this.fail = fail;
    this.match = match;
  }
  next(node, u) {
    let lo = this.childStart[node];
    let hi = this.childStart[node + 1];
    const units = this.childUnit;
    while (lo < hi) {
      const mid = lo + hi >> 1;
      const m = units[mid];
      if (m === u) return this.childNode[mid];
      if (m < u) lo = mid + 1;
      else hi = mid;
    }
    return -1;
  }
  advance(node, u) {
    for (; ; ) {
      const next = this.next(node, u);
      if (next >= 0) return next;
      if (node === 0) return 0;
      node = this.fail[node];
    }
  }
  searchUTF16(charSeq, start, end) {
    let node = 0;
    for (let i = start; i < end; i++) {
      node = this.advance(node, charSeq.charCodeAt(i));
      if (this.match[node] === 1) return true;
    }
    return false;
  }
  searchUTF8(bytes, start, end) {
    let node = 0;
    for (let i = start; i < end; i++) {
      node = this.advance(node, bytes[i]);
      if (this.match[node] === 1) return true;
    }
    return false;
  }
};
var Prefilter = class Prefilter2 {
  static Type = {
    NONE: 0,
    EXACT: 1,
    AND: 2,
    OR: 3
  };
  static MAX_SCANS = 32;
  static MAX_AC_UNITS = 1 << 18;
  constructor(type) {
    this.type = type;
    this.subs = [];
    this.str = "";
    this.bytes = null;
    this.cost = type === Prefilter2.Type.EXACT ? 1 : 0;
    this.allExact = false;
    this.ac16 = null;
    this.ac8 = null;
  }
  automaton16() {
    if (this.ac16 === null) {
      const words2 = this.subs.map((s) => {
        const arr = new Array(s.str.length);
        for (let i = 0; i < s.str.length; i++) arr[i] = s.str.charCodeAt(i);
        return arr;
      });
      this.ac16 = new AhoCorasick(words2, 65536);
    }
    return this.ac16;
  }
  automaton8() {
    if (this.ac8 === null) this.ac8 = new AhoCorasick(this.subs.map((s) => s.bytes), 256);
    return this.ac8;
  }
  eval(input3, pos) {
    switch (this.type) {
      case Prefilter2.Type.NONE:
        return true;
      case Prefilter2.Type.EXACT:
        return input3.hasString(this, pos);
      case Prefilter2.Type.AND:
        for (let i = 0; i < this.subs.length; i++) if (!this.subs[i].eval(input3, pos)) return false;
        return true;
      case Prefilter2.Type.OR:
        if (this.allExact) return input3.hasAnyString(this, pos);
        for (let i = 0; i < this.subs.length; i++) if (this.subs[i].eval(input3, pos)) return true;
        return false;
      default:
        return true;
    }
  }
};
var PrefilterTree = class PrefilterTree2 {
  static build(re) {
    if (!re) return new Prefilter(Prefilter.Type.NONE);
    return RegexpWalker.walk(re, PrefilterTree2.WALKER);
  }
  static WALKER = {
    leaf: (re) => PrefilterTree2.leaf(re),
    enter: (re) => PrefilterTree2.enter(re),
    child: (re, state, result) => PrefilterTree2.child(re, state, result),
    leave: (re, state) => PrefilterTree2.leave(re, state)
  };
  static leaf(re) {
    if (re.op !== Regexp.Op.LITERAL) return new Prefilter(Prefilter.Type.NONE);
    if (re.runes.length === 0 || (re.flags & RE2Flags.FOLD_CASE) !== 0) return new Prefilter(Prefilter.Type.NONE);
    let str = "";
    for (let i = 0; i < re.runes.length; i++) {
      if (Unicode.isUnsearchable(re.runes[i])) return new Prefilter(Prefilter.Type.NONE);
      str += String.fromCodePoint(re.runes[i]);
    }
    const pf = new Prefilter(Prefilter.Type.EXACT);
    pf.str = str;
    pf.bytes = Utils.stringToUtf8ByteArray(pf.str);
    return pf;
  }
  static enter(re) {
    switch (re.op) {
      case Regexp.Op.CAPTURE:
      case Regexp.Op.PLUS:
        return { sub: null };
      case Regexp.Op.REPEAT:
        if (re.min >= 1) return { sub: null };
        return { result: new Prefilter(Prefilter.Type.NONE) };
      case Regexp.Op.CONCAT:
        return {
          pf: new Prefilter(Prefilter.Type.AND),
          subs: []
        };
      case Regexp.Op.ALTERNATE:
        return {
          pf: new Prefilter(Prefilter.Type.OR),
          subs: []
        };
      default:
        return { result: new Prefilter(Prefilter.Type.NONE) };
    }
  }
  static child(re, state, s) {
    if (state.subs === void 0) {
      state.sub = s;
      return;
    }
    if (state.pf.type === Prefilter.Type.AND) {
      if (s.type === Prefilter.Type.NONE) return;
      if (s.type === Prefilter.Type.AND) {
        for (let j = 0; j < s.subs.length; j++) state.subs.push(s.subs[j]);
        return;
      }
      state.subs.push(s);
      return;
    }
    if (s.type === Prefilter.Type.NONE) {
      state.result = new Prefilter(Prefilter.Type.NONE);
      return;
    }
    if (s.type === Prefilter.Type.OR) {
      for (let j = 0; j < s.subs.length; j++) state.subs.push(s.subs[j]);
      return;
    }
    state.subs.push(s);
  }
  static leave(re, state) {
    if (state.subs === void 0) return state.sub;
    const pf = state.pf;
    const seen = /* @__PURE__ */ new Set();
    const subs = [];
    for (const sub of state.subs) {
      if (sub.type === Prefilter.Type.EXACT) {
        if (seen.has(sub.str)) continue;
        seen.add(sub.str);
      }
      subs.push(sub);
    }
    if (pf.type === Prefilter.Type.AND) {
      const kept = [];
      let cost2 = 0;
      for (const sub of subs) {
        if (cost2 + sub.cost > Prefilter.MAX_SCANS) continue;
        kept.push(sub);
        cost2 += sub.cost;
      }
      if (kept.length === 0) return new Prefilter(Prefilter.Type.NONE);
      if (kept.length === 1) return kept[0];
      pf.subs = kept;
      pf.cost = cost2;
      return pf;
    }
    if (subs.length === 0) return new Prefilter(Prefilter.Type.NONE);
    if (subs.length === 1) return subs[0];
    pf.subs = subs;
    let allExact = true;
    let cost = 0;
    let units = 0;
    for (const sub of subs) {
      if (sub.type !== Prefilter.Type.EXACT) allExact = false;
      else units += sub.bytes.length;
      cost += sub.cost;
    }
    if (allExact) {
      if (units > Prefilter.MAX_AC_UNITS) return new Prefilter(Prefilter.Type.NONE);
      pf.allExact = true;
      pf.cost = 1;
      return pf;
    }
    if (cost > Prefilter.MAX_SCANS) return new Prefilter(Prefilter.Type.NONE);
    pf.cost = cost;
    return pf;
  }
};
var PatchList = class {
  /**
  * @param {number} head - Encoded pointer to the start of the patch list.
  * @param {number} tail - Encoded pointer to the end of the patch list.
  */
  constructor(head = 0, tail = 0) {
    this.head = head;
    this.tail = tail;
  }
};
var Prog = class {
  constructor() {
    this.inst = [];
    this.start = 0;
    this.numCap = 2;
    this.lbStarts = [];
    this.numLb = 0;
    this.lbInst = null;
  }
  getInst(pc) {
    return this.inst[pc];
  }
  numInst() {
    return this.inst.length;
  }
  addInst(op) {
    this.inst.push(new Inst(op));
  }
  markLookbehindInsts() {
    const lbInst = new Uint8Array(this.inst.length);
    const pending = this.lbStarts.slice();
    while (pending.length > 0) {
      const pc = pending.pop();
      if (pc === 0 || lbInst[pc] === 1) continue;
      lbInst[pc] = 1;
      const i = this.inst[pc];
      switch (i.op) {
        case Inst.ALT:
        case Inst.ALT_MATCH:
          pending.push(i.out, i.arg);
          break;
        case Inst.MATCH:
        case Inst.FAIL:
          break;
        default:
          pending.push(i.out);
      }
    }
    this.lbInst = lbInst;
  }
  skipNop(pc) {
    let i = this.inst[pc];
    while (i.op === Inst.NOP || i.op === Inst.CAPTURE) {
      i = this.inst[pc];
      pc = i.out;
    }
    return i;
  }
  /** @returns {[boolean, string]} */
  prefix() {
    let prefix2 = "";
    let i = this.skipNop(this.start);
    if (!Inst.isRuneOp(i.op) || i.runes.length !== 1) return [i.op === Inst.MATCH, prefix2];
    while (Inst.isRuneOp(i.op) && i.runes.length === 1 && (i.arg & RE2Flags.FOLD_CASE) === 0 && !Unicode.isUnsearchable(i.runes[0])) {
      prefix2 += String.fromCodePoint(i.runes[0]);
      i = this.skipNop(i.out);
    }
    return [i.op === Inst.MATCH, prefix2];
  }
  startCond() {
    let flag = 0;
    let pc = this.start;
    loop: for (; ; ) {
      const i = this.inst[pc];
      switch (i.op) {
        case Inst.EMPTY_WIDTH:
          flag |= i.arg;
          break;
        case Inst.FAIL:
          return -1;
        case Inst.CAPTURE:
        case Inst.NOP:
          break;
        default:
          break loop;
      }
      pc = i.out;
    }
    return flag;
  }
  patch(l, val) {
    let head = l.head;
    while (head !== 0) {
      const i = this.inst[head >> 1];
      if ((head & 1) === 0) {
        head = i.out;
        i.out = val;
      } else {
        head = i.arg;
        i.arg = val;
      }
    }
  }
  append(l1, l2) {
    if (l1.head === 0) return l2;
    if (l2.head === 0) return l1;
    const i = this.inst[l1.tail >> 1];
    if ((l1.tail & 1) === 0) i.out = l2.head;
    else i.arg = l2.head;
    return new PatchList(l1.head, l2.tail);
  }
  /**
  *
  * @returns {string}
  */
  toString() {
    let out = "";
    for (let pc = 0; pc < this.inst.length; pc++) {
      const len = out.length;
      out += pc;
      if (pc === this.start) out += "*";
      out += "        ".substring(out.length - len);
      out += this.inst[pc];
      out += "\n";
    }
    return out;
  }
};
var ANY_RUNE_NOT_NL = new Int32Array([
  0,
  Codepoint.CODES["\n"] - 1,
  Codepoint.CODES["\n"] + 1,
  Unicode.MAX_RUNE
]);
var ANY_RUNE = new Int32Array([0, Unicode.MAX_RUNE]);
var Frag = class {
  constructor(i = 0, out = new PatchList(), nullable = false) {
    this.i = i;
    this.out = out;
    this.nullable = nullable;
  }
};
var Compiler = class Compiler2 {
  static compileRegexp(re) {
    const c = new Compiler2();
    const f = c.compile(re);
    c.prog.patch(f.out, c.newInst(Inst.MATCH).i);
    c.prog.start = f.i;
    c.prog.markLookbehindInsts();
    return c.prog;
  }
  static compileSet(regexps) {
    const c = new Compiler2();
    if (regexps.length === 0) {
      c.prog.start = c.newInst(Inst.FAIL).i;
      c.prog.markLookbehindInsts();
      return c.prog;
    }
    let starts = [];
    for (let i = 0; i < regexps.length; i++) {
      c.lbOffset = c.prog.numLb;
      const f = c.compile(regexps[i]);
      const m = c.newInst(Inst.MATCH);
      c.prog.getInst(m.i).arg = i;
      c.prog.patch(f.out, m.i);
      starts.push(f.i);
    }
    let start = starts[0];
    for (let i = 1; i < starts.length; i++) {
      const f = c.newInst(Inst.ALT);
      const inst = c.prog.getInst(f.i);
      inst.out = start;
      inst.arg = starts[i];
      start = f.i;
    }
    c.prog.start = start;
    c.prog.markLookbehindInsts();
    return c.prog;
  }
  constructor() {
    this.prog = new Prog();
    this.newInst(Inst.FAIL);
    this.lbOffset = 0;
    this.runeCache = /* @__PURE__ */ new Map();
    this.walker = {
      leaf: (re) => this.leaf(re),
      enter: (re) => this.enter(re),
      child: (re, state, result) => this.child(re, state, result),
      leave: (re, state) => this.leave(re, state)
    };
  }
  newInst(op) {
    this.prog.addInst(op);
    return new Frag(this.prog.numInst() - 1, new PatchList(), true);
  }
  nop() {
    const f = this.newInst(Inst.NOP);
    f.out = new PatchList(f.i << 1, f.i << 1);
    return f;
  }
  fail() {
    return new Frag();
  }
  cap(arg) {
    const f = this.newInst(Inst.CAPTURE);
    f.out = new PatchList(f.i << 1, f.i << 1);
    this.prog.getInst(f.i).arg = arg;
    if (this.prog.numCap < arg + 1) this.prog.numCap = arg + 1;
    return f;
  }
  cat(f1, f2) {
    if (f1.i === 0 || f2.i === 0) {
      this.prog.patch(f1.out, 0);
      this.prog.patch(f2.out, 0);
      return this.fail();
    }
    this.prog.patch(f1.out, f2.i);
    return new Frag(f1.i, f2.out, f1.nullable && f2.nullable);
  }
  alt(f1, f2) {
    if (f1.i === 0) return f2;
    if (f2.i === 0) return f1;
    const f = this.newInst(Inst.ALT);
    const i = this.prog.getInst(f.i);
    i.out = f1.i;
    i.arg = f2.i;
    f.out = this.prog.append(f1.out, f2.out);
    f.nullable = f1.nullable || f2.nullable;
    return f;
  }
  loop(f1, nongreedy) {
    const f = this.newInst(Inst.ALT);
    const i = this.prog.getInst(f.i);
    if (nongreedy) {
      i.arg = f1.i;
      f.out = new PatchList(f.i << 1, f.i << 1);
    } else {
      i.out = f1.i;
      f.out = new PatchList(f.i << 1 | 1, f.i << 1 | 1);
    }
    this.prog.patch(f1.out, f.i);
    return f;
  }
  quest(f1, nongreedy) {
    if (f1.i === 0) return this.nop();
    const f = this.newInst(Inst.ALT);
    const i = this.prog.getInst(f.i);
    if (nongreedy) {
      i.arg = f1.i;
      f.out = new PatchList(f.i << 1, f.i << 1);
    } else {
      i.out = f1.i;
      f.out = new PatchList(f.i << 1 | 1, f.i << 1 | 1);
    }
    f.out = this.prog.append(f.out, f1.out);
    return f;
  }
  star(f1, nongreedy) {
    if (f1.i === 0) return this.nop();
    if (f1.nullable) return this.quest(this.plus(f1, nongreedy), nongreedy);
    return this.loop(f1, nongreedy);
  }
  plus(f1, nongreedy) {
    if (f1.i === 0) return this.fail();
    return new Frag(f1.i, this.loop(f1, nongreedy).out, f1.nullable);
  }
  empty(op) {
    const f = this.newInst(Inst.EMPTY_WIDTH);
    this.prog.getInst(f.i).arg = op;
    f.out = new PatchList(f.i << 1, f.i << 1);
    return f;
  }
  rune(runes, flags) {
    const f = this.newInst(Inst.RUNE);
    f.nullable = false;
    const i = this.prog.getInst(f.i);
    i.runes = runes;
    flags &= RE2Flags.FOLD_CASE;
    if (runes.length !== 1 || Unicode.simpleFold(runes[0]) === runes[0]) flags &= ~RE2Flags.FOLD_CASE;
    i.arg = flags;
    f.out = new PatchList(f.i << 1, f.i << 1);
    if ((flags & RE2Flags.FOLD_CASE) === 0 && runes.length === 1 || runes.length === 2 && runes[0] === runes[1]) i.op = Inst.RUNE1;
    else if (runes.length === 2 && runes[0] === 0 && runes[1] === Unicode.MAX_RUNE) i.op = Inst.RUNE_ANY;
    else if (runes.length === 4 && runes[0] === 0 && runes[1] === Codepoint.CODES["\n"] - 1 && runes[2] === Codepoint.CODES["\n"] + 1 && runes[3] === Unicode.MAX_RUNE) i.op = Inst.RUNE_ANY_NOT_NL;
    return f;
  }
  lookBehind(a, parsedLb) {
    const lb = Math.sign(parsedLb) * (Math.abs(parsedLb) + this.lbOffset);
    const id2 = this.newInst(Inst.LB_WRITE);
    this.prog.getInst(id2.i).arg = lb;
    const any = this.rune(ANY_RUNE, 0);
    const dotStar = this.star(any, true);
    const lbAutomaton = this.cat(dotStar, a);
    this.prog.patch(lbAutomaton.out, id2.i);
    const checkId = this.newInst(Inst.LB_CHECK);
    this.prog.getInst(checkId.i).arg = lb;
    this.prog.lbStarts.push(lbAutomaton.i);
    if (Math.abs(lb) > this.prog.numLb) this.prog.numLb = Math.abs(lb);
    checkId.out = new PatchList(checkId.i << 1, checkId.i << 1);
    return checkId;
  }
  compile(re) {
    return RegexpWalker.walk(re, this.walker);
  }
  leaf(re) {
    switch (re.op) {
      case Regexp.Op.NO_MATCH:
        return this.fail();
      case Regexp.Op.EMPTY_MATCH:
        return this.nop();
      case Regexp.Op.LITERAL: {
        if (re.runes.length === 0) return this.nop();
        let f = null;
        for (let r of re.runes) {
          let singleRune = this.runeCache.get(r);
          if (singleRune === void 0) {
            singleRune = new Int32Array([r]);
            this.runeCache.set(r, singleRune);
          }
          const f1 = this.rune(singleRune, re.flags);
          f = f === null ? f1 : this.cat(f, f1);
        }
        return f;
      }
      case Regexp.Op.CHAR_CLASS:
        return this.rune(re.runes, re.flags);
      case Regexp.Op.ANY_CHAR_NOT_NL:
        return this.rune(ANY_RUNE_NOT_NL, 0);
      case Regexp.Op.ANY_CHAR:
        return this.rune(ANY_RUNE, 0);
      case Regexp.Op.BEGIN_LINE:
        return this.empty(Utils.EMPTY_BEGIN_LINE);
      case Regexp.Op.END_LINE:
        return this.empty(Utils.EMPTY_END_LINE);
      case Regexp.Op.BEGIN_TEXT:
        return this.empty(Utils.EMPTY_BEGIN_TEXT);
      case Regexp.Op.END_TEXT:
        return this.empty(Utils.EMPTY_END_TEXT);
      case Regexp.Op.WORD_BOUNDARY:
        return this.empty(Utils.EMPTY_WORD_BOUNDARY);
      case Regexp.Op.NO_WORD_BOUNDARY:
        return this.empty(Utils.EMPTY_NO_WORD_BOUNDARY);
      case Regexp.Op.CONCAT:
      case Regexp.Op.ALTERNATE:
        return this.nop();
      default:
        throw new RE2JSCompileException("regexp: unhandled case in compile");
    }
  }
  enter(re) {
    switch (re.op) {
      case Regexp.Op.PLB:
      case Regexp.Op.NLB:
      case Regexp.Op.STAR:
      case Regexp.Op.PLUS:
      case Regexp.Op.QUEST:
        return { sub: null };
      case Regexp.Op.CAPTURE:
        return {
          bra: this.cap(re.cap << 1),
          sub: null
        };
      case Regexp.Op.CONCAT:
      case Regexp.Op.ALTERNATE:
        return { f: null };
      default:
        throw new RE2JSCompileException("regexp: unhandled case in compile");
    }
  }
  child(re, state, f1) {
    if (re.op === Regexp.Op.CONCAT) state.f = state.f === null ? f1 : this.cat(state.f, f1);
    else if (re.op === Regexp.Op.ALTERNATE) state.f = state.f === null ? f1 : this.alt(state.f, f1);
    else state.sub = f1;
  }
  leave(re, state) {
    switch (re.op) {
      case Regexp.Op.PLB:
      case Regexp.Op.NLB:
        return this.lookBehind(state.sub, re.lb);
      case Regexp.Op.CAPTURE: {
        const ket = this.cap(re.cap << 1 | 1);
        return this.cat(this.cat(state.bra, state.sub), ket);
      }
      case Regexp.Op.STAR:
        return this.star(state.sub, (re.flags & RE2Flags.NON_GREEDY) !== 0);
      case Regexp.Op.PLUS:
        return this.plus(state.sub, (re.flags & RE2Flags.NON_GREEDY) !== 0);
      case Regexp.Op.QUEST:
        return this.quest(state.sub, (re.flags & RE2Flags.NON_GREEDY) !== 0);
      case Regexp.Op.CONCAT:
      case Regexp.Op.ALTERNATE:
        return state.f;
      default:
        throw new RE2JSCompileException("regexp: unhandled case in compile");
    }
  }
};
var Simplify = class Simplify2 {
  static simplify(re) {
    if (re === null) return null;
    return RegexpWalker.walk(re, Simplify2.WALKER);
  }
  static WALKER = {
    leaf: (re) => Simplify2.leaf(re),
    enter: (re) => Simplify2.enter(re),
    child: (re, state, result, i) => Simplify2.child(re, state, result, i),
    leave: (re, state) => Simplify2.leave(re, state)
  };
  static leaf(re) {
    if (re.op === Regexp.Op.CHAR_CLASS) {
      if (re.runes === null) return re;
      if (re.runes.length === 0) return new Regexp(Regexp.Op.NO_MATCH);
      if (re.runes.length === 2 && re.runes[0] === 0 && re.runes[1] === Unicode.MAX_RUNE) return new Regexp(Regexp.Op.ANY_CHAR);
      if (re.runes.length === 4 && re.runes[0] === 0 && re.runes[1] === Codepoint.CODES["\n"] - 1 && re.runes[2] === Codepoint.CODES["\n"] + 1 && re.runes[3] === Unicode.MAX_RUNE) return new Regexp(Regexp.Op.ANY_CHAR_NOT_NL);
    }
    return re;
  }
  static enter(re) {
    switch (re.op) {
      case Regexp.Op.PLB:
      case Regexp.Op.NLB:
      case Regexp.Op.CAPTURE:
      case Regexp.Op.STAR:
      case Regexp.Op.PLUS:
      case Regexp.Op.QUEST:
        return { sub: null };
      case Regexp.Op.CONCAT:
      case Regexp.Op.ALTERNATE:
        return {
          subs: [],
          changed: false
        };
      case Regexp.Op.REPEAT:
        if (re.min === 0 && re.max === 0) return { result: new Regexp(Regexp.Op.EMPTY_MATCH) };
        return { sub: null };
      default:
        return { result: re };
    }
  }
  static child(re, state, nsub, i) {
    if (state.subs === void 0) {
      state.sub = nsub;
      return;
    }
    if (nsub !== re.subs[i]) state.changed = true;
    if (re.op === Regexp.Op.CONCAT) {
      if (nsub.op === Regexp.Op.NO_MATCH) {
        state.result = new Regexp(Regexp.Op.NO_MATCH);
        return;
      }
      if (nsub.op === Regexp.Op.EMPTY_MATCH) {
        state.changed = true;
        return;
      }
      if (nsub.op === Regexp.Op.CONCAT) {
        state.changed = true;
        for (let j = 0; j < nsub.subs.length; j++) state.subs.push(nsub.subs[j]);
        return;
      }
    } else {
      if (nsub.op === Regexp.Op.NO_MATCH) {
        state.changed = true;
        return;
      }
      if (nsub.op === Regexp.Op.ALTERNATE) {
        state.changed = true;
        for (let j = 0; j < nsub.subs.length; j++) state.subs.push(nsub.subs[j]);
        return;
      }
    }
    state.subs.push(nsub);
  }
  static leave(re, state) {
    switch (re.op) {
      case Regexp.Op.PLB:
      case Regexp.Op.NLB:
      case Regexp.Op.CAPTURE: {
        const sub = state.sub;
        if (sub !== re.subs[0]) {
          const nre = Regexp.fromRegexp(re);
          nre.runes = /* @__PURE__ */ new Int32Array(0);
          nre.subs = [sub];
          return nre;
        }
        return re;
      }
      case Regexp.Op.CONCAT:
      case Regexp.Op.ALTERNATE:
        if (state.changed) {
          const newSubs = state.subs;
          if (newSubs.length === 0) return new Regexp(re.op === Regexp.Op.CONCAT ? Regexp.Op.EMPTY_MATCH : Regexp.Op.NO_MATCH);
          if (newSubs.length === 1) return newSubs[0];
          const nre = Regexp.fromRegexp(re);
          nre.runes = /* @__PURE__ */ new Int32Array(0);
          nre.subs = newSubs;
          return nre;
        }
        return re;
      case Regexp.Op.STAR:
      case Regexp.Op.PLUS:
      case Regexp.Op.QUEST:
        return Simplify2.simplify1(re.op, re.flags, state.sub, re);
      case Regexp.Op.REPEAT:
        return Simplify2.simplifyRepeat(re, state.sub);
      default:
        return re;
    }
  }
  static simplifyRepeat(re, sub) {
    if (re.max === -1) {
      if (re.min === 0) return Simplify2.simplify1(Regexp.Op.STAR, re.flags, sub, null);
      if (re.min === 1) return Simplify2.simplify1(Regexp.Op.PLUS, re.flags, sub, null);
      const subs = [];
      for (let i = 0; i < re.min - 1; i++) subs.push(sub);
      subs.push(Simplify2.simplify1(Regexp.Op.PLUS, re.flags, sub, null));
      return Simplify2.concat(subs);
    }
    if (re.min === 1 && re.max === 1) return sub;
    let prefixSubs = null;
    if (re.min > 0) {
      prefixSubs = [];
      for (let i = 0; i < re.min; i++) prefixSubs.push(sub);
    }
    if (re.max > re.min) {
      let suffix = Simplify2.simplify1(Regexp.Op.QUEST, re.flags, sub, null);
      for (let i = re.min + 1; i < re.max; i++) suffix = Simplify2.simplify1(Regexp.Op.QUEST, re.flags, Simplify2.concat([sub, suffix]), null);
      if (prefixSubs === null) return suffix;
      prefixSubs.push(suffix);
    }
    if (prefixSubs !== null) return Simplify2.concat(prefixSubs);
    return new Regexp(Regexp.Op.NO_MATCH);
  }
  static concat(subs) {
    const newSubs = [];
    for (let i = 0; i < subs.length; i++) {
      const sub = subs[i];
      if (sub.op === Regexp.Op.NO_MATCH) return new Regexp(Regexp.Op.NO_MATCH);
      if (sub.op === Regexp.Op.EMPTY_MATCH) continue;
      if (sub.op === Regexp.Op.CONCAT) {
        for (let j = 0; j < sub.subs.length; j++) newSubs.push(sub.subs[j]);
        continue;
      }
      newSubs.push(sub);
    }
    if (newSubs.length === 0) return new Regexp(Regexp.Op.EMPTY_MATCH);
    if (newSubs.length === 1) return newSubs[0];
    const nre = new Regexp(Regexp.Op.CONCAT);
    nre.subs = newSubs;
    return nre;
  }
  static simplify1(op, flags, sub, re) {
    if (sub.op === Regexp.Op.EMPTY_MATCH) return sub;
    if (sub.op === Regexp.Op.NO_MATCH) {
      if (op === Regexp.Op.PLUS) return sub;
      return new Regexp(Regexp.Op.EMPTY_MATCH);
    }
    if (op === sub.op && (flags & RE2Flags.NON_GREEDY) === (sub.flags & RE2Flags.NON_GREEDY)) return sub;
    if (re !== null && re.op === op && (re.flags & RE2Flags.NON_GREEDY) === (flags & RE2Flags.NON_GREEDY) && sub === re.subs[0]) return re;
    const nre = new Regexp(op);
    nre.flags = flags;
    nre.subs = [sub];
    return nre;
  }
};
var CharGroup = class {
  constructor(sign, cls) {
    this.sign = sign;
    this.cls = cls;
  }
};
var code1 = [48, 57];
var code2 = [
  9,
  10,
  12,
  13,
  32,
  32
];
var code3 = [
  48,
  57,
  65,
  90,
  95,
  95,
  97,
  122
];
var PERL_GROUPS = /* @__PURE__ */ new Map([
  ["\\d", new CharGroup(1, code1)],
  ["\\D", new CharGroup(-1, code1)],
  ["\\s", new CharGroup(1, code2)],
  ["\\S", new CharGroup(-1, code2)],
  ["\\w", new CharGroup(1, code3)],
  ["\\W", new CharGroup(-1, code3)]
]);
var code4 = [
  48,
  57,
  65,
  90,
  97,
  122
];
var code5 = [
  65,
  90,
  97,
  122
];
var code6 = [0, 127];
var code7 = [
  9,
  9,
  32,
  32
];
var code8 = [
  0,
  31,
  127,
  127
];
var code9 = [48, 57];
var code10 = [33, 126];
var code11 = [97, 122];
var code12 = [32, 126];
var code13 = [
  33,
  47,
  58,
  64,
  91,
  96,
  123,
  126
];
var code14 = [
  9,
  13,
  32,
  32
];
var code15 = [65, 90];
var code16 = [
  48,
  57,
  65,
  90,
  95,
  95,
  97,
  122
];
var code17 = [
  48,
  57,
  65,
  70,
  97,
  102
];
var POSIX_GROUPS = /* @__PURE__ */ new Map([
  ["[:alnum:]", new CharGroup(1, code4)],
  ["[:^alnum:]", new CharGroup(-1, code4)],
  ["[:alpha:]", new CharGroup(1, code5)],
  ["[:^alpha:]", new CharGroup(-1, code5)],
  ["[:ascii:]", new CharGroup(1, code6)],
  ["[:^ascii:]", new CharGroup(-1, code6)],
  ["[:blank:]", new CharGroup(1, code7)],
  ["[:^blank:]", new CharGroup(-1, code7)],
  ["[:cntrl:]", new CharGroup(1, code8)],
  ["[:^cntrl:]", new CharGroup(-1, code8)],
  ["[:digit:]", new CharGroup(1, code9)],
  ["[:^digit:]", new CharGroup(-1, code9)],
  ["[:graph:]", new CharGroup(1, code10)],
  ["[:^graph:]", new CharGroup(-1, code10)],
  ["[:lower:]", new CharGroup(1, code11)],
  ["[:^lower:]", new CharGroup(-1, code11)],
  ["[:print:]", new CharGroup(1, code12)],
  ["[:^print:]", new CharGroup(-1, code12)],
  ["[:punct:]", new CharGroup(1, code13)],
  ["[:^punct:]", new CharGroup(-1, code13)],
  ["[:space:]", new CharGroup(1, code14)],
  ["[:^space:]", new CharGroup(-1, code14)],
  ["[:upper:]", new CharGroup(1, code15)],
  ["[:^upper:]", new CharGroup(-1, code15)],
  ["[:word:]", new CharGroup(1, code16)],
  ["[:^word:]", new CharGroup(-1, code16)],
  ["[:xdigit:]", new CharGroup(1, code17)],
  ["[:^xdigit:]", new CharGroup(-1, code17)]
]);
var CharClass = class CharClass2 {
  static charClassToString(r, len) {
    let result = "[";
    for (let i = 0; i < len; i += 2) {
      if (i > 0) result += " ";
      const lo = r[i];
      const hi = r[i + 1];
      if (lo === hi) result += `0x${lo.toString(16)}`;
      else result += `0x${lo.toString(16)}-0x${hi.toString(16)}`;
    }
    result += "]";
    return result;
  }
  static sortRanges(array, len) {
    const n = len >> 1;
    const order = new Array(n);
    for (let i = 0; i < n; i++) order[i] = i;
    order.sort((a, b) => array[2 * a] - array[2 * b] || array[2 * b + 1] - array[2 * a + 1]);
    const sorted = array.slice(0, len);
    for (let i = 0; i < n; i++) {
      array[2 * i] = sorted[2 * order[i]];
      array[2 * i + 1] = sorted[2 * order[i] + 1];
    }
  }
  /**
  * @param {number[]|Int32Array} [r]
  */
  constructor(r = Utils.emptyInts()) {
    this.r = r;
    this.len = r.length;
  }
  toArray() {
    if (this.r instanceof Int32Array) return this.len === this.r.length ? this.r : this.r.subarray(0, this.len);
    return new Int32Array(this.len === this.r.length ? this.r : this.r.slice(0, this.len));
  }
  toGrowableArray() {
    if (Array.isArray(this.r)) {
      this.r.length = this.len;
      return this.r;
    }
    return Array.from(this.r.subarray(0, this.len));
  }
  cleanClass() {
    if (this.len < 4) return this;
    CharClass2.sortRanges(this.r, this.len);
    let w = 2;
    for (let i = 2; i < this.len; i += 2) {
      const lo = this.r[i];
      const hi = this.r[i + 1];
      if (lo <= this.r[w - 1] + 1) {
        if (hi > this.r[w - 1]) this.r[w - 1] = hi;
        continue;
      }
      this.r[w] = lo;
      this.r[w + 1] = hi;
      w += 2;
    }
    this.len = w;
    return this;
  }
  appendLiteral(x, flags) {
    return (flags & RE2Flags.FOLD_CASE) !== 0 ? this.appendFoldedRange(x, x) : this.appendRange(x, x);
  }
  appendRange(lo, hi) {
    if (this.len > 0) {
      for (let i = 2; i <= 4; i += 2) if (this.len >= i) {
        const rlo = this.r[this.len - i];
        const rhi = this.r[this.len - i + 1];
        if (lo <= rhi + 1 && rlo <= hi + 1) {
          if (lo < rlo) this.r[this.len - i] = lo;
          if (hi > rhi) this.r[this.len - i + 1] = hi;
          return this;
        }
      }
    }
    this.r[this.len++] = lo;
    this.r[this.len++] = hi;
    return this;
  }
  appendFoldedRange(lo, hi) {
    if (lo <= Unicode.MIN_FOLD && hi >= Unicode.MAX_FOLD) return this.appendRange(lo, hi);
    if (hi < Unicode.MIN_FOLD || lo > Unicode.MAX_FOLD) return this.appendRange(lo, hi);
    if (lo < Unicode.MIN_FOLD) {
      this.appendRange(lo, Unicode.MIN_FOLD - 1);
      lo = Unicode.MIN_FOLD;
    }
    if (hi > Unicode.MAX_FOLD) {
      this.appendRange(Unicode.MAX_FOLD + 1, hi);
      hi = Unicode.MAX_FOLD;
    }
    for (let c = lo; c <= hi; c++) {
      this.appendRange(c, c);
      for (let f = Unicode.simpleFold(c); f !== c; f = Unicode.simpleFold(f)) this.appendRange(f, f);
    }
    return this;
  }
  appendClass(x) {
    for (let i = 0; i < x.length; i += 2) this.appendRange(x[i], x[i + 1]);
    return this;
  }
  appendFoldedClass(x) {
    for (let i = 0; i < x.length; i += 2) this.appendFoldedRange(x[i], x[i + 1]);
    return this;
  }
  appendNegatedClass(x) {
    let nextLo = 0;
    for (let i = 0; i < x.length; i += 2) {
      const lo = x[i];
      const hi = x[i + 1];
      if (nextLo <= lo - 1) this.appendRange(nextLo, lo - 1);
      nextLo = hi + 1;
    }
    if (nextLo <= Unicode.MAX_RUNE) this.appendRange(nextLo, Unicode.MAX_RUNE);
    return this;
  }
  appendTable(table) {
    for (let i = 0; i < table.length; ++i) {
      const lo = table.getLo(i);
      const hi = table.getHi(i);
      const stride = table.getStride(i);
      if (stride === 1) {
        this.appendRange(lo, hi);
        continue;
      }
      for (let c = lo; c <= hi; c += stride) this.appendRange(c, c);
    }
    return this;
  }
  appendNegatedTable(table) {
    let nextLo = 0;
    for (let i = 0; i < table.length; ++i) {
      const lo = table.getLo(i);
      const hi = table.getHi(i);
      const stride = table.getStride(i);
      if (stride === 1) {
        if (nextLo <= lo - 1) this.appendRange(nextLo, lo - 1);
        nextLo = hi + 1;
        continue;
      }
      for (let c = lo; c <= hi; c += stride) {
        if (nextLo <= c - 1) this.appendRange(nextLo, c - 1);
        nextLo = c + 1;
      }
    }
    if (nextLo <= Unicode.MAX_RUNE) this.appendRange(nextLo, Unicode.MAX_RUNE);
    return this;
  }
  appendTableWithSign(table, sign) {
    return sign < 0 ? this.appendNegatedTable(table) : this.appendTable(table);
  }
  negateClass() {
    let nextLo = 0;
    let w = 0;
    for (let i = 0; i < this.len; i += 2) {
      const lo = this.r[i];
      const hi = this.r[i + 1];
      if (nextLo <= lo - 1) {
        this.r[w] = nextLo;
        this.r[w + 1] = lo - 1;
        w += 2;
      }
      nextLo = hi + 1;
    }
    this.len = w;
    if (nextLo <= Unicode.MAX_RUNE) {
      this.r[this.len++] = nextLo;
      this.r[this.len++] = Unicode.MAX_RUNE;
    }
    return this;
  }
  appendClassWithSign(x, sign) {
    return sign < 0 ? this.appendNegatedClass(x) : this.appendClass(x);
  }
  appendGroup(g, foldCase) {
    let cls = g.cls;
    if (foldCase) cls = new CharClass2().appendFoldedClass(cls).cleanClass().toArray();
    return this.appendClassWithSign(cls, g.sign);
  }
  toString() {
    return CharClass2.charClassToString(this.r, this.len);
  }
};
var StringIterator = class {
  constructor(str) {
    this.str = str;
    this.position = 0;
  }
  pos() {
    return this.position;
  }
  rewindTo(pos) {
    this.position = pos;
  }
  more() {
    return this.position < this.str.length;
  }
  peek() {
    return this.str.codePointAt(this.position);
  }
  skip(n) {
    this.position += n;
  }
  skipString(s) {
    this.position += s.length;
  }
  pop() {
    const r = this.str.codePointAt(this.position);
    this.position += Utils.charCount(r);
    return r;
  }
  lookingAt(s) {
    return this.str.startsWith(s, this.position);
  }
  rest() {
    return this.str.substring(this.position);
  }
  from(beforePos) {
    return this.str.substring(beforePos, this.position);
  }
  toString() {
    return this.rest();
  }
};
var Parser = class Parser2 {
  static ERR_INTERNAL_ERROR = "regexp/syntax: internal error";
  static ERR_INVALID_CHAR_RANGE = "invalid character class range";
  static ERR_INVALID_ESCAPE = "invalid escape sequence";
  static ERR_INVALID_NAMED_CAPTURE = "invalid named capture";
  static ERR_INVALID_PERL_OP = "invalid or unsupported Perl syntax";
  static ERR_INVALID_REPEAT_OP = "invalid nested repetition operator";
  static ERR_INVALID_REPEAT_SIZE = "invalid repeat count";
  static ERR_MISSING_BRACKET = "missing closing ]";
  static ERR_MISSING_PAREN = "missing closing )";
  static ERR_MISSING_REPEAT_ARGUMENT = "missing argument to repetition operator";
  static ERR_TRAILING_BACKSLASH = "trailing backslash at end of expression";
  static ERR_DUPLICATE_NAMED_CAPTURE = "duplicate capture group name";
  static ERR_UNEXPECTED_PAREN = "unexpected )";
  static ERR_NESTING_DEPTH = "expression nests too deeply";
  static ERR_LARGE = "expression too large";
  static ERR_INVALID_CAPTURE_IN_LOOKBEHIND = "invalid capture in lookbehind";
  static MAX_HEIGHT = 1e3;
  static MAX_SIZE = 1398101;
  static MAX_RUNES = 33554432;
  static ANY_TABLE = new UnicodeRangeTable(new Uint32Array([
    0,
    Unicode.MAX_RUNE,
    1
  ]));
  static ASCII_TABLE = new UnicodeRangeTable(new Uint32Array([
    0,
    127,
    1
  ]));
  static ASCII_FOLD_TABLE = new UnicodeRangeTable(new Uint32Array([
    0,
    127,
    1,
    383,
    383,
    1,
    8490,
    8490,
    1
  ]));
  static unicodeTable(name2) {
    if (name2 === "Any") return {
      tab: Parser2.ANY_TABLE,
      fold: Parser2.ANY_TABLE,
      sign: 1
    };
    if (name2 === "Ascii") return {
      tab: Parser2.ASCII_TABLE,
      fold: Parser2.ASCII_FOLD_TABLE,
      sign: 1
    };
    if (name2 === "Assigned") return {
      tab: UnicodeTables.CATEGORIES.get("Cn"),
      fold: UnicodeTables.CATEGORIES.get("Cn"),
      sign: -1
    };
    if (name2 === "Lc") return {
      tab: UnicodeTables.CATEGORIES.get("LC"),
      fold: UnicodeTables.FOLD_CATEGORIES.get("LC"),
      sign: 1
    };
    if (UnicodeTables.CATEGORIES.has(name2)) return {
      tab: UnicodeTables.CATEGORIES.get(name2),
      fold: UnicodeTables.FOLD_CATEGORIES.get(name2),
      sign: 1
    };
    if (UnicodeTables.SCRIPTS.has(name2)) return {
      tab: UnicodeTables.SCRIPTS.get(name2),
      fold: UnicodeTables.FOLD_SCRIPT.get(name2),
      sign: 1
    };
    return null;
  }
  static minFoldRune(r) {
    if (r < Unicode.MIN_FOLD || r > Unicode.MAX_FOLD) return r;
    let min = r;
    const r0 = r;
    for (r = Unicode.simpleFold(r); r !== r0; r = Unicode.simpleFold(r)) if (min > r) min = r;
    return min;
  }
  static leadingRegexp(re) {
    if (re.op === Regexp.Op.EMPTY_MATCH) return null;
    if (re.op === Regexp.Op.CONCAT && re.subs.length > 0) {
      const sub = re.subs[0];
      if (sub.op === Regexp.Op.EMPTY_MATCH) return null;
      return sub;
    }
    return re;
  }
  static literalRegexp(s, flags) {
    const re = new Regexp(Regexp.Op.LITERAL);
    re.flags = flags;
    re.runes = Utils.stringToRunes(s);
    return re;
  }
  /**
  * Parse regular expression pattern {@code pattern} with mode flags {@code flags}.
  * @param {string} pattern
  * @param {number} flags
  */
  static parse(pattern3, flags) {
    return new Parser2(pattern3, flags).parseInternal();
  }
  static parseRepeat(t) {
    const start = t.pos();
    if (!t.more() || !t.lookingAt("{")) return -1;
    t.skip(1);
    const min = Parser2.parseInt(t);
    if (min === -1) return -1;
    if (!t.more()) return -1;
    let max;
    if (!t.lookingAt(",")) max = min;
    else {
      t.skip(1);
      if (!t.more()) return -1;
      if (t.lookingAt("}")) max = -1;
      else if ((max = Parser2.parseInt(t)) === -1) return -1;
    }
    if (!t.more() || !t.lookingAt("}")) return -1;
    t.skip(1);
    if (min < 0 || min > 1e3 || max === -2 || max > 1e3 || max >= 0 && min > max) throw new RE2JSSyntaxException(Parser2.ERR_INVALID_REPEAT_SIZE, t.from(start));
    return min << 16 | max & Unicode.MAX_BMP;
  }
  static isValidCaptureName(name2) {
    if (name2.length === 0) return false;
    for (let i = 0; i < name2.length; i++) {
      const c = name2.codePointAt(i);
      if (c !== Codepoint.CODES["_"] && !Utils.isalnum(c)) return false;
    }
    return true;
  }
  static parseInt(t) {
    const start = t.pos();
    while (t.more() && t.peek() >= Codepoint.CODES["0"] && t.peek() <= Codepoint.CODES["9"]) t.skip(1);
    const n = t.from(start);
    if (n.length === 0 || n.length > 1 && n.codePointAt(0) === Codepoint.CODES["0"]) return -1;
    if (n.length > 8) return -2;
    return parseInt(n, 10);
  }
  static isCharClass(re) {
    return re.op === Regexp.Op.LITERAL && re.runes.length === 1 || re.op === Regexp.Op.CHAR_CLASS || re.op === Regexp.Op.ANY_CHAR_NOT_NL || re.op === Regexp.Op.ANY_CHAR;
  }
  static matchRune(re, r) {
    switch (re.op) {
      case Regexp.Op.LITERAL:
        return re.runes.length === 1 && re.runes[0] === r;
      case Regexp.Op.CHAR_CLASS:
        for (let i = 0; i < re.runes.length; i += 2) if (re.runes[i] <= r && r <= re.runes[i + 1]) return true;
        return false;
      case Regexp.Op.ANY_CHAR_NOT_NL:
        return r !== Codepoint.CODES["\n"];
      case Regexp.Op.ANY_CHAR:
        return true;
    }
    return false;
  }
  static mergeCharClass(dst, src) {
    switch (dst.op) {
      case Regexp.Op.ANY_CHAR:
        break;
      case Regexp.Op.ANY_CHAR_NOT_NL:
        if (Parser2.matchRune(src, Codepoint.CODES["\n"])) dst.op = Regexp.Op.ANY_CHAR;
        break;
      case Regexp.Op.CHAR_CLASS: {
        const cc = new CharClass(Array.isArray(dst.runes) ? dst.runes : Array.from(dst.runes));
        if (src.op === Regexp.Op.LITERAL) cc.appendLiteral(src.runes[0], src.flags);
        else cc.appendClass(src.runes);
        dst.runes = cc.toGrowableArray();
        break;
      }
      case Regexp.Op.LITERAL:
        if (src.runes[0] === dst.runes[0] && src.flags === dst.flags) break;
        dst.op = Regexp.Op.CHAR_CLASS;
        dst.runes = new CharClass().appendLiteral(dst.runes[0], dst.flags).appendLiteral(src.runes[0], src.flags).toGrowableArray();
    }
  }
  static parseEscape(t) {
    const startPos = t.pos();
    t.skip(1);
    if (!t.more()) throw new RE2JSSyntaxException(Parser2.ERR_TRAILING_BACKSLASH);
    let c = t.pop();
    bigswitch: switch (c) {
      case Codepoint.CODES["1"]:
      case Codepoint.CODES["2"]:
      case Codepoint.CODES["3"]:
      case Codepoint.CODES["4"]:
      case Codepoint.CODES["5"]:
      case Codepoint.CODES["6"]:
      case Codepoint.CODES["7"]:
        if (!t.more() || t.peek() < Codepoint.CODES["0"] || t.peek() > Codepoint.CODES["7"]) break;
      case Codepoint.CODES["0"]: {
        let r = c - Codepoint.CODES["0"];
        for (let i = 1; i < 3; i++) {
          if (!t.more() || t.peek() < Codepoint.CODES["0"] || t.peek() > Codepoint.CODES["7"]) break;
          r = r * 8 + t.peek() - Codepoint.CODES["0"];
          t.skip(1);
        }
        return r;
      }
      case Codepoint.CODES["x"]: {
        if (!t.more()) break;
        c = t.pop();
        if (c === Codepoint.CODES["{"]) {
          let nhex = 0;
          let r = 0;
          while (true) {
            if (!t.more()) break bigswitch;
            c = t.pop();
            if (c === Codepoint.CODES["}"]) break;
            const v = Utils.unhex(c);
            if (v < 0) break bigswitch;
            r = r * 16 + v;
            if (r > Unicode.MAX_RUNE) break bigswitch;
            nhex++;
          }
          if (nhex === 0) break bigswitch;
          return r;
        }
        const x = Utils.unhex(c);
        if (!t.more()) break;
        c = t.pop();
        const y = Utils.unhex(c);
        if (x < 0 || y < 0) break;
        return x * 16 + y;
      }
      case Codepoint.CODES["a"]:
        return Codepoint.CODES["\x07"];
      case Codepoint.CODES["f"]:
        return Codepoint.CODES["\f"];
      case Codepoint.CODES["n"]:
        return Codepoint.CODES["\n"];
      case Codepoint.CODES["r"]:
        return Codepoint.CODES["\r"];
      case Codepoint.CODES["t"]:
        return Codepoint.CODES["	"];
      case Codepoint.CODES["v"]:
        return Codepoint.CODES["\v"];
      default:
        if (c <= Unicode.MAX_ASCII && !Utils.isalnum(c)) return c;
    }
    throw new RE2JSSyntaxException(Parser2.ERR_INVALID_ESCAPE, t.from(startPos));
  }
  static parseClassChar(t, wholeClassPos) {
    if (!t.more()) throw new RE2JSSyntaxException(Parser2.ERR_MISSING_BRACKET, t.from(wholeClassPos));
    if (t.lookingAt("\\")) return Parser2.parseEscape(t);
    return t.pop();
  }
  static hasCapture(re) {
    if (re === null) return false;
    if (re.op === Regexp.Op.CAPTURE) return true;
    if (re.subs) {
      for (let sub of re.subs) if (Parser2.hasCapture(sub)) return true;
    }
    return false;
  }
  constructor(wholeRegexp, flags = 0) {
    this.wholeRegexp = wholeRegexp;
    this.flags = flags;
    this.numCap = 0;
    this.namedGroups = /* @__PURE__ */ Object.create(null);
    this.stack = [];
    this.free = null;
    this.numRegexp = 0;
    this.numRunes = 0;
    this.repeats = 0;
    this.height = null;
    this.size = null;
    this.nlb = 0;
  }
  newRegexp(op) {
    let re = this.free;
    if (re !== null && re.subs !== null && re.subs.length > 0) {
      this.free = re.subs[0];
      re.reinit();
      re.op = op;
    } else {
      re = new Regexp(op);
      this.numRegexp += 1;
    }
    return re;
  }
  reuse(re) {
    if (this.height !== null && this.height.has(re)) this.height.delete(re);
    if (re.subs !== null && re.subs.length > 0) re.subs[0] = this.free;
    this.free = re;
  }
  checkLimits(re) {
    if (this.numRunes > Parser2.MAX_RUNES) throw new RE2JSSyntaxException(Parser2.ERR_LARGE);
    this.checkSize(re);
    this.checkHeight(re);
  }
  checkSize(re) {
    if (this.size === null) {
      if (this.repeats === 0) this.repeats = 1;
      if (re.op === Regexp.Op.REPEAT) {
        let n = re.max;
        if (n === -1) n = re.min;
        if (n <= 0) n = 1;
        if (n > Math.floor(Parser2.MAX_SIZE / this.repeats)) this.repeats = Parser2.MAX_SIZE;
        else this.repeats *= n;
      }
      if (this.numRegexp < Math.floor(Parser2.MAX_SIZE / this.repeats)) return;
      this.size = /* @__PURE__ */ new Map();
      for (let reEx of this.stack) this.checkSize(reEx);
    }
    if (this.calcSize(re, true) > Parser2.MAX_SIZE) throw new RE2JSSyntaxException(Parser2.ERR_LARGE);
  }
  calcSize(re, force = false) {
    if (!force && this.size !== null) {
      if (this.size.has(re)) return this.size.get(re);
    }
    let size = 0;
    switch (re.op) {
      case Regexp.Op.LITERAL:
        size = re.runes.length;
        break;
      case Regexp.Op.PLB:
      case Regexp.Op.NLB:
      case Regexp.Op.CAPTURE:
      case Regexp.Op.STAR:
        size = 2 + this.calcSize(re.subs[0]);
        break;
      case Regexp.Op.PLUS:
      case Regexp.Op.QUEST:
        size = 1 + this.calcSize(re.subs[0]);
        break;
      case Regexp.Op.CONCAT:
        for (let sub of re.subs) size = size + this.calcSize(sub);
        break;
      case Regexp.Op.ALTERNATE:
        for (let sub of re.subs) size = size + this.calcSize(sub);
        if (re.subs.length > 1) size = size + re.subs.length - 1;
        break;
      case Regexp.Op.REPEAT: {
        let sub = this.calcSize(re.subs[0]);
        if (re.max === -1) {
          if (re.min === 0) size = 2 + sub;
          else size = 1 + re.min * sub;
          break;
        }
        size = re.max * sub + (re.max - re.min);
        break;
      }
    }
    size = Math.max(1, size);
    if (this.size === null) this.size = /* @__PURE__ */ new Map();
    this.size.set(re, size);
    return size;
  }
  checkHeight(re) {
    if (this.numRegexp < Parser2.MAX_HEIGHT) return;
    if (this.height === null) {
      this.height = /* @__PURE__ */ new Map();
      for (let reEx of this.stack) this.checkHeight(reEx);
    }
    if (this.calcHeight(re, true) > Parser2.MAX_HEIGHT) throw new RE2JSSyntaxException(Parser2.ERR_NESTING_DEPTH);
  }
  calcHeight(re, force = false) {
    if (!force && this.height !== null) {
      if (this.height.has(re)) return this.height.get(re);
    }
    let h = 1;
    for (let sub of re.subs) {
      const hsub = this.calcHeight(sub);
      if (h < 1 + hsub) h = 1 + hsub;
    }
    if (this.height === null) this.height = /* @__PURE__ */ new Map();
    this.height.set(re, h);
    return h;
  }
  pop() {
    return this.stack.pop();
  }
  popToPseudo() {
    const n = this.stack.length;
    let i = n;
    while (i > 0 && !Regexp.isPseudoOp(this.stack[i - 1].op)) i--;
    return this.stack.splice(i, n - i);
  }
  push(re) {
    this.numRunes += re.runes.length;
    if (re.op === Regexp.Op.CHAR_CLASS && re.runes.length === 2 && re.runes[0] === re.runes[1]) {
      if (this.maybeConcat(re.runes[0], this.flags & ~RE2Flags.FOLD_CASE)) return null;
      re.op = Regexp.Op.LITERAL;
      re.runes = [re.runes[0]];
      re.flags = this.flags & ~RE2Flags.FOLD_CASE;
    } else if (re.op === Regexp.Op.CHAR_CLASS && re.runes.length === 4 && re.runes[0] === re.runes[1] && re.runes[2] === re.runes[3] && Unicode.simpleFold(re.runes[0]) === re.runes[2] && Unicode.simpleFold(re.runes[2]) === re.runes[0] || re.op === Regexp.Op.CHAR_CLASS && re.runes.length === 2 && re.runes[0] + 1 === re.runes[1] && Unicode.simpleFold(re.runes[0]) === re.runes[1] && Unicode.simpleFold(re.runes[1]) === re.runes[0]) {
      if (this.maybeConcat(re.runes[0], this.flags | RE2Flags.FOLD_CASE)) return null;
      re.op = Regexp.Op.LITERAL;
      re.runes = [re.runes[0]];
      re.flags = this.flags | RE2Flags.FOLD_CASE;
    } else this.maybeConcat(-1, 0);
    this.stack.push(re);
    this.checkLimits(re);
    return re;
  }
  maybeConcat(r, flags) {
    const n = this.stack.length;
    if (n < 2) return false;
    const re1 = this.stack[n - 1];
    const re2 = this.stack[n - 2];
    if (re1.op !== Regexp.Op.LITERAL || re2.op !== Regexp.Op.LITERAL || (re1.flags & RE2Flags.FOLD_CASE) !== (re2.flags & RE2Flags.FOLD_CASE)) return false;
    if (!Array.isArray(re2.runes)) re2.runes = Array.from(re2.runes);
    for (let i = 0; i < re1.runes.length; i++) re2.runes.push(re1.runes[i]);
    if (r >= 0) {
      re1.runes = [r];
      re1.flags = flags;
      return true;
    }
    this.pop();
    this.reuse(re1);
    return false;
  }
  newLiteral(r, flags) {
    const re = this.newRegexp(Regexp.Op.LITERAL);
    re.flags = flags;
    if ((flags & RE2Flags.FOLD_CASE) !== 0) r = Parser2.minFoldRune(r);
    re.runes = [r];
    return re;
  }
  literal(r) {
    this.push(this.newLiteral(r, this.flags));
  }
  op(op) {
    const re = this.newRegexp(op);
    re.flags = this.flags;
    return this.push(re);
  }
  repeat(op, min, max, beforePos, t, lastRepeatPos) {
    let flags = this.flags;
    if ((flags & RE2Flags.PERL_X) !== 0) {
      if (t.more() && t.lookingAt("?")) {
        t.skip(1);
        flags ^= RE2Flags.NON_GREEDY;
      }
      if (lastRepeatPos !== -1) throw new RE2JSSyntaxException(Parser2.ERR_INVALID_REPEAT_OP, t.from(lastRepeatPos));
    }
    const n = this.stack.length;
    if (n === 0) throw new RE2JSSyntaxException(Parser2.ERR_MISSING_REPEAT_ARGUMENT, t.from(beforePos));
    const sub = this.stack[n - 1];
    if (Regexp.isPseudoOp(sub.op)) throw new RE2JSSyntaxException(Parser2.ERR_MISSING_REPEAT_ARGUMENT, t.from(beforePos));
    const re = this.newRegexp(op);
    re.min = min;
    re.max = max;
    re.flags = flags;
    re.subs = [sub];
    this.stack[n - 1] = re;
    this.checkLimits(re);
    if (op === Regexp.Op.REPEAT && (min >= 2 || max >= 2) && !this.repeatIsValid(re, 1e3)) throw new RE2JSSyntaxException(Parser2.ERR_INVALID_REPEAT_SIZE, t.from(beforePos));
  }
  repeatIsValid(re, n) {
    if (re.op === Regexp.Op.REPEAT) {
      let m = re.max;
      if (m === 0) return true;
      if (m < 0) m = re.min;
      if (m > n) return false;
      if (m > 0) n = Math.trunc(n / m);
    }
    for (let sub of re.subs) if (!this.repeatIsValid(sub, n)) return false;
    return true;
  }
  concat() {
    this.maybeConcat(-1, 0);
    const subs = this.popToPseudo();
    if (subs.length === 0) return this.push(this.newRegexp(Regexp.Op.EMPTY_MATCH));
    return this.push(this.collapse(subs, Regexp.Op.CONCAT));
  }
  alternate() {
    const subs = this.popToPseudo();
    if (subs.length > 0) this.cleanAlt(subs[subs.length - 1]);
    if (subs.length === 0) return this.push(this.newRegexp(Regexp.Op.NO_MATCH));
    return this.push(this.collapse(subs, Regexp.Op.ALTERNATE));
  }
  cleanAlt(re) {
    if (re.op === Regexp.Op.CHAR_CLASS) {
      re.runes = new CharClass(Array.from(re.runes)).cleanClass().toArray();
      if (re.runes.length === 2 && re.runes[0] === 0 && re.runes[1] === Unicode.MAX_RUNE) {
        re.runes = /* @__PURE__ */ new Int32Array(0);
        re.op = Regexp.Op.ANY_CHAR;
      } else if (re.runes.length === 4 && re.runes[0] === 0 && re.runes[1] === Codepoint.CODES["\n"] - 1 && re.runes[2] === Codepoint.CODES["\n"] + 1 && re.runes[3] === Unicode.MAX_RUNE) {
        re.runes = /* @__PURE__ */ new Int32Array(0);
        re.op = Regexp.Op.ANY_CHAR_NOT_NL;
      }
    }
  }
  collapse(subs, op) {
    if (subs.length === 1) return subs[0];
    let len = 0;
    for (let sub of subs) len += sub.op === op ? sub.subs.length : 1;
    let newsubs = new Array(len).fill(null);
    let i = 0;
    for (let sub of subs) if (sub.op === op) {
      for (let j = 0; j < sub.subs.length; j++) newsubs[i++] = sub.subs[j];
      this.reuse(sub);
    } else newsubs[i++] = sub;
    let re = this.newRegexp(op);
    re.subs = newsubs;
    if (op === Regexp.Op.ALTERNATE) {
      re.subs = this.factor(re.subs);
      if (re.subs.length === 1) {
        const old = re;
        re = re.subs[0];
        this.reuse(old);
      }
    }
    return re;
  }
  factor(array) {
    if (array.length < 2) return array;
    let s = 0;
    let lensub = array.length;
    let lenout = 0;
    let str = null;
    let strlen = 0;
    let strflags = 0;
    let start = 0;
    for (let i = 0; i <= lensub; i++) {
      let istr = null;
      let istrlen = 0;
      let iflags = 0;
      if (i < lensub) {
        let re = array[s + i];
        if (re.op === Regexp.Op.CONCAT && re.subs.length > 0) re = re.subs[0];
        if (re.op === Regexp.Op.LITERAL) {
          istr = re.runes;
          istrlen = re.runes.length;
          iflags = re.flags & RE2Flags.FOLD_CASE;
        }
        if (iflags === strflags) {
          let same = 0;
          while (same < strlen && same < istrlen && str[same] === istr[same]) same++;
          if (same > 0) {
            strlen = same;
            continue;
          }
        }
      }
      if (i === start) {
      } else if (i === start + 1) array[lenout++] = array[s + start];
      else {
        const prefix2 = this.newRegexp(Regexp.Op.LITERAL);
        prefix2.flags = strflags;
        prefix2.runes = str.slice(0, strlen);
        for (let j = start; j < i; j++) {
          array[s + j] = this.removeLeadingString(array[s + j], strlen);
          this.checkLimits(array[s + j]);
        }
        const suffix = this.collapse(array.slice(s + start, s + i), Regexp.Op.ALTERNATE);
        const re = this.newRegexp(Regexp.Op.CONCAT);
        re.subs = [prefix2, suffix];
        array[lenout++] = re;
      }
      start = i;
      str = istr;
      strlen = istrlen;
      strflags = iflags;
    }
    lensub = lenout;
    s = 0;
    start = 0;
    lenout = 0;
    let first = null;
    for (let i = 0; i <= lensub; i++) {
      let ifirst = null;
      if (i < lensub) {
        ifirst = Parser2.leadingRegexp(array[s + i]);
        if (first !== null && first.equals(ifirst) && (Parser2.isCharClass(first) || first.op === Regexp.Op.REPEAT && first.min === first.max && Parser2.isCharClass(first.subs[0]))) continue;
      }
      if (i === start) {
      } else if (i === start + 1) array[lenout++] = array[s + start];
      else {
        const prefix2 = first;
        for (let j = start; j < i; j++) {
          const reuse = j !== start;
          array[s + j] = this.removeLeadingRegexp(array[s + j], reuse);
          this.checkLimits(array[s + j]);
        }
        const suffix = this.collapse(array.slice(s + start, s + i), Regexp.Op.ALTERNATE);
        const re = this.newRegexp(Regexp.Op.CONCAT);
        re.subs = [prefix2, suffix];
        array[lenout++] = re;
      }
      start = i;
      first = ifirst;
    }
    lensub = lenout;
    s = 0;
    start = 0;
    lenout = 0;
    for (let i = 0; i <= lensub; i++) {
      if (i < lensub && Parser2.isCharClass(array[s + i])) continue;
      if (i === start) {
      } else if (i === start + 1) array[lenout++] = array[s + start];
      else {
        let max = start;
        for (let j = start + 1; j < i; j++) {
          const subMax = array[s + max];
          const subJ = array[s + j];
          if (subMax.op < subJ.op || subMax.op === subJ.op && (subMax.runes !== null ? subMax.runes.length : 0) < (subJ.runes !== null ? subJ.runes.length : 0)) max = j;
        }
        const tmp = array[s + start];
        array[s + start] = array[s + max];
        array[s + max] = tmp;
        for (let j = start + 1; j < i; j++) {
          Parser2.mergeCharClass(array[s + start], array[s + j]);
          this.reuse(array[s + j]);
        }
        this.cleanAlt(array[s + start]);
        array[lenout++] = array[s + start];
      }
      if (i < lensub) array[lenout++] = array[s + i];
      start = i + 1;
    }
    lensub = lenout;
    s = 0;
    start = 0;
    lenout = 0;
    for (let i = 0; i < lensub; ++i) {
      if (i + 1 < lensub && array[s + i].op === Regexp.Op.EMPTY_MATCH && array[s + i + 1].op === Regexp.Op.EMPTY_MATCH) continue;
      array[lenout++] = array[s + i];
    }
    lensub = lenout;
    s = 0;
    return array.slice(s, lensub);
  }
  removeLeadingString(re, n) {
    if (re.op === Regexp.Op.CONCAT && re.subs.length > 0) {
      const sub = this.removeLeadingString(re.subs[0], n);
      re.subs[0] = sub;
      if (sub.op === Regexp.Op.EMPTY_MATCH) {
        this.reuse(sub);
        switch (re.subs.length) {
          case 0:
          case 1:
            re.op = Regexp.Op.EMPTY_MATCH;
            re.subs = Regexp.emptySubs();
            break;
          case 2: {
            const old = re;
            re = re.subs[1];
            this.reuse(old);
            break;
          }
          default:
            re.subs = re.subs.slice(1, re.subs.length);
        }
      }
      return re;
    }
    if (re.op === Regexp.Op.LITERAL) {
      re.runes = re.runes.slice(n, re.runes.length);
      if (re.runes.length === 0) re.op = Regexp.Op.EMPTY_MATCH;
    }
    return re;
  }
  removeLeadingRegexp(re, reuse) {
    if (re.op === Regexp.Op.CONCAT && re.subs.length > 0) {
      if (reuse) this.reuse(re.subs[0]);
      re.subs = re.subs.slice(1, re.subs.length);
      switch (re.subs.length) {
        case 0:
          re.op = Regexp.Op.EMPTY_MATCH;
          re.subs = Regexp.emptySubs();
          break;
        case 1: {
          const old = re;
          re = re.subs[0];
          this.reuse(old);
          break;
        }
      }
      return re;
    }
    if (reuse) this.reuse(re);
    return this.newRegexp(Regexp.Op.EMPTY_MATCH);
  }
  parseInternal() {
    if ((this.flags & RE2Flags.LITERAL) !== 0) return Parser2.literalRegexp(this.wholeRegexp, this.flags);
    let lastRepeatPos = -1;
    let min = -1;
    let max = -1;
    const t = new StringIterator(this.wholeRegexp);
    while (t.more()) {
      let repeatPos = -1;
      bigswitch: switch (t.peek()) {
        case Codepoint.CODES["("]:
          if ((this.flags & RE2Flags.LOOKBEHIND) !== 0) {
            if (t.lookingAt("(?<=")) {
              this.parsePosLookBehind();
              t.skip(4);
              break;
            }
            if (t.lookingAt("(?<!")) {
              this.parseNegLookBehind();
              t.skip(4);
              break;
            }
          }
          if ((this.flags & RE2Flags.PERL_X) !== 0 && t.lookingAt("(?")) {
            this.parsePerlFlags(t);
            break;
          }
          this.op(Regexp.Op.LEFT_PAREN).cap = ++this.numCap;
          t.skip(1);
          break;
        case Codepoint.CODES["|"]:
          this.parseVerticalBar();
          t.skip(1);
          break;
        case Codepoint.CODES[")"]:
          this.parseRightParen();
          t.skip(1);
          break;
        case Codepoint.CODES["^"]:
          if ((this.flags & RE2Flags.ONE_LINE) !== 0) this.op(Regexp.Op.BEGIN_TEXT);
          else this.op(Regexp.Op.BEGIN_LINE);
          t.skip(1);
          break;
        case Codepoint.CODES["$"]:
          if ((this.flags & RE2Flags.ONE_LINE) !== 0) this.op(Regexp.Op.END_TEXT).flags |= RE2Flags.WAS_DOLLAR;
          else this.op(Regexp.Op.END_LINE);
          t.skip(1);
          break;
        case Codepoint.CODES["."]:
          if ((this.flags & RE2Flags.DOT_NL) !== 0) this.op(Regexp.Op.ANY_CHAR);
          else this.op(Regexp.Op.ANY_CHAR_NOT_NL);
          t.skip(1);
          break;
        case Codepoint.CODES["["]:
          this.parseClass(t);
          break;
        case Codepoint.CODES["*"]:
        case Codepoint.CODES["+"]:
        case Codepoint.CODES["?"]: {
          repeatPos = t.pos();
          let op = null;
          switch (t.pop()) {
            case Codepoint.CODES["*"]:
              op = Regexp.Op.STAR;
              break;
            case Codepoint.CODES["+"]:
              op = Regexp.Op.PLUS;
              break;
            case Codepoint.CODES["?"]:
              op = Regexp.Op.QUEST;
          }
          this.repeat(op, min, max, repeatPos, t, lastRepeatPos);
          break;
        }
        case Codepoint.CODES["{"]: {
          const before = t.pos();
          const minMax = Parser2.parseRepeat(t);
          if (minMax < 0) {
            t.rewindTo(before);
            this.literal(t.pop());
            break;
          }
          repeatPos = before;
          min = minMax >> 16;
          max = (minMax & Unicode.MAX_BMP) << 16 >> 16;
          this.repeat(Regexp.Op.REPEAT, min, max, repeatPos, t, lastRepeatPos);
          break;
        }
        case Codepoint.CODES["\\"]: {
          const savedPos = t.pos();
          t.skip(1);
          if ((this.flags & RE2Flags.PERL_X) !== 0 && t.more()) switch (t.pop()) {
            case Codepoint.CODES["A"]:
              this.op(Regexp.Op.BEGIN_TEXT);
              break bigswitch;
            case Codepoint.CODES["b"]:
              this.op(Regexp.Op.WORD_BOUNDARY);
              break bigswitch;
            case Codepoint.CODES["B"]:
              this.op(Regexp.Op.NO_WORD_BOUNDARY);
              break bigswitch;
            case Codepoint.CODES["C"]:
              throw new RE2JSSyntaxException(Parser2.ERR_INVALID_ESCAPE, "\\C");
            case Codepoint.CODES["Q"]: {
              let lit = t.rest();
              const i = lit.indexOf("\\E");
              if (i >= 0) {
                lit = lit.substring(0, i);
                t.skipString(lit);
                t.skipString("\\E");
              } else t.skipString(lit);
              let j = 0;
              while (j < lit.length) {
                const codepoint = lit.codePointAt(j);
                this.literal(codepoint);
                j += Utils.charCount(codepoint);
              }
              break bigswitch;
            }
            case Codepoint.CODES["z"]:
              this.op(Regexp.Op.END_TEXT);
              break bigswitch;
            default:
              t.rewindTo(savedPos);
          }
          else t.rewindTo(savedPos);
          const re = this.newRegexp(Regexp.Op.CHAR_CLASS);
          re.flags = this.flags;
          if (t.lookingAt("\\p") || t.lookingAt("\\P")) {
            const cc2 = new CharClass();
            if (this.parseUnicodeClass(t, cc2)) {
              re.runes = cc2.toArray();
              this.push(re);
              break bigswitch;
            }
          }
          const cc = new CharClass();
          if (this.parsePerlClassEscape(t, cc)) {
            re.runes = cc.toArray();
            this.push(re);
            break bigswitch;
          }
          t.rewindTo(savedPos);
          this.reuse(re);
          this.literal(Parser2.parseEscape(t));
          break;
        }
        default:
          this.literal(t.pop());
      }
      lastRepeatPos = repeatPos;
    }
    this.concat();
    if (this.swapVerticalBar()) this.pop();
    this.alternate();
    if (this.stack.length !== 1) throw new RE2JSSyntaxException(Parser2.ERR_MISSING_PAREN, this.wholeRegexp);
    this.stack[0].namedGroups = this.namedGroups;
    return this.stack[0];
  }
  parsePerlFlags(t) {
    const startPos = t.pos();
    const s = t.rest();
    if (s.startsWith("(?P<") || s.startsWith("(?<")) {
      const begin = s.charAt(2) === "P" ? 4 : 3;
      const end = s.indexOf(">");
      if (end < 0) throw new RE2JSSyntaxException(Parser2.ERR_INVALID_NAMED_CAPTURE, s);
      const name2 = s.substring(begin, end);
      t.skipString(name2);
      t.skip(begin + 1);
      if (!Parser2.isValidCaptureName(name2)) throw new RE2JSSyntaxException(Parser2.ERR_INVALID_NAMED_CAPTURE, s.substring(0, end + 1));
      const re = this.op(Regexp.Op.LEFT_PAREN);
      re.cap = ++this.numCap;
      if (this.namedGroups[name2]) throw new RE2JSSyntaxException(Parser2.ERR_DUPLICATE_NAMED_CAPTURE, name2);
      this.namedGroups[name2] = this.numCap;
      re.name = name2;
      return;
    }
    t.skip(2);
    let flags = this.flags;
    let sign = 1;
    let sawFlag = false;
    loop: while (t.more()) {
      const c = t.pop();
      switch (c) {
        case Codepoint.CODES["i"]:
          flags |= RE2Flags.FOLD_CASE;
          sawFlag = true;
          break;
        case Codepoint.CODES["m"]:
          flags &= ~RE2Flags.ONE_LINE;
          sawFlag = true;
          break;
        case Codepoint.CODES["s"]:
          flags |= RE2Flags.DOT_NL;
          sawFlag = true;
          break;
        case Codepoint.CODES["U"]:
          flags |= RE2Flags.NON_GREEDY;
          sawFlag = true;
          break;
        case Codepoint.CODES["-"]:
          if (sign < 0) break loop;
          sign = -1;
          flags = ~flags;
          sawFlag = false;
          break;
        case Codepoint.CODES[":"]:
        case Codepoint.CODES[")"]:
          if (sign < 0) {
            if (!sawFlag) break loop;
            flags = ~flags;
          }
          if (c === Codepoint.CODES[":"]) this.op(Regexp.Op.LEFT_PAREN);
          this.flags = flags;
          return;
        default:
          break loop;
      }
    }
    throw new RE2JSSyntaxException(Parser2.ERR_INVALID_PERL_OP, t.from(startPos));
  }
  parsePosLookBehind() {
    const re = this.newRegexp(Regexp.Op.LEFT_PAREN);
    re.flags = this.flags;
    re.lb = ++this.nlb;
    return this.push(re);
  }
  parseNegLookBehind() {
    const re = this.newRegexp(Regexp.Op.LEFT_PAREN);
    re.flags = this.flags;
    re.lb = -++this.nlb;
    return this.push(re);
  }
  parseVerticalBar() {
    this.concat();
    if (!this.swapVerticalBar()) this.op(Regexp.Op.VERTICAL_BAR);
  }
  swapVerticalBar() {
    const n = this.stack.length;
    if (n >= 3 && this.stack[n - 2].op === Regexp.Op.VERTICAL_BAR && Parser2.isCharClass(this.stack[n - 1]) && Parser2.isCharClass(this.stack[n - 3])) {
      let re1 = this.stack[n - 1];
      let re3 = this.stack[n - 3];
      if (re1.op > re3.op) {
        const tmp = re3;
        re3 = re1;
        re1 = tmp;
        this.stack[n - 3] = re3;
      }
      Parser2.mergeCharClass(re3, re1);
      this.reuse(re1);
      this.pop();
      return true;
    }
    if (n >= 2) {
      const re1 = this.stack[n - 1];
      const re2 = this.stack[n - 2];
      if (re2.op === Regexp.Op.VERTICAL_BAR) {
        if (n >= 3) this.cleanAlt(this.stack[n - 3]);
        this.stack[n - 2] = re1;
        this.stack[n - 1] = re2;
        return true;
      }
    }
    return false;
  }
  parseRightParen() {
    this.concat();
    if (this.swapVerticalBar()) this.pop();
    this.alternate();
    if (this.stack.length < 2) throw new RE2JSSyntaxException(Parser2.ERR_UNEXPECTED_PAREN, this.wholeRegexp);
    const re1 = this.pop();
    const re2 = this.pop();
    if (re2.op !== Regexp.Op.LEFT_PAREN) throw new RE2JSSyntaxException(Parser2.ERR_UNEXPECTED_PAREN, this.wholeRegexp);
    this.flags = re2.flags;
    if (re2.lb !== 0) {
      if (Parser2.hasCapture(re1)) throw new RE2JSSyntaxException(Parser2.ERR_INVALID_CAPTURE_IN_LOOKBEHIND, this.wholeRegexp);
      if (re2.lb > 0) re2.op = Regexp.Op.PLB;
      else re2.op = Regexp.Op.NLB;
      re2.subs = [re1];
      this.push(re2);
      return;
    }
    if (re2.cap === 0) this.push(re1);
    else {
      re2.op = Regexp.Op.CAPTURE;
      re2.subs = [re1];
      this.push(re2);
    }
  }
  parsePerlClassEscape(t, cc) {
    const beforePos = t.pos();
    if ((this.flags & RE2Flags.PERL_X) === 0 || !t.more() || t.pop() !== Codepoint.CODES["\\"] || !t.more()) return false;
    t.pop();
    const p = t.from(beforePos);
    const g = PERL_GROUPS.has(p) ? PERL_GROUPS.get(p) : null;
    if (g === null) return false;
    cc.appendGroup(g, (this.flags & RE2Flags.FOLD_CASE) !== 0);
    return true;
  }
  parseNamedClass(t, cc) {
    const cls = t.rest();
    const i = cls.indexOf(":]");
    if (i < 0) return false;
    const name2 = cls.substring(0, i + 2);
    t.skipString(name2);
    const g = POSIX_GROUPS.has(name2) ? POSIX_GROUPS.get(name2) : null;
    if (g === null) throw new RE2JSSyntaxException(Parser2.ERR_INVALID_CHAR_RANGE, name2);
    cc.appendGroup(g, (this.flags & RE2Flags.FOLD_CASE) !== 0);
    return true;
  }
  parseUnicodeClass(t, cc) {
    const startPos = t.pos();
    if ((this.flags & RE2Flags.UNICODE_GROUPS) === 0 || !t.lookingAt("\\p") && !t.lookingAt("\\P")) return false;
    t.skip(1);
    let sign = 1;
    let c = t.pop();
    if (c === Codepoint.CODES["P"]) sign = -1;
    if (!t.more()) {
      t.rewindTo(startPos);
      throw new RE2JSSyntaxException(Parser2.ERR_INVALID_CHAR_RANGE, t.rest());
    }
    c = t.pop();
    let name2;
    if (c !== Codepoint.CODES["{"]) name2 = Utils.runeToString(c);
    else {
      const rest = t.rest();
      const end = rest.indexOf("}");
      if (end < 0) {
        t.rewindTo(startPos);
        throw new RE2JSSyntaxException(Parser2.ERR_INVALID_CHAR_RANGE, t.rest());
      }
      name2 = rest.substring(0, end);
      t.skipString(name2);
      t.skip(1);
    }
    if (!(name2.length === 0) && name2.codePointAt(0) === Codepoint.CODES["^"]) {
      sign = 0 - sign;
      name2 = name2.substring(1);
    }
    const pair = Parser2.unicodeTable(name2);
    if (pair === null) throw new RE2JSSyntaxException(Parser2.ERR_INVALID_CHAR_RANGE, t.from(startPos));
    if (pair.sign < 0) sign = 0 - sign;
    const tab = pair.tab;
    const fold = pair.fold;
    if ((this.flags & RE2Flags.FOLD_CASE) === 0 || fold === null) cc.appendTableWithSign(tab, sign);
    else {
      const tmp = new CharClass().appendTable(tab).appendTable(fold).cleanClass().toArray();
      cc.appendClassWithSign(Array.from(tmp), sign);
    }
    return true;
  }
  parseClass(t) {
    const startPos = t.pos();
    t.skip(1);
    const re = this.newRegexp(Regexp.Op.CHAR_CLASS);
    re.flags = this.flags;
    const cc = new CharClass();
    let sign = 1;
    if (t.more() && t.lookingAt("^")) {
      sign = -1;
      t.skip(1);
      if ((this.flags & RE2Flags.CLASS_NL) === 0) cc.appendRange(Codepoint.CODES["\n"], Codepoint.CODES["\n"]);
    }
    let first = true;
    while (!t.more() || t.peek() !== Codepoint.CODES["]"] || first) {
      if (t.more() && t.lookingAt("-") && (this.flags & RE2Flags.PERL_X) === 0 && !first) {
        const s = t.rest();
        if (s === "-" || !s.startsWith("-]")) {
          t.rewindTo(startPos);
          throw new RE2JSSyntaxException(Parser2.ERR_INVALID_CHAR_RANGE, t.rest());
        }
      }
      first = false;
      const beforePos = t.pos();
      if (t.lookingAt("[:")) {
        if (this.parseNamedClass(t, cc)) continue;
        t.rewindTo(beforePos);
      }
      if (this.parseUnicodeClass(t, cc)) continue;
      if (this.parsePerlClassEscape(t, cc)) continue;
      t.rewindTo(beforePos);
      const lo = Parser2.parseClassChar(t, startPos);
      let hi = lo;
      if (t.more() && t.lookingAt("-")) {
        t.skip(1);
        if (t.more() && t.lookingAt("]")) t.skip(-1);
        else {
          hi = Parser2.parseClassChar(t, startPos);
          if (hi < lo) throw new RE2JSSyntaxException(Parser2.ERR_INVALID_CHAR_RANGE, t.from(beforePos));
        }
      }
      if ((this.flags & RE2Flags.FOLD_CASE) === 0) cc.appendRange(lo, hi);
      else cc.appendFoldedRange(lo, hi);
    }
    t.skip(1);
    cc.cleanClass();
    if (sign < 0) cc.negateClass();
    re.runes = cc.toArray();
    this.push(re);
  }
};
var RE2 = class RE22 {
  static initTest(expr) {
    const re2 = RE22.compile(expr);
    const res = new RE22(re2.expr, re2.prog, re2.numSubexp, re2.longest);
    res.cond = re2.cond;
    res.prefix = re2.prefix;
    res.prefixUTF8 = re2.prefixUTF8;
    res.prefixComplete = re2.prefixComplete;
    res.prefixRune = re2.prefixRune;
    res.prefilter = re2.prefilter;
    res.namedGroups = re2.namedGroups;
    return res;
  }
  /**
  * Parses a regular expression and returns, if successful, an {@code RE2} instance that can be
  * used to match against text.
  *
  * When matching against text, the regexp returns a match that begins as early as possible in the
  * input (leftmost), and among those it chooses the one that a backtracking search would have
  * found first. This so-called leftmost-first matching is the same semantics that Perl, Python,
  * and other implementations use, although this package implements it without the expense of
  * backtracking. For POSIX leftmost-longest matching, see {@link #compilePOSIX}.
  */
  static compile(expr) {
    return RE22.compileImpl(expr, RE2Flags.PERL, false);
  }
  /**
  * {@code compilePOSIX} is like {@link #compile} but restricts the regular expression to POSIX ERE
  * (egrep) syntax and changes the match semantics to leftmost-longest.
  *
  * That is, when matching against text, the regexp returns a match that begins as early as
  * possible in the input (leftmost), and among those it chooses a match that is as long as
  * possible. This so-called leftmost-longest matching is the same semantics that early regular
  * expression implementations used and that POSIX specifies.
  *
  * However, there can be multiple leftmost-longest matches, with different submatch choices, and
  * here this package diverges from POSIX. Among the possible leftmost-longest matches, this
  * package chooses the one that a backtracking search would have found first, while POSIX
  * specifies that the match be chosen to maximize the length of the first subexpression, then the
  * second, and so on from left to right. The POSIX rule is computationally prohibitive and not
  * even well-defined. See http://swtch.com/~rsc/regexp/regexp2.html#posix
  */
  static compilePOSIX(expr) {
    return RE22.compileImpl(expr, RE2Flags.POSIX, true);
  }
  static compileImpl(expr, mode, longest) {
    let re = Parser.parse(expr, mode);
    const maxCap = re.maxCap();
    const namedGroups = re.namedGroups;
    re = Simplify.simplify(re);
    const prefilter = PrefilterTree.build(re);
    const prog = Compiler.compileRegexp(re);
    const re2 = new RE22(expr, prog, maxCap, longest);
    re2.prefilter = prefilter.type === Prefilter.Type.NONE ? null : prefilter;
    const [prefixCompl, prefixStr] = prog.prefix();
    re2.prefixComplete = prefixCompl;
    re2.prefix = prefixStr;
    re2.prefixUTF8 = Utils.stringToUtf8ByteArray(re2.prefix);
    if (re2.prefix.length > 0) re2.prefixRune = re2.prefix.codePointAt(0);
    re2.namedGroups = namedGroups;
    return re2;
  }
  /**
  * Returns true iff textual regular expression {@code pattern} matches string {@code s}.
  *
  * More complicated queries need to use {@link #compile} and the full {@code RE2} interface.
  */
  static match(pattern3, s) {
    return RE22.compile(pattern3).match(s);
  }
  constructor(expr, prog, numSubexp = 0, longest = 0) {
    this.expr = expr;
    this.prog = prog;
    this.numSubexp = numSubexp;
    this.longest = longest;
    this.cond = prog.startCond();
    this.prefix = null;
    this.prefixUTF8 = null;
    this.prefixComplete = false;
    this.prefixRune = 0;
    this.namedGroups = /* @__PURE__ */ Object.create(null);
    this.machinePool = [];
    this.lazyDFA = null;
    this.onepass = OnePass.compile(this.prog);
    this.prefilter = null;
  }
  get dfa() {
    if (this.lazyDFA === null) this.lazyDFA = new DFA(this.prog);
    return this.lazyDFA;
  }
  matchPrefixComplete(input3, pos, anchor, ncap) {
    if ((anchor === RE2Flags.ANCHOR_START || anchor === RE2Flags.ANCHOR_BOTH) && pos !== 0) return null;
    let matchStart = -1;
    let matchEnd = -1;
    const pLen = input3.prefixLength(this);
    if (anchor === RE2Flags.UNANCHORED) {
      const idx = input3.index(this, pos);
      if (idx < 0) return null;
      matchStart = pos + idx;
      matchEnd = matchStart + pLen;
    } else if (anchor === RE2Flags.ANCHOR_BOTH) {
      if (input3.endPos() !== pLen) return null;
      if (input3.index(this, 0) !== 0) return null;
      matchStart = 0;
      matchEnd = pLen;
    } else if (anchor === RE2Flags.ANCHOR_START) {
      if (input3.index(this, 0) !== 0) return null;
      matchStart = 0;
      matchEnd = pLen;
    }
    if (matchStart < 0) return null;
    if (ncap > 0) {
      const matchcap = new Int32Array(ncap).fill(-1);
      matchcap[0] = matchStart;
      matchcap[1] = matchEnd;
      return Array.from(matchcap);
    }
    return [];
  }
  createLookbehindState() {
    return this.prog.numLb > 0 ? new LookbehindState(this.prog) : null;
  }
  executeEngine(input3, pos, anchor, ncap, lbState = null) {
    if (this.prefixComplete && (ncap === 0 || this.numSubexp === 0)) return this.matchPrefixComplete(input3, pos, anchor, ncap);
    if (this.prefilter !== null && anchor === RE2Flags.UNANCHORED) {
      if (!this.prefilter.eval(input3, pos)) return null;
    }
    if (this.onepass !== null) return OnePass.execute(this, input3, pos, anchor, ncap);
    if (ncap > 0) {
      if (this.prog.numLb === 0 && input3.endPos() <= Backtracker.maxBitStateLen(this.prog)) return Backtracker.execute(this, input3, pos, anchor, ncap);
      return this.doExecuteNFA(input3, pos, anchor, ncap, lbState);
    }
    if (this.prog.numLb === 0) {
      const dfaResult = this.dfa.match(input3, pos, anchor);
      if (dfaResult !== null) return dfaResult ? [] : null;
      if (input3.endPos() <= Backtracker.maxBitStateLen(this.prog)) return Backtracker.execute(this, input3, pos, anchor, ncap);
    }
    return this.doExecuteNFA(input3, pos, anchor, ncap, lbState);
  }
  /**
  * Returns the number of parenthesized subexpressions in this regular expression.
  */
  numberOfCapturingGroups() {
    return this.numSubexp;
  }
  /**
  * Returns the number of instructions in this compiled regular expression program.
  */
  numberOfInstructions() {
    return this.prog.numInst();
  }
  get() {
    return this.machinePool.length > 0 ? this.machinePool.pop() : null;
  }
  reset() {
    this.machinePool.length = 0;
  }
  put(m) {
    this.machinePool.push(m);
  }
  toString() {
    return this.expr;
  }
  doExecuteNFA(input3, pos, anchor, ncap, lbState = null) {
    let m = this.get();
    if (!m) m = Machine.fromRE2(this);
    m.init(ncap);
    const cap = m.match(input3, pos, anchor, lbState) ? m.submatches() : null;
    this.put(m);
    return cap;
  }
  match(s) {
    return this.executeEngine(MachineInput.fromUTF16(s), 0, RE2Flags.UNANCHORED, 0) !== null;
  }
  /**
  * Matches the regular expression against input starting at position start and ending at position
  * end, with the given anchoring. Records the submatch boundaries in group, which is [start, end)
  * pairs of byte offsets. The number of boundaries needed is inferred from the size of the group
  * array. It is most efficient not to ask for submatch boundaries.
  *
  * @param input the input byte array
  * @param start the beginning position in the input
  * @param end the end position in the input
  * @param anchor the anchoring flag (UNANCHORED, ANCHOR_START, ANCHOR_BOTH)
  * @param group the array to fill with submatch positions
  * @param ngroup the number of array pairs to fill in
  * @param lbState optional state carried between successive matches over the same input (see
  *   createLookbehindState); omit it to evaluate lookbehinds from the beginning of the input
  * @returns true if a match was found
  */
  matchWithGroup(input3, start, end, anchor, ngroup, lbState = null) {
    if (!(input3 instanceof MatcherInputBase)) {
      if (Utils.isByteArray(input3)) input3 = MatcherInput.utf8(input3);
      else input3 = MatcherInput.utf16(input3);
    }
    return this.matchMachineInput(input3, start, end, anchor, ngroup, lbState);
  }
  matchMachineInput(input3, start, end, anchor, ngroup, lbState = null) {
    if (start > end) return [false, null];
    const machineInput = input3.isUTF16Encoding() ? MachineInput.fromUTF16(input3.asCharSequence(), 0, end) : MachineInput.fromUTF8(input3.asBytes(), 0, end);
    const groupMatch = this.executeEngine(machineInput, start, anchor, 2 * ngroup, lbState);
    if (groupMatch === null) return [false, null];
    return [true, groupMatch];
  }
  /**
  * Returns true iff this regexp matches the UTF-8 byte array {@code b}.
  */
  matchUTF8(b) {
    return this.executeEngine(MachineInput.fromUTF8(b), 0, RE2Flags.UNANCHORED, 0) !== null;
  }
  /**
  * Returns a copy of {@code src} in which all matches for this regexp have been replaced by
  * {@code repl}. No support is provided for expressions (e.g. {@code \1} or {@code $1}) in the
  * replacement string.
  */
  replaceAll(src, repl) {
    return this.replaceAllFunc(src, () => repl, 2 * src.length + 1);
  }
  /**
  * Returns a copy of {@code src} in which only the first match for this regexp has been replaced
  * by {@code repl}. No support is provided for expressions (e.g. {@code \1} or {@code $1}) in the
  * replacement string.
  */
  replaceFirst(src, repl) {
    return this.replaceAllFunc(src, () => repl, 1);
  }
  /**
  * Returns a copy of {@code src} in which at most {@code maxReplaces} matches for this regexp have
  * been replaced by the return value of of function {@code repl} (whose first argument is the
  * matched string). No support is provided for expressions (e.g. {@code \1} or {@code $1}) in the
  * replacement string.
  */
  replaceAllFunc(src, replFunc, maxReplaces) {
    let lastMatchEnd = 0;
    let searchPos = 0;
    let out = "";
    const input3 = MachineInput.fromUTF16(src);
    const lbState = this.createLookbehindState();
    let numReplaces = 0;
    while (searchPos <= src.length) {
      const a = this.executeEngine(input3, searchPos, RE2Flags.UNANCHORED, 2, lbState);
      if (a === null || a.length === 0) break;
      out += src.substring(lastMatchEnd, a[0]);
      if (a[1] > lastMatchEnd || a[0] === 0) {
        out += replFunc(src.substring(a[0], a[1]));
        numReplaces++;
      }
      lastMatchEnd = a[1];
      const width = input3.step(searchPos) & 7;
      if (searchPos + width > a[1]) searchPos += width;
      else if (searchPos + 1 > a[1]) searchPos++;
      else searchPos = a[1];
      if (numReplaces >= maxReplaces) break;
    }
    out += src.substring(lastMatchEnd);
    return out;
  }
  pad(a) {
    if (a === null) return null;
    let n = (1 + this.numSubexp) * 2;
    if (a.length < n) {
      let a2 = new Array(n).fill(-1);
      for (let i = 0; i < a.length; i++) a2[i] = a[i];
      a = a2;
    }
    return a;
  }
  allMatches(input3, n, deliverFun = (v) => v) {
    let result = [];
    const end = input3.endPos();
    if (n < 0) n = end + 1;
    let pos = 0;
    let i = 0;
    let prevMatchEnd = -1;
    const lbState = this.createLookbehindState();
    while (i < n && pos <= end) {
      const matches = this.executeEngine(input3, pos, RE2Flags.UNANCHORED, this.prog.numCap, lbState);
      if (matches === null || matches.length === 0) break;
      let accept = true;
      if (matches[1] === pos) {
        if (matches[0] === prevMatchEnd) accept = false;
        const r = input3.step(pos);
        if (r < 0) pos = end + 1;
        else pos += r & 7;
      } else pos = matches[1];
      prevMatchEnd = matches[1];
      if (accept) {
        result.push(deliverFun(this.pad(matches)));
        i++;
      }
    }
    return result;
  }
  /**
  * Returns an array holding the text of the leftmost match in {@code b} of this regular
  * expression.
  *
  * A return value of null indicates no match.
  */
  findUTF8(b) {
    const a = this.executeEngine(MachineInput.fromUTF8(b), 0, RE2Flags.UNANCHORED, 2);
    if (a === null) return null;
    return b.slice(a[0], a[1]);
  }
  /**
  * Returns a two-element array of integers defining the location of the leftmost match in
  * {@code b} of this regular expression. The match itself is at {@code b[loc[0]...loc[1]]}.
  *
  * A return value of null indicates no match.
  */
  findUTF8Index(b) {
    const a = this.executeEngine(MachineInput.fromUTF8(b), 0, RE2Flags.UNANCHORED, 2);
    if (a === null) return null;
    return a.slice(0, 2);
  }
  /**
  * Returns a string holding the text of the leftmost match in {@code s} of this regular
  * expression.
  *
  * If there is no match, the return value is an empty string, but it will also be empty if the
  * regular expression successfully matches an empty string. Use {@link #findIndex} or
  * {@link #findSubmatch} if it is necessary to distinguish these cases.
  */
  find(s) {
    const a = this.executeEngine(MachineInput.fromUTF16(s), 0, RE2Flags.UNANCHORED, 2);
    if (a === null) return "";
    return s.substring(a[0], a[1]);
  }
  /**
  * Returns a two-element array of integers defining the location of the leftmost match in
  * {@code s} of this regular expression. The match itself is at
  * {@code s.substring(loc[0], loc[1])}.
  *
  * A return value of null indicates no match.
  */
  findIndex(s) {
    return this.executeEngine(MachineInput.fromUTF16(s), 0, RE2Flags.UNANCHORED, 2);
  }
  /**
  * Returns an array of arrays the text of the leftmost match of the regular expression in
  * {@code b} and the matches, if any, of its subexpressions, as defined by the <a
  * href='#submatch'>Submatch</a> description above.
  *
  * A return value of null indicates no match.
  */
  findUTF8Submatch(b) {
    const a = this.executeEngine(MachineInput.fromUTF8(b), 0, RE2Flags.UNANCHORED, this.prog.numCap);
    if (a === null) return null;
    const ret = new Array(1 + this.numSubexp).fill(null);
    for (let i = 0; i < ret.length; i++) if (2 * i < a.length && a[2 * i] >= 0) ret[i] = b.slice(a[2 * i], a[2 * i + 1]);
    return ret;
  }
  /**
  * Returns an array holding the index pairs identifying the leftmost match of this regular
  * expression in {@code b} and the matches, if any, of its subexpressions, as defined by the the
  * <a href='#submatch'>Submatch</a> and <a href='#index'>Index</a> descriptions above.
  *
  * A return value of null indicates no match.
  */
  findUTF8SubmatchIndex(b) {
    return this.pad(this.executeEngine(MachineInput.fromUTF8(b), 0, RE2Flags.UNANCHORED, this.prog.numCap));
  }
  /**
  * Returns an array of strings holding the text of the leftmost match of the regular expression in
  * {@code s} and the matches, if any, of its subexpressions, as defined by the <a
  * href='#submatch'>Submatch</a> description above.
  *
  * A return value of null indicates no match.
  */
  findSubmatch(s) {
    const a = this.executeEngine(MachineInput.fromUTF16(s), 0, RE2Flags.UNANCHORED, this.prog.numCap);
    if (a === null) return null;
    const ret = new Array(1 + this.numSubexp).fill(null);
    for (let i = 0; i < ret.length; i++) if (2 * i < a.length && a[2 * i] >= 0) ret[i] = s.substring(a[2 * i], a[2 * i + 1]);
    return ret;
  }
  /**
  * Returns an array holding the index pairs identifying the leftmost match of this regular
  * expression in {@code s} and the matches, if any, of its subexpressions, as defined by the <a
  * href='#submatch'>Submatch</a> description above.
  *
  * A return value of null indicates no match.
  */
  findSubmatchIndex(s) {
    return this.pad(this.executeEngine(MachineInput.fromUTF16(s), 0, RE2Flags.UNANCHORED, this.prog.numCap));
  }
  /**
  * {@code findAllUTF8()} is the <a href='#all'>All</a> version of {@link #findUTF8}; it returns a
  * list of up to {@code n} successive matches of the expression, as defined by the <a
  * href='#all'>All</a> description above.
  *
  * A return value of null indicates no match.
  *
  * TODO(adonovan): think about defining a byte slice view class, like a read-only Go slice backed
  * by |b|.
  */
  findAllUTF8(b, n) {
    const result = this.allMatches(MachineInput.fromUTF8(b), n, (match) => b.slice(match[0], match[1]));
    if (result.length === 0) return null;
    return result;
  }
  /**
  * {@code findAllUTF8Index} is the <a href='#all'>All</a> version of {@link #findUTF8Index}; it
  * returns a list of up to {@code n} successive matches of the expression, as defined by the <a
  * href='#all'>All</a> description above.
  *
  * A return value of null indicates no match.
  */
  findAllUTF8Index(b, n) {
    const result = this.allMatches(MachineInput.fromUTF8(b), n, (match) => match.slice(0, 2));
    if (result.length === 0) return null;
    return result;
  }
  /**
  * {@code findAll} is the <a href='#all'>All</a> version of {@link #find}; it returns a list of up
  * to {@code n} successive matches of the expression, as defined by the <a href='#all'>All</a>
  * description above.
  *
  * A return value of null indicates no match.
  */
  findAll(s, n) {
    const result = this.allMatches(MachineInput.fromUTF16(s), n, (match) => s.substring(match[0], match[1]));
    if (result.length === 0) return null;
    return result;
  }
  /**
  * {@code findAllIndex} is the <a href='#all'>All</a> version of {@link #findIndex}; it returns a
  * list of up to {@code n} successive matches of the expression, as defined by the <a
  * href='#all'>All</a> description above.
  *
  * A return value of null indicates no match.
  */
  findAllIndex(s, n) {
    const result = this.allMatches(MachineInput.fromUTF16(s), n, (match) => match.slice(0, 2));
    if (result.length === 0) return null;
    return result;
  }
  /**
  * {@code findAllUTF8Submatch} is the <a href='#all'>All</a> version of {@link #findUTF8Submatch};
  * it returns a list of up to {@code n} successive matches of the expression, as defined by the <a
  * href='#all'>All</a> description above.
  *
  * A return value of null indicates no match.
  */
  findAllUTF8Submatch(b, n) {
    const result = this.allMatches(MachineInput.fromUTF8(b), n, (match) => {
      let slice = new Array(match.length / 2 | 0).fill(null);
      for (let j = 0; j < slice.length; j++) if (match[2 * j] >= 0) slice[j] = b.slice(match[2 * j], match[2 * j + 1]);
      return slice;
    });
    if (result.length === 0) return null;
    return result;
  }
  /**
  * {@code findAllUTF8SubmatchIndex} is the <a href='#all'>All</a> version of
  * {@link #findUTF8SubmatchIndex}; it returns a list of up to {@code n} successive matches of the
  * expression, as defined by the <a href='#all'>All</a> description above.
  *
  * A return value of null indicates no match.
  */
  findAllUTF8SubmatchIndex(b, n) {
    const result = this.allMatches(MachineInput.fromUTF8(b), n);
    if (result.length === 0) return null;
    return result;
  }
  /**
  * {@code findAllSubmatch} is the <a href='#all'>All</a> version of {@link #findSubmatch}; it
  * returns a list of up to {@code n} successive matches of the expression, as defined by the <a
  * href='#all'>All</a> description above.
  *
  * A return value of null indicates no match.
  */
  findAllSubmatch(s, n) {
    const result = this.allMatches(MachineInput.fromUTF16(s), n, (match) => {
      let slice = new Array(match.length / 2 | 0).fill(null);
      for (let j = 0; j < slice.length; j++) if (match[2 * j] >= 0) slice[j] = s.substring(match[2 * j], match[2 * j + 1]);
      return slice;
    });
    if (result.length === 0) return null;
    return result;
  }
  /**
  * {@code findAllSubmatchIndex} is the <a href='#all'>All</a> version of
  * {@link #findSubmatchIndex}; it returns a list of up to {@code n} successive matches of the
  * expression, as defined by the <a href='#all'>All</a> description above.
  *
  * A return value of null indicates no match.
  */
  findAllSubmatchIndex(s, n) {
    const result = this.allMatches(MachineInput.fromUTF16(s), n);
    if (result.length === 0) return null;
    return result;
  }
};
var RE2Set = class RE2Set2 {
  /** @type {number} */
  static UNANCHORED = RE2Flags.UNANCHORED;
  /** @type {number} */
  static ANCHOR_START = RE2Flags.ANCHOR_START;
  /** @type {number} */
  static ANCHOR_BOTH = RE2Flags.ANCHOR_BOTH;
  /**
  * Constructs a new RE2Set with the specified anchor mode and flags.
  * @param {number} [anchor=RE2Set.UNANCHORED] - The anchoring mode (e.g., RE2Set.UNANCHORED).
  * @param {number} [flags=0] - The public flags to apply to all patterns in the set.
  * @param {number} [maxMem=8388608] - The maximum memory in bytes to use for the DFA (default 8MB).
  */
  constructor(anchor = RE2Set2.UNANCHORED, flags = 0, maxMem = 8388608) {
    if (![
      RE2Set2.UNANCHORED,
      RE2Set2.ANCHOR_START,
      RE2Set2.ANCHOR_BOTH
    ].includes(anchor)) throw new RE2JSFlagsException("The anchor should be RE2Set.UNANCHORED, RE2Set.ANCHOR_START or RE2Set.ANCHOR_BOTH");
    Utils.checkFlags(flags);
    this.anchor = anchor;
    this.jsFlags = flags;
    this.maxMem = maxMem;
    let re2Flags = RE2Flags.PERL;
    if ((flags & PublicFlags.DISABLE_UNICODE_GROUPS) !== 0) re2Flags &= ~RE2Flags.UNICODE_GROUPS;
    if ((flags & PublicFlags.LOOKBEHINDS) !== 0) re2Flags |= RE2Flags.LOOKBEHIND;
    this.re2Flags = re2Flags;
    this.regexps = [];
    this.prog = null;
    this.dfa = null;
    this.dummyRe2 = null;
  }
  /**
  * Adds a new regular expression pattern to the set.
  * Patterns cannot be added after the set has been compiled.
  * @param {string} pattern - The regular expression pattern to add.
  * @returns {number} The integer index assigned to the added pattern.
  * @throws {RE2JSCompileException} If patterns are added after compilation.
  */
  add(pattern3) {
    if (this.prog) throw new RE2JSCompileException("Cannot add patterns after compile");
    Utils.checkPattern(pattern3);
    let fregex = pattern3;
    if ((this.jsFlags & PublicFlags.CASE_INSENSITIVE) !== 0) fregex = `(?i)${fregex}`;
    if ((this.jsFlags & PublicFlags.DOTALL) !== 0) fregex = `(?s)${fregex}`;
    if ((this.jsFlags & PublicFlags.MULTILINE) !== 0) fregex = `(?m)${fregex}`;
    const re = Parser.parse(fregex, this.re2Flags);
    this.regexps.push(Simplify.simplify(re));
    return this.regexps.length - 1;
  }
  /**
  * Compiles the added patterns into a single state machine.
  * This is automatically called on the first match if not called explicitly.
  * @returns {void}
  */
  compile() {
    if (this.prog) return;
    const prog = Compiler.compileSet(this.regexps);
    if (prog.numInst() > Parser.MAX_SIZE) throw new RE2JSCompileException(`${Parser.ERR_LARGE}: the set compiles to ${prog.numInst()} instructions, more than ${Parser.MAX_SIZE}`);
    this.prog = prog;
    this.dfa = new DFA(this.prog, this.maxMem);
    this.dummyRe2 = {
      prog: this.prog,
      cond: this.prog.startCond(),
      prefix: "",
      prefixRune: 0,
      longest: false
    };
  }
  /**
  * Matches the input against the compiled set of regular expressions.
  * @param {string|number[]|Uint8Array} input - The input string or UTF-8 byte array to match against.
  * @returns {number[]} An array of indices representing the patterns that successfully matched the input.
  */
  match(input3) {
    if (!this.prog) this.compile();
    const machineInput = Utils.isByteArray(input3) ? MachineInput.fromUTF8(input3) : MachineInput.fromUTF16(input3);
    let internalAnchor = RE2Flags.UNANCHORED;
    if (this.anchor === RE2Set2.ANCHOR_START) internalAnchor = RE2Flags.ANCHOR_START;
    else if (this.anchor === RE2Set2.ANCHOR_BOTH) internalAnchor = RE2Flags.ANCHOR_BOTH;
    const dfaResult = this.dfa.matchSet(machineInput, 0, internalAnchor);
    if (dfaResult !== null) return dfaResult;
    const machine = Machine.fromRE2(this.dummyRe2);
    machine.init(0);
    return machine.matchSet(machineInput, 0, internalAnchor);
  }
};
var TranslateRegExpString = class TranslateRegExpString2 {
  static isHexadecimal(ch) {
    return "0" <= ch && ch <= "9" || "A" <= ch && ch <= "F" || "a" <= ch && ch <= "f";
  }
  static translate(data) {
    let prefixFlags = "";
    if (Object.prototype.toString.call(data) === "[object RegExp]") {
      if (data.ignoreCase) prefixFlags += "i";
      if (data.multiline) prefixFlags += "m";
      if (data.dotAll) prefixFlags += "s";
      data = data.source;
    }
    if (typeof data !== "string") return data;
    let result = "";
    let changed = false;
    let size = data.length;
    if (size === 0) {
      result = "(?:)";
      changed = true;
    }
    let inCharClass = false;
    let i = 0;
    while (i < size) {
      let ch = data[i];
      if (ch === "\\") {
        if (i + 1 < size) {
          ch = data[i + 1];
          switch (ch) {
            case "\\":
              result += "\\\\";
              i += 2;
              continue;
            case "c":
              if (i + 2 < size) {
                let code18 = data[i + 2].charCodeAt(0);
                if (code18 >= 65 && code18 <= 90 || code18 >= 97 && code18 <= 122) {
                  let val = code18 % 32;
                  result += "\\x";
                  result += (val >> 4).toString(16).toUpperCase();
                  result += (val & 15).toString(16).toUpperCase();
                  i += 3;
                  changed = true;
                  continue;
                }
              }
              result += "c";
              i += 2;
              changed = true;
              continue;
            case "u":
              if (i + 2 < size) {
                if (data[i + 2] === "{") {
                  let j = i + 3;
                  let hasHex = false;
                  let closed = false;
                  while (j < size) {
                    const hexChar = data[j];
                    if (hexChar === "}") {
                      closed = true;
                      break;
                    }
                    if (!TranslateRegExpString2.isHexadecimal(hexChar)) break;
                    hasHex = true;
                    j++;
                  }
                  if (closed && hasHex) {
                    result += "\\x";
                    i += 2;
                    changed = true;
                    continue;
                  }
                } else if (i + 5 < size) {
                  let isHex4 = true;
                  for (let j = 0; j < 4; j++) if (!TranslateRegExpString2.isHexadecimal(data[i + 2 + j])) {
                    isHex4 = false;
                    break;
                  }
                  if (isHex4) {
                    result += "\\x{" + data.substring(i + 2, i + 6) + "}";
                    i += 6;
                    changed = true;
                    continue;
                  }
                }
              }
              result += "u";
              i += 2;
              changed = true;
              continue;
            case "x": {
              let isValidHex = false;
              if (i + 2 < size && data[i + 2] === "{") {
                let j = i + 3;
                let hasHex = false;
                let closed = false;
                while (j < size) {
                  const hexChar = data[j];
                  if (hexChar === "}") {
                    closed = true;
                    break;
                  }
                  if (!TranslateRegExpString2.isHexadecimal(hexChar)) break;
                  hasHex = true;
                  j++;
                }
                if (closed && hasHex) isValidHex = true;
              } else if (i + 3 < size && TranslateRegExpString2.isHexadecimal(data[i + 2]) && TranslateRegExpString2.isHexadecimal(data[i + 3])) isValidHex = true;
              if (isValidHex) {
                result += "\\x";
                i += 2;
              } else {
                result += "x";
                i += 2;
                changed = true;
              }
              continue;
            }
            case "n":
            case "r":
            case "t":
            case "a":
            case "f":
            case "v":
            case "d":
            case "D":
            case "s":
            case "S":
            case "w":
            case "W":
            case "b":
            case "B":
            case "p":
            case "P":
            case "A":
            case "z":
            case "Q":
            case "E":
            case "0":
            case "1":
            case "2":
            case "3":
            case "4":
            case "5":
            case "6":
            case "7":
              result += "\\" + ch;
              i += 2;
              continue;
            default: {
              let cp2 = data.codePointAt(i + 1);
              if (cp2 >= 48 && cp2 <= 57 || cp2 >= 65 && cp2 <= 90 || cp2 >= 97 && cp2 <= 122) {
                let symSize2 = Utils.charCount(cp2);
                result += data.substring(i + 1, i + 1 + symSize2);
                i += symSize2 + 1;
                changed = true;
              } else {
                result += "\\";
                let symSize2 = Utils.charCount(cp2);
                result += data.substring(i + 1, i + 1 + symSize2);
                i += symSize2 + 1;
              }
              continue;
            }
          }
        }
      } else if (ch === "/") {
        result += "\\/";
        i += 1;
        changed = true;
        continue;
      } else if (ch === "[") {
        if (!inCharClass && data[i + 1] === "]") {
          result += "[^\\x00-\\x{10FFFF}]";
          i += 2;
          changed = true;
          continue;
        }
        if (!inCharClass && data[i + 1] === "^" && data[i + 2] === "]") {
          result += "[\\x00-\\x{10FFFF}]";
          i += 3;
          changed = true;
          continue;
        }
        inCharClass = true;
      } else if (ch === "]") inCharClass = false;
      else if (!inCharClass && ch === "(" && i + 2 < size && data[i + 1] === "?" && data[i + 2] === "<") {
        if (i + 3 < size && !"=!>)".includes(data[i + 3])) {
          result += "(?P<";
          i += 3;
          changed = true;
          continue;
        }
      }
      let cp = data.codePointAt(i);
      let symSize = Utils.charCount(cp);
      result += data.substring(i, i + symSize);
      i += symSize;
    }
    const finalResult = changed ? result : data;
    if (prefixFlags.length > 0) return `(?${prefixFlags})${finalResult}`;
    return finalResult;
  }
};
var execResult = (m, input3) => {
  const result = m.matchArray();
  result.index = m.start(0);
  result.input = input3;
  result.groups = m.namedGroupsObject();
  return result;
};
var RE2JS = class RE2JS2 {
  /**
  * Flag: case insensitive matching.
  */
  static CASE_INSENSITIVE = PublicFlags.CASE_INSENSITIVE;
  /**
  * Flag: dot ({@code .}) matches all characters, including newline.
  */
  static DOTALL = PublicFlags.DOTALL;
  /**
  * Flag: multiline matching: {@code ^} and {@code $} match at beginning and end of line, not just
  * beginning and end of input.
  */
  static MULTILINE = PublicFlags.MULTILINE;
  /**
  * Flag: Unicode groups (e.g. {@code \p\ Greek\} ) will be syntax errors.
  */
  static DISABLE_UNICODE_GROUPS = PublicFlags.DISABLE_UNICODE_GROUPS;
  /**
  * Flag: matches longest possible string.
  */
  static LONGEST_MATCH = PublicFlags.LONGEST_MATCH;
  /**
  * Flag: enable linear-time captureless lookbehinds.
  */
  static LOOKBEHINDS = PublicFlags.LOOKBEHINDS;
  /**
  * Returns a literal pattern string for the specified string.
  *
  * This method produces a string that can be used to create a <code>RE2JS</code> that would
  * match the string <code>s</code> as if it were a literal pattern.
  *
  * Metacharacters or escape sequences in the input sequence will be given no special meaning.
  *
  * @param {string} str The string to be literalized
  * @returns {string} A literal string replacement
  */
  static quote(str) {
    return Utils.quoteMeta(str);
  }
  /**
  * Quotes '\' and '$' in {@code str}, so that the returned string could be used in
  * replacement methods as a literal replacement of {@code str}.
  *
  * This is a convenience delegation to {@link Matcher.quoteReplacement}.
  *
  * @param {string} str the string to be quoted
  * @param {boolean} [javaMode=false] whether the replacement will be used in javaMode
  * @returns {string} the quoted string
  */
  static quoteReplacement(str, javaMode = false) {
    return Matcher.quoteReplacement(str, javaMode);
  }
  /**
  * Translates a given regular expression string to ensure compatibility with RE2JS.
  *
  * This function preprocesses the input regex string by applying necessary transformations,
  * such as escaping special characters (e.g., `/`), converting named capture groups to
  * RE2JS-compatible syntax, and handling Unicode sequences properly. It ensures that the
  * resulting regex is safe and properly formatted before compilation.
  *
  * @param {string|RegExp} expr - The regular expression string to be translated.
  * @returns {string} - The transformed regular expression string, ready for compilation.
  */
  static translateRegExp(expr) {
    return TranslateRegExpString.translate(expr);
  }
  /**
  * Helper: create new RE2JS with given regex and flags. Flregex is the regex with flags applied.
  * @param {string} regex
  * @param {number} [flags=0]
  * @returns {RE2JS}
  */
  static compile(regex, flags = 0) {
    Utils.checkPattern(regex);
    Utils.checkFlags(flags);
    let fregex = regex;
    if ((flags & RE2JS2.CASE_INSENSITIVE) !== 0) fregex = `(?i)${fregex}`;
    if ((flags & RE2JS2.DOTALL) !== 0) fregex = `(?s)${fregex}`;
    if ((flags & RE2JS2.MULTILINE) !== 0) fregex = `(?m)${fregex}`;
    let re2Flags = RE2Flags.PERL;
    if ((flags & RE2JS2.DISABLE_UNICODE_GROUPS) !== 0) re2Flags &= ~RE2Flags.UNICODE_GROUPS;
    if ((flags & RE2JS2.LOOKBEHINDS) !== 0) re2Flags |= RE2Flags.LOOKBEHIND;
    const p = new RE2JS2(regex, flags);
    p.re2Input = RE2.compileImpl(fregex, re2Flags, (flags & RE2JS2.LONGEST_MATCH) !== 0);
    return p;
  }
  /**
  * Matches a string against a regular expression.
  *
  * @param {string} regex the regular expression
  * @param {string|number[]|Uint8Array} input the input
  * @returns {boolean} true if the regular expression matches the entire input
  * @throws RE2JSSyntaxException if the regular expression is malformed
  */
  static matches(regex, input3) {
    return RE2JS2.compile(regex).testExact(input3);
  }
  /**
  * This is visible for testing.
  * @private
  */
  static initTest(pattern3, flags, re2) {
    if (pattern3 == null) throw new Error("pattern is null");
    if (re2 == null) throw new Error("re2 is null");
    const p = new RE2JS2(pattern3, flags);
    p.re2Input = re2;
    return p;
  }
  /**
  *
  * @param {string} pattern
  * @param {number} flags
  */
  constructor(pattern3, flags) {
    this.patternInput = pattern3;
    this.flagsInput = flags;
    this.re2Input = null;
  }
  /**
  * Releases memory used by internal caches associated with this pattern. Does not change the
  * observable behaviour. Useful for tests that detect memory leaks via allocation tracking.
  */
  reset() {
    this.re2Input.reset();
  }
  /**
  * Returns the flags used in the constructor.
  * @returns {number}
  */
  flags() {
    return this.flagsInput;
  }
  /**
  * Returns the pattern used in the constructor.
  * @returns {string}
  */
  pattern() {
    return this.patternInput;
  }
  re2() {
    return this.re2Input;
  }
  /**
  * Matches a string against a regular expression.
  *
  * @param {string|number[]|Uint8Array} input the input
  * @returns {boolean} true if the regular expression matches the entire input
  */
  matches(input3) {
    return this.testExact(input3);
  }
  /**
  * Creates a new {@code Matcher} matching the pattern against the input.
  *
  * @param {string|number[]|Uint8Array|MatcherInputBase} input the input string
  * @returns {Matcher}
  */
  matcher(input3) {
    if (Utils.isByteArray(input3)) input3 = MatcherInput.utf8(input3);
    return new Matcher(this, input3);
  }
  /**
  * Tests whether the regular expression matches any part of the input string.
  * Performance Note: This method is highly optimized. Because it only returns
  * a boolean and does not extract capture groups, it bypasses the `Matcher` overhead
  * and guarantees execution on the high-speed DFA engine whenever possible.
  *
  * @param {string|number[]|Uint8Array} input - The input string or UTF-8 byte array to test against.
  * @returns {boolean} `true` if the pattern is found anywhere in the input, `false` otherwise.
  */
  test(input3) {
    if (Utils.isByteArray(input3)) return this.re2Input.matchUTF8(input3);
    return this.re2Input.match(input3);
  }
  /**
  * Tests whether the regular expression matches the ENTIRE input string.
  * * **Performance Note:** This operates identically to `.matches()`, but is significantly
  * faster because it does not request capture group data. By requesting 0 capture groups,
  * it securely routes execution through the DFA fast-path.
  *
  * @param {string|number[]|Uint8Array} input - The input string or UTF-8 byte array to test against.
  * @returns {boolean} `true` if the exact input string fully matches the pattern, `false` otherwise.
  */
  testExact(input3) {
    const machineInput = Utils.isByteArray(input3) ? MachineInput.fromUTF8(input3) : MachineInput.fromUTF16(input3);
    return this.re2Input.executeEngine(machineInput, 0, RE2Flags.ANCHOR_BOTH, 0) !== null;
  }
  /**
  * Executes a search for a match in a specified string.
  * Returns a result array, or null if no match is found.
  * The returned array perfectly mirrors standard JavaScript `RegExpExecArray`,
  * including `.index`, `.input`, and `.groups` properties.
  *
  * @param {string|number[]|Uint8Array} input the input string or byte array
  * @returns {Array|null} the match array with index, input, and groups properties, or null
  */
  exec(input3) {
    const m = this.matcher(input3);
    return m.find() ? execResult(m, input3) : null;
  }
  /**
  * Splits input around instances of the regular expression. It returns an array giving the strings
  * that occur before, between, and after instances of the regular expression.
  *
  * If {@code limit <= 0}, there is no limit on the size of the returned array. If
  * {@code limit == 0}, empty strings that would occur at the end of the array are omitted. If
  * {@code limit > 0}, at most limit strings are returned. The final string contains the remainder
  * of the input, possibly including additional matches of the pattern.
  *
  * @param {string} input the input string to be split
  * @param {number} [limit=0] the limit
  * @returns {string[]} the split strings
  */
  split(input3, limit = 0) {
    const m = this.matcher(input3);
    const result = [];
    let emptiesSkipped = 0;
    let last = 0;
    while (m.find()) {
      if (last === 0 && m.end() === 0) {
        last = m.end();
        continue;
      }
      if (limit > 0 && result.length === limit - 1) break;
      if (last === m.start()) {
        if (limit === 0) {
          emptiesSkipped += 1;
          last = m.end();
          continue;
        }
      } else while (emptiesSkipped > 0) {
        result.push("");
        emptiesSkipped -= 1;
      }
      result.push(m.substring(last, m.start()));
      last = m.end();
    }
    if (limit === 0 && last !== m.inputLength()) {
      while (emptiesSkipped > 0) {
        result.push("");
        emptiesSkipped -= 1;
      }
      result.push(m.substring(last, m.inputLength()));
    }
    if (limit !== 0 || result.length === 0 && !(last === m.inputLength() && last > 0)) result.push(m.substring(last, m.inputLength()));
    return result;
  }
  /**
  * Returns an iterator of all results matching a string against the regular expression,
  * including capturing groups.
  *
  * @param {string|number[]|Uint8Array} input the input string or byte array
  * @returns {IterableIterator<RegExpMatchArray>}
  */
  *matchAll(input3) {
    const m = this.matcher(input3);
    while (m.find()) yield execResult(m, input3);
  }
  /**
  *
  * @returns {string}
  */
  toString() {
    return this.patternInput;
  }
  /**
  * Returns the program size of this pattern.
  *
  * <p>
  * Similar to the C++ implementation, the program size is a very approximate measure of a regexp's
  * "cost". Larger numbers are more expensive than smaller numbers.
  * </p>
  *
  * @returns {number} the program size of this pattern
  */
  programSize() {
    return this.re2Input.numberOfInstructions();
  }
  /**
  * Returns the number of capturing groups in this matcher's pattern. Group zero denotes the entire
  * pattern and is excluded from this count.
  *
  * @returns {number} the number of capturing groups in this pattern
  */
  groupCount() {
    return this.re2Input.numberOfCapturingGroups();
  }
  /**
  * Return a map of the capturing groups in this matcher's pattern, where key is the name and value
  * is the index of the group in the pattern.
  * @returns {Record<string, number>}
  */
  namedGroups() {
    return this.re2Input.namedGroups;
  }
  /**
  *
  * @param {*} other
  * @returns {boolean}
  */
  equals(other2) {
    if (this === other2) return true;
    if (other2 === null || this.constructor !== other2.constructor) return false;
    return this.flagsInput === other2.flagsInput && this.patternInput === other2.patternInput;
  }
};

// src/checks/pattern.ts
var maxSize = 2e4;
var maxWork = 2e7;
function compilePattern(pattern3, flags = 0) {
  if (reckonSize(pattern3) > maxSize) throw new Error(`its repeats come to more than ${maxSize} steps`);
  const compiled = RE2JS.compile(RE2JS.translateRegExp(pattern3), flags);
  const size = compiled.programSize();
  return { test: (text) => size * text.length > maxWork ? null : compiled.test(text) };
}
var pieces = /\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\{(\d+)(?:,(\d*))?\}|[()]|./gsu;
function reckonSize(pattern3) {
  const outer = [];
  let size = 0;
  let last = 0;
  for (const { 0: piece, 1: least, 2: most2 } of pattern3.matchAll(pieces)) {
    if (least !== void 0) {
      const repeated = last * Math.max(1, Number(least), Number(most2 ?? 0));
      size += repeated - last;
      last = repeated;
    } else if (piece === "(") {
      outer.push(size);
      size = 0;
    } else if (piece === ")") {
      last = size + 1;
      size = last + (outer.pop() ?? 0);
    } else {
      last = 1;
      size += last;
    }
  }
  return outer.reduce((sum2, open) => sum2 + open, size);
}

// src/prompts/unset-metrics.ts
var unset = { role: "gate", direction: "higher", minScore: null };
var unsetCheck = {
  ...unset,
  kind: "check",
  at: null,
  tool: null,
  call: "all",
  path: null,
  from: "whole",
  not: false
};
var unsetJudge = {
  ...unset,
  kind: "judge",
  at: "final",
  calibration: null,
  allowUncalibrated: false,
  samples: 1
};

// src/prompts/text-checks.ts
var types2 = /* @__PURE__ */ new Map([
  ["equals", "equals"],
  ["contains", "contains"],
  ["includes", "contains"],
  ["startswith", "starts-with"],
  ["endswith", "ends-with"],
  ["regex", "regex"],
  ["pattern", "regex"],
  ["regexmatch", "regex"]
]);
var bareTypes = /* @__PURE__ */ new Map([
  ["equal", "equals"],
  ["contain", "contains"],
  ["include", "contains"],
  ["startwith", "starts-with"],
  ["endwith", "ends-with"]
]);
function findTextCheck(word) {
  const plain2 = word.replace(/[-_ ]/g, "").toLowerCase();
  const negated = /^(?:doesnot|not)(.+)$/.exec(plain2)?.[1];
  const type = negated === void 0 ? types2.get(plain2) : types2.get(negated) ?? bareTypes.get(negated);
  return type === void 0 ? null : { type, not: negated !== void 0 };
}
function buildTextCheck(fields, path, name2, word, written2) {
  const found = findTextCheck(word);
  if (found === null) throw new Error(`no check of texts ${word}`);
  const { type, not } = found;
  const value = isJsonObject(written2) ? written2.value ?? written2.pattern ?? null : written2;
  if (value === null || typeof value === "object" || value === "") {
    fields.reject(path, `must be text, not ${value === "" ? "empty" : kindOf(value)}.`, "Put quotes around it.");
    return null;
  }
  const fault2 = type === "regex" ? findPatternFault(String(value)) : null;
  if (fault2 !== null) {
    fields.reject(path, fault2, "Patterns are RE2, without placeholders, look-around and back-references.");
    return null;
  }
  const folds = type !== "equals" && type !== "regex";
  const options = { [type === "regex" ? "pattern" : "expected"]: String(value), ...folds && { "ignore-case": true } };
  const where = fields.yaml.whereKey(path);
  return { ...unsetCheck, name: name2, type, not, options, where };
}
function findPatternFault(pattern3) {
  if (listVariables(pattern3).length > 0) return "is a pattern with a placeholder.";
  try {
    compilePattern(pattern3);
    return null;
  } catch {
    return "is no pattern that can be read.";
  }
}

// src/prompts/github-evaluators.ts
var kinds4 = ["string", "llm", "uses"];
var comparisons = ["equals", "contains", "startsWith", "endsWith"];
var operands = ["value", "pattern", "expected"];
var changing = /^(flags?|.*case.*|not|negated?|inverted?|multiline)$/i;
var codeKinds = /^(python|javascript|js|code|function|custom|script|expression)$/i;
var judgeKinds = /^(model[-_ ]?graded|llm[-_ ]?(judge|rubric|graded)|rubric|rules?|criteria|criterion|judge)$/i;
var hintElsewhere = 'Make it a check or a judge of a suite in the config; here "llm:" holds a prompt and choices with scores.';
var hintKinds = `Write "string:" with one of ${comparisons.join(", ")}, or "llm:" or "uses:".`;
var maxNamed2 = 60;
var builtins = ["similarity", "coherence", "fluency", "relevance", "groundedness"];
function readEvaluators(fields) {
  const unread3 = [];
  const apart = setApart(fields, unread3);
  const metrics = [];
  for (const [index2, item] of (readList(apart, ["evaluators"]) ?? []).entries()) {
    const path = ["evaluators", index2];
    const name2 = isJsonObject(item) ? readName(apart, [...path, "name"]) : null;
    const read3 = readEvaluator(apart, path, name2 ?? "", item);
    if (read3 === null) continue;
    metrics.push({ ...read3, name: makeUnique(name2 ?? deriveName(read3), metrics) });
  }
  return { metrics, unread: unread3 };
}
function readEvaluator(fields, path, name2, item) {
  if (!isJsonObject(item)) {
    fields.reject(path, `must be a mapping, not ${kindOf(item)}.`, hintKinds);
    return null;
  }
  const isGiven3 = (key2) => (item[key2] ?? null) !== null;
  const given = kinds4.filter(isGiven3);
  if (given.length === 0 && isGiven3("type")) return readTyped(fields, path, name2, item);
  const words2 = given.length > 0 ? given : Object.keys(item).filter((key2) => isGiven3(key2) && findTextCheck(key2) !== null);
  const [kind] = words2;
  const elsewhere = words2.length === 0 ? Object.keys(item).find((key2) => isGiven3(key2) && explainKind(key2) !== null) : void 0;
  if (elsewhere !== void 0) {
    fields.reject([...path, elsewhere], explainKind(elsewhere) ?? "", hintElsewhere);
    return null;
  }
  if (kind === void 0 || words2.length > 1) {
    fields.reject(path, `must have exactly one of ${kinds4.join(", ")}.`, hintKinds);
    return null;
  }
  if (!readsAll(fields, path, item, ["name", "type", kind])) return null;
  const value = item[kind] ?? null;
  if (kind === "string") return readComparison(fields, [...path, kind], name2, value);
  if (kind === "llm") return readChoices(fields, [...path, kind], name2, value);
  if (kind === "uses") return readBuiltin(fields, [...path, kind], name2, value);
  return buildTextCheck(fields, [...path, kind], name2, kind, value);
}
function explainKind(word) {
  if (codeKinds.test(word)) return "is code, and none of a prompt file is run.";
  return judgeKinds.test(word) ? "has a model judge by words alone, without choices and their scores." : null;
}
function readTyped(fields, path, name2, item) {
  const type = readName(fields, [...path, "type"]);
  if (type === null) return null;
  if (findTextCheck(type) === null) {
    const explained = explainKind(type);
    const message = explained ?? `has the unknown type ${quoteName(type)}.`;
    fields.reject([...path, "type"], message, explained === null ? hintKinds : hintElsewhere);
    return null;
  }
  const operand = operands.find((key2) => (item[key2] ?? null) !== null) ?? "value";
  if (!readsAll(fields, path, item, ["name", "type", operand])) return null;
  return buildTextCheck(fields, [...path, operand], name2, type, item[operand] ?? null);
}
function readsAll(fields, path, item, known4) {
  const lost = Object.keys(item).find((key2) => !known4.includes(key2) && changing.test(key2));
  if (lost !== void 0) {
    fields.reject(
      [...path, lost],
      "changes the check and is not known here.",
      "Make it a check of a suite in the config."
    );
    return false;
  }
  warnUnknownKeys(fields, path, known4);
  return true;
}
function readComparison(fields, path, name2, value) {
  const hint2 = `Write one of ${comparisons.join(", ")}.`;
  if (!isJsonObject(value)) {
    fields.reject(path, `must be a mapping, not ${kindOf(value)}.`, hint2);
    return null;
  }
  const known4 = [.../* @__PURE__ */ new Set([...comparisons, ...Object.keys(value).filter((key2) => findTextCheck(key2) !== null)])];
  if (!readsAll(fields, path, value, known4)) return null;
  const given = known4.filter((key2) => (value[key2] ?? "") !== "");
  const [word, ...others] = given;
  if (word === void 0) {
    fields.reject(path, "compares with nothing.", hint2);
    return null;
  }
  for (const other2 of others) {
    const where = fields.yaml.whereKey([...path, other2]);
    fields.warnings.push(
      buildProblem(`"${other2}" is ignored: "${word}" decides.`, "Make it an evaluator of its own.", where)
    );
  }
  return buildTextCheck(fields, [...path, word], name2, word, value[word] ?? null);
}
function deriveName(metric) {
  const { options } = metric;
  const value = String(options.expected ?? options.pattern ?? "").replace(/\s+/g, " ");
  const check = `${metric.kind === "check" && metric.not ? "not " : ""}${metric.type} ${value.slice(0, maxNamed2)}`;
  const judge = "rubric" in metric && metric.rubric !== null ? metric.rubric : `choices ${contentHash(options).slice(0, 6)}`;
  return metric.kind === "check" ? check : judge.replace("builtin:", "");
}
function makeUnique(name2, others) {
  let count3 = 1;
  const numbered = () => count3 === 1 ? name2 : `${name2} (${count3})`;
  while (others.some((other2) => other2.name === numbered())) count3 += 1;
  return numbered();
}
function readChoices(fields, path, name2, value) {
  if (!isJsonObject(value)) {
    fields.reject(path, `must be a mapping, not ${kindOf(value)}.`, 'Write "prompt:" and "choices:".');
    return null;
  }
  warnUnknownKeys(fields, path, ["modelId", "prompt", "systemPrompt", "choices"]);
  const prompt = readText(fields, [...path, "prompt"]);
  if (!prompt?.trim()) fields.reject([...path, "prompt"], "is missing or empty.", "Say what the judge is to decide.");
  const choices = (readList(fields, [...path, "choices"]) ?? []).flatMap(
    (choice, index2) => readChoice(fields, [...path, "choices", index2], choice)
  );
  if (choices.length === 0)
    fields.reject([...path, "choices"], "has no usable choice.", 'List "choice" and "score" pairs.');
  if (new Set(choices.map(({ choice }) => choice)).size < choices.length) {
    fields.reject([...path, "choices"], "gives one choice twice.", "Keep one of them.");
  }
  const systemPrompt = readText(fields, [...path, "systemPrompt"]);
  const model = readName(fields, [...path, "modelId"]);
  const options = { prompt, "system-prompt": systemPrompt, choices };
  return { ...unsetJudge, name: name2, type: "choices", rubric: null, model, options, where: fields.yaml.where(path) };
}
function readChoice(fields, path, value) {
  const { choice = null, score = null } = isJsonObject(value) ? value : {};
  const isChoice = choice !== null && typeof choice !== "object" && String(choice).trim() !== "";
  if (!isChoice) fields.reject(path, 'has no "choice".', 'Write "choice: …" and "score: …".');
  const isScore = typeof score === "number" && score >= 0 && score <= 1;
  if (!isScore) fields.reject(path, 'has no "score" from 0 to 1.', 'Write "score:" with a number from 0 to 1.');
  return isChoice && isScore ? [{ choice: String(choice).trim(), score }] : [];
}
function readBuiltin(fields, path, name2, value) {
  const known4 = builtins.map((builtin) => `github/${builtin}`);
  if (typeof value === "string" && known4.includes(value)) {
    const rubric = `builtin:${value.slice("github/".length)}`;
    return { ...unsetJudge, name: name2, type: "rubric", rubric, model: null, options: {}, where: fields.yaml.where(path) };
  }
  if (typeof value === "string") fields.reject(path, `names the unknown ${quoteName(value)}.`, hintKnown(value, known4));
  else fields.reject(path, `must be text, not ${kindOf(value)}.`, `Use one of: ${known4.join(", ")}.`);
  return null;
}

// src/config/config-source.ts
var membersKey = "checks";
function placeIn({ path: configPath, file }, path) {
  return { configPath, where: (below2 = []) => file.where([...path, ...below2]) };
}

// src/config/place.ts
var builtInPath = "built-in";
var builtInPlace = {
  configPath: builtInPath,
  where: () => ({ path: builtInPath, line: null, column: null })
};
function withoutPlaces(value) {
  if (Array.isArray(value)) return value.map(withoutPlaces);
  if (!isJsonObject(value)) return value ?? null;
  const kept = Object.entries(value).filter(
    ([key2, member2]) => member2 !== void 0 && !(key2 === "where" && isPosition(member2))
  );
  return Object.fromEntries(kept.map(([key2, member2]) => [key2, withoutPlaces(member2)]));
}
function isPosition(value) {
  return isJsonObject(value) && Object.keys(value).sort().join() === "column,line,path";
}

// src/config/key.ts
function key(schema, more = {}) {
  const { read: read3 = (written2) => written2, ...trust } = more;
  return {
    ...trust,
    schema,
    required: false,
    read: (written2 = schema.default, place) => written2 === void 0 ? null : read3(written2, place)
  };
}
function required(schema, more = {}) {
  return { ...key(schema, more), required: true };
}
function group(description, keys3, trust = {}) {
  return {
    ...trust,
    schema: mapping(description, keys3),
    required: false,
    read: (written2 = {}, place) => readKeys(keys3, written2, place)
  };
}
function mapping(description, keys3) {
  const names2 = Object.keys(keys3).filter((name2) => keys3[name2]?.required);
  return { type: "object", description, properties: schemasOf(keys3), required: names2, additionalProperties: false };
}
function schemasOf(keys3) {
  return Object.fromEntries(Object.entries(keys3).map(([name2, { schema }]) => [name2, schema]));
}
function listFields(keys3) {
  return Object.entries(keys3).map(([name2, key2]) => {
    const field = name2.replaceAll(/-(.)/g, (_, letter) => letter.toUpperCase());
    return { field, name: name2, key: key2 };
  });
}
function readKeys(keys3, written2, place, above) {
  const fields = listFields(keys3).map(({ field, name: name2, key: key2 }) => {
    const value = written2[name2];
    if (value === void 0 && above !== void 0) return [field, above[field]];
    return [field, key2.read(value, { ...place, where: (below2 = []) => place.where([name2, ...below2]) })];
  });
  return Object.fromEntries(fields);
}
function defaultsOf(keys3) {
  return readKeys(keys3, {}, builtInPlace);
}

// src/config/paths.ts
import { posix as posix4 } from "node:path";
function resolvePath(configPath, path) {
  return resolveBelow(posix4.dirname(configPath), path, /[\\\p{Cc}]/u);
}
function resolveGlob(configPath, glob) {
  if (/^!(?!\()/.test(glob)) return null;
  return resolveBelow(escapeGlob(posix4.dirname(configPath)), glob, new RegExp("\\p{Cc}", "u"));
}
function escapeGlob(path) {
  return path.replace(/[\\*?[\]{}()!+@|#]/g, "\\$&");
}
function resolveBelow(folder, path, refused) {
  if (path === "" || path.startsWith("/") || /^[a-z]:/i.test(path) || refused.test(path)) return null;
  const resolved = posix4.join(folder, path);
  return resolved === ".." || resolved.startsWith("../") || resolved === "." ? null : resolved;
}
function isBuiltin(path) {
  return path.startsWith("builtin:");
}

// src/config/keys/metrics.ts
var metricKeys = {
  role: key({
    enum: ["gate", "report"],
    default: "gate",
    description: "Whether the metric enters the verdict, or is only shown."
  }),
  direction: key({
    enum: ["higher", "lower", "neutral"],
    default: "higher",
    description: "Which way is better. A neutral metric is only shown."
  }),
  "min-score": key(
    {
      type: ["number", "object"],
      minimum: 0,
      maximum: 1,
      properties: {
        value: { type: "number", minimum: 0, maximum: 1, description: "The threshold, from 0 to 1." },
        on: {
          enum: ["mean", "lower-bound"],
          default: "mean",
          description: "What is held against it: the mean, or its Wilson lower bound."
        }
      },
      required: ["value"],
      additionalProperties: false,
      description: "An absolute threshold for the mean score: a number, or `{ value: 0.9, on: lower-bound }`."
    },
    {
      read: (score) => ({
        on: "mean",
        ...typeof score === "number" ? { value: score } : score
      })
    }
  )
};
var views = ["final", "all", "tools"];
var checkKeys = {
  path: key({
    type: "string",
    // RFC 6901: empty, or `/`-led parts in which `~` is written `~0` and `/` is written `~1`.
    pattern: "^(/([^~/]|~[01])*)*$",
    description: 'A JSON Pointer (`/label`, `/items/0`) into the output read as JSON; without it the check looks at the whole text. Empty (`""`) is the whole output as JSON.'
  }),
  from: key({
    enum: ["whole", "fenced"],
    default: "whole",
    description: "What of the output is looked at: all of it, or what stands inside the one code fence that is all of it. An output without a fence is looked at as it is."
  }),
  not: key({
    type: "boolean",
    default: false,
    description: "Turns the check round. A path that finds nothing, an output that is not JSON, and an answer that is empty, refused or cut off still score 0."
  }),
  at: key({
    enum: views,
    description: "What is looked at of a trajectory: the `final` answer, `all` that was said and done, or the `tools` that were called and what they answered. The default is `final`, in checks of calls and steps `all`."
  }),
  tool: key({
    type: "string",
    minLength: 1,
    maxLength: 200,
    description: "The name of a tool. The check looks at the arguments of its calls, and `path` points into them; a check of calls counts this tool alone."
  }),
  call: key({
    enum: ["all", "any", "first", "last"],
    default: "all",
    description: "Which calls of `tool` have to meet the check where there are several."
  })
};
var memberWeight = key({
  type: "number",
  exclusiveMinimum: 0,
  maximum: 1e3,
  default: 1,
  description: "How much this check counts in the mean of a `mean-of`."
});
var judgeKeys = {
  rubric: key(
    {
      type: "string",
      minLength: 1,
      format: "path",
      description: "The path of a rubric file, or `builtin:NAME`."
    },
    { read: ownPath }
  ),
  calibration: key(
    {
      type: "string",
      minLength: 1,
      format: "path",
      description: "The path of a file of human labels that shows whether this judge may gate."
    },
    { read: ownPath }
  ),
  "allow-uncalibrated": key({
    type: "boolean",
    default: false,
    description: "Lets the judge gate although nothing shows that it agrees with people."
  }),
  model: key({
    type: ["string", "null"],
    minLength: 1,
    description: "The model id of this judge, at the endpoint of `judge.model`; the default is `judge.model.id`."
  }),
  samples: key({
    type: "integer",
    minimum: 1,
    maximum: 9,
    default: 1,
    description: "Judgements of each output; their mean is the score. More than 1 where a judge contradicts itself."
  }),
  at: key({
    enum: views,
    default: "final",
    description: "What the judge is shown of a trajectory: the `final` answer, `all` that was said and done as numbered steps, or the `tools` that were called and what they answered."
  })
};
function ownPath(path, { configPath }) {
  return isBuiltin(path) ? path : resolvePath(configPath, path) ?? path;
}
function metricName(what) {
  return required({
    type: "string",
    minLength: 1,
    maxLength: 100,
    description: `The name of the ${what}, shown in the report; unique in its suite.`
  });
}
var panelKeys = {
  name: metricName("panel"),
  members: required({
    type: "array",
    minItems: 2,
    maxItems: 9,
    uniqueItems: true,
    items: { type: "string", minLength: 1 },
    description: "Names of judges of this suite, all of one output or all of pairs. Only those that may gate are heard. A member reports unless its own `role` is gate."
  }),
  combine: key({
    enum: ["mean", "majority"],
    default: "mean",
    description: "The mean of the members' scores, or what most of them say: their median."
  }),
  role: metricKeys.role,
  "min-score": metricKeys["min-score"]
};

// src/config/path-rules.ts
var outsideHint = 'Write a path relative to this config, with "/" between folders.';
function rejectOutside(context, path) {
  const value = context.file.get(path);
  if (typeof value !== "string" || value === "" || resolvePath(context.path, value) !== null) return;
  context.reject(path, `${quoteName(value)} does not stay inside the repository.`, outsideHint);
}
function checkPathKeys(context, metric, properties) {
  for (const key2 of listPathKeys(properties)) {
    const value = context.file.get([...metric, key2]);
    if (typeof value === "string" && !isBuiltin(value)) rejectOutside(context, [...metric, key2]);
  }
}
function listPathKeys(properties) {
  return Object.entries(properties).flatMap(
    ([key2, schema]) => isJsonObject(schema) && schema.format === "path" ? [key2] : []
  );
}

// src/config/build-metric.ts
function buildCheck(written2, kinds7, place) {
  const kind = kindOf2(written2, kinds7);
  const check = { kind: "check", ...readMetric(written2, kind, place), ...readKeys(checkKeys, written2, place) };
  if (!Object.hasOwn(kind.properties, membersKey)) return check;
  const { name: name2, role, direction } = check;
  const members = written2[membersKey].map((member2, index2) => {
    const where = (below2 = []) => place.where([membersKey, index2, ...below2]);
    return buildCheck({ ...member2, name: name2, role, direction }, kinds7, { ...place, where });
  });
  return { ...check, members };
}
function kindOf2(metric, kinds7) {
  return kinds7.find(({ type }) => type === metric.type);
}
function buildJudge(written2, kind, place) {
  return { kind: "judge", ...readMetric(written2, kind, place), ...readKeys(judgeKeys, written2, place) };
}
function buildPanel(written2, place) {
  return { kind: "panel", ...readKeys(panelKeys, written2, place), where: place.where() };
}
function readMetric(written2, { type, properties }, place) {
  const shared = readKeys(metricKeys, written2, place);
  const role = written2.role === void 0 && shared.direction === "neutral" ? "report" : shared.role;
  const own = Object.entries(written2).filter(([name2]) => Object.hasOwn(properties, name2));
  const paths = listPathKeys(properties);
  const read3 = (name2, value) => typeof value === "string" && paths.includes(name2) ? ownPath(value, place) : value;
  const options = Object.fromEntries(own.map(([name2, value]) => [name2, read3(name2, value)]));
  return { ...shared, name: written2.name, type, role, options, where: place.where() };
}

// src/checks/build-group.ts
var maxLevels = 3;
function buildGroup(config, { type, combine: combine2 }, compile) {
  const problems = [...findIdleKeys(config, combine2)];
  const levels = countLevels(config);
  if (levels > maxLevels) {
    const message = `the groups of the check "${config.name}" are ${levels} levels deep; at most ${maxLevels} can be read.`;
    throw UserError.of(message, "Flatten them.", config.where);
  }
  const { members = [], not } = config;
  const checks = members.map(
    (member2) => collectProblems(problems, () => compile({ ...member2, not: member2.not !== not }))
  );
  if (problems.length > 0) throw new UserError(problems);
  const weights = readMembers(config).map(({ weight }) => Number(weight ?? 1));
  const whole2 = checks;
  const turned = not && combine2 !== "mean" ? opposites[combine2] : combine2;
  return {
    config,
    hash: contentHash({ type, not, members: whole2.map(({ hash }) => hash), weights }),
    score: (subject) => combineScores(
      turned,
      whole2.map((check) => check.score(subject)),
      weights,
      members
    )
  };
}
var opposites = { least: "greatest", greatest: "least" };
function combineScores(combine2, scores, weights, members) {
  const lost = scores.find(({ score: score2 }) => score2 === null);
  if (lost !== void 0) return lost;
  const values = scores.map(({ score: score2 }) => Number(score2));
  const score = combine2 === "mean" ? weigh(values, weights) : Math[combine2 === "least" ? "min" : "max"](...values);
  if (score === 1) return { score, reason: null };
  const told2 = values.indexOf(Math[combine2 === "greatest" ? "max" : "min"](...values));
  const held = values.filter((value) => value === 1).length;
  const which = `check ${told2 + 1} (${members[told2]?.type})`;
  return { score, reason: `${held} of ${values.length} hold; ${which}: ${scores[told2]?.reason}` };
}
function weigh(values, weights) {
  const sum2 = (of) => values.reduce((total, value, index2) => total + of(value, weights[index2]), 0);
  return sum2((value, weight) => value * weight) / sum2((_, weight) => weight);
}
function readMembers({ options }) {
  return options.checks ?? [];
}
function countLevels({ members }) {
  return members === void 0 ? 0 : 1 + Math.max(0, ...members.map(countLevels));
}
function findIdleKeys(config, combine2) {
  const { name: name2, type, path, from, at, tool, call, members = [], where } = config;
  const own = {
    path: path !== null,
    from: from !== "whole",
    at: at !== null,
    tool: tool !== null,
    call: call !== "all"
  };
  const idle = Object.entries(own).flatMap(([key2, isSet]) => isSet ? [key2] : []);
  const weighed = members.filter((_, index2) => combine2 !== "mean" && readMembers(config)[index2]?.weight !== void 0);
  return [
    ...idle.map(
      (key2) => buildProblem(`"${key2}" decides nothing in the group "${name2}".`, "Give it to the checks of the group.", where)
    ),
    ...weighed.map(
      (member2) => buildProblem(`"weight" decides nothing in a group of type ${type}.`, "Remove it, or use mean-of.", member2.where)
    )
  ];
}

// src/checks/row-checks.ts
var rowChecks = { type: "row-checks", properties: {}, required: [], column: "checks" };
var most = 100;
function buildRowCheck(config, { column: column2 }, tools) {
  refuseIdleKeys(config);
  const known4 = /* @__PURE__ */ new Map();
  const read3 = (variables) => {
    const written2 = Object.hasOwn(variables, column2) ? variables[column2] : null;
    const key2 = canonicalJson(written2);
    const members = known4.get(key2) ?? readMembers2(config, column2, written2, tools);
    known4.set(key2, members);
    return members;
  };
  return {
    config,
    hash: contentHash({ type: config.type, scoringRevision }),
    findFaults: (variables) => {
      const found = read3(variables);
      return "faults" in found ? found.faults : found.members.flatMap((one) => findMissing(one, variables, tools));
    },
    score: (subject) => {
      const found = read3(subject.variables);
      if ("faults" in found) return { score: null, reason: found.faults[0]?.message ?? null };
      return scoreAll(found.members, subject);
    }
  };
}
function scoreAll(members, subject) {
  const scores = members.map(({ config: { not }, check, threshold }) => {
    const { score, reason } = check.score(subject);
    if (threshold === null || score === null) return { score, reason };
    return { score: Number(not ? 1 - score < threshold : score >= threshold), reason };
  });
  const configs = members.map(({ config }) => config);
  return combineScores("least", scores, [], configs);
}
function refuseIdleKeys({ name: name2, path, from, at, tool, call, not, where }) {
  const set = {
    path: path !== null,
    from: from !== "whole",
    at: at !== null,
    tool: tool !== null,
    call: call !== "all",
    not
  };
  const [idle] = Object.entries(set).flatMap(([key2, isSet]) => isSet ? [key2] : []);
  if (idle === void 0) return;
  throw UserError.of(`"${idle}" decides nothing in the check "${name2}".`, "Give it to the checks of the rows.", where);
}
function readMembers2(config, column2, written2, tools) {
  if (written2 === null || Array.isArray(written2) && written2.length === 0) {
    return { faults: [{ message: `it brings no "${column2}"`, hint: `Give it a list of ${column2}, or take it out.` }] };
  }
  if (!Array.isArray(written2) || written2.length > most) {
    const what = Array.isArray(written2) ? `holds ${written2.length} checks; at most ${most} can be read` : "is no list";
    return {
      faults: [{ message: `its "${column2}" ${what}`, hint: 'Write a list: [{"type": "contains", "expected": "…"}].' }]
    };
  }
  const read3 = written2.map((one, index2) => readMember(config, one, `${column2}[${index2}]`, tools));
  const faults = read3.flatMap((one) => "message" in one ? [one] : []);
  return faults.length > 0 ? { faults } : { members: read3.flatMap((one) => "check" in one ? [one] : []) };
}
function readMember(config, written2, name2, tools) {
  const hint2 = 'Write it as a check of the config, without a name: {"type": "contains", "expected": "…"}.';
  if (!isJsonObject(written2)) return { message: `its "${name2}" is no check`, hint: hint2 };
  const { threshold = null, ...rest } = written2;
  if (threshold !== null && !(typeof threshold === "number" && threshold >= 0 && threshold <= 1)) {
    return { message: `the threshold of its "${name2}" is no number from 0 to 1`, hint: "Correct it." };
  }
  const { type } = rest;
  const known4 = tools.kinds.map((kind) => kind.type);
  if (typeof type === "string" && !known4.includes(type)) {
    return { message: `its "${name2}" has the unknown type ${quoteName(type)}`, hint: hintKnown(type, known4) };
  }
  const fault2 = tools.findFault(rest);
  if (fault2 !== null) return { message: `its "${name2}" ${fault2}`, hint: hint2 };
  const { role, direction } = config;
  const place = { configPath: config.where.path, where: () => config.where };
  const own = buildCheck({ ...rest, name: config.name, role, direction }, tools.kinds, place);
  try {
    return { config: own, check: tools.compile(own), threshold };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { message: `its "${name2}": ${error.message}`, hint: hint2 };
  }
}
function findMissing({ config }, variables, { missing }) {
  return missing(config, variables).map((name2) => ({
    message: `its checks use "${name2}", which it has not`,
    hint: "Add the column, or write the text itself."
  }));
}

// src/prompts/row-evaluators.ts
var column = "evaluators";
function addRowEvaluators(fields, rows, { metrics, unread: unread3 }) {
  if (rows === null || !rows.some(bringsAny)) return { rows, metrics, unread: unread3 };
  const faults = [];
  const apart = setApart(fields, faults);
  const list2 = fields.yaml.get(["testData"]);
  const written2 = list2.flatMap((values, index2) => isJsonObject(values) ? [index2] : []);
  const read3 = rows.map((row, place) => readRow(apart, row, written2[place] ?? 0));
  const missing = rows.filter((row) => !bringsAny(row)).map(({ where: where2 }) => explainMissing(where2));
  const where = rows.find(bringsAny)?.where ?? fields.yaml.where(["testData"]);
  const scorer = {
    ...unsetCheck,
    name: makeUnique("assertions", metrics),
    type: rowChecks.type,
    options: {},
    where
  };
  return {
    rows: read3,
    metrics: missing.length > 0 ? metrics : [...metrics, scorer],
    unread: [...unread3, ...faults, ...missing]
  };
}
function bringsAny({ values }) {
  const list2 = values[column] ?? null;
  return list2 !== null && !(Array.isArray(list2) && list2.length === 0);
}
function readRow(fields, row, index2) {
  const { [column]: _, ...values } = row.values;
  const path = ["testData", index2, column];
  const checks = (readList(fields, path) ?? []).flatMap((item, place) => {
    const read3 = readEvaluator(fields, [...path, place], "", item);
    if (read3?.kind === "check") return [{ type: read3.type, ...read3.not && { not: true }, ...read3.options }];
    if (read3 !== null) {
      fields.reject(
        [...path, place],
        "asks a judge about one row alone.",
        'Write it below "evaluators", for all rows.'
      );
    }
    return [];
  });
  const own = values[rowChecks.column] ?? [];
  return { ...row, values: { ...values, [rowChecks.column]: [...Array.isArray(own) ? own : [own], ...checks] } };
}
function explainMissing(where) {
  const hint2 = "Give it some, or write them once for all rows, with what differs as a column that they name.";
  return buildProblem(`brings no "${column}" of its own, as other rows do.`, hint2, where);
}

// src/prompts/github-models.ts
var githubModels = {
  id: "github-models",
  title: 'GitHub Models (*.prompt.yml, *.prompt.yaml, other YAML with "messages")',
  standingAlone: ["**/*.prompt.yml", "**/*.prompt.yaml"],
  recognisesPath: (path) => /\.prompt\.ya?ml$/i.test(path),
  recognises: (path, text) => /\.ya?ml$/i.test(path) && /^["']?messages["']?\s*:/m.test(text),
  dependencies: null,
  parse: parseGithubModels
};
function parseGithubModels(file, template) {
  const fields = openFields(file, "The prompt");
  const places = /* @__PURE__ */ new Map();
  const dialect = readDialect(fields, template ?? defaultDialect);
  const prompt = {
    path: file.path,
    key: null,
    format: githubModels.id,
    dialect,
    ...readHead(fields, places, ["messages", "testData", "evaluators"]),
    messages: hasMessages(fields) ? readTemplates(fields, ["messages"], places, dialect, buildPlaces(file)) : [],
    ...addRowEvaluators(fields, readRows(fields), readEvaluators(fields))
  };
  throwProblems(fields.errors);
  return [{ ...prompt, guesses: [], ...settleFindings(fields), places }];
}
function hasMessages({ values, reject }) {
  if (values.messages !== void 0) return true;
  const isEmpty2 = Object.keys(values).length === 0;
  reject([], isEmpty2 ? "is empty." : 'has no "messages".', 'Add "messages" with at least one message.');
  return false;
}
function readRows(fields) {
  const list2 = readList(fields, ["testData"]);
  if (list2?.length === 0) {
    const where = fields.yaml.whereKey(["testData"]);
    fields.warnings.push(buildProblem('"testData" has no rows.', "Add rows, or remove it.", where));
    return null;
  }
  const rows = list2?.flatMap((values, index2) => {
    const path = ["testData", index2];
    if (isJsonObject(values)) return [{ values, where: fields.yaml.where(path) }];
    fields.reject(path, `must be a mapping, not ${kindOf(values)}.`, 'Write "variable: value" lines.');
    return [];
  });
  return rows ?? null;
}

// src/prompts/quote-text.ts
function quoteText(dialect, text) {
  if (dialect === none.name || !/[{}]/.test(text)) return text;
  if (dialect === fString.name) return text.replace(/[{}]/g, "$&$&");
  if (dialect !== mustache.name || text.includes("\\{{")) return null;
  return text.replaceAll("{{", "\\{{");
}

// src/prompts/langchain-turns.ts
var roles = /* @__PURE__ */ new Map([
  ["SystemMessage", "system"],
  ["HumanMessage", "user"],
  ["AIMessage", "assistant"]
]);
var spokenRoles = /* @__PURE__ */ new Map([
  ["system", "system"],
  ["human", "user"],
  ["user", "user"],
  ["ai", "assistant"],
  ["assistant", "assistant"]
]);
function classOf(value) {
  if (!isJsonObject(value) || !Array.isArray(value.id) || !isJsonObject(value.kwargs)) return null;
  const name2 = value.id.at(-1);
  return typeof name2 === "string" ? name2 : null;
}
function listSerialised(own) {
  const turns = [];
  const slots = [];
  for (const [index2, item] of (readList(own, ["messages"]) ?? []).entries()) {
    const path = ["messages", index2];
    if (classOf(item) === "MessagesPlaceholder") {
      const name2 = readName(own, [...path, "kwargs", "variable_name"]);
      const isOptional = own.yaml.get([...path, "kwargs", "optional"]) === true;
      if (name2 === null) own.reject(path, "names no variable.", "Export the prompt again.");
      else slots.push({ name: name2, before: turns.length, isOptional });
      continue;
    }
    turns.push(...readTurn(own, path, classOf(item) ?? "nothing"));
  }
  return { turns, slots };
}
function readTurn(own, path, name2) {
  const isLiteral3 = !name2.endsWith("PromptTemplate");
  const spoken2 = isLiteral3 ? name2 : name2.slice(0, -"PromptTemplate".length);
  const said = spoken2 === "ChatMessage" ? readName(own, [...path, "kwargs", "role"]) : null;
  const role = roles.get(spoken2) ?? spokenRoles.get(said?.toLowerCase() ?? "");
  if (role === void 0) {
    own.reject(
      path,
      `is ${quoteName(said ?? name2)}, which is no message that can be read.`,
      "Use system, human and AI messages."
    );
    return [];
  }
  if (isLiteral3) return [{ role, path: [...path, "kwargs"], isLiteral: isLiteral3 }];
  const prompt = [...path, "kwargs", "prompt"];
  if (classOf(own.yaml.get(prompt) ?? null) === "PromptTemplate")
    return [{ role, path: [...prompt, "kwargs"], isLiteral: isLiteral3 }];
  own.reject(
    prompt,
    "is no template of a text.",
    "Messages of several parts are not read from such a file: write them as *.prompt.yml."
  );
  return [];
}
function readSerialisedFormat(own, turns) {
  const paths = [[], ...turns.filter(({ isLiteral: isLiteral3 }) => !isLiteral3).map(({ path }) => path)];
  const said = paths.flatMap((path) => readTemplateFormat(own, [...path, "template_format"]) ?? []);
  const [first, ...others] = new Set(said);
  if (others.length > 0) {
    own.reject(
      ["messages"],
      `are written as ${[first, ...others].join(" and ")}.`,
      "Write all in one template format."
    );
  }
  return first ?? null;
}
function readSerialised(own, { path, isLiteral: isLiteral3 }, places, dialect, at) {
  const key2 = [...path, isLiteral3 ? "content" : "template"];
  const text = readText(own, key2) ?? "";
  if (text.trim() === "") own.reject(key2, "is empty.", "Write its text, or take the message out.");
  if (!isLiteral3) {
    noteText(own, places, dialect, key2, at);
    return text;
  }
  const quoted = quoteText(dialect, text);
  if (quoted === null) {
    own.reject(key2, `is sent word for word, and a ${dialect} template would read its braces.`, "Make it a template.");
  }
  return quoted ?? "";
}

// src/prompts/partials.ts
function readPartials(fields, path) {
  const values = readMapping(fields, path) ?? {};
  for (const [name2, value] of Object.entries(values)) {
    if (value !== null && typeof value !== "object") continue;
    const hint2 = `Write the text, or take ${quoteName(name2)} out and give the rows a column of that name.`;
    fields.reject([...path, name2], "is no text that can be filled in.", hint2);
  }
  return Object.keys(values).length === 0 ? {} : { defaults: values };
}

// src/prompts/langchain-manifest.ts
var chats = ["ChatPromptTemplate", "StructuredPrompt"];
var prompts = [...chats, "PromptTemplate"];
var plain = { turns: [{ role: "user", path: [], isLiteral: false }], slots: [] };
var holders = {
  RunnableSequence: ["first", "middle", "last", "steps"],
  RunnableBinding: ["bound"]
};
var modelKeys = ["model", "model_name"];
var wrappers = ["manifest", "committed_prompt"];
function isManifest(value) {
  return findManifest(value) !== null;
}
function findManifest(value) {
  if (!isJsonObject(value)) return null;
  if (classOf(value) !== null) return [];
  const wrapper = wrappers.find((key2) => classOf(value[key2] ?? null) !== null);
  return wrapper === void 0 ? null : [wrapper];
}
function parseManifest(file, fields, template) {
  const parts = [...listParts(fields.yaml.value, findManifest(fields.yaml.value) ?? [])];
  const at = buildPlaces(file);
  const places = /* @__PURE__ */ new Map();
  const found = parts.filter(({ name: name2 }) => prompts.includes(name2));
  const [prompt, second] = found;
  if (prompt === void 0 || second !== void 0) {
    const what = second === void 0 ? "holds no prompt." : "holds more than one prompt.";
    fields.reject([], what, `Export one ${chats[0]} a file.`);
    throwProblems(fields.errors);
  }
  const own = focusOn(fields, [...prompt?.path ?? [], "kwargs"]);
  const isChat2 = prompt?.name !== "PromptTemplate";
  const { turns, slots } = isChat2 ? listSerialised(own) : plain;
  const dialect = readSerialisedFormat(own, turns) ?? template ?? fString.name;
  const messages = turns.map((turn) => {
    return { role: turn.role, content: readSerialised(own, turn, places, dialect, at) };
  });
  places.set("messages", own.yaml.whereKey([isChat2 ? "messages" : "template"]));
  const model = parts.find(
    ({ path }) => modelKeys.some((key2) => typeof fields.yaml.get([...path, "kwargs", key2]) === "string")
  );
  const settings = readModel2(fields, model?.path ?? null, places);
  if (messages.length === 0 && slots.length === 0) own.reject([], "has no messages.", "Export the prompt again.");
  const partials = readPartials(own, ["partial_variables"]);
  throwProblems(fields.errors);
  const read3 = {
    path: file.path,
    key: null,
    format: "langchain",
    dialect,
    name: null,
    description: null,
    ...settings,
    responseFormat: readSchema2(own),
    tools: readTools2(fields, parts),
    retrieval: null,
    messages,
    ...partials,
    ...slots.length > 0 && { slots },
    rows: null,
    metrics: [],
    unread: [],
    renamedFrom: null,
    guesses: []
  };
  return [{ ...read3, ...settleFindings(own), places }];
}
function* listParts(root, path) {
  const value = path.reduce((node, key2) => isJsonObject(node) ? node[key2] ?? null : null, root);
  yield* walk3(value, path);
}
function* walk3(value, path) {
  const name2 = classOf(value);
  if (name2 === null || !isJsonObject(value)) return;
  yield { name: name2, path };
  for (const key2 of Object.hasOwn(holders, name2) ? holders[name2] ?? [] : []) {
    const held = value.kwargs[key2] ?? null;
    const below2 = [...path, "kwargs", key2];
    if (!Array.isArray(held)) yield* walk3(held, below2);
    else for (const [index2, item] of held.entries()) yield* walk3(item, [...below2, index2]);
  }
}
function readModel2(fields, path, places) {
  const parameters = /* @__PURE__ */ new Map();
  if (path === null) return { model: null, parameters: {} };
  const kwargs = [...path, "kwargs"];
  const [key2] = modelKeys.filter((one) => typeof fields.yaml.get([...kwargs, one]) === "string");
  if (key2 !== void 0) places.set("model", fields.yaml.where([...kwargs, key2]));
  const given = fields.yaml.get(kwargs);
  for (const [name2, value] of Object.entries(given)) {
    const isKnown2 = value !== null && knownParameters.includes(canonicalParameter(name2));
    if (isKnown2) addParameter(fields, [...kwargs, name2], value, parameters, places);
  }
  const model = key2 === void 0 ? null : readName(fields, [...kwargs, key2]);
  return { model, parameters: Object.fromEntries(parameters) };
}
function readTools2(fields, parts) {
  return parts.flatMap(({ name: name2, path }) => {
    const tools = name2 === "RunnableBinding" ? fields.yaml.get([...path, "kwargs", "kwargs", "tools"]) : null;
    return Array.isArray(tools) ? tools : [];
  });
}
function readSchema2(own) {
  const schema = own.values.schema_ ?? own.values.schema ?? null;
  if (!isJsonObject(schema)) return null;
  const name2 = typeof schema.title === "string" && /^[\w-]+$/.test(schema.title) ? schema.title : "answer";
  return { type: "json_schema", name: name2, schema, strict: null };
}

// src/prompts/langchain.ts
var kinds5 = ["prompt", "few_shot"];
var langchain = {
  id: "langchain",
  title: 'LangChain and LangSmith (YAML and JSON with "_type: prompt", prompt_manifest.json)',
  standingAlone: [],
  recognisesPath: (path) => /(^|\/)[^/]*prompt[-_]manifest\.json$/i.test(path),
  recognises: (path, text) => {
    if (/\.ya?ml$/i.test(path)) return /^_type: *["']?(prompt|few_shot|chat)\b/m.test(text);
    if (!/\.json$/i.test(path) || !/"(_type|lc)"\s*:/.test(text)) return false;
    const value = parseJson(text) ?? null;
    return isManifest(value) || isJsonObject(value) && [...kinds5, "chat"].includes(String(value._type));
  },
  dependencies: null,
  parse: (file, template) => {
    const fields = openFields(file, "The prompt");
    return isManifest(fields.yaml.value) ? parseManifest(file, fields, template) : parseSaved(file, fields, template);
  }
};
function parseSaved(file, fields, template) {
  const places = /* @__PURE__ */ new Map();
  const at = buildPlaces(file);
  const kind = readName(fields, ["_type"]) ?? "prompt";
  const dialect = readTemplateFormat(fields, ["template_format"]) ?? template ?? fString.name;
  if (!kinds5.includes(kind)) {
    fields.reject(["_type"], `is ${quoteName(kind)}, which is not read.`, hintKnown(kind, kinds5));
    throwProblems(fields.errors);
  }
  const content = kind === "prompt" ? readTemplate3(fields, [], places, dialect, at) : readFewShot(fields, places, dialect, at);
  const partials = readPartials(fields, ["partial_variables"]);
  places.set("messages", fields.yaml.whereKey([kind === "prompt" ? "template" : "suffix"]));
  throwProblems(fields.errors);
  const prompt = {
    path: file.path,
    key: null,
    format: langchain.id,
    dialect,
    name: readName(fields, ["name"]),
    description: readText(fields, ["description"]),
    model: null,
    parameters: {},
    responseFormat: null,
    tools: [],
    retrieval: null,
    messages: [{ role: "user", content }],
    ...partials,
    rows: null,
    metrics: [],
    unread: [],
    renamedFrom: readName(fields, ["renamed-from"]),
    guesses: []
  };
  return [{ ...prompt, ...settleFindings(fields), places }];
}
function readTemplate3(fields, path, places, dialect, at) {
  refusePath(fields, [...path, "template_path"], "template");
  const text = readText(fields, [...path, "template"]);
  if (text === null || text.trim() === "") {
    fields.reject([...path, "template"], "is missing or empty.", "Write the text of the prompt.");
    return "";
  }
  noteText(fields, places, dialect, [...path, "template"], at);
  return text;
}
function readFewShot(fields, places, dialect, at) {
  refusePath(fields, ["example_prompt_path"], "example_prompt");
  refusePath(fields, ["prefix_path"], "prefix");
  refusePath(fields, ["suffix_path"], "suffix");
  if (typeof fields.values.examples === "string") refusePath(fields, ["examples"], "examples");
  if (fields.values.example_selector !== void 0) {
    fields.reject(
      ["example_selector"],
      "chooses examples by code, which is not run here.",
      'Write the examples below "examples".'
    );
  }
  throwProblems(fields.errors);
  const own = readTemplateFormat(fields, ["example_prompt", "template_format"]) ?? fString.name;
  const template = readTemplate3(fields, ["example_prompt"], /* @__PURE__ */ new Map(), own, at);
  const { render } = dialectOf(own);
  const examples = (readList(fields, ["examples"]) ?? []).map((example, index2) => {
    const { value, unknown } = render(template, isJsonObject(example) ? example : {});
    if (unknown.length > 0) {
      fields.reject(
        ["examples", index2],
        `has no ${unknown.map(quoteName).join(", ")}, which the example prompt uses.`,
        "Add it."
      );
    }
    const quoted = quoteText(dialect, value);
    if (quoted === null)
      fields.reject(
        ["examples", index2],
        `holds braces, which a ${dialect} template would read.`,
        "Write the examples into the prefix."
      );
    return quoted ?? "";
  });
  const [prefix2, suffix] = ["prefix", "suffix"].map((key2) => {
    const text = readText(fields, [key2]) ?? "";
    if (text !== "") noteText(fields, places, dialect, [key2], at);
    return text;
  });
  const separator = readText(fields, ["example_separator"]) ?? "\n\n";
  return [prefix2, ...examples, suffix].filter((part) => part !== "").join(separator);
}
function refusePath(fields, path, inline) {
  const named = readName(fields, path);
  if (named === null) return;
  fields.reject(
    path,
    `reads ${quoteName(named)} from where the program runs, which is not known here.`,
    `Write what it holds below "${inline}".`
  );
}

// src/prompts/langfuse.ts
var types3 = ["text", "chat"];
var composition = /@@@langfusePrompt:[^@\n]{0,200}@@@/;
var langfuse = {
  id: "langfuse",
  title: 'Langfuse (langfuse_prompt.json, other JSON with "prompt" and "type" or "labels")',
  standingAlone: [],
  recognisesPath: (path) => /(^|\/)[^/]*langfuse[-_.]prompt[^/]*\.json$/i.test(path),
  recognises: (path, text) => /\.json$/i.test(path) && /"prompt"\s*:/.test(text) && isLangfuse(parseJson(text) ?? null),
  dependencies: null,
  parse: parseLangfuse
};
function isLangfuse(value) {
  if (!isJsonObject(value) || !(typeof value.prompt === "string" || Array.isArray(value.prompt))) return false;
  return types3.includes(String(value.type)) || Array.isArray(value.labels);
}
function parseLangfuse(file, template) {
  const fields = openFields(file, "The prompt");
  const config = focusOn(fields, ["config"]);
  const places = /* @__PURE__ */ new Map();
  const dialect = template ?? defaultDialect;
  const at = buildPlaces(file);
  const type = readName(fields, ["type"]);
  if (type !== null && !types3.includes(type)) {
    fields.reject(["type"], `has the unknown type ${quoteName(type)}.`, hintKnown(type, types3));
  }
  const { prompt: written2 = null } = fields.values;
  const isChat2 = Array.isArray(written2);
  if (!isChat2 && typeof written2 !== "string")
    fields.reject(["prompt"], "must be text or a list of messages.", "Export the prompt again.");
  const slots = isChat2 ? readSlots(fields, written2) : [];
  const messages = isChat2 ? readTemplates(fields, ["prompt"], places, dialect, at, (item) => !isPlaceholder(item)) : readTurns2(fields, [{ role: "user", path: ["prompt"] }], places, dialect, at);
  for (const text of messages.flatMap(textsOf)) refuseComposition(fields, text);
  const prompt = {
    path: file.path,
    key: null,
    format: langfuse.id,
    dialect,
    ...readHead(config, places, []),
    name: readName(fields, ["name"]),
    description: readText(fields, ["commitMessage"]),
    messages,
    ...slots.length > 0 && { slots },
    rows: null,
    metrics: [],
    unread: [],
    guesses: []
  };
  throwProblems(fields.errors);
  return [{ ...prompt, ...settleFindings({ ...fields, warnings: [...fields.warnings, ...config.warnings] }), places }];
}
function isPlaceholder(item) {
  return isJsonObject(item) && item.type === "placeholder";
}
function readSlots(fields, list2) {
  const slots = [];
  for (const [index2, item] of list2.entries()) {
    if (!isPlaceholder(item)) continue;
    const name2 = readName(fields, ["prompt", index2, "name"]);
    if (name2 === null)
      fields.reject(["prompt", index2], 'is a placeholder without a "name".', "Name the column that fills it.");
    else slots.push({ name: name2, before: index2 - slots.length, isOptional: false });
  }
  return slots;
}
function refuseComposition(fields, text) {
  const found = composition.exec(text)?.[0];
  if (found === void 0) return;
  const hint2 = "Export the prompt with its references resolved, or write the text of the other one in its place.";
  fields.reject(["prompt"], `takes in another prompt of Langfuse, ${quoteName(found)}, which is not here.`, hint2);
}

// src/prompts/file-kinds.ts
var suffixes = {
  j2: "jinja",
  jinja: "jinja",
  jinja2: "jinja",
  hbs: "handlebars",
  handlebars: "handlebars",
  mustache: "mustache"
};
var templateSuffix = /\.(j2|jinja2?|hbs|handlebars|mustache)$/i;
var ownSystemName = /\.system(\.prompt)?\.\w+$/i;
var systemName2 = /(^|\/)prompts?\/system\/|(^|\/)system(\.prompt)?\.\w+$|(^|[/._-])system[_-]?(prompt|message|instructions?)([._-](v?\d+|[a-z]{2}))?\.\w+$/i;
var instructionsName = /(^|\/)(SKILL|AGENTS?|CLAUDE|GEMINI|copilot-instructions)\.md$|\.(agent|instructions|chatmode)\.md$|(^|\/)\.(claude|github)\/agents\/[^\n]*\.md$/;
var commandName = /(^|\/)\.(claude|codex|opencode)\/(commands?|prompts)\/[^\n]*\.md$/;
function dialectOfSuffix(path) {
  return suffixes[templateSuffix.exec(path)?.[1]?.toLowerCase() ?? ""] ?? null;
}
function kindOfFile(path, frontMatter) {
  if (ownSystemName.test(dropSuffix(path))) return "own-system";
  const isPromptFile = /\.prompt\.md$/i.test(path);
  if (Object.hasOwn(frontMatter, "argument-hint") && !isPromptFile) return "command";
  if (instructionsName.test(path) || isAgent(frontMatter) && !isPromptFile) return "instructions";
  if (commandName.test(path)) return "command";
  if (systemName2.test(dropSuffix(path))) return "system";
  if (isPromptFile) return "editor-prompt";
  return Object.hasOwn(frontMatter, "allowed-tools") ? "command" : null;
}
function isForCodingTool(kind) {
  return kind === "instructions" || kind === "command" || kind === "editor-prompt";
}
function hasToolNames(path, kind, frontMatter) {
  const isEvident = kind !== "editor-prompt" || /(^|\/)\.github\//.test(path) || hasEditorKeys(frontMatter);
  return isForCodingTool(kind) && isEvident;
}
function dropSuffix(path) {
  const bare2 = path.replace(templateSuffix, "");
  return /\.\w+$/.test(bare2) ? bare2 : `${bare2}.txt`;
}
function hasEditorKeys(frontMatter) {
  return ["mode", "agent", "argument-hint"].some((key2) => Object.hasOwn(frontMatter, key2)) || namesTools(frontMatter);
}
function isAgent(frontMatter) {
  const { name: name2, description } = frontMatter;
  return typeof name2 === "string" && typeof description === "string" && namesTools(frontMatter);
}
function namesTools({ tools = null }) {
  return typeof tools === "string" || Array.isArray(tools) && tools.some((tool) => typeof tool === "string");
}

// src/prompts/include.ts
var tag = /(\\|(?<!\{))\{\{>([^{}\n]*)\}\}(?!\})/g;
var definition = /\{\{~?#\*\s*inline\s+["']([^"'\n]+)["']/g;
var missingHint2 = 'The tag "{{> path}}" stands for the text of a file: correct the path (it is relative to this file), or commit it. To send the tag as text, write "\\{{>".';
function findIncludes(file) {
  return listTags(file).flatMap(({ path, where }) => path === null ? [] : [{ path, where, hint: missingHint2 }]);
}
function resolveIncludes(fields, places, dialect, messages, [root, ...included]) {
  for (const file of [root, ...included]) for (const stray of findStrays(file)) fields.errors.push(stray);
  for (const { text, at } of included.map(openBody)) noteTemplate(fields, places, dialect, text, at);
  const where = places.get("messages") ?? { path: root.path, line: null, column: null };
  const reject = (message, hint2) => fields.errors.push(buildProblem(message, hint2, where));
  const files = new Map([root, ...included].map((file) => [file.path, file]));
  if (measure(root, files) > maxTextBytes) {
    reject(`holds more than ${maxTextBytes} characters with all that it includes.`, "Include less.");
    return messages;
  }
  const expandText = (role) => (text) => {
    const whole2 = expand(text, root.path, files);
    const isEmptied = text !== "" && whole2.trim() === "";
    if (isEmptied) reject(`The ${role} message is empty: what it includes is.`, "Write its text, or remove it.");
    return whole2;
  };
  return messages.map((message) => mapTexts(message, expandText(message.role)));
}
function blankIncludes(text, file) {
  const isPartial2 = findPartials2(file);
  return text.replace(tag, (whole2, _, name2) => isPartial2(name2) ? whole2 : " ".repeat(whole2.length));
}
function findPartials2({ text }) {
  const names2 = new Set([...text.matchAll(definition)].map(({ 1: name2 }) => name2));
  return (written2) => names2.has(written2.trim().split(/\s/, 1)[0]);
}
function openBody(file) {
  const { bodyStart } = splitFrontMatter(file);
  const at = buildPlaces(file);
  return { text: blankIncludes(file.text.slice(bodyStart), file), at: (offset) => at(bodyStart + offset) };
}
function findStrays(file) {
  const hint2 = 'Write a path relative to this file, with "/" between folders.';
  return listTags(file).flatMap(({ written: written2, path, where }) => {
    if (path !== null) return [];
    return [buildProblem(`includes ${quoteName(written2)}, which does not stay inside the repository.`, hint2, where)];
  });
}
function listTags(file) {
  const { bodyStart } = splitFrontMatter(file);
  const at = buildPlaces(file);
  const isPartial2 = findPartials2(file);
  return [...file.text.slice(bodyStart).matchAll(tag)].flatMap(({ 1: backslash, 2: name2 = "", index: index2 }) => {
    const written2 = name2.trim();
    return backslash !== "" || isPartial2(name2) ? [] : { written: written2, path: resolvePath(file.path, written2), where: at(bodyStart + index2) };
  });
}
function measure(root, files) {
  const known4 = /* @__PURE__ */ new Map();
  const lengthOf = (file) => {
    const found = known4.get(file.path);
    if (found !== void 0) return found;
    const parts = findIncludes(file).map(({ path }) => files.get(path));
    const length = parts.reduce((sum2, part) => sum2 + (part === void 0 ? 0 : lengthOf(part)), file.text.length);
    known4.set(file.path, length);
    return length;
  };
  return lengthOf(root);
}
function expand(text, from, files) {
  const isPartial2 = findPartials2(files.get(from) ?? { path: from, text });
  return text.replace(tag, (whole2, backslash, name2) => {
    if (isPartial2(name2)) return whole2;
    if (backslash !== "") return whole2.slice(1);
    const file = files.get(resolvePath(from, name2.trim()) ?? "");
    if (file === void 0) return whole2;
    const body = file.text.slice(splitFrontMatter(file).bodyStart).replace(/^(?:[ \t]*\n)+/, "");
    return expand(body.trimEnd(), file.path, files);
  });
}

// src/prompts/guess-turns.ts
var chatTemplates = [
  {
    notation: "ChatML says",
    begin: /<\|im_start\|>/g,
    marker: /<\|im_start\|>[ \t]*(system|user|assistant)[ \t]*(?:\n|$)/g,
    end: "<|im_end|>"
  },
  {
    notation: "the chat template of Llama says",
    begin: /<\|start_header_id\|>/g,
    marker: /<\|start_header_id\|>[ \t]*(system|user|assistant)[ \t]*<\|end_header_id\|>/g,
    end: "<|eot_id|>"
  }
];
var startOfText = /^(?:<s>|<\|begin_of_text\|>)?$/;
var anyHeading = /^(#{1,6})[ \t]+(.*)$/gm;
var roleHeading = /^(?:the[ \t]+)?(system|developer|user|human|assistant)(?:[ \t]+(?:prompt|message|instructions?))?[ \t]*$/i;
var spoken = /^(system|user|human|assistant|ai):(?=[ \t]|$)/gim;
function guessTurns(body, roleLines) {
  const isCode = findCode(body);
  const headings = roleLines.length > 0 ? null : guessHeadings(body, isCode);
  return guessChatTemplate(body, isCode) ?? headings ?? guessSpoken(body, isCode, roleLines);
}
function guessChatTemplate(body, isCode) {
  for (const { notation, begin, marker, end } of chatTemplates) {
    const found = [...body.matchAll(marker)];
    if (found.length === 0 || found.length !== [...body.matchAll(begin)].length) continue;
    const [before, ...marked] = splitSections(body, found.map(toMarker));
    const sections = dropAnswer(marked.map((section) => ({ ...section, text: cutEnd(section.text, end) })));
    const isWhole2 = startOfText.test(before.text.trim()) && !found.some(({ index: index2 }) => isCode(index2));
    return isWhole2 && sections.every(({ text }) => text !== "" && !text.includes("<|")) ? { sections, notation } : null;
  }
  return null;
}
function guessHeadings(body, isCode) {
  const headings = [...body.matchAll(anyHeading)].filter(({ index: index2 }) => !isCode(index2));
  const [first] = headings;
  if (first === void 0 || body.slice(0, first.index).trim() !== "") return null;
  const level = first[1]?.length ?? 0;
  const highest = headings.filter(({ 1: marks = "" }) => marks.length <= level);
  const markers = highest.flatMap((heading2) => {
    const word = roleHeading.exec(heading2[2] ?? "")?.[1];
    return word === void 0 || heading2[1]?.length !== level ? [] : [{ role: roleOf(word), start: heading2.index, end: heading2.index + heading2[0].length }];
  });
  const sections = dropAnswer(splitSections(body, markers).slice(1));
  const isChat2 = markers.length === highest.length && isConversation(sections);
  return isChat2 && sections[0]?.role !== "user" ? { sections, notation: "the headings say" } : null;
}
function guessSpoken(body, isCode, roleLines) {
  const found = [...body.matchAll(spoken)].filter(({ index: index2 }) => !isCode(index2));
  if (found.length === roleLines.length) return null;
  const sections = splitSections(body, found.map(toMarker)).map(dropIndent);
  const [before, ...marked] = sections;
  if (before?.text !== "") return null;
  const kept = dropAnswer(marked);
  const isSure = isConversation(kept) && (kept[0]?.role === "system" || kept.length < marked.length);
  return isSure ? { sections: kept, notation: "its lines say" } : null;
}
function isConversation(sections) {
  const turns = sections.filter(({ role }, index2) => index2 > 0 || role !== "system" && role !== "developer");
  const isTurn = ({ role, text }, index2) => text !== "" && role === (index2 % 2 === 0 ? "user" : "assistant");
  return turns.length % 2 === 1 && turns.every(isTurn) && sections[0]?.text !== "";
}
function dropAnswer(sections) {
  const last = sections.at(-1);
  return last?.role === "assistant" && last.text === "" ? sections.slice(0, -1) : sections;
}
function toMarker({ 0: written2, 1: word = "", index: index2 }) {
  return { role: roleOf(word), start: index2, end: index2 + written2.length };
}
function cutEnd(text, end) {
  return text.endsWith(end) ? text.slice(0, -end.length).trimEnd() : text;
}
function dropIndent(section) {
  const blank2 = /^[ \t]*/.exec(section.text)?.[0].length ?? 0;
  return section.role === null ? section : { ...section, text: section.text.slice(blank2), offset: section.offset + blank2 };
}

// src/prompts/lost-roles.ts
import { posix as posix5 } from "node:path";
var heading = /^#{1,6}[ \t]*(system|developer|user|assistant)(?:[ \t]+(?:prompt|message))?[ \t]*$/gim;
var opening = /^\s*(system|developer|user|human|assistant|ai):[ \t]+\S/i;
var roles2 = { human: "user", ai: "assistant" };
function sightLostRoles(body, marked, at) {
  const isCode = findCode(body);
  const start = body.search(/\S/);
  const headings = takeMatches(body, heading).filter(({ index: index2 }) => !isCode(index2));
  const known4 = /* @__PURE__ */ new Set([...marked, ...headings.map(({ 1: role = "" }) => role.toLowerCase())]);
  const isMeant = known4.size > 1 || headings[0]?.index === start;
  const first = opening.exec(body)?.[1];
  return [
    ...first === void 0 ? [] : [sightRole(`${first}:`, hintRole(first, " on a line of its own"), at(start))],
    ...(isMeant ? headings : []).map(
      ({ 0: written2, 1: role = "", index: index2 }) => sightRole(written2.trim(), hintRole(role, ""), at(index2))
    )
  ];
}
function sightRole(written2, hint2, where) {
  return sight({ style: "a role line", written: written2, name: null, hint: hint2, certainty: "always" }, where);
}
function hintRole(word, more) {
  const role = word.toLowerCase();
  return `Write "# ${roles2[role] ?? role}:"${more}.`;
}
function sightSystemName(path, where) {
  const { name: name2, ext } = posix5.parse(path);
  const message = "This file is read as one user message, although its name says that it is a system message: it holds the input.";
  const hint2 = `Rename it to ${name2.toLowerCase() === "system" ? "prompt" : name2}.system${ext}: {{input}} then follows it. Or write a line "# system:" above the text, and "# user:" above what the user says.`;
  return { kind: "a system message", name: null, certainty: "always", problem: buildProblem(message, hint2, where) };
}

// src/prompts/markdown-body.ts
function cutBody(file, bodyStart, fields, { kind, mayGuess }) {
  const at = buildPlaces(file);
  const body = file.text.slice(bodyStart);
  const lines = findMarkers(body, isForCodingTool(kind) ? findCode(body) : () => false);
  const turns = mayGuess ? guessTurns(body, lines) : null;
  const [preamble, ...marked] = splitSections(body, lines);
  const isAnswer = mayGuess && marked.length === 1 && marked[0]?.role === "assistant" && marked[0].text === "";
  const rest = {
    file,
    kind,
    isGuessed: turns !== null || isAnswer,
    bodyStart,
    at: (offset) => at(bodyStart + offset)
  };
  if (turns !== null) {
    const { sections: sections2, notation } = turns;
    const count3 = sections2.length === 1 ? "one message" : `${sections2.length} messages`;
    const hint2 = 'To say it, write each role on a line of its own, as "# system:". To send the text as it stands: "template: none".';
    fields.guesses.push(buildProblem(`is read as ${count3}, as ${notation}.`, hint2, rest.at(sections2[0]?.offset ?? 0)));
    return { ...rest, sections: sections2, roles: sections2.flatMap(({ role }) => role ?? []) };
  }
  if (isAnswer) {
    const last = quoteName(body.trimEnd().split("\n").at(-1) ?? "");
    const message = `ends with ${last}, as prompts do that a model completes; it is sent as it stands, in one message.`;
    const hint2 = "Take the last line away: a chat model writes its answer as a message of its own.";
    fields.guesses.push(buildProblem(message, hint2, rest.at(lines[0]?.start ?? 0)));
    return { ...rest, sections: [splitSections(body, [])[0]], roles: [] };
  }
  const sections = preamble.text === "" ? marked : [preamble, ...marked];
  return { ...rest, kind: lines.length > 0 ? null : kind, sections, roles: lines.map(({ role }) => role) };
}
function listTemplates({ file, sections, at }) {
  return sections.map(({ text, offset }) => ({ text: blankIncludes(text, file), at: (inside) => at(offset + inside) }));
}
function readBody(body, fields, places, dialect) {
  const { file, sections, roles: roles3, at } = body;
  const reject = (message, hint2, where) => {
    fields.errors.push(buildProblem(message, hint2, where));
  };
  if (sections.length === 0) reject("has no text.", "Write the prompt below the front matter.", at(file.text.length));
  places.set("messages", at(sections[0]?.offset ?? 0));
  if (sections.length > maxItems) {
    const hint2 = "A role stands alone on its line; indent a line that is text.";
    reject(`holds ${sections.length} messages; at most ${maxItems} can be read.`, hint2, at(0));
    return [];
  }
  for (const template of listTemplates(body)) noteTemplate(fields, places, dialect, template.text, template.at);
  const isSystem = roles3.length > 0 || isSystemFile(body, fields, dialect);
  const messages = sections.map(({ role, text, offset }, index2) => {
    if (text === "")
      reject(`The ${role} message is empty.`, hintEmpty(role, index2 === sections.length - 1), at(offset));
    return { role: role ?? (isSystem ? "system" : "user"), content: text };
  });
  if (dialect !== none.name && !body.isGuessed) {
    fields.sightings.push(...sightLostRoles(file.text.slice(body.bodyStart), roles3, at));
  }
  const content = dialectOf(dialect).write("input");
  if (roles3.length > 0 || !isSystem) return messages;
  places.set("{{input}}", places.get("{{input}}") ?? { path: file.path, line: null, column: null });
  return [...messages, { role: "user", content }];
}
function isSystemFile(body, fields, dialect) {
  const { file, kind, at } = body;
  if (kind === "own-system") return true;
  if (kind !== "system" && kind !== "instructions") return false;
  const { write: write3 } = dialectOf(dialect);
  if (listTemplates(body).some(({ text }) => usesInput(dialectOf(dialect), text))) {
    if (kind === "system") fields.sightings.push(sightSystemName(file.path, at(0)));
    return false;
  }
  const asWhat = kind === "system" ? "its name says" : "instructions of a coding agent are";
  const isLiteral3 = dialect === none.name;
  const message = `is read as a system message, as ${asWhat}${isLiteral3 ? ", word for word" : ""}; ${write3("input")} follows it.`;
  const filling = isLiteral3 ? '"template: mustache" in its suite fills in {{name}}. ' : "";
  const hint2 = `${filling}To say it, write "# system:" above the text and "# user:" with ${write3("input")} below it; "# user:" alone above it makes it one user message.`;
  fields.guesses.push(buildProblem(message, hint2, { path: file.path, line: null, column: null }));
  return true;
}
function hintEmpty(role, isLast) {
  const isAsked2 = role === "assistant" && isLast;
  return isAsked2 ? "Remove the role line: the model writes this message. To send it as text, indent it." : "Write its text, or remove the role line.";
}

// src/prompts/markdown.ts
var markdown = {
  id: "markdown",
  title: "Markdown and text (*.md, *.markdown, *.txt, *.j2, *.jinja, *.hbs, *.mustache)",
  standingAlone: [],
  recognisesPath: (path) => /\.(md|markdown|txt)$/i.test(path) || dialectOfSuffix(path) !== null,
  recognises: () => false,
  dependencies: findIncludes,
  parse: parseMarkdown
};
function parseMarkdown(file, template, included) {
  const { frontMatter, bodyStart } = splitFrontMatter(file);
  const fields = openFields({ path: file.path, text: frontMatter }, "The front matter");
  const places = /* @__PURE__ */ new Map();
  const named = readDialect(fields, template ?? dialectOfSuffix(file.path));
  const kind = kindOfFile(file.path, fields.values);
  const body = cutBody(file, bodyStart, fields, { kind, mayGuess: named !== none.name });
  const files = findDependencies(markdown, file, included).paths.flatMap((path) => included.get(path) ?? []);
  const dialect = named ?? settleDialect(fields, body, files);
  const prompt = {
    path: file.path,
    key: null,
    format: markdown.id,
    dialect,
    ...readHead(fields, places, ["variables"], hasToolNames(file.path, kind, fields.values)),
    messages: resolveIncludes(fields, places, dialect, readBody(body, fields, places, dialect), [file, ...files]),
    rows: null,
    metrics: [],
    unread: []
  };
  refuseYamlKeys(fields);
  checkVariables(fields, places, dialect);
  throwProblems(fields.errors);
  return [{ ...prompt, guesses: fields.guesses, ...settleFindings(fields), places }];
}
function settleDialect(fields, body, included) {
  const guessed = guessDialect(body.kind, [...listTemplates(body), ...included.map(openBody)]);
  if (guessed?.guess != null) fields.guesses.push(guessed.guess);
  return guessed?.dialect ?? defaultDialect;
}
function refuseYamlKeys({ values, errors, yaml }) {
  for (const key2 of ["messages", "testData", "evaluators"].filter((one) => Object.hasOwn(values, one))) {
    const hint2 = "Write the prompt as a *.prompt.yml file, or its messages under role lines and its rows and checks in a suite.";
    errors.push(buildProblem(`${nameOf([key2])} cannot stand in front matter.`, hint2, yaml.whereKey([key2])));
  }
}
function checkVariables(fields, places, dialect) {
  const { write: write3 } = dialectOf(dialect);
  const declared = readList(fields, ["variables"]);
  if (declared === null) return;
  for (const [index2, name2] of declared.entries()) {
    const path = ["variables", index2];
    if (typeof name2 !== "string") fields.reject(path, "must be the name of a variable.", 'Write "- name".');
    else if (!places.has(`{{${name2}}}`)) {
      const hint2 = `Use ${write3(name2)} in the text, or remove it here.`;
      fields.warnings.push(buildProblem(`${nameOf(path)} is never used.`, hint2, fields.yaml.where(path)));
    }
  }
  for (const [key2, where] of places) {
    const name2 = key2.slice(2, -2);
    if (!key2.startsWith("{{") || declared.includes(name2)) continue;
    fields.warnings.push(buildProblem(`${write3(name2)} is not among the declared "variables".`, "Declare it.", where));
  }
}

// src/prompts/openai-request.ts
var transport = ["stream", "stream_options", "n", "store", "user", "metadata", "text", "reasoning"];
var openaiRequest = {
  id: "openai-request",
  title: 'Requests of the OpenAI API (*.json with "messages", or with "model" and "input")',
  standingAlone: [],
  recognisesPath: () => false,
  recognises: (path, text) => /\.json$/i.test(path) && /"(messages|input)"\s*:/.test(text) && isRequest(parseJson(text) ?? null),
  dependencies: null,
  parse: parseRequest
};
function isRequest(value) {
  if (!isJsonObject(value)) return false;
  const isInput = typeof value.input === "string" || isChat(value.input);
  return isChat(value.messages) || typeof value.model === "string" && isInput;
}
function parseRequest(file, template) {
  const fields = openFields(file, "The request");
  const places = /* @__PURE__ */ new Map();
  const at = buildPlaces(file);
  const key2 = Object.hasOwn(fields.values, "messages") ? "messages" : "input";
  const written2 = fields.values[key2] ?? null;
  const turns = [
    ...readText(fields, ["instructions"]) === null ? [] : [{ role: "system", path: ["instructions"] }],
    ...typeof written2 === "string" ? [{ role: "user", path: [key2] }] : []
  ];
  const texts2 = [...turns.map(({ path }) => String(fields.yaml.get(path))), ...listTexts3(written2)];
  const { dialect, guesses } = chooseDialect(fields, template, texts2);
  const spoken2 = typeof written2 === "string" ? [] : readTemplates(fields, [key2], places, dialect, at);
  const head = readHead(fields, places, ["messages", "input", "instructions", ...transport]);
  const text = focusOn(fields, ["text"]);
  const prompt = {
    path: file.path,
    key: null,
    format: openaiRequest.id,
    dialect,
    ...head,
    parameters: { ...head.parameters, ...readEffort(fields) },
    responseFormat: head.responseFormat ?? readResponseFormat(text, "format"),
    messages: [...readTurns2(fields, turns, places, dialect, at, spoken2.length > 0), ...spoken2],
    rows: null,
    metrics: [],
    unread: [],
    guesses
  };
  throwProblems(fields.errors);
  return [{ ...prompt, ...settleFindings(fields), places }];
}
function readEffort(fields) {
  const effort = readText(fields, ["reasoning", "effort"]);
  return effort === null ? {} : { "reasoning-effort": effort };
}

// src/prompts/promptfoo/fill.ts
var promptfooDialect = jinja.name;
function fillValue(value, variables) {
  const { render, findFaults: findFaults2, write: write3 } = dialectOf(promptfooDialect);
  const faults = [];
  const fill2 = (node) => {
    if (Array.isArray(node)) return node.map(fill2);
    if (isJsonObject(node)) return Object.fromEntries(Object.entries(node).map(([key2, member2]) => [key2, fill2(member2)]));
    if (typeof node !== "string") return node;
    const [fault3] = findFaults2(node);
    if (fault3 !== void 0) {
      faults.push(`has a template that cannot be read: ${fault3.message.replace(/\.$/, "")}`);
      return node;
    }
    const problems = [];
    const rendered = collectProblems(problems, () => render(node, variables));
    if (rendered === null) {
      faults.push(`has a template that cannot be filled: ${summariseProblems(problems)}`);
      return node;
    }
    const [unknown] = rendered.unknown;
    if (unknown !== void 0) faults.push(`uses ${write3(unknown)}, which its test does not have`);
    return rendered.value;
  };
  const filled = fill2(value);
  const [fault2] = faults;
  return fault2 === void 0 ? { value: filled } : { fault: fault2 };
}
function asLiteral(text) {
  return text.replaceAll("{{", "\\{{");
}
function asLiterals(value) {
  if (typeof value === "string") return asLiteral(value);
  if (Array.isArray(value)) return value.map(asLiterals);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key2, member2]) => [key2, asLiterals(member2)]));
}

// src/prompts/promptfoo/part.ts
var opened = /* @__PURE__ */ new WeakMap();
function openPart(file) {
  const part = opened.get(file) ?? takePart(parseYaml(file), buildPlaces(file), []);
  opened.set(file, part);
  return part;
}
function takePart(yaml, at, path) {
  const value = yaml.get(path) ?? null;
  let place = null;
  return {
    value,
    where: () => yaml.whereKey(path),
    child: (key2) => takePart(yaml, at, [...path, key2]),
    at: (offset) => {
      place ??= placeText(yaml, path, String(value), at);
      return place(offset);
    }
  };
}
function plainPart(value, where) {
  return {
    value,
    where: () => where,
    child: (key2) => plainPart(memberOf(value, key2), where),
    at: () => where
  };
}
function textPart(file, text = file.text, start = 0) {
  const at = buildPlaces(file);
  return { ...plainPart(text, at(start)), at: (offset) => at(start + offset) };
}
function memberOf(value, key2) {
  if (Array.isArray(value)) return typeof key2 === "number" ? value[key2] ?? null : null;
  return isJsonObject(value) && Object.hasOwn(value, key2) ? value[key2] ?? null : null;
}
function itemsOf(part) {
  return Array.isArray(part.value) ? part.value.map((_, index2) => part.child(index2)) : [];
}
function membersOf(part) {
  return new Map(isJsonObject(part.value) ? Object.keys(part.value).map((key2) => [key2, part.child(key2)]) : []);
}
function isGiven2(part) {
  return part.value !== null;
}

// src/prompts/promptfoo/build-prompt.ts
function openConfig(file, files) {
  const root = openPart(file);
  if (!isJsonObject(root.value ?? {})) {
    throw UserError.of(
      "The config is not a mapping of keys to values.",
      'Write "prompts:" and "tests:".',
      root.where()
    );
  }
  return { path: file.path, root, files, notes: { errors: [], warnings: [], guesses: [] } };
}
function buildPrompt(opened2, { key: key2, prompt, provider, settings, warnings, ...gate }, format, template) {
  const { instructions, parameters, responseFormat, tools } = settings;
  const dialect = template ?? promptfooDialect;
  const templates = [...instructions === null ? [] : [instructions], ...prompt.templates];
  const text = placeTemplates(prompt.part, templates, dialect);
  opened2.notes.errors.push(...text.errors);
  const { value: description } = opened2.root.child("description");
  const before = instructions === null ? [] : [{ role: "system", content: String(instructions.value) }];
  return {
    path: opened2.path,
    key: key2,
    format,
    dialect,
    name: null,
    description: typeof description === "string" ? description : null,
    model: provider.model,
    parameters,
    responseFormat,
    tools,
    retrieval: null,
    messages: [...before, ...prompt.messages],
    renamedFrom: null,
    ...gate,
    suspects: text.suspects,
    warnings: [...warnings, ...text.warnings],
    places: new Map([...settings.places, ...text.places, ["model", provider.part.where()]])
  };
}
function settlePrompts({ notes }, prompts2) {
  throwProblems(notes.errors);
  const guesses = eachOnce(notes.guesses);
  return prompts2.map((prompt) => ({ ...prompt, warnings: eachOnce([...notes.warnings, ...prompt.warnings]), guesses }));
}
function placeTemplates(prompt, templates, dialect) {
  const places = /* @__PURE__ */ new Map([["messages", prompt.where()]]);
  const found = {
    errors: [],
    warnings: [],
    used: /* @__PURE__ */ new Set(),
    sightings: []
  };
  for (const part of templates) noteTemplate(found, places, dialect, String(part.value), part.at);
  return { places, errors: found.errors, ...settleFindings(found) };
}

// src/prompts/promptfoo/graders.ts
var answer = /^\s*\{\{\s*sample\.output_(?:text|json((?:\.[\p{L}\p{N}_-]+)*))\s*\}\}\s*$/u;
var placeholder2 = /\{\{\s*(item|sample)\.([\p{L}\p{N}_.-]+)\s*\}\}/gu;
var operations = /* @__PURE__ */ new Map([
  ["eq", { type: "equals" }],
  ["ne", { type: "equals", not: true }],
  ["like", { type: "contains" }],
  ["ilike", { type: "contains", "ignore-case": true }]
]);
var measures = /* @__PURE__ */ new Map([
  ["fuzzy_match", "levenshtein"],
  ["rouge_1", "token-f1"],
  ["rouge_l", "rouge-l"]
]);
var checkGraders = ["string_check", "text_similarity", "multi"];
function readGrader(part) {
  const { value: type } = part.child("type");
  if (type === "multi") return readMulti(part);
  const target = findTarget(part.child("input").value);
  if (target === null) {
    return { fault: "looks at something else than the answer", hint: 'Write "input: {{ sample.output_text }}".' };
  }
  const { value: reference2 } = part.child("reference");
  const expected = typeof reference2 === "string" ? toRowTemplate(reference2) : null;
  if (expected === null)
    return { fault: 'has a "reference" that no row holds', hint: 'Write a text, or "{{ item.NAME }}".' };
  return type === "string_check" ? readStringCheck(part, { ...target, expected }) : readSimilarity(part, { ...target, expected });
}
function toRowTemplate(text, completion = null) {
  let isWhole2 = true;
  const written2 = text.replace(placeholder2, (_, from, name2) => {
    if (from === "item") return `{{${name2}}}`;
    if (name2 === "output_text" && completion !== null) return `{{${completion}}}`;
    isWhole2 = false;
    return "";
  });
  return isWhole2 ? written2 : null;
}
function findTarget(input3) {
  const found = typeof input3 === "string" ? answer.exec(input3) : null;
  if (found === null) return null;
  const path = found[1]?.replaceAll(".", "/");
  return path === void 0 ? {} : { path };
}
function readStringCheck(part, common) {
  const operation = operations.get(String(part.child("operation").value));
  if (operation !== void 0) return { ...operation, ...common };
  return { fault: 'has an unknown "operation"', hint: `Known: ${[...operations.keys()].join(", ")}.` };
}
function readSimilarity(part, common) {
  const metric = String(part.child("evaluation_metric").value);
  const type = measures.get(metric);
  const { value: threshold } = part.child("pass_threshold");
  if (type !== void 0) return { type, ...common, ...isJsonNumber(threshold) && { threshold } };
  const hint2 = `There are ${[...measures.keys()].join(", ")}; or write a criterion for a judge.`;
  return { fault: `measures by ${JSON.stringify(metric)}, which no check does`, hint: hint2 };
}
function readMulti(part) {
  const graders = membersOf(part.child("graders"));
  const weights = readWeights(String(part.child("calculate_output").value ?? ""), [...graders.keys()]);
  if (weights === null) {
    return {
      fault: 'reckons with "calculate_output" in another way than a weighted mean',
      hint: "Write each grader by itself."
    };
  }
  const checks = [];
  for (const [name2, grader] of graders) {
    const check = checkGraders.includes(String(grader.child("type").value)) ? readGrader(grader) : null;
    if (check === null || "fault" in check) {
      return {
        fault: `holds the grader ${JSON.stringify(name2)}, which is no check`,
        hint: "Write each grader by itself."
      };
    }
    const { threshold: _own, ...rest } = check;
    checks.push({ ...rest, weight: weights.get(name2) ?? 1 });
  }
  return { type: "mean-of", checks };
}
function readWeights(formula, names2) {
  if (names2.length === 0 || formula.length > 1e3) return null;
  const [, inner = formula] = /^\s*\((.*)\)\s*\/\s*[\d.]+\s*$/s.exec(formula) ?? [];
  const weights = /* @__PURE__ */ new Map();
  for (const term of inner.split("+")) {
    const [, before, name2 = "", after] = /^\s*(?:([\d.]+)\s*\*\s*)?([A-Za-z_]\w*)(?:\s*\*\s*([\d.]+))?\s*$/.exec(term) ?? [];
    const weight = Number(before ?? after ?? 1);
    if (!names2.includes(name2) || !(weight > 0) || weights.has(name2)) return null;
    weights.set(name2, weight);
  }
  return weights.size === names2.length ? weights : null;
}
function messageText(message) {
  const content = message.child("content");
  const text = isJsonObject(content.value) ? content.child("text").value : content.value;
  return typeof text === "string" && isGiven2(content) ? text : null;
}

// src/prompts/promptfoo/notes.ts
function note2({ notes }, kind, part, message, hint2) {
  notes[kind].push(buildProblem(message, hint2, part.where()));
}
function reportAt(opened2, part) {
  return (path, message, hint2) => {
    const below2 = path.reduce((one, key2) => one.child(key2), part);
    const name2 = path.map((key2) => typeof key2 === "number" ? `[${key2}]` : `.${key2}`).join("");
    note2(opened2, "errors", below2, name2 === "" ? message : `"${name2.replace(/^\./, "")}" ${message}`, hint2);
  };
}
function textOf2(opened2, part, name2) {
  if (part.value === null || typeof part.value === "string") return part.value;
  note2(opened2, "errors", part, `"${name2}" must be text, not ${kindOf(part.value)}.`, "Put quotes around it.");
  return null;
}
function scalarText(value) {
  return value === null || typeof value === "object" ? null : String(value);
}

// src/prompts/promptfoo/unread-kinds.ts
function isRefusal(value) {
  return "fault" in value;
}
var codeHint = "Code of a change is never run here: write what it looks for as contains, regex, is-json or equals, or score it with a check of a suite.";
var embeddingHint = "Write a text that must be there (contains), or a criterion for a judge (llm-rubric).";
var speedHint = 'The gate holds it against main instead: "max-latency-increase" in the config.';
var costHint = 'The gate holds it against main instead: "max-cost-increase" in the config.';
var agentHint = 'Write a check "tool-called", "tool-arguments" or "steps" in a suite.';
var judgeHint = "Write it as a criterion for a judge (llm-rubric).";
var overlapHint = 'Write "rouge-n", or a check "token-f1" or "rouge-l" in a suite.';
var unreadKinds = new Map([
  ...list(["javascript", "python", "ruby"], "is code", codeHint),
  ...list(["webhook"], "asks a service", codeHint),
  ...list(["similar:dot", "similar:euclidean"], "compares embeddings, which are not asked for", embeddingHint),
  ...list(["classifier", "moderation", "guardrails", "pi"], "asks a service of its own", judgeHint),
  ...list(["latency"], "is about the time of one answer", speedHint),
  ...list(["cost"], "is about the price of one answer", costHint),
  ...list(["perplexity", "perplexity-score"], "needs the probabilities of tokens, which are not asked for", judgeHint),
  ...list(["bleu", "gleu", "meteor"], "is a measure that no check has", overlapHint),
  ...list(
    ["select-best", "max-score"],
    "compares the answers of several prompts with each other",
    "Each prompt is compared with its own version on main: write what the best must have as llm-rubric."
  ),
  ...list(
    ["context-recall", "context-relevance", "conversation-relevance"],
    "is a measure that no judge has",
    judgeHint
  ),
  ...list(["agent-rubric", "search-rubric"], "is judged by an agent", judgeHint),
  ...list(
    ["is-sql", "contains-sql", "is-html", "contains-html"],
    "needs a parser that is not there",
    "Write what must stand in it as contains or regex."
  ),
  ...list(
    ["finish-reason"],
    "is no check: an answer that is cut off or refused meets none of those that it would meet by silence",
    "Remove it."
  ),
  ...list(
    [
      "skill-used",
      "trajectory:tool-used",
      "trajectory:tool-args-match",
      "trajectory:tool-sequence",
      "trajectory:step-count",
      "trajectory:goal-success",
      "trace-error-spans",
      "trace-span-count",
      "trace-span-duration"
    ],
    "looks at the trace of an agent",
    agentHint
  ),
  ...list(["human"], "asks a person", judgeHint)
]);
function list(types5, fault2, hint2) {
  return types5.map((type) => [type, { fault: fault2, hint: hint2 }]);
}

// src/prompts/promptfoo/criteria.ts
var maxSteps2 = 10;
var names = ["string_check", "text_similarity", "label_model", "score_model", "multi"];
function readCriteria(opened2) {
  const metrics = [];
  const unread3 = [];
  for (const part of itemsOf(opened2.root.child("testing_criteria"))) {
    const type = String(part.child("type").value);
    const { value: written2 } = part.child("name");
    const base = typeof written2 === "string" && written2.trim() !== "" ? written2.trim().slice(0, 90) : type;
    const metric = readCriterion(opened2, part, type, makeUnique(base, metrics));
    if (!("fault" in metric)) metrics.push(metric);
    else
      unread3.push(
        buildProblem(`the grader ${quoteName(base)} is not read: it ${metric.fault}.`, metric.hint, part.where())
      );
  }
  return { metrics, unread: unread3 };
}
function readCriterion(opened2, part, type, name2) {
  const where = part.where();
  if (checkGraders.includes(type)) {
    const written2 = readGrader(part);
    if (isRefusal(written2)) return written2;
    const { threshold, ...check } = written2;
    if (threshold !== void 0) {
      const message = `the grader ${quoteName(name2)} counts by its score, and not by its threshold.`;
      note2(
        opened2,
        "guesses",
        part.child("pass_threshold"),
        message,
        'Write a check of a suite with "min-score" where a mean must reach it.'
      );
    }
    return buildCheck2(check, name2, where);
  }
  if (type === "label_model") return readLabels(part, name2);
  if (type === "score_model") return readScores(opened2, part, name2);
  if (type === "python")
    return {
      fault: "is code",
      hint: "Code of a change is never run here: write what it looks for as a check of a suite."
    };
  return { fault: `is of the unknown type ${quoteName(type)}`, hint: `Known: ${names.join(", ")}.` };
}
function buildCheck2({ type, path = null, not = false, weight: _weight, ...options }, name2, where) {
  const members = Array.isArray(options.checks) ? options.checks : [];
  return {
    ...unsetCheck,
    type: String(type),
    name: name2,
    path,
    not: not === true,
    options,
    where,
    ...members.length > 0 && { members: members.map((member2) => buildCheck2(member2, name2, where)) }
  };
}
function readLabels(part, name2) {
  const passing = itemsOf(part.child("passing_labels")).map(({ value }) => String(value));
  const labels = [...new Set(itemsOf(part.child("labels")).map(({ value }) => String(value)))];
  const choices = labels.map((choice) => ({ choice, score: passing.includes(choice) ? 1 : 0 }));
  const scores = new Set(choices.map(({ score }) => score));
  if (scores.size < 2)
    return { fault: "has labels that all count alike", hint: 'List "labels", and some of them as "passing_labels".' };
  return buildJudge2(part, name2, choices);
}
function readScores(opened2, part, name2) {
  const [low = 0, high = 1] = itemsOf(part.child("range")).map(
    ({ value }) => isJsonNumber(value) ? Number(value) : Number.NaN
  );
  if (!(high > low)) return { fault: "has no range of numbers", hint: 'Write "range: [0, 1]".' };
  const isWhole2 = Number.isInteger(low) && Number.isInteger(high) && high - low > 1 && high - low <= maxSteps2;
  const steps = isWhole2 ? high - low : 4;
  const values = Array.from({ length: steps + 1 }, (_, index2) => low + (high - low) * index2 / steps);
  const message = `the grader ${quoteName(name2)} is asked for one of ${values.join(", ")}, and counts by its score.`;
  note2(opened2, "guesses", part, message, 'Write a judge of a suite with "choices" of its own where others are meant.');
  return buildJudge2(
    part,
    name2,
    values.map((value) => ({ choice: String(value), score: (value - low) / (high - low) }))
  );
}
function buildJudge2(part, name2, choices) {
  const texts2 = itemsOf(part.child("input")).map(messageText);
  const written2 = texts2.map((text) => text === null ? null : toRowTemplate(text, "completion"));
  const prompt = written2.filter((text) => text !== null).join("\n\n");
  if (written2.length === 0 || written2.includes(null)) {
    return {
      fault: "asks a model about more than texts of the row and the answer",
      hint: "Write it as a judge of a suite."
    };
  }
  const { value: model } = part.child("model");
  const whole2 = prompt.includes("{{completion}}") ? prompt : `${prompt}

The answer:

{{completion}}`;
  return {
    ...unsetJudge,
    type: "choices",
    name: name2,
    rubric: null,
    options: { prompt: whole2, choices },
    model: typeof model === "string" ? model : null,
    where: part.where()
  };
}

// src/prompts/promptfoo/references.ts
import { posix as posix6 } from "node:path";
var scheme = "file://";
var texts = /\.(txt|md|markdown|json|jsonl|ndjson|ya?ml|csv|j2)$/i;
var binary = /\.(pdf|png|jpe?g|gif|webp|bmp|ico|svg|mp[34]|wav|ogg|m4a|webm|mov|xlsx?|docx?|pptx?|parquet|zip|gz)(#.*)?$/i;
var code = /\.([cm]?[jt]sx?|py|rb|go|sh|bash|exe|bat|cmd|ps1|pl)(:[\w.]+)?$/i;
var services = /^(https?|langfuse|portkey|helicone|huggingface|sharepoint|package|exec|az|s3|gs):/i;
var maxStars = 4;
function isReference(value) {
  return typeof value === "string" && value.startsWith(scheme);
}
function isListedReference(text) {
  if (isReference(text) || text.startsWith("exec:")) return true;
  return !/\s/.test(text) && (services.test(text) || texts.test(text) || code.test(text) || /\.xlsx?(#.*)?$/i.test(text) || text.endsWith("/*"));
}
function readReference(config, written2) {
  const path = written2.startsWith(scheme) ? written2.slice(scheme.length) : written2;
  if (services.test(path)) {
    const [name2 = ""] = path.split(":", 1);
    return {
      fault: `stands for something that is fetched or run (${name2})`,
      hint: "Commit what it gives as a file, and name that."
    };
  }
  if (code.test(path)) {
    const hint2 = "Code of a change is never run here: commit what it makes as YAML, JSON, CSV or text, and name that.";
    return { fault: "is code", hint: hint2 };
  }
  const isGlob = path.includes("*");
  if (binary.test(path)) {
    return { fault: "is no file of text that can be read", hint: "Save it as text, JSON, YAML or CSV, and name that." };
  }
  if (path.split("*").length > maxStars + 1 || path.length > 300) {
    return { fault: `has more than ${maxStars} wildcards`, hint: "Name the files, or fewer folders." };
  }
  const resolved = isGlob ? resolveGlob(config, path) : resolvePath(config, path);
  if (resolved !== null) return { path: resolved, isGlob };
  return { fault: "does not stay inside the repository", hint: "Write a path relative to this config." };
}
function findFiles(opened2, part) {
  const written2 = String(part.value);
  const found = readReference(opened2.path, written2);
  if ("fault" in found) {
    note2(opened2, "errors", part, `${quoteName(written2)} ${found.fault}.`, found.hint);
    return [];
  }
  const matches = found.isGlob ? buildMatcher([found.path]) : (path) => path === found.path;
  return [...opened2.files.values()].filter(({ path }) => matches(path)).sort((a, b) => a.path < b.path ? -1 : 1);
}
function nameFile(path) {
  return posix6.basename(path);
}

// src/prompts/promptfoo/dependencies.ts
var hint = "Correct the path (it is relative to the promptfoo config), or commit the file.";
var listing = /* @__PURE__ */ new Set(["prompts", "tests", "scenarios", "config"]);
var cell = /(?:^|[",])\s*(file:\/\/[^"\n,]+)/gm;
function findConfigFiles(file, root) {
  return listReferences(file, root).flatMap((part) => {
    const found = readReference(root, String(part.value));
    return "fault" in found ? [] : [{ ...found, where: part.where(), hint }];
  });
}
function listReferences(file, root) {
  if (/\.(csv|jsonl|ndjson)$/i.test(file.path)) return listCells(file);
  if (!/\.(ya?ml|json)$/i.test(file.path)) return [];
  const document = file.path === root ? openPart(file) : collectProblems([], () => openPart(file));
  return document === null ? [] : listTexts4(document, file.path === root);
}
function listCells(file) {
  return [...file.text.matchAll(cell)].map(({ 1: written2 = "", index: index2 }) => {
    const line = file.text.slice(0, index2 + 1).split("\n").length;
    return plainPart(written2.trim(), { path: file.path, line, column: null });
  });
}
function listTexts4(root, isConfig) {
  const found = [];
  const visit = (part, isListed) => {
    if (isText(part.value)) {
      if (isReference(part.value) || isListed && isListedReference(part.value)) found.push(part);
      return;
    }
    for (const item of itemsOf(part)) visit(item, isListed);
    for (const [key2, member2] of membersOf(part)) if (isGiven2(member2)) visit(member2, isListed && listing.has(key2));
    if (isListed) {
      for (const [key2, member2] of membersOf(part)) if (isListedReference(key2)) found.push(rename(member2, key2));
    }
  };
  for (const item of itemsOf(root)) visit(item, false);
  for (const [key2, member2] of membersOf(root)) visit(member2, isConfig && listing.has(key2));
  return found;
}
function isText(value) {
  return typeof value === "string";
}
function rename(part, key2) {
  return plainPart(key2, part.where());
}

// src/prompts/promptfoo/graded-kinds.ts
var inputs = ["input", "query", "question", "user_input", "prompt"];
var contexts = ["context", "contexts", "retrieved_contexts", "retrieval_context"];
var criterion = buildChoices(
  (column2) => `The criterion:

{{${column2}}}

The answer:

{{completion}}

Does the answer meet the criterion? Where it has several points, the answer has to meet each of them.`,
  ["it meets the criterion", "it does not"]
);
var factuality = buildChoices(
  (column2) => `An answer of an expert:

{{${column2}}}

The answer to be judged:

{{completion}}

Compare the facts of both; style, grammar and punctuation do not count. Is there a contradiction?`,
  ["no fact of it contradicts the expert", "a fact of it contradicts the expert"]
);
var meaning = buildChoices(
  (column2) => `What the answer should say:

{{${column2}}}

The answer:

{{completion}}

Does the answer mean the same? Other words for the same thing do not count. Where several texts are listed, one of them is enough.`,
  ["it means the same", "it means something else"]
);
var gradedKinds = /* @__PURE__ */ new Map([
  ["llm-rubric", criterion],
  ["g-eval", criterion],
  ["model-graded-closedqa", criterion],
  ["factuality", factuality],
  ["model-graded-factuality", factuality],
  ["similar", meaning],
  ["similar:cosine", meaning],
  ["answer-relevance", buildRubric("relevance", inputs)],
  ["context-faithfulness", buildRubric("groundedness", contexts)]
]);
function buildChoices(write3, [good, bad]) {
  return {
    hasText: true,
    needs: [],
    type: "choices",
    rubric: null,
    options: (column2) => ({
      prompt: write3(column2),
      choices: [
        { choice: good, score: 1 },
        { choice: bad, score: 0 }
      ]
    })
  };
}
function buildRubric(name2, needs2) {
  return { hasText: false, needs: needs2, type: "rubric", rubric: `builtin:${name2}`, options: () => ({}) };
}

// src/prompts/promptfoo/listed-values.ts
function splitTexts(written2) {
  const texts2 = [];
  let rest = written2.trim();
  while (rest !== "") {
    const [quoted, inside] = /^"((?:[^"]|"")*)"\s*(?:,|$)/.exec(rest) ?? [];
    const end = rest.indexOf(",") === -1 ? rest.length : rest.indexOf(",");
    texts2.push(inside === void 0 ? rest.slice(0, end).trim() : inside.replaceAll('""', '"'));
    rest = rest.slice(quoted?.length ?? end + 1).trim();
  }
  return texts2.filter((text) => text !== "");
}

// src/prompts/promptfoo/schemas.ts
function readSchema3(value) {
  const read3 = typeof value === "string" ? collectProblems([], () => parseYaml({ path: "", text: value }).value) : value;
  if (!isJsonObject(read3))
    return { fault: "has a value that is no JSON Schema", hint: "Write the schema as a mapping." };
  const { $schema: _draft, ...schema } = read3;
  return { schema };
}

// src/prompts/promptfoo/assertion-kinds.ts
var ignoreCase = { "ignore-case": true };
var kinds6 = /* @__PURE__ */ new Map([
  ["equals", toEquals],
  ["contains", (asked) => toText3("contains", asked)],
  ["icontains", (asked) => toText3("contains", asked, ignoreCase)],
  ["starts-with", (asked) => toText3("starts-with", asked)],
  ["contains-any", (asked) => toTexts("contains-any", asked)],
  ["contains-all", (asked) => toTexts("contains-all", asked)],
  ["icontains-any", (asked) => toTexts("contains-any", asked, ignoreCase)],
  ["icontains-all", (asked) => toTexts("contains-all", asked, ignoreCase)],
  ["regex", toRegex],
  ["is-json", ({ value }) => toJson(value, {})],
  ["contains-json", ({ value }) => toJson(value, { from: "fenced" })],
  ["is-xml", ({ value }) => toXml(value, {})],
  ["contains-xml", ({ value }) => toXml(value, { from: "fenced" })],
  ["levenshtein", toLevenshtein],
  ["rouge-n", (asked) => toGraded("token-f1", asked, 0.75)],
  ["rouge-l", (asked) => toGraded("rouge-l", asked, 0.75)],
  ["word-count", toWords],
  ["is-refusal", () => ({ type: "refusal" })],
  ["is-valid-openai-tools-call", toToolCall],
  ["is-valid-openai-function-call", toToolCall],
  ["is-valid-function-call", toToolCall],
  ["tool-call-f1", toToolNames]
]);
function isAssertion(type) {
  const plain2 = type.replace(/^not-/, "");
  return kinds6.has(plain2) || gradedKinds.has(plain2) || unreadKinds.has(plain2) || plain2 === "assert-set";
}
function findKind(type) {
  return kinds6.get(type) ?? null;
}
var nearKinds = /* @__PURE__ */ new Map([
  ["contains-json", "is met by JSON that is the whole answer, or all of its one code fence, and not by JSON amid text"],
  ["contains-xml", "is met by XML that is the whole answer, or all of its one code fence, and not by XML amid text"],
  ["similar", "is judged by a model, which is asked whether both mean the same, and not by embeddings"],
  ["similar:cosine", "is judged by a model, which is asked whether both mean the same, and not by embeddings"],
  ["rouge-n", "is scored by the words that both texts share, without articles and punctuation (token-f1)"],
  [
    "is-valid-openai-tools-call",
    "asks that tools of the model are called and no other; their arguments are not looked at"
  ],
  [
    "is-valid-openai-function-call",
    "asks that tools of the model are called and no other; their arguments are not looked at"
  ],
  ["is-valid-function-call", "asks that tools of the model are called and no other; their arguments are not looked at"]
]);
function needs(what) {
  return { fault: `needs ${what} as its value`, hint: `Write "value:" with ${what}.` };
}
function toEquals({ value }) {
  if (value === null) return needs("what the answer must equal");
  const text = scalarText(value);
  if (text !== null) return { type: "equals", expected: asLiteral(text) };
  return { type: "equals", path: "", expected: asLiterals(value) };
}
function toText3(type, { value }, more = {}) {
  const text = scalarText(value);
  return text === null || text === "" ? needs("a text") : { type, expected: asLiteral(text), ...more };
}
function toTexts(type, { value }, more = {}) {
  const items = typeof value === "string" ? splitTexts(value) : Array.isArray(value) ? value : [];
  const texts2 = items.flatMap((item) => scalarText(item) ?? []).filter((text) => text !== "");
  if (texts2.length === 0 || texts2.length < items.length) return needs("a list of texts");
  return { type, values: texts2.map(asLiteral), ...more };
}
function toRegex({ value }) {
  if (typeof value !== "string" || value === "") return needs("a pattern");
  try {
    compilePattern(value);
    return { type: "regex", pattern: value };
  } catch {
    const hint2 = "Patterns are RE2: write it without look-around and back-references, or as several assertions.";
    return { fault: "has a pattern that cannot be read here", hint: hint2 };
  }
}
function toJson(value, more) {
  const schema = value === null || value === "" ? null : readSchema3(value);
  if (schema !== null && "fault" in schema) return schema;
  return schema === null ? { type: "json", ...more } : { type: "json-schema", schema: schema.schema, ...more };
}
function toXml(value, more) {
  if (value === null) return { type: "xml", ...more };
  return { fault: "asks for elements, which no check looks for", hint: 'Add "contains: <name>" for each of them.' };
}
function toLevenshtein({ value, threshold }) {
  const text = scalarText(value);
  return text === null ? needs("a text") : { type: "levenshtein", expected: asLiteral(text), "max-edits": threshold ?? 5 };
}
function toGraded(type, { value, threshold }, otherwise) {
  const text = scalarText(value);
  return text === null || text === "" ? needs("a text") : { type, expected: asLiteral(text), threshold: threshold ?? otherwise };
}
function toWords({ value }) {
  const exact = isJsonNumber(value) || typeof value === "string" && /^\d+$/.test(value.trim()) ? Number(value) : null;
  const { min = exact, max = exact } = isJsonObject(value) ? value : {};
  const bounds = Object.entries({ min, max }).filter(([, bound]) => bound !== null);
  const isWhole2 = bounds.length > 0 && bounds.every(([, bound]) => Number.isInteger(bound) && Number(bound) >= 0);
  return isWhole2 ? { type: "words", ...Object.fromEntries(bounds) } : needs('a number of words, or "min" and "max"');
}
function toToolCall({ tools }) {
  if (tools.length > 0) return { type: "tool-called", any: tools, only: tools };
  return {
    fault: "asks for calls of tools, and the provider has none",
    hint: 'List the tools in "config" of the provider.'
  };
}
function toToolNames({ value, threshold }) {
  const names2 = typeof value === "string" ? splitTexts(value) : (Array.isArray(value) ? value : []).flatMap((one) => scalarText(one) ?? []);
  if (names2.length === 0) return needs("the names of tools");
  if (threshold !== null && threshold < 1) {
    return {
      fault: "has a threshold, and tools are called or not",
      hint: 'Remove it, or write a check "tool-called" in a suite.'
    };
  }
  return { type: "tool-called", all: names2, only: names2 };
}

// src/prompts/promptfoo/providers.ts
var apis = /* @__PURE__ */ new Set(["chat", "messages", "responses", "converse", "completion", "text"]);
var otherKinds = /^(embeddings?|image|images|video|realtime|assistant|moderation|transcription|speech|audio|tts|agents?|chatkit|codex.*)$/i;
var programs = /* @__PURE__ */ new Map([
  ["echo", "gives the prompt back and asks no model"],
  ["exec", "is a program"],
  ["python", "is code"],
  ["golang", "is code"],
  ["ruby", "is code"],
  ["file", "is code"],
  ["package", "is code"],
  ["webhook", "is a service of its own"],
  ["http", "is a service of its own"],
  ["https", "is a service of its own"],
  ["ws", "is a service of its own"],
  ["wss", "is a service of its own"],
  ["websocket", "is a service of its own"],
  ["browser", "drives a browser"],
  ["mcp", "calls a server of tools"],
  ["manual-input", "asks a person"],
  ["sequence", "sends several prompts in turn"],
  ["promptfoo", "belongs to promptfoo alone"],
  ["anthropic:claude-agent-sdk", "is an agent"]
]);
var gateways = /* @__PURE__ */ new Set(["adaline", "helicone", "portkey", "litellm"]);
var applicationHint = 'Name a model that answers chat requests; what an application makes is judged by "mode: outputs".';
function readProviders(opened2) {
  const given = ["providers", "targets"].map((key2) => opened2.root.child(key2)).find(isGiven2);
  if (given === void 0) return [{ ...bare(opened2.root), model: null, vendor: "", label: "" }];
  const refused = [];
  const providers = listSpecs(opened2, given).flatMap((spec) => {
    const found = readProvider(opened2, spec);
    if (found === null || "model" in found) return found ?? [];
    refused.push({ part: spec, ...found });
    return [];
  });
  const kind = providers.length === 0 ? "errors" : "warnings";
  for (const { part, message, hint: hint2 } of refused) note2(opened2, kind, part, message, hint2);
  if (providers.length === 0 && opened2.notes.errors.length === 0) {
    note2(opened2, "errors", given, "lists no provider.", 'List at least one model, as "openai:chat:gpt-4o".');
  }
  return providers;
}
function listSpecs(opened2, part) {
  const specs = Array.isArray(part.value) ? itemsOf(part) : [part];
  return specs.flatMap((spec) => {
    const isFile = isReference(spec.value) && /\.(ya?ml|json)$/i.test(spec.value);
    return isFile ? findFiles(opened2, spec).flatMap((file) => listFile(openPart(file))) : [spec];
  });
}
function listFile(root) {
  return Array.isArray(root.value) ? itemsOf(root) : [root];
}
function readProvider(opened2, spec) {
  if (typeof spec.value === "string") return findModel(spec.value, bare(spec));
  if (!isJsonObject(spec.value)) {
    note2(opened2, "errors", spec, "is no provider.", 'Write "openai:chat:gpt-4o", or a mapping with "id".');
    return null;
  }
  const [short] = [...membersOf(spec)].filter(([key2]) => key2.includes(":"));
  const own = short === void 0 || isGiven2(spec.child("id")) ? spec : short[1];
  const id2 = own === spec ? textOf2(opened2, spec.child("id"), "id") : short?.[0] ?? null;
  if (id2 === null) {
    note2(opened2, "errors", spec, 'is a provider without "id".', 'Add "id: openai:chat:gpt-4o".');
    return null;
  }
  const label = textOf2(opened2, own.child("label"), "label");
  for (const key2 of ["transform", "prompt", "callApi"].filter((one) => isGiven2(own.child(one)))) {
    const message = `"${key2}" of a provider is not read.`;
    note2(opened2, "warnings", own.child(key2), message, "What it changes of an answer is not changed here.");
  }
  const prompts2 = itemsOf(own.child("prompts")).flatMap(({ value }) => typeof value === "string" ? [value] : []);
  return findModel(
    id2,
    {
      names: [id2, ...label === null ? [] : [label]],
      prompts: prompts2.length === 0 ? null : prompts2,
      settings: own.child("config"),
      part: spec
    },
    label
  );
}
function bare(part) {
  const names2 = typeof part.value === "string" ? [part.value] : [];
  return { names: names2, prompts: null, settings: plainPart(null, part.where()), part };
}
function findModel(id2, rest, label = null) {
  const [vendor = "", ...parts] = id2.split(":");
  const what = programs.get(`${vendor}:${parts[0]}`) ?? programs.get(vendor.toLowerCase());
  if (what !== void 0 || /\.([cm]?[jt]s|py)$/.test(id2)) {
    return { message: `the provider ${quoteName(id2)} ${what ?? "is code"}.`, hint: applicationHint };
  }
  const [api = ""] = parts;
  if (otherKinds.test(api)) {
    return { message: `the provider ${quoteName(id2)} answers no chat.`, hint: applicationHint };
  }
  if (gateways.has(vendor) && parts.length > 1) return findModel(parts.join(":"), rest, label);
  const model = (apis.has(api) ? parts.slice(1) : parts).join(":");
  if (model === "") {
    const hint2 = 'Write the vendor and the model: "openai:chat:gpt-4o".';
    return { message: `the provider ${quoteName(id2)} names no model.`, hint: hint2 };
  }
  return { ...rest, model, vendor, label: label ?? model };
}
function findModelId(id2) {
  const none2 = plainPart(null, { path: "", line: null, column: null });
  const found = findModel(id2, { names: [], prompts: null, settings: none2, part: none2 });
  return "model" in found ? found.model : null;
}
function noteEndpoints(opened2, providers) {
  const other2 = providers.find(({ vendor }) => vendor !== "" && vendor !== "openai");
  if (other2 !== void 0) {
    const message = `the model ${quoteName(other2.model ?? "")} is asked at the endpoint of this run, not at one that "${other2.vendor}" stands for.`;
    const hint2 = 'Say where it answers: "model: { base-url: … }" in the config, or the input base-url.';
    note2(opened2, "guesses", other2.part, message, hint2);
  }
  const responses = providers.find(({ names: names2 }) => names2.some((name2) => /^\w+:responses:/.test(name2)));
  if (responses !== void 0) {
    const message = "asks through the Responses API, which a prompt file does not choose here.";
    note2(opened2, "guesses", responses.part, message, 'Write "model: { api: responses }" into the config.');
  }
}

// src/prompts/promptfoo/assertions.ts
function readAssertions(opened2, { assert, threshold, options }, variables, tools) {
  const graded2 = [];
  const refused = [];
  const reader = new Reader2(opened2, { variables, tools, grader: options.get("provider") ?? null }, graded2, refused);
  const weighed = assert.flatMap((part) => reader.read(part));
  return { checks: combine(weighed, threshold, refused), graded: graded2, refused };
}
var Reader2 = class {
  #opened;
  #variables;
  #tools;
  #grader;
  #graded;
  #refused;
  constructor(opened2, { variables, tools, grader }, graded2, refused) {
    this.#opened = opened2;
    this.#variables = variables;
    this.#tools = tools;
    this.#grader = grader;
    this.#graded = graded2;
    this.#refused = refused;
  }
  read(part) {
    if (!isGiven2(part)) return [];
    const { value: type } = part.child("type");
    if (!isJsonObject(part.value) || typeof type !== "string") {
      note2(this.#opened, "errors", part, 'is an assertion without "type".', 'Write "type: contains" and "value: …".');
      return [];
    }
    const weight = isJsonNumber(part.child("weight").value) ? Number(part.child("weight").value) : 1;
    if (weight <= 0)
      return this.#refuse(part, type, {
        fault: "has no weight, so that it decides nothing",
        hint: "Remove it, or give it a weight."
      });
    if (isGiven2(part.child("transform"))) {
      const hint2 = 'A check of a suite looks at a part of JSON by "path: /name", at a code fence by "from: fenced".';
      return this.#refuse(part, type, { fault: 'changes the answer by code before it looks ("transform")', hint: hint2 });
    }
    if (type === "assert-set") return this.#readSet(part, weight);
    return this.#readOne(part, type, weight);
  }
  #readSet(part, weight) {
    const weighed = itemsOf(part.child("assert")).flatMap((member2) => this.read(member2));
    const threshold = part.child("threshold");
    const sum2 = weighed.reduce((total, one) => total + one.weight, 0);
    if (!isGiven2(threshold)) return weighed.map((one) => ({ ...one, weight: one.weight * weight / sum2 }));
    return combine(weighed, threshold, this.#refused).map((check) => ({ check, weight }));
  }
  #readOne(part, type, weight) {
    const isNot = type.startsWith("not-");
    const plain2 = isNot ? type.slice("not-".length) : type;
    const unread3 = unreadKinds.get(plain2);
    const translate = findKind(plain2);
    const kind = gradedKinds.get(plain2);
    if (unread3 !== void 0) return this.#refuse(part, type, unread3);
    if (plain2.startsWith("promptfoo:")) {
      return this.#refuse(part, type, {
        fault: "belongs to red teaming, which is not done here",
        hint: "Write a criterion for a judge (llm-rubric)."
      });
    }
    if (translate === null && kind === void 0) {
      const hint2 = hintKnown(plain2, [
        "equals",
        "contains",
        "icontains",
        "regex",
        "is-json",
        "llm-rubric",
        "starts-with"
      ]);
      note2(this.#opened, "errors", part.child("type"), `${quoteName(type)} is no type of assertion.`, hint2);
      return [];
    }
    const value = this.#fill(part.child("value"));
    if ("fault" in value) return this.#refuse(part, type, value);
    if (translate === null) return this.#readGraded(part, type, isNot, value.value);
    const { value: limit } = part.child("threshold");
    const asked = {
      value: value.value,
      threshold: isJsonNumber(limit) ? Number(limit) : null,
      tools: this.#tools
    };
    const check = translate(asked);
    if (isRefusal(check)) return this.#refuse(part, type, check);
    this.#guess(part, plain2);
    return [{ check: { ...check, ...isNot && { not: true } }, weight }];
  }
  #readGraded(part, type, isNot, value) {
    const kind = gradedKinds.get(type);
    if (isNot || kind === void 0) {
      return this.#refuse(part, type, {
        fault: "turns a judge round",
        hint: "Write as its value what the answer must not do or say."
      });
    }
    const text = Array.isArray(value) ? value.map((one) => `- ${scalarText(one) ?? ""}`).join("\n") : scalarText(value) ?? "";
    if (kind.hasText && text.trim() === "") {
      return this.#refuse(part, type, {
        fault: "has no text for the judge",
        hint: 'Write "value:" with what the answer has to meet.'
      });
    }
    const lacks = kind.needs.length > 0 && !kind.needs.some((name2) => Object.hasOwn(this.#variables, name2));
    if (lacks) {
      const [name2 = ""] = kind.needs;
      return this.#refuse(part, type, {
        fault: `needs a variable "${name2}"`,
        hint: `Name the variable that holds it "${name2}".`
      });
    }
    this.#guess(part, type);
    const named = isGiven2(part.child("provider")) ? part.child("provider") : this.#grader;
    this.#graded.push({ type, text: kind.hasText ? text : "", model: readGrader2(named), part });
    return [];
  }
  /** Says once a file how the nearest that is there differs. */
  #guess(part, type) {
    const near = nearKinds.get(type);
    const message = `${quoteName(type)} ${near}.`;
    if (near === void 0 || this.#opened.notes.guesses.some((guess) => guess.message === message)) return;
    note2(
      this.#opened,
      "guesses",
      part,
      message,
      "Write a check or a judge of a suite where that is not what is meant."
    );
  }
  /** The value with its templates filled in, or that of the file that it names. */
  #fill(part) {
    if (isReference(part.value)) {
      const found = [];
      const [file] = findFiles({ ...this.#opened, notes: { ...this.#opened.notes, errors: found } }, part);
      if (file === void 0)
        return { fault: "has a file as its value that cannot be read", hint: found[0]?.hint ?? "Correct the path." };
      if (!/\.(json|ya?ml)$/i.test(file.path)) return { value: file.text.trim() };
      return { value: collectProblems(this.#opened.notes.errors, () => openPart(file).value) };
    }
    const filled = fillValue(part.value, this.#variables);
    return "fault" in filled ? { ...filled, hint: "Give the test such a variable, or write the text itself." } : filled;
  }
  #refuse(part, type, { fault: fault2, hint: hint2 }) {
    this.#refused.push(buildProblem(`${quoteName(type)} is not read: it ${fault2}.`, hint2, part.where()));
    return [];
  }
};
function readGrader2(part) {
  const { value } = part ?? { value: null };
  const id2 = isJsonObject(value) ? value.id ?? null : value;
  return typeof id2 === "string" ? findModelId(id2) : null;
}
function combine(weighed, threshold, refused) {
  if (!isGiven2(threshold) || weighed.length === 0) return weighed.map(({ check }) => check);
  const limit = isJsonNumber(threshold.value) ? Number(threshold.value) : Number.NaN;
  if (!(limit > 0 && limit <= 1)) {
    const message = "a threshold that is no number above 0 and up to 1 decides nothing: what it is for is not read.";
    refused.push(buildProblem(message, "Write one from 0 to 1, or remove it.", threshold.where()));
    return [];
  }
  const checks = weighed.map(({ check: { threshold: _own, ...check }, weight }) => ({
    ...check,
    ...weight !== 1 && { weight }
  }));
  return [{ type: "mean-of", checks, threshold: limit }];
}

// src/prompts/promptfoo/vars.ts
var maxCombinations = 1e4;
function expandVars(opened2, { vars, options, part }) {
  const isWhole2 = options.get("disableVarExpansion")?.value === true;
  const faults = [];
  const lists = [...vars].map(([name2, value]) => ({ name: name2, values: listValues2(opened2, value, isWhole2, faults) }));
  const [problem] = faults;
  if (problem !== void 0) return { problem };
  const count3 = lists.reduce((product, { values }) => product * values.length, 1);
  if (count3 > maxCombinations) {
    const message = `the lists of its variables come to ${count3} rows; at most ${maxCombinations} can be read.`;
    return { problem: buildProblem(message, "Shorten them, or write the tests that matter.", part.where()) };
  }
  const rows = lists.reduce(
    (combined, { name: name2, values }) => combined.flatMap((row) => values.map((value) => ({ ...row, [name2]: value }))),
    [{}]
  );
  return { rows };
}
function listValues2(opened2, part, isWhole2, faults) {
  const { value } = part;
  const isList = Array.isArray(value) && typeof value[0] === "string" && !isWhole2;
  const items = isList ? value.map((_, index2) => part.child(index2)) : [part];
  return items.flatMap((item) => isReference(item.value) ? readNamed(opened2, item, faults) : [item.value]);
}
function readNamed(opened2, part, faults) {
  const found = [];
  const files = findFiles({ ...opened2, notes: { ...opened2.notes, errors: found } }, part);
  faults.push(...found);
  if (files.length === 0 && found.length === 0) {
    faults.push(buildProblem(`${quoteName(String(part.value))} matches no file.`, "Correct the path.", part.where()));
  }
  return files.map((file) => readText2(file, faults));
}
function readText2(file, faults) {
  if (!/\.ya?ml$/i.test(file.path)) return file.text.trim();
  const value = collectProblems(faults, () => parseYaml(file).value);
  return typeof value === "string" ? value : JSON.stringify(value);
}

// src/prompts/promptfoo/rows.ts
var maxRows2 = 2e4;
var digits = { beside: 6, alone: 12 };
function buildRows(opened2, tests2, tools) {
  const rows = [];
  for (const test of tests2) {
    rows.push(...buildTestRows(opened2, test, tools));
    if (rows.length <= maxRows2) continue;
    const message = `the tests come to more than ${maxRows2} rows.`;
    note2(opened2, "errors", test.part, message, "Shorten the lists of variables, or keep the tests that matter.");
    return [];
  }
  const counts = /* @__PURE__ */ new Map();
  for (const { test } of rows) counts.set(test.description ?? "", (counts.get(test.description ?? "") ?? 0) + 1);
  const taken = /* @__PURE__ */ new Map();
  return rows.map((row) => {
    const { description } = row.test;
    const hash = contentHash(row.variables);
    const isOnly = description !== null && counts.get(description) === 1;
    const name2 = isOnly ? description : description === null ? hash.slice(0, digits.alone) : `${description} ${hash.slice(0, digits.beside)}`;
    const count3 = (taken.get(name2) ?? 0) + 1;
    taken.set(name2, count3);
    return { ...row, id: count3 === 1 ? name2 : `${name2}-${count3}` };
  });
}
function buildTestRows(opened2, test, tools) {
  const expanded = expandVars(opened2, test);
  const refusal = "problem" in expanded ? expanded.problem : findRefusal(test);
  const rows = "rows" in expanded ? expanded.rows : [{}];
  return rows.flatMap((variables) => {
    const row = { test, id: "", variables, tags: listTags2(test), isAskable: refusal === null };
    if (Object.hasOwn(variables, "checks")) {
      const hint2 = 'The column "checks" holds what a row asserts here: rename the variable.';
      note2(opened2, "errors", test.vars.get("checks") ?? test.part, 'is a variable named "checks".', hint2);
      return [];
    }
    if (refusal !== null) return [{ ...row, checks: [], graded: [], refused: [refusal] }];
    return [{ ...row, ...readAssertions(opened2, test, variables, tools) }];
  });
}
function findRefusal({ own, options, part }) {
  const refuse2 = (found2, message, hint2) => found2 !== void 0 && isGiven2(found2) && found2.value !== "" ? [buildProblem(message, hint2, found2.where())] : [];
  const codeHint2 = 'Code of a change is never run here: a check of a suite looks at a part of JSON by "path: /name".';
  const found = [
    ...refuse2(options.get("transform"), 'is transformed by code before it is looked at ("transform").', codeHint2),
    ...refuse2(options.get("postprocess"), 'is transformed by code before it is looked at ("postprocess").', codeHint2),
    ...refuse2(options.get("transformVars"), 'has variables that code makes ("transformVars").', "Write the variables."),
    ...refuse2(
      own.get("assertScoringFunction"),
      'is scored by code ("assertScoringFunction").',
      'Write assertions with "weight" and a "threshold".'
    ),
    ...refuse2(
      own.get("provider"),
      "asks a provider of its own.",
      'List it among the providers, and name it in "providers" of the test.'
    ),
    ...refuse2(
      own.get("providerOutput"),
      "brings its output, and nothing is asked.",
      'Outputs that an application wrote are judged by "mode: outputs".'
    ),
    ...refuse2(options.get("prefix"), 'has a "prefix" of its own.', "Write it into the prompt."),
    ...refuse2(options.get("suffix"), 'has a "suffix" of its own.', "Write it into the prompt.")
  ];
  const [first] = found;
  return first === void 0 ? null : { ...first, message: `${nameTest(part, own)} ${first.message}` };
}
function nameTest(part, own) {
  const description = own.get("description")?.value ?? part.child("description").value;
  return typeof description === "string" ? `the test ${quoteName(description)}` : "this test";
}
function listTags2({ metadata: metadata2 }) {
  return [...metadata2].flatMap(
    ([key2, { value }]) => [value].flat().flatMap((one) => isJsonObject(one) ? [] : scalarText(one) ?? []).map((text) => `${key2}: ${text}`)
  );
}
function joinGraded(graded2) {
  const joined = /* @__PURE__ */ new Map();
  for (const { type, text } of graded2) {
    const before = joined.get(type);
    joined.set(type, before === void 0 ? text : `${before}

${text}`);
  }
  return joined;
}

// src/prompts/promptfoo/gate.ts
var anyAnswer = { type: "contains-all", values: [""] };
var partlyHint = 'A judge scores every row: assert it in "defaultTest" or in every test, or make it a judge of a suite in the config.';
function buildGate(tests2, criteria, where) {
  const isForAll = criteria.metrics.length > 0;
  const read3 = tests2.filter(
    ({ checks, graded: graded2, isAskable }) => isForAll ? isAskable : checks.length + graded2.length > 0
  );
  const isShared = (type) => read3.every(({ graded: graded2 }) => graded2.some((one) => one.type === type));
  const judged = read3.length === 0 ? [] : [...gradedKinds.keys()].filter(isShared);
  const kept = isForAll || judged.length > 0 ? read3 : read3.filter(({ checks }) => checks.length > 0);
  const refused = tests2.flatMap((row) => row.refused);
  const partly = read3.flatMap(
    ({ graded: graded2 }) => graded2.filter(({ type }) => !judged.includes(type)).map(
      ({ type, part }) => buildProblem(`${quoteName(type)} is not read: only some of the tests assert it.`, partlyHint, part.where())
    )
  );
  if (tests2.length === 0) return { rows: null, ...criteria, warnings: [] };
  if (kept.length === 0) {
    const rows2 = tests2.map((row) => toRow(row, {}));
    return { rows: rows2, metrics: [], unread: [...criteria.unread, ...refused, ...partly], warnings: [] };
  }
  const hasChecks = kept.some(({ checks }) => checks.length > 0);
  const own = [
    ...hasChecks ? [buildCheck3(where)] : [],
    ...judged.map((type) => buildJudge3(type, findGrader(read3, type), where))
  ];
  const rows = kept.map((row) => {
    const texts2 = joinGraded(row.graded);
    const columns = judged.map((type) => [columnOf(type), texts2.get(type) ?? ""]);
    const told2 = Object.fromEntries(columns.filter(([, text]) => text !== ""));
    return toRow(row, hasChecks ? { ...told2, checks: row.checks.length > 0 ? row.checks : [anyAnswer] } : told2);
  });
  const left = tests2.filter((row) => !kept.includes(row)).map(explainLeft);
  const warnings = [...criteria.unread, ...refused, ...partly, ...left];
  return { rows, metrics: [...criteria.metrics, ...own], unread: [], warnings };
}
function toRow({ id: id2, test, variables, tags }, more) {
  const tagged = tags.length === 0 || Object.hasOwn(variables, "tags") ? {} : { tags };
  return { values: { id: id2, ...tagged, ...variables, ...more }, where: test.part.where() };
}
function explainLeft({ test, checks, graded: graded2, refused }) {
  const isBare = checks.length + graded2.length + refused.length === 0;
  const why = isBare ? "it asserts nothing, and would pass whatever is answered" : "nothing that it asserts can be read";
  const name2 = nameTest(test.part, test.own);
  const hint2 = isBare ? 'Give it an "assert".' : "Give it an assertion that can be read.";
  return buildProblem(`${name2} is left out: ${why}.`, hint2, test.part.where());
}
function findGrader(rows, type) {
  const models = new Set(
    rows.flatMap(({ graded: graded2 }) => graded2.filter((one) => one.type === type).map(({ model }) => model))
  );
  return models.size === 1 ? [...models][0] ?? null : null;
}
function columnOf(type) {
  return `assert-${type.replaceAll(":", "-")}`;
}
function buildCheck3(where) {
  return { ...unsetCheck, type: rowChecks.type, name: "assertions", options: {}, where };
}
function buildJudge3(type, model, where) {
  const kind = gradedKinds.get(type);
  if (kind === void 0) throw new Error(`no judge for ${type}`);
  const { rubric, options } = kind;
  return { ...unsetJudge, type: kind.type, name: type, rubric, options: options(columnOf(type)), model, where };
}

// src/prompts/promptfoo/keys.ts
var maxLength3 = 80;
function namePrompts(listed, providers) {
  const pairs = listed.flatMap(
    (prompt) => providers.filter(
      ({ prompts: prompts2 }) => prompts2 === null || prompts2.some((name2) => [prompt.label, ...prompt.names].includes(name2))
    ).map((provider) => ({ prompt, provider }))
  );
  if (pairs.length === 1) return pairs.map((pair) => ({ ...pair, key: null }));
  const taken = /* @__PURE__ */ new Map();
  return pairs.map(({ prompt, provider }) => {
    const label = providers.length === 1 ? prompt.label : `${prompt.label} (${provider.label})`;
    const name2 = writeKey(label);
    const count3 = (taken.get(name2) ?? 0) + 1;
    taken.set(name2, count3);
    return { key: count3 === 1 ? name2 : `${name2} ${count3}`, prompt, provider };
  });
}
function writeKey(label) {
  const plain2 = label.replace(/[#/\\\p{Cc}\s]+/gu, (found) => /\S/.test(found) ? "-" : " ").trim();
  return [...plain2.replace(/^\.+/, "")].slice(0, maxLength3).join("") || "prompt";
}

// src/prompts/promptfoo/keys-of-text.ts
function hasKey(text, key2) {
  const isJson = /^\s*\{/.test(text);
  return isJson ? new RegExp(`"${key2}"\\s*:`).test(text) : new RegExp(`^["']?${key2}["']?[ \\t]*:`, "m").test(text);
}

// node_modules/csv-parse/lib/api/CsvError.js
var CsvError = class _CsvError extends Error {
  constructor(code18, message, options, ...contexts2) {
    if (Array.isArray(message)) message = message.join(" ").trim();
    super(message);
    if (Error.captureStackTrace !== void 0) {
      Error.captureStackTrace(this, _CsvError);
    }
    this.code = code18;
    for (const context of contexts2) {
      for (const key2 in context) {
        const value = context[key2];
        this[key2] = Buffer.isBuffer(value) ? value.toString(options.encoding) : value == null ? value : JSON.parse(JSON.stringify(value));
      }
    }
  }
};

// node_modules/csv-parse/lib/utils/is_object.js
var is_object = function(obj) {
  return typeof obj === "object" && obj !== null && !Array.isArray(obj);
};

// node_modules/csv-parse/lib/api/normalize_columns_array.js
var normalize_columns_array = function(columns) {
  const normalizedColumns = [];
  for (let i = 0, l = columns.length; i < l; i++) {
    const column2 = columns[i];
    if (column2 === void 0 || column2 === null || column2 === false) {
      normalizedColumns[i] = { disabled: true };
    } else if (typeof column2 === "string" || typeof column2 === "number") {
      normalizedColumns[i] = { name: `${column2}` };
    } else if (is_object(column2)) {
      if (typeof column2.name !== "string") {
        throw new CsvError("CSV_OPTION_COLUMNS_MISSING_NAME", [
          "Option columns missing name:",
          `property "name" is required at position ${i}`,
          "when column is an object literal"
        ]);
      }
      normalizedColumns[i] = column2;
    } else {
      throw new CsvError("CSV_INVALID_COLUMN_DEFINITION", [
        "Invalid column definition:",
        "expect a string or a literal object,",
        `got ${JSON.stringify(column2)} at position ${i}`
      ]);
    }
  }
  return normalizedColumns;
};

// node_modules/csv-parse/lib/utils/ResizeableBuffer.js
var ResizeableBuffer = class {
  constructor(size = 100) {
    this.size = size;
    this.length = 0;
    this.buf = Buffer.allocUnsafe(size);
  }
  prepend(val) {
    if (Buffer.isBuffer(val)) {
      const length = this.length + val.length;
      if (length >= this.size) {
        this.resize();
        if (length >= this.size) {
          throw Error("INVALID_BUFFER_STATE");
        }
      }
      const buf = this.buf;
      this.buf = Buffer.allocUnsafe(this.size);
      val.copy(this.buf, 0);
      buf.copy(this.buf, val.length);
      this.length += val.length;
    } else {
      const length = this.length++;
      if (length === this.size) {
        this.resize();
      }
      const buf = this.clone();
      this.buf[0] = val;
      buf.copy(this.buf, 1, 0, length);
    }
  }
  append(val) {
    const length = this.length++;
    if (length === this.size) {
      this.resize();
    }
    this.buf[length] = val;
  }
  clone() {
    return Buffer.from(this.buf.slice(0, this.length));
  }
  resize() {
    const length = this.length;
    this.size = this.size * 2;
    const buf = Buffer.allocUnsafe(this.size);
    this.buf.copy(buf, 0, 0, length);
    this.buf = buf;
  }
  toString(encoding) {
    if (encoding) {
      return this.buf.toString(encoding, 0, this.length);
    } else {
      return Uint8Array.prototype.slice.call(this.buf.slice(0, this.length));
    }
  }
  toJSON() {
    return this.toString("utf8");
  }
  reset() {
    this.length = 0;
  }
};
var ResizeableBuffer_default = ResizeableBuffer;

// node_modules/csv-parse/lib/api/init_state.js
var init_state = function(options) {
  const timchars = [
    // Basic Latin
    32,
    // [Space](https://www.fileformat.info/info/unicode/char/0020/index.htm)
    9,
    // [CHARACTER TABULATION (HT)](https://www.fileformat.info/info/unicode/char/0009/index.htm)
    10,
    // [LINE FEED (LF)](https://www.fileformat.info/info/unicode/char/000a/index.htm)
    13,
    // [CARRIAGE RETURN (CR)](https://www.fileformat.info/info/unicode/char/000d/index.htm)
    12,
    // [FORM FEED (FF)](https://www.fileformat.info/info/unicode/char/000c/index.htm)
    11,
    // [LINE TABULATION (VT)](https://www.fileformat.info/info/unicode/char/000b/index.htm)
    // Latin-1 Supplement
    160,
    // [NO-BREAK SPACE (NBSP)](https://www.fileformat.info/info/unicode/char/00a0/index.htm)
    // Ogham
    5760,
    // [OGHAM SPACE MARK](https://www.fileformat.info/info/unicode/char/1680/index.htm)
    // General Punctuation
    8192,
    // [EN QUAD](https://www.fileformat.info/info/unicode/char/2000/index.htm)
    8193,
    // [EM QUAD](https://www.fileformat.info/info/unicode/char/2001/index.htm)
    8194,
    // [EN SPACE](https://www.fileformat.info/info/unicode/char/2002/index.htm)
    8195,
    // [EM SPACE](https://www.fileformat.info/info/unicode/char/2003/index.htm)
    8196,
    // [THREE-PER-EM SPACE](https://www.fileformat.info/info/unicode/char/2004/index.htm)
    8197,
    // [FOUR-PER-EM SPACE](https://www.fileformat.info/info/unicode/char/2005/index.htm)
    8198,
    // [SIX-PER-EM SPACE](https://www.fileformat.info/info/unicode/char/2006/index.htm)
    8199,
    // [FIGURE SPACE](https://www.fileformat.info/info/unicode/char/2007/index.htm)
    8200,
    // [PUNCTUATION SPACE](https://www.fileformat.info/info/unicode/char/2008/index.htm)
    8201,
    // [THIN SPACE](https://www.fileformat.info/info/unicode/char/2009/index.htm)
    8202,
    // [HAIR SPACE](https://www.fileformat.info/info/unicode/char/200a/index.htm)
    8232,
    // [LINE SEPARATOR](https://www.fileformat.info/info/unicode/char/2028/index.htm)
    8233,
    // [PARAGRAPH SEPARATOR](https://www.fileformat.info/info/unicode/char/2029/index.htm)
    8239,
    // [NARROW NO-BREAK SPACE (NNBSP)](https://www.fileformat.info/info/unicode/char/202f/index.htm)
    8287,
    // [MEDIUM MATHEMATICAL SPACE (MMSP)](https://www.fileformat.info/info/unicode/char/205f/index.htm)
    12288,
    // [IDEOGRAPHIC SPACE](https://www.fileformat.info/info/unicode/char/3000/index.htm)
    65279
    // [ZERO WIDTH NO-BREAK SPACE (BOM)](https://www.fileformat.info/info/unicode/char/feff/index.htm)
  ].reduce((acc, codepoint) => {
    const encoded = Buffer.from(
      String.fromCharCode(codepoint),
      options.encoding
    );
    if (codepoint !== 63 && encoded.length === 1 && encoded[0] === 63) {
      return acc;
    }
    acc.push(encoded);
    return acc;
  }, []);
  const timcharFirstBytes = new Uint8Array(256);
  for (const t of timchars) timcharFirstBytes[t[0]] = 1;
  return {
    bomSkipped: false,
    bufBytesStart: 0,
    castField: options.cast_function,
    commenting: false,
    delimiterBufPrevious: void 0,
    delimiterDiscovered: false,
    // Current error encountered by a record
    error: void 0,
    enabled: options.from_line === 1,
    escaping: false,
    escapeIsQuote: Buffer.isBuffer(options.escape) && Buffer.isBuffer(options.quote) && Buffer.compare(options.escape, options.quote) === 0,
    // columns can be `false`, `true`, `Array`
    expectedRecordLength: Array.isArray(options.columns) ? options.columns.length : void 0,
    field: new ResizeableBuffer_default(20),
    firstLineToHeaders: options.cast_first_line_to_header,
    needMoreDataSize: Math.max(
      // Skip if the remaining buffer smaller than comment
      options.comment !== null ? options.comment.length : 0,
      ...options.delimiter ? options.delimiter.map((delimiter2) => delimiter2.length) : [],
      // Auto discovery of delimiter is limited to 1 character
      options.delimiter_auto ? 1 : 0,
      // Skip if the remaining buffer can be escape sequence
      options.quote !== null ? options.quote.length : 0,
      ...timchars.map((t) => t.length)
    ),
    previousBuf: void 0,
    quoting: false,
    stop: false,
    rawBuffer: new ResizeableBuffer_default(100),
    record: [],
    recordHasError: false,
    record_length: 0,
    recordDelimiterMaxLength: options.record_delimiter.length === 0 ? 0 : Math.max(...options.record_delimiter.map((v) => v.length)),
    trimChars: [
      Buffer.from(" ", options.encoding)[0],
      Buffer.from("	", options.encoding)[0]
    ],
    wasQuoting: false,
    wasRowDelimiter: false,
    timchars,
    timcharFirstBytes
  };
};

// node_modules/csv-parse/lib/utils/underscore.js
var underscore = function(str) {
  return str.replace(/([A-Z])/g, function(_, match) {
    return "_" + match.toLowerCase();
  });
};

// node_modules/csv-parse/lib/api/normalize_options.js
var normalize_options = function(opts) {
  const options = {};
  for (const opt in opts) {
    options[underscore(opt)] = opts[opt];
  }
  if (options.encoding === void 0 || options.encoding === true) {
    options.encoding = "utf8";
  } else if (options.encoding === null || options.encoding === false) {
    options.encoding = null;
  } else if (typeof options.encoding !== "string" && options.encoding !== null) {
    throw new CsvError(
      "CSV_INVALID_OPTION_ENCODING",
      [
        "Invalid option encoding:",
        "encoding must be a string or null to return a buffer,",
        `got ${JSON.stringify(options.encoding)}`
      ],
      options
    );
  }
  if (options.bom === void 0 || options.bom === null || options.bom === false) {
    options.bom = false;
  } else if (options.bom !== true) {
    throw new CsvError(
      "CSV_INVALID_OPTION_BOM",
      [
        "Invalid option bom:",
        "bom must be true,",
        `got ${JSON.stringify(options.bom)}`
      ],
      options
    );
  }
  options.cast_function = null;
  if (options.cast === void 0 || options.cast === null || options.cast === false || options.cast === "") {
    options.cast = void 0;
  } else if (typeof options.cast === "function") {
    options.cast_function = options.cast;
    options.cast = true;
  } else if (options.cast !== true) {
    throw new CsvError(
      "CSV_INVALID_OPTION_CAST",
      [
        "Invalid option cast:",
        "cast must be true or a function,",
        `got ${JSON.stringify(options.cast)}`
      ],
      options
    );
  }
  if (options.cast_date === void 0 || options.cast_date === null || options.cast_date === false || options.cast_date === "") {
    options.cast_date = false;
  } else if (options.cast_date === true) {
    options.cast_date = function(value) {
      const date = Date.parse(value);
      return !isNaN(date) ? new Date(date) : value;
    };
  } else if (typeof options.cast_date !== "function") {
    throw new CsvError(
      "CSV_INVALID_OPTION_CAST_DATE",
      [
        "Invalid option cast_date:",
        "cast_date must be true or a function,",
        `got ${JSON.stringify(options.cast_date)}`
      ],
      options
    );
  }
  options.cast_first_line_to_header = void 0;
  if (options.columns === true) {
    options.cast_first_line_to_header = void 0;
  } else if (typeof options.columns === "function") {
    options.cast_first_line_to_header = options.columns;
    options.columns = true;
  } else if (Array.isArray(options.columns)) {
    options.columns = normalize_columns_array(options.columns);
  } else if (options.columns === void 0 || options.columns === null || options.columns === false) {
    options.columns = false;
  } else {
    throw new CsvError(
      "CSV_INVALID_OPTION_COLUMNS",
      [
        "Invalid option columns:",
        "expect an array, a function or true,",
        `got ${JSON.stringify(options.columns)}`
      ],
      options
    );
  }
  if (options.group_columns_by_name === void 0 || options.group_columns_by_name === null || options.group_columns_by_name === false) {
    options.group_columns_by_name = false;
  } else if (options.group_columns_by_name !== true) {
    throw new CsvError(
      "CSV_INVALID_OPTION_GROUP_COLUMNS_BY_NAME",
      [
        "Invalid option group_columns_by_name:",
        "expect an boolean,",
        `got ${JSON.stringify(options.group_columns_by_name)}`
      ],
      options
    );
  } else if (options.columns === false) {
    throw new CsvError(
      "CSV_INVALID_OPTION_GROUP_COLUMNS_BY_NAME",
      [
        "Invalid option group_columns_by_name:",
        "the `columns` mode must be activated."
      ],
      options
    );
  }
  if (options.comment === void 0 || options.comment === null || options.comment === false || options.comment === "") {
    options.comment = null;
  } else {
    if (typeof options.comment === "string") {
      options.comment = Buffer.from(options.comment, options.encoding);
    }
    if (!Buffer.isBuffer(options.comment)) {
      throw new CsvError(
        "CSV_INVALID_OPTION_COMMENT",
        [
          "Invalid option comment:",
          "comment must be a buffer or a string,",
          `got ${JSON.stringify(options.comment)}`
        ],
        options
      );
    }
  }
  if (options.comment_no_infix === void 0 || options.comment_no_infix === null || options.comment_no_infix === false) {
    options.comment_no_infix = false;
  } else if (options.comment_no_infix !== true) {
    throw new CsvError(
      "CSV_INVALID_OPTION_COMMENT",
      [
        "Invalid option comment_no_infix:",
        "value must be a boolean,",
        `got ${JSON.stringify(options.comment_no_infix)}`
      ],
      options
    );
  }
  if (options.delimiter_auto === void 0 || options.delimiter_auto === null || options.delimiter_auto === false) {
    options.delimiter_auto = false;
  } else if (options.delimiter_auto === true) {
    options.delimiter_auto = {};
  } else if (!is_object(options.delimiter_auto)) {
    throw new CsvError(
      "CSV_INVALID_OPTION_DELIMITER_AUTO",
      [
        "Invalid option delimiter_auto:",
        "delimiter_auto must be a boolean or a configuration object,",
        `got ${JSON.stringify(options.delimiter_auto)}`
      ],
      options
    );
  }
  if (options.delimiter_auto) {
    if (options.delimiter_auto.preferred === void 0)
      options.delimiter_auto.preferred = {
        [",".charCodeAt(0)]: 1.8,
        ["	".charCodeAt(0)]: 1.8,
        [";".charCodeAt(0)]: 1.6,
        [" ".charCodeAt(0)]: 1.6,
        [":".charCodeAt(0)]: 1.5,
        [".".charCodeAt(0)]: 1.4,
        ["/".charCodeAt(0)]: 1.4
      };
    else if (!is_object(options.delimiter_auto.preferred)) {
      throw new CsvError(
        "CSV_INVALID_OPTION_DELIMITER_AUTO",
        [
          "Invalid option delimiter_auto:",
          "preferred must be an object,",
          `got ${JSON.stringify(options.delimiter_auto.preferred)}`
        ],
        options
      );
    }
    if (options.delimiter_auto.score === void 0)
      options.delimiter_auto.score = (info, options2) => {
        return (info.total - info.std) * (options2.preferred[info.char_code] || 1);
      };
    else if (typeof options.delimiter_auto.score !== "function") {
      throw new CsvError(
        "CSV_INVALID_OPTION_DELIMITER_AUTO",
        [
          "Invalid option delimiter_auto:",
          "score must be a function,",
          `got ${JSON.stringify(options.delimiter_auto.score)}`
        ],
        options
      );
    }
    if (options.delimiter_auto.size === void 0)
      options.delimiter_auto.size = 2048;
    else if (typeof options.delimiter_auto.size !== "number") {
      throw new CsvError(
        "CSV_INVALID_OPTION_DELIMITER_AUTO",
        [
          "Invalid option delimiter_auto:",
          "size must be a number,",
          `got ${JSON.stringify(options.delimiter_auto.size)}`
        ],
        options
      );
    }
  }
  const delimiter_json = JSON.stringify(options.delimiter);
  if (options.delimiter_auto !== false) {
    options.delimiter = [];
  }
  if (!Array.isArray(options.delimiter)) {
    if (options.delimiter === void 0 || options.delimiter === null || options.delimiter === false) {
      options.delimiter = Buffer.from(",", options.encoding);
    }
    options.delimiter = [options.delimiter];
  }
  options.delimiter = options.delimiter.map(function(delimiter2) {
    if (typeof delimiter2 === "string") {
      delimiter2 = Buffer.from(delimiter2, options.encoding);
    }
    if (!Buffer.isBuffer(delimiter2) || delimiter2.length === 0) {
      throw new CsvError(
        "CSV_INVALID_OPTION_DELIMITER",
        [
          "Invalid option delimiter:",
          "delimiter must be a non empty string or buffer or array of string|buffer,",
          `got ${delimiter_json}`
        ],
        options
      );
    }
    return delimiter2;
  });
  if (options.escape === void 0 || options.escape === true) {
    options.escape = Buffer.from('"', options.encoding);
  } else if (typeof options.escape === "string") {
    options.escape = Buffer.from(options.escape, options.encoding);
  } else if (options.escape === null || options.escape === false) {
    options.escape = null;
  }
  if (options.escape !== null) {
    if (!Buffer.isBuffer(options.escape)) {
      throw new Error(
        `Invalid Option: escape must be a buffer, a string or a boolean, got ${JSON.stringify(options.escape)}`
      );
    }
  }
  if (options.from === void 0 || options.from === null) {
    options.from = 1;
  } else {
    if (typeof options.from === "string" && /\d+/.test(options.from)) {
      options.from = parseInt(options.from);
    }
    if (Number.isInteger(options.from)) {
      if (options.from < 0) {
        throw new Error(
          `Invalid Option: from must be a positive integer, got ${JSON.stringify(opts.from)}`
        );
      }
    } else {
      throw new Error(
        `Invalid Option: from must be an integer, got ${JSON.stringify(options.from)}`
      );
    }
  }
  if (options.from_line === void 0 || options.from_line === null) {
    options.from_line = 1;
  } else {
    if (typeof options.from_line === "string" && /\d+/.test(options.from_line)) {
      options.from_line = parseInt(options.from_line);
    }
    if (Number.isInteger(options.from_line)) {
      if (options.from_line <= 0) {
        throw new Error(
          `Invalid Option: from_line must be a positive integer greater than 0, got ${JSON.stringify(opts.from_line)}`
        );
      }
    } else {
      throw new Error(
        `Invalid Option: from_line must be an integer, got ${JSON.stringify(opts.from_line)}`
      );
    }
  }
  if (options.ignore_last_delimiters === void 0 || options.ignore_last_delimiters === null) {
    options.ignore_last_delimiters = false;
  } else if (typeof options.ignore_last_delimiters === "number") {
    options.ignore_last_delimiters = Math.floor(options.ignore_last_delimiters);
    if (options.ignore_last_delimiters === 0) {
      options.ignore_last_delimiters = false;
    }
  } else if (typeof options.ignore_last_delimiters !== "boolean") {
    throw new CsvError(
      "CSV_INVALID_OPTION_IGNORE_LAST_DELIMITERS",
      [
        "Invalid option `ignore_last_delimiters`:",
        "the value must be a boolean value or an integer,",
        `got ${JSON.stringify(options.ignore_last_delimiters)}`
      ],
      options
    );
  }
  if (options.ignore_last_delimiters === true && options.columns === false) {
    throw new CsvError(
      "CSV_IGNORE_LAST_DELIMITERS_REQUIRES_COLUMNS",
      [
        "The option `ignore_last_delimiters`",
        "requires the activation of the `columns` option"
      ],
      options
    );
  }
  if (options.info === void 0 || options.info === null || options.info === false) {
    options.info = false;
  } else if (options.info !== true) {
    throw new Error(
      `Invalid Option: info must be true, got ${JSON.stringify(options.info)}`
    );
  }
  if (options.max_record_size === void 0 || options.max_record_size === null || options.max_record_size === false) {
    options.max_record_size = 0;
  } else if (Number.isInteger(options.max_record_size) && options.max_record_size >= 0) {
  } else if (typeof options.max_record_size === "string" && /\d+/.test(options.max_record_size)) {
    options.max_record_size = parseInt(options.max_record_size);
  } else {
    throw new Error(
      `Invalid Option: max_record_size must be a positive integer, got ${JSON.stringify(options.max_record_size)}`
    );
  }
  if (options.objname === void 0 || options.objname === null || options.objname === false) {
    options.objname = void 0;
  } else if (Buffer.isBuffer(options.objname)) {
    if (options.objname.length === 0) {
      throw new Error(`Invalid Option: objname must be a non empty buffer`);
    }
    if (options.encoding === null) {
    } else {
      options.objname = options.objname.toString(options.encoding);
    }
  } else if (typeof options.objname === "string") {
    if (options.objname.length === 0) {
      throw new Error(`Invalid Option: objname must be a non empty string`);
    }
  } else if (typeof options.objname === "number") {
  } else {
    throw new Error(
      `Invalid Option: objname must be a string or a buffer, got ${options.objname}`
    );
  }
  if (options.objname !== void 0) {
    if (typeof options.objname === "number") {
      if (options.columns !== false) {
        throw Error(
          "Invalid Option: objname index cannot be combined with columns or be defined as a field"
        );
      }
    } else {
      if (options.columns === false) {
        throw Error(
          "Invalid Option: objname field must be combined with columns or be defined as an index"
        );
      }
    }
  }
  if (options.on_record === void 0 || options.on_record === null) {
    options.on_record = void 0;
  } else if (typeof options.on_record !== "function") {
    throw new CsvError(
      "CSV_INVALID_OPTION_ON_RECORD",
      [
        "Invalid option `on_record`:",
        "expect a function,",
        `got ${JSON.stringify(options.on_record)}`
      ],
      options
    );
  }
  if (options.on_skip !== void 0 && options.on_skip !== null && typeof options.on_skip !== "function") {
    throw new Error(
      `Invalid Option: on_skip must be a function, got ${JSON.stringify(options.on_skip)}`
    );
  }
  if (options.quote === null || options.quote === false || options.quote === "") {
    options.quote = null;
  } else {
    if (options.quote === void 0 || options.quote === true) {
      options.quote = Buffer.from('"', options.encoding);
    } else if (typeof options.quote === "string") {
      options.quote = Buffer.from(options.quote, options.encoding);
    }
    if (!Buffer.isBuffer(options.quote)) {
      throw new Error(
        `Invalid Option: quote must be a buffer or a string, got ${JSON.stringify(options.quote)}`
      );
    }
  }
  if (options.raw === void 0 || options.raw === null || options.raw === false) {
    options.raw = false;
  } else if (options.raw !== true) {
    throw new Error(
      `Invalid Option: raw must be true, got ${JSON.stringify(options.raw)}`
    );
  }
  if (options.record_delimiter === void 0) {
    options.record_delimiter = [];
  } else if (typeof options.record_delimiter === "string" || Buffer.isBuffer(options.record_delimiter)) {
    if (options.record_delimiter.length === 0) {
      throw new CsvError(
        "CSV_INVALID_OPTION_RECORD_DELIMITER",
        [
          "Invalid option `record_delimiter`:",
          "value must be a non empty string or buffer,",
          `got ${JSON.stringify(options.record_delimiter)}`
        ],
        options
      );
    }
    options.record_delimiter = [options.record_delimiter];
  } else if (!Array.isArray(options.record_delimiter)) {
    throw new CsvError(
      "CSV_INVALID_OPTION_RECORD_DELIMITER",
      [
        "Invalid option `record_delimiter`:",
        "value must be a string, a buffer or array of string|buffer,",
        `got ${JSON.stringify(options.record_delimiter)}`
      ],
      options
    );
  }
  options.record_delimiter = options.record_delimiter.map(function(rd, i) {
    if (typeof rd !== "string" && !Buffer.isBuffer(rd)) {
      throw new CsvError(
        "CSV_INVALID_OPTION_RECORD_DELIMITER",
        [
          "Invalid option `record_delimiter`:",
          "value must be a string, a buffer or array of string|buffer",
          `at index ${i},`,
          `got ${JSON.stringify(rd)}`
        ],
        options
      );
    } else if (rd.length === 0) {
      throw new CsvError(
        "CSV_INVALID_OPTION_RECORD_DELIMITER",
        [
          "Invalid option `record_delimiter`:",
          "value must be a non empty string or buffer",
          `at index ${i},`,
          `got ${JSON.stringify(rd)}`
        ],
        options
      );
    }
    if (typeof rd === "string") {
      rd = Buffer.from(rd, options.encoding);
    }
    return rd;
  });
  if (typeof options.relax_column_count === "boolean") {
  } else if (options.relax_column_count === void 0 || options.relax_column_count === null) {
    options.relax_column_count = false;
  } else {
    throw new Error(
      `Invalid Option: relax_column_count must be a boolean, got ${JSON.stringify(options.relax_column_count)}`
    );
  }
  if (typeof options.relax_column_count_less === "boolean") {
  } else if (options.relax_column_count_less === void 0 || options.relax_column_count_less === null) {
    options.relax_column_count_less = false;
  } else {
    throw new Error(
      `Invalid Option: relax_column_count_less must be a boolean, got ${JSON.stringify(options.relax_column_count_less)}`
    );
  }
  if (typeof options.relax_column_count_more === "boolean") {
  } else if (options.relax_column_count_more === void 0 || options.relax_column_count_more === null) {
    options.relax_column_count_more = false;
  } else {
    throw new Error(
      `Invalid Option: relax_column_count_more must be a boolean, got ${JSON.stringify(options.relax_column_count_more)}`
    );
  }
  if (typeof options.relax_quotes === "boolean") {
  } else if (options.relax_quotes === void 0 || options.relax_quotes === null) {
    options.relax_quotes = false;
  } else {
    throw new Error(
      `Invalid Option: relax_quotes must be a boolean, got ${JSON.stringify(options.relax_quotes)}`
    );
  }
  if (typeof options.skip_empty_lines === "boolean") {
  } else if (options.skip_empty_lines === void 0 || options.skip_empty_lines === null) {
    options.skip_empty_lines = false;
  } else {
    throw new Error(
      `Invalid Option: skip_empty_lines must be a boolean, got ${JSON.stringify(options.skip_empty_lines)}`
    );
  }
  if (typeof options.skip_records_with_empty_values === "boolean") {
  } else if (options.skip_records_with_empty_values === void 0 || options.skip_records_with_empty_values === null) {
    options.skip_records_with_empty_values = false;
  } else {
    throw new Error(
      `Invalid Option: skip_records_with_empty_values must be a boolean, got ${JSON.stringify(options.skip_records_with_empty_values)}`
    );
  }
  if (typeof options.skip_records_with_error === "boolean") {
  } else if (options.skip_records_with_error === void 0 || options.skip_records_with_error === null) {
    options.skip_records_with_error = false;
  } else {
    throw new Error(
      `Invalid Option: skip_records_with_error must be a boolean, got ${JSON.stringify(options.skip_records_with_error)}`
    );
  }
  if (options.rtrim === void 0 || options.rtrim === null || options.rtrim === false) {
    options.rtrim = false;
  } else if (options.rtrim !== true) {
    throw new Error(
      `Invalid Option: rtrim must be a boolean, got ${JSON.stringify(options.rtrim)}`
    );
  }
  if (options.ltrim === void 0 || options.ltrim === null || options.ltrim === false) {
    options.ltrim = false;
  } else if (options.ltrim !== true) {
    throw new Error(
      `Invalid Option: ltrim must be a boolean, got ${JSON.stringify(options.ltrim)}`
    );
  }
  if (options.trim === void 0 || options.trim === null || options.trim === false) {
    options.trim = false;
  } else if (options.trim !== true) {
    throw new Error(
      `Invalid Option: trim must be a boolean, got ${JSON.stringify(options.trim)}`
    );
  }
  if (options.trim === true && opts.ltrim !== false) {
    options.ltrim = true;
  } else if (options.ltrim !== true) {
    options.ltrim = false;
  }
  if (options.trim === true && opts.rtrim !== false) {
    options.rtrim = true;
  } else if (options.rtrim !== true) {
    options.rtrim = false;
  }
  if (options.to === void 0 || options.to === null) {
    options.to = -1;
  } else if (options.to !== -1) {
    if (typeof options.to === "string" && /\d+/.test(options.to)) {
      options.to = parseInt(options.to);
    }
    if (Number.isInteger(options.to)) {
      if (options.to <= 0) {
        throw new Error(
          `Invalid Option: to must be a positive integer greater than 0, got ${JSON.stringify(opts.to)}`
        );
      }
    } else {
      throw new Error(
        `Invalid Option: to must be an integer, got ${JSON.stringify(opts.to)}`
      );
    }
  }
  if (options.to_line === void 0 || options.to_line === null) {
    options.to_line = -1;
  } else if (options.to_line !== -1) {
    if (typeof options.to_line === "string" && /\d+/.test(options.to_line)) {
      options.to_line = parseInt(options.to_line);
    }
    if (Number.isInteger(options.to_line)) {
      if (options.to_line <= 0) {
        throw new Error(
          `Invalid Option: to_line must be a positive integer greater than 0, got ${JSON.stringify(opts.to_line)}`
        );
      }
    } else {
      throw new Error(
        `Invalid Option: to_line must be an integer, got ${JSON.stringify(opts.to_line)}`
      );
    }
  }
  return options;
};

// node_modules/csv-parse/lib/utils/delimiter_discover.js
var delimiter_discover = function(records, options) {
  if (!options) {
    ({ delimiter_auto: options } = normalize_options({ delimiter_auto: true }));
  }
  if (typeof records === "string") {
    records = Buffer.from(records);
  }
  if (Buffer.isBuffer(records)) {
    records = ((data) => {
      const records2 = [];
      const parser2 = transform({ delimiter: [] });
      const push = (record) => records2.push(record);
      const close = () => {
      };
      const error = parser2.parse(data, true, push, close);
      if (error !== void 0) throw error;
      return records2;
    })(records);
  }
  const info = Array(127).fill().map(() => ({ lines: [] }));
  records.map(([record], line) => {
    for (let i = 0, l = record.length; i < l; i++) {
      const code18 = record.charCodeAt(i);
      if (info[code18].lines[line] === void 0) info[code18].lines[line] = 0;
      info[code18].lines[line]++;
    }
  });
  info.map((info2, i) => {
    info2.char_code = i;
    info2.std = std(info2.lines);
    info2.total = info2.lines.reduce((acc, val) => acc + val, 0);
    info2.preferred = !!options.preferred[i];
    info2.score = options.score(info2, options);
  });
  const result = info.reduce(
    (acc, info2) => acc.score > info2.score ? acc : info2,
    {}
  );
  return String.fromCharCode(result.char_code);
};
var std = function(array) {
  const n = array.length;
  if (n === 0) return 0;
  const mean = array.reduce((a, b) => a + b) / n;
  return Math.sqrt(
    array.map((x) => Math.pow(x - mean, 2)).reduce((a, b) => a + b) / n
  );
};

// node_modules/csv-parse/lib/api/index.js
var isRecordEmpty = function(record) {
  return record.every(
    (field) => field == null || field.toString && field.toString().trim() === ""
  );
};
var cr = 13;
var nl = 10;
var boms = {
  // Note, the following are equals:
  // Buffer.from("\ufeff")
  // Buffer.from([239, 187, 191])
  // Buffer.from('EFBBBF', 'hex')
  utf8: Buffer.from([239, 187, 191]),
  // Note, the following are equals:
  // Buffer.from "\ufeff", 'utf16le
  // Buffer.from([255, 254])
  utf16le: Buffer.from([255, 254])
};
var transform = function(original_options = {}) {
  const info = {
    bytes: 0,
    bytes_records: 0,
    comment_lines: 0,
    empty_lines: 0,
    invalid_field_length: 0,
    lines: 1,
    records: 0
  };
  const options = normalize_options(original_options);
  return {
    info,
    original_options,
    options,
    state: init_state(options),
    __needMoreData: function(i, bufLen, end) {
      if (end) return false;
      const { encoding, escape, quote } = this.options;
      const { quoting, needMoreDataSize, recordDelimiterMaxLength } = this.state;
      const numOfCharLeft = bufLen - i - 1;
      const requiredLength = Math.max(
        needMoreDataSize,
        // Skip if the remaining buffer smaller than record delimiter
        // If "record_delimiter" is yet to be discovered:
        // 1. It is equals to `[]` and "recordDelimiterMaxLength" equals `0`
        // 2. We set the length to windows line ending in the current encoding
        // Note, that encoding is known from user or bom discovery at that point
        // recordDelimiterMaxLength,
        recordDelimiterMaxLength === 0 ? Buffer.from("\r\n", encoding).length : recordDelimiterMaxLength,
        // Skip if remaining buffer can be an escaped quote
        quoting ? (escape === null ? 0 : escape.length) + quote.length : 0,
        // Skip if remaining buffer can be record delimiter following the closing quote
        quoting ? quote.length + recordDelimiterMaxLength : 0
      );
      return numOfCharLeft < requiredLength;
    },
    // Central parser implementation
    parse: function(nextBuf, end, push, close) {
      const {
        bom,
        comment_no_infix,
        delimiter_auto,
        encoding,
        from_line,
        ltrim,
        max_record_size,
        raw,
        relax_quotes,
        rtrim,
        skip_empty_lines,
        to,
        to_line
      } = this.options;
      let { comment, escape, quote, record_delimiter } = this.options;
      const {
        bomSkipped,
        delimiterDiscovered,
        delimiterBufPrevious,
        rawBuffer,
        escapeIsQuote
      } = this.state;
      if (!delimiterDiscovered && delimiter_auto) {
        let delimiterBuf;
        if (delimiterBufPrevious === void 0) {
          delimiterBuf = nextBuf;
        } else if (delimiterBufPrevious !== void 0 && nextBuf === void 0) {
          delimiterBuf = delimiterBufPrevious;
        } else {
          delimiterBuf = Buffer.concat([delimiterBufPrevious, nextBuf]);
        }
        nextBuf = void 0;
        if (end || delimiterBuf.length > delimiter_auto.size) {
          this.options.delimiter = [
            Buffer.from(
              delimiter_discover(delimiterBuf, this.options.delimiter_auto)
            )
          ];
          this.state.previousBuf = delimiterBuf;
          this.state.delimiterBufPrevious = void 0;
          this.state.delimiterDiscovered = true;
        } else {
          this.state.delimiterBufPrevious = delimiterBuf;
          return;
        }
      }
      const { previousBuf } = this.state;
      let buf;
      if (previousBuf === void 0) {
        if (nextBuf === void 0) {
          close();
          return;
        } else {
          buf = nextBuf;
        }
      } else if (previousBuf !== void 0 && nextBuf === void 0) {
        buf = previousBuf;
      } else {
        buf = Buffer.concat([previousBuf, nextBuf]);
      }
      if (bomSkipped === false) {
        if (bom === false) {
          this.state.bomSkipped = true;
        } else if (buf.length < 3) {
          if (end === false) {
            this.state.previousBuf = buf;
            return;
          }
        } else {
          for (const encoding2 in boms) {
            if (boms[encoding2].compare(buf, 0, boms[encoding2].length) === 0) {
              const bomLength = boms[encoding2].length;
              this.state.bufBytesStart += bomLength;
              buf = buf.slice(bomLength);
              const options2 = normalize_options({
                ...this.original_options,
                encoding: encoding2
              });
              for (const key2 in options2) {
                this.options[key2] = options2[key2];
              }
              ({ comment, escape, quote } = this.options);
              break;
            }
          }
          this.state.bomSkipped = true;
        }
      }
      const bufLen = buf.length;
      let pos;
      for (pos = 0; pos < bufLen; pos++) {
        if (this.__needMoreData(pos, bufLen, end)) {
          break;
        }
        if (this.state.wasRowDelimiter === true) {
          this.info.lines++;
          this.state.wasRowDelimiter = false;
        }
        if (to_line !== -1 && this.info.lines > to_line) {
          this.state.stop = true;
          close();
          return;
        }
        if (this.state.quoting === false && record_delimiter.length === 0) {
          const record_delimiterCount = this.__autoDiscoverRecordDelimiter(
            buf,
            pos
          );
          if (record_delimiterCount) {
            record_delimiter = this.options.record_delimiter;
          }
        }
        const chr = buf[pos];
        if (raw === true) {
          rawBuffer.append(chr);
        }
        if ((chr === cr || chr === nl) && this.state.wasRowDelimiter === false) {
          this.state.wasRowDelimiter = true;
        }
        if (this.state.escaping === true) {
          this.state.escaping = false;
        } else {
          if (escape !== null && this.state.quoting === true && this.__isEscape(buf, pos, chr) && pos + escape.length < bufLen) {
            if (escapeIsQuote) {
              if (this.__isQuote(buf, pos + escape.length)) {
                this.state.escaping = true;
                pos += escape.length - 1;
                continue;
              }
            } else {
              this.state.escaping = true;
              pos += escape.length - 1;
              continue;
            }
          }
          if (this.state.commenting === false && this.__isQuote(buf, pos)) {
            if (this.state.quoting === true) {
              const nextChr = buf[pos + quote.length];
              const isNextChrTrimable = rtrim && this.__isCharTrimable(buf, pos + quote.length);
              const isNextChrComment = comment !== null && this.__compareBytes(comment, buf, pos + quote.length, nextChr);
              const isNextChrDelimiter = this.__isDelimiter(
                buf,
                pos + quote.length,
                nextChr
              );
              const isNextChrRecordDelimiter = record_delimiter.length === 0 ? this.__autoDiscoverRecordDelimiter(buf, pos + quote.length) : this.__isRecordDelimiter(nextChr, buf, pos + quote.length);
              if (escape !== null && this.__isEscape(buf, pos, chr) && this.__isQuote(buf, pos + escape.length)) {
                pos += escape.length - 1;
              } else if (!nextChr || isNextChrDelimiter || isNextChrRecordDelimiter || isNextChrComment || isNextChrTrimable) {
                this.state.quoting = false;
                this.state.wasQuoting = true;
                pos += quote.length - 1;
                continue;
              } else if (relax_quotes === false) {
                const err = this.__error(
                  new CsvError(
                    "CSV_INVALID_CLOSING_QUOTE",
                    [
                      "Invalid Closing Quote:",
                      `got "${String.fromCharCode(nextChr)}"`,
                      `at line ${this.info.lines}`,
                      "instead of delimiter, record delimiter, trimable character",
                      "(if activated) or comment"
                    ],
                    this.options,
                    this.__infoField()
                  )
                );
                if (err !== void 0) return err;
              } else {
                this.state.quoting = false;
                this.state.wasQuoting = true;
                this.state.field.prepend(quote);
                pos += quote.length - 1;
              }
            } else {
              if (this.state.field.length !== 0) {
                if (relax_quotes === false) {
                  const info2 = this.__infoField();
                  const bom2 = Object.keys(boms).map(
                    (b) => boms[b].equals(this.state.field.toString()) ? b : false
                  ).filter(Boolean)[0];
                  const err = this.__error(
                    new CsvError(
                      "INVALID_OPENING_QUOTE",
                      [
                        "Invalid Opening Quote:",
                        `a quote is found on field ${JSON.stringify(info2.column)} at line ${info2.lines}, value is ${JSON.stringify(this.state.field.toString(encoding))}`,
                        bom2 ? `(${bom2} bom)` : void 0
                      ],
                      this.options,
                      info2,
                      {
                        field: this.state.field
                      }
                    )
                  );
                  if (err !== void 0) return err;
                }
              } else {
                this.state.quoting = true;
                pos += quote.length - 1;
                continue;
              }
            }
          }
          if (this.state.quoting === false) {
            const recordDelimiterLength = this.__isRecordDelimiter(
              chr,
              buf,
              pos
            );
            if (recordDelimiterLength !== 0) {
              const skipCommentLine = this.state.commenting && this.state.wasQuoting === false && this.state.record.length === 0 && this.state.field.length === 0;
              if (skipCommentLine) {
                this.info.comment_lines++;
              } else {
                if (this.state.enabled === false && this.info.lines + (this.state.wasRowDelimiter === true ? 1 : 0) >= from_line) {
                  this.state.enabled = true;
                  this.__resetField();
                  this.__resetRecord();
                  pos += recordDelimiterLength - 1;
                  continue;
                }
                if (skip_empty_lines === true && this.state.wasQuoting === false && this.state.record.length === 0 && this.state.field.length === 0) {
                  this.info.empty_lines++;
                  pos += recordDelimiterLength - 1;
                  continue;
                }
                this.info.bytes = this.state.bufBytesStart + pos;
                const errField = this.__onField();
                if (errField !== void 0) return errField;
                this.info.bytes = this.state.bufBytesStart + pos + recordDelimiterLength;
                const errRecord = this.__onRecord(push);
                if (errRecord !== void 0) return errRecord;
                if (to !== -1 && this.info.records >= to) {
                  this.state.stop = true;
                  close();
                  return;
                }
              }
              this.state.commenting = false;
              pos += recordDelimiterLength - 1;
              continue;
            }
            if (this.state.commenting) {
              continue;
            }
            if (comment !== null && (comment_no_infix === false || this.state.record.length === 0 && this.state.field.length === 0)) {
              const commentCount = this.__compareBytes(comment, buf, pos, chr);
              if (commentCount !== 0) {
                this.state.commenting = true;
                continue;
              }
            }
            const delimiterLength = this.__isDelimiter(buf, pos, chr);
            if (delimiterLength !== 0) {
              this.info.bytes = this.state.bufBytesStart + pos;
              const errField = this.__onField();
              if (errField !== void 0) return errField;
              pos += delimiterLength - 1;
              continue;
            }
          }
        }
        if (this.state.commenting === false) {
          if (max_record_size !== 0 && this.state.record_length + this.state.field.length > max_record_size) {
            return this.__error(
              new CsvError(
                "CSV_MAX_RECORD_SIZE",
                [
                  "Max Record Size:",
                  "record exceed the maximum number of tolerated bytes",
                  `of ${max_record_size}`,
                  `at line ${this.info.lines}`
                ],
                this.options,
                this.__infoField()
              )
            );
          }
        }
        const lappend = ltrim === false || this.state.quoting === true || this.state.field.length !== 0 || !this.__isCharTrimable(buf, pos);
        const rappend = rtrim === false || this.state.wasQuoting === false;
        if (lappend === true && rappend === true) {
          this.state.field.append(chr);
        } else if (rtrim === true && !this.__isCharTrimable(buf, pos)) {
          return this.__error(
            new CsvError(
              "CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE",
              [
                "Invalid Closing Quote:",
                "found non trimable byte after quote",
                `at line ${this.info.lines}`
              ],
              this.options,
              this.__infoField()
            )
          );
        } else {
          if (lappend === false) {
            pos += this.__isCharTrimable(buf, pos) - 1;
          }
          continue;
        }
      }
      if (end === true) {
        if (this.state.quoting === true) {
          const err = this.__error(
            new CsvError(
              "CSV_QUOTE_NOT_CLOSED",
              [
                "Quote Not Closed:",
                `the parsing is finished with an opening quote at line ${this.info.lines}`
              ],
              this.options,
              this.__infoField()
            )
          );
          if (err !== void 0) return err;
        } else {
          if (this.state.wasQuoting === true || this.state.record.length !== 0 || this.state.field.length !== 0) {
            this.info.bytes = this.state.bufBytesStart + pos;
            const errField = this.__onField();
            if (errField !== void 0) return errField;
            const errRecord = this.__onRecord(push);
            if (errRecord !== void 0) return errRecord;
          } else if (this.state.wasRowDelimiter === true) {
            this.info.empty_lines++;
          } else if (this.state.commenting === true) {
            this.info.comment_lines++;
          }
        }
      } else {
        this.state.bufBytesStart += pos;
        this.state.previousBuf = buf.slice(pos);
      }
      if (this.state.wasRowDelimiter === true) {
        this.info.lines++;
        this.state.wasRowDelimiter = false;
      }
    },
    __onRecord: function(push) {
      const {
        columns,
        group_columns_by_name,
        encoding,
        info: info2,
        from,
        relax_column_count,
        relax_column_count_less,
        relax_column_count_more,
        raw,
        skip_records_with_empty_values
      } = this.options;
      const { enabled, record } = this.state;
      if (enabled === false) {
        return this.__resetRecord();
      }
      const recordLength = record.length;
      if (columns === true) {
        if (skip_records_with_empty_values === true && isRecordEmpty(record)) {
          this.__resetRecord();
          return;
        }
        return this.__firstLineToColumns(record);
      }
      if (columns === false && this.info.records === 0) {
        this.state.expectedRecordLength = recordLength;
      }
      if (recordLength !== this.state.expectedRecordLength) {
        const err = columns === false ? new CsvError(
          "CSV_RECORD_INCONSISTENT_FIELDS_LENGTH",
          [
            "Invalid Record Length:",
            `expect ${this.state.expectedRecordLength},`,
            `got ${recordLength} on line ${this.info.lines}`
          ],
          this.options,
          this.__infoField(),
          {
            record
          }
        ) : new CsvError(
          "CSV_RECORD_INCONSISTENT_COLUMNS",
          [
            "Invalid Record Length:",
            `columns length is ${columns.length},`,
            // rename columns
            `got ${recordLength} on line ${this.info.lines}`
          ],
          this.options,
          this.__infoField(),
          {
            record
          }
        );
        if (relax_column_count === true || relax_column_count_less === true && recordLength < this.state.expectedRecordLength || relax_column_count_more === true && recordLength > this.state.expectedRecordLength) {
          this.info.invalid_field_length++;
          this.state.error = err;
        } else {
          const finalErr = this.__error(err);
          if (finalErr) return finalErr;
        }
      }
      if (skip_records_with_empty_values === true && isRecordEmpty(record)) {
        this.__resetRecord();
        return;
      }
      if (this.state.recordHasError === true) {
        this.__resetRecord();
        this.state.recordHasError = false;
        return;
      }
      this.info.records++;
      if (from === 1 || this.info.records >= from) {
        const { objname } = this.options;
        if (columns !== false) {
          const obj = {};
          for (let i = 0, l = record.length; i < l; i++) {
            if (columns[i] === void 0 || columns[i].disabled) continue;
            if (group_columns_by_name === true && Object.hasOwn(obj, columns[i].name)) {
              if (Array.isArray(obj[columns[i].name])) {
                obj[columns[i].name] = obj[columns[i].name].concat(record[i]);
              } else {
                obj[columns[i].name] = [obj[columns[i].name], record[i]];
              }
            } else {
              Object.defineProperty(obj, columns[i].name, {
                value: record[i],
                enumerable: true,
                writable: true,
                configurable: true
              });
            }
          }
          if (raw === true || info2 === true) {
            const extRecord = Object.assign(
              { record: obj },
              raw === true ? { raw: this.state.rawBuffer.toString(encoding) } : {},
              info2 === true ? { info: this.__infoRecord() } : {}
            );
            const err = this.__push(
              objname === void 0 ? extRecord : [obj[objname], extRecord],
              push
            );
            if (err) {
              return err;
            }
          } else {
            const err = this.__push(
              objname === void 0 ? obj : [obj[objname], obj],
              push
            );
            if (err) {
              return err;
            }
          }
        } else {
          if (raw === true || info2 === true) {
            const extRecord = Object.assign(
              { record },
              raw === true ? { raw: this.state.rawBuffer.toString(encoding) } : {},
              info2 === true ? { info: this.__infoRecord() } : {}
            );
            const err = this.__push(
              objname === void 0 ? extRecord : [record[objname], extRecord],
              push
            );
            if (err) {
              return err;
            }
          } else {
            const err = this.__push(
              objname === void 0 ? record : [record[objname], record],
              push
            );
            if (err) {
              return err;
            }
          }
        }
      }
      this.__resetRecord();
    },
    __firstLineToColumns: function(record) {
      const { firstLineToHeaders } = this.state;
      try {
        const headers = firstLineToHeaders === void 0 ? record : firstLineToHeaders.call(null, record);
        if (!Array.isArray(headers)) {
          return this.__error(
            new CsvError(
              "CSV_INVALID_COLUMN_MAPPING",
              [
                "Invalid Column Mapping:",
                "expect an array from column function,",
                `got ${JSON.stringify(headers)}`
              ],
              this.options,
              this.__infoField(),
              {
                headers
              }
            )
          );
        }
        const normalizedHeaders = normalize_columns_array(headers);
        this.state.expectedRecordLength = normalizedHeaders.length;
        this.options.columns = normalizedHeaders;
        this.__resetRecord();
        return;
      } catch (err) {
        return err;
      }
    },
    __resetRecord: function() {
      if (this.options.raw === true) {
        this.state.rawBuffer.reset();
      }
      this.state.error = void 0;
      this.state.record = [];
      this.state.record_length = 0;
    },
    __onField: function() {
      const { cast, encoding, rtrim, max_record_size } = this.options;
      const { enabled, wasQuoting } = this.state;
      if (enabled === false) {
        return this.__resetField();
      }
      let field = this.state.field.toString(encoding);
      if (rtrim === true && wasQuoting === false) {
        field = field.trimRight();
      }
      if (cast === true) {
        const [err, f] = this.__cast(field);
        if (err !== void 0) return err;
        field = f;
      }
      this.state.record.push(field);
      if (max_record_size !== 0 && typeof field === "string") {
        this.state.record_length += field.length;
      }
      this.__resetField();
    },
    __resetField: function() {
      this.state.field.reset();
      this.state.wasQuoting = false;
    },
    __push: function(record, push) {
      const { on_record } = this.options;
      if (on_record !== void 0) {
        const info2 = this.__infoRecord();
        try {
          record = on_record.call(null, record, info2);
        } catch (err) {
          return err;
        }
        if (record === void 0 || record === null) {
          return;
        }
      }
      this.info.bytes_records += this.info.bytes;
      push(record);
    },
    // Return a tuple with the error and the casted value
    __cast: function(field) {
      const { columns, relax_column_count } = this.options;
      const isColumns = Array.isArray(columns);
      if (isColumns === true && relax_column_count && this.options.columns.length <= this.state.record.length) {
        return [void 0, void 0];
      }
      if (this.state.castField !== null) {
        try {
          const info2 = this.__infoField();
          return [void 0, this.state.castField.call(null, field, info2)];
        } catch (err) {
          return [err];
        }
      }
      if (this.__isFloat(field)) {
        return [void 0, parseFloat(field)];
      } else if (this.options.cast_date !== false) {
        const info2 = this.__infoField();
        return [void 0, this.options.cast_date.call(null, field, info2)];
      }
      return [void 0, field];
    },
    __compareBytes: function(sourceBuf, targetBuf, targetPos, firstByte) {
      if (sourceBuf[0] !== firstByte) return 0;
      const sourceLength = sourceBuf.length;
      for (let i = 1; i < sourceLength; i++) {
        if (sourceBuf[i] !== targetBuf[targetPos + i]) return 0;
      }
      return sourceLength;
    },
    // Helper to test if a character is trimable
    __isCharTrimable: function(buf, pos) {
      const { timchars, timcharFirstBytes } = this.state;
      const first = buf[pos];
      if (first === void 0 || timcharFirstBytes[first] === 0) return 0;
      loop1: for (let i = 0; i < timchars.length; i++) {
        const timchar = timchars[i];
        for (let j = 0; j < timchar.length; j++) {
          if (timchar[j] !== buf[pos + j]) continue loop1;
        }
        return timchar.length;
      }
      return 0;
    },
    __isDelimiter: function(buf, pos, chr) {
      const { delimiter: delimiter2, ignore_last_delimiters } = this.options;
      if (ignore_last_delimiters === true && this.state.record.length === this.options.columns.length - 1) {
        return 0;
      } else if (ignore_last_delimiters !== false && typeof ignore_last_delimiters === "number" && this.state.record.length === ignore_last_delimiters - 1) {
        return 0;
      }
      loop1: for (let i = 0; i < delimiter2.length; i++) {
        const del = delimiter2[i];
        if (del[0] === chr) {
          for (let j = 1; j < del.length; j++) {
            if (del[j] !== buf[pos + j]) continue loop1;
          }
          return del.length;
        }
      }
      return 0;
    },
    __isEscape: function(buf, pos, chr) {
      const { escape } = this.options;
      if (escape === null) return false;
      const l = escape.length;
      if (escape[0] === chr) {
        for (let i = 0; i < l; i++) {
          if (escape[i] !== buf[pos + i]) {
            return false;
          }
        }
        return true;
      }
      return false;
    },
    __isFloat: function(value) {
      return value - parseFloat(value) + 1 >= 0;
    },
    // Keep it in case we implement the `cast_int` option
    // __isInt(value){
    //   // return Number.isInteger(parseInt(value))
    //   // return !isNaN( parseInt( obj ) );
    //   return /^(\-|\+)?[1-9][0-9]*$/.test(value)
    // }
    __isQuote: function(buf, pos) {
      const { quote } = this.options;
      if (quote === null) return false;
      const l = quote.length;
      for (let i = 0; i < l; i++) {
        if (quote[i] !== buf[pos + i]) {
          return false;
        }
      }
      return true;
    },
    __isRecordDelimiter: function(chr, buf, pos) {
      const { record_delimiter } = this.options;
      const recordDelimiterLength = record_delimiter.length;
      loop1: for (let i = 0; i < recordDelimiterLength; i++) {
        const rd = record_delimiter[i];
        const rdLength = rd.length;
        if (rd[0] !== chr) {
          continue;
        }
        for (let j = 1; j < rdLength; j++) {
          if (rd[j] !== buf[pos + j]) {
            continue loop1;
          }
        }
        return rd.length;
      }
      return 0;
    },
    __autoDiscoverRecordDelimiter: function(buf, pos) {
      const { encoding } = this.options;
      const rds = [
        // Important, the windows line ending must be before mac os 9
        Buffer.from("\r\n", encoding),
        Buffer.from("\n", encoding),
        Buffer.from("\r", encoding)
      ];
      loop: for (let i = 0; i < rds.length; i++) {
        const l = rds[i].length;
        for (let j = 0; j < l; j++) {
          if (rds[i][j] !== buf[pos + j]) {
            continue loop;
          }
        }
        this.options.record_delimiter.push(rds[i]);
        this.state.recordDelimiterMaxLength = rds[i].length;
        return rds[i].length;
      }
      return 0;
    },
    __error: function(msg) {
      const { encoding, raw, skip_records_with_error } = this.options;
      const err = typeof msg === "string" ? new Error(msg) : msg;
      if (skip_records_with_error) {
        this.state.recordHasError = true;
        if (this.options.on_skip !== void 0) {
          try {
            this.options.on_skip(
              err,
              raw ? this.state.rawBuffer.toString(encoding) : void 0
            );
          } catch (err2) {
            return err2;
          }
        }
        return void 0;
      } else {
        return err;
      }
    },
    __infoDataSet: function() {
      return {
        ...this.info,
        columns: this.options.columns
      };
    },
    __infoRecord: function() {
      const { columns, raw, encoding } = this.options;
      return {
        ...this.__infoDataSet(),
        bytes_records: this.info.bytes,
        error: this.state.error,
        header: columns === true,
        index: this.state.record.length,
        raw: raw ? this.state.rawBuffer.toString(encoding) : void 0
      };
    },
    __infoField: function() {
      const { columns } = this.options;
      const isColumns = Array.isArray(columns);
      const bytes_records = this.info.bytes_records;
      return {
        ...this.__infoRecord(),
        bytes_records,
        column: isColumns === true ? columns.length > this.state.record.length ? columns[this.state.record.length].name : null : this.state.record.length,
        quoting: this.state.wasQuoting
      };
    }
  };
};

// node_modules/csv-parse/lib/sync.js
var parse4 = function(data, opts = {}) {
  if (typeof data === "string") {
    data = Buffer.from(data);
  }
  const records = opts && opts.objname ? /* @__PURE__ */ Object.create(null) : [];
  const parser2 = transform(opts);
  const push = (record) => {
    if (parser2.options.objname === void 0) records.push(record);
    else {
      records[record[0]] = record[1];
    }
  };
  const close = () => {
  };
  const error = parser2.parse(data, true, push, close);
  if (error !== void 0) throw error;
  return records;
};

// src/datasets/csv.ts
var csv = {
  id: "csv",
  title: "CSV (*.csv)",
  recognises: (path) => /\.csv$/i.test(path),
  parse: (file) => parseSeparated(file, { character: ",", name: "commas" })
};
var maxColumns = 1e3;
function parseSeparated(file, separator) {
  const [header] = splitRecords(file, separator, 1);
  if (header === void 0) return [];
  if (header.cells.length > maxColumns) {
    const message = `names ${header.cells.length} columns; at most ${maxColumns} can be read.`;
    throw UserError.of(message, "Keep those that prompts, checks and judges use.", header.where);
  }
  const records = splitRecords(file, separator, maxRows + 2).slice(1);
  const columns = header.cells.map((name2) => name2.trim());
  refuseSeparator(columns, separator, header.where);
  const problems = [...findHeaderFaults(columns, header.where)];
  for (const { cells, where } of records) {
    if (cells.length === columns.length) continue;
    if (breaksOff(problems, where)) break;
    const message = `has ${cells.length} cells, but the header names ${columns.length} columns.`;
    const hint2 = `Put quotes around a cell that holds ${separator.name} or line breaks.`;
    problems.push(buildProblem(message, hint2, where));
  }
  throwProblems(joinEqual(problems));
  return records.map(({ cells, where }) => ({
    values: Object.fromEntries(
      columns.flatMap((column2, index2) => isValue(column2, cells[index2]) ? [[column2, cells[index2]]] : [])
    ),
    where
  }));
}
function isValue(column2, cell2) {
  return cell2 !== void 0 && (cell2 !== "" || column2 === "id");
}
function splitRecords(file, separator, most2) {
  try {
    const text = file.text.includes("\n") ? file.text : file.text.replaceAll("\r", "\n");
    const records = parse4(text, {
      bom: true,
      delimiter: separator.character,
      info: true,
      record_delimiter: "\n",
      relax_column_count: true,
      skip_empty_lines: true,
      to: most2
    });
    return records.map(({ record, info }) => ({
      cells: record,
      where: { path: file.path, line: startLine(record, info.lines), column: null }
    }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const where = { ...fileWhere(file), line: typeof error.lines === "number" ? error.lines : null };
    const hint2 = "Put quotes around the whole cell, and double the quotes inside it.";
    throw UserError.of("has a quote out of place, or one that is never closed.", hint2, where, { cause: error });
  }
}
function startLine(cells, lastLine) {
  return lastLine - cells.reduce((breaks, cell2) => breaks + cell2.split("\n").length - 1, 0);
}
function* findHeaderFaults(columns, where) {
  const seen = /* @__PURE__ */ new Set();
  for (const [index2, column2] of columns.entries()) {
    if (column2 === "") yield buildProblem(`column ${index2 + 1} has no name.`, "Name it, or remove the column.", where);
    else if (seen.has(column2)) {
      yield buildProblem(`names the column ${quoteName(column2)} twice.`, "Give each column its own name.", where);
    }
    seen.add(column2);
  }
}
function refuseSeparator(columns, { character, name: name2 }, where) {
  const [only = ""] = columns;
  const other2 = [",", ";", "	"].find((one) => one !== character && only.includes(one));
  if (columns.length > 1 || other2 === void 0) return;
  const save = `Save the file with ${name2} (in a spreadsheet, choose the separator as you export it)`;
  const rename2 = { ",": "or name it *.csv.", "	": "or name it *.tsv." }[other2];
  const hint2 = rename2 === void 0 ? `${save}.` : `${save}, ${rename2}`;
  throw UserError.of(`separates columns by something else than ${name2}.`, hint2, where);
}

// src/prompts/promptfoo/prompt-text.ts
var dumped = /\{\{\s*([\p{L}_][\p{L}\p{N}_.]*)\s*\|\s*(?:dump|tojson)(?:\s*\|\s*safe)?\s*\}\}/gu;
function readPromptText(opened2, part) {
  const chat = typeof part.value === "string" ? findChat(opened2, part, part.value) : part;
  if (chat === "broken") return null;
  if (chat !== null && isChatList(chat.value)) return readChat(opened2, chat);
  if (typeof part.value !== "string") {
    const hint2 = 'Write a text, or a list of messages with "role" and "content".';
    note2(opened2, "errors", part, `is no prompt, but ${kindOf(part.value)}.`, hint2);
    return null;
  }
  const content = part.value.trim();
  if (content === "") {
    note2(opened2, "errors", part, "is a prompt without text.", "Write its text.");
    return null;
  }
  return { messages: [{ role: "user", content }], templates: [part], part };
}
function readChat(opened2, part) {
  const before = opened2.notes.errors.length;
  const messages = readMessages(part.value, reportAt(opened2, part));
  if (opened2.notes.errors.length > before) return null;
  const templates = itemsOf(part).flatMap(
    (item) => listTextPaths(item.value).map((path) => path.reduce((one, key2) => one.child(key2), item))
  );
  return { messages, templates, part };
}
function findChat(opened2, part, text) {
  const trimmed = text.trim();
  const isJson = trimmed.startsWith("[");
  if (!isJson && !/^- +(?:role|"role"):/.test(trimmed)) return null;
  const plain2 = text.replace(dumped, (whole2, name2) => `"{{${name2}}}"`.padEnd(whole2.length));
  if (isJson && parseJson(plain2) === void 0) {
    if (!/["']role["']/.test(text)) return null;
    const hint2 = "Write the list of messages as it is, with templates only inside its texts.";
    note2(opened2, "errors", part, "looks like a chat in JSON and is no JSON by itself.", hint2);
    return "broken";
  }
  return placeIn2(part, plain2);
}
function placeIn2(part, text) {
  const { path, line } = part.at(0);
  const document = openPart({ path, text: `${"\n".repeat((line ?? 1) - 1)}${text}` });
  return text.includes("\n") ? document : plainPart(document.value, part.where());
}

// src/prompts/promptfoo/prompt-files.ts
var delimiter = /^---[ \t]*$/gm;
function readPromptFile(opened2, file) {
  const own = nameFile(file.path);
  const found = splitFile(opened2, file).flatMap(
    ({ label, part }) => {
      if (isReference(part.value)) return findFiles(opened2, part).flatMap((one) => readPromptFile(opened2, one));
      const text = isChatList(part.value) ? readChat(opened2, part) : readPromptText(opened2, part);
      return text === null ? [] : [{ ...text, label }];
    }
  );
  return found.map((prompt, index2) => ({
    ...prompt,
    label: prompt.label ?? (found.length === 1 ? own : `${own} ${index2 + 1}`)
  }));
}
function splitFile(opened2, file) {
  if (/\.txt$/i.test(file.path)) return splitText(file);
  if (/\.csv$/i.test(file.path)) return splitCsv(file);
  if (/\.(jsonl|ndjson)$/i.test(file.path)) return splitLines(file);
  if (/\.ya?ml$/i.test(file.path)) return splitYaml(opened2, file);
  return [{ label: null, part: textPart(file) }];
}
function splitText(file) {
  const ends = [...file.text.matchAll(delimiter)].map(({ 0: line, index: index2 }) => ({
    from: index2,
    to: index2 + line.length
  }));
  const starts = [0, ...ends.map(({ to }) => to)];
  const pieces2 = starts.map((start, index2) => ({ start, text: file.text.slice(start, ends[index2]?.from) }));
  return pieces2.filter(({ text }) => text.trim() !== "").map(({ start, text }) => {
    const lead = text.length - text.trimStart().length;
    return { label: null, part: textPart(file, text.trim(), start + lead) };
  });
}
function splitCsv(file) {
  return csv.parse(file).map(({ values, where }) => {
    const { prompt = Object.values(values)[0], label } = isJsonObject(values) ? values : {};
    return { label: typeof label === "string" ? label : null, part: plainPart(prompt ?? "", where) };
  });
}
function splitLines(file) {
  const lines = file.text.split("\n").map((text, index2) => ({ text, line: index2 + 1 }));
  return lines.filter(({ text }) => text.trim() !== "").map(({ text, line }) => ({ label: null, part: plainPart(text, { path: file.path, line, column: 1 }) }));
}
function splitYaml(opened2, file) {
  const root = openPart(file);
  if (isChatList(root.value) || typeof root.value === "string") return [{ label: null, part: root }];
  const items = itemsOf(root).map((item) => {
    const label = item.child("label").value;
    const raw = item.child("raw");
    return { label: typeof label === "string" ? label : null, part: raw.value === null ? item : raw };
  });
  if (items.length === 0) {
    note2(opened2, "errors", root, "holds no prompt.", "Write a list of messages, or of prompts.");
  }
  return items;
}

// src/prompts/promptfoo/prompts.ts
function readPrompts(opened2) {
  const part = opened2.root.child("prompts");
  const listed = listSpecs2(part).flatMap((spec) => readSpec(opened2, spec));
  if (listed.length === 0 && opened2.notes.errors.length === 0) {
    const isAttack = isGiven2(opened2.root.child("redteam"));
    const message = isAttack ? 'plans attacks ("redteam"), which are not made here, and has no prompts.' : "has no prompts.";
    note2(opened2, "errors", isGiven2(part) ? part : opened2.root, message, 'List at least one under "prompts".');
  }
  return listed.map((prompt, index2) => ({ ...prompt, label: prompt.label || `prompt ${index2 + 1}` }));
}
function listSpecs2(part) {
  if (Array.isArray(part.value)) return itemsOf(part);
  if (!isJsonObject(part.value) || isPromptMapping(part)) return isGiven2(part) ? [part] : [];
  return [...membersOf(part)].map(([path, label]) => plainPart({ id: path, label: label.value }, label.where()));
}
function isPromptMapping(part) {
  return ["raw", "id", "label"].some((key2) => isGiven2(part.child(key2)));
}
function readSpec(opened2, part) {
  if (typeof part.value === "string") return readWritten(opened2, part);
  if (isJsonObject(part.value) && isPromptMapping(part)) return readMapping2(opened2, part);
  if (Array.isArray(part.value)) return readWritten(opened2, part);
  note2(
    opened2,
    "errors",
    part,
    `must be text or a mapping, not ${kindOf(part.value)}.`,
    'Write the text, or "file://…".'
  );
  return [];
}
function readMapping2(opened2, part) {
  const label = textOf2(opened2, part.child("label"), "label") ?? "";
  const written2 = isGiven2(part.child("raw")) ? part.child("raw") : part.child("id");
  if (isGiven2(part.child("function"))) {
    note2(opened2, "errors", part.child("function"), "is a prompt that code makes.", "Commit what it makes as text.");
    return [];
  }
  if (!isGiven2(written2)) {
    note2(
      opened2,
      "errors",
      part,
      'has neither "raw" nor "id".',
      'Write its text as "raw", or its file as "id: file://…".'
    );
    return [];
  }
  const own = readWritten(opened2, written2);
  const id2 = part.child("id").value;
  const names2 = [label, typeof id2 === "string" ? id2 : ""].filter((name2) => name2 !== "");
  return own.map((prompt, index2) => ({
    ...prompt,
    label: label === "" ? prompt.label : own.length === 1 ? label : `${label} ${index2 + 1}`,
    names: [...names2, ...prompt.names],
    settings: part.child("config")
  }));
}
function readWritten(opened2, part) {
  const none2 = plainPart(null, part.where());
  const name2 = (label, text) => ({
    ...text,
    label,
    names: label === "" ? [] : [label],
    settings: none2
  });
  const { value } = part;
  if (typeof value !== "string" || !isListedReference(value)) {
    const text = readPromptText(opened2, part);
    return text === null ? [] : [name2("", text)];
  }
  return findFiles(opened2, part).flatMap((file) => {
    const found = readPromptFile(opened2, file);
    if (found.length === 0 && opened2.notes.errors.length === 0) {
      note2(opened2, "errors", part, `${quoteName(value)} holds no prompt.`, "Write the text of the prompt into it.");
    }
    return found.map(({ label, ...text }) => name2(label, text));
  });
}

// src/prompts/promptfoo/settings.ts
var silent = /^(api-?(key|host|base-?url|version).*|organization|region|.*cost|headers|max-retries|retry.*|timeout.*|show-thinking|base-path|audio-cost|azure.*|deployment.*|function-tool-callbacks)$/i;
var aliases = /* @__PURE__ */ new Map([
  ["max-new-tokens", "max-tokens"],
  ["num-predict", "max-tokens"],
  ["max-completions-tokens", "max-completion-tokens"],
  ["stop-sequences", "stop"]
]);
var told = /* @__PURE__ */ new Set(["instructions", "system-prompt", "system-instruction"]);
function readSettings2(opened2, ...parts) {
  const parameters = /* @__PURE__ */ new Map();
  const places = /* @__PURE__ */ new Map();
  let responseFormat = null;
  let tools = [];
  let instructions = null;
  for (const [key2, part] of parts.flatMap((one) => [...membersOf(one)])) {
    const canonical = canonicalParameter(key2);
    const name2 = aliases.get(canonical) ?? canonical;
    if (!isGiven2(part) || silent.test(canonical)) continue;
    if (name2 === "response-format") responseFormat = readFormat(opened2, part);
    else if (name2 === "tools") tools = readTools3(opened2, part);
    else if (name2 === "functions") tools = readTools3(opened2, part).map(wrapFunction);
    else if (name2 === "function-call") setParameter(opened2, "tool-choice", wrapChoice(part), parameters, places);
    else if (told.has(name2) && typeof part.value === "string") instructions = load(opened2, part);
    else if (name2 === "reasoning" && isGiven2(part.child("effort")))
      setParameter(opened2, "reasoning-effort", part.child("effort"), parameters, places);
    else if (name2 === "passthrough") {
      for (const [below2, member2] of membersOf(part)) {
        setParameter(opened2, canonicalParameter(below2), member2, parameters, places);
      }
    } else if (knownParameters.includes(name2)) setParameter(opened2, name2, part, parameters, places);
    else {
      const hint2 = 'If the model needs it, name it in a config under "model: { parameters: … }".';
      note2(opened2, "warnings", part, `"${key2}" of a provider is not known and not sent.`, hint2);
    }
  }
  for (const [index2, tool] of tools.entries()) places.set(`tools[${index2}]`, tool.where());
  return {
    parameters: Object.fromEntries(parameters),
    responseFormat,
    tools: tools.map(({ value }) => value),
    instructions,
    places
  };
}
function toolNames({ tools }) {
  return tools.flatMap((tool) => {
    const definition2 = isJsonObject(tool) && isJsonObject(tool.function) ? tool.function : tool;
    return isJsonObject(definition2) && typeof definition2.name === "string" ? [definition2.name] : [];
  });
}
function setParameter(opened2, name2, part, parameters, places) {
  if (!isParameter(name2, part.value, (_, message, hint2) => note2(opened2, "errors", part, `"${name2}" ${message}`, hint2)))
    return;
  parameters.set(name2, part.value);
  places.set(name2, part.where());
}
var unnamed = "response";
function readFormat(opened2, written2) {
  const part = load(opened2, written2);
  if (part === null) return null;
  const { value } = part;
  const isSchema = isJsonObject(value) && isJsonObject(value.properties);
  if (isJsonObject(value) && !isSchema && value.type === void 0) {
    note2(
      opened2,
      "warnings",
      part,
      "is no response format and not sent.",
      'Write "type: json_object", or a json_schema.'
    );
    return null;
  }
  const report = reportAt(opened2, part);
  if (isSchema) return readSchemaFormat({ name: unnamed, schema: value }, report);
  const type = readFormatType(isJsonObject(value) ? value.type ?? null : value, report);
  if (type === null || type !== "json_schema") return type && { type, name: null, schema: null, strict: null };
  const nested = part.child("json_schema");
  const inner = isGiven2(nested) ? load(opened2, nested) : part;
  if (inner === null) return null;
  const schema = load(opened2, inner.child("schema"));
  const whole2 = isJsonObject(inner.value) && schema !== null ? { name: unnamed, ...inner.value, schema: schema.value } : inner.value;
  return readSchemaFormat(whole2, reportAt(opened2, inner));
}
function readTools3(opened2, written2) {
  const items = Array.isArray(written2.value) ? itemsOf(written2) : [written2];
  return items.flatMap((item) => {
    const part = load(opened2, item);
    const tools = part !== null && Array.isArray(part.value) ? itemsOf(part) : [part];
    return tools.flatMap((tool) => {
      if (tool !== null && isJsonObject(tool.value)) return [tool];
      if (tool !== null) note2(opened2, "errors", tool, "is no tool.", "Write the definition that the API takes.");
      return [];
    });
  });
}
function wrapFunction(part) {
  return plainPart({ type: "function", function: part.value }, part.where());
}
function wrapChoice(part) {
  return isJsonObject(part.value) ? wrapFunction(part) : part;
}
function load(opened2, part) {
  if (!isReference(part.value)) return part;
  const [file] = findFiles(opened2, part);
  if (file === void 0) return null;
  return /\.(ya?ml|json)$/i.test(file.path) ? openPart(file) : textPart(file);
}

// src/datasets/jsonl.ts
var jsonl = {
  id: "jsonl",
  title: "JSON Lines (*.jsonl, *.ndjson)",
  recognises: (path) => /\.(jsonl|ndjson)$/i.test(path),
  parse: parseJsonLines
};
function parseJsonLines(file) {
  if (/^\s*[[{][ \t]*\n/.test(file.text)) {
    const hint2 = "Name it *.json, or write one object on each line.";
    throw UserError.of("is one JSON document, not JSON Lines.", hint2, fileWhere(file));
  }
  const problems = [];
  const rows = [];
  for (const [index2, line] of file.text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const where = { path: file.path, line: index2 + 1, column: null };
    if (rows.length > maxRows || breaksOff(problems, where)) break;
    const at = (offset) => ({ ...where, column: offset + 1 });
    const found = collectProblems(problems, () => readOrExplain(line, "Write one JSON object on each line.", at));
    if (found === null) continue;
    problems.push(...found.repeated.map(({ key: key2, offset }) => explainRepeated(key2, at(offset))));
    rows.push({ values: found.value, where });
  }
  throwProblems(problems);
  return rows;
}

// src/prompts/promptfoo/expected-text.ts
var pattern2 = /^((?:not-)?[a-z][a-z0-9]*(?:[-:][a-z0-9]+)*)(?:\((\d+(?:\.\d+)?)\))?(?::([\s\S]*))?$/;
var shortTypes = /* @__PURE__ */ new Map([
  ["fn", "javascript"],
  ["eval", "javascript"],
  ["grade", "llm-rubric"]
]);
var listTypes = /^(?:not-)?i?contains-(?:all|any)$/;
var graded = /^(?:not-)?(?:answer-relevance|classifier|context-.*|perplexity.*|rouge-n|similar)$/;
function readExpected(cell2, known4) {
  const text = cell2.trim();
  if (/^file:\/\/.*\.(?:[cm]?[jt]s|py)/.test(text))
    return { type: /\.py/.test(text) ? "python" : "javascript", value: text };
  const { written: written2, threshold, value } = split2(text, known4);
  const type = shortTypes.get(written2) ?? written2;
  if (!known4(type)) return { type: "equals", value: text };
  const limit = threshold === void 0 ? graded.test(type) ? 0.75 : null : Number(threshold);
  const content = listTypes.test(type) ? splitTexts(value ?? "") : value?.trim() ?? null;
  return {
    type,
    ...content !== null && content !== "" && { value: content },
    ...limit !== null && { threshold: limit }
  };
}
function split2(text, known4) {
  const [, whole2 = "", threshold, rest] = pattern2.exec(text) ?? [];
  const colon = text.indexOf(":");
  const head = colon === -1 ? text : text.slice(0, colon);
  const [, short = head, limit] = /^(.*?)\((\d+(?:\.\d+)?)\)$/.exec(head) ?? [];
  if (known4(shortTypes.get(short) ?? short)) {
    return { written: short, threshold: limit, value: colon === -1 ? void 0 : text.slice(colon + 1) };
  }
  return { written: whole2, threshold, value: rest };
}

// src/prompts/promptfoo/csv-tests.ts
var known = /* @__PURE__ */ new Set(["__prefix", "__suffix", "__description", "__providerOutput", "__metric", "__threshold"]);
function readCsvTests(opened2, file) {
  const rows = csv.parse(file);
  const empty2 = Object.fromEntries(
    rows.flatMap(
      ({ values }) => Object.keys(values).filter((name2) => !name2.startsWith("__")).map((name2) => [name2, ""])
    )
  );
  return rows.map(
    ({ values, where }) => plainPart(readRow2(opened2, { ...empty2, ...values }, where), where)
  );
}
function readRow2(opened2, values, where) {
  const cells = new Map(Object.entries(values).map(([key2, cell2]) => [key2, String(cell2)]));
  const own = (name2) => cells.get(`__${name2}`) ?? null;
  const number = (name2) => {
    const cell2 = own(name2);
    return cell2 === null || cell2.trim() === "" || Number.isNaN(Number(cell2)) ? null : Number(cell2);
  };
  const vars = [];
  const metadata2 = [];
  const assert = [];
  for (const [key2, cell2] of cells) {
    if (key2.startsWith("__expected")) assert.push(readExpected(cell2, isAssertion));
    else if (key2.startsWith("__metadata:")) metadata2.push(readMetadata(key2.slice("__metadata:".length), cell2));
    else if (!key2.startsWith("__")) vars.push([key2, cell2]);
    else if (!known.has(key2)) {
      const hint2 = `Known: __expected, __metadata:NAME, ${[...known].join(", ")}.`;
      note2(opened2, "warnings", plainPart(null, { ...where, line: 1 }), `the column "${key2}" is not read.`, hint2);
    }
  }
  const options = { prefix: own("prefix"), suffix: own("suffix") };
  return {
    vars: Object.fromEntries(vars),
    assert,
    options: withoutEmpty(options),
    ...withoutEmpty({
      description: own("description"),
      threshold: number("threshold"),
      providerOutput: own("providerOutput")
    }),
    metadata: Object.fromEntries(metadata2)
  };
}
function readMetadata(name2, cell2) {
  return name2.endsWith("[]") ? [name2.slice(0, -2), cell2.split(",").map((one) => one.trim())] : [name2, cell2];
}
function withoutEmpty(values) {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}

// src/prompts/promptfoo/tests.ts
var known2 = [
  "description",
  "vars",
  "assert",
  "options",
  "threshold",
  "metadata",
  "provider",
  "providers",
  "prompts",
  "providerOutput",
  "assertScoringFunction"
];
function readTests(opened2) {
  const [defaults = plainPart(null, opened2.root.where())] = loadAll(opened2, opened2.root.child("defaultTest"));
  const plain2 = loadAll(opened2, opened2.root.child("tests")).map((part) => mergeTest(opened2, [defaults, part]));
  const scenarios = loadAll(opened2, opened2.root.child("scenarios")).flatMap(
    (scenario) => loadAll(opened2, scenario.child("config")).flatMap(
      (config) => loadAll(opened2, scenario.child("tests")).map((part) => mergeTest(opened2, [defaults, config, part]))
    )
  );
  const all = [...plain2, ...scenarios];
  if (all.length > 0 || !isJsonObject(defaults.value)) return all;
  return [mergeTest(opened2, [defaults, plainPart({}, defaults.where())])];
}
function loadAll(opened2, part) {
  if (!isGiven2(part)) return [];
  if (Array.isArray(part.value)) return itemsOf(part).flatMap((item) => loadAll(opened2, item));
  if (typeof part.value === "string") return findFiles(opened2, part).flatMap((file) => loadFile(opened2, file));
  const path = part.child("path");
  if (typeof path.value === "string" && !isGiven2(part.child("vars"))) {
    const hint2 = "Commit what it makes as YAML, JSON or CSV, and name that.";
    note2(opened2, "errors", part, `${quoteName(path.value)} makes tests by code, which is never run here.`, hint2);
    return [];
  }
  return [part];
}
function loadFile(opened2, file) {
  const read3 = () => {
    if (/\.csv$/i.test(file.path)) return readCsvTests(opened2, file);
    if (/\.(jsonl|ndjson)$/i.test(file.path))
      return jsonl.parse(file).map(({ values, where }) => plainPart(values, where));
    const root = openPart(file);
    return loadAll(opened2, isGiven2(root.child("tests")) ? root.child("tests") : root);
  };
  return collectProblems(opened2.notes.errors, read3) ?? [];
}
function mergeTest(opened2, parts) {
  const part = parts.at(-1);
  for (const one of parts) checkTest(opened2, one);
  const own = new Map(parts.flatMap((one) => [...membersOf(one)].filter(([, member2]) => isGiven2(member2))));
  const join2 = (key2) => new Map(parts.flatMap((one) => [...readMapping3(opened2, one.child(key2))]));
  const options = join2("options");
  const [defaults, ...later] = parts;
  const last = later.map((one) => one.child("assert")).findLast(isGiven2);
  const isAlone = options.get("disableDefaultAsserts")?.value === true;
  const asserts = [...isAlone ? [] : [defaults.child("assert")], ...last === void 0 ? [] : [last]];
  const description = part.child("description").value;
  return {
    part,
    description: typeof description === "string" && description.trim() !== "" ? description.trim() : null,
    vars: join2("vars"),
    assert: asserts.flatMap((list2) => listAssertions(opened2, list2)),
    threshold: own.get("threshold") ?? plainPart(null, part.where()),
    options,
    metadata: join2("metadata"),
    own
  };
}
var knownOptions = [
  "prefix",
  "suffix",
  "transform",
  "postprocess",
  "transformVars",
  "provider",
  "repeat",
  "disableVarExpansion",
  "disableDefaultAsserts"
];
function checkTest(opened2, part) {
  for (const [key2, member2] of membersOf(part.child("options"))) {
    if (knownOptions.includes(key2)) continue;
    const hint2 = key2 === "rubricPrompt" ? 'Judges ask in words of their own: write a judge of a suite with "prompt" and "choices".' : "Remove it, or keep it for promptfoo.";
    note2(opened2, "warnings", member2, `${quoteName(key2)} of a test is not read.`, hint2);
  }
  if (part.value !== null && !isJsonObject(part.value)) {
    note2(opened2, "errors", part, `is no test, but ${kindOf(part.value)}.`, 'Write "vars:" and "assert:".');
  }
  for (const [key2, member2] of membersOf(part)) {
    if (known2.includes(key2) || key2.startsWith("$")) continue;
    note2(opened2, "warnings", member2, `${quoteName(key2)} of a test is not known and not read.`, hintKnown(key2, known2));
  }
}
function readMapping3(opened2, part) {
  if (!isReference(part.value) && typeof part.value !== "string") return membersOf(part);
  return new Map(findFiles(opened2, part).flatMap((file) => [...membersOf(openPart(file))]));
}
function listAssertions(opened2, list2) {
  const items = Array.isArray(list2.value) ? itemsOf(list2) : isGiven2(list2) ? [list2] : [];
  return items.flatMap((item) => {
    const target = dereference(opened2, item);
    if (!isReference(target.value)) return [target];
    return findFiles(opened2, target).flatMap((file) => listAssertions(opened2, openPart(file)));
  });
}
function dereference(opened2, part) {
  const ref = part.child("$ref").value;
  if (typeof ref !== "string") return part;
  const found = ref.replace(/^#\/?/, "").split("/").reduce((one, key2) => one.child(key2), opened2.root);
  if (ref.startsWith("#") && isGiven2(found) && typeof found.child("$ref").value !== "string") return found;
  note2(
    opened2,
    "errors",
    part,
    `${quoteName(ref)} refers to nothing in this config.`,
    'Write "#/assertionTemplates/NAME".'
  );
  return plainPart(null, part.where());
}

// src/prompts/promptfoo/top-keys.ts
var known3 = [
  "description",
  "prompts",
  "providers",
  "targets",
  "tests",
  "defaultTest",
  "scenarios",
  "assertionTemplates",
  "testing_criteria",
  "data_source_config",
  "evaluateOptions",
  "commandLineOptions",
  "outputPath",
  "sharing",
  "tags",
  "metadata",
  "derivedMetrics",
  "writeLatestResults",
  "$schema"
];
var unread = /* @__PURE__ */ new Map([
  ["env", ["is not read", "Keys and endpoints come from the environment and the config of this gate."]],
  ["nunjucksFilters", ["is not read: filters are code", "Write what they make into the prompt or the variables."]],
  ["extensions", ["is not run: hooks are code", "Write what they make into the prompts or the tests."]],
  ["redteam", ["is not read: attacks are not made here", 'Write the tests that matter under "tests".']],
  ["tracing", ["is not read: nothing is traced", "Remove it, or keep it for promptfoo."]]
]);
function noteTopKeys(opened2) {
  for (const [key2, part] of membersOf(opened2.root)) {
    const [what, hint2] = unread.get(key2) ?? [];
    if (what !== void 0 && hint2 !== void 0) note2(opened2, "warnings", part, `"${key2}" ${what}.`, hint2);
    else if (!known3.includes(key2)) {
      note2(opened2, "warnings", part, `${quoteName(key2)} is unknown and ignored.`, hintKnown(key2, known3));
    }
  }
  const options = [opened2.root.child("evaluateOptions"), opened2.root.child("defaultTest").child("options")];
  for (const repeat of options.map((part) => part.child("repeat")).filter(isGiven2)) {
    if (!isJsonNumber(repeat.value) || repeat.value <= 1) continue;
    const message = `asks each test ${repeat.value} times, which a prompt file does not decide here.`;
    note2(opened2, "guesses", repeat, message, `Write "samples: ${repeat.value}" in the suite of a config.`);
  }
}

// src/prompts/promptfoo/config.ts
var maxQuestions = 1e5;
var promptfoo = {
  id: "promptfoo",
  title: 'promptfoo (promptfooconfig.yaml, other YAML or JSON with "prompts" and "tests" or "providers")',
  standingAlone: ["**/promptfooconfig*.yaml", "**/promptfooconfig*.yml", "**/promptfooconfig*.json"],
  recognisesPath: (path) => /(^|\/)promptfooconfig[^/]*\.(ya?ml|json)$/i.test(path),
  recognises: (path, text) => /\.(ya?ml|json)$/i.test(path) && hasKey(text, "prompts") && ["tests", "providers", "targets"].some((key2) => hasKey(text, key2)),
  dependencies: findConfigFiles,
  parse: parseConfig
};
function parseConfig(file, template, included) {
  const opened2 = openConfig(file, included);
  noteTopKeys(opened2);
  const listed = readPrompts(opened2);
  const providers = readProviders(opened2);
  const tests2 = readTests(opened2);
  noteEndpoints(opened2, providers);
  const rowsByTools = /* @__PURE__ */ new Map();
  const rowsFor = (tools) => {
    const key2 = JSON.stringify(tools);
    const rows = rowsByTools.get(key2) ?? buildRows(opened2, tests2, tools);
    rowsByTools.set(key2, rows);
    return rows;
  };
  const criteria = readCriteria(opened2);
  const named = namePrompts(listed, providers);
  if (named.length * Math.max(1, tests2.length) > maxQuestions) {
    const message = `asks ${tests2.length} tests of ${named.length} prompts; at most ${maxQuestions} questions can be read.`;
    note2(opened2, "errors", opened2.root, message, "Split the config, or take out what is not needed.");
    return settlePrompts(opened2, []);
  }
  const prompts2 = named.map(({ key: key2, prompt, provider }) => {
    const settings = readSettings2(opened2, provider.settings, prompt.settings);
    const own = rowsFor(toolNames(settings)).filter((row) => isAsked(row, prompt, provider));
    const { warnings, ...gate } = buildGate(own, criteria, opened2.root.where());
    return buildPrompt(opened2, { key: key2, prompt, provider, settings, warnings, ...gate }, promptfoo.id, template);
  });
  return settlePrompts(opened2, prompts2);
}
function isAsked({ test }, prompt, provider) {
  const allows = (key2, names2) => {
    const list2 = test.own.get(key2)?.value;
    if (!Array.isArray(list2)) return true;
    return list2.some((one) => typeof one === "string" && names2.some((name2) => isNamed(name2, one)));
  };
  return allows("prompts", [prompt.label, ...prompt.names]) && allows("providers", [provider.label, ...provider.names]);
}
function isNamed(name2, written2) {
  return name2 === written2 || written2.endsWith("*") && name2.startsWith(written2.slice(0, -1));
}

// src/prompts/promptfoo/eval-run.ts
function readEvalRun(opened2) {
  const source = opened2.root.child("data_source");
  const { value: model } = source.child("model");
  const provider = {
    model: typeof model === "string" ? model : null,
    vendor: "",
    label: "",
    names: [],
    prompts: null,
    settings: source.child("sampling_params"),
    part: isGiven2(source.child("model")) ? source.child("model") : opened2.root
  };
  return { prompts: readMessages2(opened2, source), provider, rows: readRows2(opened2, source.child("source")) };
}
function readMessages2(opened2, source) {
  const input3 = source.child("input_messages");
  const list2 = isGiven2(input3.child("template")) ? input3.child("template") : input3;
  if (!Array.isArray(list2.value)) {
    const hint2 = 'Add the "data_source" of one of its runs, with "input_messages", or write the graders as checks of a suite.';
    note2(opened2, "errors", opened2.root, "holds graders and no prompt.", hint2);
    return [];
  }
  const messages = itemsOf(list2).map((item) => ({
    role: item.child("role").value,
    content: messageText(item) ?? item.child("content").value
  }));
  const isPlain = itemsOf(list2).every((item) => typeof item.child("content").value === "string");
  const chat = readChat(opened2, isPlain ? list2 : plainPart(messages, list2.where()));
  const none2 = plainPart(null, list2.where());
  return chat === null ? [] : [{ ...chat, label: "", names: [], settings: none2 }];
}
function readRows2(opened2, source) {
  const content = source.child("content");
  if (isGiven2(source.child("id")) && !isGiven2(content)) {
    const hint2 = 'Export its rows as JSON Lines, and name that file as "dataset" of a suite.';
    note2(opened2, "warnings", source, "reads its rows from a file at OpenAI, which is not fetched.", hint2);
  }
  const rows = itemsOf(content).flatMap(
    (row) => isJsonObject(row.value) ? [{ values: row.value, where: row.where() }] : []
  );
  return rows.length === 0 ? null : rows;
}

// src/prompts/promptfoo/openai-evals.ts
var openaiEvals = {
  id: "openai-evals",
  title: 'OpenAI Evals (JSON or YAML with "testing_criteria" and "data_source")',
  standingAlone: [],
  recognisesPath: () => false,
  recognises: (path, text) => /\.(ya?ml|json)$/i.test(path) && hasKey(text, "testing_criteria") && !hasKey(text, "prompts"),
  dependencies: null,
  parse: parseEval
};
function parseEval(file, template) {
  const opened2 = openConfig(file, /* @__PURE__ */ new Map());
  const { prompts: prompts2, provider, rows } = readEvalRun(opened2);
  const criteria = readCriteria(opened2);
  const found = prompts2.map((prompt) => {
    const settings = readSettings2(opened2, provider.settings);
    const isGate = criteria.metrics.length > 0;
    const gate = {
      metrics: criteria.metrics,
      unread: isGate ? [] : criteria.unread,
      warnings: isGate ? criteria.unread : []
    };
    return buildPrompt(opened2, { key: null, prompt, provider, settings, rows, ...gate }, openaiEvals.id, template);
  });
  return settlePrompts(opened2, found);
}

// src/prompts/prompty/body.ts
var roleOfValue = /^[ \t]*(?:#[ \t]*)?\{\{[^{}\n]*\}\}[ \t]*:[ \t]*$/m;
var setTag = /\{%[-+]?\s*set\b/;
function listRoots(body, dialect) {
  const { findFaults: findFaults2, findVariables } = dialectOf(dialect);
  const uses = findFaults2(body).length > 0 ? [] : findVariables(body);
  return [...new Set(uses.map(({ name: name2 }) => name2.split(".", 1)[0]))];
}
function readTurns3(source, bodyStart, places, dialect, threads) {
  const { file, fields } = source;
  const at = buildPlaces(file);
  const body = file.text.slice(bodyStart);
  const lines = findRoleLines(body);
  places.set("messages", at(bodyStart));
  const reject = (message, hint2, offset) => {
    fields.errors.push(buildProblem(message, hint2, at(bodyStart + offset)));
  };
  for (const { role, start } of lines) {
    if (role !== "tool" && role !== "function") continue;
    reject(`A message of the role "${role}" does not say which call it answers.`, "Take it out.", start);
  }
  warnOfAttributes(source, lines, (offset) => at(bodyStart + offset));
  if (body.trim() === "") reject("has no text.", "Write the prompt below the front matter.", 0);
  if (lines.length > maxItems) {
    reject(`holds ${lines.length} messages; at most ${maxItems} can be read.`, "Indent lines that are text.", 0);
    return { messages: [] };
  }
  if (threads.length > 0 && dialectOf(dialect).renderTurns === void 0) {
    reject(`puts the conversation "${threads[0]}" into a template of ${dialect}.`, "Only jinja2 templates can.", 0);
  }
  if (isRendered(body, lines, dialect, threads)) {
    noteTemplate(fields, places, dialect, body, (offset) => at(bodyStart + offset));
    const template = threads.reduce((text, name2) => insertThread(text, name2), body);
    return { messages: [{ role: "user", content: template.trim() }], turns: "rendered" };
  }
  const messages = cutAtLines(body, lines).flatMap(({ role, text, offset }) => {
    const start = bodyStart + offset;
    if (text === "") {
      const message = `The ${role} message is empty and not sent.`;
      fields.warnings.push(buildProblem(message, "Write its text, or remove the role line.", at(start)));
      return [];
    }
    noteTemplate(fields, places, dialect, text, (inside) => at(start + inside));
    return role === "tool" || role === "function" ? [] : [{ role: role ?? "system", content: text }];
  });
  return { messages };
}
function isRendered(body, lines, dialect, threads) {
  const { renderTurns, findFaults: findFaults2 } = dialectOf(dialect);
  if (renderTurns === void 0 || findFaults2(body).length > 0) return false;
  const isOpen = () => cutAtLines(body, lines).some(({ text }) => findFaults2(text).length > 0);
  return threads.length > 0 || roleOfValue.test(body) || setTag.test(body) || isOpen();
}
function warnOfAttributes({ fields }, lines, at) {
  const line = lines.find(({ attributes }) => attributes !== null);
  if (line === void 0) return;
  const message = `"${line.role}[${line.attributes}]:" has attributes, which are not sent.`;
  fields.warnings.push(buildProblem(message, "Say in the text what the model is to know.", at(line.start)));
}
function insertThread(body, name2) {
  const roles3 = findRoleLines(body);
  return body.replace(new RegExp(`\\{\\{-?[ \\t]*${name2}[ \\t]*-?\\}\\}`, "gu"), (_, offset) => {
    const role = roles3.findLast(({ start }) => start < offset)?.role ?? "system";
    const turn = `{{ turn.role }}:
{{ turn.content }}
`;
    return `
{% for turn in ${name2} | default([], true) %}
${turn}{% endfor %}
${role}:
`;
  });
}

// src/prompts/prompty/references.ts
import { posix as posix7 } from "node:path";
var reference = /^\$\{(env|file):([^{}:]*)(?::([^{}]*))?\}$/;
var unread2 = ["connection", "configuration", "metadata"];
function listReferences2({ path }, fields) {
  const found = [];
  const visit = (value, at) => {
    const [, kind, name2 = ""] = typeof value === "string" ? reference.exec(value) ?? [] : [];
    const target = kind === "file" ? resolveInside(path, name2) : null;
    if (target !== null) found.push({ path: target, where: fields.yaml.where(at) });
    for (const [key2, member2] of isJsonObject(value) ? Object.entries(value) : []) {
      if (!unread2.includes(key2)) visit(member2, [...at, key2]);
    }
    for (const [index2, item] of Array.isArray(value) ? value.entries() : []) visit(item, [...at, index2]);
  };
  visit(fields.values, []);
  return found;
}
function readValue(source, path) {
  return settle(source, path, source.fields.yaml.get(path) ?? null);
}
function settle(source, path, value) {
  if (typeof value === "string") return settleText(source, path, value);
  if (Array.isArray(value)) return value.map((item, index2) => settle(source, [...path, index2], item));
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value).filter(([key2]) => !unread2.includes(key2));
  return Object.fromEntries(entries.map(([key2, member2]) => [key2, settle(source, [...path, key2], member2)]));
}
function settleText({ file, fields, included }, path, text) {
  const [, kind, name2 = "", fallback = null] = reference.exec(text) ?? [];
  if (kind === void 0) return text;
  if (kind === "env") {
    const instead = fallback === null ? "it has no value here" : `it is ${quoteName(fallback)} here`;
    const message = `${nameOf(path)} is a variable of the environment, which is never read: ${instead}.`;
    fields.warnings.push(buildProblem(message, "Write the value that is to be tried.", fields.yaml.where(path)));
    return fallback;
  }
  const target = resolveInside(file.path, name2);
  const found = target === null ? void 0 : included.get(target);
  if (found !== void 0) return readContent(found);
  if (target === null)
    fields.reject(path, `names ${quoteName(name2)}, which is not below this file's folder.`, "Move it.");
  return null;
}
function resolveInside(from, name2) {
  const path = resolvePath(from, name2);
  const folder = posix7.dirname(from);
  return path !== null && (folder === "." || path.startsWith(`${folder}/`)) ? path : null;
}
function readContent(file) {
  if (/\.json$/i.test(file.path)) return readJsonFile(file).value;
  return /\.ya?ml$/i.test(file.path) ? parseYaml(file).value : file.text;
}
function keepProblems(fields, fallback, read3) {
  try {
    return read3();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    fields.errors.push(...error.problems);
    return fallback;
  }
}

// src/prompts/prompty/schema.ts
var types4 = {
  string: "string",
  integer: "integer",
  float: "number",
  number: "number",
  boolean: "boolean",
  array: "array",
  object: "object"
};
function listProperties(value) {
  if (Array.isArray(value)) {
    return value.flatMap((item, key2) => {
      const name2 = isJsonObject(item) ? item.name : null;
      return isJsonObject(item) && typeof name2 === "string" && name2 !== "" ? [{ name: name2, key: key2, values: item }] : [];
    });
  }
  return Object.entries(isJsonObject(value) ? value : {}).map(([name2, member2]) => ({
    name: name2,
    key: name2,
    values: isJsonObject(member2) ? member2 : { default: member2 }
  }));
}
function buildObjectSchema(properties, isStrict) {
  const required2 = properties.filter(({ values }) => isStrict || values.required === true).map(({ name: name2 }) => name2);
  return {
    type: "object",
    properties: Object.fromEntries(
      properties.map(({ name: name2, values }) => [name2, buildSchema(values, isStrict && values.required !== true, isStrict)])
    ),
    ...required2.length > 0 && { required: required2 },
    ...isStrict && { additionalProperties: false }
  };
}
function buildSchema(property, isNullable, isStrict) {
  const { kind = property.type, description, enumValues, items, properties } = property;
  const type = typeof kind === "string" && Object.hasOwn(types4, kind) ? types4[kind] : void 0;
  return {
    ...type !== void 0 && { type: isNullable ? [type, "null"] : type },
    ...typeof description === "string" && { description },
    ...Array.isArray(enumValues) && enumValues.length > 0 && { enum: isNullable ? [...enumValues, null] : enumValues },
    ...type === "array" && {
      items: isJsonObject(items) ? buildSchema(items, false, isStrict) : { type: "string" }
    },
    ...type === "object" && buildMembers(properties ?? null, isStrict)
  };
}
function buildMembers(properties, isStrict) {
  const { type: _type, ...members } = buildObjectSchema(listProperties(properties), isStrict);
  return { ...members, additionalProperties: false };
}

// src/prompts/prompty/inputs.ts
var media = ["image", "audio", "file"];
function readInputs(source, used) {
  const { fields } = source;
  const written2 = readValue(source, ["inputs"]);
  const properties = listProperties(written2).map(({ name: name2, key: key2, values }) => ({ name: name2, path: ["inputs", key2], values }));
  const examples = /* @__PURE__ */ new Map();
  const defaults = /* @__PURE__ */ new Map();
  const threads = [];
  for (const { name: name2, path, values } of properties) {
    const { kind = values.type, default: fallback = null, example: example2 = null, sample = example2 } = values;
    if (kind === "thread" && used.includes(name2)) threads.push(name2);
    else if (fallback !== null) defaults.set(name2, fallback);
    if (sample !== null) examples.set(name2, sample);
    if (typeof kind !== "string" || !media.includes(kind) || !used.includes(name2)) continue;
    const hint2 = 'Only text is put into templates: take it out, or give the rows "messages" with image parts.';
    fields.reject(path, `is of the kind ${quoteName(kind)}, which is not read.`, hint2);
  }
  const own = readSamples(source);
  const isRow2 = examples.size > 0 && own === null;
  const lacking = used.filter((name2) => !examples.has(name2) && !defaults.has(name2) && !threads.includes(name2));
  if (isRow2 && lacking.length > 0) {
    const message = `the examples of the inputs make no row: ${quoteName(lacking[0])} has none.`;
    fields.warnings.push(
      buildProblem(message, "Give each input an example or a default.", fields.yaml.whereKey(["inputs"]))
    );
  }
  const example = { values: Object.fromEntries(examples), where: fields.yaml.where(["inputs"]) };
  return {
    threads,
    defaults: Object.fromEntries(defaults),
    rows: own ?? (isRow2 && lacking.length === 0 ? [example] : null)
  };
}
function readSamples(source) {
  const { fields } = source;
  const value = readValue(source, ["sample"]);
  if (value === null) return null;
  const where = fields.yaml.where(["sample"]);
  const samples = Array.isArray(value) ? value : [value];
  return samples.flatMap((values) => {
    if (isJsonObject(values)) return [{ values, where }];
    fields.reject(["sample"], `must be a mapping, not ${kindOf(values)}.`, 'Write "input: value" lines.');
    return [];
  });
}

// src/prompts/prompty/model.ts
var renamed2 = {
  stopSequences: "stop",
  allowMultipleToolCalls: "parallel-tool-calls"
};
var carriage = ["stream", "stream_options"];
function readModelPart(source, places) {
  const { fields } = source;
  const written2 = fields.values.model ?? null;
  checkKind(source, isJsonObject(written2) ? written2 : {});
  const model = readId(source, written2);
  if (model !== null) places.set("model", fields.yaml.where(["model"]));
  const parameters = /* @__PURE__ */ new Map();
  let responseFormat = null;
  let tools = [];
  for (const path of [
    ["model", "parameters"],
    ["model", "options"],
    ["model", "options", "additionalProperties"]
  ]) {
    const values = readValue(source, path);
    if (values !== null && !isJsonObject(values)) {
      fields.reject(path, `must be a mapping, not ${kindOf(values)}.`, 'Write "key: value" lines.');
    }
    for (const [key2, value] of isJsonObject(values) ? Object.entries(values) : []) {
      const at = [...path, key2];
      if (value === null || key2 === "additionalProperties") continue;
      if (key2 === "response_format") responseFormat = readFormat2(source, at, value);
      else if (key2 === "tools" && Array.isArray(value)) tools = value;
      else if (carriage.includes(key2)) warn2(source, at, "is not sent: answers are read whole.", "");
      else addParameter(fields, at, value, parameters, places, Object.hasOwn(renamed2, key2) ? renamed2[key2] : void 0);
    }
  }
  return { model, parameters: Object.fromEntries(parameters), responseFormat, tools };
}
function warn2({ fields }, path, message, hint2) {
  const name2 = quoteName(path.join("."));
  fields.warnings.push(buildProblem(`${name2} ${message}`, hint2, fields.yaml.whereKey(path)));
}
function readId(source, written2) {
  if (written2 !== null && typeof written2 !== "string" && !isJsonObject(written2)) {
    source.fields.reject(["model"], `must be a name or a mapping, not ${kindOf(written2)}.`, 'Write "id: …" below it.');
  }
  if (!isJsonObject(written2)) return asName(readValue(source, ["model"]));
  const id2 = asName(readValue(source, ["model", "id"]));
  if (id2 !== null) return id2;
  for (const key2 of ["configuration", "connection"]) {
    const way = written2[key2];
    if (!isJsonObject(way) || way.type === void 0) continue;
    for (const name2 of ["azure_deployment", "name", "model"]) {
      const found = asName(readValue(source, ["model", key2, name2]));
      if (found !== null) return found;
    }
  }
  return null;
}
function asName(value) {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}
function checkKind(source, { api, apiType = api ?? null }) {
  const path = ["model", api === void 0 ? "apiType" : "api"];
  if (apiType === null || apiType === "chat") return;
  if (apiType === "responses") {
    warn2(source, path, 'is not read: "api" of the suite says through which API the model is asked.', "");
    return;
  }
  const hint2 = "Only prompts that a model answers with text, as a chat, can be gated.";
  source.fields.reject(path, `is ${quoteName(String(apiType))}, and not a chat.`, hint2);
}
function readFormat2({ fields }, path, value) {
  const report = reportBelow(fields, path);
  const format = isJsonObject(value) ? value : { type: value };
  const type = readFormatType(format.type ?? null, report);
  if (type === "json_schema") return readSchemaFormat(format.json_schema ?? format, report);
  return type === null ? null : { type, name: null, schema: null, strict: null };
}

// src/prompts/prompty/tools.ts
function readTools4(source, places, more) {
  const { fields } = source;
  const written2 = readValue(source, ["tools"]);
  const isWritten = Array.isArray(fields.values.tools) || isJsonObject(fields.values.tools);
  if (written2 !== null && !Array.isArray(written2) && !isJsonObject(written2)) {
    fields.reject(["tools"], `must be a list, not ${kindOf(written2)}.`, 'Start each tool with "- name:".');
  }
  const tools = listProperties(written2).flatMap(({ name: name2, key: key2, values }) => {
    const where = fields.yaml.where(isWritten ? ["tools", key2] : ["tools"]);
    const tool = buildTool2(name2, values);
    if (tool !== null) return [{ tool, where }];
    const message = `the tool ${quoteName(name2)} is of the kind ${quoteName(String(values.kind))} and is not sent.`;
    fields.warnings.push(buildProblem(message, "Only functions are known to the model by their definition.", where));
    return [];
  });
  const plain2 = Array.isArray(written2) ? written2.filter((tool) => isJsonObject(tool) && tool.name === void 0) : [];
  for (const tool of [...plain2, ...more]) tools.push({ tool, where: fields.yaml.where(["tools"]) });
  for (const [index2, { where }] of tools.entries()) places.set(`tools[${index2}]`, where);
  return tools.map(({ tool }) => tool);
}
function buildTool2(name2, { kind, description, parameters = null, strict, bindings = null }) {
  if (kind !== "function") return null;
  const bound = listProperties(bindings).map((binding) => binding.name);
  const free = listProperties(parameters).filter((parameter) => !bound.includes(parameter.name));
  const schema = buildObjectSchema(free, strict === true);
  return {
    type: "function",
    function: {
      name: name2,
      ...typeof description === "string" && { description },
      ...parameters !== null && {
        parameters: isJsonObject(parameters) && "type" in parameters ? parameters : schema
      },
      ...strict === true && { strict }
    }
  };
}
function readOutputs(source) {
  const properties = listProperties(readValue(source, ["outputs"]));
  if (properties.length === 0 || properties.some(({ values }) => typeof values.kind !== "string")) return null;
  return { type: "json_schema", name: "structured_output", schema: buildObjectSchema(properties, true), strict: true };
}

// src/prompts/prompty.ts
var prompty = {
  id: "prompty",
  title: "Prompty (*.prompty)",
  standingAlone: [],
  recognisesPath: (path) => /\.prompty$/i.test(path),
  recognises: () => false,
  // What a file names is data, and names nothing in its turn.
  dependencies: (file) => prompty.recognisesPath(file.path) ? listReferences2(file, openHead(file).fields) : [],
  parse: parsePrompty
};
var keys2 = [
  "name",
  "displayName",
  "description",
  "metadata",
  "authors",
  "tags",
  "version",
  "model",
  "inputs",
  "outputs",
  "tools",
  "template",
  "sample",
  "renamed-from",
  "retrieval"
];
var engines = /* @__PURE__ */ new Map([
  ["jinja2", "jinja"],
  ["nunjucks", "jinja"]
]);
var chatParsers = ["prompty", "prompty.chat"];
function openHead(file) {
  const front = splitFrontMatter(file, file.text.startsWith("+++") ? "+++" : "---");
  return { ...front, fields: openFields({ path: file.path, text: front.frontMatter }, "The front matter") };
}
function parsePrompty(file, template, included) {
  const { fields, bodyStart } = openHead(file);
  const source = { file, fields, included };
  const places = /* @__PURE__ */ new Map();
  warnUnknownKeys(fields, [], keys2);
  const dialect = readEngine(fields, template ?? "jinja");
  const used = listRoots(file.text.slice(bodyStart), dialect);
  const head = keepProblems(fields, null, () => {
    const { tools, ...model } = readModelPart(source, places);
    return {
      ...model,
      responseFormat: model.responseFormat ?? readOutputs(source),
      tools: readTools4(source, places, tools),
      inputs: readInputs(source, used),
      retrieval: readValue(source, ["retrieval"])
    };
  });
  const turns = readTurns3(source, bodyStart, places, dialect, head?.inputs.threads ?? []);
  const [name2, description] = [readName(fields, ["name"]), readText(fields, ["description"])];
  const renamedFrom = readName(fields, ["renamed-from"]);
  throwProblems(fields.errors);
  if (head === null) throw new Error("a head without problems was not read");
  const { inputs: inputs2, ...settings } = head;
  const { defaults, rows } = inputs2;
  return [
    {
      path: file.path,
      key: null,
      format: prompty.id,
      dialect,
      name: name2,
      description,
      ...settings,
      ...turns,
      ...Object.keys(defaults).length > 0 && { defaults },
      rows,
      metrics: [],
      unread: [],
      renamedFrom,
      guesses: [],
      ...settleFindings(fields),
      places
    }
  ];
}
function readEngine(fields, fallback) {
  const written2 = fields.values.template ?? null;
  const { format = null, type = null, parser: parser2 = null } = isJsonObject(written2) ? written2 : { format: written2 };
  const engine = isJsonObject(format) ? format.kind ?? null : format ?? type;
  const reader = isJsonObject(parser2) ? parser2.kind ?? null : parser2;
  if (reader !== null && !chatParsers.includes(String(reader))) {
    fields.reject(["template", "parser"], `is ${quoteName(String(reader))}, which is not read.`, 'Only "prompty" is.');
  }
  const name2 = engine === null ? fallback : engines.get(String(engine)) ?? String(engine);
  const known4 = templateDialects.map((one) => one.name);
  if (known4.includes(name2)) return dialectOf(name2).name;
  const hint2 = hintKnown(name2, [...engines.keys(), ...known4]);
  fields.reject(["template"], `names the unknown engine ${quoteName(name2)}.`, hint2);
  return fallback;
}

// src/prompts/formats.ts
var maxNamed3 = 8;
var promptFormats = [
  githubModels,
  prompty,
  dotprompt,
  promptfoo,
  openaiEvals,
  markdown,
  langfuse,
  langchain,
  openaiRequest,
  collection
];
function formatOfPath(path, { format }) {
  return promptFormats.find((one) => format === null ? one.recognisesPath(path) : one.id === format) ?? null;
}
function formatOf(file, reading) {
  return formatOfPath(file.path, reading) ?? promptFormats.find((format) => format.recognises(file.path, file.text)) ?? (reading.byName && mayBeCollection(file.path) ? collection : null);
}
function parsePrompts(file, reading = ownReading, included = /* @__PURE__ */ new Map()) {
  const format = formatOf(file, reading);
  if (!reading.byName && reading.format === null && (format ?? collection) === collection) refuseUnnamed(file);
  if (format !== null) {
    throwProblems(findDependencies(format, file, included).problems);
    return format.parse(file, reading.template, included);
  }
  const foreign = explainForeignFile(file.path);
  if (foreign !== null) throw UserError.of(foreign.message, foreign.hint, fileWhere(file));
  const known4 = promptFormats.map(({ title: title2 }) => title2).join("; ");
  throw UserError.of("is in no known prompt format.", `Known formats: ${known4}.`, fileWhere(file));
}
function refuseUnnamed(file) {
  const names2 = mayBeCollection(file.path) ? listNames(file) : [];
  const [first] = names2;
  if (first === void 0) return;
  const { base } = posix8.parse(file.path);
  const message = `holds ${count(names2.length, "prompt")} by name: ${listFirst(names2, maxNamed3)}.`;
  throw UserError.of(message, `Write "${base}#${first}" for one of them, "${base}#*" for all.`, fileWhere(file));
}

// src/read/read-files.ts
var textsByTree = /* @__PURE__ */ new WeakMap();
async function readFiles(repository, tree, paths, maxBytes = maxTextBytes) {
  const problems = [];
  const texts2 = textsByTree.get(tree) ?? /* @__PURE__ */ new Map();
  textsByTree.set(tree, texts2);
  const files = maxBytes === maxTextBytes ? texts2 : /* @__PURE__ */ new Map();
  const fresh = paths.filter((path) => !texts2.has(path));
  const entries = fresh.flatMap((path) => collectProblems(problems, () => fileEntry(tree, path)) ?? []);
  const blobs = await repository.readBlobs([...new Set(entries.map((entry2) => entry2.hash))]);
  for (const { path, hash } of entries) {
    const bytes = blobs.get(hash);
    const file = bytes && collectProblems(problems, () => decodeSourceFile(path, bytes, maxBytes));
    if (file) files.set(path, file);
  }
  if (problems.length > 0) throw new UserError(problems);
  return new Map(
    paths.flatMap((path) => {
      const file = texts2.get(path) ?? files.get(path);
      return file === void 0 ? [] : [[path, file]];
    })
  );
}

// src/read/readings.ts
var findOwnReading = () => ownReading;
function readingsOf(suites) {
  const readers = suites.map(({ prompts: prompts2, format, template }) => ({ isOwn: buildMatcher(prompts2), format, template }));
  const byName = buildNamer(suites.flatMap(({ prompts: prompts2 }) => prompts2));
  return (path) => {
    const { format, template } = readers.find(({ isOwn }) => isOwn(path)) ?? ownReading;
    return { format, template, byName: byName(path) };
  };
}

// src/read/read-included.ts
async function followDependencies(files, read3, findReading = findOwnReading) {
  const included = /* @__PURE__ */ new Map();
  const known4 = /* @__PURE__ */ new Set();
  let level = files.flatMap((file) => {
    const dependencies = formatOf(file, findReading(file.path))?.dependencies ?? null;
    return dependencies === null ? [] : [{ file, root: file.path, dependencies }];
  });
  for (let depth = 0; depth < maxDepth4 && level.length > 0; depth++) {
    const asked = level.flatMap(
      (reader) => (collectProblems([], () => reader.dependencies(reader.file, reader.root)) ?? []).map((one) => ({ one, reader }))
    );
    const possible = asked.flatMap(
      ({ one }) => one.isGlob ? [one] : listPlaces(one).map((path) => ({ ...one, path }))
    );
    const fresh = new Map(possible.filter(({ path }) => !included.has(path)).map((one) => [one.path, one]));
    const found = fresh.size === 0 ? /* @__PURE__ */ new Map() : await read3([...fresh.values()]);
    for (const [path, file] of found) included.set(path, file);
    level = asked.flatMap(
      ({ one, reader }) => [...included.values()].filter(buildTest(one)).flatMap((file) => {
        const id2 = JSON.stringify([reader.root, file.path]);
        if (known4.has(id2)) return [];
        known4.add(id2);
        return [{ ...reader, file }];
      })
    );
  }
  return included;
}
function buildTest(asked) {
  const matches = asked.isGlob ? buildMatcher([asked.path]) : (one) => listPlaces(asked).includes(one);
  return (file) => matches(file.path);
}
function expandPaths(tree, asked) {
  const expand2 = (glob) => selectPaths(tree, [glob]).slice(0, maxMatches + 1);
  return [...new Set(asked.flatMap(({ path, isGlob }) => isGlob ? expand2(path) : [path]))];
}
function readIncluded(repository, tree, files, findReading) {
  const read3 = (asked) => {
    const problems = asked.flatMap(({ path, where }) => {
      const link = findLink(tree, path);
      if (link === null) return [];
      const message = `reads ${quoteName(path)}, but ${link.path} is ${link.kind}, and those are never followed.`;
      return [buildProblem(message, "Commit the file itself under this path.", where)];
    });
    if (problems.length > 0) throw new UserError(problems);
    return readFiles(repository, tree, expandPaths(tree, asked));
  };
  return followDependencies(files, read3, findReading);
}
async function readDependencies(repository, tree, suites) {
  const readPaths = async (paths) => new Map((await Promise.all(paths.map((path) => readOrSkip(repository, tree, path)))).flat());
  const read3 = (asked) => readPaths(expandPaths(tree, asked));
  const found = suites.map(async (suite) => {
    const findReading = readingsOf([suite]);
    const mayRead = (path) => formatOfPath(path, findReading(path))?.dependencies !== null;
    const files = [...(await readPaths(selectPaths(tree, suite.prompts).filter(mayRead))).values()];
    return Promise.all(
      files.map(async (file) => {
        const included = await followDependencies([file], read3, findReading);
        const format = formatOf(file, findReading(file.path));
        const known4 = format && collectProblems([], () => findDependencies(format, file, included));
        return [file.path, known4?.paths ?? []];
      })
    );
  });
  return new Map((await Promise.all(found)).flat());
}
async function readOrSkip(repository, tree, path) {
  try {
    return [...await readFiles(repository, tree, [path])];
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return [];
  }
}

export {
  lookUpVariable,
  listVariables,
  renderTemplate,
  renderValue,
  dotpromptDialect,
  none,
  templateDialects,
  defaultDialect,
  dialectOf,
  shapingParameters,
  tokenLimits,
  canonicalParameter,
  isParameter,
  require_picomatch2 as require_picomatch,
  buildMatcher,
  selectPaths,
  buildChooser,
  listNamesAsked,
  mayShare,
  buildNamer,
  filesOf,
  buildGroup,
  RE2JS,
  compilePattern,
  builtInPath,
  withoutPlaces,
  key,
  required,
  group,
  mapping,
  schemasOf,
  listFields,
  readKeys,
  defaultsOf,
  resolvePath,
  resolveGlob,
  escapeGlob,
  isBuiltin,
  metricKeys,
  checkKeys,
  memberWeight,
  judgeKeys,
  metricName,
  panelKeys,
  membersKey,
  placeIn,
  outsideHint,
  rejectOutside,
  checkPathKeys,
  listPathKeys,
  buildCheck,
  kindOf2 as kindOf,
  buildJudge,
  buildPanel,
  rowChecks,
  buildRowCheck,
  selectConfigPath,
  isConfigPath,
  isConfigName,
  listStrayConfigs,
  anyFile,
  listDependencies,
  fileEntry,
  findLink,
  listSuspects,
  listNamed,
  ownReading,
  csv,
  parseSeparated,
  jsonl,
  promptFormats,
  formatOfPath,
  formatOf,
  parsePrompts,
  readFiles,
  findOwnReading,
  readingsOf,
  followDependencies,
  readIncluded,
  readDependencies
};
