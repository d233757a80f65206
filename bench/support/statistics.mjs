// @ts-check

/** @param {readonly number[]} values */
export function median(values) {
  return quantile(values, 0.5)
}

/**
 * The median and the middle half around it.
 *
 * @param {readonly number[]} values
 */
export function spread(values) {
  return { median: median(values), low: quantile(values, 0.25), high: quantile(values, 0.75) }
}

/**
 * @param {readonly number[]} values
 * @param {number} part from 0 to 1
 */
function quantile(values, part) {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.round((sorted.length - 1) * part)] ?? Number.NaN
}
