import project from '../../jest.config.js';

// The mutated rooms are pure: no test of theirs runs the built action.
export default { ...project, globalSetup: undefined, rootDir: '../..', roots: ['<rootDir>/scripts/mutation'] };
