import type { ReasonCode } from './reason.ts';

/** The values that a formula's names stand for, or why there is none. */
export type Terms = Readonly<Record<string, number | ReasonCode>>;

type Compute = (terms: Readonly<Record<string, number>>) => number;

/** One division of a formula: innermost and leftmost come first. */
export interface Division {
  compute: Compute;
  above: Compute;
  below: Compute;
  /** Names below the line, in the order written. */
  names: readonly string[];
}

export interface Formula {
  /** In the order written, each once. */
  names: readonly string[];
  /** Not finite where a denominator is zero; expects a number for each of its names. */
  compute: Compute;
  /** The last of them is the whole formula, where that is a quotient. */
  divisions: readonly Division[];
}

const formulas = /* @__PURE__ */ new Map<string, Formula>();

/**
 * Turns `(revenue * margin - cost) / cost` into closures, once. What a person reads is therefore what is computed.
 * Names, numbers, + - * / and parentheses. No `eval`: a strict content security policy stays strict.
 */
export function formula(source: string): Formula {
  const known = formulas.get(source);
  if (known) return known;
  const parsed = parse(source);
  formulas.set(source, parsed);
  return parsed;
}

/** What two parts of a formula make. */
const operations: Readonly<Record<string, (a: Compute, b: Compute) => Compute>> = {
  '+': (a, b) => (terms) => a(terms) + b(terms),
  '-': (a, b) => (terms) => a(terms) - b(terms),
  '*': (a, b) => (terms) => a(terms) * b(terms),
  '/': (a, b) => (terms) => a(terms) / b(terms),
};

function parse(source: string): Formula {
  const tokens = source.match(/[A-Za-z]\w*|[\d.]+|\S/g) ?? [];
  const names: string[] = [];
  const divisions: Division[] = [];
  let next = 0;
  const unexpected = () => new SyntaxError(`Unexpected ${tokens[next - 1] ?? 'end'} in ${source}`);

  const sum = () => chain('+-', product);
  const product = () => chain('*/', operand);

  function operand(): Compute {
    const token = tokens[next++];
    if (token === '(') {
      const inner = sum();
      if (tokens[next++] !== ')') throw unexpected();
      return inner;
    }
    if (token && /[A-Za-z]/.test(token)) {
      names.push(token);
      return (terms) => terms[token]!;
    }
    const number = Number(token);
    if (Number.isNaN(number)) throw unexpected();
    return () => number;
  }

  /** Parts with operators of one rank between them, from left to right. */
  function chain(operators: string, part: () => Compute): Compute {
    let left = part();
    for (let token = tokens[next]; token && operators.includes(token); token = tokens[next]) {
      next++;
      const above = left;
      const before = names.length;
      const below = part();
      left = operations[token]!(above, below);
      if (token === '/') divisions.push({ compute: left, above, below, names: names.slice(before) });
    }
    return left;
  }

  const compute = sum();
  if (next++ < tokens.length) throw unexpected();
  return { names: [...new Set(names)], compute, divisions };
}
