import type { JsonObject } from '../json.ts';
import type { Message } from '../ports.ts';
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

/** A piece of a template that another tool would read and that its own dialect takes for text. */
export interface ForeignText {
  /** The language it looks like, as a sentence names it: `Jinja`. */
  readonly style: string;
  /** As it is written, on one line. */
  readonly written: string;
  /** The variable that it would stand for; null where it names none. */
  readonly name: string | null;
  /** What to write instead. */
  readonly hint: string;
  readonly offset: number;
  /** `always` where nothing else is written so; `alone` where that is so only in a text that uses no variable of its own dialect; `named` where only a column of that name tells it from text. */
  readonly certainty: 'always' | 'alone' | 'named';
}

/** How a prompt's messages name what a row fills in: one entry in the registry of template dialects. */
export interface TemplateDialect {
  readonly name: string;
  /** A use of a variable as people write it, for messages. */
  write(name: string): string;
  /** How to write what looks like a variable and is text, as a hint; empty where nothing looks like one. */
  readonly asText: string;
  /** Every use of a variable, in order. */
  findVariables(template: string): readonly VariableUse[];
  /** All that keeps a template from being read; nothing else of the dialect is asked about one that has faults. */
  findFaults(template: string): readonly TemplateFault[];
  /** What looks like the template language of another tool and is sent as it stands, in order. */
  findForeign(template: string): readonly ForeignText[];
  /** Fills a template in one pass, so that a value is never read as a template; unknown names stay as written. */
  render(template: string, variables: JsonObject): Rendered<string>;
  /**
   * Renders a template of a whole conversation and makes its messages, where the dialect says in the template itself where one begins;
   * `conversation` is a row's own, which takes the place of the template's turns. No value begins a message.
   */
  readonly renderTurns?: (
    template: string,
    variables: JsonObject,
    conversation: readonly Message[] | null,
  ) => Rendered<readonly Message[]>;
  /** The texts between what the dialect reads, as they are sent. */
  listLiterals(template: string): readonly string[];
}
