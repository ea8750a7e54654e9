import type { TemplateDialect } from './dialect.ts';

/** No placeholders at all: what is written is what is sent. */
export const none: TemplateDialect = {
  name: 'none',
  write: (name) => `{{${name}}}`,
  asText: '',
  findVariables: () => [],
  findFaults: () => [],
  findForeign: () => [],
  render: (template) => ({ value: template, unknown: [] }),
  listLiterals: (template) => [template],
};
