import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  wrap
} from "./shared.report.console.cells.js";

// src/report/console/screen.ts
var codes = { bold: [1, 22], dim: [2, 22], red: [31, 39], green: [32, 39], yellow: [33, 39] };
var leastColumns = 32;
var unknownColumns = 100;
function chooseWidth(columns) {
  return columns === null || columns === 0 ? unknownColumns : Math.max(leastColumns, columns);
}
function openScreen({ columns, colour, links }) {
  return {
    width: chooseWidth(columns),
    paint: (style, text) => colour ? `\x1B[${codes[style][0]}m${text}\x1B[${codes[style][1]}m` : text,
    link: (text, address) => {
      if (!links || address === null) return text;
      return `\x1B]8;;${address.replace(/[^\x21-\x7E]/gu, encodeUnseen)}\x1B\\${text}\x1B]8;;\x1B\\`;
    }
  };
}
function encodeUnseen(character) {
  return encodeURIComponent(character.replace(new RegExp("\\p{Surrogate}", "u"), "�"));
}
function wrapAfter(screen, style, word, text) {
  const lead = `${word}  `;
  const [first = "", ...others] = wrap(text, screen.width, lead, " ".repeat(Math.min(lead.length, 8)));
  return [screen.paint(style, word) + first.slice(word.length), ...others];
}

export {
  chooseWidth,
  openScreen,
  wrapAfter
};
