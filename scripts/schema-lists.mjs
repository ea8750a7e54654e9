// The lists of keys in docs/config.md and docs/checks.md, made from the config's JSON Schema.

const TYPES = {
  string: 'text',
  number: 'number',
  integer: 'whole number',
  boolean: 'true or false',
  null: 'null',
  array: 'list',
  object: 'mapping',
};

/** Every list of keys by its name, as Markdown. */
export function renderKeyLists(schema) {
  const { properties: top } = schema;
  const suite = top.suites.items;
  const [check, judge] = [suite.properties.checks.items, suite.properties.judges.items];
  const blocks = {
    top: schema,
    model: top.model,
    judge: top.judge,
    budget: top.budget,
    prices: top.prices.additionalProperties,
    report: top.report,
    baseline: top.baseline,
    suite,
    gate: suite.properties.gate,
    check,
    'judge keys': judge,
    panel: suite.properties.panels.items,
    'min-score': check.properties['min-score'],
    ...ownKeys('check', check),
    ...ownKeys('judge', judge),
  };
  return new Map(Object.entries(blocks).map(([name, block]) => [name, renderList(block)]));
}

/** The page with every list between `<!-- keys NAME:start -->` and `<!-- keys NAME:end -->` renewed; names without a list throw. */
export function renewKeyLists(text, lists) {
  return text.replaceAll(/<!-- keys ([^>]+):start -->[\s\S]*?<!-- keys \1:end -->/g, (_, name) => {
    if (!lists.has(name)) throw new Error(`the schema has no keys named "${name}"`);
    return `<!-- keys ${name}:start -->\n${lists.get(name)}\n<!-- keys ${name}:end -->`;
  });
}

/** The names of the lists that a page has. */
export function findKeyLists(text) {
  return [...text.matchAll(/<!-- keys ([^>]+):start -->/g)].map((match) => match[1]);
}

const typeOf = (branch) => branch.if.properties.type.const;

function ownKeys(what, metric) {
  const blocks = metric.allOf.map((branch) => {
    const own = Object.entries(branch.then.properties).filter(([key]) => !(key in metric.properties));
    return [`${what} ${typeOf(branch)}`, { properties: Object.fromEntries(own), required: branch.then.required }];
  });
  return Object.fromEntries(blocks.filter(([, { properties }]) => Object.keys(properties).length > 0));
}

function renderList({ properties, required = [] }) {
  return Object.entries(properties)
    .map(([key, property]) => {
      const standard = required.includes(key) ? 'required' : renderDefault(property);
      const shape = [renderType(property), standard].filter((part) => part !== null).join('; ');
      return `- **\`${key}\`** (${shape}): ${property.description}`;
    })
    .join('\n');
}

function renderType({ const: only, enum: words, type }) {
  if (only !== undefined) return `\`${only}\``;
  if (words !== undefined) return words.map((word) => `\`${word}\``).join(', ');
  const names = [type].flat().map((name) => TYPES[name]);
  return names.length === Object.keys(TYPES).length - 1 ? 'anything' : names.join(' or ');
}

function renderDefault({ default: value }) {
  if (value === undefined) return null;
  return `default \`${typeof value === 'string' ? value : JSON.stringify(value).replaceAll(',', ', ')}\``;
}
