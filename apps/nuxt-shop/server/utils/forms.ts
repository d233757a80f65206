import type { H3Event } from 'h3'

/** The texts of a posted form, or of the same as JSON. */
export async function readForm(event: H3Event): Promise<Map<string, string>> {
  const body: unknown = await readBody(event).catch(() => undefined)
  const entries = typeof body === 'object' && body !== null ? Object.entries(body) : []
  return new Map(
    entries.flatMap(([name, value]) =>
      typeof value === 'string' || typeof value === 'number' ? [[name, String(value)]] : [],
    ),
  )
}

/** The error of a form that our own pages do not send. */
export function badForm(field: string) {
  return createError({ statusCode: 400, message: `The form has no usable ${field}.` })
}
