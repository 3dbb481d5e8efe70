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
  return (
    <div className="inspector" data-subject={selection.length > 1 ? 'many' : (subject ?? 'design')}>
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
