import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import { brandStore, keepBrand, keepChoices, startBrands } from './brand-store.ts'
import { createWorkspace, dropEmptyWorkspace } from './library.ts'
import { library } from './library-database.ts'
import { workspaceStore } from './workspace-store.ts'

const open = (id: string): void => workspaceStore.setState({ id })
const shown = (): string | undefined => brandStore.getState().brand?.client

beforeEach(async () => {
  await library.brands.clear()
  brandStore.setState({ brand: undefined, choices: {} })
  open('w-one')
})

describe('the look of a workspace', () => {
  it('is there when it is opened again, bytes and choices included, and never in another', async () => {
    const stop = startBrands()
    const wordFile = { fileName: 'report.dotx', bytes: Uint8Array.of(1, 2, 3) }
    await keepBrand({ client: 'Nordbank', wordFile })
    await keepChoices('deck', { leaveOut: ['cost'], unanswered: 'mark' })
    open('w-two')
    // At once, not only when the other has been read.
    expect(brandStore.getState()).toEqual({ brand: undefined, choices: {} })
    await keepBrand({ client: 'Südbank' })
    open('w-one')
    await expect.poll(shown).toBe('Nordbank')
    expect(brandStore.getState()).toEqual({
      brand: { client: 'Nordbank', wordFile },
      choices: { deck: { leaveOut: ['cost'], unanswered: 'mark' } },
    })
    stop()
  })

  it('does not show where another workspace was opened while it was read', async () => {
    await keepBrand({ client: 'Nordbank' })
    brandStore.setState({ brand: undefined, choices: {} })
    const stop = startBrands()
    open('w-two')
    await library.brands.toArray()
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(shown()).toBeUndefined()
    stop()
  })

  it('goes with the workspace', async () => {
    const { id } = await createWorkspace('Gone')
    open(id)
    await keepBrand({ client: 'Nordbank' })
    expect(await dropEmptyWorkspace(id)).toBe(true)
    expect(await library.brands.get(id)).toBeUndefined()
  })

  it('with nothing in it is none', async () => {
    await keepBrand({ client: 'Nordbank' })
    await keepBrand({})
    expect(brandStore.getState().brand).toBeUndefined()
  })
})
