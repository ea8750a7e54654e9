import { isJsonNumber } from '../../json.ts';
import { hintKnown, quoteName } from '../../text/problems.ts';
import { note, type Opened } from './notes.ts';
import { isGiven, membersOf } from './part.ts';

/** What is read, and what says how promptfoo itself runs, shows and stores. */
const known = [
  'description',
  'prompts',
  'providers',
  'targets',
  'tests',
  'defaultTest',
  'scenarios',
  'assertionTemplates',
  'testing_criteria',
  'data_source_config',
  'evaluateOptions',
  'commandLineOptions',
  'outputPath',
  'sharing',
  'tags',
  'metadata',
  'derivedMetrics',
  'writeLatestResults',
  '$schema',
];
/** What would change prompts or answers, and why it does not here. */
const unread: ReadonlyMap<string, readonly [string, string]> = new Map([
  ['env', ['is not read', 'Keys and endpoints come from the environment and the config of this gate.']],
  ['nunjucksFilters', ['is not read: filters are code', 'Write what they make into the prompt or the variables.']],
  ['extensions', ['is not run: hooks are code', 'Write what they make into the prompts or the tests.']],
  ['redteam', ['is not read: attacks are not made here', 'Write the tests that matter under "tests".']],
  ['tracing', ['is not read: nothing is traced', 'Remove it, or keep it for promptfoo.']],
]);

/** Says of the keys of a config which are not read, and what to write where the config asks for repeats. */
export function noteTopKeys(opened: Opened): void {
  for (const [key, part] of membersOf(opened.root)) {
    const [what, hint] = unread.get(key) ?? [];
    if (what !== undefined && hint !== undefined) note(opened, 'warnings', part, `"${key}" ${what}.`, hint);
    else if (!known.includes(key)) {
      note(opened, 'warnings', part, `${quoteName(key)} is unknown and ignored.`, hintKnown(key, known));
    }
  }
  const options = [opened.root.child('evaluateOptions'), opened.root.child('defaultTest').child('options')];
  for (const repeat of options.map((part) => part.child('repeat')).filter(isGiven)) {
    if (!isJsonNumber(repeat.value) || repeat.value <= 1) continue;
    const message = `asks each test ${repeat.value} times, which a prompt file does not decide here.`;
    note(opened, 'guesses', repeat, message, `Write "samples: ${repeat.value}" in the suite of a config.`);
  }
}
