/** Does the work and says what it was and how long it took. */
export async function timed<T>(say: (text: string) => void, what: string, work: () => Promise<T>): Promise<T> {
  const began = performance.now();
  const result = await work();
  say(`${what}: ${((performance.now() - began) / 1000).toFixed(1)} s`);
  return result;
}
