import createError from '@fastify/error'

/** The name is taken in this scope: two clients under one name would send money with the wrong key. */
export const FST_SCALAPAY_DUPLICATE = createError<[name: string]>(
  'FST_SCALAPAY_DUPLICATE',
  "A Scalapay client named '%s' is already registered here. Give each further registration its own name: app.register(scalapay, { name: 'fr', … }).",
  500,
)

/** Something else takes POST requests at the path of a webhook route. */
export const FST_SCALAPAY_DUPLICATE_ROUTE = createError<[url: string]>(
  'FST_SCALAPAY_DUPLICATE_ROUTE',
  "The webhook route cannot be mounted: POST %s exists already. Give this one another path: webhooks: { path: '/webhooks/scalapay-fr', … }.",
  500,
)

/** `getScalapay` was asked for a client that nobody registered in this scope. */
export const FST_SCALAPAY_NOT_REGISTERED = createError<[name: string]>(
  'FST_SCALAPAY_NOT_REGISTERED',
  "No Scalapay client named '%s' is registered here. Register it first, in this scope or in one around it: await app.register(scalapay, { name, … }).",
  500,
)

/** The options cannot be used. The message names everything that is wrong, and never a key. */
export const FST_SCALAPAY_OPTIONS = createError<[problems: string]>(
  'FST_SCALAPAY_OPTIONS',
  'Scalapay plugin options: %s',
  500,
)

/** A test sends a delivery to an app that has no webhook route under that name. */
export const FST_SCALAPAY_NO_WEBHOOK = createError<[name: string]>(
  'FST_SCALAPAY_NO_WEBHOOK',
  "The app has no webhook route of the account '%s'. Register the plugin with webhooks: { on: { … } }, or mount scalapayWebhook.",
  500,
)
