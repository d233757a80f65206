import type { english } from './texts-en'

type Text<Value> = Value extends string
  ? string
  : { readonly [Name in keyof Value]: Text<Value[Name]> }

/** Every text of the pages. */
export type Texts = Text<typeof english>
