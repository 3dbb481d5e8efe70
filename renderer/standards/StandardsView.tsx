import './standards.css'
import { Download, FileUp } from 'lucide-react'
import { useState } from 'react'
import { noStandards, isEmpty } from '../../shared/standards/edit-standards.ts'
import { useStandards } from '../store/standards-store.ts'
import { Button, TabList } from '../ui/index.ts'
import { CataloguesTab } from './CataloguesTab.tsx'
import { ChooseFile } from './ChooseFile.tsx'
import { ControlsTab } from './ControlsTab.tsx'
import { exportStandards, importFile, type Import } from './files.ts'
import { ImportProblems } from './ImportProblems.tsx'
import { leave } from './leave.ts'
import { PacksTab } from './PacksTab.tsx'
import { RulesTab } from './RulesTab.tsx'
import { TechnologiesTab } from './TechnologiesTab.tsx'

type Part = 'rules' | 'packs' | 'technologies' | 'controls' | 'catalogues'
const parts: readonly Part[] = ['rules', 'packs', 'technologies', 'controls', 'catalogues']

/** The standards of the open workspace. Every change counts at once, and everything that takes something away can be undone. */
export function StandardsView() {
  const standards = useStandards((each) => each) ?? noStandards
  const [part, setPart] = useState<Part>('rules')
  const [imported, setImported] = useState<Import | undefined>(undefined)
  const read = (fileName: string, text: string): void => {
    void importFile(standards, fileName, text, part === 'controls' ? 'controls' : 'technologies').then((done) => {
      setImported(done)
      const { part: changed } = done
      if (changed !== undefined) leave(() => setPart(changed))
    })
  }
  return (
    <div className="standards">
      <div className="standards-head">
        <p className="standards-line muted">
          They count in this workspace alone: findings, documents and questions follow them. The command line takes the
          same file.
        </p>
        <ChooseFile
          label="Import..."
          title="A standards file (JSON), or a table of technologies or mandatory controls (CSV)"
          icon={FileUp}
          onChoose={read}
        />
        <Button icon={Download} disabled={isEmpty(standards)} onClick={() => void exportStandards(standards)}>
          Export...
        </Button>
      </div>
      {imported === undefined ? null : <ImportProblems imported={imported} onClose={() => setImported(undefined)} />}
      <TabList
        label="Parts of the standards"
        value={part}
        onChange={(id) => leave(() => setPart(parts.find((each) => each === id) ?? 'rules'))}
        tabs={[
          { id: 'rules', label: 'Rules', count: Object.keys(standards.rules ?? {}).length },
          { id: 'packs', label: 'Packs', count: standards.packs?.length ?? 0 },
          { id: 'technologies', label: 'Technologies', count: standards.technologies?.length ?? 0 },
          { id: 'controls', label: 'Mandatory controls', count: standards.controls?.length ?? 0 },
          { id: 'catalogues', label: 'Catalogues' },
        ]}
      >
        {part === 'rules' ? <RulesTab standards={standards} /> : null}
        {part === 'packs' ? <PacksTab standards={standards} onImport={read} /> : null}
        {part === 'technologies' ? <TechnologiesTab standards={standards} onImport={read} /> : null}
        {part === 'controls' ? <ControlsTab standards={standards} onImport={read} /> : null}
        {part === 'catalogues' ? <CataloguesTab /> : null}
      </TabList>
    </div>
  )
}
