// @ts-check
/** @typedef {import('./description.mjs').Operation} Operation */

const HEADER = `// Generated from openapi/scalapay.yaml. Do not edit; run \`pnpm generate\`.

/** What the transport must know of an operation before it sends one. */
export interface Operation {
  readonly method: 'GET' | 'POST'
  /** With its version and with \`{token}\` where a path parameter goes. */
  readonly path: string
  /** Which of the two keys authorises it. */
  readonly auth: 'merchant' | 'device'
  /** Whether it takes an \`Idempotency-Key\` and may therefore be repeated safely. */
  readonly idempotent: boolean
}
`

/**
 * The table of operations.
 * @param {Operation[]} operations
 * @returns {string}
 */
export function generateOperations(operations) {
  const rows = operations.map(
    ({ id, method, path, auth, idempotent }) =>
      `  ${id}: { method: '${method}', path: '${path}', auth: '${auth}', idempotent: ${idempotent} },`,
  )
  return [
    HEADER,
    '/** Every operation of the description, by its operationId. */',
    'export const operations = {',
    ...rows,
    '} as const satisfies Record<string, Operation>',
    '',
    '/** The operationId of an operation. */',
    'export type OperationId = keyof typeof operations',
    '',
  ].join('\n')
}
