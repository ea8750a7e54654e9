import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  UserError
} from "./shared.errors.js";

// src/terminal/own-path.ts
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
function findOwnPath(path) {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, path))) {
    const parent = dirname(folder);
    if (parent === folder) {
      const hint = "Run the command from the package, or from a clone of Prompt Assay.";
      throw UserError.of(`${path} did not come with this tool.`, hint);
    }
    folder = parent;
  }
  return join(folder, path);
}

export {
  findOwnPath
};
