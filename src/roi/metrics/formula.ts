/** The values that a formula's names stand for. Null: the campaign cannot answer this one. */
export type Terms = Readonly<Record<string, number | null>>;

type Compute = (terms: Terms) => number;

interface Node {
  compute: Compute;
  /** Names in the order written. */
  names: string[];
  /** Set when the node's last operation is a division. */
  division?: Division;
}

/** One division of a formula: innermost and leftmost come first. */
export interface Division {
  above: Compute;
  below: Compute;
  /** Names below the line, in the order written. */
  names: readonly string[];
}

export interface Formula {
  names: readonly string[];
  /** Not finite where a denominator is zero; expects no null among its terms. */
  compute: Compute;
  divisions: readonly Division[];
  /** The division that is done last, when the whole formula is a quotient. */
  quotient: Division | null;
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

function parse(source: string): Formula {
  const tokens = source.match(/[A-Za-z]\w*|[\d.]+|\S/g) ?? [];
  const divisions: Division[] = [];
  let next = 0;
  const unexpected = () => new SyntaxError(`Unexpected ${tokens[next - 1] ?? 'end'} in ${source}`);

  function operand(): Node {
    const token = tokens[next++];
    if (token === '(') {
      const inner = chain('+-', () => chain('*/', operand));
      if (tokens[next++] !== ')') throw unexpected();
      return inner;
    }
    if (token && /[A-Za-z]/.test(token)) return { compute: (terms) => terms[token]!, names: [token] };
    const number = Number(token);
    if (Number.isNaN(number)) throw unexpected();
    return { compute: () => number, names: [] };
  }

  function chain(operators: string, part: () => Node): Node {
    let left = part();
    for (let token = tokens[next]; token && operators.includes(token); token = tokens[next]) {
      next++;
      left = join(left, token, part());
    }
    return left;
  }

  function join(left: Node, operator: string, right: Node): Node {
    const { compute: a } = left;
    const { compute: b } = right;
    const names = [...left.names, ...right.names];
    if (operator === '+') return { compute: (terms) => a(terms) + b(terms), names };
    if (operator === '-') return { compute: (terms) => a(terms) - b(terms), names };
    if (operator === '*') return { compute: (terms) => a(terms) * b(terms), names };
    const division = { above: a, below: b, names: right.names };
    divisions.push(division);
    return { compute: (terms) => a(terms) / b(terms), names, division };
  }

  const whole = chain('+-', () => chain('*/', operand));
  if (next++ < tokens.length) throw unexpected();
  const { compute, names, division } = whole;
  return { names: [...new Set(names)], compute, divisions, quotient: division ?? null };
}
