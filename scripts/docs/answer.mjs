// The short answer at the top of docs/statistics.md: three rows of what is measured further down on the same page, so that no number is told twice.
import { hasTable, renewBlock } from './tables.mjs';

const sizes = [50, 100, 200];
const section = '### Against the usual gates';
const gates = { plain: '**default**', stored: '**default, five stored samples**', settle: '**`settle: 3`**' };

/** text with its short answer renewed; one without the markers comes back as it is. Throws where the page does not have what was measured. */
export function renewAnswer(text) {
  return hasTable(text, 'answer') ? renewBlock(text, 'answer', `\n${renderAnswer(text)}\n`) : text;
}

function renderAnswer(text) {
  const measured = readMeasured(text);
  const cell = (gate, column, cases) => measured(gate, column)[measured.cases.indexOf(cases)];
  const rows = sizes.map((cases) => [
    cases,
    ...Object.values(gates).map((gate) => cell(gate, 'no change: passed', cases)),
    cell(gates.plain, '−10: blocked', cases),
  ]);
  const header = ['cases', ...Object.keys(gates), 'found'];
  return [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** What a gate came to in a column of the table, a number for each of `cases`. */
function readMeasured(text) {
  const [, part] = text.split(`\n${section}\n`);
  const cases = /N = ([\d /]+) cases/.exec(part)?.[1].split(' / ').map(Number);
  const [header, , ...rows] = (part ?? '')
    .slice(part?.indexOf('\n| '))
    .trim()
    .split('\n\n')[0]
    .split('\n')
    .map((line) => line.split('|').map((one) => one.trim()));
  const read = (gate, column) => {
    const row = rows.find(([, name]) => name === gate);
    const numbers = row?.[header.indexOf(column)]?.split(' / ');
    if (cases === undefined || numbers?.length !== cases.length)
      throw new Error(`"${section}" has no "${column}" of ${gate}.`);
    return numbers;
  };
  return Object.assign(read, { cases: cases ?? [] });
}
