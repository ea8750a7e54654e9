import { renderJsonText, renderOutputText } from '../diff/output-text.ts';
import { oneLine, revealText } from '../escape.ts';
import type { Report } from '../report.ts';
import type { WholeAnswer, WholeCase } from '../whole-case.ts';
import { anchorOf } from '../words/anchor.ts';
import { findMetric, nameSide } from '../words/grouping.ts';
import { describeScores } from '../words/words.ts';
import { cutMiddle, wrap } from './cells.ts';
import type { PageLink } from './page-link.ts';
import type { Screen } from './screen.ts';
import { plainSigns } from './signs.ts';

const indent = '  ';

/** Cases that somebody asked to see, each with its row and every answer of both sides, whole. */
export function renderWholeCases(
  report: Report,
  cases: readonly WholeCase[],
  page: PageLink | null,
  screen: Screen,
): readonly string[] {
  return cases.flatMap((entry, index) => [...(index === 0 ? [] : ['']), ...renderWhole(report, entry, page, screen)]);
}

function renderWhole(report: Report, entry: WholeCase, page: PageLink | null, screen: Screen): readonly string[] {
  const { suite, prompt, tags, critical, input, expected } = entry;
  const row = report.cases.find((one) => one.case === entry.case && one.suite === suite && one.prompt === prompt);
  const address = page === null || row === undefined ? null : page.address + anchorOf(suite, prompt, entry.case);
  const facts = [row?.label ?? 'no difference', ...(critical ? ['critical'] : []), ...new Set([suite, prompt])];
  const field = (name: string, text: string) => renderText(`${name}: ${text}`, screen, indent);
  const side = (name: string, answers: readonly WholeAnswer[]) =>
    answers.flatMap((answer, index) => {
      const place = answers.length > 1 ? `, answer ${index + 1} of ${answers.length}` : '';
      return renderAnswer(report, entry, `${name}${place}`, answer, screen);
    });
  return [
    screen.link(screen.paint('bold', cutMiddle(oneLine(entry.case), screen.width)), address),
    ...wrap(oneLine(facts.join(' · ')), screen.width, indent),
    ...(input === null ? [] : field('input', renderJsonText(input))),
    ...(expected === null ? [] : field('expected', renderJsonText(expected))),
    ...(tags.length === 0 ? [] : field('tags', tags.join(', '))),
    ...side(nameSide(report.base, 'baseline'), entry.baseline),
    ...side(nameSide(report.head, 'candidate'), entry.candidate),
  ];
}

function renderAnswer(
  report: Report,
  entry: WholeCase,
  who: string,
  { output, fault, scores }: WholeAnswer,
  screen: Screen,
): readonly string[] {
  const told = scores.flatMap(({ metric, score, reason }) => {
    const row = findMetric(report, entry, metric);
    if (row?.refused === true) return [];
    return [`${metric}: ${plainSigns(describeScores([score], row))}${reason === null ? '' : `, ${reason}`}`];
  });
  return [
    ...wrap(oneLine(who), screen.width, indent).map((line) => screen.paint('dim', line)),
    ...(output === null && fault === null ? [] : renderText(fault ?? renderOutputText(output), screen, `${indent}  `)),
    ...told.flatMap((line) => wrap(oneLine(line), screen.width, `${indent}  → `, `${indent}    `)),
  ];
}

/** Every line of a text, with its blanks in front. */
function renderText(text: string, screen: Screen, begin: string): readonly string[] {
  return revealText(text)
    .trimEnd()
    .split('\n')
    .flatMap((line) => {
      const plain = line.replaceAll('\t', '  ').trimEnd();
      const own = (/^ */.exec(plain)?.[0] ?? '').slice(0, Math.floor(screen.width / 3));
      return plain === '' ? [''] : wrap(plain.trimStart(), screen.width, begin + own, `${begin}${own}`);
    });
}
