export default {
  // A machine may be busy: no test is about its own time.
  testTimeout: 30_000,
  testEnvironment: 'node',
  roots: ['<rootDir>/__tests__'],
  globalSetup: '<rootDir>/__tests__/helpers/build-once.mjs',
  testMatch: ['**/*.test.ts'],
  maxWorkers: '100%',
  // Modules of past tests stay in a worker's memory; a small heap is collected faster.
  workerIdleMemoryLimit: '600MB',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2023', parser: { syntax: 'typescript' } }, module: { type: 'es6' } },
    ],
  },
};
