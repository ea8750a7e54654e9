import { copilot } from './copilot.ts';
import type { TemplateDialect } from './dialect.ts';
import { dotpromptDialect } from './dotprompt/dotprompt-dialect.ts';
import { fString } from './f-string.ts';
import { handlebars } from './handlebars.ts';
import { jinja } from './jinja.ts';
import { mustache } from './mustache.ts';
import { none } from './none.ts';
import { slashCommand } from './slash-command.ts';

/** Every template dialect that a file or a suite can name, the default first. */
export const templateDialects: readonly TemplateDialect[] = [
  mustache,
  fString,
  jinja,
  handlebars,
  slashCommand,
  copilot,
  none,
];

/** The dialects that belong to one format. */
const ownDialects: readonly TemplateDialect[] = [dotpromptDialect];

/** The name of the dialect of a prompt for which nobody names one. */
export const defaultDialect: string = mustache.name;

/** The dialect of a name that was read from a file; throws an Error for any other name, which is a defect. */
export function dialectOf(name: string): TemplateDialect {
  const dialect = [...templateDialects, ...ownDialects].find((known) => known.name === name);
  if (dialect === undefined) throw new Error(`no template dialect ${name}`);
  return dialect;
}
