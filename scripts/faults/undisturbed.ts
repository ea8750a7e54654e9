import { join } from 'node:path';
import type { FakeGithub } from '../../__tests__/helpers/fake-github/server.ts';
import { listPlaces, type Place } from './places.ts';
import { findBroken } from './rules.ts';
import { type Ended, runStory } from './run-story.ts';
import type { Refs } from './shared-git.ts';
import type { Stage } from './stage.ts';
import type { Story } from './stories.ts';

/** A story as it goes where GitHub is well. */
export interface Undisturbed {
  readonly story: Story;
  readonly places: readonly Place[];
  /** Calls of models. */
  readonly calls: number;
  /** What the refs are before it. */
  readonly refs: Refs;
}

/** Tells every story once, in their order; throws where one does not come to its truth. */
export async function tellUndisturbed(stage: Stage): Promise<readonly Undisturbed[]> {
  const told: Undisturbed[] = [];
  const left = new Map<string | null, Refs>([[null, stage.untouched]]);
  for (const story of stage.stories) {
    const before: Refs = new Map(left.get(story.after));
    const refs: Refs = new Map(before);
    await stage.withGithub(refs, async (github) => {
      const ended = await runStory(story, github, join(stage.folder, 'undisturbed'));
      const { calls } = ended;
      const baseline = await stage.readBaseline(refs);
      const broken = [
        ...findBroken({ story, ended, github, struck: new Set(), calls, baseline }),
        ...findUntrue(story, ended, github),
      ];
      const where = `${story.name}, undisturbed: ${broken.join('; ')}\n${ended.lines.join('\n')}`;
      if (broken.length > 0) throw new Error(where);
      told.push({ story, places: listPlaces(github.requests), calls, refs: before });
    });
    left.set(story.name, refs);
  }
  return told;
}

/** What a run lacks that nothing disturbed. */
export function findUntrue(
  { truth, hasComment }: Story,
  { outputs }: Ended,
  { comments }: FakeGithub,
): readonly string[] {
  return [
    outputs.verdict !== truth && `the verdict is ${outputs.verdict}`,
    comments.length !== (hasComment ? 1 : 0) && `${comments.length} comments`,
    hasComment && !isRecorded(comments) && 'no record of the verdict',
  ].filter((one) => one !== false);
}

/** True where a comment keeps the verdict, so that nothing may be drawn again. */
export function isRecorded(comments: FakeGithub['comments']): boolean {
  return comments.some(({ body }) => body.includes('"verdict":"fail"'));
}
