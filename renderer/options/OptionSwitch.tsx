import './option-switch.css'
import { ChevronDown, Columns2, CornerUpLeft, Plus, Trash2, Check } from 'lucide-react'
import type { Variant } from '../../shared/design/design.ts'
import { useDesignState } from '../store/design-store.ts'
import { viewStore } from '../store/view-store.ts'
import { IconButton, Menu, Segmented } from '../ui/index.ts'
import { adoptVariantAsBase, makeVariant, removeVariant, showSide } from './option-edits.ts'

/** More sides than this are chosen from a list: a row of them would cover the drawing. */
const mostInRow = 4
const none: readonly Variant[] = []
const base = ' base'

/** Above the canvas: which option or phase is drawn, so that edits land there; one click draws another. */
export function OptionSwitch() {
  const variants = useDesignState(({ document }) => document.variants) ?? none
  const shown = useDesignState(({ document }) => document.shown)
  if (variants.length === 0) return null
  const drawn = variants.find(({ id }) => id === shown)
  const sides = [{ value: base, label: 'Base' }, ...variants.map(({ id, name }) => ({ value: id, label: name }))]
  const show = (value: string | undefined): void => showSide(value === undefined || value === base ? null : value)
  return (
    <nav className="option-switch" aria-label="Options and phases">
      {sides.length > mostInRow ? (
        <Menu
          align="center"
          trigger={
            <button type="button" className="option-switch-list" title={drawn?.name ?? 'Base'}>
              <span className="ellipsis">{drawn?.name ?? 'Base'}</span>
              <ChevronDown size={12} aria-hidden />
            </button>
          }
          entries={sides.map(({ value, label }) => ({
            label,
            checked: value === (drawn?.id ?? base),
            onSelect: () => show(value),
          }))}
        />
      ) : (
        <Segmented label="Which option is drawn" value={drawn?.id ?? base} options={sides} onChange={show} />
      )}
      <Menu
        align="center"
        trigger={<IconButton label="More about options" icon={ChevronDown} />}
        entries={entriesFor(drawn)}
      />
    </nav>
  )
}

function entriesFor(drawn: Variant | undefined): Parameters<typeof Menu>[0]['entries'] {
  return [
    { label: 'Compare options', icon: Columns2, onSelect: () => viewStore.getState().showPanel('options') },
    { label: 'New option from this', icon: Plus, startsSection: true, onSelect: () => void makeVariant('option') },
    { label: 'New phase after this', icon: Plus, onSelect: () => void makeVariant('phase') },
    ...(drawn === undefined
      ? []
      : [
          {
            label: `Adopt ${drawn.name}`,
            icon: Check,
            startsSection: true,
            onSelect: () => adoptVariantAsBase(drawn.id),
          },
          { label: 'Back to the base', icon: CornerUpLeft, onSelect: () => showSide(null) },
          { label: `Delete ${drawn.name}`, icon: Trash2, danger: true, onSelect: () => removeVariant(drawn.id) },
        ]),
  ]
}
