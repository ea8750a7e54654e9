import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/terminal/command.ts
var commandGroups = ["start", "measure", "judge", "files"];
function textFlag(flags, name) {
  const value = flags[name];
  return typeof value === "string" ? value : null;
}
function listFlag(flags, name) {
  const value = flags[name];
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
}

export {
  commandGroups,
  textFlag,
  listFlag
};
