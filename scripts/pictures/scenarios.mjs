import { accepted } from './scenarios/accepted.mjs';
import { badConfig } from './scenarios/bad-config.mjs';
import { critical } from './scenarios/critical.mjs';
import { dearer } from './scenarios/dearer.mjs';
import { fail } from './scenarios/fail.mjs';
import { firstContact } from './scenarios/first-contact.mjs';
import { jsonAnswers } from './scenarios/json-answers.mjs';
import { longAnswers } from './scenarios/long-answers.mjs';
import { mended } from './scenarios/mended.mjs';
import { open, openBlocks } from './scenarios/open.mjs';
import { outage } from './scenarios/outage.mjs';
import { pass } from './scenarios/pass.mjs';
import { refusals } from './scenarios/refusals.mjs';
import { removed } from './scenarios/removed.mjs';
import { scriptsOfTheWorld } from './scenarios/scripts-of-the-world.mjs';
import { suitesOfMany } from './scenarios/suites.mjs';

/** What pictures are made of, each a small repository with a change, and a stand-in for its model. */
export const scenarios = [
  fail,
  pass,
  open,
  openBlocks,
  outage,
  badConfig,
  firstContact,
  suitesOfMany,
  jsonAnswers,
  longAnswers,
  accepted,
  removed,
  mended,
  critical,
  dearer,
  refusals,
  scriptsOfTheWorld,
];
