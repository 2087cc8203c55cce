// Whether a curve is a straight line.

/** How many times as much a point, or a request, may cost in the largest step as in the small ones. */
export const straight = 1.5;

/**
 * How many times what one more point costs over the first half of the decades it costs over all of them: 1 where each costs the same. The
 * first request's own cost, which is there with the first point, drops out. `of` says whose cost: `cpu` or `bare`.
 */
export function slope(line, of) {
  const [first, middle, last] = [line[0], line[Math.ceil(line.length / 2)], line.at(-1)];
  const between = (a, b) => (b[of] - a[of]) / (b.count - a.count);
  return between(first, last) / between(first, middle);
}

/** How many times as much the most expensive step costs as the first: where a request's cost should not depend on the number at all. */
export const flatness = (line, of) => Math.max(...line.map((point) => point[of])) / line[0][of];
