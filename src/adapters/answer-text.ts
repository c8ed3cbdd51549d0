/** How much of an answer is read that is only to be quoted, in bytes. */
const READ_LIMIT = 64 * 1024;

/** The beginning of the text of an answer: one that never ends must not fill the memory. */
export async function beginningOf(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of body) {
      chunks.push(chunk);
      size += chunk.byteLength;
      if (size > READ_LIMIT) {
        break;
      }
    }
  } catch {
    // What came before it broke off is better than nothing.
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}
