import type { Client } from 'openapi-fetch'
import type { paths } from '../generated/api.js'

/**
 * The typed openapi-fetch client. It answers `{ data, error, response }` and throws only when there is no answer, or none that
 * can be read. Amounts of answers are typed as the wire has them: text or numbers (both observed). Sets of words are plain
 * `string` here: openapi-fetch would turn an open one into an object that is not a string.
 */
export type RawClient = Client<RawPaths>

/** The paths of the API description, with answers as the wire has them. */
export type RawPaths = {
  [Path in keyof paths]: { [Part in keyof paths[Path]]: RawOperation<paths[Path][Part]> }
}

type RawOperation<Part> = Part extends { responses: infer Responses }
  ? Omit<Part, 'responses'> & { responses: OnTheWire<Responses> }
  : Part

type OnTheWire<T> = T extends string
  ? Closed<T>
  : T extends { amount: string; currency: string }
    ? { amount: string | number; currency: string }
    : T extends readonly (infer Entry)[]
      ? OnTheWire<Entry>[]
      : T extends object
        ? { [Name in keyof T]: OnTheWire<T[Name]> }
        : T

/** A literal stays one; `string & {}`, any other word, becomes `string` and takes the literals beside it with it. */
type Closed<T extends string> = string extends T ? string : T
