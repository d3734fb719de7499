// Patterns that people define for what is typed ("[A-Z]{2}-\d{4}"). A backtracking engine can take for ever on a few characters, in the
// browser of a customer and on the server; this one reads each character once, for at most as many states as the pattern has. What it
// leaves out is what needs backtracking: references back, looking around, lazy repeats. The whole text must match. Decision record 0021.

/** Characters a pattern may have, and steps it may come to when repeats are written out. */
export const longestPattern = 200;
const mostSteps = 2000;

type Node =
  | { readonly kind: 'character'; readonly test: RegExp }
  | { readonly kind: 'sequence'; readonly nodes: readonly Node[] }
  | { readonly kind: 'either'; readonly nodes: readonly Node[] }
  | { readonly kind: 'repeat'; readonly node: Node; readonly least: number; readonly most: number | null };

type Step = { readonly kind: 'character'; readonly test: RegExp } | { readonly kind: 'split'; readonly to: readonly number[] } | { readonly kind: 'match' };

export type Pattern = readonly Step[];

class NoPattern extends Error {}

/** The pattern, or null: it is too long or large, broken, or asks for what is left out. */
export function parsePattern(source: string): Pattern | null {
  if (source === '' || source.length > longestPattern) return null;
  try {
    const reader = new Reader(source.replace(/^\^/, '').replace(/(?<!\\)\$$/, ''));
    const node = reader.either();
    if (!reader.isAtEnd()) return null;
    const steps: Step[] = [];
    write(node, steps);
    return [...steps, { kind: 'match' }];
  } catch (error) {
    // RegExp says SyntaxError of a class that is none.
    if (error instanceof NoPattern || error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Whether all of the text is as the pattern says; its time grows with the text, whatever the pattern. */
export function matchesPattern(pattern: Pattern, text: string): boolean {
  let at = reach(pattern, [0]);
  for (const character of text) {
    const next: number[] = [];
    for (const index of at) {
      const step = pattern[index];
      if (step?.kind === 'character' && step.test.test(character)) next.push(index + 1);
    }
    if (next.length === 0) return false;
    at = reach(pattern, next);
  }
  return [...at].some((index) => pattern[index]?.kind === 'match');
}

/** Every step that can be stood on without reading a character. */
function reach(pattern: Pattern, from: readonly number[]): ReadonlySet<number> {
  const found = new Set<number>();
  const open = [...from];
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    if (found.has(index)) continue;
    found.add(index);
    const step = pattern[index];
    if (step?.kind === 'split') open.push(...step.to);
  }
  return found;
}

function write(node: Node, steps: Step[]): void {
  if (steps.length > mostSteps) throw new NoPattern();
  switch (node.kind) {
    case 'character':
      steps.push(node);
      return;
    case 'sequence':
      for (const each of node.nodes) write(each, steps);
      return;
    case 'either':
      writeEither(node.nodes, steps);
      return;
    case 'repeat':
      writeRepeat(node, steps);
  }
}

function writeEither(nodes: readonly Node[], steps: Step[]): void {
  const [first, ...others] = nodes;
  if (first === undefined) return;
  if (others.length === 0) {
    write(first, steps);
    return;
  }
  const split = hold(steps);
  write(first, steps);
  const leap = hold(steps);
  steps[split] = { kind: 'split', to: [split + 1, steps.length] };
  writeEither(others, steps);
  steps[leap] = { kind: 'split', to: [steps.length] };
}

function writeRepeat({ node, least, most }: Extract<Node, { kind: 'repeat' }>, steps: Step[]): void {
  for (let count = 0; count < least; count += 1) write(node, steps);
  if (most === null) {
    const loop = hold(steps);
    write(node, steps);
    steps.push({ kind: 'split', to: [loop] });
    steps[loop] = { kind: 'split', to: [loop + 1, steps.length] };
    return;
  }
  const leaps: number[] = [];
  for (let count = least; count < most; count += 1) {
    leaps.push(hold(steps));
    write(node, steps);
  }
  for (const leap of leaps) steps[leap] = { kind: 'split', to: [leap + 1, steps.length] };
}

/** A place for a step whose aim is not known yet. */
const hold = (steps: Step[]): number => steps.push({ kind: 'split', to: [] }) - 1;

class Reader {
  #at = 0;
  readonly #source: string;
  constructor(source: string) {
    this.#source = source;
  }

  isAtEnd(): boolean {
    return this.#at >= this.#source.length;
  }

  either(): Node {
    const nodes = [this.#sequence()];
    while (this.#take('|')) nodes.push(this.#sequence());
    return nodes.length === 1 && nodes[0] !== undefined ? nodes[0] : { kind: 'either', nodes };
  }

  #sequence(): Node {
    const nodes: Node[] = [];
    while (!this.isAtEnd() && this.#peek() !== '|' && this.#peek() !== ')') nodes.push(this.#repeated());
    return { kind: 'sequence', nodes };
  }

  #repeated(): Node {
    const node = this.#atom();
    const [, sign, least, comma, most] = this.#match(/(?:([*+?])|\{(\d{1,3})(?:(,)(\d{1,3})?)?\})/y) ?? [];
    if (sign === undefined && least === undefined) return node;
    // Lazy, possessive or repeated repeats.
    if (/[*+?{]/.test(this.#peek())) throw new NoPattern();
    if (sign !== undefined) return { kind: 'repeat', node, least: sign === '+' ? 1 : 0, most: sign === '?' ? 1 : null };
    const from = Number(least);
    const to = comma === undefined ? from : most === undefined ? null : Number(most);
    if (to !== null && to < from) throw new NoPattern();
    return { kind: 'repeat', node, least: from, most: to };
  }

  #atom(): Node {
    if (this.#take('(')) {
      if (this.#match(/\?:/y) === null && this.#peek() === '?') throw new NoPattern();
      const node = this.either();
      if (!this.#take(')')) throw new NoPattern();
      return node;
    }
    // A class, a kind of character, an escaped sign, any character, or one that stands for itself.
    const [atom] = this.#match(/\[\^?(?:\\.|[^\]\\])+\]|\\[dDwWsS]|\\[pP]\{\w{1,30}\}|\\[^\w\s]|[^\\[\]()*+?{}^$|]/uy) ?? [];
    if (atom === undefined) throw new NoPattern();
    return { kind: 'character', test: new RegExp(`^${/^[/-]$/.test(atom) ? `\\x2${atom === '-' ? 'd' : 'f'}` : atom.replace(/^\\-$/, '\\x2d')}$`, 'su') };
  }

  #peek(): string {
    return this.#source.charAt(this.#at);
  }

  #take(character: string): boolean {
    if (this.#peek() !== character) return false;
    this.#at += 1;
    return true;
  }

  #match(sticky: RegExp): RegExpExecArray | null {
    sticky.lastIndex = this.#at;
    const found = sticky.exec(this.#source);
    if (found !== null) this.#at = sticky.lastIndex;
    return found;
  }
}
