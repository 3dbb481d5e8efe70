import { groupBy } from '../../../shared/design/group-by.ts'
import { nameOf } from '../../../shared/design/collections.ts'
import type { Component, Design, Flow, Id } from '../../../shared/design/design.ts'

export interface TreeRow {
  readonly id: Id
  readonly type: 'boundary' | 'component' | 'flow'
  /** From 1. */
  readonly level: number
  readonly name: string
  /** Absent: it has nothing in it. */
  readonly open?: boolean
  /** Place among its siblings, from 1, and how many there are: what a screen reader says. */
  readonly place: number
  readonly of: number
}

interface Node {
  readonly id: Id
  readonly type: TreeRow['type']
  readonly name: string
  readonly children: readonly Node[]
}

/**
 * The design as a tree, in the order of the file: boundaries with what stands in them, components with the arrows that
 * leave them. Whatever is closed hides what is in it.
 */
export function treeRows(design: Design, closed: ReadonlySet<Id>): readonly TreeRow[] {
  const flows = groupBy(design.flows ?? [], ({ from }) => from)
  const components = groupBy(design.components ?? [], ({ in: around }) => around)
  const boundaries = groupBy(design.boundaries ?? [], ({ in: around }) => around)
  const inside = (around: Id | undefined): readonly Node[] => [
    ...(boundaries.get(around) ?? []).map(({ id, name }): Node => ({
      id,
      type: 'boundary',
      name,
      children: inside(id),
    })),
    ...(components.get(around) ?? []).map((component) =>
      componentNode(design, component, flows.get(component.id) ?? []),
    ),
  ]
  return rowsOf(inside(undefined), 1, closed)
}

function componentNode(design: Design, { id, name }: Component, flows: readonly Flow[]): Node {
  return {
    id,
    type: 'component',
    name,
    children: flows.map((flow) => ({
      id: flow.id,
      type: 'flow',
      name: `${flow.name === undefined || flow.name === '' ? 'to' : `${flow.name}:`} ${nameOf(design, flow.to)}`,
      children: [],
    })),
  }
}

function rowsOf(nodes: readonly Node[], level: number, closed: ReadonlySet<Id>): readonly TreeRow[] {
  return nodes.flatMap(({ id, type, name, children }, index): readonly TreeRow[] => {
    const open = !closed.has(id)
    const row = { id, type, level, name, place: index + 1, of: nodes.length, ...(children.length > 0 ? { open } : {}) }
    return [row, ...(open ? rowsOf(children, level + 1, closed) : [])]
  })
}

/** The row that a key leads to; undefined when it stays, `close` and `open` what it does to the row instead. */
export function afterKey(
  rows: readonly TreeRow[],
  at: number,
  key: string,
): { readonly go?: Id; readonly close?: Id; readonly open?: Id } {
  const row = rows[at]
  if (row === undefined) return {}
  const goTo = (index: number): { readonly go?: Id } => {
    const to = rows[index]
    return to === undefined ? {} : { go: to.id }
  }
  switch (key) {
    case 'ArrowDown':
      return goTo(at + 1)
    case 'ArrowUp':
      return goTo(at - 1)
    case 'Home':
      return goTo(0)
    case 'End':
      return goTo(rows.length - 1)
    case 'ArrowRight':
      if (row.open === false) return { open: row.id }
      return row.open === true ? goTo(at + 1) : {}
    case 'ArrowLeft':
      if (row.open === true) return { close: row.id }
      return goTo(rows.findLastIndex((other, index) => index < at && other.level < row.level))
    default:
      return {}
  }
}
