/** Where chance comes from: numbers that nobody knows before. */
export interface Chance {
  /** Above 0 and below 1. */
  uniform: () => number;
  /** From the standard normal distribution. */
  normal: () => number;
}

/** The same chance for the same seed, in every engine. */
export function seededChance(seed: number): Chance {
  const uniform = seededUniform(seed);
  let spare: number | null = null;

  /** Two at a time, of which one waits. Source: Box and Muller (1958). */
  function normal(): number {
    if (spare !== null) {
      const kept = spare;
      spare = null;
      return kept;
    }
    const radius = Math.sqrt(-2 * Math.log(uniform()));
    const angle = 2 * Math.PI * uniform();
    spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  }
  return { uniform, normal };
}

/**
 * The same numbers for the same seed, in every engine. sfc32 (Chris Doty-Humphrey, PractRand), 128 bits of state,
 * filled from the seed by splitmix32.
 */
function seededUniform(seed: number): () => number {
  const [low = 0, high = 0] = new Uint32Array(Float64Array.of(seed).buffer);
  let mixed = low ^ Math.imul(high, 0x85ebca6b);
  const mix = () => {
    mixed = (mixed + 0x9e3779b9) | 0;
    let word = mixed ^ (mixed >>> 16);
    word = Math.imul(word, 0x21f0aaad);
    word ^= word >>> 15;
    word = Math.imul(word, 0x735a2d97);
    return word ^ (word >>> 15);
  };
  let [a, b, c, counter] = [mix(), mix(), mix(), 1];
  return () => {
    const word = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + word) | 0;
    return ((word >>> 0) + 0.5) / 4294967296;
  };
}
