// Whether a curve is a straight line.

/** How far from one the slope of the whole may be from that of its first part, either way. */
export const straight = 2;

/**
 * What one more point costs, in microseconds, over the first half of the decades and over all of them: where each costs the same, `ratio`
 * is 1. The first request's own cost, which is there with the first point, drops out.
 */
export function slope(line) {
  if (line.length < 4) return null;
  const [first, middle, last] = [line[0], line[Math.ceil(line.length / 2)], line.at(-1)];
  const between = (a, b) => (b.cpu - a.cpu) / (b.count - a.count);
  return { early: between(first, middle), overall: between(first, last), ratio: between(first, last) / between(first, middle) };
}

/** How many times as much the most expensive step costs as the first: where a request's cost should not depend on the number at all. */
export function flatness(line) {
  if (line.length < 2) return null;
  return { ratio: Math.max(...line.map((point) => point.cpu)) / line[0].cpu };
}
