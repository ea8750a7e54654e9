// What is written down elsewhere: inputs and outputs in action.yml, the threats in scripts/guards.

/** A page has these blocks between markers such as `<!-- inputs:start -->` and `<!-- inputs:end -->`, each with where its words are. */
export const blocks = { inputs: 'action.yml', outputs: 'action.yml', threats: 'scripts/guards/threats.mjs' };

/**
 * text with the blocks between its markers renewed; one without markers comes back as it is.
 * action: the parsed action.yml. areas: those of the threat model.
 */
export function renewTables(text, action, areas) {
  const rendered = {
    inputs: renderInputs(action.inputs ?? {}),
    outputs: renderOutputs(action.outputs ?? {}),
    threats: renderThreats(areas),
  };
  return Object.entries(rendered).reduce((renewed, [name, block]) => renewBlock(renewed, name, block), text);
}

/** Whether the text has the two markers around the block of that name. */
export function hasTable(text, name) {
  return text.includes(`<!-- ${name}:start -->`) && text.includes(`<!-- ${name}:end -->`);
}

/** text with what stands between the markers of that name replaced; one without them comes back as it is. */
export function renewBlock(text, name, content) {
  if (!hasTable(text, name)) return text;
  const block = new RegExp(`<!-- ${name}:start -->[\\s\\S]*?<!-- ${name}:end -->`);
  return text.replace(block, () => `<!-- ${name}:start -->\n${content}\n<!-- ${name}:end -->`);
}

function renderInputs(inputs) {
  const rows = Object.entries(inputs).map(([name, { description, required, default: value }]) => {
    const standard = required ? 'required' : value === undefined || value === '' ? '' : `\`${value}\``;
    return [`\`${name}\``, description, standard];
  });
  return renderTable(['Input', 'What it does', 'Default'], rows);
}

function renderOutputs(outputs) {
  const rows = Object.entries(outputs).map(([name, { description }]) => [`\`${name}\``, description]);
  return renderTable(['Output', 'What it holds'], rows);
}

/** A list: four columns with paths in them fit no phone. */
function renderThreats(areas) {
  return areas
    .map(({ title, threats }) => {
      const items = threats.map(({ attack, seen, guard, remove, test }) => {
        const files = [...new Set(remove.map(({ file }) => `\`${file}\``))];
        const story = `You see: ${seen}. Guard: ${guard} (${files.join(', ')}). Test: \`${test.file}\`.`;
        return `- **${oneLine(attack)}.** ${oneLine(story)}`;
      });
      return `### ${title}\n\n${items.join('\n')}`;
    })
    .join('\n\n');
}

function renderTable(header, rows) {
  const line = (cells) => `| ${cells.map(renderCell).join(' | ')} |`.replaceAll(/ +\|/g, ' |');
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}

const renderCell = (value) => oneLine(value).replaceAll('|', '\\|');

const oneLine = (value) => String(value).trim().replaceAll(/\s+/g, ' ');
