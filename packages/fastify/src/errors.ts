import createError from '@fastify/error'

/** The name is taken in this scope: two clients under one name would send money with the wrong key. */
export const FST_SCALAPAY_DUPLICATE = createError<[name: string]>(
  'FST_SCALAPAY_DUPLICATE',
  "A Scalapay client named '%s' is already registered here. Give each further registration its own name: app.register(scalapay, { name: 'fr', … }).",
  500,
)

/** {@link getScalapay} was asked for a client that nobody registered in this scope. */
export const FST_SCALAPAY_NOT_REGISTERED = createError<[name: string]>(
  'FST_SCALAPAY_NOT_REGISTERED',
  "No Scalapay client named '%s' is registered here. Register it first, in this scope or in one around it: await app.register(scalapay, { name, … }).",
  500,
)

/** The plugin's own options contradict each other; what is wrong with the core's options, the core says. */
export const FST_SCALAPAY_OPTIONS = createError<[problem: string]>(
  'FST_SCALAPAY_OPTIONS',
  'Scalapay plugin options: %s',
  500,
)
