import type { Stratum } from '../cases/census.ts';
import type { Share } from '../cases/choose.ts';
import type { ImportFacts } from '../cases/import-records.ts';
import type { RedactionCounts } from '../cases/redaction.ts';
import { renderProblem } from '../errors.ts';
import { count } from '../text/prose.ts';
import { revealText } from './escape.ts';
import { formatCount } from './words/numbers.ts';

/** The most groups that are told of. */
const maxGroups = 20;

const nouns: { readonly [kind in keyof RedactionCounts]-?: readonly [string, string?] } = {
  key: ['key'],
  email: ['e-mail address', 'e-mail addresses'],
  iban: ['account number'],
  card: ['card number'],
  ip: ['IP address', 'IP addresses'],
  phone: ['phone number'],
};

/** What `import` made of records in plain lines: rows, what they are of, what was taken out of them, and what was left out. */
export function renderImport(facts: ImportFacts, rows: number, out: string | null): string {
  const { records, formats, questions, shares } = facts;
  const groups = shares.slice(0, maxGroups).map(describeShare);
  const lines = [
    `${count(records, 'record')} (${formats.join(', ')}), ${count(questions, 'question')}, ${count(rows, 'row')}${out === null ? '' : ` in ${out}`}.`,
    ...groups,
    ...(shares.length > maxGroups ? [`  and ${count(shares.length - maxGroups, 'group')} more`] : []),
    `Taken out of the rows: ${listRedacted(facts.redacted)}.`,
    ...listLeftOut(facts),
    'Read the rows before you commit them, and say what is right: prompt-assay label --dataset FILE.',
  ];
  return `${lines.map(revealText).join('\n')}\n`;
}

function describeShare({ stratum, questions, rows, bad, badRows }: Share): string {
  const worst = bad === 0 ? '' : `; ${formatCount(badRows)} of ${formatCount(bad)} that failed or got a thumbs-down`;
  return `  ${nameStratum(stratum)}: ${count(rows, 'row')} of ${count(questions, 'question')}${worst}`;
}

function nameStratum(stratum: Stratum): string {
  const parts = Object.entries(stratum).map(([facet, value]) => (value === null ? `no ${facet}` : `${facet} ${value}`));
  return parts.length === 0 ? 'all' : parts.join(', ');
}

function listRedacted(redacted: RedactionCounts): string {
  const found = (Object.keys(nouns) as (keyof RedactionCounts)[]).flatMap((kind) => {
    const number = redacted[kind] ?? 0;
    return number === 0 ? [] : [count(number, ...nouns[kind])];
  });
  return found.length === 0 ? 'nothing' : found.join(', ');
}

function listLeftOut(facts: ImportFacts): readonly string[] {
  const { duplicates, beyondSample, unusable, unfit, firstWithoutContent: first } = facts;
  const reasons: readonly (readonly [number, string])[] = [
    [duplicates, 'ask what another record asks'],
    [beyondSample, 'ask what the sample has no room for (--rows)'],
    [unusable.otherPrompt, 'are of another prompt'],
    [unusable.withoutContent, 'have neither variables nor messages'],
    [unusable.failedWithoutContent, 'failed, and have neither variables nor messages'],
    [unfit.count, `are no rows; the first: ${unfit.first === null ? '' : renderProblem(unfit.first)}`],
  ];
  const found = reasons.filter(([number]) => number > 0);
  return [
    found.length === 0 ? 'Nothing was left out.' : 'Left out:',
    ...found.map(([number, reason]) => `  ${formatCount(number)} ${reason}`),
    ...(first === null ? [] : [`  The first with neither variables nor messages is ${first.path}:${first.line}.`]),
  ];
}
