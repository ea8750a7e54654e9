// The tables of inputs and outputs, whose words live in action.yml.

/**
 * text with the tables between its `<!-- inputs:start -->` … `<!-- inputs:end -->` markers (outputs likewise) renewed.
 * action: the parsed action.yml. A text without markers comes back as it is.
 */
export function renewTables(text, action) {
  const withInputs = renewBlock(text, 'inputs', renderInputs(action.inputs ?? {}));
  return renewBlock(withInputs, 'outputs', renderOutputs(action.outputs ?? {}));
}

/** Whether the text has the two markers around the table of that name ("inputs" or "outputs"). */
export function hasTable(text, name) {
  return text.includes(`<!-- ${name}:start -->`) && text.includes(`<!-- ${name}:end -->`);
}

function renewBlock(text, name, table) {
  if (!hasTable(text, name)) return text;
  const block = new RegExp(`<!-- ${name}:start -->[\\s\\S]*?<!-- ${name}:end -->`);
  return text.replace(block, () => `<!-- ${name}:start -->\n${table}\n<!-- ${name}:end -->`);
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

function renderTable(header, rows) {
  const line = (cells) => `| ${cells.map(renderCell).join(' | ')} |`.replaceAll(/ +\|/g, ' |');
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}

const renderCell = (value) => String(value).trim().replaceAll(/\s+/g, ' ').replaceAll('|', '\\|');
