import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UserError } from '../errors.ts';

/** A file or folder that comes with this tool: it lies beside the bundle, and beside the sources in a checkout. Throws a UserError where it is gone. */
export function findOwnPath(path: string): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, path))) {
    const parent = dirname(folder);
    if (parent === folder) {
      const hint = 'Run the command from the package, or from a clone of Prompt Assay.';
      throw UserError.of(`${path} did not come with this tool.`, hint);
    }
    folder = parent;
  }
  return join(folder, path);
}
