// Every test of the mutated rooms in one file: most of a mutant's time would go into loading the same modules file by file.
// Tests of size are left out: they take too long over instrumented code.
import { readdirSync } from 'node:fs';

const tests = new URL('../../__tests__/', import.meta.url);
for (const folder of ['statistics/', 'gate/']) {
  const files = readdirSync(new URL(folder, tests)).filter(
    (name) => name.endsWith('.test.ts') && name !== 'size.test.ts',
  );
  for (const name of files.sort()) await import(new URL(folder + name, tests).href);
}
