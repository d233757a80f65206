// @ts-check
/**
 * What users pay for each package, bundled with all that it needs but its framework, minified and compressed. The budgets
 * are what there is now and a little room: raise one only for something that a user would pay for. What is in the
 * tarballs has its own budgets, in tooling/test/tarballs.test.mjs.
 */

/** @param {Record<string, unknown>} config of esbuild */
const forNode = (config) => ({
  ...config,
  platform: 'node',
  format: 'esm',
  target: 'es2022',
  splitting: true,
  // Users have the built files, without the paths into the source that a package's own tsconfig.json has.
  tsconfigRaw: {},
})

/** @param {Record<string, unknown>} config of esbuild */
const forEdge = (config) => ({ ...forNode(config), platform: 'neutral', conditions: ['workerd'] })

export default [
  {
    name: 'core: the client, on Node',
    limit: '31 kB',
    path: 'packages/core/dist/index.js',
    import: '{ Scalapay }',
    modifyEsbuildConfig: forNode,
  },
  {
    name: 'core: the client, elsewhere',
    limit: '29.2 kB',
    path: 'packages/core/dist/web/index.js',
    import: '{ Scalapay }',
    modifyEsbuildConfig: forEdge,
  },
  {
    name: 'core: verifying webhooks',
    limit: '5.1 kB',
    path: 'packages/core/dist/web/webhooks.js',
    import: '{ verifyWebhook }',
    modifyEsbuildConfig: forEdge,
  },
  {
    name: 'core: receiving webhooks',
    limit: '7.1 kB',
    path: 'packages/core/dist/web/webhooks.js',
    import: '{ createWebhookReceiver }',
    modifyEsbuildConfig: forEdge,
  },
  {
    name: 'fastify: the plugin, with the client',
    limit: '76.5 kB',
    path: 'packages/fastify/dist/index.js',
    ignore: ['fastify'],
    modifyEsbuildConfig: forNode,
  },
  {
    name: 'nestjs: the module, with the client',
    limit: '39.1 kB',
    path: 'packages/nestjs/dist/index.js',
    ignore: ['@nestjs/common', '@nestjs/core', 'reflect-metadata', 'rxjs'],
    modifyEsbuildConfig: forNode,
  },
  {
    name: 'nuxt: what a shopper loads, both components',
    limit: '2.3 kB',
    path: 'packages/nuxt/dist/runtime/app/components/*.js',
    ignore: ['nuxt', 'vue'],
    modifyEsbuildConfig: forNode,
  },
  {
    name: 'nuxt: the utilities on the server, with the client',
    limit: '36.7 kB',
    path: 'packages/nuxt/dist/runtime/server/utils/*.js',
    ignore: ['consola', 'h3', 'nitropack'],
    modifyEsbuildConfig: forNode,
  },
  {
    name: 'emulator: started from code',
    limit: '330 kB',
    path: 'packages/emulator/dist/index.js',
    modifyEsbuildConfig: forNode,
  },
].map((check) => ({ ...check, gzip: true }))
