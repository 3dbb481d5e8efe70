import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import type { Design } from '../../design/design.ts'
import { effectiveDesign } from '../../design/effective.ts'
import { supportAgentDesign } from '../../design/testing/fixtures.ts'
import type { Brand, DocumentChoices } from '../brand.ts'
import { partsOf } from '../choices/parts-of.ts'
import { buildDocument, findDocument } from '../index.ts'
import { contextFor } from '../testing/context-for.ts'
import { designHash } from '../text/design-hash.ts'
import { makeLeaveBehind, planLeaveBehind } from './leave-behind.ts'

const prices = JSON.parse(readFileSync('resources/prices/price-book.json', 'utf8')) as object
const context = contextFor(supportAgentDesign, prices)
const plan = planLeaveBehind(context, false).filter(
  ({ document, format }) => document.id === 'runbook' && format === 'html',
)

async function left(brand?: Brand, choices: Readonly<Record<string, DocumentChoices>> = {}) {
  const own = brand === undefined ? context : { ...context, brand }
  for await (const file of makeLeaveBehind(own, plan, { choices })) return file
  throw new Error('nothing was left')
}

it('what was chosen for a document holds for the file that is left behind, and for that document alone', async () => {
  const [part] = partsOf(buildDocument(findDocument('runbook')!, context))
  const chosen = { leaveOut: [part!.key] }
  expect((await left()).content).toContain(part!.title)
  expect((await left(undefined, { runbook: chosen })).content).not.toContain(part!.title)
  expect((await left(undefined, { deck: chosen })).content).toContain(part!.title)
})

it('another template makes another file, the same one the same', async () => {
  const looks = [0, 1].map((byte) => ({
    wordFile: { fileName: 'a.dotx', bytes: new Uint8Array(5_000_000).fill(byte) },
  }))
  const [one, other] = await Promise.all(looks.map(async (look) => (await left(look)).fingerprint))
  expect(one).not.toBe(other)
  expect((await left(looks[0])).fingerprint).toBe(one)
})

it('a document that says the same of a design that changed elsewhere is the same, and is written with its new hash', async () => {
  const first = await left()
  const before = {
    format: 'lintel/leave-behind' as const,
    version: 1 as const,
    design: context.design.id,
    name: context.design.name,
    date: context.date,
    hash: designHash(effectiveDesign(context.design)),
    files: [{ name: first.name, title: first.title, fingerprint: first.fingerprint! }],
  }
  const again = async (design: Design) => {
    for await (const file of makeLeaveBehind({ ...context, design }, plan, { before })) return file
    throw new Error('nothing was left')
  }
  expect(await again(context.design)).toMatchObject({ state: 'same' })
  expect(await again(context.design)).not.toHaveProperty('content')
  const elsewhere = { ...context.design, parked: [{ id: 'p-1', text: 'Ask about holidays' }] }
  const rewritten = await again(elsewhere)
  expect(rewritten.state).toBe('same')
  expect(rewritten.content).toContain(designHash(elsewhere))
})

it('a file for another tool says the same while only what it carries of ours has changed', async () => {
  const models = planLeaveBehind(context, false).filter(({ document }) => document.carriesDesign === true)
  expect(models.map(({ document, format }) => `${document.id} ${format}`)).toEqual([
    'threat-dragon json',
    'otm json',
    'otm yaml',
  ])
  const printsOf = async (design: Design) => {
    const prints: (string | undefined)[] = []
    for await (const { fingerprint } of makeLeaveBehind({ ...context, design }, models)) prints.push(fingerprint)
    return prints
  }
  const before = await printsOf(context.design)
  const work = [{ id: 'w-1', name: 'Order the rooms', status: 'done' as const }]
  expect(await printsOf({ ...context.design, workItems: work })).toEqual(before)
  const [first, ...rest] = context.design.components ?? []
  const renamed = { ...context.design, components: [{ ...first!, name: 'Quite another name' }, ...rest] }
  for (const [index, print] of (await printsOf(renamed)).entries()) expect(print).not.toBe(before[index])
})
