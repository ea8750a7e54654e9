import project from '../../jest.config.js';

export default { ...project, rootDir: '../..', roots: ['<rootDir>/scripts/mutation'] };
