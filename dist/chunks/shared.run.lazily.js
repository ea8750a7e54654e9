import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/run/lazily.ts
function lazily(list) {
  return { [Symbol.iterator]: list };
}

export {
  lazily
};
