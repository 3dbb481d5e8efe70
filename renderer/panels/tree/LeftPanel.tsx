import './tree.css'
import { Segmented } from '../../ui/index.ts'
import { PalettePanel } from '../palette/PalettePanel.tsx'
import { shownSides, useView, viewStore } from '../stores.ts'
import { DesignTree } from './DesignTree.tsx'

/** What can be added, or what there is. */
export function LeftPanel() {
  const folded = useView((view) => shownSides(view).folded)
  const tree = useView((view) => view.treeOpen)
  if (folded) return <PalettePanel />
  return (
    <div className="left-panel">
      <div className="left-panel-choice">
        <Segmented
          label="Left panel"
          value={tree ? 'design' : 'add'}
          options={[
            { value: 'add', label: 'Add' },
            { value: 'design', label: 'Design' },
          ]}
          onChange={(next) => viewStore.getState().set({ treeOpen: next === 'design' })}
        />
      </div>
      {tree ? <DesignTree /> : <PalettePanel />}
    </div>
  )
}
