/** Files of the long lane; those in both draw more examples there, or make larger repositories. */
const LONG = '<rootDir>/__tests__/**/*.long.test.ts';
const BOTH = [
  '<rootDir>/__tests__/laws/*.test.ts',
  '<rootDir>/__tests__/models/*.test.ts',
  '<rootDir>/__tests__/commands/requests.test.ts',
];
const isLong = process.env.TEST_LANE === 'long';

/** @type {import('jest').Config} */
const config = {
  testEnvironment: '<rootDir>/__tests__/support/environment.js',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: { parser: { syntax: 'typescript' }, target: 'es2024' },
        module: { type: 'es6' },
      },
    ],
  },
  setupFilesAfterEnv: [
    '<rootDir>/__tests__/support/seed.ts',
    ...(process.env.MUTATION === undefined ? [] : ['<rootDir>/scripts/mutation/switch.js']),
  ],
  testMatch: isLong ? [LONG, ...BOTH] : ['<rootDir>/__tests__/**/*.test.ts'],
  testPathIgnorePatterns: isLong ? [] : ['\\.long\\.test\\.ts$'],
  testTimeout: isLong ? 180_000 : 60_000,
  maxWorkers: 2,
  // A process with much memory in use starts others slowly.
  workerIdleMemoryLimit: '1500MB',
  reporters: ['default', '<rootDir>/scripts/slowest.js'],
};

export default config;
