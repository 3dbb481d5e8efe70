import type { Design, Id, View } from '../design.ts'
import { addElement, updateElement } from './element.ts'
import { withView } from './place.ts'

/** What a saved view keeps of how a design is looked at. */
export type SavedSight = Pick<View, 'variant' | 'perspective' | 'about' | 'overlay' | 'only' | 'hide' | 'window'>

const sightFields: ReadonlySet<string> = new Set<keyof SavedSight>([
  'variant',
  'perspective',
  'about',
  'overlay',
  'only',
  'hide',
  'window',
])

/** The views that somebody saved. The first view of a design is the drawing itself: it holds where everything stands. */
export function savedViews(design: Design): readonly View[] {
  return (design.views ?? []).slice(1)
}

/** One more saved view, the last of the list; its name is made one of its own. The id must be new (see `newId`). */
export function saveView(design: Design, id: Id, name: string, sight: SavedSight): Design {
  const [ready] = withView(design, undefined)
  return addElement(ready, 'views', { id, name: ownName(ready, id, name), ...sight })
}

/** A saved view under another name, made one of its own: slides and people call views by their names. */
export function renameView(design: Design, id: Id, name: string): Design {
  return updateElement(design, 'views', id, (old) => ({ ...old, name: ownName(design, id, name) }))
}

/** "Board", and "Board 2" where another saved view is called that. */
function ownName(design: Design, id: Id, wanted: string): string {
  const taken = new Set(savedViews(design).flatMap((view) => (view.id === id ? [] : [view.name])))
  const stem = wanted.replace(/ \d+$/, '')
  let name = wanted
  for (let number = 2; taken.has(name); number += 1) name = `${stem} ${number}`
  return name
}

/** A saved view keeps its name and its slides, and from now on shows this. */
export function updateView(design: Design, id: Id, sight: SavedSight): Design {
  return updateElement(design, 'views', id, (old) => {
    const kept = Object.entries(old).filter(([field]) => !sightFields.has(field))
    return { ...(Object.fromEntries(kept) as Omit<View, keyof SavedSight>), ...sight }
  })
}

/** A saved view at another place of the list, counted from 0; beyond an end it stays there. The drawing itself stays first. */
export function moveView(design: Design, id: Id, to: number): Design {
  const views = savedViews(design)
  const moved = views.find((view) => view.id === id)
  const at = Math.max(0, Math.min(views.length - 1, to))
  if (moved === undefined || views[at] === moved) return design
  const others = views.filter((view) => view !== moved)
  return { ...design, views: [...(design.views ?? []).slice(0, 1), ...others.toSpliced(at, 0, moved)] }
}
