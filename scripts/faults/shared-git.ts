import { createHash } from 'node:crypto';
import type { TestGit } from '../../__tests__/helpers/fake-github/git.ts';
import type { Objects } from '../../__tests__/helpers/fake-github/objects.ts';

/** Branches and other refs by their full name; null for one that is not there. */
export type Refs = Map<string, string | null>;

/** What one repository answered: objects never change, so that an answer stays right. */
export type Answers = Map<string, Promise<Buffer>>;

/**
 * One repository for many stories at once. Its objects are common; where the refs point is each story's own, in memory. Questions are
 * answered once.
 */
export function shareGit(git: TestGit, objects: Objects, answers: Answers, refs: Refs): TestGit {
  const ask: TestGit = (args, options = {}) => {
    const key = createHash('sha1')
      .update(JSON.stringify(args))
      .update(options.input ?? '')
      .digest('hex');
    const known = answers.get(key);
    if (known !== undefined) return known;
    const asked = git(args, options);
    answers.set(key, asked);
    asked.catch(() => answers.delete(key));
    return asked;
  };
  const { find } = shareObjects(objects, refs);
  return async (args, options) => {
    const [command, name = '', sha = '', old = ''] = args;
    if (command !== 'update-ref') return ask(args, options);
    const now = await find(name);
    if ((now ?? '0'.repeat(40)) !== old) throw new Error(`${name} is at ${now}`);
    refs.set(name, sha);
    return Buffer.from('');
  };
}

/** The common objects, found by each story's own refs. */
export function shareObjects(objects: Objects, refs: Refs): Objects {
  return {
    ...objects,
    find: async (expression) => {
      const own = refs.get(expression);
      return own === undefined ? objects.find(expression) : own;
    },
  };
}
