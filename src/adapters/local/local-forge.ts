import type { Forge, KeptIssue } from '../../ports/forge.ts';

/** No platform: what happens on this machine is shown to nobody else. */
export const LOCAL_FORGE: Forge = {
  recordDeployment: async () => undefined,
  ensureIssue: async (): Promise<KeptIssue> => ({ url: '', state: 'unchanged' }),
};
