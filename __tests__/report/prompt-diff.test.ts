import { describe, expect, it } from '@jest/globals';
import { type PromptRoom, renderPromptDiffs } from '../../src/report/comment/prompt-diff.ts';
import { renderHtmlPrompts } from '../../src/report/page/prompts.ts';
import type { PromptChanges, VariableReport } from '../../src/report/prompt-changes.ts';
import type { PromptReport } from '../../src/report/prompt-report.ts';
import { describeMessage, describeVariables, listChangeFacts } from '../../src/report/words/prompt-words.ts';
import { aMessageChange, aPromptReport, aReport, aSuiteReport, someChanges } from '../helpers/builders.ts';

const room: PromptRoom = { lines: 100, items: 20, typical: true };
const reportOf = (...prompts: readonly PromptReport[]) => aReport({ suites: [aSuiteReport({ prompts })] });
const render = (changes: Partial<PromptChanges>, own = room) =>
  renderPromptDiffs(reportOf(aPromptReport({ changes: someChanges(changes) })), own);

describe('the words of a change', () => {
  it.each<[string, Partial<PromptReport>, string]>([
    ['lines, model and tokens', {}, '+1 −1 lines, same model, measured 412 → 371 prompt tokens a call, −10 %'],
    ['nothing that was not measured', { promptTokens: null, baseline: null }, '+1 −1 lines'],
    ['the same text elsewhere', { changes: null, promptTokens: null }, 'same text, same model'],
    [
      'another model, also before a run',
      {
        changes: someChanges({
          messages: { shown: [], more: 0 },
          settings: { shown: [{ path: 'model', before: 'a', after: 'b' }], more: 2 },
        }),
        baseline: null,
        promptTokens: null,
      },
      'same messages, 3 settings, model a → b',
    ],
    [
      'how many messages, where not all are held',
      { changes: someChanges({ messages: { shown: [aMessageChange()], more: 40 } }), promptTokens: null },
      '41 messages, same model',
    ],
  ])('are %s', (_name, changes, expected) => {
    expect(listChangeFacts(aPromptReport(changes)).join(', ')).toBe(expected);
  });

  it('name a message by role and place', () => {
    const developer = { role: 'developer', place: 2 };
    const changed = aMessageChange({ candidate: developer, added: 0, removed: 0, lines: [] });
    expect(describeMessage(changed)).toBe('system → developer, message 2 (was 1): role changed');
    expect(describeMessage(aMessageChange({ change: 'removed', candidate: null }))).toBe('system, message 1: removed');
  });

  it('tell of variables what is new, gone and rarely filled', () => {
    const of = (name: string, readBy: VariableReport['readBy'], filled: number, column: string | null = name) =>
      ({ name, readBy, filled, column }) as const;
    const shown = [
      of('input', 'both', 100, 'question'),
      of('note', 'both', 12),
      of('lang', 'candidate', 100),
      of('order', 'candidate', 3, 'order_id'),
      of('year', 'candidate', 0, null),
      of('place', 'candidate', 100, null),
      of('tone', 'base', 100),
    ];
    expect(describeVariables({ shown, more: 1, rows: 100, unread: ['tone'] })).toEqual([
      'Newly reads `lang`.',
      'Newly reads `order` from the column `order_id`, which 3 of 100 rows fill.',
      'Newly reads `year`, which no row has.',
      'Newly reads `place` from its default.',
      'No longer reads `tone`. Unread now: column `tone`.',
      'Reads `note`, which 12 of 100 rows fill.',
      '1 more variable.',
    ]);
  });
});

describe('what changed in a prompt, in the comment', () => {
  it('stands once, however many suites run it, and by its name where a file has several', () => {
    const [one, other] = [aPromptReport(), aPromptReport({ id: 'other' })];
    const count = (...prompts: readonly PromptReport[]) =>
      renderPromptDiffs(reportOf(...prompts), room).match(/<summary>What changed in .*?\(/g);
    expect(count(one, one)).toEqual(['<summary>What changed in <code>prompts/triage.prompt.yml</code> (']);
    expect(count(one, other)?.[1]).toContain('</code> · <code>other</code> (');
  });

  it('counts what has no room', () => {
    const settings = {
      shown: Array.from({ length: 9 }, (_, index) => ({ path: `p${index}`, before: null, after: '1' })),
      more: 1,
    };
    const text = render({ settings }, { lines: 2, items: 3, typical: false });
    expect(text).toContain('@@ 2 more lines @@');
    expect(text).toContain('| p2 | – | 1 |\n| 7 more | | |');
  });

  it('shows a typical case in a fold of its own, while there is room', () => {
    const typical = { case: 'a', messages: { shown: [aMessageChange()], more: 0 } };
    expect(render({ typical })).toContain('<summary>As the case <code>a</code> sends it</summary>');
    expect(render({ typical }, { ...room, typical: false })).not.toContain('As the case');
  });

  it('breaks no table by what is in a value', () => {
    const settings = { shown: [{ path: 'stop[]', before: 'a | b\n| c', after: '`|`' }], more: 0 };
    expect(render({ settings })).toContain('| stop\\[\\] | a &#124; b &#124; c | \\`&#124;\\` |');
  });
});

describe('what changed in a prompt, on the page', () => {
  it('marks the words that differ', () => {
    const lines = [
      { kind: 'removed', text: 'We <will> pay.' },
      { kind: 'added', text: 'We <may> pay.' },
      { kind: 'gap', text: '3 equal lines' },
      { kind: 'added', text: 'Bye.' },
    ] as const;
    const changes = someChanges({ messages: { shown: [aMessageChange({ lines })], more: 2 } });
    const html = renderHtmlPrompts(reportOf(aPromptReport({ changes })));
    expect(html).toContain('<del dir="auto">We &lt;<mark>will</mark>&gt; pay.</del>');
    expect(html).toContain('<ins dir="auto">We &lt;<mark>may</mark>&gt; pay.</ins><small>… 3 equal lines …</small>');
    expect(html).toContain('<ins dir="auto">Bye.</ins></div><p>2 more messages</p>');
  });
});
