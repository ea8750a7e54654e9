import { type Ground, keyOfGround, type WeighedGround } from './ground.ts';

/** What a person took as given. */
export interface Acceptance {
  /** Who or what says so, as a sentence has it: `@grace`, `--accept`. */
  readonly by: string;
  readonly covers: (ground: Ground) => boolean;
}

/** Covers the grounds that were accepted and no new one. A ground accepted as inconclusive is not covered as a fail; nothing covers what is invalid. */
export function acceptGrounds(by: string, accepted: readonly Ground[]): Acceptance {
  const known = new Set(accepted.map((ground) => `${ground.verdict} ${keyOfGround(ground)}`));
  const isKnown = (verdict: Ground['verdict'], ground: Ground) => known.has(`${verdict} ${keyOfGround(ground)}`);
  return {
    by,
    covers: (ground) =>
      ground.verdict !== 'invalid' &&
      (isKnown('fail', ground) || (ground.verdict === 'inconclusive' && isKnown('inconclusive', ground))),
  };
}

/** Covers what of the gate would shrink under one of these names. */
export function acceptNames(by: string, names: readonly string[]): Acceptance {
  return {
    by,
    covers: (ground) => ground.verdict === 'fail' && listNames(ground).some((name) => names.includes(name)),
  };
}

/** The names under which a ground can be taken as given: rows by their dataset or suite, a prompt by its own, an answer key by its column; none for what is no shrink. */
export function listNames({ kind, suite, prompt, subject }: Ground): readonly string[] {
  const names = { rows: [subject, suite], prompt: [prompt, subject], 'answer-key': [subject] };
  const own: readonly (string | null)[] = kind in names ? names[kind as keyof typeof names] : [];
  return own.filter((name) => name !== null);
}

/** True where nothing that blocks is left after what was accepted. */
export function isGreenFor(acceptance: Acceptance | null, grounds: readonly WeighedGround[]): boolean {
  return grounds.every((ground) => !ground.blocks || acceptance?.covers(ground) === true);
}
