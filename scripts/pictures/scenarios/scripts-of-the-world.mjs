import { renderRows } from './shop.mjs';

const pairs = {
  ja: ['ランプが壊れて届きました。返金してください。', '返金'],
  ar: ['وصل المصباح مكسورًا، أريد استرداد أموالي (فاتورة 4471).', 'استرداد'],
  he: ['המנורה הגיעה שבורה, אני רוצה את הכסף בחזרה.', 'החזר'],
  el: ['Η λάμπα έφτασε σπασμένη, θέλω τα χρήματά μου πίσω.', 'επιστροφή'],
  de: ['Die Lampe kam zerbrochen an, ich möchte mein Geld zurück 🙁', 'Erstattung'],
};
const wrong = { ja: '請求', ar: 'فاتورة', he: 'חשבון', el: 'τιμολόγιο', de: 'Rechnung' };
const rows = Object.entries(pairs).flatMap(([language, [input, expected]]) =>
  Array.from({ length: 8 }, (_, index) => ({
    id: `${language}-返金-${index + 1}`,
    input: `${input} #${index + 1}`,
    expected,
    tags: [language],
  })),
);
const prompt = (text) =>
  `name: triage\nmessages:\n  - role: system\n    content: "${text}"\n  - role: user\n    content: "{{input}}"\n`;

export const scriptsOfTheWorld = {
  name: 'scripts',
  about: 'rows in five scripts, two of them from right to left',
  screen: ['❌', 'blocks merging', '多言語', 'triage', 'ラベル'],
  main: {
    'prompt-assay.yml': `version: 1
model: { id: small-1 }
suites:
  - name: 多言語
    prompts: prompts/triage.prompt.yml
    dataset: evals/rows.jsonl
    checks:
      - { name: ラベル, type: equals, expected: "{{ expected }}" }
`,
    'prompts/triage.prompt.yml': prompt('ラベルを一つ選んでください。返金は「返金」です。'),
    'evals/rows.jsonl': renderRows(rows),
  },
  change: { 'prompts/triage.prompt.yml': prompt('ラベルを一つ選んでください。') },
  answer: ({ body: { messages } }) => {
    const [{ content: system }, { content: input }] = messages;
    const { expected, tags } = rows.find((row) => row.input === input);
    return system.includes('返金') || !input.endsWith('1') ? expected : wrong[tags[0]];
  },
};
