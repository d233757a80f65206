// @ts-check
/** @import { Row } from './tables.mjs' */

const [WIDTH, LABEL, BAR, GAP, TOP] = [760, 200, 14, 16, 40]
/** Ratios reach from 1 to some hundred. */
const LARGEST = 300

/**
 * Two bars for each contender, on a logarithmic scale.
 *
 * @param {readonly Row[]} rows
 */
export function drawChart(rows) {
  const height = TOP + rows.length * (2 * BAR + GAP)
  const bars = rows.map((row, index) => {
    const y = TOP + index * (2 * BAR + GAP)
    const label = row.label.replaceAll(/[*`]/g, '')
    const weight = row.label.startsWith('**') ? 'bold' : 'normal'
    return [
      `<text x="${LABEL - 8}" y="${y + BAR + 4}" text-anchor="end" font-weight="${weight}">${label}</text>`,
      bar(y, row.one?.ratio.median ?? 1, '#5667ff'),
      bar(y + BAR, row.many?.ratio.median ?? 1, '#b3bcff'),
    ].join('\n')
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" font-family="sans-serif" font-size="12" fill="#222" role="img" aria-label="CPU time a call, in multiples of an undici pool's">
<rect width="100%" height="100%" fill="#fff"/>
<text x="${LABEL}" y="16">CPU time a call ÷ undici pool, logarithmic: 1 at a time (dark), 64 at a time (light)</text>
${bars.join('\n')}
</svg>
`
}

/**
 * @param {number} y
 * @param {number} ratio
 * @param {string} colour
 */
function bar(y, ratio, colour) {
  const room = WIDTH - LABEL - 60
  const width = Math.max(2, (Math.log(Math.max(1, ratio) * 1.2) / Math.log(LARGEST)) * room)
  const text = ratio.toFixed(ratio < 10 ? 1 : 0)
  return `<rect x="${LABEL}" y="${y}" width="${width.toFixed(0)}" height="${BAR - 2}" fill="${colour}"/>
<text x="${(LABEL + width + 6).toFixed(0)}" y="${y + BAR - 4}">${text}</text>`
}
