import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/text/append-lines.ts
function appendLines(text, added) {
  const known = new Set(text.split("\n"));
  const fresh = added.split("\n").filter((line) => line !== "" && !known.has(line));
  if (fresh.length === 0) return text;
  const start = text === "" || text.endsWith("\n") ? text : `${text}
`;
  return `${start}${[...new Set(fresh)].join("\n")}
`;
}

export {
  appendLines
};
