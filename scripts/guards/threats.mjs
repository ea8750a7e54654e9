import { baselines } from './baselines.mjs';
import { clone } from './clone.mjs';
import { draws } from './draws.mjs';
import { endpoint } from './endpoint.mjs';
import { files } from './files.mjs';
import { github } from './github.mjs';
import { goalposts } from './goalposts.mjs';
import { outputs } from './outputs.mjs';
import { people } from './people.mjs';
import { records } from './records.mjs';
import { scores } from './scores.mjs';
import { secrets } from './secrets.mjs';
import { shown } from './shown.mjs';
import { spending } from './spending.mjs';
import { supply } from './supply.mjs';

/**
 * The threat model: areas {title, threats}. A threat is {attack, seen, guard, remove, test}: what is tried or breaks, what the
 * user sees, what guards against it, in words; the edits {file, find, replace} that take the guard away, each `find` a text
 * that stands exactly once in its file; and the test that fails then, where `name` is a part of its full name.
 */
export const areas = [
  goalposts,
  endpoint,
  spending,
  people,
  outputs,
  draws,
  scores,
  files,
  shown,
  secrets,
  records,
  github,
  clone,
  baselines,
  supply,
];

/** All threats, in order. */
export const threats = areas.flatMap((area) => area.threats);
