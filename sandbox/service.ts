import type { Service, ServiceName } from './types.ts';

/** A service whose requests have no names of their own and no keys. */
export function plainService(name: ServiceName, handle: Service['handle']): Service {
  return {
    name,
    handle,
    describe: (method, path) => ({ operation: `${method} ${path.split('?', 1)[0]}`, keys: () => [] }),
  };
}
