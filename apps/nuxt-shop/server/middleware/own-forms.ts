/** No posts from other sites; browsers say where a form was. */
export default defineEventHandler((event) => {
  if (event.method === 'POST' && getRequestHeader(event, 'sec-fetch-site') === 'cross-site') {
    throw createError({ statusCode: 403, message: 'This form belongs to another site.' })
  }
})
