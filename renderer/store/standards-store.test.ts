import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Standards } from '../../shared/standards/standards.ts'
import { library } from './library-database.ts'
import { keepStandards, showStandardsOf, standardsStore, startStandards } from './standards-store.ts'
import { workspaceStore } from './workspace-store.ts'

const named = (title: string): Standards => ({ format: 'lintel/standards', version: 1, title })
const title = (): string | undefined => standardsStore.getState().standards?.title
const open = (id: string): void => workspaceStore.setState({ id })

beforeEach(async () => {
  await library.standards.clear()
  standardsStore.setState({ standards: undefined })
  open('w-one')
})

describe('the standards of a workspace', () => {
  it('are there when it is opened again, and never in another', async () => {
    await keepStandards(named('One'))
    open('w-two')
    await showStandardsOf('w-two')
    expect(title()).toBeUndefined()
    await keepStandards(named('Two'))
    open('w-one')
    await showStandardsOf('w-one')
    expect(title()).toBe('One')
  })

  it('are gone the moment another workspace is opened', async () => {
    await keepStandards(named('One'))
    await showStandardsOf('w-one')
    const stop = startStandards()
    open('w-two')
    expect(title()).toBeUndefined()
    stop()
    await showStandardsOf('w-two')
    expect(title()).toBeUndefined()
  })

  it('that are read late do not reach the workspace that was opened meanwhile', async () => {
    await keepStandards(named('One'))
    standardsStore.setState({ standards: undefined })
    const late = showStandardsOf('w-one')
    open('w-two')
    await late
    expect(title()).toBeUndefined()
  })

  it('can be given up', async () => {
    await keepStandards(named('One'))
    await keepStandards(undefined)
    expect(title()).toBeUndefined()
    expect(await library.standards.count()).toBe(0)
  })

  it('that this version cannot read do not count', async () => {
    const foreign = { format: 'lintel/standards', version: 99 } as unknown as Standards
    await library.standards.put({ workspaceId: 'w-one', changedAt: 0, standards: foreign })
    await showStandardsOf('w-one')
    expect(standardsStore.getState().standards).toBeUndefined()
  })
})
