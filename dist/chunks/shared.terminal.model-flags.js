import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/terminal/model-flags.ts
var configFlag = {
  config: { value: "PATH", help: "config file (default: prompt-assay.yml, at the root or in .github/)" }
};
var endpointFlags = {
  "base-url": { value: "URL", help: "OpenAI-compatible endpoint; the key is read from OPENAI_API_KEY" },
  "allow-host": {
    value: "HOST",
    isRepeatable: true,
    help: "let the config send requests, and the key, to this host (repeatable)"
  }
};
var answerFlags = {
  fresh: { help: "leave the cache aside" },
  cache: { value: "DIR", help: "keep answers here and take known ones from it" },
  replay: { value: "FILE", help: "answer from a recording" },
  record: { value: "FILE", help: "add all answers to a recording" }
};
var keptAnswerFlags = {
  ...answerFlags,
  cache: { value: "DIR", help: "keep answers here in place of this clone's own cache" },
  "no-cache": { help: "draw anew: no cache is read or written" }
};

export {
  configFlag,
  endpointFlags,
  answerFlags,
  keptAnswerFlags
};
