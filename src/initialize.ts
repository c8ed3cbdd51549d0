export async function initialize(..._: unknown[]): Promise<void> {
  throw new Error('later');
}
