/**
 * Codes numbered from 1 in order of first sight (字典编码); 0 stands for an unknown fact.
 * Strings leave at the door: columns hold the numbers.
 */
export class Dictionary {
  readonly #numbers = new Map<string, number>();
  readonly #codes: string[] = [""];

  constructor(codes: readonly string[] = []) {
    for (const code of codes) this.number(code, () => {});
  }

  /** Number of a code, given now if it is new; `check` sees each new code once. */
  number(code: string, check: (code: string) => void): number {
    const known = this.#numbers.get(code);
    if (known !== undefined) return known;
    check(code);
    const number = this.#codes.length;
    this.#numbers.set(code, number);
    this.#codes.push(code);
    return number;
  }

  /** Takes back the numbers from `size` on, as if their codes had never been met. */
  shrink(size: number): void {
    for (const code of this.#codes.splice(size)) this.#numbers.delete(code);
  }

  /** One more than the highest number. */
  get size(): number {
    return this.#codes.length;
  }

  code(number: number): string {
    return this.#codes[number] ?? "";
  }

  /** All codes in order of their numbers. */
  get codes(): readonly string[] {
    return this.#codes.slice(1);
  }
}
