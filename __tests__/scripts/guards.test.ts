import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const root = resolve(import.meta.dirname, '../..');
const { removeGuard } = await import(resolve(root, 'scripts/guards/remove-guard.mjs'));
const { threats } = await import(resolve(root, 'scripts/guards/threats.mjs'));

interface Threat {
  readonly attack: string;
  readonly remove: readonly { readonly file: string; readonly find: string; readonly replace: string }[];
  readonly test: { readonly file: string; readonly name: string };
}

const read = async (file: string) => [file, await readFile(resolve(root, file), 'utf8')] as const;

describe('removeGuard', () => {
  const threat = (find: string) => ({ attack: 'x', remove: [{ file: 'a.ts', find, replace: '$&' }] });
  const texts = new Map([['a.ts', 'one two two']]);

  it('changes the text that is the guard and nothing else', () => {
    expect([...removeGuard(threat('one'), texts)]).toEqual([['a.ts', '$& two two']]);
  });

  it.each([
    ['three', 'is not there'],
    ['two', 'is there more than once'],
  ])('refuses "%s": it %s', (find, words) => {
    expect(() => removeGuard(threat(find), texts)).toThrow(`a.ts: the guard against "x" ${words}`);
  });
});

describe('the threat model', () => {
  it.each((threats as readonly Threat[]).map((threat) => [threat.attack, threat] as const))(
    'names its guard and its test: %s',
    async (_attack, threat) => {
      const texts = new Map(await Promise.all(threat.remove.map(({ file }) => read(file))));
      expect(removeGuard(threat, texts)).not.toEqual(texts);
      expect(threat.test.name).not.toBe('');
      await expect(read(threat.test.file)).resolves.toBeDefined();
    },
  );

  it('tells each threat once', () => {
    const attacks = (threats as readonly Threat[]).map(({ attack }) => attack);
    expect([...new Set(attacks)]).toEqual(attacks);
  });
});
