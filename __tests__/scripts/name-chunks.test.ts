import { describe, expect, it } from '@jest/globals';
import { nameChunks, renameChunks } from '../../scripts/name-chunks.mjs';

/** An output of esbuild's metafile that holds these modules and imports these outputs. */
function anOutput(inputs: readonly string[], imports: readonly string[] = [], entryPoint?: string) {
  return {
    inputs: Object.fromEntries(inputs.map((path) => [path, {}])),
    imports: imports.map((path) => ({ path, kind: 'import-statement' })),
    ...(entryPoint === undefined ? {} : { entryPoint }),
  };
}

describe('nameChunks', () => {
  it.each([
    {
      name: 'a chunk behind an import() by the module it stands for',
      output: anOutput(['node_modules/a/a.js', 'src/report/page/html.ts'], [], 'src/report/page/html.ts'),
      as: 'report.page.html.js',
    },
    {
      name: 'a shared chunk by the first of our own modules, whatever their order',
      output: anOutput(['node_modules/a/a.js', 'src/text/places.ts', 'src/gate/looks.ts']),
      as: 'shared.gate.looks.js',
    },
    {
      name: 'a chunk of packages by the first of their modules',
      output: anOutput(['node_modules/b/node_modules/c/lib/c.cjs', 'node_modules/b/z.js']),
      as: 'shared.c.lib.c.js',
    },
    {
      name: 'an import() whose module lies in a shared chunk',
      output: anOutput([], ['dist/chunks/chunk-B.js'], 'src/json.ts'),
      as: 'json.js',
    },
  ])('names $name', ({ output, as }) => {
    expect([...nameChunks({ 'dist/index.js': anOutput([]), 'dist/chunks/x-A.js': output })]).toEqual([
      ['dist/chunks/x-A.js', `dist/chunks/${as}`],
    ]);
  });

  it('refuses one name for two chunks', () => {
    const outputs = { 'dist/chunks/x-A.js': anOutput(['src/a/b.ts']), 'dist/chunks/x-B.js': anOutput(['src/a.b.ts']) };
    expect(() => nameChunks(outputs)).toThrow('dist/chunks/shared.a.b.js');
  });
});

describe('renameChunks', () => {
  const outputs = {
    'dist/index.js': anOutput(['src/index.ts'], ['dist/chunks/run-A.js', 'dist/chunks/chunk-B.js', 'node:fs']),
    'dist/chunks/run-A.js': anOutput(['src/run.ts'], ['dist/chunks/chunk-B.js'], 'src/run.ts'),
    'dist/chunks/chunk-B.js': anOutput(['src/json.ts']),
  };
  const load = 'await import("./chunks/run-A.js")';

  it('rewrites files and imports, and nothing else', () => {
    const files = renameChunks(
      [
        ['dist/index.js', `import {\n  x\n} from "./chunks/chunk-B.js";\nimport "node:fs";\n${load}; "./json.js"`],
        ['dist/chunks/run-A.js', 'import { x } from "./chunk-B.js";\nexport { x };'],
        ['dist/chunks/chunk-B.js', 'export { x };'],
      ],
      outputs,
    );
    expect(files).toEqual([
      [
        'dist/index.js',
        'import {\n  x\n} from "./chunks/shared.json.js";\nimport "node:fs";\nawait import("./chunks/run.js"); "./json.js"',
      ],
      ['dist/chunks/run.js', 'import { x } from "./shared.json.js";\nexport { x };'],
      ['dist/chunks/shared.json.js', 'export { x };'],
    ]);
  });

  it('refuses an import that it cannot rewrite', () => {
    expect(() => renameChunks([['dist/index.js', "import './chunks/run-A.js';"]], outputs)).toThrow(
      'dist/index.js still names dist/chunks/run-A.js',
    );
  });
});
