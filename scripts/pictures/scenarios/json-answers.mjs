import { chance } from './chance.mjs';
import { renderRows } from './shop.mjs';

const people = ['Ann Smith', 'Bo Chen', 'Cleo Diaz', 'Dev Patel', 'Eva Novak', 'Finn Berg'];
const goods = ['desk lamp', 'kettle', 'backpack', 'headphones', 'blender'];
const tiers = ['bronze', 'silver', 'gold'];

const orders = Array.from({ length: 48 }, (_, index) => {
  const [name, item] = [people[index % people.length], goods[index % goods.length]];
  const [quantity, cents] = [1 + (index % 3), 1999 + 500 * (index % 7)];
  const tier = tiers[index % tiers.length];
  const total = (quantity * cents) / 100;
  const input = `${name} (${tier} customer) orders ${quantity} × ${item} at ${cents / 100}, to 12 Mill Lane, Leeds LS1 4AP.`;
  return { id: `order-${String(index + 1).padStart(3, '0')}`, input, expected: { name, tier, item, quantity, total } };
});

function renderAnswer({ name, tier, item, quantity, total }) {
  const address = { street: '12 Mill Lane', city: 'Leeds', zip: 'LS1 4AP' };
  const items = [{ item, quantity, fragile: item === 'desk lamp' }];
  return JSON.stringify({ customer: { name, tier, address }, items, total, currency: 'GBP' });
}

const prompt = (rule) => `name: extract
messages:
  - role: system
    content: "Extract the order as JSON. ${rule}"
  - role: user
    content: "{{input}}"
`;

export const jsonAnswers = {
  name: 'json',
  about: 'nested JSON on one line, in which two fields go wrong',
  screen: ['❌', 'blocks merging', 'orders', 'extract', 'total', 'tier'],
  isWhole: true,
  main: {
    'prompt-assay.yml': `version: 1
model: { id: small-1 }
suites:
  - name: orders
    prompts: prompts/extract.prompt.yml
    dataset: evals/orders.jsonl
    checks:
      - { name: total, type: equals, path: /total, expected: "{{ expected.total }}" }
      - { name: tier, type: equals, path: /customer/tier, expected: "{{ expected.tier }}" }
`,
    'prompts/extract.prompt.yml': prompt('Totals are without delivery.'),
    'evals/orders.jsonl': renderRows(orders),
  },
  change: { 'prompts/extract.prompt.yml': prompt('Add five pounds for delivery where it is due.') },
  answer: ({ body: { messages } }) => {
    const [{ content: system }, { content: input }] = messages;
    const { id, expected } = orders.find((order) => order.input === input);
    if (!system.includes('delivery where')) return renderAnswer(expected);
    const tier = chance('tier', id) < 0.3 ? 'gold' : expected.tier;
    const total = chance('total', id) < 0.4 ? expected.total + 5 : expected.total;
    return renderAnswer({ ...expected, tier, total });
  },
};
