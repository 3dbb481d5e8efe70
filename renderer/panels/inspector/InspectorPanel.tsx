import type { Design, Id } from '../../../shared/design/design.ts'
import { useDesign, useView } from '../stores.ts'
import { BoundaryInspector } from './BoundaryInspector.tsx'
import { ComponentInspector } from './ComponentInspector.tsx'
import { DesignInspector } from './DesignInspector.tsx'
import { FlowInspector } from './FlowInspector.tsx'
import { ManyInspector } from './ManyInspector.tsx'

type Subject = 'component' | 'flow' | 'boundary'

/** What is selected, with every fact about it editable in place; the design itself when nothing is. */
export function InspectorPanel() {
  const selection = useView((view) => view.selection)
  const [only] = selection
  const subject = useDesign((design) => (only === undefined ? undefined : subjectOf(design, only)))
  const shown = selection.length > 1 ? 'many' : (subject ?? 'design')
  return (
    // From one component to the next a form stays where it was scrolled to; another form begins at its top.
    <div key={shown} className="inspector" data-subject={shown}>
      {selection.length > 1 ? (
        <ManyInspector key={selection.join(' ')} ids={selection} />
      ) : only === undefined || subject === undefined ? (
        <DesignInspector />
      ) : subject === 'component' ? (
        <ComponentInspector key={only} id={only} />
      ) : subject === 'flow' ? (
        <FlowInspector key={only} id={only} />
      ) : (
        <BoundaryInspector key={only} id={only} />
      )}
    </div>
  )
}

function subjectOf(design: Design, id: Id): Subject | undefined {
  if (design.components?.some((one) => one.id === id) === true) return 'component'
  if (design.flows?.some((one) => one.id === id) === true) return 'flow'
  return design.boundaries?.some((one) => one.id === id) === true ? 'boundary' : undefined
}
