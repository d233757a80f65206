import { createFinalURL, createQuerySerializer, defaultPathSerializer } from 'openapi-fetch'

/**
 * openapi-fetch's own rules for path and query. Its client is left to `raw`: each of its calls builds standard `Headers`, which
 * Node loads on first use, and that takes longer than all other work before the first request.
 */
const serializers = {
  querySerializer: createQuerySerializer(),
  pathSerializer: defaultPathSerializer,
}

/** The URL of an operation: every parameter of the path is encoded, and those of the query that are given. */
export function urlOf(
  baseUrl: string,
  path: string,
  params: { path?: object | undefined; query?: object | undefined },
): string {
  if (params.path === undefined && params.query === undefined) return `${baseUrl}${path}`
  const given = { path: { ...params.path }, query: { ...params.query } }
  return createFinalURL(path, { baseUrl, params: given, ...serializers })
}
