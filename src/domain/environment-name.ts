import * as z from 'zod';
import { environmentProblem } from './environment.ts';

/** The name of an environment in the configuration. */
export const environmentName = z.string().refine((name) => environmentProblem(name) === undefined, {
  error: (issue) => `expected the name of an environment: ${environmentProblem(String(issue.input)) ?? ''}`,
});
