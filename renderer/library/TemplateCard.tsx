import { typographic } from '../../shared/design/typographic.ts'
import { startFromTemplate } from './library-actions.ts'
import { Thumbnail } from './Thumbnail.tsx'
import type { Template } from './templates.ts'

/** A template with what it is for; a click starts a design from it. */
export function TemplateCard({ template }: { readonly template: Template }) {
  const { design } = template
  return (
    <li className="design-card template-card" data-template={template.id}>
      <button
        type="button"
        className="template-open"
        aria-label={`Start from ${design.name}`}
        onClick={() => void startFromTemplate(template)}
      >
        <Thumbnail design={design} />
        <span className="template-words">
          <span className="design-card-name ellipsis" title={design.name}>
            {design.name}
          </span>
          <span className="template-summary">{typographic(design.summary ?? '')}</span>
        </span>
      </button>
    </li>
  )
}
