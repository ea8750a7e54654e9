import { buildProblem, UserError } from './errors.ts';

/** A provider's answer that is about no case: a refused key, an unknown model, a parameter or schema it does not take, no credit. */
export class ModelConfigError extends UserError {
  /** Canonical name of the setting at fault (`max-tokens`, `response-format`, `tools`, `model`), as in `Prompt.places`; null where it is none of the prompt's. */
  readonly parameter: string | null;

  constructor(message: string, hint: string, parameter: string | null) {
    super([buildProblem(message, hint)]);
    this.name = 'ModelConfigError';
    this.parameter = parameter;
  }
}
