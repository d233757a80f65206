/** The fields of a form as it came; what is missing or given twice counts as empty. */
export function formFields(body: unknown): (name: string) => string {
  const fields: Readonly<Record<string, unknown>> =
    typeof body === 'object' && body !== null && !Buffer.isBuffer(body) ? { ...body } : {}
  return (name) => (typeof fields[name] === 'string' ? fields[name] : '')
}
