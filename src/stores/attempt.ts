/** 128 random bits, in hexadecimal. `crypto.randomUUID` is missing on pages without TLS. */
const newKey = (): string => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** What somebody sends, with its key: who presses the button again with the same answers repeats it, byte by byte. */
export class Attempt<C extends object> {
  #last: {readonly content: string; readonly document: C & {readonly idempotencyKey: string}} | undefined;

  /** The document for this content: the last one, as long as the content stays the same. */
  documentFor(content: C): C & {readonly idempotencyKey: string} {
    const serialized = JSON.stringify(content);
    if (this.#last?.content !== serialized) this.#last = {content: serialized, document: {idempotencyKey: newKey(), ...content}};
    return this.#last.document;
  }

  /** It has arrived: the same content anew is a new act. */
  forget(): void {
    this.#last = undefined;
  }
}
