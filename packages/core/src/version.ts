/** The version of this package, as sent in the `User-Agent` header. Kept equal to package.json by a test. */
export const version: string = '0.0.0'
