import { describe, expect, it } from 'vitest'
import { generated, readCommitted, Workbench, yaml } from './workbench.js'

const howToRepair = 'Run `pnpm generate` and commit the result.\n'

describe('the drift check', () => {
  it('accepts the files of the repository', async () => {
    const bench = await Workbench.open()
    expect(await bench.generate('--check')).toEqual({ code: 0, stderr: '' })
  })

  it.each(generated)('refuses one byte changed in %s', async (file) => {
    const bench = await Workbench.open()
    await bench.edit(file, (text) => `${text.slice(0, -1)} `)
    expect(await bench.generate('--check')).toEqual({
      code: 1,
      stderr: `${file} differs from ${yaml}. ${howToRepair}`,
    })
  })

  it('names every generated file that is missing', async () => {
    const bench = await Workbench.open()
    for (const file of generated) await bench.remove(file)
    expect(await bench.generate('--check')).toEqual({
      code: 1,
      stderr: generated.map((file) => `${file} is missing. ${howToRepair}`).join(''),
    })
  })

  it('names every file that a change of the description makes stale', async () => {
    const bench = await Workbench.open()
    await bench.edit(yaml, (text) =>
      text.replace('operationId: getOrder', 'operationId: readOrder'),
    )
    expect(await bench.generate('--check')).toEqual({
      code: 1,
      stderr: generated.map((file) => `${file} differs from ${yaml}. ${howToRepair}`).join(''),
    })
  })
})

describe('generation', () => {
  it('writes the bytes of the repository where nothing was before', async () => {
    const bench = await Workbench.open()
    for (const file of generated) await bench.remove(file)
    await bench.generate()
    for (const file of generated) expect(await bench.read(file)).toBe(await readCommitted(file))
  })

  it('refuses an operation without exactly one known security scheme', async () => {
    const bench = await Workbench.open()
    await bench.edit(yaml, (text) => text.replaceAll('- deviceKey: []', '- tillKey: []'))
    const { code, stderr } = await bench.generate()
    expect(code).toBe(1)
    expect(stderr).toContain('/v1/instore/orders must have exactly one security scheme')
  })
})
