import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Design } from '../../design/design.ts'
import { removeElements } from '../../design/edit/remove.ts'
import { contextFor } from '../testing/context-for.ts'
import { ownerOf } from './owner.ts'
import { playbooks } from './playbooks.ts'

const prices = JSON.parse(readFileSync('resources/prices/price-book.json', 'utf8')) as object
const templates = readdirSync('resources/templates')
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(`resources/templates/${name}`, 'utf8')) as Design)
const stepsOf = (design: Design) => playbooks(contextFor(design, prices)).flatMap(({ steps }) => steps)

describe.each(templates.map((design) => [design.name, design] as const))('the playbooks of "%s"', (_, design) => {
  const { graph } = contextFor(design, prices)
  const idOf = (name: string): string => graph.components.find((each) => each.name === name)?.id ?? ''

  it('name a component, a switch and an owner that exist', () => {
    const steps = stepsOf(design)
    expect(steps.length).toBeGreaterThan(0)
    for (const { component, by, owner } of steps) {
      expect(graph.component(idOf(component))?.name).toBe(component)
      expect(by).not.toBe('')
      expect(owner).toBe(ownerOf(idOf(component), graph))
    }
  })

  it('lose the steps of whatever is removed', () => {
    for (const component of new Set(stepsOf(design).map((step) => step.component))) {
      const left = stepsOf(removeElements(design, [idOf(component)]))
      expect(left.filter((step) => step.component === component)).toEqual([])
      for (const { what } of left) expect(what).not.toContain(component)
    }
  })
})
