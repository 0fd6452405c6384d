import { jestConfig } from '../jest.base.mjs';

export default jestConfig('tools', { testMatch: ['**/*.spec.mjs'], globalSetup: '<rootDir>/tools/jest/global-setup.mjs' });
