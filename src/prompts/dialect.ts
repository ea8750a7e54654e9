import type { JsonObject } from '../json.ts';
import type { Rendered } from './template.ts';

/** One use of a variable: its name, and the offset in the template where it is written. */
export interface VariableUse {
  readonly name: string;
  readonly offset: number;
}

/** What a dialect cannot read, at its offset in the template. */
export interface TemplateFault {
  readonly message: string;
  readonly hint: string;
  readonly offset: number;
}

/** How a prompt's messages name what a row fills in: one entry in the registry of template dialects. */
export interface TemplateDialect {
  readonly name: string;
  /** A use of a variable as people write it, for messages. */
  write(name: string): string;
  /** Every use of a variable, in order. */
  findVariables(template: string): readonly VariableUse[];
  /** All that keeps a template from being read; nothing else of the dialect is asked about one that has faults. */
  findFaults(template: string): readonly TemplateFault[];
  /** Fills a template in one pass, so that a value is never read as a template; unknown names stay as written. */
  render(template: string, variables: JsonObject): Rendered<string>;
  /** The texts between what the dialect reads, as they are sent. */
  listLiterals(template: string): readonly string[];
}
