import { defaultDialect } from './dialects.ts';
import type { Application, Prompt } from './prompt.ts';

/** The model of an application that does not say which one answered. */
export const unnamedModel = 'not said';

/** What an application asks under one name, as a prompt: nothing of it is known but its code, its name and who answered. */
export function buildApplication(name: string, model: string | null, application: Application): Prompt {
  return {
    path: name,
    key: null,
    format: 'application',
    dialect: defaultDialect,
    name,
    description: null,
    model: model ?? unnamedModel,
    parameters: {},
    responseFormat: null,
    tools: [],
    retrieval: null,
    messages: [],
    rows: null,
    metrics: [],
    unread: [],
    renamedFrom: null,
    warnings: [],
    application,
    guesses: [],
    suspects: [],
    places: new Map(),
  };
}
