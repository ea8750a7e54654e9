import { expect, it } from '@jest/globals';
import { knowsLinks } from '../../src/terminal/hyperlinks.ts';

it.each([
  ['nothing is known of', {}, 80, false],
  ['VTE', { VTE_VERSION: '7600' }, 80, true],
  ['a VTE that breaks on them', { VTE_VERSION: '5000' }, 80, false],
  ['Windows Terminal', { WT_SESSION: 'x' }, 80, true],
  ['kitty', { TERM: 'xterm-kitty' }, 80, true],
  ['WezTerm', { TERM_PROGRAM: 'WezTerm' }, 80, true],
  ["Apple's terminal", { TERM_PROGRAM: 'Apple_Terminal' }, 80, false],
  ['a pipe out of one that has them', { WT_SESSION: 'x' }, null, false],
  ['a pipe without colour', { WT_SESSION: 'x', NO_COLOR: '1' }, null, false],
  ['a job', { WT_SESSION: 'x', CI: 'true' }, 80, false],
  ['a dumb terminal', { VTE_VERSION: '7600', TERM: 'dumb' }, 80, false],
  ['one that somebody knows better', { FORCE_HYPERLINK: '1' }, null, true],
  ['one where somebody wants none', { FORCE_HYPERLINK: '0', WT_SESSION: 'x' }, 80, false],
])('%s', (_name, env, columns, expected) => {
  expect(knowsLinks({ env, columns })).toBe(expected);
});
